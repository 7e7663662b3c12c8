"""What a net answers all over the plane, as a picture: classes by their colours, values by the signed map."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.ui.images import Raster, Words
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


def class_table(n_classes: int, levels: int, look: Theme) -> Words:
    """The words of class k at each of so many levels of sureness, at k * levels + level; blank at the end."""
    sure = np.linspace(0.0, 1.0, levels, dtype=np.float32)
    paper = np.array(look.card.getRgb(), np.float32)
    ink = np.array([look.digit(k).getRgb() for k in range(n_classes)], np.float32)
    strength = (_FAINTEST + (_STRONGEST - _FAINTEST) * sure)[None, :, None]
    rgba = paper + (ink[:, None, :] - paper) * strength
    both = np.concatenate([rgba.reshape(-1, 4), paper[None]])
    return colour_words(np.rint(both).astype(np.uint8))


def value_table(steps: int, look: Theme) -> Words:
    """The words of so many values from -1 to 1 in the signed colours; blank at the end."""
    rgba = look.signed(np.linspace(-1.0, 1.0, steps, dtype=np.float32))
    return np.concatenate([colour_words(rgba), colour_words(np.array([look.card.getRgb()], np.uint8))])
