"""StatsPanel: histograms, norms, dead and saturated units of every layer, counted while one looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from neuroviz.data import mnist
from neuroviz.data.plane import PlaneTask, task_of
from neuroviz.nn import Net
from neuroviz.panels.layers.lessons import DEAD, SATURATED
from neuroviz.panels.layers.page import LayerPage
from neuroviz.panels.layers.stats import showcase, words
from neuroviz.panels.layers.stats.config import StatsConfig, knob_texts
from neuroviz.panels.layers.stats.showcase import Scene
from neuroviz.panels.layers.stats.view import StatsView
from neuroviz.runtime import Change, Frame, Run, restored
from neuroviz.sims.layer_points import points_of
from neuroviz.sims.layer_stats import Feed, StatsFrame, StatsSim, feed_of
from neuroviz.sims.subject import Subject, kind_of
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.room import Context, Preset

_RANDOM = 2_000  # inputs, where no data belong to a net


class StatsPanel(LayerPage):
    """Its run counts; it can be stopped and goes on. The current input shows as ticks."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        layer = context.memory.get("layer")
        self._layer = self._in_net(layer) if type(layer) is int and layer >= 0 else self._first()
        self._task: tuple[Net, PlaneTask | None] | None = None
        self.knobs = KnobForm(restored(StatsConfig(), context.memory.get("knobs")), knob_texts)
        self.view = StatsView()
        self.view.set_log(self.knobs.config().log)
        self.place_page(self.view, (self.knobs,))
        self.room.set_timeless()
        self.room.set_least(105)
        self.view.table.chosen.connect(self._on_layer)
        self.view.work.stop_asked.connect(self._on_stop)
        self.view.work.start_asked.connect(self._on_go_on)
        self.knobs.changed.connect(self.on_knob)
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def make_run(self) -> Run:
        """A run that counts, then rests until something changes."""
        return Run(StatsSim(self.subject(), self._feed, self._layer), live=True, logged=False)

    def subject(self) -> Subject:
        """The net and what lies before it; what a net of the plane has learned is noted for the run."""
        self._task = self.net(), task_of(self.net_name())
        return super().subject()

    def draw(self, frame: Frame) -> None:
        """Show what has been counted."""
        assert isinstance(frame, StatsFrame)
        if frame.net is self.net():
            self.view.show_frame(frame, self._layer)
        self._say_work()

    def sentence(self) -> str:
        """How the chosen layer fares."""
        return words.sentence(self._frame(), self._layer)

    def presets(self) -> tuple[Preset, ...]:
        """A healthy net, one dead, one saturated, one of maps, a small one."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def data(self) -> Mapping[str, np.ndarray]:
        """A line for each layer, and the chosen one's histogram and units."""
        frame = self._frame()
        if frame is None or not frame.layers:
            return {}
        one = frame.layers[self._layer]
        found: dict[str, np.ndarray] = {
            "layer": np.arange(len(frame.layers)),
            "mean": np.array([layer.mean for layer in frame.layers]),
            "spread": np.array([layer.spread for layer in frame.layers]),
            "norm": np.array([layer.norm for layer in frame.layers]),
            "dead": np.array([int(layer.dead.sum()) for layer in frame.layers]),
            "saturated": np.array([int(layer.flat.sum()) for layer in frame.layers]),
            "units": np.array([layer.n_units for layer in frame.layers]),
            "weight_norm": np.array([float("nan") if w is None else w.norm for w in frame.weights]),
            "activation_counts": one.counts.counts, "activation_edges": one.counts.edges,
            "unit_dead": one.dead, "unit_saturated": one.flat, "unit_active": one.active,
            "unit_mean": one.means, "unit_spread": one.spreads,
        }  # fmt: skip
        weighed = frame.weights[self._layer]
        if weighed is not None:
            found["weight_counts"], found["weight_edges"] = weighed.counts.counts, weighed.counts.edges
        return found

    def on_knob(self, name: str, value: object) -> None:
        """Counts or their logarithms."""
        if name == "log":
            self.view.set_log(bool(value))

    def pose(self) -> None:
        """The net whose rectifiers are dead."""
        self.show_scene(showcase.SCENES[1])

    def posed(self) -> bool:
        """All is counted."""
        frame = self._frame()
        return frame is not None and frame.complete and frame.here is not None and super().posed()

    def memory(self) -> dict[str, Any]:
        """The layer and the knobs, beside the net."""
        return {**super().memory(), "layer": self._layer, "knobs": vars(self.knobs.config())}

    def own_state(self) -> int:
        """The layer."""
        return self._layer

    def restore_own(self, state: int) -> None:
        """Back to that layer."""
        self._choose(self._in_net(state))

    def on_net(self) -> None:
        """Another net: its first layer with a function."""
        self._layer = self._first()
        self.tell(Change("layer", self._layer))
        self._on_go_on()
        self.view.show_frame(None, self._layer)

    # -- what presets use --------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Its net, layer and input."""
        if scene.net in (DEAD, SATURATED):
            self.choose_lesson(scene.net)
        else:
            self.choose_net(scene.net)
        if self.net_name() != scene.net:
            return
        config = replace(self.knobs.config(), log=scene.log)
        self.knobs.set_config(config)
        self.view.set_log(config.log)
        self._choose(self._in_net(scene.layer))
        if scene.image is not None:
            self.show_test_image(scene.image)

    # -- inside ------------------------------------------------------------------------------------

    def _frame(self) -> StatsFrame | None:
        last = self.last
        return last if isinstance(last, StatsFrame) and last.net is self.net() else None

    def _in_net(self, layer: int) -> int:
        return min(max(layer, 0), len(self.net().layers))

    def _first(self) -> int:
        """The first layer that is more than sums: that is where units die."""
        net = self.net()
        return next((i + 1 for i, layer in enumerate(net.layers) if not net.views(i)), len(net.layers))

    def _feed(self, net: Net) -> Feed:
        """What a net is given; the worker asks."""
        if kind_of(net) == "digit":
            return feed_of(mnist.load_test())
        return feed_of(points_of(net, self._task, _RANDOM))

    def _choose(self, layer: int) -> None:
        if layer != self._layer:
            self._layer = layer
            self.tell(Change("layer", layer))
            self.view.show_frame(self._frame(), layer)
            self.refresh_sentence()

    def _on_layer(self, layer: int) -> None:
        self.acts.settle()
        self._choose(layer)
        self.acts.note()

    def _on_stop(self) -> None:
        if self.run is not None:
            self.run.pause()
        self._say_work()

    def _on_go_on(self) -> None:
        if self.run is not None and self.isVisible():
            self.run.resume()
        else:
            self._goes_on = True  # nothing runs unseen
        self._say_work()

    def _say_work(self) -> None:
        frame = self._frame()
        part = frame.seen / frame.total if frame is not None and frame.total else 0.0
        if frame is not None and frame.complete:
            self.view.until.show_result()
        else:
            self.view.until.show_work()
            stopped = self.run is not None and self.run.paused
            self.view.work.show_work(words.working(frame), part, "stopped" if stopped else "working")

    def retranslate(self) -> None:
        """Say everything anew."""
        self.view.say()
        self._say_work()
        super().retranslate()
