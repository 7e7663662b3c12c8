"""Why: its page: knobs, classes, the large picture, formulas, and what can be undone."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from neuroviz.data.sheet import Sheet
from neuroviz.panels.layers.why import PAGE, formulas, words
from neuroviz.panels.layers.why.panel import WhyPanel
from neuroviz.panels.layers.why.plate import Shown, scale_of
from neuroviz.panels.layers.why.showcase import SCENES
from neuroviz.panels.layers.why.words import CHANGE, CHANGED, INPUT
from neuroviz.sims.attribution import GRADIENT, INTEGRATED, METHODS, OCCLUSION, TIMES_INPUT
from neuroviz.sims.smallest_flip import FLAT, FOUND
from neuroviz.sims.why import ALL, WhyFrame
from neuroviz.ui.room import Context
from neuroviz.ui.theme import set_theme
from tests.panels.host import Host, lay_out, opened, workspace
from tests.sims.any_net import NETS


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[Host]:
    with opened(PAGE, qtbot) as made:
        made.pose()
        yield made


def panel_of(host: Host) -> WhyPanel:
    assert isinstance(host.panel, WhyPanel)
    return host.panel


def frame_of(host: Host) -> WhyFrame:
    host.settle(host.panel.posed)
    assert isinstance(host.panel.last, WhyFrame)
    return host.panel.last


def show(host: Host, i: int) -> WhyFrame:
    panel_of(host).show_scene(SCENES[i])
    return frame_of(host)


def test_all_pictures_stand_side_by_side_with_numbers_and_worth(host: Host) -> None:
    frame, view = frame_of(host), panel_of(host).view
    for picture in words.PICTURES:
        tile = view.tiles[picture]
        assert tile.isVisible()
        assert tile.plate.shown.values is not None
        assert any(c.isdigit() for c in tile.caption.text()), picture
        assert tile.worth.text() in tile.plate.accessibleDescription()
    assert view.check.isVisible()
    assert set(frame.curves) == {*METHODS, "random"}
    assert "%" in view.check.legend.accessibleDescription()


@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_all_pictures_are_of_one_size(host: Host, scale: float) -> None:
    tiles = panel_of(host).view.tiles.values()

    def even() -> bool:
        heights = [tile.plate.height() for tile in tiles]
        return max(heights) - min(heights) <= 1

    try:
        set_theme("dark", scale)
        host.settle(even)
    finally:
        set_theme("dark", 1.0)


def test_the_sentence_has_the_score_the_sum_and_the_flip(host: Host) -> None:
    frame = frame_of(host)
    text = host.panel.sentence()
    assert frame.flip is not None
    for number in (frame.f, frame.maps[INTEGRATED].total, frame.flip.l2):
        assert f"{number:.3g}"[:3] in text


def test_what_each_preset_promises_is_so(host: Host) -> None:
    against = show(host, 1)
    assert (against.chosen, against.rival) == (4, 9)
    unseen = show(host, 2)
    assert unseen.flip is not None
    assert (unseen.flip.before, unseen.flip.after) == (9, 3)
    assert unseen.flip.linf < 0.02
    saturated = show(host, 3)
    assert np.abs(saturated.maps[GRADIENT].values).max() < 1e-3
    assert saturated.maps[INTEGRATED].total > 5
    dead = show(host, 4)
    assert not dead.maps[GRADIENT].values.any()
    assert dead.flip is not None
    assert dead.flip.status == FLAT
    assert words.no_flip(dead) in host.panel.sentence()
    random = show(host, 5)
    assert random.settings.weights == ALL
    assert set(random.likeness) == set(METHODS)
    plane = show(host, 6)
    assert plane.regions is not None
    assert plane.flip is not None
    assert plane.flip.status == FOUND


def test_formulas_have_the_numbers_of_the_pixel(host: Host) -> None:
    frame = frame_of(host)
    i = int(np.abs(frame.maps[TIMES_INPUT].values).argmax())
    row, column = divmod(i, 28)
    for picture in words.PICTURES:
        text = formulas.formula(frame, picture, i)
        assert text.startswith(f"row {row + 1}, column {column + 1}")
    assert len(formulas.every(frame, i)) == 6
    assert "mean of the 25 patches" in formulas.formula(frame, OCCLUSION, 14 * 28 + 14)
    assert formulas.formula(frame, GRADIENT, 784) == ""
    assert formulas.formula(None, GRADIENT, 0) == ""
    corner = formulas.formula(frame, INTEGRATED, 0)
    assert "no way to go" in corner


def test_the_mouse_marks_a_pixel_everywhere_and_says_its_formula(host: Host) -> None:
    lay_out()
    view = panel_of(host).view
    plate = view.tiles[GRADIENT].plate
    place = plate.cell(14 * 28 + 12).center().toPoint()
    QTest.mouseMove(plate, place)
    assert view.tiles[OCCLUSION].plate._mark == 14 * 28 + 12  # the mark is painted, nothing else tells
    QTest.mouseMove(plate, QPoint(1, 1))
    assert view.tiles[OCCLUSION].plate._mark == -1
    QToolTip.hideText()


def test_a_click_lays_a_picture_large_and_escape_or_undo_back(host: Host) -> None:
    panel = panel_of(host)
    view = panel.view
    QTest.mouseClick(view.tiles[INTEGRATED].plate, Qt.MouseButton.LeftButton)
    assert view.opened_picture() == INTEGRATED
    assert view.large.plate.isVisible()
    assert not view.tiles[INTEGRATED].isVisible()
    QTest.keyClick(view.large, Qt.Key.Key_Escape)
    assert view.opened_picture() == ""
    panel.acts.undo()
    assert view.opened_picture() == INTEGRATED
    panel.acts.undo()
    assert view.opened_picture() == ""


def test_the_keyboard_walks_over_the_pixels(host: Host) -> None:
    panel = panel_of(host)
    plate = panel.view.tiles[TIMES_INPUT].plate
    plate.setFocus()
    QTest.keyClick(plate, Qt.Key.Key_Right)
    first = plate._mark
    values = plate.shown.values
    assert values is not None
    assert first == int(np.abs(values).argmax())
    QTest.keyClick(plate, Qt.Key.Key_Down)
    assert plate._mark == first + 28
    QTest.keyClick(plate, Qt.Key.Key_Return)
    assert panel.view.opened_picture() == TIMES_INPUT
    QTest.keyClick(panel.view.large.plate, Qt.Key.Key_Left)
    assert "column" in panel.view.large.plate.accessibleDescription()
    QToolTip.hideText()


def test_classes_are_chosen_and_undone(host: Host) -> None:
    panel = panel_of(host)
    panel.ask.set_choice(3, 4)
    panel.ask.changed.emit()
    frame = frame_of(host)
    assert frame.chosen == 3
    assert frame.flip is not None
    assert frame.flip.after == 4
    panel.acts.undo()
    assert panel.ask.choice() == (None, None)
    assert frame_of(host).chosen == 7
    panel.acts.redo()
    assert frame_of(host).chosen == 3


def test_knobs_ask_anew_but_the_scale_only_repaints(host: Host) -> None:
    panel = panel_of(host)
    panel.knobs.row("patch").turned.emit("patch", 1)
    assert frame_of(host).settings.patch == 1
    before = panel.view.tiles[TIMES_INPUT].plate.shown.scale
    panel.knobs.row("scale").turned.emit("scale", "shared")
    assert panel.view.tiles[TIMES_INPUT].plate.shown.scale > before
    scales = {panel.view.tiles[one].plate.shown.scale for one in (TIMES_INPUT, INTEGRATED, OCCLUSION)}
    assert len(scales) == 1


def test_on_the_plane_there_is_a_map_with_arrows_and_the_point_can_be_dragged(host: Host) -> None:
    show(host, 6)
    lay_out()
    panel = panel_of(host)
    view = panel.view
    assert view.plane.isVisible()
    assert not view.check.isVisible()
    QTest.mouseClick(view.plane, Qt.MouseButton.LeftButton, pos=view.plane.to_pixel(-0.5, 0.5).toPoint())
    frame = frame_of(host)
    assert frame.x is not None
    np.testing.assert_allclose(frame.x, (-0.5, 0.5), atol=0.02)
    panel.acts.settle()
    panel.acts.undo()
    frame = frame_of(host)
    assert frame.x is not None
    np.testing.assert_allclose(frame.x, (0.3, 0.2), atol=1e-6)


def test_the_map_of_the_plane_tells_what_is_read_under_the_mouse(host: Host) -> None:
    frame = show(host, 6)
    lay_out()
    plane = panel_of(host).view.plane
    assert frame.x is not None
    text = plane._told(plane.to_pixel(*map(float, frame.x)))
    assert f"read as {frame.answer}" in text
    assert "0.3" in text


def test_what_no_class_can_be_is_passed_over(qtbot: QtBot) -> None:
    made = WhyPanel(Context(workspace(), {"chosen": 10**30, "target": -1, "large": "nonsense", "knobs": 3}))
    assert made.ask.choice() == (None, None)
    assert made.view.opened_picture() == ""
    made.shut()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_net_of_fewer_classes_gives_up_the_choice(host: Host) -> None:
    panel = panel_of(host)
    panel.ask.set_choice(9, 8)
    panel.choose_net("2-8-8-3")
    assert panel.ask.choice() == (None, None)
    assert frame_of(host).chosen in range(3)


@pytest.mark.parametrize("name", NETS)
def test_any_net_is_shown_or_told_of(name: str, host: Host) -> None:
    panel = panel_of(host)
    panel.context.workspace.put("net", name, NETS[name]())
    panel.choose_net(name)
    if panel.source.kind == "digit":
        panel.show_test_image(1)
    frame = frame_of(host)
    assert panel.sentence()
    assert not panel.room.problem.isVisible()
    if not frame.finite:
        assert panel.view.tiles[GRADIENT].plate.shown.note
    for picture in (GRADIENT, INPUT, CHANGE, CHANGED):
        panel._open(picture)
        panel.picture()
    panel._open("")
    panel.picture()


def test_an_empty_pad_says_what_to_do(host: Host) -> None:
    panel = panel_of(host)
    panel.source.pad.set_content(Sheet())
    frame = frame_of(host)
    assert frame.x is None
    assert "Draw" in panel.sentence()
    assert panel.view.tiles[GRADIENT].plate.shown.note
    assert panel.data() == {}


def test_scales() -> None:
    assert scale_of(None) == 0
    assert scale_of(np.zeros(4, np.float32)) == 0
    assert scale_of(np.array([np.nan, -2, 0], np.float32)) == 2
    assert Shown().values is None
