"""Backprop, the page: what is seen at which place, which weight is taken apart, and what steps do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz import nn
from neuroviz.panels.layers.backprop import words
from neuroviz.panels.layers.backprop.course import Course
from neuroviz.panels.layers.backprop.panel import BackpropPanel
from neuroviz.sims.backprop import BackpropFrame
from neuroviz.sims.one_weight import Weight
from tests.panels.host import Host, opened, spec_of


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[Host]:
    with opened(spec_of("layers.backprop"), qtbot) as made:
        made.pose()
        yield made


def page(host: Host) -> BackpropPanel:
    assert isinstance(host.panel, BackpropPanel)
    return host.panel


def frame_of(host: Host) -> BackpropFrame:
    frame = page(host)._frame()
    assert frame is not None
    return frame


def test_values_come_forward_and_errors_go_back(host: Host) -> None:
    panel, frame = page(host), frame_of(host)
    course, found = panel._course, frame.gradients
    assert course is not None
    assert found is not None
    n = len(course.stages)
    for at in range(course.length + 1):
        seen = course.forward(found.trace, at).activations
        known = [i for i, a in enumerate(seen) if a is found.trace.activations[i]]
        last = len(seen) - 1 if at >= n else course.stages[at].last
        assert known == list(range(last + 1))
        back = course.back(found, at)
        if at <= n:
            assert back is None
        else:
            first = 0 if at == course.length else max(course.stages[2 * n - at].start, 0)
            known = [i for i, a in enumerate(back.activations) if a is found.dys[i]]
            assert known == list(range(first, len(seen)))


def test_the_sentence_says_another_thing_at_every_place(host: Host) -> None:
    panel, said = page(host), set()
    for at in range(panel.length() + 1):
        panel.seek(at)
        said.add(panel.sentence())
    assert len(said) == panel.length() + 1


def test_a_click_on_a_unit_takes_its_strongest_weight_apart(host: Host) -> None:
    panel = page(host)
    view = panel.view.back
    model = view._model
    assert model is not None
    block = model.blocks[model.last]
    x, y = block.corner(3)
    place = QPoint(round(x + block.cell[0] / 2), round(y + 2))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    host.settle(lambda: frame_of(host).chain is not None and frame_of(host).chain.weight.layer == 9)
    chain = frame_of(host).chain
    assert chain is not None
    assert chain.weight.index[1] == 3
    panel.acts.undo()
    host.settle(lambda: frame_of(host).chain is not None and frame_of(host).chain.weight.layer != 9)


def test_steps_bring_the_loss_down_are_kept_and_taken_back(host: Host) -> None:
    panel = page(host)
    before = frame_of(host).loss
    panel.steps.many.click()
    host.settle(lambda: frame_of(host).step == 20)
    assert frame_of(host).loss < before
    panel.steps.keep.click()
    kept = next(n for n in panel.context.workspace.names("net") if panel.context.workspace.is_own("net", n))
    np.testing.assert_array_equal(panel.context.workspace.get("net", kept).theta, frame_of(host).net.theta)
    panel.acts.settle()
    panel.steps.back.click()
    host.settle(lambda: frame_of(host).step == 0)
    assert frame_of(host).loss == pytest.approx(before)
    panel.acts.undo()
    host.settle(lambda: frame_of(host).net is not panel.net())
    assert frame_of(host).loss < before


def test_the_answer_taken_as_right_can_be_chosen(host: Host) -> None:
    panel = page(host)
    panel.steps._target.activated.emit(panel.steps._target.findData(8))
    host.settle(lambda: frame_of(host).target == 8)
    panel.acts.undo()
    host.settle(lambda: frame_of(host).target == 3)


@pytest.mark.parametrize(
    ("layers", "shape"),
    [
        ((nn.Dense(1),), (1,)),
        ((nn.ReLU(),), (3,)),
        (tuple(nn.Dense(1) for _ in range(1000)), (2,)),
        ((nn.Dense(1000), nn.ReLU(), nn.Dense(1000), nn.Dense(10)), (784,)),
        ((nn.Conv2d(2, 3), nn.BatchNorm(), nn.GELU(), nn.Flatten(), nn.LayerNorm(), nn.Dense(4),
          nn.Softmax()), (1, 6, 6)),
        ((nn.Conv2d(4, 3),), (1, 28, 28)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("broken", [False, True])
def test_any_net_is_shown_or_said_to_be_beyond_it(
    layers: tuple[nn.Layer, ...], shape: tuple[int, ...], broken: bool, host: Host
) -> None:
    panel = page(host)
    net = nn.Net.create(layers, shape, np.random.default_rng(0))
    if broken and net.n_params:
        net = net.with_theta(np.full_like(net.theta, np.nan))
    panel.context.workspace.put("net", "odd", net)
    panel.choose_net("odd")
    host.settle(lambda: panel._frame() is not None)
    for at in (0, panel.length() // 2, panel.length()):
        panel.seek(at)
        assert panel.sentence()
        panel.grab()
    assert not panel.room.problem.isVisible()


def test_a_weight_that_is_not_there_falls_back_to_one_that_is(host: Host) -> None:
    panel = page(host)
    panel._on_weight(Weight(0, "w", (99, 0, 0, 0)))
    host.settle(lambda: panel.run is not None and panel.run.resting)
    chain = frame_of(host).chain
    assert chain is not None
    assert chain.weight != Weight(0, "w", (99, 0, 0, 0))


def test_the_course_of_a_net_of_one_layer() -> None:
    course = Course(nn.Net.create((nn.Dense(2),), (2,), np.random.default_rng(0)))
    assert [course.place(at).leg for at in range(course.length + 1)] == [
        "forward", "forward", "loss", "back", "back", "update",
    ]  # fmt: skip


def test_no_tick_is_put_to_numbers_too_small_to_compare(host: Host) -> None:
    chain = frame_of(host).chain
    assert chain is not None
    same = replace(chain, gradient=0.25, below=0.25, above=0.25)
    other = replace(chain, gradient=0.25, below=0.35, above=0.35)
    small = replace(chain, gradient=-2.56e-9, below=-3.55e-9, above=-3.55e-9)
    assert "✓" in words.check(same)
    assert "not the same" in words.check(other)
    assert "too small" in words.check(small)
    assert not words.agrees(small)


def test_a_net_whose_values_overflow_is_said_to_do_so(host: Host) -> None:
    panel = page(host)
    net = nn.Net.create((nn.Dense(8), nn.ReLU(), nn.Dense(10)), (784,), np.random.default_rng(0))
    panel.context.workspace.put("net", "huge", net.with_theta(net.theta * np.float32(1e38)))
    panel.choose_net("huge")
    assert "still of the net before" in panel.room.sentence.text()
    host.settle(lambda: panel._frame() is not None)
    assert "not a number" in panel.sentence()
    assert "not a number" in panel.view.chain.accessibleDescription()
    assert not panel.steps.one.isEnabled()
