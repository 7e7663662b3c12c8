"""What is no file of a run is set aside with one sentence; what cannot be written is said once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from neuroviz.io.archive import pack, unpack
from neuroviz.io.strict_json import from_json, to_json
from neuroviz.resources import asset
from neuroviz.scenes import left_run
from neuroviz.sims.training.resuming import Resumed, keep_left, resuming
from tests.panels.kept_program import NAME, Open
from tests.sims.training.moments import moment


def _newer(path: Path) -> None:
    members = unpack(path.read_bytes(), 10**8)
    plain = from_json(members["run.json"], "run.json")
    path.write_bytes(pack({**members, "run.json": to_json({**plain, "version": 99})}))


def _far(path: Path) -> None:
    members = unpack(path.read_bytes(), 10**8)
    plain = from_json(members["run.json"], "run.json")
    del members["digest.txt"]
    path.write_bytes(pack({**members, "run.json": to_json({**plain, "head": 2**50, "step": 2**50})}))


def _large(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(left_run.LIMIT + 1)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _bomb(path: Path) -> None:
    path.write_bytes(pack({**unpack(path.read_bytes(), 10**8), "measured/x.npy": bytes(300 * 2**20)}, 1))


BAD: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("hello"),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-100]),
    "spoilt in the middle": lambda path: path.write_bytes(path.read_bytes().replace(b"circles", b"cycles!")),
    "a folder": _folder,
    "of a newer program": _newer,
    "too large": _large,
    "a zip bomb": _bomb,
    "for ever to be replayed": _far,
    "a net": lambda path: path.write_bytes(asset("weights", "mlp.npz").read_bytes()),
}


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a run of twenty steps, called "mine"."""
    path = tmp_path_factory.mktemp("left") / NAME
    keep_left(moment(), "mine", path)
    return path.read_bytes()


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_set_aside_with_one_sentence(
    case: str, left: bytes, program: Open, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_bytes(left)
    BAD[case](tmp_path / NAME)
    other = tmp_path / left_run.NAMES[1]
    keep_left(moment(), "another", other)
    before = other.read_bytes()
    one = program({"room": {"run": "mine"}})
    assert one.frame.step == 0
    aside = f"{NAME}.bad"
    assert len(one.said) == 1
    assert aside in one.said[0]
    assert (tmp_path / aside).exists()
    assert other.read_bytes() == before
    one.steps(4)
    assert program(one.close()).frame.step == 4


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="everything may be written")
def test_a_folder_that_may_not_be_written_is_said_once(program: Open, tmp_path: Path) -> None:
    one = program()
    tmp_path.chmod(0o500)
    try:
        for _ in range(2):
            one.steps(4)
            one.settle(lambda: len(one.said) == 1)
    finally:
        tmp_path.chmod(0o700)


def test_a_run_that_cannot_be_written_is_said_once(
    program: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(left_run, "LIMIT", 1000)
    one = program()
    one.steps(4)
    one.settle(lambda: len(one.said) == 1)
    assert "too large" in one.said[0]
    one.steps(4)
    qtbot.wait(50)
    one.panel.keeper.look()
    assert len(one.said) == 1


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(at=st.floats(0, 1), bytes_=st.binary(min_size=1, max_size=9), cut=st.booleans())
def test_spoilt_bytes_are_a_run_or_set_aside(
    at: float, bytes_: bytes, cut: bool, left: bytes, tmp_path: Path
) -> None:
    for old in tmp_path.iterdir():
        old.unlink()
    place = int(at * (len(left) - 1))
    rest = b"" if cut else bytes_ + left[place + len(bytes_) :]
    (tmp_path / NAME).write_bytes(left[:place] + rest)
    found = list(resuming(tmp_path, None))[-1]
    assert isinstance(found, Resumed)
    assert found.place is not None
    found.place.leave()
    if found.found is None:
        assert found.problem is not None
        assert (tmp_path / found.aside).exists()
