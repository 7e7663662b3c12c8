"""ManyPanel: up to a thousand starts of a small net, learning the same task together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PySide6.QtCore import QElapsedTimer

from neuroviz.nn import Net
from neuroviz.panels.training.batch_form import BatchForm
from neuroviz.panels.training.left_runs import LeftRun, LeftRuns, begun
from neuroviz.panels.training.many import showcase, words
from neuroviz.panels.training.many.beside import SHOWS, Shows
from neuroviz.panels.training.many.config import LIVE, ManyConfig, knob_texts
from neuroviz.panels.training.many.showcase import Scene
from neuroviz.panels.training.many.view import ManyView
from neuroviz.panels.training.page import TrainingPage
from neuroviz.panels.training.step.numbers import number
from neuroviz.runtime import Change, Frame, History, Run, restored
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.many import FineFrame, FineSim, ManyFrame, ManySim, why_not
from neuroviz.sims.training.standing import learning
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.history import ValueCommand, net_act
from neuroviz.ui.net_keeper import free_name
from neuroviz.ui.room import Context, Preset
from neuroviz.ui.side_run import SideRun
from neuroviz.ui.timeline import Mark

_CHECKPOINTS = 256
_SPEED = 100.0  # steps a second: a small task is learned within some seconds
_POSED = 400
_SETTLED_MS = 120  # so long after the last step the nets are drawn finely
_SHOWN_MS = 200
_REST_MS = 0.06  # for each net, between two frames


@dataclass(frozen=True)
class Look:
    """What is looked at: a net, and what of them beside the sheet."""

    picked: int = 0
    shows: Shows = "common"


class ManyPanel(TrainingPage):
    """Its run takes steps of all nets; what is looked at belongs to the page."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        shows = context.memory.get("shows")
        self._look = Look(shows=shows if shows in SHOWS else "common")
        config = restored(ManyConfig().follow(self.recipe().knobs), context.memory.get("knobs"))
        self.form = BatchForm(config, knob_texts)
        self.view = ManyView()
        self._fine = SideRun()
        self._drawn: tuple[np.ndarray, FineFrame] | None = None  # of which theta
        self._drawing: ManyFrame | None = None
        self._left: LeftRuns[ManySim, ManyConfig] = LeftRuns()
        self._of = self.recipe()
        self._sim: ManySim | None = None
        self._goal: int | None = None
        self._plays = False
        self._posed_at = -1
        self._still, self._turned, self._taken = QElapsedTimer(), QElapsedTimer(), QElapsedTimer()
        for clock in (self._still, self._turned, self._taken):
            clock.start()
        self.place_for_task(self.view, (self.form,))
        self.room.set_least(72)
        self.room.transport.set_speed(_SPEED)
        self.form.changed.connect(self.on_knob)
        self.view.sheet.picked.connect(self._on_picked)
        self.view.beside.chosen.connect(self._on_shows)
        self.view.keep_asked.connect(self.keep)
        self.view.way_out_asked.connect(self._on_way_out)
        self.view.beside.show_shows(self._look.shows)
        self._say_why()
        self.retranslate()

    # -- what presets, tries and tests use -----------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Its task and net, from the start, playing."""
        recipe = scene.recipe()
        self._look = Look(0, scene.shows)
        self.view.beside.show_shows(scene.shows)
        self._plays, self._goal = True, None
        self._end = scene.until
        self._take_recipe(recipe, scene.config.follow(recipe.knobs))

    def keep(self) -> None:
        """The picked net becomes one of the visitor's own."""
        frame = self._frame()
        if frame is None:
            return
        net = Net(frame.plan.layers, frame.theta[frame.picked], frame.plan.input_shape)
        name = free_name(self.context.workspace, f"{self.recipe().task.source} {frame.picked + 1}")
        self.acts.settle()
        self.history.push(ValueCommand((name, None), (name, net), self._bring_net, net_act))
        self.acts.follow()
        self.notice.emit(self.tr("Kept as {name}: all rooms can work with it now.").format(name=name))

    # -- what the room asks --------------------------------------------------------------------------

    def make_run(self) -> Run | None:
        """A run of the recipe's net with the knobs as they stand."""
        task, config = self.task(), self._config()
        if task is None or self._reason() is not None:
            return None
        self._of, history = self.recipe(), History(most=_CHECKPOINTS)
        if (left := self._left.take(self._of)) is not None:
            self.form.set_config(left.more)
            self._sim = left.sim
            return Run(left.sim, history=history, past=left.past)
        recipe = replace(self._of, knobs=config.put_into(self._of.knobs))
        self._sim = ManySim(recipe, task, config.setup())
        return Run(self._sim, history=history)

    def plays_at_once(self) -> bool:
        """It waits for play, unless a preset has asked for it."""
        plays, self._plays = self._plays, False
        return plays

    def restart(self) -> None:
        """A new run, at the speed that is set."""
        self._fine.end()
        self._drawn, self._drawing = None, None
        super().restart()
        transport = self.room.transport
        transport.set_range(0)
        transport.set_marks(())
        self._say_why()
        if self.run is None:
            return
        self.set_speed(transport.speed())
        self.tell(Change("pick", min(self._look.picked, self._config().count - 1), "look"))
        if self._goal is not None:
            self.seek(self._goal)
            self._goal = None

    def draw(self, frame: Frame) -> None:
        """Show the nets."""
        assert isinstance(frame, ManyFrame)
        transport = self.room.transport
        end = frame.step if self.run is None else self.run.head
        transport.set_range(end)
        transport.set_position(frame.step)
        self._show_marks()
        if self._turned.elapsed() > _SHOWN_MS:
            here = self._config().follow(frame.knobs)
            if here != self._config():
                self.form.set_config(here)
        self.form.set_task(frame.task)
        self.form.set_held(bool(words.batch_held(frame)))
        self._still.restart()
        if self._drawn is not None and not np.array_equal(self._drawn[0], frame.theta, equal_nan=True):
            self._drawn = None
        self.view.show_frame(frame, self._drawn[1] if self._drawn else None, end)
        if self._playing and self.run is not None and self.run.resting:
            self.play(False)
            transport.set_playing(False)

    def sentence(self) -> str:
        """What different starts have come to."""
        frame = self._frame()
        if frame is not None:
            return words.sentence(frame)
        reason = self._reason()
        return words.unfit(reason) if reason else self.why or words.waiting()

    def presets(self) -> tuple[Preset, ...]:
        """Starts that agree, starts that fail."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def show_end(self) -> None:
        """What would have played stands at its end."""
        if self._plays or self._playing:
            if self.run is None:
                self._plays, self._goal = False, self._end
            else:
                self.seek(self._end)

    def data(self) -> Mapping[str, np.ndarray]:
        """The nets, how good each is, the curves, agreement all over the map."""
        frame = self._frame()
        if frame is None:
            return {}
        low, median, high, picked, lowest, highest = frame.swarm.lines
        return {
            "theta": frame.theta, "loss": frame.losses, "score": frame.figures.scores,
            "step": frame.swarm.steps, "loss_median": median, "loss_10": low, "loss_90": high,
            "loss_picked": picked, "loss_lowest": lowest, "loss_highest": highest,
            "agreement": frame.common.agreement, "mean_answer": frame.common.mean,
        }  # fmt: skip

    def pose(self) -> None:
        """XOR is learned."""
        self.show_scene(showcase.XOR)
        self._plays, self._posed_at = False, _POSED
        if self.run is None:
            self._goal = _POSED
        else:
            self.seek(_POSED)

    def posed(self) -> bool:
        """That moment is shown, finely."""
        frame = self._frame()
        return frame is not None and frame.step == self._posed_at and self._drawn is not None

    def memory(self) -> dict[str, Any]:
        """The knobs, and what is looked at."""
        return {**super().memory(), "knobs": vars(self._config()), "shows": self._look.shows}

    def own_state(self) -> Look:
        """What is looked at."""
        return self._look

    def restore_own(self, state: Any) -> None:
        """Look at that again."""
        assert isinstance(state, Look)
        self._set_look(state)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Keys of the picture."""
        return ((self.tr("Arrows, Home, End"), self.tr("Among all nets: pick another one")),)

    # -- the room's life -----------------------------------------------------------------------------

    def on_recipe(self) -> None:
        """Another net or another task: from the start, or as it was left; undo brings the run back."""
        run, frame = self.run, self._frame()
        self._end_run()
        if run is not None and self._sim is not None and frame is not None and begun(run, frame):
            config = ManyConfig.of(frame.setup, frame.knobs)
            self._left.keep(LeftRun(self._of, self._sim, run.past(), config), self.recipe())
        self._sim = None
        if self.acts.coming is not None:  # what the preset had in mind is taken back with it
            self._plays, self._goal = False, None
        self.form.set_config(self._config().follow(self.recipe().knobs))
        self._begin_anew()

    def on_task(self) -> None:
        """The examples are there."""
        self.restart()

    def on_knob(self, name: str, value: object) -> None:
        """Rate and batch count from the next step on; the others are another beginning."""
        if self.leaves_recipe():
            return
        if name in LIVE:
            self._turned.restart()
            self.tell(Change(name, value))
            return
        if name == "count":
            self._look = replace(self._look, picked=min(self._look.picked, self._config().count - 1))
        self._plays = self._playing
        self._begin_anew()

    def tick(self) -> None:
        """Take a frame, of many nets less often, for drawing them takes as long as some steps; at rest, draw
        them finely.
        """
        rest = self._config().count * _REST_MS
        if self._playing and self.last is not None and self._taken.elapsed() < rest:
            return
        self._taken.restart()
        super().tick()
        found = self._fine.take()
        frame = self._frame()
        if frame is None:
            return
        if isinstance(found, FineFrame) and found.sheet is not None and frame is self._drawing:
            self._drawn = frame.theta, found
            self.view.show_frame(frame, found, frame.step if self.run is None else self.run.head)
        rests = not self._playing and self._still.elapsed() > _SETTLED_MS
        if rests and self._drawn is None and frame is not self._drawing:
            self._drawing = frame
            self._fine.start(FineSim(frame))

    def play(self, on: bool) -> None:
        """On, or rest."""
        super().play(on)
        self._still.restart()
        if on:
            self._fine.end()
            self._drawing = None

    def leave(self) -> None:
        """Nothing is drawn unseen."""
        super().leave()
        self._fine.pause()

    def enter(self) -> None:
        """Go on."""
        super().enter()
        self._fine.resume()

    def shut(self) -> None:
        """End all runs."""
        super().shut()
        self._fine.end()

    # -- inside --------------------------------------------------------------------------------------

    _end = 0

    def _frame(self) -> ManyFrame | None:
        return self.last if isinstance(self.last, ManyFrame) else None

    def _config(self) -> ManyConfig:
        config = self.form.config()
        assert isinstance(config, ManyConfig)
        return config

    def _reason(self) -> str | None:
        """Why the present recipe cannot be learned here, as far as is known."""
        task = self.task()
        return None if task is None else why_not(self.recipe().plan(), task)

    def _begin_anew(self) -> None:
        if self.task() is not None:
            self.restart()
        else:
            self._fine.end()
            self._end_run()
            self.last = None
            self._say_why()

    def _take_recipe(self, recipe: Recipe, config: ManyConfig) -> None:
        self.form.set_config(config)
        self.set_recipe(recipe)
        self.form.set_config(config)

    def _say_why(self) -> None:
        if self._frame() is None:
            reason = self._reason()
            self.view.show_nothing(way_out=bool(reason))

    def _show_marks(self) -> None:
        if self.run is not None:
            texts = knob_texts()
            self.room.transport.set_marks([
                Mark(entry.step, f"{texts[entry.change.name].label} {number(float(entry.change.value))}")
                for entry in self.run.log if entry.change.name in texts
            ])  # fmt: skip

    def _set_look(self, look: Look) -> None:
        if look.picked != self._look.picked:
            self.tell(Change("pick", look.picked, "look"))
        self._look = look
        self.view.beside.show_shows(look.shows)

    def _on_picked(self, net: int) -> None:
        self._set_look(replace(self._look, picked=net))
        self.acts.note()

    def _on_shows(self, shows: object) -> None:
        self._set_look(replace(self._look, shows=next(one for one in SHOWS if one == shows)))
        self.acts.note()

    def _on_way_out(self) -> None:
        found = learning(self.context.workspace)
        left = found.run.head if found is not None and found.recipe is self.recipe() else 0
        self.acts.settle()
        self.show_scene(showcase.XOR)
        self.acts.note()
        if left:
            self.notice.emit(words.left(left))

    def _bring_net(self, value: tuple[str, Net | None]) -> None:
        """A kept net goes, or is there again."""
        name, net = value
        space = self.context.workspace
        if net is not None:
            space.put("net", name, net)
        elif name in space.names("net"):
            space.drop("net", name)

    def retranslate(self) -> None:
        """Say everything anew."""
        self._say_why()
        frame = self._frame()
        if frame is not None:
            self.draw(frame)
        super().retranslate()
