"""A net that answers a drawing: for the pen's present position at once, for its whole path as time allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.ink import Drawing, Ink
from neuroviz.data.prepare import WHOLE, Prepared, Recipe, prepare
from neuroviz.nn import Net, Softmax, Trace, softmax
from neuroviz.runtime import Change, Frame
from neuroviz.sims.novelty import Meter, Reading
from neuroviz.sims.pen import Pen, common_points

Grey = NDArray[np.uint8]
_ROWS_AT_ONCE = 4  # answers for pen positions in one unit of work: about 2 ms, so a wish never waits long


@dataclass(frozen=True, eq=False)
class Answer:
    """What the net makes of one picture: grey (28, 28) as it got it, every activation, probabilities (n,).

    novelty: how strange the picture is to the net; None while no meter is fitted to it.
    """

    grey: Grey
    trace: Trace
    probabilities: NDArray[np.float32]
    novelty: Reading | None = None


@dataclass(frozen=True, eq=False)
class DigitsFrame(Frame):
    """The answer when `step` of `n_points` pen positions are shown; None while there is nothing to judge.

    prepared: the stages of the drawing, None for a test image nobody has drawn on.
    path: (k, n) probabilities after each of the first k pen positions, a row of zeros where there is no ink.
    whole: (n,) the answer with every step of the preparation, when some are left out; else None.
    """

    n_points: int
    net: Net
    drawing: Drawing
    picture: Grey | None
    prepared: Prepared | None
    answer: Answer | None
    path: NDArray[np.float32]
    whole: NDArray[np.float32] | None = None


class DigitsSim:
    """Changes: `drawing` (Drawing), `picture` ((28, 28) uint8 or None), `shown` (int), `net` (Net), `recipe`
    (Recipe: which steps of the preparation are taken), `meter` (Meter: how strange pictures are to its net;
    it is used while that net is the one that answers), `writing` (bool: the pen is down; its path then waits,
    so that the worker is free for the answer to the next movement).

    A new drawing or picture is shown whole. `advance` fills in the answers along the pen's path.
    """

    def __init__(
        self,
        net: Net,
        drawing: Drawing | None = None,
        picture: Grey | None = None,
        recipe: Recipe = WHOLE,
    ) -> None:
        self._net = net
        self._recipe = recipe
        self._drawing = drawing or Drawing()
        self._picture = picture
        self._shown = self._drawing.n_points
        self._path: list[NDArray[np.float32]] = []
        self._writing = False
        self._pens()
        self._meter: Meter | None = None
        self._stale = True
        self._prepared: Prepared | None = None
        self._answer: Answer | None = None

    def advance(self) -> bool:
        """Answer for the next few pen positions; False when the whole path is known."""
        if self._writing:
            return False
        for _ in range(_ROWS_AT_ONCE):
            k = len(self._path) + 1
            if k > self._drawing.n_points:
                break
            answer = judge(self._net, prepare(self._path_pen.follow(self._drawing.until(k)), self._recipe))
            self._path.append(self._nothing() if answer is None else answer.probabilities)
        return len(self._path) < self._drawing.n_points

    def snapshot(self) -> DigitsFrame:
        """The present answer, computed here, because only frames that are shown need one."""
        if self._stale:
            self._look()
        path = np.array(self._path, np.float32).reshape(-1, self._net.shapes[-1][0])
        return DigitsFrame(
            self._shown, self._drawing.n_points, self._net, self._drawing,
            self._picture, self._prepared, self._answer, path, self._whole(),
        )  # fmt: skip

    def apply(self, change: Change) -> None:
        """Take a change. Raises ValueError for one that this simulation does not know or cannot show."""
        takers: dict[str, Callable[[Any], None]] = {
            "drawing": self._take_drawing, "picture": self._take_picture,
            "shown": self._take_shown, "net": self._take_net, "meter": self._take_meter,
            "recipe": self._take_recipe, "writing": self._take_writing,
        }  # fmt: skip
        if change.name not in takers:
            raise ValueError(f"unknown change {change.name!r}")
        takers[change.name](change.value)
        self._stale = True

    def _take_drawing(self, drawing: Drawing) -> None:
        if not isinstance(drawing, Drawing):
            raise ValueError("a drawing is wanted")
        del self._path[common_points(self._drawing, drawing) :]
        self._drawing = drawing
        self._shown = drawing.n_points

    def _take_picture(self, picture: Grey | None) -> None:
        if picture is not None and (picture.shape != (28, 28) or picture.dtype != np.uint8):
            raise ValueError("a picture is 28 x 28 grey values of one byte")
        self._picture = picture
        self._path.clear()
        self._pens()

    def _take_shown(self, shown: int) -> None:
        if not 0 <= shown <= self._drawing.n_points:
            raise ValueError(f"position {shown} of {self._drawing.n_points}")
        self._shown = shown

    def _take_net(self, net: Net) -> None:
        if not isinstance(net, Net):
            raise ValueError("a net is wanted")
        self._net = net
        self._path.clear()

    def _take_meter(self, meter: Meter) -> None:
        if not isinstance(meter, Meter):
            raise ValueError("a meter is wanted")
        self._meter = meter

    def _take_writing(self, on: bool) -> None:
        self._writing = bool(on)

    def _take_recipe(self, recipe: Recipe) -> None:
        if not isinstance(recipe, Recipe):
            raise ValueError("a recipe is wanted")
        self._recipe = recipe
        self._path.clear()

    def _pens(self) -> None:
        self._pen, self._path_pen = Pen(self._picture), Pen(self._picture)

    def _look(self) -> None:
        drawing = self._drawing.until(self._shown)
        meter = self._meter if self._meter is not None and self._meter.net is self._net else None
        if drawing.empty and self._picture is not None:
            self._prepared, self._answer = None, answer_to(self._net, self._picture, meter)
        else:
            self._prepared = prepare(self._pen.follow(drawing), self._recipe)
            self._answer = judge(self._net, self._prepared, meter)
        self._stale = False

    def _whole(self) -> NDArray[np.float32] | None:
        if self._prepared is None or self._recipe == WHOLE:
            return None
        answer = judge(self._net, prepare(self._prepared.ink))
        return None if answer is None else answer.probabilities

    def _nothing(self) -> NDArray[np.float32]:
        return np.zeros(self._net.shapes[-1][0], np.float32)


def judge(net: Net, prepared: Prepared | None, meter: Meter | None = None) -> Answer | None:
    """The net's answer to a prepared drawing; an empty pad gets none."""
    return None if prepared is None else answer_to(net, prepared.grey, meter)


def answer_to(net: Net, grey: Grey, meter: Meter | None = None) -> Answer:
    """The net's answer to one picture, (28, 28) uint8, with a reading of the net's meter if there is one."""
    x = _grey_levels(grey).reshape(1, *net.input_shape)
    trace = net.trace(x)
    output = trace.activations[-1][0]
    probabilities = output if isinstance(net.layers[-1], Softmax) else softmax(output)
    return Answer(grey, trace, probabilities, None if meter is None else meter.reading(trace))


def _grey_levels(grey: Grey) -> Ink:
    """Bytes as 0..1."""
    return np.multiply(grey, np.float32(1 / 255), dtype=np.float32)
