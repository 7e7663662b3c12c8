"""What the photo page says: the live sentence, the names of the steps, and the sheet that explains it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.sims.photo import N_STAGES, PhotoFrame, agreeing
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.numbers import percent

SURE = 0.99
"""Below it the net hesitates enough for the least certain digit to be named."""
_MOST_SAID = 24  # digits in a sentence


def step_names() -> tuple[str, ...]:
    """One short word under each picture, in the order of the stages."""
    return (
        QCoreApplication.translate("PhotoWords", "photo"),
        QCoreApplication.translate("PhotoWords", "bright paper"),
        QCoreApplication.translate("PhotoWords", "even light"),
        QCoreApplication.translate("PhotoWords", "no lines"),
        QCoreApplication.translate("PhotoWords", "ink level"),
        QCoreApplication.translate("PhotoWords", "turned"),
        QCoreApplication.translate("PhotoWords", "no specks"),
        QCoreApplication.translate("PhotoWords", "digits"),
    )


def step_hints() -> tuple[str, ...]:
    """What each step does, for tooltips."""
    return (
        QCoreApplication.translate("PhotoWords", "The photo in grey, at the size that is worked with"),
        QCoreApplication.translate(
            "PhotoWords",
            "Is the ink darker or lighter than the paper? Light on dark is inverted. "
            "If left out, it is taken to be darker",
        ),
        QCoreApplication.translate(
            "PhotoWords",
            "How dark each place is compared with the paper there, so that a shadow counts for nothing. "
            "Left out: compared with white",
        ),
        QCoreApplication.translate(
            "PhotoWords", "Long thin straight lines are taken away, but not where a stroke crosses them"
        ),
        QCoreApplication.translate(
            "PhotoWords",
            "What is darker than the level is ink; the level is found in this picture. "
            "If left out, half black is the level",
        ),
        QCoreApplication.translate(
            "PhotoWords", "Turned so that the paper’s lines, or else the rows of digits, lie level"
        ),
        QCoreApplication.translate("PhotoWords", "Marks too small for a digit, and frames at the edge, go"),
        QCoreApplication.translate("PhotoWords", "Each digit as the net gets it: 28 × 28 grey values"),
    )


def sentence(frame: PhotoFrame | None) -> str:
    """What is being seen."""
    if frame is None or frame.reading is None:
        return QCoreApplication.translate(
            "PhotoWords", "Open, paste or drop a photo of handwriting: each of the digits 0 to 9 is found."
        )
    if not frame.complete:
        text = QCoreApplication.translate("PhotoWords", "Reading “{name}”: {k} of {n} steps done.")
        source = frame.wanted or frame.source
        return text.format(name=source.name if source else "", k=frame.step, n=N_STAGES)
    digits = frame.taken_for
    if not digits:
        return QCoreApplication.translate(
            "PhotoWords", "0 digits found. Is the ink dark enough? Move the level, or try another step."
        )
    read = "".join(str(one) for one in digits[:_MOST_SAID]) + ("…" if len(digits) > _MOST_SAID else "")
    sure = frame.answers.max(axis=1)
    least = int(sure.argmin())
    facts = {"n": len(digits), "read": read, "digit": digits[least], "p": percent(float(sure[least]))}
    if frame.source is not None and frame.source.labels:
        labels = frame.source.labels
        facts |= {"right": agreeing(labels, digits), "written": len(labels)}
        return _known(sure=sure[least] >= SURE).format(**facts)
    return _unknown(len(digits), sure=sure[least] >= SURE).format(**facts)


def _known(*, sure: bool) -> str:
    """For a sheet of which it is known what is written on it."""
    if sure:
        return QCoreApplication.translate(
            "PhotoWords",
            "Found {n}, read as {read}: {right} of the {written} written are right; "
            "the net is at least 99 % sure of each.",
        )
    return QCoreApplication.translate(
        "PhotoWords",
        "Found {n}, read as {read}: {right} of the {written} written are right; "
        "least sure of a {digit} ({p}).",
    )


def _unknown(n: int, *, sure: bool) -> str:
    """For a photo from outside."""
    if n == 1:
        return QCoreApplication.translate("PhotoWords", "Found 1 digit, read as {digit} ({p}).")
    if sure:
        return QCoreApplication.translate(
            "PhotoWords", "Found {n}, read as {read}; the net is at least 99 % sure of each."
        )
    return QCoreApplication.translate(
        "PhotoWords", "Found {n}, read as {read}; least sure of a {digit} ({p})."
    )


def explanation() -> ExplanationText:
    """The sheet of the page."""
    idea = QCoreApplication.translate(
        "PhotoWords",
        "The net knows digits that stand alone, white on black, as large as the field and in its middle. A "
        "photo is nothing like that. So it is made fit: paper from light, ink from paper, one digit from the "
        "next. No step knows what a digit is; each does something simple that can be seen and switched off.",
    )
    tries = (
        (QCoreApplication.translate("PhotoWords", "Leave the squares of the paper in"), "lines"),
        (QCoreApplication.translate("PhotoWords", "Do not even out a shadow"), "light"),
        (QCoreApplication.translate("PhotoWords", "Digits that touch: where it fails"), "touching"),
    )
    notice = QCoreApplication.translate(
        "PhotoWords",
        "Most mistakes happen before the net is asked. It answers all the same, and often with certainty: a "
        "blot is an 8, two digits in one box become a third. Click a digit to see what the net was given.",
    )
    return ExplanationText(idea, tries, notice)
