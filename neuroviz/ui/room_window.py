"""RoomWindow: a room in a window of its own, for the projector while the lecturer's window stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
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

from neuroviz.ui import window_place
from neuroviz.ui.dialogs import AboutSheet, LogSheet, Sheets
from neuroviz.ui.menu import WindowMenu
from neuroviz.ui.room import Context, PanelSpec
from neuroviz.ui.rooms import Rooms
from neuroviz.ui.settings import Standing
from neuroviz.ui.shortcut_sheet import ShortcutSheet
from neuroviz.ui.toast import Toast


class RoomWindow(QWidget):
    """One place for rooms. The keys of the main window work here too, on this place; Ctrl+W closes it."""

    closed = Signal()
    asked = Signal(str)
    """What a key or the menu wants of the program as a whole: a name as in `WindowMenu.asked`."""

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
        QShortcut(QKeySequence("Ctrl+W"), self, self.close)
        self.menu = WindowMenu(self)
        self.menu.asked.connect(self._on_asked)
        self._sheets = Sheets(self)
        self.toast = Toast(self)  # what was done here is told here: the main window may be on another screen
        self.rooms.notice.connect(self.toast.say)
        self.rooms.notice_over.connect(self.toast.take_back)
        self.toast.log_asked.connect(partial(self._sheets.show, LogSheet))
        self._theme, self._beside = "", False
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

    def standing(self) -> Standing:
        """How it stands now; `stand` brings it back."""
        return Standing(window_place.geometry_of(self), self.isFullScreen(), self.rooms.bare)

    def stand(self, kept: Standing, main: QWidget) -> None:
        """As it was kept; where its screen is gone, beside the main window as if it were new."""
        self.rooms.set_bare(kept.bare)
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if kept.geometry is None or kept.geometry.on(screens) is None:
            self.place_beside(main)
            return
        window_place.restore(self, kept.geometry)
        if kept.full:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)

    def come_up(self) -> None:
        """Show it, over all other windows."""
        self.show()
        self.raise_()

    def show_state(self, theme_name: str, *, beside: bool) -> None:
        """What its menu ticks: the theme as it was chosen, and whether the main window shows two rooms."""
        self._theme, self._beside = theme_name, beside
        ticks = {"fullscreen": self.isFullScreen(), "bare": self.rooms.bare, "beside": beside}
        self.menu.show_state(theme_name, ticks)

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
            self.menu.retranslate()
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
        self._sheets.close()
        self.rooms.shut()
        self.closed.emit()
        super().closeEvent(event)

    def _say_title(self) -> None:
        spec = self.rooms.spec()
        self.setWindowTitle("NeuroViz" if spec is None else spec.name())

    def _on_asked(self, what: str) -> None:
        actions: dict[str, Callable[[], object]] = {
            "fullscreen": self._toggle_full,
            "bare": self._toggle_bare,
            "explain": self.rooms.explain,
            "next": partial(self.rooms.go_room, 1),
            "previous": partial(self.rooms.go_room, -1),
            "next_page": partial(self.rooms.go_page, 1),
            "previous_page": partial(self.rooms.go_page, -1),
            "shortcuts": partial(self._sheets.show, ShortcutSheet),
            "log": partial(self._sheets.show, LogSheet),
            "about": partial(self._sheets.show, AboutSheet),
            "menu": self._pop_menu,
            "window": self.raise_,
        }
        if what in actions:
            actions[what]()
        else:
            self.asked.emit(what)

    def _pop_menu(self) -> None:
        self.show_state(self._theme, beside=self._beside)
        foot = self.mapToGlobal(self.rect().bottomLeft())
        self.menu.main.popup(foot - QPoint(0, self.menu.main.sizeHint().height()))

    def _toggle_full(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _toggle_bare(self) -> None:
        self.rooms.set_bare(not self.rooms.bare)
