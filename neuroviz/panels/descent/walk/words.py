"""What Walk says: the live sentence, the picked method's step in numbers, the explanation."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.panels.descent import words as room
from neuroviz.sims.descent.methods import Method
from neuroviz.sims.descent.walk import WalkerFrame, WalkFrame
from neuroviz.ui.explanation import ExplanationText

translate = QCoreApplication.translate
_MINUS = "\N{MINUS SIGN}"


def number(value: float) -> str:
    """Three digits that matter."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else f"{_MINUS}∞"
    if value == 0 or 1e-3 <= abs(value) < 1e5:
        text = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
    else:
        mantissa, power = f"{value:.2e}".split("e")
        raised = str(int(power)).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))
        text = f"{mantissa.rstrip('0').rstrip('.')}·10{raised}"
    return text.replace("-", _MINUS)


def place(xy: np.ndarray) -> str:
    """Two numbers."""
    return f"({number(float(xy[0]))}, {number(float(xy[1]))})"


def sentence(frame: WalkFrame | None) -> str:
    """Who is lowest, and what has become of the others."""
    if frame is None:
        return translate("WalkWords", "Looking for the start …")
    names = room.methods()
    if frame.step == 0:
        height = number(float(frame.walkers[0].values[-1]))
        text = translate("WalkWords", "All stand at {height}. Which will be down first? Press play.")
        if len(frame.walkers) == 1:
            text = translate("WalkWords", "{name} stands at {height}. Press play, or drag the start.")
        return text.format(height=height, name=names[frame.walkers[0].kind])
    sound = [one for one in frame.walkers if one.state != "lost"]
    if not sound:
        text = translate("WalkWords", "Step {step}: all are lost. The learning rate is too high here.")
        return text.format(step=f"{frame.step:,}")
    best = min(sound, key=lambda one: float(one.values[-1]))
    text = translate("WalkWords", "Step {step}: {name} is the lowest, at {value}.")
    parts = [
        text.format(step=f"{frame.step:,}", name=names[best.kind], value=number(float(best.values[-1])))
    ]
    lost = [names[one.kind] for one in frame.walkers if one.state == "lost"]
    still = [names[one.kind] for one in frame.walkers if one.state == "arrived"]
    if lost:
        parts.append(translate("WalkWords", "Lost: {names}.").format(names=", ".join(lost)))
    if still:
        parts.append(translate("WalkWords", "At rest: {names}.").format(names=", ".join(still)))
    return " ".join(parts)


def standing(one: WalkerFrame) -> str:
    """Where a walker stands, beside its name."""
    if one.state == "lost":
        return translate("WalkWords", "lost")
    return number(float(one.values[-1]))


def step_words(one: WalkerFrame, method: Method) -> str:
    """How its last step came about, with the numbers."""
    name = room.methods()[one.kind]
    if one.step == 0:
        text = translate("WalkWords", "{name}: its first step will be seen here in numbers.")
        return text.format(name=name)
    if one.state == "lost":
        text = translate("WalkWords", "{name} has left for good: each step was longer than the one before.")
        return text.format(name=name)
    texts = {
        "gd": translate("WalkWords", "step = −rate · gradient = −{rate} · {g} = {made}"),
        "momentum": translate(
            "WalkWords", "speed = {beta} · the last + gradient {g} = {m}; step = −{rate} · speed = {made}"
        ),
        "nesterov": translate(
            "WalkWords",
            "speed = {beta} · the last + gradient {g} = {m}; "
            "step = −{rate} · (gradient + {beta} · speed) = {made}",
        ),
        "adagrad": translate(
            "WalkWords", "all squared gradients: {v}; step = −{rate} · gradient {g} / √ of them = {made}"
        ),
        "rmsprop": translate(
            "WalkWords", "mean squared gradient: {v}; step = −{rate} · gradient {g} / its root = {made}"
        ),
        "adam": translate(
            "WalkWords", "mean gradient {m}, mean square {v}; step = −{rate} · mean / √ mean square = {made}"
        ),
        "adamw": translate(
            "WalkWords",
            "mean gradient {m}, mean square {v}; step = −{rate} · mean / √ mean square, and {decay} of the "
            "place itself = {made}",
        ),
        "newton": translate(
            "WalkWords", "step = −{rate} · inverse curvature · gradient {g} = {made}: to where the slope ends"
        ),
        "lbfgs": translate(
            "WalkWords", "gradient {g}; the last steps tell of the curvature: step = {made}"
        ),
    }
    said = texts[one.kind].format(
        rate=number(method.rate), beta=number(method.momentum), g=place(one.gradient), made=place(one.made),
        m="" if one.mean is None else place(one.mean), v="" if one.squares is None else place(one.squares),
        decay=number(method.rate * method.weight_decay),
    )  # fmt: skip
    return f"{name}: {said}"


def arrows(one: WalkerFrame) -> str:
    """What the arrows at its tip mean."""
    if one.step == 0 or one.state == "lost":
        return ""
    if one.mean is None:
        return translate("WalkWords", "Arrows: grey against the gradient, strong the step.")
    return translate(
        "WalkWords", "Arrows: grey against the gradient, coloured what is remembered, strong the step."
    )


def told(x: float, y: float, value: float, slope: tuple[float, float]) -> str:
    """A place of the surface."""
    text = translate("WalkWords", "x = {x}, y = {y}: height {z}, slope {g}")
    return text.format(x=number(x), y=number(y), z=number(value), g=place(np.array(slope)))


def explanation() -> ExplanationText:
    """The idea of the page."""
    return ExplanationText(
        translate(
            "WalkWords",
            "How far off a model is, is a number, the loss, and each setting of its knobs has one: a "
            "landscape. To learn is to go downhill in it, feeling only the slope under one’s feet. How far "
            "to step, and how much of the last step to keep, decides whether one arrives, dawdles, swings, "
            "or is thrown out.",
        ),
        (
            (translate("WalkWords", "A long narrow ravine: who swings, who glides?"), "ravine"),
            (translate("WalkWords", "Turn the rate up until plain descent is thrown out"), "lost"),
            (translate("WalkWords", "Start on the ridge of a saddle"), "saddle"),
        ),
        translate(
            "WalkWords",
            "Drag the start on the map: all paths follow. The arrows at the tip are the gradient, what the "
            "method remembers, and the step that comes of both. Momentum is fast where the slope always "
            "points the same way, and overshoots where it turns.",
        ),
    )
