"""The files of a run, as the visitor has them: a menu, sentences, and a run that goes on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from neuroviz.data.painted import Painted
from neuroviz.panels.training.learn import files
from neuroviz.panels.training.learn.files import RunFiles, settled
from neuroviz.panels.training.page import BUILT
from neuroviz.sims.training import errands
from neuroviz.sims.training.errands import Moment, OpenedRun
from neuroviz.ui import places
from neuroviz.workspace import Workspace
from tests.sims.training.moments import moment, painted

SECONDS = 20_000


class Desk:
    """The menu, what it has said, and what it has opened."""

    def __init__(self, qtbot: QtBot, now: Moment | None) -> None:
        self.now, self._qtbot = now, qtbot
        self.said: list[str] = []
        self.runs: list[OpenedRun] = []
        self.files = RunFiles(lambda: self.now)
        qtbot.addWidget(self.files)
        self.files.said.connect(self.said.append)
        self.files.opened.connect(self.runs.append)
        self.files.show()

    def settle(self) -> str:
        """Until a sentence has been said; that sentence."""
        before = len(self.said)

        def ready() -> bool:
            self.files.collect()
            return len(self.said) > before

        self._qtbot.waitUntil(ready, timeout=SECONDS)
        return self.said[-1]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    places.remember(tmp_path)
    made = Desk(qtbot, moment())
    yield made
    made.files.end()
    places.remember("")


def test_a_run_is_saved_and_opened(desk: Desk, tmp_path: Path) -> None:
    desk.files.write(errands.write_run_of, ".nvrun", str(tmp_path / "a"))
    assert not desk.files.button.isEnabled()
    assert desk.settle() == f"Saved as {tmp_path / 'a.nvrun'}"
    assert desk.files.button.isEnabled()
    desk.files.read(tmp_path / "a.nvrun")
    assert desk.settle() == "Opened a.nvrun: 20 steps, standing at 20."
    assert desk.runs[0].past.step == 20


def test_a_script_says_what_has_to_lie_beside_it(desk: Desk, tmp_path: Path) -> None:
    desk.files.write(errands.write_script_of, ".py", str(tmp_path / "s.PY"))
    said = desk.settle()
    assert "s.PY" in said
    assert "s-data.npz" in said
    assert (tmp_path / "s-data.npz").exists()


@pytest.mark.parametrize(("write", "ending"), [
    (errands.write_run_of, ".nvrun"), (errands.write_weights_of, ".npz"), (errands.write_curves_of, ".csv"),
    (errands.write_script_of, ".py"),
])  # fmt: skip
def test_what_cannot_be_saved_is_said(write: Any, ending: str, desk: Desk, tmp_path: Path) -> None:
    desk.files.write(write, ending, str(tmp_path / "none" / "a"))
    assert "could not be saved" in desk.settle()


def test_what_cannot_be_opened_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.nvrun").write_bytes(b"hello")
    desk.files.read(tmp_path / "a.nvrun")
    assert "a.nvrun is another kind of file" in desk.settle()
    desk.files.read(tmp_path / "b.nvrun")
    assert "not there" in desk.settle()
    assert desk.runs == []


def test_a_mistake_of_ours_is_said_too(
    desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_moment: Moment, _path: Path) -> tuple[Path, ...]:
        raise ZeroDivisionError

    desk.files.write(broken, ".csv", str(tmp_path / "a"))
    assert "NeuroViz itself" in desk.settle()
    assert "ZeroDivisionError" in caplog.text
    assert desk.files.button.isEnabled()


def test_opening_can_be_given_up_at_once(
    desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def slow(_path: Path) -> Iterator[float]:
        yield 0.25
        gate.wait(10)
        yield 0.5

    monkeypatch.setattr(errands, "opening", slow)
    monkeypatch.setattr(files, "_SOON_MS", 0)
    desk.files.read(tmp_path / "a.nvrun")
    qtbot.waitUntil(lambda: desk.files.collect() or desk.files.work.isVisible(), timeout=SECONDS)
    assert desk.files.work.text() == "Opening a.nvrun…"
    desk.files.work.button.click()
    assert desk.said == ["a.nvrun was not opened."]
    assert not desk.files.work.isVisible()
    assert desk.files.button.isEnabled()
    gate.set()


def test_what_can_be_saved_is_what_there_is(desk: Desk) -> None:
    menu = desk.files
    for now, save, script in ((moment(), True, True), (moment(0, ()), True, False), (None, False, False)):
        desk.now = now
        menu.menu.aboutToShow.emit()
        actions = menu.open, menu.save, menu.weights, menu.curves, menu.script
        assert [one.isEnabled() for one in actions] == [True, save, save, save, script]


@pytest.mark.parametrize(("ask", "name"), [
    ("ask_to_save_run", "circles-20.nvrun"), ("ask_for_weights", "circles-20-weights.npz"),
    ("ask_for_curves", "circles-20-curves.csv"), ("ask_for_script", "circles-20.py"),
])  # fmt: skip
def test_a_name_is_proposed_and_taken(ask: str, name: str, desk: Desk, tmp_path: Path) -> None:
    getattr(desk.files, ask)()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog))
    assert Path(dialog.selectedFiles()[0]).name == name
    dialog.fileSelected.emit(str(tmp_path / name))
    dialog.close()
    assert name in desk.settle()
    assert (tmp_path / name).stat().st_size > 100


def test_the_kind_of_weights_gives_the_name_its_ending(desk: Desk, tmp_path: Path) -> None:
    desk.files.ask_for_weights()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog))
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    chosen = dialog.selectedFiles()[0]
    assert chosen.endswith("circles-20-weights.safetensors")
    dialog.fileSelected.emit(chosen)
    dialog.close()
    desk.settle()
    assert (tmp_path / "circles-20-weights.safetensors").exists()


def test_it_speaks_anew(desk: Desk) -> None:
    QApplication.sendEvent(desk.files, QEvent(QEvent.Type.LanguageChange))
    assert all(action.text() for action in (desk.files.open, desk.files.script))
    assert desk.files.button.accessibleDescription()


def test_opened_data_never_takes_the_place_of_other_data(desk: Desk, tmp_path: Path) -> None:
    desk.now = moment(source=painted())
    desk.files.write(errands.write_run_of, ".nvrun", str(tmp_path / "a"))
    desk.settle()
    desk.files.read(tmp_path / "a.nvrun")
    desk.settle()
    found, space = desk.runs[0], Workspace()
    assert settled(space, found).task.source == "mine"
    first = space.get("data", "mine")
    assert settled(space, found).task.source == "mine"
    assert (space.names("data"), space.get("data", "mine")) == (("mine",), first)
    other = Painted(painted().points[:30])
    space.put("data", "mine", other)
    recipe = settled(space, found)
    assert recipe.task.source == "mine (2)"
    assert space.get("data", "mine") is other
    assert space.get("task", BUILT) == (recipe.task, space.get("data", "mine (2)"), found.task)
