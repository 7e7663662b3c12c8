"""How strange an input is to a net: scores from its logits and from distances to what it learnt from.

Every score is higher for the stranger input, (N,) float64. They are compared in docs/not-a-digit.md.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn.arrays import Array, freeze
from neuroviz.nn.functions import softmax
from neuroviz.nn.layers import Softmax
from neuroviz.nn.net import Net

Scores = NDArray[np.float64]
_ROWS_AT_ONCE = 256
_LEAST_NORM = 1e-9  # below it a vector has no direction: it is at a right angle to everything


def max_softmax(logits: Array) -> Scores:
    """One minus the largest probability, for logits (N, n). Hendrycks & Gimpel 2017."""
    p: Scores = 1.0 - softmax(logits.astype(np.float64)).max(axis=1)
    return p


def energy(logits: Array) -> Scores:
    """Minus the log of the sum of exp(logits), for logits (N, n). Liu et al. 2020, temperature 1."""
    z = logits.astype(np.float64)
    top = z.max(axis=1)
    total: Scores = -(top + np.log(np.exp(z - top[:, None]).sum(axis=1)))
    return total


@dataclass(frozen=True, eq=False)
class Mahalanobis:
    """Squared distance to the nearest class mean, in units of the covariance all classes share.

    whiten: (d, d); means: (classes, d), whitened. Lee et al. 2018, equations 1 and 2.
    """

    whiten: Scores
    means: Scores

    @classmethod
    def fit(cls, x: Array, labels: NDArray[np.integer], ridge: float = 0.01) -> Mahalanobis:
        """From activations x (N, d) and their classes (N,).

        ridge: this part of the mean variance is added to all variances, for activations that never vary.
        """
        x = x.astype(np.float64)
        kinds, at = np.unique(labels, return_inverse=True)
        means = np.array([x[labels == kind].mean(axis=0) for kind in kinds])
        apart = x - means[at]
        covariance = apart.T @ apart / len(x)
        covariance += np.eye(len(covariance)) * max(ridge * np.trace(covariance) / len(covariance), 1e-12)
        whiten = np.linalg.inv(np.linalg.cholesky(covariance)).T
        return cls(whiten, means @ whiten)

    def __call__(self, x: Array) -> Scores:
        """The score of activations (N, d)."""
        z = x.astype(np.float64) @ self.whiten
        squared: Scores = np.square(z[:, None, :] - self.means[None]).sum(axis=2).min(axis=1)
        return squared


@dataclass(frozen=True, eq=False)
class Nearest:
    """One minus the cosine to the k-th nearest of the known activations. Sun et al. 2022.

    known: (d, n) float32, columns of length 1: this way round the products take half the time.
    """

    known: Array
    k: int = 1

    @classmethod
    def fit(cls, x: Array, k: int = 1) -> Nearest:
        """From activations (n, d). ValueError for fewer than k of them."""
        if not 1 <= k <= len(x):
            raise ValueError(f"the {k}-th nearest of {len(x)}")
        return cls(freeze(np.ascontiguousarray(unit(x).T)), k)

    def __call__(self, x: Array) -> Scores:
        """The score of activations (N, d)."""
        found = np.empty(len(x))
        for start in range(0, len(x), _ROWS_AT_ONCE):
            near = unit(x[start : start + _ROWS_AT_ONCE]) @ self.known
            at = near.shape[1] - self.k
            best = near.max(axis=1) if self.k == 1 else np.partition(near, at, axis=1)[:, at]
            found[start : start + len(near)] = best
        return 1.0 - found


def unit(x: Array) -> Array:
    """Rows (N, d) scaled to length 1; a row of zeros stays."""
    return np.asarray(x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), _LEAST_NORM), np.float32)


def projection(n_in: int, n_out: int, rng: np.random.Generator) -> Array:
    """A random (n_in, n_out) that keeps lengths and angles on average (Johnson & Lindenstrauss 1984)."""
    return np.asarray(rng.normal(0.0, n_out**-0.5, (n_in, n_out)), np.float32)


def logits_layer(net: Net) -> int:
    """The layer that gives the logits: the last, or the one before a softmax."""
    last = len(net.layers) - 1
    return last - 1 if last > 0 and isinstance(net.layers[last], Softmax) else last


def weighted_layers(net: Net, widest: int) -> tuple[int, ...]:
    """The layers that multiply by weights and have at most `widest` outputs."""
    return tuple(
        i for i, shape in enumerate(net.shapes) if "w" in net.views(i) and int(np.prod(shape)) <= widest
    )
