"""Tables: which columns can be used for what, and the examples made of those that were chosen."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from neuroviz.data.pool import Unfit
from neuroviz.data.tables import Chosen, Column, Table, suggested
from neuroviz.data.task import TaskSpec
from neuroviz.data.tasks import build

N = 60
SPEC = TaskSpec("t", n=1000)


def numbers(name: str, *values: float) -> Column:
    """A column of numbers, repeated to N."""
    return Column(name, np.resize(np.array(values, np.float64), N))


def words(name: str, *known: str) -> Column:
    """A column of words in turn."""
    return Column(name, np.arange(N, dtype=np.intp) % len(known), known)


HEIGHT = Column("height", np.linspace(150, 200, N))
TABLE = Table(
    "t",
    (
        Column("id", np.arange(N, dtype=np.float64)), HEIGHT, words("colour", "red", "blue", "green"),
        numbers("rooms", 1, 2, 3), numbers("same", 7), numbers("gaps", np.nan, 1.5, np.nan, 2.5),
        numbers("weight", 50.5, 71, 92),
    ),
)  # fmt: skip


def test_what_columns_are_good_for() -> None:
    kinds = {one.name: (one.trouble(), one.kind()) for one in TABLE.columns}
    assert kinds["same"][0] == "same"
    assert numbers("x", np.nan).trouble() == "empty"
    assert words("x", *(f"w{i}" for i in range(51))).trouble() == "words"
    assert kinds["colour"] == (None, "classes")
    assert kinds["rooms"] == (None, "classes")
    assert kinds["weight"] == (None, "values")
    assert TABLE.columns[0].is_count()


def test_what_is_suggested() -> None:
    found = suggested(TABLE)
    assert (found.target, found.inputs) == ("weight", ("height", "colour", "rooms", "gaps"))
    named = replace(TABLE, columns=(words("Class", "a", "b"), *TABLE.columns))
    assert suggested(named).target == "Class"
    with pytest.raises(Unfit):
        suggested(Table("t", (HEIGHT, numbers("same", 7))))


def test_values_are_scaled_by_the_training_part() -> None:
    task = build(SPEC, Chosen(TABLE, ("height", "colour"), "weight"))
    assert (task.kind, task.view, task.n_out, task.shape) == ("values", "table", 1, (4,))
    assert task.input_names == ("height", "colour = red", "colour = blue", "colour = green")
    assert task.train.x[:, 0].std() == pytest.approx(1, abs=1e-4)
    assert set(np.unique(task.train.x[:, 1:]).tolist()) == {0.0, 1.0}
    assert task.values is not None
    assert task.inputs is not None
    back = task.values.back(task.train.y)
    assert np.abs(back[:, 0, None] - [50.5, 71, 92]).min(axis=1).max() < 1e-3
    assert task.inputs.back(task.train.x)[:, 0].min() >= 149.9


def test_words_and_few_numbers_are_classes() -> None:
    task = build(SPEC, Chosen(TABLE, ("height",), "colour"))
    assert (task.kind, task.n_out, task.class_names) == ("classes", 3, ("red", "blue", "green"))
    assert build(SPEC, Chosen(TABLE, ("height",), "rooms")).class_names == ("1", "2", "3")
    assert build(SPEC, Chosen(TABLE, ("height",), "rooms", "values")).kind == "values"
    assert Chosen(TABLE, ("height",), "colour", "values").answers == "classes"


def test_rows_with_gaps_are_left_out_and_counted() -> None:
    chosen = Chosen(TABLE, ("gaps", "height"), "weight")
    assert chosen.whole().sum() == N // 2
    assert len(chosen.pool()) == N // 2


@pytest.mark.parametrize(
    ("chosen", "id"),
    [
        (Chosen(TABLE, (), "weight"), "table-no-inputs"),
        (Chosen(Table("t", (numbers("e", np.nan), HEIGHT)), ("e",), "height"), "table-gaps"),
        (Chosen(TABLE, ("colour",), "height", "classes"), "table-classes"),
        (
            Chosen(Table("t", (words("w", *(f"w{i}" for i in range(51))), HEIGHT)), ("w",), "height"),
            "table-words",
        ),
    ],
)
def test_what_cannot_be_learned(chosen: Chosen, id: str) -> None:
    with pytest.raises(Unfit) as caught:
        chosen.pool()
    assert caught.value.id == id


def test_text_of_cells() -> None:
    assert [TABLE.column(name).text(0) for name in ("height", "colour", "gaps")] == ["150", "red", ""]
    with pytest.raises(KeyError):
        TABLE.column("no such")
    with pytest.raises(ValueError, match="same name"):
        Table("t", (HEIGHT, HEIGHT))
