"""Writer: puts a training script together, of what its run has to do with and nothing else."""

from __future__ import annotations

import json
import math
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from neuroviz.data.task import Task
from neuroviz.nn import Layer
from neuroviz.scenes.recipe import Recipe
from neuroviz.scenes.script_functions import WIDTH, augmenting, taken, title
from neuroviz.scenes.script_learning import learning, schedule
from neuroviz.scenes.script_net import net_text
from neuroviz.scenes.script_traits import LAYER_RATE, Traits, Turn

Lines = Iterator[str]


class Writer:
    """One script. turns: those that take effect before its last step."""

    def __init__(self, recipe: Recipe, task: Task, turns: Sequence[Turn], steps: int) -> None:
        self._recipe, self._task, self._turns, self._steps = recipe, task, turns, steps
        self._traits = Traits(recipe, task, turns)
        self._net = net_text(recipe, self._traits.at_once)

    def text(self, data: str, digest: str) -> str:
        """All of it. data: the file beside it."""
        data = _harmless(data)
        above = [*self._settings(digest), *self._examples(data), *self._weights(), *self._passes()]
        below = [*learning(self._traits, self._task.kind), *self._loop(digest)]
        functions = taken("\n".join([*above, *below]), self._traits.words)
        varied = augmenting() if self._traits.augments else []
        middle = [title("what is needed to learn"), "", "", *functions]
        return "\n".join([*self._head(data), *above, *middle, *varied, *below]) + "\n"

    def _head(self, data: str) -> Lines:
        task, plan = self._task, self._traits.plan
        n = len(task.train)
        yield f'"""How a net learned: {self._steps:,} steps on {n:,} examples of {_harmless(task.name)}.'
        yield ""
        layers = ", ".join(map(_told, plan.layers))
        yield from textwrap.wrap(f"The net: {_by(plan.input_shape)}; {layers}.", WIDTH)
        yield ""
        yield from textwrap.wrap(
            f"Written by NeuroViz. It needs NumPy, and the file {data} beside it. On the machine it was "
            "written on it ends with the same weights as there, bit for bit: every operation is done in the "
            "same order.", WIDTH,
        )  # fmt: skip
        yield from ('"""', "")
        if self._traits.augments:
            yield from ("from __future__ import annotations", "")
        yield from ("import hashlib", "import math", "import os")
        if self._traits.augments:
            yield from ("from dataclasses import dataclass, fields", "from functools import lru_cache")
        yield from ("from pathlib import Path", "")
        yield "# One thread: several would add up in another order."
        yield 'for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):'
        yield from ('    os.environ[name] = "1"', "", "import numpy as np", "")

    def _settings(self, digest: str) -> Lines:
        """The knobs that matter in this run, and when they were turned."""
        knobs = self._recipe.knobs
        yield from (f"SEED = {self._recipe.seed}", f"STEPS = {self._steps}")
        if digest:
            yield f'EXPECTED = "{_harmless(digest)}"'
        yield "knobs = {"
        yield from (f'    "{name}": {_literal(getattr(knobs, name))},' for name in self._traits.knobs)
        yield "}"
        if self._traits.slowed:
            yield f"layer_rates = {list(self._recipe.rates())}  # factors on the rate; 0 is frozen"
        if self._turns:
            yield "turns = [  # (steps taken, knob, its new value)"
            for one in self._turns:
                yield f'    ({one.step}, "{one.name}", {_literal(one.value)}),'
            yield "]"
        yield ""

    def _examples(self, data: str) -> Lines:
        traits, ever = self._traits, self._traits.ever
        shuffles = all(ever["shuffle"])
        yield from (title("the examples"), "", f'data = np.load(Path(__file__).with_name("{data}"))')
        yield 'examples, answers = data["x"], data["y"]'
        yield "shuffling = np.random.default_rng((SEED, 1))"
        if traits.varies:
            yield "varying = np.random.default_rng((SEED, 2))"
        yield "order, at = shuffling.permutation(len(examples)), 0"
        if not shuffles:
            yield "shuffled = True"
        yield from ("", "", "def next_batch():")
        yield f'    """Epoch after epoch, each example once{", in a new order each time" * shuffles}."""'
        yield f"    global order, at{', shuffled' * (not shuffles)}"
        yield from _SHUFFLED if shuffles else _SORTED_AT_TIMES
        yield from _IN_PAIRS if traits.pairs else ('    rows = order[at : at + knobs["batch"]]',)
        yield "    at += len(rows)"
        in_bytes = self._task.train.x.dtype == np.uint8
        yield f"    x = examples[rows]{' * np.float32(1 / 255)' * in_bytes}"
        if traits.augments:
            sides = ", ".join(map(str, self._task.shape[-2:]))
            yield '    if knobs["augment"]:'
            yield f"        pictures = x.reshape(-1, {sides})"
            yield '        x = strength(knobs["augment"])(pictures, varying).reshape(x.shape)'
        if any(ever["noise"]):
            yield '    if knobs["noise"]:'
            yield "        noise = varying.standard_normal(x.shape, np.float32)"
            yield '        x = x + noise * np.float32(knobs["noise"])'
        shape = ", ".join(map(str, traits.plan.input_shape))
        yield from (f"    return x.reshape(-1, {shape}), answers[rows]", "", "")

    def _weights(self) -> Lines:
        plan, traits = self._traits.plan, self._traits
        yield from (title("the net"), "")
        yield "# All weights lie in one row, so that an update is one operation; w0, b0, … are windows into"
        yield "# it. So do their gradients, dw0, db0, …"
        yield f"theta = np.zeros({plan.n_values}, np.float32)"
        yield f"grad = np.zeros({plan.n_trainable}, np.float32)"
        yield from (*self._net.weights, "")
        if traits.reads_start:
            yield 'theta[...] = data["start"]'
        else:
            yield from ("rng = np.random.default_rng((SEED, 0))", *self._net.start)
        if traits.drops:
            yield from ("dropping = np.random.default_rng((SEED, 3))", "masks = {}")
        yield from ("", "")

    def _passes(self) -> Lines:
        """forward and backward."""
        yield from ("def forward(x):", '    """What each layer answers; a[0] is what came in."""')
        yield f"    a = [x] + [None] * {len(self._traits.plan.layers)}"
        yield from (f"    {line}" for line in self._net.forward)
        yield from ("    return a", "", "", "def backward(a, d):")
        yield '    """d, the gradient of an answer, becomes that of the answer before; on its way it says'
        yield '    how each weight should change."""'
        yield from (f"    {line}" for lines in reversed(self._net.backward) for line in lines)
        yield from ("", "")

    def _loop(self, digest: str) -> Lines:
        traits = self._traits
        yield from (title("the run"), "")
        yield 'np.seterr(all="ignore")  # too high a rate is a lesson, not an error'
        yield from schedule(traits)
        yield "for step in range(STEPS):"
        if self._turns:
            yield from self._turning()
        rate = ' * schedules[knobs["schedule"]](step - since, knobs["horizon"])' * traits.scheduled
        yield f'    rate = knobs["rate"]{rate}'
        yield from ("    x, y = next_batch()", "    loss = learn(x, y, rate)")
        yield "    if (step + 1) % max(1, STEPS // 10) == 0:"
        yield '        print(f"step {step + 1}: loss {loss:.6g}")'
        yield from ("", "digest = hashlib.sha256(theta.tobytes()).hexdigest()")
        yield 'print(f"loss of the last batch: {loss!r}")'
        yield 'print(f"SHA-256 of all weights: {digest}")'
        if digest:
            yield 'print("the same as in NeuroViz" if digest == EXPECTED else "NOT the same as in NeuroViz")'

    def _turning(self) -> Lines:
        """The knobs of the coming step."""
        yield from ("    for when, name, value in turns:", "        if when == step:")
        deep = "            "
        layers = [one.name == LAYER_RATE for one in self._turns]
        if any(layers):
            yield f'{deep}if name == "{LAYER_RATE}":'
            yield from (f"{deep}    layer_rates[value[0]] = value[1]", f"{deep}    continue")
        if len(self._traits.optimisers) > 1:
            yield f'{deep}if name == "optimiser" and updates[value] is not updates[knobs[name]]:'
            yield f"{deep}    state = fresh(value)"
        if not all(layers):
            yield f"{deep}knobs[name] = value"
        if self._traits.scheduled:
            yield from (f'{deep}if name in ("schedule", "horizon"):', f"{deep}    since = step")


