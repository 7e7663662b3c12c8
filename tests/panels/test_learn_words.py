"""What Learn says of a moment: no numbers of another one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from neuroviz.panels.training.learn.figures import part
from neuroviz.panels.training.learn.words import sentence
from neuroviz.panels.training.learn.words import test as told_test
from neuroviz.sims.training.stops import Stopped
from neuroviz.sims.training.testing import TestedFrame
from tests.panels.learn_frames import frame, plane


@pytest.mark.parametrize("source", ["spirals", "sine"])
def test_of_a_loss_that_is_no_number_the_last_sound_figures_are_not_told(source: str) -> None:
    task = plane(source)
    moment = frame(task)
    lost = replace(moment, stopped=Stopped(0, moment.step, "not_finite", float("nan")))
    said = sentence(lost, task, "")
    assert "no longer a number" in said
    assert "%" not in said


@pytest.mark.parametrize("source", ["spirals", "sine"])
def test_what_follows_the_reason_for_a_pause_is_a_sentence(source: str) -> None:
    task = plane(source)
    moment = frame(task)
    stopped = replace(moment, stopped=Stopped(0, moment.step, "plateau", 0.5))
    parts = sentence(stopped, task, "").split(". ")
    assert len(parts) == 2
    assert all(part[0].isupper() or part[0].isdigit() for part in parts)


@pytest.mark.parametrize(
    ("source", "said"), [("spirals", "77\u202f% of 120"), ("sine", "R² 0.77 on 120 examples")]
)
def test_a_test_of_values_is_no_share_of_right_answers(source: str, said: str) -> None:
    task = plane(source)
    net = frame(task).focused.net
    assert told_test(TestedFrame(1, net, 120, 0.77), task) == f"Test: {said}"


def test_a_score_that_is_lost_is_no_share() -> None:
    assert part(float("-inf")) == "\N{MINUS SIGN}∞"
    assert part(float("nan")) == "–"
