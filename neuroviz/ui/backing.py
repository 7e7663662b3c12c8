"""Backing: what a widget paints in the same way again and again, kept as a picture."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from neuroviz.ui import device
from neuroviz.ui.theme import theme


class Backing:
    """A picture as large as its widget; drawn anew when size, resolution, look or the key have changed."""

    def __init__(self, ground: QColor | None = None) -> None:
        """ground: what it is filled with; without one what lies below it is seen."""
        self._ground = ground
        self._kept: QPixmap | None = None
        self._key: tuple[object, ...] = ()

    def forget(self) -> None:
        """Draw it anew next time, whatever the key is."""
        self._kept = None

    def paint(
        self, painter: QPainter, widget: QWidget, key: tuple[object, ...], draw: Callable[[QPainter], None]
    ) -> None:
        """Paint what `draw` draws; what that depends on beside size and look is told by `key`.

        Not kept where the painter is not the screen's: files have another resolution, or lines.
        """
        if device.ratio(painter) != widget.devicePixelRatioF():
            painter.save()
            draw(painter)
            painter.restore()
            return
        painter.drawPixmap(0, 0, self.picture(widget, key, draw))

    def picture(self, widget: QWidget, key: tuple[object, ...], draw: Callable[[QPainter], None]) -> QPixmap:
        """The picture itself, for the screen that the widget is on."""
        ratio = widget.devicePixelRatioF()
        size = QSize(ceil(widget.width() * ratio), ceil(widget.height() * ratio))
        key = (*key, size.width(), size.height(), ratio, theme())
        if self._kept is None or key != self._key:
            kept = QPixmap(size)
            kept.setDevicePixelRatio(ratio)
            kept.fill(Qt.GlobalColor.transparent if self._ground is None else self._ground)
            with QPainter(kept) as painter:
                draw(painter)
            self._kept, self._key = kept, key
        return self._kept
