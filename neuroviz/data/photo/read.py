"""Reading: a photo of handwriting taken apart into digits, every stage kept to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import cos, radians, sin
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.photo import group
from neuroviz.data.photo.components import Components, components
from neuroviz.data.photo.filters import Grey, enlarged_to, greatest, resized, turned
from neuroviz.data.photo.light import dark_paper, darkness, paper_brightness
from neuroviz.data.photo.lines import lines_in_pieces
from neuroviz.data.photo.recipe import PhotoRecipe
from neuroviz.data.photo.threshold import HALF, level_of, quiet, soft_ink
from neuroviz.data.prepare import Prepared, prepare

LONGEST, SHORTEST = 720, 280  # pixels of the working picture's longer side
MOST_PARTS, MOST_DIGITS = 300, 120  # of one picture; a page full of small print is not meant
_DIGITS_AT_ONCE = 8  # prepared in one piece of work
_LEVEL = 0.8  # degrees: less is not worth turning the picture, which blurs it a little
_MARGIN = 0.2  # of a digit's longer side, round it
_PEN, _THIN = 0.115, 0.085  # of a digit's height: the pen that the net is used to, and what is thinner


@dataclass(frozen=True, eq=False)
class Digit:
    """One digit found. box: in the straightened picture; corners: (4, 2) x, y as parts of the photo.

    prepared: what the net gets and how it came about.
    """

    box: tuple[int, int, int, int]
    corners: NDArray[np.float32]
    prepared: Prepared


@dataclass(frozen=True, eq=False)
class Reading:
    """A photo (H, W) on its way; pictures are float32 in 0..1 at working size, None before their stage.

    grey: the photo made small; upright: paper bright; ink: darkness against the paper; unlined: without
    the paper's lines; soft: 1 where there is ink; straight: that, turned level; kept: only what belongs
    to digits. dark: whether the paper is dark; n_lines and slope of the paper's lines; level between paper
    and ink; turn: degrees by which the picture was turned; digits: in reading order.
    """

    grey: Grey
    upright: Grey | None = None
    ink: Grey | None = None
    unlined: Grey | None = None
    soft: Grey | None = None
    straight: Grey | None = None
    kept: Grey | None = None
    parts: Components | None = None
    dark: bool = False
    n_lines: int = 0
    slope: float | None = None
    level: float = HALF
    turn: float = 0.0
    n_dropped: int = 0
    digits: tuple[Digit, ...] = ()


def working(photo: NDArray[Any]) -> Grey:
    """A photo (H, W) or (H, W, 3), bytes or 0..1, as grey at working size.

    Grey by the luma weights of ITU-R BT.601; small pictures are made larger. ValueError for other shapes.
    """
    if photo.ndim not in (2, 3) or 0 in photo.shape or (photo.ndim == 3 and photo.shape[2] != 3):
        raise ValueError(f"a photo of shape {photo.shape}")
    scale = np.float32(1 / 255) if photo.dtype == np.uint8 else np.float32(1.0)
    longer = max(photo.shape[:2])
    to = min(max(longer, SHORTEST), LONGEST)
    h, w = (max(1, round(side * to / longer)) for side in photo.shape[:2])
    size = resized if longer > to else enlarged_to
    if photo.ndim == 2:
        return np.asarray(size(photo.astype(np.float32, copy=False), h, w) * scale, np.float32)
    channels = [size(np.ascontiguousarray(photo[..., k]).astype(np.float32), h, w) for k in range(3)]
    return np.asarray((0.299 * channels[0] + 0.587 * channels[1] + 0.114 * channels[2]) * scale, np.float32)


def find_paper(seen: Reading, recipe: PhotoRecipe) -> Reading:
    """Polarity: paper is bright from here on."""
    dark = recipe.polarity and dark_paper(seen.grey)
    return replace(seen, dark=dark, upright=1.0 - seen.grey if dark else seen.grey)


def flatten_light(seen: Reading, recipe: PhotoRecipe) -> Reading:
    """Darkness against the paper's own brightness there."""
    assert seen.upright is not None
    paper = paper_brightness(seen.upright) if recipe.light else None
    return replace(seen, ink=darkness(seen.upright, paper))


def remove_lines(seen: Reading, recipe: PhotoRecipe) -> Reading:
    """Without the lines of ruled or squared paper."""
    *_, found = _lines_removed(seen, recipe)
    assert found is not None
    return found


