"""PlaneView: what a net answers all over the plane while it learns, under the points it learns from."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QToolTip

from neuroviz.data.task import Examples, Task
from neuroviz.nn import softmax
from neuroviz.sims.training.answers import LEVELS, REACH, STEPS, Answers
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster, Words
from neuroviz.ui.numbers import fine_percent
from neuroviz.ui.plane_colours import class_table, value_table
from neuroviz.ui.plane_pad import paint_point
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import Theme, theme, theme_changes

_MOST_POINTS = 1500  # more only cover the map


class PlaneView(SquareWidget):
    """Filled points are learned from, hollow ones only asked (validation). Hover tells the answer there."""

    def __init__(self) -> None:
        super().__init__()
        self._task: Task | None = None
        self._answers: Answers | None = None
        self._raster: Raster | None = None
        self._points: QPixmap | None = None
        self._points_key: object = None
        self._table: Words | None = None
        self._table_key: object = None
        self._largest = 1.0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme_changes.changed.connect(self._recolour)

    def set_task(self, task: Task | None) -> None:
        """Show the points of another task, over an empty plane."""
        self._task, self._answers, self._raster, self._points = task, None, None, None
        if task is not None and task.kind == "values":
            self._largest = float(np.abs(task.train.y).max(initial=1e-6))
        self.update()

    def set_answers(self, answers: Answers | None) -> None:
        """Show what the net says."""
        self._answers = answers
        self._recolour()

    def told(self, x: float, y: float) -> str:
        """The answer at a place of the plane, in words."""
        task, answers = self._task, self._answers
        if task is None or answers is None or answers.values.ndim != 3:
            return ""
        side = len(answers.values)
        column, row = (int((v + REACH) / (2 * REACH) * side) for v in (x, -y))
        if not (0 <= column < side and 0 <= row < side):
            return ""
        out = answers.values[row, column]
        where = self.tr("x₁ = {x}, x₂ = {y}").format(x=_number(x), y=_number(y))
        if task.kind == "values":
            return self.tr("{where}: the net says {value}").format(where=where, value=_number(float(out[0])))
        if not np.isfinite(out).all():
            return self.tr("{where}: the net says no number").format(where=where)
        p = softmax(out[None])[0]
        parts = [
            f"{task.class_names[k] if task.class_names else k}: {fine_percent(float(p[k]))}"
            for k in np.argsort(-p)[:4]
        ]
        return f"{where}\n" + "\n".join(parts)

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Map, axes, points."""
        look, area = theme(), self.square()
        painter.fillRect(area, look.card)
        if self._raster is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._raster.image)
        painter.setPen(QPen(look.line, 1))
        for a, b in (((-REACH, 0), (REACH, 0)), ((0, -REACH), (0, REACH))):
            painter.drawLine(self._to_pixel(*a), self._to_pixel(*b))
        if self._task is not None:
            self._paint_points(painter, look, area)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is answered under the mouse."""
        area, place = self.square(), event.position()
        if area.contains(place):
            x = 2 * REACH * (place.x() - area.x()) / area.width() - REACH
            y = REACH - 2 * REACH * (place.y() - area.y()) / area.height()
            QToolTip.showText(event.globalPosition().toPoint(), self.told(x, y), self)

    def sizeHint(self) -> QSize:
        """As large as it gets."""
        return QSize(theme().space(90), theme().space(90))

    def _to_pixel(self, x: float, y: float) -> QPointF:
        area = self.square()
        across = area.width() / (2 * REACH)
        return QPointF(area.left() + (x + REACH) * across, area.bottom() - (y + REACH) * across)

    def _recolour(self) -> None:
        task, answers, look = self._task, self._answers, theme()
        if task is None or answers is None or answers.codes is None:
            self._raster = None
        else:
            if self._table is None or self._table_key != (look, task):
                values = task.kind == "values"
                made = value_table(STEPS, look) if values else class_table(task.n_out, LEVELS, look)
                self._table, self._table_key = made, (look, task)
            if self._raster is None or self._raster.words.shape != answers.codes.shape:
                self._raster = Raster(*answers.codes.shape)
            self._table.take(answers.codes, 0, self._raster.words, "clip")
        self.update()

    def _paint_points(self, painter: QPainter, look: Theme, area: QRectF) -> None:
        """Drawn once, then a picture: hundreds of points cost more than the map."""
        ratio = device.ratio(painter)
        key = (look, self.size(), ratio)
        if self._points is None or self._points_key != key:
            self._points = QPixmap(self.size() * ratio)
            self._points.setDevicePixelRatio(ratio)
            self._points.fill(Qt.GlobalColor.transparent)
            with QPainter(self._points) as inner:
                inner.setRenderHint(QPainter.RenderHint.Antialiasing)
                inner.setClipRect(area)
                assert self._task is not None
                self._draw_side(inner, look, self._task.valid, hollow=True)
                self._draw_side(inner, look, self._task.train, hollow=False)
            self._points_key = key
        painter.drawPixmap(0, 0, self._points)

    def _draw_side(self, painter: QPainter, look: Theme, side: Examples, *, hollow: bool) -> None:
        assert self._task is not None
        size = max(1.8, self.square().width() / 140)
        values = self._task.kind == "values"
        x = side.inputs(slice(0, _MOST_POINTS))
        colours = look.signed(side.y[: len(x), 0] / self._largest) if values else None
        for i, (u, v) in enumerate(x.tolist()):
            at = self._to_pixel(u, v)
            if colours is not None:
                painter.setPen(QPen(look.text, 0.8))
                painter.setBrush(QColor(*colours[i].tolist()))
                painter.drawEllipse(at, size, size)
            else:
                paint_point(painter, at, int(side.y[i]), size, look)
            if hollow:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.card)
                painter.drawEllipse(at, size * 0.45, size * 0.45)


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-", "\N{MINUS SIGN}")
