"""What NetView paints beneath its cells: words, which most traces leave as they are, and links."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from neuroviz.ui.netview import backdrop
from neuroviz.ui.netview.cells import Tables
from neuroviz.ui.netview.model import Model
from neuroviz.ui.theme import theme

Caption = Callable[[Model, int], Sequence[str]]


def draw_words(painter: QPainter, widget: QWidget, model: Model, caption: Caption, tables: Tables) -> None:
    """Captions above, scales below."""
    look = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    blocks = tuple(model.blocks.values())
    rooms = backdrop.caption_rooms(blocks, widget.width(), look.space(2))
    captions = [caption(model, block.stage) for block in blocks]
    fonts = backdrop.caption_fonts(captions, rooms, look)
    for block, lines in zip(blocks, captions, strict=True):
        backdrop.draw_caption(painter, block.x + block.width / 2, lines, fonts, look)
    scales = [backdrop.scale_of(c, tables) for c in model.cells.values() if c.limit]
    at = (widget.width(), widget.height() - look.space(5))
    backdrop.draw_scales(painter, scales, look, at)


def scale_key(model: Model, tables: Tables) -> tuple[tuple[float, float], ...]:
    """What the scales depend on: the ends of each."""
    return tuple((cells.limit, cells.colours(tables)[1]) for cells in model.cells.values())


def draw_links(painter: QPainter, model: Model, ground: QColor, *, smooth: bool) -> None:
    """The links between the stages, and on top of them a place for each stage's cells."""
    look = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    kinds = backdrop.pens(look, ground, smooth=smooth)
    for i, links in model.links.items():
        backdrop.draw_links(painter, *model.shown(i, links), kinds)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    blocks = tuple(model.blocks.values())
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        edge = 3.0 if block.pitch[0] > 4 else 1.0
        area = QRectF(block.x, block.y, block.width, block.height)
        painter.fillRect(area.adjusted(-edge, -edge, edge, edge), ground)
        backdrop.draw_frames(painter, block, look.line, apart=model.cells[block.stage].apart)
        if after is not None and after.stage > block.stage + 1:
            backdrop.draw_dots(painter, block, after, look)
