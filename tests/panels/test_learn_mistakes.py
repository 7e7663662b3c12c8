"""The mistakes of Learn: a cell leads to its examples, and each example says where its loss comes from."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.data.task import Examples, Scaling, Task
from neuroviz.panels.training.learn import cases
from neuroviz.panels.training.learn.example_wall import ExampleWall, picture_of
from neuroviz.panels.training.learn.figures import number
from neuroviz.panels.training.learn.mistakes_view import MistakesView
from neuroviz.panels.training.learn.plane_wall import PlaneWall
from neuroviz.sims.training.frames import CourseFrame
from neuroviz.sims.training.measured import measured_of, take_up
from neuroviz.sims.training.sim import TrainingSim
from neuroviz.ui.confusion import ALL
from neuroviz.ui.theme import set_theme
from tests.panels.learn_frames import alike, frame, pictures, plane, run


def table(k: int = 3, *, values: bool = False) -> Task:
    """A table of four columns, in units of its own."""
    rng = np.random.default_rng(5)
    x = rng.normal(size=(60, 4)).astype(np.float32)
    y = x[:, :1] if values else (np.arange(60) % k).astype(np.intp)
    both = Examples(x, y)
    parts = both.take(slice(0, 40)), both.take(slice(40, 60)), both.take(slice(0, 0))
    scale = Scaling(np.full(4, 10.0), np.full(4, 2.0))
    out = Scaling(np.full(1, 100.0), np.full(1, 5.0)) if values else None
    kind = "values" if values else "classes"
    names = ("width", "height", "depth", "mass")
    return Task("boxes", kind, "table", (4,), 1 if values else k, *parts, (), names, scale, out)


@pytest.fixture
def view(qtbot: QtBot) -> MistakesView:
    made = MistakesView()
    qtbot.addWidget(made)
    made.resize(440, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(view: MistakesView, task: Task, steps: int = 5) -> CourseFrame:
    course = frame(task, steps).focused
    view.set_task(task)
    view.show(course)
    view.grab()
    return course


def test_the_table_is_that_of_the_report_and_the_wall_its_hardest(view: MistakesView) -> None:
    task = pictures()
    course = shown(view, task)
    report = course.report
    assert report is not None
    assert np.array_equal(view.matrix._counts, report.confusion)
    assert [one.row for one in view.wall.cases()] == report.hardest.tolist()
    assert view.wall._captions[0].second == f"loss {number(float(report.hardest_loss[0]))}"


def test_the_answers_of_a_report_are_those_of_its_table() -> None:
    task = pictures()
    report = frame(task, 5).focused.report
    assert report is not None
    assert report.said is not None
    true = task.valid.y[: len(report.said)]
    assert np.array_equal(np.bincount(4 * true + report.said, minlength=16).reshape(4, 4), report.confusion)
    values = frame(plane("sine"), 5).focused.report
    assert values is not None
    assert values.said is None


def test_the_answers_are_kept_with_a_run() -> None:
    task = pictures()
    sim = run(task, 6)
    seen = sim.snapshot()
    again = TrainingSim(sim.recipe, task)
    take_up(measured_of(seen), again.courses)
    for one, other in zip(again.courses[0].reports, seen.focused.reports, strict=True):
        assert np.array_equal(one.said, other.said)
        assert one.losses is not None
        assert np.array_equal(one.losses, other.losses)
    found = measured_of(seen)
    old = {name: found[name] for name in found if name not in ("report_said", "report_losses")}
    take_up(old, again.courses)
    report = again.courses[0].reports[-1]
    assert report.said is None
    for cell in ((0, 1), (1, ALL)):
        found = {one.row for one in cases.of_cell(task, report, cell)}
        whole = {one.row for one in cases.of_cell(task, seen.focused.reports[-1], cell)}
        assert found == whole & set(report.hardest.tolist())


def test_a_cell_leads_to_its_examples(view: MistakesView) -> None:
    task = pictures()
    report = shown(view, task).report
    assert report is not None
    assert report.said is not None
    picked: list[tuple[int, int]] = []
    turned: list[bool] = []
    view.cell_picked.connect(lambda *cell: picked.append(cell))
    view.turned.connect(lambda: turned.append(True))
    true = task.valid.y[: len(report.said)]
    row, column = next((r, c) for r in range(4) for c in range(4) if ((true == r) & (report.said == c)).any())
    at = view.matrix.places().cell((row, column)).center().toPoint()
    QTest.mouseClick(view.matrix, Qt.MouseButton.LeftButton, pos=at)
    assert picked == [(row, column)]
    assert view.selected() == (row, column)
    wanted = set(np.flatnonzero((true == row) & (report.said == column)).tolist())
    assert {one.row for one in view.wall.cases()} == wanted
    assert view._title.text() == view.matrix.told((row, column))
    QTest.mouseClick(view._back, Qt.MouseButton.LeftButton)
    assert view.selected() is None
    assert len(turned) == 2
    assert len(view.wall.cases()) == len(report.hardest)


def test_it_is_said_of_how_many_examples_the_counts_are(view: MistakesView) -> None:
    shown(view, pictures())
    assert view._title.text() == "The hardest of all 30 validation examples, worst first"
    task = pictures(n=2400)
    report = shown(view, task).report
    assert report is not None
    assert report.confusion is not None
    assert report.confusion.sum() == 1000
    assert "first 1,000 of 1,200" in view._title.text()
    view.set_selected((0, ALL))
    assert view._title.text().startswith(view.matrix.told((0, ALL)))
    assert "first 1,000 of 1,200" in view._title.text()


def test_each_example_of_a_cell_has_its_loss(view: MistakesView) -> None:
    task = pictures(n=240)
    course = shown(view, task)
    report = course.report
    assert report is not None
    view.set_selected((ALL, ALL))
    for cell in ((0, 0), (0, ALL), (ALL, 1)):
        found = cases.of_cell(task, report, cell)
        losses = [one.loss for one in found]
        assert len(found) > 5 or cell != (0, 0)
        assert losses == sorted(losses, reverse=True)
        outputs = course.net(task.valid.inputs().reshape(-1, *course.net.input_shape)).astype(float)
        for one in found:
            z = outputs[one.row]
            true = np.log(np.exp(z - z.max()).sum()) + z.max() - z[task.valid.y[one.row]]
            assert one.loss == pytest.approx(true, rel=2e-3)
            assert cases.loss_text(one)
            assert "−ln" in cases.told(task, one)


def test_the_table_of_two_classes_is_of_squares_and_leaves_the_map_most_of_the_room(qtbot: QtBot) -> None:
    view = MistakesView()
    qtbot.addWidget(view)
    view.resize(360, 450)
    view.show()
    shown(view, plane("spirals"))
    cell = view.matrix.places().cell((0, 0))
    assert 0.9 < cell.height() / cell.width() < 1.1
    qtbot.waitUntil(lambda: view.plane.square().width() > 0.55 * view.width())
    shown(view, plane("blobs"))
    cell = view.matrix.places().cell((0, 0))
    assert cell.height() < 1.1 * cell.width()
    shown(view, pictures())
    qtbot.waitUntil(lambda: view.matrix.height() > 0.4 * view.height())


@pytest.mark.parametrize("cell", [(0, ALL), (ALL, 1), (ALL, ALL), (2, 2)])
def test_rows_and_columns_mean_their_mistakes(cell: tuple[int, int]) -> None:
    task = pictures()
    report = frame(task, 5).focused.report
    assert report is not None
    for one in cases.of_cell(task, report, cell):
        true, said = int(task.valid.y[one.row]), one.said
        assert cell[0] in (ALL, true)
        assert cell[1] in (ALL, said)
        assert cell == (ALL, ALL) or ALL not in cell or true != said


def test_a_loss_is_told_with_its_numbers(view: MistakesView) -> None:
    task = pictures()
    report = shown(view, task).report
    assert report is not None
    case = cases.hardest(report)[0]
    z = report.hardest_said[0].astype(float)
    p = math.exp(z[task.valid.y[case.row]]) / np.exp(z).sum()
    words = cases.told(task, case)
    assert f"−ln {number(p)}" in words or f"{p:.6f}" in words
    assert number(-math.log(p)) in words
    view.wall.setFocus()
    QTest.keyClick(view.wall, Qt.Key.Key_Home)
    assert "−ln" in view._detail.text()
    assert "−ln" in view.wall.accessibleDescription()


def test_tables_are_in_the_units_of_the_data(view: MistakesView) -> None:
    task = table()
    shown(view, task)
    row = view.wall.cases()[0].row
    x = 10 + 2 * float(task.valid.x[row, 0])
    assert cases.inputs_text(task, row).startswith(f"width {number(x)}, height ")
    task = table(values=True)
    shown(view, task)
    assert view.matrix.isHidden()
    case = view.wall.cases()[0]
    true = number(100 + 5 * float(task.valid.y[case.row, 0]))
    assert cases.short(task, case).startswith(f"{true} →")


def test_points_of_the_plane_are_ringed_where_they_lie(view: MistakesView) -> None:
    task = plane("spirals")
    shown(view, task)
    wall = view.plane
    assert view._shown() is wall
    assert wall._map is not None
    first = wall.cases()[0]
    asked: list[int] = []
    view.example_picked.connect(asked.append)
    QTest.mouseClick(wall, Qt.MouseButton.LeftButton, pos=wall._at(first).toPoint())
    current = wall.current()
    assert current is not None
    assert np.hypot(*(task.valid.x[current.row] - task.valid.x[first.row])) < 0.1
    wall.setFocus()
    QTest.keyClick(wall, Qt.Key.Key_End)
    QTest.keyClick(wall, Qt.Key.Key_Return)
    assert asked == [wall.cases()[-1].row]
    assert wall.place_at(wall._to_pixel(9.0, 9.0)) == -1
    shown(view, plane("hills"))
    assert view.matrix.isHidden()
    assert wall._map is None


@pytest.mark.parametrize("k", [2, 26])
def test_two_classes_and_twenty_six(view: MistakesView, k: int) -> None:
    shown(view, pictures(k, 120))
    assert view.matrix.n == k
    view.set_selected((k - 1, 0))
    assert view.selected() == (k - 1, 0)
    view.set_selected((k, 0))
    assert view.selected() is None


def test_very_many_classes_have_no_table(view: MistakesView) -> None:
    x = np.zeros((60, 3), np.float32)
    both = Examples(x, (np.arange(60) % 30).astype(np.intp))
    task = Task("many", "classes", "table", (3,), 30, both, both, both.take(slice(0, 0)))
    shown(view, task)
    assert view.matrix.isHidden()
    assert view.wall.cases()


def test_what_is_no_number_is_borne(view: MistakesView) -> None:
    for task in (pictures(), plane("spirals"), plane("sine"), table(values=True)):
        course = shown(view, task)
        report = course.report
        assert report is not None
        said = np.full_like(report.hardest_said, np.nan)
        broken = alike(course, hardest_said=said, hardest_loss=np.full(len(said), np.inf))
        view.show(replace(broken, answers=None))
        view._take()
        view.grab()
        case = (view.plane if view._shown() is view.plane else view.wall).cases()[0]
        assert cases.told(task, case)
    view.show(replace(course, report=None, reports=()))
    view._take()
    assert view._title.text() == "Nothing is measured yet."
    view.set_task(None)
    view.grab()


def test_the_wall_scrolls_and_keeps_its_place(qtbot: QtBot) -> None:
    wall = ExampleWall()
    qtbot.addWidget(wall)
    wall.resize(300, 120)
    wall.show()
    task = pictures(n=200)
    found = [cases.Case(i, 0) for i in range(90)]
    wall.show_cases(task, found)
    wall.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_End):
        QTest.keyClick(wall, key)
        wall.grab()
    assert wall._bar.value() > 0
    assert wall.current() is found[89]
    wall.show_cases(task, found[50:])
    current = wall.current()
    assert current is not None
    assert current.row == 89
    picked: list[int] = []
    wall.picked.connect(picked.append)
    QTest.keyClick(wall, Qt.Key.Key_Return)
    last = wall._grid.picture(39).translated(0, -wall._bar.value()).toRect()
    QTest.mouseDClick(wall, Qt.MouseButton.LeftButton, pos=last.center())
    assert picked == [89, 89]
    wall.show_cases(task, [])
    wall.grab()


def test_pictures_of_any_kind() -> None:
    rng = np.random.default_rng(0)
    for shape in ((1, 5, 7), (3, 6, 6), (2, 4, 4)):
        for x in (rng.integers(0, 255, (4, int(np.prod(shape)))).astype(np.uint8),
                  rng.normal(size=(4, int(np.prod(shape)))).astype(np.float32)):  # fmt: skip
            both = Examples(x, np.zeros(4, np.intp))
            task = Task("any", "classes", "images", shape, 2, both, both, both)
            assert picture_of(task, 1).words.shape == shape[1:]


def test_theme_language_and_size_of_text_change_while_it_is_seen(view: MistakesView) -> None:
    for task in (pictures(), plane("spirals"), table()):
        shown(view, task)
        for name in ("light", "contrast", "dark"):
            set_theme(name, 1.6)
            QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
            view.grab()
    set_theme("dark")


def test_nothing_is_done_while_it_is_not_seen(qtbot: QtBot) -> None:
    made = MistakesView()
    qtbot.addWidget(made)
    task = pictures()
    made.set_task(task)
    made.show(frame(task, 5).focused)
    assert made.wall.cases() == ()
    made.show()
    assert made.wall.cases()
    assert isinstance(made.plane, PlaneWall)
