"""Faces: what a block gives, as units or as maps, and where wires meet it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from neuroviz.nn import Dropout
from neuroviz.nn.arrays import Array
from neuroviz.panels.training.net.places import Column, Places
from neuroviz.panels.training.net.scene import INPUT, Scene
from neuroviz.ui import device
from neuroviz.ui.fit import fitting
from neuroviz.ui.images import Raster, fade, picture, words
from neuroviz.ui.theme import Theme

_PITCH, _RADIUS = 2.4, 4.0  # steps of 4 px: the least from unit to unit, the largest unit
_MOST = 24  # units shown; of more, the first and the last
_SHEETS = 4
_KERNELS = 8
_GOLDEN = 0.618
_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True)
class Units:
    """Numbers in a row: which of n are shown, and where. radius in pixels; middle: across."""

    n: int
    shown: tuple[int, ...]
    ys: tuple[float, ...]
    middle: float
    radius: float

    @property
    def left(self) -> float:
        """Where wires arrive."""
        return self.middle - self.radius

    @property
    def right(self) -> float:
        """Where wires leave."""
        return self.middle + self.radius


@dataclass(frozen=True)
class Sheets:
    """Maps: the front one, how many are shown behind it, and by how much each is moved."""

    n: int
    front: QRectF
    shown: int
    offset: float

    @property
    def left(self) -> float:
        """Where wires arrive."""
        return self.front.left()

    @property
    def right(self) -> float:
        """Where wires leave."""
        return self.front.right() + (self.shown - 1) * self.offset


Face = Units | Sheets


def faces(places: Places) -> list[Face]:
    """One for the input and one for each block."""
    scene = places.scene
    return [_face(places, column) for column in places.columns[: len(scene.blocks) + 1]]


def _face(places: Places, column: Column) -> Face:
    scene, look = places.scene, places.look
    shape, box = scene.shape(column.block), places.face(column.block)
    if len(shape) > 1:
        return _sheets(scene, column, box, look)
    n = shape[0]
    room = max(1, int(box.height() / look.space(_PITCH)))
    most = min(_MOST, room)
    shown: tuple[int, ...] = tuple(range(n))
    slots = n
    if n > most:
        half = max(1, (most - 1) // 2)
        shown = (*range(half), *range(n - half, n))
        slots = len(shown) + 1
    pitch = min(box.height() / slots, 2.6 * look.space(_RADIUS))
    top = box.center().y() - pitch * (slots - 1) / 2
    ys = [top + pitch * k for k in range(slots)]
    if n > most:
        del ys[len(shown) // 2]
    radius = min(0.4 * pitch, look.space(_RADIUS), 0.25 * column.width)
    middle = column.middle
    if column.block == scene.answer and scene.classes and column.width < look.space(28):
        middle = column.x + 0.36 * column.width
    return Units(n, shown, tuple(ys), middle, radius)


def _sheets(scene: Scene, column: Column, box: QRectF, look: Theme) -> Sheets:
    c, high, wide = scene.shape(column.block) if len(scene.shape(column.block)) == 3 else (1, 1, 1)
    largest = max(max(scene.shape(i)[1:]) for i in (INPUT, *range(len(scene.blocks)))
                  if len(scene.shape(i)) == 3)  # fmt: skip
    full = min(0.62 * column.width, 0.5 * box.height(), float(look.space(28)))
    side = max(float(look.space(3)), full * (max(high, wide) / largest) ** 0.6)
    shown = min(c, _SHEETS)
    offset = min(float(look.space(1.5)), 0.12 * side) if shown > 1 else 0.0
    size = (side * wide / max(high, wide), side * high / max(high, wide))
    front = QRectF(0, 0, *size)
    front.moveCenter(QPointF(column.middle, box.center().y()))
    front.translate(-offset * (shown - 1) / 2, offset * (shown - 1) / 2)
    return Sheets(c, front, shown, offset)


# -- painting --------------------------------------------------------------------------------------------


def paint_face(painter: QPainter, places: Places, block: int, face: Face) -> None:
    """The units or the maps of a block."""
    if isinstance(face, Units):
        _paint_units(painter, places, block, face)
    else:
        _paint_sheets(painter, places, block, face)
        kernels = places.scene.weights(block)
        if kernels is not None and kernels.ndim == 4:
            _paint_kernels(painter, places, block, face, kernels)


def _paint_units(painter: QPainter, places: Places, block: int, face: Units) -> None:
    scene, look = places.scene, places.look
    values = scene.values(block)
    fills = None if values is None else look.signed(_scaled(values))
    dropped = scene.blocks[block].layer if block != INPUT else None
    rate = dropped.rate if isinstance(dropped, Dropout) else 0.0
    is_answer = block == scene.answer and bool(scene.classes)
    for i, y in zip(face.shown, face.ys, strict=True):
        centre = QPointF(face.middle, y)
        ring = look.digit(i) if is_answer else look.quiet
        painter.setPen(QPen(ring, look.stroke(1.6 if is_answer else 1.0)))
        painter.setBrush(look.card if fills is None else QColor(*(int(v) for v in fills[i])))
        painter.drawEllipse(centre, face.radius, face.radius)
        if rate and (i * _GOLDEN) % 1.0 < rate:
            _cross(painter, centre, face.radius, look)
        if is_answer:
            _paint_class(painter, places, scene.classes[i], (face, y, look.digit(i)))
    if len(face.shown) < face.n:
        gap = (face.ys[len(face.shown) // 2 - 1] + face.ys[len(face.shown) // 2]) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.quiet)
        dot = 0.35 * look.space(1)
        for k in (-1, 0, 1):
            painter.drawEllipse(QPointF(face.middle, gap + k * look.space(1)), dot, dot)


def _paint_class(
    painter: QPainter, places: Places, name: str, at: tuple[Units, float, QColor]
) -> None:
    face, y, _ = at
    look = places.look
    x = face.right + look.space(1.5)
    room = places.columns[-1].right - x - look.space(0.5)
    high = min(float(look.space(5)), 2.4 * face.radius)
    painter.setFont(fitting(look.font(0.85, QFont.Weight.DemiBold), (name,), room, high))
    painter.setPen(look.text)
    text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(room))
    painter.drawText(QRectF(x, y - high, room, 2 * high), _LEFT, text)


def _cross(painter: QPainter, centre: QPointF, radius: float, look: Theme) -> None:
    painter.setPen(QPen(look.text, look.stroke(1.4)))
    d = radius * 0.95
    painter.drawLine(centre + QPointF(-d, -d), centre + QPointF(d, d))
    painter.drawLine(centre + QPointF(-d, d), centre + QPointF(d, -d))


def _paint_sheets(painter: QPainter, places: Places, block: int, face: Sheets) -> None:
    look, values = places.look, places.scene.values(block)
    for k in range(face.shown - 1, -1, -1):
        box = face.front.translated(k * face.offset, -k * face.offset)
        painter.setPen(QPen(look.quiet, look.stroke(1)))
        painter.setBrush(look.card)
        painter.drawRect(box)
        if values is not None and values.ndim == 3:
            if block == INPUT:
                drawn = picture(np.asarray(values[k], np.float32), fade(look.card, look.ink))
            else:
                drawn = _raster(look.signed(_scaled(values[k])))
            device.draw_pixels(painter, box.adjusted(1, 1, -1, -1), drawn.image)


def _paint_kernels(
    painter: QPainter, places: Places, block: int, face: Sheets, kernels: Array
) -> None:
    """The windows of the first input map, below the maps they make."""
    look, box = places.look, places.face(block)
    n = min(len(kernels), _KERNELS)
    top = face.front.bottom() + look.space(2.5)
    across = min(4, n)
    down = -(-n // across)
    gap = float(look.space(0.75))
    side = min((0.8 * box.width() - gap * (across - 1)) / across, (box.bottom() - top) / down - gap,
               float(look.space(7)))  # fmt: skip
    if side < look.space(1.5):
        return
    left = places.column(block).middle - (across * (side + gap) - gap) / 2
    scaled = _scaled(kernels[:n, 0])
    for k in range(n):
        tile = QRectF(left + k % across * (side + gap), top + k // across * (side + gap), side, side)
        device.draw_pixels(painter, tile, _raster(look.signed(scaled[k])).image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.line, 1))
        painter.drawRect(tile)


def _scaled(values: Array) -> Array:
    """In −1..1 by the largest; what is no number is 0."""
    sound = np.nan_to_num(np.asarray(values, np.float32), posinf=0.0, neginf=0.0)
    most = float(np.abs(sound).max(initial=0.0))
    return sound / np.float32(most) if most else sound


def _raster(rgba: np.ndarray) -> Raster:
    made = Raster(*rgba.shape[:2])
    made.words[:] = words(rgba)
    return made
