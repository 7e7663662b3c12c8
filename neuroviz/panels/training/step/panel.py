"""StepPanel: one training step in stages; time goes from stage to stage, and back."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QElapsedTimer

from neuroviz.panels.training.batch_form import BatchForm
from neuroviz.panels.training.learn.config import knob_texts
from neuroviz.panels.training.left_runs import LeftRun, LeftRuns, begun
from neuroviz.panels.training.page import TrainingPage
from neuroviz.panels.training.step import showcase, words
from neuroviz.panels.training.step.config import StepConfig
from neuroviz.panels.training.step.numbers import number
from neuroviz.panels.training.step.origin import Origin
from neuroviz.panels.training.step.values import Scene, Shown, Sight
from neuroviz.panels.training.step.view import StepView
from neuroviz.runtime import Change, Frame, History, Run
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.one_weight import Weight
from neuroviz.sims.training.stages import Place, Round, StagesFrame, StagesSim
from neuroviz.sims.training.stand import Stand
from neuroviz.sims.training.taken_apart import blocks_of
from neuroviz.ui import motion
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.room import Context, Preset
from neuroviz.ui.timeline import Mark

_MEMORY, _CHECKPOINTS = 64 * 2**20, 256
_SPEED = 2.0  # stages a second: slow enough to talk
_SLOWLY = 1.0
_FLOWS = 6.0  # stages a second above which nothing flows within a stage
_WHOLE = 25.0  # stages a second above which each picture shows a whole step
_LONGEST = 1200.0  # ms in which values come from one layer to the next
_SHOWN_MS = 200
_SHOWS: tuple[Shown | None, ...] = (None, "weights", "gradient", "change")


class StepPanel(TrainingPage):
    """Its run counts stages. What is looked at belongs to the page; the knobs act on the run."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._left: LeftRuns[StagesSim, Stand | None] = LeftRuns()
        self._of = self.recipe()
        self._meant: Recipe | None = None  # chosen here: that Learn has another needs no word
        self._sim: StagesSim | None = None
        self._goal: tuple[Recipe, int] | None = None  # the stage that is wanted of that recipe's run
        self._sight = _sight(context.memory.get("shows"))
        self._since, self._turned = QElapsedTimer(), QElapsedTimer()
        self._since.start()
        self._turned.start()
        self._speed = _SPEED
        self._seen_step = -1
        self.view = StepView()
        self.form = BatchForm(StepConfig.of(self.recipe().knobs), knob_texts)
        self.origin = Origin(context.workspace)
        self.place_for_task(self.view, (self.form, self.origin))
        self.room.set_least(112)
        self.room.transport.count_stages()
        self.room.transport.set_speed(_SPEED)
        self.form.changed.connect(self.on_knob)
        self.origin.begin_asked.connect(self.begin_at)
        self.view.picked.connect(self._on_picked)
        self.view.list.chosen.connect(self._on_example)
        self.view.strip.asked.connect(self.seek)
        self.view.turn_asked.connect(self._on_turn)
        self.view.story.check_asked.connect(self._on_check)
        self.view.story.strongest_asked.connect(self._on_strongest)
        self.retranslate()

    # -- what presets, tries and other pages use -----------------------------------------------------

    def show_step(self, recipe: Recipe, place: Place, number: int = 0) -> None:
        """A recipe, at a place of its step `number`, counted from 0."""
        self._meant = recipe
        self._goal = recipe, Round(len(blocks_of(recipe.plan()))).step(place, number)
        self._sight = replace(self._sight, example=None, weight=None, unit=None)
        self.set_recipe(recipe)
        if self.task() is not None and self.run is None:
            self.restart()

    def begin_at(self, stand: Stand | None) -> None:
        """Take the run of Learn apart from this moment on; None: the recipe from its start."""
        self.origin.begin_at(stand)
        knobs = self.recipe().knobs if stand is None else stand.state.knobs
        self.form.set_config(StepConfig.of(knobs))
        if self.task() is not None:
            self.restart()
        self.acts.follow()

    def play_slowly(self) -> None:
        """A stage a second."""
        self.room.transport.set_speed(_SLOWLY)
        self.set_speed(_SLOWLY)
        self.play(True)
        self.room.transport.set_playing(True)

    def check_here(self) -> None:
        """Measure the gradient of the weight that is told of, going back to where it is known."""
        frame = self._frame()
        if frame is None:
            return
        self._check_due = True
        if frame.place.leg == "update" or frame.place == Place("back", 0):
            self._check_told()
        else:
            self.seek(frame.whole.step(Place("back", 0), frame.round))

    # -- what the room asks --------------------------------------------------------------------------

    def make_run(self) -> Run | None:
        """A run of the recipe with the knobs as they stand."""
        task = self.task()
        if task is None:
            return None
        self._of, history = self.recipe(), History(_MEMORY, _CHECKPOINTS)
        if (left := self._left.take(self._of)) is not None:
            self._sim, self._posed_at = left.sim, left.past.step
            self.origin.begin_at(left.more)
            return Run(left.sim, history=history, past=left.past)
        recipe = replace(self._of, knobs=self.form.config().put_into(self._of.knobs))
        begun = self.origin.begun
        self._sim = StagesSim(recipe, task, None if begun is None else begun.state)
        return Run(self._sim, history=history)

    def plays_at_once(self) -> bool:
        """It waits for play."""
        return False

    def restart(self) -> None:
        """A new run, at the speed that is set, and at the place that is wanted."""
        super().restart()
        self._seen_step = -1
        self.room.transport.set_range(0)
        self.room.transport.set_marks(())
        if self.run is None:
            return
        self.set_speed(self.room.transport.speed())
        goal, self._goal = self._goal, None
        if goal is not None and goal[0] is self._of:
            self._posed_at = goal[1]
            self.seek(goal[1])

    def rewind(self) -> None:
        """The same start again."""
        self._goal = None
        super().rewind()

    def draw(self, frame: Frame) -> None:
        """Show the stage."""
        assert isinstance(frame, StagesFrame)
        if frame.step != self._seen_step:
            self._seen_step = frame.step
            self._since.restart()
        transport = self.room.transport
        if self.run is not None:
            transport.set_range(self.run.head)
        transport.set_position(frame.step)
        self._show_marks()
        if self._turned.elapsed() > _SHOWN_MS and StepConfig.of(frame.knobs) != self.form.config():
            self.form.set_config(StepConfig.of(frame.knobs))
        self._lay_out()
        if frame.place == Place("back", 0):
            self._check_told()
        if self._playing and self.run is not None and self.run.resting:
            self.play(False)
            transport.set_playing(False)

    def sentence(self) -> str:
        """What happens at this stage."""
        scene = self._scene()
        if scene is None:
            return self.why or words.waiting()
        anew = self.origin.other and self._meant is not self.recipe()
        return words.sentence(scene, "learn" if self.origin.begun is not None else "anew" if anew else "")

    def presets(self) -> tuple[Preset, ...]:
        """Steps that tell something."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def show_end(self) -> None:
        """What would have played: one whole step."""
        frame = self._frame()
        if self._playing and frame is not None:
            self.seek(frame.whole.step(Place("update"), frame.round))

    def data(self) -> Mapping[str, np.ndarray]:
        """All of the step: batch, activations, errors, gradients, parameters before and after."""
        frame = self._frame()
        if frame is None or frame.found is None or frame.batch is None:
            return {}
        found = frame.found
        named: dict[str, np.ndarray] = {
            "rows": frame.batch.rows, "x": found.x, "y": found.y, "outputs": found.outputs,
            "losses": found.losses, "gradient": found.grad, "theta": found.theta,
        }  # fmt: skip
        for i, (a, d) in enumerate(zip(found.ys, found.dys, strict=True), 1):
            named[f"activation_{i}"] = a
            if d is not None:
                named[f"error_{i}"] = d
        if frame.done is not None:
            named["theta_after"] = frame.done.update.after.theta
            named["losses_after"] = frame.done.losses
        return named

    def pose(self) -> None:
        """The error has come back to the first layer."""
        recipe = self.recipe()
        self._posed_at = Round(len(blocks_of(recipe.plan()))).step(Place("back", 0), 0)
        if self.run is None:
            self._goal = recipe, self._posed_at
        else:
            self.seek(self._posed_at)

    def posed(self) -> bool:
        """That stage is shown."""
        frame = self._frame()
        return frame is not None and frame.step == self._posed_at

    def memory(self) -> dict[str, Any]:
        """What the weights of the layers show."""
        shows = [[block, shown] for block, shown in self._sight.shows]
        return {**super().memory(), "shows": shows}

    def own_state(self) -> Sight:
        """What is looked at."""
        return self._sight

    def restore_own(self, state: Any) -> None:
        """Look at that again."""
        assert isinstance(state, Sight)
        self._sight = state
        self._lay_out()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Keys of the pictures."""
        return (
            (self.tr("Arrows, Enter"), self.tr("In the net: go through units, choose one, then a weight")),
            ("W", self.tr("In the net: what the weights of the chosen layer show")),
            (self.tr("Up, Down"), self.tr("In the batch: choose an example")),
        )

    # -- the room's life -----------------------------------------------------------------------------

    def on_recipe(self) -> None:
        """Another net, other knobs: from the start, or as it was left; undo brings the run back."""
        run = self.run
        self._end_run()
        if run is not None and self._sim is not None and begun(run, self._frame()):
            self._left.keep(LeftRun(self._of, self._sim, run.past(), self.origin.begun), self.recipe())
        self._sim = None
        self.origin.begin_at(None)
        self.form.set_config(StepConfig.of(self.recipe().knobs))
        self._sight = replace(self._sight, example=None, weight=None, unit=None)
        if self.task() is not None:
            self.restart()
        else:
            self.last = None
        if self.isVisible():
            self.origin.ask(self.recipe())

    def enter(self) -> None:
        """Learn may stand elsewhere by now."""
        super().enter()
        self.origin.ask(self.recipe())

    def on_task(self) -> None:
        """The examples are there."""
        self.form.set_task(self.task())
        self.restart()

    def on_knob(self, name: str, value: object) -> None:
        """It counts from the next draw, or the next update, on."""
        self._turned.restart()
        if not self.leaves_recipe():
            self.tell(Change(name, value))

    def tick(self) -> None:
        """Let values flow within the stage, and go where Learn stands."""
        super().tick()
        if self.origin.collect():
            self.refresh_sentence()
        self.view.flow(self._share())

    def set_speed(self, steps_per_second: float) -> None:
        """Stages a second."""
        was_whole = self._speed > _WHOLE
        self._speed = steps_per_second
        super().set_speed(steps_per_second)
        if was_whole != (self._speed > _WHOLE):
            self._lay_out()

    def play(self, on: bool) -> None:
        """On, or rest; at rest each stage is shown alone."""
        super().play(on)
        self._lay_out()

    # -- inside --------------------------------------------------------------------------------------

    _posed_at = -1
    _check_due = False

    def _frame(self) -> StagesFrame | None:
        return self.last if isinstance(self.last, StagesFrame) else None

    def _scene(self) -> Scene | None:
        frame = self._frame()
        whole = self._playing and self._speed > _WHOLE
        return None if frame is None else Scene(frame, self._sight, whole)

    def _lay_out(self) -> None:
        scene = self._scene()
        if scene is not None:
            self.view.show_scene(scene)
            self.view.flow(self._share())
            self.refresh_sentence()

    def _share(self) -> float:
        """How much of this stage's time has gone; all of it where nothing is to move."""
        if not motion.on() or not self._playing or self._speed > _FLOWS:
            return 1.0
        length = min(_LONGEST, 900.0 / self._speed)
        return min(1.0, self._since.elapsed() / length)

    def _show_marks(self) -> None:
        if self.run is not None:
            texts = knob_texts()
            marks = [
                Mark(entry.step, f"{texts[entry.change.name].label} {_plain(entry.change.value)}")
                for entry in self.run.log
                if entry.change.name in texts
            ]
            self.room.transport.set_marks(marks)

    def _look(self, **what: Any) -> None:
        self._sight = replace(self._sight, **what)
        self._lay_out()
        self.acts.note()

    def _on_picked(self, thing: object) -> None:
        if isinstance(thing, Weight):
            self._look(weight=thing, unit=None)
        else:
            self._look(unit=thing, weight=None)

    def _on_example(self, example: object) -> None:
        self._look(example=example)

    def _on_strongest(self) -> None:
        self._look(weight=None, unit=None)

    def _on_turn(self, block: int) -> None:
        """The weights of this block show the next thing."""
        at = (_SHOWS.index(self._sight.shown(block)) + 1) % len(_SHOWS)
        shows = {b: one for b, one in self._sight.shows if b != block}
        following = _SHOWS[at]
        if following is not None:
            shows[block] = following
        self._look(shows=tuple(sorted(shows.items())))

    def _check_told(self) -> None:
        """Check the weight that is told of, if that is due."""
        weight = self.view.story.weight()
        if self._check_due and weight is not None:
            self._check_due = False
            self._on_check(weight)

    def _on_check(self, weight: object) -> None:
        self.tell(Change("check", weight, "look"))


def _plain(value: object) -> str:
    return number(float(value)) if isinstance(value, int | float) and math.isfinite(value) else str(value)


def _sight(shows: object) -> Sight:
    """What was remembered, as far as it makes sense."""
    found = []
    for one in shows if isinstance(shows, list) else []:
        if isinstance(one, list | tuple) and len(one) == 2 and one[1] in _SHOWS[1:]:
            block, shown = one
            if isinstance(block, int) and not isinstance(block, bool) and 0 <= block < 100:
                found.append((block, shown))
    return Sight(shows=tuple(found))
