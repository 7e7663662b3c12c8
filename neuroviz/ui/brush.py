"""BrushSheet: what the hand does on a sheet of paper: draw, erase, move; and its cursor."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from neuroviz.ui import pad_paper
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import theme


class BrushSheet(SquareWidget):
    """A square sheet with a brush in the hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brush, self._eraser, self._mover = 0.08, False, False

    def brush_width(self) -> float:
        """Width of the pen as a fraction of the pad."""
        return self._brush

    def set_brush_width(self, width: float) -> None:
        """Width of strokes to come. ValueError outside 0..1."""
        if not 0.0 < width <= 1.0:
            raise ValueError(f"width {width} is not a fraction of the pad")
        self._brush = width
        self._show_brush()

    def eraser(self) -> bool:
        """Whether the pen takes ink away."""
        return self._eraser

    def set_eraser(self, on: bool) -> None:
        """Whether strokes to come take ink away."""
        self._eraser = on
        self._show_brush()

    def mover(self) -> bool:
        """Whether the hand moves what lies here instead of drawing."""
        return self._mover

    def set_mover(self, on: bool) -> None:
        """Whether mouse, pen and finger move what lies here instead of drawing."""
        self._mover = on
        self._show_brush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cursor has the size of the brush."""
        super().resizeEvent(event)
        self._show_brush()

    def _show_brush(self) -> None:
        if self._mover:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            return
        across = self._brush * self.square().width()
        self.setCursor(pad_paper.brush_cursor(across, self.devicePixelRatioF(), theme(), erase=self._eraser))
