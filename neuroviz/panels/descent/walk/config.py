"""What is set on Walk: the ground, the methods and their knobs, the start, and what is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, make_dataclass, replace
from typing import Any, Literal

from neuroviz.data.surfaces import Domain, Point, Surface
from neuroviz.panels.descent.ground import FIRST_FORMULA, GroundConfig, ground, remembered
from neuroviz.sims.descent.methods import KINDS, OWN, Kind, Method, usual

Shows = Literal["loss", "distance", "slices"]
SHOWS: tuple[Shows, ...] = ("loss", "distance", "slices")
_OPEN: tuple[Kind, ...] = ("gd", "momentum", "adam")


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
        return ground(self.surface, self.formula, config)

    @classmethod
    def remembered(cls, memory: Mapping[str, Any]) -> Walking:
        """From what was kept; what makes no sense is left at its usual value."""
        usual_one, found = cls(), remembered(memory)
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
