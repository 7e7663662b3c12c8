"""What a net is judged by: the 10,000 test images, the points of its task, or numbers drawn at random."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.data import mnist
from neuroviz.data.plane import PlaneTask
from neuroviz.nn import Net, Sigmoid
from neuroviz.nn.arrays import Array, Shape, freeze
from neuroviz.sims.subject import kind_of

N_RANDOM = 2000
_MOST_NUMBERS = 4_000_000
Labels = NDArray[np.uint8]
Source = Literal["test", "task", "random"]


@dataclass(frozen=True, eq=False)
class Examples:
    """x (N, n_in): uint8 grey values of images, or float32; labels (N,), None for random numbers."""

    source: Source
    x: NDArray[np.uint8] | NDArray[np.float32]
    labels: Labels | None
    n_classes: int

    def __len__(self) -> int:
        return len(self.x)

    def inputs(self, rows: NDArray[np.int64] | slice, shape: Shape) -> Array:
        """These examples as a net of input `shape` takes them: (n, *shape) float32."""
        x = self.x[rows]
        if x.dtype == np.uint8:
            x = np.multiply(x, np.float32(1 / 255), dtype=np.float32)
        return x.reshape(len(x), *shape)


def examples_for(net: Net, task: PlaneTask | None) -> Examples:
    """The test images for a net of 784 inputs (read when they are wanted first, some tenths of a second), the
    points of `task` for a net of the plane, else random numbers in −1..1. Raises FileNotFoundError."""
    kind, size = kind_of(net), math.prod(net.input_shape)
    if kind == "digit":
        test = mnist.load_test()
        return Examples("test", test.images.reshape(len(test.images), size), test.labels, 10)
    if kind == "plane" and task is not None:
        return Examples("task", task.points, task.labels, task.n_classes)
    n = min(N_RANDOM, max(16, _MOST_NUMBERS // size))
    x = np.random.default_rng(0).uniform(-1, 1, (n, size)).astype(np.float32)
    return Examples("random", freeze(x), None, n_outputs(net) if 2 <= n_outputs(net) <= 10 else 2)


def n_outputs(net: Net) -> int:
    """How many numbers its answer has."""
    return math.prod(net.shapes[-1])


def said(net: Net, output: Array) -> NDArray[np.int64]:
    """The class that each answer (N, *) names: the largest, or for a single number whether it is above the
    middle of what it can be; −1 for what is not a number."""
    flat = output.reshape(len(output), -1)
    if flat.shape[1] == 1:
        middle = 0.5 if isinstance(net.layers[-1], Sigmoid) else 0.0
        found = (flat[:, 0] > middle).astype(np.int64)
    else:
        found = flat.argmax(axis=1).astype(np.int64)
    if np.isnan(flat.max()):  # one look at all is quicker than one at each row
        found[np.isnan(flat).any(axis=1)] = -1
    return found


def by_labels(net: Net, examples: Examples) -> bool:
    """Whether the labels say which answers are right; else an answer can only stay what it was."""
    n = n_outputs(net)
    return examples.labels is not None and (n == examples.n_classes or (n == 1 and examples.n_classes == 2))
