"""LearnPanel: watch a net learn, turn its knobs, turn back time, branch off, be told why it goes wrong."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QElapsedTimer

from neuroviz.panels.training.learn import live_net, showcase, turn_words, words
from neuroviz.panels.training.learn.agreement import Agreement
from neuroviz.panels.training.learn.at_rest import AtRest
from neuroviz.panels.training.learn.brief import Brief
from neuroviz.panels.training.learn.config import StopConfig, stop_texts
from neuroviz.panels.training.learn.dropping import Dropping
from neuroviz.panels.training.learn.hand import Hand
from neuroviz.panels.training.learn.kept_page import KeptPage
from neuroviz.panels.training.learn.knob_form import LearnForm
from neuroviz.panels.training.learn.line_list import LineList
from neuroviz.panels.training.learn.live_net import LIVE
from neuroviz.panels.training.learn.net_words import net_line, task_line
from neuroviz.panels.training.learn.news import News
from neuroviz.panels.training.learn.numbers import numbers
from neuroviz.panels.training.learn.pauses import Pauses
from neuroviz.panels.training.learn.showcase import Scene
from neuroviz.panels.training.learn.verdict_words import tried
from neuroviz.panels.training.learn.view import LearnView
from neuroviz.panels.training.task.names import task_name
from neuroviz.runtime import Change, Frame, Refusal, Run
from neuroviz.runtime.knob import restored
from neuroviz.sims.training.finding import Finding
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.sims.training.remedies import Remedy
from neuroviz.sims.training.standing import share, withdraw
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.fold import Fold
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.net_chooser import reads_digits
from neuroviz.ui.room import Context, Preset
from neuroviz.ui.thrift import Thrift

_SHOWN_MS = 200  # between two looks that other rooms may have at the net
_PACE = 200.0  # steps a second for tasks of the plane, which would be over within a blink
_POSED = 600


class LearnPanel(KeptPage):
    """The lines of one run and one clock; the timeline shows any moment of them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.view, self.brief = LearnView(), Brief()
        self.form = LearnForm(self.recipe().knobs)
        self.stops = KnobForm(restored(StopConfig(), context.memory.get("stops")), stop_texts)
        self.hand = Hand(self.tell, self._on_full)
        self.dropping = Dropping(self)
        self.agreement = Agreement(self.hand, self.form, self.stops, self.acts)
        self._question: int | None = None
        self._plays = self._stale = False
        self._shown = QElapsedTimer()
        self._shown.start()
        self.stops_group = Fold(self.stops)
        self.lines = LineList()
        self.rest, self.pauses, self.news = AtRest(), Pauses(), News(self, self.refresh_sentence)
        self._thrift = Thrift()
        self.place_for_task(self.view, (self.brief, self.lines, self.form, self.stops_group, self.files))
        self.room.set_least(72, scrolled=110)
        self._wire()
        self.view.turn(str(context.memory.get("left")), str(context.memory.get("right")))
        self.retranslate()

    # -- what presets and tries use ----------------------------------------------------------------

    def show_scene(self, scene: Scene, number: int) -> None:
        """Its recipe, ready to be played; its question is asked until it is."""
        self._plays = False
        self.stops.set_config(StopConfig.of(scene.stops))  # silently: the run that stands here is being left
        self.set_recipe(scene.recipe)
        self.form.set_config(scene.recipe.knobs)
        self._question = number
        self.view.turn(scene.left, scene.right)
        self.refresh_sentence()

    def show_and_play(self, number: int) -> None:
        """A scene, without waiting."""
        self._play_when_ready = True
        showcase.show(self, number)

    # -- what the room asks ------------------------------------------------------------------------

    def make_run(self) -> Run | None:
        """A run of the recipe with the knobs as they stand."""
        task, recipe = self.task(), self.recipe()
        if task is None or self.loading:
            return None
        self.hand.see(None)
        self._marked = None
        self.learn()
        began = replace(recipe, knobs=self.form.config()), self.stops.config().stops()
        return self.runs.left(recipe) or self.runs.begin(recipe, began, task)

    def plays_at_once(self) -> bool:
        """A new run waits for play, unless one was playing."""
        return self._plays

    def draw(self, frame: Frame) -> None:
        """Show the moment, and let the other rooms see its net."""
        assert isinstance(frame, TrainingFrame)
        self.hand.see(frame)
        self.lines.show_frame(frame)
        self.view.show_frame(frame)
        self._show_time(frame)
        if self._playing and self.pauses.due(self.run, frame):
            self.play(False)
            self.room.transport.set_playing(False)
        self.agreement.show(frame)
        self.news.see(frame)
        self.brief.allow(branch=True, draw=reads_digits(frame.focused.net), keep=True)
        if self._shown.elapsed() > _SHOWN_MS or not self._playing:
            self._shown.restart()
            self.context.workspace.put("net", LIVE, frame.focused.net, shipped=True)

    def sentence(self) -> str:
        """The question of a preset until it is played; then how far the net is."""
        if self.news.text:
            return self.news.text
        frame = self._frame()
        if self._question is not None and frame is not None and frame.step == 0:
            return showcase.question(self._question)
        return words.sentence(frame, self.task(), self.why, playing=self._playing)

    def explanation(self) -> ExplanationText:
        """The idea, what to try, what to notice."""
        return words.explanation()

    def presets(self) -> tuple[Preset, ...]:
        """Runs that shine, and runs that fail."""
        return showcase.presets(self)

    def try_it(self, action: str) -> None:
        """What the explanation offers."""
        showcase.TRIES[action](self)

    def data(self) -> Mapping[str, np.ndarray]:
        """The curves of the line that is looked at, and its parameters."""
        frame = self._frame()
        return {} if frame is None else numbers(frame.focused)

    def memory(self) -> dict[str, Any]:
        """The recipe, when to stop, and what is looked at."""
        self.keeper.meet()
        return {
            "room": self.room_memory(replace(self.recipe(), knobs=self.form.config())),
            "stops": vars(self.stops.config()), "left": self.view.left, "right": self.view.right,
        }  # fmt: skip

    def own_state(self) -> Any:
        """What is seen of the run, and how."""
        return self.view.look()

    def restore_own(self, state: Any) -> None:
        """See it so again."""
        self.view.set_look(state)

    def pose(self) -> None:
        """The spirals, half a thousand steps on."""
        showcase.show(self, 0)
        self._posing = True

    def posed(self) -> bool:
        """That moment has been reached."""
        if self.run is not None and self._posing and self.last is not None:
            self._posing = False
            self.seek(_POSED)
        frame = self._frame()
        return frame is not None and frame.step >= _POSED and self.view.curves.up_to_date

    # -- the life of the page ----------------------------------------------------------------------

    def enter(self) -> None:
        """A run of another recipe waits if that was changed elsewhere."""
        if self._stale:  # before anything else begins a run in place of the one that is to be kept
            self._goes_on = False
            self._take_turns()
        super().enter()
        share(self.context.workspace, self.runs.of, self.run, self.runs.task, self.runs.began)

    def on_recipe(self) -> None:
        """Another recipe is another run."""
        self.form.set_config(self.recipe().knobs)
        self._say_brief()
        self._question = None
        self.news.forget()
        self._stale = True
        if self.isVisible():
            self._take_turns()

    def _take_turns(self) -> None:
        """The run of another recipe is kept as it stands; one of this recipe takes its place."""
        self._stale = False
        self._leave_run()
        (self.restart if self.task() is None else self._begin)()

    def on_task(self) -> None:
        """There is something to learn from."""
        self.view.set_task(self.task())
        self.form.set_task(self.task())
        self._say_brief()
        if self._speed_stop is None and (task := self.task()) is not None:
            self.room.transport.set_speed(math.inf if task.view == "images" else _PACE)
        self._begin()

    def _begin(self) -> None:
        """There are examples: a run, which plays if that is what it was begun for."""
        self._plays, self._play_when_ready = self._play_when_ready, False
        self.restart()
        self._plays = False

    _play_when_ready = _posing = False

    def shut(self) -> None:
        """End all runs."""
        withdraw(self.context.workspace, self.run)
        super().shut()
        self.rest.end()

    def restart(self) -> None:
        """From the start, with the knobs as they stand."""
        super().restart()
        share(self.context.workspace, self.runs.of, self.run, self.runs.task, self.runs.began)
        self.set_speed(self.room.transport.speed())
        self._say_maps()

    def rewind(self) -> None:
        """The same start again; it plays if it was playing."""
        self._play_when_ready = self._playing
        self._begin()

    def tick(self) -> None:
        """While steps are taken as fast as they go, look as often as costs learning little."""
        self.files.collect()
        self._test()
        self._say_rest()
        fast = self._playing and math.isinf(self.room.transport.speed())
        if not fast or self._thrift.due():
            self._thrift.begin()
            super().tick()

    def look_soon(self) -> None:
        """What the hand has done is looked for at once."""
        self._thrift.hurry()
        super().look_soon()

    def play(self, on: bool) -> None:
        """Go on, also past a stop that has been reached."""
        if on:
            self.pauses.go_past(self.run, self._frame(), self.tell)
        super().play(on)
        self._say_maps()

    def step_forward(self) -> None:
        """One step, also past a stop."""
        self.pauses.go_past(self.run, self._frame(), self.tell)
        super().step_forward()

    # -- inside ------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.form.changed.connect(self._on_knob)
        self.stops.changed.connect(self._on_stops)
        self.news.handed_on.connect(self.notice)
        self.news.over.connect(self.notice_over)
        self.view.turned.connect(self.acts.note)
        self.view.turned.connect(self._say_maps)
        self.view.curves.sought.connect(self.seek)
        self.view.verdict.evidence_asked.connect(self._on_evidence)
        self.view.verdict.remedy_asked.connect(self._on_remedy)
        for lines in (self.lines, self.view.lines):
            lines.focus_asked.connect(self.hand.focus)
            lines.drop_asked.connect(self.dropping.drop)
        self.brief.page_asked.connect(self.page_asked)
        self.brief.branch_asked.connect(self.hand.split)
        self.brief.draw_asked.connect(partial(live_net.draw, self))
        self.brief.keep_asked.connect(partial(live_net.keep, self))

    def _say_maps(self) -> None:
        """Coarse while it runs, fine at rest; of all lines where they are compared."""
        kind = "all" if self.view.right == "lines" else "one" if self._playing else "fine"
        self.tell(Change("maps", kind, "look"))

    def _say_rest(self) -> None:
        """At rest what is said is of the very step that is shown, not of the one measured last."""
        now = self.run, not self._playing
        if now != self._told:
            self._told = now
            self.tell(Change("rest", now[1], "look"))

    _told: object = None

    def _on_knob(self, name: str, value: object) -> None:
        if not self.leaves_recipe():
            self.hand.turn(name, value)

    def _on_stops(self, _name: str, _value: object) -> None:
        if not self.leaves_recipe():
            self.hand.stop_when(self.stops.config().stops())

    def refused(self, refusal: Refusal) -> str:
        """The knobs go back to what the run is trained with; of a look there is nothing to say."""
        if (frame := self._frame()) is not None:
            self.agreement.after_refusal(frame)
        return "" if refusal.change.kind == "look" else super().refused(refusal)

    def _on_full(self) -> None:
        """No further line; the knob that was turned for it goes back."""
        if (frame := self._frame()) is not None:
            self.agreement.show(frame)
        self.notice.emit(words.full())

    def _show_time(self, frame: TrainingFrame) -> None:
        transport = self.room.transport
        transport.set_range(max(frame.step, self.run.head if self.run is not None else 0))
        transport.set_position(frame.step)
        if (key := turn_words.key_of(frame)) != self._marked:
            self._marked = key
            transport.set_marks(turn_words.marks(frame))

    _marked: object = None

    def _say_brief(self) -> None:
        recipe = self.recipe()
        self.brief.show_words(task_line(self.task(), task_name(recipe.task.source)), net_line(recipe))

    def _test(self) -> None:
        frame = self._frame()
        rests = frame is not None and frame.step > 0 and not self._playing
        self.rest.look(frame.focused.net if frame is not None and rests else None, self.task())
        self.brief.say_test(words.test(self.rest.found, self.task()))

    def _on_evidence(self, finding: Finding) -> None:
        """Go where it is to be seen."""
        if finding.evidence in ("task", "net"):
            self.page_asked.emit(f"training.{finding.evidence}")
            return
        self.view.point_out(finding)
        self._say_maps()
        self.acts.note()

    def _on_remedy(self, remedy: Remedy) -> None:
        """As a branch that goes on at once; as another start only of what no knob can mend."""
        line, frame = self.hand.next_line, self._frame()
        text = tried(remedy, line)
        if remedy.edit is None:
            if frame is None or not self.hand.has_room():
                return
            if remedy.at is not None:
                self.seek(remedy.at)
            self.news.tell(text, line, frame.step if remedy.at is None else remedy.at)
            self.hand.branch(remedy.name, remedy.value)
            self.play(True)
            self.room.transport.set_playing(True)
        else:
            self.acts.settle()
            self._play_when_ready = self._playing
            self.set_recipe(remedy.edit(replace(self.recipe(), knobs=self.form.config())))
            self.acts.note()
            self.news.tell(text, line=0, step=0)
        self.refresh_sentence()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.stops_group.set_heading(self.tr("Stop when"))
        self._say_brief()
        self.brief.say_test(words.test(self.rest.found, self.task()))
        super().retranslate()
