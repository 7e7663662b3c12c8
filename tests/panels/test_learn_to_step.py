"""One step begins where Learn stands: at any moment of any line, to the bit, if the recipe is the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from neuroviz.panels.training.learn.panel import LearnPanel
from neuroviz.panels.training.step import PAGE, showcase
from neuroviz.panels.training.step.panel import StepPanel
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.sims.training.stages import Place, StagesFrame
from neuroviz.sims.training.standing import learning
from neuroviz.workspace import Workspace
from tests.panels.host import Host, opened, spec_of, workspace


class Pages:
    """Learn and One step of one room; one of them is seen."""

    def __init__(self, learn: Host, step: Host) -> None:
        self._learn, self._step = learn, step
        assert isinstance(learn.panel, LearnPanel)
        assert isinstance(step.panel, StepPanel)
        self.learn, self.step = learn.panel, step.panel

    def to_step(self) -> None:
        """Leave Learn for One step, and wait until it knows where Learn stands."""
        self.learn.leave()
        self._learn.hide()
        self._step.show()
        self.step.enter()
        origin = self.step.origin
        self._step.settle(lambda: origin._answer is None and isinstance(self.step.last, StagesFrame))

    def to_learn(self) -> None:
        """And back."""
        self.step.leave()
        self._step.hide()
        self._learn.show()
        self.learn.enter()

    def learn_to(self, step: int) -> TrainingFrame:
        """Learn stands at that step."""
        self.learn.seek(step)
        self._learn.settle(lambda: self.learn.last is not None and self.moment.step == step)
        return self.moment

    def settle(self, number: int) -> StagesFrame:
        """One step is before that step."""
        self._step.settle(
            lambda: isinstance(self.step.last, StagesFrame) and self.step.last.number == number
            and self.step.last.place == Place("start")
        )  # fmt: skip
        assert isinstance(self.step.last, StagesFrame)
        return self.step.last

    @property
    def moment(self) -> TrainingFrame:
        """What Learn shows."""
        assert isinstance(self.learn.last, TrainingFrame)
        return self.learn.last


@contextmanager
def _beside(spec: str, qtbot: QtBot, space: Workspace) -> Iterator[Host]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.panels.host.workspace", lambda: space)
        with opened(spec_of(spec), qtbot) as host:
            yield host


@pytest.fixture
def pages(qtbot: QtBot) -> Iterator[Pages]:
    space = workspace()
    with _beside("training", qtbot, space) as learn, _beside(PAGE.id, qtbot, space) as step:
        step.panel.leave()
        step.hide()
        learn.settle(lambda: isinstance(learn.panel.last, TrainingFrame))
        yield Pages(learn, step)


def test_it_goes_on_where_learn_stands_as_learn_would_have(pages: Pages) -> None:
    pages.learn_to(137)
    theta = pages.learn_to(60).focused.net.theta
    after = pages.learn_to(63).focused.net.theta
    pages.learn_to(60)
    pages.to_step()
    frame = pages.settle(61)
    assert np.array_equal(frame.theta, theta)
    assert "Where Learn stands, before step 61" in pages.step.sentence()
    assert pages.step.origin.switch.value() == "learn"
    assert "after step 60" in pages.step.origin.note.text()
    pages.step.seek(3 * frame.whole.length)
    pages._step.settle(lambda: isinstance(pages.step.last, StagesFrame) and pages.step.last.done is not None)
    last = pages.step.last
    assert isinstance(last, StagesFrame)
    assert last.done is not None
    assert np.array_equal(last.done.update.after.theta, after)
    pages.step.rewind()
    pages.settle(61)


def test_the_line_that_is_looked_at_comes_with_its_knobs(pages: Pages) -> None:
    pages.learn_to(50)
    pages.learn.hand.branch("rate", 0.7)
    pages._learn.settle(lambda: pages.moment.focus == 1)
    pages.learn_to(80)
    pages.to_step()
    frame = pages.settle(81)
    assert frame.knobs.rate == 0.7
    assert pages.step.form.config().rate == 0.7
    assert np.array_equal(frame.theta, pages.moment.focused.net.theta)


def test_the_start_is_the_visitors_choice_and_stays_so(pages: Pages) -> None:
    pages.learn_to(30)
    pages.to_step()
    pages.settle(31)
    pages.step.origin.switch.take_neighbour(-1)
    assert pages.settle(1).step == 0
    assert "Where Learn stands" not in pages.step.sentence()
    assert pages.step.origin.note.text() == "Learn stands at step 30."
    pages.to_learn()
    pages.learn_to(40)
    pages.to_step()
    pages.settle(1)
    pages.step.origin.switch.take_neighbour(1)
    pages.settle(41)


def test_a_run_of_one_step_stays_as_long_as_learn_does(pages: Pages) -> None:
    pages.learn_to(30)
    pages.to_step()
    pages.settle(31)
    pages.step.seek(5)
    pages._step.settle(lambda: pages.step.last is not None and pages.step.last.step == 5)
    pages.to_learn()
    pages.to_step()
    assert pages.step.last is not None
    assert pages.step.last.step == 5
    pages.to_learn()
    pages.learn_to(33)
    pages.to_step()
    pages.settle(34)


def test_with_another_recipe_it_begins_anew_and_says_so(pages: Pages) -> None:
    pages.learn_to(30)
    recipe = pages.learn.recipe()
    pages.learn.leave()
    pages._learn.hide()
    pages.step.set_recipe(replace(recipe, seed=7))
    pages.to_step()
    pages.settle(1)
    assert "so this begins anew: before step 1" in pages.step.sentence()
    assert "another recipe" in pages.step.origin.note.text()
    pages.step.origin.switch.take_neighbour(1)
    pages._step.settle(lambda: pages.step.origin._answer is None)
    assert pages.step.origin.switch.value() == "start"
    pages.step.show_step(showcase.small(), Place("start"))
    pages._step.settle(lambda: isinstance(pages.step.last, StagesFrame) and pages.step.last.knobs.batch == 8)
    assert "Press play" in pages.step.sentence(), "chosen here, that needs no word"
    pages.step.set_recipe(recipe)
    pages.settle(31)


def test_a_preset_taken_back_brings_learns_moment_back(pages: Pages) -> None:
    pages.learn_to(30)
    pages.to_step()
    pages.settle(31)
    pages.step.seek(4)
    pages._step.settle(lambda: pages.step.last is not None and pages.step.last.step == 4)
    pages.step.acts.follow()
    pages.step.apply_preset(0)
    pages._step.settle(lambda: isinstance(pages.step.last, StagesFrame) and pages.step.last.knobs.batch == 8)
    assert pages.step.origin.switch.value() == "start"
    pages.step.acts.undo()
    pages._step.settle(lambda: isinstance(pages.step.last, StagesFrame) and pages.step.last.number == 31)
    for _ in range(20):
        pages.step.tick()
    pages._step.settle(lambda: pages.step.origin._answer is None)
    assert pages.step.last is not None
    assert pages.step.last.step == 4
    assert pages.step.origin.switch.value() == "learn"


def test_where_learn_is_seen_beside_it_is_asked_again(pages: Pages) -> None:
    pages.learn_to(30)
    pages.to_step()
    pages.settle(31)
    pages._learn.show()
    pages.learn.enter()
    pages.learn_to(44)
    pages.step.origin.switch.chosen.emit("learn")
    pages.settle(45)


def test_learn_at_its_start_has_nothing_to_hand_over(pages: Pages) -> None:
    pages.to_step()
    pages.settle(1)
    assert pages.step.origin.switch.value() == "start"
    assert pages.step.origin.note.text() == "Learn has taken no step yet."


def test_a_closed_learn_leaves_nothing_behind(pages: Pages) -> None:
    space = pages.learn.context.workspace
    assert learning(space) is not None
    pages.learn.shut()
    assert learning(space) is None
    pages.to_step()
    pages.settle(1)
