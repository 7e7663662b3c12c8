"""Formulas worth reading, one that went wrong, and some that nobody can read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.data import strokes
from neuroviz.panels.layers.formula.view import Below, Form
from neuroviz.sims.expression import Place, Ref
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.layers.formula.panel import FormulaPanel

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Scene:
    """A net, how its formula is written, and what lies before it.

    turned: parameters with other values; play: the point is put in step by step; digit: drawn.
    """

    net: str
    form: Form
    below: Below = "maps"
    point: tuple[float, float] | None = (0.3, 0.2)
    chosen: Place | None = None
    turned: tuple[tuple[Ref, float], ...] = ()
    play: bool = False
    digit: int | None = None
    lead: bool = False


CIRCLE = Scene("2-3-1", "whole")
XOR = Scene("2-4-2", "whole", point=(-0.4, 0.5), chosen=(2, 1))
THREE = Scene("2-8-8-3", "units", point=(0.5, 0.5), chosen=(4, 1))
FILL = Scene("2-3-1", "whole", point=(-0.4, 0.35), play=True)
TURNED = Scene("2-3-1", "whole", turned=((Ref(2, "w", 2), 12.0),))
LONG = Scene("2-16-16-2", "whole", point=(0.3, 0.4), lead=True)
CNN = Scene("CNN", "layers", "counts", point=None, digit=5)
SCENES = (CIRCLE, XOR, THREE, FILL, TURNED, LONG, CNN)


def presets(panel: FormulaPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    texts = (
        (
            translate("FormulaShowcase", "A circle in three units"),
            translate("FormulaShowcase", "Three soft edges, added up: what is above all three lies inside"),
        ),
        (
            translate("FormulaShowcase", "Exclusive or"),
            translate("FormulaShowcase", "Four relus fold the plane so that opposite corners come together"),
        ),
        (
            translate("FormulaShowcase", "Three regions"),
            translate("FormulaShowcase", "Two layers: the second adds up edges that the first has drawn"),
        ),
        (
            translate("FormulaShowcase", "Put a point in"),
            translate("FormulaShowcase", "x, each sum, each tanh, the answer: one number after the other"),
        ),
        (
            translate("FormulaShowcase", "One number turned"),
            translate(
                "FormulaShowcase",
                "The third edge counts the wrong way, and the circle is gone. Undo, or turn it back",
            ),
        ),
        (
            translate("FormulaShowcase", "A formula that grew too long"),
            translate(
                "FormulaShowcase",
                "Put into each other, 354 numbers are written 2,114 times. Now nobody reads it",
            ),
        ),
        (
            translate("FormulaShowcase", "How long the CNN's is"),
            translate(
                "FormulaShowcase", "It fits into one line by layers, and into millions of pages without names"
            ),
        ),
    )
    return tuple(
        Preset(title, reason, partial(panel.show_scene, scene))
        for (title, reason), scene in zip(texts, SCENES, strict=True)
    )


def lay(panel: FormulaPanel, scene: Scene) -> None:
    """Bring its net, its input, its knobs."""
    panel.set_lead(scene.lead)
    panel.choose_net(scene.net)
    if scene.digit is not None:
        panel.write(strokes.digit(scene.digit))
    if scene.point is not None:
        panel.put_point(*scene.point)


def _show(scene: Scene, panel: FormulaPanel) -> None:
    panel.show_scene(scene)


TRIES: dict[str, Callable[[FormulaPanel], None]] = {
    "fill": partial(_show, FILL),
    "turn": partial(_show, TURNED),
    "pages": partial(_show, CNN),
}
