"""Many takes another task: the run of Learn waits for it to be taken back, however the visitor goes about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from neuroviz import nn
from neuroviz.data.tasks import fresh
from neuroviz.panels.training.learn.panel import LearnPanel
from neuroviz.panels.training.many.panel import ManyPanel
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.workspace import Workspace
from tests.panels.host import Host, opened, spec_of, workspace

STEPS = 90
UNFIT = tuple(map(LayerPlan, (nn.Dense(6), nn.Tanh(), nn.Dropout(0.2), nn.Dense(2))))


class Pages:
    """Learn and Many of one room; one of them is seen."""

    def __init__(self, learn: Host, many: Host) -> None:
        self.hosts = learn, many
        assert isinstance(learn.panel, LearnPanel)
        assert isinstance(many.panel, ManyPanel)
        self.learn, self.many = learn.panel, many.panel

    def to_many(self) -> None:
        self._turn(*self.hosts)

    def to_learn(self) -> None:
        self._turn(*reversed(self.hosts))

    def learned(self) -> TrainingFrame:
        """What Learn shows, once it shows something."""
        self.hosts[0].settle(lambda: isinstance(self.learn.last, TrainingFrame))
        assert isinstance(self.learn.last, TrainingFrame)
        return self.learn.last

    def at(self, step: int) -> TrainingFrame:
        """Learn stands there."""
        self.hosts[0].settle(lambda: self.learn.last is not None and self.learn.last.step == step)
        return self.learned()

    def _turn(self, one: Host, other: Host) -> None:
        one.panel.leave()
        one.hide()
        other.show()
        other.panel.enter()
        other.settle(lambda: other.panel.task() is not None)  # type: ignore[attr-defined]


@contextmanager
def _beside(spec: str, qtbot: QtBot, space: Workspace) -> Iterator[Host]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.panels.host.workspace", lambda: space)
        with opened(spec_of(spec), qtbot) as host:
            yield host


@pytest.fixture
def pages(qtbot: QtBot) -> Iterator[Pages]:
    """Learn stands at a step of a net that cannot be learned by many, its rate turned on the way."""
    space = workspace()
    with _beside("training.many", qtbot, space) as many, _beside("training", qtbot, space) as learn:
        many.panel.leave()
        many.hide()
        pages = Pages(learn, many)
        panel = pages.learn
        panel.set_recipe(Recipe(fresh("spirals"), UNFIT, (2,), Knobs(rate=0.05, batch=20)))
        learn.settle(lambda: panel.run is not None and panel.learned() and panel.last is not None)
        panel.form.row("rate")._on_turned(0.02)
        panel.form.row("batch")._on_turned(1)
        learn.settle(lambda: not panel.hand.awaits and pages.learned().focused.knobs.batch == 1)
        panel.seek(STEPS)
        pages.at(STEPS)
        yield pages


def _way_out(pages: Pages) -> list[str]:
    said: list[str] = []
    pages.many.notice.connect(said.append)
    assert pages.many.view.way_out.isVisible()
    pages.many.view.way_out.click()
    pages.hosts[1].settle(lambda: pages.many.last is not None)
    return said


@pytest.mark.parametrize("looks", [False, True], ids=["at once", "after a look at Learn"])
def test_undo_of_the_way_out_brings_the_run_of_learn_back_as_it_stood(pages: Pages, looks: bool) -> None:
    before, recipe = pages.learned(), pages.learn.recipe()
    pages.to_many()
    said = _way_out(pages)
    assert len(said) == 1
    assert f"{STEPS} steps" in said[0]
    assert "undo" in said[0]
    assert pages.learn.recipe() is not recipe
    if looks:
        pages.to_learn()
        assert pages.learned().step == 0
        pages.to_many()
    pages.many.acts.undo()
    assert pages.learn.recipe() is recipe
    pages.hosts[1].settle(lambda: pages.many.task() is not None)  # so that Learn has it at once
    pages.to_learn()
    after = pages.at(STEPS)
    assert after.focused.net.theta.tobytes() == before.focused.net.theta.tobytes()
    assert pages.learn.form.config() == before.focused.knobs == replace(recipe.knobs, rate=0.02, batch=1)
    assert not pages.learn.playing


def test_of_a_run_that_has_not_begun_nothing_is_said(pages: Pages) -> None:
    pages.learn.rewind()
    pages.hosts[0].settle(lambda: pages.learn.last is not None and pages.learn.last.step == 0)
    pages.to_many()
    assert not _way_out(pages)


def test_a_speed_that_was_set_by_hand_stays_when_another_run_begins(pages: Pages) -> None:
    transport = pages.learn.room.transport
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages.learn, "context", replace(pages.learn.context, memory={"speed_stop": 3}))
        transport.set_stop(11)
        transport.speed_changed.emit(transport.speed())
        pages.to_many()
        _way_out(pages)
        pages.to_learn()
        pages.learned()
    assert transport.stop() == 11
