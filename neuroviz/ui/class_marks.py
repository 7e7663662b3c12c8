"""Class marks: a colour and a shape for each class, so that points are told apart without colour."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from neuroviz.ui.theme import Theme

SHAPES = 10


@lru_cache(maxsize=SHAPES)
def shape(label: int) -> QPainterPath:
    """The outline of class `label` about (0, 0), as large as a circle of radius 1; repeats after ten."""
    path = QPainterPath()
    match label % SHAPES:
        case 0:
            path.addEllipse(QPointF(0, 0), 1, 1)
        case 1:
            path.addRect(QRectF(-0.88, -0.88, 1.76, 1.76))
        case 2:
            _polygon(path, 3, 1.3, -pi / 2)
        case 3:
            _polygon(path, 4, 1.25, -pi / 2)
        case 4:
            _polygon(path, 3, 1.3, pi / 2)
        case 5:
            _cross(path, 0.0)
        case 6:
            _cross(path, pi / 4)
        case 7:
            _star(path)
        case 8:
            path.addRect(QRectF(-1.15, -0.5, 2.3, 1.0))
        case _:
            path.addRect(QRectF(-0.5, -1.15, 1.0, 2.3))
    return path


def paint_mark(painter: QPainter, at: QPointF, label: int, size: float, look: Theme, *, hollow: bool) -> None:
    """A point of a class: filled, or (to be asked only) hollow."""
    painter.save()
    painter.translate(at)
    painter.scale(size, size)
    if hollow:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.digit(label), look.stroke(1.2) / size))
    else:
        painter.setBrush(look.digit(label))
        painter.setPen(QPen(look.card, 0.6 / size))
    painter.drawPath(shape(label))
    painter.restore()


def paint_value(
    painter: QPainter, at: QPointF, colour: QColor, size: float, look: Theme, *, hollow: bool
) -> None:
    """A point that has a value, in the colour of it."""
    if hollow:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, look.stroke(1.2)))
    else:
        painter.setBrush(colour)
        painter.setPen(QPen(look.quiet, 0.6))  # without its edge a value near 0 could not be seen
    painter.drawEllipse(at, size, size)


class Sprites:
    """Marks of one size and theme as small pictures: thousands are painted in a few ms."""

    def __init__(self, size: float, look: Theme, ratio: float) -> None:
        self._size, self._look, self._ratio = size, look, ratio
        self._known: dict[tuple[int, bool], QPixmap] = {}
        self._values: dict[tuple[int, bool], QPixmap] = {}
        self.half = size * 1.4 + 1.5

    def paint(self, painter: QPainter, at: QPointF, label: int, *, hollow: bool) -> None:
        """A mark with its middle there."""
        sprite = self._known.get((label, hollow))
        if sprite is None:
            draw = partial(paint_mark, label=label, size=self._size, look=self._look, hollow=hollow)
            sprite = self._known[label, hollow] = self._made(draw)
        painter.drawPixmap(at - QPointF(self.half, self.half), sprite)

    def paint_value(self, painter: QPainter, at: QPointF, colour: QColor, *, hollow: bool) -> None:
        """The same of a value; there should not be too many different colours."""
        key = (colour.rgba(), hollow)
        sprite = self._values.get(key)
        if sprite is None:
            draw = partial(paint_value, colour=colour, size=self._size, look=self._look, hollow=hollow)
            sprite = self._values[key] = self._made(draw)
        painter.drawPixmap(at - QPointF(self.half, self.half), sprite)

    def _made(self, draw: Callable[[QPainter, QPointF], None]) -> QPixmap:
        side = 2 * self.half
        sprite = QPixmap(round(side * self._ratio), round(side * self._ratio))
        sprite.setDevicePixelRatio(self._ratio)
        sprite.fill(Qt.GlobalColor.transparent)
        with QPainter(sprite) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter, QPointF(self.half, self.half))
        return sprite


def _polygon(path: QPainterPath, n: int, radius: float, start: float) -> None:
    for i in range(n):
        angle = start + 2 * pi * i / n
        at = QPointF(radius * cos(angle), radius * sin(angle))
        path.lineTo(at) if i else path.moveTo(at)
    path.closeSubpath()


def _star(path: QPainterPath) -> None:
    for i in range(10):
        angle, radius = -pi / 2 + pi * i / 5, 0.55 if i % 2 else 1.35
        at = QPointF(radius * cos(angle), radius * sin(angle))
        path.lineTo(at) if i else path.moveTo(at)
    path.closeSubpath()


def _cross(path: QPainterPath, turn: float) -> None:
    arm, half = 1.25, 0.4
    corners = [
        (half, arm), (half, half), (arm, half), (arm, -half), (half, -half), (half, -arm),
        (-half, -arm), (-half, -half), (-arm, -half), (-arm, half), (-half, half), (-half, arm),
    ]  # fmt: skip
    for i, (x, y) in enumerate(corners):
        at = QPointF(x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn))
        path.lineTo(at) if i else path.moveTo(at)
    path.closeSubpath()
