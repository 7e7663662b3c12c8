"""A formula that is copied has to give what the net gives: on nets of every kind, made at random."""

from __future__ import annotations

import re

import numpy as np
import pytest

from neuroviz.nn import (
    GELU,
    AvgPool,
    BatchNorm,
    Conv2d,
    Dense,
    Dropout,
    Flatten,
    Gate,
    Layer,
    LayerNorm,
    LeakyReLU,
    Linear,
    MaxPool,
    Net,
    ReLU,
    Sigmoid,
    Softmax,
    Tanh,
)
from neuroviz.nn.arrays import Array, Shape, freeze
from neuroviz.sims.expression import digits, inside_out, numbers
from neuroviz.sims.formula_steps import Values, known_after, steps_of
from neuroviz.sims.formula_text import filled, latex, plain, python
from neuroviz.sims.layers_text import arrays_of, layers_latex, layers_plain, layers_python, stages_of
from neuroviz.sims.program import MOST_NUMBERS, fits_in_one, nested_numbers, program_of, put_in

FUNCTIONS: tuple[Layer, ...] = (ReLU(), Tanh(), Sigmoid(), GELU(), LeakyReLU(0.2), Linear(), Dropout(0.3))
PICTURES = (
    ((2, 4, 4), (Conv2d(3, 3), ReLU(), MaxPool(2), Flatten(), Dense(2))),
    ((1, 5, 4), (Conv2d(2, 3, stride=2, padding=1), BatchNorm(), Tanh(), Flatten(), Dense(2), Softmax())),
    ((1, 4, 4), (AvgPool(2), Conv2d(2, 1), Gate(), LayerNorm(), Flatten(), Dense(1))),
)


def random_values(net: Net, rng: np.random.Generator) -> Net:
    """Every value drawn, the running statistics too."""
    theta = rng.normal(0, 0.8, len(net.theta)).astype(np.float32)
    for i, own in enumerate(net.plan.segments):
        if "variance" in own:
            net.plan.views(theta, i)["variance"][...] = rng.uniform(0.3, 2, net.views(i)["variance"].shape)
    return net.with_theta(freeze(theta))


