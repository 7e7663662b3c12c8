"""The pads for points and numbers, and the chooser that offers only what fits."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz import nn
from neuroviz.data import plane
from neuroviz.ui.net_chooser import NetChooser, any_net, current_name
from neuroviz.ui.plane_pad import REACH, PlanePad
from neuroviz.ui.vector_pad import LIMIT, VectorPad
from neuroviz.workspace import Workspace


def test_a_point_goes_where_the_mouse_is_and_moves_by_keys(qtbot: QtBot) -> None:
    pad = PlanePad()
    qtbot.addWidget(pad)
    pad.resize(300, 300)
    pad.set_task(plane.task("three"))
    pad.show()
    told: list[tuple[float, float]] = []
    pad.moved.connect(lambda x, y: told.append((x, y)))
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=pad.to_pixel(0.5, -0.25).toPoint())
    assert told[-1] == pytest.approx((0.5, -0.25), abs=0.02)
    before = pad.point()
    QTest.keyClick(pad, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert told[-1][1] == pytest.approx(before[1] + 0.2)
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert max(map(abs, pad.point())) <= REACH
    assert "x = -1.2" in pad.accessibleDescription()


def test_numbers_are_dragged(qtbot: QtBot) -> None:
    pad = VectorPad()
    qtbot.addWidget(pad)
    pad.resize(208, 208)
    pad.set_values(np.zeros(4, np.float32))
    pad.show()
    area = pad.square()
    third = QPoint(int(area.left() + area.width() * 5 / 8), int(area.top() + area.height() / 4))
    with qtbot.waitSignal(pad.moved):
        QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=third)
    assert pad.values().tolist() == pytest.approx([0, 0, LIMIT / 2, 0], abs=0.05)
    QTest.keyClick(pad, Qt.Key.Key_Left)
    QTest.keyClick(pad, Qt.Key.Key_Down)
    assert pad.values()[1] == pytest.approx(-0.05)


def test_only_nets_that_fit_are_offered_and_the_last_that_fitted_stays(qtbot: QtBot) -> None:
    workspace, rng = Workspace(), np.random.default_rng(0)
    digits = [nn.Net.create((nn.Dense(10),), (784,), rng) for _ in range(2)]
    workspace.put("net", "one", digits[0])
    workspace.put("net", "two", digits[1])
    workspace.put("net", "small", nn.Net.create((nn.Dense(3),), (2,), rng))
    of_digits, of_all = NetChooser(workspace), NetChooser(workspace, any_net)
    qtbot.addWidget(of_digits)
    qtbot.addWidget(of_all)
    told: list[str] = []
    of_digits.chosen.connect(told.append)
    workspace.choose("net", "two")
    workspace.choose("net", "small")
    assert told == ["two"]
    assert (of_digits.name(), of_all.name()) == ("two", "small")
    assert (of_digits._box.count(), of_all._box.count()) == (2, 3)
    assert of_all._size.text() == "9 parameters in one layer, from a point to the answer"
    assert current_name(workspace) == "two"
    assert of_digits._size.text() == "7,850 parameters in one layer, from picture to answer"
    workspace.choose("net", "two")
    assert told == ["two"]
