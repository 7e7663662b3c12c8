"""Whether a picture is like the digits a net learnt: a meter fitted to the net, and its scale in plain words.

The score: in each layer that has weights, the log of the distance (one minus the cosine) to the nearest of
some thousands of training images; to them the energy of the logits. Each is standardised on training images
that were held out, and all are added. docs/not-a-digit.md compares it with the others, and says why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.digits import CLASSES, DigitSet
from neuroviz.nn import Net, Trace
from neuroviz.nn.arrays import Array, freeze
from neuroviz.nn.novelty import Nearest, Scores, energy, logits_layer, projection, unit, weighted_layers
from neuroviz.runtime import Change, Frame

KNOWN, HELD_OUT = 4_000, 3_000  # training images that are remembered, and that make the scale
ACCEPTED = 0.95  # the part of real digits below the threshold
SEED = 20_260
THRESHOLD_AT = 0.6  # where the threshold lies on a gauge from 0 to 1
BINS = 48
_WIDEST, _KEPT = 2_048, 256  # layers of more values are left out; of more than this, projected
_LEAST = 1e-6  # a distance below this is a rounding error
_IMAGES_AT_ONCE = 32  # about 2 ms with the larger of the shipped nets


@dataclass(frozen=True, eq=False)
class Reading:
    """farther: the part of real digits that are less strange, 0..1; at: place on the gauge, 0..1.

    beyond: whether it lies beyond the threshold.
    """

    farther: float
    at: float
    beyond: bool


@dataclass(frozen=True, eq=False)
class Sense:
    """One layer's activations as directions: (N, *shape) -> (N, d), projected where they are many."""

    layer: int
    project: Array | None

    def __call__(self, trace: Trace) -> Array:
        x = trace.activations[self.layer].reshape(len(trace.input), -1)
        return unit(x if self.project is None else x @ self.project)


@dataclass(frozen=True, eq=False)
class Meter:
    """The fitted meter of one net. calm: the scores of the real digits held out, ascending.

    centre, spread: (senses + 1,), what each part of the score is standardised by.
    """

    net: Net
    senses: tuple[Sense, ...]
    nearest: tuple[Nearest, ...]
    centre: Scores
    spread: Scores
    calm: Scores

    def scores(self, trace: Trace) -> Scores:
        """How strange each input of a pass is, (N,)."""
        parts = _parts(self.net, self.senses, self.nearest, trace)
        total: Scores = ((parts - self.centre) / self.spread).sum(axis=1)
        return total

    @property
    def threshold(self) -> float:
        """The score that the accepted part of real digits stays below."""
        return float(np.quantile(self.calm, ACCEPTED))

    def reading(self, trace: Trace) -> Reading | None:
        """What the gauge shows for a pass with one input; None where the net's numbers are not finite."""
        score = float(self.scores(trace)[0])
        if not np.isfinite(score):
            return None
        farther = float(np.searchsorted(self.calm, score)) / len(self.calm)
        return Reading(farther, float(self.places(np.array([score]))[0]), score > self.threshold)

    def places(self, scores: Scores) -> Scores:
        """Scores as places on the gauge: the calmest digit at 0, the threshold where it always is."""
        low = float(self.calm[0])
        return np.clip((scores - low) / max(self.threshold - low, 1e-9) * THRESHOLD_AT, 0.0, 1.0)

    def profile(self) -> NDArray[np.float32]:
        """How many real digits there are along the gauge, (BINS,), 1 at most."""
        counts, _ = np.histogram(self.places(self.calm), bins=BINS, range=(0.0, 1.0))
        counts[-1] = min(counts[-1], counts[-2])  # what lies farther is not heaped up at the end
        return np.asarray(counts / max(1, int(counts.max())), np.float32)


@dataclass(frozen=True, eq=False)
class NoveltyFrame(Frame):
    """After `step` of `total` images; meter: None until it is fitted."""

    net: Net
    total: int
    meter: Meter | None


