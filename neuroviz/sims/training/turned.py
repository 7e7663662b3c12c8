"""Turned: what has been done to the knobs of a line on its way, from what to what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from neuroviz.scenes.recipe import Knobs
from neuroviz.sims.training.frames import Branch, Turn

_ONE_HAND = 10  # steps, and a part of all of them: one drag of a knob is one turn
_PART = 0.02


@dataclass(frozen=True)
class Turned:
    """From `step` on the knob `name` was at `after`; it had been at `before`."""

    step: int
    name: str
    before: Any
    after: Any


def turned(
    line: int, step: int, turns: Sequence[Turn], branches: Mapping[int, tuple[int, Branch]], start: Knobs
) -> tuple[Turned, ...]:
    """Of a line and those it came from, up to `step`, in the order of time. start: the knobs at step 0.

    A knob that is back where it was before is left out, as are the rates of single layers.
    """
    way = {line: step}
    while line in branches:
        born, branch = branches[line]
        line, step = branch.parent, min(step, born)
        way[line] = step
    found: list[Turned] = []
    now: dict[str, Any] = dict(vars(start))
    for turn in turns:
        if turn.step > way.get(turn.course, -1) or turn.name not in now:
            continue
        last = next((one for one in reversed(found) if one.name == turn.name), None)
        if last is not None and turn.step - last.step <= max(_ONE_HAND, _PART * turn.step):
            found[found.index(last)] = Turned(last.step, turn.name, last.before, turn.value)
        else:
            found.append(Turned(turn.step, turn.name, now[turn.name], turn.value))
        now[turn.name] = turn.value
    return tuple(one for one in found if one.before != one.after)
