"""Sessions: kept whole, read with distrust."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from neuroviz.data import strokes
from neuroviz.data.ink import Drawing, Stroke
from neuroviz.data.sheet import Sheet
from neuroviz.io.problem import Problem
from neuroviz.scenes import session
from neuroviz.scenes.session import Session

POINT = st.tuples(st.floats(-2, 2), st.floats(-2, 2))


@st.composite
def strokes_of(draw: st.DrawFn) -> Stroke:
    points = draw(st.lists(POINT, min_size=1, max_size=20))
    n = len(points)
    pressure = draw(st.one_of(st.just([]), st.lists(st.floats(0, 1), min_size=n, max_size=n)))
    return Stroke(tuple(points), draw(st.floats(0.01, 1)), draw(st.booleans()), tuple(pressure))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(drawn=st.lists(strokes_of(), max_size=4))
def test_what_is_kept_comes_back_to_the_last_bit(drawn: list[Stroke], tmp_path: Path) -> None:
    path = tmp_path / "deeper" / "session.json"
    session.write(path, Session(Sheet(Drawing(tuple(drawn)))))
    assert session.read(path).sheet.drawing == Drawing(tuple(drawn))


def test_a_picture_with_its_label_and_unknown_parts_come_back(tmp_path: Path) -> None:
    picture = np.arange(784, dtype=np.uint16).reshape(28, 28).astype(np.uint8)
    path = tmp_path / "session.json"
    session.write(path, Session(Sheet(picture=picture, label=7, number=247), {"later": [1, 2]}))
    found = session.read(path)
    np.testing.assert_array_equal(found.sheet.picture, picture)
    assert found.sheet.label == 7
    assert found.sheet.number == 247
    assert found.extra == {"later": [1, 2]}


def spoilt(change: Any) -> bytes:
    plain: dict[str, Any] = {"version": 1, "sheet": {"strokes": [{"points": [0.1, 0.2], "width": 0.1}]}}
    change(plain)
    return json.dumps(plain).encode()


BAD: dict[str, bytes] = {
    "empty": b"",
    "random": bytes(range(256)),
    "cut off": b'{"version": 1, "sheet": {"strok',
    "a list": b"[]",
    "nested": b"[" * 200_000,
    "not a number": b'{"version": 1, "sheet": {"strokes": [{"points": [NaN, 1]}]}}',
    "twice": b'{"version": 1, "version": 1}',
    "long number": b'{"version": ' + b"9" * 5000 + b"}",
    "newer": spoilt(lambda p: p.update(version=99)),
    "version text": spoilt(lambda p: p.update(version="1")),
    "sheet a list": spoilt(lambda p: p.update(sheet=[])),
    "strokes a text": spoilt(lambda p: p["sheet"].update(strokes="x")),
    "a stroke a number": spoilt(lambda p: p["sheet"].update(strokes=[7])),
    "no points": spoilt(lambda p: p["sheet"].update(strokes=[{"points": []}])),
    "odd numbers": spoilt(lambda p: p["sheet"].update(strokes=[{"points": [1, 2, 3]}])),
    "texts": spoilt(lambda p: p["sheet"].update(strokes=[{"points": ["1", "2"]}])),
    "truth": spoilt(lambda p: p["sheet"].update(strokes=[{"points": [True, False]}])),
    "far away": spoilt(lambda p: p["sheet"].update(strokes=[{"points": [1e300, 0]}])),
    "width": spoilt(lambda p: p["sheet"].update(strokes=[{"points": [0, 0], "width": 0}])),
    "pressure": spoilt(lambda p: p["sheet"].update(strokes=[{"points": [0, 0], "pressure": [1, 1]}])),
    "picture not base64": spoilt(lambda p: p["sheet"].update(picture="§§", side=2)),
    "picture too short": spoilt(lambda p: p["sheet"].update(picture="AAAA", side=28)),
    "picture huge": spoilt(lambda p: p["sheet"].update(picture="AAAA", side=10**9)),
    "label": spoilt(lambda p: p["sheet"].update(label=77)),
    "number": spoilt(lambda p: p["sheet"].update(number=10_000)),
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_a_bad_file_is_one_problem_and_nothing_else(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    path.write_bytes(content)
    with pytest.raises(Problem) as found:
        session.read(path)
    assert found.value.facts["path"] == str(path)
    assert path.read_bytes() == content


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 10_000), byte=st.integers(0, 255), cut=st.booleans())
def test_a_file_with_a_spoilt_byte_is_read_or_refused(
    place: int, byte: int, cut: bool, tmp_path: Path
) -> None:
    path = tmp_path / "session.json"
    session.write(path, Session(Sheet(strokes.digit(3), np.zeros((4, 4), np.uint8), 3)))
    content = bytearray(path.read_bytes())
    content[place % len(content)] = byte
    path.write_bytes(content[: place % len(content)] if cut else content)
    with suppress(Problem):
        session.read(path)


def test_a_folder_in_its_place_and_one_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="file-kind"):
        session.read(tmp_path)
    (tmp_path / "file").write_text("kept")
    with pytest.raises(Problem, match="file-unwritable"):
        session.write(tmp_path / "file" / "session.json", Session())
