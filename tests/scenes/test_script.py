"""Training scripts: run by Python and NumPy alone they come to the app's weights, bit for bit."""

from __future__ import annotations

import ast
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from neuroviz import nn
from neuroviz.data import mnist
from neuroviz.data.task import Examples, Task
from neuroviz.io.tables import npz
from neuroviz.scenes.kept_run import Logged
from neuroviz.scenes.recipe import OPTIMISERS, SCHEDULES, Recipe
from neuroviz.scenes.script import Turn, script, script_data, turns_of
from neuroviz.sims.training.course import Course
from tests.scenes.runs import line, pictures, plane, recipe

Case = tuple[Recipe, Task, int, Sequence[Turn]]
D = nn.Dense


def learned(made: Recipe, task: Task, steps: int, turns: Sequence[Turn] = ()) -> Course:
    """As the app does it."""
    course = Course(made, task)
    for step in range(steps):
        for turn in turns:
            if turn.step == step:
                course.turn(turn.name, turn.value)
        course.advance()
    return course


def printed(case: Case, folder: Path) -> tuple[str, str, float]:
    """What the script prints, the digest and the loss that it should."""
    made, task, steps, turns = case
    course = learned(made, task, steps, turns)
    digest = hashlib.sha256(course.trainer.theta.tobytes()).hexdigest()
    text = script(made, task, turns, steps, data="d.npz", digest=digest)
    (folder / "s.py").write_text(text, encoding="utf-8")
    (folder / "d.npz").write_bytes(npz(script_data(made, task)))
    clean = {key: value for key, value in os.environ.items() if not key.endswith("_NUM_THREADS")}
    command = [sys.executable, "-I", "-W", "error", str(folder / "s.py")]
    done = subprocess.run(command, capture_output=True, text=True, env=clean, cwd=folder, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout, digest, course.loss


def check(case: Case, folder: Path) -> None:
    """The script comes to what the app came to."""
    out, digest, loss = printed(case, folder)
    assert digest in out
    assert f"loss of the last batch: {loss!r}" in out
    assert "\nthe same as in NeuroViz" in out


def small(*layers: nn.Layer, steps: int = 100, turns: Sequence[Turn] = (), **knobs: object) -> Case:
    return recipe(*layers, **knobs), plane(), steps, turns  # type: ignore[arg-type]


def pixels(*layers: nn.Layer, steps: int = 40, shape: tuple[int, ...] = (1, 12, 12), **knobs: object) -> Case:
    return recipe(*layers, shape=shape, **knobs), pictures(), steps, ()  # type: ignore[arg-type]


def digits(n: int = 1200) -> Task:
    found = mnist.load_some(n)
    every = Examples(found.images.reshape(n, -1), found.labels.astype(np.intp))
    return Task("digits", "classes", "images", (1, 28, 28), 10, every, every, every)


def with_rates(made: Recipe, *rates: float) -> Recipe:
    layers = tuple(replace(one, rate=rate) for one, rate in zip(made.layers, rates, strict=True))
    return replace(made, layers=layers)


FIVE = [Turn(10, "rate", 0.2), Turn(25, "batch", 7), Turn(40, "decay", 0.01), Turn(60, "momentum", 0.5),
        Turn(80, "noise", 0.1)]  # fmt: skip
ALL = [
    Turn(0, "rate", 0.1), Turn(10, "rate", 0.2), Turn(20, "optimiser", "adam"), Turn(30, "batch", 7),
    Turn(40, "schedule", "cosine"), Turn(40, "horizon", 100), Turn(50, "layer_rate", (0, 0.5)),
    Turn(60, "shuffle", False), Turn(70, "decay", 0.01), Turn(80, "optimiser", "sgd"),
    Turn(90, "optimiser", "nesterov"), Turn(90, "noise", 0.1), Turn(95, "clip", 0.3),
    Turn(100, "momentum", 0.0), Turn(110, "shuffle", True), Turn(120, "optimiser", "adamw"),
    Turn(130, "schedule", "warmup"), Turn(149, "layer_rate", (2, 0.0)),
]  # fmt: skip
PIXELS = (nn.Flatten(), D(30), nn.ReLU(), D(3))
WIDE = (
    nn.Conv2d(4, 3), nn.ReLU(), nn.MaxPool(), nn.Conv2d(6, 3), nn.ReLU(), nn.MaxPool(), nn.Flatten(), D(3),
)  # fmt: skip
CASES: dict[str, Callable[[], Case]] = {
    **{f"{name}": lambda name=name: small(optimiser=name) for name in OPTIMISERS},  # type: ignore[misc]
    **{f"{name} that decays": lambda name=name: small(optimiser=name, decay=0.02)  # type: ignore[misc]
       for name in OPTIMISERS},
    **{f"schedule {name}": lambda name=name: small(schedule=name, horizon=40)  # type: ignore[misc]
       for name in SCHEDULES[1:]},
    "no momentum": lambda: small(momentum=0.0),
    "nesterov without momentum": lambda: small(optimiser="nesterov", momentum=0.0),
    "every activation": lambda: small(
        D(8), nn.ReLU(), D(8), nn.LeakyReLU(0.1), D(8), nn.Sigmoid(), D(8), nn.GELU(), D(8), nn.Linear(),
        nn.Softmax(), nn.Tanh(), nn.Gate(), D(2)),
    "ten sigmoids": lambda: small(*[one for _ in range(10) for one in (D(5), nn.Sigmoid())], D(2)),
    "batch norm": lambda: small(D(8), nn.BatchNorm(), nn.ReLU(), D(2), optimiser="adam"),
    "batch norm with one left over": lambda: small(D(8), nn.BatchNorm(), nn.ReLU(), D(2), batch=71),
    "batch norm one at a time": lambda: small(
        D(8), nn.BatchNorm(), nn.Tanh(), D(2), batch=1,
        turns=[Turn(50, "batch", 5), Turn(70, "shuffle", False)]),
    "layer norm": lambda: small(D(8), nn.LayerNorm(), nn.ReLU(), D(2)),
    "dropout": lambda: small(D(8), nn.Dropout(0.3), nn.Tanh(), D(8), nn.Dropout(0.1), D(2)),
    "regression": lambda: (recipe(D(8), nn.Tanh(), D(2), shape=(1,)), line(), 100, ()),
    "starts": lambda: small(D(8), nn.Tanh(), D(2), init="glorot_uniform"),
    "he uniform": lambda: small(init="he_uniform"),
    "weights of one's own": lambda: (
        replace(recipe(), start=np.linspace(-1, 1, 32, dtype=np.float32)), plane(), 100, ()),
    "clipped": lambda: small(clip=0.2),
    "clipped adam": lambda: small(optimiser="adam", clip=0.2, decay=0.1),
    "noise": lambda: small(noise=0.3),
    "sorted": lambda: small(shuffle=False),
    "sorted regression": lambda: (recipe(D(8), nn.Tanh(), D(2), shape=(1,), shuffle=False), line(), 50, ()),
    "one at a time": lambda: small(batch=1),
    "all at once": lambda: small(batch=1024),
    "one step": lambda: small(steps=1),
    "a frozen layer": lambda: (
        with_rates(recipe(D(8), nn.Tanh(), D(8), nn.Tanh(), D(2)), 0, 1, 0.5, 1, 1), plane(), 100, ()),
    "rates of layers for adam": lambda: (with_rates(recipe(optimiser="adam"), 3, 1, 0.1), plane(), 60, ()),
    "five knobs turned": lambda: small(turns=FIVE),
    "all knobs turned": lambda: small(steps=150, turns=ALL),
    "a layer's rate alone": lambda: small(turns=[Turn(5, "layer_rate", [0, 0.0])]),
    "gone astray": lambda: small(D(20), nn.ReLU(), D(2), rate=100.0),
    "pixels": lambda: pixels(*PIXELS),
    "pixels one at a time": lambda: pixels(*PIXELS, batch=1),
    "pixels in pieces": lambda: pixels(*PIXELS, batch=50, optimiser="adam", clip=0.5),
    "pixels flat": lambda: pixels(*PIXELS[1:], shape=(144,), batch=50),
    "pixels with norms": lambda: pixels(
        nn.Flatten(), nn.BatchNorm(), nn.ReLU(), nn.LayerNorm(), nn.Dropout(0.2), D(20), nn.ReLU(), D(3),
        batch=50),
    "varied": lambda: pixels(*PIXELS, augment=0.7, noise=0.1),
    "varied very much": lambda: pixels(*PIXELS, augment=2.0),
    "convolutions": lambda: pixels(*WIDE, batch=50),
    "convolutions with borders and strides": lambda: pixels(
        nn.Conv2d(4, 3, 1, 1), nn.Tanh(), nn.AvgPool(3), nn.Conv2d(40, 3, 2, 2), nn.GELU(), nn.Flatten(),
        nn.Dropout(0.5), D(20), nn.ReLU(), D(3), batch=33),
    "convolutions with norms": lambda: pixels(
        nn.Conv2d(4, 3, 1, 1), nn.BatchNorm(), nn.ReLU(), nn.MaxPool(5), nn.LayerNorm(), nn.Gate(),
        nn.Conv2d(5, 2), nn.LeakyReLU(), nn.Flatten(), D(3), optimiser="adam", batch=50),
    "digits": lambda: (
        recipe(nn.Flatten(), D(128), nn.ReLU(), D(10), shape=(1, 28, 28), batch=64), digits(), 200, ()),
    "digits flat and wide": lambda: (
        recipe(D(300), nn.ReLU(), D(10), shape=(784,), batch=256, optimiser="adam"), digits(), 30, ()),
    "digits by convolution": lambda: (
        recipe(nn.Conv2d(8, 3), nn.ReLU(), nn.MaxPool(), nn.Conv2d(16, 3), nn.ReLU(), nn.MaxPool(),
               nn.Flatten(), D(64), nn.ReLU(), D(10), shape=(1, 28, 28), batch=64), digits(), 50, ()),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_script_comes_to_the_same_bits(case: str, tmp_path: Path) -> None:
    check(CASES[case](), tmp_path)


SIZES = st.integers(1, 40)
ACTS = st.sampled_from([nn.ReLU(), nn.Tanh(), nn.Sigmoid(), nn.GELU(), nn.LeakyReLU(0.2), nn.LayerNorm(),
                        nn.Dropout(0.4), nn.Softmax(), nn.Linear()])  # fmt: skip
PAIRS = st.lists(st.tuples(SIZES.map(D), ACTS), max_size=3)
HIDDEN = PAIRS.map(lambda pairs: [layer for pair in pairs for layer in pair])
KNOBS = st.fixed_dictionaries({
    "optimiser": st.sampled_from(OPTIMISERS), "rate": st.floats(1e-4, 0.3), "momentum": st.floats(0, 0.99),
    "batch": st.integers(1, 80), "decay": st.sampled_from([0.0, 0.003]), "clip": st.sampled_from([0.0, 0.4]),
    "schedule": st.sampled_from(SCHEDULES), "horizon": st.integers(10, 90),
    "shuffle": st.booleans(), "noise": st.sampled_from([0.0, 0.2]),
})  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hidden=HIDDEN, knobs=KNOBS, kernel=st.integers(0, 4), channels=SIZES)
def test_any_recipe_comes_to_the_same_bits(
    hidden: list[nn.Layer], knobs: dict[str, object], kernel: int, channels: int, tmp_path: Path
) -> None:
    seen = [nn.Conv2d(channels, kernel, 1 + kernel % 2, kernel // 2), nn.MaxPool()] if kernel else []
    made = recipe(*seen, nn.Flatten(), *hidden, D(3), shape=(1, 12, 12), **knobs)
    check((made, pictures(), 12, ()), tmp_path)


def test_a_small_net_fits_on_a_wall() -> None:
    text = script(recipe(), plane(), (), 300, digest="0" * 64)
    lines = text.split("\n")
    assert len(lines) <= 150
    assert max(map(len, lines)) <= 100
    for name in ("forward", "backward", "learn", "sgd", "next_batch"):
        assert f"def {name}(" in text


@pytest.mark.parametrize("case", CASES)
def test_a_script_knows_numpy_alone_and_has_nothing_to_spare(case: str) -> None:
    made, task, steps, turns = CASES[case]()
    tree = ast.parse(script(made, task, turns, steps))
    imported = {
        one.name if isinstance(node, ast.Import) else node.module
        for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom) for one in node.names
    }  # fmt: skip
    assert imported <= {"hashlib", "math", "os", "pathlib", "numpy", "dataclasses", "functools", "__future__"}
    known = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert set(known) <= used
    assert len(set(known)) == len(known)


@pytest.mark.parametrize("name", ['a"""\nimport os  # ', "\\", "'); exit('", "円\u202e"])
def test_no_name_from_elsewhere_becomes_code(name: str, tmp_path: Path) -> None:
    task = replace(plane(), name=name)
    text = script(recipe(), task, (), 2, data=f"{name}.npz", digest=name)
    body = ast.parse(text).body
    assert sum(isinstance(one, ast.Import) for one in body) == 4
    assert not any(isinstance(one, ast.Expr) and "exit" in ast.unparse(one) for one in body[1:])


WRONG = {
    "no such knob": Turn(1, "magic", 1), "beyond its limits": Turn(1, "rate", 1e9),
    "no such optimiser": Turn(1, "optimiser", "__import__('os')"),
    "no such layer": Turn(1, "layer_rate", (9, 1.0)),
    "no factor": Turn(1, "layer_rate", (0, -1.0)), "no number": Turn(1, "layer_rate", (0, float("inf"))),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_turn_that_cannot_be_made_is_refused(case: str) -> None:
    with pytest.raises(ValueError, match=r"layer|knob|rate|optimiser|value"):
        script(recipe(), plane(), [WRONG[case]], 5)


def test_turns_come_from_the_lines_that_a_line_came_from() -> None:
    def branch(step: int, id: int, parent: int, name: str) -> Logged:
        return Logged(step, "branch", {"id": id, "parent": parent, "name": name, "value": id}, "branch")

    log = (
        Logged(1, "knob", [0, "rate", 1]), branch(5, 1, 0, "batch"), Logged(6, "knob", [1, "noise", 2]),
        Logged(7, "knob", [0, "decay", 3]), branch(8, 2, 1, "clip"), Logged(9, "knob", [1, "rate", 4]),
        Logged(9, "stops", {}), Logged(9, "knob", [2, "rate", 5]),
    )  # fmt: skip
    assert [(one.step, one.name) for one in turns_of(log)] == [(1, "rate"), (7, "decay")]
    assert [(one.step, one.name) for one in turns_of(log, 1)] == [
        (1, "rate"), (5, "batch"), (6, "noise"), (9, "rate")]  # fmt: skip
    assert [(one.step, one.name, one.value) for one in turns_of(log, 2)] == [
        (1, "rate", 1), (5, "batch", 1), (6, "noise", 2), (8, "clip", 2), (9, "rate", 5)]  # fmt: skip
    with pytest.raises(ValueError, match="no line 3"):
        turns_of(log, 3)