def _lines_removed(seen: Reading, recipe: PhotoRecipe) -> Iterator[Reading | None]:
    assert seen.ink is not None
    if not recipe.lines:
        yield replace(seen, unlined=seen.ink, n_lines=0, slope=None)
        return
    for found in lines_in_pieces(seen.ink):
        if found is None:
            yield None
        else:
            yield replace(seen, unlined=found.ink, n_lines=found.count, slope=found.slope)


def part_ink(seen: Reading, recipe: PhotoRecipe) -> Reading:
    """Ink from paper, soft at its edges."""
    assert seen.unlined is not None
    ink = quiet(seen.unlined)
    level = level_of(ink) if recipe.threshold else HALF
    level = float(np.clip(level * (1.0 + recipe.bias), 0.02, 0.98))
    return replace(seen, level=level, soft=soft_ink(ink, level))


def straighten(seen: Reading, recipe: PhotoRecipe) -> Reading:
    """Turned so that the paper's lines, or else the rows of digits, lie level."""
    assert seen.soft is not None
    turn = 0.0
    if recipe.straighten:
        found = components(seen.soft > HALF)
        use = group.usable(found.boxes, found.areas, seen.soft.shape, recipe.smallest)
        by_rows = group.tilt_of_rows(found.boxes[list(use)])
        turn = -(seen.slope if seen.slope is not None else by_rows)
    if abs(turn) < _LEVEL:
        return replace(seen, straight=seen.soft, turn=0.0)
    return replace(seen, straight=turned(seen.soft, turn), turn=turn)


def find_parts(seen: Reading, recipe: PhotoRecipe) -> Reading:
    """Connected parts that may belong to digits; weak ink counts where it hangs on sure ink."""
    assert seen.straight is not None
    found = components(seen.straight > 0.25)
    sure = np.zeros(len(found), bool)
    sure[found.labels[seen.straight > 0.55] - 1] = True
    use = np.flatnonzero(sure)
    if recipe.specks:
        good = group.usable(found.boxes[use], found.areas[use], seen.straight.shape, recipe.smallest)
        use = use[list(good)]
    if len(use) > MOST_PARTS:  # a photo of something else; what is largest is judged
        use = np.sort(use[np.argsort(-found.areas[use], kind="stable")[:MOST_PARTS]])
    table = np.zeros(len(found) + 1, np.int32)
    table[use + 1] = np.arange(1, len(use) + 1)
    labels = table[found.labels]
    kept = np.where(greatest(labels.astype(np.float32), 3, 3) > 0, seen.straight, np.float32(0.0))
    parts = Components(labels, found.boxes[use], found.areas[use])
    return replace(seen, parts=parts, kept=kept, n_dropped=int(sure.sum()) - len(use))


def find_digits(seen: Reading, recipe: PhotoRecipe) -> Reading:
    """Parts joined, digits cut apart, put in order, and each prepared for the net."""
    *_, found = _digits_found(seen, recipe)
    assert found is not None
    return found


def _digits_found(seen: Reading, recipe: PhotoRecipe) -> Iterator[Reading | None]:
    """A cut, or a few prepared digits, are a piece of work."""
    assert seen.parts is not None
    boxes = seen.parts.boxes
    alone: list[group.Cluster] = [(k,) for k in range(len(boxes))]
    clusters = group.joined(boxes) if recipe.join else alone
    found = group.pieces(boxes, clusters)
    least = recipe.smallest * max(seen.parts.labels.shape) if recipe.specks else 0.0
    usual = group.usual_height(np.array([one.box for one in found], np.intp).reshape(-1, 4))
    least = max(least, 0.35 * usual if recipe.specks else 0.0)
    large = [one for one in found if _longer_side(one) >= least]
    dropped = sum(len(one.parts) for one in found) - sum(len(one.parts) for one in large)
    if recipe.split:
        apart: list[group.Piece] = []
        for one in large:
            cuts = group.cut_apart(one, _own(seen, one), usual)
            apart += [cut for cut in cuts if _longer_side(cut) >= least]
            if len(cuts) > 1:
                yield None
        large = apart
    digits: list[Digit] = []
    for k, one in enumerate(group.in_reading_order(large[:MOST_DIGITS])):
        digit = _digit(seen, one, recipe)
        if digit is not None:
            digits.append(digit)
        if k % _DIGITS_AT_ONCE == _DIGITS_AT_ONCE - 1:
            yield None
    yield replace(seen, digits=tuple(digits), n_dropped=seen.n_dropped + dropped)


