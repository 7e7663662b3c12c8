"""Pads in several rooms, one sheet."""

from __future__ import annotations

import numpy as np
import shiboken6
from pytestqt.qtbot import QtBot

from neuroviz.data import strokes
from neuroviz.ui.shared_pad import SharedPad, current_sheet
from neuroviz.workspace import Workspace


def pads(qtbot: QtBot) -> tuple[Workspace, SharedPad, SharedPad]:
    workspace = Workspace()
    one, other = SharedPad(workspace), SharedPad(workspace)
    for pad in (one, other):
        qtbot.addWidget(pad)
        pad.show()
    return workspace, one, other


def test_what_is_drawn_on_one_is_seen_on_the_other(qtbot: QtBot) -> None:
    workspace, one, other = pads(qtbot)
    assert current_sheet(workspace).empty
    one.set_drawing(strokes.digit(3))
    assert other.content() is one.content() is current_sheet(workspace)
    other.set_picture(np.full((28, 28), 7, np.uint8), label=4)
    assert one.content().label == 4
    one.undo()
    assert other.drawing() == strokes.digit(3)


def test_a_pen_that_moves_elsewhere_is_one_step_to_take_back(qtbot: QtBot) -> None:
    _, one, other = pads(qtbot)
    one.press((0.2, 0.2, 1.0))
    for k in range(20):
        one.drag((0.2 + 0.02 * k, 0.3, 1.0))
    assert not other.content().empty
    one.finish()
    assert other.history().count() == 1
    other.undo()
    assert one.content().empty


def test_a_hidden_pad_catches_up_when_it_is_seen(qtbot: QtBot) -> None:
    _, one, other = pads(qtbot)
    other.hide()
    one.set_drawing(strokes.digit(5))
    assert other.content().empty
    other.show()
    assert other.drawing() == strokes.digit(5)


def test_a_new_pad_begins_with_what_is_there_and_nothing_to_undo(qtbot: QtBot) -> None:
    workspace, one, _ = pads(qtbot)
    one.set_drawing(strokes.digit(8))
    late = SharedPad(workspace)
    qtbot.addWidget(late)
    assert late.drawing() == strokes.digit(8)
    assert not late.history().canUndo()


def test_drawing_on_a_picture_forgets_what_it_showed(qtbot: QtBot) -> None:
    _, one, _ = pads(qtbot)
    one.set_picture(np.full((28, 28), 7, np.uint8), label=4)
    one.press((0.2, 0.2, 1.0))
    one.finish()
    assert one.content().label is None
    one.undo()
    assert one.content().label == 4


def test_a_pad_that_qt_has_deleted_is_not_told_any_more(qtbot: QtBot) -> None:
    workspace, one, _ = pads(qtbot)
    other = SharedPad(workspace)
    shiboken6.delete(other)
    one.set_drawing(strokes.digit(4))
    assert current_sheet(workspace).drawing == strokes.digit(4)
