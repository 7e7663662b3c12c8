"""Where the units of each layer are drawn: grids side by side, pure geometry in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from neuroviz.sims.cuts import Block

MOST = 4096
"""Units of one layer that are drawn; those beyond are chosen by their number."""

_UNIT, _MAP, _ANSWER, _SPACIOUS = 20.0, 60.0, 26.0, 40.0  # cells, in pixels at text size 1
_LEAST, _MOST = 0.2, 2.0  # smallest cells, which can still be hit, and largest, in parts of these
_SMALLEST = 3.0  # pixels of a cell
_FLAT = 0.6  # maps want height: they are folded into fewer rows than columns
_COLUMN = 12  # so few units stand in one column


@dataclass(frozen=True)
class Grid:
    """The cells of one block: `n` of them drawn, column by column from the top."""

    n: int
    rows: int
    columns: int
    cell: float
    x: float
    y: float
    left: float
    right: float

    def corner(self, i: int) -> tuple[float, float]:
        """Upper left corner of a cell."""
        column, row = divmod(i, self.rows)
        return self.x + column * self.cell, self.y + row * self.cell

    def at(self, x: float, y: float) -> int | None:
        """The cell at a place, or None."""
        column, row = int((x - self.x) // self.cell), int((y - self.y) // self.cell)
        i = column * self.rows + row
        return i if 0 <= column < self.columns and 0 <= row < self.rows and i < self.n else None

    def between(self, left: float, top: float, right: float, bottom: float) -> tuple[int, ...]:
        """All cells that touch a rectangle, in order."""
        columns = range(
            max(0, int((left - self.x) // self.cell)),
            min(self.columns, int((right - self.x) // self.cell) + 1),
        )
        rows = range(
            max(0, int((top - self.y) // self.cell)), min(self.rows, int((bottom - self.y) // self.cell) + 1)
        )
        return tuple(i for c in columns for r in rows if (i := c * self.rows + r) < self.n)


def grids(parts: Sequence[Block], width: float, top: float, height: float, scale: float) -> list[Grid]:
    """One grid a block, from left to right; wider than `width` only where even the smallest cells are.

    top: kept for words above; height: of the whole; scale: text size.
    """
    room = max(20.0, height - top)
    gap, least = 14.0 * scale, 40.0 * scale
    size, found = _MOST, _sized(parts, _MOST, room, scale)
    while size > _LEAST and _total(found, gap, least) > width:
        size = max(_LEAST, size * 0.93)
        found = _sized(parts, size, room, scale)
    spare = max(0.0, width - _total(found, gap, least))
    share = spare / max(1, len(parts))
    grids_, x = [], 0.0
    for n, rows, columns, cell in found:
        wide = max(least, columns * cell) + gap + share
        y = top + (room - min(rows, n) * cell) / 2
        left = x + (wide - columns * cell) / 2
        grids_.append(Grid(n, rows, columns, cell, round(left), round(y), x, x + wide))
        x += wide
    return grids_


def _total(found: list[tuple[int, int, int, float]], gap: float, least: float) -> float:
    return sum(max(least, columns * cell) + gap for _, _, columns, cell in found)


def _sized(
    parts: Sequence[Block], size: float, room: float, scale: float
) -> list[tuple[int, int, int, float]]:
    found = []
    most = max((part.n for part in parts), default=1)
    small = most <= _COLUMN
    for block in parts:
        n = min(block.n, MOST)
        if n <= _COLUMN and not block.maps:
            largest = _SPACIOUS if small else _ANSWER
            cell = max(3.0, min(largest * scale * max(1.0, size), room / (most if small else n)))
            found.append((n, n, 1, cell))
            continue
        rows = _rows(n, maps=block.maps)
        cell = max(_SMALLEST, min((_MAP if block.maps else _UNIT) * scale * size, room / rows))
        if rows * cell > room:  # thousands of them: as many below each other as can still be hit
            rows = max(1, int(room / cell))
        columns = ceil(n / rows)
        found.append((n, ceil(n / columns), columns, cell))
    return found


def _rows(n: int, *, maps: bool) -> int:
    """How `n` units are folded: always the same way, whatever the room, so that each keeps its place."""
    return max(1, round(sqrt(n * (_FLAT if maps else 1.0))))
