"""What the curves are drawn with: pyqtgraph's items, which in saved pictures leave out its stretched grid.

On the screen an item's own units are stretched, differently along and across, and a cosmetic pen is spared
that. A file of lines would have to say both; many of its readers do not know such pens and stretch them too,
and none takes a symbol out of a sheet of them. In a larger picture a cosmetic pen stays as thin as it is on
the screen. There the same shapes are drawn in pixels of the view with plain pens, which grow with the rest.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg  # type: ignore[import-untyped]
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols  # type: ignore[import-untyped]
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTransform

from neuroviz.ui import device
from neuroviz.ui.images import Raster, words

_FEW = 200  # places: the rim of more is rough anyhow, and smoothing it takes most of a frame
_HOLLOW = QBrush(Qt.BrushStyle.NoBrush)


class Line(pg.PlotCurveItem):  # type: ignore[misc]
    """A curve."""

    def paint(self, painter: QPainter, *rest: Any) -> None:
        """Interrupted where a value is missing."""
        if _as_on_screen(painter, self):
            super().paint(painter, *rest)
        elif self.xData is not None and len(self.xData):
            lines = device.is_vector(painter)
            x_y = self._in_sight() if lines else self.getData()
            path = pg.functions.arrayToQPath(*x_y, connect="finite")
            _draw(painter, self, path, _HOLLOW)

    def _in_sight(self) -> tuple[np.ndarray, np.ndarray]:
        """The part within the field, which would cut off the rest: files of lines are not cut."""
        x, y = (np.asarray(one, np.float64) for one in self.getData())
        low, high = self.getViewBox().viewRange()[0]
        inner = x[(x > low) & (x < high)]
        if np.any(np.diff(x) <= 0) or len(inner) == len(x):
            return x, y
        ends = np.array([max(low, x[0]), min(high, x[-1])])
        x_seen = np.unique(np.concatenate([ends, inner])) if ends[0] < ends[1] else x[:0]
        return x_seen, np.interp(x_seen, x, y)


class Band(pg.PlotCurveItem):  # type: ignore[misc]
    """What lies between two curves over the same places, filled."""

    def __init__(self) -> None:
        super().__init__(pen=None)
        self._ends = (np.zeros(0),) * 3
        self._brush = _HOLLOW

    def set_ends(self, x: np.ndarray, low: np.ndarray, high: np.ndarray, brush: QBrush) -> None:
        """Places without a value are passed over."""
        good = np.isfinite(x) & np.isfinite(low) & np.isfinite(high)
        self._ends, self._brush = (x[good], low[good], high[good]), brush
        self.setData(*self._rim(*self._ends))

    def paint(self, painter: QPainter, *_rest: Any) -> None:
        """It has no rim, so it is the same on the screen and in a larger picture."""
        x, low, high = self._ends
        if device.is_vector(painter) and len(x):
            first, last = self.getViewBox().viewRange()[0]  # nothing cuts it off in a file of lines
            ends = np.array([max(first, x[0]), min(last, x[-1])])
            seen = np.unique(np.concatenate([ends, x[(x > first) & (x < last)]]))
            seen = seen if ends[0] < ends[1] else x[:0]
            x, low, high = seen, np.interp(seen, x, low), np.interp(seen, x, high)
        if len(x) < 2:
            return
        if len(x) < _FEW or device.is_vector(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(pg.functions.arrayToQPath(*self._rim(x, low, high)), self._brush)
        else:
            self._paint_columns(painter, x, low, high)

    def _paint_columns(self, painter: QPainter, x: np.ndarray, low: np.ndarray, high: np.ndarray) -> None:
        """A column of pixels for each: what fills a path takes half a frame for a rough one."""
        to_pixels = painter.transform()
        field = to_pixels.mapRect(QRectF(self.getViewBox().viewRect())).normalized()
        ratio = device.ratio(painter)
        wide, tall = (max(1, round(length * ratio)) for length in (field.width(), field.height()))
        across = field.left() + (np.arange(wide) + 0.5) / ratio
        places = to_pixels.m11() * x + to_pixels.dx()
        ends = [(to_pixels.m22() * y + to_pixels.dy() - field.top()) * ratio for y in (high, low)]
        top, bottom = (np.interp(across, places, one, np.nan, np.nan) for one in ends)
        rows = np.arange(tall)[:, None] + 0.5
        raster = Raster(tall, wide)
        # At least a pixel is seen, as of a path that is filled.
        raster.words[(rows >= top - 0.5) & (rows <= bottom + 0.5)] = words(_rgba(self._brush.color()))
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.drawImage(field, raster.image)
        painter.restore()

    @staticmethod
    def _rim(x: np.ndarray, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return np.concatenate([x, x[::-1]]), np.concatenate([low, high[::-1]])


class Dots(pg.ScatterPlotItem):  # type: ignore[misc]
    """Points, each with the same symbol."""

    def paint(self, painter: QPainter, *rest: Any) -> None:
        """As large as on the screen."""
        if _as_on_screen(painter, self):
            super().paint(painter, *rest)
            return
        size, symbol = self.opts["size"] * _unit(painter, self), Symbols[self.opts["symbol"]]
        to_pixels, path = painter.transform(), QPainterPath()
        low, high = self.getViewBox().viewRange()[0]
        for x, y in zip(*self.getData(), strict=True):
            if not low <= x <= high:
                continue  # nothing cuts it off in a file of lines
            at = to_pixels.map(QPointF(x, y))
            path.addPath(QTransform(size, 0, 0, size, at.x(), at.y()).map(symbol))
        path.setFillRule(Qt.FillRule.WindingFill)
        _draw(painter, self, to_pixels.inverted()[0].map(path), pg.mkBrush(self.opts["brush"]))


class Bars(pg.BarGraphItem):  # type: ignore[misc]
    """Bars, all of one colour."""

    def paint(self, painter: QPainter, *rest: Any) -> None:
        """From the base up."""
        if _as_on_screen(painter, self):
            super().paint(painter, *rest)
            return
        _draw(painter, self, self.shape(), pg.mkBrush(self.opts["brush"]))


class Errors(pg.ErrorBarItem):  # type: ignore[misc]
    """How far a value may be wrong."""

    def paint(self, painter: QPainter, *rest: Any) -> None:
        """A line through each point."""
        if _as_on_screen(painter, self):
            super().paint(painter, *rest)
            return
        if self.path is None:
            self.drawPath()
        _draw(painter, self, self.path, _HOLLOW)


def _rgba(colour: QColor) -> np.ndarray:
    return np.array([colour.red(), colour.green(), colour.blue(), colour.alpha()], np.uint8)


def _as_on_screen(painter: QPainter, item: Any) -> bool:
    """Whether a pixel of the view is one of what is painted on, and a pen may stay cosmetic."""
    if device.is_vector(painter):
        return False
    return abs(_scale(painter.deviceTransform(), item) - 1) < 0.01


def _scale(transform: QTransform, item: Any) -> float:
    """How many units after the transform are one pixel of the view."""
    across = abs(item.sceneTransform().m11())
    return float(abs(transform.m11()) / across) if across else 1.0


def _unit(painter: QPainter, item: Any) -> float:
    """A pixel of the view in what the painter counts in."""
    return _scale(painter.transform(), item)


def _draw(painter: QPainter, item: Any, path: QPainterPath, brush: QBrush) -> None:
    """A path in units of the item, with a pen that is as wide as on the screen."""
    pen = QPen(pg.mkPen(item.opts["pen"]))
    pen.setCosmetic(False)
    pen.setWidthF(pen.widthF() * _unit(painter, item))
    shape = painter.transform().map(path)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setWorldTransform(QTransform())
    painter.setPen(pen)
    painter.setBrush(brush)
    painter.drawPath(shape)
    painter.restore()
