"""Report: its numbers are those that the net itself and its gradients come to."""

from __future__ import annotations

import math

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data.task import Task, TaskSpec
from neuroviz.nn.gradients import Gradients, backward
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.course import Course
from neuroviz.sims.training.report import Report
from tests.scenes.runs import line, pictures, plane, recipe
from tests.sims.training.ills import recipe as usual
from tests.sims.training.ills import task as built

CASES: dict[str, tuple[Recipe, Task]] = {
    "classes": (recipe(rate=0.1), plane()),
    "relu": (recipe(nn.Dense(9), nn.ReLU(), nn.Dense(7), nn.Sigmoid(), nn.Dense(2), rate=0.1), plane()),
    "values": (recipe(nn.Dense(6), nn.Tanh(), nn.Dense(2), shape=(1,), rate=0.05), line()),
    "dropout": (recipe(nn.Dense(9), nn.GELU(), nn.Dropout(0.4), nn.Dense(2), rate=0.1), plane()),
    "convolution": (
        recipe(nn.Conv2d(3, 3), nn.ReLU(), nn.MaxPool(2), nn.Flatten(), nn.Dense(3), shape=(1, 12, 12)),
        pictures(),
    ),
}


def learned(name: str, steps: int = 24) -> tuple[Course, Report, np.ndarray]:
    """A course that has just been measured, its report, and theta before the last step."""
    one, task = CASES[name]
    course = Course(one, task)
    while course.step < steps or course.reports[-1].step != course.step:
        before = course.trainer.theta.copy()
        course.advance()
    return course, course.reports[-1], before


def probed(course: Course) -> tuple[np.ndarray, Gradients]:
    """Labels or values of the probed examples, and the gradients of their mean loss."""
    task, n, net = course.task, course.probe.n_probed, course.trainer.net
    x = task.train.inputs(slice(0, n)).reshape(-1, *net.input_shape)
    y = task.train.y[:n]

    def of_mean_loss(out: np.ndarray) -> np.ndarray:
        if task.kind == "classes":
            return np.asarray((nn.softmax(out) - np.eye(task.n_out)[y]) / n, np.float32)
        return np.asarray(2 * (out - y) / y.size, np.float32)

    return y, backward(net, x, of_mean_loss)


def rms(*arrays: np.ndarray) -> float:
    return math.sqrt(np.mean(np.concatenate([a.astype(np.float64).ravel() for a in arrays]) ** 2))


@pytest.mark.parametrize("name", CASES)
def test_sizes_by_layer_are_those_of_activations_and_gradients(name: str) -> None:
    course, report, before = learned(name)
    y, found = probed(course)
    plan, theta, sizes = course.start.plan, course.trainer.theta, report.layers
    for i, activation in enumerate(found.trace.activations):
        assert sizes.activation[i] == pytest.approx(rms(activation), rel=1e-4)
        gradient = found.dys[i]
        assert gradient is not None
        assert sizes.gradient[i] == pytest.approx(len(y) * rms(gradient), rel=1e-3, abs=1e-9)
        weights = plan.views(theta, i, trainable_only=True)
        if not weights:
            assert math.isnan(sizes.weight[i])
            continue
        own = plan.views(found.dtheta, i, trainable_only=True).values()
        old = plan.views(before, i, trainable_only=True)
        assert sizes.weight[i] == pytest.approx(rms(*weights.values()), rel=1e-5)
        assert sizes.weight_gradient[i] == pytest.approx(rms(*own), rel=1e-3, abs=1e-9)
        step = rms(*(w - old[k] for k, w in weights.items()))
        assert sizes.update[i] == pytest.approx(step / rms(*weights.values()), rel=1e-4)
    assert report.norm == pytest.approx(np.linalg.norm(found.dtheta.astype(np.float64)), rel=1e-3)


@pytest.mark.parametrize("name", CASES)
def test_losses_and_scores_are_of_the_answers(name: str) -> None:
    course, report, _ = learned(name)
    task, net = course.task, course.trainer.net
    for side, loss, score in (
        (task.train, report.train_loss, report.train_score),
        (task.valid, report.valid_loss, report.valid_score),
    ):
        out = net(side.inputs().reshape(-1, *net.input_shape)).astype(np.float64)
        if task.kind == "classes":
            p = nn.softmax(out)[np.arange(len(side)), side.y]
            assert loss == pytest.approx(-np.log(p).mean(), rel=1e-4)
            assert score == pytest.approx((out.argmax(axis=1) == side.y).mean())
        else:
            assert loss == pytest.approx(((out - side.y) ** 2).mean(), rel=1e-4)
            rest = ((out - side.y) ** 2).mean() / side.y.var(axis=0).mean()
            assert score == pytest.approx(1 - rest, rel=1e-3)


def test_confusion_counts_and_the_hardest_come_first() -> None:
    course, report, _ = learned("classes")
    task = course.task
    out = course.trainer.net(task.valid.x)
    counted = np.zeros((2, 2), int)
    np.add.at(counted, (task.valid.y, out.argmax(axis=1)), 1)
    assert report.confusion is not None
    assert np.array_equal(report.confusion, counted)
    losses = -np.log(nn.softmax(out.astype(np.float64))[np.arange(len(out)), task.valid.y])
    np.testing.assert_allclose(report.hardest_loss, np.sort(losses)[::-1][: len(report.hardest)], rtol=1e-4)
    np.testing.assert_allclose(losses[report.hardest], report.hardest_loss, rtol=1e-4)
    np.testing.assert_allclose(report.hardest_said, out[report.hardest], rtol=1e-4, atol=1e-5)


def test_the_dead_and_the_saturated_are_counted() -> None:
    course, report, _ = learned("relu")
    _, found = probed(course)
    relu, sigmoid = found.trace.activations[1], found.trace.activations[3]
    assert report.layers.dead[1] == pytest.approx((relu == 0).all(axis=0).mean())
    assert report.layers.saturated[3] == pytest.approx((np.abs(sigmoid - 0.5) > 0.485).mean(), abs=0.01)
    assert np.isnan(report.layers.dead[[0, 2, 3, 4]]).all()


def test_of_maps_channels_are_counted_and_not_their_places() -> None:
    """Where all pictures are black a map is silent, without being dead."""
    course, report, _ = learned("convolution")
    _, found = probed(course)
    maps = found.trace.activations[1]
    assert report.layers.dead[1] == (maps == 0).all(axis=(0, 2, 3)).mean()


def test_reports_come_often_at_first_and_are_bounded() -> None:
    one, task = CASES["classes"]
    course = Course(one, task)
    for _ in range(3000):
        course.advance()
    steps = [one.step for one in course.reports]
    assert steps[:17] == list(range(17))
    assert steps == sorted(set(steps))
    assert len(steps) <= 512
    for start in (64, 512, 1024):
        assert sum(start <= step < 2 * start for step in steps) >= 8


def test_the_test_is_asked_only_where_it_is_no_secret() -> None:
    honest = usual(TaskSpec("moons", n=100))
    leaking = usual(TaskSpec("moons", n=100, leak=True))
    assert math.isnan(Course(honest, built(honest.task)).reports[0].test_score)
    course = Course(leaking, built(leaking.task))
    course.advance()
    said = course.trainer.net(course.task.test.x).argmax(axis=1)
    assert course.reports[-1].test_score == pytest.approx((said == course.task.test.y).mean())
