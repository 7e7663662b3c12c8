"""Report: what is measured of a learning net at certain steps, and the probe that measures it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Examples, Task
from neuroviz.nn import CrossEntropy, Dense, Loss, Plan, SquaredError
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array, to_outer
from neuroviz.nn.inference import Inference
from neuroviz.nn.plan import Program

Floats = NDArray[np.float64]

PROBED = 64  # examples whose activations and gradients are looked at, layer by layer
HARDEST = 24
MOST_CLASSES = 26  # in a table of confusions
_EXAM = 1000
_WORK = 2e8  # multiplications one exam may take: some milliseconds


@dataclass(frozen=True, eq=False)
class LayerSizes:
    """Root mean squares by layer, (L,) each, of the probed examples; NaN where a layer has none.

    activation, and gradient of one example's loss by it; weight, its gradient (of the mean loss), and update:
    how large the last step's change was beside it. dead: share of units that are 0 for all probed examples
    (of maps, the share of channels: their edges may well be silent); saturated: share of activations in the
    flat ends of tanh and sigmoid.
    """

    activation: Floats
    gradient: Floats
    weight: Floats
    weight_gradient: Floats
    update: Floats
    dead: Floats
    saturated: Floats


@dataclass(frozen=True, eq=False)
class Report:
    """At `step`: mean losses and scores on the first n of the training and of the validation examples.

    score: the share answered rightly, or of the values' variance that is explained (R²). norm: of the
    gradient. rate: the learning rate then. confusion (K, K): true class by answer. hardest (M,): rows of the
    validation examples with the largest loss, worst first; their losses and answers (M,) or (M, n_out).
    test_score: NaN, unless the recipe lets the test be learned, so that it is no secret any more.
    said (n,): the class that each of the n validation examples was taken for, losses (n,) float16 what it
    lost by that, precise enough to be read; None where confusion is.
    """

    step: int
    epochs: float
    train_loss: float
    train_score: float
    valid_loss: float
    valid_score: float
    norm: float
    rate: float
    layers: LayerSizes
    confusion: NDArray[np.int64] | None
    hardest: NDArray[np.intp]
    hardest_loss: Floats
    hardest_said: NDArray[np.float32]
    test_score: float = math.nan
    said: NDArray[np.uint8] | None = None
    losses: NDArray[np.float16] | None = None


@dataclass(frozen=True, eq=False)
class Marks:
    """The answers of one exam: mean loss, score, each example's loss (N,), and the answers (N, n_out)."""

    loss: float
    score: float
    losses: Floats
    outputs: Array


def loss_of(task: Task) -> Loss:
    """What is made small: surprise for classes, squared distance for values."""
    return CrossEntropy() if task.kind == "classes" else SquaredError()


@DIVERGING_IS_ALLOWED
def marked(task: Task, outputs: Array, y: Array) -> Marks:
    """Outputs (N, n_out) against y. A loss that is no number counts as infinite, and as wrong."""
    z = outputs.astype(np.float64)
    if task.kind == "classes":
        top = z.max(axis=1, keepdims=True)
        losses = np.log(np.exp(z - top).sum(axis=1)) + top[:, 0] - z[np.arange(len(z)), y]
        score = float(((z.argmax(axis=1) == y) & np.isfinite(z).all(axis=1)).mean())
    else:
        losses = ((z - y) ** 2).mean(axis=1)
        spread = float(((y - y.mean(axis=0)) ** 2).mean())
        score = 1.0 - float(losses.mean()) / spread if spread else math.nan
    losses = np.where(np.isnan(losses), np.inf, losses)
    return Marks(float(losses.mean()), score, losses, outputs)


def asked(plan: Plan) -> int:
    """So many examples of each part, at most, are asked for a report on nets of that plan."""
    return max(PROBED, min(_EXAM, int(_WORK / max(1, _multiplications(plan)))))


