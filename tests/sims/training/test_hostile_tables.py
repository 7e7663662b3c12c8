"""Whatever stands in a table: it ends in a Problem, in Unfit, or in a task whose numbers can be learned."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data.pool import Unfit
from neuroviz.data.tables import Chosen, Table, suggested
from neuroviz.data.task import Task, TaskSpec
from neuroviz.data.tasks import build, outline
from neuroviz.io import csv_tables
from neuroviz.io.problem import Problem
from neuroviz.scenes.fitting import fitted
from neuroviz.sims.training.answers import answers
from neuroviz.sims.training.sim import TrainingSim
from tests.scenes.runs import recipe

CELLS = (
    "1", "2", "0", "-1", "3.5", "0.1", "1e17", "1e99", "-9e99", "1e100", "1e-300", "5e-324", "9" * 40,
    "nan", "", "NA", "x", "\N{SLIGHTLY SMILING FACE}", "e\N{COMBINING ACUTE ACCENT}",
    "\u05e9\u05dc\u05d5\u05dd", "\u202eabc",
)  # fmt: skip
NAMES = ("a", "b \N{SLIGHTLY SMILING FACE}", "c\N{COMBINING ACUTE ACCENT}", "\u05e9\u05dd", "x" * 70, "a")


def _table(rng: np.random.Generator) -> str:
    """Some columns of a few different cells each."""
    wide = int(rng.integers(2, 5))
    known = [rng.choice(CELLS, int(rng.integers(1, 5))) for _ in range(wide)]
    rows = [",".join(rng.choice(one) for one in known) for _ in range(int(rng.integers(12, 40)))]
    return "\n".join([",".join(NAMES[:wide]), *rows])


def _chosen(table: Table, rng: np.random.Generator) -> Chosen:
    if rng.integers(2):
        return suggested(table)
    names = [one.name for one in table.columns]
    target = str(rng.choice(names))
    inputs = tuple(one for one in names if one != target)[: int(rng.integers(1, 3))]
    return Chosen(table, inputs, target, (None, "classes", "values")[rng.integers(3)])


def _is_sound(task: Task) -> None:
    """It can be learned for some steps, and be mapped."""
    for side in (task.train, task.valid, task.test):
        assert np.isfinite(side.x).all()
        assert task.kind == "classes" or np.isfinite(side.y).all()
    sim = TrainingSim(fitted(recipe(), task), task)
    for _ in range(2):
        sim.advance()
    frame = sim.snapshot()
    if task.is_mapped:
        assert all(low < high for low, high in task.window)
        assert answers(frame.focused.net, task) is not None


@pytest.mark.parametrize("seed", range(3))
def test_any_table_is_refused_or_learned(seed: int) -> None:
    rng, outcomes = np.random.default_rng(seed), set()
    for _ in range(200):
        content = _table(rng).encode()
        try:
            table = next(one for one in csv_tables.parsing(content, "t") if isinstance(one, Table))
            chosen = _chosen(table, rng)
            spec = TaskSpec(
                "t", n=int(rng.integers(12, 60)), noise=float(rng.choice([0, 0.5])),
                wrong_labels=float(rng.choice([0, 0.5])), balance=float(rng.choice([1, 0.3])), seed=seed,
            )  # fmt: skip
            task = build(spec, chosen)
        except (Problem, Unfit) as reason:
            outcomes.add(reason.id)
            continue
        outcomes.add("task")
        told = outline(spec, chosen)
        assert (told.n_in, told.n_out, told.kind) == (task.n_in, task.n_out, task.kind)
        _is_sound(task)
    assert {"task", "table-columns"} <= outcomes


@pytest.mark.parametrize("usual", [1.0, 0.1, 1e99, -9e99, 5e-324])
def test_a_column_that_is_constant_while_training_may_be_anything_later(usual: float) -> None:
    rows = [f"{usual!r},{i % 7},{i % 5}.5" for i in range(60)]
    seen = build(TaskSpec("t", n=60), suggested(_read(rows)))  # which rows are learned from
    assert seen.n_in == 1, "a constant column is not suggested"
    for odd in ("1e100", "-3", "0"):
        spoilt = [row if i else f"{odd}," + row.split(",", 1)[1] for i, row in enumerate(rows)]
        for seed in range(8):
            task = build(TaskSpec("t", n=60, seed=seed), Chosen(_read(spoilt), ("a", "b"), "c", "values"))
            _is_sound(task)
            if not task.train.x[:, 0].std():
                np.testing.assert_array_equal(task.train.x[:, 0], 0.0)


def _read(rows: list[str]) -> Table:
    content = "\n".join(["a,b,c", *rows]).encode()
    return next(one for one in csv_tables.parsing(content, "t") if isinstance(one, Table))


def test_names_from_anywhere_are_names_of_inputs() -> None:
    rows = [f"{i},{i * i % 11},{i % 3}.5" for i in range(40)]
    content = "\n".join([",".join(NAMES[1:4]), *rows]).encode()
    table = next(one for one in csv_tables.parsing(content, "t") if isinstance(one, Table))
    task = build(TaskSpec("t", n=40), replace(suggested(table), inputs=NAMES[1:3], target=NAMES[3]))
    assert task.input_names == NAMES[1:3]
    assert task.answer_name == NAMES[3]
    net = nn.Net.create((nn.Dense(1),), (2,), np.random.default_rng(1))
    assert answers(net, task) is not None
