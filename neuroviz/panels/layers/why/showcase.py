"""Telling questions: an answer that can be explained, and ways for an explanation to go wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.layers.lessons import DEAD, SATURATED
from neuroviz.panels.layers.why.config import AGAINST, WhyConfig
from neuroviz.sims.smallest_flip import LINF
from neuroviz.sims.why import ALL
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.layers.why.panel import WhyPanel


@dataclass(frozen=True)
class Scene:
    """A net (or a lesson), a test image or a point, and a question."""

    image: int = 0
    net: str = "MLP"
    lesson: str = ""
    point: tuple[float, float] | None = None
    config: WhyConfig = field(default_factory=WhyConfig)
    target: int | None = None


SCENES = (
    Scene(0),
    Scene(4, config=WhyConfig(question=AGAINST)),
    Scene(274, config=WhyConfig(norm=LINF)),
    Scene(128, lesson=SATURATED),
    Scene(9, lesson=DEAD),
    Scene(0, config=WhyConfig(weights=ALL)),
    Scene(net="2-8-8-3", point=(0.3, 0.2)),
)


def presets(panel: WhyPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    texts = zip(_titles(), _reasons(), SCENES, strict=True)
    return tuple(Preset(title, reason, partial(panel.show_scene, scene)) for title, reason, scene in texts)


def _titles() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("WhyShowcase", "Why a 7?"),
        QCoreApplication.translate("WhyShowcase", "Why a 4, not a 9?"),
        QCoreApplication.translate("WhyShowcase", "A flip that no human sees"),
        QCoreApplication.translate("WhyShowcase", "A saturated net"),
        QCoreApplication.translate("WhyShowcase", "Dead units"),
        QCoreApplication.translate("WhyShowcase", "A net that learnt nothing"),
        QCoreApplication.translate("WhyShowcase", "Two inputs, all in sight"),
    )


def _reasons() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("WhyShowcase", "Four maps of one answer, and they do not agree"),
        QCoreApplication.translate(
            "WhyShowcase", "What both have in common drops out: look at the gap on top of the 4"
        ),
        QCoreApplication.translate(
            "WhyShowcase", "No pixel changes by 2 % of ink, and the 9 is read as a 3"
        ),
        QCoreApplication.translate(
            "WhyShowcase",
            "The slope is 0 here, though the answer is clear: integrated gradients see the rise on their way",
        ),
        QCoreApplication.translate(
            "WhyShowcase",
            "Every unit that would carry it is 0: no slope comes back, and descent has no direction",
        ),
        QCoreApplication.translate(
            "WhyShowcase", "Random weights make pictures too: some look like reasons, so compare ρ"
        ),
        QCoreApplication.translate(
            "WhyShowcase", "The gradient looks ahead, the flip looks for the border: two different arrows"
        ),
    )


def _show(i: int, panel: WhyPanel) -> None:
    panel.show_scene(SCENES[i])


TRIES: dict[str, Callable[[WhyPanel], None]] = {
    "saturated": partial(_show, 3),
    "unseen": partial(_show, 2),
    "random": partial(_show, 5),
}
