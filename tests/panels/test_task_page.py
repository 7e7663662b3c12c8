"""Task: what is chosen, painted, opened and spoiled becomes the recipe's task, and can be taken back."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from neuroviz.data.tables import Chosen
from neuroviz.panels.training.learn import net_words as learn_words
from neuroviz.panels.training.task import PAGE, showcase
from neuroviz.panels.training.task.names import PAINTED
from neuroviz.panels.training.task.panel import TaskPanel
from neuroviz.ui.room import Context
from tests.panels.host import Host, lay_out, opened, workspace


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[Host]:
    """The page, posed."""
    with opened(PAGE, qtbot) as made:
        made.pose()
        yield made


def panel_of(host: Host) -> TaskPanel:
    """The page itself."""
    assert isinstance(host.panel, TaskPanel)
    return host.panel


def choose(host: Host, name: str) -> TaskPanel:
    """Click on a task, and wait until it is built."""
    panel = panel_of(host)
    panel.view.gallery.chosen.emit(name)
    host.settle(panel.posed)
    return panel


@pytest.mark.parametrize("name", ["blobs", "bumps", "hills", "digits"])
def test_a_chosen_task_comes_with_a_net_that_fits(host: Host, name: str) -> None:
    panel = choose(host, name)
    task, recipe = panel.task(), panel.recipe()
    assert task is not None
    assert task.name == name
    assert recipe.plan().shapes[-1] == (task.n_out,)
    some = task.train.inputs(slice(0, 3)).reshape(-1, *recipe.input_shape)
    assert recipe.net()(some).shape == (3, task.n_out)
    assert panel.data()["counts"].sum() == sum(map(len, (task.train, task.valid, task.test)))


def test_going_from_numbers_to_pictures_and_back_can_be_undone(host: Host) -> None:
    panel = panel_of(host)
    before = panel.recipe()
    choose(host, "digits")
    choose(host, "xor")
    panel.acts.undo()
    assert panel.recipe().task.source == "digits"
    panel.acts.undo()
    assert panel.recipe() is before
    panel.acts.redo()
    assert panel.recipe().task.source == "digits"


def test_a_knob_is_what_the_task_is_asked_for(host: Host) -> None:
    panel = panel_of(host)
    panel.knobs.row("leak")._control.setChecked(True)  # type: ignore[attr-defined]
    assert panel.recipe().task.leak
    host.settle(panel.posed)
    task = panel.task()
    assert task is not None
    assert len(task.train) == 400
    assert "100" in panel.sentence()
    panel.acts.undo()
    assert not panel.recipe().task.leak
    assert not panel.knobs.config().leak
    assert panel.knobs.row("classes").isVisible()
    choose(host, "sine")
    assert not panel.knobs.row("classes").isVisible()
    assert not panel.knobs.row("balance").isVisible()


def test_points_are_painted_by_mouse_and_taken_back(host: Host) -> None:
    panel = choose(host, PAINTED)
    assert panel.fault == "painted-classes"
    scatter = panel.view.scatter
    middle = scatter.rect().center()
    for k, x in ((0, -80), (1, 80)):
        panel.view.brushes._group.button(k).click()
        QTest.mousePress(scatter, Qt.MouseButton.LeftButton, pos=middle + QPoint(x, -60))
        for y in range(-60, 61, 10):
            QTest.mouseMove(scatter, middle + QPoint(x, y))
        QTest.mouseRelease(scatter, Qt.MouseButton.LeftButton, pos=middle + QPoint(x, 60))
    painted = panel.source()
    assert min(painted.counts()) >= 5
    host.settle(panel.posed)
    assert panel.task() is not None
    assert panel.recipe().plan().shapes[-1] == (2,)
    panel.acts.undo()
    assert panel.source().counts() == painted.counts()[:1]
    panel.acts.redo()
    assert panel.source() == painted
    QTest.mouseClick(scatter, Qt.MouseButton.RightButton, pos=middle + QPoint(80, 0))
    assert len(panel.source()) < len(painted)


def test_nothing_painted_has_no_parts_and_nothing_moves_when_it_is_mended(host: Host, qtbot: QtBot) -> None:
    panel = choose(host, "blobs")
    panel.room.set_lines(2)  # as among its tabs
    assert panel.data()
    choose(host, PAINTED)
    view = panel.view
    assert view._fault.isVisible()
    assert "counts" not in panel.data()
    assert not view.parts.accessibleDescription()
    lay_out()
    places = [one.geometry() for one in (view.brushes, view.scatter, view._pictures)]
    panel.set_painted(showcase.face())
    panel._on_painted()
    host.settle(panel.posed)
    assert not view._fault.isVisible()
    assert view.parts.isVisible()
    assert panel.data()["counts"].sum() == len(showcase.face())
    qtbot.wait(1)
    assert [one.geometry() for one in (view.brushes, view.scatter, view._pictures)] == places


def test_points_are_painted_by_keys(host: Host) -> None:
    panel = choose(host, PAINTED)
    scatter = panel.view.scatter
    scatter.setFocus()
    QTest.keyClick(scatter, Qt.Key.Key_Return)
    QTest.keyClick(scatter, Qt.Key.Key_PageDown)
    QTest.keyClick(scatter, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(scatter, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(scatter, Qt.Key.Key_Return)
    assert panel.source().counts() == (1, 1)
    assert "0.32" in scatter.accessibleDescription()
    QTest.keyClick(scatter, Qt.Key.Key_Delete)
    assert panel.source().counts() == (1,)


def test_what_was_painted_is_remembered_and_nonsense_is_not(host: Host, qtbot: QtBot) -> None:
    panel = panel_of(host)
    panel.set_painted(showcase.face())
    memory = panel.memory()
    nan = float("nan")
    bad = [[0, 0], [2, 0, 0], [0, 0, 10], [0, 0, 0.5], ["a", 0, 0], None, [0, nan, 1], [0.5, 0, True]]
    room = {**memory["room"], "painted": [*memory["room"]["painted"], *bad]}
    again = TaskPanel(Context(workspace(), {**memory, "room": room, "side": []}))
    qtbot.addWidget(again)
    assert again.context.workspace.get("data", PAINTED) == showcase.face()
    again.shut()


def csv(path: Path) -> Path:
    """A table of three columns, one of words."""
    rows = [f"{i * i % 17},{i % 5 + 0.5},{'ab'[i % 2]}" for i in range(60)]
    path.write_text("length,width,kind\n" + "\n".join(rows))
    return path


def another(folder: Path, name: str, i: int) -> Path:
    """A table of that name in a folder of its own, with other rows."""
    (folder / f"{i}").mkdir()
    path = csv(folder / f"{i}" / name)
    path.write_text(path.read_text() + "\n1,2,a" * (i + 1))
    return path


def open_(host: Host, path: Path) -> TaskPanel:
    """Drop a file or folder, and wait until it has been read."""
    panel = panel_of(host)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    panel.dropEvent(QDropEvent(QPointF(5, 5), action, mime, button, Qt.KeyboardModifier.NoModifier))
    host.settle(lambda: panel.bring.work.state == "over")
    return panel


def test_a_table_is_opened_and_its_columns_are_chosen(host: Host, tmp_path: Path) -> None:
    panel = open_(host, csv(tmp_path / "flowers.csv"))
    host.settle(panel.posed)
    chosen = panel.source()
    assert isinstance(chosen, Chosen)
    assert panel.recipe().task.source == "flowers"
    assert (chosen.target, chosen.inputs) == ("kind", ("length", "width"))
    columns = panel.view.columns
    item = columns._tree.topLevelItem(1)
    assert item is not None
    item.setSelected(True)
    columns._ask.click()
    assert panel.source().target == "width"
    host.settle(panel.posed)
    task = panel.task()
    assert task is not None
    assert (task.kind, task.n_in, panel.recipe().input_shape) == ("values", 3, (3,))
    assert "/" in item.text(3)
    assert "=" in item.toolTip(4)
    assert item.text(1) == "target: value"
    assert "% of the variance" in panel.view._baseline.text().replace("\N{NARROW NO-BREAK SPACE}", "")
    tree = columns._tree
    for width in (900, 420):
        tree.setFixedWidth(width)
        columns._fit()
        seen = [not tree.isColumnHidden(k) for k in range(7)]
        assert seen[:5] == [True] * 5
        used = sum(tree.columnWidth(k) for k in range(7) if seen[k])
        assert used <= tree.viewport().width() or not any(seen[5:])
    assert not all(seen)
    panel.acts.undo()
    assert panel.source() == chosen
    host.settle(panel.posed)
    assert panel.recipe().plan().shapes[-1] == (2,)
    panel.acts.undo()
    assert panel.recipe().task.source == "spirals"
    assert "flowers" in panel.context.workspace.names("data")


def test_a_packed_table_is_a_table(host: Host, tmp_path: Path, qtbot: QtBot) -> None:
    plain = csv(tmp_path / "flowers.csv").read_bytes()
    (tmp_path / "flowers.csv.gz").write_bytes(gzip.compress(plain))
    panel = open_(host, tmp_path / "flowers.csv.gz")
    assert panel.recipe().task.source == "flowers"
    assert panel.source().target == "kind"
    (tmp_path / "cut.csv.gz").write_bytes(gzip.compress(plain)[:-20])
    with qtbot.waitSignal(panel.notice) as said:
        open_(host, tmp_path / "cut.csv.gz")
    assert "damaged or cut off" in said.args[0]


def test_what_has_been_opened_is_seen_in_the_gallery(host: Host, tmp_path: Path) -> None:
    for i in range(10):
        panel = open_(host, another(tmp_path, "flowers.csv", i))
    lay_out()
    gallery, scroll = panel.view.gallery, panel.view._scroll
    cell = gallery._cell(gallery._names.index("flowers (10)")).toRect()
    top = gallery.mapTo(scroll.viewport(), cell.topLeft()).y()
    assert gallery.height() > scroll.viewport().height()
    assert 0 <= top + 1 < top + cell.height() - 1 <= scroll.viewport().height()


def test_the_same_name_again_is_another_and_a_name_of_the_house_too(host: Host, tmp_path: Path) -> None:
    panel = open_(host, csv(tmp_path / "digits.csv"))
    assert panel.recipe().task.source == "digits (2)"
    open_(host, another(tmp_path, "digits.csv", 0))
    assert panel.recipe().task.source == "digits (3)"
    panel.view.gallery.forgotten.emit("digits (3)")
    assert panel.recipe().task.source == "spirals"
    assert "digits (3)" not in panel.context.workspace.names("data")


def test_what_cannot_be_read_is_said_and_changes_nothing(host: Host, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "bad.csv").write_text("a,b\n1,2\n3\n")
    panel = panel_of(host)
    before = panel.recipe()
    with qtbot.waitSignal(panel.notice) as said:
        open_(host, tmp_path / "bad.csv")
    assert "line 3" in said.args[0]
    with qtbot.waitSignal(panel.notice) as said:
        open_(host, tmp_path / "none.npz")
    assert "none.npz" in said.args[0]
    kinds = {"broken.npz": "NPZ", "broken.npy": "NPY", "labels.csv.gz": "gzip", "a.idx": "IDX"}
    for name, kind in kinds.items():
        (tmp_path / name).write_bytes(b"PK that was cut off, then mended by an editor")
        with qtbot.waitSignal(panel.notice) as said:
            open_(host, tmp_path / name)
        assert kind in said.args[0]
        assert "parted" not in said.args[0]
        (tmp_path / name).unlink()
    with qtbot.waitSignal(panel.notice):
        open_(host, tmp_path)
    assert panel.recipe() is before
    assert panel.context.workspace.names("data") == (PAINTED,)


def test_pictures_without_labels_ask_for_them(host: Host, tmp_path: Path, qtbot: QtBot) -> None:
    rng = np.random.default_rng(1)
    np.save(tmp_path / "a.npy", rng.integers(0, 256, (60, 8, 8), np.uint8))
    np.save(tmp_path / "b.npy", np.arange(60) % 3)
    panel = open_(host, tmp_path / "a.npy")
    dialog = panel.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    panel.opening.open(str(tmp_path / "a.npy"), str(tmp_path / "b.npy"))
    host.settle(lambda: panel.bring.work.state == "over")
    host.settle(panel.posed)
    task = panel.task()
    assert task is not None
    assert (task.shape, task.n_out) == ((1, 8, 8), 3)


def test_reading_can_be_stopped_at_once(host: Host, tmp_path: Path) -> None:
    panel = panel_of(host)
    panel.opening.open(str(csv(tmp_path / "flowers.csv")), "")
    panel.bring.work.button.click()
    assert panel.bring.work.state == "over"
    panel.tick()
    assert panel.recipe().task.source == "spirals"


def test_hovering_tells_where_numbers_come_from(host: Host) -> None:
    panel = panel_of(host)
    parts = panel.view.parts
    bar = parts._bar(0)
    assert "of 300" in parts.told(bar.x() + 2, bar.center().y())
    assert "300 of 500 = 60.0" in parts.told(2, bar.center().y())
    task = panel.task()
    assert task is not None
    x, y = task.train.x[0].tolist()
    assert "(training)" in panel.view.scatter.told(x, y)
    task_line = learn_words.task_line(task, "Spirals")
    assert "validation" in parts.told(2, parts._bar(1).center().y())
    assert "chosen" in parts.told(2, parts._bar(1).center().y())
    assert "validation" in task_line
    assert "validation" in panel.sentence()
    assert not any("choose by" in one for one in (task_line, panel.sentence(), parts.accessibleDescription()))


def test_the_gallery_by_keys(host: Host) -> None:
    gallery = panel_of(host).view.gallery
    gallery.setFocus()
    QTest.keyClick(gallery, Qt.Key.Key_Home)
    QTest.keyClick(gallery, Qt.Key.Key_Right)
    QTest.keyClick(gallery, Qt.Key.Key_Down)
    QTest.keyClick(gallery, Qt.Key.Key_Return)
    assert panel_of(host).recipe().task.source == "blobs"
    assert "Blobs" in gallery.accessibleDescription()


def test_pictures_that_are_left_out_are_told(host: Host, tmp_path: Path, qtbot: QtBot) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    for k, name in enumerate("ab"):
        (tmp_path / "pets" / name).mkdir(parents=True)
        image.fill(QColor("white" if k else "black"))
        for i in range(6):
            assert image.save(str(tmp_path / "pets" / name / f"{i}.png"))
    for i in range(4):
        (tmp_path / "pets" / "a" / f"bad {i}.png").touch()
    with qtbot.waitSignal(panel_of(host).notice) as said:
        panel = open_(host, tmp_path / "pets")
    assert said.args[0].startswith("pets: 4 of 16 pictures cannot be read")
    assert said.args[0].count("bad") == 3
    host.settle(panel.posed)
    assert panel.task() is not None
    assert panel.recipe().task.source == "pets"


def test_large_numbers_of_a_table_are_written_out(host: Host, tmp_path: Path) -> None:
    rows = [f"{i % 7},{1234567 + 5001 * i}" for i in range(60)]
    (tmp_path / "prices.csv").write_text("rooms,price\n" + "\n".join(rows))
    panel = open_(host, tmp_path / "prices.csv")
    host.settle(panel.posed)
    item = panel.view.columns._tree.topLevelItem(1)
    assert item is not None
    texts = [item.text(k) for k in range(5)]
    assert texts[2] == "1,230,000 … 1,530,000"
    assert texts[3].startswith("(x − 1,3")
    assert texts[4] == "1234567"
    assert not any("e+" in text for text in texts)


def test_a_task_by_its_picture_has_nothing_of_a_preset_that_fails(
    host: Host, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = open_(host, csv(tmp_path / "flowers.csv"))
    clean = panel.recipe()
    zeros = tuple(replace(one, init="zeros") for one in clean.layers)
    knobs = replace(clean.knobs, shuffle=False, schedule="cosine", horizon=50, rate=0.3)
    leaks = replace(clean.task, leak=True, wrong_labels=1.0, balance=0.1)
    spoilt = replace(clean, task=leaks, layers=zeros, knobs=knobs)
    for name in ("flowers", "xor", PAINTED):
        panel.set_recipe(spoilt)
        panel.acts.follow()
        with qtbot.waitSignal(panel.notice) as said:
            panel.view.gallery.chosen.emit(name)
        assert said.args[0].endswith("as usual again: Schedule, Shuffle, Weights start.")
        recipe = panel.recipe()
        assert recipe.task.source == name
        assert (recipe.task.leak, recipe.task.wrong_labels, recipe.task.balance) == (False, 0.0, 1.0)
        assert recipe.knobs == replace(clean.knobs, rate=0.3)  # what is in sight stays
        assert {one.init for one in recipe.layers} == {"he"}
        panel.acts.undo()
        assert panel.recipe() is spoilt
    panel.set_recipe(clean)
    panel.view.gallery.chosen.emit("flowers")
    assert panel.recipe() is clean
