"""After a choice, a number or a click the keys are the room's again; Tab still reaches everything."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from neuroviz.runtime import Knob
from neuroviz.ui.choices import ChoiceBox, Segmented, Toggle
from neuroviz.ui.focus import is_room, key_within, leave_keys
from neuroviz.ui.number_box import NumberBox


class Room(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        is_room(self)
        self.choice, self.button = ChoiceBox(), QPushButton()
        self.segments, self.toggle = Segmented(), Toggle()
        self.number = NumberBox(Knob(0, 0, 99, integer=True))
        self.choice.addItems(["one", "two"])
        self.side = QWidget(self)
        column = QVBoxLayout(self.side)
        for one in (self.choice, self.number, self.button, self.segments, self.toggle):
            column.addWidget(one)
        leave_keys(self.side)
        self.segments.set_choices([(i, str(i)) for i in range(3)])  # after the room has been put together


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    made = Room()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_choice_hands_the_keys_back(room: Room, qtbot: QtBot) -> None:
    room.choice.setFocus()
    room.choice.showPopup()
    view = room.choice.view()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert room.choice.currentText() == "two"
    assert room.focusWidget() is room


def test_choosing_with_arrows_keeps_them(room: Room, qtbot: QtBot) -> None:
    room.choice.setFocus()
    qtbot.keyClick(room.choice, Qt.Key.Key_Down)
    assert room.choice.currentText() == "two"
    assert room.focusWidget() is room.choice


@pytest.mark.parametrize(("key", "value"), [(Qt.Key.Key_Return, 7), (Qt.Key.Key_Escape, 0)])
def test_a_number_is_taken_or_given_up_and_the_keys_go_back(
    room: Room, qtbot: QtBot, key: Qt.Key, value: int
) -> None:
    room.number.setFocus()
    qtbot.keyClicks(room.number, "7")
    qtbot.keyClick(room.number, key)
    assert room.number.value() == value
    assert room.focusWidget() is room


def test_a_click_on_a_button_leaves_the_keys_and_tab_reaches_it(room: Room, qtbot: QtBot) -> None:
    room.setFocus()
    qtbot.mouseClick(room.button, Qt.MouseButton.LeftButton)
    assert room.focusWidget() is room
    room.number.setFocus()
    qtbot.keyClick(room.number, Qt.Key.Key_Tab)
    assert room.focusWidget() is room.button


def test_a_click_on_a_segment_or_a_switch_leaves_the_keys(room: Room, qtbot: QtBot) -> None:
    room.setFocus()
    second = room.segments.findChildren(QPushButton)[1]
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(room.toggle, Qt.MouseButton.LeftButton)
    assert room.segments.value() == 1
    assert room.toggle.isChecked()
    assert room.focusWidget() is room
    second.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(second, Qt.Key.Key_Right)
    assert room.segments.value() == 2


def test_a_key_belongs_to_the_room_that_has_the_focus(qtbot: QtBot) -> None:
    window, pressed = QWidget(), []
    rooms = [QLineEdit(window), QLineEdit(window)]
    for number, one in enumerate(rooms):
        key_within(one, Qt.Key.Key_F4, partial(pressed.append, number))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for number, one in enumerate(rooms):
        one.setFocus()
        qtbot.keyClick(one, Qt.Key.Key_F4)
        assert pressed[-1:] == [number]
    assert pressed == [0, 1], "no key is lost as ambiguous, none reaches the other room"


def test_digits_pass_a_list_by(room: Room, qtbot: QtBot) -> None:
    room.choice.setFocus()
    seen: list[int] = []
    room.keyPressEvent = lambda event: seen.append(event.key())  # type: ignore[method-assign]
    qtbot.keyClick(room.choice, Qt.Key.Key_4)
    assert seen == [Qt.Key.Key_4]
    assert room.choice.currentText() == "one"
