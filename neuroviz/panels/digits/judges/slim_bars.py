"""SlimBars: ten probabilities in a narrow column, line by line at the same heights in every column."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.sims.judges import Verdict
from neuroviz.ui.bars import softer
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.numbers import percent
from neuroviz.ui.theme import Theme, theme, theme_changes

_N = 10
_SHOWN = 0.005  # a smaller probability has no number: ten columns of "<1 %" would hide the ones that count
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextDontClip
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip


class SlimBars(QWidget):
    """The answer is filled and bold, the runner-up has a dashed outline."""

    def __init__(self) -> None:
        super().__init__()
        self._p: NDArray[np.float32] | None = None
        self._ranked: tuple[int, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._name()

    def set_verdict(self, verdict: Verdict) -> None:
        """Show what one judge says."""
        self._p, self._ranked = verdict.probabilities, verdict.ranked
        self._name()
        self.update()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Digit, track, number; ten times."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.height() / _N
        bold = look.font(0.85, QFont.Weight.Bold, tabular=True)
        metrics = QFontMetricsF(bold)
        label, value, gap = (
            metrics.horizontalAdvance("0"),
            metrics.horizontalAdvance(">99 %"),
            look.space(1.5),
        )
        high = min(step * 0.72, look.space(9))
        plain, bold = (
            fitting(font, ("0",), label + gap, step) for font in (look.font(0.85, tabular=True), bold)
        )
        for digit in range(_N):
            y = digit * step + (step - high) / 2
            track = QRectF(label + gap, y, max(4.0, self.width() - label - value - 2 * gap), high)
            painter.setFont(bold if self._ranked is not None and digit == self._ranked[0] else plain)
            self._paint_row(painter, digit, track, look)

    def _paint_row(self, painter: QPainter, digit: int, track: QRectF, look: Theme) -> None:
        p = 0.0 if self._p is None else float(self._p[digit])
        best, second = self._ranked or (-1, -1)
        colour = look.digit(digit)
        radius = min(look.space(1), track.height() / 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.raised)
        painter.drawRoundedRect(track, radius, radius)
        if p > 0:
            painter.setBrush(colour if digit == best else softer(colour, look))
            filled = QRectF(track.x(), track.y(), max(1.0, track.width() * p), track.height())
            round_off = min(radius, filled.width() / 2)
            painter.drawRoundedRect(filled, round_off, round_off)
        if digit == second and p >= _SHOWN:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.quiet, 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(look.quiet if self._p is None else colour)
        painter.drawText(QRectF(0, track.y(), track.x(), track.height()), int(_LEFT), str(digit))
        if p >= _SHOWN:
            painter.setPen(look.text if digit in (best, second) else look.quiet)
            painter.drawText(QRectF(0, track.y(), self.width(), track.height()), int(_RIGHT), percent(p))

    def sizeHint(self) -> QSize:
        """Ten comfortable lines."""
        return QSize(theme().space(30), theme().space(60))

    def minimumSizeHint(self) -> QSize:
        """Ten lines that can be read."""
        return QSize(theme().space(20), theme().space(34))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Ten probabilities"))
        if self._p is None or self._ranked is None:
            self.setAccessibleDescription(self.tr("No answer yet."))
            return
        first, second = self._ranked
        text = self.tr("{first}: {p}; next {second}: {q}.")
        p, q = percent(float(self._p[first])), percent(float(self._p[second]))
        self.setAccessibleDescription(text.format(first=first, second=second, p=p, q=q))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
