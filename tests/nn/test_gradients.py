"""Every layer and loss against central differences: the code that runs in float32, bound to float64."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn import losses
from neuroviz.nn.arrays import Array, Shape, to_inner

FLAT, PICTURE = (6,), (2, 6, 7)
BATCH = 5
EPSILON = 1e-6

# (name, input shape, layers). Each begins with a layer that learns, so that the gradient of the
# layer under test has somewhere to go, and ends in one that mixes its outputs.
STACKS: list[tuple[str, Shape, tuple[nn.Layer, ...]]] = [
    ("dense", FLAT, (nn.Dense(4), nn.Dense(5), nn.Dense(3))),
    ("conv2d", PICTURE, (nn.Conv2d(3, 3), nn.Conv2d(2, 2))),
    ("conv2d, stride 2", PICTURE, (nn.Conv2d(3, 1), nn.Conv2d(2, 3, stride=2))),
    ("conv2d, padding 1", PICTURE, (nn.Conv2d(3, 1), nn.Conv2d(2, 3, padding=1))),
    ("conv2d, stride 2, padding 2", PICTURE, (nn.Conv2d(3, 1), nn.Conv2d(2, 4, stride=2, padding=2))),
    ("conv2d first, padded", PICTURE, (nn.Conv2d(3, 3, padding=1),)),
    ("max_pool", PICTURE, (nn.Conv2d(3, 1), nn.MaxPool(2))),
    ("max_pool of 3, with a rim", (2, 7, 8), (nn.Conv2d(3, 1), nn.MaxPool(3))),
    ("avg_pool", PICTURE, (nn.Conv2d(3, 1), nn.AvgPool(2))),
    ("avg_pool of 3, with a rim", (2, 7, 8), (nn.Conv2d(3, 1), nn.AvgPool(3))),
    ("flatten", PICTURE, (nn.Conv2d(3, 3), nn.Flatten(), nn.Dense(3))),
    ("flatten of flat", FLAT, (nn.Dense(3), nn.Flatten())),
    ("flatten, then a conv2d's relu", PICTURE, (nn.Conv2d(3, 3), nn.Flatten(), nn.ReLU(), nn.Dense(3))),
    ("layer_norm", FLAT, (nn.Dense(5), nn.LayerNorm())),
    ("layer_norm of pictures", PICTURE, (nn.Conv2d(3, 2), nn.LayerNorm())),
    ("batch_norm", FLAT, (nn.Dense(4), nn.BatchNorm())),
    ("batch_norm of pictures", PICTURE, (nn.Conv2d(3, 2), nn.BatchNorm())),
    ("batch_norm first", PICTURE, (nn.BatchNorm(), nn.Flatten(), nn.Dense(3))),
    ("relu", FLAT, (nn.Dense(5), nn.ReLU(), nn.Dense(3))),
    ("relu of pictures", PICTURE, (nn.Conv2d(3, 2), nn.ReLU())),
    ("relu after pooling", PICTURE, (nn.Conv2d(3, 2), nn.MaxPool(), nn.ReLU())),
    ("relu in place after tanh", FLAT, (nn.Dense(5), nn.Tanh(), nn.ReLU(), nn.Dense(3))),
    ("leaky_relu", FLAT, (nn.Dense(5), nn.LeakyReLU(0.2), nn.Dense(3))),
    ("tanh", FLAT, (nn.Dense(5), nn.Tanh(), nn.Dense(3))),
    ("sigmoid", FLAT, (nn.Dense(5), nn.Sigmoid(), nn.Dense(3))),
    ("gelu", FLAT, (nn.Dense(5), nn.GELU(), nn.Dense(3))),
    ("gelu of pictures", PICTURE, (nn.Conv2d(3, 2), nn.GELU())),
    ("linear", FLAT, (nn.Dense(5), nn.Linear(), nn.Dense(3))),
    ("softmax", FLAT, (nn.Dense(5), nn.Softmax())),
    ("gate", FLAT, (nn.Dense(5), nn.Gate(), nn.Dense(3))),
    ("gate of pictures", PICTURE, (nn.Conv2d(3, 2), nn.Gate())),
    ("dropout", FLAT, (nn.Dense(5), nn.Dropout(0.4), nn.Dense(3))),
    ("dropout of pictures", PICTURE, (nn.Conv2d(3, 2), nn.Dropout(0.4))),
    ("a whole net", (1, 8, 8), (
        nn.Conv2d(3, 3, padding=1), nn.BatchNorm(), nn.MaxPool(), nn.ReLU(), nn.Conv2d(4, 2), nn.GELU(),
        nn.AvgPool(), nn.Flatten(), nn.LayerNorm(), nn.Dense(6), nn.LeakyReLU(), nn.Dropout(0.2),
        nn.Dense(3))),
]


class Case:
    """A stack in float64 with a loss; `loss_at(theta)` is a function of the learned parameters alone."""

    def __init__(self, shape: Shape, layers: tuple[nn.Layer, ...], loss: nn.Loss) -> None:
        rng = np.random.default_rng(7)
        self.plan, self.loss = nn.Plan(layers, shape), loss
        self.theta = rng.normal(0, 0.7, self.plan.n_values)
        self.theta[self.plan.n_trainable :] = 1.0
        self.x = rng.normal(0, 1, (BATCH, *shape))
        out = self.plan.shapes[-1]
        targets = loss.target_shape(out)
        labels = isinstance(loss, nn.CrossEntropy)
        self.y = rng.integers(0, out[0], BATCH) if labels else rng.normal(0, 1, (BATCH, *targets))
        self.grad = np.full(self.plan.n_trainable, np.nan)

    def loss_at(self, theta: Array, *, fold: float = 1.0, backward: bool = False) -> float:
        program = self.plan.bind(theta.copy(), BATCH, grad=self.grad, rng=np.random.default_rng(3))
        np.copyto(program.x, to_inner(self.x))
        program.forward()
        assert program.dy is not None
        loss = self.loss.bind(program.y, program.dy)(self.y, 1 / BATCH, fold)
        if backward:
            program.backward()
        return loss

    def differences(self) -> Array:
        found = np.empty(self.plan.n_trainable)
        for i in range(self.plan.n_trainable):
            up, down = self.theta.copy(), self.theta.copy()
            up[i] += EPSILON
            down[i] -= EPSILON
            found[i] = (self.loss_at(up) - self.loss_at(down)) / (2 * EPSILON)
        return found


def losses_for(plan: nn.Plan) -> list[nn.Loss]:
    flat = len(plan.shapes[-1]) == 1
    return [nn.SquaredError(), nn.CrossEntropy()] if flat else [nn.SquaredError()]


CASES = [
    pytest.param(shape, layers, loss, id=f"{name} under {loss.kind}")
    for name, shape, layers in STACKS
    for loss in losses_for(nn.Plan(layers, shape))
]


@pytest.mark.parametrize(("shape", "layers", "loss"), CASES)
def test_gradient_is_the_slope_of_the_loss(shape: Shape, layers: tuple[nn.Layer, ...], loss: nn.Loss) -> None:
    case = Case(shape, layers, loss)
    case.loss_at(case.theta, backward=True)
    np.testing.assert_allclose(case.grad, case.differences(), rtol=2e-6, atol=2e-8)
    assert np.abs(case.grad).max() > 1e-3  # zero equals zero proves nothing


def test_fold_scales_the_gradient_and_not_the_loss() -> None:
    case = Case(FLAT, (nn.Dense(3),), nn.CrossEntropy())
    loss, grad = case.loss_at(case.theta, backward=True), case.grad.copy()
    assert case.loss_at(case.theta, fold=0.25, backward=True) == loss
    np.testing.assert_allclose(case.grad, grad / 4)


def test_the_table_holds_every_layer_and_loss() -> None:
    tested = {layer.kind for _, _, layers in STACKS for layer in layers}
    assert tested == set(nn.LAYERS)
    assert {type(case.values[2]).__name__ for case in CASES} == set(losses.__all__)
