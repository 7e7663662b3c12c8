"""One neuron's numbers are the engine's: terms, sum, bend, slope; and an edited net is what was asked for."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from neuroviz import nn
from neuroviz.data.sheet import Sheet
from neuroviz.nn.edit import with_layer, with_values
from neuroviz.runtime import Change
from neuroviz.sims import bends
from neuroviz.sims.collapse import Trials, random_trials
from neuroviz.sims.neuron import LOOKS, NeuronFrame, NeuronSim
from neuroviz.sims.neuron_edits import Edits, can_end_in, edited, kind_of, straightened
from neuroviz.sims.neuron_parts import BEYOND, MOST, Neuron, Other, largest, part_of
from neuroviz.sims.stages import Place, clamped, source_of, stages_of
from neuroviz.sims.subject import Subject
from tests.sims.neuron_nets import MIXED, broken, example, mixed

every_net = pytest.mark.parametrize("name", MIXED)

BY_HAND = {
    "linear": lambda z: z, "relu": lambda z: np.maximum(z, 0), "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "leaky_relu": lambda z: np.where(z > 0, z, 0.01 * z), "tanh": np.tanh,
    "gelu": lambda z: z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3))) / 2,
}  # fmt: skip


def part(net: nn.Net, place: Place, x: np.ndarray | None = None) -> Neuron | Other:
    x = example(net) if x is None else x
    return part_of(net, net.trace(x.reshape(1, *net.input_shape)), stages_of(net), place)


def places(net: nn.Net) -> list[Place]:
    """Some units of every stage, the first and the last among them."""
    found = []
    for i, stage in enumerate(stages_of(net)):
        found += [Place(i, int(u)) for u in np.unique(np.linspace(0, stage.size - 1, 7).astype(int))]
    return found


# -- the numbers -----------------------------------------------------------------------------------


@every_net
def test_the_terms_and_the_bias_make_the_sum_that_the_engine_gives(name: str) -> None:
    net = mixed(name)
    trace = net.trace(example(net).reshape(1, *net.input_shape))
    stages = stages_of(net)
    for place in places(net):
        found = part_of(net, trace, stages, place)
        stage = stages[place.stage]
        assert found.y == trace.activations[stage.last][0].reshape(-1)[place.unit]
        if isinstance(found, Neuron):
            assert found.z == trace.activations[stage.layer][0].reshape(-1)[place.unit]
            assert_allclose(found.terms.sum() + found.b, found.z, rtol=2e-5, atol=2e-6)
            assert_array_equal(found.terms, found.x.astype(np.float64) * found.w.astype(np.float64))
        else:
            assert stage.sort != "sum"


def test_by_hand_in_double_precision() -> None:
    net = mixed("dense")
    x = example(net).astype(np.float64)
    w1, b1, w2, b2 = (net.views(i)[n].astype(np.float64) for i in (0, 2) for n in ("w", "b"))
    hidden = np.maximum(x @ w1 + b1, 0)
    for unit in range(3):
        found = part(net, Place(1, unit))
        assert isinstance(found, Neuron)
        assert_allclose(found.terms, hidden * w2[:, unit], rtol=1e-5, atol=1e-7)
        assert_allclose(found.z, hidden @ w2[:, unit] + b2[unit], rtol=1e-5)
        assert_allclose(found.y, np.tanh(hidden @ w2[:, unit] + b2[unit]), rtol=1e-5)
        assert_allclose(found.slope, 1 - np.tanh(hidden @ w2[:, unit] + b2[unit]) ** 2, rtol=1e-4)


def test_a_window_at_the_rim_meets_padding_and_one_inside_does_not() -> None:
    net = mixed("convolution")
    stages = stages_of(net)
    corner = part(net, Place(2, 0))
    assert isinstance(corner, Neuron)
    padded = corner.inputs == BEYOND
    assert padded.sum() == 3 * 5  # a row and a column of the 3 × 3 window, in each of three maps
    assert (corner.x[padded] == 0).all()
    row, column, (_, high, wide) = 2, 3, stages[2].shape
    inside = part(net, Place(2, 1 * high * wide + row * wide + column))
    assert isinstance(inside, Neuron)
    assert (inside.inputs != BEYOND).all()
    where = [source_of(net, stages, 2).where(int(i)) for i in inside.inputs]
    assert where[0] == (0, row * 2 - 1, column * 2 - 1)
    assert where[-1] == (2, row * 2 + 1, column * 2 + 1)
    kernel = net.views(3)["w"][1].reshape(-1)
    assert_array_equal(inside.w, kernel)
    assert_array_equal(net.views(3)["w"].reshape(-1)[inside.weights], kernel)


def test_the_largest_terms_come_first_and_no_number_before_all() -> None:
    terms = np.random.default_rng(0).normal(size=784)
    order = largest(terms)
    assert len(order) == MOST
    sizes = np.abs(terms[order])
    assert (np.diff(sizes) <= 0).all()
    assert sizes[-1] >= np.delete(np.abs(terms), order).max()
    terms[5] = np.nan
    assert largest(terms)[0] == 5
    assert_array_equal(largest(np.array([1.0, -3.0, 2.0])), [1, 2, 0])


def test_what_lies_before_a_layer_is_known_through_those_that_only_pass_on() -> None:
    net = mixed("convolution")
    stages = stages_of(net)
    flat = next(i for i, stage in enumerate(stages) if isinstance(net.layers[stage.layer], nn.Dense))
    source = source_of(net, stages, flat)
    assert source.shape == (4, 3, 3)
    assert source.where(4 * 9 - 1) == (3, 2, 2)
    pixels = source_of(mixed("one layer"), stages_of(mixed("one layer")), 0)
    assert pixels.stage is None
    assert pixels.where(29) == (0, 1, 1)


def test_other_layers_say_what_they_do() -> None:
    net = mixed("convolution")
    trace = net.trace(example(net).reshape(1, *net.input_shape))
    pool = part(net, Place(1, 17))
    assert isinstance(pool, Other)
    row, column = divmod(17, 12)
    block = trace.activations[1][0, 0, 2 * row : 2 * row + 2, 2 * column : 2 * column + 2]
    assert_array_equal(pool.given, block.reshape(-1))
    assert pool.y == block.max() == pool.x
    norm = part(mixed("batch norm"), Place(1, 2))
    assert isinstance(norm, Other)
    n = norm.numbers
    by_hand = (norm.x - n["mean"]) / np.sqrt(n["variance"] + 1e-5) * n["gain"] + n["shift"]
    assert_allclose(norm.y, by_hand, rtol=1e-5)
    layer_norm = part(mixed("layer norm"), Place(1, 2))
    assert isinstance(layer_norm, Other)
    n = layer_norm.numbers
    by_hand = (layer_norm.x - n["mean"]) / np.sqrt(n["variance"] + 1e-5) * n["gain"] + n["shift"]
    assert_allclose(layer_norm.y, by_hand, rtol=1e-4)


# -- functions -------------------------------------------------------------------------------------


def test_every_activation_of_the_engine_is_among_the_functions() -> None:
    rng = np.random.default_rng(0)
    kept = []
    for kind, layer in nn.LAYERS.items():
        try:
            made = layer()
            net = nn.Net.create((made,), (4,), rng)
        except (TypeError, ValueError):
            continue
        if not net.theta.size:
            kept.append(kind)
    assert set(bends.FUNCTIONS) == set(kept) - {"dropout", "flatten"}


@pytest.mark.parametrize("kind", BY_HAND)
def test_curves_and_derivatives_are_those_by_hand(kind: str) -> None:
    line = bends.gallery(4.0, 0.01)[kind]
    z = line.z.astype(np.float64)
    assert_allclose(line.y, BY_HAND[kind](z), rtol=1e-5, atol=1e-6)
    smooth = np.abs(z) > 1e-3
    slope = (BY_HAND[kind](z + 1e-6) - BY_HAND[kind](z - 1e-6)) / 2e-6
    assert_allclose(line.dy[smooth], slope[smooth], rtol=1e-4, atol=1e-5)


def test_a_softmax_is_a_function_of_one_score_while_the_others_are_held() -> None:
    net = mixed("softmax at the end")
    found = part(net, Place(1, 2))
    assert isinstance(found, Neuron)
    assert_allclose(found.slope, found.y * (1 - found.y), rtol=1e-5)
    near = np.abs(found.curve.z - found.z).argmin()
    assert_allclose(found.curve.y[near], found.y, atol=0.05)


@pytest.mark.parametrize("z", [0.0, 3.0, -4.9, 7.0, -88.0, 1e4, np.nan, np.inf, -np.inf])
def test_a_curve_reaches_beyond_the_point(z: float) -> None:
    reach = bends.span(z)
    assert 5 <= reach < np.inf
    assert not np.isfinite(z) or abs(z) < reach


# -- edits -----------------------------------------------------------------------------------------


def test_an_edited_weight_is_that_weight_alone() -> None:
    net = mixed("convolution")
    found = part(net, Place(2, 40))
    assert isinstance(found, Neuron)
    index = int(found.weights[7])
    edits = Edits().with_value(net, 3, "w", index, 2.5)
    changed = edited(net, edits)
    w = net.views(3)["w"].copy()
    w.reshape(-1)[index] = 2.5
    assert_array_equal(changed.theta, with_values(net, 3, {"w": w}).theta)
    again = part(changed, Place(2, 40))
    assert isinstance(again, Neuron)
    assert again.w[7] == 2.5
    assert edits.original(net, 3, "w", index) == found.w[7]
    assert edits.with_value(net, 3, "w", index, float(found.w[7])) == Edits()


@every_net
def test_every_function_can_be_exchanged_and_taken_back(name: str) -> None:
    net = mixed(name)
    stages = stages_of(net)
    x = example(net).reshape(1, *net.input_shape)
    for number, stage in enumerate(stages):
        if stage.sort == "other":
            continue
        for kind in can_end_in(net, stage, number, len(stages)):
            edits = Edits().with_function(net, number, kind)
            changed = edited(net, edits)
            assert len(stages_of(changed)) == len(stages)
            assert kind_of(changed, stages_of(changed)[number]) == kind
            assert np.isfinite(changed(x)).all()
            if stage.f is not None:
                layer = net.layers[stage.f] if kind == kind_of(net, stage) else bends.FUNCTIONS[kind]
                assert_array_equal(changed(x), with_layer(net, stage.f, layer)(x))
            back = edits.with_function(net, number, kind_of(net, stage))
            assert back == Edits()


def test_a_softmax_is_offered_only_where_the_answer_is() -> None:
    net = mixed("dense")
    stages = stages_of(net)
    offered = [can_end_in(net, stage, i, len(stages)) for i, stage in enumerate(stages)]
    assert ["softmax" in one for one in offered] == [False, False, True]


def test_edits_that_do_not_fit_are_passed_over() -> None:
    net = mixed("dense")
    nonsense = Edits(((99, "w", 0, 1.0), (0, "q", 0, 1.0), (0, "w", 10**9, 1.0), (-1, "w", 0, 1.0)),
                     ((99, "relu"), (0, "softmax"), (-1, "tanh")))  # fmt: skip
    assert_array_equal(edited(net, nonsense).theta, net.theta)
    assert edited(net, nonsense).layers == net.layers
    assert edited(net, Edits()) is net


def test_straight_nets_keep_what_reads_the_answer() -> None:
    net = straightened(mixed("sigmoid at the end"))
    assert [layer.kind for layer in net.layers] == ["dense", "linear", "dense", "sigmoid"]
    net = straightened(mixed("convolution"))
    assert not {"relu", "tanh", "max_pool"} & {layer.kind for layer in net.layers}


# -- the simulation --------------------------------------------------------------------------------


def settled(sim: NeuronSim, *changes: Change) -> NeuronFrame:
    for change in changes:
        sim.apply(change)
    for _ in range(5000):
        if not sim.advance():
            break
    return sim.snapshot()


def test_before_and_after_are_the_two_nets() -> None:
    net = mixed("dense")
    x = example(net)
    edits = Edits().with_value(net, 2, "b", 1, 4.0).with_function(net, 0, "gelu")
    frame = settled(NeuronSim(Subject(net, x)), Change("edits", edits), Change("place", Place(1, 1)))
    assert frame.before is not None
    assert frame.after is not None
    assert_array_equal(frame.before.output, net(x[None])[0])
    assert_array_equal(frame.after.output, edited(net, edits)(x[None])[0])
    assert isinstance(frame.part, Neuron)
    assert frame.part.b == 4.0
    frame = settled(NeuronSim(Subject(net, x)))
    assert_array_equal(frame.before.output, frame.after.output)


def test_it_is_told_how_far_a_change_reaches() -> None:
    net = mixed("dense")
    x = example(net)
    edits = Edits().with_value(net, 2, "b", 1, 4.0)
    frame = settled(NeuronSim(Subject(net, x)), Change("edits", edits))
    old, new = net.trace(x[None]), edited(net, edits).trace(x[None])
    by_hand = [
        np.linalg.norm(new.activations[i] - old.activations[i]) / np.linalg.norm(old.activations[i])
        for i in (1, 3, 4)
    ]
    assert by_hand[0] == 0
    assert_allclose(frame.moved, by_hand, rtol=1e-5)
    assert settled(NeuronSim(Subject(net, x))).moved == ()


def test_scores_are_counted_on_all_trials_and_only_while_they_are_wanted() -> None:
    net = mixed("dense")
    rng = np.random.default_rng(5)
    trials = Trials(rng.normal(size=(1200, 5)).astype(np.float32), rng.integers(0, 2, 1200))
    edits = Edits().with_value(net, 4, "b", 0, 1.5)
    sim = NeuronSim(Subject(net, example(net)))
    frame = settled(sim, Change("measuring", False), Change("trials", trials), Change("edits", edits))
    assert frame.after.score.n == 0
    frame = settled(sim, Change("measuring", True))
    for side, one in ((frame.before, net), (frame.after, edited(net, edits))):
        assert side.score.done
        assert side.score.hits == (one(trials.inputs).argmax(axis=1) == trials.labels).sum()


def test_while_a_hand_drags_nothing_is_measured() -> None:
    net = mixed("dense")
    trials = Trials(example(net)[None], np.array([1]))
    edits = Edits().with_value(net, 4, "b", 0, 1.5)
    sim = NeuronSim(Subject(net, example(net)))
    frame = settled(sim, Change("trials", trials), Change("held", True), Change("edits", edits))
    assert frame.after.score.n == 0
    assert settled(sim, Change("held", False)).after.score.done


def test_another_net_has_no_edits_yet() -> None:
    net, other = mixed("dense"), mixed("softmax at the end")
    sim = NeuronSim(Subject(net, example(net)))
    settled(sim, Change("edits", Edits(linear=True)), Change("place", Place(9, 99)))
    frame = settled(sim, Change("subject", Subject(other, example(other))))
    assert frame.edits == Edits()
    assert frame.place == clamped(stages_of(other), Place(9, 99)) == Place(1, 3)
    assert frame.trials is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("subject", 3), ("place", (1, 2)), ("edits", {}), ("look", "nothing"), ("trials", 3),
     ("trials", Trials(np.zeros((0, 5), np.float32))), ("trials", Trials(np.zeros((3, 4), np.float32))),
     ("measuring", 1), ("held", None), ("other", None)],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(name: str, value: Any) -> None:
    net = mixed("dense")
    sim = NeuronSim(Subject(net, example(net)))
    before = sim.snapshot()
    with pytest.raises(ValueError, match=r"."):
        sim.apply(Change(name, value))
    after = sim.snapshot()
    assert (after.look, after.place, after.edits) == (before.look, before.place, before.edits)


def test_an_empty_pad_is_no_error() -> None:
    net = mixed("one layer")
    frame = settled(NeuronSim(Subject(net, Sheet())), *(Change("look", look) for look in LOOKS))
    assert frame.part is None
    assert frame.before is None
    assert frame.line is not None


BROKEN = broken()


@pytest.mark.parametrize("name", [*BROKEN, *MIXED])
@pytest.mark.parametrize("look", LOOKS)
def test_any_net_has_a_neuron_to_show(name: str, look: str) -> None:
    net = BROKEN.get(name) or mixed(name)
    digit = np.prod(net.input_shape) == 784
    given = Sheet(picture=np.full((28, 28), 90, np.uint8)) if digit else example(net)
    sim = NeuronSim(Subject(net, given))
    sim.apply(Change("trials", Trials(random_trials(net, 1).inputs[:20])))
    sim.apply(Change("look", look))
    for place in (Place(), Place(10**6, 10**6), places(net)[len(places(net)) // 2]):
        frame = settled(sim, Change("place", place))
        assert isinstance(frame.part, Neuron | Other)
    frame = settled(sim, Change("edits", Edits(linear=True)))
    assert frame.after is not None


# -- an independent engine -------------------------------------------------------------------------


def test_pytorch_has_the_same_sums_and_slopes() -> None:
    torch = pytest.importorskip("torch", reason="the independent implementation")
    net = mixed("convolution")
    x = torch.tensor(example(net).reshape(1, 1, 28, 28))
    w1, b1 = (torch.tensor(net.views(0)[n].copy()) for n in ("w", "b"))
    w2, b2 = (torch.tensor(net.views(3)[n].copy()) for n in ("w", "b"))
    pooled = torch.nn.functional.max_pool2d(torch.relu(torch.nn.functional.conv2d(x, w1, b1)), 2)
    z = torch.nn.functional.conv2d(pooled, w2, b2, stride=2, padding=1).detach().requires_grad_()
    y = torch.tanh(z)
    y.sum().backward()
    flat = [one.detach().numpy().reshape(-1) for one in (z, y, z.grad)]
    for unit in range(0, len(flat[0]), 5):
        found = part(net, Place(2, unit))
        assert isinstance(found, Neuron)
        assert_allclose(found.terms.sum() + found.b, flat[0][unit], rtol=1e-4, atol=1e-5)
        assert_allclose((found.y, found.slope), (flat[1][unit], flat[2][unit]), rtol=1e-4, atol=1e-5)
