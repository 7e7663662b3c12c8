"""The map of rates and momenta as a raster: how soon as brightness, and four fates also by their hatching."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from neuroviz.sims.descent.rates import GONE, SWINGING, RatesFrame
from neuroviz.ui.colour import mix
from neuroviz.ui.images import Words, word_table
from neuroviz.ui.theme import Theme

_SHADES = 256
_PITCH, _WIDE = 11, 2  # pixels of the hatching: from line to line, and of a line
_LABELLED = 0.025  # of the map: a smaller region has no words
_COARSE = 32  # cells a side, in which regions are looked for
_HALF = 0.5  # of the shades: who is not there yet has the lower, who is there the upper ones


def tones(frame: RatesFrame) -> NDArray[np.float64]:
    """(side, side) 0..1: up to a half how much of the loss is gone, on a logarithmic scale; beyond how soon
    it was there.
    """
    plan = frame.plan
    with np.errstate(all="ignore"):
        gone = np.log(np.clip(frame.left, plan.near, 1.0)) / np.log(plan.near)
        soon = 1 - np.log(np.maximum(frame.taken, 1)) / np.log(max(2, plan.steps))
    there = (frame.taken < plan.steps) & (frame.left < plan.near)
    found = np.where(there, _HALF + (1 - _HALF) * soon, _HALF * np.nan_to_num(gone, nan=0.0))
    return np.where(frame.fate == GONE, 0.0, found)


def raster(frame: RatesFrame, look: Theme, size: tuple[int, int], unit: float) -> Words:
    """(rows, columns) words of a picture of that size; unit: its pixels along one of the widget."""
    rows, columns = size
    side = len(frame.fate)
    row = side - 1 - np.arange(rows) * side // rows
    column = np.arange(columns) * side // columns
    table = word_table(look.magnitude, 0.0, _SHADES)
    shade = (tones(frame) * (_SHADES - 1)).round().astype(np.intp)
    found = table[shade]
    out = int(mix(look.tokens.card, look.tokens.bad, 0.28).removeprefix("#"), 16) | 0xFF000000
    found[frame.fate == GONE] = out
    whole: Words = found[np.ix_(row, column)]
    across, down = np.arange(columns)[None, :], np.arange(rows)[:, None]
    pitch, wide = max(4, round(_PITCH * unit)), max(1, round(_WIDE * unit))
    fate = frame.fate[np.ix_(row, column)]
    rising, falling = (across + down) % pitch < wide, (across - down) % pitch < wide
    dark = np.uint32(look.window.rgb() | 0xFF000000)
    for lines, of, ink in (
        (rising, fate == SWINGING, dark),
        (rising | falling, fate == GONE, np.uint32(look.bad.rgb() | 0xFF000000)),
    ):  # fmt: skip
        at = lines & of
        whole[at] = _between(whole[at], ink)
    return whole


def _between(words: Words, ink: np.uint32) -> Words:
    """Opaque words, half way to another."""
    mask = np.uint32(0xFEFEFEFE)
    found: Words = ((words & mask) >> np.uint32(1)) + np.uint32((int(ink) & 0xFEFEFEFE) >> 1)
    return found | np.uint32(0xFF000000)


def labels(frame: RatesFrame) -> dict[int, tuple[float, float]]:
    """By fate, the parts of both axes where its words stand: in the widest place of its region."""
    side = len(frame.fate)
    step = max(1, side // _COARSE)
    coarse = frame.fate[::step, ::step]
    found: dict[int, tuple[float, float]] = {}
    for fate in range(4):
        region = coarse == fate
        if region.mean() < _LABELLED:
            continue
        depth = np.zeros(region.shape, np.int64)
        inner = region
        while inner.any():
            depth += inner
            around = np.pad(inner, ((0, 0), (2, 2)), constant_values=False)
            # words are wide: a region counts as narrow where it is narrow across
            inner = inner & around[:, :-4] & around[:, 4:] & around[:, 1:-3] & around[:, 3:-1]
            inner = inner & _above_and_below(inner)
        row, column = divmod(int(depth.argmax()), len(coarse))
        best = np.argwhere(depth == depth[row, column]).mean(axis=0)
        nearest = np.argwhere(depth == depth[row, column])
        at = nearest[np.abs(nearest - best).sum(axis=1).argmin()]
        found[fate] = (float(at[1]) + 0.5) / len(coarse), (float(at[0]) + 0.5) / len(coarse)
    return found


def _above_and_below(inner: NDArray[np.bool_]) -> NDArray[np.bool_]:
    around = np.pad(inner, ((1, 1), (0, 0)), constant_values=False)
    return np.asarray(around[:-2] & around[2:])

