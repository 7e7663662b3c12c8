"""An input made to excite one unit: gradient ascent from faint noise, held to what a digit can look like.

After Erhan et al., "Visualizing higher-layer features of a deep network", 2009; blur, decay and jitter after
Yosinski et al., "Understanding neural networks through deep visualization", 2015.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.prepare import FIELD
from neuroviz.nn import Net
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array, freeze
from neuroviz.nn.gradients import InputGradient
from neuroviz.sims.unit_layers import UnitLayer, cost, first_layers

STEPS = 200
_WORK = 4_000_000  # multiplications in one unit of work: some milliseconds
_CALL = 20_000  # multiplications that could be done while one layer is called and called back
_RATE = 0.1
_BLUR = 1.6  # pixels, at full smoothness
_DECAY, _KEPT_SHARP = 0.02, 0.12
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Wish:
    """unit; smooth: how strictly the picture is held to what digits look like, 0..1; start: which faint noise
    it begins from; centre: of a map the middle value counts instead of the mean."""

    unit: int
    smooth: float = 0.6
    start: int = 0
    centre: bool = False


@dataclass(frozen=True, eq=False)
class Prior:
    """What the examples look like: spread (n_in,) of each number, its low and high (n_in,), and the length
    as a vector that one example in ten exceeds."""

    spread: Floats
    low: Floats
    high: Floats
    length: float


@dataclass(frozen=True, eq=False)
class Excited:
    """x (n_in,) after `step` of STEPS, and what the unit says to it; path (step + 1,): what it said on the
    way. stuck: the gradient is zero or not a number, no step leads anywhere. from_example: noise led nowhere,
    it began from the example that excites the unit most."""

    wish: Wish
    x: Floats
    value: float
    step: int
    path: Floats
    stuck: bool = False
    from_example: bool = False

    @property
    def part(self) -> float:
        """How far it has come, 0..1."""
        return 1.0 if self.stuck else self.step / STEPS

    @property
    def done(self) -> bool:
        """Whether it goes no further."""
        return self.stuck or self.step >= STEPS


def prior_of(x: NDArray[np.uint8] | Floats) -> Prior:
    """What examples (N, n_in) look like; grey values count as 0..1."""
    some = x[:2000].astype(np.float32)
    if x.dtype == np.uint8:
        some /= np.float32(255)
    low, high = some.min(axis=0), some.max(axis=0)
    if x.dtype == np.uint8:
        low, high = np.zeros_like(low), np.ones_like(high)
    length = float(np.quantile(np.sqrt((some * some).sum(axis=1)), 0.9))
    return Prior(freeze(some.std(axis=0)), freeze(low), freeze(high), length)


class Excitation:
    """Climbs towards a larger value before the unit's non-linearity, which passes its sign on even where
    the unit itself is silent. The picture has no more ink than examples have, and where it is to be smooth
    only pixels that vary among the examples are inked much."""

    def __init__(
        self, net: Net, layer: UnitLayer, wish: Wish, prior: Prior, example: Floats | None = None
    ) -> None:
        """example (n_in,): where to begin if noise leads nowhere."""
        self._layer, self.wish, self._prior = layer, wish, prior
        self._shape = net.input_shape
        self._part = first_layers(net, layer.shown + 1)
        self._gradient = InputGradient(self._part)
        self._pull = layer.pull(net.shapes[layer.drive], wish.unit, centre=wish.centre)
        self._is_picture = math.prod(net.input_shape) == FIELD * FIELD
        self._rng = np.random.default_rng((wish.start, wish.unit))
        self._x: Array = self._faint()
        self._blur = _blur_matrix(_BLUR * wish.smooth) if wish.smooth > 0 else None
        self._soft = _blur_matrix(0.8) if wish.smooth > 0 else None
        spread = prior.spread / max(float(prior.spread.max()), 1e-6)
        self._gain = ((1 - wish.smooth) + wish.smooth * spread).astype(np.float32)
        self._at_once = max(1, min(10, _WORK // (4 * cost(self._part) + _CALL * len(self._part.layers))))
        self._path = [self._value(self._x)]
        self._example, self._from_example = example, False
        self._stuck = False

    def advance(self) -> bool:
        """A few steps; False when it goes no further."""
        for _ in range(self._at_once):
            if self.excited().done:
                return False
            self._step()
        return not self.excited().done

    def excited(self) -> Excited:
        """Where it is now."""
        path = freeze(np.array(self._path, np.float32))
        return Excited(self.wish, freeze(self._x.copy()), self._path[-1], len(self._path) - 1, path,
                       self._stuck, self._from_example)  # fmt: skip

    def _faint(self) -> Array:
        prior, middle = self._prior, (self._prior.low + self._prior.high) / 2
        noise = self._rng.uniform(-1, 1, len(middle)).astype(np.float32)
        if self._is_picture:
            return np.abs(noise) * np.float32(0.1)
        found: Array = middle + noise * (prior.high - prior.low) * np.float32(0.1)
        return found

    @DIVERGING_IS_ALLOWED
    def _value(self, x: Array) -> float:
        y = self._part(x.reshape(1, *self._shape))
        return float(self._layer.values(y, centre=self.wish.centre)[0, self.wish.unit])

    @DIVERGING_IS_ALLOWED
    def _step(self) -> None:
        share = len(self._path) / STEPS
        shift = self._jitter() if share < 0.7 else (0, 0)
        x = self._moved(self._x, shift)
        g = self._gradient(x.reshape(1, *self._shape), self._pull, self._layer.drive).reshape(-1)
        g = self._blurred(self._moved(g, (-shift[0], -shift[1]))) * self._gain
        size = float(np.sqrt((g * g).mean()))
        if not math.isfinite(size) or size == 0:
            self._begin_again()
            return
        rate = _RATE * (1 - 0.8 * share)
        self._x = self._held(self._x + g * np.float32(rate / size))
        self._path.append(self._value(self._x))

    def _blurred(self, g: Array) -> Array:
        if not self._is_picture or self._blur is None:
            return g
        found: Array = (self._blur @ g.reshape(FIELD, FIELD) @ self._blur.T).reshape(-1)
        return found

    def _begin_again(self) -> None:
        """From the example if there is one and it was not tried; else there is no way."""
        if self._example is None or self._from_example or len(self._path) > 1:
            self._stuck = True
            return
        self._from_example, self._x = True, self._example.astype(np.float32)
        self._path = [self._value(self._x)]

    def _held(self, x: Array) -> Array:
        """As an example could be: within its limits, no longer than one, and a little smoother."""
        smooth, prior = self.wish.smooth, self._prior
        if self._is_picture and self._soft is not None:
            soft = (self._soft @ x.reshape(FIELD, FIELD) @ self._soft.T).reshape(-1)
            x = x + (soft - x) * np.float32(_KEPT_SHARP * smooth)
            x = x * np.float32(1 - _DECAY * smooth)
        x = np.clip(x, prior.low, prior.high)
        length = float(np.sqrt((x * x).sum()))
        if self._is_picture and length > prior.length:
            x = x * np.float32(prior.length / length)
        return x.astype(np.float32)

    def _jitter(self) -> tuple[int, int]:
        if not self._is_picture or self.wish.smooth == 0:
            return 0, 0
        across, down = self._rng.integers(-1, 2, 2)
        return int(down), int(across)

    def _moved(self, x: Array, shift: tuple[int, int]) -> Array:
        if shift == (0, 0):
            return x
        return np.roll(x.reshape(FIELD, FIELD), shift, (0, 1)).reshape(-1)


def reach(net: Net, layer: UnitLayer, unit: int, x: Array, *, centre: bool = False) -> Floats | None:
    """What the unit's weights come to at the inputs: the mean gradient (n_in,) of its value before the
    non-linearity over the examples x (N, *input_shape). Exactly its weights in a first dense layer; None
    where it is not a number."""
    if not len(x):
        return None
    pull = np.repeat(layer.pull(net.shapes[layer.drive], unit, centre=centre), len(x), axis=0)
    part = first_layers(net, layer.shown + 1)
    dx = InputGradient(part, len(x))(x, pull, layer.drive)
    found = np.asarray(dx.reshape(len(dx), -1).mean(axis=0), np.float32)
    return freeze(found) if np.isfinite(found).all() else None


def _blur_matrix(sigma: float) -> Floats:
    """Blurs a column of FIELD pixels by a Gaussian; pixels beyond the rim are blank."""
    at = np.arange(FIELD)
    found = np.exp(-((at[:, None] - at) ** 2) / (2 * max(sigma, 0.05) ** 2))
    return np.asarray(found / found.sum(axis=1).max(), np.float32)
