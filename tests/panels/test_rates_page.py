"""Rates: a pair is dragged and its path follows; theory's marks belong to the surface; all goes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.data.surfaces import Knobs, surface
from neuroviz.panels.descent.rates import PAGE, config, showcase
from neuroviz.panels.descent.rates.config import RatesConfig, Rating, bend, best_known, plan
from neuroviz.panels.descent.rates.panel import RatesPanel
from neuroviz.panels.descent.rates.rate_ink import labels, raster, tones
from neuroviz.panels.descent.rates.showcase import Scene
from neuroviz.sims.descent.rates import GONE, SLOW, SMOOTH, SWINGING, RatesFrame, optimum
from neuroviz.ui import motion
from neuroviz.ui.room import Context
from neuroviz.ui.theme import theme
from tests.panels.host import Host, lay_out, opened, workspace


class Page:
    """The page in a window, with what tests ask of it."""

    def __init__(self, host: Host) -> None:
        self.host = host
        assert isinstance(host.panel, RatesPanel)
        self.panel: RatesPanel = host.panel

    def show(self, scene: Scene) -> RatesFrame:
        """A scene, its map fine."""
        self.panel.show_scene(scene)
        return self.wait()

    def wait(self) -> RatesFrame:
        """Until the map is fine and the pair walked."""
        self.host.settle(self.panel.posed)
        lay_out()
        assert isinstance(self.panel.last, RatesFrame)
        return self.panel.last

    @property
    def sentence(self) -> str:
        """What is said."""
        return str(self.panel.room.sentence.text())


@pytest.fixture
def page(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    motion.set_motion(False)
    monkeypatch.setattr("neuroviz.sims.descent.rates.SIDES", (8, 32))
    with opened(PAGE, qtbot) as host:
        yield Page(host)
    motion.set_motion(True)


def test_the_path_is_that_of_the_pair_and_the_sentence_has_its_end(page: Page) -> None:
    page.show(showcase.TEN)
    page.panel.set_pair(0.5, 0.0)
    frame = page.wait()
    ground = surface("bowl", Knobs(condition=10.0))
    (trail,) = page.panel.view.map.marks().trails
    xy = np.array(ground.starts[0])
    for k in range(20):
        np.testing.assert_allclose([trail.x[k], trail.y[k]], xy, atol=1e-12)
        xy = xy - 0.5 * np.array([float(one) for one in ground.gradient(*xy)])
    assert frame.pair_fate == SMOOTH
    assert f"after {frame.pair_taken} steps" in page.sentence


def test_a_press_takes_the_pair_there_and_a_drag_is_one_step(page: Page) -> None:
    page.show(showcase.TEN)
    panel, field = page.panel, page.panel.view.rates
    panel.acts.follow()
    count = panel.history.count()
    area = field.area()
    start = area.center()
    QTest.mousePress(field, Qt.MouseButton.LeftButton, pos=start.toPoint())
    QTest.mouseMove(field, (start + QPointF(30, 10)).toPoint())
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton, pos=(start + QPointF(30, 10)).toPoint())
    assert panel.history.count() == count + 1
    pair = panel.state().pair
    assert pair is not None
    at = field.place_of(pair)
    assert at is not None
    assert (at - start - QPointF(30, 10)).manhattanLength() < 3
    assert page.wait().pair == pair
    panel.acts.undo()
    assert panel.state().pair is None
    assert page.wait().pair == best_known(panel._ground)


def test_arrows_move_the_pair_and_stay_within_the_map(page: Page) -> None:
    page.show(showcase.OVER)
    field = page.panel.view.rates
    field.setFocus()
    before = page.panel.state().pair
    assert before is not None
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClick(field, Qt.Key.Key_Up)
    after = page.panel.state().pair
    assert after is not None
    assert after[0] < before[0]
    assert after[1] > before[1]
    for _ in range(40):
        QTest.keyClick(field, Qt.Key.Key_PageUp)
        QTest.keyClick(field, Qt.Key.Key_End)
    rate, momentum = page.panel.state().pair or (0.0, 0.0)
    assert momentum == pytest.approx(config.MOST_MOMENTUM)
    assert rate == pytest.approx(page.wait().plan.rates[1])
    assert field.accessibleDescription()


def test_places_and_pairs_belong_to_each_other(page: Page) -> None:
    page.show(showcase.TEN)
    field = page.panel.view.rates
    for pair in ((0.01, 0.0), (1.0, 0.9), (3.0, 0.99)):
        at = field.place_of(pair)
        assert at is not None
        assert field.pair_at(at) == pytest.approx(pair)


def test_hovering_tells_the_cell_with_its_formula(page: Page) -> None:
    frame = page.show(showcase.TEN)
    field = page.panel.view.rates
    area, side = field.area(), len(frame.fate)
    row, column = next(zip(*np.nonzero(frame.fate == SLOW), strict=True))
    at = QPointF(
        area.left() + (column + 0.5) / side * area.width(), area.bottom() - (row + 0.5) / side * area.height()
    )
    told = field.told(at)
    assert "too slow" in told
    assert "^(1/200) =" in told
    assert field.told(QPointF(0, 0)) == ""


@pytest.mark.parametrize("condition", [1.0, 10.0, 100.0])
def test_theory_is_that_of_the_surface(condition: float, page: Page) -> None:
    page.show(Scene(Rating("bowl"), replace(showcase.TEN.ground, condition=condition)))
    bent = bend(page.panel._ground)
    assert bent is not None
    assert bent.condition == pytest.approx(condition)
    assert best_known(page.panel._ground) == pytest.approx(optimum(1.0, 1 / condition))
    text = page.panel.view.theory.text()
    assert f"κ = λ/μ = {condition:g}" in text


def test_without_a_minimum_there_is_no_border_and_that_is_said(page: Page) -> None:
    page.show(Scene(Rating("open_saddle")))
    assert bend(page.panel._ground) is None
    assert "no border" in page.panel.view.theory.text()


def test_a_formula_has_its_minimum_found(page: Page) -> None:
    page.show(Scene(Rating("formula", "2x² + y²")))
    bent = bend(page.panel._ground)
    assert bent is not None
    assert (bent.high, bent.low) == pytest.approx((4.0, 2.0))


def test_a_formula_without_numbers_does_no_harm(page: Page) -> None:
    for text in ("ln(-1-x²)", "1/0 + x", "x - x", "exp(exp(exp(x)))"):
        page.show(Scene(Rating("formula", text)))
        assert page.sentence


def test_the_picture_tells_the_four_fates_apart_without_colour(page: Page) -> None:
    frame = page.show(Scene(Rating("bowl"), showcase.TEN.ground, RatesConfig(100)))
    assert {SLOW, SMOOTH, SWINGING, GONE} == set(np.unique(frame.fate))
    size = 320, 320
    words = raster(frame, theme(), size, 1.0)
    assert (words >> 24 == 255).all()
    side = len(frame.fate)
    cells = words.reshape(side, size[0] // side, side, size[1] // side).transpose(0, 2, 1, 3)[::-1]
    inked = np.array([[len(np.unique(cell)) for cell in row] for row in cells])
    assert (inked[frame.fate == GONE] > 1).all()
    assert (inked[frame.fate == SWINGING] > 1).mean() > 0.9
    assert (inked[(frame.fate == SLOW) | (frame.fate == SMOOTH)] == 1).all()
    found = labels(frame)
    for fate, (across, up) in found.items():
        assert frame.fate[int(up * side), int(across * side)] == fate


def test_brighter_is_sooner(page: Page) -> None:
    frame = page.show(showcase.TEN)
    shades = tones(frame)
    assert ((shades >= 0) & (shades <= 1)).all()
    there = (frame.taken < frame.plan.steps) & (frame.left < frame.plan.near) & (frame.fate != GONE)
    assert shades[there].min() >= 0.5
    assert shades[~there].max() <= 0.5
    order = np.argsort(frame.taken[there])
    assert (np.diff(shades[there][order]) <= 1e-12).all()


def goes_both_ways(page: Page, act: Any) -> None:
    panel = page.panel
    count, before = panel.history.count(), (panel.state(), panel.memory())
    act()
    panel.acts.settle()
    after = panel.state(), panel.memory()
    assert after != before
    assert panel.history.count() == count + 1
    panel.acts.undo()
    assert (panel.state(), panel.memory()) == before
    panel.acts.redo()
    assert (panel.state(), panel.memory()) == after


@pytest.mark.parametrize("act", ["surface", "formula", "pair", "start", "domain"])
def test_every_control_goes_back(page: Page, act: str) -> None:
    page.show(showcase.TEN)
    panel, view = page.panel, page.panel.view
    panel.acts.follow()
    acts = {
        "surface": lambda: panel.surfaces.chosen.emit("ravine"),
        "formula": lambda: panel.surfaces.typed.emit("x² + y²"),
        "pair": lambda: view.rates.taken.emit(0.3, 0.4),
        "start": lambda: view.start_asked.emit(1.0, 1.0),
        "domain": lambda: view.domain_asked.emit((-1.0, 1.0, -1.0, 1.0)),
    }
    goes_both_ways(page, acts[act])


@pytest.mark.parametrize("memory", [
    {"surface": 7, "formula": 3, "pair": "x", "rates": 3, "ground": []},
    {"pair": [0, 0.5]}, {"pair": [1.0, 1.0]}, {"pair": [1.0]}, {"pair": [float("nan"), 0.1]},
    {"pair": [True, False]},
    {"surface": "formula", "formula": "(((("}, {"rates": {"steps": 7}},
])
def test_a_strange_memory_does_no_harm(memory: dict[str, Any], qtbot: QtBot) -> None:
    panel = RatesPanel(Context(workspace(), memory))
    qtbot.addWidget(panel)
    assert panel.state() == Rating()
    assert panel.memory()["rates"] == vars(RatesConfig())
    panel.shut()


@pytest.mark.parametrize("scene", showcase.SCENES, ids=range(1, 10))
def test_every_scene_shows_what_it_promises(page: Page, scene: Scene) -> None:
    frame = page.show(scene)
    if scene is showcase.ROUND:
        assert frame.best is not None
        assert frame.best[1] < 0.3
    elif scene is showcase.OVER:
        assert frame.pair_fate == GONE
        page.panel.set_pair(2.05, 0.5)
        assert page.wait().pair_fate != GONE
    elif scene is showcase.HEAVY:
        assert frame.pair_fate == SWINGING
        assert frame.pair_taken > 100
    elif scene is showcase.HUNDRED:
        assert frame.best is not None
        assert frame.best[1] > 0.4
    elif scene is showcase.NOISY:
        assert frame.pair_fate == SWINGING
        assert plan(scene.rating, page.panel._ground, scene.rates, 4).noise == pytest.approx(0.5)
    else:
        assert frame.best is not None
