"""Telling tasks: some that shine, some that cannot be learned, some that deceive the one who trains."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.data.painted import Painted
from neuroviz.data.task import TaskSpec
from neuroviz.panels.training.task.names import PAINTED
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.training.task.panel import TaskPanel

translate = QCoreApplication.translate

Row = tuple[TaskSpec, str, str]  # the task, its title, what to look at

SPIRALS = TaskSpec("spirals", n=500)
DIGITS = TaskSpec("digits", n=70_000, valid=0.1, test=0.15)
LEAK = TaskSpec("moons", n=120, noise=0.3, leak=True)
SHUFFLED = TaskSpec("blobs", n=600, classes=5, wrong_labels=1.0)
RARE = TaskSpec("circles", n=630, noise=0.08, balance=0.05)
FEW = TaskSpec("three", n=20, classes=3)
NOISE = TaskSpec("xor", n=600, noise=0.7)
PARABOLA = TaskSpec("parabola", n=60, noise=0.25)
REGIONS = TaskSpec("regions", n=1000)


def presets(panel: TaskPanel) -> tuple[Preset, ...]:
    """All of them, with what to look at and what to ask before the reveal."""
    rows = (*_first(), *_second())
    return tuple(Preset(title, reason, partial(panel.set_task, spec)) for spec, title, reason in rows)


def _first() -> tuple[Row, ...]:
    """What shines, and what deceives."""
    return (
        (
            SPIRALS,
            translate("TaskShowcase", "Two spirals"),
            translate(
                "TaskShowcase", "Two numbers say all, and no line parts them. How many units will it take?"
            ),
        ),
        (
            DIGITS,
            translate("TaskShowcase", "All the digits"),
            translate(
                "TaskShowcase", "The nearest of 4,000 examples is right for 92 %. Is a net worth its while?"
            ),
        ),
        (
            LEAK,
            translate("TaskShowcase", "The test is learned too"),
            translate(
                "TaskShowcase",
                "The test says 100 %, validation does not. Which of them do you believe?",
            ),
        ),
        (
            SHUFFLED,
            translate("TaskShowcase", "All labels shuffled"),
            translate(
                "TaskShowcase", "The points say nothing any more. Will the training loss fall all the same?"
            ),
        ),
    )


def _second() -> tuple[Row, ...]:
    """Where the examples are few, unequal or noisy."""
    return (
        (
            RARE,
            translate("TaskShowcase", "One in twenty"),
            translate(
                "TaskShowcase", "Saying always the same is right for 95 %. What is a net at 95 % worth?"
            ),
        ),
        (
            FEW,
            translate("TaskShowcase", "Twenty examples"),
            translate("TaskShowcase", "Three classes from a dozen points: what will it believe in between?"),
        ),
        (
            NOISE,
            translate("TaskShowcase", "Drowned in noise"),
            translate("TaskShowcase", "The best that can be done is far below 100 %: how would you know?"),
        ),
        (
            PARABOLA,
            translate("TaskShowcase", "A noisy parabola"),
            translate(
                "TaskShowcase", "36 points and a net with hundreds of knobs: which curve will it draw?"
            ),
        ),
        (
            REGIONS,
            translate("TaskShowcase", "Wolfram’s function"),
            translate(
                "TaskShowcase", "−1, 0, 1 by the nearest point: how small may the net be that learns it?"
            ),
        ),
    )


def face() -> Painted:
    """A face: eyes and a mouth in one class, what is round about them in the other."""
    rng = np.random.default_rng(4)
    places = rng.uniform(-0.95, 0.95, (420, 2))
    x, y = places.T
    eyes = np.hypot(np.abs(x) - 0.4, y - 0.4) < 0.2
    mouth = (np.abs(np.hypot(x, y) - 0.62) < 0.14) & (y < -0.2)
    return Painted(
        tuple((float(a), float(b), int(k)) for (a, b), k in zip(places, eyes | mouth, strict=True)), PAINTED
    )


def paint(panel: TaskPanel) -> None:
    """Points of a face, ready to be painted on."""
    panel.set_painted(face())


TRIES: dict[str, Callable[[TaskPanel], None]] = {
    "shuffled": lambda panel: panel.set_task(SHUFFLED),
    "leak": lambda panel: panel.set_task(LEAK),
    "paint": paint,
}
