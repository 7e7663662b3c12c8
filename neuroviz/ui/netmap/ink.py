"""What is painted of the layers themselves: cells, few units as discs, numbers where they can be read."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from neuroviz.ui import device
from neuroviz.ui.fit import fitting
from neuroviz.ui.netmap.model import MapModel
from neuroviz.ui.netview import backdrop, overlay
from neuroviz.ui.netview.backdrop import Points
from neuroviz.ui.netview.cells import Cells, Tables
from neuroviz.ui.netview.layout import Block
from neuroviz.ui.netview.links import Links
from neuroviz.ui.theme import Theme

_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
_BESIDE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
_DISC = 10.0  # pixels; smaller units of a few are squares
_MOST_NUMBERS = 600
_FEW_LINKS = 12  # into a layer; so many or fewer have their terms written on them
_BAR = 12  # steps of 4 px: the bar of a probability that is 1


def discs(cells: Cells) -> bool:
    """Whether units stand apart and large enough to be round."""
    block = cells.block
    return cells.apart and not cells.stage.is_maps and block.cell[0] >= _DISC and block.n <= 64


def draw_frame(painter: QPainter, cells: Cells, ground: QColor, look: Theme) -> None:
    """What makes a layer seen while it holds nothing: a ground of its own, and a hairline round it."""
    if discs(cells):
        return
    block = cells.block
    edge = 3.0 if block.pitch[0] > 4 else 0.0
    if edge:
        area = QRectF(block.x, block.y, block.width, block.height)
        painter.fillRect(area.adjusted(-edge, -edge, edge, edge), ground)
    backdrop.draw_frames(painter, block, look.line, apart=cells.apart)


def strip_rect(model: MapModel, strip: range) -> QRectF:
    """Where the layers of a strip lie, the gaps between them filled."""
    first, last = model.blocks[strip[0]], model.blocks[strip[-1]]
    return QRectF(first.x, first.y, last.x + last.width - first.x, first.height)


def draw_strip(painter: QPainter, model: MapModel, strip: range, tables: Tables) -> None:
    """Layers as thin as hairs, side by side."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    device.draw_pixels(painter, strip_rect(model, strip), model.strip(strip, tables).image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def draw_cells(painter: QPainter, cells: Cells, ground: QColor, look: Theme) -> None:
    """The values of a layer as colours; the painter may smooth."""
    if discs(cells):
        _draw_discs(painter, cells, look)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    cells.paint(painter)
    if not cells.apart:
        overlay.gaps(painter, cells.block, backdrop.blend(ground, look.line, 0.5))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def draw_dark(painter: QPainter, cells: Cells, look: Theme) -> None:
    """A layer that has not been computed yet."""
    block = cells.block
    if discs(cells):
        painter.setPen(QPen(look.line, look.stroke(1.5)))
        painter.setBrush(look.neutral)
        for i in range(block.n):
            painter.drawEllipse(QRectF(*block.corner(i), *block.cell))
    elif not cells.apart:
        full, rest = divmod(block.n, block.rows)
        painter.fillRect(QRectF(block.x, block.y, full * block.pitch[0], block.height), look.neutral)
        high = rest * block.pitch[1]
        painter.fillRect(QRectF(block.x + full * block.pitch[0], block.y, block.cell[0], high), look.neutral)
    else:
        for i in range(block.n):
            painter.fillRect(QRectF(*block.corner(i), *block.cell), look.neutral)


def _draw_discs(painter: QPainter, cells: Cells, look: Theme) -> None:
    block = cells.block
    painter.setPen(QPen(look.quiet, look.stroke(1)))
    for i in range(block.n):
        column, row = divmod(i, block.rows)
        painter.setBrush(QColor.fromRgba(int(cells.raster.words[row, column])))
        painter.drawEllipse(QRectF(*block.corner(i), *block.cell))


def draw_numbers(painter: QPainter, model: MapModel, i: int, look: Theme) -> None:
    """The values themselves, where a cell is as large as one."""
    if model.trace is None:
        return
    cells, block, stage = model.cells[i], model.blocks[i], model.stages[i]
    high, wide = stage.shape[1:] if stage.is_maps else (1, 1)
    side = QRectF(0, 0, block.cell[0] / wide, block.cell[1] / high)
    font = look.font(0.85, tabular=True)
    metrics = QFontMetricsF(font)
    if side.width() < metrics.horizontalAdvance("−0.00") + 4 or side.height() < metrics.height():
        return
    painter.setFont(font)
    values = stage.values(model.trace)
    visible = islice(_visible(block, (high, wide), side, model), _MOST_NUMBERS)
    for cell, row, column, rect in visible:
        value = float(values[cell, row, column] if stage.is_maps else values[cell])
        word = _word(cells, cell, row, column)
        painter.setPen(_readable(word, look))
        painter.drawText(rect, _CENTRED, brief(value))


def _visible(
    block: Block, shape: tuple[int, int], side: QRectF, model: MapModel
) -> Iterator[tuple[int, int, int, QRectF]]:
    """(cell, row, column, rectangle) of the values within the room of the map."""
    room = model.room
    bottom = room.height - room.bottom
    for cell in range(block.n):
        x, y = block.corner(cell)
        if x > room.width or x + block.cell[0] < 0 or y > bottom or y + block.cell[1] < room.top:
            continue
        rows = range(*_span(room.top - y, bottom - y, side.height(), shape[0]))
        columns = range(*_span(-x, room.width - x, side.width(), shape[1]))
        for row in rows:
            for column in columns:
                corner = QPointF(x + column * side.width(), y + row * side.height())
                yield cell, row, column, QRectF(corner, side.size())


