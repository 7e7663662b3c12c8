"""Seats: where rooms are shown: in one place, in two side by side, in windows of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from neuroviz.ui.room import Context, PanelSpec
from neuroviz.ui.room_window import RoomWindow
from neuroviz.ui.rooms import Rooms, gathered
from neuroviz.ui.settings import Standing
from neuroviz.ui.theme import theme, theme_changes

Memories = Mapping[str, Mapping[str, Any]]


class Seats(QSplitter):
    """Each place has rooms of its own; what they share is the workspace: net, drawing, data.

    What is asked for happens in the active place: the one that had the focus last.
    """

    current_changed = Signal(str)
    """The room of the active place is another than before, or another place is active."""
    notice = Signal(str)
    notice_over = Signal(str)

    def __init__(self, panels: Sequence[PanelSpec], context: Context, memories: Memories) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._panels, self._context = tuple(panels), context
        self._bare = self._seen = False
        self.main = self._made(memories)
        self.beside: Rooms | None = None
        self.active = self.main
        self.windows: list[RoomWindow] = []
        self._bars = [_Bar()]
        self.addWidget(_seat(self._bars[0], self.main))
        self.setChildrenCollapsible(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @property
    def bare(self) -> bool:
        """Whether the rooms of the main window show their pictures alone."""
        return self._bare

    def all(self) -> list[Rooms]:
        """The places of the main window."""
        return [self.main] if self.beside is None else [self.main, self.beside]

    def set_bare(self, on: bool) -> None:
        """Pictures alone, or everything again."""
        self._bare = on
        for rooms in self.all():
            rooms.set_bare(on)

    def open_beside(self, room: str = "") -> None:
        """A second room beside the first: `room`, or the one that follows the room that is open."""
        if self.beside is None:
            rooms = self.beside = self._made(self.main.memories())
            self._bars.append(_Bar())
            self.addWidget(_seat(self._bars[1], rooms))
            for place in (0, 1):
                self.setStretchFactor(place, 1)
            self.setSizes([self.width() // 2] * 2)
            rooms.set_bare(self._bare)
            if self._seen:
                rooms.enter()
        self.beside.show_room(room or self._follower(self.main.room))
        self._activate(self.beside)

    def close_beside(self) -> None:
        """One room again."""
        rooms = self.beside
        if rooms is None:
            return
        self._activate(self.main)
        self.beside = None
        self.main.remember(rooms.memories())
        rooms.shut()
        holder = rooms.parentWidget()
        if holder is not None:
            holder.hide()
            holder.setParent(None)
            holder.deleteLater()
        self._bars.pop()
        self._mark()

    def open_window(self, room: str) -> RoomWindow:
        """A room in a window of its own; not yet shown."""
        window = RoomWindow(self._panels, self._context, self.main.memories(), room)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.closed.connect(self._on_window_closed)
        self.windows.append(window)
        return window

    def standing(self) -> tuple[Standing, ...]:
        """How each of `windows` stands."""
        return tuple(window.standing() for window in self.windows)

    def tick(self) -> None:
        """One tick of the clock, for all rooms that are seen."""
        for rooms in (*self.all(), *(window.rooms for window in self.windows)):
            rooms.tick()

    def enter(self) -> None:
        """The main window is seen."""
        self._seen = True
        for rooms in self.all():
            rooms.enter()

    def leave(self) -> None:
        """The main window is not seen any more."""
        self._seen = False
        for rooms in self.all():
            rooms.leave()

    def memories(self) -> dict[str, Mapping[str, Any]]:
        """What every room wants to find again; the main place has the last word."""
        found: dict[str, Mapping[str, Any]] = {}
        for rooms in (*(window.rooms for window in self.windows), *self.all()[::-1]):
            found.update(rooms.opened_memories())
        return gathered(self.main.memories(), found)

    def shut(self) -> None:
        """Close all rooms and windows; their workers have ended when this returns."""
        for window in list(self.windows):
            window.close()
        for rooms in self.all():
            rooms.shut()

    def _made(self, memories: Memories) -> Rooms:
        rooms = Rooms(self._panels, self._context, memories)
        rooms.current_changed.connect(self._on_room)
        rooms.notice.connect(self.notice)
        rooms.notice_over.connect(self.notice_over)
        rooms.wanted = partial(self._show, rooms)
        return rooms

    def _show(self, rooms: Rooms, page: str) -> None:
        """Show a page that is asked for in a place: in the other one, if its room is open there."""
        spec = rooms.spec_of(page)
        for other in self.all():
            here = other.spec()
            if other is not rooms and here is not None and here.room == spec.room != rooms.spec_of().room:
                other.show_room(page)
                self._activate(other)
                return
        rooms.show_room(page)

    def _follower(self, page: str) -> str:
        """The next room, for a page of the same is a tab away; in a house of one room its next page."""
        rooms = [spec.id for spec in self._panels]
        within = [[one.id for one in spec.all()] for spec in self._panels]
        here = next((i for i, ids in enumerate(within) if page in ids), None)
        if here is not None and len(rooms) > 1:
            return rooms[(here + 1) % len(rooms)]
        pages = self.main.pages()
        return pages[(pages.index(page) + 1) % len(pages)] if page in pages else page

    def _on_room(self, room: str) -> None:
        if self.sender() is self.active:
            self.current_changed.emit(room)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        for rooms in self.all():
            if new is not None and rooms is not self.active and rooms.isAncestorOf(new):
                self._activate(rooms)

    def _activate(self, rooms: Rooms) -> None:
        if rooms is not self.active:
            self.active = rooms
            self.current_changed.emit(rooms.room)
        self._mark()

    def _mark(self) -> None:
        for bar, rooms in zip(self._bars, self.all(), strict=True):
            bar.show_state(rooms is self.active, alone=self.beside is None)

    def _on_window_closed(self) -> None:
        for window in self.windows:
            if window is self.sender():
                self.main.remember(gathered(self.main.memories(), window.rooms.opened_memories()))
        self.windows = [window for window in self.windows if window is not self.sender()]


class _Bar(QWidget):
    """A line over a place: in the accent colour over the active one of two."""

    def __init__(self) -> None:
        super().__init__()
        self._active = False
        self._restyle()
        self.hide()
        theme_changes.changed.connect(self._restyle)

    def show_state(self, active: bool, *, alone: bool) -> None:
        """Whether its place is the active one; a place alone needs no line."""
        self._active = active
        self.setVisible(not alone)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme().accent if self._active else theme().line)

    def _restyle(self) -> None:
        self.setFixedHeight(theme().space(0.75))


def _seat(bar: QWidget, rooms: Rooms) -> QWidget:
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)  # both get the same
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(bar)
    column.addWidget(rooms, 1)
    return holder
