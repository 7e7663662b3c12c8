"""The file dialog: what lies in a folder is not looked into."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from neuroviz.ui import file_dialog


def test_icons_are_by_what_the_folder_says(qtbot: QtBot, tmp_path: Path) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    (tmp_path / "a.csv").write_text("x,y")
    dialog = file_dialog.ask_to_open(holder, "Open", ["All (*)"], print)
    icons = dialog.iconProvider()
    assert type(icons) is file_dialog._Icons, "Qt's own looks into files on the window's thread"
    assert not icons.icon(QFileInfo(str(tmp_path / "a.csv"))).isNull()
    assert not icons.icon(QFileInfo(str(tmp_path))).isNull()
    assert not icons.icon(QAbstractFileIconProvider.IconType.Drive).isNull()
    assert icons.type(QFileInfo(str(tmp_path / "a.csv"))) == "csv"
    dialog.reject()