class Probe:
    """Measures nets of one plan on one task; one thread at a time."""

    def __init__(self, plan: Plan, task: Task, *, tested: bool = False) -> None:
        """tested: the test is asked too."""
        self._plan, self._task = plan, task
        self._theta = np.zeros(plan.n_values, np.float32)
        self._inference = Inference(plan, self._theta)
        self._loss = loss_of(task)
        self.n = asked(plan)
        self.n_probed = n_probed = min(PROBED, len(task.train))
        self._dtheta = np.zeros(plan.n_trainable, np.float32)
        self._program: Program = plan.bind(self._theta, n_probed, grad=self._dtheta, probing=True)
        sides = (task.train, task.valid, task.test) if tested else (task.train, task.valid)
        self._sides = {side: self._exam(side) for side in sides}

    def _exam(self, side: Examples) -> tuple[Array, Array]:
        x = side.inputs(slice(0, self.n))
        return x.reshape(-1, *self._plan.input_shape), side.y[: self.n]

    @property
    def work(self) -> int:
        """Examples that one report carries forward; a step of learning costs three for each of its own."""
        return 3 * PROBED + sum(len(x) for x, _ in self._sides.values())

    def marks(self, theta: Array, side: Examples) -> Marks:
        """How the first n of one side are answered."""
        np.copyto(self._theta, theta)
        self._inference.renew()
        x, y = self._sides[side]
        return marked(self._task, self._inference.outputs(x), y)

    def said(self, marks: Marks) -> NDArray[np.uint8] | None:
        """The class answered for each validation example; None for values and for very many classes."""
        if self._task.kind != "classes" or self._task.n_out > MOST_CLASSES:
            return None
        said: NDArray[np.uint8] = np.nan_to_num(marks.outputs).argmax(axis=1).astype(np.uint8)
        return said

    @DIVERGING_IS_ALLOWED
    def losses(self, marks: Marks) -> NDArray[np.float16] | None:
        """Of each validation example, where it is kept what each was taken for."""
        return None if self.said(marks) is None else marks.losses.astype(np.float16)

    def confusion(self, said: NDArray[np.uint8] | None) -> NDArray[np.int64] | None:
        """True class by answer on the validation examples."""
        if said is None:
            return None
        k, y = self._task.n_out, self._sides[self._task.valid][1]
        return np.bincount(y * k + said, minlength=k * k).reshape(k, k)

    @DIVERGING_IS_ALLOWED
    def layers(self, theta: Array, before: Array | None) -> tuple[LayerSizes, float]:
        """Sizes by layer at `theta` (n_values,), `before` being the one before it; the gradient's norm."""
        np.copyto(self._theta, theta)
        self._program.renew()
        program, plan = self._program, self._plan
        x, y = self._sides[self._task.train]
        n = len(program.outer_x)
        np.copyto(program.outer_x, x[:n])
        program.forward()
        out, dy = program.ops[-1].y, program.ops[-1].dy
        assert dy is not None
        self._loss.bind(out, dy)(y[:n], 1 / n, 1.0)
        n_layers = len(plan.layers)
        names = ("activation", "gradient", "weight", "weight_gradient", "update", "dead", "saturated")
        rows = {name: np.full(n_layers, np.nan) for name in names}
        for i in range(n_layers - 1, -1, -1):
            op, values = program.ops[i], program.outer_ys[i]
            assert op.dy is not None
            rows["activation"][i] = _rms(values)
            rows["gradient"][i] = n * _rms(to_outer(op.dy))
            rows["dead"][i], rows["saturated"][i] = _silence(plan.layers[i].kind, values)
            op.backward(op.dy)
        for i in range(n_layers):
            weights = plan.views(theta, i, trainable_only=True)
            if weights:
                old = None if before is None else plan.views(before, i, trainable_only=True)
                grads = plan.views(self._dtheta, i, trainable_only=True)
                rows["weight"][i] = _rms(*weights.values())
                rows["weight_gradient"][i] = _rms(*grads.values())
                if old is not None:
                    rows["update"][i] = _rms(*(w - old[k] for k, w in weights.items())) / rows["weight"][i]
        norm = math.sqrt(float(np.dot(self._dtheta.astype(np.float64), self._dtheta)))
        return LayerSizes(**rows), norm


def hardest(marks: Marks) -> tuple[NDArray[np.intp], Floats, NDArray[np.float32]]:
    """Rows, losses and answers of the examples with the largest losses, worst first."""
    rows = np.argsort(-marks.losses, kind="stable")[:HARDEST]
    return rows, marks.losses[rows], np.asarray(marks.outputs[rows], np.float32)


def _rms(*arrays: Array) -> float:
    total = sum(float(np.square(a, dtype=np.float64).sum()) for a in arrays)
    return math.sqrt(total / sum(a.size for a in arrays))


def _silence(kind: str, values: Array) -> tuple[float, float]:
    """Shares of dead units and of saturated activations of an activation layer; NaN for other kinds."""
    if kind in ("relu", "gelu"):
        everywhere = (0, *range(2, values.ndim))
        return float((np.abs(values) < 1e-6).all(axis=everywhere).mean()), math.nan
    if kind == "tanh":
        return math.nan, float((np.abs(values) > 0.97).mean())
    if kind == "sigmoid":
        return math.nan, float((np.abs(values - 0.5) > 0.485).mean())
    return math.nan, math.nan


def _multiplications(plan: Plan) -> int:
    """Of one example on its way forward."""
    total = 0
    for layer, before, after in zip(plan.layers, (plan.input_shape, *plan.shapes), plan.shapes, strict=False):
        places = math.prod(after[1:]) if len(after) > 1 else 1
        total += sum(p.size for p in layer.parameters(before) if p.start == "weight") * places
        if isinstance(layer, Dense):
            total += after[0]
    return total
