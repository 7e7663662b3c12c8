"""What a benchmark row is, how two sides are timed fairly, and how the rows are found."""

from __future__ import annotations

import importlib
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

PREFIX = "bench_"


@dataclass(frozen=True)
class Row:
    """One figure: `value` (in `unit`) is compared with `goal`; `ours` and `peer` are what it is made of.

    parity: both sides were seen to compute the same before they were timed; None without a peer.
    goal None: a figure to know, not to reach.
    """

    name: str
    value: float | None
    unit: str
    goal: float | None
    parity: bool | None
    ours: float | None
    peer: float | None
    peer_name: str
    note: str
    lower_is_better: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None where there is no goal or nothing to compare with."""
        if self.value is None or self.goal is None or self.parity is False:
            return None if self.parity is not False else False
        return self.value <= self.goal if self.lower_is_better else self.value >= self.goal

    def to_dict(self) -> dict[str, Any]:
        """The row for --json."""
        plain = asdict(self) | {"met": self.met}
        del plain["lower_is_better"]
        return plain


def names() -> list[str]:
    """The benchmarks there are: one for each file bench_<name>.py in this folder."""
    return sorted(path.stem.removeprefix(PREFIX) for path in Path(__file__).parent.glob(f"{PREFIX}*.py"))


def rows(name: str) -> Iterator[Row]:
    """Run one benchmark; its module has a function `rows()`."""
    yield from importlib.import_module(f"{__package__}.{PREFIX}{name}").rows()


def interleaved(*sides: Callable[[], object], rounds: int = 31, seconds: float = 0.02) -> list[float]:
    """Median seconds a call of each side; their turns alternate, so that a slow moment meets all of them.

    A turn lasts about `seconds`; a first turn of each warms caches and is not counted.
    """
    counts = []
    for side in sides:
        side()
        start = time.perf_counter()
        side()
        counts.append(max(1, int(seconds / max(time.perf_counter() - start, 1e-7))))
    times: list[list[float]] = [[] for _ in sides]
    for _ in range(rounds + 1):
        for side, count, found in zip(sides, counts, times, strict=True):
            start = time.perf_counter()
            for _ in range(count):
                side()
            found.append((time.perf_counter() - start) / count)
    return [statistics.median(found[1:]) for found in times]
