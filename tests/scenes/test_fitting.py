"""Fitting a net to another task: what can stay stays, and what comes out always fits."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data.pool import Outline
from neuroviz.data.task import TaskSpec
from neuroviz.data.tasks import BUILT_IN, build, fresh, outline
from neuroviz.scenes.fitting import default_net, fitted
from neuroviz.scenes.recipe import LayerPlan, Recipe

HIDDEN = (LayerPlan(nn.Dense(5), rate=0.5), LayerPlan(nn.Tanh()), LayerPlan(nn.Dense(2), "glorot"))
FLAT = Recipe(TaskSpec(), HIDDEN, (2,), seed=7)
STACK = (nn.Conv2d(4, 5), nn.ReLU(), nn.MaxPool(), nn.Flatten(), nn.Dense(10))
CONV = Recipe(fresh("digits"), tuple(map(LayerPlan, STACK)), (1, 28, 28))
PICTURES = Outline("classes", "images", (1, 20, 16), 3)


def kinds(recipe: Recipe) -> list[str]:
    """The layers by kind."""
    return [one.layer.kind for one in recipe.layers]


def test_what_suits_is_left_as_it_is() -> None:
    assert fitted(FLAT, outline(fresh("xor"))) is FLAT
    assert fitted(CONV, outline(fresh("digits"))) is CONV


def test_hidden_layers_stay() -> None:
    found = fitted(FLAT, Outline("values", "table", (6,), 1))
    assert found.input_shape == (6,)
    assert found.layers[:2] == HIDDEN[:2]
    assert found.layers[2] == LayerPlan(nn.Dense(1), "glorot")
    assert found.seed == 7


def test_a_convolutional_stack_stays_for_pictures() -> None:
    found = fitted(CONV, PICTURES)
    assert kinds(found) == kinds(CONV)
    assert found.input_shape == (1, 20, 16)
    assert found.plan().shapes[-1] == (3,)


def test_a_start_of_another_net_is_forgotten() -> None:
    start = np.zeros(FLAT.plan().n_values, np.float32)
    begun = Recipe(FLAT.task, FLAT.layers, (2,), start=start)
    assert fitted(begun, outline(fresh("xor"))).start is not None
    assert fitted(begun, outline(fresh("three"))).start is None


def test_pictures_too_small_for_the_stack_get_the_usual_net() -> None:
    found = fitted(CONV, Outline("classes", "images", (1, 4, 4), 2))
    assert kinds(found) == ["dense", "relu", "dense", "relu", "dense"]
    assert found.input_shape == (16,)


def test_between_numbers_and_pictures_the_net_is_another() -> None:
    assert kinds(fitted(CONV, outline(fresh("spirals")))) == ["dense", "tanh", "dense", "tanh", "dense"]
    assert fitted(FLAT, PICTURES).input_shape == (320,)


def test_what_has_no_end_that_can_be_changed_is_replaced() -> None:
    odd = Recipe(TaskSpec(), (LayerPlan(nn.Tanh()),), (2,))
    assert fitted(odd, outline(fresh("three"))).plan().shapes[-1] == (3,)


@pytest.mark.parametrize("name", BUILT_IN)
def test_outline_and_task_agree_and_the_usual_net_fits(name: str) -> None:
    spec = TaskSpec(name, n=100, classes=4)
    task, like = build(spec), outline(spec)
    assert (task.kind, task.view, task.shape, task.n_out) == (like.kind, like.view, like.shape, like.n_out)
    layers, shape = default_net(task)
    assert Recipe(spec, layers, shape).plan().shapes[-1] == (task.n_out,)
    assert fitted(fitted(FLAT, task), like).plan().shapes[-1] == (task.n_out,)
