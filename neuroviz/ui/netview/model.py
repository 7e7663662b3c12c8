"""A net and a trace as NetView shows them: stages, blocks, cells, links. No painting."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from neuroviz.nn import Net, Trace
from neuroviz.ui.netview.backdrop import Points, centres, pixel_centres
from neuroviz.ui.netview.cells import Cells, Tables
from neuroviz.ui.netview.facts import Fact, Spot, fact
from neuroviz.ui.netview.layout import Block, Size, arrange
from neuroviz.ui.netview.links import LinkFinder, Links
from neuroviz.ui.netview.stages import Stage, stages


class Model:
    """What is on show of one net."""

    def __init__(self, net: Net) -> None:
        self.net = net
        self.stages: tuple[Stage, ...] = stages(net)
        self.trace: Trace | None = None
        self.finders: dict[int, LinkFinder] = {  # by the number of the stage they lead into
            i: LinkFinder(net, self.stages[i - 1], self.stages[i]) for i in range(1, len(self.stages))
        }
        self.links: dict[int, Links] = {}
        self.blocks: dict[int, Block] = {}
        self.cells: dict[int, Cells] = {}

    @property
    def last(self) -> int:
        """The number of the stage that answers."""
        return len(self.stages) - 1

    def arrange(self, captions: Sequence[float], room: Size) -> None:
        """Lay the stages out anew."""
        self.blocks = {block.stage: block for block in arrange(self.stages, captions, room)}
        self.cells = {i: Cells(self.stages[i], block) for i, block in self.blocks.items()}

    def colour(self, tables: Tables) -> None:
        """Colour all cells by the present trace."""
        for i, cells in self.cells.items():
            cells.show(None if self.trace is None else self.stages[i].values(self.trace), tables)

    def set_trace(self, trace: Trace | None, k: int) -> None:
        """Take another trace and find its k strongest links into each stage on show."""
        self.trace = trace
        self.links = {}
        if trace is not None:
            for i in self.blocks:
                if i - 1 in self.blocks:
                    self.links[i] = self.finders[i].strongest(trace, k)

    def shown(self, i: int, links: Links) -> tuple[Links, tuple[Points, Points]]:
        """Those of the links into stage i of which both ends are drawn, and where these are."""
        before, block = self.blocks[i - 1], self.blocks[i]
        by_pixel = self.finders[i].by_pixel
        seen = links.target < block.n
        if not by_pixel:
            seen &= links.source < before.n
        links = Links(links.source[seen], links.target[seen], links.value[seen])
        if by_pixel:
            start = pixel_centres(before, self.stages[i - 1].shape, links.source)
        else:
            start = centres(before, links.source)
        return links, (start, centres(block, links.target))

    def spot(self, x: float, y: float) -> Spot | None:
        """What is drawn at a place."""
        for i, block in self.blocks.items():
            found = block.at(x, y)
            if found is not None:
                cell, across, down = found
                if not self.stages[i].is_maps:
                    return Spot(i, cell)
                high, wide = self.stages[i].shape[1:]
                return Spot(i, cell, int(down * high), int(across * wide))
        return None

    def rect(self, spot: Spot) -> tuple[float, float, float, float]:
        """Where a spot is drawn: x, y, width, height."""
        block, stage = self.blocks[spot.stage], self.stages[spot.stage]
        x, y = block.corner(spot.cell)
        if not stage.is_maps:
            return x, y, *block.cell
        wide, high = block.cell[0] / stage.shape[2], block.cell[1] / stage.shape[1]
        return x + spot.column * wide, y + spot.row * high, wide, high

    def known(self, spot: Spot) -> Fact | None:
        """What can be said about it; None without a trace."""
        return None if self.trace is None else fact(self.net, self.trace, self.stages[spot.stage], spot)

    def around(self, spot: Spot, k: int) -> list[tuple[int, Links]]:
        """The strongest links into and out of a spot, with the stage they lead into."""
        found: list[tuple[int, Links]] = []
        if self.trace is None:
            return found
        if spot.stage in self.finders and spot.stage - 1 in self.blocks:
            found.append((spot.stage, self.finders[spot.stage].into(self.trace, spot.cell, k)))
        after = self.finders.get(spot.stage + 1)
        if after is not None and spot.stage + 1 in self.blocks:
            cell = spot.cell
            if after.by_pixel:
                cell = spot.row * self.stages[spot.stage].shape[2] + spot.column
            found.append((spot.stage + 1, after.out_of(self.trace, cell, k)))
        return found

    def strongest(self, stage: int, cell: int) -> Spot:
        """A cell as a spot: of a map, its strongest pixel (its middle without a trace)."""
        shape = self.stages[stage].shape
        if len(shape) == 1:
            return Spot(stage, cell)
        if self.trace is None:
            return Spot(stage, cell, shape[1] // 2, shape[2] // 2)
        values = self.stages[stage].values(self.trace)[cell]
        row, column = np.unravel_index(int(values.argmax()), values.shape)
        return Spot(stage, cell, int(row), int(column))

    def neighbour(self, spot: Spot | None, right: int, down: int) -> Spot:
        """The spot to the right or below (negative: left or above), by cells; where to begin without one."""
        numbers = list(self.blocks)
        if spot is None or spot.stage not in self.blocks:
            return self.strongest(numbers[-1], 0)
        block, picture = self.blocks[spot.stage], self.stages[spot.stage]
        if picture.is_picture and spot.stage == 0:
            high, wide = picture.shape[1:]
            row, column = spot.row + down, spot.column + right
            if 0 <= column < wide:
                return Spot(0, 0, min(max(row, 0), high - 1), column)
        column, row = divmod(spot.cell, block.rows)
        column, row = column + right, min(max(row + down, 0), block.rows - 1)
        if 0 <= column < block.columns:
            return self.strongest(spot.stage, min(column * block.rows + row, block.n - 1))
        at = numbers.index(spot.stage) + right
        if not 0 <= at < len(numbers):
            return spot
        other = self.blocks[numbers[at]]
        row = min(row * other.rows // block.rows, other.rows - 1)
        column = 0 if right > 0 else other.columns - 1
        return self.strongest(numbers[at], min(column * other.rows + row, other.n - 1))
