"""AnswerView: what the net answers, before the changes and after them, a pair of bars for each class."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from neuroviz.nn.arrays import Array
from neuroviz.panels.layers.neuron.names import number
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.numbers import percent
from neuroviz.ui.theme import Theme, theme, theme_changes

_MOST = 16
_TIP_AGE_MS = 4000


class AnswerView(QWidget):
    """Filled: the present answer, in the colours of the classes. Outlined beside it: the one before.

    Probabilities rise from 0 to 1; other outputs rise and fall from 0 as far as the largest of them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._after: NDArray[np.float64] | None = None
        self._before: NDArray[np.float64] | None = None
        self._probable = True
        self._scores: NDArray[np.float64] | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def set_values(
        self, after: Array | None, before: Array | None = None, *, probable: bool = True,
        scores: Array | None = None,
    ) -> None:
        """Show these (K,); before: None when it is the same; probable: they are shares of one.

        scores: what the probabilities were made from by a softmax, for telling how.
        """
        self._scores = None if scores is None else np.asarray(scores, np.float64)
        self._after = None if after is None else np.asarray(after, np.float64)
        self._before = None if before is None else np.asarray(before, np.float64)
        self._probable = probable
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """A strip of standing bars."""
        return QSize(theme().space(100), theme().space(24))

    def minimumSizeHint(self) -> QSize:
        """The least in which heights can be compared."""
        return QSize(theme().space(30), theme().space(16))

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """All classes."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._after is None:
            return
        font = look.font(0.85, tabular=True)
        line = QFontMetricsF(font).height()
        shown = self._shown()
        n = len(shown)
        step = min(self.width() / n, float(look.space(30)))
        left = (self.width() - step * n) / 2
        area = QRectF(0, line + 2, self.width(), max(4.0, self.height() - 2 * line - 4))
        low, high = self._limits()
        zero = area.bottom() - area.height() * (0 - low) / (high - low)
        painter.setPen(QPen(look.line, look.stroke(1)))
        painter.drawLine(QPointF(left, zero), QPointF(left + step * n, zero))
        values = [float(self._after[k]) for k in shown]
        texts = [self._value(value) for value in values]
        bold = QFontMetricsF(look.font(0.85, QFont.Weight.Bold, tabular=True))
        if max(bold.horizontalAdvance(text) for text in texts) > step - 2:
            texts = [self._short(value) for value in values]
        for i, k in enumerate(shown):
            place = QRectF(left + i * step, 0, step, self.height())
            self._paint_bars(painter, k, place, (area, zero), look)
            self._paint_texts(painter, (k, i), place, texts, look)

    def _paint_bars(
        self, painter: QPainter, k: int, place: QRectF, axis: tuple[QRectF, float], look: Theme
    ) -> None:
        assert self._after is not None
        after, (area, zero) = float(self._after[k]), axis
        low, high = self._limits()
        best = k == self._best(self._after)
        colour = look.digit(k)
        pair = self._before is not None
        gap = place.width() * 0.16
        bar = place.adjusted(gap, 0, -gap, 0)
        half = bar.width() / 2 if pair else 0.0

        def height(value: float) -> float:
            return area.height() * value / (high - low) if math.isfinite(value) else 0.0

        if pair:
            assert self._before is not None
            before = height(float(self._before[k]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.quiet, look.stroke(1.25), Qt.PenStyle.DashLine))
            if abs(before) >= 1:
                painter.drawRect(QRectF(bar.left(), zero, half - 1, -before).normalized())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if not best:
            painter.setOpacity(0.6)
        tall = height(after)
        tall = math.copysign(max(abs(tall), 1.0), tall)
        painter.drawRect(QRectF(bar.left() + half, zero, bar.width() - half, -tall).normalized())
        painter.setOpacity(1.0)

    def _paint_texts(
        self, painter: QPainter, which: tuple[int, int], place: QRectF, texts: list[str], look: Theme
    ) -> None:
        """The value above, the class below; all values in one size. which: the class, and its text."""
        assert self._after is not None
        k, i = which
        best = k == self._best(self._after)
        bold = look.font(0.85, QFont.Weight.Bold, tabular=True)
        line = QFontMetricsF(bold).height()
        top = QRectF(place.left() + 1, 0, place.width() - 2, line)
        font = QFont(fitting(bold, texts, top.width()))
        font.setWeight(QFont.Weight.Bold if best else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(look.text if best else look.quiet)
        painter.drawText(top, int(_CENTRE), texts[i])
        bold.setWeight(font.weight())
        painter.setFont(bold)
        painter.setPen(look.digit(k))
        below = QRectF(place.left(), self.height() - line, place.width(), line)
        painter.drawText(below, int(_CENTRE), str(k))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell a class: before, and after."""
        text = ""
        if self._after is not None:
            shown = self._shown()
            n = len(shown)
            step = min(self.width() / n, float(theme().space(30)))
            i = int((event.position().x() - (self.width() - step * n) / 2) // step)
            text = self._told(shown[i]) if 0 <= i < n else ""
        QToolTip.showText(event.globalPosition().toPoint(), text, self, self.rect(), _TIP_AGE_MS)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def _shown(self) -> list[int]:
        """All classes; of very many those with the highest values."""
        assert self._after is not None
        if len(self._after) <= _MOST:
            return list(range(len(self._after)))
        order = np.argsort(-np.nan_to_num(self._after, nan=-np.inf), kind="stable")
        return sorted(order[:_MOST].tolist())

    def _limits(self) -> tuple[float, float]:
        if self._probable:
            return 0.0, 1.0
        both = np.concatenate([one for one in (self._after, self._before) if one is not None])
        sound = both[np.isfinite(both)]
        low, high = (min(0.0, float(sound.min())), max(0.0, float(sound.max()))) if len(sound) else (0.0, 1.0)
        return (low, high) if high > low else (low, low + 1.0)

    @staticmethod
    def _best(values: NDArray[np.float64]) -> int:
        return int(np.argmax(np.nan_to_num(values, nan=-np.inf)))

    def _value(self, value: float) -> str:
        return percent(value) if self._probable and math.isfinite(value) else number(value)

    def _short(self, value: float) -> str:
        """With less room: no signs, no decimals, and nothing that says nothing."""
        if not math.isfinite(value):
            return number(value)
        if self._probable:
            return f"{100 * value:.0f}" if value >= 0.005 else ""
        return number(round(value))

    def _told(self, k: int) -> str:
        assert self._after is not None
        after = self._value(float(self._after[k]))
        told = f"{k}: {after}"
        if self._before is not None:
            told = f"{k}: {self._value(float(self._before[k]))} → {after}"
        if self._scores is not None and len(self._scores) == len(self._after):
            z = self._scores - self._scores.max()
            told += f" = exp({number(float(z[k]))}) / {number(float(np.exp(z).sum()))}"
        return told

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("The answer, before and after"))
        if self._after is None or not len(self._after):
            self.setAccessibleDescription(self.tr("There is no answer."))
            return
        text = self._told(self._best(self._after))
        self.setAccessibleDescription(self.tr("Highest is {answer}.").format(answer=text))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
