"""MindStrip: how the answer changed while the pen moved."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from neuroviz.ui import device
from neuroviz.ui.colour import contrast
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed
from neuroviz.ui.images import Bytes, Raster, Words, words
from neuroviz.ui.numbers import percent
from neuroviz.ui.theme import Theme, theme, theme_changes

Curve = NDArray[np.float32]
_NAMED = 3  # classes told on hover
_TIP_AGE_MS = 4000


class MindStrip(Ringed):
    """All probabilities along pen time, stacked in class colours, with the current place marked."""

    sought = Signal(int)
    """A place was clicked or dragged to: how many points of the drawing it stands for, 1 to K."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve: Curve | None = None
        self._at = 0
        self._picture: Raster | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme_changes.changed.connect(self._restyle)
        self._name()

    def set_curve(self, probabilities: ArrayLike | None) -> None:
        """Row k is the answer after k + 1 points: (K, n), NaN for none. ValueError for another shape."""
        if probabilities is None:
            self._curve = None
        else:
            curve = np.array(probabilities, np.float32)
            if curve.ndim != 2:
                raise ValueError(f"a curve of shape {curve.shape}")
            self._curve = np.nan_to_num(curve, nan=0.0) if len(curve) else None
        self._restyle()
        self._describe()

    def set_position(self, k: int) -> None:
        """Mark the place after k points."""
        if k != self._at:
            self._at = k
            self._describe()
            self.update()

    def position(self) -> int:
        """The marked place, in points."""
        return self._at

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The areas, the leading class where it is wide, the marker."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area(look)
        if self._curve is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.raised)
            painter.drawRoundedRect(area, 4, 4)
            painter.setPen(look.quiet)
            painter.setFont(look.font(0.85))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._empty())
            return
        if device.is_vector(painter):
            draw_areas(painter, self._curve, area, [look.digit(i) for i in range(self._curve.shape[1])])
        else:
            painter.drawImage(area, self._areas(self._curve, look, device.ratio(painter)).image)
        self._write_labels(painter, area, self._curve, look)
        self._mark(painter, area, len(self._curve), look)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _mark(self, painter: QPainter, area: QRectF, n: int, look: Theme) -> None:
        x = area.left() + area.width() * min(max(self._at, 0), n) / n
        for colour, width in ((look.window, 4.0), (look.text, 1.6)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(QPen(look.window, 1))
        painter.setBrush(look.text)
        high = look.space(1.5)
        tip = [QPointF(x - high, 0), QPointF(x + high, 0), QPointF(x, high * 1.3)]
        painter.drawPolygon(QPolygonF(tip))

    def _areas(self, curve: Curve, look: Theme, ratio: float) -> Raster:
        """The areas at the painter's resolution, kept until something changes."""
        area = self._area(look)
        high, wide = (max(1, round(side * ratio)) for side in (area.height(), area.width()))
        if self._picture is None or self._picture.words.shape != (high, wide):
            classes = [look.digit(label) for label in range(curve.shape[1])]
            rgba = np.array([c.getRgb() for c in (*classes, look.raised)], np.uint8)
            self._picture = Raster(high, wide)
            self._picture.words[:] = areas(curve, rgba, high, wide)
        return self._picture

    def _write_labels(self, painter: QPainter, area: QRectF, curve: Curve, look: Theme) -> None:
        """The digit on its area, where that is wide and high enough for it."""
        size = look.space(5)
        painter.setFont(look.font(1.0, QFont.Weight.Bold))
        step = area.width() / len(curve)
        for label, start, stop in leaders(curve):
            row = curve[(start + stop) // 2]
            low, high = float(row[:label].sum()), float(row[: label + 1].sum())
            if (stop - start) * step < 1.5 * size or (high - low) * area.height() < size:
                continue
            middle = area.bottom() - (low + high) / 2 * area.height()
            box = QRectF(area.left() + start * step, middle - size, (stop - start) * step, 2 * size)
            painter.setPen(_readable(look.digit(label), look))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(label))

    def _area(self, look: Theme) -> QRectF:
        top = look.space(2)
        side = look.space(1.5)  # half of the marker
        return QRectF(side, top, max(1, self.width() - 2 * side), max(1, self.height() - top))

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(theme().space(80), theme().space(16))

    def minimumSizeHint(self) -> QSize:
        """Less than this cannot be read."""
        return QSize(theme().space(30), theme().space(9))

    # -- events ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging goes there; hovering says what the net thought then."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event)
        elif self._curve is not None:
            k = self._point(event.position().x(), len(self._curve))
            text = self._told(k)
            QToolTip.showText(event.globalPosition().toPoint(), text, self, self.rect(), _TIP_AGE_MS)

    def event(self, event: QEvent) -> bool:
        """Arrow keys are ours while we have the keyboard."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._target(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go one point on or back, Page keys a tenth, Home and End to the ends."""
        k = self._target(event)
        if k is None:
            super().keyPressEvent(event)
        elif k != self._at:
            self.set_position(k)
            self.sought.emit(k)

    def _target(self, event: QKeyEvent) -> int | None:
        """Where a key leads, None when it means nothing here."""
        if self._curve is None or event.modifiers():
            return None
        n, at = len(self._curve), self._at
        tenth = max(1, n // 10)
        places = {
            Qt.Key.Key_Left: at - 1,
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_PageUp: at - tenth,
            Qt.Key.Key_PageDown: at + tenth,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: n,
        }
        k = places.get(Qt.Key(event.key()))
        return None if k is None else min(max(k, 1), n)

    def _told(self, k: int) -> str:
        """What the net thought after k points, in words."""
        head = self.tr("After {k} points").format(k=k)
        if self._curve is None or not 1 <= k <= len(self._curve):
            return head
        row = self._curve[k - 1]
        best = np.argsort(-row, kind="stable")[:_NAMED]
        values = "  ".join(f"{label}: {percent(float(row[label]))}" for label in best if row[label] > 0)
        return f"{head}\n{values}" if values else head

    def _describe(self) -> None:
        """For those who hear the picture; Qt tells them of each change."""
        self.setAccessibleDescription(self._told(self._at) if self._curve is not None else self._empty())

    def _empty(self) -> str:
        return self.tr("What the net thought, over time")

    def _seek(self, event: QMouseEvent) -> None:
        if self._curve is not None:
            k = self._point(event.position().x(), len(self._curve))
            self.set_position(k)
            self.sought.emit(k)

    def _point(self, x: float, n: int) -> int:
        area = self._area(theme())
        return min(max(round((x - area.left()) / area.width() * n), 1), n)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.update()
        super().changeEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("How the answer changed while you drew"))
        self._describe()

    def _restyle(self) -> None:
        self._picture = None
        self.update()


def areas(curve: Curve, rgba: Bytes, high: int, wide: int) -> Words:
    """Stacked areas as pixels (high, wide): class 0 at the bottom; the last row of `rgba` is the rest.

    A pixel that a border runs through is mixed from what lies above and below it.
    """
    n = curve.shape[1]
    curve = np.nan_to_num(curve, nan=0.0)  # where a net had no number to say, nothing covers the rest
    places = np.linspace(0, len(curve), wide) - 1  # row k holds from k + 1 points on
    left = np.clip(np.floor(places), 0, len(curve) - 1).astype(np.intp)
    right = np.minimum(left + 1, len(curve) - 1)
    share = np.clip(places - left, 0, 1)[:, None]
    mixed = curve[left] * (1 - share) + curve[right] * share
    tops = high * (1 - np.minimum(np.cumsum(mixed, axis=1), 1.0)).T  # (n, wide), falling
    first = np.clip(np.ceil(tops - 0.5), 0, high).astype(np.intp)  # the first row that a class covers
    column = np.arange(wide)[None, :]
    begins = np.bincount((first * wide + column).ravel(), minlength=(high + 1) * wide)
    label = n - np.cumsum(begins.reshape(high + 1, wide)[:high], axis=0, dtype=np.intp)
    picture: Words = words(rgba)[label]
    row = np.clip(tops.astype(np.intp), 1, max(1, high - 2))
    inside = (tops > 1) & (tops < high - 1)
    row, column = row[inside], np.broadcast_to(column, row.shape)[inside]
    above = np.asarray(tops[inside] - row)[:, None]
    over, under = rgba[label[row - 1, column]], rgba[label[row + 1, column]]
    picture[row, column] = words(np.rint(over * above + under * (1 - above)).astype(np.uint8))
    return picture


def draw_areas(painter: QPainter, curve: Curve, area: QRectF, colours: list[QColor]) -> None:
    """The same areas as polygons, for files of lines."""
    x = area.left() + area.width() * np.linspace(0.0, 1.0, len(curve) + 1)
    tops = np.concatenate([curve[:1], curve]).cumsum(axis=1).clip(0, 1)  # the first answer from the edge on
    painter.setPen(Qt.PenStyle.NoPen)
    below = np.zeros(len(x))
    for label, colour in enumerate(colours):
        above = tops[:, label]
        edge = [*zip(x, above, strict=True), *zip(x[::-1], below[::-1], strict=True)]
        painter.setBrush(colour)
        corners = [QPointF(float(a), area.bottom() - float(b) * area.height()) for a, b in edge]
        painter.drawPolygon(QPolygonF(corners))
        below = above


def leaders(curve: Curve) -> list[tuple[int, int, int]]:
    """The stretches in which one class is ahead: (class, first, last + 1), where there is an answer."""
    ahead = np.where(curve.max(axis=1) > 0, curve.argmax(axis=1), -1)
    turns = np.flatnonzero(np.diff(ahead)) + 1
    starts = [0, *turns.tolist()]
    stops = [*turns.tolist(), len(curve)]
    return [
        (int(ahead[start]), start, stop)
        for start, stop in zip(starts, stops, strict=True)
        if ahead[start] >= 0
    ]


def _readable(ground: QColor, look: Theme) -> QColor:
    """The darkest or the brightest of the theme, whichever is read more easily on `ground`."""
    dark, bright = sorted((look.window, look.text), key=QColor.lightnessF)
    return dark if contrast(ground.name(), dark.name()) > contrast(ground.name(), bright.name()) else bright
