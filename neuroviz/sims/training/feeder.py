"""Feeder: which examples come next, and in what variation."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.augment import strength
from neuroviz.data.task import Task
from neuroviz.scenes.recipe import Knobs


@dataclass(frozen=True, eq=False)
class FeederState:
    """Where in which epoch it is."""

    epoch: int
    at: int
    shuffle: bool
    order: Mapping[str, Any]
    noise: Mapping[str, Any]


class Feeder:
    """Epoch after epoch, each example once; the last batch of an epoch may be shorter.

    A net that cannot learn from a single example (a norm over the batch compares several) is never fed one:
    what would be left over at the end of an epoch joins the batch before it, and a batch of one is a pair.
    Leaving it out would lose an example, unshuffled always the same one.
    Unshuffled, examples come as data often lie in files: class after class, or from the least value up.
    """

    def __init__(self, task: Task, shape: tuple[int, ...], seed: int, least: int = 1) -> None:
        """shape: of one example for the net; its product is the task's n_in. least: of a batch, 1 or 2."""
        self._task, self._shape, self._least = task, shape, least
        self._shuffling = np.random.default_rng((seed, 1))
        self._varying = np.random.default_rng((seed, 2))
        self._epoch, self._at, self._shuffle = 0, 0, True
        self._begun = deepcopy(self._shuffling.bit_generator.state)
        self._order = self._new_order()
        self._buffer = np.empty((0, task.n_in), np.float32)

    @property
    def epochs(self) -> float:
        """How often the examples have been gone through."""
        return self._epoch + self._at / len(self._order)

    @property
    def order(self) -> NDArray[np.intp]:
        """All rows in the order of this epoch, read-only."""
        order = self._order.view()
        order.flags.writeable = False
        return order

    @property
    def epoch(self) -> int:
        """The epoch at hand, the first being 0."""
        return self._epoch

    @property
    def at(self) -> int:
        """How many of this epoch's examples have been taken."""
        return self._at

    def rows(self, knobs: Knobs) -> NDArray[np.intp]:
        """The rows of the training examples that come next: a batch, and what would be left too few."""
        if knobs.shuffle != self._shuffle:
            self._shuffle = knobs.shuffle
            self._turn_over()
        elif self._at > len(self._order) - self._least:
            self._epoch += 1
            self._turn_over()
        size, left = max(self._least, knobs.batch), len(self._order) - self._at
        rows = self._order[self._at : self._at + (left if left - size < self._least else size)]
        self._at += len(rows)
        return rows

    def batches(self, knobs: Knobs) -> int:
        """In an epoch."""
        size = max(self._least, knobs.batch)
        whole, left = divmod(len(self._order), size)
        return max(1, whole + (left >= self._least))

    def examples(self, rows: NDArray[np.intp], knobs: Knobs) -> tuple[NDArray[np.float32], NDArray[Any]]:
        """x (n, *shape), valid until the next call, and y of those rows, varied as the knobs say."""
        train = self._task.train
        if len(self._buffer) < len(rows):
            self._buffer = np.empty((len(rows), self._task.n_in), np.float32)
        x = self._buffer[: len(rows)]
        some = train.x.take(rows, 0)
        if some.dtype == np.uint8:
            np.multiply(some, np.float32(1 / 255), out=x)
        else:
            np.copyto(x, some)
        if knobs.augment and self._task.view == "images":
            x[...] = self._varied(x, knobs.augment)
        if knobs.noise:
            x += self._varying.standard_normal(x.shape, np.float32) * np.float32(knobs.noise)
        return x.reshape(-1, *self._shape), train.y.take(rows, 0)

    def state(self) -> FeederState:
        """To come back to with `restore`."""
        varying = deepcopy(self._varying.bit_generator.state)
        return FeederState(self._epoch, self._at, self._shuffle, self._begun, varying)

    def restore(self, state: FeederState) -> None:
        """Go on from there, bit for bit."""
        same = state.order == self._begun and state.shuffle == self._shuffle
        self._epoch, self._at, self._shuffle = state.epoch, state.at, state.shuffle
        self._varying.bit_generator.state = deepcopy(state.noise)
        if not same:
            self._begun = state.order
            self._shuffling.bit_generator.state = deepcopy(state.order)
            self._order = self._new_order()

    def _turn_over(self) -> None:
        self._begun = deepcopy(self._shuffling.bit_generator.state)
        self._order = self._new_order()
        self._at = 0

    def _new_order(self) -> NDArray[np.intp]:
        if self._shuffle:
            return self._shuffling.permutation(len(self._task.train))
        y = self._task.train.y
        return np.argsort(y if y.ndim == 1 else y[:, 0], kind="stable")

    def _varied(self, x: NDArray[np.float32], much: float) -> NDArray[np.float32]:
        pictures = x.reshape(-1, *self._task.shape[-2:])
        return strength(much)(pictures, self._varying).reshape(x.shape)
