"""Folders of pictures as data: each decoded by Qt, made grey, square and small."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.pictures import Pictures, grey, resized
from neuroviz.io.class_folders import Listing, listing
from neuroviz.io.problem import Problem
from neuroviz.ui.picture_file import read_picture

_LISTED = 0.05  # of the work is listing them


def reading(folder: Path, side: int) -> Iterator[float | Pictures]:
    """The pictures in the folders of a folder as side x side greys: shares done in 0..1, then the pictures.

    The middle square of each is taken. May be used on any thread. Raises Problem (folder-…).
    """
    found: Listing | None = None
    for one in listing(folder):
        if isinstance(one, Listing):
            found = one
        else:
            yield _LISTED * one
    assert found is not None
    total = len(found.files) + len(found.tests)
    images = np.empty((total, side, side), np.uint8)
    for i, (path, _) in enumerate((*found.files, *found.tests)):
        images[i] = _small(Path(path), folder, side)
        yield _LISTED + (1.0 - _LISTED) * (i + 1) / (total + 1)
    n = len(found.files)
    labels = np.array([k for _, k in (*found.files, *found.tests)], np.intp)
    tests = (images[n:], labels[n:]) if found.tests else (None, None)
    yield Pictures(found.name, images[:n], labels[:n], found.class_names, *tests)


def _small(path: Path, folder: Path, side: int) -> NDArray[np.uint8]:
    try:
        picture = read_picture(path)
    except Problem as problem:
        name = str(path.relative_to(folder))
        raise Problem("folder-picture", name=name, path=str(folder), detail=str(problem)) from problem
    h, w = picture.shape[:2]
    edge = min(h, w)
    top, left = (h - edge) // 2, (w - edge) // 2
    middle = grey(picture[None, top : top + edge, left : left + edge])
    small: NDArray[np.uint8] = resized(middle, side, side)[0]
    return small
