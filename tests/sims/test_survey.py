"""The table of agreement counts every picture once, and the list holds those on which two judges differ."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.app import shipped_nets
from neuroviz.data import mnist
from neuroviz.data.digits import DigitSet
from neuroviz.runtime import Change
from neuroviz.sims.neighbours import Neighbours, remember
from neuroviz.sims.survey import SurveyFrame, SurveySim, agreement

N = 400


def digits() -> DigitSet:
    test = mnist.load().test
    return DigitSet(test.images[:N], test.labels[:N], "some")


def run(sim: SurveySim) -> SurveyFrame:
    while sim.advance():
        pass
    return sim.snapshot()


def test_a_table_counted_by_hand() -> None:
    labels = np.array([1, 2, 3, 4, 5, 6, 7], np.uint8)
    first = np.array([1, 2, 3, 0, 9, 8, 7], np.uint8)
    second = np.array([1, 0, 3, 4, 9, 0, 7], np.uint8)
    found = agreement(first, second, labels)
    assert found.both_right == 3
    assert found.only_first == 1
    assert found.only_second == 1
    assert found.both_wrong_alike == 1
    assert found.both_wrong_apart == 1
    assert (found.n, found.differ) == (7, 3)


def test_two_nets_are_judged_as_if_all_at_once() -> None:
    nets = shipped_nets()
    frame = run(SurveySim((nets["MLP"], nets["Linear"]), digits))
    known = digits()
    flat = known.images.reshape(N, 784).astype(np.float32) / 255
    one, other = (nets[name](flat).argmax(axis=1) for name in ("MLP", "Linear"))
    np.testing.assert_array_equal(frame.first.digits, one)
    np.testing.assert_array_equal(frame.second.digits, other)
    assert frame.complete
    assert frame.part == 1.0
    table = frame.agreement()
    assert table.n == N
    assert table.differ == int((one != other).sum()) == len(frame.differing())
    assert table.both_right + table.only_first == int((one == known.labels).sum())
    assert set(frame.differing()) == set(np.flatnonzero(one != other))


def test_the_list_begins_where_both_are_sure() -> None:
    nets = shipped_nets()
    frame = run(SurveySim((nets["CNN"], nets["Linear"]), digits))
    at = frame.differing()
    both = np.minimum(frame.first.sure[at], frame.second.sure[at])
    assert len(at) > 3
    assert (np.diff(both) <= 0).all()


def test_the_first_differences_are_known_before_the_last() -> None:
    nets = shipped_nets()
    sim = SurveySim((nets["MLP"], nets["Linear"]), digits)
    assert sim.snapshot().digits is None
    parts = []
    while sim.advance():
        frame = sim.snapshot()
        parts.append(frame.part)
        assert frame.agreement().n == frame.judged
    assert parts == sorted(parts)
    assert 0.0 < parts[3] < 1.0


def test_what_is_known_is_not_judged_again() -> None:
    nets = shipped_nets()
    first = run(SurveySim((nets["MLP"], nets["Linear"]), digits))
    sim = SurveySim((nets["CNN"], nets["Linear"]), digits, (None, first.second))
    sim.advance()
    assert len(sim.snapshot().second) == N
    np.testing.assert_array_equal(run(sim).second.digits, first.second.digits)


def test_one_that_remembers_can_be_compared_with_a_net() -> None:
    train = mnist.load().train
    *_, index = remember(DigitSet(train.images[:3_000], train.labels[:3_000], "some"))
    assert isinstance(index, Neighbours)
    frame = run(SurveySim((index, shipped_nets()["CNN"]), digits))
    assert frame.complete
    assert 0.85 < np.mean(frame.first.digits == digits().labels) < 1.0
    assert ((frame.first.sure > 0) & (frame.first.sure <= 1)).all()


def test_there_is_no_knob() -> None:
    nets = shipped_nets()
    with pytest.raises(ValueError, match="unknown"):
        SurveySim((nets["MLP"], nets["MLP"]), digits).apply(Change("x", 1))
