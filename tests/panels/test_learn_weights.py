"""The weights of Learn: pictures where the input is one, tables elsewhere; one large with its numbers."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz import nn
from neuroviz.panels.training.learn import filter_tiles
from neuroviz.panels.training.learn.figures import number
from neuroviz.panels.training.learn.weights_view import WeightsView
from neuroviz.sims.training.frames import CourseFrame
from neuroviz.ui.theme import set_theme
from tests.panels.learn_frames import frame, pictures, plane


@pytest.fixture
def view(qtbot: QtBot) -> WeightsView:
    made = WeightsView()
    qtbot.addWidget(made)
    made.resize(440, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def with_net(course: CourseFrame, *layers: nn.Layer, shape: tuple[int, ...] = (2,)) -> CourseFrame:
    return replace(course, net=nn.Net.create(layers, shape, np.random.default_rng(1)))


def test_a_unit_of_a_picture_is_a_picture(view: WeightsView) -> None:
    task = pictures()
    course = frame(task, 3).focused
    view.show_course(course, task)
    w = course.net.views(0)["w"]
    assert len(view.tiles()) == 8
    for i, one in enumerate(view.tiles()):
        assert np.array_equal(one.weights, w[:, i].reshape(12, 12))
        assert one.bias == course.net.views(0)["b"][i]
    at = view._boxes()[2].center() + QPointF(2, 2)
    assert view.told(at).startswith("unit 3, row 7, column 7: w = ")
    assert number(float(w[6 * 12 + 6, 2])) in view.told(at)
    assert filter_tiles.count(course.net, task) == 8


def test_kernels_are_pictures_and_channels_stand_side_by_side(view: WeightsView) -> None:
    task = pictures()
    course = frame(task, 3).focused
    net = with_net(course, nn.Conv2d(5, 3), nn.ReLU(), nn.Flatten(), nn.Dense(4), shape=(1, 12, 12))
    view.show_course(net, task)
    assert [one.weights.shape for one in view.tiles()] == [(3, 3)] * 5
    assert np.array_equal(view.tiles()[4].weights, net.net.views(0)["w"][4, 0])
    view.grab()
    colours = replace(task, shape=(3, 12, 4))
    shapes = [one.weights.shape for one in filter_tiles.tiles(course.net, colours)]
    assert shapes == [(12, 12)] * 8


def test_other_nets_show_their_tables_layer_by_layer(view: WeightsView) -> None:
    task = plane()
    course = with_net(frame(task, 3).focused, nn.Dense(16), nn.Tanh(), nn.Dense(8), nn.Tanh(), nn.Dense(2))
    view.show_course(course, task)
    assert [one.weights.shape for one in view.tiles()] == [(2, 16), (16, 8), (8, 2)]
    assert view.told(view._boxes()[1].center()).startswith("2 dense: from input 9 to unit 5, w = ")
    boxes = view._boxes()
    for i, box in enumerate(boxes):
        assert view.rect().contains(box.toRect())
        assert not any(box.intersects(other) for other in boxes[i + 1 :])


def test_a_click_or_enter_makes_one_large_with_its_numbers(view: WeightsView) -> None:
    task = plane()
    course = frame(task, 3).focused
    view.show_course(course, task)
    turned: list[int | None] = []
    view.turned.connect(lambda: turned.append(view.enlarged()))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view._boxes()[1].center().toPoint())
    view.grab()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton)
    view.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
    view.grab()
    w = float(course.net.views(0)["w"][1, 1])
    assert view.accessibleDescription().startswith(f"1 dense: from input 2 to unit 2, w = {number(w)}")
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.enlarged() == 1
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert turned == [1, None, 0, None]
    assert view.accessibleDescription().startswith("2 pictures of weights, the largest weight ")
    view.enlarge(99)
    assert view.enlarged() is None
    assert len(turned) == 4


def test_arrows_go_along_rows_and_columns(view: WeightsView) -> None:
    task = pictures()
    view.show_course(frame(task, 3).focused, task)
    view.setFocus()
    boxes = view._boxes()
    columns = sum(box.center().y() == boxes[0].center().y() for box in boxes)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view._at == columns
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view._at == columns + 1
    for _ in range(9):
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert view._at == 0


def test_very_many_units_are_counted(view: WeightsView) -> None:
    task = pictures()
    course = with_net(frame(task, 3).focused, nn.Dense(300), nn.Dense(4), shape=(144,))
    view.show_course(course, task)
    assert len(view.tiles()) == 144
    assert "The first 144 of 300 pictures" in view.accessibleDescription()
    view.grab()


def test_weights_that_are_no_numbers_and_nets_without_any_are_borne(view: WeightsView) -> None:
    task = plane()
    course = frame(task, 3).focused
    for value in (math.nan, math.inf):
        net = course.net.with_theta(np.full(course.net.theta.shape, value, np.float32))
        view._pace.stop()
        view.show_course(replace(course, net=net), task)
        view.grab()
        view.enlarge(0)
        view.grab()
        assert "no numbers" in view.accessibleDescription()
        view.enlarge(None)
    view._pace.stop()
    view.show_course(with_net(course, nn.Tanh()), task)
    view.grab()
    assert view.tiles() == []
    assert view.accessibleDescription() == ""
    sine = plane("sine")
    view.show_course(frame(sine, 3).focused, sine)
    view.grab()


def test_theme_language_and_size_of_text_change_while_it_is_seen(view: WeightsView) -> None:
    task = plane()
    view.show_course(frame(task, 3).focused, task)
    for name in ("light", "contrast", "dark"):
        set_theme(name, 1.6)
        QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
        view.grab()
        view.enlarge(0)
        view.grab()
        view.enlarge(None)
    set_theme("dark")


def test_nothing_is_done_while_it_is_not_seen(qtbot: QtBot) -> None:
    made = WeightsView()
    qtbot.addWidget(made)
    task = plane()
    made.show_course(frame(task, 3).focused, task)
    assert made.tiles() == []
    made.show()
    assert len(made.tiles()) == 2
