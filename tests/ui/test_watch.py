"""Holders hear of their events from outside: none of them overrides `event`."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from neuroviz.ui import dialogs, room_frame, window
from neuroviz.ui.watch import Watch


def test_it_hears_of_its_events_before_they_are_handled_and_lets_them_pass(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    inner = QWidget(outer)
    QVBoxLayout(outer).addWidget(inner)
    heard: list[int] = []
    Watch(outer, QEvent.Type.Show, QEvent.Type.FontChange).seen.connect(lambda: heard.append(1))
    outer.show()
    assert heard == [1]
    assert inner.isVisible()
    QApplication.sendEvent(outer, QEvent(QEvent.Type.FontChange))
    QApplication.sendEvent(inner, QEvent(QEvent.Type.FontChange))
    QApplication.sendEvent(outer, QEvent(QEvent.Type.PaletteChange))
    assert heard == [1, 1]
    assert outer.testAttribute(Qt.WidgetAttribute.WA_WState_Created)


@pytest.mark.parametrize("module", [dialogs, room_frame, window], ids=lambda one: one.__name__)
def test_what_holds_whole_rooms_does_not_override_event(module) -> None:
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    found = [one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and one.name == "event"]
    assert found == []
