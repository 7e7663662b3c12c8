"""Hessian–vector products against differences and PyTorch; sharpness against the whole matrix."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn import curvature
from neuroviz.nn.arrays import Array
from neuroviz.nn.curvature import HessianProduct, Lanczos, edge_of_stability, sharpest
from neuroviz.nn.pearlmutter import RUNGS
from tests.nn.stacks import done, examples
from tests.nn.test_gradients import BATCH, CASES, Case

EXACT = [
    case for case in CASES
    if all(type(one) in RUNGS for one in case.values[1])  # type: ignore[attr-defined]
]


def of(case: Case) -> HessianProduct:
    return HessianProduct(case.plan, case.loss, case.theta, case.x, case.y)


def inferred_gradient(case: Case, theta: Array) -> Array:
    """By the program itself, as it infers."""
    program = case.plan.bind(theta, BATCH, grad=case.grad, probing=True)
    np.copyto(program.outer_x, case.x)
    program.forward()
    assert program.dy is not None
    case.loss.bind(program.y, program.dy)(case.y, 1 / BATCH, 1.0)
    program.backward()
    return case.grad.copy()


@pytest.mark.parametrize(("shape", "layers", "loss"), CASES)
def test_products_are_differences_of_gradients(shape: Any, layers: Any, loss: nn.Loss) -> None:
    if layers[-1].kind == "softmax" and loss.kind == "cross_entropy":
        return  # refused: it takes logits
    case, step = Case(shape, layers, loss), 1e-5
    product = of(case)
    assert product.exact == all(type(one) in RUNGS for one in layers)
    v = np.random.default_rng(2).normal(size=case.plan.n_trainable)
    up, down = case.theta.copy(), case.theta.copy()
    up[: len(v)] += step * v
    down[: len(v)] -= step * v
    expected = (inferred_gradient(case, up) - inferred_gradient(case, down)) / (2 * step)
    found = done(product.of(v))
    np.testing.assert_allclose(found, expected, rtol=2e-5, atol=1e-6 * max(1, np.abs(expected).max()))
    np.testing.assert_allclose(done(product.gradient()), inferred_gradient(case, case.theta), atol=1e-12)


@pytest.mark.parametrize(("shape", "layers", "loss"), EXACT)
def test_products_are_symmetric_and_linear(shape: Any, layers: Any, loss: nn.Loss) -> None:
    product = of(Case(shape, layers, loss))
    v, w = np.random.default_rng(3).normal(size=(2, product.n))
    hv, hw = done(product.of(v)), done(product.of(w))
    assert w @ hv == pytest.approx(v @ hw, rel=1e-9, abs=1e-9)
    np.testing.assert_allclose(done(product.of(2 * v - w)), 2 * hv - hw, atol=1e-9)
    np.testing.assert_array_equal(done(product.of(v)), hv)  # what is kept is not used up


def test_the_table_of_layers_is_told() -> None:
    kinds = {layer.kind for layer in RUNGS}
    assert set(nn.LAYERS) - kinds == {"layer_norm", "softmax"}


def whole(product: HessianProduct) -> Array:
    return np.array([done(product.of(row)) for row in np.eye(product.n)])


def small(loss: nn.Loss) -> HessianProduct:
    case = Case((4,), (nn.Dense(5), nn.Tanh(), nn.Dense(3)), loss)
    return of(case)


@pytest.mark.parametrize("wanted", [1, 2])
@pytest.mark.parametrize("most", [4, 24, 200])
@pytest.mark.parametrize("loss", [nn.SquaredError(), nn.CrossEntropy()])
def test_sharpness_is_the_largest_eigenvalue(loss: nn.Loss, most: int, wanted: int) -> None:
    product = small(loss)
    values, vectors = np.linalg.eigh(whole(product))
    start = np.random.default_rng(0).normal(size=product.n)
    found = done(sharpest(product, Lanczos(start, wanted=wanted, tolerance=1e-4, most=most)))
    for k in range(wanted):
        assert found.values[k] == pytest.approx(values[-1 - k], rel=1e-4)
        assert abs(found.vectors[k] @ vectors[:, -1 - k]) == pytest.approx(1, abs=1e-4)
    assert (found.residuals <= 1e-4 * abs(found.values)).all()


def test_begun_where_it_ended_it_is_soon_done() -> None:
    product = small(nn.CrossEntropy())
    start = np.random.default_rng(0).normal(size=product.n)
    first = done(sharpest(product, Lanczos(start)))
    again = done(sharpest(product, Lanczos(first.vectors[0])))
    assert again.products == 1
    assert first.products > 1
    assert again.values[0] == pytest.approx(first.values[0], rel=0.02)


def test_a_matrix_of_few_directions_is_spent() -> None:
    """The start and what comes of it span less than is asked for."""
    matrix = np.diag([3.0, 3.0, 3.0, 3.0])
    lanczos = Lanczos(np.array([1.0, 2.0, 0.0, 0.0]), wanted=2)
    while not lanczos.done:
        lanczos.take(matrix @ lanczos.next)
    assert lanczos.products == 1
    assert lanczos.values[0] == pytest.approx(3)


def test_a_net_out_of_bounds_has_no_sharpness() -> None:
    net = nn.Net.create((nn.Dense(5), nn.ReLU(), nn.Dense(3)), (4,), np.random.default_rng(0))
    x, y = examples(net, 20)
    far = np.full(net.theta.size, 3e38, np.float32)
    product = HessianProduct(net.plan, nn.CrossEntropy(), far, x, y)
    found = done(sharpest(product, Lanczos(np.ones(product.n, np.float32))))
    assert np.isnan(found.values[0])


def test_without_room_to_keep_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    net = nn.Net.create((nn.Dense(5), nn.Tanh(), nn.Dense(3)), (4,), np.random.default_rng(0))
    x, y = examples(net, 700)
    v = np.random.default_rng(1).normal(size=net.n_params).astype(np.float32)
    kept = done(HessianProduct(net.plan, nn.CrossEntropy(), net.theta, x, y).of(v))
    monkeypatch.setattr(curvature, "_KEPT", 0)
    product = HessianProduct(net.plan, nn.CrossEntropy(), net.theta, x, y)
    units = product.of(v)
    next(units)
    next(units)
    np.testing.assert_array_equal(done(product.of(v)), kept)


@pytest.mark.parametrize("momentum", [0.0, 0.5, 0.9])
@pytest.mark.parametrize("nesterov", [False, True])
@pytest.mark.parametrize("beyond", [0.98, 1.02])
def test_beyond_the_edge_descent_swings_wider(momentum: float, nesterov: bool, beyond: float) -> None:
    if nesterov and not momentum:
        return
    rate = 0.1
    sharpness = beyond * edge_of_stability(rate, momentum, nesterov=nesterov)
    theta, grad = np.ones(1), np.zeros(1)
    stepper = nn.SGD(rate, momentum, nesterov).bind(theta, grad)
    for _ in range(3000):
        fold = stepper.fold(rate)
        grad[:] = fold * sharpness * theta
        stepper.step(rate)
        if abs(theta[0]) > 1e6:
            break
    assert (abs(theta[0]) > 1e6) == (beyond > 1)


def test_what_does_not_fit_is_refused() -> None:
    product = small(nn.CrossEntropy())
    with pytest.raises(ValueError, match="numbers"):
        next(product.of(np.ones(3)))
    with pytest.raises(ValueError, match="direction"):
        Lanczos(np.zeros(5))
    with pytest.raises(ValueError, match="told"):
        Lanczos(np.ones(50), wanted=30)
    net = nn.Net.create((nn.Dense(3),), (4,), np.random.default_rng(0))
    x, y = examples(net, 9)
    with pytest.raises(ValueError, match="parameters"):
        HessianProduct(net.plan, nn.CrossEntropy(), net.theta[1:], x, y)
    with pytest.raises(ValueError, match="fit"):
        HessianProduct(net.plan, nn.CrossEntropy(), net.theta, x[:, 1:], y)


@pytest.mark.parametrize("pictures", [False, True])
def test_products_agree_with_another_implementation(pictures: bool) -> None:
    torch = pytest.importorskip("torch", reason="the independent implementation: pip install '.[reference]'")
    t = torch.nn
    layers: tuple[nn.Layer, ...]
    if pictures:
        layers = (nn.Conv2d(3, 3, padding=1), nn.GELU(), nn.MaxPool(), nn.Flatten(), nn.Dense(4))
        module, shape = t.Sequential(
            t.Conv2d(2, 3, 3, padding=1), t.GELU("tanh"), t.MaxPool2d(2), t.Flatten(), t.Linear(27, 4)
        ), (2, 6, 7)
    else:
        layers = (nn.Dense(5), nn.Sigmoid(), nn.Dense(4), nn.Tanh(), nn.Dense(4))
        module, shape = t.Sequential(
            t.Linear(6, 5), t.Sigmoid(), t.Linear(5, 4), t.Tanh(), t.Linear(4, 4)
        ), (6,)
    module.double()
    case = Case(shape, layers, nn.CrossEntropy())
    v = np.random.default_rng(2).normal(size=case.plan.n_trainable)
    parameters, along = [], []
    for i, one in enumerate(module):
        if not hasattr(one, "weight"):
            continue
        flip = isinstance(one, t.Linear)
        for key, parameter in (("w", one.weight), ("b", one.bias)):
            mine, mine_v = case.plan.views(case.theta, i)[key], case.plan.views(v, i)[key]
            turn = flip and key == "w"
            with torch.no_grad():
                parameter.copy_(torch.from_numpy((mine.T if turn else mine).copy()))
            parameters.append(parameter)
            along.append(torch.from_numpy((mine_v.T if turn else mine_v).copy()))
    loss = t.functional.cross_entropy(module(torch.from_numpy(case.x)), torch.from_numpy(case.y))
    grads = torch.autograd.grad(loss, parameters, create_graph=True)
    slope = sum((g * one).sum() for g, one in zip(grads, along, strict=True))
    products = torch.autograd.grad(slope, parameters)
    rows = [one.numpy() for one in products]
    expected = np.concatenate([(row.T if row.ndim == 2 else row).reshape(-1) for row in rows])
    np.testing.assert_allclose(done(of(case).of(v)), expected, rtol=1e-8, atol=1e-10)
