"""What Surgery says: names of layers and units, what was done to them, and the live sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.nn.arrays import Array
from neuroviz.panels.layers.surgery.places import MOST
from neuroviz.sims.cuts import BOOST, CLAMP, OFF, Block, Cut
from neuroviz.sims.surgery import Score, SurgeryFrame
from neuroviz.ui.digit_names import plural
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.numbers import counted_share, percent

Known = tuple[float, float, float, float]
"""Of one unit: its sum, what it makes of it, what it gives after the cuts, what it gave before."""

translate = QCoreApplication.translate
_FUNCTIONS = {  # proper names, the same in every language
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
    "tanh": "tanh",
    "sigmoid": "σ",
    "gelu": "GELU",
    "softmax": "softmax",
    "batch_norm": "BatchNorm",
    "layer_norm": "LayerNorm",
}


def number(value: float) -> str:
    """Three digits that matter, with a real minus sign."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "∞" if value > 0 else "\N{MINUS SIGN}∞"
    text = f"{value:.2f}" if 0.01 <= abs(value) < 100 or value == 0 else f"{value:.3g}"
    return text.replace("-", "\N{MINUS SIGN}")


def layer(b: int) -> str:
    """A layer by its number, counted from 1 as people count."""
    return translate("SurgeryWords", "layer {b}").format(b=b + 1)


def heading(parts: Sequence[Block], b: int) -> tuple[str, str]:
    """Two lines over a layer: what it is, how many units it has and what they go through."""
    block = parts[b]
    if b == len(parts) - 1:
        first = translate("SurgeryWords", "answer")
    elif block.maps:
        first = translate("SurgeryWords", "{b} convolution").format(b=b + 1)
    else:
        first = translate("SurgeryWords", "{b} dense").format(b=b + 1)
    if block.n == 1:
        size = translate("SurgeryWords", "1 map") if block.maps else translate("SurgeryWords", "1 unit")
    elif block.maps:
        size = translate("SurgeryWords", "{n} maps").format(n=f"{block.n:,}")
    else:
        size = translate("SurgeryWords", "{n} units").format(n=f"{block.n:,}")
    if block.n > MOST:
        text = translate("SurgeryWords", "the first {shown} of {size}")
        size = text.format(shown=f"{MOST:,}", size=size)
    through = " → ".join(_FUNCTIONS[one] for one in block.functions if one in _FUNCTIONS)
    return first, f"{size} · {through}" if through else size


def unit(parts: Sequence[Block], b: int, i: int) -> str:
    """A unit or map by number and layer."""
    text = (
        translate("SurgeryWords", "map {i} of {n} in layer {b}")
        if parts[b].maps
        else translate("SurgeryWords", "unit {i} of {n} in layer {b}")
    )
    return text.format(i=i + 1, n=f"{parts[b].n:,}", b=b + 1)


def units(parts: Sequence[Block], b: int, chosen: Sequence[int]) -> str:
    """Those that are chosen."""
    n, maps = len(chosen), parts[b].maps
    if n == 1:
        text = (
            translate("SurgeryWords", "map {i} of layer {b}")
            if maps
            else translate("SurgeryWords", "unit {i} of layer {b}")
        )
        return text.format(i=chosen[0] + 1, b=b + 1)
    if n == parts[b].n:
        text = (
            translate("SurgeryWords", "all {n} maps of layer {b}")
            if maps
            else translate("SurgeryWords", "all {n} units of layer {b}")
        )
    else:
        text = (
            translate("SurgeryWords", "{n} maps of layer {b}")
            if maps
            else translate("SurgeryWords", "{n} units of layer {b}")
        )
    return text.format(n=f"{n:,}", b=b + 1)


def state(cut: Cut | None) -> str:
    """What is done to a unit, in a word or two."""
    if cut is None:
        return translate("SurgeryWords", "passed on as it is")
    if cut.kind == OFF:
        return translate("SurgeryWords", "switched off")
    if cut.kind == CLAMP:
        return translate("SurgeryWords", "held at {v}").format(v=number(cut.value))
    return translate("SurgeryWords", "times {v}").format(v=number(cut.value))


def cut(parts: Sequence[Block], one: Cut) -> str:
    """One line of the list of cuts, beginning with a capital letter."""
    who = units(parts, one.block, one.units)
    if one.kind == OFF:
        text = translate("SurgeryWords", "Off: {who}")
    elif one.kind == CLAMP:
        text = translate("SurgeryWords", "Held at {v}: {who}")
    elif one.kind == BOOST:
        text = translate("SurgeryWords", "Times {v}: {who}")
    elif len(one.edits) == 1 and one.edits[0][1] == "b":
        text = translate("SurgeryWords", "Bias {v}: {who}")
        return text.format(v=number(one.edits[0][3]), who=who)
    else:
        text = translate("SurgeryWords", "{k} values edited: {who}")
        return text.format(k=len(one.edits), who=who)
    return text.format(v=number(one.value), who=who)


def told(block: Block, own: Cut | None, known: Known | None) -> list[str]:
    """What hovering over a unit says: how its value comes about, with the numbers filled in."""
    if known is None:
        return [state(own)]
    z, a, now, was = known
    if block.maps:
        lines = [translate("SurgeryWords", "mean of the map: {v}").format(v=number(a))]
    elif not block.functions:
        lines = [translate("SurgeryWords", "a = w·x + b = {v}").format(v=number(a))]
    else:
        chain = [_FUNCTIONS[one] for one in reversed(block.functions) if one in _FUNCTIONS]
        inner = "(".join([*chain, number(z)]) + ")" * len(chain)
        lines = [f"a = {inner} = {number(a)}"]
    if own is not None and own.kind == OFF:
        lines.append(translate("SurgeryWords", "switched off: 0 × {a} = 0").format(a=number(a)))
    elif own is not None and own.kind == BOOST:
        lines.append(f"{number(own.value)} × {number(a)} = {number(now)}")
    elif own is not None:
        lines.append(state(own))
    if now != was:
        lines.append(translate("SurgeryWords", "as learned: {v}").format(v=number(was)))
    return lines


