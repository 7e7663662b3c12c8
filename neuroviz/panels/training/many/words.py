"""What Many says: the live sentence, nets and places by their numbers, the explanation."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.panels.training.step.numbers import number, short
from neuroviz.sims.training.many import ManyFrame
from neuroviz.sims.training.many_maps import SCALE_OF_SPREAD, largest
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.numbers import counted_share, percent, share

translate = QCoreApplication.translate


def net(i: int) -> str:
    """A net by its number, counted from 1."""
    return translate("ManyWords", "net {n}").format(n=f"{i + 1:,}")


def score(frame: ManyFrame, value: float) -> str:
    """A share answered rightly, or of the variance explained."""
    if not math.isfinite(value):
        return "–"
    if frame.task.kind == "classes":
        return counted_share(round(value * frame.figures.n), frame.figures.n)
    if value <= 0:
        return "0\N{NARROW NO-BREAK SPACE}%"  # the mean of all values would do as well
    return share(value)


def full_score(frame: ManyFrame, i: int) -> str:
    """The score of a net, with what it is a share of."""
    found = score(frame, frame.figures.scores[i])
    if not math.isfinite(frame.figures.scores[i]):
        return found
    if frame.task.kind == "classes":
        return translate("ManyWords", "{share} right").format(share=found)
    return translate("ManyWords", "{share} of the variance").format(share=found)


def alike(frame: ManyFrame, value: float) -> str:
    """Mean agreement, or mean spread."""
    if frame.task.kind == "classes":
        return "–" if math.isnan(value) else "100\N{NARROW NO-BREAK SPACE}%" if value == 1 else percent(value)
    return f"±\N{NARROW NO-BREAK SPACE}{short(value)}"


def told(frame: ManyFrame, i: int) -> str:
    """A net of the sheet."""
    loss = float(frame.losses[i])
    text = translate(
        "ManyWords", "Net {n}: loss {loss} on the last batch; on {valid} validation examples {score}"
    )
    if not frame.figures.good[i]:
        text = translate("ManyWords", "Net {n} has flown apart: its loss is {loss}")
    return text.format(n=f"{i + 1:,}", loss=number(loss), valid=frame.figures.n, score=full_score(frame, i))


def losses(step: int, values: np.ndarray, picked: int) -> str:
    """The losses at a step: low, median and high quantile, picked, and of the curves that end outermost."""
    text = translate(
        "ManyWords",
        "Up to step {step}: median {median}; eight of ten between {low} and {high}; net {n}: {picked}; "
        "of the nets that end lowest and highest: {lowest} and {highest}",
    )
    low, median, high, own, lowest, highest = (number(float(v)) for v in values)
    return text.format(
        step=f"{step:,}", median=median, low=low, high=high, n=picked + 1, picked=own, lowest=lowest,
        highest=highest,
    )  # fmt: skip


def waiting() -> str:
    """There is nothing yet."""
    return translate("ManyWords", "Getting the examples …")


def unfit(reason: str) -> str:
    """Why the current recipe cannot be learned here."""
    return {
        "view": translate(
            "ManyWords",
            "Here nets are compared by all they answer on a line or on the plane; the present task has more "
            "inputs than 2, or is one of tables or pictures.",
        ),
        "layers": translate(
            "ManyWords",
            "Many nets learn at once only if they are made of dense layers and activations; the present one "
            "has at least 1 other layer.",
        ),
        "large": translate(
            "ManyWords",
            "Many nets learn at once only if they are small; the present one has more than 4,000 parameters.",
        ),
    }[reason]


def about_way_out() -> str:
    """What the button does to the other pages."""
    return translate(
        "ManyWords",
        "Another task and another net, for all pages of this room; undo brings back the present ones, and "
        "the run of Learn",
    )


def left(steps: int) -> str:
    """What has become of the run of Learn."""
    text = translate(
        "ManyWords",
        "The run of Learn, {steps} steps long, waits as it stood: undo brings back task, net and run.",
    )
    return text.format(steps=f"{steps:,}")


def sentence(frame: ManyFrame) -> str:
    """What is being seen."""
    k, figures = frame.setup.count, frame.figures
    if frame.step == 0:
        return _before(frame)
    if figures.lost == k:
        text = translate(
            "ManyWords", "Step {step}: all {k} nets have flown apart; from here nothing is learned."
        )
        return text.format(step=f"{frame.step:,}", k=f"{k:,}")
    return _said(frame).format(
        step=f"{frame.step:,}", k=f"{k:,}", median=score(frame, figures.median), lost=f"{figures.lost:,}",
        worst=score(frame, figures.lowest), on=alike(frame, figures.on_data),
        beyond=alike(frame, figures.beyond),
    )  # fmt: skip


def _said(frame: ManyFrame) -> str:
    """With places for the numbers."""
    if frame.setup.same:
        return translate(
            "ManyWords", "Step {step}: {k} nets from the same start are still the same net, {median} each."
        )
    if frame.task.kind == "classes":
        return translate(
            "ManyWords",
            "Step {step}: of {k} nets the median answers {median} of the validation examples rightly, the "
            "worst {worst}. On the data {on} agree, beyond it {beyond}.",
        )
    if frame.figures.lost:
        return translate(
            "ManyWords",
            "Step {step}: of {k} nets {lost} have flown apart; the median explains {median} of the variance. "
            "On the data they differ by {on}, beyond it by {beyond}.",
        )
    return translate(
        "ManyWords",
        "Step {step}: of {k} nets the median explains {median} of the variance, the worst {worst}. On the "
        "data they differ by {on}, beyond it by {beyond}.",
    )


def _before(frame: ManyFrame) -> str:
    text = translate(
        "ManyWords",
        "{k} nets of {n} parameters wait at as many different starts, to learn from {train} examples. Press "
        "play.",
    )
    if frame.setup.same:
        text = translate(
            "ManyWords",
            "{k} nets of {n} parameters wait at the very same start, to learn from {train} examples. Press "
            "play.",
        )
    return text.format(
        k=f"{frame.setup.count:,}", n=f"{frame.plan.n_trainable:,}", train=f"{len(frame.task.train):,}"
    )


def about_sheet() -> str:
    """What the small pictures are."""
    return translate("ManyWords", "What each net answers, −2 to 2; examples lie in the middle")


# -- what stands beside the maps -----------------------------------------------------------------------


def about_one(frame: ManyFrame) -> str:
    """The picked net."""
    figures, i = frame.figures, frame.picked
    ranks = np.where(np.isnan(figures.scores), -np.inf, figures.scores)
    better = int((ranks > ranks[i]).sum())
    text = translate(
        "ManyWords", "Net {n}: {score} on the {valid} validation examples; {better} of {k} nets are better."
    )
    return text.format(
        n=f"{i + 1:,}", score=full_score(frame, i), better=f"{better:,}",
        k=f"{frame.setup.count:,}", valid=figures.n,
    )  # fmt: skip


def about_common(frame: ManyFrame) -> str:
    """Agreement on the data and beyond."""
    if frame.task.kind == "classes":
        text = translate(
            "ManyWords",
            "The share of nets that give the most frequent answer: on the data {on}, outside the dotted "
            "square {beyond}. Examples decide what happens between them, each start what happens beyond.",
        )
    else:
        text = translate(
            "ManyWords",
            "How far the answers lie apart, as a standard deviation: on the data {on}, outside their range "
            "{beyond}. Examples decide what happens between them, each start what happens beyond.",
        )
    return text.format(on=alike(frame, frame.figures.on_data), beyond=alike(frame, frame.figures.beyond))


def level_ends(frame: ManyFrame) -> tuple[str, str]:
    """What the first and the last colour of the map of agreement stand for."""
    if frame.task.kind == "classes":
        chance = percent(1 / frame.task.n_out)
        return translate("ManyWords", "{p} agree").format(p=chance), translate("ManyWords", "all agree")
    most = f"±\N{NARROW NO-BREAK SPACE}{number(SCALE_OF_SPREAD * largest(frame.task))}"
    return translate("ManyWords", "all alike"), most


def about_band() -> str:
    """The band on a line."""
    return translate("ManyWords", "nine of ten")


def common_formula(frame: ManyFrame, share: float) -> str:
    """What a place of the map of agreement says, with its numbers."""
    n = frame.common.counted
    if not math.isfinite(share):
        return translate("ManyWords", "No net gives a number here")
    if frame.task.kind == "classes":
        text = translate(
            "ManyWords", "{votes} of {n} nets give the most frequent answer: {votes} / {n} = {share}"
        )
        return text.format(votes=f"{round(share * n):,}", n=f"{n:,}", share=alike(frame, share))
    text = translate("ManyWords", "√(mean of (answer − mean answer)²) over {n} nets = {share}")
    return text.format(n=f"{n:,}", share=number(share))


def averages(frame: ManyFrame) -> tuple[str, str, str, str]:
    """Captions and figures of both: the mean of the answers, the net of the mean weights."""
    figures = frame.figures
    return (
        translate("ManyWords", "Averaged answers"), score(frame, figures.together),
        translate("ManyWords", "Averaged weights"), score(frame, figures.average),
    )  # fmt: skip


def averages_tips(frame: ManyFrame) -> tuple[str, str]:
    """How they are made."""
    n = frame.common.counted
    answers = translate(
        "ManyWords", "All nets are asked, then the {n} answers are averaged: (a₁ + a₂ + … + aₙ) / {n}"
    )
    weights = translate(
        "ManyWords",
        "The weights of all nets are averaged, (w₁ + w₂ + … + wₙ) / {n}, and this one net is asked",
    )
    return answers.format(n=f"{n:,}"), weights.format(n=f"{n:,}")


def place(x: float, y: float) -> str:
    """A place of the plane."""
    text = translate("ManyWords", "x = {x}, y = {y}")
    return text.format(x=f"{x:.2f}", y=f"{y:.2f}").replace("-", "\N{MINUS SIGN}")


def answer(frame: ManyFrame, values: np.ndarray) -> str:
    """One answer: probabilities, or a value."""
    if not np.isfinite(values).all():
        return translate("ManyWords", "no number")
    if frame.task.kind == "values":
        return number(float(values[0]))
    names = frame.task.class_names
    order = np.argsort(-values)[:3]
    return ", ".join(f"{names[k] if names else k}: {percent(float(values[k]))}" for k in order)


def batch_held(frame: ManyFrame) -> str:
    """That a batch is smaller than asked for, and than all there is; empty if it is not."""
    if frame.batch >= min(frame.knobs.batch, len(frame.task.train)):
        return ""
    text = translate("ManyWords", "{k} nets can bear {n} examples a step, not {asked}.")
    return text.format(k=f"{frame.setup.count:,}", n=frame.batch, asked=frame.knobs.batch)


def explanation() -> ExplanationText:
    """The idea of the page."""
    return ExplanationText(
        translate(
            "ManyWords",
            "Nobody writes rules for a net: it is shown examples, and finds weights that reproduce them. "
            "There are "
            "many such weights. Each start leads to other ones, so nets that say the same about the "
            "examples say "
            "different things about all that no example has told them. All nets here have the same layers "
            "and see "
            "the same batches; only their first weights differ.",
        ),
        (
            (translate("ManyWords", "Give all nets the same start: are they different at the end?"), "same"),
            (translate("ManyWords", "Show only 12 examples: what is agreed on now?"), "few"),
            (translate("ManyWords", "Average the weights of all nets: is that a good net?"), "average"),
        ),
        translate(
            "ManyWords",
            "Within the dotted square, where the data are, the small pictures resemble each other; outside "
            "they do "
            "not. The averaged answers are better than most single nets. The net of averaged weights knows "
            "nothing: hidden unit 3 of one net does the work of unit 5 of another, and their mean does "
            "neither.",
        ),
    )

