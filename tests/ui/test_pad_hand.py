"""The hand on a drawing pad: it moves what lies there, and never out of sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.data import strokes
from neuroviz.ui.canvas import DrawingPad

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pad(qtbot: QtBot) -> DrawingPad:
    made = DrawingPad()
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    return made


def test_it_moves_and_does_not_draw(pad: DrawingPad) -> None:
    pad.set_drawing(strokes.digit(3))
    x, y = pad.drawing().strokes[0].points[0]
    pad.set_mover(True)
    QTest.mousePress(pad, LEFT, pos=QPoint(100, 100))
    QTest.mouseMove(pad, QPoint(120, 130))
    QTest.mouseMove(pad, QPoint(150, 100))
    QTest.mouseRelease(pad, LEFT, pos=QPoint(150, 100))
    moved = pad.drawing().strokes[0].points[0]
    side = pad.square().width()
    assert moved == (pytest.approx(x + 50 / side, abs=0.01), pytest.approx(y, abs=0.01))
    assert len(pad.drawing().strokes) == len(strokes.digit(3).strokes)
    pad.undo()
    assert pad.drawing() == strokes.digit(3)


@pytest.mark.parametrize(("dx", "dy"), [(50.0, 0.0), (-50.0, 0.0), (0.0, 50.0), (-3.0, -3.0)])
def test_a_part_stays_to_be_seen(pad: DrawingPad, dx: float, dy: float) -> None:
    pad.set_drawing(strokes.digit(3))
    pad.shift(dx, dy)
    pad.finish()
    points = [point for stroke in pad.drawing().strokes for point in stroke.points]
    for axis in (0, 1):
        assert min(point[axis] for point in points) <= 0.9 + 1e-9
        assert max(point[axis] for point in points) >= 0.1 - 1e-9


def test_an_empty_pad_has_nothing_to_move(pad: DrawingPad) -> None:
    pad.set_mover(True)
    QTest.mousePress(pad, LEFT, pos=QPoint(100, 100))
    QTest.mouseMove(pad, QPoint(150, 100))
    QTest.mouseRelease(pad, LEFT, pos=QPoint(150, 100))
    assert pad.content().empty
    assert not pad.history().canUndo()
