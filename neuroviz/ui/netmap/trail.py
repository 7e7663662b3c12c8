"""How the path of a unit is drawn: links as thick as what they carry, a ring round each cell on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from neuroviz.ui.images import word_table
from neuroviz.ui.netmap import ink
from neuroviz.ui.netmap.model import MapModel
from neuroviz.ui.netmap.path import Path
from neuroviz.ui.netview import backdrop, overlay
from neuroviz.ui.netview.cells import Tables
from neuroviz.ui.theme import Theme

_SCALES = 14  # layers on the screen; with more, there is no room for what their colours mean
_RINGED = 0.02  # the least share of a cell with a ring


def scales(model: MapModel, tables: Tables, path: Path | None, look: Theme) -> list[backdrop.Scale]:
    """What the colours of each layer mean; of pixels on a path, that is the share they stand for."""
    found = []
    for i in model.seen()[: _SCALES + 1]:
        cells = model.coloured(i, tables)
        scale = backdrop.scale_of(cells, tables)
        stained = i == 0 and path is not None and _stains(model, path)
        if stained and path is not None:
            most = f"{100 * float(path.shares[0].max()):.2g}\N{NARROW NO-BREAK SPACE}%"
            scale = backdrop.Scale(scale.middle, "0", most, word_table(look.magnitude, 0.0))
        if (cells.limit or stained) and 0 < scale.middle < model.room.width:
            found.append(scale)
    if model.camera.squeeze > 1:  # of a deep net, all layers have one scale
        found = found[1:2] if 0 in model.seen() else found[:1]
    return found if len(found) <= _SCALES else []


def _stains(model: MapModel, path: Path) -> bool:
    after = model.finders.get(1)
    reaches = 0 in path.cells and path.spot.stage > 0 and len(path.cells[0]) > 0
    return reaches and after is not None and after.by_pixel


def draw_links(painter: QPainter, model: MapModel, path: Path, kinds: tuple[QPen, ...]) -> None:
    """The links of the path, layer by layer; in each the strongest is as strong as can be."""
    seen = set(model.entered())
    for i, links in path.links.items():
        if i in seen:
            backdrop.draw_links(painter, *model.shown(i, links), kinds)


def draw_marks(painter: QPainter, model: MapModel, path: Path, look: Theme) -> None:
    """Rings round the cells on the path, and a frame round the one that is followed."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.text, look.stroke(1)))
    if _stains(model, path):
        _pixels(painter, model, path, look)
    for i, cells in path.cells.items():
        after = model.finders.get(i + 1)
        if i == 0 and after is not None and after.by_pixel:
            continue
        for cell in cells[path.shares[i] >= _RINGED].tolist():
            if cell < model.blocks[i].n:
                _ring(painter, model, i, cell)
    if path.spot.cell >= model.blocks[path.spot.stage].n:
        return
    if not ink.discs(model.cells[path.spot.stage]):
        spot = path.spot  # the path of a map is that of its strongest unit, wherever that is just now
        spot = spot if spot.stage == 0 else model.strongest(spot.stage, spot.cell)
        overlay.mark(painter, model, spot, look)
        return
    frame = QRectF(*model.rect(path.spot)).adjusted(-2, -2, 2, 2)
    for colour, width in ((look.window, 5.0), (look.accent, 3.0)):
        painter.setPen(QPen(colour, look.stroke(width)))
        painter.drawEllipse(frame)


def _pixels(painter: QPainter, model: MapModel, path: Path, look: Theme) -> None:
    """The pixels on the path, in the colour of the share that they stand for."""
    block, shape = model.blocks[0], model.stages[0].shape
    side = (block.cell[0] / shape[2], block.cell[1] / shape[1])
    places = backdrop.pixel_centres(block, shape, path.cells[0])
    strength = path.shares[0] / path.shares[0].max()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for (x, y), rgba in zip(places.tolist(), look.magnitude(strength).tolist(), strict=True):
        painter.fillRect(QRectF(x - side[0] / 2, y - side[1] / 2, *side), QColor(*rgba))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _ring(painter: QPainter, model: MapModel, i: int, cell: int) -> None:
    block = model.blocks[i]
    frame = QRectF(*block.corner(cell), *block.cell).adjusted(-1, -1, 1, 1)
    if ink.discs(model.cells[i]):
        painter.drawEllipse(frame)
    else:
        painter.drawRect(frame)
