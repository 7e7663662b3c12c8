"""What is found out about the units of a layer, in which order, and that it can be stopped."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data.plane import task
from neuroviz.nn import Net
from neuroviz.runtime import Change
from neuroviz.sims.excite import Wish
from neuroviz.sims.subject import Subject
from neuroviz.sims.unit_layers import first_layers, unit_layers
from neuroviz.sims.units import UnitsFrame, UnitsSim

RNG = np.random.default_rng(8)


def made(*layers: nn.Layer, shape: tuple[int, ...] = (2,)) -> Net:
    return Net.create(layers, shape, np.random.default_rng(3))


PLANE = made(nn.Dense(6), nn.Tanh(), nn.Dense(4), nn.ReLU(), nn.Dense(3))


def numbers(net: Net) -> Subject:
    return Subject(net, np.full(int(np.prod(net.input_shape)), 0.3, np.float32))


def finished(sim: UnitsSim) -> UnitsFrame:
    while sim.advance():
        pass
    return sim.snapshot()


def test_layers_with_weights_and_what_follows_them() -> None:
    net = made(nn.Conv2d(3, 3), nn.BatchNorm(), nn.ReLU(), nn.MaxPool(2), nn.Flatten(), nn.Dense(5),
               nn.Dropout(0.1), nn.Dense(4), nn.Softmax(), shape=(1, 8, 8))  # fmt: skip
    found = [(one.start, one.drive, one.shown, one.shape, one.function) for one in unit_layers(net)]
    assert found == [(0, 1, 2, (3, 6, 6), "relu"), (5, 5, 5, (5,), ""), (7, 7, 8, (4,), "softmax")]
    assert first_layers(net, 3).shapes == net.shapes[:3]


def test_all_is_found_out_and_agrees_with_numpy() -> None:
    sim = UnitsSim(numbers(PLANE), task("three"))
    sim.apply(Change("layer", 1))
    frame = finished(sim)
    assert frame.complete
    assert frame.survey is not None
    assert frame.losses is not None
    assert frame.survey.complete
    assert frame.losses.complete
    points = task("three").points
    values = PLANE.trace(points).activations[3]
    np.testing.assert_allclose(frame.survey.mean, values.mean(axis=0), rtol=1e-4, atol=1e-6)
    assert frame.now is not None
    np.testing.assert_array_equal(frame.now, PLANE.trace(numbers(PLANE).x).activations[3][0])  # type: ignore[arg-type]
    assert frame.maps is not None
    assert frame.maps.unit == 0
    assert frame.maps.small.shape == (4, 32, 32)
    corner = PLANE.trace(np.array([[-1.25 + 1.25 / 160, 1.25 - 1.25 / 160]], np.float32)).activations[3][0, 0]
    assert frame.maps.large[0, 0] == pytest.approx(float(corner), abs=1e-5)


def test_another_input_changes_only_what_is_said_now() -> None:
    sim = UnitsSim(numbers(PLANE), task("three"))
    before = finished(sim)
    sim.apply(Change("subject", Subject(PLANE, np.array([1.0, -1.0], np.float32))))
    after = sim.snapshot()
    assert after.survey is before.survey
    assert after.complete
    assert before.now is not None
    assert after.now is not None
    assert (before.now != after.now).any()


def test_what_is_known_of_a_layer_is_kept_while_others_are_looked_at() -> None:
    sim = UnitsSim(numbers(PLANE), task("three"))
    first = finished(sim)
    sim.apply(Change("layer", 2))
    finished(sim)
    sim.apply(Change("layer", 0))
    again = sim.snapshot()
    assert again.survey is first.survey
    assert again.losses is first.losses


def test_stopped_it_rests_and_goes_on_from_there() -> None:
    net = made(nn.Dense(6), nn.ReLU(), nn.Dense(3), shape=(5,))
    sim = UnitsSim(numbers(net))
    for _ in range(3):
        sim.advance()
    sim.apply(Change("halt", True))
    assert not sim.advance()
    frame = sim.snapshot()
    assert frame.halted
    assert not frame.complete
    sim.apply(Change("halt", False))
    assert finished(sim).complete


def test_a_unit_chosen_after_the_stop_gets_its_picture_and_nothing_else() -> None:
    net = made(nn.Dense(6), nn.ReLU(), nn.Dense(3), shape=(5,))
    sim = UnitsSim(numbers(net))
    while sim.snapshot().doing != "switching":
        sim.advance()
    sim.apply(Change("halt", True))
    sim.apply(Change("wish", Wish(4)))
    frame = finished(sim)
    assert frame.portrait.unit == 4
    assert frame.portrait.excited is not None
    assert frame.portrait.excited.done
    assert frame.halted
    assert frame.losses is None


def test_another_net_begins_anew_with_units_that_it_has() -> None:
    sim = UnitsSim(numbers(PLANE), task("three"))
    sim.apply(Change("layer", 2))
    sim.apply(Change("wish", Wish(2)))
    finished(sim)
    small = made(nn.Dense(1), shape=(2,))
    sim.apply(Change("subject", numbers(small)))
    frame = sim.snapshot()
    assert (frame.layer.number, frame.unit) == (0, 0)
    assert frame.survey is None
    assert finished(sim).complete


def test_the_points_of_another_task_are_counted_anew() -> None:
    sim = UnitsSim(numbers(PLANE), None)
    frame = finished(sim)
    assert frame.examples is not None
    assert frame.examples.source == "random"
    sim.apply(Change("task", task("xor")))
    frame = finished(sim)
    assert frame.examples is not None
    assert frame.examples.source == "task"
    assert frame.survey is not None
    assert frame.survey.n == 400


@pytest.mark.parametrize(
    "change",
    [Change("layer", 9), Change("layer", "1"), Change("wish", 3), Change("wish", Wish(-1)), Change("halt", 1),
     Change("subject", None), Change("task", 4), Change("nothing", 0)],
)  # fmt: skip
def test_a_change_that_makes_no_sense_changes_nothing(change: Change) -> None:
    sim = UnitsSim(numbers(PLANE), task("three"))
    before = finished(sim)
    with pytest.raises(ValueError, match=r"."):
        sim.apply(change)
    assert sim.snapshot().survey is before.survey


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_weights_that_are_no_numbers_are_counted_as_such(value: float) -> None:
    net = made(nn.Dense(3), nn.ReLU(), nn.Dense(3), shape=(5,))
    frame = finished(UnitsSim(numbers(net.with_theta(np.full_like(net.theta, value)))))
    assert frame.complete
    assert frame.survey is not None
    assert frame.portrait.excited is not None
    assert frame.portrait.excited.stuck
