"""What is walked on, on all pages with surfaces: one of the library with its knobs, or a typed formula."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.data.formula import FormulaError, parse
from neuroviz.data.minima import with_minima
from neuroviz.data.surfaces import KNOBS, SURFACES, Domain, Knobs, Surface, surface
from neuroviz.runtime import knob
from neuroviz.ui.knobs import KnobText

FORMULA = "formula"
NAMES = (*SURFACES, FORMULA)
FIRST_FORMULA = "(x² + y - 3)² + (x + y² - 3)²/2 + sin(3x)"
_LOOKED_AT = 81  # places along each side
_HUGE = 1e300  # more cannot be drawn
OWN_DOMAIN: Domain = (-4.0, 4.0, -4.0, 4.0)


@dataclass(frozen=True)
class GroundConfig:
    """Knobs of the ground; each surface has some of them. batch: examples in a batch, 0 for all."""

    condition: float = knob(10.0, 1.0, 1000.0, log=True)
    angle: float = knob(30.0, 0.0, 180.0, unit="°")
    seed: int = knob(1, 0, 99)
    noise: float = knob(1.0, 0.0, 10.0)
    batch: int = knob(4, 1, 256, log=True)

    def knobs(self) -> Knobs:
        """As the library takes them."""
        return Knobs(self.condition, self.angle, self.seed, self.noise)


def ground(name: str, formula: str, config: GroundConfig) -> Surface:
    """A surface of the library, or that of the formula. FormulaError for a formula that cannot be read."""
    return _own(formula) if name == FORMULA else surface(name, config.knobs())


@lru_cache(maxsize=8)
def _own(formula: str) -> Surface:
    """With its minima, which are looked for."""
    return with_minima(parse(formula).surface(OWN_DOMAIN))


def check_formula(formula: str) -> None:
    """Raise FormulaError for one that cannot be read, and with the id "nowhere" for one that is nowhere in
    sight a number that can be drawn."""
    found = parse(formula).surface(OWN_DOMAIN)
    x0, x1, y0, y1 = OWN_DOMAIN
    x, y = np.linspace(x0, x1, _LOOKED_AT), np.linspace(y0, y1, _LOOKED_AT)
    if not (np.abs(found.value(x[None], y[:, None])) < _HUGE).any():
        raise FormulaError("nowhere", 0)


def remembered(memory: Mapping[str, Any], names: tuple[str, ...] = NAMES) -> dict[str, Any]:
    """The surface and the formula out of what a page has kept, as far as they make sense."""
    found = dict[str, Any]()
    if memory.get("surface") in names:
        found["surface"] = memory["surface"]
    if isinstance(formula := memory.get("formula"), str):
        try:
            check_formula(formula)
        except FormulaError:
            found.pop("surface", None)
        else:
            found["formula"] = formula
    return found


def ground_knobs(name: str) -> tuple[str, ...]:
    """Which of GroundConfig's fields count on a surface."""
    own = KNOBS.get(name, ())
    return (*own, "batch") if "noise" in own else own


def ground_texts() -> dict[str, KnobText]:
    """Their words."""
    translate = QCoreApplication.translate
    return {
        "condition": KnobText(
            translate("WalkWords", "Condition number"),
            translate("WalkWords", "How many times steeper it is across the valley than along it"),
        ),
        "angle": KnobText(
            translate("WalkWords", "Turned by"),
            translate("WalkWords", "Methods that treat x and y apart do not like a valley between the axes"),
        ),
        "seed": KnobText(
            translate("WalkWords", "Landscape"), translate("WalkWords", "Another number, another one")
        ),
        "noise": KnobText(
            translate("WalkWords", "Noise"),
            translate("WalkWords", "What a single example adds to each part of the gradient"),
        ),
        "batch": KnobText(
            translate("WalkWords", "Batch"),
            translate("WalkWords", "The mean of so many examples: four times as many halve the noise"),
        ),
    }
