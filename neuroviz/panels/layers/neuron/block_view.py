"""BlockView: what a layer looks at that sums nothing by weights, and what it makes of it."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from neuroviz.panels.layers.neuron import names, told
from neuroviz.panels.layers.neuron.names import number
from neuroviz.sims.neuron_parts import Other
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.theme import Theme, theme, theme_changes

_TIP_AGE_MS = 6000
_HALF = 0.45  # lighter grounds carry dark numbers
_ACROSS = 14  # steps of 4 px for one value


class BlockView(QWidget):
    """The values as squares in their places, the one that counts ringed; an arrow; what comes of them."""

    def __init__(self) -> None:
        super().__init__()
        self._part: Other | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self.update)
        self._describe()

    def set_part(self, part: Other) -> None:
        """Show this."""
        self._part = part
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """A small block."""
        return QSize(theme().space(80), theme().space(30))

    def minimumSizeHint(self) -> QSize:
        """Enough for a number."""
        return QSize(theme().space(30), theme().space(8))

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Block, arrow, outcome."""
        look, part = theme(), self._part
        if part is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sound = [abs(v) for v in (*part.given.tolist(), part.y) if math.isfinite(v)]
        largest = max(sound, default=0.0) or 1.0
        for i, value in enumerate(part.given.tolist()):
            winner = i == part.at and len(part.given) > 1 and part.layer.kind == "max_pool"
            self._paint_cell(painter, self._cell(i, look), value, largest, winner, look)
        block = self._block(look)
        y = block.center().y()
        tip = block.right() + look.space(9)
        painter.setPen(QPen(look.quiet, look.stroke(1.5)))
        painter.drawLine(QPointF(block.right() + look.space(2), y), QPointF(tip, y))
        head = float(look.space(1.25))
        painter.setBrush(look.quiet)
        corners = [QPointF(tip, y), QPointF(tip - head, y - head * 0.7), QPointF(tip - head, y + head * 0.7)]
        painter.drawPolygon(QPolygonF(corners))
        side = look.space(_ACROSS)
        outcome = QRectF(tip + look.space(2), y - side / 2, side, side)
        self._paint_cell(painter, outcome, part.y, largest, False, look)

    def _paint_cell(
        self, painter: QPainter, place: QRectF, value: float, largest: float, ringed: bool, look: Theme
    ) -> None:
        rgba = look.signed(np.float32(value / largest)).tolist() if math.isfinite(value) else [0, 0, 0, 0]
        ground = QColor(*rgba)
        painter.setPen(QPen(look.line, 1))
        painter.setBrush(ground)
        painter.drawRect(place)
        if ringed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.text, look.stroke(2.5)))
            painter.drawRect(place.adjusted(2, 2, -2, -2))
        text = number(value)
        painter.setFont(fitting(look.font(1.0, tabular=True), (text,), place.width() - 8, place.height()))
        dark, bright = sorted((look.window, look.text), key=QColor.lightnessF)
        under = ground if ground.alpha() else look.window
        painter.setPen(dark if under.lightnessF() > _HALF else bright)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _columns(self) -> int:
        return 1 if self._part is None else max(1, math.isqrt(len(self._part.given)))

    def _side(self, look: Theme) -> float:
        return min(float(look.space(_ACROSS)), (self.height() - 8) / self._columns())

    def _block(self, look: Theme) -> QRectF:
        side = self._side(look) * self._columns()
        return QRectF(4, 4, side, side)

    def _cell(self, i: int, look: Theme) -> QRectF:
        side, (row, column) = self._side(look), divmod(i, self._columns())
        return QRectF(4 + column * side, 4 + row * side, side, side)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Where a value comes from."""
        part, text = self._part, ""
        if part is not None:
            text = told.other(part)
            for i in range(len(part.given)):
                inside = self._cell(i, theme()).contains(event.position())
                if inside and part.source is not None and part.inputs is not None:
                    name = names.source(part.source, int(part.inputs[i]))
                    text = f"{name}: {number(float(part.given[i]))}"
        QToolTip.showText(event.globalPosition().toPoint(), text, self, self.rect(), _TIP_AGE_MS)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("What the layer looks at, and what it gives"))
        self.setAccessibleDescription("" if self._part is None else told.other(self._part))
