"""NetView as a widget: what it paints, what can be asked."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.nn import Dense, Net, ReLU
from neuroviz.ui.net_view import NetView
from neuroviz.ui.netview.facts import Spot
from neuroviz.ui.theme import set_theme, theme
from tests.ui.nets import cnn, mlp, traced


@pytest.fixture
def view(qtbot: QtBot) -> NetView:
    widget = NetView()
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    return widget


def pixels(image: QImage) -> np.ndarray:
    """(H, W, 4) bytes of an image, copied."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.array(image.constBits()).reshape(image.height(), image.width(), 4).copy()


def look_of(view: NetView) -> np.ndarray:
    return pixels(view.grab().toImage())


def saturated(picture: np.ndarray) -> int:
    """How many pixels are clearly coloured, the focus ring aside."""
    rgb = picture[5:-5, 5:-5, :3].astype(int)
    return int((rgb.max(axis=-1) - rgb.min(axis=-1) > 90).sum())


@pytest.mark.parametrize("net", [mlp(), cnn()])
def test_without_a_trace_the_structure_is_seen_and_nothing_glows(view: NetView, net: Net) -> None:
    view.set_net(net)
    resting = look_of(view)
    view.set_trace(traced(net))
    active = look_of(view)
    view.set_trace(None)
    assert np.unique(resting[100:500, :, :3].reshape(-1, 3), axis=0).shape[0] > 3
    coloured = saturated(resting)  # only the labels of the answer
    assert saturated(active) > 4 * coloured
    np.testing.assert_array_equal(look_of(view), resting)


def test_nothing_jumps_when_the_trace_changes(view: NetView) -> None:
    view.set_net(cnn())
    view.set_trace(traced(cnn(), 1))
    one = look_of(view)
    view.set_trace(traced(cnn(), 2))
    other = look_of(view)
    assert not np.array_equal(one, other)
    np.testing.assert_array_equal(one[:40, :700], other[:40, :700])  # the captions


def test_links_are_coarse_while_traces_stream_in_and_smooth_again_after(view: NetView, qtbot: QtBot) -> None:
    net = mlp()
    view.set_net(net)
    view.set_trace(traced(net, 1))
    fine = look_of(view)
    view.set_trace(traced(net, 2))
    view.set_trace(traced(net, 1))
    coarse = look_of(view)
    assert not np.array_equal(coarse, fine)
    assert len(np.unique(coarse.reshape(-1, 4), axis=0)) < len(np.unique(fine.reshape(-1, 4), axis=0))
    qtbot.waitUntil(lambda: np.array_equal(look_of(view), fine))


def test_fewer_links_are_drawn_when_asked(view: NetView) -> None:
    view.set_net(mlp())
    view.set_trace(traced(mlp()))
    many = saturated(look_of(view))
    view.set_links(0)
    assert saturated(look_of(view)) < many
    view.set_links(300)
    assert saturated(look_of(view)) > many


def test_hovering_asks_and_leaving_asks_no_more(view: NetView, qtbot: QtBot) -> None:
    view.set_net(mlp())
    view.set_trace(traced(mlp()))
    view.ask(Spot(1, 17))
    rect = view.ask_rect()
    view.ask(None)
    with qtbot.waitSignal(view.hovered) as told:
        QTest.mouseMove(view, rect.center())
    assert told.args is not None
    assert "unit 18 of 300" in str(told.args[0])
    assert view.asked() == Spot(1, 17)
    with qtbot.waitSignal(view.hovered) as told:
        QTest.mouseMove(view, QPoint(1, 599))
    assert told.args == [""]


def test_what_is_asked_follows_the_trace(view: NetView, qtbot: QtBot) -> None:
    view.set_net(mlp())
    view.set_trace(traced(mlp(), 1))
    view.ask(Spot(3, 4))
    with qtbot.waitSignal(view.hovered) as told:
        view.set_trace(traced(mlp(), 2))
    assert told.args is not None
    assert "answer “4”" in str(told.args[0])


def test_arrow_keys_reach_every_stage(view: NetView) -> None:
    view.set_net(cnn())
    view.set_trace(traced(cnn()))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.asked() == Spot(3, 0)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.asked() == Spot(3, 1)
    visited = set()
    for _ in range(60):
        QTest.keyClick(view, Qt.Key.Key_Left)
        spot = view.asked()
        assert spot is not None
        visited.add(spot.stage)
    assert visited == {0, 1, 2}
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.asked() is None


def test_another_net_forgets_what_was_asked(view: NetView) -> None:
    view.set_net(mlp())
    view.set_trace(traced(mlp()))
    view.ask(Spot(1, 299))
    view.set_net(cnn())
    assert view.asked() is None
    view.set_trace(traced(cnn()))
    look_of(view)
    assert view.property("painting_failed") is not True


@pytest.mark.parametrize(
    ("layers", "shape"),
    [
        ((Dense(3), ReLU(), Dense(1)), (2,)),
        ((Dense(1),) * 200, (1,)),
        ((Dense(10),), (784,)),
        ((Dense(12_000), ReLU(), Dense(2)), (3,)),
        ((ReLU(),), (5,)),
    ],
)
@pytest.mark.parametrize("size", [(900, 600), (320, 200)])
def test_any_net_is_painted(
    view: NetView, layers: tuple[Dense, ...], shape: tuple[int, ...], size: tuple[int, int]
) -> None:
    net = Net.create(layers, shape, np.random.default_rng(0))
    view.resize(*size)
    view.set_net(net)
    view.set_trace(traced(net))
    look_of(view)
    view.ask(Spot(0, 0))
    look_of(view)
    assert view.property("painting_failed") is not True


def test_it_follows_the_theme(view: NetView) -> None:
    view.set_net(mlp())
    view.set_trace(traced(mlp()))
    try:
        set_theme("light", 1.25)
        image = view.grab().toImage()
        assert image.pixelColor(450, 595) == theme().window
    finally:
        set_theme("dark")


def test_a_net_of_broken_numbers_is_painted(view: NetView) -> None:
    net = mlp()
    broken = net.with_theta(np.full_like(net.theta, np.nan))
    view.set_net(broken)
    view.set_trace(traced(broken))
    view.ask(Spot(1, 3))
    look_of(view)
    assert view.property("painting_failed") is not True
