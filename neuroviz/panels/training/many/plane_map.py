"""PlaneMap: answers, or agreement, on a square larger than the data, over which the examples lie."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.data.task import Task
from neuroviz.sims.training.many_maps import REACH, largest
from neuroviz.ui import device
from neuroviz.ui.class_marks import Sprites
from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster, Words
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import Theme, theme, theme_changes

_MARGIN = 4  # pixels above it
_MOST_POINTS = 300
_LEVELS = 12  # colours of values on each side of 0


class PlaneMap(SquareWidget):
    """The dotted square is that of the data. Hovering tells what is there."""

    def __init__(self) -> None:
        super().__init__()
        self._task: Task | None = None
        self._codes: np.ndarray | None = None
        self._table: Callable[[], Words] | None = None
        self._told: Callable[[float, float], str] | None = None
        self._raster: Raster | None = None
        self._points: tuple[object, QPixmap] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme_changes.changed.connect(self._recolour)

    def show_map(self, task: Task, codes: np.ndarray | None, table: Callable[[], Words],
                 told: Callable[[float, float], str]) -> None:
        """codes (S, S) by the table; told: what is said of a place."""
        self._task, self._codes, self._table, self._told = task, codes, table, told
        self._recolour()

    def square(self) -> QRectF:
        """At the top, below the words that belong to it."""
        area = super().square()
        area.moveTop(min(area.top(), _MARGIN))
        return area

    def hasHeightForWidth(self) -> bool:
        """It is content with less."""
        return False

    def sizeHint(self) -> QSize:
        """What is left beside the curves."""
        return QSize(theme().space(50), theme().space(50))

    def minimumSizeHint(self) -> QSize:
        """The least in which points are told apart."""
        return QSize(110, 110)

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Map, axes, the square of the data, examples."""
        look, area = theme(), self.square()
        painter.fillRect(area, look.card)
        if self._raster is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._raster.image)
        if self._task is not None:
            self._paint_points(painter, look, area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.text, look.stroke(1.2), Qt.PenStyle.DotLine))
        painter.drawRect(QRectF(self._pixel(-1, 1), self._pixel(1, -1)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the mouse."""
        area, at = self.square(), event.position()
        text = ""
        if self._told is not None and area.contains(at):
            x = 2 * REACH * (at.x() - area.x()) / area.width() - REACH
            text = self._told(x, REACH - 2 * REACH * (at.y() - area.y()) / area.height())
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def _pixel(self, x: float, y: float) -> QPointF:
        area = self.square()
        across = area.width() / (2 * REACH)
        return QPointF(area.left() + (x + REACH) * across, area.bottom() - (y + REACH) * across)

    def _recolour(self) -> None:
        codes = self._codes
        if codes is None or self._table is None:
            self._raster = None
        else:
            if self._raster is None or self._raster.words.shape != codes.shape:
                self._raster = Raster(*codes.shape)
            np.take(self._table(), codes, out=self._raster.words, mode="clip")
        self.update()

    def _paint_points(self, painter: QPainter, look: Theme, area: QRectF) -> None:
        """Drawn once, then a picture."""
        ratio = device.ratio(painter)
        key = look, self.size(), ratio, self._task
        if self._points is None or self._points[0] != key:
            layer = QPixmap(self.size() * ratio)
            layer.setDevicePixelRatio(ratio)
            layer.fill(Qt.GlobalColor.transparent)
            with QPainter(layer) as inner:
                inner.setRenderHint(QPainter.RenderHint.Antialiasing)
                inner.setClipRect(area)
                self._draw_points(inner, look, ratio)
            self._points = key, layer
        painter.drawPixmap(0, 0, self._points[1])

    def _draw_points(self, painter: QPainter, look: Theme, ratio: float) -> None:
        task = self._task
        assert task is not None
        sprites = Sprites(max(1.8, self.square().width() / 110), look, ratio)
        x, y = task.train.inputs(slice(0, _MOST_POINTS)), task.train.y[:_MOST_POINTS]
        places = [self._pixel(a, b) for a, b in x.tolist()]
        if task.kind == "classes":
            for at, label in zip(places, y.tolist(), strict=True):
                sprites.paint(painter, at, label, hollow=False)
            return
        steps = look.signed(np.arange(-_LEVELS, _LEVELS + 1, dtype=np.float32) / _LEVELS)
        colours = [QColor(*rgba) for rgba in steps.tolist()]
        levels = np.rint(y[:, 0] / largest(task) * _LEVELS).clip(-_LEVELS, _LEVELS).astype(int) + _LEVELS
        for at, level in zip(places, levels.tolist(), strict=True):
            sprites.paint_value(painter, at, colours[level], hollow=False)
