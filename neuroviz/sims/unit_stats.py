"""What the units of a layer say of many examples: counted as they come, so that memory does not grow."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn.arrays import Array, freeze

KEPT = 16
"""How many of the examples that excite a unit most, and least, are kept."""

_LOW = np.int64(0xFFFFFFFF)
_NONE = np.iinfo(np.int64).min
Floats = NDArray[np.float32]
Wholes = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Survey:
    """The statistics of U units over the first n of `total` examples of K classes.

    mean, std, active (the share above 0), odd (the share that is not a number): (U,); class_means (U, K),
    NaN for a class that has not come; class_counts (K,); top, bottom (U, k): rows of the examples that
    excite it most and least, in order, ties by row, −1 for none; top_values, bottom_values (U, k).
    """

    n: int
    total: int
    mean: Floats
    std: Floats
    active: Floats
    odd: Floats
    class_means: Floats
    class_counts: Wholes
    top: Wholes
    top_values: Floats
    bottom: Wholes
    bottom_values: Floats

    @property
    def n_units(self) -> int:
        """How many units there are."""
        return len(self.mean)

    @property
    def complete(self) -> bool:
        """Whether every example has been seen."""
        return self.n >= self.total

    def still(self, unit: int) -> bool:
        """Whether no example excites the unit more than another: it says the same to all, or no numbers."""
        same = self.top_values[unit, 0] == self.bottom_values[unit, 0]
        return bool(self.n > 0 and (same or self.odd[unit] == 1))

    def best_class(self) -> Wholes:
        """The class that excites each unit most on average: (U,)."""
        return self._best_class

    @cached_property
    def _best_class(self) -> Wholes:
        means = np.where(np.isfinite(self.class_means), self.class_means, -np.inf)
        found: Wholes = means.argmax(axis=1)
        return freeze(found)

    def selectivity(self) -> Floats:
        """How much more its best class excites a unit than the others do, 0..1: (U,).

        (m − r) / (m + r) with m the mean of the best class and r that of the others, both counted from 0, or
        from the lowest value seen if that is below 0 (Morcos et al., "On the importance of single directions
        for generalization", 2018). 0 for a unit that always says the same.
        """
        return self._selectivity

    @cached_property
    def _selectivity(self) -> Floats:
        with np.errstate(all="ignore"):
            low = np.minimum(self.bottom_values[:, :1], 0)
            shifted = self.class_means.astype(np.float64) - np.where(np.isfinite(low), low, 0)
            best = self.best_class()
            known = np.isfinite(shifted)
            m = np.take_along_axis(shifted, best[:, None], axis=1)[:, 0]
            rest = np.where(known, shifted, 0).sum(axis=1) - np.where(np.isfinite(m), m, 0)
            r = rest / np.maximum(known.sum(axis=1) - 1, 1)
            found = np.where(m + r > 1e-12, (m - r) / (m + r), 0.0)
        return _still(np.clip(np.nan_to_num(found, nan=0.0), 0, 1))


class Tally:
    """Counts values of n_units units for examples of n_classes classes, of which there will be `total`."""

    def __init__(self, n_units: int, n_classes: int, total: int, kept: int = KEPT) -> None:
        self._total, self._kept, self._n = total, min(kept, total), 0
        self._sum, self._squares = np.zeros(n_units), np.zeros(n_units)
        self._active, self._odd = np.zeros(n_units, np.int64), np.zeros(n_units, np.int64)
        self._class_sums = np.zeros((n_classes, n_units))
        self._class_counts = np.zeros(n_classes, np.int64)
        self._top = np.full((self._kept, n_units), _NONE)
        self._bottom = np.full((self._kept, n_units), _NONE)

    @property
    def n(self) -> int:
        """How many examples have been counted."""
        return self._n

    def add(self, values: Array, labels: NDArray[np.integer]) -> None:
        """values (n, n_units) of the next n examples, labels (n,); a label out of range is of no class."""
        wide = values.astype(np.float64)
        with np.errstate(all="ignore"):
            self._sum += wide.sum(axis=0)
            self._squares += (wide * wide).sum(axis=0)
            self._active += (values > 0).sum(axis=0)
            self._odd += np.isnan(values).sum(axis=0)
            for c in np.unique(labels):
                if 0 <= c < len(self._class_sums):
                    chosen = labels == c
                    self._class_sums[c] += wide[chosen].sum(axis=0)
                    self._class_counts[c] += int(chosen.sum())
        self._keep(self._top, values)
        self._keep(self._bottom, -values)
        self._n += len(values)

    def _keep(self, kept: Wholes, values: Array) -> None:
        """Let larger values take the place of smaller ones; kept[0] is the least of each unit's."""
        columns = np.arange(values.shape[1])
        if self._n >= len(kept):  # from then on few units find anything better, and the others cost nothing
            least = _values_of(kept[0])
            columns = np.flatnonzero(np.fmax.reduce(values) > least)
        if len(columns):
            keys = _keys(values[:, columns], self._n)
            kept[:, columns] = _best(kept[:, columns], keys, len(kept))

    def survey(self) -> Survey:
        """What has been counted by now."""
        n = max(1, self._n)
        with np.errstate(all="ignore"):
            mean = self._sum / n
            std = np.sqrt(np.maximum(self._squares / n - mean * mean, 0))
            counts = np.where(self._class_counts > 0, self._class_counts, np.nan)
            means = (self._class_sums / counts[:, None]).T
        top, top_values = _decoded(self._top)
        bottom, bottom_values = _decoded(self._bottom)
        return Survey(
            self._n, self._total, _still(mean), _still(std), _still(self._active / n), _still(self._odd / n),
            _still(means), freeze(self._class_counts.copy()), top, top_values, bottom, freeze(-bottom_values),
        )  # fmt: skip


def _keys(values: Array, first: int) -> Wholes:
    """A whole number for value and row: larger for larger values, then for earlier rows; least for NaN."""
    plain = np.where(np.isnan(values), -np.inf, values).astype(np.float32) + np.float32(0)  # no −0
    bits = plain.view(np.int32).astype(np.int64)
    ordered = np.where(bits >= 0, bits, bits ^ 0x7FFFFFFF)
    rows = np.arange(first, first + len(values), dtype=np.int64)[:, None]
    return (ordered << 32) | (_LOW - rows)


def _best(kept: Wholes, more: Wholes, k: int) -> Wholes:
    both = np.concatenate([kept, more])
    found: Wholes = np.partition(both, len(both) - k, axis=0)[len(both) - k :]
    return found


def _decoded(keys: Wholes) -> tuple[Wholes, Floats]:
    """Rows and values (U, k), the best first; −1 and NaN for none."""
    keys = np.sort(keys, axis=0)[::-1].T
    none = keys == _NONE
    rows = np.where(none, -1, _LOW - (keys & _LOW))
    values = np.where(none, np.float32(np.nan), _values_of(keys))
    return freeze(rows), freeze(values.astype(np.float32))


def _values_of(keys: Wholes) -> Floats:
    """The values that `_keys` was given."""
    ordered = keys >> 32
    bits = np.where(ordered >= 0, ordered, ordered ^ 0x7FFFFFFF).astype(np.int32)
    found: Floats = np.ascontiguousarray(bits).view(np.float32)
    return found


def _still(values: Array) -> Floats:
    found: Floats = values.astype(np.float32)
    return freeze(found)
