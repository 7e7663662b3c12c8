"""ChartInk: what stands on and round the curves: headings, names at the lines, marks, the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from neuroviz.ui.curve_ticks import ticks
from neuroviz.ui.curve_values import Axis, PlotMark, Series, colour_of
from neuroviz.ui.theme import Theme, theme

ToPixel = Callable[[Any, Any], tuple[Any, Any]]
Span = tuple[float, float]
Naming = Literal["end", "peak", "none"]
_UP, _ACROSS = 2.2, 4.5  # lines of text from one tick to the next, at least
_PALE = 0.8  # opacity of a line whose name is in thin type
_LOW_PEAK = 0.04  # of the height of the field: a flatter line gets no name at its peak


class Margins(NamedTuple):
    """Pixels beside the field and its axes."""

    left: int
    top: int
    right: int
    bottom: int


class ChartInk:
    """Knows what to write; the plot tells where a value lies. All in pixels of the view."""

    def __init__(self) -> None:
        self.x, self.y = Axis(), Axis()
        self.series: tuple[Series, ...] = ()
        self.marks: tuple[PlotMark, ...] = ()
        self.cursor: float | None = None
        self.naming: Naming = "end"
        self.hint = ""
        self.row = True  # room above the field for the words of marks, also while there are none
        self.least = (0, 0)  # pixels left and right that other charts above or below need

    def margins(self, spans: tuple[Span, Span], height: float) -> Margins:
        """The room all this needs in a view of this height, with `spans` of the axes in sight."""
        own = self.needed(spans, height)
        return own._replace(left=max(own.left, self.least[0]), right=max(own.right, self.least[1]))

    def needed(self, spans: tuple[Span, Span], height: float) -> Margins:
        """The same, whatever charts above and below need."""
        look = theme()
        metrics = _metrics(look)
        line = round(metrics.height())
        top = line + look.space(2) if self._has_row else look.space(2)
        top += line + look.space(1) if self.y.heading else 0
        right = look.space(5)
        if self.naming == "end" and self.series:
            widths = [_metrics(look, bold=True).horizontalAdvance(one.name) for one in self.series]
            right = max(right, round(max(widths)) + look.space(3))
        bottom = look.space(2.5) + (0 if self.x.silent else line)
        bottom += line + look.space(0.5) if self.x.heading else 0
        words = [text for _, text in self._ticks(1, spans, max(height - top - bottom, 1.0))]
        left = round(max((metrics.horizontalAdvance(text) for text in words), default=0)) + look.space(2)
        return Margins(max(left, look.space(4)), top, right, bottom)

    def _ticks(self, side: int, spans: tuple[Span, Span], length: float) -> list[tuple[float, str]]:
        """Of the x axis (0) or the y axis (1), as many as have room in a length in pixels."""
        line = _metrics(theme()).height()
        return ticks((self.x, self.y)[side], *spans[side], length / (line * (_UP if side else _ACROSS)))

    def paint_grid(
        self, painter: QPainter, area: QRectF, to_pixel: ToPixel, spans: tuple[Span, Span]
    ) -> None:
        """Hairlines at the ticks, under the curves."""
        colour = QColor(theme().line)
        colour.setAlphaF(0.55)
        painter.setPen(QPen(colour, 1))
        lines = []
        for x, _ in self._ticks(0, spans, area.width()):
            across = round(to_pixel(x, spans[1][0])[0]) + 0.5
            lines.append(QLineF(across, area.top(), across, area.bottom()))
        for y, _ in self._ticks(1, spans, area.height()):
            down = round(to_pixel(spans[0][0], y)[1]) + 0.5
            lines.append(QLineF(area.left(), down, area.right(), down))
        painter.drawLines(lines)

    def _paint_ticks(
        self, painter: QPainter, area: QRectF, to_pixel: ToPixel, spans: tuple[Span, Span]
    ) -> None:
        look = theme()
        line = _metrics(look).height()
        painter.setFont(look.font(0.85, tabular=True))
        painter.setPen(look.quiet)
        for x, text in () if self.x.silent else self._ticks(0, spans, area.width()):
            across = to_pixel(x, spans[1][0])[0]
            place = QRectF(across - 500, area.bottom() + look.space(1.75), 1000, line)
            painter.drawText(place, int(_MIDDLE), text)
        for y, text in self._ticks(1, spans, area.height()):
            down = to_pixel(spans[0][0], y)[1]
            place = QRectF(area.left() - look.space(1.25) - 500, down - line / 2, 500, line)
            painter.drawText(place, int(_RIGHT), text)

    @property
    def _has_row(self) -> bool:
        return (self.row and self.cursor is not None) or any(mark.text for mark in self.marks)

    def paint(self, painter: QPainter, area: QRectF, to_pixel: ToPixel, spans: tuple[Span, Span]) -> None:
        """All above the curves but the cursor; `area` is the field, `spans` what is seen of the axes."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_headings(painter, area, look)
        self._paint_ticks(painter, area, to_pixel, spans)
        if not self.series:
            _write(painter, area, self.hint, look.font(1.0), look.quiet)
            return
        self._paint_marks(painter, area, to_pixel, look)
        if self.naming == "end":
            self._paint_ends(painter, area, to_pixel, look)
        elif self.naming == "peak":
            self._paint_peaks(painter, area, to_pixel, look)

    def _paint_headings(self, painter: QPainter, area: QRectF, look: Theme) -> None:
        """The y axis is named above its end, the x axis below its middle; both are read without a turn."""
        painter.setFont(look.font(0.85))
        painter.setPen(look.quiet)
        line = _metrics(look).height()
        if self.y.heading:
            place = QRectF(look.space(1), look.space(0.5), area.right() - look.space(1), line)
            painter.drawText(place, int(_LEFT), self.y.heading)
        if self.x.heading:
            below = area.bottom() + line + look.space(2.25)
            painter.drawText(QRectF(area.left(), below, area.width(), line), int(_MIDDLE), self.x.heading)

    def _paint_marks(self, painter: QPainter, area: QRectF, to_pixel: ToPixel, look: Theme) -> None:
        font = look.font(0.85, QFont.Weight.DemiBold, tabular=True)
        metrics, line = QFontMetricsF(font), _metrics(look).height()
        free = area.left() - look.space(10)
        for mark in sorted(self.marks, key=_place_of):
            x = to_pixel(mark.x, 0)[0]
            if not area.left() - 1 <= x <= area.right() + 1:
                continue
            pen = QPen(look.warn, 1.5)
            pen.setDashPattern([3.0, 3.0])
            painter.setPen(pen)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            side = look.space(1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.warn)
            corners = [
                (x, area.top() - side),
                (x + side, area.top()),
                (x, area.top() + side),
                (x - side, area.top()),
            ]
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
            width = metrics.horizontalAdvance(mark.text)
            left = min(max(x - width / 2, area.left(), min(free + 1, x - side)), area.right() - width)
            if mark.text and left > free:
                place = QRectF(left, area.top() - line - look.space(1.5), width + 1, line)
                _write(painter, place, mark.text, font, look.warn)
                free = left + width + look.space(1.5)

    def _paint_ends(self, painter: QPainter, area: QRectF, to_pixel: ToPixel, look: Theme) -> None:
        """Each name beside the last value of its line, moved apart where they would overlap."""
        thick, thin = (look.font(0.85, weight) for weight in (QFont.Weight.Bold, QFont.Weight.Normal))
        ends = [(one, _last(one)) for one in self.series if one.name]
        known = [(one, to_pixel(*last)[1]) for one, last in ends if last is not None]
        high = QFontMetricsF(thick).height()
        places = apart([y for _, y in known], high, area.top() - high / 2, area.bottom() + high / 2)
        for (one, y), place in zip(known, places, strict=True):
            if place is None:
                continue
            colour = colour_of(one.colour, look)
            left = area.right() + look.space(1.5)
            if abs(place - y) > 2:
                painter.setPen(QPen(colour, 1))
                painter.drawLine(QPointF(area.right() + 1, y), QPointF(left - 1, place))
            painter.setFont(thin if one.opacity < _PALE else thick)  # as its line is
            painter.setPen(colour)
            painter.drawText(QRectF(left, place - high / 2, 1000, high), int(_LEFT), one.name)

    def _paint_peaks(self, painter: QPainter, area: QRectF, to_pixel: ToPixel, look: Theme) -> None:
        """Each name where its line is highest in what is seen; a name without room is left out."""
        font = look.font(1.0, QFont.Weight.Bold)
        metrics = QFontMetricsF(font)
        taken: list[QRectF] = []
        for (x, y), one in sorted(self._peaks(area, to_pixel), key=_height_of):
            wide, high = metrics.horizontalAdvance(one.name) + look.space(1), metrics.height() * 0.8
            above = y - high - look.space(1) >= area.top()
            box = QRectF(x - wide / 2, y - high - look.space(1) if above else y + look.space(1), wide, high)
            box.moveLeft(min(max(box.left(), area.left() + 2), area.right() - wide - 2))
            if not any(box.intersects(other) for other in taken):
                taken.append(box)
                _halo(painter, box, one.name, font, (colour_of(one.colour, look), look.window))

    def _peaks(self, area: QRectF, to_pixel: ToPixel) -> list[tuple[tuple[float, float], Series]]:
        found = []
        for one in self.series:
            if not len(one.x):
                continue
            across, down = to_pixel(one.x, one.y)
            inside = (across >= area.left() - 1) & (across <= area.right() + 1)
            heights = np.where(inside & np.isfinite(down), down, np.inf)
            top = float(heights.min())
            if area.bottom() - top < _LOW_PEAK * area.height():
                continue
            level = np.flatnonzero(heights <= top + 0.01 * area.height())
            runs = np.split(level, np.flatnonzero(np.diff(level) > 1) + 1)
            longest = max(runs, key=len)
            i = int(longest[len(longest) // 2])  # the middle of a plateau, where its name is looked for
            found.append(((float(across[i]), float(down[i])), one))
        return found

    def paint_cursor(self, painter: QPainter, area: QRectF, to_pixel: ToPixel) -> None:
        """The line at the place that is looked at, above all the rest."""
        if self.cursor is None or not self.series:
            return
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = to_pixel(self.cursor, 0)[0]
        if not area.left() - 1 <= x <= area.right() + 1:
            return
        for colour, width in ((look.window, 4.0), (look.text, 1.6)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(QPen(look.window, 1))
        painter.setBrush(look.text)
        high, foot = look.space(1.5), area.bottom()
        tip = [QPointF(x - high, foot + high * 1.2), QPointF(x + high, foot + high * 1.2), QPointF(x, foot)]
        painter.drawPolygon(QPolygonF(tip))


def apart(wanted: Sequence[float], distance: float, low: float, high: float) -> list[float | None]:
    """Places between `low` and `high` near the wanted ones, at least `distance` apart.

    Where not all fit, the lowest on the screen (the smallest values) are left out: None.
    """
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    room = max(1, int((high - low) / distance))
    places: list[float | None] = [None] * len(wanted)
    kept = order[:room]
    at = low - distance / 2
    found = []
    for i in kept:
        at = max(wanted[i], at + distance)
        found.append(at)
    limit = high - distance / 2
    for k in range(len(found) - 1, -1, -1):
        found[k] = min(found[k], limit)
        limit = found[k] - distance
    for i, place in zip(kept, found, strict=True):
        places[i] = place
    return places


def _last(series: Series) -> tuple[float, float] | None:
    """The last value that is known."""
    known = np.flatnonzero(np.isfinite(series.y))
    return (float(series.x[known[-1]]), float(series.y[known[-1]])) if len(known) else None


def _place_of(mark: PlotMark) -> float:
    return mark.x


def _height_of(peak: tuple[tuple[float, float], Series]) -> float:
    return peak[0][1]


def _metrics(look: Theme, *, bold: bool = False) -> QFontMetricsF:
    return QFontMetricsF(look.font(0.85, QFont.Weight.Bold if bold else QFont.Weight.Normal))


def _write(painter: QPainter, place: QRectF, text: str, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(place, int(_WRAPPED), text)


def _halo(painter: QPainter, box: QRectF, text: str, font: QFont, colours: tuple[QColor, QColor]) -> None:
    """Text with a rim of the ground, so that lines behind it do not spoil it."""
    metrics = QFontMetricsF(font)
    path = QPainterPath()
    x = box.center().x() - metrics.horizontalAdvance(text) / 2
    path.addText(QPointF(x, box.center().y() + metrics.capHeight() / 2), font, text)
    ink, ground = colours
    pen = QPen(ground, 4)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.fillPath(path, ink)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextWordWrap
