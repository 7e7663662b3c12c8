"""What mouse, pen and finger do to a drawing pad: one of them at a time, whatever the others do meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPointingDevice, QTabletEvent, QTouchEvent

from neuroviz.ui.pen import Sample

_LIGHTEST = 0.3  # of the brush's width, for a pen that hardly touches
_Button = Qt.MouseButton
_Type = QEvent.Type
STEP = 1 / 28  # of the pad: one pixel of what a net gets
_ARROWS = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP),
}


class Target(Protocol):
    """What is drawn on."""

    def sample(self, place: QPointF, pressure: float = 1.0) -> Sample: ...
    def covers(self, place: QPointF) -> bool: ...
    def press(self, at: Sample, *, erase: bool = False) -> None: ...
    def drag(self, at: Sample) -> None: ...
    def mover(self) -> bool: ...
    def shift(self, dx: float, dy: float) -> None: ...
    def finish(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def clear(self) -> None: ...
    def nudge(self, dx: float, dy: float) -> None: ...


class PadInput:
    """Turns events into strokes and moves of its target."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._button: Qt.MouseButton | None = None  # of the mouse, while it draws or moves
        self._from: Sample | None = None  # where a move began
        self._finger: int | None = None
        self._pen_down = False

    def handle(self, event: QEvent) -> bool:
        """Whether the event was one for the pad; it is accepted then."""
        used = False
        if isinstance(event, QMouseEvent):
            used = self._mouse(event)
        elif isinstance(event, QTabletEvent):
            used = self._tablet(event)
        elif isinstance(event, QTouchEvent):
            used = self._touch(event)
        if used:
            event.accept()
        return used

    def forget(self) -> None:
        """End what is under way; buttons and fingers still down count no more."""
        self._button = self._from = self._finger = None
        self._pen_down = False
        self._target.finish()

    def act(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does to the pad, None when it means nothing here."""
        pad = self._target
        if event.matches(QKeySequence.StandardKey.Undo):
            return pad.undo
        if event.matches(QKeySequence.StandardKey.Redo):
            return pad.redo
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return pad.clear
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in _ARROWS:
            return partial(pad.nudge, *_ARROWS[Qt.Key(event.key())])
        return None

    @property
    def _free(self) -> bool:
        return self._button is None and self._finger is None and not self._pen_down

    def _mouse(self, event: QMouseEvent) -> bool:
        at = self._target.sample(event.position())
        if event.type() in (_Type.MouseButtonPress, _Type.MouseButtonDblClick):
            if self._free and self._target.covers(event.position()):
                self._mouse_down(event, at)
            return True
        if self._button is None:
            return False
        if event.type() == _Type.MouseMove and event.buttons() & self._button:
            self._go_on(at)
        elif event.type() == _Type.MouseMove or event.button() == self._button:
            self.forget()  # a move without the button: its release went elsewhere
        return True

    def _mouse_down(self, event: QMouseEvent, at: Sample) -> None:
        self._button = event.button()
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self._button == _Button.MiddleButton or (self._button == _Button.LeftButton and shifted):
            self._from = at
        elif self._button in (_Button.LeftButton, _Button.RightButton):
            self._begin(at, erase=self._button == _Button.RightButton)
        else:
            self._button = None

    def _begin(self, at: Sample, *, erase: bool = False) -> None:
        if self._target.mover():
            self._from = at
        else:
            self._target.press(at, erase=erase)

    def _go_on(self, at: Sample) -> None:
        if self._from is None:
            self._target.drag(at)
        else:
            self._target.shift(at[0] - self._from[0], at[1] - self._from[1])

    def _tablet(self, event: QTabletEvent) -> bool:
        at = self._target.sample(event.position(), _LIGHTEST + (1 - _LIGHTEST) * event.pressure())
        if event.type() == _Type.TabletPress:
            if self._free and self._target.covers(event.position()):
                other_end = event.pointerType() == QPointingDevice.PointerType.Eraser
                self._pen_down = True
                self._begin(at, erase=other_end or event.button() == _Button.RightButton)
            return True
        if not self._pen_down:
            return False
        if event.type() == _Type.TabletMove:
            self._go_on(at)
        else:
            self.forget()
        return True

    def _touch(self, event: QTouchEvent) -> bool:
        points = event.points()
        if event.type() == _Type.TouchBegin and self._free and points:
            if not self._target.covers(points[0].position()):
                return True
            self._finger = points[0].id()
            self._begin(self._target.sample(points[0].position()))
        elif self._finger is not None:
            for point in points:
                if point.id() == self._finger and point.state() != point.State.Stationary:
                    self._go_on(self._target.sample(point.position()))
            lifted = [p.id() for p in points if p.state() == p.State.Released]
            if event.type() != _Type.TouchUpdate or self._finger in lifted:
                self.forget()
        return True
