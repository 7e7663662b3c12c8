"""What the judges' page says: the live sentence, the judges' names, and the sheet that explains it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from neuroviz.sims.judges import NEAREST, JudgesFrame, Verdict
from neuroviz.sims.neighbours import K
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.net_chooser import net_title
from neuroviz.ui.numbers import percent

FAR = 7.0
"""Of 1,000 test images 99 in 100 have a remembered one within 6.9; their median is 4.4, the farthest 7.9."""


def shown_name(name: str) -> str:
    """What a judge is called on the screen; nets keep the names they have in the workspace."""
    if name == NEAREST:
        return QCoreApplication.translate("JudgesWords", "Nearest")
    return net_title(name)


def size_of(verdict: Verdict) -> str:
    """How large a judge is."""
    if verdict.name == NEAREST:
        text = QCoreApplication.translate("JudgesWords", "{n} pictures")
    else:
        text = QCoreApplication.translate("JudgesWords", "{n} weights")
    return text.format(n=f"{verdict.size:,}")


def describes(verdict: Verdict) -> str:
    """What kind of judge it is, for the tooltip."""
    if verdict.name == NEAREST:
        return QCoreApplication.translate(
            "JudgesWords",
            "Remembers all 60,000 training images and lets the three nearest vote, pixel against pixel; "
            "wrong on 2.83 % of the test images",
        )
    if verdict.evidence is not None and verdict.evidence.shape[1] == 784:
        return QCoreApplication.translate(
            "JudgesWords",
            "No hidden layer: one picture of weights for each digit, multiplied with the drawing",
        )
    return QCoreApplication.translate("JudgesWords", "A net of the workspace, with hidden layers")


def certainty(verdict: Verdict) -> str:
    """How sure a judge is of its answer: percent, or votes for the one that lets pictures vote."""
    ranked = verdict.ranked
    if ranked is None or verdict.probabilities is None:
        return ""
    if verdict.near is None:
        return percent(float(verdict.probabilities[ranked[0]]))
    labels = verdict.near.labels[:K]
    text = QCoreApplication.translate("JudgesWords", "{k} of {n}")
    return text.format(k=int((labels == ranked[0]).sum()), n=len(labels))


def sentence(frame: JudgesFrame | None, n_judges: int) -> str:
    """Who says what. `n_judges`: how many are asked, for the empty sheet."""
    if frame is None or frame.grey is None:
        text = QCoreApplication.translate(
            "JudgesWords", "Draw a digit: {n} judges answer side by side while the pen moves."
        )
        return text.format(n=n_judges)
    answers = frame.answers()
    if not answers:
        text = QCoreApplication.translate("JudgesWords", "{n} judges are shown: choose at least one.")
        return text.format(n=0)
    parts = [_vote(frame), _distance(frame)]
    if frame.sheet.label is not None and frame.sheet.drawing.empty:
        text = QCoreApplication.translate("JudgesWords", "This test image is a {label}.")
        parts.insert(1, text.format(label=frame.sheet.label))
    return " ".join(part for part in parts if part)


def _vote(frame: JudgesFrame) -> str:
    """How many say what, and who says otherwise."""
    answers, most = frame.answers(), frame.majority()
    sure = {one.name: certainty(one) for one in frame.verdicts}
    if most is None:
        text = QCoreApplication.translate("JudgesWords", "They are split: {all}.")
        return text.format(all=_listed(answers, sure))
    others = tuple((name, digit) for name, digit in answers if digit != most)
    if others:
        text = QCoreApplication.translate("JudgesWords", "{k} of {n} say {digit}; {others}.")
        k = len(answers) - len(others)
        return text.format(k=k, n=len(answers), digit=most, others=_said(others, sure))
    said = [(one.name, one.probabilities) for one in frame.verdicts if one.probabilities is not None]
    least = min(said, key=_largest)[0]
    text = QCoreApplication.translate("JudgesWords", "All {n} say {digit}; the least sure is {name} ({p}).")
    return text.format(n=len(answers), digit=most, name=shown_name(least), p=sure[least])


def _largest(said: tuple[str, NDArray[np.float32]]) -> float:
    return float(said[1].max())


def _said(answers: tuple[tuple[str, int], ...], sure: dict[str, str]) -> str:
    """Name, digit and certainty of each."""
    text = QCoreApplication.translate("JudgesWords", "{name} says {digit} ({p})")
    listed = [text.format(name=shown_name(name), digit=d, p=sure[name]) for name, d in answers]
    return QCoreApplication.translate("JudgesWords", ", ").join(listed)


def _listed(answers: tuple[tuple[str, int], ...], sure: dict[str, str]) -> str:
    """The same, as short as can be."""
    text = QCoreApplication.translate("JudgesWords", "{name}: {digit} ({p})")
    listed = [text.format(name=shown_name(name), digit=d, p=sure[name]) for name, d in answers]
    return QCoreApplication.translate("JudgesWords", ", ").join(listed)


def _distance(frame: JudgesFrame) -> str:
    """A warning when nothing that is remembered is near."""
    near = next((one.near for one in frame.verdicts if one.near is not None), None)
    if near is None or not frame.complete or near.distances[0] < FAR:
        return ""
    text = QCoreApplication.translate(
        "JudgesWords",
        "But nothing remembered is near: the nearest is {d} away; for real digits it is mostly under {far}.",
    )
    return text.format(d=f"{near.distances[0]:.1f}", far=round(FAR))


def explanation() -> ExplanationText:
    """The sheet of the page."""
    idea = QCoreApplication.translate(
        "JudgesWords",
        "There is more than one way to recognise a digit. One judge lays ten pictures of weights over the "
        "drawing and adds up. One has learnt no rule at all and looks for the most similar of 60,000 "
        "remembered pictures. The nets first make features of their own, layer by layer. On clear digits "
        "they agree; where they differ shows what each of them really looks at.",
    )
    tries = (
        (QCoreApplication.translate("JudgesWords", "A shape between 4 and 9: who says what?"), "between"),
        (QCoreApplication.translate("JudgesWords", "A turned digit: who fails first?"), "turned"),
        (QCoreApplication.translate("JudgesWords", "See a test image on which two of them differ"), "differ"),
    )
    notice = QCoreApplication.translate(
        "JudgesWords",
        "Orange speaks for a digit, blue against it; the sum decides. The linear model sees single pixels, "
        "so turning a digit misleads it. The one that remembers can say how far away the nearest picture "
        "is: it has never seen anything like a house. The nets cannot say that.",
    )
    return ExplanationText(idea, tries, notice)
