"""The points that a layer's space is mapped with: test images, the points of a 2-D task, or random inputs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.data import mnist
from neuroviz.data.digits import DigitSet
from neuroviz.data.plane import PlaneTask
from neuroviz.nn import Net, Sigmoid, Softmax
from neuroviz.nn.arrays import Array
from neuroviz.sims.subject import kind_of

Ints = NDArray[np.int64]
Kind = Literal["digits", "plane", "random"]

N_POINTS = 2_000
_RANDOM = 500
_IN_MEMORY = 16_000_000  # numbers in one layer's activations: 64 MB
_LEAST = 20
_PICTURES_AT_ONCE, _VECTORS_AT_ONCE = 32, 128


@dataclass(frozen=True, eq=False)
class Points:
    """x: (N, n_inputs) float32; labels (N,) int64, −1 for points of no known class; images: the pictures.

    random: no data belong to the net, so its inputs are drawn evenly from −1..1 and its answer is the label.
    """

    x: Array
    labels: Ints
    kind: Kind
    classes: int
    images: NDArray[np.uint8] | None = None

    def __len__(self) -> int:
        return len(self.x)


def of_digits(digits: DigitSet, n: int | None = None) -> Points:
    """The first n of labelled pictures; N_POINTS of them if it is not said."""
    n = N_POINTS if n is None else n
    images = digits.images[:n]
    x = images.reshape(len(images), -1).astype(np.float32) / np.float32(255)
    return Points(_still(x), _still(digits.labels[:n].astype(np.int64)), "digits", 10, images)


def of_plane(x: Array, labels: NDArray[np.integer]) -> Points:
    """The points (N, 2) of a task and their classes."""
    labels = np.asarray(labels, np.int64)
    classes = int(labels.max(initial=0)) + 1
    return Points(
        _still(np.array(x[:N_POINTS], np.float32)), _still(labels[:N_POINTS].copy()), "plane", classes
    )


def of_chance(net: Net, rng: np.random.Generator, n: int = _RANDOM) -> Points:
    """Inputs drawn evenly from −1..1; a point's class is what the net says of it."""
    n = max(_LEAST, min(n, _IN_MEMORY // prod(net.input_shape)))
    x = rng.uniform(-1, 1, (n, prod(net.input_shape))).astype(np.float32)
    said = answers(net, net(x.reshape(n, *net.input_shape)))
    return Points(_still(x), _still(said), "random", int(said.max(initial=0)) + 1)


def points_of(net: Net, known: tuple[Net, PlaneTask | None] | None, n_random: int = _RANDOM) -> Points:
    """What a net is mapped with: digits, the task that it is known to have learned, or random inputs.

    known: a net and its task, which counts for that net alone. Raises FileNotFoundError without digits.
    """
    if kind_of(net) == "digit":
        return of_digits(mnist.load_test())
    task = known[1] if known is not None and known[0] is net else None
    if task is not None:
        return of_plane(task.points, task.labels)
    return of_chance(net, np.random.default_rng(0), n_random)


def threshold(net: Net) -> float | None:
    """Above which a single output says yes; None for a net of several."""
    if int(np.prod(net.shapes[-1])) != 1:
        return None
    return 0.5 if isinstance(net.layers[-1], Sigmoid | Softmax) else 0.0


def answers(net: Net, outputs: Array) -> Ints:
    """The class each output (n, …) names: the largest, or of a single one yes or no; −1 for no number."""
    flat = outputs.reshape(len(outputs), -1)
    least = threshold(net)
    if least is not None:
        said = (flat[:, 0] > least).astype(np.int64)
    else:
        said = flat.argmax(axis=1).astype(np.int64)
    return np.where(np.isfinite(flat).all(axis=1), said, -1)


def judges(net: Net, points: Points) -> bool:
    """Whether the net's answers are classes of the points, so that they are right or wrong."""
    n = prod(net.shapes[-1])
    return points.kind != "random" and (n == points.classes or (n == 1 and points.classes == 2))


def dims(net: Net, layer: int) -> int:
    """How many numbers layer `layer` gives for one input: 0 is the input itself, i what layer i − 1 gives."""
    return prod(net.input_shape if layer == 0 else net.shapes[layer - 1])


def n_mapped(net: Net, points: Points, layer: int) -> int:
    """How many of the points a layer is mapped with: fewer where it is very wide."""
    return min(len(points), max(_LEAST, _IN_MEMORY // dims(net, layer)))


@dataclass(frozen=True, eq=False)
class Gathered:
    """A layer's numbers x (n, width), of the points `rows` (n,) where all are finite; answers (n,)."""

    x: Array
    rows: Ints
    said: Ints


def gathered(net: Net, points: Points, layer: int) -> Iterator[float | Gathered]:
    """Of the first n_mapped points, in pieces of a few ms: parts done in 0..1, then the value."""
    n = n_mapped(net, points, layer)
    found, said = np.empty((n, dims(net, layer)), np.float32), np.empty(n, np.int64)
    rows, used = np.empty(n, np.int64), 0
    at_once = _PICTURES_AT_ONCE if net.plan.has_pictures else _VECTORS_AT_ONCE
    for at in range(0, n, at_once):
        x = points.x[at : min(at + at_once, n)].reshape(-1, *net.input_shape)
        trace = net.trace(x)
        a = (trace.input if layer == 0 else trace.activations[layer - 1]).reshape(len(x), -1)
        sound = np.flatnonzero(np.isfinite(a).all(axis=1))
        here = slice(used, used + len(sound))
        found[here], said[here], rows[here] = a[sound], answers(net, trace.output)[sound], at + sound
        used += len(sound)
        yield at / n
    yield Gathered(found[:used], rows[:used], said[:used])


def _still(array: NDArray) -> NDArray:  # type: ignore[type-arg]
    array.flags.writeable = False
    return array
