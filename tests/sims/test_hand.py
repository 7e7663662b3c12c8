"""A hand is read by every net as it grows, and what is known is not computed anew."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data import strokes
from neuroviz.data.digits import DigitSet
from neuroviz.data.handwriting import Entry, Handwriting
from neuroviz.data.script_hand import LEANING, NEAT, WIDE, Hand, written_by
from neuroviz.data.sheet import Sheet
from neuroviz.nn import Dense, Net
from neuroviz.runtime import Change
from neuroviz.sims.hand import HandFrame, HandSim, Reading, shared_mistake


def hand(n: int) -> Handwriting:
    rng = np.random.default_rng(0)
    return Handwriting(tuple(Entry(Sheet(strokes.digit(i % 10, rng)), i % 10) for i in range(n)))


def net(seed: int) -> Net:
    return Net.create((Dense(10),), (784,), np.random.default_rng(seed))


def noise(n: int = 150) -> DigitSet:
    rng = np.random.default_rng(1)
    images = rng.integers(0, 256, (n, 28, 28), dtype=np.uint8)
    return DigitSet(images, rng.integers(0, 10, n, dtype=np.uint8), "noise")


NETS = {"A": net(1), "B": net(2)}


def finished(sim: HandSim) -> HandFrame:
    while sim.advance():
        pass
    return sim.snapshot()


def expected(one: Net, images: np.ndarray) -> np.ndarray:
    return one(images.reshape(len(images), 784).astype(np.float32) / 255).argmax(axis=1)


def test_every_net_reads_every_digit_and_the_test() -> None:
    own, test = hand(7), noise()
    frame = finished(HandSim(NETS, own, lambda: test))
    assert frame.complete
    np.testing.assert_array_equal(frame.images, own.digits("x").images)
    np.testing.assert_array_equal(frame.labels, np.arange(7))
    for reading in frame.readings:
        np.testing.assert_array_equal(reading.answers, expected(reading.net, frame.images))
        assert (reading.test_right, reading.test_done) == (
            (expected(reading.net, test.images) == test.labels).sum(),
            150,
        )


def test_the_hand_comes_before_the_test_and_the_test_is_loaded_by_the_worker() -> None:
    loaded: list[int] = []
    sim = HandSim(NETS, hand(3), lambda: loaded.append(1) or noise())
    assert sim.snapshot().readings[0].answers.tolist() == [-1] * 3
    while not sim.snapshot().read:
        assert loaded == []
        assert sim.advance()
    assert not sim.snapshot().complete
    assert finished(sim).complete
    assert loaded == [1]


def test_a_digit_more_costs_one_digit() -> None:
    sim = HandSim(NETS, hand(5), noise)
    steps = finished(sim).step
    more = sim.snapshot().hand.plus(Entry(Sheet(strokes.digit(4)), 4))
    sim.apply(Change("hand", more))
    frame = finished(sim)
    assert frame.hand is more
    assert frame.complete
    assert (
        frame.step - steps <= 1 + len(NETS) + 1
    )  # prepared once, read by each, and the step that finds no more
    sim.apply(Change("hand", more.without([0, 1, 2])))
    assert sim.snapshot().complete, "nothing is left to do for fewer"


def test_another_net_reads_too_and_the_old_ones_keep_their_scores() -> None:
    sim = HandSim(NETS, hand(2), noise)
    before = finished(sim)
    sim.apply(Change("nets", {**NETS, "C": net(3)}))
    frame = sim.snapshot()
    assert [one.test_done for one in frame.readings] == [150, 150, 0]
    after = finished(sim)
    assert [one.name for one in after.readings] == ["A", "B", "C"]
    assert after.readings[0].test_right == before.readings[0].test_right


@pytest.mark.parametrize(
    "change", [Change("hand", 3), Change("nets", {"A": 3}), Change("nets", 3), Change("x", 1)]
)
def test_what_makes_no_sense_is_refused(change: Change) -> None:
    sim = HandSim(NETS, hand(1), noise)
    with pytest.raises(ValueError, match="unknown"):
        sim.apply(change)
    assert finished(sim).complete


def test_no_digits_and_no_nets_are_states_like_others() -> None:
    assert finished(HandSim(NETS, Handwriting(), noise)).complete
    frame = finished(HandSim({}, hand(1), noise))
    assert frame.readings == ()
    assert shared_mistake((), frame.labels) is None


def reading(*answers: int) -> Reading:
    n = len(answers)
    return Reading("x", NETS["A"], np.array(answers, np.int64), np.ones(n, np.float32), 0, 0)


def test_a_shared_mistake_is_one_that_all_make_alike_and_the_commonest() -> None:
    labels = np.array([7, 7, 7, 4, 5])
    assert shared_mistake((reading(1, 1, 7, 9, 5), reading(1, 1, 2, 9, 5)), labels) == (7, 1)
    assert shared_mistake((reading(1, 1, 7, 9, 5), reading(2, 7, 7, 9, 5)), labels) == (4, 9)
    assert shared_mistake((reading(1, 1, 7, 9, 5), reading(2, 7, 7, 4, 5)), labels) is None
    assert shared_mistake((reading(-1, -1, -1, -1, -1),), labels) is None


# -- hands drawn by script -----------------------------------------------------------------------------


@pytest.mark.parametrize("one", [NEAT, LEANING, WIDE])
def test_a_script_s_hand_is_balanced_consistent_and_lies_on_the_sheet(one: Hand) -> None:
    own = written_by(one, 3, np.random.default_rng(0))
    assert own.counts == (3,) * 10
    for entry in own.entries:
        assert {stroke.width for stroke in entry.sheet.drawing.strokes} == {one.pen}
        assert len(entry.sheet.drawing.strokes) == len(
            strokes.digit(entry.label, style=one.styles.get(entry.label)).strokes
        )
    again = written_by(one, 3, np.random.default_rng(0))
    assert [e.sheet.drawing for e in again.entries] == [e.sheet.drawing for e in own.entries]
    assert own.entries[0].sheet.drawing != own.entries[10].sheet.drawing, "no two are the same"


def test_the_leaning_hand_leans() -> None:
    def lean(one: Hand) -> float:
        points = np.array(one.writes(1, np.random.default_rng(1)).strokes[0].points)
        return float(np.polyfit(points[:, 1], points[:, 0], 1)[0])

    assert lean(LEANING) < lean(NEAT) - 0.4
