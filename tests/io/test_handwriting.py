"""Handwriting as a file: it comes back stroke for stroke, and nothing broken comes in."""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from neuroviz.data import strokes
from neuroviz.data.handwriting import Entry, Handwriting
from neuroviz.data.ink import Drawing, Stroke
from neuroviz.data.sheet import Sheet
from neuroviz.io import files
from neuroviz.io.handwriting import KIND, parsed, read_handwriting, write_handwriting, written
from neuroviz.io.problem import Problem


def hand() -> Handwriting:
    rng = np.random.default_rng(0)
    grey = rng.integers(0, 256, (28, 28), np.uint8)
    pressed = Stroke(((0.1, 0.2), (1 / 3, -0.25)), 0.07, True, (0.5, 1.0))
    return Handwriting((
        Entry(Sheet(strokes.digit(7, rng)), 7),
        Entry(Sheet(Drawing((Stroke(((0.5, 0.5),), 0.1), pressed))), 0),
        Entry(Sheet(picture=grey), 4),
        Entry(Sheet(strokes.digit(1, rng), np.full((9, 9), 3, np.uint8)), 1),
    ))  # fmt: skip


def same(a: Handwriting, b: Handwriting) -> bool:
    def parts(one: Entry) -> tuple[Any, ...]:
        picture = one.sheet.picture
        return one.label, one.sheet.drawing, None if picture is None else picture.tolist(), dict(one.extra)

    return [parts(one) for one in a.entries] == [parts(one) for one in b.entries] and a.extra == b.extra


def test_it_comes_back_stroke_for_stroke(tmp_path: Path) -> None:
    own, path = hand(), tmp_path / "mine.json"
    write_handwriting(own, path)
    found = read_handwriting(path)
    assert same(own, found)
    for one, other in zip(own.entries, found.entries, strict=True):
        np.testing.assert_array_equal(one.grey, other.grey)
    first = path.read_bytes()
    write_handwriting(found, path)
    assert path.read_bytes() == first
    assert first.count(b"\n") == len(own) + 2, "one digit a line"


def test_an_empty_set_comes_back(tmp_path: Path) -> None:
    write_handwriting(Handwriting(), tmp_path / "none.json")
    assert len(read_handwriting(tmp_path / "none.json")) == 0


points = st.tuples(st.floats(-1, 2), st.floats(-1, 2))
pen_strokes = st.builds(
    Stroke, st.lists(points, min_size=1, max_size=5).map(tuple), st.floats(0.001, 1), st.booleans()
)
entries = st.builds(
    lambda drawn, label: Entry(Sheet(Drawing(tuple(drawn))), label),
    st.lists(pen_strokes, min_size=1, max_size=3),
    st.integers(0, 9),
)


@given(st.lists(entries, max_size=5).map(lambda found: Handwriting(tuple(found))))
def test_any_handwriting_comes_back(own: Handwriting) -> None:
    assert same(own, parsed(written(own)))


def test_what_a_newer_program_wrote_beside_is_kept() -> None:
    plain = json.loads(written(hand()))
    plain["writer"] = {"name": "Ann", "age": [7]}
    plain["digits"][0]["when"] = "2026-11-24"
    plain["digits"][1]["strokes"][1]["speed"] = [1.5, None]
    again = written(parsed(json.dumps(plain).encode()))
    assert json.loads(again) == plain
    changed = parsed(again).relabelled(0, 2).without([3])
    kept = json.loads(written(changed))
    assert kept["writer"] == plain["writer"]
    assert kept["digits"][0] == {**plain["digits"][0], "label": 2}


def problem_of(content: bytes) -> Problem:
    with pytest.raises(Problem) as caught:
        parsed(content)
    return caught.value


LINE = {"width": 0.1, "points": [0.1, 0.1, 0.2, 0.2]}
ONE = {"label": 3, "strokes": [LINE]}
PICTURE = base64.b64encode(bytes(784)).decode()


def file(**changed: Any) -> bytes:
    return json.dumps({"kind": KIND, "version": 1, "digits": [ONE], **changed}).encode()


def stroke(**changed: Any) -> bytes:
    return file(digits=[{"label": 3, "strokes": [{**LINE, **changed}]}])


