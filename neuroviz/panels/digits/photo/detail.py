"""DigitDetail: one digit of the photo: what the net was given, its ten answers, and the way to the pad."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from neuroviz.data.prepare import Prepared
from neuroviz.ui.bars import ProbabilityBars
from neuroviz.ui.controls import Words
from neuroviz.ui.numbers import percent
from neuroviz.ui.picture_row import PictureRow
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes


class DigitDetail(QWidget):
    """Beside the photo; empty while no digit is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._number: tuple[int, int] | None = None
        self.heading = Words(bold=True)
        self.answer = Words(quiet=True)
        self.answer.setWordWrap(True)
        self._p: NDArray[np.float32] | None = None
        self.stages = PictureRow()
        self.bars = ProbabilityBars()
        self.take = QPushButton()
        leave_out(self.take)
        self.take.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.answer)
        self._column.addWidget(self.stages, 5)
        self._column.addWidget(self.bars, 4)
        self._column.addWidget(self.take)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_digit(
        self, number: tuple[int, int] | None, prepared: Prepared | None, p: NDArray[np.float32] | None
    ) -> None:
        """The k-th of n digits (counted from 1), or nothing."""
        self._number, self._p = number, p
        self.stages.set_prepared(prepared)
        self.bars.set_probabilities(p)
        self.take.setEnabled(prepared is not None)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        if self._number is None:
            self.heading.setText(self.tr("No digit chosen"))
        else:
            k, n = self._number
            self.heading.setText(self.tr("Digit {k} of {n}").format(k=k, n=n))
        if self._p is None:
            self.answer.setText(self.tr("Click one on the photo."))
        else:
            best, second = np.argsort(-self._p, kind="stable")[:2].tolist()
            text = self.tr("{first} ({p}); next best: {second} ({q})")
            p, q = percent(float(self._p[best])), percent(float(self._p[second]))
            self.answer.setText(text.format(first=best, second=second, p=p, q=q))
        self.take.setText(self.tr("To the pad"))
        self.take.setToolTip(
            self.tr(
                "Lay it on the drawing pad, where every layer of the net can be seen; Enter does the same"
            )
        )

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(2))
