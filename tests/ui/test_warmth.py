"""Charts are imported once, on a thread that ends by itself, and never after the window has closed."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.ui import warmth
from neuroviz.ui.warmth import CHART, Warmth


@pytest.fixture
def imported(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, threading.Thread]]:
    """What was imported, and where; the chart counts as not yet known."""
    found: list[tuple[str, threading.Thread]] = []
    monkeypatch.delitem(sys.modules, CHART, raising=False)
    monkeypatch.setattr(
        "importlib.import_module", lambda name: found.append((name, threading.current_thread()))
    )
    monkeypatch.setattr(warmth, "DELAY_MS", 1)
    return found


def test_it_is_done_once_on_a_thread_that_ends(
    imported: list[tuple[str, threading.Thread]], qapp: QApplication, qtbot: QtBot
) -> None:
    owner = QObject(qapp)
    one = Warmth(owner)
    one.begin()
    qtbot.waitUntil(lambda: len(imported) == 1)
    name, thread = imported[0]
    assert name == CHART
    assert thread is not threading.main_thread()
    qtbot.waitUntil(lambda: not thread.is_alive())
    one.begin()
    one.work()
    one.close()
    one.close()
    assert len(imported) == 1
    owner.deleteLater()


def test_pages_follow_the_charts(
    imported: list[tuple[str, threading.Thread]], qapp: QApplication, qtbot: QtBot
) -> None:
    owner = QObject(qapp)
    one = Warmth(owner, ["a.page", "sys", "another.page"])
    one.begin()
    qtbot.waitUntil(lambda: len(imported) == 3)
    assert [name for name, _ in imported] == [CHART, "a.page", "another.page"]
    one.close()
    owner.deleteLater()


def test_nothing_is_imported_under_a_hand(
    imported: list[tuple[str, threading.Thread]],
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
    qtbot: QtBot,
) -> None:
    held = [Qt.MouseButton.LeftButton]
    monkeypatch.setattr(warmth.QGuiApplication, "mouseButtons", lambda: held[0])
    monkeypatch.setattr(warmth, "_QUIET_MS", 50)
    owner = QObject(qapp)
    one = Warmth(owner, ["a.page"])
    one.begin()
    qtbot.wait(150)
    assert imported == []
    held[0] = Qt.MouseButton.NoButton
    qtbot.waitUntil(lambda: len(imported) == 2)
    qtbot.waitUntil(lambda: one.over)
    one.close()
    owner.deleteLater()


def test_a_window_that_has_closed_imports_nothing(
    imported: list[tuple[str, threading.Thread]], qapp: QApplication, qtbot: QtBot
) -> None:
    owner = QObject(qapp)
    one = Warmth(owner)
    one.begin()
    one.close()
    one.work()
    one.begin()
    qtbot.wait(20)
    assert imported == []
    owner.deleteLater()


def test_what_is_known_is_not_imported_again(
    imported: list[tuple[str, threading.Thread]],
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
    qtbot: QtBot,
) -> None:
    monkeypatch.setitem(sys.modules, CHART, warmth)
    owner = QObject(qapp)
    one = Warmth(owner)
    one.begin()
    qtbot.wait(20)
    one.close()
    assert imported == []
    owner.deleteLater()
