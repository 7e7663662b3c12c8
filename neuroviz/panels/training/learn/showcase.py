"""Runs that shine and runs that fail, each with a question to be asked before it is played."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz import nn
from neuroviz.data.task import TaskSpec
from neuroviz.data.tasks import outline
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe
from neuroviz.sims.training.frames import TrainingFrame
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


def _plain(task: TaskSpec, knobs: Knobs, *, width: int = 16, sharp: bool = False, init: str = "he") -> Recipe:
    """Two hidden layers for a task on the plane or on a line; sharp: of rectified units."""
    shape = outline(task)
    acts = (nn.ReLU(), nn.ReLU()) if sharp else (nn.Tanh(), nn.Tanh())
    net = _stack(nn.Dense(width), acts[0], nn.Dense(width), acts[1], nn.Dense(shape.n_out), init=init)
    return Recipe(task, net, (shape.n_in,), knobs)


def _digits(task: TaskSpec, knobs: Knobs) -> Recipe:
    net = _stack(nn.Dense(128), nn.ReLU(), nn.Dense(64), nn.ReLU(), nn.Dense(10))
    return Recipe(task, net, (784,), knobs)


def _windows(task: TaskSpec, knobs: Knobs) -> Recipe:
    """A small convolutional net for digits."""
    net = _stack(
        nn.Conv2d(8, 3), nn.ReLU(), nn.MaxPool(), nn.Conv2d(16, 3), nn.ReLU(), nn.MaxPool(), nn.Flatten(),
        nn.Dense(10),
    )  # fmt: skip
    return Recipe(task, net, (1, 28, 28), knobs)


def _deep() -> Recipe:
    layers = [part for _ in range(10) for part in (nn.Dense(12), nn.Sigmoid())]
    task = TaskSpec("circles", n=500)
    return Recipe(task, _stack(*layers, nn.Dense(2), init="glorot"), (2,), Knobs(rate=0.01, batch=20))


def scenes() -> tuple[Scene, ...]:
    """In the order of the number keys, then of the list. The numbers are chosen by what was measured: each
    shows what its text says within ten seconds of play."""
    spirals, usual = TaskSpec("spirals", n=500), Knobs(rate=0.05, batch=20)
    adam = replace(usual, optimiser="adam", rate=0.01)
    digits = TaskSpec("digits", n=70_000, classes=10, valid=0.1, test=0.15)
    few = TaskSpec("digits", n=1000, wrong_labels=1.0, classes=10)
    in_order = TaskSpec("digits", n=5000, classes=10)
    leaking = TaskSpec("xor", n=160, noise=0.3, leak=True, seed=24)
    rare = TaskSpec("circles", n=630, noise=0.08, balance=0.05)
    return (
        Scene(_plain(spirals, usual)),
        Scene(_digits(digits, Knobs(rate=0.1, batch=64, schedule="cosine", horizon=3000)),
              Stops(target=0.97), "weights"),
        Scene(_plain(spirals, usual, init="zeros"), right="layers"),
        Scene(_plain(spirals, Knobs(rate=10.0, momentum=0.0, batch=20))),
        Scene(_deep(), right="layers"),
        Scene(_digits(in_order, Knobs(rate=0.01, batch=20, shuffle=False)), left="mistakes"),
        Scene(_digits(few, usual), left="weights"),
        Scene(_plain(leaking, adam, width=128, sharp=True)),
        Scene(_plain(TaskSpec("moons", n=120, noise=0.35), adam, width=64, sharp=True),
              Stops(overfitting=True)),
        Scene(_windows(replace(digits, n=20_000), Knobs(rate=0.05, batch=32)), Stops(target=0.97), "weights"),
        Scene(_plain(TaskSpec("bumps", n=300), usual, width=32)),
        Scene(_plain(spirals, Knobs(rate=2.0, batch=20), sharp=True), right="layers"),
        Scene(_plain(rare, replace(usual, rate=0.01), width=8), left="mistakes"),
    )  # fmt: skip


def presets(panel: LearnPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    texts = zip(_titles(), reasons(), range(len(_titles())), strict=True)
    return tuple(Preset(title, reason, partial(show, panel, i)) for title, reason, i in texts)


def show(panel: LearnPanel, number: int) -> None:
    """A scene by its number, from 0."""
    panel.show_scene(scenes()[number], number)


def _titles() -> tuple[str, ...]:
    """What they are called."""
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
        translate("LearnShowcase", "Windows on digits"),
        translate("LearnShowcase", "Three bumps"),
        translate("LearnShowcase", "Dead units"),
        translate("LearnShowcase", "One in twenty"),
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
        translate(
            "LearnShowcase",
            "Unshuffled, the net forgets the class before when the next one comes: the loss is a saw",
        ),
        translate(
            "LearnShowcase",
            "It learns what means nothing by heart, and is at chance on everything else",
        ),
        translate(
            "LearnShowcase",
            "The test comes to 100 %, because its answers were in the exercise book; validation goes down",
        ),
        translate("LearnShowcase", "Few noisy examples and a wide net: the validation loss turns upwards"),
        translate(
            "LearnShowcase",
            "Eight, then sixteen small windows slide over the picture: 97 % with 5,258 parameters",
        ),
        translate(
            "LearnShowcase",
            "Regression: each unit bends the curve a little, and together they follow it",
        ),
        translate(
            "LearnShowcase",
            "Thrown too far, rectified units answer 0 to everything; without gradient none comes back",
        ),
        translate(
            "LearnShowcase",
            "Saying always the same is right for 95 %: the rare class is found last, if at all",
        ),
    )


def question(number: int) -> str:
    """What to ask before play is pressed."""
    return (*_first_questions(), *_further_questions())[number]


def _first_questions() -> tuple[str, ...]:
    """Of those with a number key."""
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
            "First all the noughts, then all the ones, and so on: what will it know at the end? Press play.",
        ),
        translate("LearnShowcase", "The labels are drawn from a hat. Can anything be learned? Press play."),
        translate(
            "LearnShowcase",
            "The test examples are learned too. Which score can be believed? Press play.",
        ),
        translate(
            "LearnShowcase",
            "Seventy-two noisy examples, 4,482 parameters: when should one stop? Press play.",
        ),
    )


def _further_questions() -> tuple[str, ...]:
    """Of the others."""
    return (
        translate(
            "LearnShowcase",
            "A twentieth of the parameters of the other net: will it read as well? Press play.",
        ),
        translate("LearnShowcase", "A curve from 180 points: which bump will be found last? Press play."),
        translate(
            "LearnShowcase",
            "Units that are 0 below a threshold, and a rate of 2: who survives? Press play.",
        ),
        translate(
            "LearnShowcase",
            "18 examples against 360: what does a score of 95 % mean here? Press play.",
        ),
    )


def _try_branch(panel: LearnPanel) -> None:
    """A second line with a rate a hundred times as large; both go on."""
    frame = panel.last
    if isinstance(frame, TrainingFrame):
        panel.hand.branch("rate", min(100.0, 100 * frame.focused.knobs.rate))
        panel.play(True)
        panel.room.transport.set_playing(True)


TRIES: dict[str, Callable[[LearnPanel], None]] = {
    "spirals": lambda panel: panel.show_and_play(0),
    "digits": lambda panel: panel.show_and_play(1),
    "branch": _try_branch,
}
