"""What every simulation owes the runtime, as one check that any simulation's tests can call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from neuroviz.runtime import Change, Entry, Frame, Rewindable, Sim, record


def check_sim(
    make: Callable[[], Sim], steps: int, changes: Iterable[Entry] = (), refused: Change | None = None
) -> None:
    """Fail unless the simulation is deterministic, keeps its past, and a refusal changes nothing.

    make: builds the simulation anew with the same config and seed.
    """
    changes = tuple(changes)
    first = _bits(record(make(), steps, changes))
    second = record(make(), steps, changes)
    assert _bits(second) == first, "the same config, seed and changes gave other frames"
    if refused is not None:
        _check_refusal(make(), refused)
    sim = make()
    if isinstance(sim, Rewindable):
        _check_rewind(sim, steps)


def _check_refusal(sim: Sim, refused: Change) -> None:
    before = _bits([sim.snapshot()])
    try:
        sim.apply(refused)
    except ValueError:
        assert _bits([sim.snapshot()]) == before, "a refused change changed something"
    else:
        raise AssertionError(f"{refused} was not refused")


def _check_rewind(sim: Rewindable, steps: int) -> None:
    sim.advance()
    state = sim.state()
    future = _future(sim, steps)
    for _ in range(2):
        sim.restore(state)
        assert _future(sim, steps) == future, "the restored state had another future"


def _future(sim: Rewindable, steps: int) -> list[Any]:
    frames = [sim.snapshot()]
    for _ in range(steps):
        sim.advance()
        frames.append(sim.snapshot())
    return [*_bits(frames), sim.step]


def _bits(frames: list[Frame]) -> list[Any]:
    return [_plain(frame) for frame in frames]


def _plain(value: Any) -> Any:
    """`value` as tuples that compare bit by bit (a NaN equals itself, -0.0 is not 0.0)."""
    if isinstance(value, np.ndarray):
        return value.dtype.str, value.shape, value.tobytes()
    if is_dataclass(value):
        return tuple(_plain(getattr(value, one.name)) for one in fields(value))
    if isinstance(value, Mapping):
        return tuple((key, _plain(part)) for key, part in value.items())
    if isinstance(value, tuple):
        return tuple(_plain(part) for part in value)
    return repr(value)
