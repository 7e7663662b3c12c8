"""RoomWindow: a room in a window of its own, for the projector while the lecturer's window stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuroviz.ui.room import Context, PanelSpec
from neuroviz.ui.rooms import Rooms


class RoomWindow(QWidget):
    """One place for rooms, with its own full screen (F11) and picture only (F7); Ctrl+W closes it."""

    closed = Signal()

    def __init__(
        self,
        panels: Sequence[PanelSpec],
        context: Context,
        memories: Mapping[str, Mapping[str, Any]],
        room: str,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.rooms = Rooms(panels, context, memories)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rooms)
        self.rooms.current_changed.connect(self._say_title)
        for keys, slot in (
            (QKeySequence(Qt.Key.Key_F11), self._toggle_full),
            (QKeySequence(Qt.Key.Key_F7), self._toggle_bare),
            (QKeySequence(Qt.Key.Key_F1), self._explain),
            (QKeySequence("Ctrl+W"), self.close),
        ):
            QShortcut(keys, self, slot)
        self.rooms.show_room(room)

    def place_beside(self, main: QWidget) -> None:
        """On another screen if there is one, filling it; otherwise a little off the main window."""
        here = main.screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not here]
        room = (others or [here])[0].availableGeometry()
        size = room.size() * 0.8 if others else main.size().boundedTo(room.size() * 0.8)
        # Within the screen even when it is to be filled: Esc comes back to this, with its frame in reach.
        self.setGeometry(QRect(room.topLeft() + (room.bottomRight() - room.topLeft()) * 0.1, size))
        if others:
            self.setWindowState(Qt.WindowState.WindowFullScreen)

    def showEvent(self, event: QShowEvent) -> None:
        """Its room is seen."""
        super().showEvent(event)
        self.rooms.enter()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing runs unseen."""
        self.rooms.leave()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Minimised and back; language."""
        if event.type() == QEvent.Type.WindowStateChange:
            (self.rooms.leave if self.isMinimized() else self.rooms.enter)()
        elif event.type() == QEvent.Type.LanguageChange:
            self._say_title()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc brings the controls back, then leaves full screen; what nobody wanted belongs to the room."""
        panel = self.rooms.panel()
        if event.key() == Qt.Key.Key_Escape and self.rooms.bare:
            self.rooms.set_bare(False)
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self._toggle_full()
        elif panel is not None:
            panel.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The room ends with its window."""
        self.rooms.shut()
        self.closed.emit()
        super().closeEvent(event)

    def _say_title(self) -> None:
        spec = self.rooms.spec()
        self.setWindowTitle("NeuroViz" if spec is None else spec.name())

    def _toggle_full(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _toggle_bare(self) -> None:
        self.rooms.set_bare(not self.rooms.bare)

    def _explain(self) -> None:
        panel = self.rooms.panel()
        if panel is not None:
            panel.toggle_explanation()
