"""The idea of Digits: what is drawn, shown and scrubbed is what the net answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.data import mnist, strokes
from neuroviz.data.prepare import Recipe
from neuroviz.data.sheet import Sheet
from neuroviz.panels.digits import PANEL, showcase
from neuroviz.panels.digits.panel import DigitsPanel
from neuroviz.panels.digits.recipes import left_out, recipe_from
from neuroviz.sims.digits import DigitsFrame
from neuroviz.ui import motion
from neuroviz.ui.shared_pad import NAME
from tests.panels.host import Host, opened

LEFT = Qt.MouseButton.LeftButton


class Room:
    """The room and shorter words for what the tests ask of it."""

    def __init__(self, host: Host) -> None:
        assert isinstance(host.panel, DigitsPanel)
        self.host, self.panel = host, host.panel

    @property
    def frame(self) -> DigitsFrame:
        assert isinstance(self.panel.last, DigitsFrame)
        return self.panel.last

    @property
    def answer(self) -> int:
        return -1 if self.frame.answer is None else int(self.frame.answer.probabilities.argmax())

    def settle(self, reached: Callable[[], bool]) -> None:
        self.host.settle(reached)

    def complete(self) -> None:
        """Until everything on the pad is answered, along the whole path."""

        def done() -> bool:
            if not isinstance(self.panel.last, DigitsFrame):
                return False
            n = self.panel.view.pad.drawing().n_points
            answered = len(self.frame.path) == n == self.frame.n_points
            return answered and self.frame.step == self.panel.at()

        self.settle(done)

    def judged(self) -> None:
        """Until all test images are judged by the current net."""
        self.settle(lambda: (found := self.panel._errors.frame) is not None and found.complete)


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    with opened(PANEL, qtbot) as host:
        yield Room(host)


def draw(room: Room, places: list[tuple[float, float]]) -> None:
    """A stroke by mouse, places as parts of the pad."""
    pad = room.panel.view.pad
    side = min(pad.width(), pad.height())
    left, top = (pad.width() - side) / 2, (pad.height() - side) / 2
    points = [QPoint(round(left + x * side), round(top + y * side)) for x, y in places]
    QTest.mousePress(pad, LEFT, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(pad, point)
        room.panel.tick()
    QTest.mouseRelease(pad, LEFT, pos=points[-1])


def test_a_one_by_mouse_is_answered(room: Room) -> None:
    draw(room, [(0.5, 0.2 + 0.02 * i) for i in range(31)])
    room.complete()
    assert room.answer == 1
    assert "1" in room.panel.room.sentence.text()


@pytest.mark.parametrize("label", range(10))
def test_every_digit_in_the_rooms_own_hand_is_recognised(room: Room, label: int) -> None:
    room.panel.view.pad.set_drawing(strokes.digit(label))
    room.complete()
    assert room.answer == label


def test_clearing_takes_the_answer_away_and_undo_brings_it_back(room: Room) -> None:
    room.panel.view.pad.set_drawing(strokes.digit(5))
    room.complete()
    room.panel.view.pad.clear()
    room.settle(lambda: room.frame.n_points == 0)
    assert room.answer == -1
    room.panel.view.pad.undo()
    room.complete()
    assert room.answer == 5


@pytest.mark.parametrize("where", ["pad", "eraser"])
def test_the_keys_of_undo_work_wherever_the_focus_is(room: Room, where: str) -> None:
    room.panel.view.pad.set_drawing(strokes.digit(5))
    room.complete()
    focused = room.panel.view.pad if where == "pad" else room.panel.view.tools._eraser
    focused.setFocus()
    QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.settle(lambda: room.frame.n_points == 0)
    QTest.keyClick(
        focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    room.complete()
    assert room.answer == 5
    assert room.panel.view.pad.history().count() == 1


def test_scrubbing_answers_the_unfinished_digit_and_survives_being_hidden(room: Room) -> None:
    room.panel.view.pad.set_drawing(strokes.digit(3))
    room.complete()
    room.panel.seek(9)
    room.settle(lambda: room.frame.step == 9)
    assert room.panel.view.pad.shown() == 9
    room.panel.leave()
    room.panel.enter()
    for _ in range(5):
        room.panel.tick()
    assert room.panel.view.pad.shown() == 9


def test_playing_writes_the_digit_to_its_end_and_rests_there(room: Room) -> None:
    room.panel.set_speed(2000.0)
    showcase.write_three(room.panel)
    room.settle(lambda: not room.panel._playing and room.frame.step == room.frame.n_points > 0)
    assert room.answer == 3
    room.panel.play(True)
    assert room.panel.at() < room.frame.n_points, "from the start again"


def test_drawing_on_from_an_earlier_moment_starts_another_future(room: Room) -> None:
    room.panel.view.pad.set_drawing(strokes.digit(8))
    room.complete()
    whole = room.frame.n_points
    room.panel.seek(10)
    draw(room, [(0.1, 0.9), (0.15, 0.9)])
    room.complete()
    assert 10 < room.frame.n_points < whole
    room.panel.view.pad.undo()
    room.complete()
    assert room.frame.n_points == whole


def test_the_small_seven_is_a_seven_and_the_gap_turns_a_four_into_a_nine(room: Room) -> None:
    showcase.write_small_seven(room.panel)
    room.panel.play(False)
    room.panel.seek(1000)
    room.complete()
    assert room.answer == 7
    showcase.write_four_nine(room.panel)
    room.complete()
    answers = [int(row.argmax()) for row in room.frame.path if row.any()]
    assert answers[-1] == 9
    assert 4 in answers[len(answers) // 2 :]


def test_a_test_image_is_named_and_the_wrong_ones_follow_each_other(room: Room) -> None:
    room.judged()
    digits = mnist.load_test()
    room.panel.show_test_image(0)
    room.settle(lambda: room.frame.picture is not None)
    assert f"{digits.labels[0]}" in room.panel.room.sentence.text()
    seen = []
    for _ in range(3):
        room.panel.show_wrong()
        seen.append(room.panel.tests._index.value())
    found = room.panel._errors.frame
    assert found is not None
    assert seen == found.wrong[:3].tolist()
    room.settle(lambda: room.answer != int(digits.labels[seen[-1]]))


def test_a_picture_brought_by_another_page_is_named_as_far_as_it_is_known(room: Room) -> None:
    space, digits = room.panel.context.workspace, mnist.load_test()
    image, label = digits.images[2405], int(digits.labels[2405])
    space.put("input", NAME, Sheet(picture=image, label=label, number=2405))
    room.settle(lambda: "test image" in room.panel.sentence())
    assert room.panel.tests._index.value() == 2405
    assert "2,405" in room.panel.view.stages.given_words()
    for of, said in ((label, ("A picture of",)), (None, ("sure this is", "Of ten digits", "Not a digit?"))):
        space.put("input", NAME, Sheet(picture=image, label=of))
        room.settle(lambda said=said: any(words in room.panel.sentence() for words in said))
        room.settle(lambda: "This picture" in room.panel.view.stages.given_words())


def test_the_number_of_the_test_image_is_that_of_what_lies_on_the_pad(room: Room) -> None:
    room.judged()
    tests, pad = room.panel.tests, room.panel.view.pad
    pad.set_drawing(strokes.digit(6))
    assert tests._index.text() == ""
    shown = []
    for pick in (tests.pick_wrong, tests.pick_any):
        pick()
        assert tests._index.value() == pad.content().number
        shown.append(pad.content().number)
    room.panel.acts.undo()
    assert tests._index.value() == shown[0]
    room.panel.acts.undo()
    assert pad.content().number is None
    assert tests._index.text() == "", "a drawing is no test image"
    tests.pick_wrong()
    assert pad.content().number == room.panel._errors.frame.wrong[1], "the search goes on"  # type: ignore[union-attr]
    room.panel.acts.undo()
    tests._index.setFocus()
    QTest.keyClicks(tests._index, "62")
    QTest.keyClick(tests._index, Qt.Key.Key_Return)
    assert pad.content().number == 62
    room.panel.acts.undo()
    QTest.keyClick(tests._index, Qt.Key.Key_Escape)
    QTest.keyClick(tests._index, Qt.Key.Key_Up)
    assert pad.content().number == 0


def test_drawing_on_a_test_image_drops_its_name(room: Room) -> None:
    room.judged()
    room.panel.show_test_image(0)
    draw(room, [(0.2, 0.2), (0.25, 0.2)])
    room.complete()
    assert room.frame.prepared is not None
    assert "test image" not in room.panel.room.sentence.text().lower()


def test_another_net_answers_the_same_drawing(room: Room) -> None:
    room.panel.view.pad.set_drawing(strokes.digit(2))
    room.complete()
    first = room.frame.net
    other = next(n for n in room.panel.context.workspace.names("net") if n != "CNN")
    room.panel.context.workspace.choose("net", other)
    room.settle(lambda: room.frame.net is not first and len(room.frame.path) == room.frame.n_points)
    assert room.answer == 2
    room.judged()


def test_without_test_images_the_room_says_so_and_answers_all_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise FileNotFoundError("assets/mnist.npz")

    monkeypatch.setattr(mnist, "load_test", missing)
    with opened(PANEL, qtbot) as host:
        room = Room(host)
        room.settle(lambda: "cannot be read" in room.panel.tests.work.text())
        room.panel.view.pad.set_drawing(strokes.digit(6))
        room.complete()
        assert room.answer == 6


def test_knobs_reach_pad_and_net(room: Room) -> None:
    room.panel.on_knob("brush", 12)
    assert room.panel.view.pad.brush_width() == pytest.approx(0.12)
    room.panel.on_knob("edges", 0)
    room.complete()


def measured(room: Room) -> None:
    """Until the meter is fitted and has a reading of what lies on the pad."""
    room.complete()
    room.settle(lambda: room.frame.answer is not None and room.frame.answer.novelty is not None)


@pytest.mark.parametrize("label", range(10))
def test_the_meter_takes_every_plain_digit_for_one(room: Room, label: int) -> None:
    room.panel.view.pad.set_drawing(strokes.digit(label))
    measured(room)
    assert room.frame.answer is not None
    assert room.frame.answer.novelty is not None
    assert not room.frame.answer.novelty.beyond
    assert "real" not in room.panel.room.sentence.text()
    assert room.panel.view.meter.accessibleDescription().startswith("like what it learnt")


@pytest.mark.parametrize("net", ["CNN", "MLP"])
def test_the_house_is_no_digit_for_either_net(room: Room, net: str) -> None:
    room.panel.context.workspace.choose("net", net)
    showcase.draw_house(room.panel)
    room.panel.play(False)
    room.panel.seek(1000)
    measured(room)
    assert "Not a digit?" in room.panel.room.sentence.text()
    assert room.panel.view.meter.accessibleDescription().startswith("not a digit")
    assert float(room.panel.data()["farther_than"]) > 0.95


def test_an_empty_pad_has_no_reading(room: Room) -> None:
    room.panel.view.pad.set_drawing(strokes.digit(3))
    measured(room)
    room.panel.view.pad.clear()
    room.settle(lambda: room.frame.n_points == 0)
    assert room.panel.view.meter.accessibleDescription() == "Nothing to measure."
    assert "farther_than" not in room.panel.data()


def test_the_meter_is_fitted_once_for_each_net(room: Room) -> None:
    room.panel.view.pad.set_drawing(strokes.digit(3))
    measured(room)
    first = room.panel._fit.meter
    room.panel.context.workspace.choose("net", "MLP")
    room.settle(lambda: room.panel._fit.meter is not None and room.panel._fit.meter is not first)
    room.panel.context.workspace.choose("net", "CNN")
    assert room.panel._fit.meter is first, "at once"
    room.panel.restart()
    measured(room)


def test_without_training_images_the_net_answers_all_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_n: int) -> None:
        raise FileNotFoundError("assets/mnist.npz")

    monkeypatch.setattr(mnist, "load_some", missing)
    with opened(PANEL, qtbot) as host:
        room = Room(host)
        room.panel.view.pad.set_drawing(strokes.digit(6))
        room.complete()
        room.settle(lambda: not room.panel._fit.possible)
        assert room.answer == 6
        assert "no real digits" in room.panel.view.meter.accessibleDescription()


def test_a_small_seven_in_a_corner_is_lost_without_its_preparation_and_found_again(room: Room) -> None:
    showcase.write_small_seven(room.panel)
    room.panel.play(False)
    room.panel.seek(1000)
    room.complete()
    sure = float(room.frame.answer.probabilities[7])  # type: ignore[union-attr]
    assert sure > 0.9
    for k in (0, 1, 2):
        room.panel.view.stages.toggle(k)
    room.settle(lambda: room.frame.prepared is not None and not room.frame.prepared.recipe.centre)
    room.complete()
    assert float(room.frame.answer.probabilities[7]) < 0.5 * sure  # type: ignore[union-attr]
    sentence = room.panel.room.sentence.text()
    assert "Without cropping, scaling, centring" in sentence
    assert "With every step: 7" in sentence
    assert room.panel.memory()["recipe"] == vars(Recipe(crop=False, scale=False, centre=False))
    showcase.write_small_seven(room.panel)
    assert room.panel.view.stages.recipe() == Recipe()


def test_a_recipe_is_read_back_and_nonsense_is_passed_over() -> None:
    recipe = Recipe(scale=False, full=False)
    assert recipe_from(dict(vars(recipe))) == recipe
    assert recipe_from({"crop": "no", "scale": 0, "full": False, "other": True}) == Recipe(full=False)
    for nonsense in (None, 3, "crop", [True]):
        assert recipe_from(nonsense) == Recipe()
    assert left_out(recipe) == "scaling, full contrast"
    assert left_out(Recipe()) == ""


def test_without_motion_a_preset_stands_there_written_and_is_not_played(room: Room) -> None:
    motion.set_motion(False)
    try:
        QTest.keyClick(room.panel, Qt.Key.Key_1)
        assert not room.panel.playing
        assert room.panel.view.pad.shown() is None
        room.complete()
        assert room.answer == 3
        room.panel.play(True)
        assert room.panel.playing, "asked for, it plays"
    finally:
        motion.set_motion(True)


def test_presets_strokes_and_knobs_share_one_history(room: Room) -> None:
    QTest.keyClick(room.panel, Qt.Key.Key_1)
    three = room.panel.view.pad.content()
    room.panel.knobs.row("edges").turned.emit("edges", 300)
    draw(room, [(0.5, 0.5), (0.6, 0.6)])
    assert room.panel.history.count() == 3
    room.panel.acts.undo()
    assert room.panel.view.pad.content() is three
    assert room.panel.knobs.config().edges == 300
    room.panel.acts.undo()
    assert room.panel.knobs.config().edges == 120
    room.panel.acts.undo()
    assert room.panel.view.pad.content().empty
