"""Opening: what has been read is let go at once when it is refused, and kept once when it is taken."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from neuroviz.io import csv_tables
from neuroviz.io.problem import Problem, naming
from neuroviz.sims.training.opening import OpenSim


@pytest.fixture
def no_collector() -> Iterator[None]:
    """Circles of references stay."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def reading(kept: list[weakref.ref[np.ndarray]], fails: str) -> Iterator[float | str]:
    """Reads something large, through as many hands as a file goes; then there is a problem, or not."""
    large = np.zeros(1000)
    kept.append(weakref.ref(large))
    yield 0.5
    with naming(Path("outer")), naming(Path("inner")):
        if fails == "at once":
            raise Problem("csv-empty")
        if fails == "from another":
            try:
                large.reshape(7)
            except ValueError as error:
                raise Problem("picture-broken", detail=str(error)) from error
    yield "done"


@pytest.mark.parametrize("fails", ["", "at once", "from another"])
def test_nothing_that_was_read_is_kept(no_collector: None, fails: str) -> None:
    kept: list[weakref.ref[np.ndarray]] = []
    sim = OpenSim(reading(kept, fails))
    assert sim.advance()
    assert kept[0]() is not None
    assert not sim.advance()
    assert kept[0]() is None
    frame = sim.snapshot()
    if not fails:
        assert frame.found == "done"
    else:
        assert frame.problem is not None
        assert frame.problem.facts["path"] == "outer"
        assert frame.problem.__traceback__ is None


def test_a_table_that_is_refused_leaves_no_cells(
    no_collector: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_tables, "CELLS", 7000)
    (tmp_path / "large.csv").write_text("a,b\n" + "1.515,x\n" * 4000)

    def cells() -> int:
        lists = [one for one in gc.get_objects() if type(one) is list and one and type(one[0]) is str]
        return sum(len(one) for one in lists if one[0] == "1.515")

    sim = OpenSim(csv_tables.reading(tmp_path / "large.csv"))
    assert sim.advance()
    assert cells() > 1000
    while sim.advance():
        pass
    assert sim.snapshot().problem is not None
    assert cells() == 0
