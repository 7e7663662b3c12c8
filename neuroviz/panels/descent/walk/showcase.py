"""Presets and tries of Walk: races that are won, and races that are lost for a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.descent.ground import FORMULA, GroundConfig
from neuroviz.panels.descent.walk.config import Walking
from neuroviz.sims.descent.methods import Method
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.descent.walk.panel import WalkPanel


@dataclass(frozen=True)
class Scene:
    """A ground, who races there and how. until: where it is when nothing moves."""

    walking: Walking
    methods: tuple[Method, ...] = ()
    ground: GroundConfig = field(default_factory=GroundConfig)
    until: int = 120


RAVINE = Scene(Walking("ravine", shown=("gd", "momentum", "adam"), picked="momentum"))
BOWL = Scene(
    Walking("bowl", shown=("gd", "momentum", "nesterov"), picked="gd"),
    (Method("gd", 1.8), Method("momentum", 0.1, 0.9), Method("nesterov", 0.1, 0.9)),
    GroundConfig(condition=100.0),
)
LOST = Scene(
    Walking("bowl", shown=("gd",), picked="gd"), (Method("gd", 2.02),), GroundConfig(condition=20.0), 200
)
SADDLE = Scene(
    Walking("saddle", shown=("gd", "momentum", "adam", "newton"), picked="gd", start=(1.4, 1e-7)),
)
HILLS = Scene(Walking("himmelblau", shown=("gd", "momentum", "rmsprop", "adam", "lbfgs"), picked="adam"))
NOISE = Scene(
    Walking("noisy", shown=("gd", "momentum", "adam"), picked="gd"), (), GroundConfig(noise=2.0, batch=1), 300
)
TRAPPED = Scene(
    Walking("rastrigin", shown=("gd", "momentum", "adam", "newton"), picked="momentum"), (), until=200
)
PLATEAU = Scene(Walking("plateau", shown=("gd", "momentum", "adam", "rmsprop"), picked="gd"), (), until=400)
OWN = Scene(Walking(FORMULA, shown=("gd", "momentum", "adam"), picked="momentum", start=(3.0, -3.0)))
SCENES = (RAVINE, BOWL, LOST, SADDLE, HILLS, NOISE, TRAPPED, PLATEAU, OWN)


def presets(panel: WalkPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    return tuple(
        Preset(title, reason, partial(panel.show_scene, scene))
        for scene, (title, reason) in zip(SCENES, _texts(), strict=True)
    )


def _texts() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        (
            translate("WalkShowcase", "A ravine"),
            translate("WalkShowcase", "Steep walls, a gentle floor: who swings between the walls?"),
        ),
        (
            translate("WalkShowcase", "A hundred times steeper one way"),
            translate("WalkShowcase", "One rate for both ways: too high for one, too low for the other"),
        ),
        (
            translate("WalkShowcase", "A rate just too high"),
            translate("WalkShowcase", "2.02 where 2 is the most: how long before one would notice?"),
        ),
        (
            translate("WalkShowcase", "On the ridge of a saddle"),
            translate("WalkShowcase", "The slope hardly says which side. And where is Newton going?"),
        ),
        (
            translate("WalkShowcase", "Four valleys"),
            translate("WalkShowcase", "The same start: does every method end in the same valley?"),
        ),
        (
            translate("WalkShowcase", "Batches of one"),
            translate("WalkShowcase", "Each step sees another slope. Who averages, who trembles?"),
        ),
        (
            translate("WalkShowcase", "An egg box"),
            translate("WalkShowcase", "A hundred hollows, one is the deepest: who gets there?"),
        ),
        (
            translate("WalkShowcase", "A plateau"),
            translate("WalkShowcase", "Almost no slope: plain descent waits. What do the others do instead?"),
        ),
        (
            translate("WalkShowcase", "A formula of your own"),
            translate("WalkShowcase", "Type over it: the landscape follows, the methods too"),
        ),
    )


def try_ravine(panel: WalkPanel) -> None:
    """The first preset, playing."""
    panel.show_scene(RAVINE)


def try_lost(panel: WalkPanel) -> None:
    """Plain descent beyond its limit."""
    panel.show_scene(LOST)


def try_saddle(panel: WalkPanel) -> None:
    """Nearly on the ridge."""
    panel.show_scene(replace(SADDLE, until=200))


TRIES: dict[str, Callable[[WalkPanel], None]] = {
    "ravine": try_ravine, "lost": try_lost, "saddle": try_saddle,
}  # fmt: skip
