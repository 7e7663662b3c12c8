"""Presets and tries of Many: what different starts come to, and how they fail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz import nn
from neuroviz.data.tasks import LINES, fresh
from neuroviz.panels.training.many.beside import Shows
from neuroviz.panels.training.many.config import ManyConfig
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.training.many.panel import ManyPanel


@dataclass(frozen=True)
class Scene:
    """A task, a net, how it is learned, and what is looked at. until: where it is when nothing moves."""

    source: str
    layers: tuple[nn.Layer, ...]
    knobs: Knobs
    config: ManyConfig = field(default_factory=ManyConfig)
    shows: Shows = "common"
    until: int = 600

    def recipe(self) -> Recipe:
        """As the room shares it."""
        n_in = 1 if self.source in LINES else 2
        return Recipe(fresh(self.source), tuple(map(LayerPlan, self.layers)), (n_in,), self.knobs)


def _tanh(*widths: int) -> tuple[nn.Layer, ...]:
    *hidden, last = widths
    return (*(layer for n in hidden for layer in (nn.Dense(n), nn.Tanh())), nn.Dense(last))


_LEAKY: tuple[nn.Layer, ...] = (
    nn.Dense(16), nn.LeakyReLU(0.1), nn.Dense(16), nn.LeakyReLU(0.1), nn.Dense(1),
)  # fmt: skip
_RELU: tuple[nn.Layer, ...] = (nn.Dense(16), nn.ReLU(), nn.Dense(16), nn.ReLU(), nn.Dense(2))
_USUAL = Knobs(rate=0.1, momentum=0.9, batch=20)

XOR = Scene("xor", _tanh(6, 2), _USUAL)
SAME = replace(XOR, config=ManyConfig(same=True))
TIGHT = replace(XOR, layers=(nn.Dense(3), nn.ReLU(), nn.Dense(2)), shows="one")
FLYING = Scene("hills", _LEAKY, Knobs(rate=0.55, momentum=0.0, batch=20), shows="one", until=300)
FEW = Scene("spirals", _RELU, replace(_USUAL, rate=0.05), ManyConfig(examples=12))
PLENTY = replace(FEW, config=ManyConfig(examples=1000))
AVERAGE = replace(XOR, shows="averages")
CURVES = Scene("sine", (*_RELU[:-1], nn.Dense(1)), replace(_USUAL, rate=0.02), ManyConfig(count=36))
CROWD = Scene("spirals", _tanh(16, 16, 2), replace(_USUAL, rate=0.05), ManyConfig(count=1024))

SCENES = (XOR, FEW, PLENTY, AVERAGE, CURVES, TIGHT, FLYING, SAME, CROWD)


def presets(panel: ManyPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    return tuple(
        Preset(title, reason, partial(panel.show_scene, scene))
        for scene, (title, reason) in zip(SCENES, _texts(), strict=True)
    )


def _texts() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        (
            translate("ManyShowcase", "64 ways to learn XOR"),
            translate("ManyShowcase", "All are right on the examples: do they agree where there are none?"),
        ),
        (
            translate("ManyShowcase", "12 examples"),
            translate("ManyShowcase", "Every net is right about all 12. What do they make of the spirals?"),
        ),
        (
            translate("ManyShowcase", "300 examples"),
            translate("ManyShowcase", "The same nets, more examples: where is there still a choice?"),
        ),
        (
            translate("ManyShowcase", "The average net"),
            translate(
                "ManyShowcase",
                "Every net is good. Average their answers, or their weights: guess which fails",
            ),
        ),
        (
            translate("ManyShowcase", "36 curves"),
            translate(
                "ManyShowcase", "They lie on each other along the points; what will they do to the left?"
            ),
        ),
        (
            translate("ManyShowcase", "Too small: 3 units"),
            translate(
                "ManyShowcase",
                "A few starts succeed, most get stuck for ever. Could you tell which at the start?",
            ),
        ),
        (
            translate("ManyShowcase", "A rate on the edge"),
            translate(
                "ManyShowcase",
                "The same rate: some learn, others fly apart. Is it the rate, or is it the start?",
            ),
        ),
        (
            translate("ManyShowcase", "One start for all"),
            translate("ManyShowcase", "64 nets and not a single difference: chance is only in the start"),
        ),
        (
            translate("ManyShowcase", "1,024 at once"),
            translate("ManyShowcase", "Two spirals, a thousand times: how often is the thread found?"),
        ),
    )


def try_same(panel: ManyPanel) -> None:
    """All from one start."""
    panel.show_scene(SAME)


def try_few(panel: ManyPanel) -> None:
    """From hardly any examples."""
    panel.show_scene(FEW)


def try_average(panel: ManyPanel) -> None:
    """Both averages."""
    panel.show_scene(AVERAGE)


TRIES: dict[str, Callable[[ManyPanel], None]] = {"same": try_same, "few": try_few, "average": try_average}
