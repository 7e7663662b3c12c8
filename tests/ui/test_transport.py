"""Transport and timeline: the hand is heard, setters are silent, steps and pixels agree."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QSlider, QWidget
from pytestqt.qtbot import QtBot

from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.theme import set_theme, theme
from neuroviz.ui.timeline import Mark, Timeline, tick_step
from neuroviz.ui.transport import FASTEST, SLOWEST, SLOWEST_STAGE, Transport, speed_of, stop_of


@pytest.fixture
def transport(qtbot: QtBot) -> Transport:
    made = Transport()
    qtbot.addWidget(made)
    made.set_range(1000)
    made.resize(1000, 40)
    made.show()
    return made


class Ear:
    """Notes every signal of a transport."""

    def __init__(self, transport: Transport) -> None:
        self.said: list[object] = []
        for signal in (transport.play_asked, transport.speed_changed, transport.seek_asked):
            signal.connect(self.note)
        for signal in (transport.restart_asked, transport.back_asked, transport.step_asked):
            signal.connect(self.beep)

    def note(self, value: object) -> None:
        self.said.append(value)

    def beep(self) -> None:
        self.said.append("asked")


def button(transport: Transport, name: str) -> IconButton:
    return next(b for b in transport.findChildren(IconButton) if b.accessibleName() == name)


def texts(transport: Transport) -> list[str]:
    return [words.text() for words in transport.findChildren(Words) if words.isVisible()]


def test_setters_are_silent(transport: Transport) -> None:
    ear = Ear(transport)
    transport.set_range(50)
    transport.set_position(20)
    transport.set_playing(True)
    transport.set_speed(100)
    transport.set_marks([Mark(3)])
    assert ear.said == []


def test_play_becomes_pause_and_back(transport: Transport, qtbot: QtBot) -> None:
    ear = Ear(transport)
    qtbot.mouseClick(button(transport, "Play"), Qt.MouseButton.LeftButton)
    assert (ear.said, button(transport, "Pause").icon_name) == ([True], "pause")
    qtbot.mouseClick(button(transport, "Pause"), Qt.MouseButton.LeftButton)
    assert (ear.said, transport.playing) == ([True, False], False)


@pytest.mark.parametrize("name", ["Restart", "One step back", "One step"])
def test_each_button_asks(transport: Transport, qtbot: QtBot, name: str) -> None:
    ear = Ear(transport)
    qtbot.mouseClick(button(transport, name), Qt.MouseButton.LeftButton)
    assert ear.said == ["asked"]


def test_scrubbing_asks_for_every_moment_passed(transport: Transport, qtbot: QtBot) -> None:
    ear = Ear(transport)
    line = transport.findChild(Timeline)
    places = [QPoint(round(line.x_of(step)), 10) for step in (100, 400, 1000)]
    qtbot.mousePress(line, Qt.MouseButton.LeftButton, pos=places[0])
    transport.set_position(7)  # a frame arrives while the hand holds the scrubber
    qtbot.mouseMove(line, places[1])
    qtbot.mouseMove(line, places[2])
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton, pos=places[2])
    assert ear.said[-1] == 1000
    assert len(ear.said) == 3
    assert ear.said[0] == pytest.approx(100, abs=3)
    assert "step 1,000" in texts(transport)


@pytest.mark.parametrize(
    ("key", "step"),
    [
        (Qt.Key.Key_Left, 499),
        (Qt.Key.Key_Right, 501),
        (Qt.Key.Key_PageUp, 400),
        (Qt.Key.Key_PageDown, 600),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 1000),
    ],
)
def test_timeline_by_keyboard(transport: Transport, qtbot: QtBot, key: Qt.Key, step: int) -> None:
    transport.set_position(500)
    ear = Ear(transport)
    qtbot.keyClick(transport.findChild(Timeline), key)
    assert ear.said == [step]


def test_at_its_ends_the_timeline_asks_for_nothing(transport: Transport, qtbot: QtBot) -> None:
    ear = Ear(transport)
    transport.set_position(1000)
    qtbot.keyClick(transport.findChild(Timeline), Qt.Key.Key_Right)
    assert ear.said == []


def test_the_range_grows_with_the_position(transport: Transport) -> None:
    transport.set_position(2500)
    assert transport.findChild(Timeline).maximum() == 2500


def test_nothing_moves_while_it_runs(transport: Transport) -> None:
    line = transport.findChild(Timeline)
    before = line.geometry()
    for step in (1, 99, 12_345, 100_000):
        transport.set_position(step)
        transport.layout().activate()
        assert line.geometry() == before
    for speed in (SLOWEST, 37, math.inf):
        transport.set_speed(speed)
        transport.layout().activate()
        assert line.geometry() == before


@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_however_narrow_it_is_the_count_is_whole(qtbot: QtBot, scale: float) -> None:
    set_theme("dark", scale)
    holder = QWidget()  # a window would not become narrower than its layout
    narrow = Transport(holder)
    qtbot.addWidget(holder)
    holder.show()
    narrow.set_range(99_999)
    narrow.set_position(98_765)
    for width in range(narrow.minimumSizeHint().width(), 900, 20):
        narrow.resize(width, 40)
        narrow.show()
        QApplication.processEvents()
        count = next(one for one in narrow.findChildren(Words) if "98,765" in one.text())
        assert count.geometry().right() < width
        assert narrow.findChild(Timeline).width() > 20


def test_a_narrow_transport_keeps_a_timeline_to_grab(transport: Transport) -> None:
    transport.resize(transport.minimumSizeHint().width(), 40)
    transport.layout().activate()
    line = transport.findChild(Timeline)
    assert line.width() >= theme().space(20)
    count = transport.findChildren(Words)[1]
    assert count.geometry().right() <= transport.width()


def test_speed_slider(transport: Transport) -> None:
    ear = Ear(transport)
    slider = next(s for s in transport.findChildren(QSlider) if not isinstance(s, Timeline))
    slider.setValue(slider.maximum())
    assert math.isinf(ear.said[-1])  # type: ignore[arg-type]
    assert "full speed" in texts(transport)
    slider.setValue(0)
    assert ear.said[-1] == SLOWEST
    assert "0.5 steps/s" in texts(transport)


def test_a_stage_may_take_ten_seconds(transport: Transport) -> None:
    transport.set_speed(2.0)
    transport.count_stages()
    assert transport.speed() == 2.0
    ear = Ear(transport)
    slider = next(s for s in transport.findChildren(QSlider) if not isinstance(s, Timeline))
    slider.setValue(0)
    assert ear.said[-1] == transport.speed() == 0.1
    assert "0.1 stages/s" in texts(transport)
    for stop in (0, 1, 50, 99, 100):
        transport.set_stop(stop)
        assert transport.stop() == stop


@given(stop=st.integers(0, 100), slowest=st.sampled_from([SLOWEST, SLOWEST_STAGE]))
def test_speeds_and_stops_agree(stop: int, slowest: float) -> None:
    assert abs(stop_of(speed_of(stop, slowest), slowest) - stop) <= 1
    assert speed_of(stop, slowest) >= slowest


@pytest.mark.parametrize("slowest", [SLOWEST, SLOWEST_STAGE])
def test_speed_grows_with_every_stop(slowest: float) -> None:
    speeds = [speed_of(stop, slowest) for stop in range(101)]
    assert speeds == sorted(speeds)
    assert speeds[-2:] == [FASTEST, math.inf]


@given(last=st.integers(0, 10**9), room=st.integers(1, 200))
def test_ticks_are_round_numbers_and_fit(last: int, room: int) -> None:
    step = tick_step(last, room)
    assert str(step).rstrip("0") in ("1", "2", "5")
    assert last // step <= room


@given(last=st.integers(1, 5000), share=st.floats(0, 1))
def test_pixels_and_steps_agree(last: int, share: float) -> None:
    line = Timeline()
    line.setMaximum(last)
    line.resize(6000, 30)
    step = round(share * last)
    assert line.step_at(line.x_of(step)) == step
    assert (line.step_at(-50), line.step_at(99_999)) == (0, last)
    line.deleteLater()


def seen(line: Timeline) -> QImage:
    return line.grab().toImage()


def count(image: QImage, colour: QColor) -> int:
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y) == colour for x, y in pixels)


def test_marks_and_the_played_part_are_painted(transport: Transport) -> None:
    line = transport.findChild(Timeline)
    assert count(seen(line), theme().warn) == 0
    transport.set_marks([Mark(300, "rate"), Mark(700, "", "branch")])
    assert count(seen(line), theme().warn) > 10
    transport.set_position(100)
    little = count(seen(line), theme().accent)
    transport.set_position(900)
    assert count(seen(line), theme().accent) > 2 * little
