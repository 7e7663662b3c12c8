"""WeightEditor: the incoming weights of one unit, as bars to drag or as a picture to paint on."""

from __future__ import annotations

from math import ceil, isqrt, sqrt

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.nn.arrays import Array
from neuroviz.panels.layers.surgery import words
from neuroviz.ui.device import draw_pixels
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed
from neuroviz.ui.images import Raster
from neuroviz.ui.images import words as to_words
from neuroviz.ui.theme import Theme, theme, theme_changes

BARS = 40
"""So many weights are bars; more are a picture."""

_MOST = 65_536  # pixels; weights beyond are not shown
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_STEP = 0.1  # of the largest weight: what a key or a dab of paint changes


class WeightEditor(Ringed):
    """Bars: drag them up and down. Picture: paint with the left button to raise, with the right to lower.

    Arrows choose a weight; Plus and Minus (for bars also Up and Down) change it, 0 makes it nothing, Delete
    gives back what was learned.
    """

    changed = Signal(list)
    """The visitor has set weights: a list of (place, value)."""

    def __init__(self) -> None:
        super().__init__()
        self._values: Array = np.zeros(1, np.float32)
        self._learned: Array = self._values
        self._inputs: Array | None = None
        self._planes, self._rows, self._columns = 1, 1, 1
        self._flat = True
        self._scale = 1.0
        self._at = 0
        self._brush = 0.0
        self._raster: Raster | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def show_weights(self, values: Array, learned: Array, fan: tuple[int, ...], inputs: Array | None) -> None:
        """Show these (n,), beside what was learned, and what each meets now. fan: (n,) or (C, k, k)."""
        other = learned is not self._learned and not np.array_equal(learned, self._learned, equal_nan=True)
        if len(values) != len(self._values):
            self._at = 0
        self._values, self._learned = np.array(values, np.float32), learned
        self._inputs = inputs if inputs is not None and len(inputs) == len(values) else None
        self._flat = len(fan) == 1
        self._planes, self._rows, self._columns = shape_of(fan)
        if other or not self._brush:
            known = np.concatenate([self._values, learned])
            known = np.abs(known[np.isfinite(known)])
            self._scale = float(known.max(initial=0.0)) or 1.0
        self._restyle()
        self._describe()

    @property
    def bars(self) -> bool:
        """Whether the weights are few enough to be dragged one by one."""
        return len(self._values) <= BARS and self._flat

    def cell(self, i: int) -> QRectF:
        """Where a weight is."""
        if self.bars:
            wide = self.width() / len(self._values)
            return QRectF(i * wide, 0, wide, self.height())
        area, side, across = self._area()
        plane, inside = divmod(i, self._rows * self._columns)
        row, column = divmod(inside, self._columns)
        y, x = divmod(plane, across)
        gap = side * 0.5
        return QRectF(
            area.x() + x * (self._columns * side + gap) + column * side,
            area.y() + y * (self._rows * side + gap) + row * side,
            side, side,
        )  # fmt: skip

    def at(self, place: QPointF) -> int | None:
        """The weight at a place."""
        n = min(len(self._values), _MOST)
        if self.bars:
            i = int(place.x() / max(1.0, self.width() / len(self._values)))
            return i if 0 <= i < n else None
        area, side, across = self._area()
        wide, high = (n_ * side + side * 0.5 for n_ in (self._columns, self._rows))
        x, y = place.x() - area.x(), place.y() - area.y()
        if x < 0 or y < 0:
            return None
        column, row = int(x % wide / side), int(y % high / side)
        plane = int(y // high) * across + int(x // wide)
        if column >= self._columns or row >= self._rows or x // wide >= across or plane >= self._planes:
            return None
        i = (plane * self._rows + row) * self._columns + column
        return i if i < n else None

    def _area(self) -> tuple[QRectF, float, int]:
        """The whole picture, the side of a weight, and how many planes stand in a row."""
        room_x, room_y = max(1, self.width() - 4), max(1, self.height() - 4)
        best = (0.0, 1)
        for across in range(1, self._planes + 1):
            down = ceil(self._planes / across)
            side = min(
                room_x / (across * (self._columns + 0.5) - 0.5), room_y / (down * (self._rows + 0.5) - 0.5)
            )
            best = max(best, (side, across))
        side, across = best
        if side > 2:
            side = float(int(side * 2)) / 2
        down = ceil(self._planes / across)
        wide = side * (across * (self._columns + 0.5) - 0.5)
        high = side * (down * (self._rows + 0.5) - 0.5)
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high), side, across

    # -- paint -----------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Bars or picture, and the weight that the keyboard is on."""
        look = theme()
        (self._paint_bars if self.bars else self._paint_picture)(painter, look)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRect(self.cell(self._at))

    def _paint_bars(self, painter: QPainter, look: Theme) -> None:
        painter.fillRect(self.rect(), look.card)
        middle, half = self.height() / 2, self.height() / 2 - 2
        for i, (value, was) in enumerate(zip(self._values.tolist(), self._learned.tolist(), strict=True)):
            box = self.cell(i)
            gap = min(3.0, box.width() * 0.15)
            if np.isfinite(value):
                high = float(np.clip(value / self._reach, -1, 1)) * half
                bar = QRectF(box.x() + gap, middle - max(high, 0), box.width() - 2 * gap, max(1.0, abs(high)))
                painter.fillRect(bar, look.positive if value > 0 else look.negative)
            if value != was and np.isfinite(was):
                y = middle - float(np.clip(was / self._reach, -1, 1)) * half
                painter.setPen(QPen(look.text, look.stroke(1.5), Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(box.left() + gap, y), QPointF(box.right() - gap, y))
        painter.setPen(QPen(look.quiet, 1))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))

    def _paint_picture(self, painter: QPainter, look: Theme) -> None:
        if self._raster is None:
            shares = np.clip(self._values[:_MOST] / np.float32(self._scale), -1, 1)
            whole = np.zeros(self._planes * self._rows * self._columns, np.uint32)
            whole[: len(shares)] = to_words(look.signed(shares))
            self._raster = Raster(self._planes * self._rows, self._columns)
            self._raster.words[:] = whole.reshape(-1, self._columns)
        for plane in range(self._planes):
            first = self.cell(plane * self._rows * self._columns)
            target = QRectF(
                first.x(), first.y(), first.width() * self._columns, first.height() * self._rows
            )
            source = QRectF(0, plane * self._rows, self._columns, self._rows)
            draw_pixels(painter, target, self._raster.image, source)
            painter.setPen(QPen(look.line, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(target)
        changed = np.flatnonzero(self._values[:_MOST] != self._learned[:_MOST])
        if 0 < len(changed) <= 100:
            painter.setPen(QPen(look.text, 1, Qt.PenStyle.DotLine))
            for i in changed.tolist():
                painter.drawRect(self.cell(i))

    @property
    def _reach(self) -> float:
        """The weight at the upper edge."""
        return self._scale * 1.4

    # -- the hand --------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the bar, or put the brush down."""
        left = event.button() == Qt.MouseButton.LeftButton
        if not left and event.button() != Qt.MouseButton.RightButton:
            return
        self._brush = _STEP * 2 * (1 if left else -1)
        self._stroke(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows."""
        if self._brush and event.buttons() != Qt.MouseButton.NoButton:
            self._stroke(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._brush = 0.0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose and change."""
        key = Qt.Key(event.key())
        far = 5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        more, less = (Qt.Key.Key_Plus, Qt.Key.Key_Equal), (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
        if self.bars and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            key = Qt.Key.Key_Plus if key == Qt.Key.Key_Up else Qt.Key.Key_Minus
        if key in _ARROWS:
            across, down = _ARROWS[key]
            to = self._at + across + down * (1 if self.bars else self._columns)
            if 0 <= to < min(len(self._values), _MOST):
                self._at = to
                self._describe()
                self.update()
        elif key in more or key in less:
            step = _STEP * far * self._scale * (1 if key in more else -1)
            self._set([(self._at, float(self._values[self._at]) + step)])
        elif key == Qt.Key.Key_0:
            self._set([(self._at, 0.0)])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set([(self._at, float(self._learned[self._at]))])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys that are ours while we have the keyboard; the weight under the pointer."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if Qt.Key(event.key()) in (*_ARROWS, Qt.Key.Key_0, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
                event.accept()
                return True
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def told(self, i: int) -> str:
        """A weight, what it was, and what comes of it now."""
        w, was = float(self._values[i]), float(self._learned[i])
        where = self.tr("weight {i} of {n}").format(i=i + 1, n=f"{len(self._values):,}")
        lines = [f"{where}: {words.number(w)}"]
        if w != was:
            lines.append(self.tr("learned: {v}").format(v=words.number(was)))
        if self._inputs is not None:
            x = float(self._inputs[i])
            lines.append(f"{words.number(w)} × {words.number(x)} = {words.number(w * x)}")
        return "\n".join(lines)

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        i = self.at(QPointF(at))
        if i is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(on_screen, self.told(i), self, self.cell(i).toAlignedRect())

    def _stroke(self, place: QPointF) -> None:
        i = self.at(place)
        if i is None:
            return
        self._at = i
        if self.bars:
            half = self.height() / 2 - 2
            value = (self.height() / 2 - place.y()) / half * self._reach
            self._set([(i, float(np.clip(value, -self._reach, self._reach)))])
            return
        edits = [(i, self._painted(i, 1.0))]
        if self._rows * self._columns >= 400:  # a brush as wide as a pen on a picture of many pixels
            edits += [(k, self._painted(k, 0.5)) for k in self._beside(i)]
        self._set(edits)

    def _painted(self, i: int, share: float) -> float:
        limit = 2 * self._scale
        value = float(self._values[i])
        value = 0.0 if not np.isfinite(value) else value
        return float(np.clip(value + self._brush * share * self._scale, -limit, limit))

    def _beside(self, i: int) -> list[int]:
        row, column = divmod(i % (self._rows * self._columns), self._columns)
        found = []
        for down, across in ((0, 1), (0, -1), (1, 0), (-1, 0)):
            if 0 <= row + down < self._rows and 0 <= column + across < self._columns:
                k = i + down * self._columns + across
                if k < len(self._values):
                    found.append(k)
        return found

    def _set(self, edits: list[tuple[int, float]]) -> None:
        for i, value in edits:
            self._values[i] = value
        self._raster = None
        self._describe()
        self.update()
        self.changed.emit(edits)

    def _restyle(self) -> None:
        self._raster = None
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Incoming weights"))
        keys = self.tr("Arrows choose, Plus and Minus change, 0 clears, Delete gives back what was learned.")
        self.setAccessibleDescription(f"{self.told(self._at)}. {keys}".replace("\n", "; "))

    def sizeHint(self) -> QSize:
        """A picture of 28 × 28 that can be painted on."""
        return QSize(theme().space(44), theme().space(44))

    def minimumSizeHint(self) -> QSize:
        """The least that can be hit."""
        return QSize(theme().space(28), theme().space(18))


def shape_of(fan: tuple[int, ...]) -> tuple[int, int, int]:
    """Planes, rows and columns in which weights are shown: kernels by what they read, squares as squares."""
    if len(fan) == 3:
        return fan[0], fan[1], fan[2]
    n = fan[0]
    side = isqrt(n)
    if side * side == n:
        return 1, side, side
    columns = ceil(sqrt(n * 1.6))
    columns = next((c for c in range(columns, min(n, 2 * columns) + 1) if n % c == 0), columns)
    return 1, ceil(n / columns), columns
