"""Own data kept with a run comes back as it was; what is no such thing is refused."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from neuroviz.data.painted import Painted
from neuroviz.data.pictures import Pictures
from neuroviz.data.tables import Chosen, Column, Table
from neuroviz.data.task import TaskSpec
from neuroviz.data.tasks import Source, build
from neuroviz.scenes.kept_run import OwnData
from neuroviz.scenes.own_sources import is_source, kept, source_of

IMAGES = np.random.default_rng(1).integers(0, 256, (30, 5, 4), np.uint8)
LABELS = np.arange(30) % 3
COLUMNS = (
    Column("a", np.where(np.arange(30) % 7, np.arange(30) / 3, np.nan)),
    Column("word", np.arange(30, dtype=np.intp) % 3 - 1, ("x", "y")),
    Column("b", np.arange(30) ** 2.0),
)
SOURCES = (
    Painted(tuple((i / 40, -i / 50, i % 3) for i in range(30))),
    Pictures("p", IMAGES, LABELS, ("a", "b", "c")),
    Pictures("p", IMAGES, LABELS, ("a", "b", "c"), IMAGES[:6], LABELS[:6]),
    Chosen(Table("t", COLUMNS), ("a", "word"), "b"),
    Chosen(Table("t", COLUMNS), ("a", "b"), "word", "classes"),
)


@pytest.mark.parametrize("source", SOURCES)
def test_what_was_kept_makes_the_same_task(source: Source) -> None:
    own = kept(source)
    assert is_source(source)
    one, two = build(TaskSpec("own", n=100), source), build(TaskSpec("own", n=100), source_of(own))
    for side in ("train", "valid", "test"):
        for array in ("x", "y"):
            a, b = (getattr(getattr(task, side), array) for task in (one, two))
            assert a.tobytes() == b.tobytes()
    assert (one.class_names, one.input_names) == (two.class_names, two.input_names)


@pytest.mark.parametrize("source", SOURCES)
def test_mutilated_it_is_refused_or_something_whole(source: Source) -> None:
    own = kept(source)
    values: list[Any] = [None, "x", -1, 3.5, [], {}, ["a"] * 3, np.zeros(3), np.full((2, 2), np.inf)]
    for value in values:
        for name in own.info:
            _try(replace(own, info={**own.info, name: value}))
        for name in own.arrays:
            _try(replace(own, arrays={**own.arrays, name: value}))
    _try(OwnData({}, {}))


def _try(own: OwnData) -> None:
    with suppress(ValueError):
        assert is_source(source_of(own))


def test_other_things_are_no_source() -> None:
    with pytest.raises(TypeError):
        kept("digits")  # type: ignore[arg-type]
