"""What Backprop says: the live sentence, the factors of the chain, and the sheet that explains the page."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.panels.layers.backprop.course import Course
from neuroviz.sims.backprop import BackpropFrame
from neuroviz.sims.chain import Chain
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.netview import words as networds
from neuroviz.ui.numbers import fine_percent, share

translate = QCoreApplication.translate
_TINY = 1e-5  # of a gradient: single precision knows a probability near 1 to seven digits
_FUNCTIONS = {"relu": "ReLU", "leaky_relu": "leaky ReLU", "tanh": "tanh", "sigmoid": "σ", "gelu": "GELU",
              "linear": "id"}  # fmt: skip


def number(value: float) -> str:
    """Three digits that matter."""
    if not math.isfinite(value):
        return "–"
    if value != 0 and (abs(value) < 0.01 or abs(value) >= 10000):
        return f"{value:.2e}".replace("-", "\N{MINUS SIGN}")
    return f"{value:.3g}".replace("-", "\N{MINUS SIGN}")


# -- the chain -----------------------------------------------------------------------------------------


def no_weight() -> str:
    """There is nothing to take apart."""
    return translate("BackpropWords", "No gradient yet: lay something before the net.")


def no_number() -> str:
    """There is something before the net, but its answer or its loss is no number."""
    return translate("BackpropWords", "No gradient: the answer of this net is not a number.")


def input_name(one: Chain) -> str:
    """What the weight multiplies."""
    return "1" if one.weight.name != "w" else "a"


def input_note(one: Chain) -> str:
    """Where that comes from."""
    if one.weight.name == "b":
        return translate("BackpropWords", "a bias has nothing before it")
    if one.weight.name != "w":
        return translate("BackpropWords", "normalised value")
    if len(one.weight.index) == 4:
        return translate("BackpropWords", "where it counts most of {n} places").format(n=f"{one.n_places:,}")
    return translate("BackpropWords", "what comes in, unit {i}").format(i=one.weight.index[0])


def slope_note(one: Chain) -> str:
    """What f is."""
    name = _FUNCTIONS.get(one.function, one.function)
    return translate("BackpropWords", "slope of {f} there").format(f=name)


def error_note(one: Chain) -> str:
    """What the error behind is the sum of."""
    if not one.terms:
        return translate("BackpropWords", "the error that comes back")
    parts = [f"{number(t.w)}·({number(t.error)})" for t in one.terms[:1]]
    rest = one.n_terms - len(parts)
    text = " + ".join(parts)
    return text if rest <= 0 else translate("BackpropWords", "{sum} + {n} more").format(sum=text, n=rest)


def gradient_name(one: Chain) -> str:
    """What the product is."""
    return "∂L/∂b" if one.weight.name == "b" else "∂L/∂w"


def gradient_note(one: Chain) -> str:
    """Which weight."""
    if one.n_places > 1:
        return translate("BackpropWords", "summed over {n} places").format(n=f"{one.n_places:,}")
    return translate("BackpropWords", "the gradient of this weight")


def agrees(one: Chain) -> bool:
    """Whether both ways give the same, as far as single precision goes."""
    return abs(one.numeric - one.gradient) <= 2e-3 * max(abs(one.numeric), abs(one.gradient)) + 1e-12


def tiny(one: Chain) -> bool:
    """Whether it is too small for single precision to tell: the loss itself is then almost nothing."""
    return max(abs(one.numeric), abs(one.gradient)) < _TINY


def check(one: Chain) -> str:
    """The same by wiggling the weight."""
    if one.kink:
        text = translate(
            "BackpropWords", "Wiggled: the loss has a kink just here: slope {below} below, {above} above."
        )
        return text.format(below=number(one.below), above=number(one.above))
    if not agrees(one) and tiny(one):
        text = translate(
            "BackpropWords", "Wiggled: {numeric}. Both are too small for 32-bit numbers to tell apart."
        )
        return text.format(numeric=number(one.numeric))
    text = (
        translate("BackpropWords", "Wiggled: (L(w + h) − L(w − h)) / 2h = {numeric} ✓ the same.")
        if agrees(one)
        else translate("BackpropWords", "Wiggled: (L(w + h) − L(w − h)) / 2h = {numeric}: not the same!")
    )
    return text.format(numeric=number(one.numeric))


def update(one: Chain) -> str:
    """Where the weight goes."""
    text = translate("BackpropWords", "One step: {before} − rate · {gradient} = {after}")
    return text.format(before=number(one.value), gradient=number(one.gradient), after=number(one.after))


# -- the sentence ----------------------------------------------------------------------------------------


def sentence(frame: BackpropFrame | None, course: Course | None, at: int) -> str:
    """What is being seen."""
    if frame is None or course is None or frame.subject.x is None:
        n = 0 if course is None else len(course.stages)
        text = translate("BackpropWords", "Lay something before the net: {n} stages wait for it.")
        return text.format(n=n)
    if frame.gradients is None and not math.isfinite(frame.loss):
        text = translate("BackpropWords", "{n} layers, and the answer is not a number: no loss, no gradient.")
        return text.format(n=len(frame.net.layers))
    if frame.gradients is None:
        text = translate("BackpropWords", "The loss is {loss}: nothing can be learned from that.")
        return text.format(loss=number(frame.loss))
    place = course.place(at)
    if place.leg == "forward":
        return _forward(frame, course, place.stage)
    if place.leg == "loss":
        return _loss(frame)
    return _back(frame, course, place.stage) if place.leg == "back" else _update(frame)


def _title(course: Course, stage: int) -> str:
    return networds.title(course.stages[stage], last=stage == len(course.stages) - 1)


def _forward(frame: BackpropFrame, course: Course, stage: int) -> str:
    assert frame.gradients is not None
    values = course.stages[stage].values(frame.gradients.trace)
    text = translate("BackpropWords", "Forward, {k} of {n}: {stage}, {count} values from {low} to {high}.")
    return text.format(
        k=stage + 1, n=len(course.stages), stage=_title(course, stage), count=f"{values.size:,}",
        low=number(float(values.min())), high=number(float(values.max())),
    )  # fmt: skip


def _loss(frame: BackpropFrame) -> str:
    if frame.p is not None and frame.target < len(frame.p):
        text = translate("BackpropWords", "It should be {target}; the net gives it {p}: the loss is {loss}.")
        p = fine_percent(float(frame.p[frame.target]))
        return text.format(target=frame.target, p=p, loss=number(frame.loss))
    text = translate("BackpropWords", "It should be {target}: the loss is {loss}.")
    return text.format(target=frame.target, loss=number(frame.loss))


def _back(frame: BackpropFrame, course: Course, stage: int) -> str:
    found = frame.gradients
    assert found is not None
    shown = course.stages[stage].shown
    errors = found.dx[0] if shown < 0 else found.dys[shown]
    errors = np.asarray(errors).ravel()
    largest = int(np.abs(errors).argmax())
    silent = float((errors == 0).mean())
    if course.stages[stage].is_maps:
        text = translate(
            "BackpropWords", "Back at {stage}: largest error {value}, in map {i}; {silent} % get none."
        )
    else:
        text = translate(
            "BackpropWords", "Back at {stage}: largest error {value}, at unit {i}; {silent} % get none."
        )
    largest_at = largest // (errors.size // course.stages[stage].n_cells)
    value, percent = number(float(errors[largest])), round(100 * silent)
    return text.format(stage=_title(course, stage), value=value, i=largest_at, silent=percent)


def _update(frame: BackpropFrame) -> str:
    if frame.next is None:
        text = translate("BackpropWords", "At this rate the {n} weights would be no numbers any more.")
        return text.format(n=f"{frame.net.n_params:,}")
    text = (
        translate("BackpropWords", "One step for all {n} weights: loss {a} → {b}{rest}.")
        if frame.loss_after <= frame.loss
        else translate("BackpropWords", "One step too far for all {n} weights: loss {a} → {b}{rest}.")
    )
    rest = ""
    if frame.p is not None and frame.p_after is not None and frame.target < len(frame.p):
        before, after = (fine_percent(float(p[frame.target])) for p in (frame.p, frame.p_after))
        part = translate("BackpropWords", ", chance of {target} {p} → {q}")
        rest += part.format(target=frame.target, p=before, q=after)
    if frame.others is not None and frame.others_after is not None:
        part = translate("BackpropWords", "; of all else {p} right → {q}")
        rest += part.format(p=share(frame.others), q=share(frame.others_after))
    a, b = number(frame.loss), number(frame.loss_after)
    return text.format(n=f"{frame.net.n_params:,}", a=a, b=b, rest=rest)


def explanation() -> ExplanationText:
    """The idea of the page."""
    return ExplanationText(
        idea=translate(
            "BackpropWords",
            "Learning asks each weight: if you were a little larger, would the loss be larger or smaller? "
            "The answers for all weights come in one pass back through the net: the error at the end is "
            "handed to the layer before, each unit getting its part of the blame, times the slope of its "
            "function.",
        ),
        tries=(
            (translate("BackpropWords", "Watch the error go back through the CNN"), "watch"),
            (translate("BackpropWords", "Take twenty steps on one wrong answer"), "learn"),
            (translate("BackpropWords", "See where the error dies in saturated units"), "saturated"),
        ),
        notice=translate(
            "BackpropWords",
            "Units that are shut (ReLU at zero) or saturated (sigmoid at its ends) pass no error on: "
            "what lies behind them cannot learn from this example. And the check by wiggling needs two "
            "passes for one weight, where backpropagation has all of them in one. A long step puts this "
            "one answer right and spoils the others: hence small steps, over many examples.",
        ),
    )


def presets() -> tuple[tuple[str, str], ...]:
    """Titles and reasons, in order."""
    return (
        (translate("BackpropWords", "A wrong answer put right"),
         translate("BackpropWords", "One step on a test image that the CNN gets wrong.")),
        (translate("BackpropWords", "Three units"),
         translate("BackpropWords", "Small enough to check every number by hand.")),
        (translate("BackpropWords", "Already right"),
         translate("BackpropWords", "Almost no error, so almost nothing to learn.")),
        (translate("BackpropWords", "Saturated"),
         translate("BackpropWords", "The slope is nearly zero: the error dies on its way back.")),
        (translate("BackpropWords", "A step too large"),
         translate("BackpropWords", "This one answer is put right, and nearly all others are spoilt.")),
    )  # fmt: skip
