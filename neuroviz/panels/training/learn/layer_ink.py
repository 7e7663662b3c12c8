"""How LayersView draws: columns on logarithmic axes, a row for each layer, a line from layer to layer."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from neuroviz.panels.training.learn import layer_words
from neuroviz.panels.training.learn.figures import number, raised
from neuroviz.panels.training.learn.layer_rows import HEALTHY, MEASURES, LayerRows
from neuroviz.ui.fit import fitting
from neuroviz.ui.theme import Theme

COLUMNS = len(MEASURES) + 1
MOST_ROWS = 40
"""So many layers are seen at once; beyond them the rows scroll."""

_TALL = 8.5  # steps of space: higher rows have room for a picture of the run below the value
_LEAST_ROW = 2.0
_MOST_ROW = 40.0
_PIPS = 5


@dataclass(frozen=True)
class Columns:
    """Where things stand, in pixels: names, columns [0..4], header and rows."""

    name: float
    left: tuple[float, ...]
    wide: tuple[float, ...]
    head: float
    row: float
    names: int = 1
    """Lines of headings: in two they stand in turns above and below, where one has no room for them."""

    def at(self, x: float) -> int:
        """The column under a pixel, −1 for the names."""
        return next((k for k in range(COLUMNS - 1, -1, -1) if x >= self.left[k]), -1)


def columns(width: float, height: float, rows: LayerRows, look: Theme) -> Columns:
    """Lay out for so much room above the foot."""
    metrics = QFontMetricsF(look.font(0.85))
    texts = [layer_words.row_name(rows, i) for i in range(len(rows.stages))]
    name = max((metrics.horizontalAdvance(text) for text in texts), default=0.0) + look.space(2)
    name = min(name, 0.3 * width)
    pips = float(look.space(12))
    one = (width - name - pips) / len(MEASURES)
    left = (*(name + k * one for k in range(len(MEASURES))), width - pips)
    heads = [metrics.horizontalAdvance(layer_words.heading(one)) for one in MEASURES]
    n = max(1, min(len(rows.stages), MOST_ROWS))
    for names in (2, 1):  # in smaller type rather than that rows are out of sight
        head = (2 + names) * metrics.height() + look.space(3)
        if max(heads) > one - look.space(1) and (height - head) / n >= look.space(_LEAST_ROW):
            break
    row = min(max((height - head) / n, look.space(_LEAST_ROW)), look.space(_MOST_ROW))
    return Columns(name, left, (*([one] * len(MEASURES)), pips), head, row, names)


def column_colour(k: int, look: Theme) -> QColor:
    """The colour of a measure."""
    return (look.accent, look.positive, look.warn, look.good)[k]


def paint_head(painter: QPainter, places: Columns, rows: LayerRows, look: Theme) -> None:
    """Names of the columns, their symbols, and the ends of their axes."""
    line = QFontMetricsF(look.font(0.85)).height()
    texts = [*(layer_words.heading(one) for one in MEASURES), layer_words.silent_heading()]
    spans = [rows.span(k) for k in range(len(MEASURES))]
    one = min(places.wide[: len(MEASURES)])
    least, room = one - look.space(1.5), places.names * one - look.space(1)
    head = fitting(look.font(0.85), texts[:-1], room)
    foot = fitting(look.font(0.85), [f"{power(a)} {power(b)}" for a, b in spans], least)
    for k, text in enumerate(texts):
        own = look.space(2) if k < len(MEASURES) else 0
        low = (places.names - 1) * line
        box = QRectF(places.left[k], low if k % 2 else 0, places.wide[k] - own, line)
        if k == len(MEASURES):
            box.moveTop(low)
        painter.setFont(head if k < len(MEASURES) else fitting(look.font(0.85), (text,), box.width()))
        painter.setPen(look.text)
        painter.drawText(box, _MIDDLE, text)
        if k < len(MEASURES):
            box.moveTop(low + line)
            painter.setFont(look.font(0.85))
            painter.setPen(column_colour(k, look))
            painter.drawText(box, _MIDDLE, layer_words.SYMBOLS[MEASURES[k]])
            box.translate(0, line)
            box.setWidth(max(box.width(), least))
            painter.setFont(foot)
            painter.setPen(look.quiet)
            painter.drawText(box, _LEFT, power(spans[k][0]))
            painter.drawText(box, _RIGHT, power(spans[k][1]))


class ColumnInk:
    """One measure of all layers, in the room below the heading."""

    def __init__(self, rows: LayerRows, places: Columns, k: int, look: Theme) -> None:
        self.rows, self.places, self.k, self.look = rows, places, k, look
        self.low, self.high = rows.span(k)
        self.colour = column_colour(k, look)
        self.left = places.left[k]
        self.wide = places.wide[k] - look.space(2)

    def x(self, value: float) -> float:
        """Where a value above 0 lies; what is outside lies at the rim."""
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self.left + self.wide * min(max(share, 0.0), 1.0)

    def paint_ground(self, painter: QPainter, top: float, bottom: float) -> None:
        """Hairlines at powers of ten; the healthy part of a step."""
        if MEASURES[self.k] == "update":
            fill = QColor(self.look.good)
            fill.setAlphaF(0.16)
            first, last = (self.x(one) for one in HEALTHY)
            painter.fillRect(QRectF(first, top, last - first, bottom - top), fill)
        every = max(1, round((self.high - self.low) / 4))
        grid = QColor(self.look.line)
        grid.setAlphaF(0.6)
        painter.setPen(QPen(grid, 1))
        for decade in range(self.low, self.high + 1, every):
            x = round(self.x(10.0**decade)) + 0.5
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def paint_link(self, painter: QPainter, top: float) -> None:
        """The line from layer to layer; it breaks where there is no number."""
        path, on = QPainterPath(), False
        for i in range(len(self.rows.stages)):
            value = float(self.rows.now[self.k, i])
            if not (math.isfinite(value) and value > 0):
                on = False
                continue
            at = QPointF(self.x(value), top + self.middle(i))
            path.lineTo(at) if on else path.moveTo(at)
            on = True
        pen = QPen(self.colour, self.look.stroke(1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(path)

    def middle(self, i: int) -> float:
        """The height of the value of row i below the heading."""
        row = self.places.row
        return i * row + (row * 0.3 if self.is_tall else row / 2)

    @property
    def is_tall(self) -> bool:
        """Whether there is room below the value."""
        return self.places.row >= self.look.space(_TALL)

    def paint_cell(self, painter: QPainter, i: int, top: float) -> None:
        """The value, and a small picture of how it has moved."""
        row, look = self.places.row, self.look
        space = look.space(1)
        box = QRectF(self.left, top + i * row, self.wide, row)
        if self.is_tall:
            box = QRectF(self.left, box.top() + row * 0.52, self.wide, row * 0.48 - space)
        elif row >= look.space(3.5):
            box.adjust(0, 2, 0, -2)
        else:
            box = QRectF()
        if box.height() > 0:
            self._paint_run(painter, i, box)
        self._paint_value(painter, i, top)

    def _paint_value(self, painter: QPainter, i: int, top: float) -> None:
        look, value = self.look, float(self.rows.now[self.k, i])
        y = top + self.middle(i)
        radius = min(look.space(1.1), max(2.0, self.places.row * 0.32))
        if not math.isfinite(value):
            painter.setFont(fitting(look.font(0.85), ("∞",), self.wide, self.places.row))
            painter.setPen(look.quiet if math.isnan(value) else look.bad)
            box = QRectF(self.left, y - 20, self.wide, 40)
            painter.drawText(box, _MIDDLE if math.isnan(value) else _RIGHT, number(value))
            return
        painter.setPen(QPen(look.window, 1))
        if value <= 0:
            painter.setPen(QPen(self.colour, 1.5))
            painter.setBrush(look.card)
            painter.drawEllipse(QPointF(self.left + radius, y), radius, radius)
            return
        painter.setBrush(self.colour)
        at = QPointF(self.x(value), y)
        if MEASURES[self.k] == "update" and not HEALTHY[0] / 3 <= value <= HEALTHY[1] * 3:
            painter.setBrush(look.bad)  # points to where it has left the healthy part
            way = radius * 1.3 * (1 if value > HEALTHY[1] else -1)
            corners = (way, 0.0), (-way, -radius * 1.2), (-way, radius * 1.2)
            painter.drawPolygon(QPolygonF([at + QPointF(*one) for one in corners]))
        else:
            painter.drawEllipse(at, radius, radius)

    def _paint_run(self, painter: QPainter, i: int, box: QRectF) -> None:
        """From the first step at the left to the last at the right, on a logarithmic axis of its own."""
        values = self.rows.history[self.k, :, i]
        with np.errstate(divide="ignore", invalid="ignore"):
            heights = np.log10(np.where(values > 0, values, np.nan))
        good = np.isfinite(heights)
        if good.sum() < 2:
            return
        low, high = float(heights[good].min()), float(heights[good].max())
        air = max(0.0, 1.0 - (high - low)) / 2
        low, high = low - air, high + air
        across = box.left() + box.width() * np.arange(len(values)) / max(1, len(values) - 1)
        down = box.bottom() - box.height() * (heights - low) / (high - low)
        past = self.rows.past
        ink = QColor(self.colour)
        for part, opacity in ((slice(max(0, past - 1), None), 0.25), (slice(0, past), 0.6)):
            ink.setAlphaF(opacity if self.is_tall else 0.4 * opacity)
            x, y = across[part][good[part]], down[part][good[part]]
            painter.setPen(QPen(ink, 1.2))
            corners = zip(x.tolist(), y.tolist(), strict=True)
            painter.drawPolyline(QPolygonF([QPointF(*one) for one in corners]))


def paint_pips(painter: QPainter, box: QRectF, share: float, look: Theme) -> None:
    """Five pips, each a fifth of all; and the share in words where there is room."""
    if math.isnan(share):
        return
    share = min(share, 1.0)
    side = min(look.space(2.2), box.width() / (_PIPS + 1.5), box.height() * 0.8)
    tall = box.height() >= look.space(_TALL)
    y = box.top() + (box.height() * 0.3 if tall else box.height() / 2)
    colour = look.bad if share > 0.5 else look.warn if share > 0.1 else look.quiet
    for k in range(_PIPS):
        at = QRectF(box.left() + k * side * 1.2, y - side / 2, side, side)
        full = min(max(share * _PIPS - k, 0.0), 1.0)
        painter.setPen(QPen(colour, look.stroke(1)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at)
        if full > 0:
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPie(at, 90 * 16, -round(full * 360 * 16))
    if tall:
        painter.setFont(look.font(0.85, tabular=True))
        painter.setPen(colour if share > 0.1 else look.quiet)
        text = f"{100 * share:.0f}\N{NARROW NO-BREAK SPACE}%"
        painter.drawText(QRectF(box.left(), box.top() + box.height() * 0.5, box.width(), 40), _TOP, text)


def power(exponent: int) -> str:
    """A power of ten, as short as it can be read."""
    return f"{10.0**exponent:g}" if -2 <= exponent <= 2 else f"10{raised(exponent)}"


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