def random_net(seed: int) -> Net:
    """Two to four layers of few units, functions and norms as they come."""
    rng = np.random.default_rng(seed)
    if seed % 8 == 0:
        shape, layers = PICTURES[seed // 8 % len(PICTURES)]
        return random_values(Net.create(layers, shape, rng), rng)
    made: list[Layer] = []
    for _ in range(int(rng.integers(1, 4))):
        made.append(Dense(int(rng.integers(1, 5))))
        if rng.random() < 0.3:
            made.append((BatchNorm(), LayerNorm(), Gate())[int(rng.integers(3))])
        made += [FUNCTIONS[int(i)] for i in rng.integers(0, len(FUNCTIONS), int(rng.integers(0, 3)))]
    if rng.random() < 0.3:
        made.append(Softmax())
    n_in = int(rng.integers(1, 5))
    return random_values(Net.create(made, (n_in,), rng), rng)


def run(text: str, x: Array) -> Array:
    """What the function `net` of a program gives, (N, K)."""
    space: dict[str, object] = {}
    exec(text, space)
    columns = x.reshape(len(x), -1).astype(np.float64).T
    with np.errstate(all="ignore"):
        y = space["net"](*columns)  # type: ignore[operator]
    rows = y if isinstance(y, tuple) else (y,)
    return np.stack([np.broadcast_to(row, len(x)) for row in rows], axis=1)


def inputs(net: Net, n: int = 7) -> Array:
    return np.random.default_rng(1).normal(size=(n, *net.input_shape)).astype(np.float32)


def like(one: Array, other: Array) -> None:
    scale = max(1.0, float(np.abs(other).max()))
    np.testing.assert_allclose(one / scale, other / scale, atol=2e-5)


@pytest.mark.parametrize("seed", range(60))
def test_python_gives_what_the_net_gives(seed: int) -> None:
    net = random_net(seed)
    program, x = program_of(net), inputs(net)
    assert program is not None
    y = net(x).reshape(len(x), -1)
    like(run(python(program, None), x), y)
    for k, one in enumerate(program.outputs):
        if fits_in_one(program, one.at):
            like(run(python(program, one.at), x), y[:, k : k + 1])
    space: dict[str, object] = {}
    exec(layers_python(net, "nowhere.npz"), space)
    like(space["net"](x.astype(np.float64), arrays_of(net)).reshape(len(x), -1), y)  # type: ignore[operator]


@pytest.mark.parametrize("seed", range(60))
def test_latex_gives_what_the_net_gives_to_three_digits(seed: int) -> None:
    """LaTeX is read back: each sign has one meaning there, so a few exchanges make it Python again."""
    net = random_net(seed)
    program, x = program_of(net), inputs(net)
    assert program is not None
    rounded = rounded_to_three(net)
    text = latex(program, None)
    assert text.count("\\left(") == text.count("\\right)")
    body = text.removeprefix("\\begin{aligned}\n").removesuffix("\n\\end{aligned}")
    rows = [row.split(" &= ") for row in body.split(" \\\\\n")]
    assert len(rows) == len(program.defs)
    if any(layer.kind in ("batch_norm", "layer_norm", "softmax", "leaky_relu") for layer in net.layers):
        return  # what they are computed from is not in the formula
    names = [f"x_{{{k + 1}}}" for k in range(program.n_inputs)]
    helpers = python(program, None).split("def net(")[0]
    lines = [f"    {as_python(name)} = {as_python(value)}" for name, value in rows]
    answer = ", ".join(as_python(name) for name, _ in rows[-len(program.outputs) :])
    head = f"{helpers}\ndef net({', '.join(map(as_python, names))}):"
    like_roughly(run("\n".join([head, *lines, f"    return {answer}"]), x), rounded(x).reshape(len(x), -1))


def as_python(text: str) -> str:
    for sign, meaning in (
        ("\\cdot 10^{", "*10**("), ("\\cdot ", "*"), ("\\,", "*"), ("\\left", ""), ("\\right", ""),
        ("\\sigma", "sigmoid"), ("\\tanh", "np.tanh"), ("\\max(", "largest("), ("\\operatorname", ""),
        ("{relu}", "relu"), ("{gelu}", "gelu"), ("{mean}", "mean"),
    ):  # fmt: skip
        text = text.replace(sign, meaning)
    while "_{" in text:
        before, _, rest = text.partition("_{")
        index, _, after = rest.partition("}")
        text = f"{before}{index.replace(',', 'c')}{after}"
    return text.replace("}", ")")


def rounded_to_three(net: Net) -> Net:
    return net.with_theta(freeze(np.array([float(f"{v:.2e}") for v in net.theta.tolist()], np.float32)))


def like_roughly(one: Array, other: Array) -> None:
    scale = max(1.0, float(np.abs(other).max()))
    np.testing.assert_allclose(one / scale, other / scale, atol=1e-4)


def test_every_value_of_the_program_is_the_one_of_the_trace() -> None:
    for seed in range(40):
        net = random_net(seed)
        program, x = program_of(net), inputs(net, 1)
        assert program is not None
        values = Values(net.trace(x))
        like(run(python(program, None), x)[0], np.array([values[one.at] for one in program.outputs]))
        for one in program.defs.values():
            assert one.at in values


def test_all_is_put_in_after_the_last_step_and_nothing_before_the_first() -> None:
    for seed in range(20):
        net = random_net(seed)
        program = program_of(net)
        assert program is not None
        values = Values(net.trace(inputs(net, 1)))
        steps = steps_of(program)
        assert not known_after(steps, 0, values)
        assert known_after(steps, 1, values).keys() == {(-1, k) for k in range(program.n_inputs)}
        known = known_after(steps, len(steps), values)
        for one in program.defs.values():
            assert all(part.at in known for part in inside_out(one.expr))
            found = put_in(one.expr, known, program)
            assert list(numbers(found)) == []


def test_nested_numbers_are_those_of_the_written_formula() -> None:
    for seed in range(20):
        program = program_of(random_net(seed))
        assert program is not None
        for one in program.outputs:
            if fits_in_one(program, one.at):
                whole = put_in(one.expr, {}, program)
                assert nested_numbers(program, one.at) == sum(1 for _ in numbers(whole))


def test_nets_that_cannot_be_read_are_not_written_out() -> None:
    rng = np.random.default_rng(0)
    assert program_of(Net.create([Dense(MOST_NUMBERS), ReLU(), Dense(2)], (2,), rng)) is None
    deep = Net.create([layer for _ in range(60) for layer in (Dense(1), Tanh())], (1,), rng)
    program = program_of(deep)
    assert program is not None
    assert not fits_in_one(program, program.outputs[0].at)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_is_written_as_such_and_still_runs(bad: float) -> None:
    net = Net.create([Dense(2), ReLU(), Dense(1)], (2,), np.random.default_rng(0))
    theta = net.theta.copy()
    theta[0] = bad
    net = net.with_theta(freeze(theta))
    program = program_of(net)
    assert program is not None
    for text in (plain(program, None), latex(program, (2, 0)), layers_plain(net), layers_latex(net)):
        assert "=" in text
    assert ("NaN" if np.isnan(bad) else "∞") in plain(program, None)
    run(python(program, None), np.ones((1, 2), np.float32))


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.0, "0"), (1.0, "1.00"), (26.71243, "26.7"), (-0.0322, "0.0322"), (1234.5, "1234"), (98765.0, "98765"),
     (0.9996, "1.00"), (9.996, "10.0")],
)  # fmt: skip
def test_three_digits_matter(value: float, shown: str) -> None:
    found = digits(value)
    assert (found.body, found.power, found.negative) == (shown, None, value < 0)


