"""What lies under the cells: captions and the links between stages. Drawn once for each trace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, starmap

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from neuroviz.ui.fit import fitting
from neuroviz.ui.images import Raster, Words
from neuroviz.ui.netview.cells import Cells, Tables
from neuroviz.ui.netview.layout import Block
from neuroviz.ui.netview.links import Links
from neuroviz.ui.theme import Theme

BINS = 8  # for each sign
Points = NDArray[np.float64]
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
_FREE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


def pens(
    look: Theme, ground: QColor, vigour: float = 1.0, *, smooth: bool = True
) -> tuple[QPen, ...]:
    """Pens for links, weakest first, negative and positive in turn; opaque, blended with the ground.

    vigour below 1: paler ones, for links that step back behind others. For links that are not smooth none is
    as thin as a pixel: Qt draws those dot by dot, which takes twice as long.
    """
    return _pens(look, ground.rgba(), vigour, smooth)


@lru_cache(maxsize=16)
def _pens(look: Theme, rgba: int, vigour: float, smooth: bool) -> tuple[QPen, ...]:
    ground = QColor.fromRgba(rgba)
    found = []
    weakest = 0.08 if look.tokens.stroke == 1 else 0.3  # a pale projector loses what is only hinted at
    for i in range(BINS):
        strength = (i + 1) / BINS
        for colour in (look.negative, look.positive):
            width = look.stroke(0.7 + 1.7 * strength)
            width = width if smooth else max(1.05, width)
            share = vigour * (weakest + (0.9 - weakest) * strength * strength)
            pen = QPen(blend(ground, colour, share), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            found.append(pen)
    return tuple(found)


def blend(one: QColor, other: QColor, share: float) -> QColor:
    """The colour `share` of the way from one to the other."""
    a, b = one, other
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def centres(block: Block, cells: NDArray[np.intp]) -> Points:
    """The middles of cells: (n, 2)."""
    found: Points = _all_centres(block)[cells]
    return found


@lru_cache(maxsize=512)
def _all_centres(block: Block) -> Points:
    column, row = np.divmod(np.arange(block.rows * block.columns), block.rows)
    x = block.x + column * block.pitch[0] + block.cell[0] / 2
    y = block.y + row * block.pitch[1] + block.cell[1] / 2
    return np.stack([x, y], axis=1)


def pixel_centres(block: Block, shape: tuple[int, ...], pixels: NDArray[np.intp]) -> Points:
    """The middles of the pixels of a single picture: (n, 2)."""
    row, column = np.divmod(pixels, shape[2])
    x = block.x + (column + 0.5) * (block.cell[0] / shape[2])
    y = block.y + (row + 0.5) * (block.cell[1] / shape[1])
    return np.stack([x, y], axis=1)


def draw_links(painter: QPainter, links: Links, ends: tuple[Points, Points], kinds: Sequence[QPen]) -> None:
    """Links as straight lines, a pen for each bin of strength; the strongest come on top."""
    if not len(links.value):
        return
    strength = np.minimum(np.abs(links.value), np.float32(1e30))  # infinite ones are the strongest
    bins = np.minimum((strength / strength.max() * BINS).astype(np.intp), BINS - 1)
    kind = 2 * bins + (links.value > 0)
    order = np.argsort(kind, kind="stable")
    lines = list(starmap(QLineF, np.concatenate(ends, axis=1)[order].tolist()))
    stops = np.cumsum(np.bincount(kind, minlength=len(kinds))).tolist()
    for pen, start, stop in zip(kinds, [0, *stops], stops, strict=False):
        if stop > start:
            painter.setPen(pen)
            painter.drawLines(lines[start:stop])


def draw_caption(
    painter: QPainter, middle: float, lines: Sequence[str], fonts: tuple[QFont, QFont], look: Theme
) -> None:
    """What a stage is, centred over it: the first line in the colour of text, the others quiet."""
    y = float(look.space(1))
    for i, line in enumerate(lines):
        font = fonts[min(i, 1)]
        painter.setFont(font)
        painter.setPen(look.text if i == 0 else look.quiet)
        high = QFontMetricsF(font).height()
        rect = QRectF(middle, y, 0, high)
        painter.drawText(rect, _CENTRED, line)
        y += high


def caption_rooms(blocks: Sequence[Block], width: float, gap: float) -> list[float]:
    """How wide each block's caption may be, centred over it, without meeting its neighbours or the edges."""
    middles = [block.x + block.width / 2 for block in blocks]
    around = [-middles[0], *middles, 2 * width - middles[-1]]
    return [min(m - a, b - m) - gap for a, m, b in zip(around, around[1:], around[2:], strict=False)]


