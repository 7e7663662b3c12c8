"""What is set on Model: the model, its examples, how it is fitted, and what is looked at."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.data.surface import Domain, Point
from neuroviz.data.two_knobs import KINDS, Examples, Kind, Scaling, TwoKnobs, drawn
from neuroviz.runtime import knob
from neuroviz.sims.descent.methods import KINDS as METHODS
from neuroviz.sims.descent.methods import Kind as MethodKind
from neuroviz.ui.knobs import KnobText

MOST = 100
"""Examples on the page."""
NUMBER = 20
"""Examples that are drawn."""

Seen = Literal["map", "block"]
SEEN: tuple[Seen, ...] = ("map", "block")
NOISE: dict[Kind, float] = {"line": 0.3, "logistic": 0.5, "neuron": 0.15}
FARTHEST = 1e6


@dataclass(frozen=True)
class BatchConfig:
    """batch: examples that a step sees, 0 for all of them."""

    batch: int = knob(0, 0, 50)


@dataclass(frozen=True)
class Fitting:
    """All that can be set with the page's own controls. points: the examples; scaled: the model is given
    inputs of mean 0 and spread 1; method: by which it is fitted; start: w and b to begin with, None for the
    model's own; domain: the part of the surface that is seen, None for what is worth seeing; log: of its
    heights. at: how far along the fit was, which only comes along. Raises ValueError for no examples.
    """

    kind: Kind = "line"
    points: tuple[Point, ...] = ()
    scaled: bool = False
    method: MethodKind = "gd"
    start: Point | None = None
    domain: Domain | None = None
    log: bool = False
    seen: Seen = "map"
    at: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        if not 1 <= len(self.points) <= MOST:
            raise ValueError(f"{len(self.points)} examples")

    @cached_property
    def plain(self) -> TwoKnobs:
        """The model on the examples as they are."""
        x, y = np.array(self.points, np.float64).T
        return TwoKnobs(self.kind, Examples(x, y))

    @cached_property
    def scaling(self) -> Scaling:
        """How inputs are given to the model."""
        return Scaling.of(self.plain.examples.x) if self.scaled else Scaling()

    @cached_property
    def model(self) -> TwoKnobs:
        """The model that is fitted, on what it is given."""
        if not self.scaled:
            return self.plain
        known = self.plain.examples
        return replace(self.plain, examples=Examples(self.scaling.fed(known.x), known.y))

    @property
    def begin(self) -> Point:
        """Where the fit begins."""
        return self.start or self.model.start

    @property
    def shown(self) -> Domain:
        """What is seen of the surface."""
        return self.domain or self.model.domain

    def rescaled(self, at: Point) -> Fitting:
        """With the other kind of inputs; the curve that has the parameters `at` is where the fit begins."""
        other = replace(self, scaled=not self.scaled, domain=None, at=0)
        w, b = self.scaling.plain(*at)
        return replace(other, start=other.scaling.scaled(w, b))

    def kept(self) -> dict[str, Any]:
        """To be remembered."""
        return {
            "kind": self.kind, "points": [list(one) for one in self.points], "scaled": self.scaled,
            "method": self.method, "log": self.log, "seen": self.seen,
        }  # fmt: skip

    @classmethod
    def remembered(cls, memory: Mapping[str, Any]) -> Fitting:
        """From what was kept; what makes no sense is left at its usual value."""
        kind = memory.get("kind")
        kind = kind if isinstance(kind, str) and kind in KINDS else "line"
        points = _points(memory.get("points"), kind)
        found: dict[str, Any] = {"kind": kind, "points": points or fresh(kind)}
        for name in ("scaled", "log"):
            if isinstance(memory.get(name), bool):
                found[name] = memory[name]
        for name, known in (("method", METHODS), ("seen", SEEN)):
            if isinstance(memory.get(name), str) and memory[name] in known:
                found[name] = memory[name]
        return cls(**found)


def fresh(kind: Kind, seed: int = 0, n: int = NUMBER, noise: float | None = None) -> tuple[Point, ...]:
    """Examples as they are drawn, to three places, as hands move them."""
    found = drawn(kind, n, NOISE[kind] if noise is None else noise, seed)
    return points_of(found.x, found.y)


def points_of(x: np.ndarray, y: np.ndarray) -> tuple[Point, ...]:
    """Arrays (n,) as points."""
    return tuple((round(float(a), 3), round(float(b), 3)) for a, b in zip(x, y, strict=True))


def _points(kept: object, kind: Kind) -> tuple[Point, ...] | None:
    if not isinstance(kept, list) or not 1 <= len(kept) <= MOST:
        return None
    for one in kept:
        if not isinstance(one, list) or len(one) != 2 or not all(type(n) in (int, float) for n in one):
            return None
        if not all(math.isfinite(value) and abs(value) <= FARTHEST for value in one):
            return None
    if kind == "logistic" and any(y not in (0, 1) for _, y in kept):
        return None
    return tuple((float(x), float(y)) for x, y in kept)


def batch_texts() -> dict[str, KnobText]:
    """Its words."""
    translate = QCoreApplication.translate
    return {
        "batch": KnobText(
            translate("ModelWords", "Batch (0: all)"),
            translate("ModelWords", "A step sees the loss of so many examples only: dotted on the map"),
        )
    }
