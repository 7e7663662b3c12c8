"""Learn: whatever is turned, played, loaded and taken back, the knobs stand as the run is trained."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from neuroviz.panels.training.learn.config import StopConfig
from neuroviz.panels.training.learn.panel import LearnPanel
from neuroviz.panels.training.learn.turn_words import marks
from neuroviz.sims.training.frames import TrainingFrame
from tests.panels.host import Host, opened, spec_of

VALUES: dict[str, tuple[object, ...]] = {
    "batch": (10, 20, 50), "rate": (0.01, 0.05, 0.1), "momentum": (0.0, 0.9), "optimiser": ("sgd", "adam"),
}  # fmt: skip
ACTS = (
    "turn", "turn", "turn", "play", "play", "preset", "undo", "undo", "undo", "redo", "seek", "look", "focus",
    "stop",
)  # fmt: skip
PRESETS = (0, 2, 3, 7, 8, 12)  # of small nets


class Visitor:
    """Does things to the room, one after the other, and looks whether it agrees with its run each time."""

    def __init__(self, host: Host) -> None:
        assert isinstance(host.panel, LearnPanel)
        self.host, self.panel = host, host.panel
        self.done: list[str] = []

    def do(self, act: Callable[[], object], text: str) -> None:
        self.done.append(text)
        act()
        self.rest()

    def rest(self) -> None:
        """Until the worker has nothing left to do and the newest frame is shown."""
        panel = self.panel

        def rests() -> bool:
            run = panel.run
            return (
                run is not None and isinstance(panel.last, TrainingFrame) and not panel.hand.awaits
                and run._asleep and not run._wishes and run.frames.empty
            )  # fmt: skip

        self.host.settle(rests)
        frame = panel.last
        assert isinstance(frame, TrainingFrame)
        assert panel.form.config() == frame.focused.knobs, self.done
        assert panel.stops.config() == StopConfig.of(frame.stops), self.done
        assert panel.room.transport._timeline._marks == tuple(marks(frame)), self.done

    def play(self) -> None:
        panel, run = self.panel, self.panel.run
        assert run is not None
        goal = run.past().step + 40
        panel.play(True)
        self.host.settle(lambda: run.at_end or run.past().step >= goal)
        panel.play(False)

    def some(self, rng: random.Random) -> None:
        panel, frame = self.panel, self.panel.last
        assert isinstance(frame, TrainingFrame)
        what = rng.choice(ACTS)
        if what == "turn":
            name = rng.choice(list(VALUES))
            value = rng.choice(VALUES[name])
            self.do(lambda: panel.form.row(name)._on_turned(value), f"{name} {value}")
        elif what == "play":
            self.do(self.play, "play")
        elif what == "preset":
            number = rng.choice(PRESETS)
            self.do(lambda: panel.apply_preset(number), f"preset {number}")
        elif what == "undo":
            self.do(panel.acts.undo, "undo")
        elif what == "redo":
            self.do(panel.acts.redo, "redo")
        elif what == "seek":
            step = rng.randint(0, max(frame.step, 1))
            self.do(lambda: panel.seek(step), f"seek {step}")
        elif what == "look":
            self.do(lambda: panel.view.turn("map", rng.choice(("curves", "layers"))), "look")
            self.do(panel.view.turned.emit, "looked")
        elif what == "focus":
            line = rng.choice(frame.courses).id
            self.do(lambda: panel.hand.focus(line), f"focus {line}")
        else:
            self.do(lambda: panel.stops.row("gradient")._on_turned(rng.choice((0.0, 500.0))), "stop")


@pytest.fixture
def visitor(qtbot: QtBot) -> Iterator[Visitor]:
    with opened(spec_of("training"), qtbot) as host:
        visitor = Visitor(host)
        visitor.rest()
        yield visitor


def test_undoing_presets_brings_a_run_back_with_the_knobs_it_was_trained_with(visitor: Visitor) -> None:
    panel = visitor.panel
    visitor.do(lambda: panel.apply_preset(0), "preset 0")
    visitor.do(lambda: panel.form.row("batch")._on_turned(10), "10")
    visitor.do(visitor.play, "play")
    visitor.do(lambda: panel.form.row("batch")._on_turned(50), "50")
    for number in (12, 8):
        visitor.do(lambda number=number: panel.apply_preset(number), f"preset {number}")  # type: ignore[misc]
    batches = []
    for _ in range(4):
        visitor.do(panel.acts.undo, "undo")
        batches.append(panel.form.config().batch)
    assert batches[1:] == [50, 10, 20]
    for _ in range(4):
        visitor.do(panel.acts.redo, "redo")
    for _ in range(2):
        visitor.do(panel.acts.undo, "undo")
    assert panel.form.config().batch == 50


@pytest.mark.parametrize("seed", range(6))
def test_the_knobs_and_the_marks_agree_with_the_run_after_whatever_is_done(
    visitor: Visitor, seed: int
) -> None:
    rng = random.Random(seed)
    for _ in range(25):
        visitor.some(rng)


def test_taking_a_view_back_turns_no_knob_of_another_line(visitor: Visitor) -> None:
    panel = visitor.panel
    visitor.do(visitor.play, "play")
    visitor.do(lambda: panel.view.turn("map", "layers"), "look")
    visitor.do(panel.view.turned.emit, "looked")
    visitor.do(lambda: panel.hand.branch("rate", 1.0), "branch")
    assert panel.form.config().rate == 1.0
    visitor.do(panel.acts.undo, "undo")
    assert panel.view.right != "layers"
    assert panel.form.config().rate == 1.0


def test_a_knob_turned_before_the_first_frame_is_turned(visitor: Visitor) -> None:
    panel = visitor.panel
    visitor.do(lambda: panel.apply_preset(8), "preset")
    panel.acts.undo()
    panel.acts.redo()
    assert panel.last is None
    visitor.do(lambda: panel.form.row("batch")._on_turned(33), "33")
    assert panel.form.config().batch == 33


def test_one_line_too_many_is_said_and_the_knobs_go_on_being_those_of_the_line_looked_at(
    visitor: Visitor,
) -> None:
    panel, said = visitor.panel, []
    panel.notice.connect(said.append)
    visitor.do(visitor.play, "play")
    for _ in range(7):
        visitor.do(panel.hand.split, "split")
    assert not said
    visitor.do(lambda: panel.hand.branch("rate", 1.0), "branch")
    visitor.host.settle(lambda: bool(said))
    assert "8 lines are the most" in said[0]
    visitor.do(lambda: panel.form.row("batch")._on_turned(10), "10")
    assert panel.form.config().batch == 10
    assert len(said) == 1


def test_a_line_that_was_ended_comes_back_with_undo(visitor: Visitor) -> None:
    panel = visitor.panel

    def lines() -> list[int]:
        assert isinstance(panel.last, TrainingFrame)
        return [one.id for one in panel.last.courses]

    visitor.do(visitor.play, "play")
    visitor.do(lambda: panel.hand.branch("rate", 0.5), "branch")
    visitor.do(visitor.play, "play")
    assert isinstance(panel.last, TrainingFrame)
    step, theta = panel.last.step, panel.last.courses[0].net.theta
    visitor.do(lambda: panel.lines.drop_asked.emit(0), "drop")
    assert lines() == [1]
    visitor.do(visitor.play, "play")
    visitor.do(panel.acts.undo, "undo")
    assert lines() == [0, 1]
    assert panel.last.step == step
    assert panel.last.courses[0].net.theta.tobytes() == theta.tobytes()
    visitor.do(panel.acts.redo, "redo")
    assert lines() == [1]
    visitor.do(lambda: panel.seek(step - 10), "seek")
    assert lines() == [0, 1]
    assert any(f"ended at step {step}" in row._words.text() for row in panel.lines._rows)


@pytest.mark.parametrize("line", [0, 1, 2])
def test_a_run_that_a_preset_replaced_comes_back_with_the_line_that_was_looked_at(
    visitor: Visitor, line: int
) -> None:
    panel = visitor.panel
    for rate in (0.5, 0.01):
        visitor.do(visitor.play, "play")
        visitor.do(lambda rate=rate: panel.hand.branch("rate", rate), f"branch {rate}")  # type: ignore[misc]
    visitor.do(visitor.play, "play")
    visitor.do(lambda: panel.hand.focus(line), f"focus {line}")
    assert isinstance(panel.last, TrainingFrame)
    step = panel.last.step
    visitor.do(lambda: panel.apply_preset(3), "preset")
    visitor.do(panel.acts.undo, "undo")
    frame = panel.last
    assert (frame.step, frame.focus, len(frame.courses)) == (step, line, 3)
    assert panel.form.config().rate == (0.05, 0.5, 0.01)[line]
