"""Surgery: what the hand does becomes cuts, can be taken back, and is judged; any net will do."""

from __future__ import annotations

import json
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.panels.layers.lessons import DEAD
from neuroviz.panels.layers.surgery.inspector import AS_IT_IS
from neuroviz.panels.layers.surgery.kept import from_plain, to_plain
from neuroviz.panels.layers.surgery.panel import SurgeryPanel
from neuroviz.panels.layers.surgery.places import MOST, grids
from neuroviz.panels.layers.surgery.units import UnitsPicture
from neuroviz.panels.layers.surgery.weights import shape_of
from neuroviz.sims.cuts import BOOST, CLAMP, EDIT, OFF, Cut, blocks, operated
from neuroviz.sims.surgery import SurgeryFrame
from neuroviz.ui.errors import faults
from neuroviz.ui.room import Context
from tests.panels.host import Host, opened, spec_of, workspace
from tests.sims.test_surgery import ANY

SPEC = spec_of("layers.surgery")


def page(host: Host) -> SurgeryPanel:
    assert isinstance(host.panel, SurgeryPanel)
    return host.panel


def shown(panel: SurgeryPanel) -> SurgeryFrame:
    assert isinstance(panel.last, SurgeryFrame)
    return panel.last


def pixel(panel: SurgeryPanel, block: int, unit: int) -> QPoint:
    return panel.view.units.cell(block, unit).center().toPoint()


