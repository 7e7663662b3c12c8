"""What Digits says: the live sentence, and the sheet that explains the room."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from neuroviz.panels.digits.recipes import left_out
from neuroviz.sims.digits import DigitsFrame
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.numbers import percent, share

_HESITATES_BELOW = 0.6


def title() -> str:
    """The room's name."""
    return QCoreApplication.translate("DigitsPanel", "Digits")


def draw_tab() -> str:
    """The first page, where digits are drawn."""
    return QCoreApplication.translate("DigitsPanel", "Draw")


def sentence(
    frame: DigitsFrame | None, label: int | None, *, test: bool = True, measuring: bool = False
) -> str:
    """What is being seen. `label`: what the picture on the pad is known to show, if one is there untouched;
    `test`: it is one of the test images; `measuring`: whether it is like a digit at all is not known yet.
    """
    if frame is None or frame.answer is None:
        return QCoreApplication.translate("DigitsWords", "Draw a digit: the net answers while the pen moves.")
    p = frame.answer.probabilities
    return _answered(frame, p, label, (test, measuring)) if np.isfinite(p).all() else _beyond(p)


def _answered(
    frame: DigitsFrame, p: NDArray[np.float32], label: int | None, known: tuple[bool, bool]
) -> str:
    """What is being seen of an answer; known: test and measuring, as above."""
    assert frame.answer is not None
    test, measuring = known
    if frame.picture is not None and label is not None and frame.n_points == 0:
        return _on_test_image(p, label) if test else _on_picture(p, label)
    if frame.step < frame.n_points:
        text = QCoreApplication.translate(
            "DigitsWords",
            "After {k} of {n} pen points: {best} ({p}); next best: {next} ({q}).",
        )
        return text.format(k=frame.step, n=frame.n_points, **_two_best(p))
    if frame.whole is not None:
        return _with_steps_left_out(frame, p, frame.whole)
    novelty = frame.answer.novelty
    if novelty is not None and novelty.beyond:
        # Short enough for one line: a second would push the pad away under the pen.
        text = QCoreApplication.translate(
            "DigitsWords", "Not a digit? Stranger than {share} of real ones, yet the net says {best} ({p})."
        )
        return text.format(share=share(novelty.farther), **_two_best(p))
    if measuring and novelty is None:
        text = QCoreApplication.translate(
            "DigitsWords",
            "Of ten digits the net says {best} ({p}); is it one at all? That is being measured.",
        )
    elif p.max() < _HESITATES_BELOW:
        text = QCoreApplication.translate("DigitsWords", "The net hesitates: {best} ({p}) or {next} ({q})?")
    else:
        text = QCoreApplication.translate(
            "DigitsWords", "The net is {p} sure this is a {best}; next best: {next} ({q})."
        )
    return text.format(**_two_best(p))


def _with_steps_left_out(frame: DigitsFrame, p: NDArray[np.float32], whole: NDArray[np.float32]) -> str:
    """What it is taken for now, and what it would be taken for with every step."""
    assert frame.prepared is not None
    text = QCoreApplication.translate(
        "DigitsWords", "Without {steps}: {best} ({p}). With every step: {whole} ({w})."
    )
    with_all = int(whole.argmax())
    return text.format(
        steps=left_out(frame.prepared.recipe),
        whole=with_all,
        w=percent(float(whole[with_all])),
        **_two_best(p),
    )


def _on_test_image(p: NDArray[np.float32], label: int) -> str:
    if int(p.argmax()) == label:
        text = QCoreApplication.translate(
            "DigitsWords",
            "A test image of a {label}, and the net is {p} sure of it; next best: {next} ({q}).",
        )
    else:
        text = QCoreApplication.translate(
            "DigitsWords", "A test image of a {label}, but the net takes it for a {best} ({p})."
        )
    return text.format(label=label, **_two_best(p))


def _beyond(p: NDArray[np.float32]) -> str:
    """Values that have overflowed on their way through the net."""
    text = QCoreApplication.translate(
        "DigitsWords", "The answer of this net is not a number: its {n} values are beyond all limits."
    )
    return text.format(n=len(p))


def _on_picture(p: NDArray[np.float32], label: int) -> str:
    if int(p.argmax()) == label:
        text = QCoreApplication.translate(
            "DigitsWords",
            "A picture of a {label}, and the net is {p} sure of it; next best: {next} ({q}).",
        )
    else:
        text = QCoreApplication.translate(
            "DigitsWords", "A picture of a {label}, but the net takes it for a {best} ({p})."
        )
    return text.format(label=label, **_two_best(p))


def _two_best(p: NDArray[np.float32]) -> dict[str, object]:
    """The two best classes and their probabilities, for the placeholders of a sentence."""
    order = np.argsort(-p, kind="stable")
    best, second = int(order[0]), int(order[1])
    return {"best": best, "p": percent(float(p[best])), "next": second, "q": percent(float(p[second]))}


def explanation() -> ExplanationText:
    """The sheet of the room."""
    idea = QCoreApplication.translate(
        "DigitsWords",
        "A digit you draw becomes 784 grey values. The net multiplies them by weights, adds them up, "
        "bends the sums, and does so again, layer by layer, until ten numbers are left: one for each digit. "
        "Nobody told it what a 3 looks like. Its weights were adjusted on 60,000 examples "
        "until its answers agreed with people's.",
    )
    tries = (
        (
            QCoreApplication.translate(
                "DigitsWords", "Watch a 3 being written, and when the net makes up its mind"
            ),
            "three",
        ),
        (
            QCoreApplication.translate(
                "DigitsWords", "Draw something that is no digit: it answers all the same, and the meter tells"
            ),
            "house",
        ),
        (QCoreApplication.translate("DigitsWords", "Look at a test image that the net gets wrong"), "wrong"),
    )
    notice = QCoreApplication.translate(
        "DigitsWords",
        "Blue is below zero, orange above. Strongly coloured maps and neurons are the ones that answer; the "
        "lines are the largest products of weight and activation. Scrub the timeline back: the same net "
        "answers the unfinished digit. The meter below the bars compares what the layers make of your "
        "drawing with what they made of 4,000 digits to learn from: the hill is where real digits lie.",
    )
    return ExplanationText(idea, tries, notice)
