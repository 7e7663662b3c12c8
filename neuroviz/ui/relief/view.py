"""BlockView: a function of two variables as a lit block that the hand turns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import plain
from neuroviz.ui.relief.base import ReliefView, faded, moved_far
from neuroviz.ui.relief.block_axes import BlockAxes, rim
from neuroviz.ui.relief.block_ground import BlockGround
from neuroviz.ui.relief.ink import Ink
from neuroviz.ui.relief.kept import Kept, Shown
from neuroviz.ui.relief.lens import Eye, Lens
from neuroviz.ui.relief.marks import Spot, Trail
from neuroviz.ui.relief.shape import Relief
from neuroviz.ui.theme import Theme, theme

_WHEEL = 1.0015  # for each of 120 units that a notch of a wheel has
_TURN, _TILT = 0.4, 0.3  # degrees for each pixel of a drag
_STEP, _ZOOM = 5.0, 1.25  # for each press of a key
_CURSOR = 0.6  # opacity of its lines
_Key = Qt.Key
_TURNS = {_Key.Key_Left: (-1, 0), _Key.Key_Right: (1, 0), _Key.Key_Up: (0, 1), _Key.Key_Down: (0, -1)}
_ZOOMS = {_Key.Key_Plus: _ZOOM, _Key.Key_Equal: _ZOOM, _Key.Key_Minus: 1 / _ZOOM}


class BlockView(ReliefView):
    """Drag or arrows turn it, the wheel or + and − zoom, Shift or the right button shifts, a double click
    or 0 goes back. A click picks a place.
    """

    turned = Signal()
    """The visitor looks at it from another side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._eye = self._home = Eye()
        self._kept: Kept | None = None
        self._rim: tuple[Relief, Theme, tuple[float, float]] | None = None
        self._pressed: QPointF | None = None
        self._at = QPointF()
        self._dragging = self._shifting = False
        super().__init__(parent)

    # -- how it is looked at -------------------------------------------------------------------------

    def look(self) -> Eye:
        """From where it is seen."""
        return self._eye

    def set_look(self, eye: Eye) -> None:
        """See it from there, as near as that can be drawn."""
        eye = eye.within()
        if eye != self._eye:
            self._eye = eye
            self._stir()

    def set_home(self, eye: Eye) -> None:
        """Where a double click and the key 0 go back to."""
        self._home = eye.within()

    def lens(self, ratio: float = 1.0) -> Lens:
        """Where places lie in this widget, in its own pixels or in those of a screen of that ratio."""
        return Lens(self._eye, max(1, self.width()), max(1, self.height()), self._edges()).times(ratio)

    def place_at(self, across: float, down: float) -> tuple[float, float] | None:
        """The place of the surface that a pixel of this widget shows; None beside it."""
        ground = self._ground(self.devicePixelRatioF())
        return None if ground is None else ground.place_at(across, down)

    def pixel_of(self, x: float, y: float) -> QPointF | None:
        """Where a place lies in this widget, be it hidden or not; None beside the surface and in holes."""
        ground = self._ground(self.devicePixelRatioF())
        if ground is None:
            return None
        across, down, _ = ground.places(np.array([x]), np.array([y]))
        return QPointF(across[0], down[0]) if np.isfinite(across[0] + down[0]) else None

    @property
    def sharp(self) -> bool:
        """Whether it is drawn finely already."""
        return self._kept is not None and self._kept.is_sharp(self.lens(self.devicePixelRatioF()))

    # -- inside --------------------------------------------------------------------------------------

    def _edges(self) -> tuple[float, float]:
        """What is left for words, measured once."""
        relief, look = self._relief, theme()
        if relief is None:
            return 0.0, 0.0
        if self._rim is None or self._rim[0] is not relief or self._rim[1] is not look:
            self._rim = relief, look, rim(relief, look)
        return self._rim[2]

    def _picture(self) -> Kept | None:
        """Pictures of the present relief in the present look."""
        relief, look = self._relief, theme()
        if relief is None or not relief.known:
            self._kept = None
        elif self._kept is None or self._kept.relief is not relief or self._kept.look is not look:
            self._kept = Kept(relief, look)
        return self._kept

    def _ground(self, ratio: float, shown: Shown | None = None) -> BlockGround | None:
        kept = self._picture()
        if kept is None:
            return None
        shown = shown or kept.shown(self.lens(ratio))
        return BlockGround(kept.relief, self.lens(), shown.seen.depth)

    def _refining(self) -> Iterator[None] | None:
        kept = self._picture()
        return None if kept is None else kept.refining(self.lens(self.devicePixelRatioF()))

    def _name(self) -> str:
        return self.tr("Surface")

    # -- paint ---------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The block, its axes, what lies on it, the cursor."""
        kept = self._picture()
        if kept is None:
            self._paint_empty(painter)
            self._paint_ring(painter)
            return
        ratio, look, lens = device.ratio(painter), theme(), self.lens()
        on_screen = ratio == self.devicePixelRatioF()
        fine = self.lens(ratio)
        shown = kept.shown(fine) if on_screen else Kept(kept.relief, look).refined(fine)
        painter.drawImage(QRectF(0, 0, lens.width, lens.height), shown.raster.image)
        painter.save()
        BlockAxes(painter, kept.relief, lens, look).paint(self._names)
        painter.restore()
        ground = self._ground(ratio, shown)
        assert ground is not None
        ink = Ink(painter, ground, look, QRectF(self.rect()))
        ink.paint(self._marks)
        self._paint_cursor(ink)
        self._paint_ring(painter)

    def _paint_cursor(self, ink: Ink) -> None:
        """Lines over the surface in both directions, which cross there."""
        relief, cursor = self._relief, self._cursor
        if relief is None or cursor is None:
            return
        x, y = cursor
        colour = faded(theme().text, _CURSOR)
        for across, up in ((np.array(relief.x), np.full(2, y)), (np.full(2, x), np.array(relief.y))):
            ink.paint_trail(Trail(across, up, colour, 1.0), halo=False)
        ink.paint_spot(Spot(x, y, theme().accent, "start"))

    # -- events --------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It may become a drag."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._pressed = self._at = event.position()
            right = event.button() == Qt.MouseButton.RightButton
            self._shifting = right or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn or shift what is held, else tell what is under the pointer."""
        if self._pressed is None:
            self._tell(event.position())
            return
        if not self._dragging and not moved_far(event.position(), self._pressed):
            return
        self._dragging = True
        by, self._at = event.position() - self._at, event.position()
        if self._shifting:
            self._shift(by.x(), by.y())
        else:
            self._turn(-by.x() * _TURN, by.y() * _TILT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press that was no drag picks."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._dragging or self._shifting:
            return
        place = self.place_at(event.position().x(), event.position().y())
        if place is not None:
            self.picked.emit(*place)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """As it was in the beginning."""
        self._look(self._home)

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
        """Arrows turn, + and − zoom, 0 goes back."""
        if not _ours(event):
            super().keyPressEvent(event)
            return
        key = _Key(event.key())
        if key in _TURNS:
            across, up = _TURNS[key]
            self._turn(_STEP * across, _STEP * up)
        elif key in _ZOOMS:
            self._zoom(_ZOOMS[key], QPointF(self.width() / 2, self.height() / 2))
        else:
            self._look(self._home)

    def _turn(self, azimuth: float, tilt: float) -> None:
        self._look(replace(self._eye, azimuth=self._eye.azimuth + azimuth, tilt=self._eye.tilt + tilt))

    def _shift(self, across: float, down: float) -> None:
        scale, (x, y) = self.lens().scale, self._eye.shift
        self._look(replace(self._eye, shift=(x + across / scale, y + down / scale)))

    def _zoom(self, factor: float, at: QPointF) -> None:
        """What is under the pointer stays there: the lens's middle moves away from it."""
        before = self._eye.zoom
        zoom = replace(self._eye, zoom=before * factor).within().zoom
        lens, (x, y) = self.lens(), self._eye.shift
        away = at - QPointF(lens.width / 2, lens.height / 2)
        more = (1 / zoom - 1 / before) * before / lens.scale
        self._look(replace(self._eye, zoom=zoom, shift=(x + away.x() * more, y + away.y() * more)))

    def _look(self, eye: Eye) -> None:
        before = self._eye
        self.set_look(eye)
        if self._eye != before:
            self.turned.emit()


def _ours(event: QKeyEvent) -> bool:
    key = event.key()
    shifted = Qt.KeyboardModifier.ShiftModifier  # as + needs it on many keyboards
    if key in _ZOOMS:
        return not event.modifiers() & ~(shifted | Qt.KeyboardModifier.KeypadModifier)
    return plain(event) and (key in _TURNS or key == _Key.Key_0)
