"""MapModel: a net and a trace as NetMap shows them: seen through a camera, some layers folded up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from neuroviz.nn import Net, Trace
from neuroviz.ui.images import Raster, picture
from neuroviz.ui.netmap.camera import Camera
from neuroviz.ui.netmap.layout import spread, squeeze_of
from neuroviz.ui.netview.cells import Cells, Tables, largest, nice
from neuroviz.ui.netview.facts import Spot
from neuroviz.ui.netview.layout import Block, Size
from neuroviz.ui.netview.links import Links
from neuroviz.ui.netview.model import Model

_BOUNDED = ("sigmoid", "tanh", "softmax")  # their scale is 1, however small their values are just now
_HAIR, _STRIP = 4.0, 6  # pixels across a layer, and layers, that are painted as one
_NARROW = 12.0  # pixels between two layers; where there are fewer, no links are drawn


@dataclass(frozen=True)
class Caption:
    """Lines centred at a place across."""

    middle: float
    lines: tuple[str, ...]


class MapModel(Model):
    """`base`: the blocks where all is seen; `blocks`: as the camera sees them, which is where they are hit.

    Links and colours are made when they are asked for: of a deep net few are.
    """

    def __init__(self, net: Net) -> None:
        super().__init__(net)
        self.folded: frozenset[int] = frozenset()
        self.camera = Camera(squeeze=squeeze_of(len(self.stages)))
        self.base: dict[int, Block] = {}
        self.room = Size(0, 0, 0, 0, 0)
        self._k = 0
        self._uncoloured: set[int] = set()
        self._limit: float | None = None
        self.strips: tuple[range, ...] = ()
        self.captions: list[Caption] = []  # kept for as long as all is seen from the same place
        self._strip_rasters: dict[range, Raster] = {}

    def arrange(self, captions: Sequence[float], room: Size, beside: float = 0.0) -> None:
        """Lay the stages out anew; beside: what is kept free at the right of the last one."""
        self.room = room
        narrower = replace(room, width=max(room.width - beside, 2 * room.side + 1))
        self.base = {block.stage: block for block in spread(self.stages, captions, narrower, self.folded)}
        self.cells = {i: Cells(self.stages[i], block) for i, block in self.base.items()}
        self._uncoloured = set(self.cells)
        self.look(self.camera)

    def look(self, camera: Camera) -> None:
        """See the map through this camera."""
        self.camera = camera.held(self.room)
        self.blocks = {i: self.camera.block(block) for i, block in self.base.items()}
        for i, cells in self.cells.items():
            cells.block = self.blocks[i]
        self.strips = self._strips()
        self.captions.clear()

    def fold(self, stage: int, *, on: bool) -> None:
        """Fold a layer up or out; it is seen after the next `arrange`."""
        self.folded = self.folded | {stage} if on else self.folded - {stage}

    def set_trace(self, trace: Trace | None, k: int) -> None:
        """Take another trace; of its links the k strongest into each stage will be wanted."""
        self.trace, self._k = trace, k
        self.links, self._limit = {}, None
        self._strip_rasters.clear()
        self._uncoloured = set(self.cells)

    def colour(self, tables: Tables) -> None:
        """Colours follow when a stage is seen."""

    def coloured(self, i: int, tables: Tables) -> Cells:
        """The cells of a stage in the colours of the present trace."""
        cells = self.cells[i]
        if i in self._uncoloured:
            values = None if self.trace is None else self.stages[i].values(self.trace)
            bounded = 1.0 if self.stages[i].function in _BOUNDED else None
            cells.show(values, tables, bounded or (self._common_limit() if i else None))
            self._uncoloured.discard(i)
        return cells

    def strip(self, strip: range, tables: Tables) -> Raster:
        """The layers of a strip, each a column of pixels, in the colours of the present trace."""
        if strip not in self._strip_rasters:
            shape = (self.blocks[strip[0]].n, len(strip))
            sheet = np.zeros(shape, np.float32)
            if self.trace is not None:
                for column, i in enumerate(strip):
                    sheet[:, column] = self.stages[i].values(self.trace)[: shape[0]]
                sheet /= np.float32(self._common_limit() or 1.0)
            self._strip_rasters[strip] = picture(sheet, tables.signed, -1.0)
        return self._strip_rasters[strip]

    def _strips(self) -> tuple[range, ...]:
        """Layers on the screen, one after the other, of as many units, and each no more than a hairline."""
        found: list[range] = []
        thin = [i for i in self.seen() if i > 0 and not self.stages[i].is_maps and self._hair(self.blocks[i])]
        for i in thin:
            if found and found[-1].stop == i and self.blocks[i - 1].n == self.blocks[i].n:
                found[-1] = range(found[-1].start, i + 1)
            else:
                found.append(range(i, i + 1))
        return tuple(one for one in found if len(one) >= _STRIP)

    def _hair(self, block: Block) -> bool:
        return block.columns == 1 and block.cell[0] < _HAIR

    def _common_limit(self) -> float | None:
        """In a net of many layers what fades out from one to the next is to be seen: one scale for all."""
        if self.camera.squeeze == 1 or self.trace is None:
            return None
        if self._limit is None:
            self._limit = nice(max(largest(stage.values(self.trace)) for stage in self.stages[1:]))
        return self._limit

    def links_into(self, i: int) -> Links | None:
        """The strongest links into a stage; None where there are none, or no room between the layers."""
        if self.trace is None or i not in self.finders or self._k == 0:
            return None
        before, block = self.blocks[i - 1], self.blocks[i]
        if block.x - before.x - before.width < _NARROW:
            return None
        if i not in self.links:
            self.links[i] = self.finders[i].strongest(self.trace, self._k)
        return self.links[i]

    def seen(self) -> list[int]:
        """The stages of which something is on the screen."""
        width = self.room.width
        return [i for i, block in self.blocks.items() if block.x <= width and block.x + block.width >= 0]

    def entered(self) -> list[int]:
        """The stages into which links are on the screen."""
        width = self.room.width
        return [
            i for i, block in self.blocks.items()
            if i - 1 in self.blocks and block.x >= 0 and self.blocks[i - 1].x <= width
        ]  # fmt: skip

    def holds(self, spot: Spot) -> bool:
        """Whether there is such a value in the net."""
        if not 0 <= spot.stage <= self.last:
            return False
        shape = self.stages[spot.stage].shape
        place = (spot.cell, spot.row, spot.column)[: len(shape)]
        return all(0 <= at < side for at, side in zip(place, shape, strict=True))

    def place_of(self, spot: Spot) -> tuple[float, float]:
        """The middle of a value on the map, whatever the camera sees."""
        block, shape = self.base[spot.stage], self.stages[spot.stage].shape
        x, y = block.corner(min(spot.cell, block.n - 1))
        high, wide = shape[1:] if len(shape) == 3 else (1, 1)
        return x + (spot.column + 0.5) / wide * block.cell[0], y + (spot.row + 0.5) / high * block.cell[1]
