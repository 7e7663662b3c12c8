"""Several judges of one drawing: nets, and the nearest of the remembered pictures, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.digits import DigitSet
from neuroviz.data.prepare import prepare
from neuroviz.data.sheet import Sheet
from neuroviz.nn import Dense, Net, Softmax
from neuroviz.runtime import Change, Frame
from neuroviz.sims.digits import answer_to
from neuroviz.sims.neighbours import Near, Neighbours, remember, shares
from neuroviz.sims.pen import Pen

Grey = NDArray[np.uint8]
Floats = NDArray[np.float32]
Nets = tuple[tuple[str, Net], ...]
Digits = Callable[[], Iterator[float | DigitSet]]

NEAREST = "nearest"
"""The name of the judge that remembers; nets have the names they have in the workspace."""


@dataclass(frozen=True, eq=False)
class Verdict:
    """What one judge says: probabilities (10,), None without a drawing or while it is not ready.

    size: its weights, or the pictures it remembers.
    evidence: (10, m) what each of its last inputs adds to the score of each digit, so that a row's sum and
    `constants` (10,) make the score; an input is a pixel for a linear model, else a neuron. None for a judge
    that does not end in a dense layer. near: the pictures that vote, for the judge that remembers.
    """

    name: str
    size: int
    probabilities: Floats | None
    evidence: Floats | None = None
    constants: Floats | None = None
    near: Near | None = None

    @property
    def ranked(self) -> tuple[int, int] | None:
        """Its answer and the runner-up; of equally likely ones the lower digit first."""
        if self.probabilities is None:
            return None
        order = np.argsort(-self.probabilities, kind="stable")
        return int(order[0]), int(order[1])

    @property
    def scores(self) -> Floats | None:
        """Sums of evidence and constants, (10,)."""
        if self.evidence is None or self.constants is None:
            return None
        return np.asarray(self.evidence.sum(axis=1) + self.constants)


@dataclass(frozen=True, eq=False)
class JudgesFrame(Frame):
    """What all judges say of `grey` (28, 28), what they get of `sheet`; None for an empty one.

    `step` counts units of work.
    complete: no verdict is of an earlier drawing, and none is still to come.
    ready: the part of 0..1 to which the pictures have been learnt by heart, None when they cannot be read;
    index: they, once that is done.
    """

    grey: Grey | None
    sheet: Sheet
    verdicts: tuple[Verdict, ...]
    ready: float | None
    index: Neighbours | None
    complete: bool

    def answers(self) -> tuple[tuple[str, int], ...]:
        """Who says what, of those that say something."""
        return tuple((one.name, one.ranked[0]) for one in self.verdicts if one.ranked is not None)

    def majority(self) -> int | None:
        """The digit most of them name; None when there is none or two are named equally often."""
        votes = np.bincount([digit for _, digit in self.answers()], minlength=10)
        return int(votes.argmax()) if votes.max() > 0 and (votes == votes.max()).sum() == 1 else None


class JudgesSim:
    """Changes: `sheet` (Sheet), `nets` (pairs of name and Net), `remembers` (bool), `learns` (bool: False
    stops the learning by heart, True lets it go on where it was).

    Nets answer with the frame that is asked for; the one that remembers first learns, then answers a unit of
    work or two later: until then its verdict is of the drawing before.
    """

    def __init__(self, nets: Nets, digits: Digits, index: Neighbours | None = None) -> None:
        self._nets, self._digits, self._index = nets, digits, index
        self._remembers = self._learns = True
        self._ready: float | None = 0.0 if index is None else 1.0
        self._learning: Iterator[float | Neighbours] | None = None
        self._search: Iterator[Near | None] | None = None
        self._near: Near | None = None
        self._sheet = Sheet()
        self._pen = Pen()
        self._grey: Grey | None = None
        self._step = 0

    def advance(self) -> bool:
        """Learn a few more pictures by heart, or compare the drawing with a few more; False at rest."""
        self._step += 1
        if self._is_learning:
            self._learn()
        elif self._search is not None:
            self._compare(self._search)
        return self._busy

    def snapshot(self) -> JudgesFrame:
        """The present verdicts; those of the nets are computed here, for only what is shown needs them."""
        verdicts = [verdict(name, net, self._grey) for name, net in self._nets]
        if self._remembers:
            verdicts.append(self._remembered())
        return JudgesFrame(
            self._step, self._grey, self._sheet,
            tuple(verdicts), self._ready, self._index, not self._busy,
        )  # fmt: skip

    def apply(self, change: Change) -> None:
        """Take a change. Raises ValueError for one that this simulation does not know or cannot use."""
        takers: dict[str, Callable[[Any], None]] = {
            "sheet": self._take_sheet, "nets": self._take_nets, "remembers": self._take_remembers,
            "learns": self._take_learns,
        }  # fmt: skip
        if change.name not in takers:
            raise ValueError(f"unknown change {change.name!r}")
        takers[change.name](change.value)

    @property
    def _busy(self) -> bool:
        return self._is_learning or (self._remembers and self._search is not None)

    @property
    def _is_learning(self) -> bool:
        unfinished = self._index is None and self._ready is not None
        return self._remembers and self._learns and unfinished

    def _learn(self) -> None:
        if self._learning is None:
            self._learning = _learnt(self._digits)
        try:
            part = next(self._learning)
        except (OSError, ValueError, BadZipFile):  # a damaged installation; the nets answer all the same
            self._ready = None
            return
        if isinstance(part, Neighbours):
            self._index, self._learning, self._ready = part, None, 1.0
            self._begin_search()
        else:
            self._ready = part

    def _compare(self, search: Iterator[Near | None]) -> None:
        found = next(search)
        if found is not None:
            self._near, self._search = found, None

    def _begin_search(self) -> None:
        self._search = None
        if self._grey is None:
            self._near = None
        elif self._remembers and self._index is not None:
            self._search = self._index.search(self._grey)

    def _remembered(self) -> Verdict:
        size = 0 if self._index is None else len(self._index)
        near = self._near
        return Verdict(NEAREST, size, None if near is None else shares(near), near=near)

    def _take_sheet(self, sheet: Sheet) -> None:
        if not isinstance(sheet, Sheet) or (sheet.picture is not None and sheet.picture.shape != (28, 28)):
            raise ValueError("a sheet with a picture of 28 x 28, or none, is wanted")
        if sheet.picture is not self._sheet.picture:
            self._pen = Pen(sheet.picture)
        self._sheet = sheet
        self._grey = self._looked_at(sheet)
        self._begin_search()

    def _take_nets(self, nets: Nets) -> None:
        if not all(isinstance(net, Net) and net.shapes[-1] == (10,) for _, net in nets):
            raise ValueError("nets with ten answers are wanted")
        self._nets = tuple(nets)

    def _take_remembers(self, on: bool) -> None:
        self._remembers = bool(on)
        self._begin_search()

    def _take_learns(self, on: bool) -> None:
        self._learns = bool(on)

    def _looked_at(self, sheet: Sheet) -> Grey | None:
        if sheet.drawing.empty and sheet.picture is not None:
            return sheet.picture
        prepared = prepare(self._pen.follow(sheet.drawing))
        return None if prepared is None else prepared.grey


def verdict(name: str, net: Net, grey: Grey | None) -> Verdict:
    """What a net says of one picture, and what its last layer adds up to say so."""
    if grey is None:
        return Verdict(name, net.n_params, None)
    answer = answer_to(net, grey)
    last = len(net.layers) - (2 if isinstance(net.layers[-1], Softmax) else 1)
    if not isinstance(net.layers[last], Dense):
        return Verdict(name, net.n_params, answer.probabilities)
    before = answer.trace.input if last == 0 else answer.trace.activations[last - 1]
    weights = net.views(last)
    evidence = weights["w"].T * before[0].reshape(1, -1)
    return Verdict(name, net.n_params, answer.probabilities, evidence, weights["b"])


def _learnt(digits: Digits) -> Iterator[float | Neighbours]:
    """Load, then learn: parts done in 0..1, at last the value."""
    for part in digits():
        if isinstance(part, float):
            yield 0.6 * part
        else:
            for more in remember(part):
                yield 0.6 + 0.4 * more if isinstance(more, float) else more
