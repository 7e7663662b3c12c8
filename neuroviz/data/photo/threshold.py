"""The level between paper and ink, and ink made full where it is sure and kept soft at its edges."""

from __future__ import annotations

import numpy as np

from neuroviz.data.photo.filters import Grey, blurred

LEAST_CONTRAST = 0.12  # less darkness than this is grain or a crease, not a pen
COARSE = 0.02  # standard deviation of darkness
_MUCH = 0.25  # of a page; no writing covers as much
_WEAK = 0.6  # of the level: counted as ink where it hangs together with what is above the level
HALF = 0.5


def otsu(ink: Grey, bins: int = 256) -> float:
    """The level that parts values 0..1 into two groups of least variance.

    Otsu, "A threshold selection method from gray-level histograms", 1979. Where several levels do equally
    well, as between two far peaks, their middle.
    """
    counts = np.bincount((ink.ravel() * np.float32(bins - 1)).astype(np.intp), minlength=bins).astype(float)
    values = np.arange(bins)
    below = np.cumsum(counts)
    above = below[-1] - below
    first = np.cumsum(counts * values)
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = below * above * (first / below - (first[-1] - first) / above) ** 2
    apart = np.nan_to_num(apart, nan=0.0)
    best = np.flatnonzero(apart >= apart.max() * (1 - 1e-9))
    return float((best.mean() + 1.0) / (bins - 1))


def level_of(ink: Grey) -> float:
    """The level for a page: ink is rare on it, so the mean of what Otsu calls ink and paper is looked at.

    The level lies half way between the usual darkness of ink and that of paper, and never so low that
    grain passes.
    """
    ink = ink[::2, ::2]  # enough to tell
    first = otsu(ink)
    dark, paper = ink[ink > first], ink[ink <= first]
    if len(dark) == 0 or len(paper) == 0:
        return 1.0
    middle = 0.5 * (float(np.median(dark)) + float(np.median(paper)))
    if len(dark) > _MUCH * ink.size:  # nothing is written: the grain itself was cut in two
        paper = ink.ravel()
    blank = float(np.median(paper))
    # darkness below 0 is cut off, so the spread is told by the darker half: six standard deviations
    grain = blank + 6.0 * (float(np.quantile(paper, 0.75)) - blank) / 0.6745
    return float(np.clip(max(middle, grain), LEAST_CONTRAST, 0.9))


def quiet(ink: Grey) -> Grey:
    """The picture, smoothed a little if its grain is coarse enough to be taken for ink."""
    smooth = blurred(ink, 1)
    grain = 1.4826 * float(np.median(np.abs(ink[::2, ::2] - smooth[::2, ::2])))
    return smooth if grain > COARSE else ink


def soft_ink(ink: Grey, level: float) -> Grey:
    """0 for paper, 1 for ink, and between them the grey of an edge, about `level`: (H, W)."""
    low = np.float32(_WEAK * level)
    sure = ink[ink > level]
    high = np.float32(max(float(np.median(sure)) if len(sure) else 1.0, float(low) + 0.05))
    soft: Grey = np.clip((ink - low) / (high - low), np.float32(0.0), np.float32(1.0))
    return soft
