"""New digits from old ones: the small changes that leave a digit the same digit."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Images = NDArray[np.float32]

_KNOTS = 4  # of the elastic displacement, along each side: bends as large as a third of the picture
_EDGE = 2  # blank pixels added round the picture, so that looking beyond its edge finds paper


@dataclass(frozen=True)
class Augmenter:
    """Changes each image by its own random amount, uniform between none and the given one, either way.

    shift: pixels; rotate: degrees; scale, shear: fractions; thickness: pixels added to each side of a
    stroke (half as much is taken away at most); elastic: pixels a point is moved by a smooth random field
    (standard deviation); noise: standard deviation of a pixel. Raises ValueError for an amount below 0.
    """

    shift: float = 0.0
    rotate: float = 0.0
    scale: float = 0.0
    shear: float = 0.0
    thickness: float = 0.0
    elastic: float = 0.0
    noise: float = 0.0

    def __post_init__(self) -> None:
        for field in fields(self):
            if not getattr(self, field.name) >= 0.0:
                raise ValueError(f"{field.name} is {getattr(self, field.name)}, not at least 0")
        if self.scale >= 1.0:
            raise ValueError(f"scale is {self.scale}: a picture would vanish")

    def __call__(self, images: NDArray[Any], rng: np.random.Generator) -> Images:
        """Changed copies: (N, H, W) uint8, or float in 0..1 -> (N, H, W) float32 in 0..1."""
        out: Images = np.array(images, np.float32)
        if images.dtype == np.uint8:
            out *= np.float32(1 / 255)
        if self.thickness:
            thicken(out, rng.uniform(-0.5 * self.thickness, self.thickness, len(out)))
        if self._moves:
            out = warp(out, self._matrices(len(out), rng), self._bends(out.shape, rng))
        if self.noise:
            spread = rng.uniform(0.0, self.noise, len(out)).astype(np.float32)
            out += rng.standard_normal(out.shape, np.float32) * spread[:, None, None]
            np.clip(out, 0.0, 1.0, out=out)
        return out

    @property
    def _moves(self) -> bool:
        return any((self.shift, self.rotate, self.scale, self.shear, self.elastic))

    def _matrices(self, n: int, rng: np.random.Generator) -> Images:
        """For each image the map (2, 3) from a place in the new picture to the place in the old one."""
        turn = np.deg2rad(rng.uniform(-self.rotate, self.rotate, n))
        zoom = 1.0 + rng.uniform(-self.scale, self.scale, (n, 2))
        slant = rng.uniform(-self.shear, self.shear, n)
        cos, sin = np.cos(turn), np.sin(turn)
        matrices: Images = np.empty((n, 2, 3), np.float32)
        matrices[:, 0, 0], matrices[:, 0, 1] = cos / zoom[:, 0], (slant * cos - sin) / zoom[:, 0]
        matrices[:, 1, 0], matrices[:, 1, 1] = sin / zoom[:, 1], (slant * sin + cos) / zoom[:, 1]
        matrices[:, :, 2] = rng.uniform(-self.shift, self.shift, (n, 2))
        return matrices

    def _bends(self, shape: tuple[int, ...], rng: np.random.Generator) -> Images | None:
        """Displacements in x and y, (2, N, H, W), or None without elasticity."""
        if not self.elastic:
            return None
        n, height, width = shape
        knots = rng.standard_normal((2, n, _KNOTS, _KNOTS), np.float32) * np.float32(self.elastic)
        bends: Images = np.asarray(_blend(height) @ knots @ _blend(width).T, np.float32)
        return bends


def strength(much: float) -> Augmenter:
    """All changes together; 1 is as much as helps a net to learn."""
    parts = {"shift": 2.0, "rotate": 10.0, "scale": 0.1, "shear": 0.1, "thickness": 0.3, "elastic": 0.6}
    some = {name: value * much for name, value in parts.items()}
    return Augmenter(**{**some, "scale": min(some["scale"], 0.9)})


def warp(images: Images, matrices: Images, bends: Images | None = None) -> Images:
    """Each image seen through its map, interpolated bilinearly; beyond the edge there is paper.

    images: (N, H, W); matrices: (N, 2, 3), new place -> old place, (x, y) about the middle of the picture;
    bends: (2, N, H, W) pixels added to the old place, or None.
    """
    n, height, width = images.shape
    padded = np.zeros((n, height + 2 * _EDGE, width + 2 * _EDGE), np.float32)
    padded[:, _EDGE:-_EDGE, _EDGE:-_EDGE] = images
    stride = width + 2 * _EDGE
    x = np.arange(width, dtype=np.float32) - np.float32((width - 1) / 2)
    y = np.arange(height, dtype=np.float32) - np.float32((height - 1) / 2)
    (col, fx), (row, fy) = (
        _split(
            (m[:, 0, None] * x)[:, None, :] + (m[:, 1, None] * y + m[:, 2, None])[:, :, None],
            None if bends is None else bends[axis],
            size,
        )
        for axis, (m, size) in enumerate(((matrices[:, 0], width), (matrices[:, 1], height)))
    )
    row *= stride
    row += col
    row += (np.arange(n, dtype=np.int32) * padded[0].size)[:, None, None]
    flat = padded.ravel()
    upper = _mixed(flat, row, fx)
    row += stride
    lower = _mixed(flat, row, fx)
    lower -= upper
    lower *= fy
    upper += lower
    return upper


def thicken(images: Images, amounts: NDArray[np.floating[Any]]) -> None:
    """Make strokes thicker (amount above 0, in pixels on each side) or thinner (below 0), in place.

    A grey dilation or erosion over the four neighbours, taken in part; two rounds for more than a pixel.
    The darkest pixel stays as dark as it was, as `prepare` would make it.
    """
    darkest = images.max(axis=(1, 2), keepdims=True)
    for sign, extreme in ((1.0, np.maximum), (-1.0, np.minimum)):
        left = np.clip(sign * amounts, 0.0, None).astype(np.float32)
        while (which := np.flatnonzero(left > 0.0)).size:
            some = images[which]
            some += (_neighbours(some, extreme) - some) * np.minimum(left[which], 1.0)[:, None, None]
            images[which] = some
            left -= 1.0
    images *= darkest / np.maximum(images.max(axis=(1, 2), keepdims=True), np.float32(1e-6))


def _neighbours(images: Images, extreme: np.ufunc) -> Images:
    """The maximum (or minimum) of each pixel and its four neighbours."""
    out = images.copy()
    for one, other in ((np.s_[:, 1:], np.s_[:, :-1]), (np.s_[:, :, 1:], np.s_[:, :, :-1])):
        extreme(out[one], images[other], out=out[one])
        extreme(out[other], images[one], out=out[other])
    return out


def _split(place: Images, bend: Images | None, size: int) -> tuple[NDArray[np.int32], Images]:
    """Places about the middle as whole pixels of the padded picture and the fractions beyond them."""
    if bend is not None:
        place += bend
    place += np.float32((size - 1) / 2 + _EDGE)
    np.clip(place, np.float32(0.0), np.float32(size + 2 * _EDGE - 1.01), out=place)
    whole = place.astype(np.int32)
    place -= whole
    return whole, place


def _mixed(flat: Images, index: NDArray[np.int32], fraction: Images) -> Images:
    """Values at an index and at the next one, mixed by a fraction."""
    left = flat.take(index)
    right = flat[1:].take(index)
    right -= left
    right *= fraction
    left += right
    return left


@lru_cache(maxsize=8)
def _blend(size: int) -> Images:
    """The matrix (size, knots) that spreads knots smoothly over a side (cosine interpolation)."""
    at = np.linspace(0.0, _KNOTS - 1.0, size)[:, None]
    distance = np.minimum(np.abs(at - np.arange(_KNOTS)), 1.0)
    return (0.5 + 0.5 * np.cos(np.pi * distance)).astype(np.float32)
