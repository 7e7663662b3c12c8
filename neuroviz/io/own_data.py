"""Own data: any file of examples that a visitor may bring, told apart by what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from neuroviz.data.pictures import Pictures
from neuroviz.data.tables import Table
from neuroviz.io import csv_tables, files, image_sets, packed
from neuroviz.io.problem import Problem, naming

_TEXT = frozenset((".csv", ".tsv", ".txt", ".tab"))
_SETS = {".npz": "NPZ", ".npy": "NPY", ".gz": "gzip"}
_IDX = ("idx", "ubyte")


def reading(path: Path, other: Path | None = None) -> Iterator[float | Table | Pictures]:
    """A table, or pictures with labels (perhaps in an `other` file): shares done in 0..1, then the data.

    Raises Problem: set-kind, idx-kind for a file whose name promises pictures that are not in it.
    """
    kind = path.suffix.lower()
    with naming(path):
        head = files.head(path, 8)
        if head.startswith(packed.MAGIC) and Path(path.stem).suffix.lower() in _TEXT:
            return _packed_table(path)
        if kind not in _TEXT and image_sets.is_set(head):
            return image_sets.reading(path, other)
        if kind in _SETS:
            raise Problem("set-kind", kind=_SETS[kind])
        if path.name.lower().endswith(_IDX):
            raise Problem("idx-kind")
    return csv_tables.reading(path)


def _packed_table(path: Path) -> Iterator[float | Table]:
    """A table in a gzip file."""
    with naming(path):
        for one in packed.unpacking(files.read(path, csv_tables.LIMIT), csv_tables.LIMIT):
            if isinstance(one, float):
                yield one / 2
            else:
                for piece in csv_tables.parsing(one, Path(path.stem).stem):
                    yield 0.5 + piece / 2 if isinstance(piece, float) else piece
