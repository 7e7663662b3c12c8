"""Where each stage of a net is drawn: pure geometry, in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from neuroviz.ui.netview.stages import Stage

MOST_UNITS = 2048  # cells of one block; a larger layer shows its first ones
MOST_MAPS = 64
MOST_STAGES = 9  # a deeper net shows its first and last ones
_UNIT, _ANSWER, _MAP, _INPUT = 20.0, 38.0, 130.0, 224.0  # largest sides, in pixels at text size 1
_ANSWER_UNITS = 20  # up to so many units of the last stage stand in one column, with labels


@dataclass(frozen=True)
class Size:
    """The room there is: width, height; top, bottom: kept for words; side: kept free; scale: text size."""

    width: float
    height: float
    top: float
    bottom: float
    side: float
    scale: float = 1.0


@dataclass(frozen=True)
class Block:
    """One stage on the screen: n cells in columns of `rows`, top to bottom, then to the right.

    stage: its number in the net; pitch: from one cell to the next; cell: (width, height) of one.
    """

    stage: int
    n: int
    rows: int
    columns: int
    pitch: tuple[float, float]
    cell: tuple[float, float]
    x: float = 0.0
    y: float = 0.0

    @property
    def width(self) -> float:
        return self.pitch[0] * (self.columns - 1) + self.cell[0]

    @property
    def height(self) -> float:
        return self.pitch[1] * (self.rows - 1) + self.cell[1]

    def corner(self, i: int) -> tuple[float, float]:
        """Upper left corner of cell i."""
        column, row = divmod(i, self.rows)
        return self.x + column * self.pitch[0], self.y + row * self.pitch[1]

    def centre(self, i: int) -> tuple[float, float]:
        """Middle of cell i."""
        x, y = self.corner(i)
        return x + self.cell[0] / 2, y + self.cell[1] / 2

    def at(self, x: float, y: float) -> tuple[int, float, float] | None:
        """The cell at a place, and where in it (0..1 across and down); None between cells and outside."""
        dx, dy = x - self.x, y - self.y
        column, row = int(dx // self.pitch[0]), int(dy // self.pitch[1])
        i = column * self.rows + row
        if dx < 0 or dy < 0 or row >= self.rows or i >= self.n:
            return None
        across = (dx - column * self.pitch[0]) / self.cell[0]
        down = (dy - row * self.pitch[1]) / self.cell[1]
        return (i, across, down) if across < 1 and down < 1 else None


def chosen(n_stages: int) -> tuple[int, ...]:
    """The stages to draw: all, or the first and last of a deep net."""
    if n_stages <= MOST_STAGES:
        return tuple(range(n_stages))
    head = MOST_STAGES // 2
    return (*range(head), *range(n_stages - (MOST_STAGES - head), n_stages))


def arrange(stages: Sequence[Stage], captions: Sequence[float], room: Size) -> tuple[Block, ...]:
    """A block for each chosen stage, from left to right; captions: the width each stage's caption wants."""
    numbers = chosen(len(stages))
    height = max(40.0, room.height - room.top - room.bottom)
    free = room.width - 2 * room.side
    shares = [share_of(stages[i], i == len(stages) - 1) for i in numbers]
    budget = free * (0.72 if len(numbers) < 7 else 0.85)
    blocks = []
    for i, share in zip(numbers, shares, strict=True):
        width = budget * share / sum(shares)
        blocks.append(block_of(i, stages[i], i == len(stages) - 1, (width, height), room.scale))
    return placed(blocks, captions, room)


def placed(blocks: Sequence[Block], captions: Sequence[float], room: Size) -> tuple[Block, ...]:
    """The blocks side by side over the whole width, each in the middle of its height."""
    height = max(40.0, room.height - room.top - room.bottom)
    free = room.width - 2 * room.side
    slots = [max(block.width, captions[block.stage]) for block in blocks]
    gap = (free - sum(slots)) / max(1, len(blocks) - 1)  # below zero, captions touch before blocks do
    found, x = [], room.side
    for block, slot in zip(blocks, slots, strict=True):
        y = room.top + (height - block.height) / 2
        found.append(replace(block, x=round(x + (slot - block.width) / 2), y=round(y)))
        x += slot + gap
    return tuple(found)


def share_of(stage: Stage, last: bool) -> float:
    """How much of the width a stage is worth, beside others."""
    if stage.is_maps:
        return 1.2 if stage.n_cells == 1 else 1.5
    return 0.3 if last else 0.75


def block_of(number: int, stage: Stage, last: bool, room: tuple[float, float], scale: float) -> Block:
    """A stage laid out in a room (width, height), at its corner."""
    if stage.is_maps:
        return _maps(number, stage, room, scale)
    n = min(stage.n_cells, MOST_UNITS)
    if last and n <= _ANSWER_UNITS:
        side = min(_ANSWER * scale, room[1] / n)
        side = side if side < 8 else float(int(side))
        return Block(number, n, n, 1, (side, side), (side - max(2.0, side // 8),) * 2)
    rows, columns, pitch = _grid(n, (1.0, 1.0), room, _UNIT * scale)
    pitch = float(int(pitch)) if pitch >= 3 else pitch
    cell = pitch - 1 if pitch >= 4 else pitch
    return Block(number, n, rows, columns, (pitch, pitch), (cell, cell))


def _maps(number: int, stage: Stage, room: tuple[float, float], scale: float) -> Block:
    n, high, wide = min(stage.n_cells, MOST_MAPS), *stage.shape[1:]
    largest = (_INPUT if n == 1 else _MAP) * scale
    longer = max(high, wide)
    space = 5.0 if n > 1 else 0.0
    rows, columns, side = _grid(n, (wide / longer, high / longer), room, largest + space)
    side = max(2.0, side - space)
    # Whole pixels for each value, unless much would be lost by that.
    side = side // longer * longer if side >= 3 * longer else float(int(side))
    cell = (max(1.0, side * wide / longer), max(1.0, side * high / longer))
    return Block(number, n, rows, columns, (cell[0] + space, cell[1] + space), cell)


def _grid(
    n: int, shape: tuple[float, float], room: tuple[float, float], largest: float
) -> tuple[int, int, float]:
    """Rows, columns and side so that n cells are as large as can be, with as few columns as will do."""
    best, sides = (n, 1, 0.0), 0.0
    for columns in range(1, min(n, 64) + 1):
        rows = ceil(n / columns)
        side = min(largest, room[0] / (columns * shape[0]), room[1] / (rows * shape[1]))
        holes = n <= MOST_MAPS and n % columns  # look like something missing
        score = side * (0.65 if holes else 1.0)
        if score > best[2] * 1.04:
            best, sides = (rows, columns, score), side
    return *best[:2], sides
