"""The pictures of units: what stands for each in the list, and what its weights look like."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.sims.subject import PIXELS
from neuroviz.sims.units import UnitsFrame

SIDE = 28
Floats = NDArray[np.float32]
Kind = Literal["grey", "signed"]
What = Literal["weights", "reach", "kernels", "row", "made", "map", "none"]


@dataclass(frozen=True, eq=False)
class Face:
    """values (H, W), NaN for gaps; grey: 0..1 from paper to ink; signed: shown from −scale to scale.

    what: says how it came about; n: of how many parts it consists.
    """

    values: Floats
    kind: Kind
    what: What
    scale: float = 1.0
    n: int = 1


def made_face(frame: UnitsFrame) -> Face | None:
    """The input made for the chosen unit; for nets of the plane its map; None before there is one."""
    if frame.maps is not None and frame.maps.unit == frame.unit:
        large = frame.maps.large
        return Face(large, "signed", "map", scale_of(large))
    excited = frame.portrait.excited
    if excited is None or np.isnan(excited.value):
        return None
    if frame.subject.kind == "digit":
        return Face(excited.x.reshape(SIDE, SIDE), "grey", "made")
    row = _as_block(excited.x)
    return Face(row, "signed", "made", scale_of(row), len(excited.x))


def weights_face(frame: UnitsFrame) -> Face | None:
    """What the weights of the chosen unit look like; None while it is not known, or for a layer without."""
    net, layer, unit = frame.subject.net, frame.layer, frame.unit
    w = net.views(layer.start).get("w")
    if w is not None and layer.kind == "conv2d" and unit < len(w):
        return _kernels(w[unit])
    if frame.subject.kind == "digit":
        if w is not None and layer.kind == "dense" and _is_first(frame):
            values = np.ascontiguousarray(w[:, unit]).reshape(SIDE, SIDE)
            known = np.isfinite(values).any()
            return Face(values, "signed", "weights", scale_of(values)) if known else None
        reach = frame.portrait.reach
        if reach is None or len(reach) != PIXELS:
            return None
        values = reach.reshape(SIDE, SIDE)
        return Face(values, "signed", "reach", scale_of(values))
    if w is None or layer.kind != "dense" or unit >= w.shape[1]:
        return None
    row = _as_block(w[:, unit])
    return Face(row, "signed", "row", scale_of(row), len(w))


def small_faces(frame: UnitsFrame) -> Callable[[int], Face | None] | None:
    """What stands for a unit in the list: kernels of the pixels, maps of the plane, or the image that excites
    it most; None before it is known."""
    if frame.subject.kind == "plane":
        return None if frame.maps is None else partial(_small_map, frame.maps.small)
    if frame.subject.kind != "digit" or frame.survey is None or not frame.survey.complete:
        return None
    w = frame.subject.net.views(frame.layer.start).get("w")
    if w is not None and frame.layer.kind == "conv2d" and w.shape[1] == 1 and len(w) == frame.layer.n_all:
        return partial(_kernel, w)
    return partial(_best_image, frame)


def _small_map(small: Floats, unit: int) -> Face | None:
    return Face(small[unit], "signed", "map", scale_of(small[unit])) if unit < len(small) else None


def _kernel(w: Floats, unit: int) -> Face:
    return _kernels(w[unit])


def _best_image(frame: UnitsFrame, unit: int) -> Face | None:
    assert frame.examples is not None
    assert frame.survey is not None
    row = int(frame.survey.top[unit, 0])
    if row < 0 or frame.survey.still(unit):  # no image excites it more than another
        return None
    return Face(frame.examples.inputs(np.array([row]), (SIDE, SIDE))[0], "grey", "none")


def scale_of(values: NDArray[np.floating]) -> float:
    """The largest absolute value that is a number; 1 for none."""
    sound = np.abs(values[np.isfinite(values)])
    largest = float(sound.max()) if sound.size else 0.0
    return largest if largest > 0 else 1.0


def _is_first(frame: UnitsFrame) -> bool:
    """Whether nothing but flattening lies between the input and these weights."""
    kinds = {layer.kind for layer in frame.subject.net.layers[: frame.layer.start]}
    return kinds <= {"flatten", "dropout"} and frame.layer.drive == frame.layer.start


def _kernels(w: Floats) -> Face:
    """Kernels (C, k, k) side by side, gaps between them."""
    n, k = w.shape[0], w.shape[1]
    across = math.ceil(math.sqrt(n))
    down = math.ceil(n / across)
    values = np.full((down * (k + 1) - 1, across * (k + 1) - 1), np.nan, np.float32)
    for i in range(n):
        y, x = (i // across) * (k + 1), (i % across) * (k + 1)
        values[y : y + k, x : x + k] = w[i]
    return Face(values, "signed", "kernels", scale_of(values), n)


def _as_block(row: Floats) -> Floats:
    """Numbers (n,) in rows of about equal length, NaN after the last."""
    n = len(row)
    across = n if n <= 8 else math.ceil(math.sqrt(n))
    values = np.full(math.ceil(n / across) * across, np.nan, np.float32)
    values[:n] = row
    return values.reshape(-1, across)
