"""What Model says: of an example, of a place on the surface, of the fit as it stands."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.data.surface import Point
from neuroviz.data.two_knobs import Kind, TwoKnobs
from neuroviz.data.two_knobs_best import separable
from neuroviz.panels.descent.model.on_data import OnData
from neuroviz.panels.descent.walk.words import number
from neuroviz.sims.descent.fit import FitFrame
from neuroviz.sims.descent.walkers import LOST
from neuroviz.ui.explanation import ExplanationText

translate = QCoreApplication.translate
_TERMS = 3  # of a mean that are written out
_MINUS = "\N{MINUS SIGN}"


def kinds() -> dict[Kind, str]:
    """The models."""
    return {
        "line": translate("ModelWords", "A line"),
        "logistic": translate("ModelWords", "Logistic regression"),
        "neuron": translate("ModelWords", "One neuron"),
    }


def formula(kind: Kind) -> str:
    """What a model says of x."""
    return {"line": "w·x + b", "logistic": "σ(w·x + b)", "neuron": "tanh(w·x + b)"}[kind]


def cost(model: TwoKnobs, at: Point, i: int) -> str:
    """What one example costs, in short: how it comes about."""
    off, loss = _off(model, at, i)
    if model.kind == "logistic":
        return f"{_MINUS}ln {number(1 - off)} = {number(loss)}"
    return f"({number(off)})² = {number(loss)}" if off < 0 else f"{number(off)}² = {number(loss)}"


def example(model: TwoKnobs, at: Point, i: int) -> str:
    """The same, step by step."""
    x, y = float(model.examples.x[i]), float(model.examples.y[i])
    off, loss = _off(model, at, i)
    said = float(model.predict(*at, np.array([x]))[0])
    facts = {
        "x": number(x), "y": number(y), "model": formula(model.kind), "said": number(said),
        "filled": _filled(model.kind, at, x), "off": number(off), "loss": number(loss), "p": number(1 - off),
    }  # fmt: skip
    if model.kind == "logistic":
        text = translate(
            "ModelWords",
            "Example x = {x}, class {y}\n{model} = {filled} = {said} for class 1\n"
            "for the right class {p}: loss = −ln {p} = {loss}",
        )
    else:
        text = translate(
            "ModelWords",
            "Example x = {x}, y = {y}\n{model} = {filled} = {said}\noff by {off}: loss = off² = {loss}",
        )
    return text.format(**facts)


def place(model: TwoKnobs, w: float, b: float) -> str:
    """A place of the surface: the loss there, and how it comes about."""
    known, n = model.examples, len(model.examples.x)
    losses = model.losses(w, b)
    terms = []
    for x, y in list(zip(known.x.tolist(), known.y.tolist(), strict=True))[:_TERMS]:
        filled = _filled(model.kind, (w, b), x)
        if model.kind == "logistic":
            terms.append(f"{_MINUS}ln {filled}" if y >= 0.5 else f"{_MINUS}ln(1 {_MINUS} {filled})")
        else:
            terms.append(f"({filled} {_MINUS} {_bracketed(y)})²")
    text = " + ".join(terms) + (" + …" if n > _TERMS else "")
    head = translate("ModelWords", "w = {w}, b = {b}: loss {loss}, the mean over {n} examples").format(
        w=number(w), b=number(b), loss=number(float(losses.mean())), n=n
    )
    return f"{head}\n= ({text}) / {n}"


def sentence(model: TwoKnobs, at: Point, least: float | None, step: int) -> str:
    """How good the model is as it stands, and what the best would be."""
    start = translate("ModelWords", "Step {step}: ").format(step=f"{step:,}") if step else ""
    if not (np.abs(at) < LOST).all():
        text = translate("ModelWords", "thrown out, for each step was longer than the last: lower the rate.")
        return start + text
    with np.errstate(all="ignore"):
        loss = float(model.losses(*at).mean())
    if least is not None and loss < least * (1 - 1e-6):  # the lowest is not seen
        least = None
    facts = {"w": number(at[0]), "b": number(at[1]), "loss": number(loss)}
    if model.kind == "logistic":
        t = at[0] * model.examples.x + at[1]
        right = int(((t > 0) == (model.examples.y >= 0.5)).sum())
        text = translate(
            "ModelWords", "w = {w}, b = {b}: {right} of {n} on the right side, loss {loss}; {best}."
        )
        return start + text.format(right=right, n=len(t), best=_best(model, least), **facts)
    if model.kind == "line":
        text = translate("ModelWords", "w = {w}, b = {b}: the line is off by {off}, loss {loss}; {best}.")
    else:
        text = translate("ModelWords", "w = {w}, b = {b}: the neuron is off by {off}, loss {loss}; {best}.")
    return start + text.format(off=number(math.sqrt(loss)), best=_best(model, least), **facts)


def _best(model: TwoKnobs, least: float | None) -> str:
    if least is not None:
        return translate("ModelWords", "the best has {least}").format(least=number(least))
    if model.kind == "logistic" and separable(model):
        return translate("ModelWords", "there is no best: the larger w, the lower the loss")
    if model.kind == "line":
        return translate("ModelWords", "there are many best ones, for all inputs are equal")
    return translate("ModelWords", "no lowest place is in sight")


def data(shown: OnData | None, chosen: tuple[str, int] | None) -> str:
    """The picture of the data, for those who do not see it."""
    if shown is None:
        return ""
    known = shown.model.examples
    parts = [translate("ModelWords", "{n} examples.").format(n=len(known.x))]
    if shown.known:
        text = translate("ModelWords", "The model: {model} with w = {w}, b = {b}.")
        w, b = map(number, shown.at)
        parts.append(text.format(model=formula(shown.model.kind), w=w, b=b))
    if chosen is not None and chosen[0] == "handle":
        parts.append(translate("ModelWords", "Chosen: handle {i} of the curve.").format(i=chosen[1] + 1))
    elif chosen is not None and shown.known:
        parts.append(example(shown.model, shown.at, chosen[1]).replace("\n", "; ") + ".")
    parts.append(
        translate("ModelWords", "Page keys choose, arrows move, Ins adds an example, Del takes it away.")
    )
    return " ".join(parts)


def gradient(model: TwoKnobs, frame: FitFrame, scaled: bool) -> str:
    """Where the gradient of the last step came from."""
    seen = len(frame.rows) or len(model.examples.x)
    if len(frame.rows):
        text = translate(
            "ModelWords",
            "The gradient is the mean over {n} of {all} examples of {part}. Arrows downhill: coloured for "
            "these, grey for all.",
        )
    else:
        text = translate(
            "ModelWords", "The gradient is the mean over {n} examples of {part}; the arrow is against it."
        )
    part = {
        "line": translate("ModelWords", "2 · off · (x, 1)"),
        "logistic": translate("ModelWords", "(said − class) · (x, 1)"),
        "neuron": translate("ModelWords", "2 · off · slope of tanh · (x, 1)"),
    }[model.kind]
    said = text.format(n=seen, all=len(model.examples.x), part=part)
    if scaled:
        said += " " + translate("ModelWords", "x is counted from its mean, in standard deviations.")
    return said


def limit(rate: float, highest: float) -> str:
    """Of a line, the rate from which plain descent is thrown out."""
    if rate < highest:
        text = translate("ModelWords", "Up to a rate of {highest} this goes well: 2 / the largest curvature.")
    else:
        text = translate(
            "ModelWords", "From a rate of {highest} on, 2 / the largest curvature, it is thrown out."
        )
    return text.format(highest=number(highest))


def explanation() -> ExplanationText:
    """The idea of the page."""
    return ExplanationText(
        translate(
            "ModelWords",
            "At the left a model with two knobs, w and b, on its data. How far off it is on average is one "
            "number, the loss; at the right it is a height for every setting of both knobs. A point there is "
            "a curve here: to fit a model is to walk downhill there.",
        ),
        (
            (translate("ModelWords", "Drag the line away, then let it find its way back"), "line"),
            (translate("ModelWords", "Pull one example far out: the whole surface moves"), "outlier"),
            (translate("ModelWords", "Inputs in the hundreds: a ravine. Then scale them"), "far"),
        ),
        translate(
            "ModelWords",
            "Drag the point on the surface, the handles of the curve, or an example. Each stick is how "
            "far off the model is there; the loss counts its square. With batches a step sees a few examples "
            "only: their surface is dotted, and another one at each step.",
        ),
    )


def _off(model: TwoKnobs, at: Point, i: int) -> tuple[float, float]:
    """What the model says less what is right (for logistic regression, how much it gives the wrong class),
    and the loss of an example.
    """
    x, y = float(model.examples.x[i]), float(model.examples.y[i])
    said = float(model.predict(*at, np.array([x]))[0])
    off = abs(said - y) if model.kind == "logistic" else said - y
    return off, float(model.losses(*at)[i])


def _filled(kind: Kind, at: Point, x: float) -> str:
    w, b = at
    sign = _MINUS if b < 0 else "+"
    inner = f"{number(w)}·{_bracketed(x)} {sign} {number(abs(b))}"
    return {"line": inner, "logistic": f"σ({inner})", "neuron": f"tanh({inner})"}[kind]


def _bracketed(value: float) -> str:
    text = number(value)
    return f"({text})" if value < 0 else text
