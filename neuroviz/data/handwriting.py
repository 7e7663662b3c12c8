"""One person's digits: labelled drawings with their strokes, as one immutable value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.digits import CLASSES, DigitSet
from neuroviz.data.enlarged import enlarged
from neuroviz.data.ink import InkSurface
from neuroviz.data.prepare import FIELD, prepare
from neuroviz.data.sheet import Sheet

OWN = "My digits"
"""The name of the visitor's own set in the workspace."""

INK_SIZE = 280
POINTS = 4_000
"""Of one digit, at most; a hand leaves some hundred."""
FAR = 4.0
"""Pads from the sheet's corner, at most: more was not drawn by a hand, and is slow to ink."""

Grey = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Entry:
    """A sheet and the digit that its writer says it is.

    ValueError for a label that is no digit, an empty sheet, and one beyond POINTS, FAR or INK_SIZE.
    extra: what a file said of it beyond that; stroke_extra: the same for each of its strokes, or ().
    """

    sheet: Sheet
    label: int
    extra: Mapping[str, Any] = field(default_factory=dict)
    stroke_extra: tuple[Mapping[str, Any], ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.label < CLASSES:
            raise ValueError(f"label {self.label} is not a digit")
        drawing, picture = self.sheet.drawing, self.sheet.picture
        if self.sheet.empty or drawing.n_points > POINTS:
            raise ValueError(f"a digit of {drawing.n_points} points")
        if any(abs(c) > FAR for stroke in drawing.strokes for point in stroke.points for c in point):
            raise ValueError("a stroke far from the sheet")
        if picture is not None and len(picture) > INK_SIZE:
            raise ValueError(f"a picture of {len(picture)} pixels")

    @cached_property
    def grey(self) -> Grey:
        """(28, 28) uint8: what a net gets; blank when the strokes leave no ink. Takes some milliseconds."""
        return grey_of(self.sheet)


def grey_of(sheet: Sheet) -> Grey:
    """A sheet as a net gets it, (28, 28) uint8; a picture of that size without strokes comes prepared."""
    picture = sheet.picture
    if picture is not None and sheet.drawing.empty and picture.shape == (FIELD, FIELD):
        return picture
    surface = InkSurface(INK_SIZE, base=None if picture is None else enlarged(picture, INK_SIZE))
    for stroke in sheet.drawing.strokes:
        surface.draw(stroke)
    prepared = prepare(surface.image)
    if prepared is not None:
        return prepared.grey
    blank = np.zeros((FIELD, FIELD), np.uint8)
    blank.flags.writeable = False
    return blank


@dataclass(frozen=True, eq=False)
class Handwriting:
    """Entries in the order in which they were written. Every change gives a new value.

    extra: what a file said beyond that.
    """

    entries: tuple[Entry, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """How many there are of each digit."""
        labels = np.array([entry.label for entry in self.entries], np.int64)
        return tuple(np.bincount(labels, minlength=CLASSES).tolist())

    @property
    def rarest(self) -> int:
        """The digit to be asked for next: the rarest; of several, the one that follows the last written."""
        last = self.entries[-1].label if self.entries else CLASSES - 1
        return min(range(CLASSES), key=lambda k: (self.counts[k], (k - last - 1) % CLASSES))

    def plus(self, *entries: Entry) -> Handwriting:
        """With more at the end."""
        return replace(self, entries=(*self.entries, *entries))

    def without(self, places: Iterable[int]) -> Handwriting:
        """Without those at these places."""
        gone = set(places)
        return replace(self, entries=tuple(e for i, e in enumerate(self.entries) if i not in gone))

    def relabelled(self, place: int, label: int) -> Handwriting:
        """With another label at one place. IndexError when it has no such place, ValueError for no digit."""
        before = self.entries[place]
        after = replace(before, label=label)
        after.__dict__["grey"] = before.grey  # the same strokes: nothing to prepare anew
        entries = list(self.entries)
        entries[place] = after
        return replace(self, entries=tuple(entries))

    def digits(self, name: str) -> HandDigits:
        """As a set of digits to learn from or to judge by; prepares what has not been yet."""
        images = np.zeros((len(self), FIELD, FIELD), np.uint8)
        for image, entry in zip(images, self.entries, strict=True):
            image[:] = entry.grey
        labels = np.array([entry.label for entry in self.entries], np.uint8)
        return HandDigits(images, labels, name, self)


@dataclass(frozen=True, eq=False)
class HandDigits(DigitSet):
    """A set of digits that still knows the strokes it was made from."""

    hand: Handwriting
