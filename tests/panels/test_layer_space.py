"""The idea of Space: what is chosen is mapped, the input lies among its nearest, any net is borne."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.panels.layers.space import PAGE
from neuroviz.panels.layers.space.panel import SpacePanel
from neuroviz.panels.layers.space.side import PCA, TSNE
from neuroviz.panels.layers.space.sight import Sight, framed
from neuroviz.sims import layer_points
from neuroviz.sims.layer_space import SpaceFrame, last_hidden
from neuroviz.sims.layer_tsne import LAST
from neuroviz.ui.room import Context
from tests.odd_nets import ODD
from tests.panels.host import Host, opened, workspace

LEFT = Qt.MouseButton.LeftButton
_FEW = 200


class Page:
    """The page and shorter words for what the tests ask of it."""

    def __init__(self, host: Host) -> None:
        assert isinstance(host.panel, SpacePanel)
        self.host, self.panel, self.view = host, host.panel, host.panel.view

    def settle(self) -> SpaceFrame:
        def mapped() -> bool:
            last = self.panel.last
            return isinstance(last, SpaceFrame) and last.net is self.panel.net() and last.complete

        self.host.settle(lambda: self.panel.digits() is not None and mapped())
        assert isinstance(self.panel.last, SpaceFrame)
        return self.panel.last

    def reach(self, step: int) -> None:
        self.host.settle(lambda: self.panel.at() >= step)

    @property
    def layer(self) -> int:
        return self.panel.own_state().layer


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred points are enough for what is asked here."""
    monkeypatch.setattr(layer_points, "N_POINTS", _FEW)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    with opened(PAGE, qtbot) as host:
        made = Page(host)
        made.panel.choose_net("MLP")
        made.settle()
        yield made


def test_a_layer_of_the_strip_is_chosen_by_click_and_key_and_undone(page: Page) -> None:
    strip = page.view.strip
    first = page.layer
    QTest.mouseClick(strip, LEFT, pos=QPoint(20, 30))
    assert page.layer == 0
    page.settle()
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert page.layer == 1
    page.panel.acts.undo()
    page.panel.acts.undo()
    assert page.layer == first


def test_the_current_input_is_shown_with_its_nearest(page: Page) -> None:
    page.panel.show_test_image(7)
    page.host.settle(lambda: isinstance(page.panel.last, SpaceFrame) and page.panel.last.here is not None)
    frame = page.settle()
    assert frame.here is not None
    assert frame.here.nearest[0] == 7
    saved = page.panel.data()
    assert saved["nearest"].tolist() == frame.here.nearest.tolist()
    assert saved["pca"].shape == (_FEW, 2)
    assert page.view.near.accessibleDescription().startswith("1: is 9")


def test_a_click_on_a_point_or_neighbour_lays_it_on_the_pad(page: Page) -> None:
    frame = page.settle()
    assert frame.map is not None
    at = page.view.map.place_of(11)
    QTest.mouseClick(page.view.map, LEFT, pos=QPoint(round(at.x()), round(at.y())))
    number = page.panel.source.pad.content().number
    assert number is not None
    near = page.view.map.place_of(number) - at
    assert abs(near.x()) + abs(near.y()) < 15
    page.host.settle(lambda: page.panel.last.here is not None)  # type: ignore[union-attr]
    page.view.near.setFocus()
    QTest.keyClick(page.view.near, Qt.Key.Key_Down)
    QTest.keyClick(page.view.near, Qt.Key.Key_Return)
    assert page.panel.source.pad.content().number == page.panel.last.here.nearest[1]  # type: ignore[union-attr]


def test_keys_go_from_point_to_point_zoom_and_shift(page: Page) -> None:
    view = page.view.map
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    first = view.cursor_row
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.cursor_row != first
    assert "test image" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    sight = view.sight()
    assert sight.zoom > 1
    assert sight.x > 0
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.sight() == Sight()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert page.panel.source.pad.content().number == view.cursor_row


def test_the_path_is_played_sought_and_left_again(page: Page) -> None:
    panel = page.panel
    panel.seek(60)
    page.reach(60)
    assert panel.at() == 60
    assert not panel.playing
    panel.step_forward()
    page.reach(61)
    panel.step_back()
    assert panel.at() == 60
    assert "KL" in panel.sentence()
    assert panel.data()["tsne"].shape == (_FEW, 2)
    panel.side.map_chosen.emit(PCA)
    assert panel.at() == 0
    assert "KL" not in panel.sentence()
    panel.side.map_chosen.emit(TSNE)
    assert panel.at() == 60
    panel.play(True)
    page.reach(63)
    panel.play(False)
    assert panel.at() < LAST


