"""The lines of Learn: what was turned in each, how far each has come, and how two of them differ."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import groupby

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.data.task import Task
from neuroviz.panels.training.learn import filter_tiles, line_table
from neuroviz.panels.training.learn.figures import line_mark, number, paint_line
from neuroviz.panels.training.learn.line_pair import line_pair, shrunk
from neuroviz.panels.training.learn.lines_view import LinesView
from neuroviz.runtime import Change
from neuroviz.sims.training.answers import LEVELS
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.ui.theme import set_theme, theme
from tests.panels.learn_frames import alike, pictures, plane, run


@pytest.fixture
def view(qtbot: QtBot) -> LinesView:
    made = LinesView()
    qtbot.addWidget(made)
    made.resize(440, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def lines(task: Task, branches: int = 2, focus: int = 0, **knobs: object) -> TrainingFrame:
    sim = run(task, 20, branches, **knobs)
    sim.apply(Change("maps", "all", "look"))
    sim.apply(Change("focus", focus, "look"))
    return sim.snapshot()


def test_the_difference_of_two_maps_is_where_their_answers_differ() -> None:
    task = plane("spirals")
    seen = lines(task)
    a, b = seen.courses[0], seen.courses[2]
    pair = line_pair(a, b, task)
    assert a.answers is not None
    assert b.answers is not None
    assert a.answers.codes is not None
    assert b.answers.codes is not None
    wanted = a.answers.codes // LEVELS != b.answers.codes // LEVELS
    assert np.array_equal(pair.differs, wanted)
    assert pair.share == wanted.mean()
    assert pair.distance == pytest.approx(b.distance)
    squares = sum(one.rms**2 * len(one.difference) for one in pair.layers)
    assert math.sqrt(squares) == pytest.approx(pair.distance, rel=1e-5)
    assert line_pair(a, a, task).distance == 0


@pytest.mark.parametrize("source", ["hills", "sine"])
def test_values_have_a_signed_difference(source: str, view: LinesView) -> None:
    task = plane(source)
    seen = lines(task, focus=1)
    pair = line_pair(seen.courses[0], seen.courses[1], task)
    assert pair.differs is None
    assert pair.signed is not None
    first, second = (one.answers for one in seen.courses[:2])
    assert first is not None
    assert second is not None
    assert np.array_equal(pair.signed, second.values[..., 0] - first.values[..., 0])
    view.show(seen, task)
    view.grab()
    assert number(pair.share) in view.pair.told(2)


def test_the_parent_and_the_line_looked_at_are_compared_until_others_are_chosen(view: LinesView) -> None:
    task = plane("spirals")
    seen = lines(task, 3, focus=2)
    view.show(seen, task)
    assert view.compared() == (0, 2)
    turned: list[bool] = []
    view.turned.connect(lambda: turned.append(True))
    at = view.table._cell(1, "a").center().toPoint()
    QTest.mouseClick(view.table, Qt.MouseButton.LeftButton, pos=at)
    assert view.compared() == (1, 2)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_End)
    QTest.keyClick(view.table, Qt.Key.Key_B)
    assert view.compared() == (1, 3)
    assert len(turned) == 2
    QTest.keyClick(view.table, Qt.Key.Key_A)
    assert view.compared() == (3, 1)
    view.choose(None, None)
    assert view.compared() == (0, 2)
    view.choose(77, 78)
    assert view.compared() == (0, 2)
    focused = replace(seen, focus=0)
    view.clear()
    view.show(focused, task)
    assert view.compared() == (0, 3)


def test_a_click_looks_at_a_line_and_a_bin_ends_it(view: LinesView) -> None:
    task = plane("spirals")
    view.show(lines(task), task)
    asked: list[tuple[str, int]] = []
    view.focus_asked.connect(lambda line: asked.append(("focus", line)))
    view.drop_asked.connect(lambda line: asked.append(("drop", line)))
    for name in ("turn", "loss", "drop"):
        at = view.table._cell(1, name).center().toPoint()
        QTest.mouseClick(view.table, Qt.MouseButton.LeftButton, pos=at)
    view.table.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Delete):
        QTest.keyClick(view.table, key)
    assert asked == [("focus", 1), ("focus", 1), ("drop", 1), ("focus", 0), ("drop", 2)]


def test_a_row_says_what_was_turned_and_how_far_it_has_come(view: LinesView) -> None:
    task = plane("spirals")
    seen = lines(task)
    view.show(seen, task)
    told = view.table.told(1)
    course = seen.courses[1]
    assert "rate 0.05 → 0.02 at 2" in told
    assert course.distance is not None
    assert number(course.distance) in told
    assert number(course.travelled) in told
    assert "from the start" in view.table.told(0)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert told.split("\n")[0] in view.table.accessibleDescription()
    assert view.table.cell_at(view.table._cell(2, "b").center()) == (2, "b")
    assert view.table.cell_at(QPoint(5, 399).toPointF()) is None


def test_all_right_is_a_hundred_per_cent_in_the_table_too(view: LinesView) -> None:
    task = plane("spirals")
    seen = lines(task)
    view.show(replace(seen, courses=tuple(alike(one, valid_score=1.0) for one in seen.courses)), task)
    assert "score 100\u202f%" in view.table.told(0)


@pytest.mark.parametrize("width", [300, 384, 440, 700])
def test_numbers_stand_apart_and_what_was_turned_has_room(view: LinesView, width: int) -> None:
    task = plane("spirals")
    seen = lines(task)
    many = tuple(alike(one, valid_loss=0.0308, valid_score=0.9991) for one in seen.courses)
    view.resize(width, 400)
    view.show(replace(seen, courses=many), task)
    columns, table = view.table._columns(), view.table
    metrics = QFontMetricsF(theme().font(0.85, QFont.Weight.DemiBold, tabular=True))
    for course in many:
        for name, text in line_table._values(course).items():
            assert name not in columns or columns[name][1] >= metrics.horizontalAdvance(text) + 6
    for name, text in table._heads().items():
        assert name not in columns or columns[name][1] >= metrics.horizontalAdvance(text)
    assert {"loss", "score", "a", "b", "drop"} <= set(columns)
    if width >= 384:
        texts = [table._line_text(one, seen) for one in many]
        assert max(map(metrics.horizontalAdvance, texts)) <= columns["turn"][1]


def test_no_void_lies_between_the_pictures_and_the_weights(view: LinesView) -> None:
    task = plane("spirals")
    for height in (400, 700):
        view.resize(440, height)
        view.show(lines(task), task)
        pair = view.pair
        assert pair._place(3).top() - pair._place(0).bottom() < 60


@pytest.mark.parametrize("line", range(5))
def test_a_sample_of_a_line_is_of_whole_strokes(qapp: QApplication, line: int) -> None:
    image = QImage(40, 9, QImage.Format.Format_Grayscale8)
    image.fill(0)
    with QPainter(image) as painter:
        paint_line(painter, QRectF(2, 0, 36, 9), line, theme())
    row = [image.pixelColor(x, 4).lightness() > 40 for x in range(40)]
    inked = [i for i, on in enumerate(row) if on]
    runs = [len(list(g)) for on, g in groupby(row[inked[0] : inked[-1] + 1]) if on]
    dash = line_mark(line).dash
    assert not dash or abs(runs[-1] - runs[0] * dash[-2] / dash[0]) <= 2
    assert not dash or len(runs) >= len(dash) / 2


def test_one_line_cannot_be_compared_nor_ended(view: LinesView) -> None:
    task = plane("spirals")
    dropped: list[int] = []
    view.drop_asked.connect(dropped.append)
    view.show(lines(task, 0), task)
    view.grab()
    assert view.compared() == (None, None)
    assert "one line" in view.pair.accessibleDescription()
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Delete)
    assert dropped == []


def test_the_keys_lead_from_picture_to_picture_and_layer_to_layer(view: LinesView) -> None:
    task = plane("spirals")
    seen = lines(task, focus=1)
    view.show(seen, task)
    view.pair.setFocus()
    QTest.keyClick(view.pair, Qt.Key.Key_Right)
    pair = line_pair(seen.courses[0], seen.courses[1], task)
    assert number(pair.layers[0].rms) in view.pair.accessibleDescription()
    for _ in range(9):
        QTest.keyClick(view.pair, Qt.Key.Key_Down)
    assert view.pair.told(3 + len(pair.layers) - 1) in view.pair.accessibleDescription()
    view.grab()
    for i in range(view.pair._n()):
        assert view.pair.place_at(view.pair._place(i).center()) == i
        assert view.pair.told(i)


def test_pictures_are_compared_by_their_filters(view: LinesView) -> None:
    task = pictures()
    seen = lines(task, focus=1)
    view.show(seen, task)
    view.grab()
    shown = view.pair._pictures
    assert shown is not None
    first, second = (filter_tiles.tiles(one.net, task) for one in seen.courses[:2])
    gap = filter_tiles.difference(first, second)
    assert shown.scale == filter_tiles.largest(gap)
    assert np.array_equal(gap[3].weights, second[3].weights - first[3].weights)
    assert number(shown.scale) in view.pair.told(2)


def test_broken_lines_and_missing_maps_are_borne(view: LinesView) -> None:
    for task in (plane("spirals"), plane("hills"), plane("sine"), pictures()):
        seen = lines(task, rate=100.0, focus=1)
        view.clear()
        view.show(seen, task)
        view.grab()
        view.clear()
        without = tuple(replace(one, answers=None, report=None, reports=()) for one in seen.courses)
        view.show(replace(seen, courses=without), task)
        view.grab()


def test_eight_lines_fit_and_are_told_apart_without_colour(view: LinesView) -> None:
    task = plane("spirals")
    view.show(lines(task, 7), task)
    view.grab()
    assert len(view._frame.courses) == 8 if view._frame else False
    assert view.table.height() < 0.6 * view.height()
    marks = [line_mark(line) for line in range(40)]
    assert len(set(marks)) == 40


def test_theme_language_and_size_of_text_change_while_it_is_seen(view: LinesView) -> None:
    task = plane("spirals")
    view.show(lines(task), task)
    for name in ("light", "contrast", "dark"):
        set_theme(name, 1.6)
        for one in (view.table, view.pair):
            QApplication.sendEvent(one, QEvent(QEvent.Type.LanguageChange))
        view.grab()
    set_theme("dark")


def test_strips_keep_what_is_furthest_from_zero() -> None:
    values = np.array([0.1, -3.0, 2.0, 0.5, 0.2, np.nan], np.float32)
    assert shrunk(values, 3).tolist() == [-3.0, 2.0, pytest.approx(0.2)]
    assert shrunk(values[:2], 3) is not None


def test_nothing_is_done_while_it_is_not_seen(qtbot: QtBot) -> None:
    made = LinesView()
    qtbot.addWidget(made)
    task = plane("spirals")
    made.show(lines(task), task)
    assert made.table._frame is None
    made.show()
    assert made.table._frame is not None
