"""Telling nets: healthy, dead, saturated, of maps, and small."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.layers.lessons import DEAD, SATURATED
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.layers.stats.panel import StatsPanel


@dataclass(frozen=True)
class Scene:
    """net: by name, a lesson's too; layer: the one that is large; image: a test image."""

    net: str
    layer: int
    image: int | None = 18
    log: bool = False


SCENES = (
    Scene("MLP", 2),
    Scene(DEAD, 2),
    Scene(SATURATED, 4),
    Scene("CNN", 5),
    Scene("2-16-16-2", 2, image=None),
)


def presets(panel: StatsPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    texts = zip(_titles(), _reasons(), SCENES, strict=True)
    return tuple(Preset(title, reason, partial(panel.show_scene, scene)) for title, reason, scene in texts)


def _titles() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("StatsShowcase", "A healthy net"),
        QCoreApplication.translate("StatsShowcase", "Dead units"),
        QCoreApplication.translate("StatsShowcase", "Saturated"),
        QCoreApplication.translate("StatsShowcase", "Maps that all work"),
        QCoreApplication.translate("StatsShowcase", "Two spirals"),
    )


def _reasons() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "StatsShowcase", "About a third of a ReLU layer answers at a time; a few units never do"
        ),
        QCoreApplication.translate(
            "StatsShowcase",
            "Half of the rectifiers never answer, most others hardly ever: too large a step did it",
        ),
        QCoreApplication.translate(
            "StatsShowcase", "Large weights drive the sigmoids to 0 and 1, where no gradient passes"
        ),
        QCoreApplication.translate(
            "StatsShowcase", "No map of a convolution is dead; of the 64 units behind them some are"
        ),
        QCoreApplication.translate(
            "StatsShowcase", "A net of two inputs, counted over the points of its task"
        ),
    )


TRIES: dict[str, Callable[[StatsPanel], None]] = {
    "dead": lambda panel: panel.show_scene(SCENES[1]),
    "saturated": lambda panel: panel.show_scene(SCENES[2]),
    "healthy": lambda panel: panel.show_scene(SCENES[0]),
}