def caption_fonts(
    captions: Sequence[Sequence[str]], rooms: Sequence[float], look: Theme
) -> tuple[QFont, QFont]:
    """Fonts of the title and of the lines below it, the same for all blocks, in which every line has room."""
    pairs = list(zip(captions, rooms, strict=True))
    titles = [fitting(caption_font(look, 0), lines[:1], room) for lines, room in pairs]
    others = [fitting(caption_font(look, 1), lines[1:], room) for lines, room in pairs]
    return min(titles, key=QFont.pointSizeF), min(others, key=QFont.pointSizeF)


def caption_font(look: Theme, line: int) -> QFont:
    """The title stands out, the rest is small."""
    if line == 0:
        return look.font(1.0, QFont.Weight.DemiBold)
    return look.font(0.85, tabular=True)


@dataclass(frozen=True, eq=False)
class Scale:
    """A colour bar under a stage: the middle of the stage across, the values at its ends, its colours."""

    middle: float
    least: str
    most: str
    table: Words


def scale_of(cells: Cells, tables: Tables) -> Scale:
    """The colours of a stage's values."""
    table, low = cells.colours(tables)
    least = "0" if low == 0 else f"\N{MINUS SIGN}{cells.limit:g}"
    return Scale(cells.block.x + cells.block.width / 2, least, f"{cells.limit:g}", table)


def draw_scales(
    painter: QPainter, scales: Sequence[Scale], look: Theme, at: tuple[float, float]
) -> None:
    """Under each stage a colour bar with the values at its ends; only the values where there is no room.

    at: how wide the picture is, and the height of the row.
    """
    width, top = at
    font = look.font(0.85, tabular=True)
    painter.setFont(font)
    metrics, bar, gap = QFontMetricsF(font), look.space(8), look.space(1.5)
    halves = [bar / 2 + gap + max(map(metrics.horizontalAdvance, (s.least, s.most))) for s in scales]
    middles = [min(max(s.middle, h + 2), width - h - 2) for s, h in zip(scales, halves, strict=True)]
    pairs = zip(pairwise(middles), pairwise(halves), strict=True)
    brief = any(b - a < one + other + gap for (a, b), (one, other) in pairs)
    brief = brief or (bool(middles) and middles[0] < halves[0])
    for scale, middle in zip(scales, middles, strict=True):
        area = QRectF(middle - bar / 2, top, bar, metrics.height())
        painter.setPen(look.quiet)
        if brief:
            text = f"0 … {scale.most}" if scale.least == "0" else f"±{scale.most}"
            painter.drawText(area, _FREE | Qt.AlignmentFlag.AlignHCenter, text)
            continue
        painter.drawText(area.translated(bar + gap, 0), _FREE | Qt.AlignmentFlag.AlignLeft, scale.most)
        painter.drawText(area.translated(-bar - gap, 0), _FREE | Qt.AlignmentFlag.AlignRight, scale.least)
        strip = Raster(1, len(scale.table))
        strip.words[0] = scale.table
        high = look.space(1.5)
        painter.drawImage(QRectF(area.x(), area.center().y() - high / 2, bar, high), strip.image)


def draw_frames(painter: QPainter, block: Block, colour: QColor, *, apart: bool) -> None:
    """A hairline round each cell of a block, or round all, so that they are seen when they are empty."""
    if not apart:
        full, rest = divmod(block.n, block.rows)
        wide = (full - 1) * block.pitch[0] + block.cell[0]
        painter.fillRect(QRectF(block.x - 1, block.y - 1, wide + 2, block.height + 2), colour)
        if rest:
            high = (rest - 1) * block.pitch[1] + block.cell[1]
            painter.fillRect(QRectF(block.x - 1, block.y - 1, block.width + 2, high + 2), colour)
        return
    for i in range(block.n):
        x, y = block.corner(i)
        painter.fillRect(QRectF(x - 1, y - 1, block.cell[0] + 2, block.cell[1] + 2), colour)


def draw_dots(painter: QPainter, block: Block, other: Block, look: Theme) -> None:
    """Three dots between two stages where others have been left out."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.quiet)
    middle = QPointF((block.x + block.width + other.x) / 2, block.y + block.height / 2)
    for step in (-1, 0, 1):
        painter.drawEllipse(middle + QPointF(step * look.space(2), 0), 2.0, 2.0)