def test_a_click_chooses_a_double_click_cuts_and_undo_heals(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        panel = page(host)
        host.pose()
        panel.choose_net("MLP")
        host.settle(panel.posed)
        units, left = panel.view.units, Qt.MouseButton.LeftButton
        QTest.mouseClick(units, left, pos=pixel(panel, 0, 5))
        assert panel.chosen() == (0, (5,))
        QTest.mouseClick(units, left, Qt.KeyboardModifier.ShiftModifier, pixel(panel, 0, 8))
        assert panel.chosen() == (0, (5, 6, 7, 8))
        QTest.mouseClick(units, left, Qt.KeyboardModifier.ControlModifier, pixel(panel, 0, 6))
        assert panel.chosen() == (0, (5, 7, 8))
        QTest.mouseDClick(units, left, pos=pixel(panel, 0, 5))
        panel.acts.settle()
        assert [cut.kind for cut in panel.cuts()] == [OFF]
        host.settle(panel.posed)
        _, after = shown(panel).values()[0]
        assert after[5] == 0
        panel.acts.undo()
        assert panel.cuts() == ()
        host.settle(panel.posed)
        assert shown(panel).edited is panel.net()
        panel.acts.redo()
        host.settle(panel.posed)
        assert shown(panel).edited.digest == operated(panel.net(), panel.cuts()).digest


def test_a_frame_is_dragged_around_units(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        panel = page(host)
        host.pose()
        units, left = panel.view.units, Qt.MouseButton.LeftButton
        start = pixel(panel, 2, 0)
        end = pixel(panel, 2, 2)
        QTest.mousePress(units, left, pos=start - QPoint(2, 2))
        QTest.mouseMove(units, end + QPoint(2, 2))
        for place in (end, end + QPoint(3, 3)):
            _drag(units, place)
        QTest.mouseRelease(units, left, pos=end)
        assert panel.chosen()[0] == 2
        assert {0, 1, 2} <= set(panel.chosen()[1])


def _drag(widget: UnitsPicture, place: QPoint) -> None:
    """Offscreen, moves tell nothing of the buttons that are held: say it."""
    left = Qt.MouseButton.LeftButton
    at = QPointF(place)
    widget.mouseMoveEvent(
        QMouseEvent(QEvent.Type.MouseMove, at, at, left, left, Qt.KeyboardModifier.NoModifier)
    )


def test_the_keyboard_does_what_the_mouse_does(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        panel = page(host)
        host.pose()
        panel.choose_net("MLP")
        host.settle(panel.posed)
        panel.choose(0, (0,))
        units = panel.view.units
        units.setFocus()
        QTest.keyClick(units, Qt.Key.Key_Down)
        assert panel.chosen() == (0, (1,))
        QTest.keyClick(units, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert panel.chosen() == (0, (1, 2))
        QTest.keyClick(units, Qt.Key.Key_Delete)
        panel.acts.settle()
        assert panel.cuts() == (Cut(0, OFF, (1, 2)),)
        host.settle(panel.posed)
        assert "switched off" in units.accessibleDescription()
        QTest.keyClick(units, Qt.Key.Key_Return)
        panel.acts.settle()
        assert panel.cuts() == ()
        QTest.keyClick(units, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert len(panel.chosen()[1]) == 128
        for _ in range(40):
            QTest.keyClick(units, Qt.Key.Key_Right)
        assert panel.chosen()[0] == 2


def test_a_slider_is_one_act_and_as_it_is_takes_it_away(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        panel = page(host)
        host.pose()
        panel.choose_net("MLP")
        panel.acts.follow()
        panel.choose(0, (3,))
        for value in (1.0, 1.5, 2.0):
            panel.hand.set_state(CLAMP, value)
        panel.acts.settle()
        assert panel.cuts() == (Cut(0, CLAMP, (3,), 2.0),)
        panel.hand.set_state(BOOST, -1.0)
        panel.acts.settle()
        panel.acts.undo()
        assert panel.cuts() == (Cut(0, CLAMP, (3,), 2.0),)
        panel.hand.set_state(AS_IT_IS, 0.0)
        assert panel.cuts() == ()
        panel.acts.undo()
        panel.acts.undo()
        assert panel.cuts() == ()


def test_weights_are_painted_and_given_back(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        panel = page(host)
        host.pose()
        panel.choose_net("MLP")
        panel.choose(0, (3,))
        host.settle(panel.posed)
        weights = panel.view.inspector.weights
        assert not weights.bars
        QTest.mouseClick(weights, Qt.MouseButton.LeftButton, pos=weights.cell(400).center().toPoint())
        panel.acts.settle()
        (cut,) = panel.cuts()
        assert {place for _, _, place, _ in cut.edits} == {400, 401, 399, 428, 372}
        host.settle(panel.posed)
        assert shown(panel).edited.views(0)["w"][400, 3] > panel.net().views(0)["w"][400, 3]
        QTest.mouseClick(panel.view.inspector.restore, Qt.MouseButton.LeftButton)
        assert panel.cuts() == ()
        weights.setFocus()
        QTest.keyClick(weights, Qt.Key.Key_0)
        panel.acts.settle()
        assert [edit[2:] for edit in panel.cuts()[0].edits] == [(400, 0.0)]
        QTest.keyClick(weights, Qt.Key.Key_Delete)
        assert panel.cuts() == ()


def test_bars_and_bias_of_a_small_net(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        panel = page(host)
        panel.choose_net("2-3-1")
        panel.choose(0, (0,))
        weights, box = panel.view.inspector.weights, panel.view.inspector.boxes["b"]
        assert weights.bars
        place = weights.cell(1).center().toPoint()
        QTest.mouseClick(weights, Qt.MouseButton.LeftButton, pos=place)
        value = panel.cuts()[0].edits[0][3]
        assert abs(value) < 0.1 * np.abs(panel.net().views(0)["w"]).max()
        box.entered.emit(1.5)
        assert (0, "b", 0, 1.5) in panel.cuts()[0].edits
        host.settle(panel.posed)
        maps = shown(panel).maps
        assert maps is not None
        assert not np.array_equal(maps.before, maps.after)


def test_the_list_sets_aside_makes_again_and_removes(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        panel = page(host)
        cuts = (Cut(0, OFF, (1,)), Cut(1, BOOST, (0, 1), 2.0))
        panel.operate("MLP", cuts, (0, (1,)))
        panel.acts.follow()
        panel.view.show_tab("cuts")
        rows = panel.view.list.rows()
        assert [active for _, active in rows] == [True, True]
        assert rows[0][0] == "Off: unit 2 of layer 1"
        panel.view.list.active_set.emit(0, False)
        assert not panel.cuts()[0].active
        panel.view.list.removed.emit(1)
        assert len(panel.cuts()) == 1
        panel.acts.undo()
        panel.acts.undo()
        assert panel.cuts() == cuts
        panel.view.many.reset.click()
        assert panel.cuts() == ()
        panel.acts.undo()
        assert panel.cuts() == cuts


def test_many_are_cut_at_random_and_by_activity(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        panel = page(host)
        host.pose()
        panel.operate("MLP", (), (0, (0,)))
        host.settle(panel.posed)
        many, activity = panel.view.many, shown(panel).activity[0]
        many.k.set_value(16)
        many.strongest.click()
        assert set(panel.cuts()[0].units) == set(np.argsort(-activity)[:16].tolist())
        many.reset.click()
        many.random.click()
        first = panel.cuts()[0].units
        panel.acts.undo()
        many.random.click()
        assert panel.cuts()[0].units == first
        many.random.click()
        assert panel.cuts()[1].units != first


def test_an_edited_net_is_kept_and_can_be_cut_again(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        panel, told = page(host), []
        host.pose()
        panel.notice.connect(told.append)
        panel.operate("MLP", (Cut(0, OFF, (3,)), Cut(1, CLAMP, (2,), 1.0)), (0, (3,)))
        panel.view.many.name.setText("  half  ")
        panel.view.many.keep.click()
        kept = panel.context.workspace.get("net", "half")
        assert kept.digest == operated(panel.net(), panel.cuts()).digest
        assert "half" in told[0]
        assert panel.net_name() == "MLP"
        panel.choose_net("half")
        assert panel.cuts() == ()
        assert [block.n for block in panel.parts] == [128, 64, 10]
        host.settle(panel.posed)
        panel.choose_net("MLP")
        assert len(panel.cuts()) == 2


def test_a_sweep_is_measured_stopped_and_gone_on_with(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        panel = page(host)
        host.pose()
        panel.operate("MLP", (), (1, (0,)))
        host.settle(panel.posed)
        view = panel.view.sweep
        view.start.click()
        host.settle(lambda: view.frame() is not None and view.frame().done > 0)
        assert view.work.state == "working"
        view.work.button.click()
        assert view.work.state == "stopped"
        view.work.button.click()
        host.settle(lambda: view.frame() is not None and view.frame().complete)
        assert view.frame().right[0, 0] == 9922
        assert "sweep_right" in panel.data()
        panel.hand.set_state(OFF, 0.0)
        assert view.frame() is None


@pytest.mark.parametrize("name", ANY)
def test_any_net_lies_on_the_table(name: str, qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        panel = page(host)
        panel.context.workspace.put("net", name, ANY[name], shipped=True)
        panel.choose_net(name)
        panel.show_test_image(3)
        host.settle(lambda: isinstance(panel.last, SurgeryFrame) and panel.last.subject.net is ANY[name])
        if panel.parts:
            last = len(panel.parts) - 1
            panel.choose(last, (0,))
            panel.hand.set_state(CLAMP, 2.0)
            panel.hand.edit([(panel.parts[last].layer, "b", 0, 1.0)])
            host.settle(lambda: shown(panel).cuts == panel.cuts())
            assert panel.view.units.told(last, 0)
        for tab in ("effect", "curve", "cuts"):
            panel.view.show_tab(tab)
            panel.grab()
        assert panel.sentence()
        assert not panel.room.problem.isVisible()
        assert not faults.take()


def test_cuts_are_kept_for_the_next_time(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        panel = page(host)
        panel.operate("MLP", (Cut(0, OFF, (3,)), Cut(0, EDIT, (4,), edits=((0, "w", 5, 0.25),))), (0, (3,)))
        memory = json.loads(json.dumps(panel.memory()))
    space = workspace()
    space.choose("net", "MLP")
    again = SPEC.widget(Context(space, memory))
    assert isinstance(again, SurgeryPanel)
    assert again.cuts() == panel.cuts()
    again.shut()
    again.deleteLater()


@pytest.mark.parametrize(
    "plain",
    [
        None, 3, {"MLP": 3}, {"MLP": [3, {}]}, {"MLP": [{"block": 0, "kind": "off", "units": "x"}]},
        {"MLP": [{"block": -1, "kind": "off", "units": [0], "value": 0, "edits": [], "active": True}]},
        {"MLP": [{"block": 0, "kind": "off", "units": [0], "value": 1e400, "edits": [], "active": True}]},
        {"MLP": [{"block": 0, "kind": "edit", "units": [0], "value": 0, "edits": [[1]], "active": True}]},
    ],
)  # fmt: skip
def test_nonsense_of_a_file_is_passed_over(plain: object) -> None:
    assert from_plain(plain) == {}


def test_too_many_cuts_are_not_kept() -> None:
    many = {"MLP": (Cut(0, OFF, tuple(range(6000))),), "CNN": (Cut(0, OFF, (1,)),)}
    assert list(to_plain(many)) == ["CNN"]
    assert from_plain(to_plain(many)) == {"CNN": many["CNN"]}


def test_every_unit_has_a_cell_where_it_is_found_again() -> None:
    for name in ("a million", "pictures", "thousand layers", "one layer"):
        parts = blocks(ANY[name])
        for width in (300.0, 760.0):
            found = grids(parts, width, 40, 240, 1.0)
            assert all(a.right <= b.left + 1e-6 for a, b in pairwise(found))
            for grid, block in zip(found, parts, strict=True):
                assert grid.n == min(block.n, MOST)
                for i in (0, grid.n // 2, grid.n - 1):
                    x, y = grid.corner(i)
                    assert grid.at(x + grid.cell / 2, y + grid.cell / 2) == i
                assert len(grid.between(grid.left, 0, grid.right, 9999)) == grid.n


def test_weights_stand_as_what_they_read() -> None:
    assert shape_of((784,)) == (1, 28, 28)
    assert shape_of((8, 5, 5)) == (8, 5, 5)
    _, rows, columns = shape_of((128,))
    assert rows * columns == 128


def test_judging_can_be_stopped_at_once_where_it_takes_long(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        panel = page(host)
        slow = ANY["a million"]
        panel.context.workspace.put("net", "slow", slow, shipped=True)
        panel.choose_net("slow")
        host.settle(lambda: shown(panel).subject.net is slow and shown(panel).step > 0)
        panel.view.key.stop_asked.emit()
        assert shown(panel).complete or panel.view.key.state == "stopped"
        panel.view.key.start_asked.emit()
        host.settle(lambda: shown(panel).complete)
        assert panel.view.key.state == "over"


def test_the_sentence_says_who_suffers(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        host.pose()
        assert "ones suffer most" in host.panel.sentence()
        assert "layer 1" in host.panel.sentence()


def test_a_revived_unit_speaks(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as host:
        panel = page(host)
        host.settle(lambda: panel.digits() is not None)
        panel.apply_preset(6)
        assert panel.net_name() == DEAD
        host.settle(panel.posed)
        before, after = shown(panel).values()[1]
        assert before[22] == 0 < after[22]
        right = shown(panel).score.right()
        assert right[1] > right[0] + 100
