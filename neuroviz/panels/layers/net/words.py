"""What the page says: the live sentence, and the sheet that explains it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.layers.net.reading import Computed, Followed, Reading, Summing
from neuroviz.sims.layers import LayersFrame
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.netmap.ink import brief
from neuroviz.ui.netview.stages import stages
from neuroviz.ui.numbers import percent

translate = QCoreApplication.translate
_ALL = 0.99999
_TOLD = 3  # numbers of an answer that is no class


def sentence(frame: LayersFrame | None, reading: Reading | None, name: str) -> str:
    """What is being seen; reading: the part of it that is in the middle of things."""
    if frame is None or frame.trace is None or reading is None:
        text = translate("LayersNetWords", "{net} is at rest: draw something, and its {n} layers answer.")
        return text.format(net=name, n=0 if frame is None else len(stages(frame.subject.net)) - 1)
    if reading.broken is not None:
        text = translate(
            "LayersNetWords",
            "From layer {i} of {n} on, the values of {net} are no numbers: nothing that follows counts.",
        )
        return text.format(i=reading.broken, n=reading.n_stages - 1, net=name)
    if reading.summing is not None:
        return _summing(reading.summing, reading.n_stages - 1)
    if reading.computed is not None:
        return _computed(reading.computed, reading.n_stages - 1)
    if reading.followed is not None:
        return _followed(reading.followed)
    return _whole(frame, reading, name)


def _whole(frame: LayersFrame, reading: Reading, name: str) -> str:
    n, layers = f"{frame.subject.net.n_params:,}", f"{reading.n_stages - 1:,}"
    share = _part(reading.carried or 0.0)
    text = translate("LayersNetWords", "{net}: {answer}. The links drawn carry {share} of all that flows.")
    if reading.faded is not None:
        text = translate(
            "LayersNetWords",
            "{net}: {answer}. From layer {i} of {layers} on, less than 1 % is left of what went in.",
        )
    elif reading.carried is not None and reading.carried > _ALL:
        text = translate("LayersNetWords", "{net}: {answer}. Every link that carries anything is drawn.")
    elif reading.carried is None:
        text = translate("LayersNetWords", "{net}: {answer}, after {layers} layers with {n} parameters.")
    said = _answer(frame)
    return text.format(net=name, answer=said, share=share, n=n, layers=layers, i=reading.faded)


def _answer(frame: LayersFrame) -> str:
    """What comes out: a class with its probability, or the numbers themselves."""
    p = frame.probabilities
    if p is not None:
        best = int(p.argmax())
        text = translate("LayersNetWords", "it says {best} ({p})")
        return text.format(best=best, p=percent(float(p[best])))
    assert frame.trace is not None
    values = frame.trace.output[0].ravel()
    told = ", ".join(brief(one) for one in values[:_TOLD].tolist()) + ("…" if len(values) > _TOLD else "")
    return translate("LayersNetWords", "it answers {value}").format(value=told)


def _summing(now: Summing, n: int) -> str:
    if now.term is None:
        text = translate(
            "LayersNetWords", "On the way to layer {i} of {n}: {k} units add up products that are all 0."
        )
        return text.format(i=now.stage, n=n, k=now.n_cells)
    if now.maps:
        text = translate(
            "LayersNetWords",
            "On the way to layer {i} of {n}: {k} cells add up what they look at; most, {value}, goes from "
            "{source} to {target}.",
        )
    else:
        text = translate(
            "LayersNetWords",
            "On the way to layer {i} of {n}: {k} units add up w·a; the largest product, {value}, goes from "
            "{source} to {target}.",
        )
    value = ("+" if now.term > 0 else "") + brief(now.term)
    return text.format(
        i=now.stage, n=n, k=f"{now.n_cells:,}", value=value, source=now.source, target=now.target
    )


def _computed(now: Computed, n: int) -> str:
    if now.stage == 0:
        text = translate(
            "LayersNetWords", "The input: {n} numbers, {k} of them not 0. No layer has been computed yet."
        )
        return text.format(n=f"{now.n_values:,}", k=f"{now.active:,}")
    text = translate(
        "LayersNetWords",
        "Layer {i} of {n} is computed: {k} of its {m} values are above 0; the largest, {value}, is that of "
        "{where}.",
    )
    return text.format(
        i=now.stage, n=n, k=f"{now.active:,}", m=f"{now.n_values:,}", value=brief(now.value), where=now.where
    )


def _followed(now: Followed) -> str:
    text = translate("LayersNetWords", "{where} is {value}.")
    if now.of_map:
        text = translate("LayersNetWords", "{where}: the strongest of its values is {value}.")
    parts = [text.format(where=now.where, value=brief(now.value))]
    if now.near is not None:
        text = translate("LayersNetWords", "Of what goes into it, {share} comes from {cells}.")
        words = {"share": _part(now.near.share), "cells": now.near.cells}
        if now.far is not None:
            text = translate(
                "LayersNetWords",
                "Of what goes into it, {share} comes from {cells}, {far} of all from {first}.",
            )
            words |= {"far": _part(now.far.share), "first": now.far.cells}
        parts.append(text.format(**words))
    elif now.starved:
        parts.append(translate("LayersNetWords", "Nothing goes into it but its bias."))
    if now.after is not None:
        text = translate("LayersNetWords", "Of what it sends on, {share} comes to {cells}.")
        parts.append(text.format(share=_part(now.after.share), cells=now.after.cells))
    elif now.silent:
        parts.append(translate("LayersNetWords", "It sends nothing on."))
    both, whole = translate("LayersNetWords", "{one} {other}", "two sentences, one after the other"), parts[0]
    for other in parts[1:]:
        whole = both.format(one=whole, other=other)
    return whole


def _part(share: float) -> str:
    """A share of a sum, in percent; unlike a probability it may be all of it."""
    return percent(share) if share < 0.005 else f"{100 * share:.0f}\N{NARROW NO-BREAK SPACE}%"


def unit(stage: int, cell: int, shape: tuple[int, ...], label: str | None) -> str:
    """A cell in a sentence; pixels by row and column, counting from 1."""
    if label is not None:
        return translate("LayersNetWords", "answer “{label}”").format(label=label)
    if stage == 0 and len(shape) == 3 and shape[0] == 1:
        row, column = divmod(cell, shape[2])
        text = translate("LayersNetWords", "the pixel in row {row}, column {column}")
        return text.format(row=row + 1, column=column + 1)
    if stage == 0:
        return translate("LayersNetWords", "input {i}").format(i=cell + 1)
    if len(shape) == 3:
        return translate("LayersNetWords", "map {i} of layer {k}").format(i=cell + 1, k=stage)
    return translate("LayersNetWords", "unit {i} of layer {k}").format(i=cell + 1, k=stage)


def picture() -> str:
    """An input of which each pixel is not told by itself."""
    return translate("LayersNetWords", "the picture")


def several(stage: int, n: int, shape: tuple[int, ...]) -> str:
    """So many cells in a sentence."""
    if stage == 0:
        if len(shape) == 3 and shape[0] == 1:
            return translate("LayersNetWords", "{n} pixels").format(n=n)
        return translate("LayersNetWords", "{n} inputs").format(n=n)
    if len(shape) == 3:
        return translate("LayersNetWords", "{n} maps of layer {k}").format(n=n, k=stage)
    return translate("LayersNetWords", "{n} units of layer {k}").format(n=n, k=stage)


def mark(stage: int) -> str:
    """What stands at a layer's place in time."""
    return translate("LayersNetWords", "layer {i} is computed").format(i=stage)


def explanation() -> ExplanationText:
    """The idea of the page."""
    return ExplanationText(
        idea=translate(
            "LayersNetWords",
            "A net is layers of units. Each unit multiplies what it gets with its weights, adds up the "
            "products and a bias, and sends the sum through a simple function. That is all there is: what a "
            "net knows is in the numbers on its links. Orange pushes up, blue pushes down.",
        ),
        tries=(
            (translate("LayersNetWords", "Go back from an answer to the pixels it is owed to"), "answer"),
            (translate("LayersNetWords", "Let the activations flow, layer by layer"), "flow"),
            (translate("LayersNetWords", "Go close to a map, and click its values"), "map"),
        ),
        notice=translate(
            "LayersNetWords",
            "Of a hundred thousand products a few hundred carry most of an answer, and others do for the "
            "next digit. Shares on a path say how much of a sum a link makes up, not that it alone "
            "decided.",
        ),
    )
