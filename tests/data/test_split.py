"""Splitting: parts that share nothing unless they are told to, spoiled as asked and no further."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from neuroviz.data.pool import Pool, Unfit
from neuroviz.data.split import cut
from neuroviz.data.task import Task, TaskSpec

SPEC = TaskSpec("x", n=1000, valid=0.2, test=0.3, seed=5)


def pool(n: int = 1000, classes: int = 4) -> Pool:
    """Each example is its own number, so that it can be found again."""
    x = np.arange(n, dtype=np.float32)[:, None]
    return Pool("x", "classes", "table", (1,), classes, x, np.arange(n) % classes)


def numbers(task: Task) -> tuple[set[int], set[int], set[int]]:
    """Which examples went where."""
    train, valid, test = (set(map(int, one.x[:, 0])) for one in (task.train, task.valid, task.test))
    return train, valid, test


def test_every_example_goes_to_one_part_and_in_random_order() -> None:
    task = cut(pool(), SPEC)
    train, valid, test = numbers(task)
    assert (len(train), len(valid), len(test)) == (500, 200, 300)
    assert train | valid | test == set(range(1000))
    assert not np.all(np.diff(task.train.x[:, 0]) > 0)
    for one in (task.train, task.valid, task.test):
        np.testing.assert_array_equal(one.x[:, 0] % 4, one.y)


def test_the_same_spec_makes_the_same_bits_and_another_seed_others() -> None:
    spec = replace(SPEC, noise=0.1, wrong_labels=0.2, balance=0.5, leak=True)
    one, two, other = cut(pool(), spec), cut(pool(), spec), cut(pool(), replace(spec, seed=6))
    for side in ("train", "valid", "test"):
        for array in ("x", "y"):
            a, b = (getattr(getattr(task, side), array) for task in (one, two))
            assert a.tobytes() == b.tobytes()
    assert one.train.x.tobytes() != other.train.x.tobytes()


def test_noise_moves_examples_and_leaves_them_in_their_parts() -> None:
    quiet, loud = cut(pool(), SPEC), cut(pool(), replace(SPEC, noise=0.2))
    moved = loud.train.x - quiet.train.x
    assert moved.std() == pytest.approx(0.2, rel=0.1)
    np.testing.assert_array_equal(quiet.train.y, loud.train.y)


def test_noise_on_values_is_a_share_of_how_much_they_vary() -> None:
    x = np.linspace(0, 1, 1000, dtype=np.float32)[:, None]
    values = Pool("x", "values", "line", (1,), 1, x, 50 * x)
    quiet, loud = cut(values, SPEC), cut(values, replace(SPEC, noise=0.2))
    np.testing.assert_array_equal(quiet.test.x, loud.test.x)
    assert (loud.test.y - quiet.test.y).std() == pytest.approx(0.2 * quiet.train.y.std(), rel=0.2)


def test_noise_on_pictures_stays_among_their_greys() -> None:
    pictures = np.full((1000, 16), 250, np.uint8)
    grey = Pool("x", "classes", "images", (1, 4, 4), 2, pictures, np.arange(1000) % 2)
    x = cut(grey, replace(SPEC, noise=0.1)).train.x
    assert x.dtype == np.uint8
    assert x.max() == 255
    assert x.min() < 220


def test_each_class_keeps_its_share_of_the_one_before() -> None:
    task = cut(pool(4000), replace(SPEC, n=4000, balance=0.5))
    counts = sum(np.bincount(one.y, minlength=4) for one in (task.train, task.valid, task.test))
    assert counts.tolist() == [1000, 500, 250, 125]


@pytest.mark.parametrize("seed", range(8))
def test_each_part_has_its_share_of_each_class(seed: int) -> None:
    task = cut(pool(1000, 5), replace(SPEC, n=400, test=0.2, seed=seed))
    for one, each in ((task.train, 48), (task.valid, 16), (task.test, 16)):
        assert np.bincount(one.y).tolist() == [each] * 5
        assert np.any(one.y[:10] != one.y[5:15]), "the classes take turns"


def test_rare_classes_have_their_share_of_each_part_too() -> None:
    task = cut(pool(4000), replace(SPEC, n=1000, balance=0.5, test=0.2))
    for one in (task.train, task.valid, task.test):
        shares = len(one) * np.array([8, 4, 2, 1]) / 15
        assert np.abs(np.bincount(one.y, minlength=4) - shares).max() <= 2
    own = replace(pool(), test_x=np.arange(400, dtype=np.float32)[:, None], test_y=np.arange(400) % 4)
    assert np.bincount(cut(own, SPEC).test.y).tolist() == [75] * 4


def test_the_one_example_of_a_class_is_learned_from() -> None:
    alone = replace(pool(), n_out=5, y=np.where(np.arange(1000) == 7, 4, np.arange(1000) % 4))
    for seed in range(5):
        assert 4 in cut(alone, replace(SPEC, test=0.2, seed=seed)).train.y


def test_some_labels_are_handed_round_among_the_training_examples_alone() -> None:
    true, wrong = cut(pool(), SPEC), cut(pool(), replace(SPEC, wrong_labels=0.4))
    np.testing.assert_array_equal(true.test.y, wrong.test.y)
    np.testing.assert_array_equal(true.valid.y, wrong.valid.y)
    np.testing.assert_array_equal(np.bincount(true.train.y), np.bincount(wrong.train.y))
    assert 0.2 < np.mean(true.train.y != wrong.train.y) < 0.4


def test_leaking_learns_the_test_examples_too() -> None:
    task = cut(pool(), replace(SPEC, leak=True))
    train, valid, test = numbers(task)
    assert test < train
    assert not valid & train
    assert len(train) == 800
    np.testing.assert_array_equal(task.train.x[:, 0] % 4, task.train.y)


def test_a_test_set_of_its_own_stays_the_test_set() -> None:
    own = replace(pool(), test_x=np.arange(5000, 5400, dtype=np.float32)[:, None], test_y=np.arange(400) % 4)
    train, valid, test = numbers(cut(own, SPEC))
    assert (len(train), len(valid), len(test)) == (500, 200, 300)
    assert min(test) >= 5000
    assert max(train | valid) < 1000
    train, _, test = numbers(cut(own, replace(SPEC, n=10**6, leak=True)))
    assert len(test) == 400
    assert test < train


def test_scaling_is_of_the_training_examples_alone() -> None:
    x = np.random.default_rng(1).normal(7e9, 3.0, (1000, 2))
    table = replace(pool(), x=x, scaled=np.array([True, False]))
    task = cut(table, SPEC)
    assert task.inputs is not None
    assert task.train.x[:, 0].mean() == pytest.approx(0, abs=1e-5)
    assert task.train.x[:, 0].std() == pytest.approx(1, abs=1e-5)
    assert abs(task.test.x[:, 0].mean()) > 1e-4
    np.testing.assert_array_equal(task.train.x[:, 1], task.inputs.there(task.inputs.back(task.train.x))[:, 1])
    assert (task.inputs.mean[1], task.inputs.deviation[1]) == (0.0, 1.0)


def test_a_column_that_never_changes_is_no_division_by_nothing() -> None:
    table = replace(pool(), x=np.full((1000, 1), 0.1), scaled=np.array([True]))
    assert np.abs(cut(table, SPEC).train.x).max() < 1e-6


@pytest.mark.parametrize(
    ("changes", "n", "id", "facts"),
    [
        ({"n": 7}, 1000, "task-few", {"n": 7, "need": 8}),
        ({"n": 40, "valid": 0.02}, 1000, "task-few", {"n": 40, "need": 75}),
        ({"n": 12}, 2, "table-few", {"n": 2, "need": 8}),
        ({"valid": 0.0}, 1000, "task-shares", {"n": 1000}),
        ({"valid": 0.7}, 1000, "task-shares", {"n": 1000}),
    ],
)
def test_too_few_in_a_part_are_refused_and_enough_are_known(
    changes: dict[str, Any], n: int, id: str, facts: dict[str, int]
) -> None:
    spec = replace(SPEC, **changes)
    with pytest.raises(Unfit) as caught:
        cut(pool(n, classes=2), spec)
    assert (caught.value.id, caught.value.facts) == (id, facts)
    if "need" in facts:
        enough = replace(spec, n=facts["need"])
        assert len(cut(pool(1000, classes=2), enough).train) >= 2
        with pytest.raises(Unfit):
            cut(pool(1000, classes=2), replace(spec, n=facts["need"] - 1))


def test_one_class_alone_is_nothing_to_tell_apart() -> None:
    with pytest.raises(Unfit) as caught:
        cut(pool(classes=1), SPEC)
    assert caught.value.id == "task-one-class"
