"""How nets read one person's digits: prepared one by one, judged by every net, beside their test scores."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.digits import CLASSES, DigitSet
from neuroviz.data.handwriting import Entry, Handwriting
from neuroviz.nn import Net
from neuroviz.runtime import Change, Frame
from neuroviz.sims.errors import probabilities

_IMAGES_AT_ONCE = 64

Nets = Mapping[str, Net]
_Answers = WeakKeyDictionary[Entry, tuple[int, float]]


@dataclass(frozen=True, eq=False)
class Reading:
    """One net's answers (n,), −1 where it has not come to, its certainty (n,), and its test score so far."""

    name: str
    net: Net
    answers: NDArray[np.int64]
    certainty: NDArray[np.float32]
    test_right: int
    test_done: int


@dataclass(frozen=True, eq=False)
class HandFrame(Frame):
    """images (n, 28, 28): the entries as nets get them, blank where not yet prepared; one reading a net.

    n_test: how many test images there are, 0 while they are not loaded.
    """

    hand: Handwriting
    images: NDArray[np.uint8]
    readings: tuple[Reading, ...]
    n_test: int

    @property
    def labels(self) -> NDArray[np.int64]:
        """(n,) what the writer says they are."""
        return np.array([entry.label for entry in self.hand.entries], np.int64)

    @property
    def read(self) -> bool:
        """Whether every net has read every digit."""
        return all((one.answers >= 0).all() for one in self.readings)

    @property
    def complete(self) -> bool:
        """Whether also every test image is judged by every net."""
        return self.read and self.n_test > 0 and all(one.test_done == self.n_test for one in self.readings)


class HandSim:
    """Changes: `hand` (Handwriting), `nets` (mapping of names). The hand comes first, then the test."""

    def __init__(self, nets: Nets, hand: Handwriting, load: Callable[[], DigitSet]) -> None:
        self._nets, self._hand, self._load = dict(nets), hand, load
        self._test: DigitSet | None = None
        self._steps = 0
        # A net or an entry is a value: what it was answered, or scored, holds for as long as it lives.
        self._read: WeakKeyDictionary[Net, _Answers] = WeakKeyDictionary()
        self._scores: WeakKeyDictionary[Net, tuple[int, int]] = WeakKeyDictionary()

    def advance(self) -> bool:
        """Prepare a digit, or let a net read some, or judge some test images; False when all is known."""
        self._steps += 1
        for name in self._nets:
            if self._reads(self._nets[name]):
                return True
        if self._test is None:
            self._test = self._load()
            return True
        return any(self._tests(net, self._test) for net in self._nets.values())

    def snapshot(self) -> HandFrame:
        """All that is known by now."""
        entries = self._hand.entries
        images = np.zeros((len(entries), 28, 28), np.uint8)
        for image, entry in zip(images, entries, strict=True):
            if "grey" in entry.__dict__:
                image[:] = entry.grey
        readings = tuple(self._reading(name, net) for name, net in self._nets.items())
        n_test = 0 if self._test is None else len(self._test)
        return HandFrame(self._steps, self._hand, images, readings, n_test)

    def apply(self, change: Change) -> None:
        """Take a change. Raises ValueError for one that this simulation does not know."""
        if change.name == "hand" and isinstance(change.value, Handwriting):
            self._hand = change.value
        elif change.name == "nets" and all(isinstance(net, Net) for net in _values(change.value)):
            self._nets = dict(change.value)
        else:
            raise ValueError(f"unknown change {change.name!r}")

    def _reading(self, name: str, net: Net) -> Reading:
        known = self._read.get(net) or _Answers()
        found = [known.get(entry, (-1, 0.0)) for entry in self._hand.entries]
        answers = np.array([answer for answer, _ in found], np.int64)
        certainty = np.array([sure for _, sure in found], np.float32)
        return Reading(name, net, answers, certainty, *self._scores.get(net, (0, 0)))

    def _reads(self, net: Net) -> bool:
        """Let a net read the next few digits it has not read; False when there are none."""
        known = self._read.setdefault(net, _Answers())
        unread = [entry for entry in self._hand.entries if entry not in known][:_IMAGES_AT_ONCE]
        if not unread:
            return False
        unprepared = next((entry for entry in unread if "grey" not in entry.__dict__), None)
        if unprepared is not None:
            _ = unprepared.grey  # some milliseconds, and kept by the entry
            return True
        p = probabilities(net, np.stack([entry.grey for entry in unread]))
        for entry, row in zip(unread, p, strict=True):
            known[entry] = int(row.argmax()), float(row.max())
        return True

    def _tests(self, net: Net, test: DigitSet) -> bool:
        right, done = self._scores.get(net, (0, 0))
        if done == len(test):
            return False
        images = test.images[done : done + _IMAGES_AT_ONCE]
        answers = probabilities(net, images).argmax(axis=1)
        right += int((answers == test.labels[done : done + len(images)]).sum())
        self._scores[net] = right, done + len(images)
        return True


def _values(nets: Any) -> tuple[Any, ...]:
    return tuple(nets.values()) if isinstance(nets, Mapping) else (None,)


def shared_mistake(readings: tuple[Reading, ...], labels: NDArray[np.int64]) -> tuple[int, int] | None:
    """What most often is mistaken by every net for the same other digit: (label, answer); None if nothing."""
    if not readings or not len(labels):
        return None
    answers = np.stack([one.answers for one in readings])
    same = (answers == answers[0]).all(axis=0) & (answers[0] != labels) & (answers[0] >= 0)
    if not same.any():
        return None
    pairs = np.bincount(CLASSES * labels[same] + answers[0][same])
    label, answer = divmod(int(pairs.argmax()), CLASSES)
    return label, answer
