"""SpacePanel: where a layer puts many inputs and the current one, by PCA at once, by t-SNE step by step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from neuroviz.data.plane import PlaneTask, task_of
from neuroviz.nn import Net
from neuroviz.panels.layers.lessons import DEAD
from neuroviz.panels.layers.page import LayerPage
from neuroviz.panels.layers.space import picture, showcase, words
from neuroviz.panels.layers.space.config import SpaceConfig, knob_texts
from neuroviz.panels.layers.space.path_run import PathRun
from neuroviz.panels.layers.space.screen import Screen, Shown, map_of
from neuroviz.panels.layers.space.showcase import Scene
from neuroviz.panels.layers.space.side import PCA, TSNE, SpaceSide
from neuroviz.panels.layers.space.sight import Look, Sight
from neuroviz.panels.layers.space.view import SpaceView
from neuroviz.runtime import Change, Frame, Run, restored
from neuroviz.sims.layer_points import points_of
from neuroviz.sims.layer_space import SpaceFrame, SpaceSim, last_hidden
from neuroviz.sims.layer_tsne import LAST
from neuroviz.sims.subject import Subject
from neuroviz.ui import motion
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.path_panel import PathPanel
from neuroviz.ui.room import Context, Preset

_SPEED = 60.0  # steps of t-SNE a second: a quarter of a minute for all
_POSED = 340  # steps: the islands are there
_GLANCE = 20  # steps between two looks on the way to a moment that is sought


class SpacePanel(LayerPage, PathPanel):
    """Its run maps layers and finds the current input in them; time is the t-SNE of the chosen layer."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, speed=_SPEED)
        layer = context.memory.get("layer")
        self._layer = self._in_net(layer) if type(layer) is int and layer >= 0 else last_hidden(self.net())
        self._step, self._left_at = 0, 0
        self._goal: int | None = None
        self._path = PathRun()
        self._task: tuple[Net, PlaneTask | None] | None = None
        self.side = SpaceSide()
        self.knobs = KnobForm(restored(SpaceConfig(), context.memory.get("knobs")), knob_texts)
        self.view = SpaceView()
        self._screen = Screen(self.view)
        self.place_page(self.view, (self.side, self.knobs))
        self.room.set_least(100)
        self.side.set_net(self.net())
        self.side.set_layer(self._layer)
        self.room.transport.set_range(LAST)
        self._wire()
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def make_run(self) -> Run:
        """A run that maps the chosen layer, then the others, then rests until something changes."""
        sim = SpaceSim(self.subject(), lambda net: points_of(net, self._task), self._layer)
        return Run(sim, live=True, logged=False)

    def subject(self) -> Subject:
        """The net and what lies before it; what a net of the plane has learned is noted for the run."""
        self._task = self.net(), task_of(self.net_name())
        return super().subject()

    def draw(self, frame: Frame) -> None:
        """Show what is known."""
        assert isinstance(frame, SpaceFrame)
        self.side.set_net(frame.net)
        self._show_all()
        self._say_work()

    def sentence(self) -> str:
        """How well the layer parts the classes, and how far t-SNE has come."""
        frame, track = self._frame(), self._path.track
        step = self._step if frame is not None and frame.layer == self._layer else 0
        return words.sentence(frame, step, track.kl(step) if track is not None and step else float("nan"))

    def presets(self) -> tuple[Preset, ...]:
        """Classes mixed, parted, misread, unrolled; and two failures, of a net and of a map."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def data(self) -> Mapping[str, np.ndarray]:
        """The map that is shown, every layer's share, and the nearest to the current input."""
        frame = self._frame()
        if frame is None or frame.map is None or frame.points is None:
            return {}
        one = frame.map
        found: dict[str, np.ndarray] = {
            "point": one.rows, "label": frame.points.labels[one.rows], "answer": one.said, "pca": one.places,
        }  # fmt: skip
        if self._step and self._path.track is not None:
            found["tsne"] = self._path.track.places(self._step)
        known = [(i, m.accuracy) for i, m in sorted(frame.maps.items()) if m.accuracy is not None]
        found["layers"] = np.array([i for i, _ in known])
        found["share_by_neighbours"] = np.array([a for _, a in known])
        if frame.here is not None:
            found["nearest"], found["distances"] = frame.here.nearest, frame.here.distances
        return found

    def on_knob(self, name: str, _value: object) -> None:
        """Another perplexity is another path; rings are drawn or not."""
        if name == "perplexity" and self._path.begun:
            self._begin_anew()
        self._show_all()

    def pose(self) -> None:
        """Islands before the answer of the MLP, a third of the way."""
        self.show_scene(replace(showcase.SCENES[2], tsne=False))
        self.seek(_POSED)

    def posed(self) -> bool:
        """The path has come so far, and every layer is mapped."""
        frame = self._frame()
        ready = frame is not None and frame.complete and frame.here is not None and self._step >= _POSED
        return ready and super().posed()

    def memory(self) -> dict[str, Any]:
        """The layer and the knobs, beside the net."""
        return {**super().memory(), "layer": self._layer, "knobs": vars(self.knobs.config())}

    def own_state(self) -> Look:
        """The layer, what of it is looked at, and by which map."""
        return Look(self._layer, self.view.map.sight(), self._under_way(), self._goal or self._step)

    def restore_own(self, state: Look) -> None:
        """Back to that layer, that part of its map, and that moment of its t-SNE."""
        self._choose(self._in_net(state.layer))
        self.view.map.set_sight(state.sight)
        self.seek(max(state.step, 1) if state.tsne else 0)

    def show_end(self) -> None:
        """Nothing moves: what would have played stands there when it is found."""
        if self._playing:
            self.seek(LAST)

    # -- time is t-SNE -----------------------------------------------------------------------------

    def length(self) -> int:
        """So many steps."""
        return LAST

    def at(self) -> int:
        """The step that is shown; 0 is the PCA it begins from."""
        return self._step

    def go_to(self, place: int) -> None:
        """Show this step, or the last one known."""
        step = min(max(place, 0), self._path.reached)
        self._along = min(self._along, float(step) + 1)
        if step != self._step:
            self._step = step
            self.acts.follow()
            self._show_all()
            self.refresh_sentence()
        self.room.transport.set_position(step)
        self.side.set_map(TSNE if step or self._under_way() else PCA)

    def play(self, on: bool) -> None:
        """Go along the path, which is found meanwhile."""
        self._goal = None
        super().play(on)
        (self._path.resume if self._playing else self._path.pause)()

    def rest(self) -> None:
        """Stay, and find no more."""
        self._goal = None
        self._path.pause()
        super().rest()

    def seek(self, step: int) -> None:
        """To this step; what is not known yet is found first, and shown on the way."""
        self.rest()
        step = min(max(step, 0), LAST)
        if step > self._path.reached:
            self._goal = step
            self._path.resume()
        self.go_to(step)

    def restart(self) -> None:
        """Map everything anew."""
        self._path.forget()
        super().restart()

    def tick(self) -> None:
        """Begin the path when its points are known, and follow it."""
        super().tick()
        one = map_of(self._frame(), self._shown())
        if self._under_way() and one is not None and one.near is not None:
            perplexity = self.knobs.config().perplexity
            if not self._path.belongs_to(one.near, perplexity):
                self._path.start(one.near, one.places, perplexity)
        if self._path.take():
            self._show_all()
        if self._path.failed and self._under_way():
            self._give_up()
        if one is not None and one.fault and self._under_way():
            self.rest()
        if self._playing:
            self._path.keep_ahead(self._step)
        if self._goal is not None:
            goal, reached = self._goal, self._path.reached
            if reached >= min(goal, self._step + _GLANCE):
                self.go_to(goal)
            if reached >= goal:
                self.rest()

    def leave(self) -> None:
        """Nothing is found unseen."""
        super().leave()
        self._path.pause()

    def shut(self) -> None:
        """End all runs."""
        self._path.end()
        super().shut()

    # -- what presets use --------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Its net, layer, input and map."""
        self.rest()
        if scene.net == DEAD:
            self.choose_lesson(scene.net)
        else:
            self.choose_net(scene.net)
        if self.net_name() != scene.net:
            return
        self.knobs.set_config(replace(self.knobs.config(), perplexity=scene.perplexity))
        self._choose(last_hidden(self.net()) if scene.layer < 0 else scene.layer)
        self.view.map.set_sight(Sight())
        if scene.image is not None:
            self.show_test_image(scene.image)
        if scene.point is not None:
            self.put_point(*scene.point)
        self._begin_anew()
        if scene.tsne:
            self.play(True)

    # -- inside ------------------------------------------------------------------------------------

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
        if frame is not None and frame.complete:
            self.view.until.show_result()
            return
        stopped = self.run is not None and self.run.paused
        self.view.until.show_work()
        self.view.work.show_work(*words.working(frame), "stopped" if stopped else "working")

    def on_net(self) -> None:
        """Another net: the layer before its answer."""
        self._path.forget()
        self._step = self._left_at = 0
        self._layer = last_hidden(self.net())
        self.side.set_net(self.net())
        self.side.set_layer(self._layer)
        self.tell(Change("layer", self._layer))
        self.view.map.set_sight(Sight())
        self.go_to(0)
        self._show_all()
        self._on_go_on()

    def _wire(self) -> None:
        self.side.layer_chosen.connect(self._on_layer)
        self.side.map_chosen.connect(self._on_map)
        self.knobs.changed.connect(self.on_knob)
        self.view.strip.chosen.connect(self._on_layer)
        self.view.map.picked.connect(self._on_row)
        self.view.map.pointed.connect(self._on_pointed)
        self.view.map.sighted.connect(self.acts.note_soon)
        self.view.near.picked.connect(self._on_point)
        self.view.work.stop_asked.connect(self._on_stop)
        self.view.work.start_asked.connect(self._on_go_on)

    def _frame(self) -> SpaceFrame | None:
        return self.last if isinstance(self.last, SpaceFrame) else None

    def _in_net(self, layer: int) -> int:
        return min(max(layer, 0), len(self.net().layers))

    def _under_way(self) -> bool:
        """Whether a path is to be found."""
        return self._playing or self._goal is not None or self._step > 0

    def _give_up(self) -> None:
        """The path broke: the log has it, the map by PCA stays."""
        self.rest()
        self._path.forget()
        self.go_to(0)
        self.notice.emit(self.tr("t-SNE broke off; the log tells why."))

    def _begin_anew(self) -> None:
        """The path is another; what was playing plays again."""
        again = self._under_way()
        self._path.forget()
        self._left_at = 0
        self.go_to(0)
        self._goal = None
        if again:
            self.play(True) if motion.on() else self.seek(LAST)

    def _choose(self, layer: int) -> None:
        if layer == self._layer:
            return
        again = self._under_way()
        self.rest()
        self._layer = layer
        self.tell(Change("layer", layer))
        self._path.forget()
        self._left_at = 0
        self.go_to(0)
        self.side.set_layer(layer)
        self.view.map.set_sight(Sight())
        self._show_all()
        if again:
            self.play(True) if motion.on() else self.seek(LAST)

    def _on_layer(self, layer: int) -> None:
        self.acts.settle()
        self._choose(layer)
        self.acts.note()

    def _on_map(self, kind: str) -> None:
        if kind == PCA:
            self._left_at = self._step
            self.seek(0)
        elif self._path.reached:
            self.seek(self._left_at or self._path.reached)
        elif motion.on():
            self.play(True)
        else:
            self.seek(LAST)

    def _on_row(self, row: int) -> None:
        frame = self._frame()
        if frame is not None and frame.map is not None and row < len(frame.map.rows):
            self._on_point(int(frame.map.rows[row]))

    def _on_point(self, point: int) -> None:
        frame = self._frame()
        if frame is None or frame.points is None:
            return
        self.acts.settle()
        if frame.points.kind == "digits":
            self.show_test_image(point)
        else:
            self.source.put_numbers(frame.points.x[point].copy())
            self.acts.note()

    def _on_pointed(self, row: int) -> None:
        self.view.map.tell(*picture.told(self._frame(), row))

    def _show_all(self) -> None:
        self._screen.show(self._frame(), self._shown())
        self.view.map.set_formula(words.formula(self._step))
        self.side.set_layer(self._layer)

    def _shown(self) -> Shown:
        rings = self.knobs.config().wrong
        track = self._path.track if self._step else None
        return Shown(
            self.net(), self._layer, self._step, track, rings, self._path.preparing, self._under_way()
        )

    def retranslate(self) -> None:
        """Say everything anew."""
        self._screen.forget()
        self._show_all()
        self._say_work()
        super().retranslate()
