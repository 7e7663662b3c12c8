"""The shipped nets, measured again: what SOURCES.md says of them must be what they do."""

from __future__ import annotations

import re

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data.digits import DigitSet
from neuroviz.data.strokes import styles
from neuroviz.io.nets import read_net
from neuroviz.resources import asset
from tools import measure_weights
from tools.drawn_digits import drawn, practised, unseen

BOUNDS = {"mlp": 0.017, "cnn": 0.008, "linear": 0.08}
ON_DRAWINGS = {"mlp": 0.03, "cnn": 0.03, "linear": 0.08}


@pytest.fixture(scope="module")
def judges() -> tuple[DigitSet, ...]:
    return measure_weights.judges()


def stated(name: str) -> list[list[str]]:
    """The cells of all tables that SOURCES.md gives for a net."""
    text = asset("SOURCES.md").read_text(encoding="utf-8")
    found = re.findall(measure_weights.marked(name).replace(".*?", "(.*?)"), text)
    assert len(found) == 1
    lines = [line for line in found[0][1].splitlines() if line.startswith("|") and "---" not in line]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("name", measure_weights.NETS)
def test_the_figures_in_sources_are_what_the_net_does(name: str, judges: tuple[DigitSet, ...]) -> None:
    """One image more or less may change sides on another machine, where sums round differently."""
    net = read_net(asset("weights", f"{name}.npz"))
    rows = stated(name)
    errors, matrix = rows[1:4], np.array([[int(cell) for cell in row[1:]] for row in rows[5:]])
    for digits, (judge, images, wrong, share) in zip(judges, errors, strict=True):
        answers = measure_weights.answers(net, digits)
        assert judge == digits.name
        assert int(images) == len(digits)
        assert abs(int(wrong) - np.sum(answers != digits.labels)) <= 2
        assert float(share.rstrip("%")) == pytest.approx(100 * int(wrong) / len(digits), abs=0.006)
    answers = measure_weights.answers(net, judges[0])
    assert matrix.sum(axis=1).tolist() == list(judges[0].counts)
    assert matrix.sum() - matrix.trace() == int(errors[0][2])
    assert np.abs(matrix - measure_weights.confusion(judges[0].labels, answers)).sum() <= 4


@pytest.mark.parametrize("name", measure_weights.NETS)
def test_the_nets_are_as_good_as_promised(name: str, judges: tuple[DigitSet, ...]) -> None:
    net = read_net(asset("weights", f"{name}.npz"))
    test, *drawings = (np.mean(measure_weights.answers(net, d) != d.labels) for d in judges)
    assert test <= BOUNDS[name]
    assert max(drawings) <= ON_DRAWINGS[name]


@pytest.mark.parametrize(("name", "shape"), [("mlp", (784,)), ("cnn", (1, 28, 28)), ("linear", (784,))])
def test_the_nets_are_of_the_form_that_rooms_expect(name: str, shape: tuple[int, ...]) -> None:
    net = read_net(asset("weights", f"{name}.npz"))
    assert net.input_shape == shape
    assert net.layers[-1] == nn.Dense(10)
    maps = [s[0] for s in net.shapes if len(s) == 3]
    assert len(set(maps)) == (2 if name == "cnn" else 0)
    assert all(8 <= n <= 16 for n in maps)


def test_the_linear_model_has_no_opinion_about_pixels_that_are_never_inked() -> None:
    """Its weights are shown as pictures: what was never learned must not look like something that was."""
    net = read_net(asset("weights", "linear.npz"))
    assert net.layers == (nn.Dense(10),)
    weights = net.views(0)["w"]
    never = measure_weights.mnist.load().train_images.reshape(60_000, -1).max(axis=0) == 0
    assert never.sum() > 50
    assert not weights[never].any()
    assert np.abs(weights).max() > 0.1


def test_nets_are_judged_by_handwritings_they_never_saw() -> None:
    for label in range(10):
        assert unseen(label)
        assert not set(unseen(label)) & set(practised(label))
        assert set(unseen(label)) | set(practised(label)) == set(styles(label))


def test_drawn_sets_have_each_digit_equally_often_and_vary() -> None:
    digits = drawn(practised, 60, seed=4)
    assert digits.counts == (6,) * 10
    assert len({image.tobytes() for image in digits.images}) == 60
    assert np.array_equal(digits.images, drawn(practised, 60, seed=4).images)


def test_a_confusion_matrix_counts_truth_in_rows() -> None:
    truth, answer = np.array([3, 3, 5], np.uint8), np.array([3, 8, 5], np.uint8)
    matrix = measure_weights.confusion(truth, answer)
    assert (matrix[3, 3], matrix[3, 8], matrix[5, 5], matrix.sum()) == (1, 1, 1, 3)
