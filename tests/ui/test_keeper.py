"""What is set and drawn is on the disc a moment later, whatever happens then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.data import strokes
from neuroviz.data.sheet import Sheet
from neuroviz.scenes import left_run, session
from neuroviz.scenes.session import Session
from neuroviz.ui.keeper import Keeper, set_aside
from neuroviz.ui.settings import Settings, SettingsFile
from neuroviz.ui.shared_pad import NAME, current_sheet
from neuroviz.workspace import Workspace

THREE = Sheet(strokes.digit(3))


def test_a_change_is_written_without_closing_anything(qtbot: QtBot, tmp_path: Path) -> None:
    workspace, now = Workspace(), [Settings(theme="dark")]
    keeper = Keeper(SettingsFile(tmp_path), workspace)
    keeper.begin(lambda: now[0])
    now[0] = Settings(theme="light", room="digits")
    workspace.put("input", NAME, THREE)
    keeper.look()
    qtbot.waitUntil(lambda: (tmp_path / "settings.json").exists() and keeper.path.exists())
    assert SettingsFile(tmp_path).load() == now[0]
    assert session.read(keeper.path).sheet.drawing == THREE.drawing
    keeper.close(now[0])


def test_nothing_is_written_while_nothing_changes(tmp_path: Path, qapp: QApplication) -> None:
    keeper = Keeper(SettingsFile(tmp_path), Workspace())
    keeper.begin(Settings)
    for _ in range(3):
        keeper.look()
    assert list(tmp_path.iterdir()) == []
    keeper.close(Settings())
    assert sorted(one.name for one in tmp_path.iterdir()) == ["session.json", "settings.json"]


def test_the_drawing_is_there_again(tmp_path: Path, qapp: QApplication) -> None:
    session.write(tmp_path / "session.json", Session(THREE))
    workspace = Workspace()
    Keeper(SettingsFile(tmp_path), workspace).restore()
    assert current_sheet(workspace).drawing == THREE.drawing


def test_a_damaged_drawing_is_kept_aside_and_said(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "session.json").write_bytes(b"{broken")
    (tmp_path / "session.json.bad").write_bytes(b"an earlier one")
    workspace = Workspace()
    keeper = Keeper(SettingsFile(tmp_path), workspace)
    keeper.restore()
    assert current_sheet(workspace).empty
    assert "session.json.bad1" in keeper.notice
    assert (tmp_path / "session.json.bad1").read_bytes() == b"{broken"
    assert (tmp_path / "session.json.bad").read_bytes() == b"an earlier one"


def test_a_newer_drawing_is_left_as_it_is(tmp_path: Path, qapp: QApplication) -> None:
    content = json.dumps({"version": 99, "sheet": {"spiral": 1}}).encode()
    (tmp_path / "session.json").write_bytes(content)
    keeper = Keeper(SettingsFile(tmp_path), Workspace())
    keeper.restore()
    keeper.begin(Settings)
    keeper.close(Settings())
    assert (tmp_path / "session.json").read_bytes() == content


def test_a_folder_that_cannot_be_written_does_no_harm(
    tmp_path: Path, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("kept")
    keeper = Keeper(SettingsFile(tmp_path / "file"), Workspace())
    keeper.begin(Settings)
    keeper.close(Settings())
    assert "not kept" in caplog.text
    assert (tmp_path / "file").read_text() == "kept"


def test_beginning_anew_keeps_every_earlier_file(tmp_path: Path) -> None:
    for k in range(2):
        (tmp_path / "settings.json").write_text(str(k))
        (tmp_path / "session.json").write_text(str(k))
        for name in left_run.NAMES:
            (tmp_path / name).write_bytes(b"a run")
        assert len(set_aside(tmp_path)) == 5
    assert (tmp_path / "settings.json.old").read_text() == "0"
    assert (tmp_path / "settings.json.old1").read_text() == "1"
    assert not (tmp_path / "settings.json").exists()
    assert set_aside(tmp_path) == []
