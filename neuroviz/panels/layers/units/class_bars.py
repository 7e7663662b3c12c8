"""ClassBars: what a unit says of each class on average, and what each class loses without it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.ui.bars import softer
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed
from neuroviz.ui.knob_scale import shown
from neuroviz.ui.theme import Theme, theme, theme_changes

_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
Floats = NDArray[np.floating]


def brief(value: float) -> str:
    """A number in three digits, for under a bar."""
    if not np.isfinite(value):
        return "–"
    return shown((float(f"{value:.2g}") if abs(value) < 100 else round(value)) + 0.0)  # no −0


class ClassBars(Ringed):
    """Bars in the colours of the classes, up or down from zero, the number on top of each.

    Left and Right walk along them.
    """

    moved = Signal(int)
    """The keyboard has come to this class."""

    def __init__(self) -> None:
        super().__init__()
        self._means: Floats | None = None
        self._lower: tuple[str, ...] = ()
        self._tell: Callable[[int], str] = _nothing
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self.updateGeometry)

    def show_means(self, means: Floats | None, lower: tuple[str, ...], tell: Callable[[int], str]) -> None:
        """means (K,), NaN for a class that has not come; lower: a line for each, under its class; tell: what
        hovering over a class says."""
        self._means, self._lower, self._tell = means, lower, tell
        if means is not None and self._at >= len(means):
            self._at = -1
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Low and wide."""
        return QSize(theme().space(80), theme().space(30))

    def minimumSizeHint(self) -> QSize:
        """Still to be read."""
        return QSize(theme().space(44), theme().space(18))

    # -- paint -------------------------------------------------------------------------------------

    def _column(self, k: int) -> QRectF:
        n = 1 if self._means is None else len(self._means)
        return QRectF(k * self.width() / n, 0, self.width() / n, self.height())

    def _draw(self, painter: QPainter) -> None:
        look, means = theme(), self._means
        if means is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QFontMetricsF(look.font(0.85)).height()
        foot = line * (2 if any(self._lower) else 1)
        sound = means[np.isfinite(means)]
        low, high = min(0.0, float(sound.min(initial=0))), max(0.0, float(sound.max(initial=0)))
        span = high - low if high > low else 1.0
        below = line if low < 0 else 0.0
        area = QRectF(0, line, self.width(), max(4.0, self.height() - foot - line - below - look.space(1)))
        zero = area.top() + high / span * area.height()
        texts = [brief(float(value)) for value in means]
        room = self._column(0).width() - 2
        number = fitting(look.font(0.85, tabular=True), texts, room)
        under = fitting(look.font(0.85, tabular=True), self._lower, room)
        best = int(np.where(np.isfinite(means), means, -np.inf).argmax())
        for k, value in enumerate(means.tolist()):
            column = self._column(k)
            wide = min(column.width() * 0.72, look.space(14))
            tall = (value / span * area.height()) if np.isfinite(value) else 0.0
            bar = QRectF(column.center().x() - wide / 2, zero - max(tall, 0), wide, max(1.0, abs(tall)))
            colour = look.digit(k)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour if k == best else softer(colour, look))
            painter.drawRoundedRect(bar, 1.5, 1.5)
            painter.setFont(number)
            painter.setPen(look.text if k == best else look.quiet)
            at = bar.top() - line if value >= 0 or not np.isfinite(value) else bar.bottom()
            painter.drawText(QRectF(column.x(), at, column.width(), line), int(_CENTRE), texts[k])
            self._draw_foot(painter, k, QRectF(column.x(), self.height() - foot, column.width(), line), look)
            if self._lower and k < len(self._lower):
                painter.setFont(under)
                painter.setPen(look.quiet)
                place = QRectF(column.x(), self.height() - line, column.width(), line)
                painter.drawText(place, int(_CENTRE), self._lower[k])
        painter.fillRect(QRectF(0, zero - 0.5, self.width(), 1), look.line)

    def _draw_foot(self, painter: QPainter, k: int, place: QRectF, look: Theme) -> None:
        if k == self._at and self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.raised)
            painter.drawRoundedRect(place, 3, 3)
            painter.fillRect(QRectF(place.x(), place.bottom() - 2, place.width(), 2), look.accent)
        painter.setFont(look.font(1.0, QFont.Weight.Bold))
        painter.setPen(look.digit(k))
        painter.drawText(place, int(_CENTRE), str(k))

    paintEvent = painted(_draw)  # noqa: N815 - Qt's name

    # -- the hand ----------------------------------------------------------------------------------

    def class_at(self, x: float) -> int:
        """The class at a place, −1 for none."""
        if self._means is None or not 0 <= x < self.width():
            return -1
        return min(int(x / self.width() * len(self._means)), len(self._means) - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Walk to it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(self.class_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or self._means is None:
            super().keyPressEvent(event)
        else:
            self._go_to(min(max(self._at + step, 0), len(self._means) - 1))

    def event(self, event: QEvent) -> bool:
        """The sum behind the bar under the pointer; arrows are ours while we have the keyboard."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            k = self.class_at(QPointF(event.pos()).x())
            QToolTip.showText(event.globalPos(), self._tell(k) if k >= 0 else "", self)
            return True
        wanted = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if wanted and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def _go_to(self, k: int) -> None:
        self._at = k
        self._describe()
        self.update()
        if k >= 0:
            self.moved.emit(k)

    def _describe(self) -> None:
        if self._means is None:
            self.setAccessibleDescription("")
        elif self._at >= 0:
            self.setAccessibleDescription(self._tell(self._at))
        else:
            told = "; ".join(f"{k}: {brief(float(v))}" for k, v in enumerate(self._means))
            self.setAccessibleDescription(told)


def _nothing(_k: int) -> str:
    return ""
