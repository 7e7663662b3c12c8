"""The space of a layer: where its activations put many inputs, how far classes come apart, who is near."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.maps import (
    Cloud,
    Near,
    Pca,
    gathered_up,
    kernel,
    left_out,
    main_directions,
    nearest_of_each,
)
from neuroviz.data.maps.cloud import Floats
from neuroviz.data.maps.nearest import VOTERS
from neuroviz.nn import Dropout, Flatten, Net
from neuroviz.runtime import Change, Frame
from neuroviz.sims.layer_points import Ints, Points, answers, dims, gathered, judges
from neuroviz.sims.subject import Subject

MOST_PERPLEXITY = 50
N_NEAREST = 150  # kept of each point: three times the greatest perplexity
N_LISTED = 6
IN_STRIP = 12
PLACING = 5.0
"""Perplexity of the kernel that places a new point into a finished t-SNE (openTSNE's choice)."""

_CLOUDS_KEPT = 96_000_000  # bytes
_LEAST_POINTS = VOTERS + 1
_SAME = 1e-10  # squared, of values about 1: what is nearer differs by rounding


@dataclass(frozen=True, eq=False)
class LayerMap:
    """One layer's map: `rows` (n,) of the points with finite activations, their places (n, 2) along the main
    directions, which hold `shares` (2,) of the variance.

    near: their nearest others, right: which of them these classify rightly; None until found. said (n,): the
    net's answers. width: numbers the layer gives. fault: "" or why there is no map: "numbers" (no finite
    activations), "flat" (all the same).
    """

    layer: int
    width: int
    rows: Ints
    said: Ints
    places: Floats
    pca: Pca | None
    near: Near | None = None
    right: NDArray[np.bool_] | None = None
    fault: str = ""

    @property
    def accuracy(self) -> float | None:
        """Of the nearest neighbours, leave-one-out; None until found."""
        return None if self.right is None else float(self.right.mean())


@dataclass(frozen=True, eq=False)
class Here:
    """The current input in the chosen layer: place (2,) on the PCA map; the nearest points by index into the
    points (k,), their distances (k,); anchors (m,) into the map's rows and weights (m,) that sum to 1: a
    t-SNE puts it at the weighted mean of the places of its anchors.
    """

    place: Floats
    nearest: Ints
    distances: Floats
    anchors: Ints
    weights: Floats
    said: int


@dataclass(frozen=True, eq=False)
class SpaceFrame(Frame):
    """After `step` units of work: maps by layer as far as found; 0 is the input, i what layer i − 1 gives.

    here: None for an empty pad, or while the chosen layer is being mapped. working: the layer at work, −1 for
    none; part: how much of it is done. points: None until loaded. judged: whether answers are right or wrong.
    """

    net: Net
    points: Points | None
    layer: int
    strip: tuple[int, ...]
    maps: Mapping[int, LayerMap]
    here: Here | None
    working: int
    part: float
    judged: bool

    @property
    def map(self) -> LayerMap | None:
        """That of the chosen layer."""
        return self.maps.get(self.layer)

    @property
    def complete(self) -> bool:
        """Whether every layer of the strip is mapped and its neighbours are known."""
        return self.points is not None and all(
            (one := self.maps.get(i)) is not None and (one.right is not None or bool(one.fault))
            for i in {*self.strip, self.layer}
        )


class SpaceSim:
    """Maps the chosen layer first, then the others of the strip. `load`, on the worker, gives a net's points.

    Changes: `subject` (Subject: the net and the input), `layer` (int).
    """

    def __init__(self, subject: Subject, load: Callable[[Net], Points], layer: int) -> None:
        self._load = load
        self._subject, self._net = subject, subject.net
        self._layer = min(max(layer, 0), len(subject.net.layers))
        self._step = 0
        self._points: Points | None = None
        self._strip = in_strip(self._net)
        self._maps: dict[int, LayerMap] = {}
        self._clouds: OrderedDict[int, Cloud] = OrderedDict()
        self._job: Iterator[float] | None = None
        self._working, self._part = -1, 0.0
        self._here: Here | None = None
        self._looked = False

    def advance(self) -> bool:
        """A piece of the layer at work; False when all are mapped."""
        self._step += 1
        if self._points is None:
            self._points = self._load(self._net)
            return True
        if self._job is None:
            self._working = self._next()
            if self._working < 0:
                return False
            self._job = self._mapped(self._points, self._working)
        self._part = next(self._job, -1.0)
        if self._part < 0:
            self._job = None
        return self._next() >= 0

    def snapshot(self) -> SpaceFrame:
        """What is known. Where the current input lies is found here: only frames that are shown need it."""
        if not self._looked:
            self._here, self._looked = self._look(), self._settled(self._layer)
        judged = self._points is not None and judges(self._net, self._points)
        working = self._working if self._job is not None else -1
        return SpaceFrame(
            self._step, self._net, self._points, self._layer, self._strip, dict(self._maps), self._here,
            working, max(self._part, 0.0), judged,
        )  # fmt: skip

    def apply(self, change: Change) -> None:
        """Take a change. Raises ValueError for one that makes no sense here."""
        if change.name == "subject" and isinstance(change.value, Subject):
            self._subject = change.value
            if change.value.net is not self._net:
                self._net = change.value.net
                self._layer = min(self._layer, len(self._net.layers))
                self._forget()
        elif change.name == "layer" and change.value in range(len(self._net.layers) + 1):
            self._layer = int(change.value)
            if self._job is not None and self._working != self._layer:
                self._job = None
        else:
            raise ValueError(f"no change {change.name!r} to {change.value!r}")
        self._here, self._looked = None, False

    # -- work --------------------------------------------------------------------------------------

    def _forget(self) -> None:
        self._points = None
        self._strip = in_strip(self._net)
        self._maps.clear()
        self._clouds.clear()
        self._job, self._working, self._part = None, -1, 0.0

    def _next(self) -> int:
        """The chosen layer until it is mapped and its activations are at hand; then the strip's."""
        if not self._known(self._layer) or not self._settled(self._layer):
            return self._layer
        return next((i for i in self._strip if not self._known(i)), -1)

    def _known(self, layer: int) -> bool:
        """Whether there is nothing more to find out about a layer."""
        one = self._maps.get(layer)
        return one is not None and (bool(one.fault) or one.right is not None)

    def _settled(self, layer: int) -> bool:
        """Whether an input can be placed in a layer, or never."""
        one = self._maps.get(layer)
        return one is not None and (bool(one.fault) or layer in self._clouds)

    def _mapped(self, points: Points, layer: int) -> Iterator[float]:
        """Gather, find the main directions, find the nearest: parts done; the map grows in between."""
        for part in gathered(self._net, points, layer):
            if isinstance(part, float):
                yield 0.2 * part
        assert not isinstance(part, float)
        rows, said, width = part.rows, part.said, dims(self._net, layer)
        if len(rows) < _LEAST_POINTS:
            self._maps[layer] = _faulty(layer, width, rows, said, "numbers")
            return
        for found in gathered_up(part.x):
            if isinstance(found, float):
                yield 0.2 + 0.1 * found
        assert isinstance(found, Cloud)
        cloud = found
        if cloud.flat:
            self._maps[layer] = _faulty(layer, width, rows, said, "flat")
            return
        self._keep(layer, cloud)
        known = self._maps.get(layer)
        if known is not None and known.right is not None:  # mapped before; its cloud had been let go
            return
        for pca in main_directions(cloud):
            if isinstance(pca, float):
                yield 0.3 + 0.2 * pca
        assert isinstance(pca, Pca)
        places = pca.placed(cloud.values) * np.float32(cloud.scale)
        one = LayerMap(layer, width, _still(rows), _still(said), _still(places), pca)
        self._maps[layer] = one
        yield 0.5
        for near in nearest_of_each(cloud, min(N_NEAREST, len(rows) - 1)):
            if isinstance(near, float):
                yield 0.5 + 0.5 * near
            else:
                right = _still(left_out(near, points.labels[rows]))
                self._maps[layer] = LayerMap(layer, width, one.rows, one.said, one.places, pca, near, right)

    def _keep(self, layer: int, cloud: Cloud) -> None:
        """Activations of layers seen last, as many as there is memory for; those of the chosen one always."""
        self._clouds[layer] = cloud
        while sum(one.values.nbytes for one in self._clouds.values()) > _CLOUDS_KEPT:
            old = next((i for i in self._clouds if i not in (layer, self._layer)), None)
            if old is None:
                break
            del self._clouds[old]

    def _look(self) -> Here | None:
        """Where the current input is in the chosen layer."""
        cloud, one, x = self._clouds.get(self._layer), self._maps.get(self._layer), self._subject.x
        if cloud is None or one is None or one.pca is None or x is None:
            return None
        trace = self._net.trace(x)
        a = (trace.input if self._layer == 0 else trace.activations[self._layer - 1]).reshape(1, -1)
        if not np.isfinite(a).all():
            return None
        value = cloud.taken(a)[0]
        squares = cloud.squares_to(value)
        k = min(max(N_LISTED, int(3 * PLACING)), len(squares))
        few = np.argpartition(squares, k - 1)[:k]
        few = few[np.argsort(squares[few], kind="stable")]
        exact = np.square(cloud.values[few] - value).sum(axis=1, dtype=np.float64)
        exact[exact < _SAME] = 0.0
        order = np.argsort(exact, kind="stable")
        few, exact = few[order], exact[order]
        with np.errstate(over="ignore", invalid="ignore"):
            place = one.pca.placed(value[None])[0] * np.float32(cloud.scale)
            weights = kernel(exact[None], PLACING)[0].astype(np.float32)
            distances = (np.sqrt(exact) * cloud.scale).astype(np.float32)
        said = int(answers(self._net, trace.output)[0])
        return Here(
            _still(place), _still(one.rows[few[:N_LISTED]]), _still(distances[:N_LISTED]), _still(few),
            _still(weights), said,
        )  # fmt: skip


def in_strip(net: Net) -> tuple[int, ...]:
    """The layers shown side by side: those that change anything; at most IN_STRIP, both ends too."""
    found = [0, *(i + 1 for i, layer in enumerate(net.layers) if not isinstance(layer, Flatten | Dropout))]
    if len(found) <= IN_STRIP:
        return tuple(found)
    places = np.linspace(0, len(found) - 1, IN_STRIP).round().astype(int)
    return tuple(found[i] for i in places)


def last_hidden(net: Net) -> int:
    """The last layer before the answer that changes anything; the answer itself in a net of one layer."""
    strip = in_strip(net)
    return strip[-2] if len(strip) > 2 else strip[-1]


def _faulty(layer: int, width: int, rows: Ints, said: Ints, fault: str) -> LayerMap:
    return LayerMap(layer, width, rows, said, np.zeros((len(rows), 2), np.float32), None, fault=fault)


def _still(array: NDArray) -> NDArray:  # type: ignore[type-arg]
    array = np.ascontiguousarray(array)
    array.flags.writeable = False
    return array
