"""How two lines are drawn beside each other: what each answers, and the difference of both."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from neuroviz.data.task import Task
from neuroviz.panels.training.learn import filter_tiles
from neuroviz.panels.training.learn.figures import line_mark
from neuroviz.panels.training.learn.line_pair import LinePair
from neuroviz.sims.training.answers import LEVELS, STEPS, Answers
from neuroviz.ui import device
from neuroviz.ui.images import Raster
from neuroviz.ui.images import words as colour_words
from neuroviz.ui.plane_colours import class_table, value_table
from neuroviz.ui.theme import Theme

_MOST_TILES = 36

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Pictures:
    """A, B and B − A, each as a raster, or as values along a line (S,).

    scale: the largest difference, where it is signed.
    """

    rasters: tuple[Raster, ...] = ()
    curves: tuple[Floats, ...] = ()
    scale: float = math.nan


def pictures(pair: LinePair, task: Task, look: Theme) -> Pictures | None:
    """Maps of the plane, curves, or filters; None where there is nothing to be seen of the task."""
    a, b = pair.a.answers, pair.b.answers
    if task.view == "images":
        return _filters(pair, task, look)
    if a is None or b is None:
        return None
    if a.values.ndim == 2:
        # Of classes the first is drawn: with two, it says all.
        first, second = (np.asarray(one.values[:, 0], np.float32) for one in (a, b))
        with np.errstate(invalid="ignore", over="ignore"):
            gap = second - first
        return Pictures(curves=(first, second, gap), scale=_largest(gap))
    if pair.differs is None and pair.signed is None:
        return None
    difference, scale = _difference(pair, look)
    return Pictures((_map(a, task, look), _map(b, task, look), difference), scale=scale)


def _difference(pair: LinePair, look: Theme) -> tuple[Raster, float]:
    if pair.differs is not None:
        raster = Raster(*pair.differs.shape)
        rgba = np.array([look.neutral.getRgb(), look.warn.getRgb()], np.uint8)
        raster.words[:] = colour_words(rgba)[pair.differs.astype(np.intp)]
        return raster, math.nan
    assert pair.signed is not None
    scale = _largest(pair.signed)
    return _signed(pair.signed, scale, look), scale


def _map(answers: Answers, task: Task, look: Theme) -> Raster:
    values = task.kind == "values"
    table = value_table(STEPS, look) if values else class_table(task.n_out, LEVELS, look)
    assert answers.codes is not None
    raster = Raster(*answers.codes.shape)
    table.take(answers.codes, 0, raster.words, "clip")
    return raster


def _filters(pair: LinePair, task: Task, look: Theme) -> Pictures | None:
    first, second = (filter_tiles.tiles(one.net, task, _MOST_TILES) for one in (pair.a, pair.b))
    gap = filter_tiles.difference(first, second)
    if not gap:
        return None
    if len({one.weights.shape for one in gap}) > 1:  # tables of several layers are no filters
        first, second, gap = first[:1], second[:1], gap[:1]
    scale, most = filter_tiles.largest([*first, *second]), filter_tiles.largest(gap)
    high, wide = gap[0].weights.shape
    columns = filter_tiles.arranged(len(gap), 1.0, 1.0, wide / high)
    return Pictures(
        tuple(
            _signed(filter_tiles.mosaic(found, columns), limit, look)
            for found, limit in ((first, scale), (second, scale), (gap, most))
        ),
        scale=most,
    )


def _signed(values: Floats, scale: float, look: Theme) -> Raster:
    raster = Raster(*values.shape)
    with np.errstate(invalid="ignore", over="ignore"):
        raster.words[:] = colour_words(look.signed(np.clip(values / scale, -1, 1)))
    return raster


def _largest(values: Floats) -> float:
    known = values[np.isfinite(values)]
    return max(float(np.abs(known).max(initial=0.0)), 1e-9)


def paint_raster(painter: QPainter, box: QRectF, raster: Raster) -> None:
    """One of the three pictures in its square, its own proportions kept."""
    high, wide = raster.words.shape
    scale = min(box.width() / wide, box.height() / high)
    target = QRectF(0, 0, wide * scale, high * scale)
    target.moveCenter(box.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 1.0)
    device.draw_pixels(painter, target, raster.image)


def paint_curve(painter: QPainter, box: QRectF, values: Floats, line: int | None, look: Theme) -> None:
    """Values along a line; a difference, of no line, with its zero."""
    good = np.isfinite(values)
    low, high = float(values[good].min(initial=0.0)), float(values[good].max(initial=0.0))
    air = max(high - low, 1e-6) * 0.08
    low, high = low - air, high + air
    y = box.bottom() - (np.where(good, values, 0.0) - low) / (high - low) * box.height()
    x = np.linspace(box.left(), box.right(), len(values))
    zero = box.bottom() + low / (high - low) * box.height()
    painter.setPen(QPen(look.line, 1))
    painter.drawLine(QPointF(box.left(), zero), QPointF(box.right(), zero))
    colour = look.warn if line is None else look.digit(line_mark(line).colour)
    pen = QPen(QColor(colour), look.stroke(2))
    if line is not None and line_mark(line).dash:
        pen.setDashPattern(list(line_mark(line).dash))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = zip(x[good].tolist(), y[good].tolist(), strict=True)
    painter.drawPolyline(QPolygonF([QPointF(*one) for one in corners]))