STAGES = (find_paper, flatten_light, remove_lines, part_ink, straighten, find_parts, find_digits)
"""In order; each takes a Reading and the recipe and gives the next Reading."""

_IN_PIECES = {2: _lines_removed, 6: _digits_found}


def in_pieces(stage: int, seen: Reading, recipe: PhotoRecipe) -> Iterator[Reading | None]:
    """One of the STAGES in pieces of a few ms: None after each, then the next Reading."""
    if stage in _IN_PIECES:
        return _IN_PIECES[stage](seen, recipe)
    return iter((STAGES[stage](seen, recipe),))


NEEDS: tuple[tuple[str, ...], ...] = (
    ("polarity",), ("light",), ("lines",), ("threshold", "bias"), ("straighten",),
    ("specks", "smallest"), ("join", "split", "pen", "prepare"),
)  # fmt: skip
"""What of the recipe each stage looks at first: a change there leaves earlier stages as they are."""


def first_affected(old: PhotoRecipe, new: PhotoRecipe) -> int:
    """The first stage that must be done again; as many as there are when none must."""
    for k, names in enumerate(NEEDS):
        if any(getattr(old, name) != getattr(new, name) for name in names):
            return k
    return len(STAGES)


def read(photo: NDArray[Any], recipe: PhotoRecipe | None = None) -> Reading:
    """All stages at once: photo (H, W) or (H, W, 3), bytes or 0..1."""
    seen, recipe = Reading(working(photo)), recipe or PhotoRecipe()
    for stage in STAGES:
        seen = stage(seen, recipe)
    return seen


def _longer_side(piece: group.Piece) -> int:
    x0, y0, x1, y1 = piece.box
    return max(x1 - x0, y1 - y0)


def _own(seen: Reading, piece: group.Piece) -> Grey:
    """The ink of a piece's own parts, in its box."""
    assert seen.parts is not None
    assert seen.kept is not None
    x0, y0, x1, y1 = piece.box
    own = np.isin(seen.parts.labels[y0:y1, x0:x1], np.array(piece.parts) + 1)
    own = greatest(own.astype(np.float32), 3, 3) > 0  # and its soft edge
    if piece.own is not None:
        own &= piece.own
    return np.where(own, seen.kept[y0:y1, x0:x1], np.float32(0.0))


def _digit(seen: Reading, piece: group.Piece, recipe: PhotoRecipe) -> Digit | None:
    ink = _own(seen, piece)
    h, w = ink.shape
    margin = max(2, round(_MARGIN * max(h, w)))
    side = max(h, w) + 2 * margin
    pad = np.zeros((side, side), np.float32)
    top, left = (side - h) // 2, (side - w) // 2
    pad[top : top + h, left : left + w] = ink
    if recipe.pen:
        pad = _thickened(pad, max(h, w))
    prepared = prepare(pad, recipe.prepare)
    return None if prepared is None else Digit(piece.box, _corners(seen, piece.box), prepared)


def _thickened(ink: Grey, height: int) -> Grey:
    """Strokes as thick as the pen that the net is used to, if they are clearly thinner."""
    width = group.stroke_width(ink)
    if width == 0.0 or width >= _THIN * height:
        return ink
    more = round((_PEN * height - width) / 2)
    return ink if more < 1 else _disc_greatest(ink, min(more, height // 8))


def _disc_greatest(ink: Grey, radius: int) -> Grey:
    """The maximum over about a disc: a square and a diamond in turn."""
    for k in range(radius):
        ink = greatest(ink, 3, 3) if k % 2 else np.maximum(greatest(ink, 3, 1), greatest(ink, 1, 3))
    return ink


def _corners(seen: Reading, box: tuple[int, int, int, int]) -> NDArray[np.float32]:
    """The corners of a box in the straightened picture, as parts of the photo."""
    assert seen.straight is not None
    x0, y0, x1, y1 = box
    high, wide = seen.straight.shape
    h, w = seen.grey.shape
    at = np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float64) - (wide / 2, high / 2)
    c, s = cos(radians(seen.turn)), sin(radians(seen.turn))
    back = np.stack([c * at[:, 0] + s * at[:, 1] + w / 2, c * at[:, 1] - s * at[:, 0] + h / 2], axis=1)
    return np.asarray(back / (w, h), np.float32)
