"""What My digits says: its live sentence, the captions, and the sheet that explains it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.sims.hand import HandFrame, Reading, shared_mistake
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.image_cells import Caption, Mark
from neuroviz.ui.net_chooser import net_title
from neuroviz.ui.numbers import counted_share, percent

_NETS = 3  # in a sentence


def digits_name() -> str:
    """What undo takes back here."""
    return QCoreApplication.translate("MineWords", "your digits")


def prompt(label: int) -> str:
    """What stands on the empty pad."""
    text = QCoreApplication.translate("MineWords", "draw a {label}")
    if label == 8:
        text = QCoreApplication.translate("MineWords", "draw an {label}")
    return text.format(label=label)


def awaited() -> str:
    """In place of a count while the own file is read."""
    return QCoreApplication.translate("MineWords", "Your digits of last time are being read from the disc …")


def heading(n: int | None, *, script: bool) -> str:
    """Over the sheet; None: their number is not yet known."""
    if n is None:
        return QCoreApplication.translate("MineWords", "Your digits: {n}").format(n="…")
    if script:
        return QCoreApplication.translate("MineWords", "A hand drawn by script, not yours: {n}").format(n=n)
    return QCoreApplication.translate("MineWords", "Your digits: {n}").format(n=f"{n:,}")


def sentence(frame: HandFrame | None, *, script: bool) -> str:
    """How many each net reads, and what it takes for what."""
    translate = QCoreApplication.translate
    if frame is None or not len(frame.hand):
        return translate("MineWords", "You have written 0 digits so far: draw one, then say which it is.")
    n, labels = len(frame.hand), frame.labels
    alone = n == 1 and not script
    parts = [
        _reads_it(one, labels) if alone else _reads(one, labels, first=i == 0)
        for i, one in enumerate(frame.readings[:_NETS])
    ]
    reads = translate("MineWords", ", ").join(parts)
    if script:
        text = translate("MineWords", "Of {n} digits drawn by script, {reads}")
    elif alone:
        text = translate("MineWords", "Your first digit: {reads}")
    else:
        text = translate("MineWords", "Of your {n} digits, {reads}")
    first = text.format(n=f"{n:,}", reads=reads)
    mistake = _mistake(frame, script=script)
    if mistake:
        return translate("MineWords", "{first}; {mistake}.").format(first=first, mistake=mistake)
    return translate("MineWords", "{first}.").format(first=first)


def _reads(reading: Reading, labels: object, *, first: bool) -> str:
    read = reading.answers >= 0
    right, n = int((reading.answers == labels).sum()), int(read.sum())
    if n == 0:
        text = QCoreApplication.translate("MineWords", "{net} is still reading")
    elif first:
        text = QCoreApplication.translate("MineWords", "{net} reads {right} ({share})")
    else:
        text = QCoreApplication.translate("MineWords", "{net} {right} ({share})")
    return text.format(net=net_title(reading.name), right=right, share=counted_share(right, n))


def _reads_it(reading: Reading, labels: object) -> str:
    """Of a single digit there is no share to tell."""
    text = QCoreApplication.translate("MineWords", "{net} reads it rightly")
    if (reading.answers < 0).all():
        text = QCoreApplication.translate("MineWords", "{net} is still reading")
    elif (reading.answers != labels).any():
        text = QCoreApplication.translate("MineWords", "{net} misreads it")
    return text.format(net=net_title(reading.name))


def _mistake(frame: HandFrame, *, script: bool) -> str:
    """What all nets take for another digit, or else what the first of them does."""
    translate = QCoreApplication.translate
    shared = shared_mistake(frame.readings, frame.labels)
    if shared is not None and len(frame.readings) > 1:
        both = translate("MineWords", "both take your {one} for {other}")
        every = translate("MineWords", "all take your {one} for {other}")
        if script:
            both = translate("MineWords", "both take {one} for {other}")
            every = translate("MineWords", "all take {one} for {other}")
        text = both if len(frame.readings) == 2 else every
        return text.format(one=shared[0], other=shared[1])
    for reading in frame.readings:
        own = shared_mistake((reading,), frame.labels)
        if own is not None:
            text = translate("MineWords", "{net} takes {one} for {other}")
            return text.format(net=net_title(reading.name), one=own[0], other=own[1])
    return ""


def caption(frame: HandFrame, row: int, current: str) -> Caption:
    """Under the drawing in `row`: what it is, and what the current net takes it for if that is another."""
    label = frame.hand.entries[row].label
    answers = {one.name: int(one.answers[row]) for one in frame.readings}
    mine = answers.get(current, -1)
    mark: Mark = ""
    if answers and min(answers.values()) >= 0:
        agreed = all(answer == label for answer in answers.values())
        mark = "right" if agreed else "unlike" if mine == label else "wrong"
    text = f"{label} → {mine}" if mine not in (label, -1) else str(label)
    return Caption(text, "", label, mark, _tip(frame, row, label))


def _tip(frame: HandFrame, row: int, label: int) -> str:
    translate = QCoreApplication.translate
    said = [
        translate("MineWords", "{net}: {digit} ({p})").format(
            net=net_title(one.name), digit=one.answers[row], p=percent(float(one.certainty[row]))
        )
        for one in frame.readings
        if one.answers[row] >= 0
    ]
    text = translate("MineWords", "No. {i}, {label}. {answers}")
    return text.format(i=row + 1, label=label, answers=translate("MineWords", ", ").join(said))


def explanation() -> ExplanationText:
    """The sheet of the page."""
    translate = QCoreApplication.translate
    idea = translate(
        "MineWords",
        "The nets have learnt from the digits of American clerks and pupils around 1990. Your hand was not "
        "among them. Collect some of your own digits, say what each one is, and see how well a score on test "
        "images carries over to a writer whom no net has seen.",
    )
    tries = (
        (translate("MineWords", "See a neat hand, drawn by script"), "neat"),
        (translate("MineWords", "See a hand that leans: its 1 becomes a 7"), "leaning"),
        (translate("MineWords", "Back to your own digits, and add some"), "own"),
    )
    notice = translate(
        "MineWords",
        "The whisker on each bar shows how uncertain so few digits are: after ten, even ten of ten may mean "
        "72 %. The strokes are kept with the pictures, so your digits can be drawn again, saved, and judged "
        "on the page of errors.",
    )
    return ExplanationText(idea, tries, notice)
