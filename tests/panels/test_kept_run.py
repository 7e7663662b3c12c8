"""The run of Learn is there again after the program was closed, and goes on bit for bit."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from neuroviz.data.painted import Painted
from neuroviz.data.tables import Chosen
from neuroviz.data.task import TaskSpec
from neuroviz.panels.training.learn import run_keeper
from neuroviz.panels.training.learn.turn_words import shown_turns
from neuroviz.panels.training.own_files import OwnFile, Read
from neuroviz.panels.training.page import CURRENT, first_recipe, fitting
from neuroviz.runtime import Run
from neuroviz.scenes import left_run
from neuroviz.sims.training import errands
from neuroviz.ui.timeline import Timeline
from tests.panels.host import workspace
from tests.panels.kept_program import NAME, Open, Program, bits, token
from tests.panels.test_task_page import csv


def live(one: Program) -> None:
    """Knobs turned, a step back, a branch, and a knob at the very end."""
    one.steps(30)
    one.turn("rate", 0.2)
    one.steps(20)
    one.seek(40)
    one.turn("optimiser", "adam")  # in the past: another line
    one.settle(lambda: len(one.frame.courses) == 2 and one.frame.focus == 1)
    one.steps(25)
    one.turn("batch", 7)


def test_a_run_closed_and_opened_goes_on_as_if_nothing_had_been(program: Open) -> None:
    whole = program(folder=None)
    live(whole)
    first = program()
    live(first)
    left = first.frame
    again = program(first.close())
    assert (again.frame.step, again.panel.playing) == (left.step, False)
    assert bits(again.frame) == bits(left) == bits(whole.frame)
    assert (again.frame.turns, again.frame.focus) == (left.turns, left.focus)
    assert again.panel.run is not None
    assert again.panel.run.head == 65
    timeline = again.panel.room.transport.findChild(Timeline)
    assert timeline is not None
    assert [mark.step for mark in timeline._marks] == [turn.step for turn in shown_turns(left)]
    for one, two in zip(left.courses, again.frame.courses, strict=True):
        assert np.array_equal(one.curve.step, two.curve.step)
        assert two.curve.mean == pytest.approx(one.curve.mean)
        assert [r.step for r in one.reports] == [r.step for r in two.reports]
    assert again.panel.form.config() == left.focused.knobs
    for end in (whole, again):
        end.steps(40)
        end.turn("noise", 0.1)
        end.steps(5)
    assert bits(again.frame) == bits(whole.frame)
    for end in (whole, again):
        end.seek(10)
    assert bits(again.frame) == bits(whole.frame)


def reached(whole: Program, step: int) -> list[Any]:
    """The same run without any change, never closed."""
    whole.seek(step)
    return bits(whole.frame)


def test_closed_while_it_plays_it_stands_at_that_step(program: Open) -> None:
    one = program()
    one.play(500)
    again = program(one.close())
    assert again.frame.step >= 500
    assert not again.panel.playing
    assert bits(again.frame) == reached(program(folder=None), again.frame.step)
    again.close()


def test_at_rest_it_is_kept_at_once(program: Open, tmp_path: Path) -> None:
    one = program()
    one.steps(12)
    one.settle((tmp_path / NAME).exists)
    memory = one.panel.remembered()
    before = (tmp_path / NAME).read_bytes()
    one.close()
    assert (tmp_path / NAME).read_bytes() == before, "there was nothing to be written any more"
    assert program(memory).frame.step == 12


def test_what_a_kill_leaves_is_what_was_kept_last(
    program: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_keeper, "_FIRST_MS", 0)
    one = program()
    one.play(10)
    one.settle((tmp_path / NAME).exists)
    other = tmp_path / "after the kill"
    other.mkdir()
    (other / NAME).write_bytes((tmp_path / NAME).read_bytes())
    memory = one.panel.remembered()
    again = program(memory, other)
    assert again.frame.step > 0
    assert bits(again.frame) == reached(program(folder=None), again.frame.step)


def test_a_worker_that_does_not_answer_costs_what_was_done_since(
    program: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one = program()
    one.steps(12)
    one.settle((tmp_path / NAME).exists)
    one.steps(5)
    monkeypatch.setattr(Run, "handed_over", lambda _run, _seconds: None)
    memory = one.close()
    assert program(memory).frame.step == 12


def test_a_new_run_is_none_that_was_left(program: Open, tmp_path: Path) -> None:
    one = program()
    one.steps(12)
    one.settle((tmp_path / NAME).exists)
    one.panel.rewind()
    one.settle(lambda: one.frame.step == 0)
    assert program(one.close()).frame.step == 0


def test_nothing_is_kept_of_a_run_that_has_not_begun(program: Open, tmp_path: Path) -> None:
    program().close()
    assert list(tmp_path.glob("*.run")) == []


def test_without_a_folder_nothing_is_read_or_written(program: Open, tmp_path: Path) -> None:
    one = program()
    one.steps(3)
    memory = one.close()
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    again = program(memory, None)
    assert again.frame.step == 0
    again.steps(2)
    assert token(again.close()) == token(memory), "it will be there again another time"
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_recipe_exchanged_elsewhere_counts(program: Open) -> None:
    one = program()
    one.steps(12)
    one.panel.leave()
    one.panel.hide()
    newer = replace(first_recipe(), seed=7)
    one.panel.context.workspace.put("recipe", CURRENT, newer)
    memory = one.close()
    assert token(memory) == ""
    again = program(memory)
    assert again.frame.step == 0
    assert again.panel.recipe().seed == 7
    assert again.said == []


def test_a_recipe_chosen_before_the_page_was_seen_counts(program: Open, qtbot: QtBot, tmp_path: Path) -> None:
    one = program()
    one.steps(12)
    late = Program(qtbot, tmp_path, one.close())
    late.panel.context.workspace.put("recipe", CURRENT, replace(first_recipe(), seed=7))
    assert token(late.panel.remembered()) == ""
    late.open()
    assert (late.frame.step, late.panel.recipe().seed) == (0, 7)
    late.close()


def test_who_never_looks_at_the_page_still_has_the_run(program: Open, qtbot: QtBot, tmp_path: Path) -> None:
    one = program()
    one.steps(12)
    hidden = Program(qtbot, tmp_path, one.close())
    qtbot.wait(100)
    again = program(hidden.close())
    assert again.frame.step == 12


def test_another_run_is_undone_to_the_one_of_last_time(program: Open) -> None:
    one = program()
    one.steps(12)
    again = program(one.close())
    again.panel.apply_preset(2)
    again.settle(lambda: again.frame.step == 0)
    again.panel.acts.undo()
    again.settle(lambda: again.frame.step == 12)
    assert program(again.close()).frame.step == 12


def test_own_data_comes_along(program: Open) -> None:
    rng = np.random.default_rng(0)
    places = rng.uniform(-1, 1, (60, 2)).astype(np.float32)
    points = tuple((float(x), float(y), int(x > y)) for x, y in places)
    space = workspace()
    space.put("data", "mine", Painted(points))
    space.put("recipe", CURRENT, replace(first_recipe(), task=TaskSpec("mine", n=60)))
    one = program(space=space)
    one.steps(12)
    left = bits(one.frame)
    again = program(one.close())
    assert bits(again.frame) == left
    assert again.panel.source() == Painted(points)


def test_a_run_of_a_table_whose_file_is_remembered_is_that_table(program: Open, tmp_path: Path) -> None:
    path = csv(tmp_path / "flowers.csv")
    *_, read = OwnFile(str(path)).reading()
    assert isinstance(read, Read)
    space, source = workspace(), Chosen(read.data, ("length", "width"), "kind")  # type: ignore[arg-type]
    space.put("files", "flowers", OwnFile(str(path), stamp=read.stamp, n=60, digest=read.digest))
    space.put("data", "flowers", source)
    space.put("recipe", CURRENT, fitting(replace(first_recipe(), task=TaskSpec("flowers", n=60)), source))
    one = program(space=space)
    for _ in range(2):
        one.steps(5)
        left = bits(one.frame)
        one = program(json.loads(json.dumps(one.close())))
        assert bits(one.frame) == left
        assert one.panel.recipe().task.source == "flowers"
        assert one.panel.own_names() == ("flowers", "painted")
        assert one.panel.source().inputs == ("length", "width")
    one.steps(5)
    run = tmp_path / "a.nvrun"
    one.panel.files.write(errands.write_run_of, ".nvrun", str(run))
    one.settle(lambda: one.panel.files._path is None)
    for _ in range(2):
        one.panel.files.read(run)
        one.settle(lambda: one.panel.files._path is None)
        assert one.panel.own_names() == ("flowers", "painted")


def test_two_programs_keep_a_run_each(program: Open, tmp_path: Path) -> None:
    one, two = program(), program()
    one.steps(12)
    two.steps(7)
    first, second = one.close(), two.close()
    assert {path.name for path in tmp_path.glob("*.run")} == set(left_run.NAMES[:2])
    for memory, step in ((first, 12), (second, 7)):
        again = program(memory)
        assert again.frame.step == step
        again.close()
    both = [program(second), program(second)]
    assert [one.frame.step for one in both] == [7, 0], "a run that is open is not opened twice"


def test_of_two_places_the_first_keeps_its_run(program: Open, tmp_path: Path) -> None:
    one = program()
    two = program(one.panel.remembered(), space=one.panel.context.workspace)
    two.steps(7)
    one.steps(12)
    first = token(one.panel.remembered())
    assert token(two.panel.remembered()) == first
    again = program(one.close())
    assert again.frame.step == 12
    again.close()
    two.settle(lambda: token(two.panel.remembered()) != first)
    assert program(two.close()).frame.step == 7


def test_a_second_place_stands_where_the_first_one_does_and_goes_on_by_itself(program: Open) -> None:
    one = program()
    live(one)
    left, recipe = one.frame, one.panel.recipe()
    two = program(one.panel.remembered(), space=one.panel.context.workspace)
    assert two.frame.step == left.step > 0
    assert bits(two.frame) == bits(left)
    assert (two.frame.turns, two.frame.focus) == (left.turns, left.focus)
    assert two.panel.form.config() == left.focused.knobs
    assert [len(a.curve.step) for a in two.frame.courses] == [len(a.curve.step) for a in left.courses]
    assert two.panel.recipe() is one.panel.recipe() is recipe
    two.steps(9)
    assert one.frame is left, "each goes its own way"
    one.steps(9)
    assert bits(one.frame) == bits(two.frame)


def test_a_second_place_takes_a_run_over_that_is_playing(program: Open) -> None:
    one = program()
    one.play(30)
    two = program(one.panel.remembered(), space=one.panel.context.workspace)
    assert two.frame.step >= 30
    assert not two.panel.playing
    assert one.panel.playing


def test_a_second_place_does_not_wait_for_a_run_that_is_over(program: Open) -> None:
    one = program()
    one.steps(5)
    assert one.panel.run is not None
    one.panel.run.stop()
    two = program(one.panel.remembered(), space=one.panel.context.workspace)
    assert two.frame.step == 0


def test_forgotten_settings_do_not_cost_the_run(program: Open) -> None:
    one = program()
    one.steps(12)
    one.close()
    assert program({}).frame.step == 12
