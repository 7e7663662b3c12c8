"""NetMap as a widget: any net is painted; wheel, drag, clicks and keys do what they say."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.nn import (
    GELU,
    BatchNorm,
    Conv2d,
    Dense,
    Dropout,
    Flatten,
    LayerNorm,
    MaxPool,
    Net,
    ReLU,
    Sigmoid,
    Softmax,
    Tanh,
)
from neuroviz.nn.layer import Layer
from neuroviz.ui.net_map import NetMap
from neuroviz.ui.netmap import flow, overview
from neuroviz.ui.netmap.camera import Camera
from neuroviz.ui.netview.facts import Spot
from neuroviz.ui.share import render
from neuroviz.ui.theme import set_theme, theme
from tests.ui.nets import cnn, mlp, traced
from tests.ui.test_net_view import look_of, pixels, saturated


@pytest.fixture
def view(qtbot: QtBot) -> NetMap:
    widget = NetMap()
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    return widget


def shown(view: NetMap, net: Net, seed: int = 0) -> NetMap:
    view.set_net(net)
    view.set_trace(traced(net, seed))
    return view


def made(layers: tuple[Layer, ...], shape: tuple[int, ...]) -> Net:
    return Net.create(layers, shape, np.random.default_rng(0))


def spoilt(net: Net) -> Net:
    theta = net.theta.copy()
    theta[::5], theta[1::11] = np.nan, np.inf
    return net.with_theta(theta)


NETS = {
    "mlp": mlp(),
    "cnn": cnn(),
    "tiny": made((Dense(3), Tanh(), Dense(1), Sigmoid()), (2,)),
    "one layer": made((Dense(10),), (784,)),
    "one unit": made((Dense(1),), (1,)),
    "no weights": made((ReLU(),), (5,)),
    "thousand": made((Dense(1), Tanh()) * 1000, (1,)),
    "million": made((Dense(1000), ReLU(), Dense(200), ReLU(), Dense(10)), (784,)),
    "wide": made((Dense(5000), ReLU(), Dense(2)), (3,)),
    "norms": made((Dense(20), BatchNorm(), GELU(), Dropout(0.5), LayerNorm(), Dense(3), Softmax()), (7,)),
    "maps last": made((Conv2d(3, 3), ReLU(), MaxPool(2)), (2, 12, 12)),
    "flat first": made((Flatten(), Dense(4), ReLU(), Dense(2)), (1, 10, 10)),
    "one map": made((Conv2d(1, 3), ReLU(), Flatten(), Dense(2)), (1, 10, 10)),
    "not numbers": spoilt(mlp()),
    "maps not numbers": spoilt(cnn()),
    "five by five": made((Dense(5), ReLU()) * 30, (5,)),
}


@pytest.mark.parametrize("name", NETS)
def test_any_net_is_painted_asked_followed_folded_and_flows(view: NetMap, name: str) -> None:
    net = NETS[name]
    shown(view, net)
    view.set_answer(np.array([0.25, 0.75], np.float32))
    model = view.model()
    assert model is not None
    pictures = [look_of(view)]
    for spot in (Spot(0, 0), Spot(model.last // 2, 0), Spot(model.last, 0)):
        view.ask(spot)
        view.follow(spot)
        pictures.append(look_of(view))
    view.follow(None)
    view.ask(None)
    view.fold(model.last // 2)
    pictures.append(look_of(view))
    for along in np.linspace(0, flow.length(len(model.stages)), 5):
        view.set_moment(flow.moment(float(along), len(model.stages)))
        look_of(view)
    for factor in (3.0, 10.0, 40.0, 1e6):
        view.zoom(factor, 300, 300)
        look_of(view)
    view.set_trace(None)
    look_of(view)
    assert view.property("painting_failed") is not True
    assert len(np.unique(pictures[0].reshape(-1, 4), axis=0)) > 10


def test_every_theme_and_size_paints(view: NetMap) -> None:
    shown(view, cnn())
    for theme_name, scale in (("light", 1.6), ("contrast", 1.0), ("dark", 1.0)):
        set_theme(theme_name, scale)
        view.resize(700, 500)
        look_of(view)
    assert view.property("painting_failed") is not True


def wheel(view: NetMap, x: float, y: float, notches: int) -> None:
    at = QPointF(x, y)
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def test_the_wheel_zooms_at_the_pointer(view: NetMap) -> None:
    model = shown(view, mlp()).model()
    assert model is not None
    view.ask(Spot(1, 150))
    centre = view.ask_rect().center()
    wheel(view, centre.x(), centre.y(), 8)
    assert view.camera().scale > 3
    assert model.spot(centre.x(), centre.y()) == Spot(1, 150)
    wheel(view, centre.x(), centre.y(), -30)
    assert view.camera().whole


def test_a_drag_moves_the_map_and_is_no_click(view: NetMap, qtbot: QtBot) -> None:
    shown(view, mlp())
    view.zoom(4.0, 450, 300)
    before = view.camera()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(450, 300))
    for x in range(460, 560, 20):
        QTest.mouseMove(view, QPoint(x, 320))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(540, 320))
    assert view.camera().x > before.x
    assert view.following() is None


def test_a_click_follows_a_second_one_no_more(view: NetMap) -> None:
    shown(view, mlp())
    view.ask(Spot(2, 41))
    place = view.ask_rect().center()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert view.following() == Spot(2, 41)
    assert view.path() is not None
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert view.following() is None


def test_a_double_click_folds_and_follows_nothing(view: NetMap) -> None:
    shown(view, mlp())
    view.ask(Spot(2, 41))
    place = view.ask_rect().center()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert view.folded() == {2}
    assert view.following() is None
    model = view.model()
    assert model is not None
    block = model.blocks[2]
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(block.x + 4), round(block.y + 50)))
    assert view.folded() == frozenset()


def test_the_keyboard_does_all_of_it(view: NetMap) -> None:
    shown(view, mlp())
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Left)
    spot = view.asked()
    assert spot is not None
    assert spot.stage == 2
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.following() == spot
    for _ in range(8):
        QTest.keyClick(view, Qt.Key.Key_Plus)
        view.ask(spot)
    scale, x = view.camera().scale, view.camera().x
    assert scale > 3
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.camera().x == x - 60
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.camera().scale < scale
    view.ask(spot)
    for _ in range(40):  # what is asked for by arrows comes on the screen
        QTest.keyClick(view, Qt.Key.Key_Left)
        rect = view.ask_rect()
        assert view.rect().intersects(rect)
    QTest.keyClick(view, Qt.Key.Key_F)
    assert view.folded()
    view.ask(None)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.following() is None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.camera().whole
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.camera().whole


def test_what_is_followed_is_followed_while_the_input_changes(view: NetMap) -> None:
    net = mlp()
    shown(view, net)
    view.follow(Spot(3, 4))
    first = view.path()
    view.set_trace(traced(net, 9))
    second = view.path()
    assert first is not None
    assert second is not None
    assert set(first.cells[0].tolist()) != set(second.cells[0].tolist())


def test_following_lets_the_other_links_step_back(view: NetMap) -> None:
    shown(view, mlp())
    view.set_links(1000)
    every = saturated(look_of(view))
    view.follow(Spot(3, 4))
    assert saturated(look_of(view)) < 0.8 * every


def test_the_flow_lights_one_layer_after_the_other(view: NetMap) -> None:
    shown(view, mlp())
    whole = saturated(look_of(view))
    counts = []
    for along in (0, flow.PLACES, 2 * flow.PLACES):
        view.set_moment(flow.moment(along, 4))
        counts.append(saturated(look_of(view)))
    view.set_moment(None)
    assert counts[0] < counts[1] < counts[2]
    assert saturated(look_of(view)) == whole


def test_another_net_begins_as_a_whole(view: NetMap) -> None:
    shown(view, mlp())
    view.zoom(5.0)
    view.fold(1)
    view.follow(Spot(2, 3))
    shown(view, cnn())
    assert view.camera().whole
    assert view.folded() == frozenset()
    assert view.following() is None


def test_the_answer_has_names_shares_and_a_winner(view: NetMap) -> None:
    shown(view, mlp())
    p = np.full(10, 0.01, np.float32)
    p[7] = 0.91
    view.set_answer(p)
    answer = view.answer()
    assert answer.names == tuple("0123456789")
    assert answer.winner == 7
    assert answer.shares[7].startswith("91")
    view.set_answer(np.full(10, np.nan, np.float32))
    assert view.answer().winner == -1


def test_a_single_unit_stands_for_yes(view: NetMap) -> None:
    shown(view, NETS["tiny"])
    view.set_answer(np.array([0.2, 0.8], np.float32))
    answer = view.answer()
    assert (answer.names, answer.classes, answer.winner) == (("1",), (1,), 0)
    view.set_answer(np.array([0.8, 0.2], np.float32))
    assert view.answer().winner == -1


def test_a_frame_is_painted_for_every_trace(view: NetMap, qtbot: QtBot) -> None:
    net = mlp()
    shown(view, net)
    view.set_links(700)
    painted = 0
    plain = view.paintEvent

    def counted(event: object) -> None:
        nonlocal painted
        painted += 1
        plain(event)  # type: ignore[arg-type]

    view.paintEvent = counted  # type: ignore[method-assign,assignment]
    for seed in range(10):
        view.set_trace(traced(net, seed))
        view.repaint()
    assert painted >= 10
    assert view.camera() == Camera(squeeze=1.0)


def test_the_small_map_says_where_one_is_and_goes_there(view: NetMap) -> None:
    model = shown(view, mlp()).model()
    assert model is not None
    place = overview.place(model, theme())
    far = QPoint(round(place.x() + 0.1 * place.width()), round(place.center().y()))
    whole = look_of(view)
    view.zoom(5.0, 800, 300)
    assert not np.array_equal(look_of(view), whole)
    before = view.camera().x
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=far)
    assert view.camera().x > before + 200  # what lies at the left came into sight
    assert view.following() is None
    assert view.camera().scale == pytest.approx(5.0)


def test_a_file_of_lines_keeps_its_words_when_one_is_close(view: NetMap) -> None:
    shown(view, mlp())
    view.zoom(4.0, 300, 300)
    picture = render.svg(view, "net")
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        QSvgRenderer(QByteArray(picture)).render(painter)
    band = pixels(image)[4:30, 40:860, :3]
    colours, counts = np.unique(band.reshape(-1, 3), axis=0, return_counts=True)
    assert counts.max() > 0.8 * counts.sum(), "over the map lies a quiet band with words"
    assert len(colours) > 3
