"""One step of learning, number by number: against differences, against the trainer, against torch."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data import plane, strokes
from neuroviz.data.sheet import Sheet
from neuroviz.nn.gradients import backward
from neuroviz.runtime import Change, record
from neuroviz.runtime.log import Entry
from neuroviz.sims.backprop import BackpropFrame, BackpropSim, Wish
from neuroviz.sims.chain import chain, strongest
from neuroviz.sims.exam import Exam, Sitting
from neuroviz.sims.loss_of import LossOf, loss_kind
from neuroviz.sims.one_weight import Weight
from neuroviz.sims.subject import Subject

RNG = np.random.default_rng(0)
MLP = nn.Net.create((nn.Dense(12), nn.ReLU(), nn.Dense(8), nn.Tanh(), nn.Dense(10)), (784,), RNG)
CNN = nn.Net.create(
    (nn.Conv2d(3, 5, padding=1), nn.ReLU(), nn.MaxPool(), nn.Conv2d(4, 3, stride=2), nn.GELU(), nn.Flatten(),
     nn.Dense(10)), (1, 28, 28), RNG)  # fmt: skip
SMALL = nn.Net.create((nn.Dense(3), nn.Tanh(), nn.Dense(1), nn.Sigmoid()), (2,), RNG)
SOFT = nn.Net.create((nn.Dense(4), nn.LayerNorm(), nn.LeakyReLU(), nn.Dense(3), nn.Softmax()), (2,), RNG)
DEEP = nn.Net.create(tuple(nn.Dense(1) if i % 2 else nn.Tanh() for i in range(1, 200)), (2,), RNG)
ONE = nn.Net.create((nn.Dense(10),), (784,), RNG)


def biased(net: nn.Net) -> nn.Net:
    """With biases that are not zero, or an even background would lie on the corner of the ReLUs."""
    return net.with_theta(net.theta + RNG.normal(0, 0.02, net.theta.shape).astype(np.float32))


MLP, CNN, SMALL, SOFT, DEEP, ONE = map(biased, (MLP, CNN, SMALL, SOFT, DEEP, ONE))
NETS = {"mlp": MLP, "cnn": CNN, "small": SMALL, "soft": SOFT, "deep": DEEP, "one layer": ONE}
every_net = pytest.mark.parametrize("net", NETS.values(), ids=NETS)


def subject(net: nn.Net) -> Subject:
    if np.prod(net.input_shape) == 784:
        return Subject(net, Sheet(strokes.digit(7)))
    return Subject(net, np.array([0.4, -0.7], np.float32))


def frame_of(net: nn.Net, wish: Wish | None = None, learn: int = 0) -> BackpropFrame:
    changes = [Entry(0, Change("learn", learn))] if learn else []
    found = record(BackpropSim(subject(net), wish), learn, changes)[-1]
    assert isinstance(found, BackpropFrame)
    return found


@every_net
def test_the_chain_multiplies_to_the_gradient_which_is_that_of_differences(net: nn.Net) -> None:
    frame = frame_of(net, Wish(target=1))
    found = frame.gradients
    assert found is not None
    loss = LossOf(loss_kind(net), 1)
    for layer in range(len(net.layers)):
        for name, array in net.plan.views(found.dtheta, layer, trainable_only=True).items():
            for index in {tuple(map(int, RNG.integers(0, array.shape))) for _ in range(3)}:
                one = chain(net, found, Weight(layer, name, index), loss, 0.1)
                assert one.kink or one.gradient == pytest.approx(one.numeric, rel=2e-3, abs=2e-5)
                assert one.after == pytest.approx(one.value - 0.1 * one.gradient, rel=1e-6, abs=1e-7)
                if one.slope is not None and one.da is not None:
                    assert one.slope * one.da == pytest.approx(one.dz, rel=1e-3, abs=1e-6)
                if net.layers[layer].kind == "dense":
                    assert one.a * one.dz == pytest.approx(one.gradient, rel=1e-4, abs=1e-7)
                if one.n_terms and one.n_terms <= 3 and one.da is not None:
                    assert sum(t.w * t.error for t in one.terms) == pytest.approx(one.da, rel=1e-3, abs=1e-6)


def test_a_kink_is_said_to_be_one() -> None:
    layers = (nn.Dense(1), nn.ReLU(), nn.Dense(1))
    for bias, kinked in ((0.5, False), (0.0, True)):
        net = nn.Net(layers, np.array([1.0, 0.0, bias, 1.0, 0.0], np.float32), (2,))
        found = backward(net, np.zeros((1, 2), np.float32), LossOf("square", 1).gradient)
        corner = chain(net, found, Weight(0, "b", (0,)), LossOf("square", 1), 0.1)
        assert corner.kink is kinked
        if kinked:
            assert (corner.below, corner.above) == pytest.approx((0, -1), abs=1e-5)


def test_a_kernels_gradient_is_the_sum_over_its_places() -> None:
    found = frame_of(CNN, Wish(target=2)).gradients
    assert found is not None
    x, dy = found.trace.input[0, 0], found.dys[0]
    assert dy is not None
    padded = np.pad(x, 1)
    for index in ((0, 0, 0, 0), (2, 0, 4, 3)):
        seen = padded[index[2] : index[2] + 26, index[3] : index[3] + 26]
        one = chain(CNN, found, Weight(0, "w", index), LossOf("logits", 2), 0.1)
        assert one.n_places == 26 * 26
        assert one.gradient == pytest.approx(float((seen * dy[0, index[0]]).sum()), rel=1e-3, abs=1e-5)
        assert abs(one.a * one.dz) == pytest.approx(float(np.abs(seen * dy[0, index[0]]).max()), rel=1e-5)


def test_a_step_is_the_trainers_step() -> None:
    frame = frame_of(MLP, Wish(target=3, rate=0.05))
    trainer = nn.Trainer(MLP, nn.CrossEntropy(), nn.SGD(0.05), 1)
    x = subject(MLP).x
    assert x is not None
    assert trainer.step(x, np.array([3])) == pytest.approx(frame.loss, rel=1e-5)
    assert frame.next is not None
    np.testing.assert_allclose(frame.next.theta, trainer.net.theta, rtol=1e-4, atol=1e-7)


@every_net
def test_small_steps_bring_the_loss_down(net: nn.Net) -> None:
    frame = frame_of(net, Wish(target=1, rate=0.01), learn=15)
    assert frame.step == 15
    assert len(frame.losses) == 16
    assert frame.losses[-1] == frame.loss <= frame.losses[0]
    assert frame.loss_after <= frame.loss
    if net is not DEEP:
        assert frame.loss < frame.losses[0]


@every_net
def test_losses_have_the_gradient_of_differences(net: nn.Net) -> None:
    y = RNG.uniform(0.1, 0.9, (1, *net.shapes[-1]))
    loss, step = LossOf(loss_kind(net), 1), 1e-6
    slope = np.zeros_like(y)
    for at in np.ndindex(y.shape):
        up, down = y.copy(), y.copy()
        up[at] += step
        down[at] -= step
        slope[at] = (loss.value(up) - loss.value(down)) / (2 * step)
    np.testing.assert_allclose(loss.gradient(y), slope, rtol=1e-6, atol=1e-8)


def test_losses_are_the_engines() -> None:
    y = RNG.normal(0, 2, (1, 6)).astype(np.float32)
    assert LossOf("logits", 4).value(y) == pytest.approx(nn.CrossEntropy()(y, np.array([4])), rel=1e-5)
    assert LossOf("probabilities", 4).value(nn.softmax(y)) == pytest.approx(LossOf("logits", 4).value(y))


def test_the_strongest_weight_is_that_of_a_search() -> None:
    x = subject(MLP).x
    assert x is not None
    found = backward(MLP, x, LossOf("logits", 0).gradient)
    best = strongest(MLP, found, 2, unit=5)
    assert best is not None
    size = np.abs(MLP.plan.views(found.dtheta, 2)["w"])
    assert best.index[1] == 5
    assert size[best.index] == size[:, 5].max()
    assert strongest(MLP, found, 1) is None


def test_an_empty_pad_and_broken_numbers_give_no_step() -> None:
    empty = BackpropSim(Subject(MLP, Sheet())).snapshot()
    assert empty.gradients is None
    broken = MLP.with_theta(np.full_like(MLP.theta, np.nan))
    sim = BackpropSim(Subject(broken, Sheet(strokes.digit(1))))
    sim.apply(Change("learn", 3))
    while sim.advance():
        pass
    assert sim.snapshot().step == 0


def test_a_rate_that_is_far_too_large_ends_in_no_step_rather_than_in_an_error() -> None:
    frame = frame_of(SOFT, Wish(target=0, rate=1e30), learn=8)
    assert frame.step <= 8


def test_everything_else_is_asked_before_and_after_a_step() -> None:
    rng = np.random.default_rng(2)
    exam = Exam(rng.uniform(0, 1, (130, 784)).astype(np.float32), rng.integers(0, 10, 130).astype(np.uint8))
    sim = BackpropSim(subject(CNN), Wish(target=1, rate=5.0))
    frame = record(sim, 99, [Entry(0, Change("exam", exam))])[-1]
    assert isinstance(frame, BackpropFrame)
    assert frame.next is not None
    for net, share in ((frame.net, frame.others), (frame.next, frame.others_after)):
        said = net(exam.x.reshape(-1, 1, 28, 28)).argmax(axis=1)
        assert share == pytest.approx(float((said == exam.labels).mean()))


def test_points_of_a_task_are_asked_of_a_net_of_one_number() -> None:
    exam = Exam.of_task(plane.task("circle"))
    assert exam.fits(SMALL)
    assert not exam.fits(MLP)
    sitting = Sitting(exam, SMALL)
    assert sitting.share is None
    while sitting.advance():
        pass
    assert sitting.share == pytest.approx(float(((SMALL(exam.x)[:, 0] > 0.5) == exam.labels).mean()))


@pytest.mark.parametrize(
    ("name", "value"), [("exam", 3), ("learn", 0), ("wish", 3), ("subject", None), ("net", ONE), ("no", 1)]
)
def test_what_makes_no_sense_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match="unknown"):
        BackpropSim(subject(MLP)).apply(Change(name, value))


def test_gradients_agree_with_torch() -> None:
    torch = pytest.importorskip("torch", reason="the independent implementation: pip install '.[reference]'")
    x = subject(MLP).x
    assert x is not None
    frame = frame_of(MLP, Wish(target=6))
    assert frame.gradients is not None
    names = [(i, n) for i in (0, 2, 4) for n in ("w", "b")]
    tensors = [torch.tensor(MLP.views(i)[n].copy(), requires_grad=True) for i, n in names]
    hidden = torch.tensor(x.copy())
    for i, function in enumerate((torch.relu, torch.tanh, None)):
        hidden = hidden @ tensors[2 * i] + tensors[2 * i + 1]
        hidden = hidden if function is None else function(hidden)
    loss = torch.nn.functional.cross_entropy(hidden, torch.tensor([6]))
    loss.backward()
    assert frame.loss == pytest.approx(loss.item(), rel=1e-5)
    ours = [MLP.plan.views(frame.gradients.dtheta, i)[n] for i, n in names]
    for mine, theirs in zip(ours, tensors, strict=True):
        np.testing.assert_allclose(mine, theirs.grad.numpy(), rtol=1e-4, atol=1e-6)
