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


def _tables(arrays: Mapping[str, Array]) -> dict[str, Table]:
    """Vectors of one length side by side, all else by itself; a table of one array has its name."""
    vectors: dict[int, list[str]] = {}
    for name, value in arrays.items():
        if value.ndim <= 1:
            vectors.setdefault(value.size, []).append(name)
    tables: dict[str, Table] = {}
    for names in vectors.values():
        columns = [_texts(arrays[name].reshape(-1)) for name in names]
        tables["_".join(names) if len(names) <= 3 else f"{names[0]}_and_{len(names) - 1}_more"] = (
            names,
            columns,
        )
    for name, value in arrays.items():
        if value.ndim == 2:
            tables[name] = _matrix(name, value)
        elif value.ndim > 2:
            tables[name] = _deep(name, value)
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
