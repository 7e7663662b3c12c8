"""Is it right as often as it is sure? Reliability in bins, the expected calibration error.

Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Shares = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Reliability:
    """Answers in bins by certainty, the empty ones left out. All arrays (n_bins,), least certain first.

    low, high: the bin's edges; counts; certainty: the mean of the bin; accuracy: the share that was right.
    place: (N,) which bin each answer fell into.
    """

    low: Shares
    high: Shares
    counts: NDArray[np.int64]
    certainty: Shares
    accuracy: Shares
    place: NDArray[np.int64]

    @property
    def ece(self) -> float:
        """Expected calibration error Σ_b n_b / N · |accuracy_b − certainty_b| (Guo et al., equation 3)."""
        if not len(self.counts):
            return 0.0
        gap = np.abs(self.accuracy - self.certainty)
        return float(self.counts @ gap / self.counts.sum())


def reliability(
    certainty: ArrayLike, right: ArrayLike, n_bins: int = 15, *, equal_mass: bool = False
) -> Reliability:
    """Sort answers into bins by how sure they were: certainty (N,) in 0..1, right (N,) yes or no.

    Bins are equally wide, or hold equally many answers (`equal_mass`, to within one). What is not a number
    counts as not sure at all. ValueError for no bin and for lists of different lengths.
    """
    sure, hit = np.nan_to_num(np.asarray(certainty, np.float64), nan=0.0), np.asarray(right, bool)
    if sure.shape != hit.shape or sure.ndim != 1 or n_bins < 1:
        raise ValueError(f"{n_bins} bins for certainties {sure.shape} and {hit.shape}")
    place = _by_rank(sure, n_bins) if equal_mass else _by_width(sure, n_bins)
    counts = np.bincount(place, minlength=n_bins)
    full = np.flatnonzero(counts)
    n = np.maximum(counts, 1)
    means = np.bincount(place, sure, n_bins) / n
    shares = np.bincount(place, hit.astype(np.float64), n_bins) / n
    if equal_mass:
        low = np.array([sure[place == b].min() for b in full])
        high = np.array([sure[place == b].max() for b in full])
    else:
        low, high = full / n_bins, (full + 1) / n_bins
    packed = np.searchsorted(full, place)
    return Reliability(low, high, counts[full], means[full], shares[full], packed)


def _by_width(sure: Shares, n_bins: int) -> NDArray[np.int64]:
    return np.clip((sure * n_bins).astype(np.int64), 0, n_bins - 1)


def _by_rank(sure: Shares, n_bins: int) -> NDArray[np.int64]:
    place = np.empty(len(sure), np.int64)
    place[np.argsort(sure, kind="stable")] = np.arange(len(sure)) * n_bins // max(1, len(sure))
    return place