class NoveltySim:
    """Fits the meter of a net. `load` gives at least KNOWN + HELD_OUT training images; the worker calls it.

    Raises ValueError for a net that does not judge pictures of digits (see `can_measure`).
    """

    def __init__(self, net: Net, load: Callable[[], DigitSet], seed: int = SEED) -> None:
        if not can_measure(net):
            raise ValueError("the net does not judge 28 x 28 pictures of ten digits")
        self._net, self._load = net, load
        self._rng = np.random.default_rng(seed)
        self._images = np.zeros((0, 28, 28), np.uint8)
        self._senses: tuple[Sense, ...] = ()
        self._known: tuple[Array, ...] = ()
        self._nearest: tuple[Nearest, ...] = ()
        self._held = np.zeros((0, 0))
        self._done = 0
        self._meter: Meter | None = None

    def advance(self) -> bool:
        """Load, or take in the next few images; False when the meter is ready."""
        if not len(self._images):
            self._begin()
        elif self._done < KNOWN:
            self._remember()
        else:
            self._calibrate()
        return self._meter is None

    def snapshot(self) -> NoveltyFrame:
        """How far it is, and the meter."""
        return NoveltyFrame(self._done, self._net, KNOWN + HELD_OUT, self._meter)

    def apply(self, change: Change) -> None:
        """There is no knob here: always ValueError."""
        raise ValueError(f"unknown change {change.name!r}")

    def _begin(self) -> None:
        digits = self._load()
        chosen = self._rng.permutation(len(digits))[: KNOWN + HELD_OUT]
        if len(chosen) < KNOWN + HELD_OUT:
            raise ValueError(f"{len(digits)} images to learn from")
        self._images = digits.images[chosen]
        sizes = [(i, int(np.prod(self._net.shapes[i]))) for i in weighted_layers(self._net, _WIDEST)]
        self._senses = tuple(
            Sense(i, projection(n, _KEPT, self._rng) if n > _KEPT else None) for i, n in sizes
        )
        self._known = tuple(np.empty((min(n, _KEPT), KNOWN), np.float32) for _, n in sizes)
        self._held = np.empty((HELD_OUT, len(sizes) + 1))

    def _remember(self) -> None:
        stop = min(self._done + _IMAGES_AT_ONCE, KNOWN)
        trace = look(self._net, self._images[self._done : stop])
        for known, sense in zip(self._known, self._senses, strict=True):
            known[:, self._done : stop] = sense(trace).T
        self._done = stop
        if stop == KNOWN:
            self._nearest = tuple(Nearest(freeze(known)) for known in self._known)
            self._known = ()

    def _calibrate(self) -> None:
        stop = min(self._done + _IMAGES_AT_ONCE, KNOWN + HELD_OUT)
        trace = look(self._net, self._images[self._done : stop])
        parts = _parts(self._net, self._senses, self._nearest, trace)
        self._held[self._done - KNOWN : stop - KNOWN] = parts
        self._done = stop
        if stop == KNOWN + HELD_OUT:
            centre, spread = self._held.mean(axis=0), np.maximum(self._held.std(axis=0), 1e-9)
            calm = np.sort(((self._held - centre) / spread).sum(axis=1))
            for array in (centre, spread, calm):
                array.flags.writeable = False
            self._meter = Meter(self._net, self._senses, self._nearest, centre, spread, calm)


def can_measure(net: Net) -> bool:
    """Whether the net takes 28 x 28 pictures, gives a number for each digit, and has weights to look at."""
    fits = int(np.prod(net.input_shape)) == 784 and net.shapes[-1] == (CLASSES,)
    return fits and bool(weighted_layers(net, _WIDEST))


def look(net: Net, images: NDArray[np.uint8]) -> Trace:
    """A pass for pictures (N, 28, 28) of bytes."""
    x = images.astype(np.float32) / np.float32(255)
    return net.trace(x.reshape(len(x), *net.input_shape))


def fitted(net: Net, load: Callable[[], DigitSet], seed: int = SEED) -> Meter:
    """The meter of a net at once, without a worker."""
    sim = NoveltySim(net, load, seed)
    while sim.advance():
        pass
    meter = sim.snapshot().meter
    assert meter is not None
    return meter


def _parts(net: Net, senses: tuple[Sense, ...], nearest: tuple[Nearest, ...], trace: Trace) -> Scores:
    """The parts of the score before they are standardised, (N, senses + 1)."""
    away = [one(sense(trace)) for sense, one in zip(senses, nearest, strict=True)]
    logs = [np.log(np.maximum(distance, _LEAST)) for distance in away]
    return np.stack([*logs, energy(trace.activations[logits_layer(net)])], axis=1)
