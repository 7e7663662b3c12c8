"""safetensors: what is written comes back, also by the format's own library; no header is trusted."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz.io.problem import Problem
from neuroviz.io.safetensors import from_safetensors, to_safetensors

ARRAYS = {
    "layer0.w": np.arange(6, dtype=np.float32).reshape(2, 3),
    "layer0.b": np.float32([1.5, -2.5, 0]),
    "empty": np.empty((0, 3), np.float64),
    "single": np.array(0.5, np.float16),
    "flags": np.array([True, False]),
    "large": np.arange(4, dtype=">i8"),
    "turned": np.arange(6, dtype=np.int16).reshape(2, 3).T,
}


def test_arrays_come_back() -> None:
    found = from_safetensors(to_safetensors(ARRAYS, {"format": "np"}), "a")
    assert list(found) == list(ARRAYS)
    for name, values in ARRAYS.items():
        assert found[name].shape == values.shape
        assert found[name].dtype == values.dtype.newbyteorder("<")
        assert np.array_equal(found[name], values)
        assert not found[name].flags.writeable


def test_the_formats_own_library_reads_it_and_is_read() -> None:
    library = pytest.importorskip("safetensors.numpy")
    native = {name: v.astype(v.dtype.newbyteorder("="), "C") for name, v in ARRAYS.items()}
    found = library.load(to_safetensors(ARRAYS, {"format": "np"}))
    again = from_safetensors(library.save(native), "a")
    for name, values in ARRAYS.items():
        assert np.array_equal(found[name], values)
        assert np.array_equal(again[name], values)


@pytest.mark.parametrize("values", [np.array([print], object), np.array(["a"]), np.zeros(2, complex)])
def test_what_the_format_does_not_know_is_not_written(values: Any) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        to_safetensors({"a": values})


def crafted(header: Any, data: bytes = b"\0" * 24, length: int | None = None) -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return (len(text) if length is None else length).to_bytes(8, "little") + text + data


def one(shape: Any = (2,), at: Any = (0, 8), dtype: Any = "F32") -> dict[str, Any]:
    return {"dtype": dtype, "shape": shape, "data_offsets": at}


THREE = {"a": one(), "b": one(at=(8, 16)), "c": one(at=(16, 24))}
WRONG: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "tensors-broken"),
    "a length alone": (b"\2\0\0\0\0\0\0\0", "tensors-broken"),
    "header longer than the file": (crafted(THREE, length=10**6), "tensors-broken"),
    "header of exabytes": (crafted(THREE, length=2**64 - 1), "tensors-broken"),
    "header above its limit": (crafted(THREE, b"", 100_000_001), "tensors-broken"),
    "header is a list": (crafted([]), "tensors-broken"),
    "header begins with a space": (crafted(b' {"a": 1}'), "tensors-broken"),
    "not JSON": (crafted(b"{abc"), "json-broken"),
    "not UTF-8": (crafted(b'{"\xff": 1}'), "json-broken"),
    "deep JSON": (crafted(b'{"a":' * 200_000), "json-broken"),
    "a key twice": (crafted(b'{"a": 1, "a": 2}'), "json-broken"),
    "NaN": (crafted(b'{"a": NaN}'), "json-broken"),
    "endless integer": (crafted(b'{"a": ' + b"9" * 5000 + b"}"), "json-broken"),
    "tensor is a number": (crafted({"a": 1}), "tensors-broken"),
    "a field too many": (crafted({"a": {**one(), "evil": 1}}), "tensors-broken"),
    "a field too few": (crafted({"a": {"dtype": "F32", "shape": [2]}}), "tensors-broken"),
    "overlapping": (crafted({**THREE, "b": one(at=(4, 12))}), "tensors-broken"),
    "twice the same place": (crafted({**THREE, "b": one()}), "tensors-broken"),
    "reversed": (crafted({**THREE, "b": one(at=(16, 8))}), "tensors-broken"),
    "holey": (crafted({"a": one(), "c": one(at=(16, 24))}), "tensors-broken"),
    "bytes behind": (crafted({"a": one(), "b": one(at=(8, 16))}), "tensors-broken"),
    "negative": (crafted({**THREE, "a": one(at=(-8, 0))}), "tensors-broken"),
    "beyond the end": (crafted({**THREE, "c": one((4,), (16, 32))}), "tensors-broken"),
    "too small for its shape": (crafted({**THREE, "a": one((3,))}), "tensors-broken"),
    "shape that overflows": (crafted({**THREE, "a": one((2**40, 2**40))}), "tensors-broken"),
    "shape below zero": (crafted({**THREE, "a": one((-1, -2))}), "tensors-broken"),
    "shape of truth": (crafted({**THREE, "a": one((True, 2))}), "tensors-broken"),
    "shape of fractions": (crafted({**THREE, "a": one((2.0,))}), "tensors-broken"),
    "too many axes": (crafted({**THREE, "a": one([1] * 40)}), "tensors-broken"),
    "three offsets": (crafted({**THREE, "a": one(at=(0, 8, 8))}), "tensors-broken"),
    "unknown type": (crafted({**THREE, "a": one(dtype="F8_E4M3")}), "array-type"),
    "type is a list": (crafted({**THREE, "a": one(dtype=["F32"])}), "tensors-broken"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_makes_no_sense_is_refused(case: str) -> None:
    content, id = WRONG[case]
    with pytest.raises(Problem) as caught:
        from_safetensors(content, "a.safetensors")
    assert caught.value.id == id


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 30) | st.floats() | st.sampled_from(["F32", "U8", "BOOL"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
SMALL = st.lists(st.integers(0, 6), max_size=3)
TENSOR = st.fixed_dictionaries(
    {"dtype": st.sampled_from(["F32", "U8"]) | PLAIN, "shape": SMALL | PLAIN, "data_offsets": SMALL | PLAIN}
)


@settings(max_examples=400)
@given(
    header=st.dictionaries(st.text(max_size=3), TENSOR | PLAIN, max_size=3),
    data=st.binary(max_size=30), length=st.none() | st.integers(0, 2**64 - 1),
)  # fmt: skip
def test_anything_is_arrays_or_a_problem(header: Any, data: bytes, length: int | None) -> None:
    try:
        from_safetensors(crafted(header, data, length), "a")
    except Problem as problem:
        assert problem.id in ("tensors-broken", "array-type", "json-broken")  # noqa: PT017


@settings(max_examples=200)
@given(at=st.integers(0, 400), byte=st.integers(0, 255), cut=st.booleans())
def test_spoilt_bytes_are_arrays_or_a_problem(at: int, byte: int, cut: bool) -> None:
    content = bytearray(to_safetensors(ARRAYS))
    at %= len(content)
    content[at] = byte
    try:
        from_safetensors(bytes(content[: at + 1] if cut else content), "a")
    except Problem as problem:
        assert problem.id in ("tensors-broken", "array-type", "json-broken")  # noqa: PT017
