"""AnswerPair: the answer before and after, a pair of bars for each class."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.nn.arrays import Array
from neuroviz.panels.layers.surgery import words
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.numbers import percent
from neuroviz.ui.theme import Theme, theme, theme_changes

_MOST = 20
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextDontClip


class AnswerPair(QWidget):
    """Below a thin bar for before, a thick one for after; beside it the number, with the winner in bold."""

    def __init__(self) -> None:
        super().__init__()
        self._before: Array | None = None
        self._after: Array | None = None
        self._shares = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self.update)
        self._describe()

    def show_pair(self, before: Array | None, after: Array | None, *, shares: bool) -> None:
        """Two answers (K,); None where there is none. shares: they are probabilities, else plain numbers."""
        self._before, self._after, self._shares = before, after, shares
        self._describe()
        self.update()

    def _values(self) -> tuple[list[float], list[float]]:
        n = max((len(one) for one in (self._before, self._after) if one is not None), default=0)
        pair = []
        for one in (self._before, self._after):
            padded = np.full(n, np.nan)
            if one is not None:
                padded[: len(one)] = one
            pair.append(padded[:_MOST].tolist())
        return pair[0], pair[1]

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """All pairs."""
        look = theme()
        before, after = self._values()
        if not before:
            painter.setPen(look.quiet)
            painter.setFont(look.font(0.85))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), flags, self.tr("Nothing lies before the net yet."))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        known = [abs(v) for v in (*before, *after) if np.isfinite(v)]
        scale = 1.0 if self._shares else max(known, default=1.0) or 1.0
        best = int(np.nanargmax(after)) if np.isfinite(after).any() else -1
        high = min(self.height() / len(before), float(look.space(10)))
        top = (self.height() - high * len(before)) / 2
        for i, pair in enumerate(zip(before, after, strict=True)):
            self._row(painter, QRectF(0, top + i * high, self.width(), high), i, pair, (scale, best, look))

    def _row(
        self, painter: QPainter, box: QRectF, i: int, pair: tuple[float, float], how: tuple[float, int, Theme]
    ) -> None:
        scale, best, look = how
        weight = QFont.Weight.Bold if i == best else QFont.Weight.Normal
        painter.setFont(fitting(look.font(1.0, weight, tabular=True), ("0",), box.height(), box.height()))
        painter.setPen(look.digit(i))
        label, value = look.space(4), look.space(11)
        painter.drawText(QRectF(box.x(), box.y(), label, box.height()), _CENTRE, str(i))
        track = QRectF(box.x() + label + 2, box.y(), box.width() - label - value - 4, box.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.raised)
        painter.drawRect(track.adjusted(0, box.height() * 0.12, 0, -box.height() * 0.12))
        for number, place, colour in (
            (pair[0], (0.12, 0.26), look.quiet),
            (pair[1], (0.42, 0.46), look.digit(i)),
        ):
            if np.isfinite(number):
                painter.setBrush(colour)
                painter.drawRect(self._bar(track, number / scale, place))
        painter.setPen(look.text if i == best else look.quiet)
        painter.setFont(look.font(0.85, weight, tabular=True))
        text = "–" if not np.isfinite(pair[1]) else self._number(pair[1])
        painter.drawText(QRectF(box.right() - value, box.y(), value, box.height()), _RIGHT, text)
        if not self._shares:
            painter.setPen(QPen(look.line, 1))
            x = track.center().x()
            painter.drawLine(QPointF(x, track.top()), QPointF(x, track.bottom()))

    def _bar(self, track: QRectF, share: float, place: tuple[float, float]) -> QRectF:
        y, high = track.y() + place[0] * track.height(), place[1] * track.height()
        share = min(1.0, max(-1.0, share))
        if self._shares:
            return QRectF(track.x(), y, max(1.0, track.width() * share), high)
        wide = track.width() / 2 * share
        return QRectF(track.center().x() + min(0.0, wide), y, max(1.0, abs(wide)), high)

    def _number(self, value: float) -> str:
        return percent(value) if self._shares else words.number(value)

    def sizeHint(self) -> QSize:
        """Room for ten pairs."""
        return QSize(theme().space(38), theme().space(60))

    def minimumSizeHint(self) -> QSize:
        """The least that can be read."""
        return QSize(theme().space(28), theme().space(30))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """All numbers, under the pointer."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.accessibleDescription())
        return super().event(event)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Answer before and after"))
        before, after = self._values()
        texts = [
            self.tr("{i}: {a} before, {b} after").format(
                i=i, a="–" if not np.isfinite(a) else self._number(a),
                b="–" if not np.isfinite(b) else self._number(b),
            )
            for i, (a, b) in enumerate(zip(before, after, strict=True))
        ]  # fmt: skip
        self.setAccessibleDescription("\n".join(texts) or self.tr("No answer."))
