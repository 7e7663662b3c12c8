"""CountBars: one histogram large: hover or the arrow keys tell each bar, ticks show the current input."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.data.histogram import Counts
from neuroviz.panels.layers.stats import words
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.theme import Theme, theme, theme_changes

_NONE = -1
_MOST_TICKS = 600


def heights(counts: NDArray[np.int64], *, log: bool) -> NDArray[np.float64]:
    """Of bars, the highest 1."""
    values = np.log10(counts + 1.0) if log else counts.astype(np.float64)
    return values / max(float(values.max(initial=0.0)), 1e-12)


def paint_bars(painter: QPainter, box: QRectF, counts: Counts, look: Theme, *, log: bool) -> None:
    """Bars below zero in one colour, above in the other; a line where zero is."""
    if not counts.counts.any():
        return
    n = len(counts.counts)
    across = box.width() / n
    zero = (0.0 - counts.low) / (counts.high - counts.low) * n
    for i, h in enumerate(heights(counts.counts, log=log).tolist()):
        if h > 0:
            colour = look.negative if i + 0.5 < zero else look.positive
            high = max(h * box.height(), 1.0)
            bar = QRectF(box.x() + i * across, box.bottom() - high, max(across - 0.5, 0.8), high)
            painter.fillRect(bar, colour)
    if 0 < zero < n:
        x = box.x() + zero * across
        painter.setPen(QPen(look.quiet, look.stroke(1), Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(x, box.top(), x, box.bottom()))


class CountBars(Ringed):
    """Left and right move over the bars, Home and End to the ends."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counts | None = None
        self._title = self._what = self._hint = ""
        self._log = False
        self._ends: tuple[float, float] | None = None
        self._here: NDArray[np.floating] | None = None
        self._at = self._hover = _NONE
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._name()

    def show_counts(self, counts: Counts | None, title: str, what: str, hint: str = "") -> None:
        """what: the numbers that were counted, such as "activations"; hint: in place of bars."""
        self._counts, self._title, self._what, self._hint = counts, title, what, hint
        self._name()
        self.update()

    def show_ends(self, ends: tuple[float, float] | None) -> None:
        """Below the first and above the second the function is flat; None where it has no ends."""
        if ends != self._ends:
            self._ends = ends
            self.update()

    def show_here(self, values: NDArray[np.floating] | None) -> None:
        """Ticks for the numbers of the current input."""
        self._here = values
        self.update()

    def set_log(self, log: bool) -> None:
        """Heights as logarithms."""
        if log != self._log:
            self._log = log
            self.update()

    def told(self, i: int) -> str:
        """One bar, in words."""
        if self._counts is None or not 0 <= i < len(self._counts.counts):
            return ""
        low, high = self._counts.edges[i : i + 2]
        return words.bar_told(
            float(low), float(high), int(self._counts.counts[i]), self._counts.n, self._what
        )

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Title, bars, ticks, numbers along the axis."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus()
        painter.setPen(QPen(look.accent if ring else look.line, look.stroke(2 if ring else 1)))
        painter.setBrush(look.card)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        self._paint_head(painter, look)
        counts, box = self._counts, self._box(look)
        if counts is None or not counts.counts.any():
            painter.setPen(look.quiet)
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(box, flags, words.nothing_told(counts) if counts is not None else self._hint)
            return
        if self._ends is not None:
            self._paint_ends(painter, box, counts, look)
        paint_bars(painter, box, counts, look, log=self._log)
        painter.setPen(QPen(look.line, 1))
        painter.drawLine(QLineF(box.left(), box.bottom(), box.right(), box.bottom()))
        self._paint_axis(painter, box, counts, look)
        self._paint_here(painter, box, counts, look)
        at = self._hover if self._hover >= 0 else self._at if ring else _NONE
        if at >= 0:
            across = box.width() / len(counts.counts)
            frame = QRectF(box.x() + at * across, box.top(), across, box.height())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.text, 1))
            painter.drawRect(frame)

    def _paint_head(self, painter: QPainter, look: Theme) -> None:
        edge = look.space(2.5)
        line = QRectF(edge, look.space(1), self.width() - 2 * edge, QFontMetricsF(look.font(0.85)).height())
        painter.setFont(look.font(0.85))
        painter.setPen(look.text)
        metrics = painter.fontMetrics()
        zeros = "" if self._counts is None else words.zeros_told(self._counts)
        right = metrics.horizontalAdvance(zeros)
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, int(line.width() - right - edge))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), title)
        painter.setPen(look.quiet)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), zeros)

    def _paint_ends(self, painter: QPainter, box: QRectF, counts: Counts, look: Theme) -> None:
        """Where the function is flat, hatched."""
        assert self._ends is not None
        shade = QColor(look.warn)
        shade.setAlphaF(0.28)
        for low, high in ((counts.low, self._ends[0]), (self._ends[1], counts.high)):
            left, right = (
                self._x(max(low, counts.low), box, counts),
                self._x(min(high, counts.high), box, counts),
            )
            if right > left:
                painter.fillRect(QRectF(left, box.top(), right - left, box.height()), _hatch(shade))

    def _paint_axis(self, painter: QPainter, box: QRectF, counts: Counts, look: Theme) -> None:
        painter.setFont(look.font(0.85, tabular=True))
        painter.setPen(look.quiet)
        high = painter.fontMetrics().height()
        texts = ((counts.low, Qt.AlignmentFlag.AlignLeft), (counts.high, Qt.AlignmentFlag.AlignRight))
        row = QRectF(box.x(), box.bottom() + look.space(1.5), box.width(), high)
        for value, side in texts:
            painter.drawText(row, int(side), words.number(value))
        zero = self._x(0.0, box, counts)
        room = painter.fontMetrics().horizontalAdvance(words.number(counts.low)) + look.space(3)
        if box.left() + room < zero < box.right() - room:
            painter.drawText(QRectF(zero - 20, row.y(), 40, high), int(Qt.AlignmentFlag.AlignHCenter), "0")

    def _paint_here(self, painter: QPainter, box: QRectF, counts: Counts, look: Theme) -> None:
        if self._here is None:
            return
        sound = self._here[np.isfinite(self._here)]
        sound = sound[:: max(1, len(sound) // _MOST_TICKS)]
        painter.setPen(QPen(look.accent, look.stroke(1)))
        y, reach = box.bottom() + 1, look.space(1.25)
        xs = [self._x(float(v), box, counts) for v in np.unique(np.clip(sound, counts.low, counts.high))]
        painter.drawLines([QLineF(x, y, x, y + reach) for x in xs])

    # -- the hand ----------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The bar under the pointer stands out."""
        self._set_hover(self._bar_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """It rests."""
        self._set_hover(_NONE)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From bar to bar."""
        n = 0 if self._counts is None else len(self._counts.counts)
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: n - 1}
        if not n or not plain(event) or (step is None and key not in ends):
            super().keyPressEvent(event)
            return
        self._at = ends[key] if step is None else min(max(self._at + step, 0), n - 1)
        self._name()
        self.update()

    def event(self, event: QEvent) -> bool:
        """The bar under the pointer, in words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told(self._bar_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """A comfortable picture."""
        return QSize(theme().space(60), theme().space(40))

    def minimumSizeHint(self) -> QSize:
        """The smallest whose shape can be seen."""
        return QSize(theme().space(28), theme().space(26))

    # -- inside ------------------------------------------------------------------------------------------

    def _box(self, look: Theme) -> QRectF:
        line = QFontMetricsF(look.font(0.85)).height()
        edge, top = look.space(2.5), line + look.space(2.5)
        foot = line + look.space(3)
        return QRectF(edge, top, max(1.0, self.width() - 2 * edge), max(1.0, self.height() - top - foot))

    @staticmethod
    def _x(value: float, box: QRectF, counts: Counts) -> float:
        return box.x() + (value - counts.low) / (counts.high - counts.low) * box.width()

    def _bar_at(self, place: QPointF) -> int:
        box = self._box(theme())
        if self._counts is None or not self._counts.counts.any() or not box.left() <= place.x() < box.right():
            return _NONE
        return int((place.x() - box.left()) / box.width() * len(self._counts.counts))

    def _set_hover(self, i: int) -> None:
        if i != self._hover:
            self._hover = i
            self.update()

    def _name(self) -> None:
        self.setAccessibleName(self._title or self.tr("Histogram"))
        told = self.told(self._at)
        if not told and self._counts is not None:
            told = words.range_told(self._counts)
        self.setAccessibleDescription(told or self._hint)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _hatch(colour: QColor) -> QBrush:

    return QBrush(colour, Qt.BrushStyle.BDiagPattern)
