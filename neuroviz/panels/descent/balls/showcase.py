"""Presets and tries of Balls: where a thousand starts end, who waits, and who gets over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.descent.balls.config import BallsConfig, Dropping
from neuroviz.panels.descent.ground import FORMULA, GroundConfig
from neuroviz.sims.descent.methods import Method
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.descent.balls.panel import BallsPanel


@dataclass(frozen=True)
class Scene:
    """What they roll on, and how. until: where it is when nothing moves; speed: steps a second."""

    dropping: Dropping
    methods: tuple[Method, ...] = ()
    balls: BallsConfig = field(default_factory=BallsConfig)
    ground: GroundConfig = field(default_factory=GroundConfig)
    until: int = 120
    speed: float = 30.0


RIPPLED = "(x² + y²)/4 - cos(6x)/10 - cos(6y)/10"

HOLLOWS = Scene(Dropping("hollows"), until=300)
BASINS = Scene(Dropping("himmelblau", shown=("gd",), shows="start"), until=56)
RIPPLES = Scene(
    Dropping(FORMULA, RIPPLED, picked="momentum"),
    (Method("gd", 0.02), Method("momentum", 0.02, 0.9)), until=172,
)  # fmt: skip
SADDLE = Scene(
    Dropping("saddle", shown=("gd", "momentum", "adam"), chart="height", falls="heap", middle=(0.0, 0.0)),
    (Method("gd", 0.02), Method("momentum", 0.02, 0.9), Method("adam", 0.02)),
    BallsConfig(heap=1e-4), until=320,
)  # fmt: skip
PLATEAU = Scene(
    Dropping("plateau", shown=("gd", "momentum")),
    (Method("gd", 0.1), Method("momentum", 0.1, 0.9)), until=1_500, speed=120.0,
)  # fmt: skip
NEWTON = Scene(Dropping("hollows", shown=("gd", "newton"), picked="newton"), until=60, speed=6.0)
EGGS = Scene(
    Dropping("rastrigin", shown=("gd",), shows="start"), balls=BallsConfig(count=5_000), until=32, speed=12.0
)
AWAY = Scene(Dropping("beale", shown=("gd", "adam")), until=400, speed=60.0)
TREMBLE = Scene(
    Dropping("hollows", shown=("gd", "rmsprop"), picked="rmsprop"),
    (Method("gd", 0.05), Method("rmsprop", 0.15)), until=300,
)  # fmt: skip
SCENES = (HOLLOWS, BASINS, RIPPLES, SADDLE, PLATEAU, NEWTON, EGGS, AWAY, TREMBLE)


def presets(panel: BallsPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    return tuple(
        Preset(title, reason, partial(panel.show_scene, scene))
        for scene, (title, reason) in zip(SCENES, _texts(), strict=True)
    )


def _texts() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        (
            translate("BallsShowcase", "A thousand starts"),
            translate("BallsShowcase", "Fifteen hollows: does the deepest get the most balls?"),
        ),
        (
            translate("BallsShowcase", "What drains where"),
            translate("BallsShowcase", "Four valleys equally deep: the colour of a start says where it ends"),
        ),
        (
            translate("BallsShowcase", "Ripples on a bowl"),
            translate(
                "BallsShowcase", "Descent is caught in the first ripple. Who gets through with momentum?"
            ),
        ),
        (
            translate("BallsShowcase", "A heap on a saddle"),
            translate("BallsShowcase", "All begin next to the ridge: who first notices the way down?"),
        ),
        (
            translate("BallsShowcase", "A plateau"),
            translate("BallsShowcase", "The same rate: how many steps does plain descent wait there?"),
        ),
        (
            translate("BallsShowcase", "Newton goes up, too"),
            translate("BallsShowcase", "It looks for level ground: at what kinds of places does it end?"),
        ),
        (
            translate("BallsShowcase", "An egg box"),
            translate("BallsShowcase", "5,000 starts, 121 hollows: how likely is it to hit the deepest?"),
        ),
        (
            translate("BallsShowcase", "Thrown out"),
            translate("BallsShowcase", "Steep corners, a flat valley: who is thrown out, who dawdles?"),
        ),
        (
            translate("BallsShowcase", "Never at rest"),
            translate("BallsShowcase", "RMSProp’s steps do not shrink with the slope: who ever arrives?"),
        ),
    )


def try_ripples(panel: BallsPanel) -> None:
    """With and without speed."""
    panel.show_scene(RIPPLES)


def try_saddle(panel: BallsPanel) -> None:
    """Next to the ridge."""
    panel.show_scene(SADDLE)


def try_newton(panel: BallsPanel) -> None:
    """To saddles and tops."""
    panel.show_scene(replace(NEWTON, until=32))


TRIES: dict[str, Callable[[BallsPanel], None]] = {
    "ripples": try_ripples, "saddle": try_saddle, "newton": try_newton,
}  # fmt: skip
