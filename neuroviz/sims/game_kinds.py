"""The kinds of disturbance that the game knows, each with the levels between "plain" and "hopeless"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.disturb import SIDE, disturbed, noise_field

Bytes = NDArray[np.uint8]
Amounts = dict[str, float]

_INK = 20  # the box in which a digit lies, pixels; its margin all round is 4
_MARGIN = (SIDE - _INK) / 2


@dataclass(frozen=True)
class GameKind:
    """Levels in the kind's own unit, and the amounts of `data.disturb` that one of them stands for."""

    low: float
    high: float
    amounts: Callable[[float, np.random.Generator], Amounts]

    def disturb(self, image: Bytes, level: float, rng: np.random.Generator) -> Bytes:
        """The disturbed picture (28, 28), as bytes: what both the person and the net get."""
        x = np.multiply(image, np.float32(1 / 255), dtype=np.float32)
        amounts = self.amounts(level, rng)
        noise = noise_field(rng) if amounts.get("noise") else None
        out = disturbed(x[None], amounts, noise)[0]
        grey: Bytes = np.rint(np.clip(out, 0.0, 1.0) * 255).astype(np.uint8)
        return grey


def _blur(sigma: float, _rng: np.random.Generator) -> Amounts:
    return {"blur": sigma}


def _noise(spread: float, _rng: np.random.Generator) -> Amounts:
    return {"noise": spread}


def _occlude(side: float, rng: np.random.Generator) -> Amounts:
    """A grey square of that side, all of it somewhere over the box in which the digit lies."""
    x, y = rng.uniform(_MARGIN + side / 2, SIDE - _MARGIN - side / 2, 2)
    return {"patch": side, "patch_x": float(x), "patch_y": float(y), "patch_tone": 0.5}


def _turn(degrees: float, rng: np.random.Generator) -> Amounts:
    """Either way."""
    return {"rotate": degrees * float(rng.choice((-1.0, 1.0)))}


def _shrink(percent: float, _rng: np.random.Generator) -> Amounts:
    return {"scale": 1 - percent / 100}


def _invert(share: float, _rng: np.random.Generator) -> Amounts:
    """From the picture through plain grey to its negative."""
    return {"contrast": 1 - 2 * share}


def _fade(share: float, _rng: np.random.Generator) -> Amounts:
    """Less contrast and more noise together: at the end there is nothing but noise."""
    return {"contrast": 1 - share, "noise": share}


KINDS: Mapping[str, GameKind] = MappingProxyType(
    {
        "blur": GameKind(0.5, 5.0, _blur),
        "noise": GameKind(0.1, 1.0, _noise),
        "occlusion": GameKind(4.0, 19.0, _occlude),
        "static": GameKind(0.1, 1.0, _fade),
        "turn": GameKind(0.0, 150.0, _turn),
        "shrink": GameKind(0.0, 60.0, _shrink),
        "invert": GameKind(0.0, 1.0, _invert),
    }
)
