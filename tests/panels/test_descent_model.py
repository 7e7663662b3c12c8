"""Model: what is moved on the data moves on the surface, and the other way round; all can be taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from time import perf_counter

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.data.two_knobs import KINDS, Kind
from neuroviz.panels.descent.model import handles, showcase, words
from neuroviz.panels.descent.model.config import MOST, Fitting, fresh
from neuroviz.panels.descent.model.panel import ModelPanel
from neuroviz.panels.descent.model.view import dotted
from neuroviz.sims.descent.fit import FitFrame
from neuroviz.ui import motion
from tests.panels.host import Host, opened, spec_of

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[Host]:
    with opened(spec_of("descent.model"), qtbot) as made:
        made.settle(lambda: made.panel.last is not None)
        yield made


@pytest.fixture
def still() -> Iterator[None]:
    motion.set_motion(False)
    yield
    motion.set_motion(True)


def panel_of(host: Host) -> ModelPanel:
    assert isinstance(host.panel, ModelPanel)
    return host.panel


def frame_of(host: Host) -> FitFrame:
    assert isinstance(host.panel.last, FitFrame)
    return host.panel.last


def at(host: Host, step: int) -> FitFrame:
    host.panel.seek(step)
    host.settle(lambda: isinstance(host.panel.last, FitFrame) and host.panel.last.step == step)
    return frame_of(host)


def drag(host: Host, start: QPointF, *stops: QPointF) -> None:
    """In the data, with the left button."""
    data = panel_of(host).view.data
    QTest.mousePress(data, LEFT, pos=start.toPoint())
    for stop in stops:
        QTest.mouseMove(data, stop.toPoint())
    QTest.mouseRelease(data, LEFT, pos=(stops or (start,))[-1].toPoint())


# -- from the surface to the data, and back ------------------------------------------------------------


def test_a_point_of_the_surface_is_a_curve_on_the_data(host: Host) -> None:
    panel = panel_of(host)
    panel.view.map.picked.emit(1.5, -0.5)
    panel.view.map.dragged.emit(1.0, 0.25)
    panel.view.map.dropped.emit(1.0, 0.25)
    host.settle(lambda: panel.at() == (1.0, 0.25) and panel.last is not None)
    (x1, y1), (x2, y2) = panel.view.data.grips()
    np.testing.assert_allclose([y1, y2], [x1 + 0.25, x2 + 0.25])
    assert panel.view.map.cursor_at() == (1.0, 0.25)
    assert "w = 1, b = 0.25" in panel.sentence()
    panel.acts.undo()
    assert panel.at() != (1.0, 0.25)
    panel.acts.redo()
    assert panel.at() == (1.0, 0.25)


@pytest.mark.parametrize("scaled", [False, True])
def test_a_dragged_handle_moves_the_point_and_the_other_handle_stays(host: Host, scaled: bool) -> None:
    panel = panel_of(host)
    if scaled:
        panel.model.scale.toggle.click()
    panel.set_place(0.5, 0.1)
    host.settle(lambda: panel.last is not None)
    panel.acts.follow()
    data = panel.view.data
    one, other = data.grips()
    to = QPointF(data.pixel_of(*one).x() + 12, data.pixel_of(*one).y() - 40)
    drag(host, data.pixel_of(*one), to)
    w, b = panel.state().scaling.plain(*panel.at())
    assert w * other[0] + b == pytest.approx(other[1])
    assert data.pixel_of(data.grips()[0][0], w * data.grips()[0][0] + b).y() == pytest.approx(to.y(), abs=1.5)
    assert data.pixel_of(*data.grips()[0]).x() == pytest.approx(to.x(), abs=1.5), "it stays where it was left"
    panel.acts.undo()
    assert panel.at() == (0.5, 0.1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_curve_goes_through_the_hand_and_what_it_turns_about(kind: Kind) -> None:
    model, window = Fitting(kind, fresh(kind)).model, (-2.0, 2.0, -2.0, 2.0)
    held = (0.8, 0.4)
    for x, y in ((-1.0, 0.3), (0.2, 0.9), (1.9, 0.1)):
        w, b = handles.through(kind, (x, y), held, window)
        assert w * held[0] + b == pytest.approx(held[1])
        assert handles.height(model, w, b, x) == pytest.approx(y)
    for y in (-50.0, 50.0):
        assert np.isfinite(handles.through(kind, (0.8, y), held, window)).all()


@pytest.mark.parametrize("kind", KINDS)
def test_handles_are_within_the_window_and_apart(kind: Kind) -> None:
    rng = np.random.default_rng(0)
    window = (50.0, 150.0, -1.0, 2.0)
    for w, b in [*rng.normal(0, 5, (50, 2)), (0.0, 0.0), (0.0, 99.0), (1e6, -1e8)]:
        one, other = handles.places(kind, float(w), float(b), window)
        assert 50.0 <= one <= other - 6.9
        assert other <= 150.0


# -- examples ------------------------------------------------------------------------------------------


def test_a_dragged_example_bends_the_surface_at_once(host: Host) -> None:
    panel = panel_of(host)
    before, relief = panel.state().points, panel.view.map.relief()
    place = panel.view.data.pixel_of(*before[3])
    drag(host, place, place + QPointF(0, 20), place + QPointF(0, 60))
    after = panel.state().points
    assert after[3][1] < before[3][1]
    assert after[:3] + after[4:] == before[:3] + before[4:]
    assert panel.view.map.relief() is not relief
    panel.acts.undo()
    assert panel.state().points == before


def test_a_click_adds_an_example_and_the_right_button_takes_it_away(host: Host, qtbot: QtBot) -> None:
    panel, data = panel_of(host), panel_of(host).view.data
    n = len(panel.state().points)
    empty = data.pixel_of(-1.2, 2.0)
    drag(host, empty)
    assert len(panel.state().points) == n + 1
    np.testing.assert_allclose(panel.state().points[-1], (-1.2, 2.0), atol=0.03)
    QTest.mouseClick(data, RIGHT, pos=empty.toPoint())
    assert len(panel.state().points) == n
    panel.acts.undo()
    assert len(panel.state().points) == n + 1
    panel.set_points(panel.state().points[:1])
    with qtbot.waitSignal(panel.notice):
        QTest.mouseClick(data, RIGHT, pos=data.pixel_of(*panel.state().points[0]).toPoint())
    panel.set_points(tuple((x / MOST, 0.0) for x in range(MOST)))
    with qtbot.waitSignal(panel.notice):
        drag(host, data.pixel_of(-1.2, 2.0))
    assert len(panel.state().points) == MOST


def test_classes_are_zero_or_one_wherever_they_are_dragged(host: Host) -> None:
    panel = panel_of(host)
    panel.model.chosen.emit("logistic")
    data, points = panel.view.data, panel.state().points
    i = next(i for i, (_, y) in enumerate(points) if y == 0)
    place = data.pixel_of(*points[i])
    drag(host, place, place - QPointF(0, 30))
    assert panel.state().points[i][1] == 0
    place = data.pixel_of(*panel.state().points[i])
    drag(host, place, data.pixel_of(points[i][0], 0.8))
    assert panel.state().points[i][1] == 1
    assert {y for _, y in panel.state().points} == {0.0, 1.0}


def test_all_of_it_by_keys(host: Host) -> None:
    panel = panel_of(host)
    data = panel.view.data
    data.setFocus()
    for _ in range(3):
        QTest.keyClick(data, Qt.Key.Key_PageDown)
    assert data.chosen() is not None
    kind, i = data.chosen()
    assert kind == "example"
    before = panel.state().points
    assert str(words.number(before[i][0])) in data.accessibleDescription()
    QTest.keyClick(data, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert panel.state().points[i][1] > before[i][1]
    QTest.keyClick(data, Qt.Key.Key_Delete)
    assert len(panel.state().points) == len(before) - 1
    QTest.keyClick(data, Qt.Key.Key_Insert)
    assert len(panel.state().points) == len(before)
    assert data.chosen() == ("example", len(before) - 1)
    panel.acts.settle()
    place = panel.at()
    for _ in range(2):
        QTest.keyClick(data, Qt.Key.Key_PageDown)
    while data.chosen() != ("handle", 0):
        QTest.keyClick(data, Qt.Key.Key_PageDown)
    QTest.keyClick(data, Qt.Key.Key_Up)
    assert panel.at() != place
    surface = panel.view.map
    surface.setFocus()
    place = panel.at()
    QTest.keyClick(surface, Qt.Key.Key_Right)
    assert panel.at()[0] > place[0]
    assert panel.at()[1] == pytest.approx(place[1])


def test_while_it_plays_the_way_goes_on_over_the_other_surface(host: Host) -> None:
    panel = panel_of(host)
    panel.apply_preset(0)
    host.settle(lambda: panel.last is not None and frame_of(host).step > 3)
    run, path = panel.run, frame_of(host).walker.path
    panel.set_points(tuple((x, -y) for x, y in panel.state().points))
    host.settle(lambda: frame_of(host).step > len(path) + 5)
    assert panel.run is run
    assert np.array_equal(frame_of(host).walker.path[: len(path)], path)
    panel.play(False)


@pytest.mark.parametrize("page", ["descent", "descent.model", "descent.balls"])
def test_a_preset_plays_at_the_pace_that_is_set_from_its_first_moment(page: str, qtbot: QtBot) -> None:
    with opened(spec_of(page), qtbot) as host:
        host.settle(lambda: host.panel.last is not None)
        begun = perf_counter()
        host.panel.apply_preset(0)
        host.settle(lambda: host.panel.last is not None and host.panel.last.step > 2)
        assert host.panel.run is not None
        assert host.panel.run.head <= 2 + host.panel.room.transport.speed() * (perf_counter() - begun)


def test_at_rest_it_is_as_if_the_examples_had_always_been_so(host: Host) -> None:
    panel = panel_of(host)
    before = at(host, 9)
    panel.set_points(tuple((x, -y) for x, y in panel.state().points))
    host.settle(lambda: panel.last is not None and panel.last is not before and panel.last.step == 9)
    assert not np.array_equal(frame_of(host).walker.path[1], before.walker.path[1])


# -- the fit -------------------------------------------------------------------------------------------


def test_scaled_inputs_show_the_same_curve_on_a_rounder_surface(host: Host) -> None:
    panel = panel_of(host)
    panel.apply_preset(2)
    panel.play(False)
    at(host, 3)
    plain = panel.at()
    condition = [np.linalg.cond(panel.state().model.shape(0.0, 0.0)[2])]
    panel.model.scale.toggle.click()
    condition.append(np.linalg.cond(panel.state().model.shape(0.0, 0.0)[2]))
    np.testing.assert_allclose(panel.state().scaling.plain(*panel.at()), plain)
    assert condition[0] > 1e5
    assert condition[1] == pytest.approx(1.0)
    assert panel.methods.method("gd").rate > 1000 * showcase.FAR.fitting.model.rate
    last = at(host, 60)
    assert last.walker.values[-1] == pytest.approx(panel.view.least, rel=1e-3)


def test_a_batch_has_a_surface_of_its_own_on_the_map(host: Host) -> None:
    panel = panel_of(host)
    at(host, 5)
    assert not panel.view.map.marks().clouds
    panel.form.row("batch").turned.emit("batch", 2)
    host.settle(lambda: panel.last is not None and panel.last.step == 5 and len(frame_of(host).rows) == 2)
    (cloud,) = panel.view.map.marks().clouds
    relief = panel.view.map.relief()
    assert relief is not None
    heights = panel.state().model.of(frame_of(host).rows).surface().value(cloud.x, cloud.y)
    away = np.abs(heights[:, None] - np.array(relief.levels(7))).min(axis=1)
    assert away.max() < 0.05 * (relief.span[1] - relief.span[0]), "each dot lies on a level"


def test_dots_keep_their_distance_and_do_not_bridge_gaps() -> None:
    x = np.array([0.0, 1.0, np.nan, 0.0, 0.0])
    y = np.array([0.0, 0.0, np.nan, 1.0, 0.5])
    found = dotted(x, y, (0.0, 1.0, 0.0, 1.0))
    assert found.shape[1] == pytest.approx(1.5 * 70, abs=2)
    assert all(b == 0 or a == 0 for a, b in found.T)
    assert dotted(np.zeros(0), np.zeros(0), (0.0, 1.0, 0.0, 1.0)).shape == (2, 0)


@pytest.mark.parametrize("number", range(len(showcase.SCENES)))
@pytest.mark.usefixtures("still")
def test_every_preset_shows_what_it_promises(host: Host, number: int) -> None:
    panel = panel_of(host)
    panel.apply_preset(number)
    scene = showcase.SCENES[number]
    host.settle(lambda: panel.last is not None and panel.last.step == scene.until)
    loss, least = frame_of(host).walker.values, panel.view.least
    if scene in (showcase.LINE, showcase.OUTLIER):
        assert loss[-1] == pytest.approx(least, rel=1e-2)
    elif scene is showcase.OVERLAP:
        assert least is not None
        assert least < loss[-1] < 1.1 * least
    elif scene is showcase.FAR:
        assert loss[-1] > 10 * (least or 0)
    elif scene is showcase.PARTED:
        assert least is None
        assert panel.at()[0] > frame_of(host).walker.path[-50, 0] > 5
    elif scene is showcase.PLATEAU:
        assert loss[100] > 0.95 * loss[5] > 50 * loss[-1]
    elif scene is showcase.VALLEYS:
        assert len(panel.view.minima) == 2
        assert loss[-1] == pytest.approx(float(panel.state().model.shape(*panel.view.minima[1])[0]), rel=0.02)
    else:
        assert len(frame_of(host).rows) == 1
        assert np.diff(loss[-40:]).max() > 0, "it trembles"


def test_who_is_thrown_out_is_said_so_and_everything_holds(host: Host) -> None:
    panel = panel_of(host)
    panel.methods.forms["gd"].row("rate")._on_turned(30.0)
    panel.seek(60)
    host.settle(lambda: panel.last is not None and frame_of(host).walker.state == "lost")
    assert "thrown out" in panel.sentence()
    assert panel.view.data.grips() == ()
    host.grab()
    panel.data()


# -- what is said --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_place_is_told_with_its_numbers_filled_in(kind: Kind) -> None:
    model = Fitting(kind, ((1.0, 1.0), (-0.5, 0.0))).model
    text = words.place(model, 2.0, -1.0)
    assert "w = 2" in text
    assert "2·1 − 1" in text
    assert "2·(−0.5) − 1" in text
    assert text.endswith("/ 2")
    assert words.number(float(model.losses(2.0, -1.0).mean())) in text
    told = words.example(model, (2.0, -1.0), 0)
    assert words.number(float(model.losses(2.0, -1.0)[0])) in told
    assert words.number(float(model.losses(2.0, -1.0)[0])) in words.cost(model, (2.0, -1.0), 0)


@pytest.mark.parametrize(
    "kept",
    [{"kind": "cube"}, {"points": []}, {"points": [[1, "2"]]}, {"points": [[1, 2, 3]]},
     {"points": [[1e300, 0]]}, {"points": [[float("nan"), 0]]}, {"points": [[0, 0]] * (MOST + 1)},
     {"kind": "logistic", "points": [[0, 0.5]]},
     {"scaled": 1, "log": "yes", "seen": "hole", "method": "magic"}, {"kind": ["line"], "points": {"a": 1}},
     {"points": [[True, False]]}],
)  # fmt: skip
def test_what_was_kept_and_makes_no_sense_is_left(kept: dict[str, object]) -> None:
    found = Fitting.remembered(kept)
    assert found.points == fresh(found.kind)
    assert (found.scaled, found.log, found.seen, found.method) == (False, False, "map", "gd")
    assert Fitting.remembered(json.loads(json.dumps(found.kept()))) == found
