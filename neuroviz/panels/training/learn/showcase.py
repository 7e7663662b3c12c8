"""Runs that shine and runs that fail, each with a question to be asked before it is played."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz import nn
from neuroviz.data.task import TaskSpec
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe
from neuroviz.sims.training.stops import Stops
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.training.learn.panel import LearnPanel

translate = QCoreApplication.translate


@dataclass(frozen=True, eq=False)
class Scene:
    """A recipe ready to be played, and what is looked at meanwhile."""

    recipe: Recipe
    stops: Stops = field(default_factory=Stops)
    left: str = "map"
    right: str = "curves"


def _stack(*layers: nn.Layer, init: str = "he") -> tuple[LayerPlan, ...]:
    return tuple(LayerPlan(layer, init) for layer in layers)


def _plane(task: TaskSpec, knobs: Knobs, width: int = 16, init: str = "he") -> Recipe:
    net = _stack(nn.Dense(width), nn.Tanh(), nn.Dense(width), nn.Tanh(), nn.Dense(task.classes), init=init)
    return Recipe(task, net, (2,), knobs)


def _digits(task: TaskSpec, knobs: Knobs) -> Recipe:
    net = _stack(nn.Dense(128), nn.ReLU(), nn.Dense(64), nn.ReLU(), nn.Dense(10))
    return Recipe(task, net, (784,), knobs)


def _deep() -> Recipe:
    layers = [part for _ in range(10) for part in (nn.Dense(12), nn.Sigmoid())]
    task = TaskSpec("circles", n=500)
    return Recipe(task, _stack(*layers, nn.Dense(2), init="glorot"), (2,), Knobs(rate=0.1, batch=20))


def scenes() -> tuple[Scene, ...]:
    """In the order of the number keys."""
    spirals, all_digits = TaskSpec("spirals", n=500), TaskSpec("digits", n=60_000, classes=10)
    few = TaskSpec("digits", n=1000, wrong_labels=1.0, classes=10)
    usual = Knobs(rate=0.05, momentum=0.9, batch=20)
    return (
        Scene(_plane(spirals, usual)),
        Scene(_digits(all_digits, Knobs(rate=0.05, batch=32)), Stops(target=0.97), "weights"),
        Scene(_plane(spirals, usual, init="zeros"), right="layers"),
        Scene(_plane(spirals, Knobs(rate=10.0, momentum=0.0, batch=20))),
        Scene(_deep(), right="layers"),
        Scene(_digits(TaskSpec("digits", n=5000, classes=10), Knobs(rate=0.05, batch=20, shuffle=False)),
              left="weights"),
        Scene(_digits(few, Knobs(rate=0.05, batch=20)), left="weights"),
        Scene(_plane(TaskSpec("moons", n=60, noise=0.3, leak=True), usual, width=32)),
        Scene(_plane(TaskSpec("moons", n=60, noise=0.3), usual, width=64), Stops(overfitting=True)),
    )  # fmt: skip


def presets(panel: LearnPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    texts = zip(_titles(), reasons(), range(len(_titles())), strict=True)
    return tuple(Preset(title, reason, partial(show, panel, i)) for title, reason, i in texts)


def show(panel: LearnPanel, number: int) -> None:
    """A scene by its number, from 0."""
    panel.show_scene(scenes()[number], number)


def _titles() -> tuple[str, ...]:
    return (
        translate("LearnShowcase", "Two spirals"),
        translate("LearnShowcase", "Digits to 97 %"),
        translate("LearnShowcase", "All weights zero"),
        translate("LearnShowcase", "Rate 10"),
        translate("LearnShowcase", "Sigmoid, ten layers deep"),
        translate("LearnShowcase", "Class after class"),
        translate("LearnShowcase", "Labels shuffled"),
        translate("LearnShowcase", "Test data in training"),
        translate("LearnShowcase", "Learnt by heart"),
    )


def reasons() -> tuple[str, ...]:
    """What to look at."""
    return (
        translate("LearnShowcase", "The border between two colours winds itself into place"),
        translate(
            "LearnShowcase",
            "A net of 109,386 parameters learns to read within seconds; then draw on it",
        ),
        translate(
            "LearnShowcase",
            "All units of a layer get the same gradient, so they stay the same for ever",
        ),
        translate("LearnShowcase", "Each step leaps over the valley; the loss jumps instead of falling"),
        translate("LearnShowcase", "The gradient fades on its way back: the first layers hardly move"),
        translate("LearnShowcase", "Unshuffled, the net forgets the class before when the next one comes"),
        translate(
            "LearnShowcase",
            "It learns what means nothing by heart, and is at chance on everything else",
        ),
        translate(
            "LearnShowcase",
            "The test score is a fine one, because the answers were in the exercise book",
        ),
        translate("LearnShowcase", "Few noisy examples and a wide net: the validation loss turns upwards"),
    )


def question(number: int) -> str:
    """What to ask before play is pressed."""
    return (
        translate(
            "LearnShowcase",
            "Can a net of 354 numbers find its way between two spirals? Guess, then press play.",
        ),
        translate(
            "LearnShowcase",
            "How long until 97 of 100 are read rightly: seconds, minutes, hours? Press play.",
        ),
        translate(
            "LearnShowcase",
            "All weights begin at zero. What can the net tell apart in the end? Press play.",
        ),
        translate(
            "LearnShowcase",
            "A step two hundred times as large: two hundred times as fast? Press play.",
        ),
        translate("LearnShowcase", "More layers, more power? Watch the first layer. Press play."),
        translate(
            "LearnShowcase",
            "First all of one class, then all of the next: does it matter? Press play.",
        ),
        translate("LearnShowcase", "The labels are drawn from a hat. Can anything be learned? Press play."),
        translate(
            "LearnShowcase",
            "The test examples are learned too. Play, then pause: which score can be believed?",
        ),
        translate(
            "LearnShowcase",
            "Forty noisy examples, thousands of parameters: when should one stop? Press play.",
        ),
    )[number]


TRIES: dict[str, Callable[[LearnPanel], None]] = {
    "spirals": lambda panel: panel.show_and_play(0),
    "digits": lambda panel: panel.show_and_play(1),
    "branch": lambda panel: panel.try_branch(),
}
