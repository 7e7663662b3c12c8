"""How weights start: He (2015) for rectified layers, Glorot (2010) for symmetric ones."""

from __future__ import annotations

import math

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.layer import Parameter

# name -> (uniform?, gain; the variance of a weight is gain / fan, fan_in or the mean of both)
_RULES = {
    "he": (False, "in"),
    "he_normal": (False, "in"),
    "he_uniform": (True, "in"),
    "glorot": (True, "both"),
    "glorot_normal": (False, "both"),
    "glorot_uniform": (True, "both"),
}
INITIALISERS = tuple(_RULES)


def deviation(init: str, fan_in: int, fan_out: int) -> float:
    """Standard deviation of a weight: He sqrt(2 / fan_in), Glorot sqrt(2 / (fan_in + fan_out))."""
    return math.sqrt(2 / (fan_in if _RULES[init][1] == "in" else fan_in + fan_out))


def fill(out: Array, parameter: Parameter, rng: np.random.Generator, init: str) -> None:
    """Start values of one parameter array, written into `out`. ValueError for an unknown `init`."""
    if init not in _RULES:
        raise ValueError(f"there is no initialiser {init!r}; known are {', '.join(INITIALISERS)}")
    if parameter.start != "weight":
        out[...] = parameter.start == "ones"
        return
    sigma = deviation(init, parameter.fan_in, parameter.fan_out)
    if _RULES[init][0]:
        bound = math.sqrt(3) * sigma
        out[...] = rng.uniform(-bound, bound, out.shape)
    else:
        out[...] = rng.normal(0.0, sigma, out.shape)
