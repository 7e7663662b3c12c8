"""Questions: what a net is judged by, and what comes before a layer for all of it, computed once and kept."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data import mnist
from neuroviz.data.plane import task_of
from neuroviz.nn import Net, Sigmoid
from neuroviz.nn.arrays import Array
from neuroviz.nn.edit import part
from neuroviz.sims.subject import kind_of

COARSE = 1000
"""So many questions are a first estimate: a tenth of the test images, taken from all over them."""

_WORK = 25_000_000  # multiplications in one piece: a few milliseconds
_MOST, _FEWEST = 250, 20  # questions in one piece
_KEPT = 160_000_000  # bytes kept of what comes before layers
_ONE = 64_000_000  # bytes for one place; where it would be more, an earlier place has to do

Asked = Callable[[int, int], Array]


@dataclass(frozen=True, eq=False)
class Questions:
    """Labelled questions. asked(start, stop) gives inputs (stop - start, *input_shape), labels (n,)."""

    asked: Asked
    labels: NDArray[np.int64]
    n_classes: int

    def __len__(self) -> int:
        return len(self.labels)


def questions_of(net: Net, name: str = "") -> Questions | None:
    """The 10,000 test images for a net that reads digits, the task's points for one of the plane.

    None where nothing is known that the net could be judged by. The images are read when they are not there:
    call it on a worker. Their order is mixed, so that the first ones stand for all.
    """
    if kind_of(net) == "digit" and net.shapes[-1] == (10,):
        digits = mnist.load_test()
        order = np.arange(len(digits)).reshape(COARSE, -1).T.ravel()
        images = digits.images.reshape(len(digits), -1)

        def asked(start: int, stop: int) -> Array:
            grey = images[order[start:stop]]
            x = np.multiply(grey, np.float32(1 / 255), dtype=np.float32)
            return x.reshape(len(grey), *net.input_shape)

        return Questions(asked, digits.labels[order].astype(np.int64), 10)
    task = task_of(name)
    wanted = () if task is None else ((1,), (2,)) if task.n_classes == 2 else ((task.n_classes,),)
    if task is None or kind_of(net) != "plane" or net.shapes[-1] not in wanted:
        return None
    points = task.points.reshape(-1, *net.input_shape)
    return Questions(lambda start, stop: points[start:stop], task.labels.astype(np.int64), task.n_classes)


def taken_for(net: Net, outputs: Array) -> NDArray[np.int64]:
    """The class of each row of outputs (N, K); -1 where there is a value that is no number."""
    rows = outputs.reshape(len(outputs), -1)
    if rows.shape[1] == 1:
        found = (rows[:, 0] > (0.5 if isinstance(net.layers[-1], Sigmoid) else 0)).astype(np.int64)
    else:
        found = rows.argmax(axis=1).astype(np.int64)
    found[np.isnan(rows).any(axis=1)] = -1
    return found


def work_of(net: Net) -> int:
    """Multiplications for one question, and as much as they cost for what else a layer does."""
    total = 0
    for i, shape in enumerate(net.shapes):
        w = net.views(i).get("w")
        places = math.prod(shape[1:]) if len(shape) > 1 else 1
        total += math.prod(shape) * 4 + (0 if w is None else w.size * places)
    return total


def at_once(net: Net) -> int:
    """How many questions make a piece of work of a few milliseconds."""
    return min(_MOST, max(_FEWEST, _WORK // work_of(net)))


class Before:
    """What comes before each layer of a net, for pieces of all questions; those asked for last are kept."""

    def __init__(self, net: Net, questions: Questions) -> None:
        self._net, self._questions = net, questions
        self._piece = at_once(net)
        self._kept: dict[int, dict[int, Array]] = {}  # the place used last comes last
        self._parts: dict[tuple[int, int], Net] = {}

    @property
    def n_pieces(self) -> int:
        """How many pieces there are."""
        return -(-len(self._questions) // self._piece)

    def bounds(self, k: int) -> tuple[int, int]:
        """The questions of piece k: from, up to."""
        return k * self._piece, min((k + 1) * self._piece, len(self._questions))

    def place(self, layer: int) -> int:
        """The last layer up to `layer` before which there is little enough to keep; 0: the questions."""
        return max(i for i in range(min(layer, len(self._net.layers)) + 1) if i == 0 or self._size(i) <= _ONE)

    def get(self, k: int, place: int) -> Array:
        """What comes before that layer (len(layers): the answers), for piece k: (n, *shape)."""
        if place == 0:
            return self._questions.asked(*self.bounds(k))
        own = self._kept.pop(place, {})
        self._kept[place] = own
        if k not in own:
            near = max((i for i, has in self._kept.items() if i < place and k in has), default=0)
            before = self._questions.asked(*self.bounds(k)) if near == 0 else self._kept[near][k]
            own[k] = self._between(near, place)(before)
            self._forget()
        return own[k]

    def _between(self, start: int, stop: int) -> Net:
        if (start, stop) not in self._parts:
            self._parts[start, stop] = part(self._net, start, stop)
        return self._parts[start, stop]

    def _size(self, i: int) -> int:
        return math.prod(self._net.shapes[i - 1]) * 4 * len(self._questions)

    def _forget(self) -> None:
        while sum(map(self._size, self._kept)) > _KEPT and len(self._kept) > 1:
            del self._kept[next(iter(self._kept))]
