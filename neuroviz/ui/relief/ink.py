"""Marks on a relief as they are painted, on the block and on the map: what is hidden behind it is fainter."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from neuroviz.ui import device
from neuroviz.ui.relief.clipped import clipped, inside
from neuroviz.ui.relief.marks import Arrow, Cloud, Marks, Spot, Trail
from neuroviz.ui.relief.shape import Floats
from neuroviz.ui.theme import Theme

Mask = NDArray[np.bool_]
Line = tuple[list[float], list[float]]

_HIDDEN = 0.3  # opacity of what lies behind
_HALO = 0.75  # opacity of the rim round lines and words
_STEPS = 64  # across the ground: a line on it is bent as often
_MOST = 30_000  # places of a path
_BALL, _SIGN = 4.5, 5.0  # radii of spots
_HEAD, _HALF = 9.0, 4.5  # of an arrow: length, and half its width


class Ground(Protocol):
    """Where places lie in a picture."""

    @property
    def bent(self) -> bool:
        """Whether what is straight on the ground may not be so in the picture."""

    def places(self, x: Floats, y: Floats) -> tuple[Floats, Floats, Mask]:
        """Pixels across and down, NaN where there is no surface; and whether nothing is before them."""

    def shares(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Parts of the sides of the ground, 0..1 within it."""


