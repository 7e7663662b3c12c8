"""DisturbPanel: how much of each disturbance an answer survives, live, with its flips."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from neuroviz.data.disturb import LIMITS, NAMES, Disturbance
from neuroviz.nn import Net
from neuroviz.panels.digits import words as room
from neuroviz.panels.digits.disturb import showcase, words
from neuroviz.panels.digits.disturb.config import INK, DisturbConfig, knob_texts
from neuroviz.panels.digits.disturb.showcase import Scene
from neuroviz.panels.digits.disturb.view import DisturbView
from neuroviz.runtime import Change, Frame, Run, restored
from neuroviz.sims.disturb import ALONG, LAST, DisturbFrame, DisturbSim
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.net_chooser import NetChooser, choose_net, current_name, current_net
from neuroviz.ui.path_panel import PathPanel
from neuroviz.ui.room import Context, Preset
from neuroviz.ui.theme import theme
from neuroviz.ui.timeline import Mark

_SPEED = 15.0  # places of the sweep a second: four seconds from end to end
_PATCH = 6.0  # pixels: what a first drag over the picture lays there


class DisturbPanel(PathPanel):
    """Its run answers the disturbed picture, then follows the answer along every slider; time is a sweep."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _SPEED)
        self._amounts = _remembered(context.memory.get("amounts"))
        chosen = context.memory.get("chosen")
        self._chosen = chosen if isinstance(chosen, str) and chosen in ALONG else ALONG[0]
        self._seed = 0
        self._marked: object = None
        self.chooser = NetChooser(context.workspace)
        self.knobs = KnobForm(restored(DisturbConfig(), context.memory.get("knobs")), knob_texts)
        self.buttons = DisturbButtons()
        self.view = DisturbView(context.workspace)
        self.place(self.view, (self.chooser, self.knobs, self.buttons))
        self.room.set_least(112)
        choose_net(context.workspace, context.memory.get("net"))
        self._wire()
        self.view.choose(self._chosen)
        self.room.transport.set_range(LAST)
        self._show_amounts()
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return room.title()

    def make_run(self) -> Run:
        """A run that answers: it rests until something changes."""
        sim = DisturbSim(self._net(), self.view.pad.content())
        for change in (
            Change("amounts", self._amounts), Change("again", self.knobs.config().again),
            Change("noise", self._seed), Change("chosen", self._chosen),
        ):  # fmt: skip
            sim.apply(change)
        return Run(sim, live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Show one answer."""
        assert isinstance(frame, DisturbFrame)
        self.view.show_frame(frame)
        self._mark_flips()

    def sentence(self) -> str:
        """What the net makes of the disturbed digit, and what it would bear."""
        return words.sentence(self.last if isinstance(self.last, DisturbFrame) else None, self._chosen)

    def presets(self) -> tuple[Preset, ...]:
        """Digits that are read as something else."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def data(self) -> Mapping[str, np.ndarray]:
        """The pictures, the answers, and every curve with its flips."""
        frame = self.last
        if not isinstance(frame, DisturbFrame) or frame.seen is None or frame.grey is None:
            return {}
        found: dict[str, np.ndarray] = {"grey": frame.grey, "disturbed": frame.seen}
        if frame.probabilities is not None:
            found["probabilities"] = frame.probabilities
        for name, curve in frame.curves.items():
            found[f"{name}_values"], found[f"{name}_probabilities"] = curve.values, curve.probabilities
            found[f"{name}_flips"] = np.array([(f.at, f.before, f.after) for f in curve.flips]).reshape(-1, 3)
        return found

    def on_knob(self, name: str, value: object) -> None:
        """Preparing again, and what the patch looks like."""
        if name == "again":
            self.tell(Change("again", value))
        else:
            self._set(replace(self._amounts, patch_tone=float(value == INK)))

    def pose(self) -> None:
        """A 7, turned until it is no longer one."""
        self.show_scene(Scene(7, "rotate", Disturbance(rotate=52.0)))

    def posed(self) -> bool:
        """Everything is answered for what is set and drawn."""
        frame = self.last
        if not isinstance(frame, DisturbFrame) or not frame.complete:
            return False
        return frame.sheet is self.view.pad.content() and frame.amounts == self._amounts

    def memory(self) -> dict[str, Any]:
        """The amounts, the slider that is looked at, knobs, and the net by name."""
        return {
            "amounts": vars(self._amounts), "chosen": self._chosen,
            "knobs": vars(self.knobs.config()), "net": current_name(self.context.workspace),
        }  # fmt: skip

    def state(self) -> tuple[Disturbance, str, int]:
        """The amounts, the slider that is looked at, and the field of noise."""
        return self._amounts, self._chosen, self._seed

    def restore(self, state: tuple[Disturbance, str, int]) -> None:
        """Disturb as before, with the same noise."""
        self.rest()
        amounts, chosen, seed = state
        if seed != self._seed:
            self._seed = seed
            self.tell(Change("noise", seed))
        self._choose(chosen)
        self._set(amounts)

    # -- time is a sweep of the chosen slider ------------------------------------------------------

    def length(self) -> int:
        """Every slider has 61 places."""
        return LAST

    def at(self) -> int:
        """The place of the chosen amount, 0..60."""
        return round(LIMITS[self._chosen].share(float(getattr(self._amounts, self._chosen))) * LAST)

    def go_to(self, place: int) -> None:
        """Set the chosen amount to what it is at this place."""
        place = min(max(place, 0), LAST)
        self.room.transport.set_position(place)
        if place != self.at():
            self._set_one(self._chosen, float(LIMITS[self._chosen].value(place / LAST)))
            self.acts.follow()

    def enter(self) -> None:
        """What was drawn elsewhere in the meantime is judged."""
        super().enter()
        self.tell(Change("sheet", self.view.pad.content()))

    # -- what the showcase uses --------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Draw its digit and disturb it."""
        self.rest()
        choose_net(self.context.workspace, scene.net)
        self.view.pad.set_drawing(showcase.drawing_of(scene))
        self.knobs.set_config(DisturbConfig(again=scene.again))
        self.tell(Change("again", scene.again))
        self._choose(scene.chosen)
        self._set(scene.amounts)

    # -- inside ------------------------------------------------------------------------------------

    def _wire(self) -> None:
        view = self.view
        view.pad.changed.connect(self._on_pad)
        view.amounts.turned.connect(self._on_turned)
        view.amounts.chosen.connect(self._choose)
        view.curves.moved.connect(self._on_cursor)
        view.sight.patched.connect(self._on_patched)
        view.sight.sized.connect(self._on_sized)
        self.knobs.changed.connect(self.on_knob)
        self.chooser.chosen.connect(self._on_net)
        self.buttons.reset.clicked.connect(self._on_reset)
        self.buttons.noise.clicked.connect(self._on_noise)

    def _set(self, amounts: Disturbance) -> None:
        if amounts != self._amounts:
            self._amounts = amounts
            self.tell(Change("amounts", amounts))
        self._show_amounts()

    def _show_amounts(self) -> None:
        self.view.amounts.set_amounts(self._amounts)
        self.view.sight.set_amounts(self._amounts)
        self.view.set_cursor(float(getattr(self._amounts, self._chosen)))
        self.room.transport.set_position(self.at())

    def _set_one(self, name: str, value: float) -> None:
        limits = LIMITS[name]
        self._set(replace(self._amounts, **{name: min(max(value, limits.low), limits.high)}))

    def _choose(self, name: str) -> None:
        if name != self._chosen:
            self.acts.settle()
            self.rest()
            self._chosen = name
            self.tell(Change("chosen", name))
        self.view.choose(name)
        self._show_amounts()
        self._mark_flips()
        self.refresh_sentence()

    def _mark_flips(self) -> None:
        curve = self.last.curves.get(self._chosen) if isinstance(self.last, DisturbFrame) else None
        if curve is self._marked:
            return
        self._marked = curve
        limits = LIMITS[self._chosen]
        flips = () if curve is None else curve.flips
        marks = [Mark(round(limits.share(f.at) * LAST), f"{f.before} → {f.after}") for f in flips]
        self.room.transport.set_marks(marks)

    def _on_pad(self) -> None:
        self.tell(Change("sheet", self.view.pad.content()))

    def _on_turned(self, name: str, value: float) -> None:
        if self._playing:
            self.rest()
        self._set_one(name, value)
        self.acts.note_soon()

    def _on_cursor(self, value: float) -> None:
        digits = 0 if LIMITS[self._chosen].unit == "°" else 3
        self._on_turned(self._chosen, round(value, digits))

    def _on_patched(self, x: float, y: float) -> None:
        size = self._amounts.patch or _PATCH
        self._choose("patch")
        self._set(replace(self._amounts, patch=size, patch_x=x, patch_y=y))
        self.acts.note_soon()

    def _on_sized(self, by: float) -> None:
        self._choose("patch")
        self._set_one("patch", self._amounts.patch + by)
        self.acts.note_soon()

    def _on_reset(self) -> None:
        self.acts.settle()
        self._set(Disturbance(patch_tone=self._amounts.patch_tone))
        self.acts.note()

    def _on_noise(self) -> None:
        self.acts.settle()
        self._seed += 1
        if self._amounts.noise == 0:
            self._choose("noise")
            self._set_one("noise", 0.3)
        self.tell(Change("noise", self._seed))
        self.acts.note()

    def _net(self) -> Net:
        return current_net(self.context.workspace)

    def _on_net(self, _name: str) -> None:
        self.tell(Change("net", self._net()))

    def retranslate(self) -> None:
        """Say everything anew."""
        self.buttons.retranslate()
        super().retranslate()


class DisturbButtons(QWidget):
    """Undisturbed again, and other noise."""

    def __init__(self) -> None:
        super().__init__()
        self.reset, self.noise = QPushButton(), QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().space(1.5))
        column.addWidget(self.reset)
        column.addWidget(self.noise)

    def retranslate(self) -> None:
        """Their words."""
        self.reset.setText(self.tr("Undisturbed again"))
        self.reset.setToolTip(self.tr("Puts all nine sliders back to where nothing happens"))
        self.noise.setText(self.tr("New noise"))
        self.noise.setToolTip(self.tr("Draws another random field; each slider uses one field throughout"))


def _remembered(plain: object) -> Disturbance:
    """The amounts of a file; those that make no sense are at rest."""
    found = Disturbance()
    if isinstance(plain, Mapping):
        for name in NAMES:
            try:
                found = replace(found, **{name: float(plain[name])})
            except (KeyError, TypeError, ValueError):
                continue
    return found
