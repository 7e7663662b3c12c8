"""Parameters that change after binding: a program that is told so answers as one bound to them."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn.inference import Inference

NETS = {
    "convolution": ((nn.Conv2d(4, 3), nn.ReLU(), nn.Flatten(), nn.Dense(3)), (1, 6, 6)),
    "batch norm": ((nn.Dense(5), nn.BatchNorm(), nn.Dense(3)), (4,)),
    "layer norm": ((nn.Dense(5), nn.LayerNorm(), nn.Dense(3)), (4,)),
    "gate": ((nn.Dense(5), nn.Gate(), nn.Dense(3)), (4,)),
}


@pytest.mark.parametrize(("layers", "shape"), NETS.values(), ids=NETS)
def test_what_was_worked_out_of_the_parameters_is_so_anew(
    layers: tuple[nn.Layer, ...], shape: tuple[int, ...]
) -> None:
    rng = np.random.default_rng(0)
    first = nn.Net.create(layers, shape, rng)
    second = first.with_theta(rng.uniform(0.2, 1, first.theta.shape).astype(np.float32))
    x = rng.normal(size=(5, *shape)).astype(np.float32)
    theta = first.theta.copy()
    inference = Inference(first.plan, theta)
    np.testing.assert_array_equal(inference.outputs(x), first(x))
    theta[...] = second.theta
    inference.renew()
    np.testing.assert_array_equal(inference.outputs(x), second(x))
    program = first.plan.bind(first.theta.copy(), len(x), probing=True)
    program.outer_x[...] = x
    program.renew()
    program.forward()
    np.testing.assert_allclose(program.outer_ys[-1], first(x), rtol=1e-6)
