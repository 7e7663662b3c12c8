"""Folders of pictures, one for each class: what lies in them, checked before anything is opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from neuroviz.data.pictures import MOST_CLASSES
from neuroviz.io.problem import Problem, naming

PICTURES = 50_000
ENDINGS = frozenset(
    (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".pbm", ".pgm", ".ppm")
)
_ENTRIES = 4 * PICTURES  # looked at in all: a folder may be endless
_AT_ONCE = 200
_TRAIN, _TEST = ("train", "training"), ("test", "testing", "t10k")


@dataclass(frozen=True)
class Listing:
    """What there is: `files` are paths with the number of their class; `tests` those to be tested on."""

    name: str
    class_names: tuple[str, ...]
    files: tuple[tuple[str, int], ...]
    tests: tuple[tuple[str, int], ...] = ()


def listing(folder: Path) -> Iterator[float | Listing]:
    """The pictures in the folders of a folder, one for each class: shares done in 0..1, then the listing.

    A folder may have two of such kind: train and test. Links to folders are not followed, and what is neither
    folder nor file is passed over. Raises Problem (folder-…).
    """
    with naming(folder):
        inner = _folders(folder)
        halves = {one.name.lower(): one for one in inner}
        train = next((halves[word] for word in _TRAIN if word in halves), None)
        test = next((halves[word] for word in _TEST if word in halves), None)
        top = folder
        if train is not None and _folders(train):
            top, inner = train, _folders(train)
        else:
            test = None
        if len(inner) > MOST_CLASSES:
            raise Problem("folder-classes", count=len(inner), limit=MOST_CLASSES)
        names = sorted((one.name for one in inner), key=natural)
        found = yield from _files(top, names)
        used = sorted({k for _, k in found})
        if len(used) < 2:
            flat = not used and any(_is_picture(Path(one)) for one in os.listdir(folder)[:_AT_ONCE])
            raise Problem("folder-flat" if flat or used else "folder-empty")
        tests = [] if test is None else (yield from _files(test, names))
        new = {k: i for i, k in enumerate(used)}
        yield Listing(
            folder.name or str(folder), tuple(names[k] for k in used),
            tuple((path, new[k]) for path, k in found),
            tuple((path, new[k]) for path, k in tests if k in new),
        )  # fmt: skip


def natural(name: str) -> tuple[int, int, str]:
    """Numbers by their size, before words."""
    return (0, int(name), name) if name.isdecimal() and len(name) < 9 else (1, 0, name)


def _folders(folder: Path) -> list[Path]:
    """The folders in it, neither hidden nor links."""
    try:
        with os.scandir(folder) as entries:
            found = []
            for seen, one in enumerate(entries):
                if seen >= _ENTRIES:
                    raise Problem("folder-too-many", limit=PICTURES)
                if not one.name.startswith(".") and one.is_dir(follow_symlinks=False):
                    found.append(Path(one.path))
            return found
    except OSError as error:
        raise _unreadable(error) from error


def _files(top: Path, names: list[str]) -> Generator[float, None, list[tuple[str, int]]]:
    """Pictures in the folders of those names, in the order of their names."""
    found: list[tuple[str, int]] = []
    seen = 0
    for k, name in enumerate(names):
        paths: list[str] = []
        try:
            with os.scandir(top / name) as entries:
                for one in entries:
                    seen += 1
                    if seen > _ENTRIES or len(found) + len(paths) > PICTURES:
                        raise Problem("folder-too-many", limit=PICTURES)
                    if _is_picture(Path(one.name)) and _is_file(one):
                        paths.append(one.path)
                    if not seen % _AT_ONCE:
                        yield k / len(names)
        except FileNotFoundError:  # a class that has nothing to be tested on
            continue
        except OSError as error:
            raise _unreadable(error) from error
        found.extend((path, k) for path in sorted(paths))
        yield (k + 1) / len(names)
    return found


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS and not path.name.startswith(".")


def _is_file(entry: os.DirEntry[str]) -> bool:
    """A file, or a link to one; pipes and devices are passed over."""
    try:
        return stat.S_ISREG(entry.stat().st_mode)
    except OSError:  # a link that leads nowhere, or round in a circle
        return False


def _unreadable(error: OSError) -> Problem:
    if isinstance(error, PermissionError):
        return Problem("file-forbidden")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Problem("folder-missing")
    return Problem("file-unreadable", detail=str(error))
