"""The tasks on the plane: the same each time, in their square, and labelled as they say."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data import plane


@pytest.mark.parametrize("name", plane.TASKS)
def test_a_task_is_whole(name: str) -> None:
    task = plane.task(name)
    assert task.points.shape == (plane.N, 2)
    assert np.abs(task.points).max() <= 1.05
    assert set(task.labels.tolist()) == set(range(task.n_classes))
    assert np.bincount(task.labels).min() > plane.N / 6
    assert not task.points.flags.writeable
    plane.task.cache_clear()
    np.testing.assert_array_equal(plane.task(name).points, task.points)


def test_labels_follow_the_rules() -> None:
    circle, xor, three = (plane.task(name) for name in ("circle", "xor", "three"))
    np.testing.assert_array_equal(circle.labels, (circle.points**2).sum(axis=1) < 0.36)
    np.testing.assert_array_equal(xor.labels, np.prod(xor.points, axis=1) < 0)
    for point, label in zip(three.points, three.labels, strict=True):
        assert label == np.argmin([np.hypot(*(point - one)) for one in np.array(plane.REGIONS)])


def test_shipped_nets_have_their_task_and_others_none() -> None:
    assert plane.task_of("2-3-1") is plane.task("circle")
    assert plane.task_of("2-3-1 + steps") is plane.task("circle")
    assert plane.task_of("CNN") is None
    assert plane.task_of("") is None
