"""Presets and tries of Rates: bowls of all lengths, pairs that fail, and grounds that are no bowls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.descent.ground import GroundConfig
from neuroviz.panels.descent.rates.config import RatesConfig, Rating
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.descent.rates.panel import RatesPanel


@dataclass(frozen=True)
class Scene:
    """A ground and a pair on it."""

    rating: Rating
    ground: GroundConfig = field(default_factory=GroundConfig)
    rates: RatesConfig = field(default_factory=RatesConfig)


ROUND = Scene(Rating("bowl", pair=(0.5, 0.0)), GroundConfig(condition=1.0))
TEN = Scene(Rating("bowl"), GroundConfig(condition=10.0))
HUNDRED = Scene(Rating("bowl"), GroundConfig(condition=100.0))
OVER = Scene(Rating("bowl", pair=(2.05, 0.0)), GroundConfig(condition=10.0))
HEAVY = Scene(Rating("bowl", pair=(0.3, 0.985)), GroundConfig(condition=10.0))
RAVINE = Scene(Rating("ravine", pair=(0.03, 0.9)), rates=RatesConfig(500))
SADDLE = Scene(Rating("saddle", pair=(0.05, 0.8)))
VALLEYS = Scene(Rating("himmelblau", pair=(0.01, 0.5)))
NOISY = Scene(Rating("noisy", pair=(0.3, 0.9)), GroundConfig(noise=1.0, batch=4))
SCENES = (ROUND, TEN, HUNDRED, OVER, HEAVY, RAVINE, SADDLE, VALLEYS, NOISY)


def presets(panel: RatesPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    return tuple(
        Preset(title, reason, partial(panel.show_scene, scene))
        for scene, (title, reason) in zip(SCENES, _texts(), strict=True)
    )


def _texts() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        (
            translate("RatesShowcase", "A round bowl"),
            translate(
                "RatesShowcase", "As steep all round: one rate hits the middle at once. What use is momentum?"
            ),
        ),
        (
            translate("RatesShowcase", "Ten times steeper one way"),
            translate("RatesShowcase", "The star is where theory would step. Is it the fastest?"),
        ),
        (
            translate("RatesShowcase", "A hundred times"),
            translate("RatesShowcase", "How much momentum is best now, and how many steps does it save?"),
        ),
        (
            translate("RatesShowcase", "Just over the border"),
            translate("RatesShowcase", "2.05 where 2 is the most. Add momentum: does it come back?"),
        ),
        (
            translate("RatesShowcase", "Too much momentum"),
            translate("RatesShowcase", "It races past the minimum: how often does it come by?"),
        ),
        (
            translate("RatesShowcase", "A winding ravine"),
            translate("RatesShowcase", "No bowl: theory knows only its end. Where is the border really?"),
        ),
        (
            translate("RatesShowcase", "From the ridge of a saddle"),
            translate("RatesShowcase", "Almost level at the start: which pairs leave in time?"),
        ),
        (
            translate("RatesShowcase", "Four valleys"),
            translate("RatesShowcase", "Near the border the smallest turn decides in which valley it ends"),
        ),
        (
            translate("RatesShowcase", "Batches of four"),
            translate("RatesShowcase", "Each step sees another slope: why do the high rates never arrive?"),
        ),
    )


def try_long(panel: RatesPanel) -> None:
    """The long bowl."""
    panel.show_scene(HUNDRED)


def try_over(panel: RatesPanel) -> None:
    """Thrown out."""
    panel.show_scene(OVER)


def try_noise(panel: RatesPanel) -> None:
    """Batches."""
    panel.show_scene(NOISY)


TRIES: dict[str, Callable[[RatesPanel], None]] = {
    "long": try_long, "over": try_over, "noise": try_noise,
}  # fmt: skip
