"""PlaneView: what a net answers all over the plane while it learns, under the points it learns from."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QToolTip

from neuroviz.data.task import REACH, Examples, Task
from neuroviz.nn import softmax
from neuroviz.panels.training.learn.plane_axes import PlaneAxes
from neuroviz.panels.training.learn.value_scale import ValueScale
from neuroviz.sims.training.answers import LEVELS, STEPS, Answers
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster, Words
from neuroviz.ui.numbers import fine_percent, measured
from neuroviz.ui.plane_colours import class_table, value_table
from neuroviz.ui.plane_pad import paint_point
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import Theme, theme, theme_changes

_MOST_POINTS = 1500  # more only cover the map
_MARGIN = 4  # pixels round map and words


class PlaneView(SquareWidget):
    """Filled points are learned from, hollow ones only asked (validation). Hover tells the answer there.

    Over two columns of a table there are axes, with their names and in their units.
    """

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
        self._axes: PlaneAxes | None = None
        self._axes_key: object = None
        self._plain = QRectF()  # of a map without axes
        self._scale: ValueScale | None = None  # below the map, and beside its axes if it has some
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
        (left, right), (low, high) = task.window
        across, down = (x - left) / (right - left), (high - y) / (high - low)
        if not (0 <= across < 1 and 0 <= down < 1):
            return ""
        out = answers.values[int(down * side), int(across * side)]
        where = self._where(task, x, y)
        if not np.isfinite(out).all():
            return self.tr("{where}: the net says no number").format(where=where)
        if task.kind == "values":
            plane = task.view != "table"
            value = _number(float(out[0])) if plane else measured(float(task.world_answer(out[0])), 3)
            return self.tr("{where}: the net says {value}").format(where=where, value=value)
        p = softmax(out[None])[0]
        parts = [
            f"{task.class_names[k] if task.class_names else k}: {fine_percent(float(p[k]))}"
            for k in np.argsort(-p)[:4]
        ]
        return f"{where}\n" + "\n".join(parts)

    def area(self) -> QRectF:
        """The map, in the widget's pixels."""
        axes = self._axes_now()
        return self._plain if axes is None else axes.area

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Map, axes, points."""
        look, area, axes = theme(), self.area(), self._axes_now()
        painter.fillRect(area, look.card)
        if self._raster is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._raster.image)
        if axes is not None:
            axes.paint(painter, self._to_pixel)
        else:
            painter.setPen(QPen(look.line, 1))
            for a, b in (((-REACH, 0), (REACH, 0)), ((0, -REACH), (0, REACH))):
                painter.drawLine(self._to_pixel(*a), self._to_pixel(*b))
        if self._scale is not None:
            self._scale.paint(painter)
        if self._task is not None:
            self._paint_points(painter, look, area)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is answered under the mouse."""
        area, place = self.area(), event.position()
        if area.contains(place):
            (left, right), (low, high) = self._window()
            x = left + (right - left) * (place.x() - area.x()) / area.width()
            y = high - (high - low) * (place.y() - area.y()) / area.height()
            QToolTip.showText(event.globalPosition().toPoint(), self.told(x, y), self)

    def sizeHint(self) -> QSize:
        """As large as it gets."""
        return QSize(theme().space(90), theme().space(90))

    def _window(self) -> tuple[tuple[float, float], ...]:
        return self._task.window if self._task is not None else ((-REACH, REACH),) * 2

    def _where(self, task: Task, x: float, y: float) -> str:
        if task.view != "table":
            return self.tr("x₁ = {x}, x₂ = {y}").format(x=_number(x), y=_number(y))
        pairs = zip(task.input_names, (x, y), strict=True)
        return ", ".join(
            f"{name} = {measured(float(task.world_input(k, v)), 3)}" for k, (name, v) in enumerate(pairs)
        )

    def _axes_now(self) -> PlaneAxes | None:
        """With all that is measured out with them: where the map is, and the scale of its values."""
        key = (self._task, self.size(), theme())
        if self._axes_key != key:
            self._axes_key, task = key, self._task
            self._axes, self._scale, self._plain = None, None, self.square()
            room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            if task is not None and task.kind == "values":
                self._scale = ValueScale(task, room, theme())
                if task.view != "table":
                    self._plain, room = _above(room, room.height() - self._scale.rest.height())
                    self._scale = ValueScale(task, room, theme())
                room = self._scale.rest
            if task is not None and task.view == "table":
                self._axes = PlaneAxes(task, room, theme())
        return self._axes

    def _to_pixel(self, x: float, y: float) -> QPointF:
        area, ((left, right), (low, high)) = self.area(), self._window()
        return QPointF(
            area.left() + (x - left) / (right - left) * area.width(),
            area.bottom() - (y - low) / (high - low) * area.height(),
        )

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
        area = self.area()
        size = max(1.8, min(area.width(), area.height()) / 140)
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


def _above(room: QRectF, foot: float) -> tuple[QRectF, QRectF]:
    """The largest square above a foot of that height, and both together, in the middle of the room."""
    side = max(1.0, float(int(min(room.width(), room.height() - foot))))
    left = round(room.left() + (room.width() - side) / 2)
    top = round(room.top() + max(0.0, (room.height() - foot - side) / 2))
    return QRectF(left, top, side, side), QRectF(left, top, side, side + foot)


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-", "\N{MINUS SIGN}")
