"""InfoCard: the small card beside a value that was asked for."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTextDocument
from PySide6.QtWidgets import QWidget

from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster, toned, word_table
from neuroviz.ui.netview.stages import Values
from neuroviz.ui.theme import Theme, theme

_TILES = 16  # of the weights' pictures, the first ones
_ACROSS = 8


class InfoCard(QWidget):
    """Rich text over the weights as pictures. It floats over its parent and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._tiles: Raster | None = None
        self._tile_size = QSize()
        self.hide()

    def tell(self, html: str, weights: Values | None, beside: QRect) -> None:
        """Say this beside a part of the parent, without covering it."""
        look = theme()
        self._document.setDefaultFont(look.font(0.85, tabular=True))
        colour = look.text.name()
        self._document.setHtml(f'<div style="color:{colour}">{html}</div>')
        self._set_tiles(weights, look)
        pad = look.space(2)
        width = max(self._document.idealWidth(), self._tile_size.width())
        extra = self._tile_size.height() + pad if self._tiles else 0
        self.resize(round(width) + 2 * pad + 1, round(self._document.size().height()) + 2 * pad + extra)
        self.move(self._place(beside, look.space(3)))
        self.show()
        self.raise_()
        self.update()

    def plain(self) -> str:
        """What it says, without its looks."""
        return self._document.toPlainText()

    def _set_tiles(self, weights: Values | None, look: Theme) -> None:
        if weights is None:
            self._tiles, self._tile_size = None, QSize()
            return
        sheet = tiled(weights[:_TILES], _ACROSS)
        finite = np.nan_to_num(sheet, nan=0.0, posinf=0.0, neginf=0.0)
        limit = max(float(np.abs(finite).max()), 1e-12)
        self._tiles = Raster(*sheet.shape)
        self._tiles.words[:] = toned(sheet / np.float32(limit), word_table(look.signed, -1.0), -1.0)
        high, wide = sheet.shape
        zoom = max(1, min(look.space(28) // high, look.space(60) // wide))
        self._tile_size = QSize(wide * zoom, high * zoom)

    def _place(self, beside: QRect, gap: int) -> QPoint:
        """To the right, else to the left, and inside the parent."""
        room = self._parent.rect()
        x = beside.right() + gap
        if x + self.width() > room.right():
            x = beside.left() - gap - self.width()
        y = beside.center().y() - self.height() // 2
        x = min(max(x, 0), max(0, room.width() - self.width()))
        return QPoint(x, min(max(y, 0), max(0, room.height() - self.height())))

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Card, words, weights."""
        look = theme()
        pad = look.space(2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.line, 1))
        painter.setBrush(look.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), pad, pad)
        if self._tiles is not None:
            corner = QPoint(pad, self.height() - pad - self._tile_size.height())
            painter.drawImage(QRect(corner, self._tile_size), self._tiles.image)
        painter.translate(pad, pad)
        self._document.drawContents(painter)


def tiled(pictures: Values, across: int) -> Values:
    """Pictures (n, H, W) side by side in rows of `across`, NaN between them: one picture."""
    n, high, wide = pictures.shape
    columns = min(n, across)
    rows = -(-n // columns)
    sheet = np.full((rows * (high + 1) - 1, columns * (wide + 1) - 1), np.nan, np.float32)
    for i, picture in enumerate(pictures):
        top, left = i // columns * (high + 1), i % columns * (wide + 1)
        sheet[top : top + high, left : left + wide] = picture
    return sheet
