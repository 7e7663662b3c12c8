"""Walk: what is dragged, typed and switched is walked on at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.panels.descent import PANEL
from neuroviz.panels.descent.ground import FIRST_FORMULA, FORMULA, OWN_DOMAIN
from neuroviz.panels.descent.walk import showcase, words
from neuroviz.panels.descent.walk.config import Walking, method_of, own_knobs
from neuroviz.panels.descent.walk.panel import WalkPanel
from neuroviz.sims.descent.methods import KINDS, usual
from neuroviz.sims.descent.walk import WalkFrame
from tests.panels.host import Host, opened


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[Host]:
    with opened(PANEL, qtbot) as made:
        made.settle(lambda: made.panel.last is not None)
        yield made


def panel_of(host: Host) -> WalkPanel:
    assert isinstance(host.panel, WalkPanel)
    return host.panel


def frame_of(host: Host) -> WalkFrame:
    assert isinstance(host.panel.last, WalkFrame)
    return host.panel.last


def at(host: Host, step: int) -> WalkFrame:
    host.panel.seek(step)
    host.settle(lambda: frame_of(host).step == step)
    return frame_of(host)


def test_a_dragged_start_takes_the_paths_along(host: Host) -> None:
    panel = panel_of(host)
    before = at(host, 30)
    panel.view.map.dragged.emit(1.0, 1.5)
    host.settle(lambda: frame_of(host).step == 30 and frame_of(host) is not before)
    after = frame_of(host)
    assert np.array_equal(after.walkers[0].path[0], (1.0, 1.5))
    assert len(after.walkers[0].path) == 31
    panel.view.map.dropped.emit(1.0, 1.5)
    panel.acts.undo()
    host.settle(lambda: np.array_equal(frame_of(host).walkers[0].path[0], before.walkers[0].path[0]))
    panel.acts.redo()
    host.settle(lambda: np.array_equal(frame_of(host).walkers[0].path[0], (1.0, 1.5)))


def test_a_typed_formula_is_the_ground_as_soon_as_it_can_be_read(host: Host) -> None:
    panel = panel_of(host)
    panel.surfaces.chosen.emit(FORMULA)
    line = panel.surfaces.line
    line.setFocus()
    line.clear()
    QTest.keyClicks(line, "(x-1)^2+(y+")
    assert panel.surfaces.fault.text()
    assert "place" in panel.surfaces.fault.text().lower() or "after" in panel.surfaces.fault.text()
    QTest.keyClicks(line, "2)^2")
    assert not panel.surfaces.fault.text()
    assert panel.state().formula == "(x-1)^2+(y+2)^2"
    assert panel._ground.domain == OWN_DOMAIN
    np.testing.assert_allclose(panel._ground.minima, [(1.0, -2.0)], atol=1e-6)
    panel.acts.settle()
    panel.acts.undo()
    assert panel.state().formula == FIRST_FORMULA


@pytest.mark.parametrize(
    "text", ["__import__('os')", "x.real", "9**9**9**9", "(" * 2000, "lambda: 3", "x if y else 1"]
)
def test_a_bad_formula_says_so_and_changes_nothing(host: Host, text: str) -> None:
    panel = panel_of(host)
    panel.surfaces.chosen.emit(FORMULA)
    before, ground = panel.state(), panel._ground
    panel.surfaces.line.setText(text)
    panel.surfaces.line.textEdited.emit(panel.surfaces.line.text())
    assert panel.state() == before
    assert panel._ground is ground
    assert 0 < len(panel.surfaces.fault.text()) < 160


@pytest.mark.parametrize("text", ["log(-1)+x²", "9^9^9^9+x", "sqrt(-1-x²)"])
def test_a_formula_that_is_nowhere_a_number_says_so_and_changes_nothing(host: Host, text: str) -> None:
    panel = panel_of(host)
    panel.surfaces.chosen.emit(FORMULA)
    before = panel.state()
    panel.surfaces.line.setText(text)
    panel.surfaces.line.textEdited.emit(text)
    assert panel.state() == before
    assert panel.surfaces.fault.text()


def test_methods_join_and_leave_and_somebody_has_to_walk(host: Host, qtbot: QtBot) -> None:
    panel = panel_of(host)
    panel.methods.row("newton").toggle.click()
    host.settle(lambda: any(one.kind == "newton" for one in frame_of(host).walkers))
    assert panel.state().picked == "newton"
    for kind in panel.state().shown[:-1]:
        panel.methods.row(kind).toggle.click()
    with qtbot.waitSignal(panel.notice):
        panel.methods.row(panel.state().shown[0]).toggle.click()
    assert len(panel.state().shown) == 1


def test_heights_by_their_logarithm_are_an_act_like_any_other(host: Host) -> None:
    panel = panel_of(host)
    panel.view.log.click()
    relief = panel.view.map.relief()
    assert relief is not None
    assert relief.log
    panel.acts.undo()
    assert not panel.state().log
    assert not panel.view.log.isChecked()


def test_a_turned_rate_is_walked_with(host: Host) -> None:
    panel = panel_of(host)
    at(host, 20)
    panel.methods.picked.emit("gd")
    panel.methods.forms["gd"].row("rate")._on_turned(0.0001)
    host.settle(lambda: frame_of(host).step == 20)
    gd = next(one for one in frame_of(host).walkers if one.kind == "gd")
    np.testing.assert_allclose(gd.made, -0.0001 * gd.gradient)


@pytest.mark.parametrize("number", range(len(showcase.SCENES)))
def test_every_preset_walks_and_says_how_it_stands(host: Host, number: int) -> None:
    panel = panel_of(host)
    panel.apply_preset(number)
    scene = showcase.SCENES[number]
    frame = at(host, min(scene.until, 60))
    assert [one.kind for one in frame.walkers] == list(scene.walking.shown)
    assert words.sentence(frame) == panel.sentence()
    assert panel.view.tip.text()


def test_the_rate_that_is_just_too_high_loses_and_the_step_says_why(host: Host) -> None:
    panel = panel_of(host)
    panel.apply_preset(2)
    early, late = at(host, 20), at(host, 190)
    assert late.walkers[0].values[-1] > 100 * early.walkers[0].values[0]


def test_what_was_set_is_there_again_and_nonsense_is_not() -> None:
    now = Walking("beale", shown=("gd", "adam"), picked="adam", log=True, shows="slices")
    assert Walking.remembered(now.kept()) == now
    for bad in (
        {"surface": 3, "formula": "import os", "shown": ["x"], "picked": [], "log": "yes", "shows": None},
        {"surface": "formula", "formula": "(("}, {},
    ):  # fmt: skip
        assert Walking.remembered(bad).ground is not None
    assert Walking.remembered({"surface": "formula", "formula": "(("}).surface == "ravine"


@pytest.mark.parametrize("kind", KINDS)
def test_a_method_and_its_knobs_are_the_same(kind: str) -> None:
    method = usual(kind)  # type: ignore[arg-type]
    assert method_of(method.kind, own_knobs(method)) == method


def test_the_keyboard_reaches_map_block_and_formula(host: Host) -> None:
    panel = panel_of(host)
    for one in (panel.view.map, panel.view.block, panel.surfaces.box):
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert one.accessibleName()
