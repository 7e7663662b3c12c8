"""Where the layers of a net lie on its map, at the scale at which all of it is seen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from neuroviz.ui.netview.layout import Block, Size, block_of, placed, share_of
from neuroviz.ui.netview.stages import Stage

SIDE_BY_SIDE = 10  # layers; more than that lie squeezed until they are drawn out
_FOLDED = 12.0  # pixels across a layer that is folded up, at text size 1
_COLUMN = 24  # units; so many or fewer stand under each other
_UNIT, _TALL, _FILLED = 58.0, 108.0, 0.62  # of those: largest unit and pitch, the share of the pitch it fills


def squeeze_of(n_stages: int) -> float:
    """How many times narrower the layers of a deep net lie than they are high."""
    return max(1.0, n_stages / SIDE_BY_SIDE)


def spread(
    stages: Sequence[Stage], captions: Sequence[float], room: Size, folded: Collection[int]
) -> tuple[Block, ...]:
    """A block for each stage, left to right; captions: the width each stage's caption wants, in pixels."""
    squeeze = squeeze_of(len(stages))
    wide = replace(room, width=(room.width - 2 * room.side) * squeeze + 2 * room.side)
    blocks = _blocks(stages, wide, folded)
    found = placed(blocks, captions, wide)
    return found if squeeze == 1 else tuple(_squeezed(block, squeeze, room.side) for block in found)


def _blocks(stages: Sequence[Stage], room: Size, folded: Collection[int]) -> list[Block]:
    height = max(40.0, room.height - room.top - room.bottom)
    open_ones = [i for i in range(len(stages)) if i not in folded]
    shares = sum(_worth(stages[i], i == len(stages) - 1) for i in open_ones) or 1.0
    free = room.width - 2 * room.side - _FOLDED * room.scale * (len(stages) - len(open_ones))
    budget = free * (0.74 if len(stages) < 7 else 0.85)
    blocks = []
    for i, stage in enumerate(stages):
        last = i == len(stages) - 1
        width = budget * _worth(stage, last) / shares
        if i in folded:
            blocks.append(_strip(i, stage, height, room.scale))
        elif not stage.is_maps and stage.n_cells <= _COLUMN:
            blocks.append(_column(i, stage.n_cells, height, room.scale))
        else:
            blocks.append(block_of(i, stage, last, (width, height), room.scale))
    return blocks


def _worth(stage: Stage, last: bool) -> float:
    """How much of the width a stage gets; what the net looks at is to be seen well."""
    few = not stage.is_maps and stage.n_cells <= _COLUMN
    return 0.3 if few else 1.45 if stage.is_picture and stage.kind == "input" else share_of(stage, last)


def _column(number: int, n: int, height: float, scale: float) -> Block:
    """Few units: apart from each other, as such nets are drawn."""
    pitch = min(_TALL * scale, height / n)
    side = min(_UNIT * scale, max(1.0, pitch * _FILLED))
    return Block(number, n, n, 1, (side, pitch), (side, side))


def _strip(number: int, stage: Stage, height: float, scale: float) -> Block:
    """A layer folded up: all that was beside each other lies in one narrow column."""
    n = block_of(number, stage, False, (_FOLDED, height), scale).n
    side = (_FOLDED * scale, height * 0.9 / n)
    return Block(number, n, n, 1, side, side)


def _squeezed(block: Block, squeeze: float, side: float) -> Block:
    pitch, cell = (block.pitch[0] / squeeze, block.pitch[1]), (block.cell[0] / squeeze, block.cell[1])
    return replace(block, pitch=pitch, cell=cell, x=side + (block.x - side) / squeeze)
