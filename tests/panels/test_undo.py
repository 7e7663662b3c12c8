"""Ctrl+Z takes back the latest act, whatever it was done with, on every page; a preset is one step."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz import panels
from neuroviz.data import mnist, strokes
from neuroviz.data.digits import DigitSet
from neuroviz.data.sheet import Sheet
from neuroviz.panels.digits.errors.filters import Filter
from neuroviz.ui import motion
from neuroviz.ui.net_chooser import NetChooser
from neuroviz.ui.room import PanelSpec
from tests.panels.host import Host, opened

PAGES = {page.id: page for room in panels.discover() for page in room.all()}
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    """Presets stand at their end at once."""
    motion.set_motion(False)
    yield
    motion.set_motion(True)


@contextmanager
def page(name: str, qtbot: QtBot) -> Iterator[tuple[Host, Any]]:
    with opened(PAGES[name], qtbot) as host:
        yield host, host.panel


def undo(panel: Any) -> None:
    panel.setFocus()
    QTest.keyClick(panel, Qt.Key.Key_Z, CONTROL)


def redo(panel: Any) -> None:
    panel.setFocus()
    QTest.keyClick(panel, Qt.Key.Key_Z, CONTROL | SHIFT)


def goes_both_ways(panel: Any, act: Callable[[], object], look: Callable[[], object]) -> None:
    """One step is made by `act`, which Ctrl+Z takes back and Ctrl+Shift+Z does again."""
    count, before = panel.history.count(), look()
    act()
    panel.acts.settle()
    after = look()
    assert after != before
    assert panel.history.count() == count + 1
    undo(panel)
    assert look() == before
    redo(panel)
    assert look() == after


def pads(panel: Any) -> list[int]:
    return [id(pad.content()) for pad in panel.acts._pads]


def whole(panel: Any) -> str:
    """All that is kept, without what follows from the frames."""
    return json.dumps(panel.memory(), sort_keys=True, default=str)


@pytest.mark.parametrize("spec", PAGES.values(), ids=lambda spec: spec.id)
def test_a_preset_is_one_step_that_brings_back_all_of_the_page(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot) as host:
        host.pose()
        panel = host.panel
        panel.acts.follow()
        for number in range(len(panel.presets())):
            count, before = panel.history.index(), (whole(panel), panel.state(), pads(panel))
            panel.apply_preset(number)
            made = panel.history.index() - count
            after = whole(panel), panel.state(), pads(panel)
            if not made:
                assert after[1:] == before[1:], "it was so already"
            else:
                assert made == 1
                undo(panel)
                assert (whole(panel), panel.state(), pads(panel)) == before
                redo(panel)
                assert (whole(panel), panel.state(), pads(panel)) == after
                undo(panel)


_CHOOSING = [s for s in PAGES.values() if s.id != "digits.judges" and s.room in ("digits", "layers")]


@pytest.mark.parametrize("spec", PAGES.values(), ids=lambda s: s.id)
def test_the_numbers_are_those_from_before_the_preset(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot) as host:
        host.pose()
        panel = host.panel
        panel.acts.follow()
        before, index = panel.data(), panel.history.index()
        panel.apply_preset(3)
        assert panel.history.index() == index + 1
        undo(panel)
        host.settle(lambda: panel.posed() and panel.data().keys() == before.keys())
        now = panel.data()
        for name, values in before.items():
            np.testing.assert_array_equal(values, now[name], err_msg=name)


@pytest.mark.parametrize("spec", _CHOOSING, ids=lambda s: s.id)
def test_the_choice_of_the_net_is_an_act(spec: PanelSpec, qtbot: QtBot) -> None:
    with opened(spec, qtbot) as host:
        panel = host.panel
        chooser = panel.findChild(NetChooser)
        assert chooser is not None

        def choose() -> None:
            chooser._box.setCurrentIndex((chooser._box.currentIndex() + 1) % chooser._box.count())
            chooser._box.activated.emit(chooser._box.currentIndex())

        goes_both_ways(panel, choose, lambda: (chooser.name(), panel.state()))


def test_a_net_chosen_in_another_room_is_no_act_of_this_one(qtbot: QtBot) -> None:
    with page("digits.morph", qtbot) as (_host, panel):
        panel.context.workspace.choose("net", "Linear")
        assert panel.history.count() == 0
        panel.layer._box.setCurrentIndex(0)
        panel.layer._box.activated.emit(0)
        undo(panel)
        assert panel.context.workspace.current("net") == "Linear"


def test_a_switch_of_the_preparation_is_taken_back_before_the_drawing(qtbot: QtBot) -> None:
    with page("digits", qtbot) as (host, panel):
        panel.view.pad.set_drawing(strokes.digit(3))
        host.settle(lambda: panel.last is not None and panel.last.prepared is not None)
        stages = panel.view.stages
        place = stages.frames()[1].center().toPoint()
        goes_both_ways(panel, lambda: QTest.mouseClick(stages, LEFT, pos=place), stages.recipe)
        undo(panel)
        assert not panel.view.pad.content().empty


def test_a_drag_along_a_strip_is_one_step(qtbot: QtBot) -> None:
    with page("digits.disturb", qtbot) as (_host, panel):
        strip = panel.view.amounts.row("blur").strip

        def drag() -> None:
            middle = strip.height() // 2
            QTest.mousePress(strip, LEFT, pos=QPoint(strip.width() // 4, middle))
            for x in range(strip.width() // 4, strip.width() * 3 // 4, 9):
                QTest.mouseMove(strip, QPoint(x, middle))
            assert panel.history.count() == 0
            QTest.mouseRelease(strip, LEFT, pos=QPoint(strip.width() * 3 // 4, middle))

        goes_both_ways(panel, drag, panel.state)


def test_movements_of_two_strips_are_two_steps(qtbot: QtBot) -> None:
    with page("digits.disturb", qtbot) as (_host, panel):
        for name in ("blur", "shear"):
            strip = panel.view.amounts.row(name).strip
            QTest.mouseClick(strip, LEFT, pos=QPoint(strip.width() * 3 // 4, strip.height() // 2))
        assert panel._amounts.shear != 0
        undo(panel)
        assert panel._amounts.shear == 0
        assert panel._amounts.blur != 0
        undo(panel)
        assert panel._amounts.blur == 0


def test_a_movement_becomes_a_step_when_it_has_come_to_rest(qtbot: QtBot) -> None:
    with page("digits.disturb", qtbot) as (_host, panel):
        panel.view.amounts.row("blur").box.entered.emit(2.0)
        qtbot.waitUntil(lambda: panel.history.count() == 1, timeout=5000)


@pytest.mark.parametrize("act", ["number", "patch", "noise", "again", "kind", "reset"])
def test_every_control_of_disturb_goes_back(act: str, qtbot: QtBot) -> None:
    with page("digits.disturb", qtbot) as (_host, panel):
        if act == "reset":
            panel.view.amounts.row("blur").box.entered.emit(2.0)
            panel.acts.settle()
        controls: dict[str, Callable[[], object]] = {
            "number": lambda: panel.view.amounts.row("rotate").box.entered.emit(30.0),
            "patch": lambda: [panel.view.sight.patched.emit(x / 10, 0.5) for x in range(4)],
            "noise": panel.buttons.noise.click,
            "again": panel.knobs.row("again").reset if panel.knobs.config().again else lambda: turn("again"),
            "kind": lambda: turn("patch"),
            "reset": panel.buttons.reset.click,
        }

        def turn(name: str) -> None:
            now = getattr(panel.knobs.config(), name)
            other = (not now) if isinstance(now, bool) else ({"ink", "paper"} - {now}).pop()
            panel.knobs.row(name).turned.emit(name, other)

        goes_both_ways(panel, controls[act], lambda: (panel.state(), panel.knobs.config()))


def open_photo(host: Host, panel: Any, folder: Path) -> None:
    """A picture from a file, until it has turned out to be one."""
    path = folder / "photo.png"
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    assert image.save(str(path))
    panel.open_file(str(path))
    host.settle(lambda: panel.last is not None and panel.last.source is panel._wanted)


def test_steps_and_pictures_of_photo_go_back(qtbot: QtBot, tmp_path: Path) -> None:
    with page("digits.photo", qtbot) as (host, panel):
        goes_both_ways(panel, lambda: panel.view.strip.toggle(1), panel.state)
        goes_both_ways(panel, lambda: open_photo(host, panel, tmp_path), panel.state)
        goes_both_ways(panel, lambda: panel.view.detail.stages.toggle(0), panel.state)


def test_ends_and_layer_of_morph_go_back(qtbot: QtBot) -> None:
    with page("digits.morph", qtbot) as (_host, panel):
        for box in (panel.a._box, panel.b._box, panel.layer._box):

            def choose(box: Any = box) -> None:
                box.setCurrentIndex(1)
                box.activated.emit(1)

            goes_both_ways(panel, choose, panel.state)


def test_judges_and_the_pair_go_back(qtbot: QtBot) -> None:
    with page("digits.judges", qtbot) as (_host, panel):
        goes_both_ways(panel, panel.judges._rows[0].switch.click, panel.state)

        def compare() -> None:
            box = panel.pair._boxes[0]
            box.setCurrentIndex((box.currentIndex() + 1) % box.count())
            box.activated.emit(box.currentIndex())

        goes_both_ways(panel, compare, panel.state)


def test_filters_and_sizes_of_errors_go_back(qtbot: QtBot) -> None:
    with page("digits.errors", qtbot) as (host, panel):
        host.pose()
        panel.acts.follow()
        goes_both_ways(panel, lambda: panel.view.matrix.picked.emit(4, 9), panel.state)
        goes_both_ways(panel, lambda: panel.view.filters.chosen.emit(Filter("hesitant")), panel.state)
        goes_both_ways(panel, lambda: panel.view.sheet.side_changed.emit(40), panel.knobs.config)


def test_the_set_of_pictures_goes_back_and_one_that_changed_by_itself_does_not(qtbot: QtBot) -> None:
    with page("digits.errors", qtbot) as (_host, panel):
        test = mnist.load_test()
        panel.context.workspace.put("digits", "few", DigitSet(test.images[:9], test.labels[:9], "few"))

        def choose() -> None:
            panel.choice._box.setCurrentIndex(1)
            panel.choice._box.activated.emit(1)

        goes_both_ways(panel, choose, panel.choice.name)
        count = panel.history.count()
        panel.context.workspace.put("digits", "few", DigitSet(test.images[:0], test.labels[:0], "few"))
        assert panel.choice.name() != "few"
        assert panel.history.count() == count


def test_a_game_left_for_a_preset_comes_back_with_its_answers(qtbot: QtBot) -> None:
    with page("digits.game", qtbot) as (host, panel):
        panel.apply_preset(0)
        host.settle(lambda: panel.sitting.state == "asking")
        panel.answer(3)
        panel.apply_preset(1)
        undo(panel)
        assert panel.sitting.said == [3]
        host.settle(lambda: panel.sitting.answered == 1)
        assert panel.acts.marked == 0


def test_the_mark_goes_with_what_the_preset_had_set_and_the_key_brings_it_back(qtbot: QtBot) -> None:
    with page("digits", qtbot) as (_host, panel):
        panel.apply_preset(3)
        house, button = panel.view.pad.content(), panel.room.presets.button(3)
        assert button.isChecked()
        panel.knobs.row("brush").turned.emit("brush", 12)
        assert button.isChecked(), "the pen is not what the preset is about"
        panel.view.pad.set_content(Sheet(strokes.digit(2)))
        assert not button.isChecked()
        undo(panel)
        assert button.isChecked()
        panel.view.stages.recipe_changed.emit(panel.view.stages.recipe())
        panel.view.stages.toggle(0)
        assert not button.isChecked()
        panel.setFocus()
        QTest.keyClick(panel, Qt.Key.Key_0)
        assert button.isChecked()
        assert panel.view.stages.recipe().crop
        assert panel.view.pad.drawing() == house.drawing


def test_the_mark_of_a_photo_goes_with_another_picture(qtbot: QtBot, tmp_path: Path) -> None:
    with page("digits.photo", qtbot) as (host, panel):
        panel.apply_preset(1)
        assert panel.room.presets.button(1).isChecked()
        open_photo(host, panel, tmp_path)
        assert not panel.room.presets.button(1).isChecked()
        panel.reset_to_preset()
        assert panel.room.presets.button(1).isChecked()


def test_a_net_taken_back_does_not_bring_back_the_game_before(qtbot: QtBot) -> None:
    with page("digits.game", qtbot) as (_host, panel):
        panel.rewind()
        here, chooser = panel.state(), panel.chooser
        chooser._box.activated.emit((chooser._box.currentIndex() + 1) % chooser._box.count())
        assert panel.acts.names()[0] == "choice of the net"
        undo(panel)
        assert panel.state() == here
