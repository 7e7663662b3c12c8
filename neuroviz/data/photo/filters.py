"""Filters on grey pictures (H, W) float32, in few passes over the whole array."""

from __future__ import annotations

from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.prepare import averaging

Grey = NDArray[np.float32]


def resized(picture: Grey, height: int, width: int) -> Grey:
    """Each new pixel averages the area that it covers; used for smaller pictures.

    Whole factors first, by adding slices, so that the matrices that do the rest stay small.
    """
    by_y, by_x = (max(1, old // (2 * new)) for old, new in zip(picture.shape, (height, width), strict=True))
    small = _blocks(picture, by_y, by_x)
    rows = averaging(small.shape[0], height)
    columns = averaging(small.shape[1], width)
    return np.asarray(rows @ small @ columns.T, np.float32)


def _blocks(picture: Grey, by_y: int, by_x: int) -> Grey:
    """Means of blocks; what does not fill a block at the far edges is left out."""
    if by_y == by_x == 1:
        return picture
    h, w = picture.shape[0] // by_y, picture.shape[1] // by_x
    picture = picture[: h * by_y, : w * by_x]
    rows: Grey = picture[0::by_y].astype(np.float32)
    for k in range(1, by_y):
        rows += picture[k::by_y]
    out: Grey = rows[:, 0::by_x].copy()
    for k in range(1, by_x):
        out += rows[:, k::by_x]
    out *= np.float32(1.0 / (by_y * by_x))
    return out


def enlarged_to(picture: Grey, height: int, width: int) -> Grey:
    """A smooth picture at a larger size, interpolated linearly; edges are held."""
    rows, columns = _linear(picture.shape[0], height), _linear(picture.shape[1], width)
    return np.asarray(rows @ picture @ columns.T, np.float32)


def _linear(n: int, m: int) -> Grey:
    """The matrix (m, n) that interpolates n values at m places."""
    place = np.clip((np.arange(m) + 0.5) * (n / m) - 0.5, 0.0, n - 1.0)
    return np.asarray(np.maximum(1.0 - np.abs(place[:, None] - np.arange(n)), 0.0), np.float32)


def greatest(picture: Grey, high: int, wide: int) -> Grey:
    """The maximum over a window of high x wide pixels about each; odd sizes; the edge is held."""
    return _running(_running(picture, high, np.maximum).T, wide, np.maximum).T


def least(picture: Grey, high: int, wide: int) -> Grey:
    """The minimum over a window of high x wide pixels about each; odd sizes; the edge is held."""
    return _running(_running(picture, high, np.minimum).T, wide, np.minimum).T


def opened(picture: Grey, high: int, wide: int) -> Grey:
    """What is bright and smaller than the window goes, the rest stays as it is."""
    return greatest(least(picture, high, wide), high, wide)


def closed(picture: Grey, high: int, wide: int) -> Grey:
    """What is dark and smaller than the window goes, the rest stays as it is, edges of shadows too.

    Beyond its edge the picture is thought to go on as it ends, so that the window fits into corners.
    """
    framed = np.pad(picture, ((high, high), (wide, wide)), mode="edge")
    return least(greatest(framed, high, wide), high, wide)[high:-high, wide:-wide]


def _running(picture: Grey, size: int, extreme: np.ufunc) -> Grey:
    """Over `size` rows about each, in log2(size) passes: windows are joined from two smaller ones."""
    half = size // 2
    if half < 1:
        return picture
    out = np.pad(picture, ((half, half), (0, 0)), mode="edge")
    done = 1
    while done < size:
        step = min(done, size - done)
        out = np.asarray(extreme(out[:-step], out[step:]), np.float32)
        done += step
    return out


def blurred(picture: Grey, radius: int) -> Grey:
    """The mean over a square of 2 radius + 1 pixels about each; the edge is held."""
    if radius < 1:
        return picture
    for _ in range(2):
        padded = np.pad(picture, ((radius + 1, radius), (0, 0)), mode="edge")
        sums = np.cumsum(padded, axis=0, dtype=np.float64)
        size = 2 * radius + 1
        picture = np.asarray((sums[size:] - sums[:-size]) / size, np.float32).T
    return np.ascontiguousarray(picture)


def turned(picture: Grey, degrees: float) -> Grey:
    """The picture turned about its middle, clockwise as seen, on a field that holds all of it; 0 outside.

    Bilinear interpolation: (H, W) -> (H', W').
    """
    h, w = picture.shape
    c, s = cos(radians(degrees)), sin(radians(degrees))
    high, wide = (int(np.ceil(abs(c) * a + abs(s) * b - 1e-6)) for a, b in ((h, w), (w, h)))
    padded = np.pad(picture, 2)
    x = np.arange(wide, dtype=np.float32) - np.float32((wide - 1) / 2)
    y = (np.arange(high, dtype=np.float32) - np.float32((high - 1) / 2))[:, None]
    old_x = np.float32(c) * x + np.float32(s) * y + np.float32((w - 1) / 2 + 2)
    old_y = np.float32(c) * y - np.float32(s) * x + np.float32((h - 1) / 2 + 2)
    np.clip(old_x, np.float32(0.0), np.float32(w + 2.99), out=old_x)
    np.clip(old_y, np.float32(0.0), np.float32(h + 2.99), out=old_y)
    column, row = old_x.astype(np.int32), old_y.astype(np.int32)
    old_x -= column
    old_y -= row
    index = row * np.int32(w + 4) + column
    flat = padded.ravel()
    upper = _between(flat, index, old_x)
    index += np.int32(w + 4)
    lower = _between(flat, index, old_x)
    lower -= upper
    lower *= old_y
    upper += lower
    return upper


def _between(flat: Grey, index: NDArray[np.int32], part: Grey) -> Grey:
    left = flat.take(index)
    right = flat[1:].take(index)
    right -= left
    right *= part
    left += right
    return left
