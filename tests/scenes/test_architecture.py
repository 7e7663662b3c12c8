"""A net changed by hand: whatever is done to it, it can be trained, or the edit is refused with a reason."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz import nn
from neuroviz.data.pool import Outline
from neuroviz.data.task import TaskSpec
from neuroviz.scenes import architecture as made
from neuroviz.scenes.blocks import FIELDS, FUNCTIONS, KINDS, answer, blocks
from neuroviz.scenes.fits import Edited, NoSuchNet
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe

PLANE = Outline("classes", "plane", (2,), 3)
LINE = Outline("values", "line", (1,), 1)
PICTURES = Outline("classes", "images", (1, 12, 12), 4)


def recipe(*layers: nn.Layer, shape: tuple[int, ...] = (2,), **knobs: Any) -> Recipe:
    """Those layers from fresh weights."""
    return Recipe(TaskSpec(), tuple(map(LayerPlan, layers)), shape, Knobs(**{"batch": 6, **knobs}), seed=3)


SMALL = recipe(nn.Dense(5), nn.Tanh(), nn.Dense(4), nn.Tanh(), nn.Dense(3))
ROW = recipe(nn.Dense(9), nn.ReLU(), nn.Dense(4), shape=(144,))
CNN = recipe(
    nn.Conv2d(3, 3), nn.ReLU(), nn.MaxPool(2), nn.Flatten(), nn.Dense(6), nn.ReLU(), nn.Dense(4),
    shape=(1, 12, 12),
)  # fmt: skip
CURVE = recipe(nn.Dense(4), nn.Tanh(), nn.Dense(1), shape=(1,))
STARTS = ((SMALL, PLANE), (ROW, PICTURES), (CNN, PICTURES), (CURVE, LINE))


def kinds(one: Recipe) -> list[str]:
    return [plan.layer.kind for plan in one.layers]


def learn(one: Recipe, like: Outline) -> None:
    """One step of a batch."""
    rng = np.random.default_rng(0)
    x = rng.random((one.knobs.batch, *one.input_shape), np.float32)
    if like.kind == "classes":
        loss: nn.Loss = nn.CrossEntropy()
        y: Any = rng.integers(0, like.n_out, len(x))
    else:
        loss, y = nn.SquaredError(), rng.random((len(x), like.n_out), np.float32)
    trainer = nn.Trainer(one.net(), loss, one.knobs.made_optimiser(), one.knobs.batch)
    trainer.set_rates(one.rates())
    trainer.step(x, y)


@st.composite
def edit(draw: st.DrawFn, one: Recipe, like: Outline) -> Edited:
    """Any edit there is, also those that make no sense. Raises NoSuchNet."""
    stack = blocks(one.layers)
    i = draw(st.integers(0, len(stack) - 1))
    which = draw(st.integers(0, 8))
    if which < 3:
        found = made.add(one, like, i, draw(st.sampled_from(KINDS)))
    elif which == 3:
        found = made.remove(one, like, i)
    elif which == 4:
        found = made.move(one, like, i, draw(st.integers(-1, len(stack))))
    elif which == 5 and stack[i].kind in FIELDS:
        name, limits = draw(st.sampled_from(sorted(FIELDS[stack[i].kind].items())))
        values = st.integers(0, 12) if limits.whole else st.floats(-0.5, 1.5)
        found = made.set_number(one, like, i, name, draw(values))
    elif which == 6:
        found = made.set_init(one, i, draw(st.sampled_from(nn.INITIALISERS)))
    elif which == 7:
        found = made.set_rate(one, i, draw(st.sampled_from((0.0, 0.1, 1.0, -1.0, 1e9))))
    else:
        found = made.set_function(one, like, i, draw(st.sampled_from(FUNCTIONS)))
    return found


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(STARTS), st.booleans())
def test_whatever_is_done_the_net_can_be_trained(
    data: st.DataObject, start: tuple[Recipe, Outline], brought: bool
) -> None:
    one, like = start
    if brought:
        one = replace(one, start=one.net().theta)
    for _ in range(data.draw(st.integers(1, 12))):
        try:
            found = data.draw(edit(one, like))
        except NoSuchNet:
            continue
        one = found.recipe
        assert 0 <= found.block < len(blocks(one.layers))
        assert one.plan().shapes[-1] == (like.n_out,)
        assert (one.start is not None) == brought
        learn(one, like)
    assert Recipe.from_dict(one.to_dict()).layers == one.layers


@pytest.mark.parametrize(("one", "like"), STARTS, ids=["plane", "row", "cnn", "line"])
def test_what_is_offered_at_a_place_can_be_put_there_and_nothing_else(one: Recipe, like: Outline) -> None:
    for gap in range(len(blocks(one.layers))):
        offered = made.can_stand(one, like, gap)
        assert "dense" in offered or one is CNN
        for kind in KINDS:
            if kind in offered:
                found = made.add(one, like, gap, kind)
                assert blocks(found.recipe.layers)[found.block].kind == kind
                learn(found.recipe, like)
            else:
                with pytest.raises(NoSuchNet):
                    made.add(one, like, gap, kind)


def test_a_convolution_before_a_row_of_pixels_takes_them_as_a_picture_and_says_so() -> None:
    found = made.add(ROW, PICTURES, 0, "conv2d")
    assert found.recipe.input_shape == (1, 12, 12)
    assert kinds(found.recipe) == ["conv2d", "relu", "flatten", "dense", "relu", "dense"]
    assert [one.id for one in found.repairs] == ["input-pictures", "flatten-added"]
    with pytest.raises(NoSuchNet, match="no-pictures"):
        made.add(ROW, PICTURES, 1, "conv2d")
    with pytest.raises(NoSuchNet, match="no-pictures"):
        made.add(SMALL, PLANE, 0, "conv2d")


def test_a_flatten_is_put_in_where_it_is_needed_and_taken_out_where_it_is_not() -> None:
    without = made.remove(CNN, PICTURES, 3)  # the hidden dense layer
    assert kinds(without.recipe) == ["conv2d", "relu", "max_pool", "flatten", "dense"]
    with pytest.raises(NoSuchNet, match="flatten-needed"):
        made.remove(CNN, PICTURES, 2)
    with pytest.raises(NoSuchNet, match="flat-already"):
        made.add(CNN, PICTURES, 2, "flatten")
    dropped = made.add(CNN, PICTURES, 2, "dropout")
    early = made.add(dropped.recipe, PICTURES, 2, "flatten")
    assert kinds(early.recipe)[2:5] == ["max_pool", "flatten", "dropout"]
    assert [one.id for one in early.repairs] == ["flatten-removed"]


def test_the_answer_stays_at_the_end_and_as_wide_as_the_task_asks() -> None:
    last = answer(blocks(SMALL.layers))
    assert last == 2
    with pytest.raises(NoSuchNet, match="answer-stays"):
        made.remove(SMALL, PLANE, last)
    with pytest.raises(NoSuchNet, match="answer-width"):
        made.set_number(SMALL, PLANE, last, "n_out", 4)
    for block, to, why in ((last, 0, "answer-last"), (0, last, "answer-last"), (0, -1, "edge")):
        with pytest.raises(NoSuchNet, match=why):
            made.move(SMALL, PLANE, block, to)


def test_windows_that_do_not_fit_are_refused_with_the_numbers() -> None:
    with pytest.raises(NoSuchNet) as reason:
        made.set_number(CNN, PICTURES, 0, "kernel", 13)
    assert reason.value.id == "window"
    assert reason.value.facts == {"size": 13, "high": 12, "wide": 12}
    with pytest.raises(NoSuchNet, match="limits"):
        made.set_number(SMALL, PLANE, 0, "n_out", 0)
    with pytest.raises(NoSuchNet, match="limits"):
        made.set_number(SMALL, PLANE, 0, "n_out", 1e9)


def test_nets_too_large_are_refused_and_can_be_made_smaller() -> None:
    big = recipe(nn.Dense(4096), nn.ReLU(), nn.Dense(4096), nn.ReLU(), nn.Dense(3))
    with pytest.raises(NoSuchNet, match="parameters"):
        made.add(big, PLANE, 1, "dense")
    smaller = made.set_number(big, PLANE, 0, "n_out", 4000)
    assert smaller.recipe.plan().n_trainable > 5_000_000
    with pytest.raises(NoSuchNet, match="layers"):
        made.add(recipe(*[nn.Dense(2)] * 63, nn.Dense(3)), PLANE, 0, "dropout")


def test_functions_go_with_their_layer() -> None:
    plain = made.set_function(SMALL, PLANE, 0, "none")
    assert kinds(plain.recipe) == ["dense", "dense", "tanh", "dense"]
    bent = made.set_function(plain.recipe, PLANE, 0, "gelu")
    assert kinds(bent.recipe) == ["dense", "gelu", "dense", "tanh", "dense"]
    moved = made.move(bent.recipe, PLANE, 0, 1)
    assert kinds(moved.recipe) == ["dense", "tanh", "dense", "gelu", "dense"]
    assert moved.block == 1
    with pytest.raises(NoSuchNet, match="no-function"):
        made.set_function(CNN, PICTURES, 2, "relu")


def test_a_norm_over_the_batch_never_meets_a_single_value() -> None:
    for recipe, task, least in ((SMALL, PLANE, 2), (CNN, PICTURES, 1)):
        found = made.add(replace(recipe, knobs=Knobs(batch=1)), task, 1, "batch_norm")
        assert found.repairs == ()
        assert found.recipe.knobs.batch == 1
        assert found.recipe.plan().least_batch == least  # the feeder minds it
        assert recipe.plan().least_batch == 1


def test_weights_that_were_brought_along_stay_where_their_layer_fits() -> None:
    net = nn.Net.create(tuple(one.layer for one in SMALL.layers), (2,), np.random.default_rng(9))
    one = made.further(SMALL, PLANE, net, frozen=True)
    assert one.repairs == ()
    assert one.recipe.net().digest == net.digest
    assert one.recipe.rates() == (0.0, 1.0, 0.0, 1.0, 1.0)
    wider = made.set_number(one.recipe, PLANE, 1, "n_out", 7).recipe
    np.testing.assert_array_equal(wider.net().views(0)["w"], net.views(0)["w"])
    assert wider.net().views(2)["w"].any()
    other = made.set_init(one.recipe, 0, "zeros").recipe
    assert not other.net().views(0)["w"].any()
    np.testing.assert_array_equal(other.net().views(2)["w"], net.views(2)["w"])
    assert made.reseeded(one.recipe).start is None


def test_a_net_with_other_answers_gets_a_fresh_last_layer_and_one_with_another_input_is_refused() -> None:
    net = nn.Net.create((nn.Dense(6), nn.Tanh(), nn.Dense(5), nn.Softmax()), (2,), np.random.default_rng(9))
    found = made.further(SMALL, PLANE, net, frozen=False)
    assert kinds(found.recipe) == ["dense", "tanh", "dense"]
    assert [one.id for one in found.repairs] == ["softmax-dropped", "answer-fresh"]
    np.testing.assert_array_equal(found.recipe.net().views(0)["w"], net.views(0)["w"])
    learn(found.recipe, PLANE)
    with pytest.raises(NoSuchNet) as reason:
        made.further(CNN, PICTURES, net, frozen=False)
    assert reason.value.id == "input"


def test_a_convolution_that_keeps_the_size_of_maps_goes_on_keeping_it() -> None:
    one = made.add(CNN, PICTURES, 0, "conv2d").recipe
    assert one.plan().shapes[0][1:] == (12, 12)
    wider = made.set_number(one, PICTURES, 0, "kernel", 5).recipe
    assert wider.plan().shapes[0][1:] == (12, 12)


def test_pools_can_be_of_the_other_kind() -> None:
    found = made.set_kind(CNN, PICTURES, 1, "avg_pool")
    assert kinds(found.recipe)[2] == "avg_pool"
    with pytest.raises(NoSuchNet, match="other-kind"):
        made.set_kind(CNN, PICTURES, 0, "avg_pool")
