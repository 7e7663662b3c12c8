"""Arrays as files for other programs: NPZ, which keeps them as they are, and CSV, which everything can read.

CSV has room for one table, so arrays of the same length become columns of one; what does not fit into it
becomes a table of its own, and several tables a ZIP archive: one file to send, where a folder would be many.
Numbers are written with as many digits as bring the same bits back (Python's shortest form), with a point
whatever the country. The text is UTF-8; a byte-order mark is put in front only when there is a letter beyond
ASCII, because spreadsheets need it then and other readers stumble over it.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO, StringIO

import numpy as np
from numpy.typing import ArrayLike, NDArray

from neuroviz.io.problem import Problem

LIMIT = 1_000_000
"""Numbers in one CSV file, or in all tables of an archive; more would take many seconds. NPZ has no limit."""

_LONGEST = 60  # letters of a table's name
_DATE = (1980, 1, 1, 0, 0, 0)  # the same numbers give the same file
Array = NDArray[np.generic]
Table = tuple[list[str], list[list[str]]]  # names of columns, columns


def npz(arrays: Mapping[str, ArrayLike]) -> bytes:
    """A compressed NPZ file, one array a name. ValueError for arrays of objects."""
    buffer = BytesIO()
    values = {name: np.asarray(value) for name, value in arrays.items()}
    np.savez_compressed(buffer, allow_pickle=False, **values)
    return buffer.getvalue()


def comma_separated(arrays: Mapping[str, ArrayLike]) -> tuple[str, bytes]:
    """The ending (".csv", or ".zip" for several tables) and the file.

    Columns: a vector is one, the columns of a matrix are name_0, name_1 …; of an array with more axes the
    last lies across and the others are columns of indices in front. Raises Problem (table-too-big).
    """
    found = {name: np.asarray(value) for name, value in arrays.items()}
    total = sum(value.size for value in found.values())
    if total > LIMIT:
        raise Problem("table-too-big", size=total, limit=LIMIT)
    tables = _tables(found)
    if len(tables) == 1:
        return ".csv", _encoded(next(iter(tables.values())))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, table in tables.items():
            archive.writestr(
                zipfile.ZipInfo(f"{_plain(name)}.csv", _DATE), _encoded(table), zipfile.ZIP_DEFLATED
            )
    return ".zip", buffer.getvalue()


def table_names(arrays: Mapping[str, ArrayLike]) -> tuple[str, ...]:
    """What the tables would be called, without writing them; more than one make an archive."""
    return tuple(_groups({name: np.asarray(value) for name, value in arrays.items()}))


def _groups(arrays: Mapping[str, Array]) -> dict[str, list[str]]:
    """The arrays of each table: vectors of one length side by side, all else by itself."""
    vectors: dict[int, list[str]] = {}
    for name, value in arrays.items():
        if value.ndim <= 1:
            vectors.setdefault(value.size, []).append(name)
    groups = {name: [name] for name, value in arrays.items() if value.ndim > 1}
    for size, names in vectors.items():
        told = _told(names)
        groups[told if told not in groups else f"{told}_{size}_rows"] = names
    return groups


def _told(names: list[str]) -> str:
    """What several vectors have in common by name, else their names, as many as can be read."""
    if len(names) == 1:
        return names[0]
    words = [name.split("_") for name in names]
    first = _shared(words)
    last = _shared([one[::-1] for one in words])[::-1]
    if first or last:
        return "_".join(first or last)
    told = names[0]
    for i, name in enumerate(names[1:], 1):
        if len(told) + len(name) >= _LONGEST:
            return f"{told}_and_{len(names) - i}_more"
        told += f"_{name}"
    return told


def _shared(words: list[list[str]]) -> list[str]:
    """The words with which all begin."""
    shared = []
    for at_once in zip(*words, strict=False):
        if len(set(at_once)) > 1:
            break
        shared.append(at_once[0])
    return shared


def _tables(arrays: Mapping[str, Array]) -> dict[str, Table]:
    tables: dict[str, Table] = {}
    for told, names in _groups(arrays).items():
        value = arrays[names[0]]
        if value.ndim <= 1:
            tables[told] = names, [_texts(arrays[name].reshape(-1)) for name in names]
        else:
            tables[told] = (_matrix if value.ndim == 2 else _deep)(told, value)
    return tables


def _matrix(name: str, value: Array) -> Table:
    names = [f"{name}_{i}" for i in range(value.shape[1])]
    return names, [_texts(value[:, i]) for i in range(value.shape[1])]


def _deep(name: str, value: Array) -> Table:
    outer = value.shape[:-1]
    places = np.indices(outer).reshape(len(outer), -1)
    names, columns = _matrix(name, value.reshape(-1, value.shape[-1]))
    return [f"axis_{i}" for i in range(len(outer))] + names, [_texts(row) for row in places] + columns


def _texts(values: Array) -> list[str]:
    if values.dtype == np.bool_:
        return ["1" if value else "0" for value in values.tolist()]
    return [str(value) for value in values]  # of a float32, not of the float64 that Python would make of it


def _encoded(table: Table) -> bytes:
    names, columns = table
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    rows: Iterable[tuple[str, ...]] = zip(*columns, strict=True)
    writer.writerow(names)
    writer.writerows(rows)
    written = text.getvalue()
    return written.encode("utf-8" if written.isascii() else "utf-8-sig")


def _plain(name: str) -> str:
    """A name that is a file's name on every system."""
    return "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in name) or "table"
