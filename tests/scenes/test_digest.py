"""Two sources have the same digest where their content is the same, whatever they are called."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neuroviz.data.pictures import Pictures
from neuroviz.data.tables import Chosen, Column, Table
from neuroviz.scenes import own_sources


def _digest(data: Any) -> str:
    pieces = own_sources.digesting(data)
    while True:
        try:
            next(pieces)
        except StopIteration as over:
            return str(over.value)


def _table(name: str = "t", value: float = 2.0, word: str = "b") -> Table:
    numbers = Column("x", np.array([1.0, np.nan, value]))
    return Table(name, (numbers, Column("k", np.array([0, 1, -1], np.intp), ("a", word))))


def _pictures(name: str = "p", grey: int = 0, label: int = 1) -> Pictures:
    images = np.full((2, 4, 4), grey, np.uint8)
    return Pictures(name, images, np.array([0, label], np.intp), ("a", "b"))


def test_neither_the_name_nor_the_choice_counts_and_a_file_gives_it_back() -> None:
    table = _table()
    chosen = Chosen(table, ("x",), "k")
    same = [table, _table("u"), chosen, own_sources.source_of(own_sources.kept(chosen))]
    assert len({_digest(one) for one in same}) == 1
    pictures = [_pictures(), _pictures("q"), own_sources.source_of(own_sources.kept(_pictures()))]
    assert len({_digest(one) for one in pictures}) == 1


EVERY = [_table(), _table(value=3.0), _table(word="c"), _pictures(), _pictures(grey=1), _pictures(label=0)]


@pytest.mark.parametrize("at", range(len(EVERY)))
def test_other_content_is_another(at: int) -> None:
    assert [_digest(one) == _digest(EVERY[at]) for one in EVERY].count(True) == 1