BROKEN: dict[str, tuple[bytes, str]] = {
    "empty JSON": (b"", "json-broken"),
    "random": (bytes(range(256)), "json-broken"),
    "cut off": (file()[:-9], "json-broken"),
    "NUL": (b"\0" * 100, "json-broken"),
    "UTF-16": (file().decode().encode("utf-16"), "hand-kind"),
    "nested": (b'{"a":' * 200_000, "json-broken"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(99), "hand-kind"),
    "key twice": (b'{"kind": 1, "kind": 2}', "json-broken"),
    "NaN": (file().replace(b"0.1,", b"NaN,", 1), "json-broken"),
    "endless number": (file().replace(b"0.1,", b"1" * 5000 + b",", 1), "json-broken"),
    "a list": (b"[]", "hand-kind"),
    "a number": (b"7", "hand-kind"),
    "another kind": (file(kind="net"), "hand-kind"),
    "no version": (file(version=None), "hand-broken"),
    "version of truth": (file(version=True), "hand-broken"),
    "version 0": (file(version=0), "hand-broken"),
    "newer": (file(version=2, digits="in a way unknown here"), "hand-newer"),
    "digits in a mapping": (file(digits={"0": ONE}), "hand-broken"),
    "a digit as text": (file(digits=["7"]), "hand-broken"),
    "too many": (file(digits=[0] * 20_001), "hand-too-big"),
    "label 10": (file(digits=[{**ONE, "label": 10}]), "hand-broken"),
    "label −1": (file(digits=[{**ONE, "label": -1}]), "hand-broken"),
    "label as text": (file(digits=[{**ONE, "label": "3"}]), "hand-broken"),
    "label of truth": (file(digits=[{**ONE, "label": True}]), "hand-broken"),
    "fraction of a label": (file(digits=[{**ONE, "label": 3.0}]), "hand-broken"),
    "no strokes": (file(digits=[{"label": 3}]), "hand-broken"),
    "nothing on it": (file(digits=[{"label": 3, "strokes": []}]), "hand-broken"),
    "the second one": (file(digits=[ONE, {"label": 3}]), "hand-broken"),
    "stroke as a list": (file(digits=[{"label": 3, "strokes": [[1, 2]]}]), "hand-broken"),
    "no points": (stroke(points=[]), "hand-broken"),
    "half a point": (stroke(points=[1]), "hand-broken"),
    "points of text": (stroke(points=["1", "2"]), "hand-broken"),
    "points of truth": (stroke(points=[True, False]), "hand-broken"),
    "points in pairs": (stroke(points=[[0, 1]]), "hand-broken"),
    "far": (stroke(points=[1e3, 0]), "hand-broken"),
    "infinite": (file().replace(b"0.1,", b"1e400,", 1), "hand-broken"),
    "infinite point": (stroke(points=[0, 1]).replace(b"[0, 1]", b"[1e999, 0]"), "hand-broken"),
    "endless points": (stroke(points=[0] * 10_000), "hand-broken"),
    "many strokes of many": (file(digits=[{"label": 3, "strokes": [LINE] * 2001}]), "hand-broken"),
    "width 0": (stroke(width=0), "hand-broken"),
    "no width": (stroke(width=None), "hand-broken"),
    "wide": (stroke(width=2), "hand-broken"),
    "too few pressures": (stroke(pressure=[1]), "hand-broken"),
    "pressure 2": (stroke(pressure=[2, 2]), "hand-broken"),
    "erase as a number": (stroke(erase=1), "hand-broken"),
    "picture without side": (file(digits=[{**ONE, "picture": PICTURE}]), "hand-broken"),
    "picture of another side": (file(digits=[{**ONE, "picture": PICTURE, "side": 29}]), "hand-broken"),
    "no base64": (file(digits=[{**ONE, "picture": "*" * 784, "side": 28}]), "hand-broken"),
    "huge side": (file(digits=[{**ONE, "picture": PICTURE, "side": 10**9}]), "hand-broken"),
    "picture as a list": (file(digits=[{**ONE, "picture": [0] * 784, "side": 28}]), "hand-broken"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_broken_is_refused(case: str) -> None:
    content, id = BROKEN[case]
    assert problem_of(content).id == id


def test_the_plain_file_of_the_table_is_fine() -> None:
    assert len(parsed(file())) == len(parsed(stroke())) == 1
    assert len(parsed(b"\xef\xbb\xbf" + file())) == 1, "an editor may have put its mark in front"


WHOLE = written(hand())


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_any_damage_ends_in_a_problem_or_in_whole_digits(data: st.DataObject) -> None:
    content = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        how = data.draw(st.sampled_from(["byte", "cut", "double", "drop"]))
        if how == "byte":
            content[at] = data.draw(st.integers(0, 255))
        elif how == "cut":
            del content[at + 1 :]
        elif how == "double":
            content[at:at] = content[at : at + 40]
        else:
            del content[at : at + 40]
        if not content:
            content = bytearray(b" ")
    try:
        found = parsed(bytes(content))
    except Problem:
        return
    assert all(one.grey.shape == (28, 28) and 0 <= one.label <= 9 for one in found.entries)
    assert same(found, parsed(written(found)))


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "empty", "forbidden"])
def test_what_is_no_file_is_refused(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "empty":
        path.touch()
    elif kind == "forbidden":
        write_handwriting(hand(), path)
        path.chmod(0)
        if os.access(path, os.R_OK):
            pytest.skip("this user may read everything")
    with pytest.raises(Problem) as caught:
        read_handwriting(path)
    assert caught.value.id.startswith("file-")
    assert caught.value.facts["path"] == str(path)


def test_a_full_disc_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.json"
    write_handwriting(hand(), path)
    before = path.read_bytes()

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(Problem) as caught:
        write_handwriting(hand().without([0]), path)
    assert caught.value.id == "file-unwritable"
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


_WRITER = """
import sys
from pathlib import Path
from neuroviz.data.handwriting import Handwriting
from neuroviz.io.handwriting import read_handwriting, write_handwriting
path = Path(sys.argv[1])
own = read_handwriting(path)
sizes = (Handwriting(own.entries * 40), own)
print("ready", flush=True)
while True:
    for one in sizes:
        write_handwriting(one, path)
"""


@pytest.mark.parametrize("seed", range(3))
def test_a_kill_in_the_middle_of_saving_leaves_a_whole_file(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "mine.json"
    write_handwriting(hand(), path)
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert writer.stdout is not None
    with writer.stdout:
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(float(np.random.default_rng(seed).uniform(0.02, 0.15)))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
    assert len(read_handwriting(path)) in (4, 160)


def test_too_large_a_set_is_not_written_over_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    write_handwriting(hand(), path)
    before = path.read_bytes()
    with pytest.raises(Problem) as caught:
        write_handwriting(Handwriting(hand().entries * 5001), path)
    assert caught.value.id == "hand-too-big"
    assert path.read_bytes() == before
