"""The script behind the table of docs/own-pictures.md: its short cut is the long way."""

from __future__ import annotations

import numpy as np

from neuroviz.data.photo.read import read
from neuroviz.sims.photo import agreeing
from tests.data.photo.sheets import net
from tools.measure_photos import answers, make, recipe_without, scores


def test_what_is_shared_between_steps_changes_no_figure() -> None:
    steps = [None, "lines", "join", "crop"]
    found = scores("squared", steps, 2, net())
    for step, (written, _) in zip(steps, found, strict=True):
        right = 0
        for seed in range(2):
            photo, labels = make("squared", seed)
            right += agreeing(tuple(labels), answers(read(photo, recipe_without(step)), net()))
        assert written == 100 * right / 20


def test_the_same_seed_makes_the_same_sheet_and_another_another() -> None:
    one, labels = make("all at once", 3)
    again, same = make("all at once", 3)
    np.testing.assert_array_equal(one, again)
    assert labels == same
    assert not np.array_equal(one, make("all at once", 4)[0])


def test_on_its_sheets_nearly_every_digit_is_read_but_only_with_the_step_it_needs() -> None:
    for kind, step in (("squared", "lines"), ("pale", "threshold"), ("light on dark", "polarity")):
        (whole, _), (without, _) = scores(kind, [None, step], 4, net())
        assert whole >= 95
        assert without <= 20
