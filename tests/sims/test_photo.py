"""The reading simulation: stage by stage, only what a change concerns again, and nothing half loaded."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from neuroviz.data.photo.read import read
from neuroviz.data.photo.recipe import PhotoRecipe
from neuroviz.data.prepare import Recipe
from neuroviz.io.problem import Problem
from neuroviz.nn import Dense, Net, softmax
from neuroviz.runtime import Change
from neuroviz.sims.photo import N_STAGES, PhotoFrame, PhotoSim, Source, agreeing
from tests.data.photo.sheets import LABELS, answers, net, written

SHEET = written(width=480, height=320)
SOURCE = Source("sheet", lambda: SHEET, LABELS)


def broken() -> np.ndarray:
    raise Problem("picture-kind")


def finished(sim: PhotoSim) -> PhotoFrame:
    for _ in range(100):
        if not sim.advance():
            return sim.snapshot()
    raise AssertionError("it does not come to an end")


def same(one: PhotoFrame, photo: np.ndarray, recipe: PhotoRecipe) -> None:
    assert one.reading is not None
    expected = read(photo, recipe)
    assert [d.box for d in one.reading.digits] == [d.box for d in expected.digits]
    assert one.taken_for == answers(expected)


def test_it_comes_to_the_same_as_reading_at_once() -> None:
    sim = PhotoSim(net(), SOURCE, PhotoRecipe())
    first = sim.snapshot()
    assert first.reading is None
    assert not first.complete
    steps = []
    while sim.advance():
        steps.append(sim.snapshot().step)
    assert steps == sorted(steps), "loaded, made small, and stage by stage"
    assert set(steps) == set(range(N_STAGES))
    assert len(steps) > N_STAGES, "long stages are several units"
    frame = sim.snapshot()
    assert frame.complete
    assert frame.source is SOURCE
    same(frame, SHEET, PhotoRecipe())
    assert frame.taken_for == LABELS
    np.testing.assert_allclose(frame.answers.sum(axis=1), 1.0, rtol=1e-5)


@pytest.mark.parametrize(("recipe", "stages"), [
    (PhotoRecipe(polarity=False), 7),
    (PhotoRecipe(lines=False), 5),
    (PhotoRecipe(smallest=0.1), 2),
    (PhotoRecipe(prepare=Recipe(centre=False)), 1),
    (PhotoRecipe(), 0),
])  # fmt: skip
def test_only_what_a_change_concerns_is_done_again(recipe: PhotoRecipe, stages: int) -> None:
    sim = PhotoSim(net(), SOURCE, PhotoRecipe())
    finished(sim)
    sim.apply(Change("recipe", recipe))
    assert N_STAGES - sim.snapshot().step == stages
    same(finished(sim), SHEET, recipe)


def test_changes_in_the_middle_and_there_and_back() -> None:
    sim = PhotoSim(net(), SOURCE, PhotoRecipe())
    for _ in range(4):
        sim.advance()
    sim.apply(Change("recipe", PhotoRecipe(threshold=False)))
    sim.apply(Change("recipe", PhotoRecipe(light=False)))
    sim.advance()
    sim.apply(Change("recipe", PhotoRecipe()))
    same(finished(sim), SHEET, PhotoRecipe())


def test_another_photo_and_one_that_cannot_be_had() -> None:
    sim = PhotoSim(net(), SOURCE, PhotoRecipe())
    before = finished(sim)
    sim.apply(Change("photo", Source("bad", broken)))
    assert not sim.snapshot().complete
    frame = finished(sim)
    assert frame.complete
    assert frame.problem is not None
    assert frame.problem.id == "picture-kind"
    assert frame.source is SOURCE
    assert frame.reading is before.reading, "what was open stays"
    assert frame.n_asked == 2
    other = written((7, 8), seed=4, dark=True)
    sim.apply(Change("photo", Source("other", lambda: other)))
    frame = finished(sim)
    assert frame.problem is None
    same(frame, other, PhotoRecipe())


def test_a_change_within_a_stage_begins_it_anew() -> None:
    sim = PhotoSim(net(), SOURCE, PhotoRecipe())
    while sim.snapshot().step < 2 or sim.snapshot().reading is None:
        sim.advance()
    sim.advance()
    assert sim.snapshot().step == 2, "the lines are half removed"
    sim.apply(Change("recipe", PhotoRecipe(lines=False)))
    same(finished(sim), SHEET, PhotoRecipe(lines=False))


def test_a_photo_may_come_in_pieces_and_another_wish_ends_them() -> None:
    made: list[str] = []

    def slowly(name: str) -> Iterator[np.ndarray | None]:
        for _ in range(3):
            made.append(name)
            yield None
        yield SHEET

    sim = PhotoSim(net(), Source("one", lambda: slowly("one")), PhotoRecipe())
    for n in range(3):
        assert sim.advance()
        assert len(made) == n, "one piece is one unit"
        assert sim.snapshot().reading is None
    sim.apply(Change("photo", Source("two", lambda: slowly("two"))))
    same(finished(sim), SHEET, PhotoRecipe())
    assert made == ["one"] * 2 + ["two"] * 3


def test_a_first_photo_that_cannot_be_had_leaves_nothing() -> None:
    frame = finished(PhotoSim(net(), Source("bad", broken), PhotoRecipe()))
    assert frame.reading is None
    assert frame.problem is not None
    assert frame.taken_for == ()


def test_another_net_judges_the_same_digits() -> None:
    sim = PhotoSim(net(), SOURCE, PhotoRecipe())
    finished(sim)
    other = Net.create((Dense(10),), (784,), np.random.default_rng(0))
    sim.apply(Change("net", other))
    frame = finished(sim)
    assert frame.reading is not None
    x = np.stack([d.prepared.grey for d in frame.reading.digits]).reshape(-1, 784) / np.float32(255)
    np.testing.assert_allclose(frame.answers, softmax(other(x.astype(np.float32))), rtol=1e-4)


@pytest.mark.parametrize("change", [
    Change("photo", 3), Change("recipe", None), Change("net", "CNN"), Change("x", 1),
])  # fmt: skip
def test_nonsense_is_refused(change: Change) -> None:
    with pytest.raises(ValueError, match="change"):
        PhotoSim(net(), SOURCE, PhotoRecipe()).apply(change)


def test_agreement_counts_what_is_right_in_order() -> None:
    assert agreeing((1, 2, 3), (1, 2, 3)) == 3
    assert agreeing((1, 2, 3), (1, 9, 2, 3)) == 3
    assert agreeing((1, 2, 3), (3, 2, 1)) == 1
    assert agreeing((), (1,)) == agreeing((1,), ()) == 0
