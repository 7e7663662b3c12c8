"""Colour arithmetic: contrast, the perceptual OKLab space, and colour maps computed in it.

OKLab: B. Ottosson, "A perceptual color space for image processing", 2020. Contrast: WCAG 2.1, 1.4.3.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Bytes = NDArray[np.uint8]

_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


def rgb(code: str) -> Array:
    """Red, green and blue in 0..1 of a code like "#1C1F26"."""
    return np.array([int(code[i : i + 2], 16) for i in (1, 3, 5)]) / 255.0


def linear(srgb: Array) -> Array:
    """Linear light from gamma-encoded sRGB, both (..., 3) in 0..1."""
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def encoded(light: Array) -> Array:
    """Gamma-encoded sRGB from linear light, both (..., 3) in 0..1; what no screen can show is clipped."""
    light = np.clip(light, 0.0, 1.0)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    dark, bright = sorted(float(linear(rgb(code)) @ _LUMINANCE) for code in (one, other))
    return (bright + 0.05) / (dark + 0.05)


def oklab(light: Array) -> Array:
    """OKLab (..., 3) from linear light (..., 3)."""
    return np.asarray(np.cbrt(light @ _TO_LMS.T) @ _TO_LAB.T)


def from_oklab(lab: Array) -> Array:
    """Linear light (..., 3) from OKLab (..., 3)."""
    return np.asarray((lab @ np.linalg.inv(_TO_LAB).T) ** 3 @ np.linalg.inv(_TO_LMS).T)


def ramp(codes: Sequence[str], n: int) -> Bytes:
    """A colour map through the anchors `codes`: (n, 4) RGBA in equal perceptual steps, ends exact."""
    anchors = oklab(linear(np.array([rgb(code) for code in codes])))
    fine = np.linspace(0, len(codes) - 1, 64 * len(codes))
    path = np.stack([np.interp(fine, range(len(codes)), anchors[:, i]) for i in range(3)], axis=1)
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    even = np.linspace(0, length[-1], n)
    lab = np.stack([np.interp(even, length, path[:, i]) for i in range(3)], axis=1)
    table = np.full((n, 4), 255, np.uint8)
    table[:, :3] = np.rint(encoded(from_oklab(lab)) * 255)
    return table


def mix(one: str, other: str, share: float) -> str:
    """The colour `share` (0..1) of the way from `one` to `other`, in linear light."""
    light = (1 - share) * linear(rgb(one)) + share * linear(rgb(other))
    return "#" + "".join(f"{round(float(c) * 255):02X}" for c in encoded(light))