def done(frame: SurgeryFrame) -> str:
    """What has been done, as the first part of a sentence."""
    active = [one for one in frame.cuts if one.active]
    if not active:
        return translate("SurgeryWords", "Nothing is cut")
    if len(active) == 1:
        text = cut(frame.parts, active[0])
        return text[:1].upper() + text[1:]
    touched = {(one.block, i) for one in active for i in one.units}
    text = translate("SurgeryWords", "{k} cuts in {n} places")
    return text.format(k=len(active), n=f"{len(touched):,}")


def sentence(frame: SurgeryFrame | None, name: str, *, digits: bool) -> str:
    """What is being seen, with what classes suffer most."""
    if frame is None:
        return translate("SurgeryWords", "{net} is being looked at.").format(net=name)
    if not frame.parts:
        text = translate("SurgeryWords", "{net} has no weights in any layer: there is nothing to cut.")
        return text.format(net=name)
    cut_ = any(one.active for one in frame.cuts)
    said = [translate("SurgeryWords", "{done}: {rest}.").format(done=done(frame), rest=_answer(frame, name))]
    if frame.score is not None and frame.score.done:
        said.append(_accuracy(frame.score, cut=cut_, digits=digits))
    return " ".join(said)


def _answer(frame: SurgeryFrame, name: str) -> str:
    before, after = frame.p_before, frame.p_after
    if frame.before is None:
        return translate("SurgeryWords", "{net} waits for something to answer").format(net=name)
    if frame.after is not None and not np.isfinite(frame.after.output).all():
        return translate("SurgeryWords", "the answer of {net} is no number").format(net=name)
    if before is None or after is None or before.shape != after.shape:
        values = (frame.after or frame.before).output[0].ravel()
        text = translate("SurgeryWords", "{net} answers {v}")
        shown = ", ".join(number(float(one)) for one in values[:3]) + (" …" if len(values) > 3 else "")
        return text.format(net=name, v=shown)
    return _said(name, before, after, cut=any(one.active for one in frame.cuts))


def _said(name: str, before: Array, after: Array, *, cut: bool) -> str:
    was, now = int(before.argmax()), int(after.argmax())
    p, q = percent(float(before[was])), percent(float(after[now]))
    if not cut:
        return translate("SurgeryWords", "{net} says {now} ({q})").format(net=name, now=now, q=q)
    if was != now:
        text = translate("SurgeryWords", "{net} now says {now} ({q}), not {was} ({p})")
        return text.format(net=name, now=now, q=q, was=was, p=p)
    if p == q:
        return translate("SurgeryWords", "{net} still says {now} ({q})").format(net=name, now=now, q=q)
    text = translate("SurgeryWords", "{net} still says {now} ({p} → {q})")
    return text.format(net=name, now=now, q=q, p=p)


def _accuracy(score: Score, *, cut: bool, digits: bool) -> str:
    before, after = (counted_share(right, score.done) for right in score.right())
    if digits:
        on = translate("SurgeryWords", "of {n} images").format(n=f"{score.done:,}")
    else:
        on = translate("SurgeryWords", "of {n} points").format(n=f"{score.done:,}")
    if not cut:
        return translate("SurgeryWords", "Right: {a} {on}.").format(a=before, on=on)
    if score.right()[0] == score.right()[1]:
        return translate("SurgeryWords", "Right: {a} {on}, as before.").format(a=after, on=on)
    if score.none_left:
        text = translate("SurgeryWords", "Right: {a} → {b} {on}; no class is spared.")
        return text.format(a=before, b=after, on=on)
    if score.right()[1] > score.right()[0]:
        text = translate("SurgeryWords", "Right: {a} → {b} {on}; {who} gain most ({was} → {now}).")
    else:
        text = translate("SurgeryWords", "Right: {a} → {b} {on}; {who} suffer most ({was} → {now}).")
    k, n, was, now = score.moved()
    who = plural(k) if digits else translate("SurgeryWords", "points of class {k}").format(k=k)
    shares = _whole(was, n), _whole(now, n)
    if shares[0] == shares[1] or round(100 * was / n) == 100 > 100 * was / n:  # 100 % is said of all alone
        shares = counted_share(was, n), counted_share(now, n)
    return text.format(a=before, b=after, on=on, who=who, was=shares[0], now=shares[1])


def _whole(part: int, n: int) -> str:
    return f"{100 * part / n:.0f}\N{NARROW NO-BREAK SPACE}%"


def explanation() -> ExplanationText:
    """The sheet of the page."""
    idea = translate(
        "SurgeryWords",
        "To find out what a part is good for, take it out and look at what fails. Every unit of the net can "
        "be switched off, held at a value or boosted, every weight and bias can be changed; the answer is "
        "there at once, and all test images are judged anew.",
    )
    tries = (
        (translate("SurgeryWords", "Switch off half of a layer at random"), "half"),
        (translate("SurgeryWords", "Boost a whole layer three times"), "boost"),
        (translate("SurgeryWords", "Move one edge of the three-unit net"), "bias"),
    )
    notice = translate(
        "SurgeryWords",
        "Most single units hardly matter: what one has learned, others know as well. Removed in the order of "
        "their activity, the weakest can go by the dozen; of the strongest a few are enough to ruin it. And "
        "what breaks is rarely everything: some digits live on units that others do not need.",
    )
    return ExplanationText(idea, tries, notice)
