"""The presets of Learn do what their texts say: measured, on the way they are shown."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.tasks import build
from neuroviz.panels.training.learn.showcase import scenes
from neuroviz.sims.training.course import Course
from neuroviz.sims.training.report import Report


def _learned(number: int, steps: int) -> tuple[Course, Report]:
    recipe = scenes()[number].recipe
    course = Course(recipe, build(recipe.task))
    for _ in range(steps):
        course.advance()
    return course, course.reports[-1]


def test_two_spirals_come_apart() -> None:
    _, report = _learned(0, 1500)
    assert report.valid_score > 0.97


def test_zeros_stay_alike() -> None:
    course, report = _learned(2, 500)
    assert report.valid_score < 0.7
    assert not np.any(course.trainer.net.views(0)["w"])


def test_rate_ten_leaps() -> None:
    course, report = _learned(3, 500)
    assert report.train_loss > 3 * course.reports[0].train_loss


def test_ten_sigmoids_let_the_gradient_fade() -> None:
    _, report = _learned(4, 500)
    weighted = report.layers.weight_gradient[~np.isnan(report.layers.weight_gradient)]
    assert weighted[0] < 1e-3 * weighted[-1]
    assert report.valid_score < 0.7


def test_class_after_class_is_forgotten() -> None:
    course, _ = _learned(5, 1500)
    late = [one.valid_score for one in course.reports if one.step > 500]
    assert np.median(late) < 0.6


def test_shuffled_labels_are_learnt_by_heart() -> None:
    _, report = _learned(6, 3000)
    assert report.train_score > 0.95
    assert report.valid_score < 0.2


def test_a_leak_makes_the_test_look_better_than_it_is() -> None:
    course, report = _learned(7, 3000)
    task = course.task
    said = course.trainer.net(task.test.inputs()).argmax(axis=1)
    assert (said == task.test.y).mean() > report.valid_score + 0.02


def test_few_noisy_examples_are_learnt_by_heart() -> None:
    course, report = _learned(8, 3000)
    best = min(one.valid_loss for one in course.reports)
    assert report.valid_loss > 1.1 * best


@pytest.mark.parametrize("number", range(len(scenes())))
def test_every_scene_can_be_built(number: int) -> None:
    recipe = scenes()[number].recipe
    assert recipe.net().n_params > 0
