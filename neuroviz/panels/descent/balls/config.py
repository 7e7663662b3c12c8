"""What is set on Balls: the ground, the balls, how they roll, and what is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication

from neuroviz.data.surfaces import Domain, Point, Surface
from neuroviz.panels.descent.ground import FIRST_FORMULA, NAMES, GroundConfig, ground, remembered
from neuroviz.runtime import knob
from neuroviz.sims.descent.methods import KINDS, Kind
from neuroviz.ui.knobs import KnobText

Shows = Literal["now", "start"]
SHOWS: tuple[Shows, ...] = ("now", "start")
Charts = Literal["rolling", "height"]
CHARTS: tuple[Charts, ...] = ("rolling", "height")
Falls = Literal["all", "heap"]
FALLS: tuple[Falls, ...] = ("all", "heap")
GROUNDS = tuple(name for name in NAMES if name != "noisy")
"""Where a batch is noise nobody comes to rest."""

OPEN: tuple[Kind, ...] = ("gd", "momentum")


@dataclass(frozen=True)
class BallsConfig:
    """count: balls; throw: their seed; heap: the side of the heap over that of the field."""

    count: int = knob(1_000, 10, 5_000, log=True)
    throw: int = knob(0, 0, 99)
    heap: float = knob(0.05, 1e-6, 1.0, log=True)


@dataclass(frozen=True)
class Dropping:
    """All that can be set with the page's own controls. shown: the methods that roll; picked: whose balls are
    seen; shows: where they are, or where they began; chart: what is drawn over the steps; falls: all over the
    field, or in a heap round `middle`; end: the place whose balls stand out, or the number of those who rest
    in none; domain: what is seen, None for all.
    """

    surface: str = "hollows"
    formula: str = FIRST_FORMULA
    shown: tuple[Kind, ...] = OPEN
    picked: Kind = "gd"
    shows: Shows = "now"
    chart: Charts = "rolling"
    falls: Falls = "all"
    middle: Point | None = None
    end: Point | int | None = None
    domain: Domain | None = None

    def ground(self, config: GroundConfig) -> Surface:
        """What they roll on. FormulaError for a formula that cannot be read."""
        return ground(self.surface, self.formula, config)

    def field(self, ground: Surface, config: BallsConfig) -> Domain:
        """Where they fall."""
        x0, x1, y0, y1 = ground.domain
        if self.falls == "all":
            return ground.domain
        x, y = self.middle or ((x0 + x1) / 2, (y0 + y1) / 2)
        half = config.heap * max(x1 - x0, y1 - y0) / 2
        return x - half, x + half, y - half, y + half

    @classmethod
    def remembered(cls, memory: Mapping[str, Any]) -> Dropping:
        """From what was kept; what makes no sense is left at its usual value."""
        found = remembered(memory, GROUNDS)
        shown = memory.get("shown")
        if isinstance(shown, list) and shown and all(one in KINDS for one in shown):
            found["shown"] = tuple(kind for kind in KINDS if kind in shown)
        shown = found.get("shown", OPEN)
        found["picked"] = memory["picked"] if memory.get("picked") in shown else shown[0]
        if memory.get("shows") in SHOWS:
            found["shows"] = memory["shows"]
        if memory.get("chart") in CHARTS:
            found["chart"] = memory["chart"]
        return replace(cls(), **found)

    def kept(self) -> dict[str, Any]:
        """To be remembered."""
        return {
            "surface": self.surface, "formula": self.formula, "shown": list(self.shown),
            "picked": self.picked, "shows": self.shows, "chart": self.chart,
        }  # fmt: skip

    @property
    def run_of(self) -> tuple[Any, ...]:
        """What decides what the balls do."""
        return self.surface, self.formula, self.shown, self.falls, self.middle


def knob_texts() -> dict[str, KnobText]:
    """Words of the balls' knobs."""
    translate = QCoreApplication.translate
    return {
        "count": KnobText(
            translate("BallsWords", "Balls"), translate("BallsWords", "So many are dropped, each by chance")
        ),
        "throw": KnobText(
            translate("BallsWords", "Throw"), translate("BallsWords", "Another number, other places")
        ),
        "heap": KnobText(
            translate("BallsWords", "Size of the heap"),
            translate("BallsWords", "Its side over that of the field: on a ridge, the smaller the longer"),
        ),
    }
