"""What a net answers all over the plane, as a picture: classes by their colours, values by the signed map."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.ui.images import Raster
from neuroviz.ui.images import words as colour_words
from neuroviz.ui.theme import Theme

_FAINTEST, _STRONGEST = 0.12, 0.55

Whole = NDArray[np.integer[Any]]
Floats = NDArray[np.floating[Any]]


def decision_raster(answers: Whole, sure: Floats, look: Theme) -> Raster:
    """The colour of each answer (S, S), the stronger the surer the net is; no number is left blank."""
    labels = int(answers.max(initial=0)) + 1
    table = np.array([look.digit(k).getRgb() for k in range(labels)], np.float32)
    paper = np.array(look.card.getRgb(), np.float32)
    strength = _FAINTEST + (_STRONGEST - _FAINTEST) * (2 * np.nan_to_num(sure, nan=0.0) - 1).clip(0, 1)
    share = np.where(np.isnan(sure), 0, strength)
    rgba = paper + (table[answers] - paper) * share[..., None]
    raster = Raster(*answers.shape)
    raster.words[:] = colour_words(np.rint(rgba).astype(np.uint8))
    return raster


def value_raster(values: Floats, largest: float, look: Theme) -> Raster:
    """Values (S, S) from -largest to largest in the signed colours; no number is left blank."""
    raster = Raster(*values.shape)
    with np.errstate(invalid="ignore", over="ignore"):
        scaled = np.clip(values / max(largest, 1e-9), -1, 1)
    raster.words[:] = colour_words(look.signed(scaled))
    return raster
