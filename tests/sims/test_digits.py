"""The answering simulation: right for the present position, complete along the path, never stale."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest

from neuroviz.data import strokes
from neuroviz.data.ink import Drawing, Stroke, raster
from neuroviz.data.prepare import Recipe, prepare
from neuroviz.nn import Dense, Net, ReLU, Softmax, softmax
from neuroviz.runtime import Change, Entry, Run, record
from neuroviz.sims.digits import DigitsFrame, DigitsSim, judge
from neuroviz.sims.pen import INK_SIZE


@lru_cache
def net(seed: int = 0) -> Net:
    return Net.create((Dense(16), ReLU(), Dense(10)), (784,), np.random.default_rng(seed))


def expected(drawing: Drawing, which: Net) -> np.ndarray | None:
    answer = judge(which, prepare(raster(drawing, INK_SIZE)))
    return None if answer is None else answer.probabilities


def frame_of(sim: DigitsSim) -> DigitsFrame:
    while sim.advance():
        pass
    return sim.snapshot()


def test_an_empty_pad_gets_no_answer() -> None:
    frame = DigitsSim(net()).snapshot()
    assert frame.answer is None
    assert frame.prepared is None
    assert frame.path.shape == (0, 10)


def test_a_drawing_that_was_erased_gets_no_answer() -> None:
    dot = Stroke(((0.5, 0.5),), 0.1)
    rubbed = Drawing((dot, Stroke(((0.5, 0.5),), 0.3, erase=True)))
    frame = frame_of(DigitsSim(net(), rubbed))
    assert frame.answer is None
    np.testing.assert_array_equal(frame.path[-1], np.zeros(10))


def test_the_answer_is_the_nets_own_for_the_prepared_picture() -> None:
    frame = DigitsSim(net(), strokes.digit(3)).snapshot()
    assert frame.answer is not None
    x = frame.answer.grey.astype(np.float32).reshape(1, 784) * np.float32(1 / 255)
    np.testing.assert_allclose(frame.answer.probabilities, softmax(net()(x))[0], rtol=1e-5)
    np.testing.assert_array_equal(frame.answer.trace.activations[-1], net()(x))


def test_the_path_holds_the_answer_after_every_pen_position() -> None:
    drawing = strokes.digit(4)
    frame = frame_of(DigitsSim(net(), drawing))
    assert frame.path.shape == (drawing.n_points, 10)
    for k in (1, 7, drawing.n_points):
        np.testing.assert_array_equal(frame.path[k - 1], expected(drawing.until(k), net()))


def test_scrubbing_back_answers_the_unfinished_digit() -> None:
    drawing = strokes.digit(5)
    sim = DigitsSim(net(), drawing)
    sim.apply(Change("shown", 9))
    frame = sim.snapshot()
    assert (frame.step, frame.n_points) == (9, drawing.n_points)
    assert frame.answer is not None
    np.testing.assert_array_equal(frame.answer.probabilities, expected(drawing.until(9), net()))


@pytest.mark.parametrize("second", ["longer", "other", "undone"])
def test_a_changed_drawing_forgets_only_the_part_of_the_path_that_changed(second: str) -> None:
    first = strokes.digit(4)
    new = {
        "longer": first.plus(Stroke(((0.2, 0.2), (0.3, 0.2)), 0.08)),
        "other": strokes.digit(7),
        "undone": Drawing(first.strokes[:-1]),
    }[second]
    sim = DigitsSim(net(), first)
    frame_of(sim)
    sim.apply(Change("drawing", new))
    assert sim.snapshot().answer is not None
    assert len(sim.snapshot().path) <= new.n_points
    np.testing.assert_array_equal(frame_of(sim).path, frame_of(DigitsSim(net(), new)).path)


def test_another_net_answers_the_same_drawing_anew() -> None:
    sim = DigitsSim(net(), strokes.digit(2))
    before = frame_of(sim)
    sim.apply(Change("net", net(1)))
    after = frame_of(sim)
    assert after.net is net(1)
    np.testing.assert_array_equal(after.path, frame_of(DigitsSim(net(1), strokes.digit(2))).path)
    assert not np.array_equal(before.path, after.path)


def test_a_test_image_is_given_to_the_net_as_it_is() -> None:
    grey = np.random.default_rng(0).integers(0, 256, (28, 28), dtype=np.uint8)
    frame = DigitsSim(net(), picture=grey).snapshot()
    assert frame.answer is not None
    assert frame.prepared is None
    np.testing.assert_array_equal(frame.answer.grey, grey)


def test_drawing_on_a_test_image_prepares_both_together() -> None:
    grey = np.zeros((28, 28), np.uint8)
    grey[8:20, 10] = 255
    dot = Drawing((Stroke(((0.9, 0.9),), 0.08),))
    frame = DigitsSim(net(), dot, grey).snapshot()
    assert frame.prepared is not None
    x0, y0, x1, y1 = frame.prepared.box
    assert x0 < 110
    assert x1 > 240
    assert y0 < 90
    assert y1 > 240


def test_a_net_that_ends_in_softmax_keeps_its_probabilities() -> None:
    ending = Net.create((Dense(10), Softmax()), (784,), np.random.default_rng(3))
    frame = DigitsSim(ending, strokes.digit(1)).snapshot()
    assert frame.answer is not None
    np.testing.assert_array_equal(frame.answer.probabilities, frame.answer.trace.activations[-1][0])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("shown", -1),
        ("shown", 10_000),
        ("picture", np.zeros((27, 28), np.uint8)),
        ("picture", np.zeros((28, 28), np.float32)),
        ("drawing", None),
        ("net", "CNN"),
        ("nonsense", 1),
    ],
)
def test_a_change_that_makes_no_sense_is_refused_and_changes_nothing(name: str, value: object) -> None:
    sim = DigitsSim(net(), strokes.digit(6))
    before = frame_of(sim)
    with pytest.raises(ValueError, match=r"\w"):
        sim.apply(Change(name, value))
    after = frame_of(sim)
    assert (after.step, after.n_points, after.net) == (before.step, before.n_points, before.net)
    np.testing.assert_array_equal(after.path, before.path)


def test_frames_depend_on_the_changes_alone() -> None:
    drawing = strokes.digit(8)
    changes = [Entry(i, Change("drawing", drawing.until(10 * i))) for i in range(1, 5)]
    one, two = (record(DigitsSim(net(), drawing.until(1)), 12, changes) for _ in range(2))
    assert len(one) == len(two)
    for a, b in zip(one, two, strict=True):
        assert isinstance(a, DigitsFrame)
        assert isinstance(b, DigitsFrame)
        np.testing.assert_array_equal(a.path, b.path)


def test_the_run_ends_at_rest_with_the_whole_path_in_its_last_frame() -> None:
    run = Run(DigitsSim(net(), strokes.digit(0)), live=True)
    run.start()
    frame = None
    while not (run.resting and run.frames.empty):
        frame = run.frames.take() or frame
    run.stop()
    assert run.join(5)
    assert isinstance(frame, DigitsFrame)
    assert len(frame.path) == frame.n_points


def test_another_recipe_is_answered_anew_along_the_whole_path() -> None:
    small = Drawing(tuple(
        Stroke(tuple((0.35 * x + 0.6, 0.35 * y) for x, y in one.points), 0.03)
        for one in strokes.digit(7).strokes
    ))  # fmt: skip
    sim = DigitsSim(net(), small)
    frame_of(sim)
    recipe = Recipe(centre=False)
    sim.apply(Change("recipe", recipe))
    frame = frame_of(sim)
    answer = judge(net(), prepare(raster(small, INK_SIZE), recipe))
    assert frame.prepared is not None
    assert frame.prepared.recipe == recipe
    assert frame.answer is not None
    assert answer is not None
    np.testing.assert_allclose(frame.answer.probabilities, answer.probabilities, rtol=1e-5)
    np.testing.assert_allclose(frame.path[-1], answer.probabilities, rtol=1e-5)
    with pytest.raises(ValueError, match="recipe"):
        sim.apply(Change("recipe", "all"))


def test_the_path_waits_while_the_pen_is_down_and_the_answer_does_not() -> None:
    sim = DigitsSim(net())
    sim.apply(Change("writing", True))
    sim.apply(Change("drawing", strokes.digit(3)))
    assert not sim.advance()
    frame = sim.snapshot()
    assert frame.answer is not None
    assert len(frame.path) == 0
    sim.apply(Change("writing", False))
    while sim.advance():
        pass
    assert len(sim.snapshot().path) == frame.n_points
