"""A digit that is harder to see: turned, moved, blurred, noisy, half covered; by exact amounts, many at once.

The order is that of a photograph: the paper lies crooked (scale, shear, turn, shift), the lens blurs, the
exposure sets the contrast, something lies before the lens (patch), the sensor adds noise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from neuroviz.data.augment import Images, warp

SIDE = 28


@dataclass(frozen=True)
class Limits:
    """What an amount may be: nothing happens at `neutral`; log: its slider runs by ratios."""

    neutral: float
    low: float
    high: float
    unit: str = ""
    log: bool = False

    def value(self, share: float | NDArray[Any]) -> Any:
        """The amount at a share 0..1 of the way from `low` to `high`, as its slider runs."""
        if self.log:
            return self.low * (self.high / self.low) ** share
        return self.low + (self.high - self.low) * share

    def share(self, value: float) -> float:
        """The inverse of `value`."""
        if self.log:
            return float(np.log(value / self.low) / np.log(self.high / self.low))
        return (value - self.low) / (self.high - self.low)


LIMITS: dict[str, Limits] = {
    "rotate": Limits(0.0, -180.0, 180.0, "°"),
    "shift_x": Limits(0.0, -14.0, 14.0, "px"),
    "shift_y": Limits(0.0, -14.0, 14.0, "px"),
    "scale": Limits(1.0, 0.4, 2.5, "×", log=True),
    "shear": Limits(0.0, -1.0, 1.0),
    "blur": Limits(0.0, 0.0, 5.0, "px"),
    "contrast": Limits(1.0, -1.0, 2.0, "×"),
    "noise": Limits(0.0, 0.0, 1.0),
    "patch": Limits(0.0, 0.0, 28.0, "px"),
    "patch_x": Limits(14.0, 0.0, 28.0, "px"),
    "patch_y": Limits(14.0, 0.0, 28.0, "px"),
    "patch_tone": Limits(0.0, 0.0, 1.0),
}


@dataclass(frozen=True)
class Disturbance:
    """How much of each; as it stands without arguments it changes nothing. Limits are in LIMITS.

    rotate: degrees clockwise; shift_x, shift_y: pixels to the right and down; scale: times as large;
    shear: pixels to the left for each pixel down; blur: standard deviation of a Gaussian, pixels;
    contrast: distance of each pixel from middle grey, times this: 0 is all grey, -1 the negative;
    noise: standard deviation of a pixel, where 1 is ink; patch: side of a square that covers the picture,
    its middle at patch_x, patch_y pixels from the left upper corner, patch_tone: 0 paper to 1 ink.
    Raises ValueError for an amount outside its limits.
    """

    rotate: float = 0.0
    shift_x: float = 0.0
    shift_y: float = 0.0
    scale: float = 1.0
    shear: float = 0.0
    blur: float = 0.0
    contrast: float = 1.0
    noise: float = 0.0
    patch: float = 0.0
    patch_x: float = 14.0
    patch_y: float = 14.0
    patch_tone: float = 0.0

    def __post_init__(self) -> None:
        for name in NAMES:
            _check(name, np.asarray(getattr(self, name)))

    @property
    def nothing(self) -> bool:
        """Whether pictures stay as they are."""
        resting = {"patch_x", "patch_y", "patch_tone"}  # these alone do nothing
        return all(getattr(self, name) == LIMITS[name].neutral for name in NAMES if name not in resting)

    def along(self, name: str, values: ArrayLike) -> dict[str, Any]:
        """These amounts with one of them running through `values` (N,), for `disturbed`. KeyError."""
        LIMITS[name]
        return {**vars(self), name: np.asarray(values, np.float32)}


NAMES = tuple(field.name for field in fields(Disturbance))

Amounts = Disturbance | Mapping[str, ArrayLike]


def disturbed(images: Images, amounts: Amounts, noise: Images | None = None) -> Images:
    """Changed copies: (N, 28, 28) float32 in 0..1 -> the same, where neutral amounts change no bit.

    amounts: one for all, or by name with one number or one for each image (N,); what is not named is
    neutral. noise: the random field, (28, 28) for all images or (N, 28, 28), see `noise_field`. Raises
    ValueError for an amount outside its limits, an unknown name, or noise without a field.
    """
    n = len(images)
    each = _spread(amounts, n)
    out: Images = np.array(images, np.float32)
    _place(out, each)
    _on(out, each["blur"] != 0.0, each["blur"], blurred)
    _on(out, each["contrast"] != 1.0, each["contrast"], _contrasted)
    _cover(out, each)
    noisy = np.flatnonzero(each["noise"])
    if noisy.size:
        if noise is None:
            raise ValueError("noise needs a random field")
        field = np.broadcast_to(noise, out.shape)[noisy]
        out[noisy] = np.clip(out[noisy] + each["noise"][noisy, None, None] * field, 0.0, 1.0)
    return out


def noise_field(rng: np.random.Generator, n: int | None = None) -> Images:
    """Standard normal numbers for each pixel: (28, 28), or (n, 28, 28)."""
    shape = (SIDE, SIDE) if n is None else (n, SIDE, SIDE)
    return rng.standard_normal(shape, np.float32)


def blurred(images: Images, sigmas: Images) -> Images:
    """Each image (N, H, W) with a Gaussian of its own standard deviation (N,), in pixels, above 0.

    Separable: one matrix for the rows, one for the columns. Beyond the edge there is paper.
    """
    high, wide = images.shape[1:]
    rows = _gaussian(high, sigmas)
    columns = rows if wide == high else _gaussian(wide, sigmas)
    return np.asarray(rows @ images @ columns, np.float32)


def _spread(amounts: Amounts, n: int) -> dict[str, Images]:
    """Every amount as (n,) float32."""
    given = vars(amounts) if isinstance(amounts, Disturbance) else amounts
    unknown = set(given) - set(LIMITS)
    if unknown:
        raise ValueError(f"no disturbance is called {sorted(unknown)[0]!r}")
    each = {name: np.full(n, limits.neutral, np.float32) for name, limits in LIMITS.items()}
    for name, value in given.items():
        values = np.asarray(value, np.float32)
        _check(name, values)
        each[name][:] = values
    return each


def _check(name: str, values: NDArray[Any]) -> None:
    low, high = LIMITS[name].low, LIMITS[name].high
    slack = 1e-6 * (high - low)  # a limit that went through float32 is still that limit
    if not np.all((values >= low - slack) & (values <= high + slack)):
        raise ValueError(f"{name} is not between {low} and {high}")


def _on(out: Images, which: NDArray[np.bool_], amounts: Images, change: Any) -> None:
    """Change those images alone, so that the others keep every bit."""
    chosen = np.flatnonzero(which)
    if chosen.size:
        out[chosen] = change(out[chosen], amounts[chosen])


def _place(out: Images, each: dict[str, Images]) -> None:
    """Scale, shear, turn, then shift."""
    moved = each["scale"] != 1.0
    for name in ("rotate", "shift_x", "shift_y", "shear"):
        moved |= each[name] != 0.0
    chosen = np.flatnonzero(moved)
    if not chosen.size:
        return
    pictures, scale = out[chosen], each["scale"][chosen]
    small = scale < 1.0
    # What lies between the places that are looked at must be seen too: average before shrinking.
    _on(pictures, small, 0.5 * np.sqrt(np.maximum(1.0 / (scale * scale) - 1.0, 0.0)), blurred)
    some = {name: each[name][chosen].astype(np.float64) for name in each}
    out[chosen] = np.clip(warp(pictures, _matrices(some)), 0.0, 1.0)


def _matrices(each: Mapping[str, NDArray[np.float64]]) -> Images:
    """For each image the map (2, 3) from a place in the new picture to the place in the old one.

    new = turn . shear . scale . old + shift, in pixels about the middle, x to the right and y down.
    """
    turn = np.deg2rad(each["rotate"])
    cos, sin = np.cos(turn), np.sin(turn)
    shear, scale = each["shear"], each["scale"]
    inverse = np.empty((len(turn), 2, 2))
    inverse[:, 0, 0], inverse[:, 0, 1] = cos - shear * sin, sin + shear * cos
    inverse[:, 1, 0], inverse[:, 1, 1] = -sin, cos
    inverse /= scale[:, None, None]
    shift = np.stack((each["shift_x"], each["shift_y"]), axis=1)[:, :, None]
    return np.concatenate((inverse, -inverse @ shift), axis=2).astype(np.float32)


def _contrasted(images: Images, contrast: Images) -> Images:
    half = np.float32(0.5)
    out: Images = half + (images - half) * contrast[:, None, None]
    return np.clip(out, np.float32(0.0), np.float32(1.0), out=out)


def _cover(out: Images, each: dict[str, Images]) -> None:
    """The patch; a pixel that its edge runs through is covered in part, so that it moves smoothly."""
    chosen = np.flatnonzero(each["patch"])
    if not chosen.size:
        return
    half = each["patch"][chosen] * np.float32(0.5)
    across = _overlap(each["patch_x"][chosen], half, out.shape[2])
    down = _overlap(each["patch_y"][chosen], half, out.shape[1])
    covered = down[:, :, None] * across[:, None, :]
    tone = each["patch_tone"][chosen, None, None]
    out[chosen] += covered * (tone - out[chosen])


def _overlap(middle: Images, half: Images, size: int) -> Images:
    """How much of each of `size` pixels lies within `half` of `middle`: (N, size) in 0..1."""
    pixel = np.arange(size, dtype=np.float32)
    low = np.maximum((middle - half)[:, None], pixel)
    high = np.minimum((middle + half)[:, None], pixel + 1)
    return np.asarray(np.maximum(high - low, np.float32(0.0)), np.float32)


def _gaussian(size: int, sigmas: Images) -> Images:
    """Matrices (N, size, size) that blur a column; the weights of all pixels, also beyond, sum to 1."""
    distance = np.arange(size, dtype=np.float32)
    falling = np.exp(-0.5 * (distance / sigmas[:, None]) ** 2)
    falling /= (2.0 * falling.sum(axis=1) - falling[:, 0])[:, None]
    at = np.arange(size)
    return np.asarray(falling[:, np.abs(at[:, None] - at)], np.float32)