@pytest.mark.parametrize("value", [1e-4, 3.456e7, -2.5e-30, 1e30, 1e-44])
def test_far_from_one_there_is_a_power_of_ten(value: float) -> None:
    found = digits(value)
    assert found.power is not None
    assert float(found.body) * 10.0**found.power == pytest.approx(abs(value), rel=0.006)


def test_names_do_not_meet() -> None:
    for seed in range(40):
        program = program_of(random_net(seed))
        assert program is not None
        names = [(one.letter, one.index) for one in program.defs.values()]
        assert len(set(names)) == len(names)


def test_stages_and_arrays_belong_together() -> None:
    shape: Shape = (1, 8, 8)
    layers = [Conv2d(2, 3), ReLU(), MaxPool(2), BatchNorm(), Flatten(), Dense(4), LayerNorm(), Dense(2)]
    net = Net.create(layers, shape, np.random.default_rng(0))
    assert [stage.number for stage in stages_of(net)] == [1, 0, 0, 2, 3, 4, 5]
    names = {"W1", "b1", "g2", "s2", "m2", "v2", "W3", "b3", "g4", "s4", "W5", "b5"}
    assert set(arrays_of(net)) == names


def test_a_value_tells_how_it_comes_about() -> None:
    net = Net.create([Dense(1), Tanh()], (2,), np.random.default_rng(0))
    net = net.with_theta(freeze(np.array([2.0, -1.0, 0.5], np.float32)))
    program = program_of(net)
    assert program is not None
    values = Values(net.trace(np.array([[0.25, -1.5]], np.float32)))
    assert filled(program, (0, 0), values) == "2.00·0.250 − 1.00·(−1.50) + 0.500 = 2.50"
    assert filled(program, (1, 0), values) == "tanh(2.50) = 0.987"
    assert filled(program, (7, 0), values) == ""
    assert filled(program, (0, 0), Values(None)) == ""


@pytest.mark.parametrize("seed", range(40))
def test_plain_text_can_be_read_back_too(seed: int) -> None:
    net = random_net(seed)
    program, x = program_of(net), inputs(net)
    assert program is not None
    if any(layer.kind in ("batch_norm", "layer_norm", "softmax", "leaky_relu") for layer in net.layers):
        return  # what they are computed from is not in the formula
    helpers = python(program, None).split("def net(")[0]
    names = ", ".join(f"x{k + 1}" for k in range(program.n_inputs))
    rows = [f"    {read_back(row)}" for row in plain(program, None).splitlines()]
    answer = ", ".join(row.split(" = ")[0].strip() for row in rows[-len(program.outputs) :])
    text = "\n".join([helpers, f"def net({names}):", *rows, f"    return {answer}"])
    like_roughly(run(text, x), rounded_to_three(net)(x).reshape(len(x), -1))


def read_back(row: str) -> str:
    row = re.sub(
        r"·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)",
        lambda m: "e" + m[1].translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")),
        row,
    )
    row = re.sub(r"(\d)([xh])", r"\1*\2", row).replace("·", "*").replace("−", "-")
    row = re.sub(r"(?<=[₀-₉]),(?=[₀-₉])", "_", row).translate(str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789"))
    for name, meaning in (("σ", "sigmoid"), ("tanh", "np.tanh"), ("max(", "largest(")):
        row = row.replace(name, meaning)
    return row
