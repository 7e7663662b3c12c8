"""Folders of pictures as data: each decoded by Qt, made grey, square and small."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.pictures import Pictures, grey, resized
from neuroviz.io.class_folders import Listing, listing
from neuroviz.io.problem import Problem, naming
from neuroviz.ui.picture_file import read_picture

_LISTED = 0.05  # of the work is listing them


def reading(folder: Path, side: int) -> Iterator[float | Pictures]:
    """The pictures in the folders of a folder as side x side greys: shares done in 0..1, then the pictures.

    The middle square of each is taken. Those that cannot be read are left out and told, unless there are more
    of them than others, or all of a class. May be used on any thread. Raises Problem (folder-…).
    """
    found: Listing | None = None
    for one in listing(folder):
        if isinstance(one, Listing):
            found = one
        else:
            yield _LISTED * one
    assert found is not None
    total, n = len(found.files) + len(found.tests), 0
    images = np.empty((total, side, side), np.uint8)
    labels: list[int] = []
    left: list[tuple[str, str]] = []
    with naming(folder):
        for i, (path, k) in enumerate((*found.files, *found.tests)):
            try:
                images[len(labels)] = _small(Path(path), side)
                labels.append(k)
            except Problem as problem:
                left.append((str(Path(path).relative_to(folder)), problem.id))
                if 2 * len(left) > total:
                    names = tuple(left)
                    raise Problem("folder-pictures", count=len(left), total=total, names=names) from None
            n = len(labels) if i < len(found.files) else n
            yield _LISTED + (1.0 - _LISTED) * (i + 1) / (total + 1)
        _check_classes(found, labels[:n], left)
    codes = np.array(labels, np.intp)
    has_tests = len(codes) > n
    yield Pictures(
        found.name, images[:n], codes[:n], found.class_names,
        test_images=images[n : len(codes)] if has_tests else None,
        test_labels=codes[n:] if has_tests else None, left_out=tuple(left),
    )  # fmt: skip


def _check_classes(found: Listing, labels: list[int], left: list[tuple[str, str]]) -> None:
    """Raises Problem for a class of which nothing is left to learn from."""
    for k in sorted(set(range(len(found.class_names))) - set(labels)):
        name = found.class_names[k]
        mine = tuple(one for one in left if Path(one[0]).parent.name == name)
        raise Problem("folder-class", name=name, names=mine)


def _small(path: Path, side: int) -> NDArray[np.uint8]:
    picture = read_picture(path)
    h, w = picture.shape[:2]
    edge = min(h, w)
    top, left = (h - edge) // 2, (w - edge) // 2
    middle = grey(picture[None, top : top + edge, left : left + edge])
    small: NDArray[np.uint8] = resized(middle, side, side)[0]
    return small
