"""Arrays as the bytes of npy files, read without evaluating or unpickling anything."""

from __future__ import annotations

import math
import re
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.io.problem import Problem

_MAGIC = b"\x93NUMPY"
_LENGTH_BYTES = {1: 2, 2: 4, 3: 4}  # of the header's length, by the format's version
_HEADER = 10_000
_TYPE = re.compile(r"'descr'\s*:\s*(?:'([^']{1,20})'|(\[))")
_ORDER = re.compile(r"'fortran_order'\s*:\s*(True|False)\b")
_SHAPE = re.compile(r"'shape'\s*:\s*\(([0-9, ]{0,300})\)")
_SIDE = re.compile(r"[0-9]{1,15}")
_AXES = 32
_TEXT = re.compile(r"[<>|=][US][1-9][0-9]{0,3}")
_NUMBERS = re.compile(r"[<>|=](?:b1|[iu][1248]|f[248])")


def to_npy(array: NDArray[Any]) -> bytes:
    """The bytes of an npy file. ValueError for an array of objects: it could only be pickled."""
    file = BytesIO()
    np.lib.format.write_array(file, array, version=(1, 0), allow_pickle=False)
    return file.getvalue()


def from_npy(content: bytes, name: str, *, words: bool = False) -> NDArray[Any]:
    """A read-only array of numbers or truth values, or of `words`, of any shape and byte order.

    `name` is for the facts. Raises Problem (array-type, array-pickled, array-broken).
    """
    header, start = _header(content, name)
    kind, order, shape = _TYPE.search(header), _ORDER.search(header), _SHAPE.search(header)
    if not kind or not order or not shape:
        raise Problem("array-broken", name=name, detail=f"header {header[:200]!r}")
    if kind[1] and kind[1].endswith("O"):
        raise Problem("array-pickled", name=name)
    if kind[2] or not (_NUMBERS.fullmatch(kind[1]) or (words and _TEXT.fullmatch(kind[1]))):
        raise Problem("array-type", name=name, type=kind[1] or "structured")
    dtype, sides = np.dtype(kind[1]), _sides(shape[1], name)
    if math.prod(sides) * dtype.itemsize != len(content) - start:
        raise Problem("array-broken", name=name, detail=f"{sides} of {dtype} in {len(content) - start} bytes")
    values = np.frombuffer(content, dtype, offset=start)
    try:
        return values.reshape(sides, order="F" if order[1] == "True" else "C")
    except ValueError as error:  # nothing at all, but in axes too long for any array
        raise Problem("array-broken", name=name, detail=str(error)) from error


def _sides(text: str, name: str) -> tuple[int, ...]:
    """The lengths of the axes from "3, 4" or "3,"."""
    sides = [side.strip() for side in text.split(",")]
    if sides[-1] == "":
        sides.pop()
    if len(sides) > _AXES or not all(map(_SIDE.fullmatch, sides)):
        raise Problem("array-broken", name=name, detail=f"shape ({text[:100]})")
    return tuple(map(int, sides))


def _header(content: bytes, name: str) -> tuple[str, int]:
    """The text of the header, and where the values start."""
    n = _LENGTH_BYTES.get(content[6] if len(content) > 8 else 0)
    if content[:6] != _MAGIC or n is None:
        raise Problem("array-broken", name=name, detail="not the start of an npy file")
    start = 8 + n
    length = int.from_bytes(content[8:start], "little")
    if length > _HEADER or start + length > len(content):
        raise Problem("array-broken", name=name, detail=f"a header of {length} bytes")
    return content[start : start + length].decode("latin-1"), start + length
