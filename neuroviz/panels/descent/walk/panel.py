"""WalkPanel: nine ways downhill on one surface, raced from one start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from neuroviz.data.surface import Surface
from neuroviz.panels.descent import words as room
from neuroviz.panels.descent.ground import FORMULA, GroundConfig, ground_knobs, ground_texts
from neuroviz.panels.descent.left_off import LeftOff
from neuroviz.panels.descent.surface_form import SurfaceForm
from neuroviz.panels.descent.walk import showcase, words
from neuroviz.panels.descent.walk.config import SHOWS, Walking
from neuroviz.panels.descent.walk.method_list import MethodList
from neuroviz.panels.descent.walk.showcase import Scene
from neuroviz.panels.descent.walk.view import WalkView
from neuroviz.runtime import Change, Frame, History, Run, restored
from neuroviz.sims.descent.methods import KINDS, Kind, Method, usual
from neuroviz.sims.descent.walk import Walk, WalkFrame, WalkSim
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context, Preset

_SPEED = 12.0
_MOST_BYTES = 64 << 20
_POSED = 90


class WalkPanel(Panel):
    """Its run takes one step of all methods; another start, surface or field of methods is another run."""

    paced = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._now = Walking.remembered(context.memory)
        self.form = KnobForm(restored(GroundConfig(), context.memory.get("ground")), ground_texts)
        self.surfaces, self.methods, self.view = SurfaceForm(), MethodList(), WalkView()
        self._ground: Surface = self._now.ground(self._config())
        self._goal: int | None = None
        self._left = LeftOff()
        self._plays = False
        self._end = _POSED
        self.place(self.view, (self.surfaces, self.form, self.methods))
        self.room.set_least(112)
        self.room.transport.set_speed(_SPEED)
        self._wire()
        self._show_setting()
        self._recall_methods(context.memory.get("methods"))
        self.retranslate()

    # -- what presets, tries and tests use -----------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Its ground and methods, from the start, playing."""
        self.form.set_config(scene.ground)
        self._plays, self._goal, self._end = True, None, scene.until
        self._now = scene.walking
        self._ground = self._now.ground(self._config())
        self._set_rates()
        for method in scene.methods:
            self.methods.set_method(method)
        self._show_setting()
        self.restart()

    def set_start(self, x: float, y: float) -> None:
        """All begin there; what they have walked already is walked from there too."""
        self._take(replace(self._now, start=(x, y)))

    # -- what the room asks --------------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return room.title()

    def make_run(self) -> Run | None:
        """A race of the methods that are shown, from the start."""
        config = self._config()
        race = self._race()
        if self.acts.coming is not None:  # what is brought back stands where it stood
            self._goal = self._left.at(race)
        self._left.begin(race)
        walk = Walk(
            tuple(self.methods.method(kind) for kind in self._now.shown),
            self._now.start or self._ground.starts[0],
            noise=self._ground.noise, batch=config.batch if self._ground.noise else 0,
        )  # fmt: skip
        return Run(WalkSim(walk, self._ground), history=History(_MOST_BYTES))

    def plays_at_once(self) -> bool:
        """It waits for play, unless one was playing or a preset has asked for it."""
        plays, self._plays = self._plays, False
        return plays

    def restart(self) -> None:
        """A new race at the speed that is set, as far along as it was if it stood still."""
        self._left.note(self._frame())
        super().restart()
        self.room.transport.set_range(0)
        if self._goal:
            self.seek(self._goal)
        self._goal = None

    def draw(self, frame: Frame) -> None:
        """Show the walkers."""
        assert isinstance(frame, WalkFrame)
        transport = self.room.transport
        transport.set_range(max(frame.step, 0 if self.run is None else self.run.head))
        transport.set_position(frame.step)
        self.view.show_frame(frame, self._now, self.methods.method)
        self.methods.show_values({one.kind: words.standing(one) for one in frame.walkers})
        if self._playing and self.run is not None and self.run.resting:
            self.play(False)
            transport.set_playing(False)

    def sentence(self) -> str:
        """Who is lowest, who is lost."""
        return words.sentence(self._frame())

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def presets(self) -> tuple[Preset, ...]:
        """Races won and lost."""
        return showcase.presets(self)

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def show_end(self) -> None:
        """What would have played stands at its end."""
        if self._playing:
            self.seek(self._end)

    def data(self) -> Mapping[str, np.ndarray]:
        """Each path with its values, and the surface that is seen."""
        found: dict[str, np.ndarray] = {}
        frame = self._frame()
        for one in () if frame is None else frame.walkers:
            parts = {"step": one.at, "path": one.path, "loss": one.values}
            found |= {f"{one.kind}_{name}": values for name, values in parts.items()}
        x0, x1, y0, y1 = self._now.domain or self._ground.domain
        x, y = np.linspace(x0, x1, 121), np.linspace(y0, y1, 121)
        return {**found, "x": x, "y": y, "surface": self._ground.value(x[None], y[:, None])}

    def pose(self) -> None:
        """The ravine, some way down."""
        self.show_scene(showcase.RAVINE)
        self._plays = False
        self.seek(_POSED)

    def posed(self) -> bool:
        """That moment is shown."""
        frame = self._frame()
        return frame is not None and frame.step == _POSED

    def memory(self) -> dict[str, Any]:
        """The ground, who races and how."""
        methods = {kind: vars(self.methods.forms[kind].config()) for kind in KINDS}
        return {**self._now.kept(), "ground": vars(self._config()), "methods": methods}

    def state(self) -> Walking:
        """What is set with controls of the page's own."""
        return self._now

    def restore(self, state: Any) -> None:
        """Set it so again."""
        assert isinstance(state, Walking)
        self._take(state)

    # -- inside --------------------------------------------------------------------------------------

    def _frame(self) -> WalkFrame | None:
        return self.last if isinstance(self.last, WalkFrame) else None

    def _config(self) -> GroundConfig:
        config = self.form.config()
        assert isinstance(config, GroundConfig)
        return config

    def _wire(self) -> None:
        self.form.changed.connect(self._on_ground_knob)
        self.surfaces.chosen.connect(self._on_surface)
        self.surfaces.typed.connect(self._on_formula)
        self.surfaces.done.connect(self.acts.note)
        self.methods.shown.connect(self._on_shown)
        self.methods.picked.connect(self._on_picked)
        self.methods.turned.connect(self._on_method)
        self.view.start_asked.connect(self.set_start)
        self.view.done.connect(self.acts.note)
        self.view.domain_asked.connect(self._on_domain)
        self.view.shows_asked.connect(self._on_shows)
        self.view.log_asked.connect(self._on_log)

    def _take(self, now: Walking) -> None:
        """Another setting; only what changes the race begins another."""
        before, self._now = self._now, now
        if (now.surface, now.formula) != (before.surface, before.formula):
            self._ground = now.ground(self._config())
        self._show_setting()
        if (now.surface, now.formula, now.shown, now.start) != (
            before.surface, before.formula, before.shown, before.start,
        ):  # fmt: skip
            self._begin_again()
        else:
            self.view.show_frame(self._frame(), self._now, self.methods.method)

    def _race(self) -> object:
        """All that makes this race what it is; a race of the same comes to the same."""
        now = self._now
        methods = tuple(self.methods.method(kind) for kind in now.shown)
        return now.surface, now.formula, now.start, self._config(), methods

    def _begin_again(self) -> None:
        """From the start; a race that stood still stands as far along."""
        frame = self._frame()
        self._plays = self._playing
        self._goal = None if self._playing or frame is None else frame.step
        self.restart()

    def _show_setting(self) -> None:
        now = self._now
        self.surfaces.show_surface(now.surface, now.formula)
        seen = ground_knobs(now.surface)
        for name in vars(self._config()):
            self.form.row(name).setVisible(name in seen)
        self.form.setVisible(bool(seen))
        self.methods.show_state(now.shown, now.picked)
        self.view.show_shows(now.shows)
        self.view.show_ground(self._ground, now)

    def _set_rates(self) -> None:
        for kind in KINDS:
            self.methods.set_method(usual(kind, self._ground.rate))

    def _recall_methods(self, kept: object) -> None:
        self._set_rates()
        for kind in KINDS:
            config = self.methods.forms[kind].config()
            if isinstance(kept, Mapping):
                self.methods.forms[kind].set_config(restored(config, kept.get(kind)))

    def _on_ground_knob(self, _name: str, _value: object) -> None:
        self._ground = self._now.ground(self._config())
        self.view.show_ground(self._ground, self._now)
        self._begin_again()

    def _on_surface(self, name: str) -> None:
        self._take(replace(self._now, surface=name, start=None, domain=None))
        self._set_rates()
        self._begin_again()
        self.acts.note()

    def _on_formula(self, text: str) -> None:
        self._take(replace(self._now, surface=FORMULA, formula=text))
        self.acts.note_soon()

    def _on_shown(self, kind: Kind, on: bool) -> None:
        wanted = {*self._now.shown, kind} if on else {*self._now.shown} - {kind}
        shown = tuple(one for one in KINDS if one in wanted)
        if shown:
            self._take(replace(self._now, shown=shown, picked=kind if on else shown[0]))
        else:
            self.methods.show_state(self._now.shown, self._now.picked)  # somebody has to walk
            self.notice.emit(self.tr("One method has to walk."))
        self.acts.note()

    def _on_picked(self, kind: Kind) -> None:
        self._take(replace(self._now, picked=kind))
        self.acts.note()

    def _on_method(self, method: Method) -> None:
        if method.kind in self._now.shown:
            frame = self._frame()
            if frame is not None and frame.step > 0 and self._playing:
                self.tell(Change("method", method))
            else:
                self._begin_again()

    def _on_domain(self, domain: Any) -> None:
        whole = tuple(domain) == tuple(self._ground.domain)
        self._take(replace(self._now, domain=None if whole else tuple(domain)))
        self.acts.note_soon()

    def _on_shows(self, shows: object) -> None:
        self._take(replace(self._now, shows=next(one for one in SHOWS if one == shows)))
        self.acts.note()

    def _on_log(self, on: bool) -> None:
        self._take(replace(self._now, log=on))
        self.acts.note()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.methods.show_state(self._now.shown, self._now.picked)
        frame = self._frame()
        if frame is not None:
            self.draw(frame)
        super().retranslate()
