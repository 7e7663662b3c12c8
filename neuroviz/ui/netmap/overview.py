"""The small map in the corner that tells where on the large one one is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from neuroviz.ui.netmap.camera import Camera
from neuroviz.ui.netmap.model import MapModel
from neuroviz.ui.theme import Theme

_WIDE = 40  # steps of 4 px


def place(model: MapModel, look: Theme) -> QRectF:
    """Where it lies: in the lower right corner, of the shape of the large one."""
    room = model.room
    high = room.height - room.top - room.bottom
    wide = min(float(look.space(_WIDE)), 0.3 * room.width)
    tall = wide * high / max(1.0, room.width)
    gap = look.space(2)
    return QRectF(room.width - wide - gap, room.height - room.bottom - tall - gap, wide, tall)


def draw(painter: QPainter, model: MapModel, look: Theme) -> None:
    """Each layer as a block, and a frame round what is seen."""
    area, room = place(model, look), model.room
    painter.setPen(QPen(look.line, look.stroke(1)))
    painter.setBrush(look.card)
    painter.drawRect(area)
    scale = area.width() / room.width

    def small(x: float, y: float, wide: float, high: float) -> QRectF:
        return QRectF(area.x() + x * scale, area.y() + (y - room.top) * scale, wide * scale, high * scale)

    for block in model.base.values():
        painter.fillRect(small(block.x, block.y, max(block.width, 1 / scale), block.height), look.quiet)
    camera = model.camera
    across, down = camera.scales
    left, top = -camera.x / across, (room.top - camera.y) / down
    high = (room.height - room.top - room.bottom) / down
    painter.setOpacity(0.35)
    frame = small(left, top, room.width / across, high).intersected(area)
    painter.fillRect(frame, look.accent)
    painter.setOpacity(1.0)
    painter.setPen(QPen(look.accent, look.stroke(1.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame)


def camera_at(model: MapModel, look: Theme, at: QPointF) -> Camera | None:
    """The camera that has in its middle what lies there on the small map; None beside it."""
    area, room, camera = place(model, look), model.room, model.camera
    if camera.whole or not area.contains(at):
        return None
    scale = area.width() / room.width
    x, y = (at.x() - area.x()) / scale, (at.y() - area.y()) / scale + room.top
    across, down = camera.scales
    middle = room.top + (room.height - room.top - room.bottom) / 2
    wanted = Camera(camera.scale, room.width / 2 - x * across, middle - y * down, camera.squeeze)
    return wanted.held(room)
