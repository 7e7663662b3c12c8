"""Twice the type in a small window, with the knobs called for: tabs can be read, Escape folds the knobs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.app import compose
from neuroviz.ui.page_tabs import PageTab
from neuroviz.ui.panel import Panel
from neuroviz.ui.settings import Settings


@pytest.mark.parametrize("room", ["digits", "layers"])
def test_tabs_are_readable_beside_opened_knobs_and_escape_folds_them(
    qapp: QApplication, qtbot: QtBot, room: str
) -> None:
    window = compose(qapp, Settings(language="en", theme="dark", text_scale=2.0, room=room))
    window.resize(1280, 720)
    window.show()
    panel = window.rooms.panel()
    assert isinstance(panel, Panel)
    assert not panel.room.knobs_opened
    panel.room.knobs_button.click()
    assert panel.room.knobs_opened
    QApplication.processEvents()
    tabs = panel.room.tabs.findChildren(PageTab)
    assert len(tabs) > 5
    assert all(tab.width() > tab.words_width() for tab in tabs)
    assert all(panel.room.tabs.rect().contains(tab.geometry()) for tab in tabs)
    assert not any(a.geometry().intersects(b.geometry()) for a, b in pairwise(tabs))
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.room.knobs_opened
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
