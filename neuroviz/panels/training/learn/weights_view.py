"""WeightsView: the weights as they form: as pictures where the input is one, else as tables."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.data.task import Task
from neuroviz.nn import Net
from neuroviz.panels.training.learn.figures import number
from neuroviz.sims.training.frames import CourseFrame
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed
from neuroviz.ui.images import Raster
from neuroviz.ui.images import words as colour_words
from neuroviz.ui.theme import Theme, theme, theme_changes

_MOST = 144  # tiles: more would be too small to see
_GAP = 0.12  # of a tile's side


class WeightsView(Ringed):
    """One scale for all tiles, symmetric about zero; it is written below. Hover tells a weight."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: list[NDArray[np.float32]] = []
        self._names: list[str] = []
        self._rasters: list[Raster] = []
        self._largest = 1.0
        self._net: Net | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._recolour)

    def show_course(self, course: CourseFrame, task: Task) -> None:
        """The weights of its net."""
        if course.net is not self._net:
            self._net = course.net
            self._tiles = _tiles(course.net, task)[:_MOST]
            pictures = task.view == "images"
            text = self.tr("unit {n}") if pictures else self.tr("layer {n}")
            self._names = [text.format(n=i + 1) for i in range(len(self._tiles))]
            finite = [float(np.abs(t[np.isfinite(t)]).max(initial=0)) for t in self._tiles]
            self._largest = max([*finite, 1e-9])
            self._recolour()
            self.setAccessibleName(self.tr("Weights"))
            text = self.tr("{n} pictures of weights, the largest weight {most}")
            self.setAccessibleDescription(text.format(n=len(self._tiles), most=number(self._largest)))

    def told(self, place: QPointF) -> str:
        """The weight under a place, in words."""
        for name, tile, box in zip(self._names, self._tiles, self._boxes(), strict=True):
            if box.contains(place):
                row = int((place.y() - box.y()) / box.height() * tile.shape[0])
                column = int((place.x() - box.x()) / box.width() * tile.shape[1])
                row, column = min(row, tile.shape[0] - 1), min(column, tile.shape[1] - 1)
                text = self.tr("{name}, row {row}, column {column}: w = {w}")
                w = number(float(tile[row, column]))
                return text.format(name=name, row=row + 1, column=column + 1, w=w)
        return ""

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """All tiles, and the scale."""
        look = theme()
        for box, raster in zip(self._boxes(), self._rasters, strict=True):
            device.draw_pixels(painter, box, raster.image)
        self._paint_scale(painter, look)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say the weight under the mouse."""
        QToolTip.showText(event.globalPosition().toPoint(), self.told(event.position()), self)

    def sizeHint(self) -> QSize:
        """As large as it gets."""
        return QSize(theme().space(90), theme().space(90))

    def _recolour(self) -> None:
        look = theme()
        self._rasters = []
        for tile in self._tiles:
            raster = Raster(*tile.shape)
            with np.errstate(invalid="ignore", over="ignore"):
                raster.words[:] = colour_words(look.signed(np.clip(tile / self._largest, -1, 1)))
            self._rasters.append(raster)
        self.update()

    def _foot(self) -> float:
        return float(theme().space(7))

    def _boxes(self) -> list[QRectF]:
        """Where each tile stands: in rows, as large as the place allows, its own proportions kept."""
        n = len(self._tiles)
        if not n:
            return []
        width, height = self.width() - 8.0, self.height() - self._foot() - 8.0
        columns = min(range(1, n + 1), key=lambda c: -min(width / c, height / math.ceil(n / c)))
        side = min(width / columns, height / math.ceil(n / columns))
        left = 4 + (width - columns * side) / 2
        boxes = []
        for i, tile in enumerate(self._tiles):
            row, column = divmod(i, columns)
            inner = side * (1 - _GAP)
            high, wide = tile.shape
            unit = inner / max(high, wide)
            w, h = max(unit * wide, 2.0), max(unit * high, 2.0)
            x, y = left + column * side + (side - w) / 2, 4 + row * side + (side - h) / 2
            boxes.append(QRectF(x, y, w, h))
        return boxes

    def _paint_scale(self, painter: QPainter, look: Theme) -> None:
        foot = self._foot()
        bar = QRectF(self.width() * 0.25, self.height() - foot * 0.55, self.width() * 0.5, foot * 0.3)
        raster = Raster(1, 255)
        raster.words[:] = colour_words(look.signed(np.linspace(-1, 1, 255)))[None]
        painter.drawImage(bar, raster.image)
        painter.setFont(look.font(0.85, tabular=True))
        painter.setPen(look.quiet)
        text, side = number(self._largest), self.width() * 0.24
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        high = bar.adjusted(0, -6, 0, 6)
        painter.drawText(QRectF(0, high.y(), side, high.height()), right, f"\N{MINUS SIGN}{text}")
        painter.drawText(QRectF(bar.right() + 4, high.y(), side, high.height()), left, text)


def _tiles(net: Net, task: Task) -> list[NDArray[np.float32]]:
    """Pictures (h, w): each unit's weights on a picture, a convolution's kernels, or each layer's table."""
    weights = [net.views(i)["w"] for i in range(len(net.layers)) if "w" in net.views(i)]
    if task.view == "images" and weights:
        first = weights[0]
        if first.ndim == 4:
            return list(np.ascontiguousarray(first.reshape(-1, *first.shape[-2:])))
        channels, height, width = (1, *task.shape[-2:]) if len(task.shape) == 2 else task.shape
        if len(first) == channels * height * width:
            pictures = first.T.reshape(-1, channels, height, width).mean(axis=1)
            return list(np.ascontiguousarray(pictures))
    return [np.ascontiguousarray(w.reshape(len(w), -1)) for w in weights if w.ndim in (2, 4)]
