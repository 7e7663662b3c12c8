"""From parts to digits: what is too small, what belongs together, what to cut, in what order to read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.photo.filters import Grey

Boxes = NDArray[np.intp]
Cluster = tuple[int, ...]

_SPECK = 0.3  # of the smallest height, for a part that might still belong to a digit
_FRAME = 0.6  # of a side: what touches the edge and is that long is no digit
_OVERLAP = 0.45  # of the narrower width, for a part above or below
_NEAR = 0.35  # of the usual height, between a part and its digit
_SMALL = 0.62  # of the usual height: only what is smaller is a part of something else
_BESIDE = 0.12  # of the usual height, between a part and its digit beside it
_WIDEST = 1.4  # usual heights, for what was joined
_ROUNDS = 60
_SHARED = 0.35  # of the smaller box, for what lies across each other
_TALLEST = 1.5  # usual heights, for what was joined
_WIDE = 1.2  # width by height of what may be two digits
_NARROWEST = 0.3  # width by height of what a cut may leave
_CROSSING = 1.4  # widths of a stroke that a cut may go through


def usable(boxes: Boxes, areas: Boxes, shape: tuple[int, ...], smallest: float) -> Cluster:
    """The parts that may belong to a digit: not specks, not frames at the edge."""
    h, w = shape
    least = max(2.0, _SPECK * smallest * max(h, w))
    kept = []
    for k, (x0, y0, x1, y1) in enumerate(boxes):
        long = max(x1 - x0, y1 - y0)
        at_edge = x0 <= 1 or y0 <= 1 or x1 >= w - 1 or y1 >= h - 1
        frame = at_edge and ((x1 - x0) > _FRAME * w or (y1 - y0) > _FRAME * h)
        if long >= least and areas[k] >= least * least * 0.15 and not frame:
            kept.append(k)
    return tuple(kept)


def usual_height(boxes: Boxes) -> float:
    """The height of most digits: the median of the larger half of the parts."""
    if len(boxes) == 0:
        return 0.0
    heights = np.sort(np.maximum(boxes[:, 3] - boxes[:, 1], (boxes[:, 2] - boxes[:, 0]) * 0.6))
    tall = heights[heights >= 0.5 * heights[-1]]
    return float(np.median(tall))


def joined(boxes: Boxes) -> list[Cluster]:
    """Parts put together that make one digit: the roof of a 5, the pieces of a broken stroke.

    A small part goes to the nearest larger one it lies above, below or beside; then what lies across
    each other becomes one.
    """
    n, usual = len(boxes), usual_height(boxes)
    if n == 0:
        return []
    owner = np.arange(n)
    gap = _gaps(boxes, usual)
    small = (boxes[:, 3] - boxes[:, 1] < _SMALL * usual) & np.isfinite(gap.min(axis=1))
    owner[small] = gap[small].argmin(axis=1)
    while not np.array_equal(owner, owner[owner]):  # always to a larger one, so this ends
        owner = owner[owner]
    clusters = [tuple(np.flatnonzero(owner == root).tolist()) for root in np.unique(owner)]
    return _across_each_other(boxes, clusters, usual)


def _gaps(boxes: Boxes, usual: float) -> NDArray[np.float64]:
    """How far part k (row) is from part j (column), where it may belong to it; else infinite: (n, n)."""
    low, high = boxes[:, :2], boxes[:, 2:]
    size = high - low
    gap = np.maximum(low[:, None], low[None]) - np.minimum(high[:, None], high[None])
    whole = np.maximum(high[:, None], high[None]) - np.minimum(low[:, None], low[None])
    across, down = gap[..., 0], gap[..., 1]
    stacked = (-across >= _OVERLAP * np.minimum(size[:, None, 0], size[None, :, 0])) & (down <= _NEAR * usual)
    beside = (down < 0) & (across <= _BESIDE * usual)
    number = np.arange(len(boxes))
    rank = size[:, 1] * len(boxes) + number
    larger = rank[None, :] > rank[:, None]  # only to a larger one, so that no circle arises
    fits = (whole[..., 1] <= _TALLEST * usual) & (whole[..., 0] <= _WIDEST * usual)
    near = np.asarray(np.maximum(across, 0) + np.maximum(down, 0), np.float64)
    return np.where((stacked | beside) & larger & fits, near, np.inf)


def _across_each_other(boxes: Boxes, clusters: list[Cluster], usual: float) -> list[Cluster]:
    """Two clusters whose boxes share a good part of the smaller one are made one, until none are left."""
    found = list(clusters)
    for _ in range(_ROUNDS):
        rounds = np.array([_around(boxes, one) for one in found], np.intp).reshape(-1, 4)
        low = np.maximum(rounds[:, None, :2], rounds[None, :, :2])
        high = np.minimum(rounds[:, None, 2:], rounds[None, :, 2:])
        shared = np.prod(np.maximum(high - low, 0), axis=2)
        own = np.prod(rounds[:, 2:] - rounds[:, :2], axis=1)
        reach = np.maximum(rounds[:, None, 2:], rounds[None, :, 2:])
        reach = reach - np.minimum(rounds[:, None, :2], rounds[None, :, :2])
        close = shared > _SHARED * np.minimum(own[:, None], own[None, :])
        close &= (reach[..., 1] <= _TALLEST * usual) & (reach[..., 0] <= _TALLEST * usual)
        pairs = np.argwhere(np.triu(close, 1))
        if len(pairs) == 0:
            return found
        a, b = pairs[0].tolist()
        found[a] = tuple(sorted(found[a] + found.pop(b)))
    return found


def _around(boxes: Boxes, parts: Cluster) -> tuple[int, int, int, int]:
    """The box round some parts."""
    some = boxes[list(parts)]
    x0, y0 = some[:, :2].min(axis=0).tolist()
    x1, y1 = some[:, 2:].max(axis=0).tolist()
    return x0, y0, x1, y1


@dataclass(frozen=True, eq=False)
class Piece:
    """One digit's place: box x0, y0, x1, y1 and the parts whose ink it holds, within the box only.

    own: (h, w) which pixels of the box are its own, where it was cut from others; None for all.
    """

    box: tuple[int, int, int, int]
    parts: Cluster
    own: NDArray[np.bool_] | None = None


def pieces(boxes: Boxes, clusters: list[Cluster]) -> list[Piece]:
    """Each cluster with the box round its parts."""
    return [Piece(_around(boxes, one), one) for one in clusters]


def cut_apart(piece: Piece, ink: Grey, usual: float) -> list[Piece]:
    """Cut a piece that is as wide as several digits along paths from top to bottom with the least ink.

    ink: (h, w) of the piece alone, in its box. The best cut first, then each side anew; it stays whole when
    every path would cross more than one stroke.
    """
    h, w = ink.shape
    tall = max(float(h), 0.8 * usual)
    low, high = int(_NARROWEST * tall), w - int(_NARROWEST * tall)
    if w < _WIDE * tall or high - low < 2:
        return [piece]
    path, cost = _path(ink[:, low:high])
    if cost > _CROSSING * max(2.0, stroke_width(ink)):
        return [piece]
    left = np.arange(w) < (low + path)[:, None]
    found = []
    for side in (left, ~left):
        whole = side if piece.own is None else side & piece.own
        one = _trimmed(piece, whole, np.where(side, ink, np.float32(0.0)))
        if one is None:
            return [piece]
        found += cut_apart(*one, usual)
    return found


def _trimmed(piece: Piece, own: NDArray[np.bool_], ink: Grey) -> tuple[Piece, Grey] | None:
    """What is a piece's own, in the smallest box; None when there is no ink."""
    rows, columns = (np.flatnonzero((ink > 0.5).any(axis=axis)) for axis in (1, 0))
    if len(rows) == 0:
        return None
    (top, bottom), (left, right) = ((int(at[0]), int(at[-1]) + 1) for at in (rows, columns))
    x0, y0, _, _ = piece.box
    box = (x0 + left, y0 + top, x0 + right, y0 + bottom)
    inside = np.s_[top:bottom, left:right]
    return Piece(box, piece.parts, own[inside]), ink[inside]


