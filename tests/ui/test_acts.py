"""One history a room: strokes, knobs and presets go back and forth in the order in which they happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from neuroviz.data import strokes
from neuroviz.data.ink import Drawing
from neuroviz.runtime import knob
from neuroviz.ui import i18n, motion
from neuroviz.ui.knobs import KnobForm, KnobText
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context, Preset
from neuroviz.ui.shared_pad import SharedPad
from neuroviz.workspace import Workspace

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True)
class Config:
    """Three kinds of knobs."""

    width: int = knob(8, 1, 20)
    noise: float = knob(0.0, 0.0, 1.0)
    kind: str = knob("a", choices=("a", "b", "c"))


class Bench(Panel):
    """A pad and three knobs; it notes what it is told."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.told: list[tuple[str, object]] = []
        self.ended = 0
        self.pad = SharedPad(context.workspace)
        self.form = KnobForm(Config(), {"width": KnobText("Pen width"), "noise": KnobText("Noise")})
        view = QWidget()
        QVBoxLayout(view).addWidget(self.pad)
        self.place(view, (self.form,))
        self.form.changed.connect(self.on_knob)
        self.retranslate()

    def on_knob(self, name: str, value: object) -> None:
        self.told.append((name, value))

    def presets(self) -> tuple[Preset, ...]:
        return Preset("A three", "why", self.three), Preset("Nothing", "why", self.nothing)

    def three(self) -> None:
        self.pad.set_drawing(strokes.digit(3))
        self.form.restore(replace(self.form.config(), noise=0.5))

    def nothing(self) -> None:
        """As it is already."""

    def show_end(self) -> None:
        self.ended += 1


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(Context(Workspace()))
    made.resize(900, 600)
    made.show()
    made.enter()
    yield made
    made.shut()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def draw(panel: Bench) -> None:
    middle = panel.pad.square().center().toPoint()
    QTest.mousePress(panel.pad, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(panel.pad, middle + QPoint(30, 30))
    QTest.mouseRelease(panel.pad, Qt.MouseButton.LeftButton, pos=middle + QPoint(30, 30))


def slide(panel: Bench, name: str, share: tuple[float, ...]) -> None:
    slider = panel.form.row(name).focus_target()
    places = [QPoint(round(slider.width() * one), slider.height() // 2) for one in share]
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(slider, place)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=places[-1])


def n_strokes(panel: Bench) -> int:
    return len(panel.pad.drawing().strokes)


def test_strokes_and_knobs_go_back_in_their_order(panel: Bench) -> None:
    draw(panel)
    slide(panel, "width", (0.5, 0.9))
    draw(panel)
    assert (n_strokes(panel), panel.form.config().width > 10) == (2, True)
    panel.acts.undo()
    assert (n_strokes(panel), panel.form.config().width > 10) == (1, True)
    panel.acts.undo()
    assert (n_strokes(panel), panel.form.config().width) == (1, 8)
    panel.acts.undo()
    assert n_strokes(panel) == 0
    for _ in range(3):
        panel.acts.redo()
    assert (n_strokes(panel), panel.form.config().width > 10) == (2, True)


def test_dragging_is_one_step_and_another_drag_is_another(panel: Bench) -> None:
    slide(panel, "width", (0.3, 0.4, 0.5, 0.6, 0.7))
    first = panel.form.config().width
    slide(panel, "width", (0.8, 0.9))
    assert panel.history.count() == 2
    panel.acts.undo()
    assert panel.form.config().width == first
    panel.acts.undo()
    assert panel.form.config().width == 8


def test_there_and_back_in_one_drag_is_no_step(panel: Bench) -> None:
    slider = panel.form.row("width").focus_target()
    here = slider.x_of(slider.value()) / slider.width()  # type: ignore[attr-defined]
    slide(panel, "width", (here, 0.9, here))
    assert panel.form.config().width == 8
    assert not panel.history.canUndo()


def test_the_room_is_told_of_what_is_taken_back_as_if_turned_by_hand(panel: Bench) -> None:
    row = panel.form.row("kind")
    row.turned.emit("kind", "b")
    row.turned.emit("kind", "c")
    panel.told.clear()
    panel.acts.undo()
    assert panel.told[-1][0] == "kind"
    assert panel.told[-1][1] == panel.form.config().kind


def test_a_random_walk_comes_back_the_way_it_went(panel: Bench) -> None:
    rng = np.random.default_rng(5)
    states = [(panel.form.config(), panel.pad.content())]
    for _ in range(40):
        what = rng.integers(4)
        if what == 0:
            panel.pad.set_drawing(strokes.digit(int(rng.integers(10))))
        elif what == 1:
            slide(panel, "width", (float(rng.random()), float(rng.random())))
        elif what == 2:
            slide(panel, "noise", (float(rng.random()),))
        else:
            panel.apply_preset(0)
        if panel.history.count() > len(states) - 1:
            states.append((panel.form.config(), panel.pad.content()))
    assert panel.history.count() == len(states) - 1
    for config, content in reversed(states[:-1]):
        panel.acts.undo()
        assert (panel.form.config(), panel.pad.content()) == (config, content)
    for config, content in states[1:]:
        panel.acts.redo()
        assert (panel.form.config(), panel.pad.content()) == (config, content)


@pytest.mark.parametrize("where", ["pad", "slider", "box", "room"])
def test_the_keys_work_wherever_the_focus_is(panel: Bench, where: str, qtbot: QtBot) -> None:
    slide(panel, "width", (0.9,))
    row = panel.form.row("width")
    focused = {"pad": panel.pad, "slider": row.focus_target(), "box": row._box, "room": panel}[where]
    assert focused is not None
    focused.setFocus()
    QTest.keyClick(focused, Qt.Key.Key_Z, CONTROL)
    assert panel.form.config().width == 8
    QTest.keyClick(focused, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert panel.form.config().width > 8


def test_a_preset_is_one_step_and_comes_back_with_its_knobs(panel: Bench) -> None:
    QTest.keyClick(panel, Qt.Key.Key_1)
    assert panel.history.count() == 1
    three = panel.pad.content().drawing
    draw(panel)
    slide(panel, "noise", (0.1,))
    slide(panel, "width", (0.9,))
    QTest.keyClick(panel, Qt.Key.Key_0)
    assert panel.form.config() == Config(noise=0.5)
    assert panel.pad.content().drawing == three
    panel.acts.undo()
    assert n_strokes(panel) == len(three.strokes) + 1
    for _ in range(4):
        panel.acts.undo()
    assert panel.form.config() == Config()
    assert panel.pad.content().drawing == Drawing()


def test_a_preset_taken_back_is_no_longer_marked(panel: Bench) -> None:
    panel.apply_preset(0)
    slide(panel, "width", (0.9,))
    panel.acts.undo()
    assert panel.acts.preset == 0
    panel.acts.undo()
    assert panel.acts.preset is None
    assert not panel.room.presets.button(0).isChecked()
    panel.acts.redo()
    assert panel.room.presets.button(0).isChecked()
    panel.apply_preset(1)
    assert panel.acts.preset == 1


def test_a_preset_that_changes_nothing_is_no_step(panel: Bench) -> None:
    draw(panel)
    panel.apply_preset(1)
    assert panel.history.count() == 1
    panel.acts.undo()
    assert n_strokes(panel) == 0


def test_going_back_to_a_preset_that_is_unchanged_is_no_step(panel: Bench) -> None:
    panel.apply_preset(0)
    before = panel.acts.history.count()
    panel.reset_to_preset()
    panel.reset_to_preset()
    assert panel.acts.history.count() == before
    assert panel.acts.marked == 0
    draw(panel)
    panel.reset_to_preset()
    assert panel.acts.history.count() == before + 2, "the stroke, and what took it away"
    for _ in range(3):
        panel.acts.undo()
    assert (n_strokes(panel), panel.acts.preset) == (0, None)
    panel.acts.redo()
    assert panel.acts.marked == 0


def test_without_a_preset_zero_brings_the_usual_knobs(panel: Bench) -> None:
    slide(panel, "width", (0.9,))
    slide(panel, "noise", (0.7,))
    panel.reset_to_preset()
    assert panel.form.config() == Config()
    panel.acts.undo()
    assert panel.form.config().width > 8
    assert panel.form.config().noise > 0


def test_the_preset_applied_last_is_marked_and_a_click_leaves_the_focus(panel: Bench, qtbot: QtBot) -> None:
    panel.activateWindow()
    panel.pad.setFocus()
    qtbot.waitUntil(panel.pad.hasFocus)
    button = panel.room.presets.button(0)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    assert not panel.room.presets.button(1).isChecked()
    assert panel.hasFocus() or panel.pad.hasFocus(), "keys go on meaning what they meant"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    QTest.keyClick(panel, Qt.Key.Key_Delete)
    assert n_strokes(panel) == 0


def test_the_buttons_say_what_they_would_take_back_in_the_language_of_now(
    panel: Bench, qapp: QApplication
) -> None:
    room = panel.room
    assert not room.undo_button.isEnabled()
    slide(panel, "width", (0.9,))
    assert "Pen width" in room.undo_button.accessibleName()
    panel.apply_preset(0)
    assert "A three" in room.undo_button.accessibleName()
    panel.acts.undo()
    assert "A three" in room.redo_button.accessibleName()
    draw(panel)
    i18n.install(qapp, "zh_CN")
    qapp.processEvents()
    assert not room.undo_button.accessibleName().isascii()


def test_a_button_that_goes_out_of_use_gives_the_focus_to_the_room(panel: Bench, qtbot: QtBot) -> None:
    draw(panel)
    panel.activateWindow()
    panel.room.undo_button.setFocus()
    qtbot.waitUntil(panel.room.undo_button.hasFocus)
    QTest.keyClick(panel.room.undo_button, Qt.Key.Key_Space)
    assert not panel.room.undo_button.isEnabled()
    assert panel.hasFocus()


def test_with_motion_off_a_preset_shows_its_end(panel: Bench) -> None:
    panel.apply_preset(0)
    assert panel.ended == 0
    motion.set_motion(False)
    try:
        panel.apply_preset(0)
        assert panel.ended == 1
        panel.reset_to_preset()
        assert panel.ended == 2
    finally:
        motion.set_motion(True)


def test_a_press_beside_the_sheet_is_no_stroke(panel: Bench) -> None:
    panel.pad.setFixedSize(200, 400)
    QApplication.processEvents()
    for place in (QPoint(100, 20), QPoint(100, 390)):
        assert not panel.pad.covers(place.toPointF())
        QTest.mousePress(panel.pad, Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseMove(panel.pad, QPoint(100, 200))
        QTest.mouseRelease(panel.pad, Qt.MouseButton.LeftButton, pos=QPoint(100, 200))
    assert n_strokes(panel) == 0
    draw(panel)
    assert n_strokes(panel) == 1
