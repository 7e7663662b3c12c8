"""The formula of any value of the page, with its numbers filled in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.layers.why.figures import figure
from neuroviz.panels.layers.why.plate import subscript
from neuroviz.panels.layers.why.words import CHANGE, CHANGED, INPUT, name
from neuroviz.sims.attribution import GRADIENT, INTEGRATED, METHODS, TIMES_INPUT
from neuroviz.sims.why import WhyFrame

_NUDGE = 0.1


def formula(frame: WhyFrame | None, picture: str, i: int) -> str:
    """What input i has in a picture, and how it comes about; "" for nothing."""
    if frame is None or frame.x is None or not 0 <= i < len(frame.x):
        return ""
    parts = {INPUT: _input, CHANGE: _change, CHANGED: _changed}
    text = parts[picture](frame, i) if picture in parts else _of_map(frame, picture, i)
    return f"{where(frame, i)}: {text}" if text else ""


def where(frame: WhyFrame, i: int) -> str:
    """What an input is called."""
    if frame.side:
        row, column = divmod(i, frame.side)
        text = QCoreApplication.translate("WhyFormulas", "row {r}, column {c}")
        return text.format(r=row + 1, c=column + 1)
    return subscript(i)


def every(frame: WhyFrame, i: int) -> tuple[str, ...]:
    """All formulas of one input."""
    texts = {method: _of_map(frame, method, i) for method in METHODS} | {CHANGE: _change(frame, i)}
    named = (f"{name(picture)}: {text}" for picture, text in texts.items() if text)
    return _input(frame, i), *named


def _of_map(frame: WhyFrame, method: str, i: int) -> str:
    found = frame.maps.get(method)
    if found is None or frame.x is None or frame.baseline is None or i >= len(found.values):
        return ""
    value, x, x0 = float(found.values[i]), float(frame.x[i]), float(frame.baseline[i])
    numbers = {"v": figure(value, plus=True), "x": figure(x), "x0": figure(x0)}
    if method == GRADIENT:
        text = QCoreApplication.translate(
            "WhyFormulas", "∂f/∂x = {v}: with {d} more, f changes by about {e}"
        )
        return text.format(**numbers, d=_NUDGE, e=figure(value * _NUDGE, plus=True))
    if method == TIMES_INPUT:
        text = QCoreApplication.translate("WhyFormulas", "x · ∂f/∂x = {x} · {g} = {v}")
        return text.format(**numbers, g=figure(float(frame.maps[GRADIENT].values[i]), plus=True))
    if method == INTEGRATED and x == x0:
        text = QCoreApplication.translate("WhyFormulas", "x − x₀ = {x} − {x0}: no way to go, so 0")
        return text.format(**numbers)
    if method == INTEGRATED:
        text = QCoreApplication.translate("WhyFormulas", "(x − x₀) · mean slope = ({x} − {x0}) · {g} = {v}")
        return text.format(**numbers, g=figure(value / (x - x0), plus=True))
    n = 0 if frame.counts is None or not found.fresh else int(frame.counts[i])
    text = QCoreApplication.translate(
        "WhyFormulas", "f(x) − f(covered), mean of the {n} patches over it: {v}"
    )
    return text.format(**numbers, n=n) if n else ""


def _input(frame: WhyFrame, i: int) -> str:
    assert frame.x is not None
    return f"x = {figure(float(frame.x[i]))}"


def _change(frame: WhyFrame, i: int) -> str:
    if frame.flip is None or frame.flip.x is None or frame.x is None or len(frame.flip.x) != len(frame.x):
        return ""
    new, old = float(frame.flip.x[i]), float(frame.x[i])
    text = QCoreApplication.translate("WhyFormulas", "flipped − given = {a} − {b} = {d}")
    return text.format(a=figure(new), b=figure(old), d=figure(new - old, plus=True))


def _changed(frame: WhyFrame, i: int) -> str:
    if frame.flip is None or frame.flip.x is None or frame.x is None or len(frame.flip.x) != len(frame.x):
        return ""
    new, old = float(frame.flip.x[i]), float(frame.x[i])
    text = QCoreApplication.translate("WhyFormulas", "given + change = {a} + {d} = {b}")
    return text.format(a=figure(old), d=figure(new - old, plus=True), b=figure(new))
