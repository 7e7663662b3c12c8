"""Feeder: every example once an epoch, and any moment again to the bit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz import nn
from neuroviz.data.task import Examples, Task
from neuroviz.scenes.recipe import LARGEST_BATCH, Knobs
from neuroviz.sims.training.course import Course
from neuroviz.sims.training.feeder import Feeder
from tests.scenes.runs import line, pictures, plane, recipe


def rows_of(feeder: Feeder, knobs: Knobs, batches: int) -> list[np.ndarray]:
    """The next so many batches."""
    return [feeder.rows(knobs).copy() for _ in range(batches)]


@given(st.integers(5, 200), st.integers(1, 64), st.booleans(), st.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_every_example_comes_once_an_epoch(n: int, batch: int, shuffle: bool, epochs: int) -> None:
    task = plane(n * 5 // 3 + 5)
    n = len(task.train)
    feeder, knobs = Feeder(task, (2,), 3), Knobs(batch=batch, shuffle=shuffle)
    for epoch in range(epochs):
        seen = np.concatenate(rows_of(feeder, knobs, -(-n // batch)))
        assert sorted(seen) == list(range(n))
        assert feeder.epochs == pytest.approx(epoch + 1)


@given(st.integers(2, 60), st.lists(st.integers(1, 64), min_size=1, max_size=20), st.booleans())
@settings(max_examples=60, deadline=None)
def test_in_pairs_nobody_is_left_alone_and_still_every_example_comes_once(
    n: int, batches: list[int], shuffle: bool
) -> None:
    examples = Examples(np.zeros((n, 2), np.float32), np.arange(n, dtype=np.intp) % 2)
    task = Task("some", "classes", "plane", (2,), 2, examples, examples, examples)
    feeder, seen = Feeder(task, (2,), 3, least=2), []
    for batch in batches:
        rows = feeder.rows(Knobs(batch=batch, shuffle=shuffle))
        assert 2 <= len(rows) <= max(2, batch) + 1
        seen.extend(rows if feeder.epoch == 0 else ())
    assert len(set(seen)) == len(seen)
    while feeder.epoch == 0:
        rows = feeder.rows(Knobs(batch=batches[0], shuffle=shuffle))
        seen.extend(rows if feeder.epoch == 0 else ())
    assert sorted(seen) == list(range(n))


@given(st.integers(2, 60), st.integers(1, 64), st.integers(1, 2))
@settings(max_examples=60, deadline=None)
def test_the_batches_of_an_epoch_are_known_before(n: int, batch: int, least: int) -> None:
    examples = Examples(np.zeros((n, 2), np.float32), np.arange(n, dtype=np.intp) % 2)
    feeder = Feeder(Task("some", "classes", "plane", (2,), 2, examples, examples, examples), (2,), 3, least)
    knobs = Knobs(batch=batch)
    rows_of(feeder, knobs, feeder.batches(knobs))
    assert feeder.epochs == 1.0


@pytest.mark.parametrize("batch", [1, 71, 24, 1024])
def test_a_norm_over_the_batch_learns_whatever_the_batch(batch: int) -> None:
    task = plane()
    assert len(task.train) == 72
    course = Course(recipe(nn.Dense(8), nn.BatchNorm(), nn.ReLU(), nn.Dense(2), batch=batch), task)
    for _ in range(90):
        course.advance()
    assert np.isfinite(course.trainer.theta).all()


def test_the_largest_batch_may_take_one_more() -> None:
    task = plane(1709)
    assert len(task.train) == LARGEST_BATCH + 3
    task = replace(task, train=task.train.take(slice(LARGEST_BATCH + 1)))
    course = Course(recipe(nn.Dense(4), nn.BatchNorm(), nn.Dense(2), batch=LARGEST_BATCH), task)
    course.advance()
    assert course.feeder.epochs == 1.0


def test_epochs_differ_in_order_and_seeds_too() -> None:
    task, knobs = plane(), Knobs(batch=12)
    feeder = Feeder(task, (2,), 1)
    first, second = (np.concatenate(rows_of(feeder, knobs, 6)) for _ in range(2))
    assert sorted(first) == sorted(second)
    assert (first != second).any()
    other = np.concatenate(rows_of(Feeder(task, (2,), 2), knobs, 6))
    assert (first != other).any()


def test_unshuffled_they_come_class_after_class_or_from_the_least_value_up() -> None:
    task = plane(classes=4)
    rows = np.concatenate(rows_of(Feeder(task, (2,), 1), Knobs(batch=10, shuffle=False), 8))
    assert (np.diff(task.train.y[rows]) >= 0).all()
    task = line()
    rows = np.concatenate(rows_of(Feeder(task, (1,), 1), Knobs(batch=10, shuffle=False), 6))
    assert (np.diff(task.train.y[rows, 0]) >= 0).all()


@given(st.integers(0, 60), st.integers(1, 40), st.booleans())
@settings(max_examples=40, deadline=None)
def test_from_any_moment_it_goes_on_as_it_did(before: int, after: int, shuffle: bool) -> None:
    task, knobs = plane(), Knobs(batch=7, noise=0.3, shuffle=shuffle)
    feeder = Feeder(task, (2,), 5)
    feed(feeder, knobs, before)
    state = feeder.state()
    expected = feed(feeder, knobs, after)
    epochs = feeder.epochs
    for other in (feeder, Feeder(task, (2,), 5), Feeder(task, (2,), 99)):
        other.restore(state)
        again = feed(other, knobs, after)
        assert all(np.array_equal(a, b) for a, b in zip(expected, again, strict=True))
        assert other.epochs == epochs


def feed(feeder: Feeder, knobs: Knobs, batches: int) -> list[np.ndarray]:
    """What the net is given in the next batches."""
    return [feeder.examples(feeder.rows(knobs), knobs)[0].copy() for _ in range(batches)]


def test_pictures_are_varied_the_same_way_again() -> None:
    task, knobs = pictures(), Knobs(batch=8, augment=1.0, noise=0.1)
    feeder = Feeder(task, (1, 12, 12), 5)
    feed(feeder, knobs, 3)
    state = feeder.state()
    expected = feed(feeder, knobs, 3)
    feeder.restore(state)
    again = feed(feeder, knobs, 3)
    assert all(np.array_equal(a, b) for a, b in zip(expected, again, strict=True))


def test_the_batch_may_change_within_an_epoch() -> None:
    task = plane()
    n = len(task.train)
    feeder = Feeder(task, (2,), 1)
    seen = [feeder.rows(Knobs(batch=size)) for size in (10, 31, 1024)]
    assert sorted(np.concatenate(seen)) == list(range(n))


def test_bytes_are_numbers_between_0_and_1() -> None:
    task = pictures()
    feeder, knobs = Feeder(task, (1, 12, 12), 1), Knobs(batch=16)
    rows = feeder.rows(knobs)
    x, y = feeder.examples(rows, knobs)
    np.testing.assert_allclose(x.reshape(16, -1), task.train.x[rows] / 255, rtol=1e-6)
    assert np.array_equal(y, task.train.y[rows])
    assert x.shape == (16, 1, 12, 12)


def test_noise_has_the_deviation_that_was_asked_for() -> None:
    zeros = Examples(np.zeros((5000, 2), np.float32), np.zeros(5000, np.intp))
    task = Task("zeros", "classes", "plane", (2,), 2, zeros, zeros, zeros)
    x = feed(Feeder(task, (2,), 1), Knobs(batch=1000, noise=0.25), 5)
    assert np.concatenate(x).std() == pytest.approx(0.25, rel=0.03)
