"""Pictures and painted points as tasks."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.painted import Painted
from neuroviz.data.pictures import Pictures, grey, resized
from neuroviz.data.pool import Unfit
from neuroviz.data.task import TaskSpec
from neuroviz.data.tasks import build

IMAGES = np.arange(40 * 20, dtype=np.uint16).reshape(40, 4, 5).astype(np.uint8)
LABELS = np.arange(40) % 2


def test_pictures_become_a_task_with_their_own_test_set() -> None:
    task = build(TaskSpec("p"), Pictures("p", IMAGES, LABELS, ("a", "b"), IMAGES[:10], LABELS[:10]))
    assert (task.shape, task.class_names, task.n_out) == ((1, 4, 5), ("a", "b"), 2)
    assert len(task.test) == 10
    assert task.train.x.dtype == np.uint8


@pytest.mark.parametrize(
    ("images", "labels"),
    [(IMAGES, LABELS[:5]), (IMAGES, LABELS + 1), (IMAGES[0], LABELS), (IMAGES.astype(np.int32), LABELS)],
)
def test_pictures_that_do_not_fit_together(images: np.ndarray, labels: np.ndarray) -> None:
    with pytest.raises(ValueError, match=r"images|labels"):
        Pictures("p", images, labels, ("a", "b"))


def test_making_smaller_keeps_the_mean() -> None:
    rng = np.random.default_rng(1)
    large = rng.integers(0, 256, (3, 30, 50), np.uint8)
    small = resized(large, 10, 8)
    assert small.shape == (3, 10, 8)
    assert small.mean() == pytest.approx(large.mean(), abs=1)
    np.testing.assert_array_equal(resized(np.full((1, 9, 9), 200, np.uint8), 4, 4), 200)
    larger = resized(large[:, :2, :2], 4, 4)
    np.testing.assert_array_equal(larger, np.repeat(np.repeat(large[:, :2, :2], 2, 1), 2, 2))


def test_colours_by_how_bright_they_seem() -> None:
    found = grey(np.array([[[[255, 0, 0], [0, 255, 0], [0, 0, 255]]]], np.uint8))
    assert found.tolist() == [[[76, 150, 29]]]


def test_painted_points_are_values() -> None:
    one = Painted().with_points(((0.0, 0.0, 0), (0.5, 0.5, 2), (0.9, 0.9, 2)))
    assert one == Painted(((0.0, 0.0, 0), (0.5, 0.5, 2), (0.9, 0.9, 2)))
    assert one.counts() == (1, 0, 2)
    assert one.without(0.6, 0.6, 0.2).points == ((0.0, 0.0, 0), (0.9, 0.9, 2))
    assert one.without(-1, -1, 0.1) is one
    with pytest.raises(ValueError, match="no point"):
        Painted(((1.5, 0.0, 0),))
    with pytest.raises(ValueError, match="more than"):
        Painted(((0.0, 0.0, 0),) * 5001)


def test_painted_points_become_a_task_when_there_is_something_to_tell_apart() -> None:
    points = tuple((i / 50, -i / 50, i % 2) for i in range(40))
    task = build(TaskSpec("painted"), Painted(points))
    assert (task.view, task.n_out) == ("plane", 2)
    assert sum(map(len, (task.train, task.valid, task.test))) == 40
    with pytest.raises(Unfit) as caught:
        build(TaskSpec("painted"), Painted(points[::2]))
    assert caught.value.id == "painted-classes"
