"""The page Formula: any net, hands on its numbers, time, copies."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.nn import (
    GELU,
    AvgPool,
    BatchNorm,
    Conv2d,
    Dense,
    Dropout,
    Flatten,
    Gate,
    Layer,
    LayerNorm,
    LeakyReLU,
    Linear,
    MaxPool,
    Net,
    ReLU,
    Sigmoid,
    Softmax,
    Tanh,
)
from neuroviz.nn.arrays import Shape, freeze
from neuroviz.panels.layers.formula.boxes import Glyphs
from neuroviz.panels.layers.formula.panel import FormulaPanel
from neuroviz.sims.expression import Number, Ref
from neuroviz.sims.formula import FormulaFrame
from neuroviz.ui import i18n
from neuroviz.ui.theme import set_theme
from tests.panels.host import Host, lay_out, opened, spec_of

ANY: dict[str, tuple[Shape, tuple[Layer, ...]]] = {
    "one layer": ((2,), (Dense(1),)),
    "five inputs": ((5,), (Dense(4), Tanh(), Dense(3))),
    "one input": ((1,), (Dense(3), ReLU(), Dense(1))),
    "norms": ((2,), (Dense(4), BatchNorm(), GELU(), LayerNorm(), Dropout(0.2), Dense(3), Softmax())),
    "nothing to do": ((2,), (Flatten(), Linear(), Dropout(0.5))),
    "function first": ((2,), (Tanh(), Dense(2), Sigmoid())),
    "wide": ((2,), (Dense(300), ReLU(), Dense(40))),
    "a thousand layers": ((2,), tuple(Dense(1) for _ in range(1000))),
    "four hundred in one": ((1,), tuple(layer for _ in range(199) for layer in (Dense(1), Tanh()))),
    "two wide, thousand deep": ((2,), tuple(Dense(2) for _ in range(1000))),
    "a million": ((784,), (Dense(1200), ReLU(), Dense(100), ReLU(), Dense(10))),
    "wide plane": ((2,), (Dense(1000), ReLU(), Dense(900), ReLU(), Dense(2))),
    "pictures": (
        (1, 28, 28),
        (Conv2d(4, 5, stride=2, padding=2), LeakyReLU(), AvgPool(2), Flatten(), Dense(10)),
    ),
    "small pictures": ((1, 4, 4), (Conv2d(2, 3), Gate(), ReLU(), MaxPool(2), Flatten(), Dense(2))),
    "maps at the end": ((1, 28, 28), (Conv2d(2, 5),)),
    "one number of a picture": ((2, 1, 1), (Conv2d(3, 1), ReLU(), Flatten(), Dense(2))),
}


@pytest.fixture
def host(qtbot: QtBot):
    with opened(spec_of("layers.formula"), qtbot) as found:
        yield found


def panel_of(host: Host) -> FormulaPanel:
    assert isinstance(host.panel, FormulaPanel)
    return host.panel


def bring(host: Host, net: Net, name: str = "tried") -> FormulaFrame:
    """Put a net on the table and wait for its answer."""
    panel = panel_of(host)
    panel.context.workspace.put("net", name, net)
    panel.choose_net(name)
    host.settle(panel.posed)
    lay_out()
    frame = panel.last
    assert isinstance(frame, FormulaFrame)
    assert not panel.room.problem.isVisible()
    return frame


def walk(host: Host) -> None:
    """Every form, every thing below, first and last step, every language of a copy."""
    panel = panel_of(host)
    for form in ("whole", "units", "layers"):
        panel.view.form_asked.emit(form)
        for below in ("maps", "counts", "nothing"):
            panel.view.below_asked.emit(below)
            for step in (1, panel.length()):
                panel.seek(step)
                panel.tick()
                host.grab()
                assert panel.sentence()
        for language in ("text", "latex", "python"):
            panel.view.copy_asked.emit(language)
            assert "=" in QGuiApplication.clipboard().text()
    panel.view.below_asked.emit("maps")
    panel.seek(0)
    lay_out()
    host.grab()


@pytest.mark.parametrize("kind", ANY)
def test_any_net_is_shown_somehow(host: Host, kind: str) -> None:
    shape, layers = ANY[kind]
    net = Net.create(layers, shape, np.random.default_rng(0))
    bring(host, net)
    walk(host)
    theta = net.theta.copy()
    theta[:: max(1, len(theta) // 3)] = (np.nan, np.inf, -np.inf, np.nan)[
        : len(theta[:: max(1, len(theta) // 3)])
    ]
    bring(host, net.with_theta(freeze(theta)), "broken")
    walk(host)


def test_an_empty_pad_is_told(host: Host) -> None:
    panel = panel_of(host)
    panel.choose_net("CNN")
    panel.source.pad.clear()
    host.settle(lambda: isinstance(panel.last, FormulaFrame) and panel.last.trace is None)
    assert panel.length() == 0
    assert "20,522" in panel.sentence()


def glyph(panel: FormulaPanel, ref: Ref) -> QPoint:
    """The middle of a number on the page."""
    for mark in panel.view.formula.page._marks:
        tag = mark.part.tag if isinstance(mark.part, Glyphs) else None
        if isinstance(tag, Number) and tag.ref == ref and mark.part.text not in "+−":
            return mark.rect.center().toPoint()
    raise AssertionError(f"{ref} is not on the page")


BIAS = Ref(2, "b", 0)


def weight(panel: FormulaPanel) -> float:
    frame = panel.last
    assert isinstance(frame, FormulaFrame)
    return float(frame.subject.net.views(2)["b"][0])


def test_a_number_is_dragged_and_all_follows_and_undo_brings_it_back(host: Host) -> None:
    host.pose()
    panel = panel_of(host)
    before = panel.last
    assert isinstance(before, FormulaFrame)
    page, start = panel.view.formula.page, weight(panel)
    at = glyph(panel, BIAS)
    QTest.mousePress(page, Qt.MouseButton.LeftButton, pos=at)
    assert page.held_ref() == BIAS
    QTest.mouseMove(page, at + QPoint(40, 0))
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton, pos=at + QPoint(40, 0))
    panel.acts.settle()
    host.settle(lambda: weight(panel) != start and panel.posed())
    after = panel.last
    assert isinstance(after, FormulaFrame)
    assert weight(panel) > start
    assert after.maps is not None
    assert before.maps is not None
    assert not np.array_equal(after.maps.maps[-1], before.maps.maps[-1])
    assert "1 of its 13" in panel.sentence()
    panel.acts.undo()
    host.settle(lambda: weight(panel) == start)
    panel.acts.redo()
    host.settle(lambda: weight(panel) > start)


def test_the_wheel_turns_only_the_number_that_is_held(host: Host) -> None:
    host.pose()
    panel = panel_of(host)
    page, start = panel.view.formula.page, weight(panel)
    at = glyph(panel, BIAS)

    def turn() -> None:
        event = QWheelEvent(
            QPointF(at), QPointF(page.mapToGlobal(at)), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(page, event)

    turn()
    assert not panel.own_state().edits
    page.hold(BIAS)
    turn()
    host.settle(lambda: weight(panel) > start)


def test_keys_go_from_number_to_number_and_turn_them(host: Host) -> None:
    host.pose()
    panel = panel_of(host)
    page = panel.view.formula.page
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Right)
    first = page.held_ref()
    assert first == Ref(2, "w", 0)
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert page.held_ref() == Ref(0, "w", 0)
    QTest.keyClick(page, Qt.Key.Key_Up)
    host.settle(lambda: len(panel.own_state().edits) == 1)
    assert panel.own_state().edits[0][0] == Ref(0, "w", 0)
    assert len(page.numbers()) == 13


def test_a_typed_value_is_taken_and_the_net_can_be_kept(host: Host) -> None:
    host.pose()
    panel = panel_of(host)
    panel.view.formula.page.hold(BIAS)
    panel.controls.entered.emit(-20.0)
    host.settle(lambda: weight(panel) == -20.0)
    panel.controls.keep.click()
    assert panel.net_name() == "2-3-1 2"
    assert float(panel.net().views(2)["b"][0]) == -20.0
    assert not panel.own_state().edits
    panel.acts.undo()
    host.settle(lambda: panel.net_name() == "2-3-1" and weight(panel) == -20.0)


def test_another_net_takes_no_edits_along(host: Host) -> None:
    host.pose()
    panel = panel_of(host)
    panel._on_turned(BIAS, 5.0)
    panel.choose_net("2-4-2")
    assert not panel.own_state().edits
    host.settle(panel.posed)
    assert panel.subject().net is panel.net()


def test_time_puts_one_value_in_after_the_other(host: Host) -> None:
    host.pose()
    panel = panel_of(host)
    assert panel.length() == 9  # the input, three sums, three tanh, the sum, σ
    told = []
    for step in range(1, 10):
        panel.step_forward()
        assert panel.at() == step
        told.append(panel.sentence())
    assert len(set(told)) == 9
    page = panel.view.formula.page
    host.settle(lambda: not page.waiting)
    shown = [mark.part.text for mark in page._marks if isinstance(mark.part, Glyphs)]
    assert "1.00" in shown
    assert "tanh" not in shown
    panel.step_back()
    assert panel.at() == 8


def test_a_click_on_a_name_or_a_map_chooses_it(host: Host) -> None:
    host.pose()
    panel = panel_of(host)
    cell = next(cell for cell in panel.view.maps.cells() if cell.place == (1, 2))
    QTest.mouseClick(panel.view.maps, Qt.MouseButton.LeftButton, pos=cell.rect.center().toPoint())
    host.settle(panel.posed)
    assert panel.own_state().chosen == (1, 2)
    frame = panel.last
    assert isinstance(frame, FormulaFrame)
    assert frame.large is not None
    assert frame.large.place == (1, 2)
    shown = [mark.part.text for mark in panel.view.formula.page._marks if isinstance(mark.part, Glyphs)]
    assert shown[0] == "h"
    panel.acts.undo()
    assert panel.own_state().chosen is None


def test_dragging_in_the_large_map_moves_the_input(host: Host) -> None:
    host.pose()
    panel = panel_of(host)
    large = panel.view.large
    middle = large.square().center().toPoint()
    QTest.mouseClick(large, Qt.MouseButton.LeftButton, pos=middle)
    np.testing.assert_allclose(panel.source.numbers(), [0, 0], atol=0.02)
    large.setFocus()
    QTest.keyClick(large, Qt.Key.Key_Right)
    assert panel.source.numbers()[0] > 0.01


def test_everything_on_the_page_says_what_it_is(host: Host) -> None:
    host.pose()
    panel = panel_of(host)
    page = panel.view.formula.page
    for step in (0, 3, 9):
        panel.seek(step)
        host.settle(lambda: not page.waiting)
        for mark in page._marks:
            tag = mark.part.tag if isinstance(mark.part, Glyphs) else None
            if tag is not None:
                assert page._told(tag), mark.part
    panel.choose_net("CNN")
    host.settle(panel.posed)
    for mark in page._marks:
        if isinstance(mark.part, Glyphs) and mark.part.tag is not None:
            assert page._told(mark.part.tag), mark.part


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_formula_never_sticks_out_where_it_could_be_broken(host: Host, scale: float) -> None:
    set_theme("light", scale)
    try:
        host.pose()
        panel = panel_of(host)
        for form in ("whole", "units"):
            panel.choose_net("2-8-8-3")
            panel.view.form_asked.emit(form)
            host.settle(panel.posed)
            lay_out()
            page = panel.view.formula.page
            assert all(mark.rect.right() <= page.width() for mark in page._marks)
            assert len({round(mark.rect.top()) for mark in page._marks}) > 3
    finally:
        set_theme("dark")


def test_the_pages_speak_both_languages(host: Host, qapp: QApplication) -> None:
    host.pose()
    i18n.install(qapp, "zh_CN")
    try:
        lay_out()
        walk(host)
    finally:
        i18n.install(qapp, "en")
