"""Files are read and written in turn; of several wishes the last one counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuroviz.data import strokes
from neuroviz.data.handwriting import Entry, Handwriting
from neuroviz.data.sheet import Sheet
from neuroviz.io.handwriting import read_handwriting
from neuroviz.runtime import Change
from neuroviz.sims.shelf import Errand, ShelfSim


def hand(n: int) -> Handwriting:
    return Handwriting((Entry(Sheet(strokes.digit(3)), 3),) * n)


def test_the_newest_of_each_kind_is_done_and_told(tmp_path: Path) -> None:
    sim = ShelfSim()
    own, other = tmp_path / "own.json", tmp_path / "other.json"
    for number, n in ((1, 5), (2, 2)):
        sim.apply(Change("keep", Errand(number, own, hand(n))))
    sim.apply(Change("save", Errand(3, other, hand(4))))
    assert sim.advance()
    assert not sim.advance()
    frame = sim.snapshot()
    assert (len(read_handwriting(own)), len(read_handwriting(other))) == (2, 4)
    assert frame.keep is not None
    assert frame.keep.errand.number == 2
    assert frame.save is not None
    assert frame.open is None
    sim.apply(Change("open", Errand(4, own)))
    assert not sim.advance()
    opened = sim.snapshot().open
    assert opened is not None
    assert opened.hand is not None
    assert len(opened.hand) == 2


@pytest.mark.parametrize("kind", ["open", "keep", "save"])
def test_a_problem_is_told_and_ends_nothing(kind: str, tmp_path: Path) -> None:
    sim = ShelfSim()
    errand = Errand(1, tmp_path / "no" / "such" / "folder.json", None if kind == "open" else hand(1))
    sim.apply(Change(kind, errand))
    assert not sim.advance()
    done = getattr(sim.snapshot(), kind)
    assert done.problem.id in ("file-missing", "file-unwritable")
    assert sim.advance() is False


@pytest.mark.parametrize("change", [Change("keep", 3), Change("burn", Errand(1, Path("x")))])
def test_what_makes_no_sense_is_refused(change: Change) -> None:
    with pytest.raises(ValueError, match="unknown"):
        ShelfSim().apply(change)
