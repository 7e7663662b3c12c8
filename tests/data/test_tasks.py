"""The tasks of the house: whole, in their square, true to their rules, the same each time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from neuroviz.data import mnist
from neuroviz.data.pool import Unfit
from neuroviz.data.task import TaskSpec
from neuroviz.data.tasks import build, building, fresh
from neuroviz.data.toys import CLASSES, HEIGHTS, LINES, N_CLASSES, TOYS, toy, truth


@pytest.mark.parametrize("name", TOYS)
def test_a_toy_is_whole_and_lies_in_its_square(name: str) -> None:
    spec = replace(fresh(name), noise=0.0)
    task = build(spec)
    parts = (task.train, task.valid, task.test)
    assert sum(map(len, parts)) == spec.n
    assert task.shape == (task.n_in,) == ((1,) if name in LINES else (2,))
    assert all(np.abs(one.x).max() <= 1.15 for one in parts)
    if name in CLASSES:
        assert task.kind == "classes"
        assert set(task.train.y.tolist()) == set(range(task.n_out))
        assert np.bincount(task.train.y).min() > len(task.train) / task.n_out / 2
    else:
        assert task.kind == "values"
        assert 0.5 < np.abs(task.train.y).max() <= 1.0
    again = build(spec)
    assert again.train.x.tobytes() == task.train.x.tobytes()
    assert again.train.y.tobytes() == task.train.y.tobytes()


@pytest.mark.parametrize("name", N_CLASSES)
def test_as_many_classes_as_asked_for_or_as_there_can_be(name: str) -> None:
    low, high = N_CLASSES[name]
    for asked in (1, 2, 3, 5, 10, 99):
        task = build(TaskSpec(name, n=800, classes=asked))
        assert task.n_out == min(max(asked, low), high)
        assert set(task.train.y.tolist()) == set(range(task.n_out))


def test_labels_follow_the_rules() -> None:
    xor, circles = (toy(TaskSpec(name)) for name in ("xor", "circles"))
    np.testing.assert_array_equal(xor.y, np.prod(xor.x, axis=1) < 0)
    radius = np.hypot(*circles.x.T)
    assert radius[circles.y == 0].max() < radius[circles.y == 1].min()


@pytest.mark.parametrize("name", LINES + HEIGHTS)
def test_values_are_what_the_curve_says(name: str) -> None:
    pool = toy(TaskSpec(name))
    said = truth(name, pool.x)
    assert said is not None
    np.testing.assert_allclose(said, pool.y, atol=1e-5)
    assert truth("xor", pool.x) is None


def test_unbalanced_classes_leave_as_many_examples_as_asked_for() -> None:
    task = build(TaskSpec("spirals", n=630, balance=0.05))
    counts = sum(np.bincount(one.y) for one in (task.train, task.valid, task.test))
    assert counts.sum() == 630
    assert counts[1] == pytest.approx(30, abs=2)


def test_digits_keep_their_own_test_set() -> None:
    task = build(TaskSpec("digits", n=1000, valid=0.1, test=0.1))
    assert (len(task.train), len(task.valid), len(task.test)) == (800, 100, 100)
    assert task.shape == (1, 28, 28)
    assert task.train.x.dtype == np.uint8
    known = {one.tobytes() for one in mnist.load_test().images}
    assert all(one.tobytes() in known for one in task.test.x)
    assert not any(one.tobytes() in known for one in task.train.x[:50])


def test_all_digits_are_built_in_pieces() -> None:
    shares = []
    for one in building(fresh("digits")):
        if isinstance(one, float):
            shares.append(one)
        else:
            task = one
    assert shares == sorted(shares)
    assert shares[0] >= 0
    assert shares[-1] < 1
    assert len(shares) > 100
    assert (len(task.train), len(task.valid), len(task.test)) == (53_000, 7_000, 10_000)


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(Unfit) as caught:
        build(TaskSpec("my own"))
    assert caught.value.id == "task-source"
    with pytest.raises(KeyError):
        fresh("my own")