def test_another_perplexity_or_layer_begins_the_path_anew(page: Page) -> None:
    panel = page.panel
    panel.seek(40)
    page.reach(40)
    panel.knobs.restore(type(panel.knobs.config())(perplexity=7))
    assert panel.at() == 0
    page.reach(3)
    assert panel.playing
    QTest.mouseClick(page.view.strip, LEFT, pos=QPoint(20, 30))
    assert panel.at() == 0
    page.reach(3)


def test_the_current_input_moves_with_the_path(page: Page) -> None:
    page.panel.show_test_image(7)
    page.panel.seek(300)
    page.reach(300)
    page.settle()
    view = page.view.map
    assert view._here is not None
    assert view._scene is not None
    rows = page.panel.last.here.anchors  # type: ignore[union-attr]
    around = view._scene.places[rows]
    assert (view._here >= around.min(axis=0) - 1e-3).all()
    assert (view._here <= around.max(axis=0) + 1e-3).all()


def test_mapping_can_be_stopped_and_goes_on(qtbot: QtBot) -> None:
    with opened(PAGE, qtbot) as host:
        page = Page(host)
        page.view.work.stop_asked.emit()
        assert host.panel.run is not None
        assert host.panel.run.paused
        assert page.view.work.state == "stopped"
        page.view.work.start_asked.emit()
        assert page.settle().complete


@pytest.mark.parametrize("number", range(6))
def test_presets_show_what_they_say(page: Page, number: int) -> None:
    page.panel.apply_preset(number)
    frame = page.settle()
    assert frame.net is page.panel.net()
    assert frame.map is not None
    assert not frame.map.fault
    assert page.panel.acts.marked == number


@pytest.mark.parametrize("name", ODD)
def test_any_net_is_borne(page: Page, name: str) -> None:
    page.panel.context.workspace.put("net", name, ODD[name]())
    page.panel.choose_net(name)
    frame = page.settle()
    assert page.panel.run is not None
    assert page.panel.run.outcome is None
    assert page.panel.sentence()
    page.panel.seek(5)
    if frame.map is not None and frame.map.near is not None:
        page.reach(5)
    page.host.grab()
    assert not page.view.map.property("painting_failed")
    assert not page.view.strip.property("painting_failed")


def test_a_point_of_the_plane_is_put_by_a_click(page: Page) -> None:
    page.panel.choose_net("2-8-8-3")
    frame = page.settle()
    assert frame.points is not None
    page.view.near.picked.emit(12)
    np.testing.assert_array_equal(page.panel.source.numbers(), frame.points.x[12])
    page.panel.acts.undo()
    assert not np.array_equal(page.panel.source.numbers(), frame.points.x[12])


@pytest.mark.parametrize("layer", [-3, 99, "two", None, True, 1.5, []])
def test_what_a_file_says_of_the_layer_is_checked(qtbot: QtBot, layer: object) -> None:
    memory = {"layer": layer, "net": "nobody", "knobs": {"perplexity": "many", "wrong": 3}}
    panel = SpacePanel(Context(workspace(), memory=memory))
    qtbot.addWidget(panel)
    assert 0 <= panel.own_state().layer <= len(panel.net().layers)
    assert panel.knobs.config() == type(panel.knobs.config())()
    panel.shut()


def test_the_last_hidden_layer_is_the_one_before_the_answer() -> None:
    assert last_hidden(ODD["one layer"]()) == 1
    assert last_hidden(ODD["layer norm and dropout"]()) == 4


def test_a_sight_keeps_what_is_under_the_pointer() -> None:
    places = np.random.default_rng(0).uniform(-3, 5, (50, 2))
    for at in ((0.0, 0.0), (0.4, -0.7), (-0.9, 0.9)):
        before = Sight(2.0, 0.2, -0.1)
        frame = framed(places, (100, 80), (90, 70), before)
        pixel = QPointF(100 + at[0] * 90, 80 - at[1] * 70)
        assert frame.part(pixel.x(), pixel.y()) == pytest.approx(at)
        after = framed(places, (100, 80), (90, 70), before.zoomed(1.5, at))
        far = np.hypot(*(frame.pixels(places) - (pixel.x(), pixel.y())).T)
        near = np.hypot(*(after.pixels(places) - (pixel.x(), pixel.y())).T)
        np.testing.assert_allclose(near, far * 1.5, rtol=1e-6)
    assert Sight(1.0, 0.5, 0.5).within() == Sight()
    assert Sight().zoomed(0.1).zoom == 1.0


def test_the_path_is_found_only_a_little_ahead_of_what_is_shown(page: Page) -> None:
    panel = page.panel
    panel.set_speed(0.5)
    panel.play(True)
    page.host.settle(lambda: panel._path.reached > 60 and not panel._path.working)
    assert panel._path.reached < 400
    panel.set_speed(1000.0)
    page.reach(150)
