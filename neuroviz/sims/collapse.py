"""Collapse: a net without bends is one layer: which one it is, and how well the two agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from neuroviz.nn import BatchNorm, Dense, Dropout, Flatten, Gate, Linear, Net
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array, freeze, to_outer
from neuroviz.sims.neuron_edits import still_bent, straightened
from neuroviz.sims.stages import reads_out

SIDE = 96
"""Places along each side of a map of the plane."""

REACH = 1.1
"""How far a map goes to each side of 0: the points of the tasks lie within 1."""

_COLUMNS = 16  # outputs at once: with 1,000 × 1,000 weights about 10 ms
_LAYERS = 4  # multiplied by in one unit of work
_KEPT = (Linear, Dropout, Flatten)


@dataclass(frozen=True, eq=False)
class Trials:
    """What a net is tried on: inputs (N, …) of its size, bytes 0..255 or float32; labels (N,) or None."""

    inputs: Array
    labels: Array | None = None

    def __len__(self) -> int:
        return len(self.inputs)

    def batch(self, net: Net, start: int, n: int) -> Array:
        """Inputs (n, *input_shape) float32 from `start` on."""
        some = self.inputs[start : start + n]
        if some.dtype == np.uint8:
            some = np.multiply(some, np.float32(1 / 255), dtype=np.float32)
        return some.reshape(len(some), *net.input_shape)


@dataclass(frozen=True, eq=False)
class Score:
    """How many of the first `n` of `of` inputs a net answers rightly."""

    hits: int = 0
    n: int = 0
    of: int = 0

    @property
    def done(self) -> bool:
        """Whether all have been tried."""
        return self.n == self.of


@dataclass(frozen=True, eq=False)
class Line:
    """What is known of a net without bends.

    bent: it still has a layer that bends, and then there is no single layer. w (n_in, n_out), b (n_out,):
    float64, the single layer y = x w + b; deep, single: the nets compared, without what reads them out.
    difference: the largest between the two, so far, of outputs up to `size`; same: how often both give the
    same answer; score, single_score: of each on labelled inputs.
    maps: (3, SIDE, SIDE, K) probabilities over the plane: as it is, straight, single; None elsewhere.
    """

    bent: bool = False
    w: Array | None = None
    b: Array | None = None
    deep: Net | None = None
    single: Net | None = None
    difference: float = 0.0
    size: float = 0.0
    same: int = 0
    score: Score = Score()
    single_score: Score = Score()
    maps: Array | None = None


def body_of(net: Net) -> Net:
    """The net up to its scores: without the softmax or sigmoid that reads them out."""
    if not reads_out(net):
        return net
    if len(net.layers) == 1:
        return Net((Linear(),), net.theta, net.input_shape)
    return Net(net.layers[:-1], net.theta, net.input_shape)


def product(net: Net, outputs: range | None = None) -> tuple[Array, Array]:
    """W (n_in, k) = W₁·W₂·… and b (k,) of a net of flat layers without bends, multiplied out from the end.

    In float64; from the end because the last layer is the narrowest. outputs: which of them.
    ValueError for a layer that is no matrix.
    """
    wanted = range(net.shapes[-1][0]) if outputs is None else outputs
    w, b = np.zeros((net.shapes[-1][0], len(wanted))), np.zeros(len(wanted))
    w[np.array(wanted), np.arange(len(wanted))] = 1
    for i in reversed(range(len(net.layers))):
        w, b = times(net, i, w, b)
    return w, b


@DIVERGING_IS_ALLOWED
def times(net: Net, i: int, w: Array, b: Array) -> tuple[Array, Array]:
    """Layer i, then y = x w + b: the matrix and the bias of both. ValueError for a layer that is none."""
    layer, views = net.layers[i], {k: v.astype(np.float64) for k, v in net.views(i).items()}
    if isinstance(layer, Dense):
        return views["w"] @ w, views["b"] @ w + b
    if isinstance(layer, BatchNorm):
        factor = views["gain"] / np.sqrt(views["variance"] + 1e-5)
        return factor[:, None] * w, (views["shift"] - views["mean"] * factor) @ w + b
    if isinstance(layer, Gate):
        return views["factor"][:, None] * w, views["held"] @ w + b
    if not isinstance(layer, _KEPT):
        raise ValueError(f"a {layer.kind} is not multiplied out here")
    return w, b


@DIVERGING_IS_ALLOWED
def pushed(net: Net, outputs: range) -> tuple[Array, Array]:
    """The same for any layers without bends: the gradients of the outputs are the columns of W (float64)."""
    n, n_out = len(outputs), int(np.prod(net.shapes[-1]))
    program = net.plan.bind(net.theta.astype(np.float64), n, probing=True)
    program.outer_x[...] = 0
    program.forward()
    b = program.outer_ys[-1][0].reshape(-1)[outputs.start : outputs.stop].copy()
    assert program.dy is not None
    seed = np.zeros((n, n_out))
    seed[np.arange(n), np.array(outputs)] = 1
    to_outer(program.dy)[...] = seed.reshape(n, *net.shapes[-1])
    for op in reversed(program.ops):
        if op.dy is not None:
            op.backward(op.dy)
    assert program.dx is not None
    return to_outer(program.dx).reshape(n, -1).T.copy(), b


def multiplied_out(net: Net) -> bool:
    """Whether `product` can do it: nothing but flat layers."""
    flat = all(len(shape) == 1 for shape in (net.input_shape, *net.shapes))
    return flat and all(isinstance(layer, (Dense, BatchNorm, Gate, *_KEPT)) for layer in net.layers)


def columns(net: Net) -> Iterator[tuple[Array, Array] | None]:
    """W and b of a net without bends, some outputs at a time; None between two units of work."""
    n_out, flat = int(np.prod(net.shapes[-1])), multiplied_out(net)
    at_once = _COLUMNS if flat else 4
    for start in range(0, n_out, at_once):
        some = range(start, min(start + at_once, n_out))
        if not flat:
            yield pushed(net, some)
            continue
        w, b = np.zeros((n_out, len(some))), np.zeros(len(some))
        w[np.array(some), np.arange(len(some))] = 1
        for i in reversed(range(len(net.layers))):
            w, b = times(net, i, w, b)
            if net.views(i) and i % _LAYERS == 0:
                yield None
        yield w, b


def single_layer(net: Net, w: Array, b: Array) -> Net:
    """y = x w + b as a net that takes what `net` takes, in float32 as all nets."""
    layers = (Dense(len(b)),) if len(net.input_shape) == 1 else (Flatten(), Dense(len(b)))
    with np.errstate(over="ignore", invalid="ignore"):
        theta = np.concatenate([w.reshape(-1), b]).astype(np.float32)
    return Net(layers, freeze(theta), net.input_shape)


def chosen(net: Net, outputs: Array, *, scores: bool) -> Array:
    """The class each row (N, K) stands for: outputs of `net`, or scores that it reads out.

    A single number stands for two classes, the second when it is high.
    """
    flat = outputs.reshape(len(outputs), -1)
    if flat.shape[1] == 1:
        return (flat[:, 0] > (0.5 if reads_out(net) and not scores else 0.0)).astype(np.int64)
    found: Array = flat.argmax(axis=1)
    return found


def batch_size(net: Net) -> int:
    """Inputs at once: some milliseconds of work, whatever the net."""
    work = max(1, net.n_params) + sum(int(np.prod(shape)) for shape in net.shapes)
    for i, shape in enumerate(net.shapes):
        if len(shape) == 3 and (views := net.views(i)):  # every weight of a kernel works at every place
            work += int(shape[1] * shape[2]) * sum(v.size for v in views.values())
    return int(np.clip(12_000_000 // (work + 200 * len(net.layers)), 4, 250))


@DIVERGING_IS_ALLOWED
def scored(score: Score, net: Net, trials: Trials, n: int) -> Score:
    """The score after the next n inputs."""
    x = trials.batch(net, score.n, n)
    labels = None if trials.labels is None else trials.labels[score.n : score.n + len(x)]
    hits = 0 if labels is None else int((chosen(net, net(x), scores=False) == labels).sum())
    return Score(score.hits + hits, score.n + len(x), len(trials))


@DIVERGING_IS_ALLOWED
def compare(line: Line, net: Net, trials: Trials, n: int) -> Line:
    """The line after the next n inputs; net: the one that was straightened."""
    assert line.deep is not None
    start = line.score.n
    x = trials.batch(net, start, n)
    labels = None if trials.labels is None else trials.labels[start : start + len(x)]
    deep = line.deep(x).reshape(len(x), -1)
    said = chosen(net, deep, scores=True)
    score = Score(line.score.hits + _hits(said, labels), start + len(x), len(trials))
    if line.single is None:
        return replace(line, score=score, single_score=score)
    single = line.single(x).reshape(len(x), -1)
    single_said = chosen(net, single, scores=True)
    return replace(
        line, score=score,
        difference=float(np.maximum(line.difference, np.abs(deep - single).max())),
        size=float(np.maximum(line.size, np.abs(deep).max())),
        same=line.same + int((said == single_said).sum()),
        single_score=replace(score, hits=line.single_score.hits + _hits(single_said, labels)),
    )  # fmt: skip


def _hits(said: Array, labels: Array | None) -> int:
    return 0 if labels is None else int((said == labels).sum())


def random_trials(net: Net, seed: int) -> Trials:
    """Inputs for a net about which nothing is known: points of the square, or normal numbers."""
    rng = np.random.default_rng(seed)
    n_in = int(np.prod(net.input_shape))
    if n_in == 2:
        return Trials(rng.uniform(-1, 1, (2000, 2)).astype(np.float32))
    return Trials(rng.normal(size=(min(1000, max(20, 1_000_000 // n_in)), n_in)).astype(np.float32))


def begun(net: Net) -> Line:
    """The straight net to be compared, its single layer still to come."""
    deep = body_of(straightened(net))
    return Line(bent=still_bent(net), deep=deep)


def plane_grid() -> Array:
    """(SIDE², 2): the places of a map, row by row from the top left."""
    side = np.linspace(-REACH, REACH, SIDE, dtype=np.float32)
    across, down = np.meshgrid(side, -side)
    return np.stack([across.reshape(-1), down.reshape(-1)], axis=1)


@DIVERGING_IS_ALLOWED
def plane_map(net: Net, body: Net | None = None) -> Array:
    """(SIDE, SIDE, K) probabilities of `net` over the plane; body: a net that gives its scores instead."""
    x = plane_grid().reshape(-1, *net.input_shape)
    outputs = (net if body is None else body)(x).reshape(len(x), -1)
    p = probabilities(net, outputs, scores=body is not None)
    return freeze(p.reshape(SIDE, SIDE, -1))


def probabilities(net: Net, outputs: Array, *, scores: bool) -> Array:
    """(N, K) from the outputs of `net`, or from its scores; one number stands for two classes."""
    if outputs.shape[1] == 1:
        reading = reads_out(net) and not scores
        high = outputs[:, 0] if reading else 1 / (1 + np.exp(-np.clip(outputs[:, 0], -60, 60)))
        return np.stack([1 - high, high], axis=1).astype(np.float32)
    if reads_out(net) and not scores:
        return outputs
    shifted = np.exp(outputs - outputs.max(axis=1, keepdims=True))
    found: Array = (shifted / shifted.sum(axis=1, keepdims=True)).astype(np.float32)
    return found
