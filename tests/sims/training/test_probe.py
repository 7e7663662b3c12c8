"""What is measured of a learning net is measured of it as it is, whatever its layers."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.sims.training.course import Course
from neuroviz.sims.training.report import marked
from tests.scenes.runs import pictures, recipe

STACKS = {
    "convolution": (nn.Conv2d(4, 3), nn.ReLU(), nn.MaxPool(2), nn.Flatten(), nn.Dense(3)),
    "batch norm": (nn.Flatten(), nn.Dense(8), nn.BatchNorm(), nn.ReLU(), nn.Dense(3)),
}


@pytest.mark.parametrize("layers", STACKS.values(), ids=STACKS)
def test_reports_are_of_the_net_as_it_is_and_not_as_it_began(layers: tuple[nn.Layer, ...]) -> None:
    task = pictures(150)
    course = Course(recipe(*layers, shape=(1, 12, 12), batch=10, rate=0.05), task)
    assert (course.reports[0].layers.gradient > 0).all()
    while course.reports[-1].step < 40:
        course.advance()
    while course.reports[-1].step != course.step:
        course.advance()
    net, report = course.trainer.net, course.reports[-1]
    x = task.valid.inputs(slice(0, course.probe.n)).reshape(-1, 1, 12, 12)
    true = marked(task, net(x), task.valid.y[: len(x)])
    assert report.valid_loss == pytest.approx(true.loss, rel=1e-4)
    assert report.valid_score == true.score
    assert np.isfinite(report.layers.weight_gradient[0 if layers[0].kind == "conv2d" else 1])
