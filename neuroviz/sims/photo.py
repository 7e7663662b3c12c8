"""A photo read stage by stage, and every digit found in it judged by a net."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.photo.read import STAGES, Reading, first_affected, in_pieces, working
from neuroviz.data.photo.recipe import PhotoRecipe
from neuroviz.io.problem import Problem
from neuroviz.nn import Net, Softmax, softmax
from neuroviz.runtime import Change, Frame

N_STAGES = len(STAGES)


@dataclass(frozen=True, eq=False)
class Source:
    """Where a photo comes from. `load` may take a while, so it is called by the worker; it gives (H, W) or
    (H, W, 3), bytes or 0..1, or raises Problem; or an iterator that gives None after each piece of its work,
    and the photo at last. labels: what is written on it, row by row, if that is known.
    """

    name: str
    load: Callable[[], NDArray[Any] | Iterator[NDArray[Any] | None]]
    labels: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class PhotoFrame(Frame):
    """After `step` of the stages. answers: (n, 10) probabilities, one row for each digit of the reading.

    reading is None until the photo is loaded. problem: why the last photo that was asked for could not be
    had; then `source` and all else is still the one before. n_asked: how many photos were asked for.
    """

    net: Net
    source: Source | None
    recipe: PhotoRecipe
    reading: Reading | None
    answers: NDArray[np.float32]
    n_asked: int
    problem: Problem | None
    wanted: Source | None

    @property
    def complete(self) -> bool:
        """Whether there is nothing more to do for what was asked."""
        return self.wanted is None and self.step == N_STAGES

    @property
    def taken_for(self) -> tuple[int, ...]:
        """The most likely digit of each."""
        return tuple(self.answers.argmax(axis=1).tolist()) if len(self.answers) else ()


class PhotoSim:
    """Changes: `photo` (Source), `recipe` (PhotoRecipe), `net` (Net).

    A piece of loading or of a stage is one unit of work. A changed recipe does again what it concerns, from
    its first stage on.
    """

    def __init__(self, net: Net, source: Source, recipe: PhotoRecipe) -> None:
        self._net, self._recipe = net, recipe
        self._source: Source | None = None
        self._wanted: Source | None = source
        self._loading: Iterator[NDArray[Any] | None] | None = None
        self._n_asked = 1
        self._problem: Problem | None = None
        self._under_way: Iterator[Reading | None] | None = None
        self._stages: list[Reading] = []  # the reading before each stage, and after the last
        self._answers = _none(net)

    def advance(self) -> bool:
        """Load, or do the next stage; False when every digit is judged."""
        if self._wanted is not None:
            self._load(self._wanted)
            if self._wanted is not None:
                return True
        elif self._stages and self._done < N_STAGES:
            self._go_on()
        return bool(self._stages) and self._done < N_STAGES

    def snapshot(self) -> PhotoFrame:
        """What is known by now."""
        reading = self._stages[-1] if self._stages else None
        return PhotoFrame(
            max(self._done, 0), self._net, self._source, self._recipe, reading, self._answers,
            self._n_asked, self._problem, self._wanted,
        )  # fmt: skip

    def apply(self, change: Change) -> None:
        """Take a change. Raises ValueError for one that is not known or of another type."""
        kinds: dict[str, Any] = {"photo": Source, "recipe": PhotoRecipe, "net": Net}
        if change.name not in kinds or not isinstance(change.value, kinds[change.name]):
            raise ValueError(f"unknown change {change.name!r} to a {type(change.value).__name__}")
        if change.name == "photo":
            self._wanted, self._loading = change.value, None
            self._n_asked += 1
        elif change.name == "recipe":
            keep = first_affected(self._recipe, change.value)
            self._recipe = change.value
            if keep < N_STAGES:
                self._go_back(keep)
        else:
            self._net = change.value
            self._answers = _none(self._net)
            if self._done == N_STAGES:
                self._judge()

    @property
    def _done(self) -> int:
        return len(self._stages) - 1

    def _load(self, source: Source) -> None:
        """A piece of it; nothing is wanted any more when it is there, or cannot be had."""
        try:
            if self._loading is None:
                found = source.load()
                self._loading = iter((found,)) if isinstance(found, np.ndarray) else found
                return
            photo = next(self._loading)
            if photo is None:
                return
            first = Reading(working(photo))
        except Problem as problem:
            self._problem, self._wanted, self._loading = problem, None, None
            return
        self._problem, self._source, self._stages, self._under_way = None, source, [first], None
        self._answers, self._wanted, self._loading = _none(self._net), None, None

    def _go_on(self) -> None:
        """The next piece of the stage under way, or of the next one."""
        if self._under_way is None:
            self._under_way = in_pieces(self._done, self._stages[-1], self._recipe)
        reading = next(self._under_way)
        if reading is not None:
            self._under_way = None
            self._stages.append(reading)
            if self._done == N_STAGES:
                self._judge()

    def _go_back(self, stage: int) -> None:
        self._under_way = None
        del self._stages[stage + 1 :]
        if self._done < N_STAGES:
            self._answers = _none(self._net)

    def _judge(self) -> None:
        digits = self._stages[-1].digits
        if digits:
            x = np.stack([one.prepared.grey for one in digits]).astype(np.float32) * np.float32(1 / 255)
            out = self._net(x.reshape(len(x), *self._net.input_shape))
            self._answers = out if isinstance(self._net.layers[-1], Softmax) else softmax(out)
        else:
            self._answers = _none(self._net)


def _none(net: Net) -> NDArray[np.float32]:
    return np.zeros((0, net.shapes[-1][0]), np.float32)


def agreeing(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """How many agree when two rows of digits are laid beside each other, in order, as well as can be."""
    row = [0] * (len(other) + 1)
    for a in one:
        before = row[:]
        for j, b in enumerate(other):
            row[j + 1] = before[j] + 1 if a == b else max(before[j + 1], row[j])
    return row[-1]
