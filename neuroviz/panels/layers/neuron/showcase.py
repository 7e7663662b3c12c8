"""Telling neurons: one that is told by votes, a dead one, a saturated one, and nets without bends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.data import strokes
from neuroviz.panels.layers.lessons import DEAD, SATURATED
from neuroviz.sims.neuron import FUNCTIONS, LINE, NEURON
from neuroviz.sims.neuron_edits import Edits
from neuroviz.sims.stages import Place
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.layers.neuron.panel import NeuronPanel


@dataclass(frozen=True)
class Scene:
    """A net, what lies before it (a digit to be drawn, or a point), a neuron of it, and what is changed."""

    net: str
    before: int | tuple[float, float]
    place: Place
    look: str = NEURON
    edits: Edits = Edits()  # noqa: RUF009 - a value
    lesson: bool = False
    play: bool = False


SCENES = (
    Scene("MLP", 3, Place(2, 3), play=True),
    Scene("MLP", 5, Place(2, 3), edits=Edits(((4, "w", 313, 1.0),))),
    Scene("2-3-1", (0.45, -0.3), Place(1, 0)),
    Scene("CNN", 5, Place(0, 2 * 576 + 10 * 24 + 8)),
    Scene(DEAD, 5, Place(0, 0), lesson=True),
    Scene(SATURATED, 5, Place(0, 0), lesson=True),
    Scene("2-16-16-2", (0.3, 0.2), Place(0, 0), LINE, Edits(linear=True)),
    Scene("MLP", 3, Place(2, 3), LINE, Edits(linear=True)),
    Scene("MLP", 3, Place(1, 4), FUNCTIONS),
)


def presets(panel: NeuronPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    texts = zip(_titles(), _reasons(), SCENES, strict=True)
    return tuple(Preset(title, reason, partial(panel.show_scene, scene)) for title, reason, scene in texts)


def _titles() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("NeuronShowcase", "The score of a 3"),
        QCoreApplication.translate("NeuronShowcase", "One weight of 109,386"),
        QCoreApplication.translate("NeuronShowcase", "Three terms and a bias"),
        QCoreApplication.translate("NeuronShowcase", "A window of 25 pixels"),
        QCoreApplication.translate("NeuronShowcase", "A dead unit"),
        QCoreApplication.translate("NeuronShowcase", "A saturated unit"),
        QCoreApplication.translate("NeuronShowcase", "Spirals, without bends"),
        QCoreApplication.translate("NeuronShowcase", "Digits, without bends"),
        QCoreApplication.translate("NeuronShowcase", "All functions"),
    )


def _reasons() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "NeuronShowcase", "64 units vote for it or against it; play, and see which of them decide"
        ),
        QCoreApplication.translate(
            "NeuronShowcase", "It was −0.40; set to 1, this 5 is read as a 3. Drag the arrow back"
        ),
        QCoreApplication.translate(
            "NeuronShowcase", "The smallest net that finds a circle: drag the bias, and the point goes over"
        ),
        QCoreApplication.translate(
            "NeuronShowcase", "The same 25 weights at every place of the picture; choose another place"
        ),
        QCoreApplication.translate(
            "NeuronShowcase",
            "Its sum is below 0 for every test image: ReLU gives 0, the slope is 0, it never learns",
        ),
        QCoreApplication.translate(
            "NeuronShowcase",
            "Its sum is so large that the sigmoid is flat there: hardly anything comes through",
        ),
        QCoreApplication.translate(
            "NeuronShowcase", "Two layers of 16 with nothing to bend them draw one straight line, and guess"
        ),
        QCoreApplication.translate(
            "NeuronShowcase", "109,386 parameters collapse into ten pictures, and most digits are misread"
        ),
        QCoreApplication.translate(
            "NeuronShowcase",
            "Move the mouse: the same z in all seven, with each derivative. A click takes one",
        ),
    )


def build(panel: NeuronPanel) -> None:
    """A sum that builds up."""
    panel.show_scene(SCENES[0])


def flip(panel: NeuronPanel) -> None:
    """The bias of the 8, raised until the 3 is read as an 8."""
    panel.show_scene(Scene("MLP", 3, Place(2, 8)))
    panel.raise_until_flipped()


def straighten(panel: NeuronPanel) -> None:
    """The spirals."""
    panel.show_scene(SCENES[6])


TRIES: dict[str, Callable[[NeuronPanel], None]] = {"build": build, "flip": flip, "line": straighten}


def lay(panel: NeuronPanel, scene: Scene) -> None:
    """Its net, and what lies before it."""
    if scene.lesson:
        panel.choose_lesson(scene.net)
    else:
        panel.choose_net(scene.net)
    if isinstance(scene.before, tuple):
        panel.put_point(*scene.before)
    else:
        panel.write(strokes.digit(scene.before))
