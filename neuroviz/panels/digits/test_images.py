"""TestImages: bring in an image the net never learnt from: by number, at random, or one it gets wrong."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from neuroviz.data.mnist import N_TEST
from neuroviz.runtime import Knob
from neuroviz.sims.errors import ErrorsFrame
from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.long_work import LongWork, State
from neuroviz.ui.number_box import NumberBox
from neuroviz.ui.theme import theme, theme_changes


class TestImages(QWidget):
    """Knows the errors of the current net as far as they have been found."""

    __test__ = False  # the name is the visitor's word, not a test class

    picked = Signal(int)
    """The index of the image that is wanted."""
    stop_asked = Signal()
    start_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._frame: ErrorsFrame | None = None
        self._unreadable = self._stopped = False
        self._rng = np.random.default_rng()  # the visitor's dice: another image each time
        self._heading = Words()
        self.work = LongWork()
        self._index = NumberBox(Knob(0, 0, N_TEST - 1, integer=True))
        self._last = -1  # the image that lay on the pad last
        self._dice = IconButton("dice")
        self._wrong = QPushButton()
        self._row = QHBoxLayout()
        self._row.addWidget(self._heading, 1)
        self._row.addWidget(self._index)
        self._row.addWidget(self._dice)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self._wrong)
        self._column.addWidget(self.work)
        self._index.entered.connect(self._on_entered)
        self._dice.clicked.connect(self.pick_any)
        self._wrong.clicked.connect(self.pick_wrong)
        self.work.stop_asked.connect(self.stop_asked)
        self.work.start_asked.connect(self.start_asked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._enable()
        self._retranslate()

    def set_frame(self, frame: ErrorsFrame) -> None:
        """Take what is known by now."""
        self._frame = frame
        self._enable()
        self._say_score()

    def set_unreadable(self) -> None:
        """The test images cannot be had."""
        if not self._unreadable:
            self._unreadable = True
            self._say_score()

    def set_stopped(self, on: bool) -> None:
        """The judging was stopped, or goes on."""
        self._stopped = on
        self._say_score()

    def show_number(self, index: int | None) -> None:
        """This image lies on the pad, wherever it was brought from; None: something else does. Silently."""
        self._last = self._last if index is None else index
        self._index.set_value(math.nan if index is None else index)

    def pick_any(self) -> None:
        """An image at random."""
        if self._frame is not None and self._frame.digits is not None:
            self._pick(int(self._rng.integers(len(self._frame.digits))))

    def pick_wrong(self) -> None:
        """The next image after the one shown last that the net gets wrong; round again after the last."""
        if self._frame is not None and len(self._frame.wrong):
            wrong = self._frame.wrong
            later = wrong[wrong > self._last]
            self._pick(int(later[0] if len(later) else wrong[0]))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_entered(self, index: object) -> None:
        if isinstance(index, int):
            self.picked.emit(index)

    def _pick(self, index: int) -> None:
        self.show_number(index)
        self.picked.emit(index)

    def _enable(self) -> None:
        ready = self._frame is not None and self._frame.digits is not None
        for one in (self._index, self._dice):
            one.setEnabled(ready)
        self._wrong.setEnabled(self._frame is not None and len(self._frame.wrong) > 0)

    def _say_score(self) -> None:
        frame = self._frame
        state: State = "stopped" if self._stopped else "working"
        if self._unreadable:
            self.work.show_work(self.tr("The test images cannot be read; the log tells why."), 0.0, "over")
        elif frame is None or frame.digits is None:
            loading = self.tr("Loading the test images …")
            self.work.show_work(
                self.tr("Stopped before the first image.") if self._stopped else loading, 0.0, state
            )
        elif not frame.complete:
            text = (
                self.tr("Stopped after {k} of {n} test images.")
                if self._stopped
                else self.tr("Judging {n} test images: {k} so far …")
            )
            n = len(frame.digits)
            self.work.show_work(text.format(n=f"{n:,}", k=f"{frame.step:,}"), frame.step / n, state)
        else:
            n = len(frame.digits)
            share = 100 * (n - len(frame.wrong)) / n
            text = self.tr("Right on {share} % of {n} test images; wrong on {wrong}.")
            told = text.format(share=f"{share:.2f}", n=f"{n:,}", wrong=f"{len(frame.wrong):,}")
            self.work.show_work(told, 1.0, "over")

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Test image"))
        self._index.setAccessibleName(self.tr("Number of the test image"))
        self._index.setToolTip(
            self.tr("One of 10,000 images that no net here has learnt from, by its number")
        )
        self._dice.describe(self.tr("Any test image"))
        self._wrong.setText(self.tr("Next one it gets wrong"))
        self._wrong.setToolTip(self.tr("Shows the next test image that this net mistakes for another digit"))
        self._say_score()

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1.5))
        self._row.setSpacing(theme().space(1))
