"""From where a relief is seen, and where its places then lie in a picture. Parallel lines stay parallel."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from neuroviz.ui.relief.shape import Floats

TALL = 0.8
"""How high 1 stands; the ground goes from -1 to 1."""

FOOT = -0.1
"""The height at which the block ends below."""

LOWEST, STEEPEST = 8.0, 88.0
"""Degrees from which the eye looks down."""

FARTHEST, NEAREST = 0.5, 8.0
"""How many times as large as when all is seen."""

REACH = math.sqrt(2.0)
"""From the middle of the ground to its corners."""


@dataclass(frozen=True)
class Eye:
    """azimuth: degrees by which the block is turned; tilt: from which the eye looks down on it; zoom: 1 for
    all of it; shift: of the picture to the right and down, in units of the ground.
    """

    azimuth: float = -30.0
    tilt: float = 35.0
    zoom: float = 1.0
    shift: tuple[float, float] = (0.0, 0.0)

    def within(self) -> Eye:
        """The nearest that can be drawn."""
        x, y = (min(max(one, -1.5), 1.5) for one in self.shift)
        tilt = min(max(self.tilt, LOWEST), STEEPEST)
        azimuth = (self.azimuth + 180) % 360 - 180
        return Eye(azimuth, tilt, min(max(self.zoom, FARTHEST), NEAREST), (x, y))


@dataclass(frozen=True)
class Lens:
    """Where places lie in a picture of (width, height) pixels; rim: pixels at the sides, and above and below,
    that are left for words while zoom is 1.
    """

    eye: Eye
    width: int
    height: int
    rim: tuple[float, float] = (0.0, 0.0)

    @cached_property
    def turn(self) -> tuple[float, float]:
        """Cosine and sine of the azimuth."""
        angle = math.radians(self.eye.azimuth)
        return math.cos(angle), math.sin(angle)

    @cached_property
    def scale(self) -> float:
        """Pixels of one unit of the ground: all of the block fits however it is turned."""
        tilt = math.radians(self.eye.tilt)
        tall = 2 * REACH * math.sin(tilt) + (1 - FOOT) * TALL * math.cos(tilt)
        across, up = (max(1.0, n - 2 * r) for n, r in zip((self.width, self.height), self.rim, strict=True))
        return self.eye.zoom * min(across / (2 * REACH), up / tall)

    @cached_property
    def tall(self) -> float:
        """Pixels of a height of 1."""
        return TALL * math.cos(math.radians(self.eye.tilt)) * self.scale

    @cached_property
    def deep(self) -> float:
        """Pixels, upwards, of one unit of the ground away from the eye."""
        return math.sin(math.radians(self.eye.tilt)) * self.scale

    @cached_property
    def middle(self) -> tuple[float, float]:
        """The pixel of the middle of the ground, at height 0."""
        dx, dy = self.eye.shift
        lift = (1 + FOOT) / 2 * self.tall
        return self.width / 2 + dx * self.scale, self.height / 2 + lift + dy * self.scale

    def project(self, u: ArrayLike, v: ArrayLike, h: ArrayLike) -> tuple[Floats, Floats, Floats]:
        """Pixels across and down, and the depth, of ground places u, v in -1..1 and heights h in 0..1."""
        u, v, h = (np.asarray(one, np.float64) for one in (u, v, h))
        cos, sin = self.turn
        depth = v * cos - u * sin
        x, y = self.middle
        return x + (u * cos + v * sin) * self.scale, y - self.tall * h - self.deep * depth, depth

    def place(self, x: float, depth: float) -> tuple[float, float]:
        """The place on the ground, u and v, that is seen in a column of the picture at some depth."""
        cos, sin = self.turn
        across = (x - self.middle[0]) / self.scale
        return across * cos - depth * sin, across * sin + depth * cos

    def times(self, n: float) -> Lens:
        """The same for a picture of n times as many pixels along each side."""
        rim = (self.rim[0] * n, self.rim[1] * n)
        return Lens(self.eye, max(1, round(self.width * n)), max(1, round(self.height * n)), rim)
