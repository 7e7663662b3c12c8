"""Files of a run: what is written can be opened, read by others, and run."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from neuroviz.io.problem import Problem
from neuroviz.io.safetensors import from_safetensors
from neuroviz.runtime import Entry
from neuroviz.scenes.kept_run import OwnData
from neuroviz.scenes.run_file import read_run, write_run
from neuroviz.sims.training.book import Curve
from neuroviz.sims.training.errands import (
    Moment,
    OpenedRun,
    Written,
    curve_table,
    opening,
    write_curves_of,
    write_run_of,
    write_script_of,
    write_weights_of,
    writing,
)
from neuroviz.sims.training.keeping import keep
from tests.sims.training.moments import moment, painted


def last(pieces: Iterator[Any]) -> Any:
    """What comes at the end; before it, shares that grow."""
    found = list(pieces)
    shares = found[:-1]
    assert all(isinstance(one, float) and 0 <= one <= 1 for one in shares)
    assert shares == sorted(shares)
    return found[-1]


@pytest.mark.parametrize("source", [None, painted()])
def test_a_run_is_opened_with_its_task(source: Any, tmp_path: Path) -> None:
    one, path = moment(source=source), tmp_path / "a.nvrun"
    assert last(writing(lambda: write_run_of(one, path))) == Written((path,))
    found = last(opening(path))
    assert isinstance(found, OpenedRun)
    assert (found.past.step, found.past.head) == (20, 20)
    assert (found.source is None) == (source is None)
    assert found.task.train.x.tobytes() == one.task.train.x.tobytes()
    for entry in (*found.past.log, Entry(99, found.past.log[0].change)):
        while found.sim.step < min(entry.step, 20):
            found.sim.advance()
        if entry.step <= 20:
            found.sim.apply(entry.change)
    nets = [course.net.theta.tobytes() for course in found.sim.snapshot().courses]
    assert nets == [course.net.theta.tobytes() for course in one.frame.courses]


def test_a_run_that_does_not_fit_its_data_is_refused(tmp_path: Path) -> None:
    one, path = moment(source=painted()), tmp_path / "a.nvrun"
    kept = keep(one.recipe, one.source, one.past, one.frame, one.first)
    lost = replace(kept, own=None), replace(kept, own=OwnData({}, {"kind": "painted", "name": "x"}))
    for run in lost:
        write_run(run, path)
        with pytest.raises(Problem) as caught:
            list(opening(path))
        assert (caught.value.id, caught.value.facts["path"]) == ("run-spec", str(path))


def test_the_weights_are_those_of_the_line_that_is_looked_at(tmp_path: Path) -> None:
    one = moment()
    for name in ("w.npz", "w.safetensors"):
        write_weights_of(one, tmp_path / name)
    found = np.load(tmp_path / "w.npz")
    also = from_safetensors((tmp_path / "w.safetensors").read_bytes(), "w")
    assert one.frame.focus == 1
    for name, values in also.items():
        assert np.array_equal(found[name], values)
    assert np.array_equal(also["layer0.w"], one.frame.focused.net.views(0)["w"])


def table_of(one: Moment, path: Path) -> list[dict[str, str]]:
    write_curves_of(one, path)
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_curves_of_all_lines_are_one_table(tmp_path: Path) -> None:
    one = moment()
    rows = table_of(one, tmp_path / "c.csv")
    assert {row["line"] for row in rows} == {"1", "2"}, "as they are called in the window"
    assert len(rows) == sum(len(course.reports) for course in one.frame.courses)
    first, final = rows[0], [row for row in rows if row["line"] == "1"][-1]
    assert [first[name] for name in ("step", "batch_loss", "batch_from", "batch_to")] == ["0", "", "", ""]
    report = one.frame.courses[0].reports[-1]
    assert float(final["validation_loss"]) == report.valid_loss
    assert float(final["learning_rate"]) == 0.2
    assert 0 < float(final["batch_loss"]) < 2
    assert final["batch_from"] == final["batch_to"] == final["step"], "as long as each step has its own"


def test_a_loss_that_is_a_mean_says_over_which_steps(tmp_path: Path) -> None:
    one = moment()
    course = one.frame.courses[0]
    steps = np.array([8, 16, 20])
    coarse = Curve(steps, np.array([0.5, 0.25, 0.125]), np.zeros(3), np.ones(3))
    frame = replace(one.frame, courses=(replace(course, curve=coarse),))
    rows = table_of(replace(one, frame=frame), tmp_path / "c.csv")
    found = {int(row["step"]): (row["batch_loss"], row["batch_from"], row["batch_to"]) for row in rows}
    assert found[0] == ("", "", "")
    assert found[1] == ("0.5", "1", "8")
    assert found[20] == ("0.125", "17", "20")


def test_a_table_of_a_run_that_has_not_begun() -> None:
    table = curve_table(moment(0, ()).frame)
    assert {len(column) for column in table.values()} == {1}


@pytest.mark.parametrize("source", [None, painted()])
def test_the_script_comes_to_the_weights_of_that_line(source: Any, tmp_path: Path) -> None:
    path, data = write_script_of(moment(source=source), tmp_path / "learn.py")
    assert (path.name, data.name) == ("learn.py", "learn-data.npz")
    done = subprocess.run(
        [sys.executable, "-I", str(path)], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.endswith("the same as in NeuroViz\n")


def test_no_file_of_anyone_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "learn-data.npz").write_bytes(b"mine")
    names = [write_script_of(moment(), tmp_path / "learn.py")[1].name for _ in range(2)]
    assert names == ["learn-data-2.npz"] * 2
    assert (tmp_path / "learn-data.npz").read_bytes() == b"mine"


def test_the_file_of_a_run_says_what_was_done(tmp_path: Path) -> None:
    write_run_of(moment(), tmp_path / "a.nvrun")
    log = read_run(tmp_path / "a.nvrun").log
    assert [(one.step, one.name, one.kind) for one in log] == [
        (3, "knob", "act"), (10, "branch", "branch"), (12, "knob", "act")]  # fmt: skip
