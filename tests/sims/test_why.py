"""Why: one question after another, for any net; what is shown while it is being computed."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.sheet import Sheet
from neuroviz.io.nets import read_net
from neuroviz.nn import Net
from neuroviz.resources import asset
from neuroviz.runtime import Change, record
from neuroviz.sims.attribution import GRADIENT, INTEGRATED, METHODS, OCCLUSION, TIMES_INPUT
from neuroviz.sims.smallest_flip import FOUND
from neuroviz.sims.subject import Subject, kind_of
from neuroviz.sims.why import ALL, LAST, WhyFrame, WhySettings, WhySim, randomised
from tests.sims.any_net import NETS

RNG = np.random.default_rng


def picture(seed: int = 0) -> Sheet:
    grey = np.zeros((28, 28), np.uint8)
    grey[6:22, 8:20] = RNG(seed).integers(0, 256, (16, 12))
    return Sheet(picture=grey)


def subject_of(net: Net, seed: int = 0) -> Subject:
    if kind_of(net) == "digit":
        return Subject(net, picture(seed))
    n = int(np.prod(net.input_shape))
    return Subject(net, RNG(seed).uniform(-1, 1, n).astype(np.float32))


def run(sim: WhySim, most: int = 20_000) -> WhyFrame:
    for _ in range(most):
        if not sim.advance():
            return sim.snapshot()
    raise AssertionError("it does not end")


@pytest.fixture(scope="module")
def mlp() -> Net:
    return read_net(asset("weights", "mlp.npz"))


def test_the_gradient_is_there_at_once_and_everything_in_the_end(mlp: Net) -> None:
    sim = WhySim(subject_of(mlp))
    first = sim.snapshot()
    assert set(first.maps) == {GRADIENT, TIMES_INPUT}
    assert not first.complete
    for _ in range(3):
        sim.advance()
    assert set(sim.snapshot().maps) == set(METHODS)
    for _ in range(5):
        sim.advance()
    assert sim.snapshot().flip is not None
    last = run(sim)
    assert last.complete
    assert last.flip is not None
    assert last.flip.status == FOUND
    assert all(one.done >= 1 and one.fresh for one in last.maps.values())
    assert set(last.curves) == {*METHODS, "random"}
    rise = last.f - last.f0
    assert last.maps[INTEGRATED].total == pytest.approx(rise, rel=0.1)


def test_nothing_flickers_while_a_hand_draws(mlp: Net) -> None:
    sim = WhySim(subject_of(mlp))
    run(sim)
    for i in range(1, 6):
        sim.apply(Change("subject", subject_of(mlp, i)))
        for _ in range(6):
            frame = sim.snapshot()
            assert set(frame.maps) == set(METHODS)
            assert np.isfinite(frame.maps[OCCLUSION].values).all()
            assert frame.flip is not None
            assert frame.flip.status == FOUND
            sim.advance()


def test_while_a_hand_draws_old_maps_stay_and_are_marked(mlp: Net) -> None:
    sim = WhySim(subject_of(mlp))
    run(sim)
    sim.apply(Change("subject", subject_of(mlp, 1)))
    frame = sim.snapshot()
    assert frame.maps[GRADIENT].fresh
    assert not frame.maps[OCCLUSION].fresh
    assert not frame.flip_fresh
    assert frame.flip is not None
    assert run(sim).maps[OCCLUSION].fresh


@pytest.mark.parametrize("name", NETS)
def test_any_net_gets_some_answer(name: str) -> None:
    net = NETS[name]()
    for settings in (WhySettings(), WhySettings(chosen=1, against=True, target=0, steps=3, weights=ALL)):
        sim = WhySim(subject_of(net), settings)
        frame = run(sim)
        assert frame.complete
        if frame.finite:
            assert set(frame.maps) == set(METHODS)
            assert frame.answer >= 0
        else:
            assert frame.maps == {}


@pytest.mark.parametrize("name", ["NaN", "infinite"])
def test_what_is_no_number_is_not_explained(name: str) -> None:
    assert not run(WhySim(subject_of(NETS[name]()))).finite


def test_an_empty_pad_is_no_question(mlp: Net) -> None:
    frame = run(WhySim(Subject(mlp, Sheet())))
    assert frame.x is None
    assert frame.complete


def test_the_runner_up_is_taken_off(mlp: Net) -> None:
    plain = WhySim(subject_of(mlp)).snapshot()
    against = WhySim(subject_of(mlp), WhySettings(against=True)).snapshot()
    assert against.rival not in (-1, against.chosen)
    z = mlp(plain.x.reshape(1, 784))[0]  # type: ignore[union-attr]
    assert against.f == pytest.approx(z[against.chosen] - z[against.rival], rel=1e-4)


def test_settings_and_subjects_can_change_at_any_time(mlp: Net) -> None:
    sim = WhySim(subject_of(mlp))
    cnn = read_net(asset("weights", "cnn.npz"))
    plane = read_net(asset("weights", "plane-three.npz"))
    for i, net in enumerate((cnn, plane, mlp, plane)):
        for _ in range(5 * i):
            sim.advance()
        sim.apply(Change("subject", subject_of(net, i)))
        sim.apply(Change("settings", WhySettings(chosen=9, target=7, patch=14, baseline=0.5)))
        assert sim.snapshot().subject.net is net
    frame = run(sim)
    assert frame.regions is not None
    assert frame.regions.answers.shape == frame.regions.sure.shape


def test_what_makes_no_sense_is_refused(mlp: Net) -> None:
    sim = WhySim(subject_of(mlp))
    for change in (Change("subject", 3), Change("settings", {}), Change("steps", 4)):
        with pytest.raises(ValueError, match="unknown"):
            sim.apply(change)
    nan = float("nan")
    for wrong in ({"steps": 0}, {"patch": 0}, {"baseline": nan}, {"norm": "l7"}, {"weights": "none"}):
        with pytest.raises(ValueError):  # noqa: PT011 - each has its own words
            WhySettings(**wrong)


def test_random_weights_change_the_maps_and_the_likeness_says_how_much(mlp: Net) -> None:
    frame = run(WhySim(subject_of(mlp), WhySettings(weights=ALL)))
    assert frame.net is not mlp
    assert set(frame.likeness) == set(METHODS)
    assert abs(frame.likeness[GRADIENT]) < 0.2
    trained = WhySim(subject_of(mlp)).snapshot()
    assert frame.chosen == trained.answer


def test_the_last_layer_alone_can_be_made_random(mlp: Net) -> None:
    mixed = randomised(mlp, LAST, RNG(0))
    views = [i for i in range(len(mlp.layers)) if mlp.views(i)]
    for i in views[:-1]:
        np.testing.assert_array_equal(mixed.views(i)["w"], mlp.views(i)["w"])
    assert (mixed.views(views[-1])["w"] != mlp.views(views[-1])["w"]).any()


def test_a_saturated_net_has_no_slope_and_integrated_gradients_find_the_rise() -> None:
    net = read_net(asset("weights", "saturated.npz"))
    image = np.load(asset("mnist.npz"), allow_pickle=False)["test_images"][128]
    frame = run(WhySim(Subject(net, Sheet(picture=image))))
    assert np.abs(frame.maps[GRADIENT].values).max() < 1e-3
    assert frame.maps[INTEGRATED].total == pytest.approx(frame.f - frame.f0, rel=0.05)
    assert frame.f - frame.f0 > 5


def test_the_same_question_gets_the_same_bits(mlp: Net) -> None:
    frames = [record(WhySim(subject_of(mlp)), 30)[-1] for _ in range(2)]
    for name in METHODS:
        np.testing.assert_array_equal(frames[0].maps[name].values, frames[1].maps[name].values)  # type: ignore[attr-defined]
