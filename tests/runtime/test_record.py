"""record: every frame, no thread."""

from __future__ import annotations

from typing import cast

import pytest

from neuroviz.runtime import Entry, record

from .helpers import gain, push
from .sims import BrokenWalk, Walk, WalkFrame

CHANGES = (Entry(0, gain(2.0)), Entry(3, push(1.0)), Entry(3, gain(0.5)), Entry(8, push(-1.0)))


def test_every_step_has_its_frame() -> None:
    assert [frame.step for frame in record(Walk(), 5)] == [0, 1, 2, 3, 4, 5]


def test_no_step_still_has_the_first_frame() -> None:
    assert [frame.step for frame in record(Walk(), 0)] == [0]


def test_it_ends_where_the_simulation_ends() -> None:
    assert [frame.step for frame in record(Walk(end=3), 9)] == [0, 1, 2, 3]


def test_a_change_at_the_end_wakes_the_simulation() -> None:
    frames = record(Walk(end=3), 9, [Entry(3, gain(2.0))])
    assert [frame.step for frame in frames] == [0, 1, 2, 3, 4]


def test_changes_take_effect_after_their_step_in_order_and_once() -> None:
    sim, by_hand = Walk(), Walk()
    frames = cast("list[WalkFrame]", record(sim, 9, CHANGES))
    for step in range(10):
        if step:
            by_hand.advance()
        for entry in CHANGES:
            if entry.step == step:
                by_hand.apply(entry.change)
        assert frames[step].bits == by_hand.snapshot().bits
    assert sim.applied == [entry.change for entry in CHANGES]


def test_the_same_seed_gives_the_same_bits_and_another_does_not() -> None:
    one, same, other = (
        [cast("WalkFrame", frame).bits for frame in record(Walk(seed), 9, CHANGES)] for seed in (1, 1, 2)
    )
    assert one == same
    assert one[1:] != other[1:]


@pytest.mark.parametrize("where", ["advance", "snapshot", "apply"])
def test_an_error_is_raised(where: str) -> None:
    with pytest.raises(ZeroDivisionError):
        record(BrokenWalk(where, 3, ZeroDivisionError()), 9, CHANGES)
