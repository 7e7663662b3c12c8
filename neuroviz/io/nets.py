"""Nets as files: a zip archive of net.json (what the layers are) and theta.npy (all parameters).

The archive is an npz file to NumPy: `np.load(path)["theta"]` gives the parameters anywhere.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from neuroviz.io import files
from neuroviz.io.archive import pack, unpack
from neuroviz.io.npy import from_npy, to_npy
from neuroviz.io.problem import Problem, naming
from neuroviz.io.strict_json import from_json, to_json
from neuroviz.nn import Net, Plan, layer_from_dict
from neuroviz.nn.arrays import Array

VERSION = 1
_SPEC, _THETA = "net.json", "theta.npy"
_FILE = 256 * 2**20
_UNPACKED = 256 * 2**20
_LAYERS = 1_000
_ANSWER = 10_000_000  # numbers held at once for a single example: 40 MB


def read_net(path: Path) -> Net:
    """The net in a file that `write_net` wrote, or one that keeps to its form. Raises Problem."""
    with naming(path):
        members = unpack(files.read(path, _FILE), _UNPACKED)
        for name in (_SPEC, _THETA):
            if name not in members:
                raise Problem("net-missing", name=name)
        plain = from_json(members[_SPEC], _SPEC)
        if not isinstance(plain, Mapping):
            raise Problem("net-spec", detail="no mapping")
        _check_version(plain.get("version"))
        return _net(plain, members[_THETA])


def write_net(net: Net, path: Path) -> None:
    """Write a net so that `read_net` gives an equal one; the old file stays until the new one is whole.

    Raises Problem (file-unwritable; net-not-finite or net-too-big for one that could not be read again).
    """
    with naming(path):
        _check_values(net.theta)
        if net.theta.nbytes > _UNPACKED // 2:
            raise Problem("net-too-big", size=net.theta.size, limit=_UNPACKED // 8)
        spec = to_json({"version": VERSION, **net.to_dict()})
        files.replace(path, pack({_SPEC: spec, _THETA: to_npy(net.theta)}))


def _check_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Problem("net-spec", detail=f"version {version!r}")
    if version > VERSION:
        raise Problem("net-newer", version=version, known=VERSION)


def _net(plain: Mapping[str, Any], content: bytes) -> Net:
    """Layers are looked at before parameters, and their sizes before anything of that size is made."""
    plan = _plan(plain.get("layers"), plain.get("input_shape"))
    size = largest(plan)
    if size > _ANSWER:
        raise Problem("net-too-big", size=size, limit=_ANSWER)
    theta = from_npy(content, _THETA)
    if theta.dtype.kind != "f":
        raise Problem("array-type", name=_THETA, type=str(theta.dtype))
    if theta.shape != (plan.n_values,):
        raise Problem("net-size", expected=plan.n_values, found=theta.size)
    with np.errstate(over="ignore"):  # a float64 too large becomes inf, and is refused as that
        theta = np.array(theta, np.float32)
    _check_values(theta)
    return Net(plan.layers, theta, plan.input_shape)


def _plan(layers: object, input_shape: object) -> Plan:
    if not isinstance(layers, list) or not isinstance(input_shape, list) or len(layers) > _LAYERS:
        raise Problem("net-spec", detail="layers and input_shape must be lists, and not endless")
    try:
        return Plan(tuple(layer_from_dict(layer) for layer in layers), tuple(input_shape))
    except ValueError as error:
        raise Problem("net-spec", detail=str(error)) from error


def largest(plan: Plan) -> int:
    """Numbers in the largest array that one example needs; to be asked before anything is made."""
    return max(map(_numbers, _shapes(plan)))


def _shapes(plan: Plan) -> list[tuple[int, ...]]:
    """Everything whose size decides how much memory an answer takes: activations, and the columns that a
    convolution unrolls a picture into (its window's size, at each place)."""
    shapes = [plan.input_shape, *plan.shapes]
    for layer, before, after in zip(plan.layers, shapes, plan.shapes, strict=False):
        windows = (p.shape[1:] for p in layer.parameters(before) if len(p.shape) == 4)
        shapes.extend((*window, *after[1:]) for window in windows)
    return shapes


def _numbers(shape: tuple[int, ...]) -> int:
    return math.prod(int(side) for side in shape)


def _check_values(theta: Array) -> None:
    if not np.isfinite(theta).all():
        raise Problem("net-not-finite")