class Ink:
    """Paints marks. One is made for each picture: names in it do not lie on each other."""

    def __init__(self, painter: QPainter, ground: Ground, look: Theme, room: QRectF) -> None:
        """room: the part of the picture in which all of it is to be."""
        self._painter, self._ground, self._look, self._room = painter, ground, look, room
        self._taken: list[QRectF] = []

    def paint(self, marks: Marks) -> None:
        """All of them."""
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cloud in marks.clouds:
            self._paint_cloud(cloud)
        for trail in marks.trails:
            self.paint_trail(trail)
        for arrow in marks.arrows:
            self._paint_arrow(arrow)
        for spot in marks.spots:
            self.paint_spot(spot)

    # -- kinds ---------------------------------------------------------------------------------------

    def paint_trail(self, trail: Trail, *, halo: bool = True) -> None:
        """A path, which follows the ground between its places. halo: it stands out from any ground."""
        x, y = (np.asarray(one, np.float64) for one in (trail.x, trail.y))
        across, down, seen = self._ground.places(*self._bent(x, y))
        if device.is_vector(self._painter):
            across, down, seen = clipped(across, down, seen, self._room)
        width = self._look.stroke(trail.width)
        pieces = list(self._pieces(across, down, seen))
        for part, visible in pieces:
            if visible and halo:
                self._stroke(part, self._look.window, width + 2)
            elif not visible:
                self._stroke(part, self._faded(trail.colour, _HIDDEN), 1.0)
        for part, visible in pieces:
            if visible:
                self._stroke(part, trail.colour, width, trail.dash)
        if trail.dots:
            self._dot(x, y, trail.colour, width + 2)

    def _paint_cloud(self, cloud: Cloud) -> None:
        x, y = (np.asarray(one, np.float64) for one in (cloud.x, cloud.y))
        self._dot(x, y, cloud.colour, self._look.stroke(cloud.size))

    def _paint_arrow(self, arrow: Arrow) -> None:
        """Along the ground; a short one is all head."""
        painter, share = self._painter, np.linspace(0.0, 1.0, 25)
        x, y = arrow.x + share * arrow.dx, arrow.y + share * arrow.dy
        across, down, seen = self._ground.places(x, y)
        good = np.isfinite(across) & np.isfinite(down)
        across, down, seen = across[good], down[good], seen[good]
        if len(across) < 2:
            return
        tip = np.array([across[-1], down[-1]])
        away = np.hypot(across - tip[0], down - tip[1])
        head = min(self._look.stroke(_HEAD), float(away[0]))
        if head < 0.5:
            return
        back = int(np.flatnonzero(away >= head)[-1]) if (away >= head).any() else 0
        way = tip - np.array([across[back], down[back]])
        way /= max(float(np.hypot(*way)), 1e-9)
        neck = tip - way * head * 0.8
        colour = arrow.colour if seen[-1] else self._faded(arrow.colour, 2 * _HIDDEN)
        shaft = QPolygonF([QPointF(a, b) for a, b in zip(across[: back + 1], down[: back + 1], strict=True)])
        shaft.append(QPointF(*neck))
        wide, side = self._look.stroke(_HALF) * head / self._look.stroke(_HEAD), np.array([-way[1], way[0]])
        corners = (tip, tip - way * head + side * wide, tip - way * head - side * wide)
        point = QPolygonF([QPointF(*one) for one in corners])
        for rim in (True, False):
            ink = self._faded(self._look.window, _HALO) if rim else colour
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(_pen(ink, self._look.stroke(2.5) + 2 * rim))
            painter.drawPolyline(shaft)
            painter.setBrush(ink)
            painter.setPen(_pen(ink, 2 * rim + 0.5))
            painter.drawPolygon(point)
        self._name(arrow.name, QPointF(*(tip + way * 3)), colour)

    def paint_spot(self, spot: Spot) -> None:
        """One place."""
        across, down, seen = self._ground.places(np.array([spot.x]), np.array([spot.y]))
        if not inside(across, down, self._room.adjusted(-1, -1, 1, 1))[0]:
            return
        painter, look, at = self._painter, self._look, QPointF(across[0], down[0])
        colour = spot.colour if seen[0] else self._faded(spot.colour, 2 * _HIDDEN)
        rim = self._faded(look.window, _HALO if seen[0] else _HIDDEN)
        if spot.kind == "ball":
            painter.setPen(_pen(rim, look.stroke(2)))
            painter.setBrush(colour)
            painter.drawEllipse(at, look.stroke(_BALL), look.stroke(_BALL))
        else:
            sign = _sign(spot.kind, look.stroke(_SIGN))
            sign.translate(at)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for ink, width in ((rim, 4.5), (colour, 2.0)):
                painter.setPen(_pen(ink, look.stroke(width)))
                painter.drawPath(sign)
        self._name(spot.name, at, colour)

    # -- inside --------------------------------------------------------------------------------------

    def _bent(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """The same path with as many places as it takes to follow the ground."""
        if len(x) < 2 or not self._ground.bent:
            return x, y
        with np.errstate(invalid="ignore", over="ignore"):
            right, up = (np.diff(one) for one in self._ground.shares(x, y))
        length = np.nan_to_num(np.maximum(np.abs(right), np.abs(up)), nan=0.0, posinf=0.0, neginf=0.0)
        counts = np.clip(np.ceil(length * _STEPS), 1, 4 * _STEPS).astype(np.intp)
        if counts.sum() > _MOST:
            counts = np.maximum(1, counts * max(0, _MOST - len(x)) // counts.sum())
        first = np.repeat(np.arange(len(counts)), counts)
        begin = np.concatenate([[0], np.cumsum(counts)[:-1]])
        share = (np.arange(len(first)) - begin[first]) / counts[first]
        with np.errstate(invalid="ignore", over="ignore"):
            ways = (np.concatenate([z[first] + share * (z[first + 1] - z[first]), z[-1:]]) for z in (x, y))
            across, down = ways
        return across, down

    def _pieces(self, across: Floats, down: Floats, seen: Mask) -> Iterator[tuple[Line, bool]]:
        """Pieces of a path of which all is before, or all behind, without places that fall together."""
        good = np.isfinite(across) & np.isfinite(down)
        rough = np.where(good, np.round(across) + 1j * np.round(down), np.nan)
        last = np.append(rough[1:], np.nan)
        keep = ~(rough == last) | ~good
        across, down, seen, good = (one[keep] for one in (across, down, seen, good))
        change = np.flatnonzero((seen[1:] != seen[:-1]) | (good[1:] != good[:-1])) + 1
        for begin, until in pairwise([0, *change.tolist(), len(good)]):
            if begin == until or not good[begin]:
                continue
            end = until + bool(until < len(good) and good[until])  # it goes on to where the next begins
            if end - begin > 1:
                yield (across[begin:end].tolist(), down[begin:end].tolist()), bool(seen[begin])

    def _stroke(self, line: Line, colour: QColor, width: float, dash: tuple[float, ...] = ()) -> None:
        """Opaque ones stretch by stretch, a sixth of the time; that these overlap is not seen."""
        pen = _pen(colour, width)
        if dash:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern(list(dash))
        elif width <= 1 or colour.alpha() == 255:
            pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        self._painter.setPen(pen)
        if dash or colour.alpha() < 255 or device.is_vector(self._painter):
            self._painter.drawPolyline(QPolygonF(list(map(QPointF, *line))))
        else:
            x, y = line
            self._painter.drawLines(list(map(QLineF, x, y, x[1:], y[1:])))

    def _dot(self, x: Floats, y: Floats, colour: QColor, size: float) -> None:
        """Each place by itself; those behind first."""
        across, down, seen = self._ground.places(x, y)
        good = inside(across, down, self._room)
        for visible, ink in ((False, self._faded(colour, _HIDDEN)), (True, colour)):
            of = good & (seen == visible)
            places = np.unique(np.stack([across[of], down[of]], axis=1).round(1), axis=0)
            points = QPolygonF([QPointF(a, b) for a, b in places.tolist()])
            if visible:
                self._painter.setPen(_pen(self._faded(self._look.window, _HALO), size + 1.5))
                self._painter.drawPoints(points)
            self._painter.setPen(_pen(ink, size))
            self._painter.drawPoints(points)

    def _name(self, name: str, at: QPointF, colour: QColor) -> None:
        """Beside its place, on a side where no other name is."""
        if not name:
            return
        font = self._look.font(0.85)
        metrics = QFontMetricsF(font)
        wide, line, gap = metrics.horizontalAdvance(name), metrics.height(), self._look.space(2)
        for left, top in (
            (at.x() + gap, at.y() - line / 2), (at.x() - gap - wide, at.y() - line / 2),
            (at.x() - wide / 2, at.y() - gap - line), (at.x() - wide / 2, at.y() + gap),
        ):  # fmt: skip
            box = QRectF(left, top, wide, line)
            if self._room.contains(box) and not any(box.intersects(other) for other in self._taken):
                self._taken.append(box)
                write(self._painter, box, name, self._look, colour)
                return

    @staticmethod
    def _faded(colour: QColor, opacity: float) -> QColor:
        faded = QColor(colour)
        faded.setAlphaF(min(1.0, opacity) * colour.alphaF())
        return faded


def write(painter: QPainter, box: QRectF, text: str, look: Theme, colour: QColor | None = None) -> None:
    """Small words that can be read on any ground: in the theme's ink, with a rim. colour: of a line below."""
    path, metrics = QPainterPath(), QFontMetricsF(look.font(0.85))
    path.addText(QPointF(box.x(), box.y() + metrics.ascent()), look.font(0.85), text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rim = QColor(look.window)
    rim.setAlphaF(0.85)
    painter.strokePath(path, _pen(rim, 3.5))
    painter.fillPath(path, look.text)
    if colour is not None:
        painter.setPen(_pen(colour, look.stroke(1.5)))
        painter.drawLine(QPointF(box.x(), box.bottom()), QPointF(box.right(), box.bottom()))


def _sign(kind: str, radius: float) -> QPainterPath:
    path = QPainterPath()
    if kind == "start":
        path.addEllipse(QPointF(0, 0), radius, radius)
    elif kind == "minimum":  # a diamond
        path.addPolygon(QPolygonF([QPointF(*one) for one in _corners(4, 1.25 * radius)]))
    else:
        for a, b in ((-1, -1), (-1, 1)):
            path.moveTo(a * radius, b * radius)
            path.lineTo(-a * radius, -b * radius)
    return path


def _corners(n: int, radius: float) -> list[tuple[float, float]]:
    return [
        (radius * math.sin(2 * math.pi * k / n), -radius * math.cos(2 * math.pi * k / n))
        for k in range(n + 1)
    ]


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
