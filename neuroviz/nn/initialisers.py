"""How weights start: rules that keep signals alive, and some that do not, to see what becomes of them."""

from __future__ import annotations

import math

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.layer import Parameter

# name -> (uniform?, by what its variance goes)
_RULES = {
    "he": (False, "in"),
    "he_normal": (False, "in"),
    "he_uniform": (True, "in"),
    "glorot": (True, "both"),
    "glorot_normal": (False, "both"),
    "glorot_uniform": (True, "both"),
    "lecun": (False, "lecun"),
    "orthogonal": (False, "orthogonal"),
    "zeros": (False, "zeros"),
    "small": (False, "small"),
    "large": (False, "large"),
}
INITIALISERS = tuple(_RULES)

SMALL, LARGE = 0.01, 1.0
"""The deviations of "small" and "large", whatever the size of the layer."""


def deviation(init: str, fan_in: int, fan_out: int) -> float:
    """Standard deviation of a weight.

    he: sqrt(2 / fan_in) (He et al., 2015, for rectified layers); glorot: sqrt(2 / (fan_in + fan_out)) (Glorot
    and Bengio, 2010, for symmetric ones); lecun: sqrt(1 / fan_in) (LeCun et al., "Efficient BackProp", 1998);
    orthogonal: sqrt(1 / max(fan_in, fan_out)), that of a matrix whose rows or columns are at right angles and
    of length 1; small: 0.01; large: 1; zeros: 0.
    """
    variances = {
        "in": 2 / fan_in, "both": 2 / (fan_in + fan_out), "lecun": 1 / fan_in,
        "orthogonal": 1 / max(fan_in, fan_out), "small": SMALL**2, "large": LARGE**2, "zeros": 0.0,
    }  # fmt: skip
    return math.sqrt(variances[_RULES[init][1]])


def fill(out: Array, parameter: Parameter, rng: np.random.Generator, init: str) -> None:
    """Start values of one parameter array, written into `out`. ValueError for an unknown `init`."""
    if init not in _RULES:
        raise ValueError(f"there is no initialiser {init!r}; known are {', '.join(INITIALISERS)}")
    if parameter.start != "weight":
        out[...] = parameter.start == "ones"
        return
    sigma = deviation(init, parameter.fan_in, parameter.fan_out)
    if init == "zeros":
        out[...] = 0.0
    elif init == "orthogonal":
        out[...] = _orthogonal(parameter, rng)
    elif _RULES[init][0]:
        bound = math.sqrt(3) * sigma
        out[...] = rng.uniform(-bound, bound, out.shape)
    else:
        out[...] = rng.normal(0.0, sigma, out.shape)


def _orthogonal(parameter: Parameter, rng: np.random.Generator) -> Array:
    """What leads to different units at right angles, each of length 1, as far as there is room: the Q of
    random numbers, its signs fixed so that all rotations are equally likely (Saxe et al., 2014).
    """
    n, units = parameter.fan_in, parameter.size // parameter.fan_in
    q, r = np.linalg.qr(rng.normal(size=(max(n, units), min(n, units))))
    q *= np.where(np.diag(r) < 0, -1.0, 1.0)
    into = q if n >= units else q.T  # (n, units): a column leads to a unit
    dense = len(parameter.shape) == 2
    return np.asarray((into if dense else into.T).reshape(parameter.shape), np.float32)
