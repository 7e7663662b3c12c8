"""Labels of pictures, numbers or words, as the numbers of classes that have names."""

from __future__ import annotations

import sys
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.pictures import MOST_CLASSES
from neuroviz.io.class_folders import natural
from neuroviz.io.problem import Problem

_AT_ONCE = 20_000  # words looked at in one piece: a few ms
_LONGEST = 60  # characters of a name
_BEYOND = 2**31  # no label is so large
Array = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Labels:
    """values: (N,) or (N, 1) whole numbers or words, or (N, k) one-hot rows; name: of the array."""

    values: Array
    name: str

    @property
    def are_words(self) -> bool:
        """Whether they are text."""
        return self.values.dtype.kind in "US"

    def unusable(self) -> Problem:
        """They are neither whole numbers nor words."""
        return Problem("pictures-labels-kind", name=self.name)


@dataclass(frozen=True, eq=False)
class Coded:
    """The names of the classes, and the number of its class for each label, (N,) for each array of labels."""

    names: tuple[str, ...]
    codes: tuple[NDArray[np.intp], ...]


def coding(found: Sequence[Labels]) -> Generator[None, None, Coded]:
    """All of them by the same classes, in pieces of a few ms. Raises Problem (pictures-…)."""
    if found[0].are_words:
        return (yield from _of_words(found))
    yield
    numbers = [_numbers(one) for one in found]
    different = np.unique(np.concatenate(numbers))
    _check_count(len(different))
    codes = tuple(np.searchsorted(different, one).astype(np.intp) for one in numbers)
    return Coded(tuple(map(str, different.tolist())), codes)


def _of_words(found: Sequence[Labels]) -> Generator[None, None, Coded]:
    texts: list[list[str]] = []
    for one in found:
        values = one.values
        if not one.are_words or not values.size or values.size != len(values):
            raise one.unusable()
        flat, words = values.reshape(-1), list[str]()
        for at in range(0, len(flat), _AT_ONCE):
            some = np.ascontiguousarray(flat[at : at + _AT_ONCE])
            if some.dtype.kind == "U" and some.view(_letters(some.dtype)).max() > sys.maxunicode:
                raise one.unusable()
            words += [_plain(word) for word in some.tolist()]
            yield
        texts.append(words)
    names = sorted(set().union(*texts), key=natural)
    _check_count(len(names))
    numbers = {name: k for k, name in enumerate(names)}
    codes = []
    for words in texts:
        codes.append(np.array([numbers[word] for word in words], np.intp))
        yield
    return Coded(tuple(names), tuple(codes))


def _letters(dtype: np.dtype[Any]) -> np.dtype[np.uint32]:
    """The numbers that stand for the characters of text."""
    return np.dtype(np.uint32).newbyteorder(dtype.byteorder)


def _plain(word: str | bytes) -> str:
    """On one line, of characters that can be shown."""
    text = word.decode("utf-8", "replace") if isinstance(word, bytes) else word
    return " ".join(text.encode("utf-8", "replace").decode().split())[:_LONGEST] or "–"


def _check_count(n: int) -> None:
    if n > MOST_CLASSES:
        raise Problem("pictures-classes", count=n, limit=MOST_CLASSES)
    if n < 2:
        raise Problem("pictures-one-class", count=n)


def _numbers(one: Labels) -> NDArray[np.int64]:
    """(N,) whole numbers; one-hot rows become the place of their 1. Raises Problem."""
    labels = one.values
    if not labels.size or (labels.dtype.kind == "f" and np.isnan(labels).any()):
        raise one.unusable()
    if labels.ndim == 2:
        labels = labels[:, 0] if labels.shape[1] == 1 else labels.argmax(axis=1)
    if labels.dtype.kind == "f" and not (np.isfinite(labels).all() and (labels == np.rint(labels)).all()):
        raise one.unusable()
    if labels.dtype.kind not in "uifb" or np.abs(labels.astype(np.float64)).max() > _BEYOND:
        raise one.unusable()
    return labels.astype(np.int64)
