"""The keys of a room, wherever in it the focus is; what a widget uses itself never comes here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from neuroviz.ui import regions
from neuroviz.ui.focus import plain

if TYPE_CHECKING:
    from neuroviz.ui.panel import Panel
_Key = Qt.Key
_TIME = (_Key.Key_Space, _Key.Key_Left, _Key.Key_Right, _Key.Key_R)


def press(panel: Panel, event: QKeyEvent) -> bool:
    """Whether it meant something: Space plays, arrows step, R restarts, 1–9 are presets, F6, the acts."""
    if _act(panel, event):
        return True
    key, number = event.key(), event.key() - _Key.Key_1
    if key == _Key.Key_F6:
        regions.move(panel, back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True
    pad = panel.acts.pad()
    if panel.hasFocus() and pad is not None and pad.obey(event):
        return True  # a click on a button has taken the focus from the pad, not its keys
    if not plain(event):
        return False
    keyed = panel.room.presets.keyed
    if keyed and 0 <= number < 9 and number < len(panel.presets()):
        panel.apply_preset(number)
    elif keyed and key == _Key.Key_0:
        panel.reset_to_preset()
    elif key == _Key.Key_Escape and panel.room.explained:
        panel.toggle_explanation()
    elif key == _Key.Key_Escape and panel.room.knobs_opened:
        panel.room.knobs_button.setChecked(False)
        panel.setFocus()  # it may have been on a knob that is hidden now
    elif key in _TIME and panel.room.transport.isEnabled():
        _transport(panel, Qt.Key(key))
    else:
        return False
    return True


def _act(panel: Panel, event: QKeyEvent) -> bool:
    """Undo, redo, copy, save."""
    standard = QKeySequence.StandardKey
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    if event.matches(standard.Undo):
        panel.acts.undo()
    elif event.matches(standard.Redo):
        panel.acts.redo()
    elif event.matches(standard.Copy):
        panel.share.copy_picture()
    elif event.key() == _Key.Key_S and event.modifiers() == control:
        panel.share.ask_for_picture()
    elif event.key() == _Key.Key_S and event.modifiers() == control | shift:
        panel.share.ask_for_data()
    else:
        return False
    return True


def _transport(panel: Panel, key: Qt.Key) -> None:
    if key == _Key.Key_Space:
        on = not panel.playing
        panel.play(on)
        panel.room.transport.set_playing(panel.playing)
    elif key == _Key.Key_Left:
        panel.step_back()
    elif key == _Key.Key_R:
        panel.rewind()
    else:
        panel.step_forward()
