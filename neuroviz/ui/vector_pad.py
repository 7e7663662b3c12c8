"""VectorPad: a handful of numbers as bars that are dragged up and down."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen

from neuroviz.ui.errors import painted
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import theme, theme_changes

MOST = 64
"""More bars than this cannot be held with a mouse."""

LIMIT = 2.0
_STEP = 0.05
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class VectorPad(SquareWidget):
    """Bars from -LIMIT to LIMIT. Left and Right choose one, Up and Down change it."""

    moved = Signal()
    """The visitor has changed a number."""

    def __init__(self) -> None:
        super().__init__()
        self._values: NDArray[np.float32] = np.zeros(1, np.float32)
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme_changes.changed.connect(self.update)
        self._name()

    def values(self) -> NDArray[np.float32]:
        """The numbers (n,), a copy."""
        return self._values.copy()

    def set_values(self, values: NDArray[np.float32]) -> None:
        """Show these numbers (n,), silently; only the first MOST are seen."""
        self._values = np.array(values, np.float32)
        self._at = min(self._at, self._n - 1)
        self._name()
        self.update()

    @property
    def _n(self) -> int:
        return min(len(self._values), MOST)

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """A bar for each number, blue below zero and orange above."""
        look, area, n = theme(), self.square(), self._n
        painter.fillRect(area, look.card)
        wide, middle = area.width() / n, area.center().y()
        gap = min(wide * 0.2, 3.0)
        for i, value in enumerate(self._values[:n].tolist()):
            share = float(np.clip(value / LIMIT, -1, 1))
            high = share * area.height() / 2
            bar = QRectF(area.left() + i * wide + gap / 2, middle - max(high, 0), wide - gap, abs(high))
            painter.fillRect(bar, look.positive if value > 0 else look.negative)
            if i == self._at and self.hasFocus():
                painter.setPen(QPen(look.accent, look.stroke(1.5)))
                painter.drawRect(QRectF(bar.x() - 1, area.top() + 1, bar.width() + 2, area.height() - 2))
        painter.setPen(QPen(look.quiet, 1))
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The bar there takes this height."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows; so do those that are crossed."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._to(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose and change."""
        key, far = event.key(), 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._at = (self._at + (1 if key == Qt.Key.Key_Right else -1)) % self._n
            self._name()
            self.update()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = _STEP * far * (1 if key == Qt.Key.Key_Up else -1)
            self._change(self._at, float(self._values[self._at]) + step)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Arrow keys are ours while we have the keyboard."""
        wanted = isinstance(event, QKeyEvent) and event.key() in _ARROWS
        if wanted and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _to(self, place: QPointF) -> None:
        area = self.square()
        i = int(np.clip((place.x() - area.left()) / area.width() * self._n, 0, self._n - 1))
        self._change(i, float((area.center().y() - place.y()) / (area.height() / 2) * LIMIT))

    def _change(self, i: int, value: float) -> None:
        self._at = i
        self._values[i] = np.clip(value, -LIMIT, LIMIT)
        self._name()
        self.update()
        self.moved.emit()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Input"))
        text = self.tr("number {i} of {n} is {value}; Left and Right choose, Up and Down change")
        value = f"{float(self._values[self._at]):.2f}"
        self.setAccessibleDescription(text.format(i=self._at + 1, n=len(self._values), value=value))
