"""UnitGrid: every unit of a layer as a cell: dead ones crossed, saturated ones struck through."""

from __future__ import annotations

from math import ceil, sqrt

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.panels.layers.stats import words
from neuroviz.sims.layer_tally import Tallied
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.images import Raster
from neuroviz.ui.images import words as pixels
from neuroviz.ui.theme import Theme, theme, theme_changes

_SIGNS_FROM = 6.0  # pixels: smaller cells are pixels of a picture and bear no sign
_SHADES = 48
_EVEN = 4  # so many columns more or fewer are bearable where the last row becomes full by them
_LARGEST = 9  # steps of 4 px


class UnitGrid(Ringed):
    """Arrows go from unit to unit."""

    pointed = Signal(int)
    """The unit under the pointer or the cursor; −1 for none."""

    def __init__(self) -> None:
        super().__init__()
        self._one: Tallied | None = None
        self._seen = 0
        self._at = 0
        self._raster: Raster | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._name()

    def show_units(self, one: Tallied | None, seen: int) -> None:
        """The units of a layer, after so many inputs."""
        self._one, self._seen, self._raster = one, seen, None
        self._at = min(self._at, max(0, 0 if one is None else one.n_units - 1))
        self._name()
        self.update()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Cells, signs, cursor."""
        look, one = theme(), self._one
        if one is None or not one.n_units:
            return
        columns, side = self._grid()
        n = one.n_units
        self._paint_scale(painter, one, look)
        if side < _SIGNS_FROM:
            self._paint_picture(painter, one, columns, side, look)
        else:
            colours = look.magnitude(self._values(one))
            for i in range(n):
                box = self._cell(i, columns, side).adjusted(0.5, 0.5, -1, -1)
                painter.fillRect(box, QColor(*(int(c) for c in colours[i])))
                if one.dead[i] or one.flat[i]:
                    _paint_sign(painter, box, look, dead=bool(one.dead[i]))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRect(self._cell(self._at, columns, side).adjusted(0, 0, -1, -1))

    def _paint_picture(self, painter: QPainter, one: Tallied, columns: int, side: float, look: Theme) -> None:
        """Hundreds of units: a pixel each, dead ones in the colour of what is wrong."""
        if self._raster is None or self._raster.image.width() != columns:
            self._raster = Raster(ceil(one.n_units / columns), columns)
            rgba = look.magnitude(self._values(one))
            marked = one.dead | one.flat
            rgba[marked] = (look.bad.red(), look.bad.green(), look.bad.blue(), 255)
            self._raster.words.reshape(-1)[: one.n_units] = pixels(rgba)
        rows = self._raster.image.height()
        device.draw_pixels(painter, QRectF(0, 0, columns * side, rows * side), self._raster.image)

    def _paint_scale(self, painter: QPainter, one: Tallied, look: Theme) -> None:
        """What the colours mean, with numbers at both ends."""
        painter.setFont(look.font(0.85, tabular=True))
        painter.setPen(look.quiet)
        ends = words.scale_ends(one)
        metrics = painter.fontMetrics()
        row = QRectF(0, self.height() - self._foot(), self.width(), self._foot())
        painter.drawText(row, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), ends[0])
        left, right = (metrics.horizontalAdvance(text) + look.space(1.5) for text in ends)
        wide = min(row.width() - left - right, float(look.space(30)))
        bar = QRectF(left, row.bottom() - metrics.height() * 0.72, max(wide, 4.0), metrics.height() * 0.5)
        shades = look.magnitude(np.linspace(0, 1, _SHADES))
        step = bar.width() / _SHADES
        for k, shade in enumerate(shades):
            colour = QColor(*(int(c) for c in shade))
            painter.fillRect(QRectF(bar.x() + k * step, bar.y(), step + 0.5, bar.height()), colour)
        after = QRectF(bar.right() + look.space(1.5), row.y(), right, row.height())
        painter.drawText(after, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), ends[1])

    @staticmethod
    def _foot() -> float:
        look = theme()
        return QFontMetricsF(look.font(0.85)).height() + look.space(1)

    def _values(self, one: Tallied) -> np.ndarray:
        """What the colours show, 0..1."""
        if one.rule == "never above 0":
            return one.active
        if one.ends_known:
            return one.ends
        most = float(np.nan_to_num(one.spreads).max(initial=0.0))
        found: np.ndarray = one.spreads / most if 0 < most < np.inf else np.zeros(one.n_units)
        return found

    # -- the hand ----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From unit to unit."""
        columns, _ = self._grid()
        n = 0 if self._one is None else self._one.n_units
        step = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns,
            Qt.Key.Key_Home: -n, Qt.Key.Key_End: n,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if step is None or not plain(event) or not n:
            super().keyPressEvent(event)
            return
        self._at = min(max(self._at + step, 0), n - 1)
        self._name()
        self.update()
        self.pointed.emit(self._at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The unit under the pointer is told of."""
        self.pointed.emit(self.unit_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is told."""
        self.pointed.emit(self._at if self.hasFocus() else -1)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """The unit under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            i = self.unit_at(QPointF(event.pos()))
            told = words.unit_told(self._one, i, self._seen) if i >= 0 and self._one is not None else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def unit_at(self, place: QPointF) -> int:
        """The unit at a place; −1 for none."""
        columns, side = self._grid()
        column, row = int(place.x() // side), int(place.y() // side)
        i = row * columns + column
        n = 0 if self._one is None else self._one.n_units
        return i if 0 <= column < columns and 0 <= i < n and row >= 0 else -1

    def sizeHint(self) -> QSize:
        """A comfortable grid."""
        return QSize(theme().space(50), theme().space(30))

    def minimumSizeHint(self) -> QSize:
        """The smallest."""
        return QSize(theme().space(24), theme().space(12))

    # -- inside ------------------------------------------------------------------------------------------

    def _grid(self) -> tuple[int, float]:
        """Columns, and the side of a cell, as large as all of them allow. A picture's pixels stay in rows."""
        n = max(1, 0 if self._one is None else self._one.n_units)
        w, h = max(1.0, float(self.width())), max(1.0, self.height() - self._foot())
        root = round(sqrt(n))
        if root * root == n and n > 64:
            return root, min(w / root, h / root)
        side = min(sqrt(w * h / n), float(theme().space(_LARGEST)))
        columns = max(1, min(n, int(w // side)))
        while ceil(n / columns) * min(side, w / columns) > h and columns < n:
            columns += 1
            side = w / columns
        side = min(side, w / columns)
        near = sorted(
            range(max(1, columns - _EVEN), min(columns + _EVEN, n) + 1), key=lambda c: abs(c - columns)
        )
        for c in near:
            own = min(w / c, h * c / n, float(theme().space(_LARGEST)))
            if n % c == 0 and own >= 0.8 * side:
                return c, own
        return columns, side

    @staticmethod
    def _cell(i: int, columns: int, side: float) -> QRectF:
        row, column = divmod(i, columns)
        return QRectF(column * side, row * side, side, side)

    def _name(self) -> None:
        self.setAccessibleName(words.colour_told(self._one) or self.tr("Units"))
        told = (
            ""
            if self._one is None or not self._one.n_units
            else words.unit_told(self._one, self._at, self._seen)
        )
        self.setAccessibleDescription(told.replace("\n", "; "))

    def _restyle(self) -> None:
        self._raster = None
        self.updateGeometry()
        self.update()


def _paint_sign(painter: QPainter, box: QRectF, look: Theme, *, dead: bool) -> None:
    """A cross for dead, a stroke for saturated, on a plate so that it is seen on any colour."""
    inner = box.adjusted(box.width() * 0.2, box.height() * 0.2, -box.width() * 0.2, -box.height() * 0.2)
    painter.fillRect(box.adjusted(1, 1, -1, -1), look.card)
    painter.setPen(QPen(look.bad if dead else look.warn, look.stroke(1.6)))
    lines = [QLineF(inner.bottomLeft(), inner.topRight())]
    if dead:
        lines.append(QLineF(inner.topLeft(), inner.bottomRight()))
    painter.drawLines(lines)