def stroke_width(ink: Grey) -> float:
    """The usual width of strokes in pixels, about twice their area by the length of their outline.

    Steps of a slanted outline are counted along both axes, hence the factor.
    """
    mask = ink > 0.5
    outline = int((mask[:, 1:] != mask[:, :-1]).sum() + (mask[1:] != mask[:-1]).sum())
    return 2.0 * float(ink.sum()) / (0.8 * outline) if outline else 0.0


def _path(ink: Grey) -> tuple[NDArray[np.intp], float]:
    """The columns (h,) of the path from top to bottom that crosses the least ink, and how much.

    From row to row it moves by one column at most, and a little rather straight down: dynamic programming.
    """
    h, w = ink.shape
    bend = np.array([0.02, 0.0, 0.02])[:, None]
    total = np.asarray(ink[0], np.float64)
    moves = np.zeros((h, w), np.intp)
    for y in range(1, h):
        framed = np.pad(total, 1, constant_values=np.inf)
        options = np.stack([framed[:-2], framed[1:-1], framed[2:]]) + bend
        moves[y] = options.argmin(axis=0) - 1
        total = options.min(axis=0) + ink[y]
    path = np.empty(h, np.intp)
    path[-1] = int(total.argmin())
    for y in range(h - 1, 0, -1):
        path[y - 1] = path[y] + moves[y, path[y]]
    return path, float(total.min())


def in_reading_order(found: list[Piece]) -> list[Piece]:
    """Rows from top to bottom, each from left to right."""
    rows: list[list[Piece]] = []
    for one in sorted(found, key=lambda p: p.box[1] + p.box[3]):
        middle = 0.5 * (one.box[1] + one.box[3])
        for row in rows:
            low = np.mean([p.box[1] for p in row])
            high = np.mean([p.box[3] for p in row])
            if low < middle < high:
                row.append(one)
                break
        else:
            rows.append([one])
    rows.sort(key=lambda row: float(np.mean([p.box[1] + p.box[3] for p in row])))
    return [one for row in rows for one in sorted(row, key=lambda p: (p.box[0], p.box[1]))]


def tilt_of_rows(boxes: Boxes) -> float:
    """How much rows of digits fall from left to right, in degrees; 0 when there are too few to tell.

    The median slope from each large part to its nearest large neighbour on the right.
    """
    usual = usual_height(boxes)
    large = boxes[(boxes[:, 3] - boxes[:, 1]) >= _SMALL * usual] if len(boxes) else boxes
    if len(large) < 3:
        return 0.0
    x, y = (large[:, 0] + large[:, 2]) / 2, (large[:, 1] + large[:, 3]) / 2
    dx, dy = x[None, :] - x[:, None], y[None, :] - y[:, None]
    ahead = (dx > 0.3 * usual) & (np.abs(dy) < 0.6 * np.abs(dx)) & (dx < 3.5 * usual)
    distance = np.where(ahead, dx * dx + 4 * dy * dy, np.inf)
    nearest = distance.argmin(axis=1)
    has = np.isfinite(distance.min(axis=1))
    if has.sum() < 2:
        return 0.0
    i = np.flatnonzero(has)
    # a long base tells more than a short one
    total_y, total_x = dy[i, nearest[i]], dx[i, nearest[i]]
    return float(np.degrees(np.arctan2(np.median(total_y / total_x), 1.0)))
