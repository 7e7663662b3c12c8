"""Net: a net is put together by mouse, keys, form and menus; every act can be taken back, or says why not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from neuroviz import nn
from neuroviz.panels.training.net import showcase
from neuroviz.panels.training.net.hand import stepped
from neuroviz.panels.training.net.panel import NetPanel
from neuroviz.scenes.blocks import blocks
from tests.panels.host import Host, lay_out, opened, spec_of

_Key = Qt.Key


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[Host]:
    with opened(spec_of("training.net"), qtbot, (1280, 800)) as found:
        found.pose()
        found.panel.acts.follow()
        yield found


def page(host: Host) -> NetPanel:
    assert isinstance(host.panel, NetPanel)
    return host.panel


def kinds(host: Host) -> list[str]:
    return [one.layer.kind for one in page(host).recipe().layers]


def widths(host: Host) -> list[int]:
    return [one.layer.n_out for one in page(host).recipe().layers if isinstance(one.layer, nn.Dense)]


def zone(host: Host, what: str, block: int) -> QPoint:
    """Where to click for that."""
    zones = page(host).view.stack.places().zones
    return next(z for z in zones if z.what == what and z.block == block).rect.center().toPoint()


def click(host: Host, what: str, block: int) -> None:
    QTest.mouseClick(page(host).view.stack, Qt.MouseButton.LeftButton, pos=zone(host, what, block))


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def pick(host: Host, name: str) -> None:
    """Choose from the open menu."""
    menu = page(host).hand._menu
    assert menu.isVisible()
    next(action for action in menu.actions() if action.data() == name).trigger()
    menu.close()
    lay_out()


def test_a_layer_is_put_in_and_taken_out_by_click_and_both_can_be_taken_back(host: Host) -> None:
    start = page(host).recipe()
    click(host, "add", 1)
    pick(host, "dropout")
    assert kinds(host) == ["dense", "tanh", "dropout", "dense", "tanh", "dense"]
    assert page(host).view.stack.block() == 1
    click(host, "bin", 0)
    assert kinds(host) == ["dropout", "dense", "tanh", "dense"]
    page(host).acts.undo()
    page(host).acts.undo()
    assert page(host).recipe() is start
    page(host).acts.redo()
    assert "dropout" in kinds(host)


def test_only_what_fits_is_offered(host: Host) -> None:
    offered = [name for name, _, _ in page(host).hand.choices("add", 0)]
    assert offered == ["dense", "dropout", "batch_norm", "layer_norm"]


def test_widths_follow_clicks_the_wheel_and_typing_and_a_turn_of_the_wheel_is_one_step(host: Host) -> None:
    click(host, "more", 0)
    assert widths(host) == [9, 8, 2]
    stack = page(host).view.stack
    place = zone(host, "number", 1)
    for _ in range(3):
        turn = QWheelEvent(
            QPointF(place), QPointF(stack.mapToGlobal(place)), QPoint(), QPoint(0, 120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(stack, turn)
    assert widths(host) == [9, 11, 2]
    page(host).acts.undo()
    assert widths(host) == [9, 8, 2]
    click(host, "number", 0)
    QTest.keyClicks(focused(), "24")
    QTest.keyClick(focused(), _Key.Key_Return)
    assert widths(host) == [24, 8, 2]
    click(host, "number", 0)
    QTest.keyClicks(focused(), "many")
    QTest.keyClick(focused(), _Key.Key_Return)
    assert widths(host) == [24, 8, 2]
    assert page(host).view.said()


def test_the_keyboard_does_all_of_it(host: Host) -> None:
    stack = page(host).view.stack
    stack.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(stack, _Key.Key_Up)
    assert widths(host) == [9, 8, 2]
    QTest.keyClick(stack, _Key.Key_Right)
    QTest.keyClick(stack, _Key.Key_L)
    assert page(host).recipe().rates() == (1, 1, 0, 1, 1)
    QTest.keyClick(stack, _Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert widths(host) == [8, 9, 2]
    assert stack.block() == 0
    QTest.keyClick(stack, _Key.Key_3)
    box = focused()
    QTest.keyClick(box, _Key.Key_2)
    QTest.keyClick(box, _Key.Key_Return)
    assert widths(host) == [32, 9, 2]
    QTest.keyClick(stack, _Key.Key_F)
    pick(host, "gelu")
    assert kinds(host)[:2] == ["dense", "gelu"]
    QTest.keyClick(stack, _Key.Key_I)
    pick(host, "orthogonal")
    assert page(host).recipe().layers[0].init == "orthogonal"
    QTest.keyClick(stack, _Key.Key_Delete)
    assert widths(host) == [9, 2]
    assert "1" in stack.accessibleDescription()


def test_digits_are_presets_after_a_click(host: Host) -> None:
    stack = page(host).view.stack
    click(host, "column", 1)
    QTest.keyClick(stack, _Key.Key_6)
    assert page(host).recipe().layers[0].init == "zeros"


def test_a_layer_is_dragged_to_another_place(host: Host) -> None:
    click(host, "more", 0)
    stack = page(host).view.stack
    head, target = stack.places().face(0).center(), stack.places().column(1).right - 5
    QTest.mousePress(stack, Qt.MouseButton.LeftButton, pos=head.toPoint())
    there = QPointF(target, head.y())
    drag = QMouseEvent(
        QEvent.Type.MouseMove, there, QPointF(stack.mapToGlobal(there)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(stack, drag)
    QTest.mouseRelease(stack, Qt.MouseButton.LeftButton, pos=there.toPoint())
    assert widths(host) == [8, 9, 2]


def test_what_cannot_be_done_changes_nothing_and_says_why(host: Host) -> None:
    start = page(host).recipe()
    stack = page(host).view.stack
    stack.choose(2)
    stack.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (_Key.Key_Delete, _Key.Key_Up):
        QTest.keyClick(stack, key)
        assert "2" in page(host).view.said()
        assert page(host).recipe() is start
    assert page(host).hand.move(0, 2) is False
    assert page(host).recipe() is start


def test_the_form_sets_the_block_that_is_looked_at(host: Host) -> None:
    form = page(host).form
    click(host, "column", 1)
    assert form.rows["n_out"].isVisible()
    assert not form.rows["kernel"].isVisible()
    form.turned.emit("n_out", 5)
    form.turned.emit("frozen", True)
    form.turned.emit("init", "small")
    one = blocks(page(host).recipe().layers)[1]
    assert (one.layer, one.plan.rate, one.plan.init) == (nn.Dense(5), 0.0, "small")
    assert not form.rows["factor"].isVisible()
    form.turned.emit("frozen", False)
    form.turned.emit("factor", 0.1)
    assert blocks(page(host).recipe().layers)[1].plan.rate == 0.1
    form.move_asked.emit(-1)
    assert widths(host) == [5, 8, 2]
    form.remove_asked.emit()
    assert widths(host) == [8, 2]


def test_a_convolution_before_pixels_in_a_row_is_mended_and_that_is_said(host: Host) -> None:
    page(host).apply_preset(1)
    host.settle(page(host).posed)
    assert page(host).hand.add(0, "conv2d")
    assert kinds(host)[:3] == ["conv2d", "relu", "flatten"]
    assert page(host).recipe().input_shape == (1, 28, 28)
    assert "Flatten" in page(host).view.said()
    assert not page(host).hand.set_number(0, "kernel", 40)
    host.settle(page(host).posed)
    assert page(host).hand.step(0, "kernel", 2)
    page(host).hand.add(1, "max_pool")
    page(host).hand.other_pool(1)
    assert "avg_pool" in kinds(host)


def test_presets_tell_what_is_odd_and_what_it_costs(host: Host) -> None:
    for number, said in ((5, "smaller"), (6, "no signal"), (8, "bends"), (9, "dropout"), (4, "epoch")):
        page(host).apply_preset(number - 1)
        host.settle(page(host).posed)
        assert said in page(host).room.sentence.text(), number
    cost = page(host).view.costs
    assert cost.epoch()
    assert f"{page(host).recipe().plan().n_trainable:,}" in page(host).room.sentence.text()


def test_a_trained_net_is_learned_further_with_frozen_layers_and_can_be_left_again(host: Host) -> None:
    showcase.try_further(page(host))
    recipe = page(host).recipe()
    assert recipe.start is not None
    assert recipe.rates()[0] == 0.0
    assert recipe.task.source == "digits"
    host.settle(page(host).posed)
    frozen = page(host).room.sentence.text()
    assert "frozen" in frozen
    net = page(host).context.workspace.get("net", "CNN")
    np.testing.assert_array_equal(page(host).data()["theta"], net.theta)
    page(host).hand.redraw()
    assert page(host).recipe().start is None
    page(host).acts.undo()
    assert page(host).recipe() is recipe
    page(host).start_form.set_frozen(False)
    page(host).acts.note()
    page(host).acts.undo()
    assert page(host).start_form.frozen()


def test_tips_fill_in_the_numbers(host: Host) -> None:
    places = page(host).view.stack.places()
    tip, _ = page(host).view.stack._tip(places.row("parameters", 1).center())
    assert tip == "8 inputs × 8 units + 8 biases = 72 parameters"
    tip, _ = page(host).view.stack._tip(places.face(0).center())
    assert "16" in tip
    assert "tanh" in tip


def test_an_edit_of_a_net_that_another_page_left_unfit_makes_it_fit_first(host: Host) -> None:
    from dataclasses import replace

    recipe = page(host).recipe()
    page(host).set_recipe(replace(recipe, task=replace(recipe.task, source="three", classes=3)))
    assert page(host).hand.set_number(0, "n_out", 6)
    assert widths(host) == [6, 8, 3]


@pytest.mark.parametrize(("value", "sign", "wanted"), [
    (1, 1, 2), (15, 1, 16), (16, 1, 20), (16, -1, 15), (20, -1, 16), (64, 1, 80), (64, -1, 56), (100, 1, 112),
])  # fmt: skip
def test_steps_grow_with_the_number(value: float, sign: int, wanted: float) -> None:
    assert stepped(value, sign, whole=True, field="n_out") == wanted
