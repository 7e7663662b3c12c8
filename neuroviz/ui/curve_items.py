"""What the curves are drawn with: pyqtgraph's items, which in a file of lines leave out its stretched grid.

On the screen an item's own units are stretched, differently along and across, and a cosmetic pen is spared
that. A file of lines would have to say both; many of its readers do not know such pens and stretch them too,
and none takes a symbol out of a sheet of them. There the same shapes are drawn in pixels with plain pens.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg  # type: ignore[import-untyped]
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols  # type: ignore[import-untyped]
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QTransform

from neuroviz.ui import device

_HOLLOW = QBrush(Qt.BrushStyle.NoBrush)


class Line(pg.PlotCurveItem):  # type: ignore[misc]
    """A curve."""

    def paint(self, painter: QPainter, *rest: Any) -> None:
        """Interrupted where a value is missing."""
        if not device.is_vector(painter):
            super().paint(painter, *rest)
        elif self.xData is not None and len(self.xData):
            path = pg.functions.arrayToQPath(*self._in_sight(), connect="finite")
            _draw(painter, painter.transform().map(path), pg.mkPen(self.opts["pen"]), _HOLLOW)

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


class Dots(pg.ScatterPlotItem):  # type: ignore[misc]
    """Points, each with the same symbol."""

    def paint(self, painter: QPainter, *rest: Any) -> None:
        """As large as on the screen."""
        if not device.is_vector(painter):
            super().paint(painter, *rest)
            return
        size, symbol = self.opts["size"], Symbols[self.opts["symbol"]]
        to_pixels, path = painter.transform(), QPainterPath()
        low, high = self.getViewBox().viewRange()[0]
        for x, y in zip(*self.getData(), strict=True):
            if not low <= x <= high:
                continue  # nothing cuts it off in a file of lines
            at = to_pixels.map(QPointF(x, y))
            path.addPath(QTransform(size, 0, 0, size, at.x(), at.y()).map(symbol))
        path.setFillRule(Qt.FillRule.WindingFill)
        _draw(painter, path, pg.mkPen(self.opts["pen"]), pg.mkBrush(self.opts["brush"]))


class Bars(pg.BarGraphItem):  # type: ignore[misc]
    """Bars, all of one colour."""

    def paint(self, painter: QPainter, *rest: Any) -> None:
        """From the base up."""
        if not device.is_vector(painter):
            super().paint(painter, *rest)
            return
        path = painter.transform().map(self.shape())
        _draw(painter, path, pg.mkPen(self.opts["pen"]), pg.mkBrush(self.opts["brush"]))


class Errors(pg.ErrorBarItem):  # type: ignore[misc]
    """How far a value may be wrong."""

    def paint(self, painter: QPainter, *rest: Any) -> None:
        """A line through each point."""
        if not device.is_vector(painter):
            super().paint(painter, *rest)
            return
        if self.path is None:
            self.drawPath()
        path: QPainterPath = self.path
        _draw(painter, painter.transform().map(path), pg.mkPen(self.opts["pen"]), _HOLLOW)


def _draw(painter: QPainter, path: QPainterPath, pen: QPen, brush: QBrush) -> None:
    """A path in pixels of what is painted on."""
    pen = QPen(pen)
    pen.setCosmetic(False)
    painter.save()
    painter.setWorldTransform(QTransform())
    painter.setPen(pen)
    painter.setBrush(brush)
    painter.drawPath(path)
    painter.restore()
