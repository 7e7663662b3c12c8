"""The game: balanced, stratified, reproducible, and honest about who answers."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz import nn
from neuroviz.data.digits import DigitSet
from neuroviz.runtime import Change, Entry, record
from neuroviz.sims.agreement import UNREAD
from neuroviz.sims.game import GameFrame, GameSim, GameSpec, draw_rounds, judged
from neuroviz.sims.game_kinds import KINDS


@lru_cache
def digits() -> DigitSet:
    rng = np.random.default_rng(0)
    images = (rng.random((400, 28, 28)) * 255).astype(np.uint8)
    return DigitSet(images, np.repeat(np.arange(10, dtype=np.uint8), 40), "made up")


@lru_cache
def net(seed: int = 0) -> nn.Net:
    layers = [nn.Flatten(), nn.Dense(10)]
    return nn.Net.create(layers, (1, 28, 28), np.random.default_rng(seed))


def sim(spec: GameSpec) -> GameSim:
    return GameSim(spec, net(), digits)


def played(spec: GameSpec, said: list[int | None]) -> list[GameFrame]:
    ready = spec.rounds + 2
    log = [Entry(ready, Change("said", one)) for one in said]
    frames = record(sim(spec), ready + 5, log)
    assert all(isinstance(one, GameFrame) for one in frames)
    return frames  # type: ignore[return-value]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 60), st.floats(-5, 5), st.floats(0.1, 9))
def test_rounds_are_balanced_stratified_and_never_the_same_twice(
    seed: int, n: int, low: float, wide: float
) -> None:
    spec = GameSpec("blur", seed, n, low, low + wide)
    rounds = draw_rounds(digits().labels, spec, np.random.default_rng(seed))
    assert len(set(rounds.indices.tolist()) | {rounds.preview}) == n + 1
    assert (digits().labels[rounds.indices] == rounds.labels).all()
    counts = np.bincount(rounds.labels, minlength=10)
    assert counts.max() - counts.min() <= 1
    strata = np.sort((rounds.levels - low) / wide * n)
    assert (np.abs(strata - (np.arange(n) + 0.5)) <= 0.5 + 1e-6).all(), "one level in each part of the range"


def test_levels_come_in_no_order_and_have_nothing_to_do_with_the_digits() -> None:
    found = [draw_rounds(digits().labels, GameSpec("blur", s), np.random.default_rng(s)) for s in range(200)]
    along = [np.corrcoef(np.arange(20), one.levels)[0, 1] for one in found]
    digit = [np.corrcoef(one.labels, one.levels)[0, 1] for one in found]
    assert abs(np.mean(along)) < 0.06
    assert abs(np.mean(digit)) < 0.06
    assert np.std(along) == pytest.approx(1 / np.sqrt(19), rel=0.2), "as for a shuffled pack"


def test_the_answers_are_noted_and_the_same_log_gives_the_same_game() -> None:
    said = [3, None, 7, *([1] * 17)]
    spec = GameSpec("noise", 5)
    one, other = played(spec, said)[-1], played(spec, said)[-1]
    assert one.over
    assert one.said.tolist() == [UNREAD if k is None else k for k in said]
    assert one.summary is not None
    for name in ("pictures", "probabilities", "said", "preview"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    assert other.summary is not None
    assert one.summary.pair == other.summary.pair
    again = record(GameSim(spec, net(), digits, said), 40)[-1]
    assert isinstance(again, GameFrame)
    np.testing.assert_array_equal(again.pictures, one.pictures)
    assert again.summary is not None, "a game taken up again is the same game"
    assert again.summary.you == one.summary.you
    different = played(GameSpec("noise", 6), said)[-1]
    assert not np.array_equal(different.pictures, one.pictures)


@pytest.mark.parametrize("kind", KINDS)
def test_the_net_answers_what_the_person_sees(kind: str) -> None:
    frame = played(GameSpec(kind, 1), [])[-1]
    assert frame.ready
    assert frame.pictures.shape == (20, 28, 28)
    assert len(frame.preview) == 6
    for picture, p in zip(frame.pictures, frame.probabilities, strict=True):
        np.testing.assert_array_equal(judged(net(), picture), p)
    assert frame.probabilities.sum(axis=1) == pytest.approx(np.ones(20), abs=1e-5)
    assert frame.rounds is not None
    kept = frame.pictures == digits().images[frame.rounds.indices]
    easy, hard = frame.rounds.levels.argmin(), frame.rounds.levels.argmax()
    assert kept[easy].mean() >= kept[hard].mean()


def test_a_stand_in_answers_as_itself_and_cannot_tell_what_it_is_not_sure_of() -> None:
    player = net(1)
    frames = record(sim(GameSpec("blur", 2)), 60, [Entry(22, Change("stand_in", player))])
    last = frames[-1]
    assert isinstance(last, GameFrame)
    assert last.over
    assert last.stand_in
    for picture, said in zip(last.pictures, last.said, strict=True):
        p = judged(player, picture)
        assert said == (int(p.argmax()) if p.max() >= 0.5 else UNREAD)


@pytest.mark.parametrize(
    "change",
    [
        Change("said", 10), Change("said", -1), Change("said", True), Change("said", "3"),
        Change("said", 2.0), Change("stand_in", None), Change("level", 2),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_answer_is_refused_and_changes_nothing(change: Change) -> None:
    one = sim(GameSpec("blur", 0))
    for _ in range(22):
        one.advance()
    with pytest.raises(ValueError, match=r"no digit|unknown|wanted"):
        one.apply(change)
    assert one.snapshot().step == 0


def test_an_answer_before_its_picture_or_after_the_last_is_refused() -> None:
    one = sim(GameSpec("blur", 0, rounds=10))
    with pytest.raises(ValueError, match="no answer is asked"):
        one.apply(Change("said", 1))
    while one.advance():
        pass
    for _ in range(10):
        one.apply(Change("said", 1))
    with pytest.raises(ValueError, match="no answer is asked"):
        one.apply(Change("said", 1))
    assert one.snapshot().over


@pytest.mark.parametrize(
    "how",
    [{"kind": "love"}, {"rounds": 0}, {"seed": -1}, {"low": 3.0, "high": 3.0}, {"low": 2.0, "high": 1.0}],
    ids=str,
)
def test_a_game_that_makes_no_sense_is_refused(how: dict) -> None:
    with pytest.raises(ValueError, match=r"disturbance|rounds|levels"):
        GameSpec(**how)


def test_too_few_images_are_said() -> None:
    with pytest.raises(ValueError, match="images of a"):
        draw_rounds(np.zeros(30, np.uint8), GameSpec(), np.random.default_rng(0))
