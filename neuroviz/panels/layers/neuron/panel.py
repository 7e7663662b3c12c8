"""NeuronPanel: one neuron with its numbers, to be changed by hand, while the answer follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from neuroviz.panels.layers.neuron import showcase, words
from neuroviz.panels.layers.neuron.config import NeuronConfig, knob_texts
from neuroviz.panels.layers.neuron.controls import LIMIT, NeuronControls
from neuroviz.panels.layers.neuron.setting import Setting, remembered, trials_for
from neuroviz.panels.layers.neuron.showcase import Scene
from neuroviz.panels.layers.neuron.view import NeuronView
from neuroviz.panels.layers.page import LayerPage
from neuroviz.runtime import Change, Frame, Run, restored
from neuroviz.sims.collapse import Trials
from neuroviz.sims.neuron import LINE, NEURON, NeuronFrame, NeuronSim
from neuroviz.sims.neuron_edits import Edits, edited
from neuroviz.sims.neuron_parts import Neuron
from neuroviz.sims.stages import Place, Stage, clamped, stages_of
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.net_chooser import choose_net
from neuroviz.ui.net_keeper import free_name
from neuroviz.ui.path_panel import PathPanel
from neuroviz.ui.room import Context, Preset

_SPEED = 2.0  # terms a second: a lecturer can talk over it


class NeuronPanel(LayerPage, PathPanel):
    """Its run answers, then measures; time is the sum that builds up, one term a step, f the last."""

    def __init__(self, context: Context) -> None:
        choose_net(context.workspace, context.memory.get("net"))
        super().__init__(context, speed=_SPEED)
        self._setting = remembered(context.memory)
        self._stages: tuple[Stage, ...] = ()
        self._built: int | None = None
        self._held = False
        self._trials: Trials | None = None
        self.view = NeuronView()
        self.controls = NeuronControls()
        self.knobs = KnobForm(restored(NeuronConfig(), context.memory.get("knobs")), knob_texts)
        self.place_page(self.view, (self.controls, self.knobs))
        self._wire()
        self._learn_net()
        self._set(self._setting)
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def make_run(self) -> Run:
        """A run that answers: it rests when all is measured."""
        sim = NeuronSim(self.subject())
        for name, value in (
            ("trials", self._trials), ("place", self._setting.place), ("edits", self._setting.edits),
            ("look", self._setting.look),
        ):  # fmt: skip
            sim.apply(Change(name, value))
        return Run(sim, live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Show one answer."""
        assert isinstance(frame, NeuronFrame)
        self.view.show_frame(frame, self.knobs.config().terms, self._built)
        self._show_controls()
        self._show_time()

    def sentence(self) -> str:
        """What this neuron does, and what has come of the changes."""
        return words.sentence(self.last if isinstance(self.last, NeuronFrame) else None)

    def presets(self) -> tuple[Preset, ...]:
        """Neurons that work, neurons that fail."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """The keys within the pictures."""
        return (
            ("↑  ↓", self.tr("another term of the sum, or another unit")),
            ("←  →", self.tr("less or more of its weight; the point on the curve")),
            (self.tr("Del"), self.tr("the weight of the chosen term becomes 0")),
            (self.tr("Enter"), self.tr("take the function that is turned to")),
        )

    def data(self) -> Mapping[str, np.ndarray]:
        """The terms, the curve, both answers, and the single layer."""
        frame = self.last
        if not isinstance(frame, NeuronFrame) or frame.before is None or frame.after is None:
            return {}
        found = {"output_before": frame.before.output, "output_after": frame.after.output}
        if isinstance(frame.part, Neuron):
            part = frame.part
            found |= {"x": part.x, "w": part.w, "terms": part.terms, "b_z_y_slope": np.array(
                [part.b, part.z, part.y, part.slope]), "order": part.order,
                "curve_z": part.curve.z, "curve_y": part.curve.y, "curve_dy": part.curve.dy}  # fmt: skip
        line = frame.line
        if frame.look == LINE and line is not None and line.w is not None and line.b is not None:
            found |= {"single_w": line.w, "single_b": line.b}
        return found

    def pose(self) -> None:
        """The score of a 3, one weight changed."""
        self.show_scene(showcase.SCENES[1])

    def posed(self) -> bool:
        """All is answered and measured for what is set."""
        frame = self.last
        if not isinstance(frame, NeuronFrame) or not super().posed():
            return False
        if self.run is not None and not self.run.frames.empty:
            return False  # there is a newer one
        known = self._trials is not None or frame.subject.kind != "digit"
        return known and frame.edits == self._setting.edits and frame.trials is self._trials

    def memory(self) -> dict[str, Any]:
        """The net, the neuron, the look, the knobs."""
        place = self._setting.place
        return {
            **super().memory(), "place": [place.stage, place.unit], "look": self._setting.look,
            "knobs": vars(self.knobs.config()),
        }  # fmt: skip

    def own_state(self) -> Setting:
        """The neuron, the changes, the look."""
        return self._setting

    def restore_own(self, state: Setting) -> None:
        """As before."""
        self._set(state)

    def show_end(self) -> None:
        """The sum as it is when it is built."""
        self._play_soon, self._built = False, None
        self.rest()
        self.view.show_built(None)

    # -- time is the sum that builds up --------------------------------------------------------------

    def length(self) -> int:
        """Each row, then f."""
        return self.view.length if self._setting.look == NEURON else 0

    def at(self) -> int:
        """How much of it is built."""
        return self.length() if self._built is None else min(self._built, self.length())

    def go_to(self, place: int) -> None:
        """Build so much of it."""
        place = min(max(place, 0), self.length())
        built = None if place >= self.length() and not self._playing else place
        if built != self._built:
            self._built = built
            self.view.show_built(built)
        self.room.transport.set_position(self.at())

    def rest(self) -> None:
        """Stay where it is; a sum that is built stays whole whatever follows."""
        super().rest()
        if self._built is not None and self._built >= self.length():
            self._built = None

    # -- what the showcase uses --------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Bring its net and its neuron; play the sum if it is to be played."""
        self.rest()
        showcase.lay(self, scene)
        self._built = None
        self._set(Setting(scene.place, scene.edits, scene.look))
        if scene.play:
            self._built = 0
            self._play_soon = True

    def raise_until_flipped(self) -> None:
        """Raise the bias of this neuron of the last layer until it has the highest score, and a bit."""
        subject = self.subject()
        if subject.x is None or self._setting.place.stage != len(self._stages) - 1:
            return
        scores = edited(subject.net, self._setting.edits)(subject.x)[0]
        unit, layer = self._setting.place.unit, self._stages[-1].layer
        by = float(scores.max() - scores[unit]) + 0.5
        b = float(subject.net.views(layer)["b"][unit])
        edits = self._setting.edits.with_value(subject.net, layer, "b", unit, b + by)
        self._set(replace(self._setting, edits=edits))

    # -- hooks of the room ---------------------------------------------------------------------------

    def on_net(self) -> None:
        """Another net has other neurons, and no changes yet."""
        self.rest()
        self._learn_net()
        self._set(replace(self._setting, edits=Edits()))
        self.tell(Change("trials", self._trials))

    def on_digits(self) -> None:
        """Digits can be tried now."""
        if self.source.kind == "digit":
            self._trials = self._make_trials()
            self.tell(Change("trials", self._trials))

    def tick(self) -> None:
        """Begin to play as soon as there is a sum."""
        super().tick()
        frame = self.last
        if not self._play_soon or not isinstance(frame, NeuronFrame) or not self.length():
            return
        if frame.place == self._setting.place and frame.subject.net is self.net():
            self._play_soon = False
            self.rewind()

    _play_soon = False

    # -- inside ------------------------------------------------------------------------------------

    def _wire(self) -> None:
        view, controls = self.view, self.controls
        view.look_asked.connect(self._on_look)
        view.stages.chosen.connect(self._on_stage)
        view.units.chosen.connect(self._on_unit)
        view.terms.weighed.connect(self._on_weighed)
        view.terms.chosen.connect(lambda _term: self._show_controls())
        view.terms.let_go.connect(self._on_let_go)
        view.terms.room_changed.connect(self._redraw)
        view.curve.moved.connect(self._on_moved)
        view.curve.let_go.connect(self._on_let_go)
        view.functions.chosen.connect(self._on_function)
        view.gallery.chosen.connect(self._on_function)
        view.line.measuring_asked.connect(lambda on: self.tell(Change("measuring", on)))
        controls.weighed.connect(self._on_weighed)
        controls.straightened.connect(self._on_straightened)
        controls.reset.clicked.connect(self._on_reset)
        controls.keep.clicked.connect(self._on_keep)
        self.knobs.changed.connect(self.on_knob)

    def on_knob(self, name: str, value: object) -> None:
        """More or fewer terms: the same answer, drawn anew."""
        del name, value
        self._redraw()

    def _redraw(self) -> None:
        if self.last is not None:
            self.draw(self.last)

    def _set(self, setting: Setting) -> None:
        """Take a setting, tell the run what is other."""
        setting = replace(setting, place=clamped(self._stages, setting.place))
        before, self._setting = self._setting, setting
        for name in ("place", "edits", "look"):
            value = getattr(setting, name)
            if value != getattr(before, name):
                self.tell(Change(name, value))
        if setting.place != before.place or setting.look != before.look:
            self.rest()
            self._built = None
        self.controls.set_edits(setting.edits.count, linear=setting.edits.linear)

    def _learn_net(self) -> None:
        self._stages = stages_of(self.net())
        self._trials = self._make_trials()

    def _make_trials(self) -> Trials | None:
        return trials_for(self.net(), self.net_name(), self.digits())

    def _show_controls(self) -> None:
        frame = self.last
        part = frame.part if isinstance(frame, NeuronFrame) else None
        if not isinstance(part, Neuron) or self._setting.look != NEURON:
            self.controls.set_row(None, None)
        else:
            self.controls.set_row(self.view.terms.row(), part.b)
        self.controls.set_edits(self._setting.edits.count, linear=self._setting.edits.linear)

    def _show_time(self) -> None:
        self.room.transport.set_range(self.length())
        self.room.transport.set_position(self.at())

    # -- acts ----------------------------------------------------------------------------------------

    def _on_look(self, look: str) -> None:
        self.acts.settle()
        self._set(replace(self._setting, look=look))
        self.acts.note()

    def _on_stage(self, stage: int) -> None:
        self.acts.settle()
        self._set(replace(self._setting, place=clamped(self._stages, Place(stage, 0))))
        self.acts.note()

    def _on_unit(self, unit: int) -> None:
        self._set(replace(self._setting, place=replace(self._setting.place, unit=unit)))
        self.acts.note_soon()

    def _on_weighed(self, term: int, value: float) -> None:
        if (self.view.terms.dragging or self.view.curve.dragging) and not self._held:
            self._held = True
            self.tell(Change("held", True))
        self._weigh(term, value)
        self.acts.note_soon()

    def _on_let_go(self) -> None:
        """A drag is over: the rows may find another order now, and the worker is free again."""
        if self._held:
            self._held = False
            self.tell(Change("held", False))
        self.acts.note()
        self._redraw()

    def _on_moved(self, by: float) -> None:
        part = self.last.part if isinstance(self.last, NeuronFrame) else None
        if isinstance(part, Neuron):
            self._on_weighed(-1, self._present(part, -1) + by)

    def _present(self, part: Neuron, term: int) -> float:
        """What a weight or the bias is now: the frame may not have caught up with the hand."""
        layer, name, index = self._parameter(part, term)
        for one in self._setting.edits.values:
            if one[:3] == (layer, name, index):
                return one[3]
        return part.b if term < 0 else float(part.w[term])

    def _parameter(self, part: Neuron, term: int) -> tuple[int, str, int]:
        layer = self._stages[self._setting.place.stage].layer
        return (layer, "b", part.bias_at) if term < 0 else (layer, "w", int(part.weights[term]))

    def _weigh(self, term: int, value: float) -> None:
        """Give a term, or the bias, this weight."""
        frame = self.last
        if not isinstance(frame, NeuronFrame) or not isinstance(frame.part, Neuron):
            return
        if frame.place != self._setting.place or frame.subject.net is not self.net() or term >= frame.part.n:
            return
        self.rest()
        self._built = None
        value = float(np.float32(min(max(value, -LIMIT), LIMIT)))
        edits = self._setting.edits.with_value(self.net(), *self._parameter(frame.part, term), value)
        self._set(replace(self._setting, edits=edits))

    def _on_function(self, kind: str) -> None:
        self.acts.settle()
        edits = self._setting.edits.with_function(self.net(), self._setting.place.stage, kind)
        self._set(replace(self._setting, edits=replace(edits, linear=False)))
        self.acts.note()

    def _on_straightened(self, on: bool) -> None:
        self.acts.settle()
        look = LINE if on else NEURON if self._setting.look == LINE else self._setting.look
        self._set(replace(self._setting, edits=replace(self._setting.edits, linear=on), look=look))
        self.acts.note()

    def _on_reset(self) -> None:
        self.acts.settle()
        self._set(replace(self._setting, edits=Edits()))
        self.acts.note()

    def _on_keep(self) -> None:
        """The changed net, under a name of its own, is the current one from now on."""
        net, space = edited(self.net(), self._setting.edits), self.context.workspace
        name = free_name(space, self.net_name())

        def keep() -> None:
            space.put("net", name, net)
            self.choose_net(name)

        self.acts.do(keep)
        self.notice.emit(self.tr("Kept as {name}; it is the net on the table now.").format(name=name))
