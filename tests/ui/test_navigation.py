"""The rail: only what exists, in order, reachable by keyboard, marked by more than colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.ui import i18n
from neuroviz.ui.controls import Words
from neuroviz.ui.navigation import Rail
from tests.ui.rooms import spec

SPECS = (spec("training", 4, 0), spec("layers", 3, 1), spec("digits", 3, 0), spec("strange", 6, 0))


@pytest.fixture
def rail(qtbot: QtBot) -> Rail:
    made = Rail(SPECS)
    qtbot.addWidget(made)
    made.resize(220, 700)
    made.show()
    return made


def chapters(rail: Rail) -> list[str]:
    return [words.text() for words in rail.findChildren(Words) if words.text()[:1].isdigit()]


def test_chapters_with_rooms_in_their_order(rail: Rail) -> None:
    assert rail.rooms() == ("digits", "layers", "training", "strange")
    assert chapters(rail) == ["3  Neural nets", "4  Learning", "6  Can a large enough net do everything?"]
    heights = [rail.button(room).mapTo(rail, rail.rect().topLeft()).y() for room in rail.rooms()]
    assert heights == sorted(heights)


def test_a_click_asks_and_does_not_decide(rail: Rail, qtbot: QtBot) -> None:
    rail.set_current("digits")
    with qtbot.waitSignal(rail.room_asked) as asked:
        qtbot.mouseClick(rail.button("layers"), Qt.MouseButton.LeftButton)
    assert asked.args == ["layers"]
    assert rail.button("digits").isChecked()
    assert not rail.button("layers").isChecked()


def test_arrows_move_the_focus_and_enter_opens(rail: Rail, qtbot: QtBot) -> None:
    rail.activateWindow()
    first = rail.button("digits")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert rail.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert rail.focusWidget() is rail.button("layers")
    with qtbot.waitSignal(rail.room_asked) as asked:
        qtbot.keyClick(rail.button("layers"), Qt.Key.Key_Return)
    assert asked.args == ["layers"]


def test_the_current_room_is_marked_by_more_than_colour(rail: Rail) -> None:
    button = rail.button("digits")
    before = button.grab().toImage()
    rail.set_current("digits")
    after = button.grab().toImage()
    changed = {
        x
        for x in range(after.width())
        for y in range(after.height())
        if after.pixelColor(x, y).lightness() - before.pixelColor(x, y).lightness() > 60
    }
    assert any(x < 6 for x in changed), "no bar at the left"
    assert any(x > 40 for x in changed), "the title is not bolder"


def test_folded_it_keeps_numbers_icons_and_names(rail: Rail) -> None:
    wide = rail.width()
    rail.set_folded(True)
    assert rail.width() < wide / 2
    assert chapters(rail) == ["3", "4", "6"]
    assert rail.button("digits").accessibleName() == "Digits"
    assert "Neural nets" in rail.button("digits").toolTip()
    assert rail.foot["more"].isVisible()
    rail.set_folded(False)
    assert rail.width() == wide


def test_it_follows_the_language(rail: Rail, qapp: QApplication) -> None:
    i18n.install(qapp, "zh_CN")
    qapp.processEvents()
    assert chapters(rail)[0] == "3  神经网络"
    assert rail.foot["language"].accessibleName() == "语言"


def test_every_button_has_a_name(rail: Rail) -> None:
    assert all(button.accessibleName() for button in rail.foot.values())
