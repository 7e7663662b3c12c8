"""RatesPanel: the map of learning rate and momentum on one surface, and the path of the picked pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from neuroviz.data.surface import Surface
from neuroviz.panels.descent import words as room
from neuroviz.panels.descent.ground import FORMULA, GroundConfig, ground_knobs, ground_texts
from neuroviz.panels.descent.rates import showcase, words
from neuroviz.panels.descent.rates.config import RatesConfig, Rating, best_known, knob_texts, plan
from neuroviz.panels.descent.rates.showcase import Scene
from neuroviz.panels.descent.rates.view import RatesView
from neuroviz.panels.descent.surface_form import SurfaceForm
from neuroviz.runtime import Change, Frame, Run, restored
from neuroviz.sims.descent.rates import Pair, RatesFrame, RatesSim
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context, Preset


class RatesPanel(Panel):
    """Its run walks all pairs, coarse to fine, and the picked one in between."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._now = Rating.remembered(context.memory)
        self.form = KnobForm(restored(RatesConfig(), context.memory.get("rates")), knob_texts)
        self.ground_form = KnobForm(restored(GroundConfig(), context.memory.get("ground")), ground_texts)
        self.surfaces, self.view = SurfaceForm(), RatesView()
        self._ground: Surface = self._now.ground(self._grounds())
        self.place(self.view, (self.surfaces, self.ground_form, self.form))
        self.room.set_timeless()
        self.room.set_least(125)
        self._wire()
        self._show_setting()
        self.retranslate()

    # -- what presets, tries and tests use -----------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Its ground and pair."""
        self.form.set_config(scene.rates)
        self.ground_form.set_config(scene.ground)
        self._now = scene.rating
        self._ground = self._now.ground(self._grounds())
        self._show_setting()
        self.restart()

    def set_pair(self, rate: float, momentum: float) -> None:
        """Look at another pair."""
        self._take(replace(self._now, pair=(rate, momentum)))

    # -- what the room asks --------------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return room.title()

    def make_run(self) -> Run:
        """All pairs from the start; it rests when the map is fine, and walks a pair when one is picked."""
        found = plan(self._now, self._ground, self._rates(), self._grounds().batch)
        return Run(RatesSim(found, self._ground, self._pair()), live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Show the map and the pair."""
        assert isinstance(frame, RatesFrame)
        self.view.show_frame(frame, self._now)

    def sentence(self) -> str:
        """How many pairs arrive, the fastest, and the one that is picked."""
        return words.sentence(self._frame())

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def presets(self) -> tuple[Preset, ...]:
        """Bowls, failures, and what is no bowl."""
        return showcase.presets(self)

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def data(self) -> Mapping[str, np.ndarray]:
        """The map with its axes, and the path and losses of the pair."""
        frame = self._frame()
        if frame is None or not len(frame.fate):
            return {}
        rates, momenta = frame.plan.axes(len(frame.fate))
        return {
            "rate": rates, "momentum": momenta, "fate": frame.fate, "left": frame.left, "taken": frame.taken,
            "pair": np.array(frame.pair), "path": frame.path, "loss": frame.losses,
        }  # fmt: skip

    def pose(self) -> None:
        """The bowl that is ten times steeper one way."""
        self.show_scene(showcase.TEN)

    def posed(self) -> bool:
        """The map is fine, and the pair walked."""
        frame = self._frame()
        return frame is not None and frame.done and len(frame.path) > 0 and frame.pair == self._pair()

    def memory(self) -> dict[str, Any]:
        """The ground, the pair, the steps."""
        return {**self._now.kept(), "rates": vars(self._rates()), "ground": vars(self._grounds())}

    def state(self) -> Rating:
        """What is set with controls of the page's own."""
        return self._now

    def restore(self, state: Any) -> None:
        """Set it so again."""
        assert isinstance(state, Rating)
        self._take(state)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Keys of the picture."""
        return (
            (self.tr("Arrows"), self.tr("On the map: another rate, another momentum")),
            (self.tr("Page keys, Home, End"), self.tr("On the map: by ten times as much")),
        )

    # -- inside --------------------------------------------------------------------------------------

    def _frame(self) -> RatesFrame | None:
        return self.last if isinstance(self.last, RatesFrame) else None

    def _rates(self) -> RatesConfig:
        config = self.form.config()
        assert isinstance(config, RatesConfig)
        return config

    def _grounds(self) -> GroundConfig:
        config = self.ground_form.config()
        assert isinstance(config, GroundConfig)
        return config

    def _pair(self) -> Pair:
        return self._now.pair or best_known(self._ground)

    def _wire(self) -> None:
        self.form.changed.connect(lambda *_: self.restart())
        self.ground_form.changed.connect(self._on_ground_knob)
        self.surfaces.chosen.connect(self._on_surface)
        self.surfaces.typed.connect(self._on_formula)
        self.surfaces.done.connect(self.acts.note)
        self.view.rates.taken.connect(self._on_pair)
        self.view.start_asked.connect(self._on_start)
        self.view.domain_asked.connect(self._on_domain)
        self.view.done.connect(self.acts.note)

    def _take(self, now: Rating) -> None:
        """Another setting; only what changes the map begins another."""
        before, self._now = self._now, now
        if (now.surface, now.formula) != (before.surface, before.formula):
            self._ground = now.ground(self._grounds())
        if now.run_of != before.run_of or now.domain != before.domain:
            self._show_setting()
        if now.run_of != before.run_of:
            self.restart()
        elif now.pair != before.pair:
            self.tell(Change("pair", self._pair()))
        self.view.show_frame(self._frame(), self._now)

    def _show_setting(self) -> None:
        now = self._now
        self.surfaces.show_surface(now.surface, now.formula)
        seen = ground_knobs(now.surface)
        for name in vars(self._grounds()):
            self.ground_form.row(name).setVisible(name in seen)
        self.ground_form.setVisible(bool(seen))
        self.view.show_ground(self._ground, now)

    def _on_ground_knob(self, _name: str, _value: object) -> None:
        self._ground = self._now.ground(self._grounds())
        self.view.show_ground(self._ground, self._now)
        self.restart()

    def _on_surface(self, name: str) -> None:
        self._take(replace(self._now, surface=name, start=None, pair=None, domain=None))
        self.acts.note()

    def _on_formula(self, text: str) -> None:
        self._take(replace(self._now, surface=FORMULA, formula=text, pair=None))
        self.acts.note_soon()

    def _on_pair(self, rate: float, momentum: float) -> None:
        self.set_pair(rate, momentum)
        self.acts.note_soon()

    def _on_start(self, x: float, y: float) -> None:
        self._take(replace(self._now, start=(x, y)))
        self.acts.note_soon()

    def _on_domain(self, domain: Any) -> None:
        whole = tuple(domain) == tuple(self._ground.domain)
        self._take(replace(self._now, domain=None if whole else tuple(domain)))
        self.acts.note_soon()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.view.show_frame(self._frame(), self._now)
        super().retranslate()
