"""UnitsPanel: what each unit of a net is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from neuroviz.data.plane import PlaneTask, task_of
from neuroviz.io.unit_names import Names
from neuroviz.panels.layers.page import LayerPage
from neuroviz.panels.layers.units import showcase, words
from neuroviz.panels.layers.units.config import CENTRE, UnitsConfig, knob_texts
from neuroviz.panels.layers.units.keeper import NamesKeeper, names_of
from neuroviz.panels.layers.units.measures import FALL, MEASURES
from neuroviz.panels.layers.units.view import UnitsView
from neuroviz.runtime import Change, Frame, Run, restored
from neuroviz.sims.excite import Wish
from neuroviz.sims.subject import kind_of
from neuroviz.sims.unit_layers import unit_layers
from neuroviz.sims.unit_maps import REACH
from neuroviz.sims.units import UnitsFrame, UnitsSim
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.follow import follow
from neuroviz.ui.history import ValueCommand
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.net_chooser import net_title
from neuroviz.ui.room import Context, Preset
from neuroviz.workspace import Kind


class UnitsPanel(LayerPage):
    """Its run counts what a layer says of examples, climbs for the chosen unit, switches each unit off."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        memory = context.memory
        self._layer, self._unit = _whole(memory.get("layer")), _whole(memory.get("unit"))
        measure = memory.get("measure")
        self._measure = measure if isinstance(measure, str) and measure in MEASURES else FALL
        self._start = 0
        self.keeper = NamesKeeper(context.folder, context.workspace)
        self.knobs = KnobForm(restored(UnitsConfig(), memory.get("knobs")), knob_texts)
        self.view = UnitsView()
        self.place_page(self.view, (self.knobs,))
        self.room.set_least(108)
        self.room.set_timeless()
        self._fit()
        self._wire()
        self.keeper.load()
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def make_run(self) -> Run:
        """A run that rests when everything about the layer is known."""
        sim = UnitsSim(self.subject(), self._task())
        sim.apply(Change("layer", self._layer))
        sim.apply(Change("wish", self._wish()))
        return Run(sim, live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Show what is known by now, unless another layer or unit has been chosen since."""
        assert isinstance(frame, UnitsFrame)
        if self._is_present(frame):
            self.view.show_frame(frame, names_of(self.context.workspace, frame.digest), self._task())

    def sentence(self) -> str:
        """What the chosen unit is for."""
        frame = self._present()
        return words.sentence(frame, net_title(self.net_name()), "" if frame is None else self.name_of(frame))

    def presets(self) -> tuple[Preset, ...]:
        """Units that are for something, and units that are for nothing."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def data(self) -> Mapping[str, np.ndarray]:
        """Every measure of every unit, and the pictures of the chosen one."""
        frame = self._present()
        if frame is None or frame.survey is None:
            return {}
        survey, losses, portrait = frame.survey, frame.losses, frame.portrait
        found: dict[str, np.ndarray] = {
            "class_means": survey.class_means, "mean": survey.mean, "std": survey.std,
            "above_zero": survey.active, "selectivity": survey.selectivity(), "most_exciting": survey.top,
            "most_exciting_values": survey.top_values, "least_exciting": survey.bottom,
            "least_exciting_values": survey.bottom_values,
        }  # fmt: skip
        if losses is not None:
            found["right_without"], found["right"] = losses.without, np.array([losses.right, losses.n])
        if portrait.excited is not None:
            found["made_input"], found["made_path"] = portrait.excited.x, portrait.excited.path
        if portrait.reach is not None:
            found["weights_at_inputs"] = portrait.reach
        return found

    def on_knob(self, _name: str, _value: object) -> None:
        """How an input is made, and what of a map counts."""
        self._tell_wish()

    def pose(self) -> None:
        """The CNN's last hidden layer."""
        showcase.pose(self)

    def posed(self) -> bool:
        """Everything about the layer is known."""
        frame = self._present()
        return frame is not None and frame.complete and frame.subject.net is self.net()

    def memory(self) -> dict[str, Any]:
        """Net, layer, unit, order and knobs."""
        own = {"layer": self._layer, "unit": self._unit, "measure": self._measure}
        return {**super().memory(), **own, "knobs": vars(self.knobs.config())}

    def own_state(self) -> tuple[int, int, str, int]:
        """Layer, unit, order, and from which noise inputs are made."""
        return self._layer, self._unit, self._measure, self._start

    def restore_own(self, state: tuple[int, int, str, int]) -> None:
        """Look at that unit again."""
        layer, unit, measure, start = state
        self._start = start
        self.look_at(layer, unit, measure)

    def on_net(self) -> None:
        """Another net has other layers."""
        self._fit()
        self.tell(Change("task", self._task()))
        self.tell(Change("layer", self._layer))
        self.tell(Change("wish", self._wish()))

    def retranslate(self) -> None:
        """Say everything anew, what is known of the unit included."""
        super().retranslate()
        frame = self._present()
        if frame is not None:
            self.draw(frame)

    # -- what presets use ----------------------------------------------------------------------------

    def look_at(self, layer: int, unit: int, measure: str | None = None) -> None:
        """Choose a layer and a unit in it, as far as there are such, and an order."""
        self._layer, self._unit = layer, unit
        self._measure = measure or self._measure
        self._fit()
        self.tell(Change("layer", self._layer))
        self._tell_wish()

    def name_of(self, frame: UnitsFrame) -> str:
        """What the chosen unit is called; "" for a unit without a name."""
        names: Names = names_of(self.context.workspace, frame.digest)
        return names.get((frame.layer.start, frame.unit), "")

    # -- the life of the room ----------------------------------------------------------------------

    def tick(self) -> None:
        """Take frames, and what the file of names has brought."""
        super().tick()
        told = self.keeper.collect()
        if told:
            self.notice.emit(told)

    def shut(self) -> None:
        """End the run, and let all names be written."""
        super().shut()
        self.keeper.close()

    # -- inside ------------------------------------------------------------------------------------

    def _wire(self) -> None:
        view, detail = self.view, self.view.detail
        view.layer_chosen.connect(self._on_layer)
        view.measure_chosen.connect(self._on_measure)
        view.grid.chosen.connect(self._on_unit)
        view.work.halt_asked.connect(self._on_halt)
        detail.named.connect(self._on_named)
        detail.start_asked.connect(self._on_start)
        detail.example_picked.connect(self._on_example)
        detail.made_picked.connect(self._on_made)
        self.knobs.changed.connect(self.on_knob)
        follow(self.context.workspace, self, self._on_workspace)

    def _task(self) -> PlaneTask | None:
        return task_of(self.net_name())

    def _wish(self) -> Wish:
        config = self.knobs.config()
        return Wish(self._unit, config.smooth, self._start, config.of_map == CENTRE)

    def _fit(self) -> None:
        """Layer and unit are ones that the net has."""
        layers = unit_layers(self.net())
        self._layer = min(self._layer, len(layers) - 1)
        self._unit = min(self._unit, layers[self._layer].n_units - 1)
        self.knobs.setVisible(kind_of(self.net()) == "digit")  # elsewhere no picture is made
        self.view.set_layers(layers, self._layer)
        self.view.set_measure(self._measure)

    def _tell_wish(self) -> None:
        self.tell(Change("wish", self._wish()))
        self.view.grid.set_current(self._unit)

    def _present(self) -> UnitsFrame | None:
        frame = self.last
        return frame if isinstance(frame, UnitsFrame) and self._is_present(frame) else None

    def _is_present(self, frame: UnitsFrame) -> bool:
        here = frame.layer.number == self._layer and frame.unit == self._unit
        return here and frame.subject.net is self.net()

    def _on_layer(self, number: int) -> None:
        self.acts.settle()
        self.look_at(number, 0)
        self.acts.note()

    def _on_measure(self, measure: str) -> None:
        self.acts.settle()
        self._measure = measure
        self.view.set_measure(measure)
        self.acts.note()

    def _on_unit(self, unit: int) -> None:
        self._unit = unit
        self._tell_wish()
        self.acts.note_soon()

    def _on_start(self) -> None:
        self.acts.settle()
        self._start += 1
        self._tell_wish()
        self.acts.note()

    def _on_halt(self, on: bool) -> None:
        self.tell(Change("halt", on))

    def _on_named(self, text: str) -> None:
        frame = self._present()
        if frame is not None and text != self.name_of(frame):
            self.acts.settle()
            key, before = (frame.digest, frame.layer.start, frame.unit), self.name_of(frame)
            self.history.push(ValueCommand((*key, before), (*key, text), self._put_name, words.naming))

    def _put_name(self, named: tuple[str, int, int, str]) -> None:
        self.keeper.name(*named)

    def _on_workspace(self, kind: Kind, _name: str) -> None:
        frame = self._present()
        if kind == "names" and frame is not None:
            self.view.show_frame(frame, names_of(self.context.workspace, frame.digest), self._task())
            self.refresh_sentence()

    def _on_example(self, row: int) -> None:
        """Lay an example before the net."""
        frame = self._present()
        if frame is None or frame.examples is None:
            return
        if frame.examples.source == "test":
            self.show_test_image(row)
        else:
            self.source.put_numbers(frame.examples.x[row].astype(np.float32))
            self.acts.note()

    def _on_made(self, across: float, down: float) -> None:
        """Lay the made input before the net, or put the point of the plane there."""
        frame = self._present()
        if frame is None:
            return
        if frame.subject.kind == "plane":
            self.put_point(REACH * (2 * across - 1), REACH * (1 - 2 * down))
            self.acts.note()
        elif frame.portrait.excited is not None:
            x = frame.portrait.excited.x
            if frame.subject.kind == "digit":
                grey = np.rint(np.clip(x, 0, 1) * 255).astype(np.uint8).reshape(28, 28)
                self.source.pad.set_picture(grey)
            else:
                self.source.put_numbers(x)
                self.acts.note()


def _whole(plain: object) -> int:
    """A place among layers or units, out of a file."""
    good = isinstance(plain, int) and not isinstance(plain, bool) and 0 <= plain < 10**6
    return plain if good and isinstance(plain, int) else 0
