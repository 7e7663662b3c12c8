"""Main directions of a cloud (PCA, Pearson 1901), found piece by piece so that nobody waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.maps.cloud import Cloud, Floats

_EXACT = 96  # up to so many dimensions the matrix of covariances is taken apart at once: 3 ms
_MORE = 14  # directions carried along beside the wanted ones: they make the wanted ones settle faster
_ROUNDS = 60
_SETTLED = 1e-5  # sine of the angle a wanted direction may still turn by in one round
_WORK = 120e6  # multiplications in one unit of work: a few milliseconds


@dataclass(frozen=True, eq=False)
class Pca:
    """axes (d, k) with orthonormal columns, of falling variance; shares (k,): parts of all variance, 0..1.

    The largest entry of each axis is positive: a map does not turn over by itself.
    """

    axes: Floats
    shares: Floats

    def placed(self, values: Floats) -> Floats:
        """Places (m, k) of a cloud's values (m, d)."""
        return np.asarray(values @ self.axes, np.float32)


def main_directions(cloud: Cloud, k: int = 2) -> Iterator[float | Pca]:
    """The first k (fewer in fewer dimensions: the rest are axes of zeros), in pieces of a few milliseconds.

    Gives parts done in 0..1, then the value. Subspace iteration with Rayleigh-Ritz (Halko, Martinsson, Tropp,
    "Finding structure with randomness", SIAM Review 2011); seeded: the same cloud, the same axes.
    """
    z = cloud.values
    n, d = z.shape
    if d <= _EXACT:
        yield 0.0
        wide = z.astype(np.float64)
        yield _pca(np.eye(d), wide.T @ wide, float(np.square(wide).sum()), k)
        return
    width = min(d, k + _MORE)
    rows = max(1, int(_WORK / (4 * d * width)))
    basis = np.linalg.qr(np.random.default_rng(0).standard_normal((d, width)))[0].astype(np.float32)
    total, before = 0.0, np.zeros((d, 0))
    for turn in range(_ROUNDS):
        image, inner = np.zeros((d, width), np.float32), np.zeros((width, width))
        for at in range(0, n, rows):
            piece = z[at : at + rows]
            codes = piece @ basis
            image += piece.T @ codes
            inner += codes.T.astype(np.float64) @ codes
            if not turn:
                total += float(np.vdot(piece, piece))
            yield (turn + at / n) / _ROUNDS
        found = _pca(basis.astype(np.float64), inner, total, k)
        axes = found.axes.astype(np.float64)
        if before.shape == axes.shape and float(np.abs(axes - before @ (before.T @ axes)).max()) < _SETTLED:
            break
        before = axes
        basis = np.linalg.qr(image)[0].astype(np.float32)
    yield found


def _pca(basis: NDArray[np.float64], inner: NDArray[np.float64], total: float, k: int) -> Pca:
    """Within the span of a basis (d, r): the eigenvectors of `inner` = (Z basis)ᵀ (Z basis)."""
    sizes, vectors = np.linalg.eigh(inner)
    order = np.argsort(-sizes, kind="stable")[:k]
    axes = basis @ vectors[:, order]
    top = np.abs(axes).argmax(axis=0)
    axes *= np.where(axes[top, np.arange(axes.shape[1])] < 0, -1.0, 1.0)
    shares = np.maximum(sizes[order], 0.0) / (total or 1.0)
    missing = k - axes.shape[1]
    axes, shares = np.pad(axes, ((0, 0), (0, missing))), np.pad(shares, (0, missing))
    return Pca(axes.astype(np.float32), shares.astype(np.float32))
