"""Statistics of all layers of a net over many inputs, piece by piece in bounded memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from neuroviz.data.digits import DigitSet
from neuroviz.nn import Net
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array
from neuroviz.runtime import Change, Frame
from neuroviz.sims.layer_points import Kind, Points
from neuroviz.sims.layer_tally import Tallied, Tally, Weighed, weighed
from neuroviz.sims.subject import Subject

_PICTURES_AT_ONCE, _VECTORS_AT_ONCE = 16, 128
_NUMBERS_AT_ONCE = 100_000  # counted in one unit of work: a few milliseconds
_LAYERS_AT_ONCE = 40


@dataclass(frozen=True, eq=False)
class Feed:
    """What the net is given: pictures (N, 28, 28) uint8, or numbers (N, n_inputs) float32."""

    kind: Kind
    values: np.ndarray

    def __len__(self) -> int:
        return len(self.values)

    def piece(self, start: int, n: int) -> Array:
        """Some of them, (k, n_inputs) float32."""
        part = self.values[start : start + n]
        flat = part.reshape(len(part), -1)
        return flat.astype(np.float32) / np.float32(255) if flat.dtype == np.uint8 else flat


def feed_of(source: DigitSet | Points) -> Feed:
    """All of a set of digits, or all points."""
    if isinstance(source, DigitSet):
        return Feed("digits", source.images)
    return Feed(source.kind, source.x)


@dataclass(frozen=True, eq=False)
class StatsFrame(Frame):
    """After `seen` of `total` inputs: layers by place, 0 is the input, i what layer i − 1 gives.

    weights: of the same places; None for a layer without. here: what the chosen layer gives for the current
    input, flat; None for an empty pad. kind: None until the inputs are there.
    """

    net: Net
    layer: int
    seen: int
    total: int
    kind: Kind | None
    layers: tuple[Tallied, ...]
    weights: tuple[Weighed | None, ...]
    here: Array | None = field(default=None)

    @property
    def complete(self) -> bool:
        """Whether all inputs have been counted."""
        return self.kind is not None and self.seen == self.total


class StatsSim:
    """Weighs the weights, then counts. `load` gives what belongs to a net, on the worker.

    Changes: `subject` (Subject: the net and the current input), `layer` (int).
    """

    def __init__(self, subject: Subject, load: Callable[[Net], Feed], layer: int) -> None:
        self._load, self._subject, self._net = load, subject, subject.net
        self._layer = min(max(layer, 0), len(subject.net.layers))
        self._step = 0
        self._feed: Feed | None = None
        self._seen = 0
        self._tallies: list[Tally] = []
        self._weights: list[Weighed | None] = []
        self._work: Iterator[None] | None = None
        self._shown: tuple[Tallied, ...] | None = None

    def advance(self) -> bool:
        """A part of a piece of the inputs; False when all are counted."""
        self._step += 1
        if self._work is None:
            self._work = self._counting()
        try:
            next(self._work)
        except StopIteration:
            return False
        return True

    def snapshot(self) -> StatsFrame:
        """What has been counted."""
        if self._shown is None:
            self._shown = tuple(tally.tallied() for tally in self._tallies)
        return StatsFrame(
            self._step, self._net, self._layer, self._seen, 0 if self._feed is None else len(self._feed),
            None if self._feed is None else self._feed.kind, self._shown, tuple(self._weights), self._look(),
        )  # fmt: skip

    def apply(self, change: Change) -> None:
        """Take a change. Raises ValueError for one that makes no sense here."""
        if change.name == "subject" and isinstance(change.value, Subject):
            self._subject = change.value
            if change.value.net is not self._net:
                self._net = change.value.net
                self._layer = min(self._layer, len(self._net.layers))
                self._feed, self._seen, self._work, self._shown = None, 0, None, None
                self._tallies, self._weights = [], []
        elif change.name == "layer" and change.value in range(len(self._net.layers) + 1):
            self._layer = int(change.value)
        else:
            raise ValueError(f"no change {change.name!r} to {change.value!r}")

    def _counting(self) -> Iterator[None]:
        self._feed = self._load(self._net)
        yield
        yield from self._weighing()
        shapes = (self._net.input_shape, *self._net.shapes)
        self._tallies = [
            Tally(layer, shape) for layer, shape in zip((None, *self._net.layers), shapes, strict=True)
        ]
        at_once = _PICTURES_AT_ONCE if self._net.plan.has_pictures else _VECTORS_AT_ONCE
        while self._seen < len(self._feed):
            x = self._feed.piece(self._seen, at_once).reshape(-1, *self._net.input_shape)
            trace = self._net.trace(x)
            yield
            yield from self._tally((trace.input, *trace.activations))
            self._seen += len(x)
            self._shown = None

    def _weighing(self) -> Iterator[None]:
        found: list[Weighed | None] = [None]
        for i in range(len(self._net.layers)):
            w, one = self._net.views(i).get("w"), None
            for k, part in enumerate(() if w is None else weighed(w)):
                one = part
                if k or i % _LAYERS_AT_ONCE == 0:
                    yield
            found.append(one)
        self._weights = found

    def _tally(self, outputs: tuple[Array, ...]) -> Iterator[None]:
        """Each layer's outputs into its tally, with a breath whenever enough has been counted."""
        numbers = layers = 0
        for tally, a in zip(self._tallies, outputs, strict=True):
            if layers == _LAYERS_AT_ONCE or (layers and numbers + a.size > _NUMBERS_AT_ONCE):
                numbers = layers = 0
                yield
            self._add(tally, a)
            numbers, layers = numbers + a.size, layers + 1

    @staticmethod
    @DIVERGING_IS_ALLOWED
    def _add(tally: Tally, a: Array) -> None:
        tally.add(a)

    @DIVERGING_IS_ALLOWED
    def _look(self) -> Array | None:
        """What the chosen layer gives for the current input."""
        x = self._subject.x
        if x is None:
            return None
        if self._layer == 0:
            return x.reshape(-1)
        return self._net.trace(x).activations[self._layer - 1].reshape(-1)
