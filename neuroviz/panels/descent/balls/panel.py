"""BallsPanel: a thousand balls roll down one surface by one method or several; their ends are counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from neuroviz.data.surface import Point, Surface
from neuroviz.panels.descent import words as room
from neuroviz.panels.descent.balls import showcase, words
from neuroviz.panels.descent.balls.config import (
    CHARTS,
    FALLS,
    GROUNDS,
    SHOWS,
    BallsConfig,
    Dropping,
    knob_texts,
)
from neuroviz.panels.descent.balls.showcase import Scene
from neuroviz.panels.descent.balls.view import BallsView
from neuroviz.panels.descent.ground import FORMULA, GroundConfig, ground_knobs, ground_texts
from neuroviz.panels.descent.left_off import LeftOff
from neuroviz.panels.descent.surface_form import SurfaceForm
from neuroviz.panels.descent.walk.method_list import MethodList
from neuroviz.runtime import Frame, History, Run, restored
from neuroviz.sims.descent.balls import BallsFrame, BallsSim, Drop
from neuroviz.sims.descent.methods import KINDS, Kind, Method, usual
from neuroviz.ui.choices import Segmented
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context, Preset

_SPEED = 30.0
_MOST_BYTES = 96 << 20
_POSED = 40


class BallsPanel(Panel):
    """Its run takes one step of all balls; whatever is turned that they feel drops them anew."""

    paced = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._now = Dropping.remembered(context.memory)
        self.form = KnobForm(restored(BallsConfig(), context.memory.get("balls")), knob_texts)
        self.ground_form = KnobForm(restored(GroundConfig(), context.memory.get("ground")), ground_texts)
        self.surfaces, self.methods, self.view = SurfaceForm(GROUNDS), MethodList(), BallsView()
        self.falls = Segmented()
        self.falls.set_choices([(one, one) for one in FALLS])
        self._ground: Surface = self._now.ground(self._grounds())
        self._left = LeftOff()
        self._goal: int | None = None
        self._plays = False
        self._end = _POSED
        self.place(self.view, (self.surfaces, self.ground_form, self.falls, self.form, self.methods))
        self.room.set_least(112)
        self.room.transport.set_speed(_SPEED)
        self._wire()
        self._show_setting()
        self._recall_methods(context.memory.get("methods"))
        self.retranslate()

    # -- what presets, tries and tests use -----------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Its ground, methods and balls, from the start, playing."""
        self.form.set_config(scene.balls)
        self.ground_form.set_config(scene.ground)
        self._plays, self._goal, self._end = True, None, scene.until
        self._now = scene.dropping
        self._ground = self._now.ground(self._grounds())
        self._set_rates()
        for method in scene.methods:
            self.methods.set_method(method)
        self.room.transport.set_speed(scene.speed)
        self._show_setting()
        self.restart()

    # -- what the room asks --------------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return room.title()

    def make_run(self) -> Run | None:
        """All balls from the start."""
        config = self._balls()
        methods = tuple(self.methods.method(kind) for kind in self._now.shown)
        x0, x1, y0, y1 = self._ground.domain
        drop = Drop(
            methods, self._now.field(self._ground, config), config.count, seed=config.throw,
            side=max(x1 - x0, y1 - y0),
        )  # fmt: skip
        return Run(BallsSim(drop, self._ground), history=History(_MOST_BYTES, most=400))

    def plays_at_once(self) -> bool:
        """It waits for play, unless one was playing or a preset has asked for it."""
        plays, self._plays = self._plays, False
        return plays

    def restart(self) -> None:
        """A new drop at the speed that is set, as far along as it was if it stood still."""
        self._left.note(self._frame())
        super().restart()
        self._left.begin(self._key())
        self.room.transport.set_range(0)
        goal, self._goal = self._goal, None
        if goal:
            self.seek(goal)

    def draw(self, frame: Frame) -> None:
        """Show the balls."""
        assert isinstance(frame, BallsFrame)
        transport = self.room.transport
        transport.set_range(max(frame.step, 0 if self.run is None else self.run.head))
        transport.set_position(frame.step)
        self.view.show_frame(frame, self._now)
        self.methods.show_values({one.kind: words.standing(frame, one) for one in frame.drops})
        if self._playing and self.run is not None and self.run.resting:
            self.play(False)
            transport.set_playing(False)

    def sentence(self) -> str:
        """How many rest, and where."""
        return words.sentence(self._frame(), self._now.picked)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def presets(self) -> tuple[Preset, ...]:
        """Ends, waits and ways over."""
        return showcase.presets(self)

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def show_end(self) -> None:
        """What would have played stands at its end."""
        if self._playing:
            self.seek(self._end)

    def data(self) -> Mapping[str, np.ndarray]:
        """The starts; of each method where the balls are and end; and the surface that is seen."""
        frame, found = self._frame(), dict[str, np.ndarray]()
        if frame is not None:
            found["starts"] = frame.starts
            for one in frame.drops:
                parts = {
                    "xy": one.xy, "end": one.end, "ends": one.ends, "counts": one.counts,
                    "heights": one.values, "rolling": one.waiting, "median_height": one.heights,
                }  # fmt: skip
                found |= {f"{one.kind}_{name}": values for name, values in parts.items()}
        x0, x1, y0, y1 = self._now.domain or self._ground.domain
        x, y = np.linspace(x0, x1, 121), np.linspace(y0, y1, 121)
        return {**found, "x": x, "y": y, "surface": self._ground.value(x[None], y[:, None])}

    def pose(self) -> None:
        """The hollows, with some balls on their way."""
        self.show_scene(showcase.HOLLOWS)
        self._plays = False
        self.seek(_POSED)

    def posed(self) -> bool:
        """That moment is shown."""
        frame = self._frame()
        return frame is not None and frame.step == _POSED

    def memory(self) -> dict[str, Any]:
        """The ground, the balls, who rolls and how."""
        methods = {kind: vars(self.methods.forms[kind].config()) for kind in KINDS}
        return {
            **self._now.kept(), "balls": vars(self._balls()), "ground": vars(self._grounds()),
            "methods": methods,
        }  # fmt: skip

    def state(self) -> Dropping:
        """What is set with controls of the page's own."""
        return self._now

    def restore(self, state: Any) -> None:
        """Set it so again."""
        assert isinstance(state, Dropping)
        self._take(state)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Keys of the picture."""
        return (
            (self.tr("Arrows"), self.tr("In the list: the balls of one end stand out")),
            (self.tr("Enter"), self.tr("On the map: drop a heap at the cursor")),
        )

    # -- inside --------------------------------------------------------------------------------------

    def _frame(self) -> BallsFrame | None:
        return self.last if isinstance(self.last, BallsFrame) else None

    def _balls(self) -> BallsConfig:
        config = self.form.config()
        assert isinstance(config, BallsConfig)
        return config

    def _grounds(self) -> GroundConfig:
        config = self.ground_form.config()
        assert isinstance(config, GroundConfig)
        return config

    def _key(self) -> tuple[Any, ...]:
        """What decides all that the balls do."""
        methods = tuple(self.methods.method(kind) for kind in self._now.shown)
        return (*self._now.run_of, methods, self._balls(), self._grounds())

    def _wire(self) -> None:
        self.form.changed.connect(lambda *_: self._begin_again())
        self.ground_form.changed.connect(self._on_ground_knob)
        self.surfaces.chosen.connect(self._on_surface)
        self.surfaces.typed.connect(self._on_formula)
        self.surfaces.done.connect(self.acts.note)
        self.methods.shown.connect(self._on_shown)
        self.methods.picked.connect(self._on_picked)
        self.methods.turned.connect(self._on_method)
        self.view.shows_asked.connect(self._on_shows)
        self.falls.chosen.connect(self._on_falls)
        self.view.chart_asked.connect(self._on_chart)
        self.view.middle_asked.connect(self._on_middle)
        self.view.end_asked.connect(self._on_end)
        self.view.domain_asked.connect(self._on_domain)
        self.view.done.connect(self.acts.note)

    def _take(self, now: Dropping) -> None:
        """Another setting; only what the balls feel drops them anew."""
        before, self._now = self._now, now
        if (now.surface, now.formula) != (before.surface, before.formula):
            self._ground = now.ground(self._grounds())
        self._show_setting()
        if now.run_of != before.run_of:
            self._begin_again()
        else:
            self.view.show_frame(self._frame(), self._now)
            self.refresh_sentence()

    def _begin_again(self) -> None:
        """From the start: playing if it played; if it stood still, as far along. What comes back out of the
        history stands where it was left.
        """
        frame = self._frame()
        if self.acts.coming is not None:
            self._plays, self._goal = False, self._left.at(self._key())
        else:
            self._plays = self._playing
            self._goal = None if self._playing or frame is None else frame.step
        self.restart()

    def _show_setting(self) -> None:
        now = self._now
        self.surfaces.show_surface(now.surface, now.formula)
        seen = [name for name in ground_knobs(now.surface) if name != "batch"]
        for name in vars(self._grounds()):
            self.ground_form.row(name).setVisible(name in seen)
        self.ground_form.setVisible(bool(seen))
        self.falls.set_value(now.falls)
        self.form.row("heap").setVisible(now.falls == "heap")
        self.methods.show_state(now.shown, now.picked)
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
        self._ground = self._now.ground(self._grounds())
        self.view.show_ground(self._ground, self._now)
        self._begin_again()

    def _on_surface(self, name: str) -> None:
        self._set_rates()
        fresh = replace(self._now, surface=name, middle=None, end=None, domain=None)
        if name != self._now.surface:
            self._ground = fresh.ground(self._grounds())
            self._set_rates()
        self._take(fresh)
        self.acts.note()

    def _on_formula(self, text: str) -> None:
        self._take(replace(self._now, surface=FORMULA, formula=text, end=None))
        self.acts.note_soon()

    def _on_shown(self, kind: Kind, on: bool) -> None:
        wanted = {*self._now.shown, kind} if on else {*self._now.shown} - {kind}
        shown = tuple(one for one in KINDS if one in wanted)
        if not shown:
            self.methods.show_state(self._now.shown, self._now.picked)
            self.notice.emit(self.tr("One method has to roll."))
            return
        picked = kind if on else self._now.picked if self._now.picked in shown else shown[0]
        self._take(replace(self._now, shown=shown, picked=picked))
        self.acts.note()

    def _on_picked(self, kind: Kind) -> None:
        """Its balls are seen; one that does not roll yet begins to."""
        if kind in self._now.shown:
            self._take(replace(self._now, picked=kind))
            self.acts.note()
        else:
            self._on_shown(kind, True)

    def _on_method(self, method: Method) -> None:
        if method.kind in self._now.shown:
            self._begin_again()

    def _on_shows(self, shows: object) -> None:
        self._take(replace(self._now, shows=next(one for one in SHOWS if one == shows)))
        self.acts.note()

    def _on_chart(self, chart: object) -> None:
        self._take(replace(self._now, chart=next(one for one in CHARTS if one == chart)))
        self.acts.note()

    def _on_falls(self, falls: object) -> None:
        self._take(replace(self._now, falls=next(one for one in FALLS if one == falls)))
        self.acts.note()

    def _on_middle(self, x: float, y: float) -> None:
        self._take(replace(self._now, falls="heap", middle=(x, y)))
        self.acts.note_soon()

    def _on_end(self, end: object) -> None:
        frame = self._frame()
        if frame is None:
            return
        drop = words.drop_of(frame, self._now.picked)
        found: Point | int | None = end if isinstance(end, int) else None
        if isinstance(end, int) and end >= 0:
            found = float(drop.ends[end, 0]), float(drop.ends[end, 1])
        self._take(replace(self._now, end=found))
        self.acts.note()

    def _on_domain(self, domain: Any) -> None:
        whole = tuple(domain) == tuple(self._ground.domain)
        self._take(replace(self._now, domain=None if whole else tuple(domain)))
        self.acts.note_soon()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.methods.show_state(self._now.shown, self._now.picked)
        self.falls.set_texts([self.tr("All over the field"), self.tr("In a heap")])
        frame = self._frame()
        if frame is not None:
            self.draw(frame)
        super().retranslate()