_SHUFFLED = ("    if at >= len(order):", "        order, at = shuffling.permutation(len(examples)), 0")
_SORTED_AT_TIMES = (
    '    if knobs["shuffle"] != shuffled or at >= len(order):',
    '        shuffled, at = knobs["shuffle"], 0',
    "        by = answers if answers.ndim == 1 else answers[:, 0]",
    '        order = np.argsort(by, kind="stable")',
    "        if shuffled:",
    "            order = shuffling.permutation(len(examples))",
)


_IN_PAIRS = (
    '    size, left = max(2, knobs["batch"]), len(order) - at',
    "    if left == size + 1:",
    "        size = left  # one alone has nothing to be compared with: it joins the others",
    "    rows = order[at : at + size]",
)


def _harmless(text: str) -> str:
    """Words from elsewhere, of which no line, no quotation and so no code can be made."""
    return "".join(letter if letter.isprintable() and letter not in "\"'\\" else "_" for letter in text)


def _literal(value: Any) -> str:
    """A plain value as Python writes it, text in double quotes."""
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, list | tuple):
        return f"({', '.join(map(_literal, value))})"
    if isinstance(value, bool | int | float) and math.isfinite(value):
        return repr(value)
    raise ValueError(f"{value!r} is no value of a knob")


def _told(layer: Layer) -> str:
    parts = [str(value) for key, value in layer.to_dict().items() if key != "kind"]
    return " ".join([layer.kind.replace("_", " "), *parts[:2]])


def _by(shape: Sequence[int]) -> str:
    return f"{' × '.join(map(str, shape))} number{'s' * (math.prod(shape) != 1)} in"
