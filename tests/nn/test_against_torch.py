"""The same numbers as PyTorch: every layer forward and backward, 100 steps of every optimiser."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn import optimiser
from neuroviz.nn.arrays import Array, Shape

torch = pytest.importorskip("torch", reason="the independent implementation: pip install '.[reference]'")
t = torch.nn

BATCH = 6
PICTURE = (2, 7, 8)


def conv(c_in: int, c_out: int, k: int, **how: int) -> tuple[nn.Layer, Any]:
    return nn.Conv2d(c_out, k, **how), t.Conv2d(c_in, c_out, k, **how)


# (our layer, PyTorch's, input shape)
PAIRS: dict[str, tuple[nn.Layer, Any, Shape]] = {
    "dense": (nn.Dense(4), t.Linear(6, 4), (6,)),
    "conv2d": (*conv(2, 3, 3), PICTURE),
    "conv2d with stride": (*conv(2, 3, 3, stride=2), PICTURE),
    "conv2d with padding": (*conv(2, 3, 3, padding=2), PICTURE),
    "conv2d in pieces": (*conv(8, 8, 5), (8, 28, 28)),  # more than OpenBLAS takes as a small product
    "conv2d with both": (*conv(2, 3, 4, stride=3, padding=1), PICTURE),
    "max_pool": (nn.MaxPool(2), t.MaxPool2d(2), PICTURE),
    "max_pool of 3": (nn.MaxPool(3), t.MaxPool2d(3), PICTURE),
    "avg_pool": (nn.AvgPool(2), t.AvgPool2d(2), PICTURE),
    "avg_pool of 3": (nn.AvgPool(3), t.AvgPool2d(3), PICTURE),
    "flatten": (nn.Flatten(), t.Flatten(), PICTURE),
    "layer_norm": (nn.LayerNorm(), t.LayerNorm((6,)), (6,)),
    "layer_norm of pictures": (nn.LayerNorm(), t.LayerNorm(PICTURE), PICTURE),
    "batch_norm": (nn.BatchNorm(), t.BatchNorm1d(6), (6,)),
    "batch_norm of pictures": (nn.BatchNorm(), t.BatchNorm2d(2), PICTURE),
    "relu": (nn.ReLU(), t.ReLU(), (6,)),
    "leaky_relu": (nn.LeakyReLU(0.1), t.LeakyReLU(0.1), (6,)),
    "tanh": (nn.Tanh(), t.Tanh(), (6,)),
    "sigmoid": (nn.Sigmoid(), t.Sigmoid(), (6,)),
    "gelu": (nn.GELU(), t.GELU(approximate="tanh"), (6,)),
    "linear": (nn.Linear(), t.Identity(), (6,)),
    "softmax": (nn.Softmax(), t.Softmax(dim=1), (6,)),
}
NAMES = {"w": "weight", "b": "bias", "gain": "weight", "shift": "bias", "mean": "running_mean",
         "variance": "running_var"}


def their_arrays(module: Any, plan: nn.Plan, flat: Array, i: int, *, grads: bool = False) -> None:
    """Copy a module's parameters (or gradients) into layer i's place in `flat`."""
    for name, view in plan.views(flat, i, trainable_only=grads).items():
        value = getattr(module, NAMES[name])
        value = (value.grad if grads else value).detach().numpy()
        view[...] = value.T if isinstance(module, t.Linear) and name == "w" else value


@pytest.mark.parametrize("name", PAIRS)
def test_layer_forward_and_backward(name: str) -> None:
    layer, module, shape = PAIRS[name]
    torch.manual_seed(5)
    for p in module.parameters():
        t.init.normal_(p)
    rng = np.random.default_rng(4)
    x = rng.normal(size=(BATCH, *shape)).astype(np.float32)
    first = nn.Dense(shape[0]) if len(shape) == 1 else nn.Conv2d(shape[0], 1)  # so that dx is wanted
    plan = nn.Plan((first, layer), shape)
    theta, grad = np.zeros(plan.n_values, np.float32), np.zeros(plan.n_trainable, np.float32)
    views = plan.views(theta, 0)
    views["w"][...] = np.eye(shape[0], dtype=np.float32).reshape(views["w"].shape)
    their_arrays(module, plan, theta, 1)
    program = plan.bind(theta, BATCH, grad=grad)
    program.outer_x[...] = x
    program.forward()

    tensor = torch.from_numpy(x).requires_grad_()
    theirs = module(tensor)
    np.testing.assert_allclose(program.outer_ys[-1], theirs.detach().numpy(), rtol=1e-4, atol=1e-5)

    dy = rng.normal(size=theirs.shape).astype(np.float32)
    theirs.backward(torch.from_numpy(dy))
    assert program.dy is not None
    assert program.ops[0].dy is not None
    program.dy[...] = dy if dy.ndim == 2 else np.moveaxis(dy, 0, -1)
    program.backward()
    dx = program.ops[0].dy
    np.testing.assert_allclose(dx if dx.ndim == 2 else np.moveaxis(dx, -1, 0), tensor.grad.numpy(),
                               rtol=1e-3, atol=2e-5)
    expected = grad.copy()
    their_arrays(module, plan, expected, 1, grads=True)
    np.testing.assert_allclose(grad, expected, rtol=1e-3, atol=2e-5 + 1e-6 * np.abs(expected).max(initial=0))
    expected = theta.copy()
    their_arrays(module, plan, expected, 1)  # running statistics have moved alike
    np.testing.assert_allclose(theta, expected, rtol=1e-5, atol=1e-6)


def test_every_layer_but_dropout_and_our_own_gate_has_a_pair() -> None:
    assert {layer.kind for layer, _, _ in PAIRS.values()} == set(nn.LAYERS) - {"dropout", "gate"}


def test_even_background_sends_its_gradient_once() -> None:
    """All values of a pooling block equal: the bias must not learn four times as fast."""
    net = nn.Net.create((nn.Conv2d(3, 3), nn.MaxPool(2), nn.Flatten(), nn.Dense(2)), (1, 8, 8),
                        np.random.default_rng(0))
    trainer = nn.Trainer(net, nn.CrossEntropy(), nn.SGD(0.1), 4)
    module = sequential(net)
    x, y = np.zeros((4, 1, 8, 8), np.float32), np.array([0, 1, 1, 0])
    trainer.step(x, y)
    t.functional.cross_entropy(module(torch.from_numpy(x)), torch.from_numpy(y)).backward()
    bias = net.plan.views(trainer.grad, 0)["b"]
    np.testing.assert_allclose(bias, module[0].bias.grad.numpy(), rtol=1e-4, atol=1e-7)


def test_losses() -> None:
    rng = np.random.default_rng(2)
    logits = rng.normal(0, 300, (50, 7)).astype(np.float32)  # exp of these is infinite
    labels = rng.integers(0, 7, 50)
    theirs = t.functional.cross_entropy(torch.from_numpy(logits), torch.from_numpy(labels))
    assert nn.CrossEntropy()(logits, labels) == pytest.approx(theirs.item(), rel=1e-5)
    targets = rng.normal(size=(50, 2, 3, 4)).astype(np.float32)
    outputs = rng.normal(size=(50, 2, 3, 4)).astype(np.float32)
    theirs = t.functional.mse_loss(torch.from_numpy(outputs), torch.from_numpy(targets))
    assert nn.SquaredError()(outputs, targets) == pytest.approx(theirs.item(), rel=1e-5)


OPTIMISERS: dict[str, tuple[nn.Optimiser, Any]] = {
    "sgd": (nn.SGD(0.1), lambda p: torch.optim.SGD(p, 0.1)),
    "momentum": (nn.SGD(0.05, momentum=0.9), lambda p: torch.optim.SGD(p, 0.05, 0.9)),
    "nesterov": (nn.SGD(0.05, momentum=0.9, nesterov=True),
                 lambda p: torch.optim.SGD(p, 0.05, 0.9, nesterov=True)),
    "sgd with decay": (nn.SGD(0.05, momentum=0.8, nesterov=True, weight_decay=0.02),
                       lambda p: torch.optim.SGD(p, 0.05, 0.8, nesterov=True, weight_decay=0.02)),
    "rmsprop": (nn.RMSProp(0.003), lambda p: torch.optim.RMSprop(p, 0.003)),
    "rmsprop with decay": (nn.RMSProp(0.003, 0.9, weight_decay=0.02),
                           lambda p: torch.optim.RMSprop(p, 0.003, 0.9, weight_decay=0.02)),
    "adagrad": (nn.AdaGrad(0.05), lambda p: torch.optim.Adagrad(p, 0.05)),
    "adagrad with decay": (nn.AdaGrad(0.05, weight_decay=0.02),
                           lambda p: torch.optim.Adagrad(p, 0.05, weight_decay=0.02)),
    "adam": (nn.Adam(0.01), lambda p: torch.optim.Adam(p, 0.01)),
    "adam with decay": (nn.Adam(0.01, 0.8, 0.99, 1e-6, 0.02),
                        lambda p: torch.optim.Adam(p, 0.01, (0.8, 0.99), 1e-6, 0.02)),
    "adamw": (nn.AdamW(0.01, weight_decay=0.1), lambda p: torch.optim.AdamW(p, 0.01, weight_decay=0.1)),
}


def sequential(net: nn.Net) -> Any:
    modules: list[Any] = []
    shapes = (net.input_shape, *net.shapes)
    for i, layer in enumerate(net.layers):
        match layer:
            case nn.Dense():
                modules.append(t.Linear(shapes[i][0], layer.n_out))
            case nn.Conv2d():
                modules.append(t.Conv2d(shapes[i][0], layer.channels, layer.kernel))
            case nn.BatchNorm():
                modules.append(t.BatchNorm2d(shapes[i][0]))
            case _:
                modules.append({"relu": t.ReLU, "tanh": t.Tanh, "flatten": t.Flatten,
                                "max_pool": lambda: t.MaxPool2d(2)}[layer.kind]())
        for name, value in net.views(i).items():
            turned = value.T if isinstance(layer, nn.Dense) and name == "w" else value
            with torch.no_grad():
                getattr(modules[-1], NAMES[name]).copy_(torch.from_numpy(turned.copy()))
    return t.Sequential(*modules)


def run_both(net: nn.Net, ours: nn.Optimiser, theirs: Any, schedule: nn.Schedule, steps: int) -> None:
    rng = np.random.default_rng(6)
    x = rng.normal(size=(16, *net.input_shape)).astype(np.float32)
    y = rng.integers(0, net.shapes[-1][0], 16)
    module = sequential(net)
    rule = theirs(module.parameters())
    rates = torch.optim.lr_scheduler.LambdaLR(rule, schedule)
    trainer = nn.Trainer(net, nn.CrossEntropy(), ours, 16, schedule=schedule)
    for _ in range(steps):
        loss = trainer.step(x, y)
        rule.zero_grad()
        their_loss = t.functional.cross_entropy(module(torch.from_numpy(x)), torch.from_numpy(y))
        their_loss.backward()
        rule.step()
        rates.step()
        assert loss == pytest.approx(their_loss.item(), rel=2e-3, abs=2e-5)
    module.eval()
    with torch.inference_mode():
        np.testing.assert_allclose(trainer.net(x), module(torch.from_numpy(x)).numpy(), rtol=2e-2, atol=1e-2)


def to_zero_and_back(step: int) -> float:
    """A rate of 0 in between: momentum has to go on gathering."""
    return abs(step - 50) / 50


@pytest.mark.parametrize("schedule", [nn.Constant(), to_zero_and_back])
@pytest.mark.parametrize("name", OPTIMISERS)
def test_hundred_updates_on_given_gradients(name: str, schedule: nn.Schedule,
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    """In float64 and without a net, so that nothing but the rule itself can make a difference."""
    monkeypatch.setattr(optimiser, "TILE", 128)  # two tiles and a rest
    spec, make = OPTIMISERS[name]
    rng = np.random.default_rng(8)
    theta = rng.normal(size=300)
    grad = np.empty_like(theta)
    parameter = t.Parameter(torch.from_numpy(theta.copy()))
    theirs, ours = make([parameter]), spec.bind(theta, grad)
    rates = torch.optim.lr_scheduler.LambdaLR(theirs, schedule)
    for step in range(100):
        g = rng.normal(size=300) * rng.choice([0.0, 1e-3, 1.0], size=300)
        rate = spec.learning_rate * schedule(step)
        grad[...] = g * ours.fold(rate)
        ours.step(rate)
        parameter.grad = torch.from_numpy(g)
        theirs.step()
        rates.step()
        np.testing.assert_allclose(theta, parameter.detach().numpy(), rtol=1e-9, atol=1e-11)


@pytest.mark.parametrize("name", OPTIMISERS)
def test_hundred_steps_of_a_dense_net(name: str) -> None:
    # tanh, not relu: a kink would let rounding send the two sides to different places
    net = nn.Net.create((nn.Dense(8), nn.Tanh(), nn.Dense(3)), (5,), np.random.default_rng(1))
    run_both(net, *OPTIMISERS[name], schedule=nn.Constant(), steps=100)


def test_a_convolutional_net_with_running_statistics() -> None:
    layers = (nn.Conv2d(4, 3), nn.BatchNorm(), nn.MaxPool(), nn.Tanh(), nn.Flatten(), nn.Dense(3))
    net = nn.Net.create(layers, (1, 8, 8), np.random.default_rng(1))
    run_both(net, *OPTIMISERS["momentum"], schedule=nn.Constant(), steps=50)
