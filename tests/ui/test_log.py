"""The log: in memory, in a file, and gone without a trace when stopped."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from neuroviz.ui.log import Ring, ring, start_log, stop_log


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    before = list(logging.getLogger().handlers)
    yield
    stop_log()
    assert logging.getLogger().handlers == before


def test_lines_reach_memory_and_file(tmp_path: Path) -> None:
    start_log(tmp_path / "made")
    logging.getLogger("room").warning("a line with 中文")
    assert "WARNING room: a line with 中文" in ring.text()
    assert "a line with 中文" in (tmp_path / "made" / "neuroviz.log").read_text("utf-8")


def test_a_folder_that_cannot_be_made_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    start_log(tmp_path / "file" / "folder")
    assert "no log file" in ring.text()


def test_starting_twice_writes_once(tmp_path: Path) -> None:
    start_log(tmp_path)
    start_log(tmp_path)
    logging.getLogger("room").warning("once only")
    assert (tmp_path / "neuroviz.log").read_text("utf-8").count("once only") == 1


def test_memory_is_bounded() -> None:
    small = Ring(lines=3)
    for i in range(10):
        small.handle(logging.LogRecord("n", logging.INFO, "", 0, f"line {i}", None, None))
    assert [line[-1] for line in small.text().splitlines()] == ["7", "8", "9"]
