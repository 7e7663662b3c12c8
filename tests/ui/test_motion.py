"""Movement can be switched off, and comes back as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.ui import motion


@pytest.fixture(autouse=True)
def moving() -> Iterator[None]:
    motion.set_motion(True)
    yield
    motion.set_motion(True)


def test_who_listens_is_told_once(qtbot: QtBot) -> None:
    with qtbot.waitSignal(motion.motion_changes.changed) as said:
        motion.set_motion(False)
    assert said.args == [False]
    assert not motion.on()
    with qtbot.assertNotEmitted(motion.motion_changes.changed):
        motion.set_motion(False)


def test_menus_and_the_text_cursor_stand_still_and_move_again_as_before(qapp: QApplication) -> None:
    general, effect = Qt.UIEffect.UI_General, Qt.UIEffect.UI_AnimateCombo
    before = [(one, qapp.isEffectEnabled(one)) for one in (effect, general)]
    blink = qapp.cursorFlashTime()
    for one in (general, effect):
        qapp.setEffectEnabled(one, True)
    assert qapp.isEffectEnabled(effect)
    motion.set_motion(False)
    assert not qapp.isEffectEnabled(effect)
    assert qapp.cursorFlashTime() == 0
    motion.set_motion(True)
    assert qapp.isEffectEnabled(effect)
    assert qapp.cursorFlashTime() == blink
    for one, on in before:
        qapp.setEffectEnabled(one, on)
