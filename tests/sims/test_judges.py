"""All judges see the same picture, say what they would say alone, and what they add up is what they score."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest

from neuroviz.app import shipped_nets
from neuroviz.data import mnist, strokes
from neuroviz.data.digits import DigitSet
from neuroviz.data.sheet import Sheet
from neuroviz.nn import Dense, Net, ReLU, Softmax, softmax
from neuroviz.runtime import Change
from neuroviz.sims.digits import DigitsSim
from neuroviz.sims.judges import NEAREST, JudgesFrame, JudgesSim, Verdict
from neuroviz.sims.neighbours import shares

NETS = tuple((name, net) for name, net in shipped_nets().items() if math.prod(net.input_shape) == 784)


def some() -> Iterator[float | DigitSet]:
    """Two thousand pictures, as if they were loaded in two pieces."""
    yield 0.0
    yield 0.5
    train = mnist.load().train
    yield DigitSet(train.images[:2_000], train.labels[:2_000], "some")


def run(sim: JudgesSim) -> JudgesFrame:
    while sim.advance():
        pass
    return sim.snapshot()


@pytest.fixture
def sim() -> JudgesSim:
    return JudgesSim(NETS, some)


def by_name(frame: JudgesFrame) -> dict[str, Verdict]:
    return {one.name: one for one in frame.verdicts}


def test_each_net_says_what_it_says_in_the_room_of_digits(sim: JudgesSim) -> None:
    drawing = strokes.digit(4)
    sim.apply(Change("sheet", Sheet(drawing)))
    found = by_name(run(sim))
    for name, net in NETS:
        alone = DigitsSim(net, drawing).snapshot().answer
        assert alone is not None
        np.testing.assert_array_equal(found[name].probabilities, alone.probabilities)
        assert found[name].size == net.n_params


@pytest.mark.parametrize("name", [name for name, _ in NETS])
def test_what_a_net_adds_up_is_its_score(sim: JudgesSim, name: str) -> None:
    grey = mnist.load_test().images[3]
    sim.apply(Change("sheet", Sheet(picture=grey, label=0)))
    found = by_name(sim.snapshot())[name]
    net = dict(NETS)[name]
    expected = net((grey.astype(np.float32) / 255).reshape(1, *net.input_shape))[0]
    np.testing.assert_allclose(found.scores, expected, atol=1e-4)
    assert found.evidence is not None
    assert found.evidence.shape == (10, 784 if name == "Linear" else 64)


def test_the_linear_models_evidence_is_its_weights_times_the_picture(sim: JudgesSim) -> None:
    grey = mnist.load_test().images[0]
    sim.apply(Change("sheet", Sheet(picture=grey)))
    found = by_name(sim.snapshot())["Linear"]
    assert found.evidence is not None
    weights = dict(NETS)["Linear"].views(0)["w"]
    expected = weights[:, 7] * (grey.reshape(-1) / np.float32(255))
    np.testing.assert_allclose(found.evidence[7], expected, rtol=1e-5)
    assert not found.evidence[:, grey.reshape(-1) == 0].any()


def test_a_net_that_ends_otherwise_has_no_evidence_and_one_with_softmax_has() -> None:
    rng = np.random.default_rng(0)
    ends = Net.create((Dense(10), ReLU()), (784,), rng)
    soft = Net.create((Dense(12), ReLU(), Dense(10), Softmax()), (784,), rng)
    sim = JudgesSim((("a", ends), ("b", soft)), some)
    sim.apply(Change("sheet", Sheet(strokes.digit(2))))
    frame = by_name(sim.snapshot())
    assert frame["a"].evidence is None
    assert frame["a"].probabilities is not None
    scores = frame["b"].scores
    assert scores is not None
    np.testing.assert_allclose(softmax(scores), frame["b"].probabilities, atol=1e-5)


def test_the_nets_answer_at_once_and_the_one_that_remembers_follows(sim: JudgesSim) -> None:
    sim.apply(Change("sheet", Sheet(strokes.digit(3))))
    frame = sim.snapshot()
    assert [name for name, _ in frame.answers()] == [name for name, _ in NETS]
    assert not frame.complete
    assert 0.0 <= frame.ready < 1.0
    frame = run(sim)
    assert frame.complete
    assert frame.ready == 1.0
    assert [name for name, _ in frame.answers()] == [*(name for name, _ in NETS), NEAREST]
    remembered = by_name(frame)[NEAREST]
    assert remembered.size == 2_000
    assert remembered.near is not None
    assert frame.index is not None
    assert frame.grey is not None
    assert remembered.near.indices.tolist() == frame.index.nearest(frame.grey).indices.tolist()
    np.testing.assert_array_equal(remembered.probabilities, shares(remembered.near))


def test_while_it_compares_the_last_verdict_stays_and_the_new_one_replaces_it(sim: JudgesSim) -> None:
    digits = mnist.load_test()
    sim.apply(Change("sheet", Sheet(picture=digits.images[0])))
    first = by_name(run(sim))[NEAREST].near
    sim.apply(Change("sheet", Sheet(picture=digits.images[1])))
    between = sim.snapshot()
    assert by_name(between)[NEAREST].near is first
    assert not between.complete
    assert by_name(run(sim))[NEAREST].near is not first


def test_an_empty_sheet_gets_no_answers_and_takes_the_last_ones_away(sim: JudgesSim) -> None:
    sim.apply(Change("sheet", Sheet(strokes.digit(3))))
    run(sim)
    sim.apply(Change("sheet", Sheet()))
    frame = run(sim)
    assert frame.grey is None
    assert frame.answers() == ()
    assert frame.majority() is None


def test_what_was_learnt_once_is_used_again() -> None:
    sim = JudgesSim(NETS, some)
    index = run(sim).index
    calls: list[int] = []

    def never() -> Iterator[float | DigitSet]:
        calls.append(1)
        yield from some()

    again = JudgesSim(NETS, never, index)
    again.apply(Change("sheet", Sheet(strokes.digit(9))))
    assert run(again).index is index
    assert calls == []


def test_without_the_one_that_remembers_nothing_is_learnt(sim: JudgesSim) -> None:
    sim.apply(Change("remembers", False))
    sim.apply(Change("sheet", Sheet(strokes.digit(5))))
    frame = run(sim)
    assert frame.complete
    assert frame.index is None
    assert NEAREST not in by_name(frame)
    sim.apply(Change("remembers", True))
    assert by_name(run(sim))[NEAREST].ranked is not None


def test_the_majority_needs_more_than_a_tie() -> None:
    def said(*digits: int) -> JudgesFrame:
        verdicts = tuple(Verdict(str(i), 1, np.eye(10, dtype=np.float32)[d]) for i, d in enumerate(digits))
        return JudgesFrame(0, np.zeros((28, 28), np.uint8), Sheet(), verdicts, 1.0, None, True)

    assert said(4, 4, 9, 4).majority() == 4
    assert said(4, 9).majority() is None
    assert said(7).majority() == 7
    assert said().majority() is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("sheet", None), ("sheet", Sheet(picture=np.zeros((5, 5), np.uint8))), ("x", 1), ("nets", (("a", 1),))],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(sim: JudgesSim, name: str, value: object) -> None:
    sim.apply(Change("sheet", Sheet(strokes.digit(1))))
    before = sim.snapshot()
    with pytest.raises(ValueError, match=r"wanted|unknown"):
        sim.apply(Change(name, value))
    np.testing.assert_array_equal(sim.snapshot().grey, before.grey)


def test_when_the_pictures_cannot_be_read_the_nets_answer_all_the_same() -> None:
    def damaged() -> Iterator[float | DigitSet]:
        yield 0.2
        raise FileNotFoundError("mnist.npz")

    sim = JudgesSim(NETS, damaged)
    sim.apply(Change("sheet", Sheet(strokes.digit(3))))
    frame = run(sim)
    assert frame.complete
    assert frame.ready is None
    assert dict(frame.answers()) == {name: 3 for name, _ in NETS}
