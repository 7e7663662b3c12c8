"""t-SNE (van der Maaten, Hinton, "Visualizing Data using t-SNE", JMLR 2008): neighbours stay neighbours.

Repulsion is exact, in tiles that stay in cache and of which symmetry leaves half; attraction acts
between near points alone, three times the perplexity of them, as in Barnes-Hut t-SNE (JMLR 2014). With 2,000
points a step takes 3 ms. Start, rate and exaggeration as recommended by Kobak and Berens, "The art of using
t-SNE for single-cell transcriptomics" (2019).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from neuroviz.data.maps.nearest import Near

Array = NDArray[Any]

NEIGHBOURS = 3
"""Times the perplexity: so many near points attract."""

EARLY, EXAGGERATION = 250, 12.0
"""So many steps attraction is so many times as strong, so that clusters find each other."""

START = 1e-4
"""Standard deviation of the first coordinate at the start."""

_TILE = 250
_HALVINGS = 50
_CLOSE = 1e-4  # relative error of a perplexity that is good enough
_AT_ONCE = 250  # points whose kernels are fitted in one unit of work
_LEAST_GAIN = 0.01


@dataclass(frozen=True, eq=False)
class Affinities:
    """How much each pair belongs together: p_ij = p_ji, over pairs near each other; all sum to 1.

    Row i has the entries starts[i]:starts[i+1] of `at` (E,) int32 and `p` (E,); every row has some.
    negentropy: Σ p log p.
    """

    starts: NDArray[np.int64]
    at: NDArray[np.int32]
    p: Array
    negentropy: float

    def __len__(self) -> int:
        return len(self.starts)


def kernel(squares: Array, perplexity: float) -> NDArray[np.float64]:
    """Gaussian weights (n, k) over squared distances (n, k), sorted; each row sums to 1.

    Each row's precision is found by bisection so that exp(entropy) is `perplexity`, or as near as k points
    allow: where more points than that are equally near, all of those count alike.
    """
    far = np.asarray(squares, np.float64)
    far = far - far[:, :1]
    mean = far.mean(axis=1)
    scale = np.where(mean > 0, mean, 1.0)
    target = np.log(min(perplexity, far.shape[1]))
    beta, low, high = 1 / scale, np.zeros(len(far)), np.full(len(far), np.inf)
    for _ in range(_HALVINGS):
        weights = np.exp(-far * beta[:, None])
        total = weights.sum(axis=1)
        entropy = np.log(total) + beta * (weights * far).sum(axis=1) / total
        error = entropy - target
        if np.all(np.abs(error) < _CLOSE):
            break
        low, high = np.where(error > 0, beta, low), np.where(error > 0, high, beta)
        middle = np.where(np.isinf(high), beta * 2, (low + np.where(np.isinf(high), 0, high)) / 2)
        beta = np.minimum(middle, 1e12 / scale)
    found: NDArray[np.float64] = weights / total[:, None]
    return found


def affinities(near: Near, perplexity: float, dtype: DTypeLike = np.float32) -> Iterator[float | Affinities]:
    """In pieces of a few milliseconds: parts done in 0..1, then the value.

    ValueError for a perplexity below 1.
    """
    if not perplexity >= 1:
        raise ValueError(f"a perplexity of {perplexity}")
    k = min(near.at.shape[1], max(2, int(NEIGHBOURS * perplexity)))
    n = len(near.at)
    p = np.empty((n, k))
    for start in range(0, n, _AT_ONCE):
        p[start : start + _AT_ONCE] = kernel(near.squares[start : start + _AT_ONCE, :k], perplexity)
        yield 0.9 * start / n
    yield from _symmetric(near.at[:, :k], p, dtype)


def _symmetric(
    at: NDArray[np.int32], p: NDArray[np.float64], dtype: DTypeLike
) -> Iterator[float | Affinities]:
    """(p_j|i + p_i|j) / 2n, by sorting both directions of every pair together."""
    n, k = at.shape
    small = np.uint16 if n <= 2**16 else np.int64  # of 16 bits NumPy sorts in one sweep
    own, other = np.repeat(np.arange(n), k).astype(small), at.reshape(-1).astype(small)
    i, j = np.concatenate((own, other)), np.concatenate((other, own))
    order = np.argsort(j, kind="stable")
    yield 0.93
    order = order[np.argsort(i[order], kind="stable")]
    yield 0.96
    i, j, value = i[order], j[order], np.concatenate((p.reshape(-1),) * 2)[order]
    first = np.flatnonzero(np.concatenate(([True], (i[1:] != i[:-1]) | (j[1:] != j[:-1]))))
    value = np.maximum(np.add.reduceat(value, first) / (2 * n), 1e-12)
    starts = np.searchsorted(i[first], np.arange(n).astype(small))
    negentropy = float((value * np.log(value)).sum())
    yield Affinities(starts, j[first].astype(np.int32), value.astype(dtype), negentropy)


class Tsne:
    """Places (n, 2) of points with these affinities, moved step by step down the gradient of KL(P‖Q)."""

    def __init__(self, affinities: Affinities, start: Array, rate: float | None = None) -> None:
        """start: (n, 2), of any size; it is brought to START. The type of the affinities is worked in."""
        n, dtype = len(affinities), affinities.p.dtype
        begin = start.astype(np.float64)
        begin = begin / (float(np.abs(begin).max()) or 1.0)  # the square of a large number must be a number
        begin = begin - begin.mean(axis=0)
        self.places = (begin * (START / (float(begin[:, 0].std()) or 1.0))).astype(dtype)
        self.at = 0
        self.kl = float("nan")
        self.rate = max(n / EXAGGERATION / 4, 50.0) if rate is None else rate
        self._near = affinities
        self._rows = np.repeat(
            np.arange(n, dtype=np.int32), np.diff(affinities.starts, append=len(affinities.at))
        )
        self._speed, self._gains = np.zeros((n, 2), dtype), np.ones((n, 2), dtype)
        self._left, self._right = np.empty((n, 4), dtype), np.empty((4, n), dtype)
        self._columns = np.ones((n, 3), dtype)
        self._tile = np.empty(min(_TILE, n) ** 2, dtype)

    def step(self) -> None:
        """One step; `at` counts them. `kl` is that of the places before it, without exaggeration."""
        early = self.at < EARLY
        slope = self.slope(EXAGGERATION if early else 1.0)
        falling = slope * self._speed < 0
        self._gains += np.where(falling, 0.2, -0.2 * self._gains).astype(slope.dtype)
        np.maximum(self._gains, _LEAST_GAIN, out=self._gains)
        self._speed *= 0.5 if early else 0.8
        self._speed -= slope * self._gains * slope.dtype.type(self.rate)
        self.places += self._speed
        self.places -= self.places.mean(axis=0)
        self.at += 1

    def slope(self, exaggeration: float = 1.0) -> Array:
        """d KL / d places (n, 2), with attraction so many times as strong; sets `kl`."""
        attraction, logs = self._attraction()
        repulsion, total = self._repulsion()
        self.kl = self._near.negentropy + logs + float(np.log(total))
        return np.asarray(4 * (exaggeration * attraction - repulsion / total), self.places.dtype)

    def _attraction(self) -> tuple[Array, float]:
        """Σ_j p_ij (y_i − y_j) / (1 + d²) and Σ p log(1 + d²), over near pairs; y as complex numbers."""
        near = self._near
        y: Array = self.places.view(np.complex64 if self.places.dtype == np.float32 else np.complex128)[:, 0]
        apart = y.take(self._rows) - y.take(near.at)
        one = np.square(apart.real) + np.square(apart.imag)
        one += 1
        apart *= near.p / one
        pulled = np.add.reduceat(apart, near.starts)
        return pulled.view(self.places.dtype).reshape(-1, 2), float(near.p @ np.log(one))

    def _repulsion(self) -> tuple[Array, float]:
        """Σ_j (y_i − y_j) / (1 + d²)² and Σ_i≠j 1 / (1 + d²), over all pairs, each pair of tiles once.

        left_i · right_j = (−2y_i, |y_i|² + 1, 1) · (y_j, 1, |y_j|²) = 1 + d²: one product makes a tile.
        """
        y, left, right, columns = self.places, self._left, self._right, self._columns
        sizes = np.square(y).sum(axis=1)
        np.multiply(y, -2, out=left[:, :2])
        left[:, 2], left[:, 3] = sizes + 1, 1
        right[:2], right[2], right[3] = y.T, 1, sizes
        columns[:, :2] = y
        pushed, total, n = np.zeros_like(columns), 0.0, len(y)
        ones = columns[:, 2].copy()
        for a in range(0, n, _TILE):
            rows = slice(a, min(a + _TILE, n))
            for b in range(a, n, _TILE):
                others = slice(b, min(b + _TILE, n))
                shape = rows.stop - a, others.stop - b
                tile = self._tile[: shape[0] * shape[1]].reshape(shape)
                np.dot(left[rows], right[:, others], out=tile)
                np.divide(1, tile, out=tile)
                part = float((tile @ ones[others]).sum())
                np.square(tile, out=tile)
                pushed[rows] += tile @ columns[others]
                if b > a:
                    part *= 2
                    pushed[others] += tile.T @ columns[rows]
                total += part
        return y * pushed[:, 2:] - pushed[:, :2], max(total - n, 1e-30)
