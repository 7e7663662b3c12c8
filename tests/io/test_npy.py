"""npy files: every array of numbers is read as NumPy reads it; all else is refused, and nothing runs."""

from __future__ import annotations

import pickle
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from neuroviz.io.npy import from_npy, to_npy
from neuroviz.io.problem import Problem

NUMBERS = st.one_of(
    hnp.boolean_dtypes(), hnp.integer_dtypes(endianness="?"), hnp.unsigned_integer_dtypes(endianness="?"),
    hnp.floating_dtypes(sizes=(16, 32, 64), endianness="?"),
)  # fmt: skip


def problem_of(content: bytes) -> Problem:
    with pytest.raises(Problem) as caught:
        from_npy(content, "x")
    assert caught.value.facts["name"] == "x"
    return caught.value


def saved(array: np.ndarray, *, allow_pickle: bool = False) -> bytes:
    file = BytesIO()
    np.save(file, array, allow_pickle=allow_pickle)
    return file.getvalue()


def crafted(header: str, values: bytes = b"", version: bytes = b"\x01\x00") -> bytes:
    text = header.encode("latin-1")
    return b"\x93NUMPY" + version + len(text).to_bytes(2, "little") + text + values


@settings(max_examples=150)
@given(hnp.arrays(NUMBERS, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0)), st.booleans())
def test_arrays_of_numbers_come_back(array: np.ndarray, fortran: bool) -> None:
    array = np.asarray(array, order="F" if fortran else "C")
    for content in (saved(array), to_npy(array)):
        found = from_npy(content, "x")
        assert found.dtype == array.dtype
        assert found.shape == array.shape
        assert found.tobytes() == array.tobytes()
        assert not found.flags.writeable


class Canary:
    """Leaves a mark when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return Path.touch, (self.path,)


def test_a_pickle_does_not_run(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    objects = np.empty(1, object)
    objects[0] = Canary(mark)
    bomb = saved(objects, allow_pickle=True)
    problem = problem_of(bomb)
    assert problem.id == "array-pickled"
    assert problem_of(pickle.dumps(objects)).id == "array-broken"
    assert not mark.exists()
    np.load(BytesIO(bomb), allow_pickle=True)
    assert mark.exists(), "the canary is dead: this test shows nothing"


@pytest.mark.parametrize("array", [
    np.array(["text"]), np.array([b"bytes"]), np.array([1j]), np.zeros(2, [("a", "<f4")]),
    np.array(["2026-01-01"], "M8[D]"), np.zeros(1, "V4"),
])  # fmt: skip
def test_what_is_not_a_number_is_refused_by_its_type(array: np.ndarray) -> None:
    assert problem_of(saved(array)).id == "array-type"


HEADER = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }"


@pytest.mark.parametrize("content", [
    b"", b"\x93NUMPY", b"\x93NUMPY\x01\x00", b"\x93NUMPY\x01\x00\xff\xff", b"\x93NUMPY\x09\x00" + bytes(20),
    crafted(HEADER), crafted(HEADER, bytes(7)), crafted(HEADER, bytes(9)),
    crafted(HEADER.replace("(2,)", "(-2,)"), bytes(8)),
    crafted(HEADER.replace("(2,)", "(800000000000,)"), bytes(8)),  # claims 3 TiB
    crafted(HEADER.replace("(2,)", "(4294967296, 4294967296)")),  # product is 0 in 64 bits
    crafted(HEADER.replace("(2,)", f"({'9' * 5000},)"), bytes(8)),
    crafted(HEADER.replace("(2,)", "(" + "1," * 33 + "2)"), bytes(8)),
    crafted(HEADER.replace("(2,)", "(٢,)".encode().decode("latin-1")), bytes(8)),
    crafted(HEADER.replace("(2,)", "2"), bytes(8)),
    crafted(HEADER.replace("(2,)", "(0, 999999999999999, 999999999999999)")),
    crafted(HEADER.replace("(2,)", "(" + " " * 250 + "2" * 20 + ",,)"), bytes(8)),
    crafted(HEADER.replace("'shape'", "'form'"), bytes(8)),
    crafted("(" * 5000, bytes(8)), crafted("__import__('os').system('true')"), crafted(""),
])  # fmt: skip
def test_broken_arrays_are_refused(content: bytes) -> None:
    assert problem_of(content).id == "array-broken"


@settings(max_examples=300)
@given(st.data())
def test_damaged_arrays_end_in_a_problem_or_an_array(data: st.DataObject) -> None:
    content = bytearray(saved(np.arange(6, dtype=np.float32).reshape(2, 3)))
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = from_npy(bytes(content), "x")
    except Problem:
        return
    assert found.nbytes == 24


@pytest.mark.parametrize("shape", [(2, 2), ()])
def test_objects_cannot_be_written(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="Object arrays"):
        to_npy(np.empty(shape, object))
