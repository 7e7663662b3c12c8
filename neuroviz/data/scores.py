"""How good answers are: confusion, recall, precision, proper scores, and how sure a share can be."""

from __future__ import annotations

from math import sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

Counts = NDArray[np.int64]
Shares = NDArray[np.float64]

_Z = 1.959963984540054  # of a normal distribution: 95 % lie within so many standard deviations
_LEAST = 1e-30  # a probability that float32 has rounded to 0 costs 69 nats, not infinitely many


def confusion(labels: ArrayLike, answers: ArrayLike, n: int = 10) -> Counts:
    """(n, n) counts: row what it is, column what it was taken for.

    ValueError for lists of different lengths, and for a class outside 0..n−1.
    """
    true, taken = np.asarray(labels, np.int64), np.asarray(answers, np.int64)
    if true.shape != taken.shape or true.ndim != 1:
        raise ValueError(f"labels {true.shape} and answers {taken.shape}")
    if true.size and (min(true.min(), taken.min()) < 0 or max(true.max(), taken.max()) >= n):
        raise ValueError(f"a class outside 0..{n - 1}")
    return np.bincount(n * true + taken, minlength=n * n).reshape(n, n)


def recall(matrix: Counts) -> Shares:
    """(n,) of all that are a class, the share that was found; NaN for a class that did not occur."""
    return _shares(matrix.diagonal(), matrix.sum(axis=1))


def precision(matrix: Counts) -> Shares:
    """(n,) of all that were taken for a class, the share that is one; NaN for one never answered."""
    return _shares(matrix.diagonal(), matrix.sum(axis=0))


def worst_pair(matrix: Counts) -> tuple[int, int, int] | None:
    """The commonest mistake: what it is, what it was taken for, how often; None without any."""
    wrong = matrix.copy()
    np.fill_diagonal(wrong, 0)
    if not wrong.any():
        return None
    true, taken = divmod(int(wrong.argmax()), len(wrong))
    return true, taken, int(wrong[true, taken])


def brier(probabilities: ArrayLike, labels: ArrayLike) -> float:
    """The mean over pictures of Σ_k (p_k − y_k)², 0 (perfect) to 2. Brier, Mon. Weather Rev. 78, 1950."""
    p, y = _both(probabilities, labels)
    own = p[np.arange(len(p)), y]
    return float(np.mean((p * p).sum(axis=1) - 2 * own + 1))


def log_loss(probabilities: ArrayLike, labels: ArrayLike) -> float:
    """The mean of −ln p(label), in nats."""
    p, y = _both(probabilities, labels)
    return float(-np.mean(np.log(np.maximum(p[np.arange(len(p)), y], _LEAST))))


def tempered(probabilities: NDArray[np.float32], temperature: float) -> NDArray[np.float32]:
    """softmax(z / T) of the logits z behind `probabilities` (N, n): they are known up to a constant, ln p."""
    if temperature == 1.0:
        return probabilities
    z = np.log(np.maximum(probabilities, np.float32(_LEAST))) * np.float32(1 / temperature)
    z -= z.max(axis=1, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(axis=1, keepdims=True)
    return z


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The interval in which a share of `hits` in `n` leaves the truth, 95 times in 100; (0, 1) for n = 0.

    E. B. Wilson, J. Am. Stat. Assoc. 22, 209 (1927): it stays inside 0..1 also for few and for perfect
    scores. ValueError unless 0 <= hits <= n.
    """
    if not 0 <= hits <= n:
        raise ValueError(f"{hits} of {n}")
    if n == 0:
        return 0.0, 1.0
    share, square = hits / n, _Z * _Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = _Z / (1 + square / n) * sqrt(share * (1 - share) / n + square / (4 * n * n))
    return (0.0 if hits == 0 else middle - half), (1.0 if hits == n else middle + half)


def _shares(part: Counts, whole: Counts) -> Shares:
    found = np.full(len(whole), np.nan)
    np.divide(part, whole, out=found, where=whole > 0)
    return found


def _both(probabilities: ArrayLike, labels: ArrayLike) -> tuple[Shares, Counts]:
    p, y = np.asarray(probabilities, np.float64), np.asarray(labels, np.int64)
    if p.ndim != 2 or y.shape != p.shape[:1] or not len(y):
        raise ValueError(f"probabilities {p.shape} for labels {y.shape}")
    return p, y
