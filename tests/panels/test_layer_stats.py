"""The idea of Statistics: what is counted is what is shown and told, and any net is borne."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.data import mnist
from neuroviz.data.digits import DigitSet
from neuroviz.panels.layers.lessons import DEAD, SATURATED
from neuroviz.panels.layers.stats import PAGE
from neuroviz.panels.layers.stats import panel as page_module
from neuroviz.panels.layers.stats.panel import StatsPanel
from neuroviz.sims.layer_stats import StatsFrame
from neuroviz.ui.room import Context
from tests.odd_nets import ODD
from tests.panels.host import Host, opened, workspace

LEFT = Qt.MouseButton.LeftButton
_FEW = 300


class Page:
    """The page and shorter words for what the tests ask of it."""

    def __init__(self, host: Host) -> None:
        assert isinstance(host.panel, StatsPanel)
        self.host, self.panel, self.view = host, host.panel, host.panel.view

    def settle(self) -> StatsFrame:
        def counted() -> bool:
            last = self.panel.last
            return isinstance(last, StatsFrame) and last.net is self.panel.net() and last.complete

        self.host.settle(lambda: self.panel.digits() is not None and counted())
        assert isinstance(self.panel.last, StatsFrame)
        return self.panel.last

    @property
    def layer(self) -> int:
        return self.panel.own_state()


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three hundred images are enough for what is asked here; the pad has all of them."""
    test = mnist.load_test()
    some = DigitSet(test.images[:_FEW], test.labels[:_FEW], "some")

    class Some:
        load_test = staticmethod(lambda: some)

    monkeypatch.setattr(page_module, "mnist", Some)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    with opened(PAGE, qtbot) as host:
        made = Page(host)
        made.panel.choose_net("MLP")
        made.settle()
        yield made


def test_the_sentence_tells_what_was_counted(page: Page) -> None:
    page.panel.choose_lesson(DEAD)
    frame = page.settle()
    assert page.layer == 2
    dead = int(frame.layers[2].dead.sum())
    assert dead > 20
    assert f"{dead} of 64" in page.panel.sentence()
    assert f"{_FEW}" in page.panel.sentence()
    page.panel.choose_lesson(SATURATED)
    frame = page.settle()
    assert f"{int(frame.layers[2].flat.sum())} of 64 units are saturated" in page.panel.sentence()


def test_a_row_is_chosen_by_click_and_key_and_undone(page: Page) -> None:
    table, first = page.view.table, page.layer
    y = next(y for y in range(table.height()) if table.row_at(y) == 4)
    QTest.mouseClick(table, LEFT, pos=QPoint(30, y + 3))
    assert page.layer == 4
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert page.layer == 3
    QTest.keyClick(table, Qt.Key.Key_End)
    assert page.layer == 5
    assert "5 dense" in table.accessibleDescription()
    for _ in range(3):
        page.panel.acts.undo()
    assert page.layer == first


def test_a_bar_tells_its_count(page: Page) -> None:
    frame = page.settle()
    bars = page.view.activations
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_End)
    QTest.keyClick(bars, Qt.Key.Key_Home)
    counts = frame.layers[page.layer].counts
    assert f"{int(counts.counts[0]):,} of {counts.n:,}" in bars.accessibleDescription()


def test_a_unit_tells_its_numbers(page: Page) -> None:
    frame = page.settle()
    grid = page.view.units
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    one = frame.layers[page.layer]
    assert grid.accessibleDescription().startswith(f"Unit 2 of {one.n_units}")
    assert grid.unit_at(QPointF(1, 1)) == 0
    assert grid.unit_at(QPointF(-1, 1)) == -1
    assert grid.unit_at(QPointF(grid.width() - 1, grid.height() - 1)) == -1


def test_what_is_saved_is_what_was_counted(page: Page) -> None:
    frame = page.settle()
    saved = page.panel.data()
    assert saved["dead"].tolist() == [int(layer.dead.sum()) for layer in frame.layers]
    assert saved["activation_counts"].sum() + frame.layers[page.layer].counts.zeros == _FEW * 128
    assert np.isnan(saved["weight_norm"][0])


def test_the_current_input_shows_as_ticks(page: Page) -> None:
    page.panel.show_test_image(5)
    page.host.settle(lambda: page.view.activations._here is not None)
    frame = page.panel.last
    assert isinstance(frame, StatsFrame)
    assert frame.here is not None
    x = mnist.load_test().images[5].reshape(1, -1).astype(np.float32) / np.float32(255)
    np.testing.assert_allclose(frame.here, frame.net.trace(x).activations[page.layer - 1][0], atol=1e-5)


def test_counting_can_be_stopped_and_goes_on(qtbot: QtBot) -> None:
    with opened(PAGE, qtbot) as host:
        page = Page(host)
        page.view.work.stop_asked.emit()
        assert host.panel.run is not None
        assert host.panel.run.paused
        assert page.view.work.state == "stopped"
        page.view.work.start_asked.emit()
        assert page.settle().complete


@pytest.mark.parametrize("number", range(5))
def test_presets_show_what_they_say(page: Page, number: int) -> None:
    page.panel.apply_preset(number)
    frame = page.settle()
    assert frame.net is page.panel.net()
    assert page.panel.acts.marked == number
    page.host.grab()


@pytest.mark.parametrize("name", ODD)
def test_any_net_is_borne(page: Page, name: str) -> None:
    page.panel.context.workspace.put("net", name, ODD[name]())
    page.panel.choose_net(name)
    frame = page.settle()
    assert page.panel.run is not None
    assert page.panel.run.outcome is None
    for layer in {0, len(frame.layers) // 2, len(frame.layers) - 1}:
        page.view.table.chosen.emit(layer)
        assert page.panel.sentence()
        page.host.grab()
    for one in (page.view.table, page.view.activations, page.view.weights, page.view.units):
        assert not one.property("painting_failed")


@pytest.mark.parametrize("layer", [-3, 99, "two", None, True, 1.5, []])
def test_what_a_file_says_of_the_layer_is_checked(qtbot: QtBot, layer: object) -> None:
    memory = {"layer": layer, "net": "nobody", "knobs": {"log": "yes"}}
    panel = StatsPanel(Context(workspace(), memory=memory))
    qtbot.addWidget(panel)
    assert 0 <= panel.own_state() <= len(panel.net().layers)
    assert not panel.knobs.config().log
    panel.shut()


def test_nothing_is_counted_unseen(page: Page) -> None:
    page.panel.leave()
    page.host.hide()
    page.panel.choose_net("CNN")
    assert page.panel.run is not None
    assert page.panel.run.paused
    page.host.show()
    page.panel.enter()
    assert page.settle().net is page.panel.net()
