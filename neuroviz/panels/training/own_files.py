"""Own files: where data of the visitor's own came from, so that it is found there again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from neuroviz.data.painted import MOST_CLASSES, MOST_POINTS, Painted
from neuroviz.data.pictures import Pictures
from neuroviz.data.pool import Unfit
from neuroviz.data.tables import Chosen, Table, suggested
from neuroviz.io import own_data
from neuroviz.panels.training.task.names import PAINTED
from neuroviz.scenes.own_sources import digesting
from neuroviz.ui import image_folder
from neuroviz.workspace import Workspace

MOST_FILES = 30
"""So many are remembered, the latest."""

_LONGEST = 4096
_KINDS = ("", "classes", "values")


@dataclass(frozen=True)
class OwnFile:
    """A file or folder, the file of its labels, and the pixels that pictures of a folder got.

    stamp: sizes and times of change when it was read; n: examples then. inputs, target, answers: the columns
    chosen of a table, and what they are taken for ("" as the target suggests). digest: of what was in it.
    """

    path: str
    other: str = ""
    side: int = 28
    stamp: tuple[int, ...] = ()
    n: int = 0
    inputs: tuple[str, ...] = ()
    target: str = ""
    answers: str = ""
    digest: str = ""

    @property
    def name(self) -> str:
        """Of the file alone."""
        return Path(self.path).name or self.path

    def reading(self) -> Iterator[float | Read]:
        """Shares done in 0..1, then all that is in it. Nothing is touched before the first piece is asked
        for: a disc far away may take its time. Raises Problem.
        """
        yield 0.0
        path, other = Path(self.path), Path(self.other) if self.other else None
        stamp = _stamp(path, other)
        folder = not stamp and _is_folder(path)
        pieces = image_folder.reading(path, self.side) if folder else own_data.reading(path, other)
        for piece in pieces:
            if isinstance(piece, float):
                yield piece
                continue
            digest = digesting(piece)
            while True:
                try:
                    next(digest)
                except StopIteration as over:
                    yield Read(piece, stamp, str(over.value))
                    break
                yield 1.0

    def source(self, data: Table | Pictures) -> tuple[Any, bool]:
        """What a task is made from, and whether other columns had to be chosen. Raises Unfit."""
        if not isinstance(data, Table):
            return data, False
        names = {one.name for one in data.columns}
        if self.target in names and self.inputs and names.issuperset(self.inputs):
            kind: Any = self.answers or None
            chosen = Chosen(data, self.inputs, self.target, kind)
            try:
                chosen.outline()
            except Unfit:
                return suggested(data), True
            return chosen, False
        return suggested(data), bool(self.target)

    def with_source(self, source: Any) -> OwnFile:
        """With the columns that are chosen now."""
        if not isinstance(source, Chosen):
            return self
        return replace(self, inputs=source.inputs, target=source.target, answers=source.kind or "")


@dataclass(frozen=True, eq=False)
class Read:
    """What was in a file, its stamp when reading began, and the digest of its content."""

    data: Table | Pictures
    stamp: tuple[int, ...]
    digest: str


def known(space: Workspace, file: OwnFile, read: Read) -> str:
    """The name under which data of that file, or of that content, is there already; "" where it is not.

    Pictures of a folder are other data at another size.
    """
    for name in reversed(space.names("files")):
        one = space.get("files", name)
        same_path = (one.path, one.other) == (file.path, file.other)
        if one.digest == read.digest or (same_path and (read.stamp or one.side == file.side)):
            return name
    return ""


def painted(plain: object) -> Painted:
    """Points as they were kept; those that make no sense are left out."""
    found = []
    for one in plain[:MOST_POINTS] if isinstance(plain, list) else ():
        if isinstance(one, list) and len(one) == 3 and all(type(v) in (int, float) for v in one):
            x, y, k = one
            if -1.0 <= x <= 1.0 and -1.0 <= y <= 1.0 and k in range(MOST_CLASSES):
                found.append((float(x), float(y), int(k)))
    return Painted(tuple(found), PAINTED)


def kept(space: Workspace) -> list[dict[str, Any]]:
    """All that data of this room came from, as plain JSON values."""
    found, data = [], space.names("data")
    for name in space.names("files")[-MOST_FILES:]:
        file = space.get("files", name)
        if name in data:
            file = file.with_source(space.get("data", name))
        found.append({"name": name, **asdict(file)})
    return found


def remembered(plain: object) -> dict[str, OwnFile]:
    """The same back, by name; what makes no sense is left out."""
    found = {}
    for one in plain[:MOST_FILES] if isinstance(plain, list) else ():
        if isinstance(one, Mapping) and _is_text(one.get("name")) and one.get("name"):
            file = _file(one)
            if file is not None:
                found[str(one["name"])] = file
    return found


def _file(plain: Mapping[str, Any]) -> OwnFile | None:
    texts = {name: plain.get(name, "") for name in ("path", "other", "target", "answers", "digest")}
    numbers = {name: plain.get(name, 0) for name in ("side", "n")}
    stamp, inputs = plain.get("stamp", []), plain.get("inputs", [])
    lists = isinstance(stamp, list | tuple) and isinstance(inputs, list | tuple)
    if not lists or not all(map(_is_text, (*texts.values(), *inputs))) or not texts["path"]:
        return None
    if not all(type(one) is int and one >= 0 for one in (*numbers.values(), *stamp)):
        return None
    if texts["answers"] not in _KINDS:
        return None
    side = numbers["side"] if 1 <= numbers["side"] <= 256 else 28
    return OwnFile(
        texts["path"], texts["other"], side, tuple(stamp), numbers["n"], tuple(inputs), texts["target"],
        texts["answers"], texts["digest"],
    )  # fmt: skip


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST


def _stamp(path: Path, other: Path | None) -> tuple[int, ...]:
    """Empty of a folder, and of what cannot be asked."""
    found: list[int] = []
    for one in (path, other) if other is not None else (path,):
        try:
            facts = one.stat()
        except (OSError, ValueError):
            return ()
        if one.is_dir():
            return ()
        found += [facts.st_size, max(0, facts.st_mtime_ns)]
    return tuple(found)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
