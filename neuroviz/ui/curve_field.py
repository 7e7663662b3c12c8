"""Field: the part of a chart in which the curves are, and what the mouse does there."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg  # type: ignore[import-untyped]
from PySide6.QtCore import Qt, Signal

_GRAB = 8  # pixels on either side of the cursor in which it can be taken


class Field(pg.ViewBox):  # type: ignore[misc]
    """Zooms by the wheel, pans by dragging; a click, or a drag of the cursor, asks for another place."""

    sought = Signal(float)
    reset_asked = Signal()

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self.place: float | None = None
        self._holds = False

    def near(self, x: float) -> bool:
        """Whether a pixel of the scene is near enough to the cursor to take it."""
        return self.place is not None and abs(self.mapViewToScene(pg.Point(self.place, 0)).x() - x) <= _GRAB

    def mouseClickEvent(self, event: Any) -> None:
        """Go there; twice: all of it again."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        event.accept()
        if event.double():
            self.reset_asked.emit()
        elif self.place is not None:
            self.sought.emit(float(self.mapSceneToView(event.scenePos()).x()))

    def mouseDragEvent(self, event: Any, axis: Any = None) -> None:
        """The cursor if it was taken, else the field."""
        if event.button() == Qt.MouseButton.LeftButton and axis is None:
            if event.isStart():
                self._holds = self.near(event.buttonDownScenePos().x())
            if self._holds:
                event.accept()
                self.sought.emit(float(self.mapSceneToView(event.scenePos()).x()))
                return
        super().mouseDragEvent(event, axis)
