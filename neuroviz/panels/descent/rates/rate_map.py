"""RateMap: every pair of learning rate and momentum as a place, with its fate; one can be dragged."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.panels.descent.rates import words
from neuroviz.panels.descent.rates.config import MOST_MOMENTUM, Bend
from neuroviz.panels.descent.rates.rate_ink import labels, raster
from neuroviz.sims.descent.rates import Pair, RatesFrame, border, optimum
from neuroviz.ui import device
from neuroviz.ui.curve_ticks import ticks
from neuroviz.ui.curve_values import Axis
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.images import Raster, word_table
from neuroviz.ui.relief.ink import write
from neuroviz.ui.theme import Theme, theme, theme_changes

_MOMENTA = (0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
_STEP = 1 / 128  # of an axis, for an arrow key; ten times as far with Page keys
_Key = Qt.Key
_MOVES = {
    _Key.Key_Left: (-1, 0), _Key.Key_Right: (1, 0), _Key.Key_Up: (0, 1), _Key.Key_Down: (0, -1),
    _Key.Key_Home: (-10, 0), _Key.Key_End: (10, 0), _Key.Key_PageUp: (0, 10), _Key.Key_PageDown: (0, -10),
}  # fmt: skip


class RateMap(Ringed):
    """Rate across, logarithmic; momentum up, even in the logarithm of 1 - momentum. A press or a drag takes
    the pair there, arrows move it.
    """

    taken = Signal(float, float)
    """A pair is wanted; also with each movement of a drag."""

    done = Signal()
    """A movement is complete."""

    def __init__(self) -> None:
        super().__init__()
        self._frame: RatesFrame | None = None
        self._bend: Bend | None = None
        self._pair: Pair = (0.1, 0.0)
        self._drawn: tuple[np.ndarray, Theme, tuple[int, int], Raster] | None = None
        self._labels: tuple[object, dict[int, tuple[float, float]]] | None = None
        self._dragging = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._say()

    def show_frame(self, frame: RatesFrame | None, bent: Bend | None, pair: Pair) -> None:
        """The map, the curvatures that theory goes by, and the pair that is looked at. Until a first map is
        whole the one before stays.
        """
        if frame is not None and (len(frame.fate) or self._frame is None):
            self._frame = frame
        self._bend, self._pair = bent, pair
        self._say()
        self.update()

    def place_of(self, pair: Pair) -> QPointF | None:
        """Where a pair lies, be it outside the map; None before there is one."""
        if self._frame is None:
            return None
        across, up = self._frame.plan.share_of(pair)
        area = self.area()
        return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())

    def pair_at(self, at: QPointF) -> Pair | None:
        """The pair at a place, or the nearest in the map."""
        if self._frame is None:
            return None
        area, plan = self.area(), self._frame.plan
        across = min(max((at.x() - area.left()) / area.width(), 0.0), 1.0)
        up = min(max((area.bottom() - at.y()) / area.height(), 0.0), 1.0)
        momentum = float(plan.momentum_at(np.array(up)))
        return float(plan.rate_at(np.array(across))), min(max(momentum, 0.0), MOST_MOMENTUM)

    def area(self) -> QRectF:
        """The map itself, within its axes."""
        look = theme()
        metrics = QFontMetricsF(look.font(0.85, tabular=True))
        left = metrics.horizontalAdvance("0.999") + look.space(2.5)
        line = metrics.height()
        below = 3.4 * line + look.space(5)
        return QRectF(self.rect()).adjusted(left, line + look.space(2), -look.space(4), -below)

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The map, its regions' words, border, star and ring, axes, what the colours say."""
        look, frame, area = theme(), self._frame, self.area()
        painter.setFont(look.font(0.85, tabular=True))
        painter.fillRect(area, look.card)
        if frame is not None and len(frame.fate):
            self._paint_map(painter, look, frame, area)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.save()
            painter.setClipRect(area)
            self._paint_border(painter, look, frame, area)
            painter.restore()
            self._paint_regions(painter, look, frame, area)
            self._paint_marks(painter, look, frame, area)
        if frame is not None:
            self._paint_axes(painter, look, frame, area)
            self._paint_key(painter, look, frame, area)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _paint_map(self, painter: QPainter, look: Theme, frame: RatesFrame, area: QRectF) -> None:
        ratio = device.ratio(painter)
        size = max(2, math.ceil(area.height() * ratio)), max(2, math.ceil(area.width() * ratio))
        kept = self._drawn
        if kept is None or kept[0] is not frame.fate or kept[1:3] != (look, size):
            found = Raster(*size)
            found.words[:] = raster(frame, look, size, ratio)
            kept = self._drawn = frame.fate, look, size, found
        device.draw_stretched(painter, area, kept[3].image)

    def _paint_regions(self, painter: QPainter, look: Theme, frame: RatesFrame, area: QRectF) -> None:
        if self._labels is None or self._labels[0] is not frame.fate:
            self._labels = frame.fate, labels(frame)
        metrics = QFontMetricsF(look.font(0.85))
        texts = words.fates(noisy=frame.plan.noise > 0)
        for fate, (across, up) in self._labels[1].items():
            wide, high = metrics.horizontalAdvance(texts[fate]), metrics.height()
            x = area.left() + across * area.width() - wide / 2
            x = min(max(x, area.left() + 4), area.right() - wide - 4)
            y = area.bottom() - up * area.height() - high / 2
            write(painter, QRectF(x, y, wide, high), texts[fate], look)

    def _paint_border(self, painter: QPainter, look: Theme, frame: RatesFrame, area: QRectF) -> None:
        if self._bend is None:
            return
        up = np.linspace(0, 1, 60)
        momenta = frame.plan.momentum_at(up)
        low, high = np.log(frame.plan.rates)
        across = (np.log(border(self._bend.high, momenta)) - low) / (high - low)
        points = [
            QPointF(area.left() + a * area.width(), area.bottom() - u * area.height())
            for a, u in zip(across.tolist(), up.tolist(), strict=True)
        ]
        for colour, width, style in (
            (look.window, 4.0, Qt.PenStyle.SolidLine), (look.text, 2.0, Qt.PenStyle.DashLine)
        ):  # fmt: skip
            painter.setPen(QPen(colour, look.stroke(width), style))
            painter.drawPolyline(QPolygonF(points))

    def _paint_marks(self, painter: QPainter, look: Theme, frame: RatesFrame, area: QRectF) -> None:
        """Theory's star, the fastest found, and the pair that is looked at."""
        if self._bend is not None:
            at = self.place_of(optimum(self._bend.high, self._bend.low))
            if at is not None and area.adjusted(-1, -1, 1, 1).contains(at):
                self._paint_sign(painter, look, _star(at, look.stroke(8)), filled=True)
        if frame.best is not None:
            at = self.place_of(frame.best[:2])
            assert at is not None
            r = look.stroke(5)
            corners = ((-r, -r), (r, -r), (r, r), (-r, r))
            box = QPolygonF([at + QPointF(*corner) for corner in corners])
            self._paint_sign(painter, look, box, filled=False)
        at = self.place_of(self._pair)
        if at is not None:
            for colour, width in ((look.window, 6.0), (look.accent, 3.0)):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colour, look.stroke(width)))
                painter.drawEllipse(at, look.stroke(8), look.stroke(8))

    @staticmethod
    def _paint_sign(painter: QPainter, look: Theme, sign: QPolygonF, *, filled: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.window, look.stroke(4)))
        painter.drawPolygon(sign)
        painter.setBrush(look.text if filled else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.text, look.stroke(1.6)))
        painter.drawPolygon(sign)

    def _paint_axes(self, painter: QPainter, look: Theme, frame: RatesFrame, area: QRectF) -> None:
        metrics = QFontMetricsF(look.font(0.85, tabular=True))
        line, gap = metrics.height(), look.space(1)
        painter.setPen(look.quiet)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        for value, text in ticks(Axis(log=True), *frame.plan.rates, area.width() / (5 * line)):
            across, _ = frame.plan.share_of((value, 0.0))
            x = area.left() + across * area.width()
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + gap))
            painter.drawText(QRectF(x - 100, area.bottom() + gap, 200, line), _MIDDLE, text)
        last = math.inf
        for momentum in _MOMENTA:
            _, up = frame.plan.share_of((1.0, momentum))
            y = area.bottom() - up * area.height()
            painter.drawLine(QPointF(area.left() - gap, y), QPointF(area.left(), y))
            if last - y >= line:
                last = y
                box = QRectF(0, y - line / 2, area.left() - 1.5 * gap, line)
                painter.drawText(box, _RIGHT, f"{momentum:g}")
        painter.setPen(look.text)
        top = QRectF(look.space(1), area.top() - line - gap, area.width(), line)
        painter.drawText(top, _LEFT, self.tr("momentum β"))
        below = QRectF(area.left(), area.bottom() + gap + line, area.width(), line)
        painter.drawText(below, _MIDDLE, self.tr("learning rate"))

    def _paint_key(self, painter: QPainter, look: Theme, frame: RatesFrame, area: QRectF) -> None:
        """What the colours say: how much is left, and how soon it was there."""
        metrics = QFontMetricsF(look.font(0.85, tabular=True))
        line = metrics.height()
        top = area.bottom() + 2 * line + look.space(2.5)
        bar = QRectF(area.left(), top, area.width(), look.space(2))
        shades = Raster(1, 256)
        shades.words[0] = word_table(look.magnitude, 0.0, 256)
        device.draw_stretched(painter, bar, shades.image)
        painter.setPen(look.quiet)
        box = QRectF(area.left(), bar.bottom() + look.space(0.5), area.width(), line)
        middle = self.tr("there after {n} steps").format(n=frame.plan.steps)
        painter.drawText(box, _LEFT, self.tr("all left"))
        painter.drawText(box, _RIGHT, self.tr("after 1"))
        painter.drawText(box, _MIDDLE, middle)

    # -- events ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The pair goes there."""
        if event.button() == Qt.MouseButton.LeftButton and self.area().adjusted(-6, -6, 6, 6).contains(
            event.position()
        ):
            self._dragging = True
            self._take(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows, or the pair under the pointer is told of."""
        if self._dragging:
            self._take(event.position())
        else:
            QToolTip.showText(event.globalPosition().toPoint(), self.told(event.position()), self)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """It stays."""
        if self._dragging:
            self._dragging = False
            self.done.emit()

    def told(self, at: QPointF) -> str:
        """The pair at a place."""
        frame, area = self._frame, self.area()
        if frame is None or not len(frame.fate) or not area.contains(at):
            return ""
        side = len(frame.fate)
        column = min(int((at.x() - area.left()) / area.width() * side), side - 1)
        row = min(int((area.bottom() - at.y()) / area.height() * side), side - 1)
        return words.cell(frame, row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the pair, Home and End the rate, Page keys the momentum by more."""
        move = _MOVES.get(_Key(event.key()))
        at, area = self.place_of(self._pair), self.area()
        if move is None or at is None or not plain(event):
            super().keyPressEvent(event)
            return
        self._take(at + QPointF(move[0] * _STEP * area.width(), -move[1] * _STEP * area.height()))
        self.done.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.update()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Room to aim."""
        return QSize(theme().space(120), theme().space(110))

    def minimumSizeHint(self) -> QSize:
        """The least that can be read."""
        return QSize(theme().space(64), theme().space(60))

    # -- inside ------------------------------------------------------------------------------------------

    def _take(self, at: QPointF) -> None:
        pair = self.pair_at(at)
        if pair is not None:
            self.taken.emit(*pair)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Map of learning rate and momentum"))
        frame = self._frame
        self.setAccessibleDescription("" if frame is None else words.pair(frame))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _star(at: QPointF, radius: float) -> QPolygonF:
    """Five points."""
    found = []
    for k in range(10):
        r = radius if k % 2 == 0 else 0.45 * radius
        found.append(at + QPointF(r * math.sin(math.pi * k / 5), -r * math.cos(math.pi * k / 5)))
    return QPolygonF(found)
