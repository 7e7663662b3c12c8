"""Arrays as the bytes of a safetensors file: the length of a header, the header in JSON, the numbers.

The format is that of https://huggingface.co/docs/safetensors. It is so small that a package for it would be
more to carry than what stands here; the reader trusts nothing that a header says.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.io.problem import Problem
from neuroviz.io.strict_json import from_json

_LENGTH = 8  # bytes that say how long the header is
_HEADER = 100_000_000  # bytes; the limit that the format's own library keeps
_TENSORS, _AXES, _SIDE = 100_000, 16, 2**48
_ALIGNED = 8
_TYPES = {
    "F16": "<f2", "F32": "<f4", "F64": "<f8", "BOOL": "|b1", "U8": "|u1", "I8": "|i1",
    "U16": "<u2", "I16": "<i2", "U32": "<u4", "I32": "<i4", "U64": "<u8", "I64": "<i8",
}  # fmt: skip
_WORDS = {np.dtype(code): word for word, code in _TYPES.items()}
_ABOUT = "__metadata__"


def to_safetensors(arrays: Mapping[str, NDArray[Any]], about: Mapping[str, str] | None = None) -> bytes:
    """The bytes of a file with these arrays, in that order; `about`: a few words about them.

    ValueError for numbers of another kind than the format knows.
    """
    header: dict[str, Any] = {_ABOUT: dict(about)} if about else {}
    parts: list[bytes] = []
    end = 0
    for name, values in arrays.items():
        little = values.astype(values.dtype.newbyteorder("<"))
        if little.dtype not in _WORDS or name == _ABOUT:
            raise ValueError(f"{name} of type {values.dtype} cannot be written")
        parts.append(little.tobytes())
        start, end = end, end + little.nbytes
        word, shape = _WORDS[little.dtype], list(values.shape)
        header[name] = {"dtype": word, "shape": shape, "data_offsets": [start, end]}
    text = json.dumps(header, separators=(",", ":"), allow_nan=False).encode()
    text += b" " * (-len(text) % _ALIGNED)
    return b"".join((len(text).to_bytes(_LENGTH, "little"), text, *parts))


def from_safetensors(content: bytes, name: str) -> dict[str, NDArray[Any]]:
    """Read-only arrays by name, in the order in which they lie. `name` is for the facts.

    Raises Problem (tensors-broken, array-type, json-broken).
    """
    header, start = _header(content, name)
    header.pop(_ABOUT, None)
    if len(header) > _TENSORS:
        raise _broken(name, f"{len(header)} tensors")
    places = [(*_place(one, tensor, name), tensor) for tensor, one in header.items()]
    found: dict[str, NDArray[Any]] = {}
    at = 0
    for begin, end, dtype, shape, tensor in sorted(places, key=lambda place: place[:2]):
        if begin != at:  # neither may two overlap nor may there be room for something hidden between them
            raise _broken(name, f"{tensor!r:.50} begins at {begin}, not at {at}")
        at = end
        if start + end > len(content):
            raise _broken(name, f"{tensor!r:.50} ends beyond the file")
        values = np.frombuffer(content, dtype, math.prod(shape), start + begin)
        found[tensor] = values.reshape(shape)
    if start + at != len(content):
        raise _broken(name, f"{len(content) - start - at} bytes behind the last tensor")
    return found


def _header(content: bytes, name: str) -> tuple[dict[str, Any], int]:
    """The header, and where the numbers start."""
    length = int.from_bytes(content[:_LENGTH], "little")
    start = _LENGTH + length
    if len(content) <= _LENGTH or length > _HEADER or start > len(content):
        raise _broken(name, f"a header of {length} bytes in a file of {len(content)}")
    if content[_LENGTH : _LENGTH + 1] != b"{":
        raise _broken(name, "the header is no object")
    header = from_json(content[_LENGTH:start], name)
    if not isinstance(header, dict):
        raise _broken(name, "the header is no object")
    return header, start


def _place(one: Any, tensor: str, name: str) -> tuple[int, int, np.dtype[Any], tuple[int, ...]]:
    """Begin, end, type and shape of one tensor, which must agree with each other."""
    if not isinstance(one, dict) or set(one) != {"dtype", "shape", "data_offsets"}:
        raise _broken(name, f"{tensor!r:.50} is described by {one!r:.50}")
    word, shape, offsets = one["dtype"], one["shape"], one["data_offsets"]
    if not isinstance(word, str):
        raise _broken(name, f"{tensor!r:.50} of type {word!r:.50}")
    if word not in _TYPES:
        raise Problem("array-type", name=name, type=word[:20])
    if not _are_whole(shape, _AXES) or not _are_whole(offsets, 2) or len(offsets) != 2:
        raise _broken(name, f"{tensor!r:.50} of shape {shape!r:.50} at {offsets!r:.50}")
    dtype, (begin, end) = np.dtype(_TYPES[word]), offsets
    if end - begin != math.prod(shape) * dtype.itemsize:
        raise _broken(name, f"{tensor!r:.50} of shape {shape!r:.50} in {end - begin} bytes")
    return begin, end, dtype, tuple(shape)


def _are_whole(values: Any, most: int) -> bool:
    return isinstance(values, list) and len(values) <= most and all(
        isinstance(n, int) and not isinstance(n, bool) and 0 <= n <= _SIDE for n in values
    )  # fmt: skip


def _broken(name: str, detail: str) -> Problem:
    return Problem("tensors-broken", name=name, detail=detail)
