"""What the page says: the live sentence, and the sheet that explains it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.panels.layers.net.reading import Computed, Followed, Reading, Summing
from neuroviz.sims.layers import LayersFrame
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.netmap.ink import brief
from neuroviz.ui.numbers import percent

translate = QCoreApplication.translate


def sentence(frame: LayersFrame | None, reading: Reading | None, name: str) -> str:
    """What is being seen; reading: the part of it that is in the middle of things."""
    if frame is None or frame.trace is None or reading is None:
        text = translate("LayersNetWords", "{net} is at rest: draw something, and its {n} layers answer.")
        return text.format(net=name, n=0 if frame is None else len(frame.subject.net.layers))
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
    p = frame.probabilities
    n = f"{frame.subject.net.n_params:,}"
    if p is None:
        assert frame.trace is not None
        text = translate(
            "LayersNetWords",
            "{net} answers {value}; the links drawn carry {share} of what flows through its {n} numbers.",
        )
        values = frame.trace.output[0].ravel()[:3].tolist()
        value = ", ".join(brief(one) for one in values) + ("…" if frame.trace.output[0].size > 3 else "")
        return text.format(net=name, value=value, share=percent(reading.carried), n=n)
    text = translate(
        "LayersNetWords",
        "{net} says {best} ({p}); the links drawn carry {share} of what flows through its {n} numbers.",
    )
    best = int(p.argmax())
    return text.format(net=name, best=best, p=percent(float(p[best])), share=percent(reading.carried), n=n)


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
    parts = [
        translate("LayersNetWords", "{where} has {value}").format(where=now.where, value=brief(now.value))
    ]
    if now.before:
        n_cells, share, last_cells, last_share, pixels = now.before
        text = translate("LayersNetWords", "{n} cells before it make up {share} of what comes in")
        parts.append(text.format(n=n_cells, share=percent(share)))
        if last_cells:
            text = (
                translate("LayersNetWords", "{n} pixels stand for {share}")
                if pixels
                else translate("LayersNetWords", "{n} inputs stand for {share}")
            )
            parts.append(text.format(n=last_cells, share=percent(last_share)))
    if now.after:
        name, share = now.after
        text = translate("LayersNetWords", "{share} of what it sends on comes to {name}")
        parts.append(text.format(share=percent(share), name=name))
    elif now.silent:
        parts.append(translate("LayersNetWords", "it sends nothing on"))
    colon = translate("LayersNetWords", ": ")
    comma = translate("LayersNetWords", "; ")
    stop = translate("LayersNetWords", ".")
    return (parts[0] + (colon + comma.join(parts[1:]) if parts[1:] else "")) + stop


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


def finite(values: np.ndarray) -> bool:
    """Whether all of them are numbers."""
    return bool(np.isfinite(values).all())
