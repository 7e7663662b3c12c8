"""Data of the visitor's own is there again after a restart; or it is said why not, and how to get it back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from neuroviz import panels
from neuroviz.data.tables import Chosen
from neuroviz.data.tasks import BUILT_IN
from neuroviz.io import own_data
from neuroviz.panels.training.own_files import OwnFile, remembered
from neuroviz.panels.training.page import TrainingPage
from neuroviz.panels.training.task.names import PAINTED
from neuroviz.panels.training.task.panel import TaskPanel
from neuroviz.ui.room import Context, PanelSpec
from neuroviz.ui.rooms import Rooms
from tests.panels.host import SECONDS, Host, opened, spec_of, workspace
from tests.panels.test_task_page import csv

PAGES = ("training", "training.task", "training.net", "training.step", "training.many")


@contextmanager
def page(name: str, memory: dict[str, Any], qtbot: QtBot) -> Iterator[Host]:
    """A page of a program that was started anew, with what it remembers."""
    spec = spec_of(name)
    plain = json.loads(json.dumps(memory))  # as a file gives it back
    again: PanelSpec = replace(spec, widget=lambda context: spec.widget(replace(context, memory=plain)))
    with opened(again, qtbot) as host:
        yield host


def training(host: Host) -> TrainingPage:
    assert isinstance(host.panel, TrainingPage)
    return host.panel


def task_page(host: Host) -> TaskPanel:
    assert isinstance(host.panel, TaskPanel)
    return host.panel


def brought(path: Path, qtbot: QtBot, other: str = "") -> tuple[dict[str, Any], TrainingPage]:
    """Open it in Task; what is remembered of that, and the page as it was."""
    with opened(spec_of("training.task"), qtbot) as host:
        panel = task_page(host)
        panel.opening.open(str(path), other)
        host.settle(lambda: panel.source() is not None and panel.task() is not None)
        return panel.memory(), panel


def heard(panel: TrainingPage) -> list[str]:
    said: list[str] = []
    panel.notice.connect(said.append)
    return said


@pytest.mark.parametrize("name", PAGES)
def test_every_page_finds_the_table_again_as_it_was_chosen(name: str, qtbot: QtBot, tmp_path: Path) -> None:
    path = csv(tmp_path / "flowers.csv")
    with opened(spec_of("training.task"), qtbot) as host:
        panel = task_page(host)
        panel.opening.open(str(path), "")
        host.settle(lambda: panel.task() is not None and panel.source() is not None)
        chosen = panel.source()
        panel._on_columns(replace(chosen, inputs=("width", "kind"), target="length", kind="values"))
        host.settle(lambda: panel.task() is not None and panel.task().n_in == 3)  # type: ignore[union-attr]
        before, recipe, memory = panel.task(), panel.recipe(), panel.memory()
    with page(name, memory, qtbot) as host:
        again = training(host)
        said = heard(again)
        assert again.recipe().task == recipe.task
        host.settle(lambda: again.task() is not None)
        source, task = again.source(), again.task()
        assert isinstance(source, Chosen)
        assert (source.inputs, source.target, source.kind) == (("width", "kind"), "length", "values")
        assert before is not None
        assert task is not None
        assert task.name == before.name
        np.testing.assert_array_equal(task.train.x, before.train.x)
        np.testing.assert_array_equal(task.test.y, before.test.y)
        assert again.recipe().to_dict() == recipe.to_dict()
        assert said == []
        assert again.memory()["room"]["files"] == memory["room"]["files"]


def _folder(root: Path) -> Path:
    rng = np.random.default_rng(2)
    for kind in ("cats", "dogs"):
        (root / "pets" / kind).mkdir(parents=True)
        for i in range(12):
            grey = np.ascontiguousarray(rng.integers(0, 255, (20, 20), np.uint8))
            image = QImage(grey.data, 20, 20, 20, QImage.Format.Format_Grayscale8)
            assert image.save(str(root / "pets" / kind / f"{i}.png"))
    return root / "pets"


def _pair(root: Path) -> Path:
    rng = np.random.default_rng(1)
    np.save(root / "a.npy", rng.integers(0, 256, (60, 8, 8), np.uint8))
    np.save(root / "b.npy", np.arange(60) % 3)
    return root / "a.npy"


def _archive(root: Path) -> Path:
    rng = np.random.default_rng(1)
    np.savez(root / "c.npz", images=rng.integers(0, 256, (60, 8, 8), np.uint8), labels=np.arange(60) % 3)
    return root / "c.npz"


@pytest.mark.parametrize("make", [_folder, _pair, _archive], ids=["folder", "two files", "archive"])
def test_pictures_are_found_again(make: Any, qtbot: QtBot, tmp_path: Path) -> None:
    path = make(tmp_path)
    other = str(tmp_path / "b.npy") if make is _pair else ""
    memory, before = brought(path, qtbot, other)
    with page("training", memory, qtbot) as host:
        again = training(host)
        said = heard(again)
        host.settle(lambda: again.task() is not None)
        assert again.task() is not None
        assert before.task() is not None
        np.testing.assert_array_equal(again.task().train.x, before.task().train.x)  # type: ignore[union-attr]
        assert said == []


def test_a_file_that_has_changed_is_learned_as_it_is_now_and_that_is_said(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = csv(tmp_path / "flowers.csv")
    memory, _ = brought(path, qtbot)
    path.write_text(path.read_text() + "\n1,2,a\n3,1,c")
    with page("training", memory, qtbot) as host:
        panel = training(host)
        said = heard(panel)
        host.settle(lambda: panel.task() is not None and bool(said))
        assert said == ["flowers.csv has changed since then: it is learned as it is now."]
        assert len(panel.source().table) == 62
        assert panel.recipe().plan().shapes[-1] == (3,), "the net is fitted: there is one more class"


def test_columns_that_are_gone_are_replaced_and_that_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    path = csv(tmp_path / "flowers.csv")
    memory, _ = brought(path, qtbot)
    path.write_text("a,b\n" + "\n".join(f"{i * i % 7},{i % 5}.5" for i in range(60)))
    with page("training", memory, qtbot) as host:
        panel = training(host)
        said = heard(panel)
        host.settle(lambda: panel.task() is not None and bool(said))
        assert "columns" in said[0]
        assert panel.source().target == "b"


@pytest.mark.parametrize("harm", ["gone", "broken", "folder"])
@pytest.mark.parametrize("name", ["training", "training.net"])
def test_without_the_file_there_are_other_examples_and_one_sentence(
    name: str, harm: str, qtbot: QtBot, tmp_path: Path
) -> None:
    path = csv(tmp_path / "flowers.csv")
    memory, _ = brought(path, qtbot)
    path.unlink()
    if harm == "broken":
        path.write_text("a,b\n1\n")
    elif harm == "folder":
        path.mkdir()
    with page(name, memory, qtbot) as host:
        panel = training(host)
        said = heard(panel)
        host.settle(lambda: panel.task() is not None)
        host.settle(lambda: bool(said))
        assert panel.recipe().task.source in BUILT_IN
        assert "flowers.csv" in said[0]
        assert said[0].endswith("choose it once more on the page Task.")
        host.panel.tick()
        assert len(said) == 1
        kept = panel.memory()["room"]["files"]
        assert [one["name"] for one in kept] == ["flowers"], "it may be there again next time"


def test_what_is_gone_can_be_located_with_its_columns(qtbot: QtBot, tmp_path: Path) -> None:
    path = csv(tmp_path / "flowers.csv")
    memory, _ = brought(path, qtbot)
    memory["room"]["files"][0] |= {"inputs": ["kind"], "target": "length", "answers": "values"}
    (tmp_path / "elsewhere").mkdir()
    moved = shutil.move(path, tmp_path / "elsewhere" / "renamed.csv")
    with page("training.task", memory, qtbot) as host:
        panel = task_page(host)
        host.settle(lambda: panel.task() is not None)
        assert panel.recipe().task.source in BUILT_IN
        assert panel.findChild(QFileDialog) is None, "nobody has asked for it yet"
        assert "flowers" in panel.view.gallery._names
        panel._on_chosen("flowers")
        host.settle(lambda: panel.findChild(QFileDialog) is not None)
        dialog = panel.findChild(QFileDialog)
        assert dialog is not None
        assert dialog.windowTitle() == "Where is flowers.csv?"
        assert panel.recipe().task.source in BUILT_IN
        dialog.fileSelected.emit(str(moved))
        dialog.reject()
        host.settle(lambda: panel.recipe().task.source == "flowers" and panel.task() is not None)
        assert panel.source().target == "length"
        assert panel.source().inputs == ("kind",)
        kept = panel.memory()["room"]["files"]
        assert [(one["name"], one["path"]) for one in kept] == [("flowers", str(moved))]


def test_other_data_waits_in_the_gallery_and_is_read_when_it_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    path = csv(tmp_path / "flowers.csv")
    memory, _ = brought(path, qtbot)
    recipe = memory["room"]["recipe"]
    recipe["task"]["source"] = "spirals"
    recipe["input_shape"] = [2]
    with page("training.task", memory, qtbot) as host:
        panel = task_page(host)
        host.settle(lambda: panel.task() is not None)
        assert panel.context.workspace.names("data") == ("painted",)
        panel._on_chosen("flowers")
        host.settle(lambda: panel.task() is not None and panel.recipe().task.source == "flowers")
        assert panel.recipe().plan().shapes[-1] == (2,)
        panel.view.gallery.forgotten.emit("flowers")
        assert panel.memory()["room"]["files"] == []
        assert path.exists()


def test_a_page_can_be_left_and_closed_while_it_reads(qtbot: QtBot, tmp_path: Path) -> None:
    memory, _ = brought(csv(tmp_path / "flowers.csv"), qtbot)
    with page("training", memory, qtbot) as host:
        panel = training(host)
        assert panel._reopening.name == "flowers"
        panel.leave()
        panel.enter()
        host.settle(lambda: panel.task() is not None)
    with page("training", memory, qtbot) as host:
        assert training(host)._reopening.name == "flowers"


def test_the_screen_does_not_touch_the_disc(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touched: list[Path] = []
    monkeypatch.setattr(Path, "stat", lambda path, **_: touched.append(path))
    monkeypatch.setattr(own_data, "reading", lambda path, *_: touched.append(path))
    pieces = OwnFile("/far/away.csv").reading()
    assert next(pieces) == 0.0
    assert touched == []


def test_data_that_came_with_a_run_is_said_to_be_gone(qtbot: QtBot, tmp_path: Path) -> None:
    memory, _ = brought(csv(tmp_path / "flowers.csv"), qtbot)
    memory["room"]["files"] = []
    with page("training", memory, qtbot) as host:
        panel = training(host)
        said = heard(panel)
        host.settle(lambda: panel.task() is not None)
        assert panel.recipe().task.source == "spirals"
        assert len(said) == 1
        assert "not kept" in said[0]


def test_what_was_opened_on_one_page_is_there_on_another_after_a_restart(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = csv(tmp_path / "flowers.csv")
    memories: dict[str, Any] = {}
    room = next(one for one in panels.discover() for page in one.all() if page.id == "training")
    for seen in ("training.task", "training"):
        rooms = Rooms([room], Context(workspace()), memories)
        qtbot.addWidget(rooms)
        rooms.show()
        rooms.show_room(seen)
        panel = rooms.panel()
        assert isinstance(panel, TrainingPage)
        if isinstance(panel, TaskPanel):
            panel.opening.open(str(path), "")

        def there(rooms: Rooms = rooms, panel: TrainingPage = panel) -> bool:
            rooms.tick()
            return panel.source() is not None and panel.task() is not None

        qtbot.waitUntil(there, timeout=SECONDS)
        memories = json.loads(json.dumps(rooms.memories()))
        assert list(memories["training"]["room"]) == ["recipe", "painted", "files", "run"]
        assert "room" not in memories.get("training.task", {})
        rooms.shut()


GOOD = {"name": "a", "path": "/a.csv", "other": "", "side": 28, "stamp": [1, 2], "n": 3, "inputs": ["x"],
        "target": "y", "answers": ""}  # fmt: skip
BAD: dict[str, Any] = {
    "no list": {"a": GOOD}, "none": None, "no mapping": [3], "no name": [{**GOOD, "name": ""}],
    "name of a number": [{**GOOD, "name": 3}], "no path": [{**GOOD, "path": ""}],
    "path of a list": [{**GOOD, "path": ["/a"]}], "long": [{**GOOD, "path": "a" * 10_000}],
    "stamp of words": [{**GOOD, "stamp": ["a"]}], "stamp of a number": [{**GOOD, "stamp": 7}],
    "negative": [{**GOOD, "n": -1}], "no count": [{**GOOD, "n": None}], "yes": [{**GOOD, "side": True}],
    "inputs of numbers": [{**GOOD, "inputs": [1]}], "inputs of a word": [{**GOOD, "inputs": "xy"}],
    "answers": [{**GOOD, "answers": "magic"}],
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_nonsense_in_the_memory_is_left_out(case: str) -> None:
    assert remembered(BAD[case]) == {}


def test_what_makes_sense_is_kept_whatever_stands_beside_it() -> None:
    many = [3, GOOD, {**GOOD, "name": "b", "side": 10**6}, *({**GOOD, "name": f"c{i}"} for i in range(99))]
    found = remembered(many)
    assert found["a"] == OwnFile("/a.csv", "", 28, (1, 2), 3, ("x",), "y")
    assert found["b"].side == 28
    assert len(found) < 31


def _tiles(panel: TaskPanel) -> list[str]:
    """The visitor's own in the gallery."""
    return [name for name in panel.view.gallery._names if name not in BUILT_IN and name != PAINTED]


