"""NetLandscapePanel: the loss of a net in planes of its weight space, with the way it has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QElapsedTimer

from neuroviz.nn import Net
from neuroviz.nn.arrays import Array, freeze
from neuroviz.panels.descent import words as room
from neuroviz.panels.descent.net import showcase, words
from neuroviz.panels.descent.net.beside import Beside
from neuroviz.panels.descent.net.config import (
    ANOTHER,
    Looking,
    SightConfig,
    knob_texts,
)
from neuroviz.panels.descent.net.others import Others
from neuroviz.panels.descent.net.source import Source
from neuroviz.panels.descent.net.source_form import NetSourceForm
from neuroviz.panels.descent.net.view import NetLandView
from neuroviz.runtime import Change, Frame, Run, restored
from neuroviz.scenes.run_path import RunPath
from neuroviz.sims.descent.net_plane import PlaneFrame, PlaneSim
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.history import ValueCommand, net_act
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.net_keeper import free_name
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context, Preset

_BESIDE_MS = 500
"""Between two lines, or two paths of sharpness, while a net learns."""


class NetLandscapePanel(Panel):
    """Its run computes the plane; the path comes from Training, or from a net that is trained beside it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._now = Looking.remembered(context.memory)
        self.form = KnobForm(restored(SightConfig(), context.memory.get("knobs")), knob_texts)
        self.view, self.whose = NetLandView(), NetSourceForm()
        self._source, self._others, self._beside = Source(context.workspace), Others(), Beside()
        self._of: tuple[object, object] | None = None  # what the run is made for: recipe and task
        self._told_others: object = None  # what the run knows of other solutions
        self._number = -1
        self._cast: tuple[object, object, np.ndarray] | None = None  # the plane, a net, where it lies there
        self._clock = QElapsedTimer()
        self._clock.start()
        self.place(self.view, (self.whose, self.form))
        self.room.set_least(124)
        self.room.set_timeless()
        self._wire()
        self._source.want(self._now.source)
        self._show_setting()
        self.retranslate()

    # -- what presets, tries and tests use -----------------------------------------------------------

    def show_scene(self, scene: Looking) -> None:
        """That net, in that plane, with the usual knobs."""
        before = self.form.config()
        self.form.set_config(SightConfig())
        self._tell_knobs(before)
        self._take(replace(scene, place=None, view=None))

    def take_net(self) -> None:
        """The net at the picked place becomes one of the visitor's own."""
        frame, path, place = self._frame(), self._source.path, self._now.place
        if frame is None or frame.plane is None or path is None or place is None:
            return
        net = _net(path, freeze(frame.plane.at(*place)))
        wanted = self.tr("{task} off the path").format(task=path.recipe.task.source)
        name = free_name(self.context.workspace, wanted)
        self.acts.settle()
        self.history.push(ValueCommand((name, None), (name, net), self._bring_net, net_act))
        self.acts.follow()
        self.notice.emit(self.tr("Taken as {name}: all rooms can work with it now.").format(name=name))

    # -- what the room asks --------------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return room.title()

    def make_run(self) -> Run | None:
        """The landscape around the present net; None until there is one."""
        path, task = self._source.path, self._source.task
        self._told_others, self._of, self._number = None, None, -1
        if path is None or task is None:
            return None
        self._of = path.recipe, task
        sim = PlaneSim(task, path, self._now.knobs(self._config()))
        if self._now.view is not None:
            sim.apply(Change("view", self._now.view))
        return Run(sim, live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Show the landscape."""
        assert isinstance(frame, PlaneFrame)
        if frame.number != self._number and frame.number:
            now = replace(self._now, place=None, view=None)
            if self._number > 0 and now != self._now:  # places belong to the plane that has gone
                self._now = now
                self.acts.follow()
            self._number = frame.number
        self.view.show_frame(frame, self._now, self._places(frame))
        self._say()

    def sentence(self) -> str:
        """Where the net is, and what is seen of its landscape."""
        frame, path = self._frame(), self._source.path
        if self._source.failed:
            return self.tr("The net could not be trained here: 0 steps. Choose another one.")
        if frame is None or path is None or not len(frame.a):
            return words.waiting(self._source.own)
        return words.sentence(frame, path.recipe.plan().n_trainable, self._others.progress())

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def presets(self) -> tuple[Preset, ...]:
        """Slices that tell, and slices that deceive."""
        return showcase.presets(self)

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def data(self) -> Mapping[str, np.ndarray]:
        """The plane, the path on it, and what is asked beside it."""
        frame = self._frame()
        if frame is None or not len(frame.a):
            return {}
        found: dict[str, np.ndarray] = {
            "a": frame.a, "b": frame.b, "loss": frame.loss, "share_right": frame.right,
        }  # fmt: skip
        if (track := frame.track) is not None:
            found |= {
                "path_step": track.steps, "path_a": track.a, "path_b": track.b, "path_off": track.off,
                "path_loss": track.true, "path_slice": track.slice,
            }  # fmt: skip
        if self._now.shows == "line" and (line := self._beside.line) is not None:
            for name, curve in (("straight", line.straight), ("matched", line.matched)):
                if curve is not None:
                    found |= {f"{name}_t": curve.t, f"{name}_loss": curve.loss}
        if self._now.shows == "sharpness" and (sharp := self._beside.sharpness) is not None:
            found |= {"sharpness_step": sharp.steps, "sharpness": sharp.sharpness, "edge": sharp.edge}
        return found

    def pose(self) -> None:
        """The spirals, in the plane of their path."""
        self.show_scene(showcase.PATH)

    def posed(self) -> bool:
        """All of it is known."""
        frame, path = self._frame(), self._source.path
        if frame is None or path is None or frame.track is None or not self._source.settled:
            return False
        whole = frame.side == 0 and frame.share == 1.0 and frame.knobs.kind == self._now.kind
        return whole and frame.track.steps[-1] == path.steps[-1] and frame.track.n == frame.n

    def memory(self) -> dict[str, Any]:
        """What is looked at, and the knobs."""
        return {**self._now.kept(), "knobs": vars(self._config())}

    def state(self) -> Looking:
        """What is set with controls of the page's own."""
        return self._now

    def restore(self, state: Any) -> None:
        """Set it so again."""
        assert isinstance(state, Looking)
        self._take(state)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Keys of the picture."""
        return ((self.tr("Arrows, Enter"), self.tr("On the map: move the cursor, pick the place")),)

    # -- the life of the page ------------------------------------------------------------------------

    def tick(self) -> None:
        """Take the path where it has moved, and what was found beside it."""
        super().tick()
        self._look_at_source()
        self._tell_others()
        self._look_beside()
        if self._beside.tick() or self._frame() is None:
            self._say()
            self.refresh_sentence()

    def enter(self) -> None:
        """Go on."""
        super().enter()
        self._source.resume()
        self._look_at_source()

    def leave(self) -> None:
        """Nothing runs unseen."""
        super().leave()
        for one in (self._source, self._others, self._beside):
            one.pause()

    def shut(self) -> None:
        """End all runs."""
        super().shut()
        for one in (self._source, self._others, self._beside):
            one.end()

    def on_knob(self, name: str, value: object) -> None:
        """The plane is another, or is seen otherwise."""
        if name == "span" and self._now.view is not None:
            self._now = replace(self._now, view=None)
        self.tell(Change(name, value))

    # -- inside --------------------------------------------------------------------------------------

    def _frame(self) -> PlaneFrame | None:
        return self.last if isinstance(self.last, PlaneFrame) else None

    def _config(self) -> SightConfig:
        config = self.form.config()
        assert isinstance(config, SightConfig)
        return config

    def _wire(self) -> None:
        view = self.view
        self.form.changed.connect(self.on_knob)
        self.whose.chosen.connect(lambda source: self._set(source=source, place=None, view=None))
        view.kind_asked.connect(lambda kind: self._set(kind=kind, place=None, view=None))
        view.value_asked.connect(lambda value: self._set(value=value))
        view.shows_asked.connect(lambda shows: self._set(shows=shows))
        view.log_asked.connect(lambda on: self._set(log=on))
        view.other_asked.connect(lambda name: self._set(other=name))
        view.place_asked.connect(lambda x, y: self._set(place=(x, y)))
        view.domain_asked.connect(self._on_domain)
        view.another.clicked.connect(self._on_another)
        view.take.clicked.connect(self.take_net)

    def _set(self, **changes: Any) -> None:
        self._take(replace(self._now, **changes))
        self.acts.note()

    def _take(self, now: Looking) -> None:
        """Another setting; only what changes the plane is computed anew."""
        before, self._now = self._now, now
        self._source.want(now.source)
        if now.kind != before.kind:
            self.tell(Change("kind", now.kind))
        if now.view != before.view and now.kind == before.kind:
            self.tell(Change("view", now.view))
        self._show_setting()

    def _tell_knobs(self, before: Any) -> None:
        for name, value in vars(self._config()).items():
            if value != getattr(before, name):
                self.tell(Change(name, value))

    def _show_setting(self) -> None:
        self.view.show_looking(self._now)
        self.view.show_others(self._alike(), self._now.other)
        frame = self._frame()
        self.view.show_frame(frame, self._now, self._places(frame))
        self._say()
        self.refresh_sentence()

    def _look_at_source(self) -> None:
        if self._source.tick():
            self._on_path()

    def _on_path(self) -> None:
        path, task = self._source.path, self._source.task
        assert path is not None
        if self._of is None or self._of[0] is not path.recipe or self._of[1] is not task:
            self.view.show_frame(None, self._now, self._places(None))
            self.restart()
        else:
            self.tell(Change("path", path))
        self.view.show_others(self._alike(), self._now.other)

    def _tell_others(self) -> None:
        """Train other starts where they are wanted, and hand them to the plane."""
        path, task = self._source.path, self._source.task
        if path is None or task is None or not self._source.settled:
            return
        line = self._now.shows == "line" and self._other() == ANOTHER
        count = 2 if self._now.kind == "three" else 1 if line else 0
        self._others.want(path, task, count)
        if self._others.tick():
            self._say()
        found = self._others.found()
        if self._now.kind == "three" and found is not None and len(found) == 2:
            key = tuple(map(id, found))
            if key != self._told_others:
                self._told_others = key
                self.tell(Change("others", found))

    def _look_beside(self) -> None:
        self._beside.rest(self._now.shows)
        path, task = self._source.path, self._source.task
        if path is None or task is None or self._clock.elapsed() < _BESIDE_MS:
            return
        self._clock.restart()
        if self._now.shows == "sharpness":
            self._beside.want_sharpness(task, path)
        elif self._now.shows == "line" and (end := self._end(path)) is not None:
            self._beside.want_line(task, (_net(path, path.theta), end))

    def _end(self, path: RunPath) -> Net | None:
        """The net at the other end of the line."""
        name = self._other()
        if name != ANOTHER:
            found = self.context.workspace.get("net", name)
            assert isinstance(found, Net)
            return found
        found_others = self._others.found()
        return None if found_others is None else _net(path, found_others[0])

    def _other(self) -> str:
        """Which net the line ends at: another start in place of one that is gone, or has other layers."""
        return self._now.other if self._now.other in self._alike() else ANOTHER

    def _alike(self) -> tuple[str, ...]:
        """Nets of the workspace with the same layers."""
        path, space = self._source.path, self.context.workspace
        if path is None:
            return ()
        plan = path.recipe.plan()
        return tuple(
            name for name in space.names("net")
            if (net := space.get("net", name)).layers == plan.layers and net.input_shape == plan.input_shape
        )  # fmt: skip

    def _places(self, frame: PlaneFrame | None) -> np.ndarray:
        """Where the other nets of the plane lie in it."""
        found = self._others.found()
        if frame is None or frame.plane is None or frame.kind != "three" or found is None:
            return np.zeros((0, 2))
        if any(one.shape != frame.plane.origin.shape for one in found):
            return np.zeros((0, 2))
        if self._cast is None or self._cast[0] is not frame.plane or self._cast[1] is not found[0]:
            shadow = frame.plane.shadow(np.array(found))
            self._cast = frame.plane, found[0], np.stack([shadow.a, shadow.b], axis=1)
        return self._cast[2]

    def _say(self) -> None:
        """The sentence below the plane, and whose net it is."""
        shows, frame = self._now.shows, self._frame()
        if shows == "gap":
            said = words.gap(None if frame is None else frame.track)
        elif shows == "line":
            self.view.charts.show_line(self._beside.line)
            progress = self._others.progress() if self._other() == ANOTHER else None
            said = words.line(self._beside.line, progress)
        else:
            self.view.charts.show_sharpness(self._beside.sharpness)
            said = words.sharpness(self._beside.sharpness)
        self.view.tip.setText(said)
        self.whose.show_source(
            self._now.source, words.origin(self._source.shown, self._source.own, self._now.source))

    def _on_another(self) -> None:
        config = self._config()
        seed = (config.seed + 1) % 10_000
        self.acts.do(lambda: self.form.restore(replace(config, seed=seed)))

    def _on_domain(self, domain: Any) -> None:
        x0, x1, y0, y1 = domain
        view = ((x1 - x0) / 2, (y1 - y0) / 2), ((x0 + x1) / 2, (y0 + y1) / 2)
        self._take(replace(self._now, view=view))
        self.acts.note_soon()

    def _bring_net(self, value: tuple[str, Net | None]) -> None:
        """A taken net goes, or is there again."""
        name, net = value
        space = self.context.workspace
        if net is not None:
            space.put("net", name, net)
        elif name in space.names("net"):
            space.drop("net", name)
        self.view.show_others(self._alike(), self._now.other)

    def retranslate(self) -> None:
        """Say everything anew."""
        self._show_setting()
        super().retranslate()


def _net(path: RunPath, theta: Array) -> Net:
    plan = path.recipe.plan()
    return Net(plan.layers, theta, plan.input_shape)
