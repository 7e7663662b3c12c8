"""PairBox: which two judges are compared over the test images, how far that is, and the table of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from neuroviz.panels.digits.judges import words
from neuroviz.sims.judges import NEAREST
from neuroviz.sims.survey import SurveyFrame
from neuroviz.ui.choices import ChoiceBox
from neuroviz.ui.controls import Words
from neuroviz.ui.long_work import LongWork, State
from neuroviz.ui.theme import theme, theme_changes

_ROWS = 5


class PairBox(QWidget):
    """Two lists of judges, a table of five counts, and a button for the next image on which they differ."""

    chosen = Signal(str, str)
    """Two judges by name, not the same."""
    next_asked = Signal()
    stop_asked = Signal()
    start_asked = Signal()
    """Compare, or go on with it where it was stopped."""

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._frame: SurveyFrame | None = None
        self._state = "waiting"
        self._heading, self.work = Words(scale=0.85, quiet=True), LongWork()
        self._heading.setWordWrap(True)
        self._boxes = ChoiceBox(), ChoiceBox()
        self._next = QPushButton()
        self._labels = [Words(scale=0.85) for _ in range(_ROWS)]
        self._counts = [Words(scale=0.85) for _ in range(_ROWS)]
        self._lay_out()
        for box in self._boxes:
            box.activated.connect(self._on_activated)
        self.work.stop_asked.connect(self.stop_asked)
        self.work.start_asked.connect(self.start_asked)
        self._next.clicked.connect(self.next_asked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def set_names(self, names: tuple[str, ...], pair: tuple[str, str]) -> None:
        """Offer these judges, with these two taken."""
        self._names = names
        self._fill()
        self.set_pair(pair)

    def names(self) -> tuple[str, ...]:
        """The judges that are offered."""
        return self._names

    def set_pair(self, pair: tuple[str, str]) -> None:
        """Take these two, silently."""
        for box, name in zip(self._boxes, pair, strict=True):
            box.setCurrentIndex(self._names.index(name) if name in self._names else -1)
        self._say()

    def pair(self) -> tuple[str, str] | None:
        """The two that are taken; None while there are no two."""
        at = [box.currentIndex() for box in self._boxes]
        if min(at) < 0 or max(at) >= len(self._names):
            return None
        return self._names[at[0]], self._names[at[1]]

    def set_state(self, state: str, frame: SurveyFrame | None) -> None:
        """What is known, and how it is with it.

        "waiting" for the learning, which may be "unlearnt" because it was stopped or "hidden" with its
        judge; "running", "stopped", "failed" or "complete".
        """
        self._state, self._frame = state, frame
        self._say()

    def retranslate(self) -> None:
        """Everything in the present language."""
        self._heading.setText(self.tr("Compare two on the 10,000 test images"))
        self._boxes[0].setAccessibleName(self.tr("First judge to compare"))
        self._boxes[1].setAccessibleName(self.tr("Second judge to compare"))
        self._next.setText(self.tr("Next one they differ on"))
        self._next.setToolTip(self.tr("The test images on which these two differ, the surest answers first"))
        taken = self.pair()
        self._fill()
        if taken is not None:
            self.set_pair(taken)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_activated(self, _index: int) -> None:
        pair = self.pair()
        if pair is None:
            return
        if pair[0] == pair[1]:  # the other list makes room: two different judges are compared
            moved = self._boxes[1] if self.sender() is self._boxes[0] else self._boxes[0]
            moved.setCurrentIndex((moved.currentIndex() + 1) % len(self._names))
            pair = self.pair() or pair
        self.chosen.emit(*pair)
        self._say()

    def _fill(self) -> None:
        for box in self._boxes:
            box.clear()
            box.addItems([words.shown_name(name) for name in self._names])

    def _say(self) -> None:
        pair, frame = self.pair(), self._frame
        names = ("A", "B") if pair is None else tuple(words.shown_name(name) for name in pair)
        texts = (
            self.tr("both right"),
            self.tr("only {name} right").format(name=names[0]),
            self.tr("only {name} right").format(name=names[1]),
            self.tr("same wrong answer"),
            self.tr("two wrong answers"),
        )
        table = None if frame is None else frame.agreement()
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        if table is None:
            counts = ["–"] * _ROWS
        else:
            values = (
                table.both_right, table.only_first, table.only_second,
                table.both_wrong_alike, table.both_wrong_apart,
            )  # fmt: skip
            counts = [f"{value:,}" for value in values]
        for cell, count in zip(self._counts, counts, strict=True):
            cell.setText(count)
        self._say_progress()
        self._next.setEnabled(table is not None and table.differ > 0)

    def _say_progress(self) -> None:
        states: dict[str, State] = {"running": "working", "stopped": "stopped", "unlearnt": "stopped"}
        part = 0.0 if self._frame is None else self._frame.part
        self.work.show_work(self._progress_text(), part, states.get(self._state, "over"))

    def _progress_text(self) -> str:
        frame = self._frame
        without_frame = {
            "failed": self.tr("The test images cannot be read; the log tells why."),
            "waiting": self.tr("Waiting until the pictures are remembered …"),
            "hidden": self.tr("{name} learns only while it is among the judges shown."),
            "unlearnt": self.tr("Stopped: the pictures are not remembered yet."),
        }
        if self._state in without_frame:
            return without_frame[self._state].format(name=words.shown_name(NEAREST))
        if frame is None or frame.digits is None:
            stopped = self._state == "stopped"
            return self.tr("Stopped before it began.") if stopped else self.tr("Loading the test images …")
        table = frame.agreement()
        if self._state == "complete":
            text = self.tr("They differ on {k} of {n} images.")
            return text.format(k=f"{table.differ:,}", n=f"{table.n:,}")
        text = (
            self.tr("Stopped at {p} %; they differ on {k}.")
            if self._state == "stopped"
            else self.tr("Judging: {p} %; they differ on {k} so far …")
        )
        return text.format(p=round(100 * frame.part), k=f"{table.differ:,}")

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._choices, self._grid = QHBoxLayout(), QGridLayout()
        for box in self._boxes:
            self._choices.addWidget(box, 1)
        self._grid.setColumnStretch(0, 1)
        for row, (label, count) in enumerate(zip(self._labels, self._counts, strict=True)):
            label.setWordWrap(True)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(count, row, 1, Qt.AlignmentFlag.AlignRight)
        self._column.addWidget(self._heading)
        self._column.addLayout(self._choices)
        self._column.addWidget(self.work)
        self._column.addLayout(self._grid)
        self._column.addWidget(self._next)

    def _restyle(self) -> None:
        look = theme()
        self._column.setSpacing(look.space(1.5))
        self._choices.setSpacing(look.space(1))
        self._grid.setVerticalSpacing(look.space(0.5))
