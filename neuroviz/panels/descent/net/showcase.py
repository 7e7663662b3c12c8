"""Presets and tries of Net: what a slice of a landscape shows, and what it hides."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.descent.net.config import Looking
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.descent.net.panel import NetLandscapePanel

PATH = Looking("spirals")
BOWL = Looking("spirals", "random")
DIGITS = Looking("digits")
EDGE = Looking("edge", shows="sharpness")
OVER = Looking("over", shows="sharpness")
WALL = Looking("wide", "three", shows="line")
ONE = Looking("one", "curvature", shows="sharpness")
MANY = Looking("many", "curvature", shows="sharpness")
BENT = Looking("spirals", "gradient")
SCENES = (PATH, BOWL, DIGITS, EDGE, OVER, WALL, ONE, MANY, BENT)


def presets(panel: NetLandscapePanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    return tuple(
        Preset(title, reason, partial(panel.show_scene, scene))
        for scene, (title, reason) in zip(SCENES, _texts(), strict=True)
    )


def _texts() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        (
            translate("NetLandShowcase", "The path of a net"),
            translate("NetLandShowcase", "354 numbers, two directions: did the net climb the hill you see?"),
        ),
        (
            translate("NetLandShowcase", "A bowl by chance"),
            translate("NetLandShowcase", "The same net in random directions: where have the hills gone?"),
        ),
        (
            translate("NetLandShowcase", "A net that reads digits"),
            translate("NetLandShowcase", "25,450 numbers: how much of its way do two directions hold?"),
        ),
        (
            translate("NetLandShowcase", "A rate on its edge"),
            translate("NetLandShowcase", "All examples in each step: how far does the landscape sharpen?"),
        ),
        (
            translate("NetLandShowcase", "A rate above it"),
            translate("NetLandShowcase", "Too high for here: is it lost, or does it find a flatter place?"),
        ),
        (
            translate("NetLandShowcase", "Two starts, a wall"),
            translate("NetLandShowcase", "Two good nets, bad ones between. What if neurons change places?"),
        ),
        (
            translate("NetLandShowcase", "Batches of one"),
            translate("NetLandShowcase", "3,000 steps at rate 0.05, much noise: how sharp is where it ends?"),
        ),
        (
            translate("NetLandShowcase", "Batches of 64"),
            translate("NetLandShowcase", "The same 3,000 steps, little noise: sharper than before, or not?"),
        ),
        (
            translate("NetLandShowcase", "Straight downhill"),
            translate("NetLandShowcase", "Along the gradient: how long does going straight on help?"),
        ),
    )


TRIES: dict[str, Callable[[NetLandscapePanel], None]] = {
    "random": lambda panel: panel.show_scene(BOWL),
    "line": lambda panel: panel.show_scene(WALL),
    "edge": lambda panel: panel.show_scene(EDGE),
}
