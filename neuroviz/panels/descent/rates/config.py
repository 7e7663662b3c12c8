"""What is set on Rates: the ground, the start, the pair that is looked at, and how many steps there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.data.surfaces import Domain, Point, Surface
from neuroviz.panels.descent.ground import FIRST_FORMULA, GroundConfig, ground, remembered
from neuroviz.runtime import knob
from neuroviz.sims.descent.rates import Pair, Rates, optimum
from neuroviz.ui.knobs import KnobText

STEPS = (50, 100, 200, 500)
MOST_MOMENTUM = 0.999
_LOW, _HIGH = 1e-4, 2.5  # of the highest rate that any momentum bears: where the axis begins and ends
_WIDE = 100.0  # times the surface's own rate, up and down, where no curvature says more
_LEVELS = 101  # values a side, to look for the lowest where no minimum is known


@dataclass(frozen=True)
class RatesConfig:
    """steps: how many each pair has."""

    steps: int = knob(200, choices=STEPS)


@dataclass(frozen=True)
class Bend:
    """The largest and the smallest curvature at the lowest minimum."""

    high: float
    low: float

    @property
    def condition(self) -> float:
        """How many times the one is the other."""
        return self.high / self.low


@dataclass(frozen=True)
class Rating:
    """All that can be set with the page's own controls. start: None for the surface's own; pair: None for the
    one that theory chooses; domain: what is seen of the surface, None for all.
    """

    surface: str = "bowl"
    formula: str = FIRST_FORMULA
    start: Point | None = None
    pair: Pair | None = None
    domain: Domain | None = None

    def ground(self, config: GroundConfig) -> Surface:
        """What is walked on, with its minima. FormulaError for a formula that cannot be read."""
        return ground(self.surface, self.formula, config)

    @property
    def run_of(self) -> tuple[Any, ...]:
        """What decides the map."""
        return self.surface, self.formula, self.start

    @classmethod
    def remembered(cls, memory: Mapping[str, Any]) -> Rating:
        """From what was kept; what makes no sense is left at its usual value."""
        found = remembered(memory)
        pair = memory.get("pair")
        if isinstance(pair, list) and len(pair) == 2 and all(type(one) in (int, float) for one in pair):
            rate, momentum = map(float, pair)
            if 0 < rate < np.inf and 0 <= momentum <= MOST_MOMENTUM:
                found["pair"] = (rate, momentum)
        return replace(cls(), **found)

    def kept(self) -> dict[str, Any]:
        """To be remembered."""
        pair = None if self.pair is None else list(self.pair)
        return {"surface": self.surface, "formula": self.formula, "pair": pair}


def bend(ground: Surface) -> Bend | None:
    """None where no minimum is known, or it is level some way."""
    if not ground.minima:
        return None
    xx, both, yy = (float(part) for part in ground.hessian(*ground.minima[0]))
    middle, apart = (xx + yy) / 2, float(np.hypot((xx - yy) / 2, both))
    high, low = middle + apart, middle - apart
    return Bend(high, low) if np.isfinite(high) and low > 1e-9 * high > 0 else None


def plan(rating: Rating, ground: Surface, config: RatesConfig, batch: int) -> Rates:
    """The map's axes and its walks."""
    bent = bend(ground)
    most = 4 / bent.high if bent is not None else 0.0
    rates = (_LOW * most, _HIGH * most) if bent is not None else (ground.rate / _WIDE, ground.rate * _WIDE)
    noise = ground.noise / np.sqrt(batch) if ground.noise else 0.0
    start = rating.start or ground.starts[0]
    return Rates(start, rates, (0.0, MOST_MOMENTUM), config.steps, lowest(ground), float(noise))


def lowest(ground: Surface) -> float:
    """The height that counts as arrived: of the lowest minimum, else the lowest that is seen in the field."""
    if ground.minima:
        return min(ground.heights)
    x0, x1, y0, y1 = ground.domain
    z = ground.value(np.linspace(x0, x1, _LEVELS)[None], np.linspace(y0, y1, _LEVELS)[:, None])
    known = z[np.isfinite(z)]
    return float(known.min()) if known.size else 0.0


def best_known(ground: Surface) -> Pair:
    """What theory chooses for the bowl at the minimum; else the surface's own rate."""
    bent = bend(ground)
    if bent is None:
        return ground.rate, 0.0
    rate, momentum = optimum(bent.high, bent.low)
    return rate, min(momentum, MOST_MOMENTUM)


def knob_texts() -> dict[str, KnobText]:
    """Words of the page's own knob."""
    translate = QCoreApplication.translate
    return {
        "steps": KnobText(
            translate("RatesWords", "Steps"),
            translate("RatesWords", "So many has each pair: with more of them even slow ones arrive"),
            {n: f"{n:,}" for n in STEPS},
        )
    }
