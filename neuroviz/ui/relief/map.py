"""LevelMap: a function of two variables from above: colours, lines of equal value, axes, a bar of colours."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import plain
from neuroviz.ui.relief.base import ReliefView, faded, moved_far
from neuroviz.ui.relief.ink import Ink, write
from neuroviz.ui.relief.map_frame import MapFrame, MapGround
from neuroviz.ui.relief.map_kept import MapKept
from neuroviz.ui.relief.marks import Spot
from neuroviz.ui.relief.shape import Domain, Relief
from neuroviz.ui.theme import theme

_WHEEL = 1.0015  # for each of 120 units that a notch of a wheel has
_ZOOM = 1.25  # for each press of a key
_LEAST, _MOST = 1e-6, 1e3  # of the sides of home, that may be seen
_CLOSE = 1e-6  # of a side: domains that differ by less are the same
_CURSOR = 0.6  # opacity of its lines
_Key = Qt.Key
_ARROWS = {_Key.Key_Left: (-1, 0), _Key.Key_Right: (1, 0), _Key.Key_Up: (0, 1), _Key.Key_Down: (0, -1)}
_ZOOMS = {
    _Key.Key_PageUp: _ZOOM, _Key.Key_PageDown: 1 / _ZOOM,
    _Key.Key_Plus: _ZOOM, _Key.Key_Equal: _ZOOM, _Key.Key_Minus: 1 / _ZOOM,
}  # fmt: skip
_OTHERS = (_Key.Key_0, _Key.Key_Return, _Key.Key_Enter)


class LevelMap(ReliefView):
    """A click picks a place, a drag goes on from there; arrows move the cursor, Enter picks there. The wheel
    and Page keys zoom, Shift or the right button pushes the map, a double click or 0 shows its home.

    Zoomed or pushed it asks for values over another domain, and shows those it has at their place until a
    relief of that domain comes.
    """

    dragged = Signal(float, float)
    """The pressed pointer is at this place now."""

    dropped = Signal(float, float)
    """A drag has ended at this place."""

    moved = Signal(float, float)
    """The visitor moved the cursor by keys; it is there already."""

    domain_wanted = Signal(float, float, float, float)
    """Values over this domain, x0, x1, y0, y1, are to be shown."""

    def __init__(self, parent: QWidget | None = None, *, equal: bool = False) -> None:
        """equal: x and y have the same scale."""
        self._equal = equal
        self._home: Domain | None = None
        self._wanted: Domain | None = None
        self._kept: MapKept | None = None
        self._laid: tuple[tuple[object, ...], MapFrame] | None = None
        self._pressed: QPointF | None = None
        self._at = QPointF()
        self._dragging = self._pushing = False
        super().__init__(parent)

    # -- what is shown -------------------------------------------------------------------------------

    def set_relief(self, relief: Relief | None) -> None:
        """Show another one. If another domain has been asked for, it is shown at its place in that."""
        if relief is not None and self._wanted is not None and _same(relief.domain, self._wanted):
            self._wanted = None
        super().set_relief(relief)

    def set_home(self, domain: Domain | None) -> None:
        """The domain that a double click and the key 0 ask for; None: that of the relief."""
        self._home = domain

    def forget_wish(self) -> None:
        """Show the whole relief: what was asked for does not come, such as when another surface is shown."""
        self._wanted = None
        self._stir()

    def seen(self) -> Domain:
        """What the map shows, or is about to."""
        if self._wanted is not None:
            return self._wanted
        return self._relief.domain if self._relief is not None else (-1.0, 1.0, -1.0, 1.0)

    def area(self) -> QRectF:
        """The part of the widget that is the map."""
        return self._ground().area

    def place_at(self, across: float, down: float) -> tuple[float, float] | None:
        """The place at a pixel of this widget; None beside the map."""
        ground = self._ground()
        if self._relief is None or not ground.area.contains(across, down):
            return None
        return ground.place(across, down)

    def pixel_of(self, x: float, y: float) -> QPointF | None:
        """Where a place lies in this widget; None beside the map."""
        ground = self._ground()
        across, down, _ = ground.places(np.array([x]), np.array([y]))
        at = QPointF(across[0], down[0])
        return at if ground.area.adjusted(-0.5, -0.5, 0.5, 0.5).contains(at) else None

    @property
    def sharp(self) -> bool:
        """Whether it is drawn finely already."""
        return self._kept is not None and self._kept.is_sharp(self._size(self.devicePixelRatioF()))

    # -- inside --------------------------------------------------------------------------------------

    def _frame(self) -> MapFrame:
        """Laid out once for what it depends on."""
        relief, look = self._relief or _NOWHERE, theme()
        key = (relief, look, self.seen(), self._names, self.size())
        if self._laid is None or self._laid[0] != key:
            edge = look.space(1)
            room = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
            frame = MapFrame(room, relief, self.seen(), self._names, look)
            if self._equal:
                frame.with_equal_units()
            self._laid = key, frame
        return self._laid[1]

    def _ground(self) -> MapGround:
        return MapGround(self._frame().area, self.seen())

    def _size(self, ratio: float) -> tuple[int, int]:
        """Rows and columns of the map in pixels of a screen."""
        area = self._frame().area
        return max(2, ceil(area.height() * ratio)), max(2, ceil(area.width() * ratio))

    def _picture(self) -> MapKept | None:
        relief, look = self._relief, theme()
        if relief is None or not relief.known:
            self._kept = None
        elif self._kept is None or self._kept.relief is not relief or self._kept.look is not look:
            self._kept = MapKept(relief, look)
        return self._kept

    def _refining(self) -> Iterator[None] | None:
        kept = self._picture()
        ratio = self.devicePixelRatioF()
        return None if kept is None else kept.refining(self._size(ratio), ratio)

    def _name(self) -> str:
        return self.tr("Map of the surface")

    # -- paint ---------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The map, numbers on its lines, what lies on it, the cursor, and what stands round it."""
        kept = self._picture()
        if kept is None:
            self._paint_empty(painter)
            self._paint_ring(painter)
            return
        ratio, frame, ground = device.ratio(painter), self._frame(), self._ground()
        size = self._size(ratio)
        on_screen = ratio == self.devicePixelRatioF()
        raster = kept.shown(size) if on_screen else MapKept(kept.relief, kept.look).refined(size, ratio)
        painter.save()
        painter.setClipRect(ground.area)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = ground.rect(kept.relief.domain)
        device.draw_stretched(painter, place, raster.image)
        if self._wanted is None and (kept.is_sharp(size) or not on_screen):  # else they would flicker
            self._paint_labels(painter, kept, place)
        ink = Ink(painter, ground, theme(), ground.area)
        ink.paint(self._marks)
        self._paint_cursor(painter, ground, ink)
        painter.restore()
        frame.paint(painter)
        self._paint_ring(painter)

    def _paint_labels(self, painter: QPainter, kept: MapKept, place: QRectF) -> None:
        metrics = QFontMetricsF(theme().font(0.85))
        for at, text in kept.labels(place.size()):
            wide, line = metrics.horizontalAdvance(text), metrics.height()
            box = QRectF(place.x() + at.x() - wide / 2, place.y() + at.y() - line / 2, wide, line)
            write(painter, box, text, theme())

    def _paint_cursor(self, painter: QPainter, ground: MapGround, ink: Ink) -> None:
        if self._cursor is None:
            return
        across, down, _ = ground.places(*(np.array([one]) for one in self._cursor))
        area = ground.area
        painter.setPen(QPen(faded(theme().text, _CURSOR), theme().stroke(1)))
        painter.drawLine(QPointF(area.left(), down[0]), QPointF(area.right(), down[0]))
        painter.drawLine(QPointF(across[0], area.top()), QPointF(across[0], area.bottom()))
        ink.paint_spot(Spot(*self._cursor, theme().accent, "start"))

    # -- what is asked for ---------------------------------------------------------------------------

    def _want(self, domain: Domain) -> None:
        """Ask for the values over a domain, and show there what there is."""
        if self._relief is None or _same(domain, self.seen()):
            return
        self._wanted = None if _same(domain, self._relief.domain) else domain
        self._stir()
        self.domain_wanted.emit(*domain)

    def _go_home(self) -> None:
        if self._relief is not None:
            self._want(self._home or self._relief.domain)

    def _zoom(self, factor: float, at: QPointF | None = None) -> None:
        """So many times closer to a pixel; without one, to the cursor or the middle."""
        x0, x1, y0, y1 = self.seen()
        if at is not None:
            x, y = self._ground().place(at.x(), at.y())
        else:
            x, y = self._cursor or ((x0 + x1) / 2, (y0 + y1) / 2)
        x, y = min(max(x, x0), x1), min(max(y, y0), y1)
        home = self._home or self.seen()
        for wide, most in ((x1 - x0, home[1] - home[0]), (y1 - y0, home[3] - home[2])):
            factor = min(max(factor, wide / (_MOST * most)), max(1.0, wide / (_LEAST * most)))
        sides = ((x0 - x) / factor + x, (x1 - x) / factor + x, (y0 - y) / factor + y, (y1 - y) / factor + y)
        self._want(sides)

    def _push(self, across: float, down: float) -> None:
        ground = self._ground()
        x0, x1, y0, y1 = ground.seen
        dx = -across / ground.area.width() * (x1 - x0)
        dy = down / ground.area.height() * (y1 - y0)
        self._want((x0 + dx, x1 + dx, y0 + dy, y1 + dy))

    def _inside(self, at: QPointF) -> tuple[float, float]:
        """The place at a pixel, or the nearest in the map."""
        ground = self._ground()
        area = ground.area
        across = min(max(at.x(), area.left()), area.right())
        return ground.place(across, min(max(at.y(), area.top()), area.bottom()))

    # -- events --------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A place is picked at once; a drag goes on from there."""
        left = event.button() == Qt.MouseButton.LeftButton
        if not left and event.button() != Qt.MouseButton.RightButton:
            return
        place = self.place_at(event.position().x(), event.position().y())
        if place is None:
            return
        self._pressed = self._at = event.position()
        self._pushing = not left or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._dragging = False
        if not self._pushing:
            self.picked.emit(*place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Push the map or say where the pointer is, else tell what is under it."""
        if self._pressed is None:
            self._tell(event.position())
            return
        if not self._dragging and not moved_far(event.position(), self._pressed):
            return
        self._dragging = True
        by, self._at = event.position() - self._at, event.position()
        if self._pushing:
            self._push(by.x(), by.y())
        else:
            self.dragged.emit(*self._inside(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a drag."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and self._dragging and not self._pushing:
            self.dropped.emit(*self._inside(event.position()))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """All of it again."""
        self._go_home()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        self._zoom(_WHEEL**turned, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keys that are ours while we have the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cursor by a step of the grid, Enter picks there; Page keys zoom, 0 shows all."""
        if not _ours(event) or self._relief is None:
            super().keyPressEvent(event)
            return
        key = _Key(event.key())
        if key in _ARROWS:
            self._step(*_ARROWS[key])
        elif key in _ZOOMS:
            self._zoom(_ZOOMS[key])
        elif key == _Key.Key_0:
            self._go_home()
        elif self._cursor is not None:
            self.picked.emit(*self._cursor)

    def _step(self, across: int, up: int) -> None:
        assert self._relief is not None
        x0, x1, y0, y1 = self.seen()
        rows, columns = self._relief.z.shape
        x, y = self._cursor or ((x0 + x1) / 2, (y0 + y1) / 2)
        x = min(max(x + across * (x1 - x0) / (columns - 1), x0), x1)
        y = min(max(y + up * (y1 - y0) / (rows - 1), y0), y1)
        if (x, y) != self._cursor:
            self.set_cursor((x, y))
            self.moved.emit(x, y)


_NOWHERE = Relief(np.zeros((2, 2)))


def _same(one: Domain, other: Domain) -> bool:
    sides = (one[1] - one[0], one[1] - one[0], one[3] - one[2], one[3] - one[2])
    return all(abs(a - b) <= _CLOSE * side for a, b, side in zip(one, other, sides, strict=True))


def _ours(event: QKeyEvent) -> bool:
    key = event.key()
    shifted = Qt.KeyboardModifier.ShiftModifier  # as + needs it on many keyboards
    if key in _ZOOMS:
        return not event.modifiers() & ~(shifted | Qt.KeyboardModifier.KeypadModifier)
    return plain(event) and (key in _ARROWS or key in _OTHERS)
