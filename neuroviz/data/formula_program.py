"""A formula as a list of steps: what is the same is computed once, what is constant never again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data import formula_jets as jets
from neuroviz.data.formula_functions import BINARY, FOLDED, UNARY
from neuroviz.data.formula_jets import Binary, Jet
from neuroviz.data.surface import blocks

Floats = NDArray[np.float64]

_OPERATORS: dict[str, Binary] = {
    "+": jets.add, "-": jets.subtract, "*": jets.multiply, "/": jets.divide, "^": jets.power,
    **BINARY, **FOLDED,
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One operation on results of earlier steps. `number`: of a constant, and the exponent of "raise"."""

    name: str
    operands: tuple[int, ...] = ()
    number: float = 0.0


@dataclass(frozen=True)
class Program:
    """Steps in order, the last is the answer; `last_use[i]` are the results that nobody needs after step
    i."""

    steps: tuple[Step, ...]
    last_use: tuple[tuple[int, ...], ...]

    def run(self, x: Floats, y: Floats, order: int) -> tuple[Floats, ...]:
        """f, and with order 1 also fx, fy, with 2 also fxx, fxy, fyy, of the shape x and y broadcast to.

        Where f is NaN all are. Never raises nor warns.
        """
        shape = np.broadcast_shapes(x.shape, y.shape)
        outputs = tuple(np.zeros(shape) for _ in range((1, 3, 6)[order]))
        with np.errstate(all="ignore"):
            for block, one_x, one_y in blocks(shape, x, y):
                found = self._jet(one_x, one_y, order)
                for whole, part in zip(outputs, found, strict=False):
                    if part is not None:
                        whole[block] = part
                if order and np.isnan(found.f).any():
                    gaps = np.isnan(outputs[0][block])
                    for whole in outputs[1:]:
                        whole[block] = np.where(gaps, np.nan, whole[block])
        return outputs

    def _jet(self, x: Floats, y: Floats, order: int) -> Jet:
        one = np.float64(1.0) if order else None
        start = {"x": Jet(x, x=one), "y": Jet(y, y=one)}
        results: list[Jet | None] = []
        for step, spent in zip(self.steps, self.last_use, strict=True):
            operands = [results[i] for i in step.operands]
            found = start[step.name] if step.name in start else apply(step, operands, order)
            results.append(found)
            for i in spent:
                results[i] = None
        answer = results[-1]
        assert answer is not None
        return answer


def apply(step: Step, operands: Sequence[Jet | None], order: int) -> Jet:
    """What a step other than x and y makes of its operands."""
    if step.name == "number":
        return Jet(np.float64(step.number))
    u = operands[0]
    assert u is not None
    if step.name == "negative":
        return jets.negative(u, order)
    if step.name == "raise":
        return jets.chain(u, jets.raised(u.f, step.number, order))
    if step.name in UNARY:
        return jets.chain(u, UNARY[step.name](u.f, order))
    w = operands[1]
    assert w is not None
    return _OPERATORS[step.name](u, w, order)


class Builder:
    """Collects steps; equal ones become one, and what needs neither x nor y is computed at once."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._known: dict[tuple[str, tuple[int, ...], str], int] = {}

    def number(self, value: float) -> int:
        """A constant."""
        return self._add(Step("number", (), value))

    def variable(self, name: str) -> int:
        """x or y."""
        return self._add(Step(name))

    def call(self, name: str, *operands: int) -> int:
        """An operator or function of earlier steps; of those in FOLDED more than two are taken in turn."""
        for third in operands[2:]:
            operands = (self.call(name, *operands[:2]), third)
        inputs = [self._steps[i] for i in operands]
        step = Step(name, operands)
        if name == "^" and inputs[1].name == "number":
            step = Step("raise", operands[:1], inputs[1].number)
        elif name == "^" and inputs[0] == Step("number", (), float(np.e)):
            step = Step("exp", operands[1:])
        if all(one.name == "number" for one in inputs):
            with np.errstate(all="ignore"):
                return self.number(float(apply(step, [Jet(np.float64(one.number)) for one in inputs], 0).f))
        return self._add(step)

    def _add(self, step: Step) -> int:
        # By its spelling a number is told apart from its negative zero, and NaN is found again.
        key = (step.name, step.operands, repr(step.number))
        if key not in self._known:
            self._known[key] = len(self._steps)
            self._steps.append(step)
        return self._known[key]

    def program(self, answer: int) -> Program:
        """What is needed for that step, and no more."""
        needed: set[int] = set()
        waiting = [answer]
        while waiting:
            one = waiting.pop()
            if one not in needed:
                needed.add(one)
                waiting.extend(self._steps[one].operands)
        order = sorted(needed)
        place = {old: new for new, old in enumerate(order)}
        steps = tuple(
            Step(one.name, tuple(place[i] for i in one.operands), one.number)
            for one in (self._steps[old] for old in order)
        )
        last = {operand: at for at, step in enumerate(steps) for operand in step.operands}
        spent: list[tuple[int, ...]] = [() for _ in steps]
        for operand, at in last.items():
            spent[at] = (*spent[at], operand)
        return Program(steps, tuple(spent))
