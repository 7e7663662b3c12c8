"""Hands: what mouse, wheel, gestures and keys do on a map of a net."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from neuroviz.ui.netmap import overview
from neuroviz.ui.netview.facts import Spot
from neuroviz.ui.theme import theme

if TYPE_CHECKING:
    from neuroviz.ui.net_map import NetMap

STEP = 1.3  # of the zoom, for a key
_WHEEL = 1.0015  # for each of 120 units that a notch of a wheel has
_DRAG = 4.0  # pixels before a click becomes a drag
_PAN = 60.0  # pixels, for a key
_Key = Qt.Key
_PANS = {
    _Key.Key_Left: (1, 0),
    _Key.Key_Right: (-1, 0),
    _Key.Key_Up: (0, 1),
    _Key.Key_Down: (0, -1),
}
_KEYS = (
    _Key.Key_Plus, _Key.Key_Equal, _Key.Key_Minus, _Key.Key_0, _Key.Key_Return, _Key.Key_Enter, _Key.Key_F,
)  # fmt: skip


class Hands:
    """Turns events into what NetMap can do. Each handler says whether the event meant something."""

    def __init__(self, view: NetMap) -> None:
        self._view = view
        self._pressed: QPointF | None = None
        self._at: QPointF | None = None
        self._dragging = self._on_overview = False
        self._before_click: Spot | None = None

    def event(self, event: QEvent) -> bool:
        """Whether it was ours."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._ours(event):
            event.accept()
            return True
        if kind == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            return self._native(event)
        if kind == QEvent.Type.Gesture:
            return self._pinched(cast(QGestureEvent, event))
        takers = {
            QEvent.Type.KeyPress: self._key, QEvent.Type.Wheel: self._wheel,
            QEvent.Type.MouseButtonPress: self._press, QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release, QEvent.Type.MouseButtonDblClick: self._double,
        }  # fmt: skip
        return kind in takers and takers[kind](event)  # type: ignore[operator]

    # -- keys ----------------------------------------------------------------------------------------

    def _ours(self, event: QKeyEvent) -> bool:
        if event.key() in _PANS:
            return event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        return event.key() in _KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier

    def _key(self, event: QKeyEvent) -> bool:
        view, key = self._view, event.key()
        if not self._ours(event):
            if key == _Key.Key_Escape and view.asked() is None:
                return self.leave()
            if key in _PANS and not event.modifiers():
                view.keyPressEvent(event)
                if (spot := view.asked()) is not None:
                    view.reveal(spot)
                return True
            return False
        if key in _PANS:
            dx, dy = _PANS[_Key(key)]
            view.pan(_PAN * dx, _PAN * dy)
            return True
        return self.press_key(key)

    def press_key(self, key: int) -> bool:
        """A key of the map, from wherever in the room it was pressed."""
        view, spot = self._view, self._view.asked()
        if key in (_Key.Key_Plus, _Key.Key_Equal):
            view.zoom(STEP)
        elif key == _Key.Key_Minus:
            view.zoom(1 / STEP)
        elif key == _Key.Key_0:
            view.see_all()
        elif spot is None:
            return False
        elif key == _Key.Key_F:
            view.fold(spot.stage)
        else:
            view.follow(None if view.following() == spot else spot)
        return True

    def leave(self) -> bool:
        """One step back out: from what is followed, else from what is seen close to."""
        if self._view.following() is not None:
            self._view.follow(None)
        elif not self._view.camera().whole:
            self._view.see_all()
        else:
            return False
        return True

    # -- mouse ---------------------------------------------------------------------------------------

    def _wheel(self, event: QWheelEvent) -> bool:
        turned = event.angleDelta().y() or event.angleDelta().x()
        at = event.position()
        self._view.zoom(_WHEEL**turned, at.x(), at.y())
        event.accept()
        return True

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return False
        self._pressed = self._at = event.position()
        self._dragging = False
        self._on_overview = self._go_to(event.position())
        return True

    def _move(self, event: QMouseEvent) -> bool:
        if self._pressed is None or self._at is None:
            return False
        if self._on_overview:
            self._go_to(event.position())
            return True
        away = event.position() - self._pressed
        if not self._dragging and abs(away.x()) + abs(away.y()) > _DRAG:
            self._dragging = True
            self._view.mouse_cursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            by = event.position() - self._at
            self._at = event.position()
            self._view.pan(by.x(), by.y())
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._pressed is None:
            return False
        dragged, self._pressed, self._at = self._dragging or self._on_overview, None, None
        self._view.mouse_cursor(Qt.CursorShape.ArrowCursor)
        if not dragged and event.button() == Qt.MouseButton.LeftButton:
            spot = self._spot(event.position())
            self._before_click = self._view.following()
            self._view.follow(None if spot == self._before_click else spot)
        self._dragging = False
        return True

    def _double(self, event: QMouseEvent) -> bool:
        """The layer under the mouse is folded; the click that came before did not mean its unit."""
        if self._go_to(event.position()):
            return True
        self._view.follow(self._before_click)
        stage = self.stage_at(event.position())
        if stage is not None:
            self._view.fold(stage)
        self._pressed = None
        return True

    def _go_to(self, at: QPointF) -> bool:
        """Whether a place is on the small map; then what lies there is looked at."""
        model = self._view.model()
        camera = None if model is None else overview.camera_at(model, theme(), at)
        if camera is not None:
            self._view.look(camera)
        return camera is not None

    def stage_at(self, at: QPointF) -> int | None:
        """The layer whose block or caption is at a place."""
        model = self._view.model()
        if model is None:
            return None
        for i, block in model.blocks.items():
            inside = block.y - 4 <= at.y() <= block.y + block.height + 4 or at.y() < model.room.top
            if inside and block.x - 4 <= at.x() <= block.x + block.width + 4:
                return i
        return None

    def _spot(self, at: QPointF) -> Spot | None:
        model = self._view.model()
        return None if model is None else model.spot(at.x(), at.y())

    # -- gestures --------------------------------------------------------------------------------------

    def _native(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._view.zoom(1 + event.value(), event.position().x(), event.position().y())
        return True

    def _pinched(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        at = self._view.mapFromGlobal(pinch.centerPoint())
        self._view.zoom(pinch.scaleFactor(), at.x(), at.y())
        moved = pinch.centerPoint() - pinch.lastCenterPoint()
        self._view.pan(moved.x(), moved.y())
        return True

