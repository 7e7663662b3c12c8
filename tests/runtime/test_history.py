"""Checkpoints in bounded memory: thinned, never without the first."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuroviz.runtime import History


@dataclass(frozen=True)
class Weight:
    """A state of so many bytes that knows its step."""

    step: int
    nbytes: int = 10


def filled(steps: int, limit: int, nbytes: int = 10) -> History:
    """What a run of so many steps leaves."""
    history = History(limit)
    for step in range(steps + 1):
        if history.wants(step):
            history.add(step, Weight(step, nbytes))
    return history


def test_everything_is_kept_while_there_is_room() -> None:
    history = filled(9, 100)
    assert history.steps == tuple(range(10))
    assert (history.nbytes, history.stride) == (100, 1)


def test_beyond_the_limit_every_second_one_goes() -> None:
    history = filled(10, 100)
    assert history.steps == (0, 2, 4, 6, 8, 10)
    assert (history.nbytes, history.stride) == (60, 2)
    assert not history.wants(11)
    assert history.wants(12)


@pytest.mark.parametrize("steps", [0, 1, 7, 100, 1000])
@pytest.mark.parametrize("limit", [10, 19, 20, 55, 100])
def test_memory_stays_within_the_limit_and_the_past_stays_covered(steps: int, limit: int) -> None:
    history = filled(steps, limit)
    assert history.nbytes == 10 * len(history.steps) <= limit
    assert history.steps == tuple(range(0, steps + 1, history.stride))


def test_a_state_larger_than_the_limit_leaves_only_the_first() -> None:
    assert filled(50, 5).steps == (0,)


def test_nothing_is_wanted_twice() -> None:
    history = filled(5, 1000)
    assert not any(history.wants(step) for step in range(6))


def test_nearest_is_at_or_before() -> None:
    history = filled(10, 100)
    assert [history.nearest(step)[0] for step in (0, 1, 2, 9, 10, 99)] == [0, 0, 2, 8, 10, 10]
    assert all(history.nearest(step)[1] == Weight(history.nearest(step)[0]) for step in range(11))


def test_an_empty_history_has_nothing_near() -> None:
    with pytest.raises(LookupError):
        History(10).nearest(3)


def test_a_future_can_be_forgotten_and_lived_anew() -> None:
    history = filled(10, 1000)
    history.forget_after(4)
    assert history.steps == (0, 1, 2, 3, 4)
    assert history.nbytes == 50
    assert not history.wants(4)
    assert history.wants(5)
    assert history.nearest(9)[0] == 4


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_is_positive(limit: int) -> None:
    with pytest.raises(ValueError, match="positive"):
        History(limit)


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 60)), max_size=8), st.integers(1, 200))
def test_any_life_keeps_the_promises(lives: list[tuple[int, int]], limit: int) -> None:
    """Live on for some steps, go back and forget, live on: bounded, ordered, the first always there."""
    history, now = History(limit), 0
    history.add(0, Weight(0))
    for length, back in lives:
        for step in range(now + 1, now + length + 1):
            if history.wants(step):
                history.add(step, Weight(step))
        now = min(now + length, back)
        history.forget_after(now)
        assert history.steps[0] == 0
        assert list(history.steps) == sorted(set(history.steps))
        assert history.steps[-1] <= now
        assert history.nbytes == 10 * len(history.steps)
        assert history.nbytes <= max(limit, 10)
        for step in range(now + 1):
            found, state = history.nearest(step)
            assert found == state.step <= step  # type: ignore[attr-defined]
            assert step - found < history.stride
