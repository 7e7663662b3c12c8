"""The presets of Learn do what their texts say: measured, on the way they are shown."""

from __future__ import annotations

from functools import cache, partial

import numpy as np
import pytest

from neuroviz.data.tasks import build
from neuroviz.panels.training.learn.showcase import question, reasons, scenes
from neuroviz.sims.training.course import Course
from neuroviz.sims.training.diagnosis import CALM, diagnose, edited
from neuroviz.sims.training.report import Report

_task = cache(build)


def _learned(number: int, steps: int) -> tuple[Course, Report]:
    recipe = scenes()[number].recipe
    course = Course(recipe, _task(recipe.task))
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
    late = [one.valid_score for one in course.reports if one.step > 300]
    assert np.median(late) < 0.3


def test_shuffled_labels_are_learnt_by_heart() -> None:
    _, report = _learned(6, 3000)
    assert report.train_score > 0.95
    assert report.valid_score < 0.2


def test_a_leak_makes_the_test_look_better_than_it_is() -> None:
    course, report = _learned(7, 2000)
    task = course.task
    said = course.trainer.net(task.test.inputs()).argmax(axis=1)
    assert (said == task.test.y).mean() == 1.0
    assert report.valid_score < 0.8


def test_few_noisy_examples_are_learnt_by_heart() -> None:
    course, report = _learned(8, 3000)
    best = min(one.valid_loss for one in course.reports)
    assert report.valid_loss > 1.1 * best


def test_a_small_convolutional_net_reads() -> None:
    """A part of the way to 97 %, which takes some seconds."""
    _, report = _learned(9, 150)
    assert report.valid_score > 0.88
    assert scenes()[9].recipe.plan().n_trainable == 5258


def test_digits_are_on_their_way_to_97_per_cent() -> None:
    _, report = _learned(1, 300)
    assert report.valid_score > 0.9
    assert scenes()[1].recipe.plan().n_trainable == 109_386


def test_a_curve_is_followed() -> None:
    _, report = _learned(10, 1500)
    assert report.valid_score > 0.9


def test_units_die() -> None:
    _, report = _learned(11, 100)
    assert np.nanmax(report.layers.dead) == 1.0
    assert report.valid_score < 0.6


def test_a_rare_class_is_found_last() -> None:
    course, report = _learned(12, 300)
    assert sorted(np.bincount(course.task.train.y)) == [18, 360]
    assert report.valid_score > 0.9
    assert report.confusion is not None
    assert report.confusion[1, 1] < 0.5 * report.confusion[1].sum()


TOLD = {
    0: ("well", 1000), 2: ("symmetric", 100), 3: ("far_up", 100), 4: ("vanishing", 100),
    5: ("unshuffled", 600), 6: ("by_heart", 1000), 7: ("leak", 1000), 8: ("overfitting", 1000),
    10: ("well", 1000), 11: ("dead", 100), 12: ("unbalanced", 300),
}  # fmt: skip


@pytest.mark.parametrize("number", TOLD)
def test_the_diagnosis_says_what_the_preset_shows(number: int) -> None:
    kind, steps = TOLD[number]
    course, _ = _learned(number, steps)
    assert diagnose(course)[0].kind == kind


@pytest.mark.parametrize("number", [2, 3, 4, 6, 11])
def test_what_is_offered_from_the_start_learns(number: int) -> None:
    course, _ = _learned(number, TOLD[number][1])
    remedy = diagnose(course)[0].remedy
    assert remedy is not None
    assert remedy.edit is not None or remedy.at == 0
    recipe = (remedy.edit or partial(edited, remedy))(course.recipe)
    healed = Course(recipe, _task(recipe.task))
    for _ in range(1500):
        healed.advance()
    assert diagnose(healed)[0].kind == "well"


def test_shuffling_as_a_branch_mends_what_came_class_by_class() -> None:
    course, _ = _learned(5, 600)
    remedy = diagnose(course)[0].remedy
    assert remedy is not None
    branch = course.branched(course.state(), course.step)
    branch.turn(remedy.name, remedy.value)
    for _ in range(600):
        branch.advance()
    assert branch.reports[-1].valid_score > course.reports[-1].valid_score + 0.4


def test_each_has_a_title_a_reason_and_a_question_of_its_own() -> None:
    n = len(scenes())
    assert len(reasons()) == n
    questions = {question(number) for number in range(n)}
    assert len(questions) == len(set(reasons())) == n
    assert all("?" in one for one in questions)


@pytest.mark.parametrize("number", range(len(scenes())))
def test_every_scene_can_be_built(number: int) -> None:
    recipe = scenes()[number].recipe
    assert recipe.net().n_params > 0


@pytest.mark.parametrize(("number", "steps"), [(0, 1500), (1, 250), (9, 120), (10, 1500)])
def test_nothing_is_found_wrong_with_what_shines(number: int, steps: int) -> None:
    recipe = scenes()[number].recipe
    course = Course(recipe, _task(recipe.task))
    alarms = set()
    for _ in range(steps):
        course.advance()
        if course.reports[-1].step == course.step:
            alarms |= {one.kind for one in diagnose(course) if one.severity > CALM}
    assert not alarms
