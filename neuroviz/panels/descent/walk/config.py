"""What is set on Walk: the ground, the methods and their knobs, the start, and what is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, make_dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication

from neuroviz.data.formula import FormulaError, parse
from neuroviz.data.minima import with_minima
from neuroviz.data.surfaces import KNOBS, SURFACES, Domain, Knobs, Point, Surface, surface
from neuroviz.runtime import knob
from neuroviz.sims.descent.methods import KINDS, OWN, Kind, Method, usual
from neuroviz.ui.knobs import KnobText

FORMULA = "formula"
NAMES = (*SURFACES, FORMULA)
FIRST_FORMULA = "(x² + y - 3)² + (x + y² - 3)²/2 + sin(3x)"
OWN_DOMAIN: Domain = (-4.0, 4.0, -4.0, 4.0)
Shows = Literal["loss", "distance", "slices"]
SHOWS: tuple[Shows, ...] = ("loss", "distance", "slices")
_OPEN: tuple[Kind, ...] = ("gd", "momentum", "adam")


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


@dataclass(frozen=True)
class Walking:
    """All that can be set with the page's own controls. shown: who races; picked: whose knobs are seen;
    start: None for the surface's own; domain: None for all that is worth seeing; log: of the heights.
    """

    surface: str = "ravine"
    formula: str = FIRST_FORMULA
    shown: tuple[Kind, ...] = _OPEN
    picked: Kind = "momentum"
    start: Point | None = None
    domain: Domain | None = None
    log: bool = False
    shows: Shows = "loss"

    def ground(self, config: GroundConfig) -> Surface:
        """What is walked on. FormulaError for a formula that cannot be read."""
        if self.surface == FORMULA:
            return _own(self.formula)
        return surface(self.surface, config.knobs())

    @classmethod
    def remembered(cls, memory: Mapping[str, Any]) -> Walking:
        """From what was kept; what makes no sense is left at its usual value."""
        usual_one, found = cls(), dict[str, Any]()
        if memory.get("surface") in NAMES:
            found["surface"] = memory["surface"]
        if isinstance(formula := memory.get("formula"), str):
            try:
                parse(formula)
            except FormulaError:
                found.pop("surface", None)
            else:
                found["formula"] = formula
        shown = memory.get("shown")
        if isinstance(shown, list) and shown and all(one in KINDS for one in shown):
            found["shown"] = tuple(kind for kind in KINDS if kind in shown)
        if memory.get("picked") in KINDS:
            found["picked"] = memory["picked"]
        if isinstance(memory.get("log"), bool):
            found["log"] = memory["log"]
        if memory.get("shows") in SHOWS:
            found["shows"] = memory["shows"]
        return replace(usual_one, **found)

    def kept(self) -> dict[str, Any]:
        """To be remembered."""
        return {
            "surface": self.surface, "formula": self.formula, "shown": list(self.shown),
            "picked": self.picked, "log": self.log, "shows": self.shows,
        }  # fmt: skip


@lru_cache(maxsize=8)
def _own(formula: str) -> Surface:
    """With its minima, which are looked for."""
    return with_minima(parse(formula).surface(OWN_DOMAIN))


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


def _config_class(kind: Kind) -> Any:
    known = {one.name: one for one in fields(Method)}
    made = [
        (name, known[name].type, field(default=known[name].default, metadata=known[name].metadata))
        for name in OWN[kind]
    ]
    return make_dataclass(f"{kind.capitalize()}Config", made, frozen=True)


_CLASSES: dict[Kind, Any] = {kind: _config_class(kind) for kind in KINDS}


def own_knobs(method: Method) -> Any:
    """The knobs that a method has, as a config of their own."""
    return _CLASSES[method.kind](**{name: getattr(method, name) for name in OWN[method.kind]})


def method_of(kind: Kind, config: Any) -> Method:
    """A method with these knobs."""
    return replace(usual(kind), **vars(config))
