"""How a model on its data is painted: examples, what each of them costs, the curve and its handles."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from neuroviz.data.surface import Point
from neuroviz.panels.descent.model import words
from neuroviz.panels.descent.model.data_axes import DataAxes
from neuroviz.panels.descent.model.on_data import OnData
from neuroviz.ui.theme import Theme

_DOT, _GRIP, _RING = 4.5, 7.0, 3.5  # radii of examples and handles, and of a ring beyond one's own
_PLACES = 181  # of a curve
_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)


class DataInk:
    """Paints it. hot: the example under the pointer or the keyboard, -1 for none."""

    def __init__(self, painter: QPainter, axes: DataAxes, look: Theme, curve: QColor) -> None:
        self._painter, self._axes, self._look, self._curve = painter, axes, look, curve

    def paint(self, shown: OnData, handles: tuple[Point, ...], hot: int, held: int) -> None:
        """All of it. handles: where they are; held: which of them is under the pointer or the keyboard."""
        painter, axes = self._painter, self._axes
        axes.paint(painter, self._look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(axes.area)
        if shown.best is not None:
            pen = QPen(self._look.quiet, self._look.stroke(1.5))
            pen.setDashPattern([4.0, 4.0])
            self._paint_curve(shown, shown.best, pen)
        if shown.known:
            self._paint_border(shown)
            self._paint_sticks(shown, hot)
            self._paint_curve(shown, shown.at, QPen(self._look.card, self._look.stroke(3) + 2))
            self._paint_curve(shown, shown.at, QPen(self._curve, self._look.stroke(3)))
        self._paint_examples(shown, hot)
        for i, place in enumerate(handles):
            self._paint_handle(place, strong=i == held)
        painter.restore()
        if shown.known and hot >= 0:
            self._paint_number(shown, hot)

    def _paint_curve(self, shown: OnData, at: Point, pen: QPen) -> None:
        x0, x1, _, _ = self._axes.window
        x = np.linspace(x0, x1, _PLACES)
        with np.errstate(all="ignore"):
            y = np.nan_to_num(shown.model.predict(*at, x), nan=0.0)
        points = [self._axes.pixel(a, c) for a, c in zip(x.tolist(), y.tolist(), strict=True)]
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        self._painter.drawPolyline(QPolygonF(points))

    def _paint_border(self, shown: OnData) -> None:
        """Where logistic regression changes its mind."""
        w, b = shown.at
        x0, x1, y0, y1 = self._axes.window
        if shown.model.kind != "logistic" or abs(w) < 1e-12 or not x0 < -b / w < x1:
            return
        self._painter.setPen(QPen(self._look.text, self._look.stroke(1), Qt.PenStyle.DashLine))
        self._painter.drawLine(self._axes.pixel(-b / w, y0), self._axes.pixel(-b / w, y1))

    def _paint_sticks(self, shown: OnData, hot: int) -> None:
        """From each example to what the model says of it."""
        examples, look = shown.model.examples, self._look
        with np.errstate(all="ignore"):
            said = shown.model.predict(*shown.at, examples.x)
        ends = np.stack([examples.x, examples.y, said], axis=1)
        for i, (x, y, at) in enumerate(ends.tolist()):
            if shown.model.kind == "logistic":
                colour = look.bad if abs(at - y) > 0.5 else look.quiet
            else:
                colour = look.positive if y > at else look.negative
            faint = bool(len(shown.rows)) and i not in shown.rows
            ink = QColor(colour)
            ink.setAlphaF(0.25 if faint else 0.9)
            self._painter.setPen(QPen(ink, look.stroke(3.5 if i == hot else 2)))
            self._painter.drawLine(self._axes.pixel(x, y), self._axes.pixel(x, at))

    def _paint_examples(self, shown: OnData, hot: int) -> None:
        examples, look, logistic = shown.model.examples, self._look, shown.model.kind == "logistic"
        batch = set(shown.rows.tolist())
        for i, (x, y) in enumerate(zip(examples.x.tolist(), examples.y.tolist(), strict=True)):
            at, size = self._axes.pixel(x, y), _DOT * (1.35 if i == hot or i in batch else 1.0)
            colour = look.digit(round(y)) if logistic else look.text
            seen = not batch or i in batch
            if i == hot:
                self._painter.setPen(QPen(look.accent, look.stroke(2)))
                self._painter.setBrush(Qt.BrushStyle.NoBrush)
                self._painter.drawEllipse(at, size + _RING, size + _RING)
            self._painter.setPen(QPen(colour if not seen else look.card, look.stroke(1.5 if not seen else 1)))
            self._painter.setBrush(colour if seen else look.card)
            if logistic and y >= 0.5:  # a class is told by its shape too
                half = 0.9 * size
                self._painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))
            else:
                self._painter.drawEllipse(at, size, size)

    def _paint_handle(self, place: Point, *, strong: bool) -> None:
        at, look = self._axes.pixel(*place), self._look
        self._painter.setBrush(self._curve if strong else look.card)
        self._painter.setPen(QPen(self._curve, look.stroke(2.5)))
        self._painter.drawEllipse(at, _GRIP, _GRIP)

    def _paint_number(self, shown: OnData, i: int) -> None:
        """What an example costs, beside its stick."""
        text = words.cost(shown.model, shown.at, i)
        x, y = float(shown.model.examples.x[i]), float(shown.model.examples.y[i])
        with np.errstate(all="ignore"):
            said = float(shown.model.predict(*shown.at, np.array([x]))[0])
        area = self._axes.area
        one, other = self._axes.pixel(x, y), self._axes.pixel(x, said)
        font = self._look.font(0.85, tabular=True)
        metrics = QFontMetricsF(font)
        wide, high = metrics.horizontalAdvance(text) + 2 * self._look.space(1), metrics.height()
        down = min(max((one.y() + other.y()) / 2, area.top() + high), area.bottom() - high)
        left = one.x() + self._look.space(2)
        if left + wide > area.right():
            left = one.x() - self._look.space(2) - wide
        box = QRectF(left, down - high / 2, wide, high)
        ground = QColor(self._look.raised)
        ground.setAlphaF(0.92)
        painter = self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(self._look.text)
        painter.drawText(box, _CENTRE, text)


def near(one: QPointF, other: QPointF) -> float:
    """Pixels between two places."""
    away = one - other
    return float((away.x() ** 2 + away.y() ** 2) ** 0.5)
