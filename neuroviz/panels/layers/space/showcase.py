"""Telling spaces: classes mixed and parted, points between them, and maps that mislead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.layers.lessons import DEAD
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.layers.space.panel import SpacePanel

LAST_HIDDEN = -2
"""In place of a layer: the last one before the answer."""


@dataclass(frozen=True)
class Scene:
    """net: by name, a lesson's too; layer: 0 for the input, negative from the end; image: a test image."""

    net: str
    layer: int
    tsne: bool = False
    perplexity: int = 30
    image: int | None = None
    point: tuple[float, float] | None = None


SCENES = (
    Scene("CNN", 0, image=18),
    Scene("CNN", LAST_HIDDEN, tsne=True, image=18),
    Scene("MLP", LAST_HIDDEN, tsne=True, image=947),
    Scene("2-16-16-2", LAST_HIDDEN, point=(0.3, 0.2)),
    Scene(DEAD, LAST_HIDDEN, image=18),
    Scene("MLP", 0, tsne=True, perplexity=3, image=18),
)


def presets(panel: SpacePanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    texts = zip(_titles(), _reasons(), SCENES, strict=True)
    return tuple(Preset(title, reason, partial(panel.show_scene, scene)) for title, reason, scene in texts)


def _titles() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("SpaceShowcase", "Pixels"),
        QCoreApplication.translate("SpaceShowcase", "Ten islands"),
        QCoreApplication.translate("SpaceShowcase", "A digit on the wrong island"),
        QCoreApplication.translate("SpaceShowcase", "Two spirals, pressed flat"),
        QCoreApplication.translate("SpaceShowcase", "Dead units"),
        QCoreApplication.translate("SpaceShowcase", "Clumps that are not there"),
    )


def _reasons() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "SpaceShowcase",
            "At the input the classes lie through each other; go through the strip to the right",
        ),
        QCoreApplication.translate(
            "SpaceShowcase", "t-SNE of the layer before the answer: draw, and see on which island you land"
        ),
        QCoreApplication.translate(
            "SpaceShowcase", "The net misreads it because in this layer it lies among digits of another class"
        ),
        QCoreApplication.translate(
            "SpaceShowcase",
            "All are read rightly, by a cut along the thin side: neither the map nor distances see it",
        ),
        QCoreApplication.translate(
            "SpaceShowcase", "Most units give 0 for every image: little is left that tells classes apart"
        ),
        QCoreApplication.translate(
            "SpaceShowcase", "With a perplexity of 3 t-SNE breaks the digits into crumbs; turn it up again"
        ),
    )


TRIES: dict[str, Callable[[SpacePanel], None]] = {
    "walk": lambda panel: panel.show_scene(SCENES[0]),
    "islands": lambda panel: panel.show_scene(SCENES[1]),
    "spirals": lambda panel: panel.show_scene(SCENES[3]),
}
