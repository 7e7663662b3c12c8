"""What lies on a relief: paths, spots, arrows and clouds of points, the same on the block and on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QColor

from neuroviz.ui.relief.shape import Floats

SpotKind = Literal["ball", "start", "minimum", "cross"]


@dataclass(frozen=True, eq=False)
class Trail:
    """A path over the ground, x and y (n,), oldest first; NaN interrupts it. dots: each place is marked."""

    x: Floats
    y: Floats
    colour: QColor
    width: float = 2.0
    dots: bool = False
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Spot:
    """One place. "ball": where something is; "start": a ring; "minimum": known to be lowest; "cross"."""

    x: float
    y: float
    colour: QColor
    kind: SpotKind = "ball"
    name: str = ""


@dataclass(frozen=True)
class Arrow:
    """From a place by (dx, dy), in units of the ground."""

    x: float
    y: float
    dx: float
    dy: float
    colour: QColor
    name: str = ""


@dataclass(frozen=True, eq=False)
class Cloud:
    """Many places, x and y (n,), of one colour."""

    x: Floats
    y: Floats
    colour: QColor
    size: float = 3.0


@dataclass(frozen=True, eq=False)
class Marks:
    """All of them, drawn in this order."""

    clouds: tuple[Cloud, ...] = ()
    trails: tuple[Trail, ...] = ()
    spots: tuple[Spot, ...] = ()
    arrows: tuple[Arrow, ...] = ()


NOTHING = Marks()
