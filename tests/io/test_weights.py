"""Weights for other programs: every array under its name, to be read without NeuroViz."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.io.problem import Problem
from neuroviz.io.safetensors import from_safetensors
from neuroviz.io.weights import named_weights, write_weights


def net() -> nn.Net:
    layers = [nn.Conv2d(2, 3), nn.BatchNorm(), nn.ReLU(), nn.Flatten(), nn.Dense(4)]
    return nn.Net.create(layers, (1, 6, 6), np.random.default_rng(0))


NAMES = ["layer0.w", "layer0.b", "layer1.gain", "layer1.shift", "layer1.mean", "layer1.variance",
         "layer4.w", "layer4.b"]  # fmt: skip


def test_every_array_has_its_name() -> None:
    assert list(named_weights(net())) == NAMES
    assert sum(one.size for one in named_weights(net()).values()) == net().theta.size


@pytest.mark.parametrize("name", ["w.npz", "without_an_ending", "W.NPZ"])
def test_numpy_reads_the_weights(name: str, tmp_path: Path) -> None:
    write_weights(net(), tmp_path / name)
    with np.load(tmp_path / name, allow_pickle=False) as found:
        assert found.files == NAMES
        for key, values in named_weights(net()).items():
            assert np.array_equal(found[key], values)


@pytest.mark.parametrize("name", ["w.safetensors", "W.SafeTensors"])
def test_safetensors_hold_the_weights_and_say_what_net_it_was(name: str, tmp_path: Path) -> None:
    write_weights(net(), tmp_path / name)
    content = (tmp_path / name).read_bytes()
    found = from_safetensors(content, name)
    assert list(found) == NAMES
    for key, values in named_weights(net()).items():
        assert np.array_equal(found[key], values)
    header = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")])
    again = nn.Net.from_dict(json.loads(header["__metadata__"]["net"]), net().theta)
    assert again.digest == net().digest


def test_a_net_gone_astray_is_written_as_it_is(tmp_path: Path) -> None:
    astray = net().with_theta(np.full(net().theta.size, np.float32("nan")))
    for name in ("w.npz", "w.safetensors"):
        write_weights(astray, tmp_path / name)
    assert np.isnan(np.load(tmp_path / "w.npz")["layer4.w"]).all()


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        write_weights(net(), tmp_path / "none" / "w.npz")
    assert caught.value.id == "file-unwritable"
