"""What Why says: its tab, the names of its pictures, what each can tell, and the live sentence."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.panels.layers.why.figures import correlation, figure
from neuroviz.sims.attribution import GRADIENT, INTEGRATED, OCCLUSION, TIMES_INPUT
from neuroviz.sims.smallest_flip import FLAT, FOUND, LINF, NONE
from neuroviz.sims.why import TRAINED, WhyFrame
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.numbers import fine_percent

INPUT, CHANGE, CHANGED = "input", "change", "changed"
PICTURES = (GRADIENT, TIMES_INPUT, INTEGRATED, OCCLUSION, INPUT, CHANGE, CHANGED)


def name(picture: str) -> str:
    """What a picture is called."""
    return {
        GRADIENT: QCoreApplication.translate("WhyWords", "Gradient"),
        TIMES_INPUT: QCoreApplication.translate("WhyWords", "Gradient × input"),
        INTEGRATED: QCoreApplication.translate("WhyWords", "Integrated gradients"),
        OCCLUSION: QCoreApplication.translate("WhyWords", "Occlusion"),
        INPUT: QCoreApplication.translate("WhyWords", "What the net gets"),
        CHANGE: QCoreApplication.translate("WhyWords", "+ smallest flip"),
        CHANGED: QCoreApplication.translate("WhyWords", "= what flips it"),
    }[picture]


def worth(picture: str) -> str:
    """What a picture can tell and what it cannot, in one sentence."""
    return {
        GRADIENT: QCoreApplication.translate(
            "WhyWords", "Tells where a small change would move the score; not what the answer rests on."
        ),
        TIMES_INPUT: QCoreApplication.translate(
            "WhyWords", "Shares the score out as if the net were linear; an input of 0 cannot count."
        ),
        INTEGRATED: QCoreApplication.translate(
            "WhyWords", "Shares out all of the rise from the baseline; another baseline, another map."
        ),
        OCCLUSION: QCoreApplication.translate(
            "WhyWords", "Tells what is lost when a patch is covered; not what two patches do together."
        ),
        INPUT: QCoreApplication.translate(
            "WhyWords", "Tells what is explained: these numbers, not what you have in mind."
        ),
        CHANGE: QCoreApplication.translate(
            "WhyWords", "Tells how near another answer is; not that there is no nearer one."
        ),
        CHANGED: QCoreApplication.translate(
            "WhyWords", "Shows what the net confuses; it cannot show what people would."
        ),
    }[picture]


def worth_of_curve() -> str:
    """The same for the chart."""
    return QCoreApplication.translate(
        "WhyWords", "Lower is more faithful; but half-erased inputs are ones the net never met."
    )


def waiting(frame: WhyFrame | None) -> str:
    """Why there is no picture."""
    if frame is None or frame.x is None:
        return QCoreApplication.translate("WhyWords", "Nothing lies before the net yet.")
    if not frame.finite:
        return QCoreApplication.translate("WhyWords", "No number: this net's answer is not finite.")
    return QCoreApplication.translate("WhyWords", "being computed")


def no_flip(frame: WhyFrame) -> str:
    """Why there is no flip."""
    status = "" if frame.flip is None else frame.flip.status
    if not frame.finite or frame.x is None:
        return waiting(frame)
    if status == FLAT:
        return QCoreApplication.translate("WhyWords", "Every slope is 0 here: descent has no direction.")
    if status == NONE and frame.settings.target == frame.answer:
        return QCoreApplication.translate("WhyWords", "It is read as {k} already.").format(k=frame.answer)
    if status == NONE:
        text = QCoreApplication.translate("WhyWords", "None found in {n} steps.")
        return text.format(n=frame.flip.tried if frame.flip else 0)
    return waiting(frame)


def score(frame: WhyFrame) -> str:
    """What f is."""
    if frame.rival >= 0:
        text = QCoreApplication.translate("WhyWords", "score of {k} minus score of {r}")
        return text.format(k=frame.chosen, r=frame.rival)
    return QCoreApplication.translate("WhyWords", "score of {k}").format(k=frame.chosen)


def caption(frame: WhyFrame, picture: str) -> str:
    """The numbers under a picture."""
    if picture in (INPUT, CHANGE, CHANGED):
        return _flip_caption(frame, picture)
    found = frame.maps.get(picture)
    if found is None or not found.fresh:
        return ""
    like = frame.likeness.get(picture)
    if like is not None:
        return QCoreApplication.translate("WhyWords", "ρ with learnt: {rho}").format(rho=correlation(like))
    if found.done < 1:
        return QCoreApplication.translate("WhyWords", "{p} % done").format(p=int(100 * found.done))
    return {
        GRADIENT: _steepest, TIMES_INPUT: _sum, INTEGRATED: completeness, OCCLUSION: _fall,
    }[picture](frame)  # fmt: skip


def _top(frame: WhyFrame, picture: str) -> str:
    values = frame.maps[picture].values
    known = values[np.isfinite(values)]
    return figure(float(known[np.abs(known).argmax()]) if known.size else np.nan, plus=True)


def _steepest(frame: WhyFrame) -> str:
    return QCoreApplication.translate("WhyWords", "steepest: {v}").format(v=_top(frame, GRADIENT))


def _fall(frame: WhyFrame) -> str:
    return QCoreApplication.translate("WhyWords", "largest fall: {v}").format(v=_top(frame, OCCLUSION))


def _sum(frame: WhyFrame) -> str:
    total = figure(frame.maps[TIMES_INPUT].total)
    return QCoreApplication.translate("WhyWords", "sum {s}, f = {f}").format(s=total, f=figure(frame.f))


def legend() -> str:
    """How to read the colours."""
    return QCoreApplication.translate(
        "WhyWords",
        "Orange speaks for, blue against; 99 % of a map's values stay below the number at its colour bar.",
    )


def completeness(frame: WhyFrame) -> str:
    """The sum of integrated gradients beside what it should be."""
    total, wanted = frame.maps[INTEGRATED].total, frame.f - frame.f0
    text = QCoreApplication.translate("WhyWords", "{s} of {w}, gap {g}")
    return text.format(s=figure(total), w=figure(wanted), g=gap(total, wanted))


def gap(total: float, wanted: float) -> str:
    """How much of the rise is missing, in percent; of no rise at all, as a number."""
    if abs(wanted) < 1e-6:
        return figure(total - wanted)
    share = 100 * abs(total - wanted) / abs(wanted)
    return f"{share:.{2 if share < 10 else 0}f}\N{NARROW NO-BREAK SPACE}%"


def _flip_caption(frame: WhyFrame, picture: str) -> str:
    flip = frame.flip
    if picture == INPUT:
        if frame.p is None or frame.answer < 0 or not frame.finite:
            return ""
        return _read(frame.answer, float(frame.p[frame.answer]))
    if picture == CHANGE and flip is None and frame.finite and frame.x is not None:
        return QCoreApplication.translate("WhyWords", "{p} % done").format(p=int(100 * frame.flip_done))
    if flip is None or flip.status != FOUND:
        return ""
    if picture == CHANGE:
        sizes = {"a": figure(flip.l2), "b": figure(flip.linf)}
        return QCoreApplication.translate("WhyWords", "L2 {a}, L∞ {b}").format(**sizes)
    return _read(flip.after, flip.p_after)


def _read(k: int, p: float) -> str:
    text = QCoreApplication.translate("WhyWords", "read as {k}: {p}")
    return text.format(k=k, p="–" if np.isnan(p) else fine_percent(p))


def sentence(frame: WhyFrame | None) -> str:
    """What is being seen."""
    if frame is None or frame.x is None:
        return QCoreApplication.translate(
            "WhyWords", "Draw a digit, and 4 ways of asking why it is read so will answer side by side."
        )
    if not frame.finite or frame.p is None:
        return QCoreApplication.translate(
            "WhyWords", "The score of {k} is no finite number in this net, so that nothing explains it."
        ).format(k=max(frame.chosen, 0))
    text = QCoreApplication.translate("WhyWords", "Read as {k} ({p}): the {score} is {f}.")
    p = fine_percent(float(frame.p[frame.answer]))
    parts = [text.format(score=score(frame), f=figure(frame.f), k=frame.answer, p=p)]
    # While a hand draws, what comes a moment later would only make the sentence jump.
    if frame.complete and frame.settings.weights != TRAINED:
        parts.append(_random_words(frame))
    elif frame.complete:
        parts += [_slope_words(frame), _flip_words(frame)]
    return " ".join(part for part in parts if part)


def _random_words(frame: WhyFrame) -> str:
    if not frame.likeness:
        return QCoreApplication.translate("WhyWords", "Its weights are random.")
    top = max(frame.likeness, key=lambda one: abs(frame.likeness[one]))
    return QCoreApplication.translate(
        "WhyWords", "Its weights are random; nearest to the learnt map, up to the sign, is {name}: ρ = {rho}."
    ).format(name=name(top), rho=correlation(frame.likeness[top]))


def _slope_words(frame: WhyFrame) -> str:
    found = frame.maps.get(INTEGRATED)
    if found is None:
        return ""
    wanted = frame.f - frame.f0
    return QCoreApplication.translate(
        "WhyWords", "Integrated gradients add up to {s} of its rise of {w}."
    ).format(s=figure(found.total), w=figure(wanted))


def _flip_words(frame: WhyFrame) -> str:
    flip = frame.flip
    if flip is None:
        return ""
    if flip.status != FOUND:
        return no_flip(frame)
    if frame.settings.norm == LINF:
        text = QCoreApplication.translate(
            "WhyWords", "With no input changed by more than {b}, it is read as {k}."
        )
        return text.format(b=figure(flip.linf), k=flip.after)
    text = QCoreApplication.translate("WhyWords", "A change of L2 {a}, and it is read as {k}.")
    return text.format(a=figure(flip.l2), k=flip.after)


def explanation() -> ExplanationText:
    """The sheet of the page."""
    idea = QCoreApplication.translate(
        "WhyWords",
        "A net gives a number for each class, and no reasons. Each picture here asks for reasons in another "
        "way, so that each gives another answer to “why?”. Orange speaks for the class, blue against it. "
        "Under each stands what it can tell, and what it cannot.",
    )
    tries = (
        (
            QCoreApplication.translate(
                "WhyWords", "Ask a saturated net: its slopes are near 0, integrated gradients are not"
            ),
            "saturated",
        ),
        (
            QCoreApplication.translate("WhyWords", "Give every pixel a little: a flip that no human sees"),
            "unseen",
        ),
        (
            QCoreApplication.translate("WhyWords", "Throw the weights away, and see which maps change"),
            "random",
        ),
    )
    notice = QCoreApplication.translate(
        "WhyWords",
        "The chart checks the maps: it takes away the inputs that a map calls most important, and watches "
        "the probability fall; taking them in random order is the measure. Point at a pixel for the "
        "formula with its numbers; click a picture to lay it large.",
    )
    return ExplanationText(idea, tries, notice)
