"""The drawing pad: every way to draw on it, and every way to be interrupted."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from neuroviz.data.ink import Drawing, Stroke, raster
from neuroviz.ui.canvas import DrawingPad
from neuroviz.ui.theme import set_theme, theme

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
NONE = Qt.MouseButton.NoButton
PATH = [(100, 100), (130, 110), (160, 140), (170, 190), (150, 240)]


@pytest.fixture
def pad(qtbot: QtBot) -> DrawingPad:
    widget = DrawingPad()
    qtbot.addWidget(widget)
    widget.resize(308, 308)  # a sheet of 300
    widget.show()
    return widget


def send(
    pad: DrawingPad, kind: QEvent.Type, at: tuple[int, int], button: Qt.MouseButton, down: Qt.MouseButton
) -> None:
    place = QPointF(*at)
    modifiers = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, place, pad.mapToGlobal(place), button, down, modifiers)
    QApplication.sendEvent(pad, event)


def press(pad: DrawingPad, at: tuple[int, int], button: Qt.MouseButton = LEFT) -> None:
    send(pad, QEvent.Type.MouseButtonPress, at, button, button)


def move(pad: DrawingPad, at: tuple[int, int], down: Qt.MouseButton = LEFT) -> None:
    send(pad, QEvent.Type.MouseMove, at, NONE, down)


def release(pad: DrawingPad, at: tuple[int, int], button: Qt.MouseButton = LEFT) -> None:
    send(pad, QEvent.Type.MouseButtonRelease, at, button, NONE)


def draw(pad: DrawingPad, path: Iterable[tuple[int, int]] = PATH, button: Qt.MouseButton = LEFT) -> None:
    first, *rest = path
    press(pad, first, button)
    for at in rest:
        move(pad, at, button)
    release(pad, rest[-1] if rest else first, button)


def in_pads(at: tuple[int, int]) -> tuple[float, float]:
    return (at[0] - 4) / 300, (at[1] - 4) / 300


def ink_share(pad: DrawingPad) -> float:
    """How much of the pad is painted in the colour of ink."""
    image = pad.grab().toImage()
    ink = theme().ink.rgb()
    n = sum(image.pixel(x, y) == ink for x in range(0, 308, 4) for y in range(0, 308, 4))
    return n / 77**2


def test_a_stroke_goes_from_press_to_release_in_fractions_of_the_sheet(pad: DrawingPad) -> None:
    draw(pad)
    (stroke,) = pad.drawing().strokes
    assert stroke.points[0] == pytest.approx(in_pads(PATH[0]))
    assert stroke.points[-1] == pytest.approx(in_pads(PATH[-1]))
    assert not stroke.erase
    assert stroke.pressure == ()


def test_points_lie_close_together_on_a_smooth_line(pad: DrawingPad) -> None:
    draw(pad, [(50, 50), (250, 50), (250, 250)])
    points = np.array(pad.drawing().strokes[0].points)
    steps = np.diff(points, axis=0)
    assert np.hypot(*steps.T).max() < 0.02
    turns = np.abs(np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))))
    assert turns.max() < np.pi / 8  # the corner of a right angle is rounded


def test_points_are_never_taken_back_while_the_pen_moves(pad: DrawingPad) -> None:
    seen: list[tuple[tuple[float, float], ...]] = []
    press(pad, PATH[0])
    for at in PATH[1:]:
        move(pad, at)
        seen.append(pad.drawing().strokes[0].points)
    release(pad, PATH[-1])
    seen.append(pad.drawing().strokes[0].points)
    for before, after in pairwise(seen):
        assert after[: len(before)] == before
    assert len(seen[-1]) > len(seen[0])


def test_changed_during_the_stroke_committed_at_its_end(pad: DrawingPad, qtbot: QtBot) -> None:
    press(pad, PATH[0])
    with qtbot.assertNotEmitted(pad.committed), qtbot.waitSignal(pad.changed):
        move(pad, PATH[1])
    with qtbot.waitSignal(pad.committed):
        release(pad, PATH[1])


def test_a_click_is_a_dot(pad: DrawingPad) -> None:
    draw(pad, [(100, 100)])
    assert pad.drawing().n_points == 1
    assert ink_share(pad) > 0


def test_a_second_quick_click_draws_too(pad: DrawingPad) -> None:
    draw(pad, [(100, 100)])
    send(pad, QEvent.Type.MouseButtonDblClick, (200, 100), LEFT, LEFT)
    release(pad, (200, 100))
    assert len(pad.drawing().strokes) == 2


def test_the_right_button_and_the_eraser_take_ink_away(pad: DrawingPad) -> None:
    draw(pad)
    before = ink_share(pad)
    draw(pad, button=RIGHT)
    assert pad.drawing().strokes[-1].erase
    assert ink_share(pad) < before * 0.5
    pad.set_eraser(True)
    draw(pad)
    assert pad.drawing().strokes[-1].erase


def test_what_is_seen_is_what_the_net_gets(pad: DrawingPad) -> None:
    draw(pad)
    draw(pad, [(100, 150), (200, 150)], RIGHT)
    ink = raster(pad.drawing(), 300)
    image = pad.grab().toImage()
    paper, full = theme().card.lightnessF(), theme().ink.lightnessF()
    for x, y in ((130, 110), (160, 140), (170, 190), (60, 60), (165, 150)):
        seen = (image.pixelColor(x, y).lightnessF() - paper) / (full - paper)
        assert seen == pytest.approx(float(ink[y - 4, x - 4]), abs=0.05)


def test_undo_redo_clear(pad: DrawingPad) -> None:
    draw(pad)
    draw(pad, [(200, 200), (220, 220)])
    QTest.keySequence(pad, "Ctrl+Z")
    assert len(pad.drawing().strokes) == 1
    QTest.keySequence(pad, "Ctrl+Shift+Z")
    assert len(pad.drawing().strokes) == 2
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.drawing().empty
    assert ink_share(pad) == 0
    pad.undo()
    assert len(pad.drawing().strokes) == 2
    assert ink_share(pad) > 0


def test_undo_in_the_middle_of_a_stroke_takes_back_that_stroke(pad: DrawingPad) -> None:
    draw(pad)
    press(pad, (200, 200))
    move(pad, (220, 220))
    pad.undo()
    assert len(pad.drawing().strokes) == 1
    move(pad, (230, 230))
    release(pad, (230, 230))
    assert len(pad.drawing().strokes) == 1


def test_clearing_an_empty_pad_is_not_an_act(pad: DrawingPad) -> None:
    pad.clear()
    assert not pad.history().canUndo()


@pytest.mark.parametrize("button", [RIGHT, MIDDLE])
def test_a_second_button_changes_nothing(pad: DrawingPad, button: Qt.MouseButton) -> None:
    press(pad, PATH[0])
    send(pad, QEvent.Type.MouseButtonPress, PATH[1], button, LEFT | button)
    send(pad, QEvent.Type.MouseMove, PATH[2], NONE, LEFT | button)
    send(pad, QEvent.Type.MouseButtonRelease, PATH[2], button, LEFT)
    move(pad, PATH[3])
    release(pad, PATH[3])
    (stroke,) = pad.drawing().strokes
    assert not stroke.erase
    assert stroke.points[-1] == pytest.approx(in_pads(PATH[3]))


def test_a_release_that_never_came_ends_the_stroke_at_the_next_move(pad: DrawingPad) -> None:
    press(pad, PATH[0])
    move(pad, PATH[1])
    move(pad, (250, 250), NONE)
    move(pad, (260, 260), NONE)
    (stroke,) = pad.drawing().strokes
    assert stroke.points[-1] == pytest.approx(in_pads(PATH[1]))
    assert not pad.busy


def test_another_window_or_hiding_ends_the_stroke_and_keeps_it(pad: DrawingPad) -> None:
    press(pad, PATH[0])
    move(pad, PATH[1])
    gone = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(pad, gone)
    assert not pad.busy
    press(pad, PATH[2])
    move(pad, PATH[3])
    pad.hide()
    assert not pad.busy
    assert len(pad.drawing().strokes) == 2


def test_leaving_the_sheet_and_coming_back_goes_on(pad: DrawingPad) -> None:
    press(pad, PATH[0])
    for at in ((-400, 100), (900, -300), PATH[1]):
        move(pad, at)
    release(pad, PATH[1])
    points = np.array(pad.drawing().strokes[0].points)
    assert len(pad.drawing().strokes) == 1
    assert points.min() >= -0.25
    assert points.max() <= 1.25


def test_a_stroke_outlives_resize_theme_language_and_brush(pad: DrawingPad) -> None:
    press(pad, PATH[0])
    move(pad, PATH[1])
    width = pad.brush_width()
    before = pad.drawing().strokes[0].points
    pad.resize(408, 408)
    set_theme("light")
    try:
        QApplication.sendEvent(pad, QEvent(QEvent.Type.LanguageChange))
        pad.set_brush_width(0.2)
        assert ink_share(pad) > 0
        move(pad, (200, 300))
        release(pad, (200, 300))
    finally:
        set_theme("dark")
    (stroke,) = pad.drawing().strokes
    assert stroke.points[: len(before)] == before
    assert stroke.points[-1] == pytest.approx((196 / 400, 296 / 400))
    assert stroke.width == width


def tablet(
    pad: DrawingPad, kind: QEvent.Type, at: tuple[int, int], pressure: float, device: QPointingDevice
) -> None:
    place = QPointF(*at)
    down = NONE if kind == QEvent.Type.TabletRelease else LEFT
    modifiers = Qt.KeyboardModifier.NoModifier
    where = pad.mapToGlobal(place)
    event = QTabletEvent(kind, device, place, where, pressure, 0, 0, 0, 0, 0, modifiers, LEFT, down)
    QApplication.sendEvent(pad, event)


def stylus(end: QPointingDevice.PointerType) -> QPointingDevice:
    kind = QInputDevice.DeviceType.Stylus
    can = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure
    return QPointingDevice("pen", 7, kind, end, can, 1, 3)


def test_the_pressure_of_a_pen_is_the_width_of_its_line(pad: DrawingPad) -> None:
    pen = stylus(QPointingDevice.PointerType.Pen)
    tablet(pad, QEvent.Type.TabletMove, (20, 20), 0.0, pen)  # above the paper
    tablet(pad, QEvent.Type.TabletPress, (50, 150), 0.1, pen)
    for i in range(1, 11):
        tablet(pad, QEvent.Type.TabletMove, (50 + 20 * i, 150), 0.1 + 0.09 * i, pen)
    tablet(pad, QEvent.Type.TabletRelease, (250, 150), 0.0, pen)
    (stroke,) = pad.drawing().strokes
    assert len(stroke.pressure) == len(stroke.points)
    assert stroke.points[0] == pytest.approx(in_pads((50, 150)))
    ink = raster(pad.drawing(), 300)
    assert ink[:, 220].sum() > 1.8 * ink[:, 60].sum()


def test_the_other_end_of_a_pen_erases(pad: DrawingPad) -> None:
    pen = stylus(QPointingDevice.PointerType.Eraser)
    tablet(pad, QEvent.Type.TabletPress, (50, 150), 1.0, pen)
    tablet(pad, QEvent.Type.TabletRelease, (50, 150), 0.0, pen)
    assert pad.drawing().strokes[0].erase


def test_one_finger_draws_and_others_do_not_matter(pad: DrawingPad) -> None:
    screen = QTest.createTouchDevice()
    QTest.touchEvent(pad, screen).press(0, QPoint(100, 100)).commit()
    QTest.touchEvent(pad, screen).stationary(0).press(1, QPoint(200, 200)).commit()
    QTest.touchEvent(pad, screen).move(0, QPoint(150, 120)).move(1, QPoint(20, 20)).commit()
    QTest.touchEvent(pad, screen).move(0, QPoint(180, 160)).release(1, QPoint(20, 20)).commit()
    QTest.touchEvent(pad, screen).release(0, QPoint(180, 160)).commit()
    (stroke,) = pad.drawing().strokes
    assert stroke.points[0] == pytest.approx(in_pads((100, 100)), abs=0.02)
    assert stroke.points[-1] == pytest.approx(in_pads((180, 160)), abs=0.02)
    assert np.array(stroke.points)[:, 0].min() > 0.3


def test_a_picture_lies_under_the_ink_and_can_be_erased(pad: DrawingPad) -> None:
    picture = np.zeros((28, 28), np.uint8)
    picture[10:18, 10:18] = 255
    pad.set_picture(picture)
    whole = ink_share(pad)
    assert whole == pytest.approx(64 / 784, abs=0.03)
    draw(pad, [(100, 154), (200, 154)], RIGHT)
    assert ink_share(pad) < 0.8 * whole
    kept = pad.picture()
    assert kept is not None
    np.testing.assert_array_equal(kept, picture)
    assert pad.picture() is kept
    pad.undo()
    pad.undo()
    assert pad.picture() is None


@pytest.mark.parametrize("wrong", [np.zeros((28, 27), np.uint8), np.zeros((28, 28), np.float32)])
def test_what_is_not_a_picture_is_refused(pad: DrawingPad, wrong: np.ndarray) -> None:
    with pytest.raises(ValueError, match="picture of shape"):
        pad.set_picture(wrong)
    assert pad.content().empty


def test_shown_hides_the_rest_and_drawing_branches_off_there(pad: DrawingPad) -> None:
    draw(pad)
    draw(pad, [(220, 60), (220, 240)])
    whole, everything = ink_share(pad), pad.drawing()
    k = len(everything.strokes[0].points) // 2
    pad.set_shown(k)
    assert 0 < ink_share(pad) < 0.5 * whole
    assert pad.drawing() == everything
    pad.set_shown(everything.n_points - 1)  # forwards only what is new is drawn
    assert ink_share(pad) == pytest.approx(whole, abs=0.01)
    pad.set_shown(k)
    draw(pad, [(60, 200), (80, 200)])
    assert pad.shown() is None
    assert pad.drawing().until(k) == everything.until(k)
    assert len(pad.drawing().strokes) == 2
    pad.undo()
    assert pad.drawing() == everything


def test_going_forward_joins_the_points(pad: DrawingPad) -> None:
    pad.set_drawing(Drawing((Stroke(((0.2, 0.5), (0.8, 0.5), (0.8, 0.9)), 0.1),)))
    pad.set_shown(1)
    middle = (154, 154)
    assert pad.grab().toImage().pixelColor(*middle) != theme().ink
    pad.set_shown(2)
    assert pad.grab().toImage().pixelColor(*middle) == theme().ink


def test_moving_by_mouse_and_keyboard(pad: DrawingPad) -> None:
    pad.set_drawing(Drawing((Stroke(((0.5, 0.5), (0.5, 0.7))),)))
    press(pad, (100, 100), MIDDLE)
    move(pad, (130, 100), MIDDLE)
    assert pad.drawing().strokes[0].points[0] == pytest.approx((0.6, 0.5))
    release(pad, (130, 100), MIDDLE)
    QTest.keyClick(pad, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert pad.drawing().strokes[0].points[0] == pytest.approx((0.6, 0.5 + 1 / 28))
    pad.undo()
    pad.undo()
    assert pad.drawing().strokes[0].points[0] == pytest.approx((0.5, 0.5))


def test_it_lives_in_a_layout_and_stays_square(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    pad = DrawingPad(window)
    QVBoxLayout(window).addWidget(pad)
    window.resize(700, 320)
    window.show()
    square = pad.square()
    assert square.width() == square.height() <= 320
    assert square.center().x() == pytest.approx(pad.width() / 2, abs=1)


def test_it_says_to_a_screen_reader_what_lies_on_it(pad: DrawingPad) -> None:
    assert "Empty" in pad.accessibleDescription()
    draw(pad)
    assert "1" in pad.accessibleDescription()
