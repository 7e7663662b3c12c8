"""SwarmView: the losses of all nets as one picture, with the picked one, the ends, quantiles."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from neuroviz.panels.training.many import words
from neuroviz.sims.training.many_book import LEVELS, Swarm
from neuroviz.ui import device
from neuroviz.ui.curve_ticks import ticks
from neuroviz.ui.curve_values import Axis
from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster, Words, glaze
from neuroviz.ui.theme import Theme, theme, theme_changes

_MEDIAN, _LOW, _HIGH, _PICKED, _LOWEST, _HIGHEST = 1, 0, 2, 3, 4, 5
_ORDER = (_LOW, _HIGH, _MEDIAN, _HIGHEST, _LOWEST, _PICKED)
_FAINTEST = 70  # of 255: one curve among many


class SwarmView(QWidget):
    """x: steps; y: the loss, logarithmic. Hovering tells the numbers of a step."""

    def __init__(self) -> None:
        super().__init__()
        self._swarm: Swarm | None = None
        self._step = self._end = 0
        self._picked = 0
        self._raster: Raster | None = None
        self._table: tuple[Theme, Words] | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._recolour)
        self._say()

    def show_swarm(self, swarm: Swarm | None, step: int, end: int, picked: int) -> None:
        """The curves, the present step, how far the run has been, and which net is picked."""
        self._swarm, self._step, self._end, self._picked = swarm, step, max(end, 1), picked
        self._recolour()
        self._say()

    def told(self, column: int) -> str:
        """The numbers at a stretch of steps."""
        swarm = self._swarm
        if swarm is None or not 0 <= column < len(swarm.steps):
            return ""
        return words.losses(int(swarm.steps[column]), swarm.lines[:, column], self._picked)

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Picture, axes, lines, names."""
        look, swarm = theme(), self._swarm
        painter.setFont(look.font(0.85, tabular=True))
        area = self._area(painter.fontMetrics().height())
        painter.fillRect(area, look.card)
        if swarm is None or not len(swarm.steps):
            painter.setPen(look.quiet)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, flags, self.tr("The losses appear here, one curve a net."))
            return
        self._paint_axes(painter, look, area, swarm)
        if self._raster is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            wide = area.width() * swarm.last / self._end
            place = QRectF(area.x(), area.y(), wide, area.height())
            device.draw_stretched(painter, place, self._raster.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lines(painter, look, area, swarm)
        if self._step < self._end:
            x = area.x() + area.width() * self._step / self._end
            painter.setPen(QPen(look.accent, look.stroke(1.5)))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the numbers under the mouse."""
        area, swarm = self._area(self.fontMetrics().height()), self._swarm
        text = ""
        if swarm is not None and len(swarm.steps) and area.contains(event.position()):
            step = (event.position().x() - area.x()) / area.width() * self._end
            text = self.told(int(np.searchsorted(swarm.steps, step)))
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def sizeHint(self) -> QSize:
        """Wide rather than high."""
        return QSize(theme().space(90), theme().space(44))

    def minimumSizeHint(self) -> QSize:
        """The least that can be read."""
        return QSize(theme().space(50), theme().space(25))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.update()
        super().changeEvent(event)

    # -- inside ------------------------------------------------------------------------------------

    def _area(self, line: float) -> QRectF:
        """Where the curves are: between the numbers of the axis and the names, above the steps."""
        look = theme()
        metrics = QFontMetricsF(look.font(0.85, tabular=True))
        left = metrics.horizontalAdvance("0.0001") + look.space(2)
        right = max(metrics.horizontalAdvance(name) for name, _, _ in self._names(look)) + look.space(3)
        return QRectF(self.rect()).adjusted(left, 1.4 * line, -right, -line - look.space(1))

    def _names(self, look: Theme) -> Iterator[tuple[str, QColor, int]]:
        yield words.net(self._picked), look.accent, _PICKED
        yield self.tr("lowest"), look.good, _LOWEST
        yield self.tr("highest"), look.bad, _HIGHEST
        yield self.tr("median"), look.text, _MEDIAN

    def _y(self, area: QRectF, swarm: Swarm, values: np.ndarray) -> np.ndarray:
        logs = np.log10(np.clip(np.where(np.isfinite(values), values, 1e30), 1e-12, 1e30))
        share = np.clip((swarm.high - logs) / (swarm.high - swarm.low), 0, 1)
        return np.asarray(area.y() + share * area.height())

    def _paint_axes(self, painter: QPainter, look: Theme, area: QRectF, swarm: Swarm) -> None:
        line = painter.fontMetrics().height()
        painter.setPen(look.quiet)
        painter.drawText(QRectF(0, 0, area.right(), line), Qt.AlignmentFlag.AlignLeft, self.tr("Loss"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        most = area.height() / (2 * line)
        for value, text in ticks(Axis(log=True), 10.0**swarm.low, 10.0**swarm.high, most):
            y = float(self._y(area, swarm, np.array([value]))[0])
            painter.setPen(QPen(look.line, 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(look.quiet)
            painter.drawText(QRectF(0, y - line / 2, area.x() - look.space(1), line), right, text)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip
        for value, text in ticks(Axis(), 0, self._end, area.width() / (6 * line)):
            x = area.x() + area.width() * value / self._end
            painter.drawText(QRectF(x - 1, area.bottom() + look.space(1), 2, line), middle, text)

    def _paint_lines(self, painter: QPainter, look: Theme, area: QRectF, swarm: Swarm) -> None:
        x = area.x() + area.width() * swarm.steps / self._end
        names = {index: (name, colour) for name, colour, index in self._names(look)}
        ends = []
        for index in _ORDER:
            y = self._y(area, swarm, swarm.lines[index])
            colour = names[index][1] if index in names else look.quiet
            width = look.stroke(3.0 if index == _PICKED else 1.8 if index in names else 1.2)
            style = Qt.PenStyle.SolidLine if index in names else Qt.PenStyle.DashLine
            painter.setPen(QPen(colour, width, style))
            points = zip(x.tolist(), y.tolist(), strict=True)
            painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in points]))
            if index in names:
                ends.append((float(y[-1]), *names[index]))
        self._paint_names(painter, look, area, sorted(ends, key=lambda one: one[0]))

    @staticmethod
    def _paint_names(
        painter: QPainter, look: Theme, area: QRectF, ends: list[tuple[float, str, QColor]]
    ) -> None:
        """Names beside the ends of their lines, none over another."""
        line = painter.fontMetrics().height()
        lowest = -math.inf
        places = []
        for y, _, _ in ends:
            lowest = max(y, lowest + line)
            places.append(lowest)
        over = max(0.0, places[-1] - (area.bottom() - line / 2))
        limit = math.inf
        for k in range(len(places) - 1, -1, -1):
            places[k] = min(places[k] - (over if k == len(places) - 1 else 0), limit - line)
            limit = places[k]
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
        for place, (_, name, colour) in zip(places, ends, strict=True):
            painter.setPen(colour)
            painter.drawText(QRectF(area.right() + look.space(1.5), place - line / 2, 10, line), flags, name)

    def _recolour(self) -> None:
        swarm, look = self._swarm, theme()
        if swarm is None or not swarm.picture.size:
            self._raster = None
        else:
            if self._table is None or self._table[0] is not look:
                table = glaze(look.quiet, LEVELS + 1)
                faint = np.linspace(_FAINTEST, LEVELS, LEVELS).astype(int)  # one is to be seen
                self._table = look, np.concatenate([table[:1], table[faint]])
            if self._raster is None or self._raster.words.shape != swarm.picture.shape:
                self._raster = Raster(*swarm.picture.shape)
            np.take(self._table[1], swarm.picture, out=self._raster.words, mode="clip")
        self.update()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Losses of all nets"))
        swarm = self._swarm
        self.setAccessibleDescription("" if swarm is None else self.told(len(swarm.steps) - 1))
