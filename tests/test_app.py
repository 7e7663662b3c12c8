"""The composed program: it opens without what it can do without, and keeps what it should."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from neuroviz import app as composition
from neuroviz.options import Options
from neuroviz.panels.digits.panel import DigitsPanel
from neuroviz.ui import i18n
from neuroviz.ui.problem_card import ProblemCard
from neuroviz.ui.settings import Settings, SettingsFile
from neuroviz.ui.theme import set_theme, theme
from neuroviz.ui.window import MainWindow


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    yield
    set_theme("dark")
    i18n.install(qapp, "en")


@pytest.fixture
def closing(qapp: QApplication) -> Iterator[QTimer]:
    """Closes the window as soon as the event loop runs."""
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(qapp.closeAllWindows)
    timer.start(50)
    yield timer
    timer.stop()
    for window in qapp.topLevelWidgets():
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def stored(folder: Path) -> dict[str, object]:
    found = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_it_opens_closes_and_keeps_its_settings(tmp_path: Path, closing: QTimer) -> None:
    assert composition.run(Options(settings_folder=tmp_path)) == 0
    assert stored(tmp_path)["room"] == "digits"


def test_without_a_font_for_chinese_it_says_so_in_english(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "lacks_font", lambda code: code == "zh_CN")
    window = composition.compose(qapp, Settings())
    window.show()
    assert not window.toast.isVisible()
    window.set_language("zh_CN")
    assert window.toast.isVisible()
    assert window.toast.sentence().isascii()
    close(window)


def test_the_net_that_was_chosen_answers_on_every_page_the_next_time(qapp: QApplication) -> None:
    stale = {"net": "CNN"}  # what a page remembers from before another net was chosen
    window = composition.compose(qapp, Settings(net="MLP", knobs={"digits": stale, "digits.mine": stale}))
    window.show()
    for page in ("digits.mine", "digits"):
        window.show_room(page)
        panel = window.rooms.panel()
        assert panel is not None
        assert panel.context.workspace.current("net") == "MLP"
    assert window.present().net == "MLP"
    close(window)


def test_safe_mode_knows_and_keeps_nothing(tmp_path: Path, closing: QTimer) -> None:
    SettingsFile(tmp_path).save(Settings(theme="light", text_scale=1.6))
    (tmp_path / "session.json").write_text("{broken")
    before = {one.name: one.read_bytes() for one in tmp_path.glob("*.json")}
    assert composition.run(Options(settings_folder=tmp_path, safe_mode=True)) == 0
    assert theme().text_scale == 1.0
    assert {one.name: one.read_bytes() for one in tmp_path.glob("*.json*")} == before


def test_settings_can_be_set_aside(
    tmp_path: Path, closing: QTimer, capsys: pytest.CaptureFixture[str]
) -> None:
    SettingsFile(tmp_path).save(Settings(theme="light", text_scale=1.6))
    assert composition.run(Options(settings_folder=tmp_path, reset_settings=True)) == 0
    assert "settings.json.old" in capsys.readouterr().out
    assert theme().text_scale == 1.0
    assert (tmp_path / "settings.json.old").exists()


@pytest.mark.parametrize("wish", ["room", "folder"])
def test_a_wish_that_cannot_be_granted_is_one_line_and_no_window(
    wish: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.write_text("kept")
    asked = {
        "room": Options(room="nosuch", settings_folder=tmp_path),
        "folder": Options(settings_folder=file),
    }
    assert composition.run(asked[wish]) == 2
    said = capsys.readouterr().err
    assert said.startswith("neuroviz: ")
    assert len(said.splitlines()) == 1
    assert ("digits" if wish == "room" else str(file)) in said
    assert file.read_text() == "kept"


def test_what_the_command_line_asks_holds_this_time_only(tmp_path: Path, closing: QTimer) -> None:
    SettingsFile(tmp_path).save(Settings(theme="dark", language="en", text_scale=1.15))
    asked = Options(theme="light", language="zh_CN", text_size=1.6, settings_folder=tmp_path)
    assert composition.run(asked) == 0
    assert theme().name == "light"
    assert (stored(tmp_path)["theme"], stored(tmp_path)["language"]) == ("dark", "en")
    assert stored(tmp_path)["text_scale"] == 1.15


def test_damaged_settings_are_told_in_the_language_of_the_window(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "settings.json").write_text("{broken", encoding="utf-8")
    file = SettingsFile(tmp_path)
    file.load()
    window = composition.compose(qapp, Settings(language="zh_CN"), file)
    assert "设置" in window.toast.accessibleName()
    close(window)


def test_what_is_set_by_hand_after_that_is_kept(tmp_path: Path, qapp: QApplication) -> None:
    file = SettingsFile(tmp_path)
    window = composition.compose(qapp, Settings(theme="light"), file)
    window.keep_stored({"theme": "dark"})
    window.set_theme("system")
    close(window)
    assert stored(tmp_path)["theme"] == "system"


def test_a_polite_kill_keeps_the_settings(tmp_path: Path, closing: QTimer) -> None:
    closing.timeout.disconnect()
    closing.timeout.connect(partial(os.kill, os.getpid(), signal.SIGTERM))
    assert composition.run(Options(settings_folder=tmp_path)) == 0
    assert stored(tmp_path)["room"] == "digits"
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_without_its_nets_the_room_is_a_card_and_the_window_lives(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "cnn.npz").write_bytes(b"not a net")
    monkeypatch.setattr(composition, "asset", lambda *parts: tmp_path / parts[-1])
    window = composition.compose(qapp, Settings())
    assert "CNN" in caplog.text
    assert "MLP" in caplog.text
    window.show()
    window.tick()
    assert window.rooms.panel() is None
    card = window.rooms.currentWidget().findChild(ProblemCard)
    assert card is not None
    assert "weights" in card.sentence(), "it says which files are missing"
    close(window)


def close(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_keys_of_the_room_work_with_the_focus_in_the_rail(qapp: QApplication) -> None:
    window = composition.compose(qapp, Settings())
    window.show()
    panel = window.rooms.panel()
    assert isinstance(panel, DigitsPanel)
    button = window.rail.foot["half"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_4)
    assert panel.view.pad.drawing().n_points > 0
    assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus
    close(window)
