"""Lines of ruled and squared paper: found as long thin straight runs, taken away without eating strokes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import radians, tan

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.photo.filters import Grey, least, opened

_THICKEST = 1 / 90  # of the longer side: what is thicker is no line of the paper
_STEEPEST = 26.0  # degrees
_COARSE, _FINE = 1.0, 0.1  # degrees between two slopes that are tried
_SAMPLE = 8_000  # points that are enough to find a slope by
_ALONE = np.float32(0.5)  # of its darkness, that must be gone without what is thin
_COVERED = 0.45  # of its length: less is no line
_SHORTEST = 0.4  # of the side: shorter ones, in the corners of a tilted sheet, tell too little
_FEWEST = 2  # one alone may be the edge of a shadow, a fold, or a stroke
_SURE = 3  # lines side by side, from which the tilt of the sheet is told
_FAINTEST = 0.06  # darkness below which a line does not matter
_MARGIN = np.float32(0.12)  # darker than its line by this: a stroke lies on it


@dataclass(frozen=True, eq=False)
class Lines:
    """What was found: the picture without lines, how many there were, and their slope in degrees.

    slope: of lines from left to right, positive when they fall; None when there are too few to tell.
    """

    ink: Grey
    count: int
    slope: float | None


def without_lines(ink: Grey) -> Lines:
    """Take away lines from left to right, then those from top to bottom."""
    *_, found = lines_in_pieces(ink)
    assert found is not None
    return found


def lines_in_pieces(ink: Grey) -> Iterator[Lines | None]:
    """The same in two pieces of work: None after the first, then what was found."""
    thickest = max(3, int(max(ink.shape) * _THICKEST)) | 1
    level, count, slope = _without_level_lines(ink, thickest)
    yield None
    upright, more, other = _without_level_lines(np.ascontiguousarray(level.T), thickest)
    slope = slope if count >= more else -other
    yield Lines(np.ascontiguousarray(upright.T), count + more, slope if max(count, more) >= _SURE else None)


def _without_level_lines(ink: Grey, thickest: int) -> tuple[Grey, int, float]:
    """Lines from left to right of at most `thickest` pixels; gives picture, number and slope in degrees."""
    thin = ink - opened(ink, thickest + 2, 1)
    # what is thin stands alone on the paper; the grain within a stroke does not
    rows, columns = np.nonzero((thin > max(_FAINTEST, _noise(thin))) & (thin > _ALONE * ink))
    if len(rows) < ink.shape[1] // 2:
        return ink, 0, 0.0
    slope = _slope(rows, columns)
    offset, length = _tracks(ink.shape, slope)
    track = offset[rows, columns]
    cover = np.bincount(track, minlength=len(length)) / np.maximum(length, 1)
    # a line a little out of the true slope is spread over two tracks
    wide = np.maximum(cover[:-1] + cover[1:], 0)
    wide = np.maximum(np.append(wide, 0), np.append(0, wide))
    on = (np.maximum(cover, 0.75 * wide) > _COVERED) & (length > _SHORTEST * ink.shape[1]) & (cover > 0.1)
    found = _groups(on, thickest)
    if len(found) < _FEWEST:
        return ink, 0, 0.0
    return _taken_away(ink, offset, found, thickest), len(found), slope


def _noise(thin: Grey) -> float:
    """A level that the grain of the paper alone rarely reaches."""
    some = thin[::4, ::4]
    return 3.0 * float(some.mean()) if some.size else 0.0


def _slope(rows: NDArray[np.intp], columns: NDArray[np.intp]) -> float:
    """The slope in degrees along which the points crowd into the fewest tracks: roughly, then finely."""
    step = max(1, len(rows) // _SAMPLE)
    y, x = rows[::step].astype(np.float32), columns[::step].astype(np.float32)
    rough = np.arange(-_STEEPEST, _STEEPEST + _COARSE / 2, _COARSE)
    best = float(rough[int(np.argmax([_crowding(y, x, one, 3.0) for one in rough]))])
    fine = np.arange(best - _COARSE, best + _COARSE + _FINE / 2, _FINE)
    return float(fine[int(np.argmax([_crowding(y, x, one, 1.0) for one in fine]))])


def _crowding(y: Grey, x: Grey, slope: float, bin_size: float) -> float:
    """The sum of squares of how many points lie on each track of this slope."""
    m = tan(radians(slope))
    place = (y - np.float32(m) * x) * np.float32(1.0 / bin_size)
    place -= place.min()
    counts = np.bincount(place.astype(np.intp)).astype(np.float64)
    return float(counts @ counts)


def _tracks(shape: tuple[int, ...], slope: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The number of the track that each pixel lies on, and how many columns each track crosses."""
    h, w = shape
    fall = np.tan(np.radians(slope)) * np.arange(w)
    shift = np.rint(fall - fall.max()).astype(np.intp)  # at most 0
    offset = np.arange(h)[:, None] - shift[None, :]
    first = -shift
    n = h + int(first.max())
    begins = np.bincount(first, minlength=n + 1)
    ends = np.bincount(first + h, minlength=n + h + 1)[: n + 1]
    return offset, np.cumsum(begins - ends)[:n]


def _groups(on: NDArray[np.bool_], thickest: int) -> list[tuple[int, int]]:
    """Neighbouring tracks as one line each: (first, last + 1); groups thicker than a line are none."""
    edges = np.diff(on.astype(np.int8), prepend=0, append=0)
    starts, stops = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    return [(int(a), int(b)) for a, b in zip(starts, stops, strict=True) if b - a <= thickest + 2]


def _taken_away(ink: Grey, offset: NDArray[np.intp], found: list[tuple[int, int]], thickest: int) -> Grey:
    """On the tracks of lines keep only what crosses them, or is clearly darker than the line itself."""
    n = int(offset.max()) + 1
    near, typical = np.zeros(n, bool), np.zeros(n, np.float32)
    for a, b in found:
        near[max(0, a - 1) : b + 1] = True
    pixels = near[offset]
    track, values = offset[pixels], ink[pixels]
    for a, b in found:  # a line between two rows of pixels is darker in one of them
        own = [float(np.median(core)) for t in range(a, b) if len(core := values[track == t])]
        typical[max(0, a - 1) : b + 1] = max(own, default=0.0)
    widest = max(b - a for a, b in found) + 2
    crossing = opened(ink, min(widest + 2, thickest + 2) | 1, 1)[pixels]
    darker = values > np.maximum(typical[track] * np.float32(1.5), typical[track] + _MARGIN)
    kept = np.where(darker, values, np.minimum(crossing, values))
    out = ink.copy()
    out[pixels] = kept
    return out


def grain(ink: Grey) -> Grey:
    """The picture without single dark pixels, as paper's grain and a camera's noise make them."""
    return np.maximum(least(ink, 1, 3), least(ink, 3, 1))
