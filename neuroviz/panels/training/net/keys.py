"""Keys: what the keyboard does in the picture of a stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from neuroviz.ui.focus import plain

if TYPE_CHECKING:
    from neuroviz.panels.training.net.stack_view import StackView

_Key = Qt.Key
_STEPS = {
    _Key.Key_Up: 1, _Key.Key_Plus: 1, _Key.Key_Equal: 1, _Key.Key_Down: -1, _Key.Key_Minus: -1,
}  # fmt: skip
_OFFERS = {_Key.Key_F: "function", _Key.Key_I: "start", _Key.Key_A: "add", _Key.Key_Insert: "add"}
_TYPING = (_Key.Key_Return, _Key.Key_Enter, _Key.Key_F2)
_OUT = (_Key.Key_Delete, _Key.Key_Backspace)


def press(view: StackView, event: QKeyEvent, *, digits: bool) -> bool:
    """Whether it meant something. digits: they begin a number; else they are the room's presets."""
    key, block = _Key(event.key()), view.block()
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        by = {_Key.Key_Left: -1, _Key.Key_Right: 1}.get(key)
        if by is not None:
            view.moved.emit(block, block + by)
        return by is not None
    if _went(view, key) and plain(event):
        return True
    if key in _STEPS:
        view.stepped.emit(block, "", _STEPS[key])
    elif key in _OUT:
        view.removed.emit(block)
    elif key == _Key.Key_L:
        view.locked.emit(block)
    elif key in _OFFERS:
        view.offer(_OFFERS[key], block)
    elif key in _TYPING:
        view.type_number(block)
    elif digits and event.text().isdigit() and plain(event):
        view.type_number(block, text=event.text())
    else:
        return False
    return True


def _went(view: StackView, key: Qt.Key) -> bool:
    scene, block = view.scene_shown(), view.block()
    last = 0 if scene is None else len(scene.blocks) - 1
    to = {
        _Key.Key_Left: block - 1, _Key.Key_Right: block + 1, _Key.Key_Home: 0, _Key.Key_End: last,
    }.get(key)  # fmt: skip
    if to is not None:
        view.go_to(max(0, min(to, last)))
    return to is not None
