"""Many nets at once: the same as a course alone, rewindable to the bit; what they have in common."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data.task import Task
from neuroviz.data.tasks import build, fresh
from neuroviz.runtime import Change, record
from neuroviz.runtime.log import Entry
from neuroviz.runtime.sim import Rewindable
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe
from neuroviz.sims.training.course import Course
from neuroviz.sims.training.many import FineSim, ManyFrame, ManySim, Setup, why_not
from neuroviz.sims.training.many_book import BUCKETS, LEVELS, ROWS, ManyBook
from neuroviz.sims.training.many_figures import figures
from neuroviz.sims.training.many_maps import SHARES, Gathering, grid, largest, side_of, single

KNOBS = Knobs(rate=0.1, momentum=0.9, batch=20)
TANH = (nn.Dense(6), nn.Tanh(), nn.Dense(2))


def recipe(source: str = "xor", layers: tuple[nn.Layer, ...] = TANH, knobs: Knobs = KNOBS) -> Recipe:
    n_in = 1 if source == "sine" else 2
    return Recipe(fresh(source), tuple(map(LayerPlan, layers)), (n_in,), knobs)


def sim(setup: Setup | None = None, made: Recipe | None = None) -> ManySim:
    made = made or recipe()
    return ManySim(made, build(made.task), setup or Setup(9))


def after(one: ManySim, steps: int) -> ManyFrame:
    for _ in range(steps):
        one.advance()
    return one.snapshot()


def test_it_can_be_rewound() -> None:
    assert isinstance(sim(), Rewindable)


def test_the_first_net_is_the_one_that_learns_alone() -> None:
    made = recipe(knobs=replace(KNOBS, clip=0.5, schedule="cosine", horizon=80, noise=0.1))
    task = build(made.task)
    course, many = Course(made, task), ManySim(made, task, Setup(9))
    for _ in range(40):
        course.advance()
        many.advance()
    frame = many.snapshot()
    np.testing.assert_allclose(frame.theta[0], course.trainer.theta, rtol=2e-3, atol=2e-4)
    assert frame.losses[0] == pytest.approx(course.loss, rel=1e-2)
    assert frame.epochs == course.feeder.epochs


def test_different_starts_agree_on_the_data_and_differ_beyond() -> None:
    frame = after(sim(Setup(36)), 600)
    assert frame.figures.median > 0.95
    assert frame.figures.on_data > 0.95
    assert frame.figures.beyond < frame.figures.on_data - 0.05


def test_the_average_net_is_worse_than_the_averaged_answers() -> None:
    found = after(sim(Setup(36)), 600).figures
    assert found.together > 0.95
    assert found.average < 0.8


def test_from_the_same_start_there_is_one_net_only() -> None:
    frame = after(sim(Setup(16, same=True)), 50)
    np.testing.assert_array_equal(frame.theta, np.repeat(frame.theta[:1], 16, axis=0))
    assert frame.figures.beyond == frame.figures.on_data == 1.0
    np.testing.assert_array_equal(frame.common.levels, SHARES)


def test_the_scale_and_the_examples_are_those_of_the_setup() -> None:
    usual, large = sim().snapshot(), sim(Setup(9, scale=3.0)).snapshot()
    np.testing.assert_allclose(large.theta, 3 * usual.theta, rtol=1e-6)  # biases are zero
    assert len(sim(Setup(9, examples=8)).snapshot().task.train) == 8
    np.testing.assert_array_equal(usual.theta[0], recipe().net().theta)


def test_a_batch_is_no_larger_than_a_step_can_bear() -> None:
    layers = (nn.Dense(32), nn.Tanh(), nn.Dense(32), nn.Tanh(), nn.Dense(2))
    made = recipe(layers=layers, knobs=replace(KNOBS, batch=256))
    assert sim(Setup(1024), made).batch < 64
    assert sim(Setup(9), made).batch == 256


def test_two_recordings_with_turned_knobs_are_equal_to_the_bit() -> None:
    turns = ((3, "rate", 0.3), (5, "batch", 7), (8, "rate", 0.01))
    changes = [Entry(step, Change(name, value)) for step, name, value in turns]
    first, again = (record(sim(), 12, changes) for _ in range(2))
    for one, other in zip(first, again, strict=True):
        assert isinstance(one, ManyFrame)
        assert isinstance(other, ManyFrame)
        np.testing.assert_array_equal(one.theta, other.theta)
        np.testing.assert_array_equal(one.sheet.codes, other.sheet.codes)
        np.testing.assert_array_equal(one.swarm.lines, other.swarm.lines)
    last = first[-1]
    assert isinstance(last, ManyFrame)
    assert (last.knobs.rate, last.batch) == (0.01, 7)


def test_it_goes_back_and_on_to_the_bit_and_keeps_what_is_known() -> None:
    one = sim()
    after(one, 10)
    state = one.state()
    straight = after(one, 10)
    one.restore(state)
    assert one.snapshot().swarm.last == 20
    back = after(one, 10)
    np.testing.assert_array_equal(back.theta, straight.theta)
    np.testing.assert_array_equal(back.swarm.lines, straight.swarm.lines)
    assert state.nbytes > state.nets.nbytes


def test_an_act_in_the_past_begins_another_future() -> None:
    one = sim()
    after(one, 5)
    state = one.state()
    after(one, 10)
    one.restore(state)
    change = Change("rate", 0.5)
    one.apply(change)
    assert one.snapshot().swarm.last == 5
    frame = after(one, 10)
    one.restore(state)
    one.apply(change)  # the same act again, as a run replays it: nothing is forgotten
    assert one.snapshot().swarm.last == 15
    np.testing.assert_array_equal(after(one, 10).theta, frame.theta)


def test_a_net_is_picked_without_touching_the_run() -> None:
    one = sim()
    after(one, 3)
    one.apply(Change("pick", 4, "look"))
    frame = one.snapshot()
    assert frame.picked == 4
    assert frame.step == 3
    np.testing.assert_array_equal(frame.one.outputs, single(frame.plan, frame.task, frame.theta[4]).outputs)


@pytest.mark.parametrize("change", [
    Change("pick", 9, "look"), Change("pick", -1, "look"), Change("look", 1, "look"), Change("count", 3),
    Change("rate", -1.0), Change("batch", 0), Change("pick", 1)], ids=repr)
def test_what_makes_no_sense_is_refused(change: Change) -> None:
    one = sim()
    with pytest.raises(ValueError, match=r"."):
        one.apply(change)
    assert one.knobs == KNOBS


def test_it_says_why_it_cannot() -> None:
    xor = build(fresh("xor"))
    assert why_not(recipe().plan(), xor) is None
    assert why_not(nn.Plan((nn.Dense(6), nn.Dropout(0.1), nn.Dense(2)), (2,)), xor) == "layers"
    assert why_not(nn.Plan((nn.Dense(2000), nn.Tanh(), nn.Dense(2)), (2,)), xor) == "large"
    pictures = replace(xor, view="images")
    assert why_not(recipe().plan(), pictures) == "view"
    with pytest.raises(ValueError, match="view"):
        ManySim(recipe(), pictures, Setup(9))


FLYING = (nn.Dense(16), nn.LeakyReLU(0.1), nn.Dense(16), nn.LeakyReLU(0.1), nn.Dense(1))


def test_nets_that_fly_apart_are_counted_and_left_out() -> None:
    made = recipe("hills", FLYING, Knobs(rate=0.55, momentum=0.0, batch=20))
    frame = after(sim(Setup(36), made), 300)
    lost = frame.figures.lost
    assert 0 < lost < 36
    assert frame.common.counted == 36 - lost
    assert np.isfinite(frame.common.agreement).all()
    assert np.isfinite(frame.figures.together)


def test_it_ends_when_all_have_flown_apart() -> None:
    made = recipe("hills", FLYING, Knobs(rate=50.0, momentum=0.0, batch=20))
    one = sim(Setup(9), made)
    steps = 0
    while one.advance():
        steps += 1
        assert steps < 200
    frame = one.snapshot()
    assert frame.figures.lost == 9
    assert frame.common.counted == 0
    assert np.isnan(frame.common.agreement).all()
    assert (frame.common.levels == SHARES + 1).all()


@pytest.mark.parametrize(("source", "layers"), [
    ("xor", TANH), ("three", (*TANH[:2], nn.Dense(3))), ("hills", (*TANH[:2], nn.Dense(1))),
    ("sine", (*TANH[:2], nn.Dense(1)))])
def test_drawn_finely_it_is_the_same_nets(source: str, layers: tuple[nn.Layer, ...]) -> None:
    frame = after(sim(Setup(144), recipe(source, layers)), 20)
    fine = FineSim(frame)
    assert fine.snapshot().sheet is None
    while fine.advance():
        pass
    found = fine.snapshot()
    assert found.sheet is not None
    assert found.common is not None
    assert found.sheet.k == frame.sheet.k == 144
    assert found.sheet.side >= frame.sheet.side
    assert found.common.counted == 144
    assert float(np.nanmean(found.common.agreement)) == pytest.approx(
        float(np.nanmean(frame.common.agreement)), rel=0.05
    )
    with pytest.raises(ValueError, match="unknown change"):
        fine.apply(Change("rate", 1.0))


def test_agreement_is_the_share_of_the_most_frequent_answer() -> None:
    task = build(fresh("three"))
    side = 4
    out = np.zeros((4, 3, side * side), np.float32)
    out[0, 0] = out[1, 1] = out[2, 1] = out[3, 2] = 1.0
    drawn = Gathering(task, side)
    drawn.add(out[:3])
    drawn.add(out[3:])
    found = drawn.common()
    np.testing.assert_allclose(found.agreement, 0.5)
    np.testing.assert_allclose(found.mean.sum(axis=2), 1.0, rtol=1e-5)
    assert found.counted == 4
    assert drawn.sheet().codes.shape == (2 * side, 2 * side)


def test_spread_is_the_standard_deviation() -> None:
    task = build(fresh("hills"))
    side = side_of(task, 9)
    rng = np.random.default_rng(1)
    out = rng.normal(0, 0.3, (9, 1, side * side)).astype(np.float32)
    drawn = Gathering(task, side)
    drawn.add(out)
    np.testing.assert_allclose(drawn.common().agreement.ravel(), out[:, 0].std(axis=0), rtol=1e-3)
    out[3] = 1e6 * largest(task)
    drawn = Gathering(task, side)
    drawn.add(out)
    assert drawn.common().counted == 8


def test_figures_are_those_of_the_single_nets() -> None:
    one = sim(Setup(9))
    frame = after(one, 100)
    task: Task = frame.task
    for i in (0, 5):
        net = nn.Net(frame.plan.layers, frame.theta[i].copy(), (2,))
        right = float((net(task.valid.x).argmax(axis=1) == task.valid.y).mean())
        assert frame.figures.scores[i] == pytest.approx(right)
    places = grid(task, 8)
    again = figures(frame.plan, task, frame.theta, nn.outputs_of(frame.plan, frame.theta, places), places)
    np.testing.assert_array_equal(again.scores, frame.figures.scores)


def test_the_curves_by_themselves_end_lowest_and_highest() -> None:
    one = sim(Setup(9))
    for steps in (60, 240):
        frame = after(one, steps)
        _, means = one.book.means()
        lines = frame.swarm.lines
        assert lines[4, -1] == means[-1].min()
        assert lines[5, -1] == means[-1].max()
    assert lines[0, -1] >= lines[4, -1]
    assert ManyBook(3).extremes() == (0, 0)
    lost = ManyBook(3)
    lost.write(1, np.array([1.0, np.nan, 0.5], np.float32))
    assert lost.extremes() == (2, 1)


def test_the_book_stays_in_its_bounds_and_keeps_the_means() -> None:
    book = ManyBook(3)
    for step in range(1, 10 * BUCKETS + 1):
        book.write(step, np.array([step, 2 * step, np.nan], np.float32))
    steps, means = book.means()
    assert len(steps) <= BUCKETS
    assert steps[-1] == 10 * BUCKETS
    np.testing.assert_allclose(means[:, 0], steps - (book.stride - 1) / 2, rtol=1e-5)
    assert np.isnan(means[:, 2]).all()


def test_the_picture_shows_every_curve_once_in_each_column() -> None:
    book = ManyBook(5)
    for step in range(1, 30):
        book.write(step, np.full(5, 10.0 ** (-step / 10), np.float32))
    swarm = book.swarm((0, 1, 2))
    assert swarm.picture.shape == (ROWS, 29)
    assert (swarm.picture.max(axis=0) == LEVELS).all()  # all five lie on each other
    np.testing.assert_allclose(swarm.lines, np.tile(10.0 ** (-np.arange(1, 30) / 10), (6, 1)), rtol=1e-5)
    assert 10.0**swarm.low <= swarm.lines.min() <= swarm.lines.max() <= 10.0**swarm.high


def test_pictures_grown_step_by_step_are_those_made_at_once() -> None:
    rng = np.random.default_rng(1)
    losses = rng.lognormal(0, 2, (2 * BUCKETS + 50, 7)).astype(np.float32)
    grown, once = ManyBook(7), ManyBook(7)
    for step, row in enumerate(losses, 1):
        grown.write(step, row)
        once.write(step, row)
        if step % 37 == 0:
            grown.swarm((0, 1, 2))
    a, b = grown.swarm((0, 1, 2)), once.swarm((0, 1, 2))
    np.testing.assert_array_equal(a.lines, b.lines)
    if (a.low, a.high) == (b.low, b.high):
        np.testing.assert_array_equal(a.picture, b.picture)


def test_what_is_forgotten_is_written_anew() -> None:
    book, plain = ManyBook(2), ManyBook(2)
    for step in range(1, 21):
        book.write(step, np.full(2, step, np.float32))
    book.write(7, np.full(2, 99, np.float32))  # known: passed over
    book.forget_after(10)
    for step in range(11, 21):
        book.write(step, np.full(2, 100 + step, np.float32))
    for step in range(1, 21):
        plain.write(step, np.full(2, step if step <= 10 else 100 + step, np.float32))
    for a, b in zip(book.means(), plain.means(), strict=True):
        np.testing.assert_array_equal(a, b)
