"""The layers of Learn: each layer's sizes as measured, legible also where there are forty."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz import nn
from neuroviz.panels.training.learn import layer_ink, layer_words, layers_view
from neuroviz.panels.training.learn.figures import number
from neuroviz.panels.training.learn.layer_rows import MEASURES, Stage, layer_rows, stages
from neuroviz.panels.training.learn.layers_view import LayersView
from neuroviz.panels.training.learn.pace import Pace
from neuroviz.sims.training.frames import CourseFrame
from neuroviz.sims.training.sim import TrainingSim
from neuroviz.ui.theme import set_theme, theme
from tests.panels.learn_frames import alike, frame, plane, recipe


@pytest.fixture
def view(qtbot: QtBot) -> LayersView:
    made = LayersView()
    qtbot.addWidget(made)
    made.resize(440, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def learned(widths: tuple[int, ...], steps: int = 20, act: nn.Layer | None = None) -> CourseFrame:
    task = plane()
    sim = TrainingSim(recipe(task, widths, act), task)
    for _ in range(steps):
        sim.advance()
    return sim.snapshot().focused


def test_a_row_is_a_layer_with_weights_and_what_follows_it() -> None:
    first = (nn.Conv2d(2, 3), nn.ReLU(), nn.MaxPool(2), nn.Flatten())
    rest = (nn.Dense(4), nn.Dropout(0.5), nn.Dense(2))
    assert stages((*first, *rest)) == (Stage(0, 1), Stage(4, 4), Stage(6, 6))
    assert stages((nn.Flatten(),)) == (Stage(0, 0),)


def test_the_sizes_shown_are_those_of_the_report() -> None:
    course = learned((8, 4))
    rows, report = layer_rows(course), course.report
    assert report is not None
    assert rows.now[0].tolist() == report.layers.activation[[1, 3, 4]].tolist()
    assert rows.now[2].tolist() == report.layers.weight_gradient[[0, 2, 4]].tolist()
    assert rows.saturated[:2].tolist() == report.layers.saturated[[1, 3]].tolist()
    assert math.isnan(rows.silent[2])
    assert rows.history.shape == (4, len(rows.steps), 3)
    assert rows.fall() == report.layers.gradient[4] / report.layers.gradient[1]
    for k in range(4):
        low, high = rows.span(k)
        known = rows.now[k]
        assert (known >= 10.0**low).all()
        assert (known <= 10.0**high).all()


@pytest.mark.parametrize("width", [360, 384, 440, 640])
def test_headings_are_no_smaller_than_small_type(qapp: QApplication, width: int) -> None:
    rows, look = layer_rows(learned((16, 16))), theme()
    places = layer_ink.columns(float(width), 380.0, rows, look)
    metrics = QFontMetricsF(look.font(0.85))
    widest = max(metrics.horizontalAdvance(layer_words.heading(one)) for one in MEASURES)
    assert widest <= places.names * places.wide[0] - look.space(1)
    assert metrics.horizontalAdvance(layer_words.silent_heading()) <= places.wide[-1]
    ends = f"{layer_ink.power(-4)} {layer_ink.power(1)}"
    assert metrics.horizontalAdvance(ends) <= places.wide[0] - look.space(1.5)


def test_a_heading_says_what_its_column_shows(view: LayersView, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(layers_view.QToolTip, "showText", lambda _at, text, *_rest: told.append(text))
    view.show(learned((8,)))
    assert view._places is not None
    for left in view._places.left:
        view._tell(QPoint(round(left) + 4, 4), QPoint())
    assert len(set(told)) == len(MEASURES) + 1
    assert "dead" in told[-1]
    assert "saturated" in told[-1]


def test_every_number_says_where_it_comes_from(view: LayersView) -> None:
    course = learned((8,))
    view.show(course)
    report = course.report
    assert report is not None
    assert number(float(report.layers.activation[1])) in view.told(0, 0)
    assert "1 dense 8 tanh" in view.told(0, 0)
    assert number(float(report.layers.update[0])) in view.told(0, 3)
    assert "over 24 weights and biases" in view.told(0, 2)
    assert "saturated" in view.told(0, 4)
    assert "cannot be dead" in view.told(1, 4)
    assert view.accessibleDescription().startswith("The gradient")


def test_a_click_and_enter_ask_for_the_layer(view: LayersView) -> None:
    asked: list[int] = []
    view.layer_asked.connect(asked.append)
    view.show(learned((8, 4)))
    places = view._places
    assert places is not None
    at = QPoint(int(places.left[1] + 5), int(places.head + 1.5 * places.row))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked == [2, 4]
    assert view.told(2, 2).split("\n")[1] in view.accessibleDescription()


def test_forty_layers_are_seen_at_once_and_more_scroll(view: LayersView, qtbot: QtBot) -> None:
    for n, scrolls in ((39, False), (60, True)):
        view.clear()
        view.show(learned((4,) * n, 2, nn.ReLU()))
        qtbot.waitUntil(lambda n=n: view.rows() is not None and len(view.rows().stages) == n + 1)
        assert view._bar.isVisible() == scrolls
        view.grab()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view._bar.value() == view._bar.maximum()
    assert view.cell_at(10, view._bottom() - 2) == (60, -1)


def test_a_gradient_that_dies_is_called_so(view: LayersView) -> None:
    course = learned((8, 4))
    assert course.report is not None
    for first, last, words in ((1e-9, 1.0, "vanishes"), (1.0, 1e-9, "explodes"), (0.0, 1.0, "dies out"),
                               (0.1, 0.2, "gets through")):  # fmt: skip
        gradient = course.report.layers.gradient.copy()
        gradient[1], gradient[4] = first, last
        view.clear()
        view.show(alike(course, layers=replace(course.report.layers, gradient=gradient)))
        assert words in view.accessibleDescription()
        view.grab()


def test_what_is_no_number_is_borne(view: LayersView) -> None:
    course = learned((8, 4))
    assert course.report is not None
    sizes = course.report.layers
    for value in (math.nan, math.inf, 0.0):
        same = {name: np.full_like(sizes.activation, value) for name in vars(sizes)}
        view.clear()
        view.show(alike(course, layers=replace(sizes, **same)))
        view.grab()
        assert view.told(0, 1)
    view.clear()
    view.show(replace(course, reports=(), report=None))
    view.grab()
    assert view.told(0) == "1 dense 8 tanh"


def test_one_layer_and_values(view: LayersView) -> None:
    view.show(learned(()))
    view.grab()
    assert view.accessibleDescription().startswith("1 dense 2")
    view.clear()
    view.show(frame(plane("sine"), 10).focused)
    view.grab()


def test_theme_language_and_size_of_text_change_while_it_is_seen(view: LayersView) -> None:
    view.show(learned((8,)))
    for name in ("light", "contrast", "dark"):
        set_theme(name, 1.6)
        QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
        view.grab()
    set_theme("dark")


def test_columns_lie_beside_each_other_and_inside() -> None:
    rows = layer_rows(learned((8, 4)))
    for width in (280.0, 440.0, 900.0):
        places = layer_ink.columns(width, 380.0, rows, theme())
        ends = [left + wide for left, wide in zip(places.left, places.wide, strict=True)]
        assert all(end <= left + 0.01 for end, left in zip(ends, places.left[1:], strict=False))
        assert ends[-1] <= width + 0.01
        assert places.head + 3 * places.row <= 380.01
        assert [places.at(left + 1) for left in places.left] == [0, 1, 2, 3, 4]
        assert places.at(1.0) == -1


def test_the_last_wish_is_done_after_a_rest(qtbot: QtBot, view: LayersView) -> None:
    done: list[int] = []
    wish = [0]
    pace = Pace(view, lambda: done.append(wish[0]), 20)
    for wish[0] in range(5):
        pace.ask()
    assert done == [0]
    qtbot.waitUntil(lambda: done == [0, 4])
    pace.stop()


@pytest.mark.parametrize("waits", [False, True], ids=["seen before", "not yet measured"])
def test_a_layer_that_is_pointed_out_comes_into_sight_and_stays_marked(
    view: LayersView, qtbot: QtBot, waits: bool
) -> None:
    course = learned((4,) * 60, 2, nn.ReLU())
    if waits:
        view.clear()
        view.point_out(101, 4)
        assert view.pointed_out() is None
    view.show(course)
    qtbot.waitUntil(lambda: view.rows() is not None)
    if not waits:
        view.point_out(101, 4)  # the ReLU behind the 51st
    assert view.pointed_out() == (50, 4)
    places = view._places
    assert places is not None
    top = places.head + 50 * places.row - view._bar.value()
    assert places.head <= top <= view._bottom() - places.row + 1
    assert view._bar.value() > 0
    assert view.told(50, 4).split("\n")[1] in view.accessibleDescription()
    view._bar.setValue(0)
    view.resize(440, 380)
    assert view._bar.value() > 0


def test_what_is_pointed_out_is_seen_without_the_focus_until_the_hand_or_another_net_comes(
    view: LayersView,
) -> None:
    course = learned((8, 4))
    view.show(course)
    view.clearFocus()
    plain = view.grab().toImage()
    view.point_out(2, 1)
    assert view.grab().toImage() != plain
    assert view.pointed_out() == (1, 1)
    view.point_out(None)
    assert view.grab().toImage() == plain
    view.point_out(3, 1)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.pointed_out() is None
    view.point_out(3, 1)
    view.show(learned((8, 4, 4)))
    view._pace.now()
    assert view.pointed_out() is None
    view.point_out(0)
    view.clear()
    view.show(course)
    view._pace.now()
    assert view.pointed_out() is None
