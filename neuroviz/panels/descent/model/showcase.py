"""Presets and tries of Model: fits that go well, and fits that do not for a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.data.surface import Point
from neuroviz.panels.descent.model.config import Fitting, fresh, points_of
from neuroviz.sims.descent.methods import Method
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.descent.model.panel import ModelPanel


@dataclass(frozen=True)
class Scene:
    """A model on examples, and how it is fitted. until: where it is when nothing moves."""

    fitting: Fitting
    methods: tuple[Method, ...] = ()
    batch: int = 0
    until: int = 60
    plays: bool = True


def _far() -> tuple[Point, ...]:
    """Inputs from 50 to 150, with hardly a slope: two numbers as they come out of a table."""
    x, y = np.array(fresh("line", 3)).T
    return points_of(np.round(100 + 33 * x, 1), 0.5 * x + 0.3 + 0.4 * (y - 0.9 * x - 0.4))


_LINE = fresh("line")
_PARTED = ((-1.4, 0.0), (-1.1, 0.0), (-0.9, 0.0), (-0.6, 0.0), (-0.35, 0.0), (-0.1, 0.0),
           (0.25, 1.0), (0.4, 1.0), (0.7, 1.0), (0.95, 1.0), (1.2, 1.0), (1.45, 1.0))  # fmt: skip
_HILL = ((-1.5, -0.8), (-0.5, 0.8), (-0.25, 0.9), (0.0, 0.85), (0.25, 0.9), (0.5, 0.8), (1.2, -0.8),
         (1.35, -0.9))  # fmt: skip

LINE = Scene(Fitting("line", _LINE, start=(-2.0, 1.8)))
OUTLIER = Scene(Fitting("line", (*_LINE, (1.4, -6.0)), start=(0.9, 0.4)), until=80)
FAR = Scene(Fitting("line", _far(), start=(-0.015, 1.2), log=True), until=400)
PARTED = Scene(Fitting("logistic", _PARTED, start=(-2.0, 3.0)), (Method("gd", 3.0),), until=400)
OVERLAP = Scene(Fitting("logistic", fresh("logistic", 2, 30), start=(-2.0, 3.0)), until=120)
PLATEAU = Scene(Fitting("neuron", fresh("neuron"), start=(-0.3, 3.3)), until=200)
VALLEYS = Scene(Fitting("neuron", _HILL, start=(4.0, -1.0)), until=120)
ONE = Scene(Fitting("line", _LINE, start=(-2.0, 1.8)), (Method("gd", 0.15),), batch=1, until=60)
SCENES = (LINE, OUTLIER, FAR, PARTED, OVERLAP, PLATEAU, VALLEYS, ONE)


def presets(panel: ModelPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    return tuple(
        Preset(title, reason, partial(panel.show_scene, scene))
        for scene, (title, reason) in zip(SCENES, _texts(), strict=True)
    )


def _texts() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        (
            translate("ModelShowcase", "A line"),
            translate("ModelShowcase", "A point of the surface is a line on the data: drag either"),
        ),
        (
            translate("ModelShowcase", "One outlier"),
            translate("ModelShowcase", "It is far off, and squared: how far does it pull? Drag it back"),
        ),
        (
            translate("ModelShowcase", "Inputs around 100"),
            translate("ModelShowcase", "A ravine: the highest rate is tiny. Scale the inputs and play again"),
        ),
        (
            translate("ModelShowcase", "Parted without a fault"),
            translate("ModelShowcase", "Where is the minimum? Let it play long and watch w"),
        ),
        (
            translate("ModelShowcase", "Classes that overlap"),
            translate("ModelShowcase", "Now there is a best steepness. Drag one example across the border"),
        ),
        (
            translate("ModelShowcase", "A plateau"),
            translate("ModelShowcase", "The neuron says 1 to all, with hardly any slope: how long a wait?"),
        ),
        (
            translate("ModelShowcase", "Two valleys"),
            translate("ModelShowcase", "A neuron has one edge; which it learns, the start decides: drag it"),
        ),
        (
            translate("ModelShowcase", "Batches of one"),
            translate("ModelShowcase", "Each example has its own valley, dotted: where do the steps lead?"),
        ),
    )


def try_line(panel: ModelPanel) -> None:
    """A line far from the examples, on its way."""
    panel.show_scene(replace(LINE, fitting=replace(LINE.fitting, start=(2.5, -2.5))))


def try_outlier(panel: ModelPanel) -> None:
    """One example far out."""
    panel.show_scene(OUTLIER)


def try_far(panel: ModelPanel) -> None:
    """The ravine."""
    panel.show_scene(FAR)


TRIES: dict[str, Callable[[ModelPanel], None]] = {
    "line": try_line, "outlier": try_outlier, "far": try_far,
}  # fmt: skip
