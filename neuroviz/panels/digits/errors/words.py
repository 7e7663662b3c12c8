"""What Errors says: its live sentence, the captions of its pictures, and the sheet that explains it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.data import scores
from neuroviz.data.judged import Judged
from neuroviz.panels.digits.errors.filters import Filter
from neuroviz.ui.confusion import ALL
from neuroviz.ui.digit_names import plural
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.image_cells import Caption, Mark
from neuroviz.ui.numbers import counted_share, fine_percent, percent

_SURE = 0.99
_FEW = 20  # answers; a share of fewer says nothing


def sentence(judged: Judged | None, n: int) -> str:
    """How many of the first pictures (of `n`) are wrong, the commonest mistake, and how honest the net is."""
    translate = QCoreApplication.translate
    if judged is None or not len(judged):
        return translate("ErrorsWords", "Every picture is about to be judged: 0 so far.")
    wrong, k = len(judged.wrong), len(judged)
    if k < n:
        text = translate("ErrorsWords", "Of {k} judged so far (of {n}), {wrong} are wrong.")
        return text.format(k=f"{k:,}", n=f"{n:,}", wrong=f"{wrong:,}")
    pair = scores.worst_pair(judged.matrix)
    if pair is None:
        text = translate("ErrorsWords", "All {n} are right; the least certain has {p}.")
        return text.format(n=f"{n:,}", p=percent(float(judged.certainty.min())))
    many = translate(
        "ErrorsWords", "{wrong} of {n} wrong; most often {one} taken for {other} ({times} times)"
    )
    once = translate("ErrorsWords", "{wrong} of {n} wrong; {one} taken for {other}, for example")
    text = many if pair[2] > 1 else once
    first = text.format(wrong=f"{wrong:,}", n=f"{n:,}", one=pair[0], other=pair[1], times=pair[2])
    sure = judged.certainty >= _SURE
    if int(sure.sum()) < _FEW:
        return translate("ErrorsWords", "{first}.").format(first=first)
    share = counted_share(int(judged.right[sure].sum()), int(sure.sum()))
    text = translate("ErrorsWords", "{first}; when it is 99 % sure or more, it is right {share} of the time.")
    return text.format(first=first, share=share)


def told(wanted: Filter, n: int) -> str:
    """What the sheet shows, in words; cells of the matrix have their own."""
    translate = QCoreApplication.translate
    count = f"{n:,}"
    if wanted.kind == "hesitant":
        if wanted.label == ALL:
            return translate("ErrorsWords", "Right: {n}, the least certain first").format(n=count)
        text = translate("ErrorsWords", "Right {what}: {n}, the least certain first")
        return text.format(n=count, what=plural(wanted.label))
    if wanted.kind == "pair":
        text = translate("ErrorsWords", "{one} and {other} taken for each other: {n}")
        return text.format(one=plural(wanted.label), other=plural(wanted.answer), n=count)
    if wanted.kind == "bin":
        text = translate("ErrorsWords", "About {p} sure: {n} pictures, the mistakes first")
        return text.format(p=percent(wanted.certainty), n=count)
    return translate("ErrorsWords", "Wrong: {n}, the most certain first").format(n=count)


def caption(judged: Judged, row: int, wanted: Filter, which: str) -> Caption:
    """Under the picture in `row`: what it is, what it was taken for, how surely."""
    label, answer = int(judged.labels[row]), int(judged.answers[row])
    sure = fine_percent(float(judged.certainty[row]))
    right = label == answer
    text = str(label) if right else f"{label} → {answer}"
    mark: Mark = ""
    if wanted.kind == "bin":  # the one choice in which right and wrong ones stand side by side
        mark = "right" if right else "wrong"
    return Caption(text, sure, answer, mark, tip(judged, row, which))


def tip(judged: Judged, row: int, which: str) -> str:
    """The same as a sentence, with what was left for the true digit."""
    label, answer = int(judged.labels[row]), int(judged.answers[row])
    sure = fine_percent(float(judged.certainty[row]))
    if label == answer:
        text = QCoreApplication.translate("ErrorsWords", "{which}: {label}, and the net is {p} sure of it.")
        return text.format(which=which, label=label, p=sure)
    text = QCoreApplication.translate(
        "ErrorsWords", "{which}: {label}, taken for {answer} ({p}); {label} itself got {q}."
    )
    left = fine_percent(float(judged.probabilities[row, label]))
    return text.format(which=which, label=label, answer=answer, p=sure, q=left)


def explanation() -> ExplanationText:
    """The sheet of the page."""
    translate = QCoreApplication.translate
    idea = translate(
        "ErrorsWords",
        "A net is judged by pictures it has never seen. What it gets wrong tells more than its score: "
        "some are hopeless scrawls, some are plain to every child. The table says which digit is taken for "
        "which. The chart asks whether the net knows what it does not know: of all answers that it is 80 % "
        "sure of, are 80 % right?",
    )
    tries = (
        (translate("ErrorsWords", "See the mistakes it was most certain of"), "wrong"),
        (translate("ErrorsWords", "See the commonest mistake"), "worst"),
        (translate("ErrorsWords", "Turn the temperature up, until it doubts everything"), "warm"),
    )
    notice = translate(
        "ErrorsWords",
        "Points below the dashed line are answers that were surer than they were right. The temperature "
        "moves them, but not one answer changes: sureness and rightness are two things. Look at the "
        "most certain mistakes: in some of them the label itself is doubtful.",
    )
    return ExplanationText(idea, tries, notice)
