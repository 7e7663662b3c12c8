"""The photo that was opened or pasted last, there again at the next start."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from neuroviz.io import files
from neuroviz.io.problem import Problem
from neuroviz.sims.photo import Source
from neuroviz.ui.picture_file import Pixels, packed, read_picture

FILE = "pasted_photo.png"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Kept(Source):
    """A photo from outside. origin: what to remember of it, as plain JSON values."""

    origin: Mapping[str, Any] = field(default_factory=dict)


def from_file(path: Path) -> Kept:
    """The photo in a file; the file is remembered by its path."""
    return Kept(path.name, partial(read_picture, path), origin={"path": str(path.absolute())})


def pasted(name: str, load: Callable[[], Pixels], folder: Path | None) -> Source:
    """A photo that is in no file: the worker that loads it keeps it in one of ours. None: it is not kept."""
    if folder is None:
        return Source(name, load)
    return Kept(name, partial(_loaded_and_kept, load, folder / FILE), origin={"pasted": name})


def remembered(plain: object, folder: Path | None) -> Kept | None:
    """The photo of `Kept.origin`; None for anything else. Nothing is read yet."""
    if not isinstance(plain, Mapping) or folder is None:
        return None
    path, name = plain.get("path"), plain.get("pasted")
    if isinstance(path, str) and path and "\0" not in path:
        return from_file(Path(path))
    if isinstance(name, str) and name:
        return Kept(name, partial(read_picture, folder / FILE), origin={"pasted": name})
    return None


def _loaded_and_kept(load: Callable[[], Pixels], path: Path) -> Iterator[Pixels | None]:
    photo = load()
    yield None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.replace(path, packed(photo))
    except (OSError, Problem) as problem:
        _log.warning("the photo is not kept: %s", problem)
    yield photo
