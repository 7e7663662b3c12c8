"""Nets as files: every kind comes back bit for bit, everything else ends in a problem."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from neuroviz import nn
from neuroviz.io.archive import pack, unpack
from neuroviz.io.nets import read_net, write_net
from neuroviz.io.npy import to_npy
from neuroviz.io.problem import Problem
from neuroviz.io.strict_json import from_json, to_json


def small() -> nn.Net:
    return nn.Net.create([nn.Dense(3), nn.Tanh(), nn.Dense(2)], (4,), np.random.default_rng(0))


def every_layer() -> nn.Net:
    layers = [
        nn.Conv2d(2, 3, stride=1, padding=1), nn.BatchNorm(), nn.LeakyReLU(0.1), nn.MaxPool(2), nn.AvgPool(2),
        nn.Flatten(), nn.LayerNorm(), nn.Dense(6), nn.Gate(), nn.GELU(), nn.Dropout(0.5), nn.Dense(5),
        nn.ReLU(), nn.Dense(5), nn.Tanh(), nn.Sigmoid(), nn.Linear(), nn.Softmax(),
    ]  # fmt: skip
    assert {layer.kind for layer in layers} == set(nn.LAYERS)
    return nn.Net.create(layers, (1, 8, 8), np.random.default_rng(0))


def parts(net: nn.Net, tmp_path: Path) -> tuple[dict[str, Any], dict[str, bytes]]:
    write_net(net, tmp_path / "net.npz")
    members = unpack((tmp_path / "net.npz").read_bytes(), 10**6)
    return from_json(members["net.json"], "net.json"), members


def problem_of(path: Path) -> Problem:
    with pytest.raises(Problem) as caught:
        read_net(path)
    assert caught.value.facts["path"] == str(path)
    return caught.value


@pytest.mark.parametrize("make", [small, every_layer])
def test_a_net_comes_back_bit_for_bit(make: Callable[[], nn.Net], tmp_path: Path) -> None:
    net, path = make(), tmp_path / "net.npz"
    write_net(net, path)
    found = read_net(path)
    assert found.digest == net.digest
    assert found.layers == net.layers
    assert found.theta.tobytes() == net.theta.tobytes()
    x = np.random.default_rng(1).random((3, *net.input_shape), np.float32)
    assert np.array_equal(found(x), net(x))
    first = path.read_bytes()
    write_net(found, path)
    assert path.read_bytes() == first


def test_numpy_alone_can_read_the_parameters(tmp_path: Path) -> None:
    write_net(small(), tmp_path / "net.npz")
    with np.load(tmp_path / "net.npz", allow_pickle=False) as file:
        assert np.array_equal(file["theta"], small().theta)


def test_keys_from_elsewhere_do_no_harm(tmp_path: Path) -> None:
    plain, members = parts(small(), tmp_path)
    plain["author"] = "somebody"
    path = tmp_path / "other.npz"
    path.write_bytes(pack({**members, "net.json": to_json(plain), "notes.txt": b"hello"}))
    assert read_net(path).digest == small().digest


@pytest.mark.parametrize("dtype", ["<f2", "<f8", ">f4"])
def test_other_real_numbers_are_taken_as_float32(dtype: str, tmp_path: Path) -> None:
    _, members = parts(small(), tmp_path)
    path = tmp_path / "other.npz"
    path.write_bytes(pack({**members, "theta.npy": to_npy(small().theta.astype(dtype))}))
    assert read_net(path).theta == pytest.approx(small().theta, rel=1e-3)


THETA = small().theta
WRONG_THETA = {
    "too short": (to_npy(THETA[:-1]), "net-size"),
    "too long": (to_npy(np.append(THETA, np.float32(0))), "net-size"),
    "none": (to_npy(THETA[:0]), "net-size"),
    "0-d": (to_npy(np.float32(1).reshape(())), "net-size"),
    "2-d": (to_npy(THETA.reshape(1, -1)), "net-size"),
    "NaN": (to_npy(np.where(np.arange(23) == 7, np.float32("nan"), THETA)), "net-not-finite"),
    "infinite": (to_npy(np.where(np.arange(23) == 7, np.float32("inf"), THETA)), "net-not-finite"),
    "beyond float32": (to_npy(np.full(23, 1e300)), "net-not-finite"),
    "integers": (to_npy(np.arange(23)), "array-type"),
    "complex": (to_npy(THETA.astype(complex)), "array-type"),
    "text": (to_npy(THETA.astype(str)), "array-type"),
    "truth values": (to_npy(THETA > 0), "array-type"),
    "random": (bytes(range(250)), "array-broken"),
    "empty": (b"", "array-broken"),
}


@pytest.mark.parametrize("case", WRONG_THETA)
def test_wrong_parameters_are_refused(case: str, tmp_path: Path) -> None:
    content, id = WRONG_THETA[case]
    _, members = parts(small(), tmp_path)
    path = tmp_path / "wrong.npz"
    path.write_bytes(pack({**members, "theta.npy": content}))
    assert problem_of(path).id == id


DENSE = {"kind": "dense", "n_out": 2}
WRONG_SPEC: dict[str, tuple[Any, str]] = {
    "no mapping": ([], "net-spec"),
    "no version": ({"version": None}, "net-spec"),
    "version of truth": ({"version": True}, "net-spec"),
    "version 0": ({"version": 0}, "net-spec"),
    "newer": ({"version": 2}, "net-newer"),
    "no layers": ({"layers": []}, "net-spec"),
    "layers in a mapping": ({"layers": {"0": DENSE}}, "net-spec"),
    "layer as text": ({"layers": ["dense"]}, "net-spec"),
    "unknown kind": ({"layers": [{"kind": "magic"}]}, "net-spec"),
    "kind is a list": ({"layers": [{"kind": ["dense"]}]}, "net-spec"),
    "unknown field": ({"layers": [{**DENSE, "evil": 1}]}, "net-spec"),
    "missing field": ({"layers": [{"kind": "dense"}]}, "net-spec"),
    "negative": ({"layers": [{"kind": "dense", "n_out": -2}]}, "net-spec"),
    "text for a number": ({"layers": [{"kind": "dense", "n_out": "2"}]}, "net-spec"),
    "fraction": ({"layers": [{"kind": "dense", "n_out": 2.5}]}, "net-spec"),
    "nested": ({"layers": [{"kind": "dense", "n_out": [[2]]}]}, "net-spec"),
    "dropout of all": ({"layers": [{"kind": "dropout", "rate": 1e308}, DENSE]}, "net-spec"),
    "shape is a number": ({"input_shape": 4}, "net-spec"),
    "shape is empty": ({"input_shape": []}, "net-spec"),
    "shape of text": ({"input_shape": ["4"]}, "net-spec"),
    "negative shape": ({"input_shape": [-4]}, "net-spec"),
    "layers that do not fit": ({"layers": [{"kind": "max_pool", "size": 2}, DENSE]}, "net-spec"),
    "endless": ({"layers": [{"kind": "relu"}] * 1001}, "net-spec"),
    "too many parameters": ({"layers": [{"kind": "dense", "n_out": 10**6}]}, "net-size"),
    "too large an input": ({"layers": [{"kind": "relu"}], "input_shape": [10**15]}, "net-too-big"),
    "too large an answer": ({"layers": [{"kind": "dense", "n_out": 10**18}]}, "net-too-big"),
    "too wide a border": (
        {
            "layers": [{"kind": "conv2d", "channels": 1, "kernel": 1, "padding": 10**9}],
            "input_shape": [1, 1, 1],
        },
        "net-too-big",
    ),
    "windows of everything": (
        {
            "layers": [{"kind": "conv2d", "channels": 1, "kernel": 200, "padding": 200}],
            "input_shape": [1, 9, 9],
        },
        "net-too-big",
    ),
}


@pytest.mark.parametrize("case", WRONG_SPEC)
def test_wrong_layers_are_refused(case: str, tmp_path: Path) -> None:
    change, id = WRONG_SPEC[case]
    plain, members = parts(small(), tmp_path)
    spec = {**plain, **change} if isinstance(change, dict) else change
    path = tmp_path / "wrong.npz"
    path.write_bytes(pack({**members, "net.json": to_json(spec)}))
    assert problem_of(path).id == id


@pytest.mark.parametrize("name", ["net.json", "theta.npy"])
def test_half_a_net_is_named_so(name: str, tmp_path: Path) -> None:
    _, members = parts(small(), tmp_path)
    del members[name]
    (tmp_path / "half.npz").write_bytes(pack(members))
    problem = problem_of(tmp_path / "half.npz")
    assert (problem.id, problem.facts["name"]) == ("net-missing", name)


def test_a_pickle_in_place_of_the_parameters_does_not_run(tmp_path: Path) -> None:
    objects = np.array([print], object)
    np.savez(tmp_path / "evil.npz", theta=objects, allow_pickle=True)
    _, members = parts(small(), tmp_path)
    evil = unpack((tmp_path / "evil.npz").read_bytes(), 10**6)["theta.npy"]
    (tmp_path / "evil.npz").write_bytes(pack({**members, "theta.npy": evil}))
    assert problem_of(tmp_path / "evil.npz").id == "array-pickled"


def test_no_net_at_all(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "none.npz").id == "file-missing"
    assert problem_of(tmp_path).id == "file-kind"
    (tmp_path / "text.npz").write_text("hello")
    assert problem_of(tmp_path / "text.npz").id == "archive-kind"


def test_a_net_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "net.npz"
    write_net(small(), path)
    with pytest.raises(Problem) as caught:
        write_net(small().with_theta(np.full(23, np.float32("nan"))), path)
    assert caught.value.id == "net-not-finite"
    assert read_net(path).digest == small().digest


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**20 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5) | st.sampled_from(sorted(nn.LAYERS)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
FIELDS = st.sampled_from(["n_out", "channels", "kernel", "stride", "padding", "size", "rate", "slope"])
LAYERS = st.builds(
    lambda kind, fields: {"kind": kind, **fields},
    st.sampled_from(sorted(nn.LAYERS)), st.dictionaries(FIELDS, PLAIN | st.integers(0, 9), max_size=4),
)  # fmt: skip


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    layers=st.lists(LAYERS | PLAIN, max_size=4) | PLAIN,
    shape=st.lists(st.integers(0, 9), max_size=3) | PLAIN,
)
def test_any_specification_ends_in_a_net_or_a_problem(layers: Any, shape: Any, tmp_path: Path) -> None:
    try:
        spec = to_json({"version": 1, "layers": layers, "input_shape": shape})
    except UnicodeEncodeError:
        return
    (tmp_path / "any.npz").write_bytes(pack({"net.json": spec, "theta.npy": to_npy(THETA)}))
    try:
        net = read_net(tmp_path / "any.npz")
    except Problem:
        return
    assert net(np.zeros((1, *net.input_shape), np.float32)).shape[0] == 1
