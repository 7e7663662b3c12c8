"""What a net's answer is decided by: one score a class before it is squashed, and its slope at the input."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Net, Sigmoid, Softmax, softmax
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.nn.gradients import InputGradient
from neuroviz.nn.plan import Program

Floats = NDArray[np.float32]

_WORK = 10_000_000  # multiplications in one unit of work: a few milliseconds
_AT_ONCE = 256
_LAYER_COST = 20_000  # what calling a layer costs, in multiplications


def score_layer(net: Net) -> int:
    """The layer that gives the scores: the last, or the one before a last Softmax or Sigmoid."""
    last = len(net.layers) - 1
    return last - 1 if last and isinstance(net.layers[last], Softmax | Sigmoid) else last


def n_classes(net: Net) -> int:
    """How many answers there are: two for a net of one output (its score below or above 0)."""
    n = int(np.prod(net.shapes[-1]))
    return 2 if n == 1 else n


@dataclass(frozen=True)
class Question:
    """Why class `chosen`; with a `rival`, why it rather than that one: f is a score, or a difference of two.

    Of a net of one output z, f is z for class 1 and −z for class 0.
    """

    chosen: int
    rival: int | None = None

    def row(self, net: Net) -> Floats:
        """f as a sum over the scores: (n_scores,)."""
        found: Floats = self.rows(net, np.array([self.chosen]), self.rival)[0]
        return found

    @staticmethod
    def rows(net: Net, classes: NDArray[np.intp], rival: int | None = None) -> Floats:
        """The same for several classes: (k, n_scores)."""
        n = int(np.prod(net.shapes[-1]))
        if n == 1:
            signs: Floats = np.where(classes == 1, 1.0, -1.0).astype(np.float32)
            return signs[:, None]
        rows = np.zeros((len(classes), n), np.float32)
        rows[np.arange(len(classes)), classes] = 1
        if rival is not None:
            rows[:, rival] -= 1
        return rows


def class_scores(z: Floats) -> Floats:
    """One column a class (N, k) from the scores (N, n_scores); the largest is the answer."""
    return np.concatenate([-z, z], axis=1) if z.shape[1] == 1 else z


class Scorer:
    """Scores and slopes of one net for flat inputs (N, n_in), N at most `chunk`. One thread at a time."""

    def __init__(self, net: Net) -> None:
        self.net, self.at = net, score_layer(net)
        self.n_in = int(np.prod(net.input_shape))
        self.chunk = _chunk(net)
        self._programs: dict[int, Program] = {}
        self._slopes: dict[int, InputGradient] = {}

    @DIVERGING_IS_ALLOWED
    def scores(self, x: Floats) -> Floats:
        """z (N, n_scores)."""
        return self._forward(x, self.at)

    @DIVERGING_IS_ALLOWED
    def probabilities(self, x: Floats) -> Floats:
        """One column a class (N, k); of scores that are nobody's probabilities, their softmax."""
        last = self.net.layers[-1]
        if isinstance(last, Softmax | Sigmoid):
            p = self._forward(x, len(self.net.layers) - 1)
            return np.concatenate([1 - p, p], axis=1) if p.shape[1] == 1 else p
        z = self.scores(x)
        return softmax(np.concatenate([np.zeros_like(z), z], axis=1) if z.shape[1] == 1 else z)

    def slopes(self, x: Floats, rows: Floats) -> tuple[Floats, Floats]:
        """z (N, n_scores), and the gradient (N, n_in) of each example's own sum rows[i] · z[i].

        rows (n_scores,) is the same sum for all.
        """
        n, size = len(x), self._size(len(x))
        seen: list[Floats] = []

        def seed(y: Floats) -> Floats:
            seen.append(y.reshape(size, -1)[:n])
            dy = np.zeros((size, seen[0].shape[1]), np.float32)
            dy[:n] = rows
            return dy.reshape(y.shape)

        if size not in self._slopes:
            self._slopes[size] = InputGradient(self.net, size)
        dx = self._slopes[size](self._padded(x, size), seed, self.at)
        return seen[0], dx.reshape(size, -1)[:n]

    def _forward(self, x: Floats, layer: int) -> Floats:
        size = self._size(len(x))
        if size not in self._programs:
            self._programs[size] = self.net.plan.bind(self.net.theta, size)
        program = self._programs[size]
        np.copyto(program.outer_x, self._padded(x, size))
        program.forward()
        return program.outer_ys[layer].reshape(size, -1)[: len(x)].copy()

    def _size(self, n: int) -> int:
        """Buffers are kept for one example and for a whole chunk alone."""
        if not 1 <= n <= self.chunk:
            raise ValueError(f"1 to {self.chunk} examples at once, not {n}")
        return 1 if n == 1 else self.chunk

    def _padded(self, x: Floats, size: int) -> Floats:
        if len(x) < size:
            x = np.concatenate([x, np.broadcast_to(x[:1], (size - len(x), self.n_in))])
        return x.reshape(size, *self.net.input_shape)


def _chunk(net: Net) -> int:
    """How many examples, forward and back, are about one unit of work."""
    each = 0.0
    for i, shape in enumerate(net.shapes):
        places = int(np.prod(shape[1:])) if len(shape) > 1 else 1
        weights = sum(view.size for view in net.views(i).values())
        each += float(weights) * places + int(np.prod(shape))
    room = max(_WORK - _LAYER_COST * len(net.layers), _WORK / 5)
    return int(min(max(room / (3 * each), 2), _AT_ONCE))
