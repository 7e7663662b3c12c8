"""Sheets of paper made by script: digits written on them by pens or taken from MNIST, and photographed.

What such a sheet shows is known, so that it can be measured what each step of reading is worth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

from neuroviz.data import strokes
from neuroviz.data.enlarged import enlarged
from neuroviz.data.ink import Drawing, Stroke, raster
from neuroviz.data.photo.filters import Grey, blurred, enlarged_to, resized, turned
from neuroviz.data.prepare import bounds

_PATCH = 160  # pixels of a digit before it is put on the paper


@dataclass(frozen=True)
class Paper:
    """How a sheet looks. Lengths are parts of its width.

    width, height in pixels; dark: chalk on a board; digit: height of a digit; gap between two, which may be
    negative; pen: width of the pen as a part of a digit's height; ink: darkness of the pen; squares: side
    of the squares, 0 for plain paper; ruled: lines from left to right only; line: their darkness;
    dirt: how many small marks lie about; breaks: how many gaps a dry pen leaves in a digit, on average;
    tilt: degrees; shadow: how much darker the far corner is; edge: whether the shadow has a hard edge;
    noise: standard deviation of the camera's grain.
    """

    width: int = 640
    height: int = 420
    dark: bool = False
    digit: float = 0.16
    gap: float = 0.035
    pen: float = 0.1
    ink: float = 0.75
    squares: float = 0.0
    ruled: bool = False
    line: float = 0.22
    dirt: int = 0
    breaks: float = 0.0
    tilt: float = 0.0
    shadow: float = 0.0
    edge: bool = False
    noise: float = 0.015


Written = tuple[int, Grey]


def by_pen(label: int, rng: np.random.Generator, pen: float) -> Grey:
    """A digit as a hand writes it, cropped: (h, w), about `_PATCH` high."""
    drawing = strokes.digit(label, rng)
    points = np.concatenate([np.array(one.points) for one in drawing.strokes])
    low, high = points.min(axis=0), points.max(axis=0)
    side = float(max(high - low)) or 1.0
    scale = 1.0 / (side * (1.0 + pen) + 0.02)
    middle = (low + high) / 2
    whole = Drawing(tuple(
        Stroke.of((np.array(one.points) - middle) * scale + 0.5, pen * side * scale)
        for one in drawing.strokes
    ))  # fmt: skip
    return _cropped(raster(whole, _PATCH))


def by_hand(image: NDArray[np.uint8]) -> Grey:
    """A MNIST digit (28, 28) at the size of paper, cropped."""
    return _cropped(enlarged(image, _PATCH * 28 // 20))


def _cropped(ink: Grey) -> Grey:
    box = bounds(ink)
    assert box is not None
    x0, y0, x1, y1 = box
    return ink[y0:y1, x0:x1]


def sheet(rows: Sequence[Sequence[Grey]], paper: Paper, rng: np.random.Generator) -> NDArray[np.uint8]:
    """A photo (H, W) of a sheet with these digits, row by row in its middle."""
    *_, photo = sheet_in_pieces(rows, paper, rng)
    assert photo is not None
    return photo


def sheet_in_pieces(
    rows: Sequence[Sequence[Grey]], paper: Paper, rng: np.random.Generator
) -> Iterator[NDArray[np.uint8] | None]:
    """The same in pieces of a few ms: None after each, then the photo."""
    ink = _written(rows, paper, rng)
    _scattered(ink, paper.dirt, rng)
    yield None
    if paper.tilt:
        ink = _middle(turned(ink, paper.tilt), paper.height, paper.width)
        yield None
    texture = rng.standard_normal(ink.shape).astype(np.float32)
    yield None
    texture = blurred(texture, 1) * np.float32(0.25)
    dark = np.clip(ink * (1.0 + texture), 0.0, 1.0) * paper.ink
    yield None
    lines = _lines(paper)
    yield None
    light = 1.0 - np.maximum(dark, lines) - 0.35 * np.minimum(dark, lines)
    if paper.dark:
        light = 0.16 + 0.84 * (1.0 - light)
    photo = 0.93 * light * _lamp(paper, rng)
    yield None
    photo = photo + paper.noise * rng.standard_normal(photo.shape)
    yield None
    yield np.rint(255.0 * np.clip(photo, 0.0, 1.0)).astype(np.uint8)


def _written(rows: Sequence[Sequence[Grey]], paper: Paper, rng: np.random.Generator) -> Grey:
    """The ink of all digits on level paper: (H, W)."""
    ink = np.zeros((paper.height, paper.width), np.float32)
    tall = paper.digit * paper.width
    pitch = 1.5 * tall
    top = paper.height / 2 - pitch * (len(rows) - 1) / 2
    for k, row in enumerate(rows):
        sized = [_sized(one, tall * float(rng.uniform(0.9, 1.1))) for one in row]
        sized = [_broken(one, int(rng.poisson(paper.breaks)), 0.022 * tall, rng) for one in sized]
        total = sum(one.shape[1] for one in sized) + paper.gap * paper.width * (len(sized) - 1)
        x = (paper.width - total) / 2
        for one in sized:
            y = top + k * pitch - one.shape[0] / 2 + float(rng.normal(0.0, 0.03 * tall))
            _put(ink, one, round(y), round(x))
            x += one.shape[1] + paper.gap * paper.width
    return ink


def _broken(ink: Grey, n: int, half: float, rng: np.random.Generator) -> Grey:
    """A digit with n straight gaps through it, each through some of its ink, 2 x `half` pixels wide."""
    y, x = np.nonzero(ink > 0.5)
    for _ in range(n if len(y) else 0):
        at, turn = int(rng.integers(len(y))), float(rng.uniform(0.0, np.pi))
        rows = np.arange(ink.shape[0])[:, None] - y[at]
        columns = np.arange(ink.shape[1]) - x[at]
        distance = np.abs(cos(turn) * rows - sin(turn) * columns)
        ink = ink * np.clip(distance - half, 0.0, 1.0).astype(np.float32)
    return ink


def _scattered(ink: Grey, n: int, rng: np.random.Generator) -> None:
    """n small round marks anywhere on the sheet."""
    for _ in range(n):
        radius = float(rng.uniform(0.0025, 0.008)) * ink.shape[1]
        y, x = (float(rng.uniform(0, side)) for side in ink.shape)
        distance = np.hypot(np.arange(ink.shape[0])[:, None] - y, np.arange(ink.shape[1]) - x)
        np.maximum(ink, np.clip(radius - distance + 0.5, 0.0, 1.0), out=ink)


def _sized(ink: Grey, height: float) -> Grey:
    scale = height / max(ink.shape)
    h, w = (max(1, round(side * scale)) for side in ink.shape)
    size = resized if scale < 1 else enlarged_to
    return np.clip(size(ink, h, w), np.float32(0.0), np.float32(1.0))


def _put(sheet: Grey, ink: Grey, y: int, x: int) -> None:
    """Ink on the sheet, as far as it lies on it."""
    h, w = ink.shape
    top, left = max(y, 0), max(x, 0)
    bottom, right = min(y + h, sheet.shape[0]), min(x + w, sheet.shape[1])
    if top < bottom and left < right:
        part = sheet[top:bottom, left:right]
        np.maximum(part, ink[top - y : bottom - y, left - x : right - x], out=part)


def _middle(ink: Grey, height: int, width: int) -> Grey:
    """The middle of a larger picture."""
    top, left = (ink.shape[0] - height) // 2, (ink.shape[1] - width) // 2
    return ink[top : top + height, left : left + width]


def _lines(paper: Paper) -> Grey:
    """Darkness of the paper's lines, 1.6 pixels thick with soft edges: (H, W)."""
    none = np.zeros((paper.height, paper.width), np.float32)
    if paper.squares <= 0:
        return none
    step = paper.squares * paper.width
    x = np.arange(paper.width) - paper.width / 2
    y = (np.arange(paper.height) - paper.height / 2)[:, None]
    c, s = cos(radians(paper.tilt)), sin(radians(paper.tilt))
    across, down = c * x + s * y, c * y - s * x
    darkness = none
    for along in (down,) if paper.ruled else (across, down):
        distance = np.abs((along / step + 0.37 + 0.5) % 1.0 - 0.5) * step
        darkness = np.maximum(darkness, np.clip(1.3 - distance, 0.0, 1.0).astype(np.float32))
    return darkness * np.float32(paper.line)


def _lamp(paper: Paper, rng: np.random.Generator) -> NDArray[np.float64]:
    """Light on the sheet, 1 where it is brightest: (H, W)."""
    x = np.linspace(0.0, 1.0, paper.width)
    y = np.linspace(0.0, 1.0, paper.height)[:, None]
    if paper.edge:
        way = (x - 0.55 + 0.25 * (y - 0.5)) * paper.width / 10  # an edge some ten pixels soft
        return 1.0 - paper.shadow * np.clip(way + 0.5, 0.0, 1.0)
    turn = float(rng.uniform(0.2, 1.0))
    return 1.0 - paper.shadow * np.clip((turn * x + (1.2 - turn) * y) / 1.2, 0.0, 1.0)
