"""The library of surfaces to descend on, by id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from neuroviz.data import surface_classics as classics
from neuroviz.data import surface_shapes as shapes
from neuroviz.data.surface import Domain, Functions, Point, Surface

__all__ = [
    "ANGLES", "CONDITIONS", "KNOBS", "NOISES", "SEEDS", "SURFACES",
    "Domain", "Functions", "Knobs", "Point", "Surface", "surface",
]  # fmt: skip

CONDITIONS = (1.0, 1000.0)
ANGLES = (0.0, 180.0)
SEEDS = (0, 9999)
NOISES = (0.0, 10.0)
"""Least and most of what the knobs take."""


@dataclass(frozen=True)
class Knobs:
    """What a surface of the library may be made with; each takes those of them that are named in KNOBS.

    condition: the largest eigenvalue of the Hessian over the smallest. angle: of the flat axis, degrees
        from the x axis. seed: of the landscape. noise: standard deviation of one example's gradient, see
        Surface. Raises ValueError beyond the limits.
    """

    condition: float = 10.0
    angle: float = 30.0
    seed: int = 1
    noise: float = 1.0

    def __post_init__(self) -> None:
        for name, (low, high) in _LIMITS.items():
            if not low <= getattr(self, name) <= high:
                raise ValueError(f"{name} of {getattr(self, name)}: not in {low}..{high}")


_LIMITS = {"condition": CONDITIONS, "angle": ANGLES, "seed": SEEDS, "noise": NOISES}
_MAKERS: dict[str, tuple[Callable[..., Surface], tuple[str, ...]]] = {
    "bowl": (shapes.bowl, ("condition", "angle")),
    "noisy": (shapes.noisy, ("condition", "angle", "noise")),
    "ravine": (shapes.ravine, ()),
    "rosenbrock": (classics.rosenbrock, ()),
    "saddle": (shapes.saddle, ()),
    "open_saddle": (shapes.open_saddle, ()),
    "plateau": (shapes.plateau, ()),
    "himmelblau": (classics.himmelblau, ()),
    "beale": (classics.beale, ()),
    "hollows": (shapes.hollows, ("seed",)),
    "rastrigin": (classics.rastrigin, ()),
    "ackley": (classics.ackley, ()),
}
SURFACES = tuple(_MAKERS)
"""All ids, from the tame to the wild."""
KNOBS = {id: names for id, (_, names) in _MAKERS.items()}
"""Which knobs each surface has."""


def surface(id: str, knobs: Knobs | None = None) -> Surface:
    """A surface of the library. Raises KeyError for an unknown id."""
    knobs = knobs or Knobs()
    return _made(id, tuple(getattr(knobs, name) for name in KNOBS[id]))


@lru_cache(maxsize=32)
def _made(id: str, values: tuple[float, ...]) -> Surface:
    """Kept, for some look for all their minima first."""
    return _MAKERS[id][0](*values)