def _span(low: float, high: float, side: float, n: int) -> tuple[int, int]:
    return max(0, math.floor(low / side)), min(n, math.ceil(high / side))


def _word(cells: Cells, cell: int, row: int, column: int) -> int:
    if cells.stage.is_maps:
        return int(cells.raster.words[cell * cells.stage.shape[1] + row, column])
    place = divmod(cell, cells.block.rows)
    return int(cells.raster.words[place[1], place[0]])


def _readable(word: int, look: Theme) -> QColor:
    """Dark on light and light on dark."""
    colour = QColor.fromRgba(word)
    light = 0.3 * colour.redF() + 0.59 * colour.greenF() + 0.11 * colour.blueF()
    dark_text = look.window if look.dark else look.text
    light_text = look.text if look.dark else look.window
    return dark_text if light > 0.5 else light_text


def brief(value: float) -> str:
    """A value in five characters or little more, as fits into a cell."""
    size = abs(value)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    text = "0" if size < 0.005 else f"{value:.2f}" if size < 100 else f"{value:.0f}"
    return (text if size < 1e4 else f"{value:.0e}".replace("e+0", "e")).replace("-", "−")


def draw_weights(painter: QPainter, links: Links, ends: tuple[Points, Points], look: Theme) -> None:
    """Of few links the terms themselves, each on its link, near where it comes from."""
    if len(links.value) > _FEW_LINKS or not len(links.value):
        return
    font = look.font(0.85, tabular=True)
    metrics = QFontMetricsF(font)
    if float((ends[1] - ends[0])[:, 0].min()) < 3 * metrics.horizontalAdvance("−0.00"):
        return
    painter.setFont(font)
    high, gap = metrics.height(), look.space(1)
    along = (0.22 + 0.2 * (links.source % 2))[:, None]  # those of neighbours do not meet where links cross
    places = ends[0] + along * (ends[1] - ends[0])
    for value, (x, y) in zip(links.value.tolist(), places.tolist(), strict=True):
        text = ("+" if value > 0 else "") + brief(value)
        wide = metrics.horizontalAdvance(text) + gap
        place = QRectF(x - wide / 2, y - high / 2, wide, high)
        painter.fillRect(place, look.card)
        painter.setPen(look.positive if value > 0 else look.negative)
        painter.drawText(place, _CENTRED, text)


@dataclass(frozen=True)
class Answer:
    """What the last layer says: the names of its units, their classes, and their probabilities, if known.

    shares: the probabilities as text, empty where they are not worth a number; winner: its unit, or -1.
    """

    names: tuple[str, ...]
    classes: tuple[int, ...]
    probabilities: tuple[float, ...] | None = None
    shares: tuple[str, ...] = ()
    winner: int = -1


def draw_answer(painter: QPainter, model: MapModel, answer: Answer, look: Theme) -> None:
    """Beside the last layer: what each unit stands for, and a bar as long as its probability."""
    block, winner, names = model.blocks[model.last], answer.winner, answer.names
    widest = max((QFontMetricsF(look.font(1.25)).horizontalAdvance(name) for name in names), default=0.0)
    high = min(block.pitch[1], float(look.space(7)))
    for i in range(block.n):
        x, middle = block.x + block.cell[0] + look.space(2), block.centre(i)[1]
        bold = QFont.Weight.Bold if i == winner else QFont.Weight.Normal
        painter.setFont(fitting(look.font(1.25 if i == winner else 1.0, bold), (), math.inf, high * 1.2))
        painter.setPen(look.digit(answer.classes[i]))
        painter.drawText(QRectF(x, middle - high / 2, widest, high), _BESIDE, names[i])
        if answer.probabilities is None:
            continue
        left = x + widest + look.space(1.5)
        long = answer.probabilities[i] * look.space(_BAR)
        thick = min(high * 0.7, float(look.space(1.5)))
        if answer.shares[i]:
            painter.fillRect(QRectF(left, middle - thick / 2, long, thick), look.digit(answer.classes[i]))
            painter.setFont(fitting(look.font(0.85, bold, tabular=True), (), math.inf, high * 1.2))
            beside = QRectF(left + long + look.space(1), middle - high / 2, 1, high)
            painter.setPen(look.text if i == winner else look.quiet)
            painter.drawText(beside, _BESIDE, answer.shares[i])
    if winner >= 0:
        x, y = block.corner(winner)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.digit(answer.classes[winner]), look.stroke(2.5)))
        ring = QRectF(x, y, *block.cell).adjusted(-3, -3, 3, 3)
        if discs(model.cells[model.last]):
            painter.drawEllipse(ring)
        else:
            painter.drawRoundedRect(ring, 4, 4)


def answer_width(look: Theme, names: tuple[str, ...]) -> float:
    """What stands beside the last layer takes so much."""
    metrics = QFontMetricsF(look.font(1.25, QFont.Weight.Bold))
    widest = max((metrics.horizontalAdvance(name) for name in names), default=0.0)
    return widest + QFontMetricsF(look.font(0.85)).horizontalAdvance("100 %") + look.space(_BAR + 6)
