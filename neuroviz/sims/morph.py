"""From one digit to another: by mixing their pixels, and by mixing what a layer makes of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.data import mnist, strokes
from neuroviz.data.digits import DigitSet
from neuroviz.data.sheet import Sheet
from neuroviz.nn import Net, Softmax, softmax
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.runtime import Change, Frame
from neuroviz.sims.disturb import grey_of, said
from neuroviz.sims.flips import Answers, Flip, FlipSearch, Places, joined

Grey = NDArray[np.uint8]
Values = NDArray[np.float32]

LAST = 100  # places 0..100 along the way
_IMAGES_AT_ONCE = 32
_PLACES_AT_ONCE = 34


@dataclass(frozen=True, eq=False)
class Source:
    """Where a digit comes from: a sheet, the plain script of a digit 0–9, or a test image by its number."""

    kind: Literal["sheet", "digit", "test"]
    value: Sheet | int

    def __post_init__(self) -> None:
        kind = Sheet if self.kind == "sheet" else int
        limit = {"sheet": 0, "digit": 10, "test": mnist.N_TEST}.get(self.kind)
        if limit is None or not isinstance(self.value, kind):
            raise ValueError(f"no source {self.kind!r} of {self.value!r}")
        if isinstance(self.value, int) and not 0 <= self.value < limit:
            raise ValueError(f"{self.kind} {self.value} is not below {limit}")


@dataclass(frozen=True, eq=False)
class Way:
    """Answers along a way: probabilities (101, n), and where they flip, 0..1, as far as sought."""

    probabilities: Values
    flips: tuple[Flip, ...] = ()


@dataclass(frozen=True, eq=False)
class MorphFrame(Frame):
    """Both ways from a to b (None: nothing there), the second through the first `layer` layers.

    nearest: (101,) the test images whose activations there are nearest to the mixed ones, among the first
    `searched` of them; `step` counts units of work.
    """

    net: Net
    layer: int
    sources: tuple[Source, Source]
    a: Grey | None
    b: Grey | None
    pixels: Way | None
    inside: Way | None
    digits: DigitSet | None
    nearest: NDArray[np.int64]
    searched: int
    complete: bool


class MorphSim:
    """Changes: `a`, `b` (Source), `net` (Net), `layer` (int: after so many layers; 0 is the pixels).

    The ways come first, then their flips, then the search for nearest images. `load` may take a while, so it
    is called by the worker, when a test image is asked for or the search begins.
    """

    def __init__(
        self, net: Net, a: Source, b: Source, layer: int = 0, load: Callable[[], DigitSet] = mnist.load_test
    ) -> None:
        self._net, self._layer, self._load = net, _within(net, layer), load
        self._sources = [a, b]
        self._digits: DigitSet | None = None
        self._step = 0
        self._begin()

    def advance(self) -> bool:
        """The next unit of work; False when all is known."""
        if not self._tasks:
            return False
        self._step += 1
        self._tasks.pop(0)()
        return bool(self._tasks)

    def snapshot(self) -> MorphFrame:
        """What is known by now."""
        a, b = self._ends
        return MorphFrame(
            self._step, self._net, self._layer, (self._sources[0], self._sources[1]), a, b,
            self._ways.get("pixels"), self._ways.get("inside"), self._digits, self._nearest, self._searched,
            not self._tasks,
        )  # fmt: skip

    def apply(self, change: Change) -> None:
        """Take a change. Raises ValueError for one that this simulation does not know or cannot show."""
        name, value = change.name, change.value
        if name in ("a", "b") and isinstance(value, Source):
            self._sources["ab".index(name)] = value
        elif name == "net" and isinstance(value, Net):
            self._net, self._layer = value, _within(value, self._layer)
        elif name == "layer" and isinstance(value, int) and 0 <= value <= len(self._net.layers):
            self._layer = value
        else:
            raise ValueError(f"no change {name!r} of {value!r}")
        self._begin()

    # -- work --------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._ends: list[Grey | None] = [None, None]
        self._ways: dict[str, Way] = {}
        self._nearest = np.full(LAST + 1, -1, np.int64)
        self._distance = np.full(LAST + 1, np.inf)
        self._searched = 0
        self._mixed: dict[str, Values] = {}
        self._rests: dict[str, Callable[[Values], Values]] = {}
        self._tasks: list[Callable[[], None]] = [self._fetch]

    def _fetch(self) -> None:
        """The two pictures, and what there is to do with them."""
        self._ends = [self._picture(one) for one in self._sources]
        if self._ends[0] is None or self._ends[1] is None:
            return
        ends = np.array(self._ends, np.float32) / np.float32(255)
        self._mixed = {"pixels": ends, "inside": self._inside(ends)}
        self._rests = {"pixels": self._answer, "inside": self._answer_inside}
        none = np.zeros((0, *self._net.shapes[-1]), np.float32)
        self._tasks += [partial(self._trace, which, none) for which in ("pixels", "inside")]
        self._tasks.append(self._search)

    def _picture(self, source: Source) -> Grey | None:
        if isinstance(source.value, Sheet):
            return grey_of(source.value)
        if source.kind == "digit":
            return grey_of(Sheet(strokes.digit(source.value)))
        image: Grey = self._known().images[source.value]
        return image

    def _known(self) -> DigitSet:
        if self._digits is None:
            self._digits = self._load()
        return self._digits

    def _inside(self, pictures: Values) -> Values:
        """What the chosen layer makes of pictures (N, 28, 28)."""
        x = pictures.reshape(len(pictures), *self._net.input_shape)
        return x if self._layer == 0 else self._net.trace(x).activations[self._layer - 1]

    def _answer(self, pictures: Values) -> Values:
        return self._probabilities(self._net(pictures.reshape(len(pictures), *self._net.input_shape)))

    def _answer_inside(self, activations: Values) -> Values:
        if self._layer == len(self._net.layers):
            return self._probabilities(activations)
        return self._probabilities(self._net.rest(self._layer)(activations))

    def _probabilities(self, output: Values) -> Values:
        return output if isinstance(self._net.layers[-1], Softmax) else softmax(output)

    @DIVERGING_IS_ALLOWED
    def _along(self, which: str, places: Places) -> Values:
        a, b = self._mixed[which]
        share = places.astype(np.float32).reshape(-1, *[1] * a.ndim)
        return self._rests[which]((1 - share) * a + share * b)

    def _trace(self, which: str, begun: Values) -> None:
        """The next part of the answers along one way; after the last, before all else, its flips."""
        places = np.arange(LAST + 1) / LAST
        p = np.concatenate((begun, self._along(which, places[len(begun) : len(begun) + _PLACES_AT_ONCE])))
        if len(p) <= LAST:
            self._tasks.insert(0, partial(self._trace, which, p))
            return
        self._ways[which] = Way(_still(p))
        self._seek_flips(which, FlipSearch(places, said(p)))

    def _seek_flips(self, which: str, search: FlipSearch) -> None:
        def ask(places: Places) -> Answers:
            return said(self._along(which, places))

        way = self._ways[which]
        found = [] if search.done else search.advance(ask)
        self._ways[which] = Way(way.probabilities, joined((*way.flips, *found)))
        if not search.done:
            self._tasks.insert(0, partial(self._seek_flips, which, search))

    @DIVERGING_IS_ALLOWED
    def _search(self) -> None:
        """A few more test images: how near is each to every place of the way inside?

        With u = x - a and d = b - a the squared distance at t is |u|² - 2 t u·d + t² |d|²: three numbers an
        image serve all places.
        """
        digits = self._known()
        piece = digits.images[self._searched : self._searched + _IMAGES_AT_ONCE]
        x = self._inside(piece.astype(np.float32) / np.float32(255)).reshape(len(piece), -1)
        a, b = (end.ravel() for end in self._mixed["inside"])
        u, d = x - a, b - a
        t = np.arange(LAST + 1) / LAST
        squares = np.einsum("ij,ij->i", u, u).astype(np.float64)
        distance = squares[:, None] - 2 * t * (u @ d).astype(np.float64)[:, None] + t * t * float(d @ d)
        best = distance.argmin(axis=0)
        nearer = distance[best, np.arange(LAST + 1)] < self._distance
        self._distance = np.where(nearer, distance[best, np.arange(LAST + 1)], self._distance)
        self._nearest = np.where(nearer, best + self._searched, self._nearest)
        self._searched += len(piece)
        if self._searched < len(digits):
            self._tasks.append(self._search)


def _within(net: Net, layer: int) -> int:
    return min(max(layer, 0), len(net.layers))


def _still(array: Values) -> Values:
    array.flags.writeable = False
    return array
