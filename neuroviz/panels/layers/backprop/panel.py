"""BackpropPanel: time is the way of one step: forward, loss, back, update."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from neuroviz.data import strokes
from neuroviz.data.plane import task_of
from neuroviz.nn import Net
from neuroviz.panels.layers.backprop import words
from neuroviz.panels.layers.backprop.config import BackpropConfig, knob_texts
from neuroviz.panels.layers.backprop.course import Course
from neuroviz.panels.layers.backprop.steps import MANY, Steps
from neuroviz.panels.layers.backprop.view import BackpropView
from neuroviz.panels.layers.backprop.weight_picker import WeightPicker
from neuroviz.panels.layers.lessons import SATURATED
from neuroviz.panels.layers.page import LayerPage
from neuroviz.runtime import Change, Frame, Run, restored
from neuroviz.sims.backprop import BackpropFrame, BackpropSim, Wish
from neuroviz.sims.chain import strongest
from neuroviz.sims.exam import Exam
from neuroviz.sims.loss_of import n_classes
from neuroviz.sims.one_weight import Weight
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.net_chooser import reads_digits
from neuroviz.ui.net_keeper import free_name
from neuroviz.ui.netview.facts import Spot
from neuroviz.ui.path_panel import PathPanel
from neuroviz.ui.room import Context, Preset

_SPEED = 1.0  # places a second: slow enough to talk
_WRONG = 947  # a test image that the CNN takes for another digit


class BackpropPanel(LayerPage, PathPanel):
    """Its run computes the step; the screen goes along it. Steps taken change a net of the page's own."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, speed=_SPEED)
        self._at = 0
        self._course: Course | None = None
        self._wish = Wish()
        self._learned: Net | None = None
        self.knobs = KnobForm(restored(BackpropConfig(), context.memory.get("knobs")), knob_texts)
        self._wish = Wish(rate=self.knobs.config().rate)
        self.steps, self.weights = Steps(), WeightPicker()
        self.view = BackpropView()
        self.place_page(self.view, (self.steps, self.knobs, self.weights))
        self.room.set_least(140)
        self._wire()
        self._know_course()
        self._at = self.length()
        self.go_to(self._at)
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def make_run(self) -> Run:
        """A run that computes the step, and takes it when asked."""
        sim = BackpropSim(self.subject(), self._wish)
        if self._learned is not None and self._learned.layers == self.net().layers:
            sim.apply(Change("net", self._learned))
        sim.apply(Change("exam", self._exam()))
        return Run(sim, live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Show the step at the present place."""
        assert isinstance(frame, BackpropFrame)
        if frame.subject.net is not self.net():
            return  # of the net before
        self._learned = None if frame.net is self.net() else frame.net
        self._lay_out(frame)
        self.weights.set_weight(None if frame.chain is None else frame.chain.weight)
        first = float(frame.losses[0]) if len(frame.losses) else frame.loss
        self.steps.set_taken(frame.step, first, frame.loss, possible=frame.next is not None)

    def sentence(self) -> str:
        """What happens at this place."""
        return words.sentence(self._frame(), self._course, self._at)

    def presets(self) -> tuple[Preset, ...]:
        """A wrong answer, a tiny net, a right answer, and two ways to fail."""
        acts = self._wrong, self._tiny, self._right, self._saturated, self._too_far
        return tuple(Preset(*text, act) for text, act in zip(words.presets(), acts, strict=True))

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        if action == "watch":
            self._wrong()
            self.rewind()
        elif action == "learn":
            self._wrong()
            self.learn(MANY)
        else:
            self._saturated()

    def data(self) -> Mapping[str, np.ndarray]:
        """Every value, every error, every gradient, and the losses of the steps taken."""
        frame = self._frame()
        if frame is None or frame.gradients is None:
            return {}
        found = frame.gradients
        named: dict[str, np.ndarray] = {"input": found.trace.input[0], "error_input": found.dx[0]}
        for i, a in enumerate(found.trace.activations, 1):
            named[f"layer_{i}"] = a[0]
            dy = found.dys[i - 1]
            if dy is not None:
                named[f"error_{i}"] = dy[0]
        return named | {"gradient": found.dtheta, "losses": frame.losses}

    def pose(self) -> None:
        """An error half way back through the CNN."""
        self._wrong_drawn()
        self.seek(self.length() - 3)

    def posed(self) -> bool:
        """The step is known for what is set."""
        frame = self._frame()
        if frame is None or frame.gradients is None or frame.subject.net is not self.net():
            return False
        known = frame.others is not None and frame.others_after is not None
        return known and frame.subject.given is self.source.given() and super().posed()

    def memory(self) -> dict[str, Any]:
        """The knobs, and the net by name."""
        return {**super().memory(), "knobs": vars(self.knobs.config())}

    def on_knob(self, name: str, value: object) -> None:
        """The rate."""
        if name == "rate":
            self._wish_for(rate=float(str(value)))

    def own_state(self) -> tuple[int | None, Weight | None, Net | None]:
        """The right answer, the weight looked at, and what has been learned."""
        return self._wish.target, self._wish.weight, self._learned

    def restore_own(self, state: tuple[int | None, Weight | None, Net | None]) -> None:
        """Take these again."""
        target, weight, learned = state
        self.steps.set_target(target)
        self._wish_for(target=target, weight=weight)
        if learned is not self._learned:
            self._learned = learned
            self.tell(Change("net", learned if learned is not None else self.net()))

    # -- time is the course --------------------------------------------------------------------------

    def length(self) -> int:
        """The place of the update."""
        return 0 if self._course is None else self._course.length

    def at(self) -> int:
        """The present place."""
        return self._at

    def go_to(self, place: int) -> None:
        """Show what has happened by then."""
        self._at = min(max(place, 0), self.length())
        self.room.transport.set_position(self._at)
        frame = self._frame()
        if frame is not None:
            self._lay_out(frame)
        self.refresh_sentence()

    def show_end(self) -> None:
        """The step, taken apart to its end."""
        self.seek(self.length())

    # -- what is done here -----------------------------------------------------------------------------

    def learn(self, steps: int) -> None:
        """Take so many steps."""
        self.seek(self.length())
        self.tell(Change("learn", steps))
        self.acts.note_soon()

    def keep(self) -> None:
        """Put the net as it is now beside the others."""
        if self._learned is not None:
            name = free_name(self.context.workspace, self.tr("{net} + steps").format(net=self.net_name()))
            self.context.workspace.put("net", name, self._learned)
            self.notice.emit(self.tr("Kept as {name}: choose it in any room.").format(name=name))

    def on_net(self) -> None:
        """Another course; what has been learned belonged to the net before."""
        self._learned = None
        at_end = self._at >= self.length()
        self._know_course()
        self._wish_for(weight=None)
        self.tell(Change("exam", self._exam()))
        self.go_to(self.length() if at_end else 0)

    def on_digits(self) -> None:
        """What else can be asked is there."""
        self.tell(Change("exam", self._exam()))

    # -- inside ------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.knobs.changed.connect(self.on_knob)
        self.steps.target_chosen.connect(self._on_target)
        self.steps.learn_asked.connect(self.learn)
        self.steps.back_asked.connect(self._unlearn)
        self.steps.keep_asked.connect(self.keep)
        self.weights.chosen.connect(self._on_weight)
        self.weights.strongest_asked.connect(self._on_strongest)
        for view in (self.view.forward, self.view.back):
            view.picked.connect(self._on_spot)

    def _exam(self) -> Exam | None:
        """The test images, or the points of the net's task."""
        task, digits = task_of(self.net_name()), self.digits()
        if task is not None:
            return Exam.of_task(task)
        return Exam.of_digits(digits) if digits is not None and reads_digits(self.net()) else None

    def _frame(self) -> BackpropFrame | None:
        frame = self.last
        return frame if isinstance(frame, BackpropFrame) and frame.subject.net is self.net() else None

    def _know_course(self) -> None:
        net = self.net()
        self._course = Course(net)
        self.steps.set_classes(n_classes(net))
        self.weights.set_net(net)
        self.room.transport.set_range(self.length())

    def _lay_out(self, frame: BackpropFrame) -> None:
        if self._course is not None:
            self.view.show_frame(frame, self._course, self._at)

    def _wish_for(self, **what: Any) -> None:
        self._wish = replace(self._wish, **what)
        self.tell(Change("wish", self._wish))

    def _on_target(self, target: object) -> None:
        self._wish_for(target=target)
        self.acts.note()

    def _on_weight(self, weight: object) -> None:
        self._wish_for(weight=weight)
        self.acts.note()

    def _on_strongest(self, layer: int, unit: int | None = None) -> None:
        frame = self._frame()
        if frame is not None and frame.gradients is not None:
            self._on_weight(strongest(frame.net, frame.gradients, layer, unit))

    def _on_spot(self, spot: object) -> None:
        """A unit that is clicked shows the strongest of the weights that feed it."""
        if isinstance(spot, Spot) and self._course is not None:
            stage = self._course.stages[spot.stage]
            if stage.kind in ("dense", "conv2d"):
                self._on_strongest(stage.start, spot.cell)

    def _unlearn(self) -> None:
        self._learned = None
        self.tell(Change("net", self.net()))
        self.acts.note()

    def _set(self, net: str, target: int | None, rate: float) -> None:
        self.choose_net(net)
        self.knobs.set_config(BackpropConfig(rate))
        self.steps.set_target(target)
        self._wish_for(target=target, rate=rate, weight=None)
        self.seek(self.length())

    def _wrong(self) -> None:
        self._set("CNN", None, 0.001)
        self.show_test_image(_WRONG)

    def _wrong_drawn(self) -> None:
        self._set("CNN", 3, 0.001)
        self.write(strokes.digit(5))

    def _tiny(self) -> None:
        self._set("2-3-1", 0, 0.1)
        self.put_point(0.45, 0.42)

    def _right(self) -> None:
        self._set("MLP", 7, 0.1)
        self.write(strokes.digit(7))

    def _saturated(self) -> None:
        self.choose_lesson(SATURATED)
        self._set(SATURATED, 4, 0.1)
        self.write(strokes.digit(9))

    def _too_far(self) -> None:
        self._set("CNN", 3, 0.1)
        self.write(strokes.digit(5))


