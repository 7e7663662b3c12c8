"""What does not fit is refused with a ValueError that says what was wanted, before anything has changed."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pytest

from neuroviz import nn

RNG = np.random.default_rng(0)
NET = nn.Net.create((nn.Dense(3),), (2,), RNG)
X, Y = np.zeros((4, 2), np.float32), np.zeros(4, np.int64)


def create(*layers: nn.Layer, shape: tuple[int, ...] = (2,), init: str = "he") -> nn.Net:
    return nn.Net.create(layers, shape, RNG, init)


def trainer(net: nn.Net = NET, loss: nn.Loss | None = None, batch: int = 4) -> nn.Trainer:
    return nn.Trainer(net, loss or nn.CrossEntropy(), nn.SGD(0.1), batch)


BAD: dict[str, tuple[Callable[[], object], str]] = {
    "no layers": (create, "at least one layer"),
    "no input shape": (lambda: create(nn.Dense(1), shape=()), "input_shape"),
    "input of size 0": (lambda: create(nn.Dense(1), shape=(0,)), "input_shape"),
    "not a layer": (lambda: create("dense"), "layer 0 is not a layer"),  # type: ignore[arg-type]
    "unknown initialiser": (lambda: create(nn.Dense(1), init="magic"), "no initialiser 'magic'"),
    "dense on pictures": (lambda: create(nn.Dense(1), shape=(1, 4, 4)), "Flatten"),
    "softmax on pictures": (lambda: create(nn.Softmax(), shape=(1, 4, 4)), "Flatten"),
    "conv on flat": (lambda: create(nn.Dense(2), nn.Conv2d(1, 1)), "layer 1: conv2d"),
    "pool on flat": (lambda: create(nn.MaxPool()), "max_pool"),
    "window too large": (lambda: create(nn.Conv2d(1, 5), shape=(1, 4, 4)), "does not fit"),
    "block too large": (lambda: create(nn.AvgPool(5), shape=(1, 4, 4)), "does not fit"),
    "theta too short": (lambda: NET.with_theta(np.zeros(8, np.float32)), "need 9 parameters"),
    "theta not flat": (lambda: NET.with_theta(np.zeros((9, 1), np.float32)), "in one vector"),
    "theta of doubles": (lambda: NET.with_theta(np.zeros(9)), "float32"),
    "theta a list": (lambda: NET.with_theta([0.0] * 9), "float32"),  # type: ignore[arg-type]
    "huge net, small theta": (lambda: nn.Net((nn.Dense(10**12),) * 2, X[0], (2,)), "need 1000000"),
    "input of another shape": (lambda: NET(X[:1].repeat(2, 1)), "shape (N, 2), not (1, 4)"),
    "input without batch": (lambda: NET(np.zeros(2, np.float32)), "inputs of shape"),
    "no input": (lambda: NET(X[:0]), "inputs of shape"),
    "trace of another shape": (lambda: NET.trace(X[:, :1]), "inputs of shape"),
    "dense of none": (lambda: nn.Dense(0), "n_out"),
    "dense of a fraction": (lambda: nn.Dense(2.5), "n_out"),  # type: ignore[arg-type]
    "dense of True": (lambda: nn.Dense(True), "n_out"),
    "conv of no channels": (lambda: nn.Conv2d(0, 3), "channels"),
    "conv of no kernel": (lambda: nn.Conv2d(1, 0), "kernel"),
    "conv of no stride": (lambda: nn.Conv2d(1, 3, stride=0), "stride"),
    "conv of negative padding": (lambda: nn.Conv2d(1, 3, padding=-1), "padding"),
    "pool of one": (lambda: nn.MaxPool(1), "size"),
    "average of one": (lambda: nn.AvgPool(1), "size"),
    "dropout of everything": (lambda: nn.Dropout(1.0), "rate"),
    "dropout of NaN": (lambda: nn.Dropout(float("nan")), "rate"),
    "slope of a word": (lambda: nn.LeakyReLU("0.1"), "slope"),  # type: ignore[arg-type]
    "negative slope": (lambda: nn.LeakyReLU(-0.1), "slope"),
    "unknown kind": (lambda: nn.layer_from_dict({"kind": "magic"}), "no layer of kind 'magic'"),
    "kind of a list": (lambda: nn.layer_from_dict({"kind": []}), "no layer of kind"),
    "no kind": (lambda: nn.layer_from_dict({}), "no layer of kind None"),
    "layer of a word": (lambda: nn.layer_from_dict("dense"), "mapping"),  # type: ignore[arg-type]
    "unknown field": (lambda: nn.layer_from_dict({"kind": "dense", "n_out": 1, "x": 2}), "'x'"),
    "missing field": (lambda: nn.layer_from_dict({"kind": "dense"}), "n_out"),
    "wrong value": (lambda: nn.layer_from_dict({"kind": "dense", "n_out": -1}), "n_out"),
    "net of nothing": (lambda: nn.Net.from_dict({}, X[0]), "layers and input_shape"),
    "net of a word": (lambda: nn.Net.from_dict({"layers": "x", "input_shape": []}, X[0]), "must be lists"),
    "net of a wrong shape": (lambda: nn.Net.from_dict({"layers": [], "input_shape": ["a"]}, X[0]), "layer"),
    "negative rate": (lambda: nn.SGD(-1.0), "learning_rate"),
    "rate of NaN": (lambda: nn.Adam(float("nan")), "learning_rate"),
    "momentum of 1": (lambda: nn.SGD(0.1, momentum=1.0), "momentum"),
    "nesterov without momentum": (lambda: nn.SGD(0.1, nesterov=True), "nesterov"),
    "beta of 1": (lambda: nn.AdamW(0.1, beta2=1.0), "beta2"),
    "negative decay": (lambda: nn.AdaGrad(0.1, weight_decay=-1), "weight_decay"),
    "negative epsilon": (lambda: nn.RMSProp(0.1, epsilon=-1), "epsilon"),
    "step of none": (lambda: nn.Step(0), "every"),
    "cosine of none": (lambda: nn.Cosine(0), "steps"),
    "warm-up of none": (lambda: nn.Warmup(0), "steps"),
    "half-life of none": (lambda: nn.Exponential(0), "half_life"),
    "batch of none": (lambda: trainer(batch=0), "batch"),
    "two softmaxes": (lambda: trainer(create(nn.Dense(3), nn.Softmax())), "logits"),
    "nothing to learn": (lambda: trainer(create(nn.ReLU())), "nothing to learn"),
    "entropy of pictures": (lambda: trainer(create(nn.Conv2d(1, 1), shape=(1, 4, 4))), "flat logits"),
    "batch too large": (lambda: trainer(batch=3).step(X, Y), "1 to 3 examples"),
    "empty batch": (lambda: trainer().step(X[:0], Y[:0]), "1 to 4 examples"),
    "examples of another shape": (lambda: trainer().step(X[:, :1], Y), "examples must have shape (2,)"),
    "too few labels": (lambda: trainer().step(X, Y[:3]), "targets must have shape (4,)"),
    "label too large": (lambda: trainer().step(X, Y + 3), "between 0 and 2"),
    "negative label": (lambda: trainer().step(X, Y - 1), "between 0 and 2"),
    "index too large": (lambda: trainer().step_at(X, Y, np.array([4])), "from 0 to 3"),
    "negative index": (lambda: trainer().step_at(X, Y, np.array([-1])), "from 0 to 3"),
    "fractional index": (lambda: trainer().step_at(X, Y, np.array([0.5])), "whole numbers"),
    "targets of another shape": (lambda: trainer(loss=nn.SquaredError()).step(X, X), "targets must"),
    "loss of other targets": (lambda: nn.CrossEntropy()(X, X), "targets of shape (4,)"),
    "batch-norm of one": (lambda: trainer(create(nn.BatchNorm())).step(X[:1], Y[:1]), "batch of one"),
    "state of another net": (lambda: trainer().restore(trainer(create(nn.Dense(4))).state()), "does not fit"),
}


@pytest.mark.parametrize("name", BAD)
def test_refused(name: str) -> None:
    attempt, message = BAD[name]
    with pytest.raises(ValueError, match=re.escape(message)):
        attempt()


def test_a_refused_step_changes_nothing() -> None:
    run = trainer()
    run.step(X, Y)
    before = run.net.digest
    for x, y in ((X, Y + 3), (X[:, :1], Y), (X, Y[:2])):
        with pytest.raises(ValueError, match="must"):
            run.step(x, y)
    assert run.net.digest == before
    assert run.steps == 1


def test_a_second_layer_of_one_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="two layers of kind 'dense'"):
        type("Again", (nn.Layer,), {"kind": "dense"})
    assert nn.LAYERS["dense"] is nn.Dense
