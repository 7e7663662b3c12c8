"""Telling units: some that are for something, some that are for nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.data import strokes
from neuroviz.panels.layers.lessons import DEAD, SATURATED
from neuroviz.panels.layers.units.config import UnitsConfig
from neuroviz.panels.layers.units.measures import CLASS, FALL, SELECTIVITY
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.layers.units.panel import UnitsPanel

translate = QCoreApplication.translate
_LOST = (DEAD, SATURATED)


def _show(net: str, layer: int, unit: int, measure: str, panel: UnitsPanel) -> None:
    if net in _LOST:
        panel.choose_lesson(net)
    else:
        panel.choose_net(net)
    panel.knobs.restore(UnitsConfig())
    panel.look_at(layer, unit, measure)


def _noise(panel: UnitsPanel) -> None:
    _show("MLP", 2, 3, CLASS, panel)
    panel.knobs.restore(replace(UnitsConfig(), smooth=0.0))


def pose(panel: UnitsPanel) -> None:
    """The CNN's last hidden layer, and a five before it."""
    panel.write(strokes.digit(5))
    _show("CNN", 2, 22, FALL, panel)


def presets(panel: UnitsPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    acts: tuple[Callable[[UnitsPanel], None], ...] = (
        partial(_show, "CNN", 2, 60, SELECTIVITY),
        partial(_show, "CNN", 3, 3, CLASS),
        _noise,
        partial(_show, "CNN", 0, 4, FALL),
        partial(_show, "2-16-16-2", 1, 7, FALL),
        partial(_show, DEAD, 0, 0, FALL),
        partial(_show, SATURATED, 1, 6, FALL),
    )
    texts = zip(_titles(), _reasons(), acts, strict=True)
    return tuple(Preset(title, reason, partial(act, panel)) for title, reason, act in texts)


def _titles() -> tuple[str, ...]:
    return (
        translate("UnitsShowcase", "A layer of tastes"),
        translate("UnitsShowcase", "The 3 it dreams of"),
        translate("UnitsShowcase", "Noise beats every 3"),
        translate("UnitsShowcase", "Eight kernels"),
        translate("UnitsShowcase", "Pieces of a spiral"),
        translate("UnitsShowcase", "Dead units"),
        translate("UnitsShowcase", "Saturated units"),
    )


def _reasons() -> tuple[str, ...]:
    return (
        translate("UnitsShowcase", "The CNN's last hidden layer, the most selective units first"),
        translate("UnitsShowcase", "An input made for the CNN's answer 3: no test image pleases it as much"),
        translate(
            "UnitsShowcase",
            "Nothing holds the picture to what digits look like: it excites the unit for 3 more than any 3",
        ),
        translate("UnitsShowcase", "Strokes and edges; without the right one a sixth of the answers is lost"),
        translate("UnitsShowcase", "What 16 units say all over the plane: none knows the spiral, all do"),
        translate("UnitsShowcase", "Most are silent for every test image: nothing is lost without them"),
        translate("UnitsShowcase", "At 0 or 1 for almost every image: without them only a constant is lost"),
    )


TRIES: dict[str, Callable[[UnitsPanel], None]] = {
    "three": partial(_show, "CNN", 3, 3, CLASS),
    "fall": partial(_show, "CNN", 1, 12, FALL),
    "noise": _noise,
}
