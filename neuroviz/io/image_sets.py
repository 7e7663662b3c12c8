"""Sets of labelled pictures: an NPZ file, or images and labels in a file each, IDX or NPY, or gzipped."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.pictures import LARGEST, MOST_CLASSES, OVER, SMALLEST, Pictures, grey, resized
from neuroviz.io import archive, companions, files, idx, npy, packed
from neuroviz.io.labels import Coded, Labels, coding
from neuroviz.io.problem import Problem, naming

LIMIT = 512 * 2**20
"""Bytes of a file, packed or not; and pixels of all its pictures."""

PICTURES = 200_000
_MAGICS = (idx.MAGIC, packed.MAGIC, b"PK\x03\x04", b"\x93NUMPY")
_ALONE = ""  # the name of an array in a file of its own
_AT_ONCE = 500_000  # pixels made grey and smaller in one piece: a few ms
_NAMES = (
    ("x_train", "y_train"), ("train_images", "train_labels"), ("train_x", "train_y"), ("images", "labels"),
    ("x", "y"), ("data", "labels"), ("data", "target"), ("images", "target"), ("arr_0", "arr_1"),
)  # fmt: skip
_TESTS = (("x_test", "y_test"), ("test_images", "test_labels"), ("test_x", "test_y"))
Array = NDArray[Any]


@dataclass(frozen=True, eq=False)
class _Pair:
    """Images, what they are called in the file, and their labels."""

    images: Array
    name: str
    labels: Labels


def is_set(head: bytes) -> bool:
    """Whether a file that begins so may hold pictures or their labels."""
    return head.startswith(_MAGICS)


def reading(path: Path, other: Path | None = None) -> Iterator[float | Pictures]:
    """The pictures in a file, or in two; in pieces of a few ms: shares done in 0..1, then the pictures.

    Without `other`, the labels (or the images) and those to be tested on are looked for beside it. Raises
    Problem: pictures-partner when they are not there.
    """
    with naming(path):
        arrays = yield from _arrays(path)
        if _ALONE not in arrays:
            pair, tests = _named(arrays, _NAMES), _named(arrays, _TESTS)
            if pair is None:
                raise _unnamed(arrays)
        else:
            pair, first = yield from _both(path, _alone(arrays), other)
            beside = companions.tests_of(first) if other is None else None
            tests = (yield from _pair(*beside)) if beside else None
        yield from _made(pair, tests, path.name.split(".")[0])


def _both(path: Path, array: Array, other: Path | None) -> Generator[float, None, tuple[_Pair, Path]]:
    """Images and labels, whichever of them `path` has; and the path of the images."""
    is_labels = array.ndim == 1
    partner = other or (companions.images_of if is_labels else companions.labels_of)(path)
    if partner is None:
        raise Problem("pictures-labels-alone" if is_labels else "pictures-partner")
    with naming(partner):
        second = _alone((yield from _arrays(partner)))
    if (second.ndim == 1) == is_labels:
        raise Problem("pictures-labels-alone" if is_labels else "pictures-partner")
    if is_labels:
        return _Pair(second, partner.name, Labels(array, path.name)), partner
    return _Pair(array, path.name, Labels(second, partner.name)), path


def _pair(images: Path, labels: Path) -> Generator[float, None, _Pair]:
    found = []
    for path in (images, labels):
        with naming(path):
            found.append(_alone((yield from _arrays(path))))
    return _Pair(found[0], images.name, Labels(found[1], labels.name))


def _alone(arrays: Mapping[str, Array | None]) -> Array:
    """The array of a file that holds one. Raises Problem for an NPZ file."""
    found = arrays.get(_ALONE)
    if found is None:
        raise _unnamed(arrays)
    return found


def _unnamed(arrays: Mapping[str, Array | None]) -> Problem:
    """There are no pictures with labels under names that are known."""
    name = next((x for x, _ in _NAMES if arrays.get(x) is not None), None)
    if name is not None:
        return Problem("pictures-unlabelled", name=name, wanted=", ".join(y for x, y in _NAMES if x == name))
    return Problem("pictures-names", names=", ".join(sorted(arrays))[:80] or "-")


def _arrays(path: Path) -> Generator[float, None, Mapping[str, Array | None]]:
    """The arrays of a file by name, None for those whose names say nothing; of an NPY or IDX file the one
    there is. Raises Problem.
    """
    content = files.read(path, LIMIT)
    if content.startswith(packed.MAGIC):
        for one in packed.unpacking(content, LIMIT):
            if isinstance(one, float):
                yield one / 2
            else:
                content = one
    if content.startswith(b"PK"):
        for piece in archive.unpacking(content, LIMIT):
            if isinstance(piece, float):
                yield piece / 2
            else:
                members = piece
        wanted = {name.removesuffix(".npy").lower(): one for name, one in members.items()}
        known = {name for pair in (*_NAMES, *_TESTS) for name in pair}
        return {
            name: npy.from_npy(one, name, words=True) if name in known else None
            for name, one in wanted.items()
        }  # fmt: skip
    if content.startswith(b"\x93NUMPY"):
        return {_ALONE: npy.from_npy(content, path.name, words=True)}
    return {_ALONE: idx.parsed(content)}


def _named(arrays: Mapping[str, Array | None], names: tuple[tuple[str, str], ...]) -> _Pair | None:
    for x, y in names:
        images, labels = arrays.get(x), arrays.get(y)
        if images is not None and labels is not None:
            return _Pair(images, x, Labels(labels, y))
    return None


def _made(pair: _Pair, tests: _Pair | None, name: str) -> Iterator[float | Pictures]:
    """One value of both, small enough for a net, with classes that have names."""
    sides = [pair, tests] if tests is not None else [pair]
    total = sum(len(one.images) for one in sides if one.images.ndim)
    done, found = 0, []
    for one in sides:
        _check(one.images, one.labels.values, total)
        pieces = []
        for piece in _small(one):
            pieces.append(piece)
            done += len(piece)
            yield 0.5 + 0.5 * done / (total + 1)
        found.append(pieces[0] if len(pieces) == 1 else np.concatenate(pieces))
    if any(images.shape[1:] != found[0].shape[1:] for images in found):
        raise Problem("pictures-shape", shape=" / ".join(str(images.shape) for images in found))
    coded = yield from _coded([one.labels for one in sides])
    own = (found[1], coded.codes[1]) if tests is not None else ()
    yield Pictures(name, found[0], coded.codes[0], coded.names, *own)


def _coded(labels: list[Labels]) -> Generator[float, None, Coded]:
    work = coding(labels)
    while True:
        try:
            next(work)
        except StopIteration as end:
            coded: Coded = end.value
            return coded
        yield 1.0


def _check(images: Array, labels: Array, total: int) -> None:
    if images.ndim not in (2, 3, 4) or images.dtype.kind not in "uif":
        raise Problem("pictures-shape", shape=f"{images.shape} {images.dtype}")
    if not images.size:
        raise Problem("pictures-none")
    if labels.ndim == 2 and labels.shape[1] == 1:
        labels = labels[:, 0]
    if labels.ndim == 2 and labels.shape[1] > MOST_CLASSES:
        raise Problem("pictures-classes", count=labels.shape[1], limit=MOST_CLASSES)
    if labels.ndim not in (1, 2) or len(labels) != len(images):
        raise Problem("pictures-labels", images=len(images), labels=len(labels) if labels.ndim else 1)
    if total > PICTURES:
        raise Problem("pictures-too-many", count=total, limit=PICTURES)
    if images.size > LIMIT:
        raise Problem("archive-too-big", size=images.size, limit=LIMIT)


def _small(pair: _Pair) -> Iterator[NDArray[np.uint8]]:
    """Grey, of at most LARGEST pixels a side; in one piece where nothing is to be done."""
    images = pair.images
    if images.dtype == np.uint8 and images.ndim == 3:
        sides = images.shape[1:]
        if min(sides) >= SMALLEST and max(sides) <= LARGEST:
            yield images
            return
    top = 1.0 if images.dtype.kind == "f" and float(images.max()) <= 1.0 else 255.0
    size = max(1, _AT_ONCE // max(1, images[0].size))
    for at in range(0, len(images), size):
        some = images[at : at + size]
        _check_greys(some, top, pair.name)
        try:
            piece = grey(some, top)
        except ValueError as error:
            shape = f"{images.shape} {images.dtype}"
            raise Problem("pictures-shape", shape=shape, detail=str(error)) from error
        h, w = piece.shape[1:]
        if min(h, w) < SMALLEST or max(h, w) > 16 * LARGEST:
            raise Problem("pictures-shape", shape=f"{h} × {w}")
        fit = min(1.0, LARGEST / max(h, w))
        yield resized(piece, max(SMALLEST, round(h * fit)), max(SMALLEST, round(w * fit)))


def _check_greys(images: Array, top: float, name: str) -> None:
    """Raises Problem for numbers that no grey can be."""
    low, high = float(images.min()), float(images.max())
    if not (math.isfinite(low) and math.isfinite(high)):
        raise Problem("pictures-nan", name=name)
    if low < 0.0 or high > top * OVER:
        raise Problem("pictures-range", name=name, low=f"{low:.4g}", high=f"{high:.4g}")
