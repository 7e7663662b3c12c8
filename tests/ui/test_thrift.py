"""Pictures cost their share of the time, whatever one of them costs."""

from __future__ import annotations

import pytest

from neuroviz.ui.thrift import LONGEST, Thrift


class Clocks:
    """Two clocks that are set by hand."""

    work = wall = 0.0


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


def thrift(clocks: Clocks) -> Thrift:
    return Thrift(0.1, work=lambda: clocks.work, wall=lambda: clocks.wall)


def test_what_was_dear_is_not_made_again_soon(clocks: Clocks) -> None:
    made = thrift(clocks)
    clocks.work, clocks.wall = 0.010, 0.015
    assert not made.due()
    clocks.wall = 0.101
    assert made.due()
    made.begin()
    clocks.work, clocks.wall = clocks.work + 0.001, clocks.wall + 0.015
    assert made.due()


@pytest.mark.parametrize("cost", [0.0005, 0.003, 0.012])
def test_over_a_while_the_share_is_kept(clocks: Clocks, cost: float) -> None:
    made, pictures = thrift(clocks), 0
    while clocks.wall < 20:
        clocks.wall += 0.016
        if made.due():
            made.begin()
            clocks.work += cost
            pictures += 1
    assert pictures * cost <= 0.105 * clocks.wall
    assert pictures >= min(20 / 0.016, 20 * 0.1 / cost) * 0.8


def test_something_is_seen_however_dear_it_is_and_the_hand_does_not_wait(clocks: Clocks) -> None:
    made = thrift(clocks)
    clocks.work, clocks.wall = 10.0, 0.9 * LONGEST
    assert not made.due()
    made.hurry()
    assert made.due()
    made.begin()
    clocks.work, clocks.wall = 20.0, clocks.wall + 1.01 * LONGEST
    assert made.due()