def test_a_file_opened_again_is_the_same_tile(qtbot: QtBot, tmp_path: Path) -> None:
    path, other = csv(tmp_path / "flowers.csv"), tmp_path / "copy.csv"
    shutil.copy(path, other)
    with opened(spec_of("training.task"), qtbot) as host:
        panel = task_page(host)
        panel.opening.open(str(path), "")
        host.settle(lambda: panel.task() is not None and panel.source() is not None)
        panel._on_columns(replace(panel.source(), inputs=("width", "kind"), target="length", kind="values"))
        host.settle(lambda: panel.task() is not None)
        first, recipe = panel.source(), panel.recipe()
        for again in (path, other):
            panel.opening.open(str(again), "")
            host.settle(lambda: not panel.opening._run.begun)
            assert (_tiles(panel), panel.recipe()) == (["flowers"], recipe)
            assert panel.source() is first, "nothing begins anew: it is the same data"
        path.write_text(path.read_text() + "\n1,2,a")
        panel.opening.open(str(path), "")
        host.settle(lambda: len(panel.source().table) == 61)
        assert _tiles(panel) == ["flowers", "flowers (2)"], "the first is now that of the other path"


def test_a_file_that_has_changed_takes_the_place_of_what_was_read_before(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = csv(tmp_path / "flowers.csv")
    with opened(spec_of("training.task"), qtbot) as host:
        panel = task_page(host)
        panel.opening.open(str(path), "")
        host.settle(lambda: panel.task() is not None and panel.source() is not None)
        path.write_text(path.read_text() + "\n1,2,a")
        panel.opening.open(str(path), "")
        host.settle(lambda: len(panel.source().table) == 61)
        assert _tiles(panel) == ["flowers"]
        panel.acts.undo()
        assert len(panel.source().table) == 60


def test_reading_a_file_moves_no_tile_and_pictures_are_no_table(qtbot: QtBot, tmp_path: Path) -> None:
    table, pictures = csv(tmp_path / "flowers.csv"), _archive(tmp_path)
    with opened(spec_of("training.task"), qtbot) as host:
        panel = task_page(host)
        for path, n in ((table, 1), (pictures, 2)):
            panel.opening.open(str(path), "")
            host.settle(lambda n=n: len(_tiles(panel)) == n and panel.task() is not None)  # type: ignore[misc]
        panel._on_chosen("spirals")
        memory = panel.memory()
    with page("training.task", memory, qtbot) as host:
        panel = task_page(host)
        gallery = panel.view.gallery
        assert gallery._small["flowers"].images is None
        assert gallery._small["c"].images is not None
        at = gallery._names.index("c")
        gallery._at = at
        gallery.chosen.emit("c")
        host.settle(lambda: panel.source() is not None and panel.task() is not None)
        assert (_tiles(panel), gallery._names[gallery._at]) == (["flowers", "c"], "c")
