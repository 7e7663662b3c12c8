"""By keyboard: Tab reaches all that can be used and is never caught, F6 goes round, all is heard."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from neuroviz import panels
from neuroviz.app import compose
from neuroviz.panels.digits.panel import DigitsPanel
from neuroviz.ui import regions
from neuroviz.ui.knob_slider import KnobSlider
from neuroviz.ui.mind import MindStrip
from neuroviz.ui.picture_row import PictureRow
from neuroviz.ui.settings import Settings
from neuroviz.ui.shortcut_sheet import ShortcutSheet, shortcuts
from neuroviz.ui.theme import set_theme
from neuroviz.ui.window import MainWindow

SECONDS = 20_000
TOO_MANY = 400  # stops of Tab


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    made = compose(qapp, Settings(language="en", theme="dark", room="digits"))
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    panel = made.rooms.panel("digits")
    assert isinstance(panel, DigitsPanel)
    panel.pose()
    qtbot.waitUntil(panel.posed, timeout=SECONDS)
    panel.tick()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def walk(window: MainWindow, key: Qt.Key, *, modifier: Qt.KeyboardModifier) -> list[QWidget]:
    """All stops until the first comes again."""
    stops = [focused()]
    for _ in range(TOO_MANY):
        before = focused()
        QTest.keyClick(before, key, modifier)
        now = focused()
        assert now is not before, f"caught in {type(now).__name__} {now.accessibleName()!r}"
        if now is stops[0]:
            return stops
        stops.append(now)
    raise AssertionError("it never comes round")


def reachable(window: MainWindow) -> set[QWidget]:
    """All that a mouse can use and a keyboard must reach."""
    found = set()
    for one in window.findChildren(QWidget):
        if isinstance(one, QAbstractScrollArea) or one.window() is not window:
            continue
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.add(one)
    return found


def places(stops: list[QWidget]) -> list[int]:
    """The regions that Tab comes through, each once for a stretch."""
    found: list[int] = []
    for one in stops:
        region = regions.region_of(one)
        if region is not None and (not found or found[-1] != region.property("region")):
            found.append(region.property("region"))
    return found


@pytest.mark.parametrize("forward", [True, False], ids=["Tab", "Shift+Tab"])
def test_tab_reaches_everything_and_comes_round(window: MainWindow, forward: bool) -> None:
    key = Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab
    modifier = Qt.KeyboardModifier.NoModifier if forward else Qt.KeyboardModifier.ShiftModifier
    stops = walk(window, key, modifier=modifier)
    missed = reachable(window) - set(stops)
    assert {type(one).__name__ + " " + one.accessibleName() for one in missed} == set()
    assert all(one.accessibleName() or getattr(one, "text", str)() for one in stops if one is not stops[0])


def test_tab_goes_from_the_pad_over_knobs_presets_and_time_to_the_head_and_the_rail(
    window: MainWindow,
) -> None:
    panel = window.rooms.panel()
    assert isinstance(panel, DigitsPanel)
    panel.view.pad.setFocus()
    stops = walk(window, Qt.Key.Key_Tab, modifier=Qt.KeyboardModifier.NoModifier)
    order = places([one for one in stops if one is not panel])
    assert order == [
        regions.PAD,
        regions.PICTURE,
        regions.KNOBS,
        regions.PRESETS,
        regions.TRANSPORT,
        regions.TABS,
        regions.RAIL,
    ]


def test_f6_goes_round_the_regions_and_back(window: MainWindow) -> None:
    panel = window.rooms.panel()
    assert isinstance(panel, DigitsPanel)
    panel.view.pad.setFocus()
    seen = []
    for _ in range(8):
        region = regions.region_of(focused())
        assert region is not None
        seen.append(region.property("region"))
        QTest.keyClick(focused(), Qt.Key.Key_F6)
    assert seen[0] == seen[7]
    assert sorted(set(seen)) == list(range(7))
    now = regions.region_of(focused())
    QTest.keyClick(focused(), Qt.Key.Key_F6)
    QTest.keyClick(focused(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert regions.region_of(focused()) is now


def picture_of(one: QWidget, focus: bool, elsewhere: QWidget) -> np.ndarray:
    (one if focus else elsewhere).setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    image = one.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1).copy()


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
def test_the_focus_is_seen_on_everything(window: MainWindow, theme: str) -> None:
    set_theme(theme)
    QApplication.processEvents()
    panel = window.rooms.panel()
    assert panel is not None
    unseen = []
    for one in reachable(window) - {panel}:
        with_focus, without = picture_of(one, True, panel), picture_of(one, False, panel)
        changed = np.abs(with_focus.astype(int) - without).reshape(len(without), -1, 4)[..., :3].max(axis=2)
        if (changed > 40).sum() < 12:
            unseen.append(f"{type(one).__name__} {one.accessibleName()}")
    assert unseen == []


def test_the_strip_is_sought_by_keyboard_and_tells_where_it_is(qtbot: QtBot) -> None:
    strip = MindStrip()
    qtbot.addWidget(strip)
    strip.resize(400, 60)
    strip.set_curve(np.array([[0.9, 0.1], [0.5, 0.5], [0.2, 0.8]]))
    with qtbot.waitSignal(strip.sought) as sought:
        QTest.keyClick(strip, Qt.Key.Key_End)
    assert sought.args == [3]
    assert "1: 80" in strip.accessibleDescription()
    QTest.keyClick(strip, Qt.Key.Key_Left)
    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert strip.position() == 1
    assert "0: 90" in strip.accessibleDescription()


def test_the_steps_of_the_preparation_are_switched_by_keyboard(window: MainWindow) -> None:
    (row,) = window.findChildren(PictureRow)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Left)
    assert row.accessibleDescription().endswith("cropped: on")
    QTest.keyClick(row, Qt.Key.Key_Right)
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.accessibleDescription().endswith("20 × 20: off")
    assert not row.recipe().scale
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.recipe().scale


def test_a_slider_is_told_with_its_number_and_unit(window: MainWindow) -> None:
    slider = next(one for one in window.findChildren(KnobSlider) if one.accessibleName() == "Pen width")
    assert slider.accessibleDescription().startswith("8 %")
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.accessibleDescription().startswith("9 %")


def test_the_sheet_of_shortcuts_lists_what_the_window_does(window: MainWindow) -> None:
    window.menu.action("shortcuts").trigger()
    (sheet,) = window.findChildren(ShortcutSheet)
    listed = " ".join(keys for _, group in shortcuts(window.rooms.panel()) for keys, _ in group)
    for name in ("F1", "F6", "F10", "F11", "Ctrl+C", "Ctrl+S", "Ctrl+Z", "0", "R", "Del", "?"):
        assert name in listed.split() or name in listed, name
    assert [heading.text() for heading in sheet.headings][:2] == ["Room", "Drawing pad"]
    sheet.close()


def test_a_room_adds_its_own_keys_to_the_sheet(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = window.rooms.panel()
    assert panel is not None
    monkeypatch.setattr(panel, "shortcuts", lambda: (("G", "guess"),))
    assert shortcuts(panel)[-1] == ("Digits", (("G", "guess"),))


def test_there_is_a_digits_room() -> None:
    assert any(spec.id == "digits" for spec in panels.discover())
