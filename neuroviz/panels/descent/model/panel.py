"""ModelPanel: a model with two parameters on its data, and its loss as a surface; each moves the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from neuroviz.data.surface import Point
from neuroviz.panels.descent import words as room
from neuroviz.panels.descent.model import showcase, words
from neuroviz.panels.descent.model.config import SEEN, BatchConfig, Fitting, batch_texts, fresh
from neuroviz.panels.descent.model.method_chooser import MethodChooser
from neuroviz.panels.descent.model.model_form import ModelForm, SightForm
from neuroviz.panels.descent.model.showcase import Scene
from neuroviz.panels.descent.model.view import FitView
from neuroviz.runtime import Change, Frame, History, Run, restored
from neuroviz.sims.descent.fit import FitFrame, FitSim
from neuroviz.sims.descent.methods import KINDS, Method
from neuroviz.sims.descent.walk import Walk
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context, Preset

_SPEED = 12.0
_MOST_BYTES = 64 << 20
_POSED = 12
_SIDE = 121  # of the surface that is saved
_SEEDS = 1000


class ModelPanel(Panel):
    """Its run takes steps of the chosen method; while it plays, other examples take effect at once, else the
    fit is made anew as far along as it was.
    """

    paced = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        memory = context.memory
        self._now = Fitting.remembered(memory)
        self.model, self.methods, self.sight = ModelForm(), MethodChooser(), SightForm()
        self.form = KnobForm(restored(BatchConfig(), memory.get("knobs")), batch_texts)
        self.view = FitView()
        self._goal: int | None = None
        self._plays = False
        self._end = _POSED
        self._seed = 0  # of the examples that were drawn last
        self._recall_methods(memory.get("methods"))
        self.place(self.view, (self.model, self.methods, self.form, self.sight))
        self.room.set_least(100)
        self.room.transport.set_speed(_SPEED)
        self._wire()
        self._show_setting()
        self.retranslate()

    # -- what presets, tries and tests use -----------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Its model and examples from the start, playing if it is to."""
        self.form.set_config(BatchConfig(scene.batch))
        self._goal, self._end = None, scene.until
        self._plays = scene.plays
        self._now = replace(scene.fitting, seen=self._now.seen)
        self.methods.set_rates(self._now.model)
        for method in scene.methods:
            self.methods.set_method(method)
        self._show_setting()
        self.restart()

    def set_place(self, w: float, b: float) -> None:
        """The model has these parameters, from where a fit begins."""
        self._plays, self._goal = False, None
        self._now = replace(self._now, start=(w, b), at=0)
        self._show_setting()
        self.restart()

    def set_points(self, points: tuple[Point, ...]) -> None:
        """Other examples."""
        self._take(replace(self._now, points=points))

    # -- what the room asks --------------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return room.title()

    def make_run(self) -> Run:
        """A fit from where it begins."""
        walk = Walk((self._method(),), self._now.begin, batch=self._batch())
        return Run(FitSim(walk, self._now.model), history=History(_MOST_BYTES))

    def plays_at_once(self) -> bool:
        """It waits for play, unless one was playing or a preset has asked for it."""
        plays, self._plays = self._plays, False
        return plays

    def restart(self) -> None:
        """A new fit at the speed that is set, as far along as is wanted."""
        super().restart()
        self.room.transport.set_range(0)
        self._show_fit()
        if self._goal:
            self.seek(self._goal)
        self._goal = None

    def draw(self, frame: Frame) -> None:
        """Show the fit."""
        assert isinstance(frame, FitFrame)
        transport = self.room.transport
        transport.set_range(max(frame.step, 0 if self.run is None else self.run.head))
        transport.set_position(frame.step)
        self._show_fit()
        if self._playing and self.run is not None and self.run.resting:
            self.play(False)
            transport.set_playing(False)

    def sentence(self) -> str:
        """How good the model is, and what would be the best."""
        frame = self._frame()
        return words.sentence(self._now.model, self.at(), self.view.least, 0 if frame is None else frame.step)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def presets(self) -> tuple[Preset, ...]:
        """Fits that go well, and others."""
        return showcase.presets(self)

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def show_end(self) -> None:
        """What would have played stands at its end."""
        if self._playing:
            self.seek(self._end)

    def data(self) -> Mapping[str, np.ndarray]:
        """The examples, the way with its losses, and the surface that is seen."""
        x, y = np.array(self._now.points).T
        found = {"example_x": x, "example_y": y, "w_b": np.array(self.at())}
        found["example_loss"] = self._now.model.losses(*self.at())
        if (frame := self._frame()) is not None:
            one = frame.walker
            found |= {"step": one.at, "path": one.path, "loss": one.values, "batch": frame.rows}
        w0, w1, b0, b1 = self._now.shown
        w, b = np.linspace(w0, w1, _SIDE), np.linspace(b0, b1, _SIDE)
        surface = self._now.model.surface().value(w[None], b[:, None])
        return {**found, "w": w, "b": b, "surface": surface}

    def pose(self) -> None:
        """A line, some way down."""
        self.show_scene(replace(showcase.LINE, plays=False))
        self.seek(_POSED)

    def posed(self) -> bool:
        """That moment is shown."""
        frame = self._frame()
        return frame is not None and frame.step == _POSED

    def memory(self) -> dict[str, Any]:
        """The model, its examples, how it is fitted."""
        methods = {kind: vars(self.methods.forms[kind].config()) for kind in KINDS}
        return {**self._now.kept(), "knobs": vars(self.form.config()), "methods": methods}

    def state(self) -> Fitting:
        """What is set with controls of the page's own, and how far along the fit is."""
        frame = self._frame()
        return replace(self._now, at=0 if frame is None else frame.step)

    def restore(self, state: Any) -> None:
        """Set it so again, as far along as it was."""
        assert isinstance(state, Fitting)
        self._plays = False
        self._now, self._goal = state, state.at
        self._show_setting()
        self.restart()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Keys of the pictures."""
        return (
            (self.tr("Arrows"), self.tr("Move the point on the surface, or what is chosen in the data")),
            (self.tr("PgUp, PgDown"), self.tr("In the data: choose a handle or an example")),
            (self.tr("Ins, Del"), self.tr("In the data: add an example, take the chosen one away")),
        )

    def at(self) -> Point:
        """w and b as they stand."""
        frame = self._frame()
        if frame is None:
            return self._now.begin
        w, b = frame.walker.path[-1]
        return float(w), float(b)

    # -- inside --------------------------------------------------------------------------------------

    def _frame(self) -> FitFrame | None:
        return self.last if isinstance(self.last, FitFrame) else None

    def _method(self) -> Method:
        return self.methods.method(self._now.method)

    def _batch(self) -> int:
        config = self.form.config()
        assert isinstance(config, BatchConfig)
        return config.batch

    def _wire(self) -> None:
        self.model.chosen.connect(self._on_kind)
        self.model.scale_asked.connect(self._on_scale)
        self.model.others_asked.connect(self._on_others)
        self.methods.chosen.connect(self._on_method_chosen)
        self.methods.turned.connect(self._on_method)
        self.form.changed.connect(self._on_batch)
        self.sight.seen_asked.connect(self._on_seen)
        self.sight.log_asked.connect(self._on_log)
        view = self.view
        view.place_asked.connect(self._on_place)
        view.curve_asked.connect(self._on_curve)
        view.points_asked.connect(self._on_points)
        view.domain_asked.connect(self._on_domain)
        view.done.connect(self.acts.note)
        view.refused.connect(self.notice)

    def _take(self, now: Fitting) -> None:
        """Another setting; only what changes the fit makes it anew."""
        before, self._now = self._now, now
        self._show_setting()
        if (now.kind, now.scaled, now.method, now.start) != (
            before.kind, before.scaled, before.method, before.start,
        ):  # fmt: skip
            self._fit_again()
        elif now.points != before.points:
            self._tell_or_fit_again(Change("examples", now.model.examples))
        else:
            self._show_fit()

    def _tell_or_fit_again(self, change: Change) -> None:
        """While it plays it goes on with the change; at rest it is as if it had always been so."""
        if self._playing and self._frame() is not None:
            self.tell(change)
            self._show_fit()
        else:
            self._fit_again()

    def _fit_again(self) -> None:
        """From the start; one that stood still stands as far along."""
        frame = self._frame()
        self._plays = self._playing
        self._goal = None if self._playing or frame is None else frame.step
        self.restart()

    def _show_setting(self) -> None:
        now = self._now
        self.model.show_setting(now)
        self.sight.show_setting(now)
        self.methods.show_chosen(now.method)
        self.view.show_setting(now)

    def _show_fit(self) -> None:
        self.view.show_fit(self._frame(), self.at(), self._method())
        self.refresh_sentence()

    def _recall_methods(self, kept: object) -> None:
        self.methods.set_rates(self._now.model)
        for form, kind in ((self.methods.forms[kind], kind) for kind in KINDS):
            if isinstance(kept, Mapping):
                form.set_config(restored(form.config(), kept.get(kind)))

    def _on_kind(self, kind: Any) -> None:
        self._plays, self._goal = False, None
        self._seed = 0
        self._now = replace(
            self._now, kind=kind, points=fresh(kind), start=None, domain=None, scaled=False, at=0
        )
        self.methods.set_rates(self._now.model)
        self._show_setting()
        self.restart()
        self.acts.note()

    def _on_scale(self, on: bool) -> None:
        if on != self._now.scaled:
            self._plays, self._goal = False, None
            at = self.at()
            self._now = self._now.rescaled(at if np.isfinite(at).all() else self._now.begin)
            self.methods.set_rates(self._now.model)
            self._show_setting()
            self.restart()
            self.acts.note()

    def _on_others(self) -> None:
        self._seed = (self._seed + 1) % _SEEDS
        self.set_points(fresh(self._now.kind, self._seed, len(self._now.points)))
        self.acts.note()

    def _on_method_chosen(self, kind: Any) -> None:
        self._take(replace(self._now, method=kind))
        self.acts.note()

    def _on_method(self, method: Method) -> None:
        if method.kind == self._now.method:
            self._tell_or_fit_again(Change("method", method))

    def _on_batch(self, _name: str, value: object) -> None:
        self._tell_or_fit_again(Change("batch", value))

    def _on_place(self, w: float, b: float) -> None:
        self.set_place(w, b)
        self.acts.note_soon()

    def _on_curve(self, w: float, b: float) -> None:
        self.set_place(*self._now.scaling.scaled(w, b))
        self.acts.note_soon()

    def _on_points(self, points: tuple[Point, ...]) -> None:
        self.set_points(points)
        self.acts.note_soon()

    def _on_domain(self, domain: Any) -> None:
        whole = tuple(domain) == tuple(self._now.model.domain)
        self._take(replace(self._now, domain=None if whole else tuple(domain)))
        self.acts.note_soon()

    def _on_seen(self, seen: object) -> None:
        self._take(replace(self._now, seen=next(one for one in SEEN if one == seen)))
        self.acts.note()

    def _on_log(self, on: bool) -> None:
        self._take(replace(self._now, log=on))
        self.acts.note()

    def retranslate(self) -> None:
        """Say everything anew."""
        self._show_fit()
        super().retranslate()
