"""Flips of functions that are known are found where they are."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from neuroviz.sims.flips import Ask, Flip, FlipSearch, changes, joined, stretch

BORDERS = np.array([0.137, 0.42, 0.4231, 0.9])
CLASSES = np.array([3, 8, 1, 3, 5])


def ask(places: np.ndarray) -> np.ndarray:
    return CLASSES[np.searchsorted(BORDERS, places)]


def find(places: np.ndarray, answers: np.ndarray, ask: Ask) -> tuple[Flip, ...]:
    search, found = FlipSearch(places, answers), []
    while not search.done:
        found += search.advance(ask)
    return joined(found)


def test_every_flip_is_found_even_two_between_two_places() -> None:
    places = np.linspace(0, 1, 61)
    answers = ask(places)
    pairs = changes(answers)
    assert len(pairs) == 3, "two of the four borders lie between the same two places"
    found = find(places, answers, ask)
    assert [(flip.before, flip.after) for flip in found] == [(3, 8), (8, 1), (1, 3), (3, 5)]
    np.testing.assert_allclose([flip.at for flip in found], BORDERS, atol=1 / 60 / 256)


def test_no_change_no_flip() -> None:
    assert find(np.linspace(0.5, 0.8, 9), np.full(9, 3), ask) == ()
    assert len(changes(np.array([4, 4, 4]))) == 0


def test_a_wild_function_ends_and_its_answers_still_join() -> None:
    def wild(places: np.ndarray) -> np.ndarray:
        return (places * 1e6).astype(np.int64) % 7

    found = find(np.array([0.1, 0.9000003]), np.array([wild(np.array([0.1]))[0], 99]), wild)
    assert found[-1].after == 99
    assert all(one.after == other.before for one, other in pairwise(found))


@pytest.mark.parametrize(("at", "wanted"), [(-5.0, (-10.0, -2.0)), (0.0, (-2.0, 3.0)), (8.0, (3.0, 10.0))])
def test_an_answer_reaches_from_flip_to_flip(at: float, wanted: tuple[float, float]) -> None:
    flips = (Flip(-2.0, 1, 2), Flip(3.0, 2, 1))
    assert stretch(flips, at, (-10.0, 10.0)) == wanted
