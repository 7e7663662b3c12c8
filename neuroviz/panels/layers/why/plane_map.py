"""PlaneMap: what a net of two inputs answers everywhere, with the reasons at the point as arrows."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from neuroviz.panels.layers.why import words
from neuroviz.panels.layers.why.figures import figure
from neuroviz.sims.attribution import GRADIENT
from neuroviz.sims.decisions import Regions
from neuroviz.sims.smallest_flip import FOUND
from neuroviz.sims.why import WhyFrame
from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster
from neuroviz.ui.numbers import fine_percent
from neuroviz.ui.plane_colours import decision_raster
from neuroviz.ui.plane_pad import REACH, PlanePad
from neuroviz.ui.theme import theme, theme_changes

_ARROW = 0.42  # length of the gradient's arrow, on the plane: it shows a direction, its size is told


class PlaneMap(PlanePad):
    """A click, a drag or the arrow keys move the point, as on the pad."""

    def __init__(self) -> None:
        super().__init__()
        self._frame: WhyFrame | None = None
        self._regions: Regions | None = None
        self._raster: Raster | None = None
        self._arrows = _Arrows(self)
        self.setMouseTracking(True)
        theme_changes.changed.connect(self._recolour)

    def show_frame(self, frame: WhyFrame) -> None:
        """Show its regions, its point and its arrows."""
        self._frame = frame
        if frame.regions is not self._regions:
            self._regions = frame.regions
            self._recolour()
        if frame.x is not None and len(frame.x) == 2:
            self.put(float(frame.x[0]), float(frame.x[1]))
        self._arrows.show_frame(frame)

    def minimumSizeHint(self) -> QSize:
        """Large enough for arrows."""
        return QSize(theme().space(50), theme().space(50))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the point; or say what is read under the mouse."""
        if event.buttons():
            super().mouseMoveEvent(event)
        elif self._regions is not None and self.square().contains(event.position()):
            QToolTip.showText(event.globalPosition().toPoint(), self._told(event.position()), self)

    def _told(self, place: QPointF) -> str:
        """What is answered in the middle of the cell there, and how sure."""
        assert self._regions is not None
        area, side = self.square(), len(self._regions.answers)
        across, down = (place.x() - area.x()) / area.width(), (place.y() - area.y()) / area.height()
        row, column = (min(max(int(part * side), 0), side - 1) for part in (down, across))
        sure = float(self._regions.sure[row, column])
        text = self.tr("x₁ = {x}, x₂ = {y}: read as {k}, {p}")
        x, y = (figure(REACH * (2 * (i + 0.5) / side - 1)) for i in (column, side - 1 - row))
        k = int(self._regions.answers[row, column])
        return text.format(x=x, y=y, k=k, p="–" if np.isnan(sure) else fine_percent(sure))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The arrows lie over all of it."""
        super().resizeEvent(event)
        self._arrows.setGeometry(self.rect())

    def _recolour(self) -> None:
        look, regions = theme(), self._regions
        self._raster = None if regions is None else decision_raster(regions.answers, regions.sure, look)
        self.set_map(None if self._raster is None else self._raster.image)

    def _name(self) -> None:
        super()._name()
        frame = getattr(self, "_frame", None)
        if frame is not None:
            self.setAccessibleDescription(f"{self.accessibleDescription()} {words.sentence(frame)}")


class _Arrows(QWidget):
    """The path, the flip and the slope, over the map; the mouse goes through them."""

    def __init__(self, map_: PlaneMap) -> None:
        super().__init__(map_)
        self._map = map_
        self._frame: WhyFrame | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_frame(self, frame: WhyFrame) -> None:
        """Show its arrows."""
        self._frame = frame
        self.update()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """All three."""
        frame = self._frame
        if frame is None or frame.x is None or len(frame.x) != 2 or not frame.finite:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_path(painter, frame)
        self._paint_flip(painter, frame)
        self._paint_slope(painter, frame)

    def _paint_path(self, painter: QPainter, frame: WhyFrame) -> None:
        """The way that integrated gradients go."""
        assert frame.x is not None
        assert frame.baseline is not None
        pen = QPen(theme().text, theme().stroke(1.5))
        pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        start = self._map.to_pixel(*map(float, frame.baseline))
        painter.drawLine(start, self._map.to_pixel(*map(float, frame.x)))
        painter.setBrush(theme().text)
        painter.drawEllipse(start, 3.0, 3.0)
        self._write(painter, start + QPointF(-20, 16), "x₀", theme().text)

    def _paint_flip(self, painter: QPainter, frame: WhyFrame) -> None:
        """The shortest way found to another answer, to scale."""
        assert frame.x is not None
        flip, look = frame.flip, theme()
        if flip is None or flip.status != FOUND or flip.x is None or len(flip.x) != 2:
            return
        here, there = self._map.to_pixel(*map(float, frame.x)), self._map.to_pixel(*map(float, flip.x))
        for colour, width in ((look.window, 5.0), (look.accent, 2.5)):
            painter.setPen(QPen(colour, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawLine(here, there)
            painter.drawEllipse(there, 5.0, 5.0)
        self._write(painter, there + QPointF(8, 14), f"→ {flip.after}", look.accent)

    def _paint_slope(self, painter: QPainter, frame: WhyFrame) -> None:
        """Where the score rises most steeply."""
        assert frame.x is not None
        found, look = frame.maps.get(GRADIENT), theme()
        size = 0.0 if found is None else float(np.hypot(*found.values))
        if found is None or not np.isfinite(size) or size == 0:
            return
        here, way = frame.x.astype(float), found.values.astype(float) * (_ARROW / size)
        start, end = self._map.to_pixel(*here), self._map.to_pixel(*(here + way))
        for colour, width in ((look.window, 5.5), (look.text, 2.5)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(start, end)
            _head(painter, start, end, colour)
        self._write(painter, end + QPointF(6, -4), "∇f", look.text)

    def _write(self, painter: QPainter, at: QPointF, text: str, colour: QColor) -> None:
        look = theme()
        painter.setFont(look.font(1.0, QFont.Weight.Bold))
        wide = painter.fontMetrics().horizontalAdvance(text)
        at.setX(min(at.x(), self._map.square().right() - wide - 2))
        painter.setPen(look.window)
        for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            painter.drawText(at + QPointF(dx, dy), text)
        painter.setPen(colour)
        painter.drawText(at, text)


def _head(painter: QPainter, start: QPointF, end: QPointF, colour: QColor) -> None:
    way = end - start
    size = max((way.x() ** 2 + way.y() ** 2) ** 0.5, 1e-6)
    along, across = way / size * 10, QPointF(-way.y(), way.x()) / size * 5
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([end, end - along + across, end - along - across]))
