"""Rooms: the panels, made when first seen; only the one that is seen runs; a broken one becomes a card."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import methodcaller
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from neuroviz.ui.errors import faults
from neuroviz.ui.panel import Panel
from neuroviz.ui.problem_card import ProblemCard
from neuroviz.ui.room import Context, PanelSpec
from neuroviz.ui.theme import theme

SHARED = "room"
"""What a page gives under this name in its memory is common to all pages of its room, and kept once."""

Memories = Mapping[str, Mapping[str, Any]]


def gathered(before: Memories, opened: Memories) -> dict[str, Mapping[str, Any]]:
    """What rooms and pages remembered before, and what those remember that are open now: of what the pages
    of a room have in common, the word of an open one counts, the room's own the most.
    """
    found = {**before, **opened}
    for page in sorted(opened, key=_is_room):
        if SHARED in opened[page] and not _is_room(page):
            common, room = opened[page][SHARED], page.partition(".")[0]
            found[page] = {name: value for name, value in opened[page].items() if name != SHARED}
            if room not in opened:
                found[room] = {**found.get(room, {}), SHARED: common}
    return found


def _is_room(page: str) -> bool:
    return "." not in page


class Rooms(QStackedWidget):
    """A stack of panels by id."""

    current_changed = Signal(str)
    notice = Signal(str)
    """A sentence of the open room, to be shown for a moment."""
    notice_over = Signal(str)
    """Such a sentence no longer holds."""

    def __init__(
        self,
        panels: Sequence[PanelSpec],
        context: Context,
        memories: Mapping[str, Mapping[str, Any]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._specs = {page.id: page for spec in panels for page in spec.all()}
        self._context = context
        self._memories: dict[str, Mapping[str, Any]] = dict(memories)
        self._panels: dict[str, Panel] = {}
        self._cards: dict[str, _FailedRoom] = {}
        self._room = ""
        self._inside = False
        self._bare = False
        self._last_pages: dict[str, str] = {}
        self.wanted: Callable[[str], object] = self.show_room
        """Called with a page that a panel asks for; the owner may know a better place for it."""

    @property
    def room(self) -> str:
        """The id of the room that is open, "" if none is."""
        return self._room

    @property
    def bare(self) -> bool:
        """Whether rooms show their pictures alone."""
        return self._bare

    def set_bare(self, on: bool) -> None:
        """Pictures alone, without controls, or everything again."""
        self._bare = on
        for panel in self._panels.values():
            panel.set_bare(on)

    def ids(self) -> tuple[str, ...]:
        """Every room and page there is."""
        return tuple(self._specs)

    def pages(self) -> tuple[str, ...]:
        """The pages of the open room, itself the first."""
        spec = self.spec()
        return () if spec is None else tuple(page.id for page in self._specs[spec.room].all())

    def spec(self) -> PanelSpec | None:
        """The open room's own description."""
        return self._specs.get(self._room)

    def spec_of(self, page: str = "") -> PanelSpec:
        """The description of a page, of the open one for "". KeyError where there is none."""
        return self._specs[page or self._room]

    def panel(self, room: str = "") -> Panel | None:
        """The panel of a room (of the open one) if it is there and works."""
        return self._panels.get(room or self._room)

    def last_page(self, room: str) -> str:
        """The page of a room that was open last: the room itself if none was. KeyError for no room."""
        return self._last_pages.get(room, self._specs[room].id)

    def show_room(self, room: str) -> None:
        """Open a room or page; the one before is left. Raises KeyError for one that does not exist."""
        if room == self._room:
            return
        spec = self._specs[room]
        self.leave()
        self._room = self._last_pages[spec.room] = room
        if room not in self._panels and room not in self._cards:
            self._open(spec)
        page: QWidget = self._panels.get(room) or self._cards[room]
        self.setCurrentWidget(page)
        self.enter()
        page.setFocus()  # its keys work at once
        self.current_changed.emit(room)

    def go_room(self, by: int) -> None:
        """To the room so many places after the open one, and there to the page that was open last; round."""
        rooms, here = list(dict.fromkeys(spec.room for spec in self._specs.values())), self.spec()
        if here is not None:
            self.show_room(self.last_page(rooms[(rooms.index(here.room) + by) % len(rooms)]))

    def go_page(self, by: int) -> None:
        """To the page so many places after the open one; round."""
        pages = self.pages()
        if pages:
            self.show_room(pages[(pages.index(self._room) + by) % len(pages)])

    def explain(self) -> None:
        """Open or close the explanation of the open room."""
        panel = self.panel()
        if panel is not None:
            panel.toggle_explanation()

    def enter(self) -> None:
        """The open room is seen (again)."""
        if self._room and not self._inside:
            self._inside = True
            self._call(methodcaller("enter"))

    def leave(self) -> None:
        """The open room is not seen any more."""
        if self._inside:
            self._inside = False
            self._call(methodcaller("leave"))

    def tick(self) -> None:
        """One tick of the window's clock, for the room that is seen."""
        if self._inside:
            self._call(methodcaller("tick"))

    def memories(self) -> dict[str, Mapping[str, Any]]:
        """What every room wants to find again."""
        self._memories = gathered(self._memories, self.opened_memories())
        return dict(self._memories)

    def opened_memories(self) -> dict[str, Mapping[str, Any]]:
        """The same, of the rooms that were opened here."""
        found: dict[str, Mapping[str, Any]] = {}
        for room, panel in self._panels.items():
            try:
                found[room] = panel.remembered()
            except Exception as error:
                faults.add(error, f"memory of {room}")
        return found

    def remember(self, memories: Mapping[str, Mapping[str, Any]]) -> None:
        """Take over what rooms remember that were opened elsewhere and not here."""
        self._memories.update({room: one for room, one in memories.items() if room not in self._panels})

    def shut(self) -> None:
        """Close all rooms; their workers have ended when this returns."""
        self.leave()
        for room, panel in self._panels.items():
            try:
                panel.shut()
            except Exception as error:
                faults.add(error, f"closing {room}")

    def try_again(self, room: str) -> None:
        """Open a room that failed anew."""
        card = self._cards.pop(room, None)
        if card is None:
            return
        self.removeWidget(card)
        card.deleteLater()
        faults.forget()
        self._room, self._inside = "", False
        self.show_room(room)

    def _open(self, spec: PanelSpec) -> None:
        memory = dict(self._memories.get(spec.id, {}))
        if SHARED in (shared := self._memories.get(spec.room, {})):
            memory[SHARED] = shared[SHARED]
        net = self._context.workspace.current("net")
        if "net" in memory and net is not None:  # the choice of now holds for all rooms, not one of last time
            memory["net"] = net
        context = replace(self._context, memory=memory)
        try:
            panel = spec.widget(context)
        except Exception as error:
            self._fail(spec.id, error)
        else:
            self._panels[spec.id] = panel
            panel.notice.connect(self.notice)
            panel.notice_over.connect(self.notice_over)
            panel.page_asked.connect(self._on_page_asked)
            panel.set_pages(self._specs[spec.room].all(), spec.id)
            panel.set_bare(self._bare)
            self.addWidget(panel)

    def _on_page_asked(self, page: str) -> None:
        self.wanted(page)

    def _call(self, what: Callable[[Panel], object]) -> None:
        """One moment in the life of the open panel; if it fails, its card takes its place."""
        panel = self._panels.get(self._room)
        if panel is None:
            return
        try:
            what(panel)
        except Exception as error:
            self._fail(self._room, error)
            self.setCurrentWidget(self._cards[self._room])

    def _fail(self, room: str, error: Exception) -> None:
        faults.add(error, f"room {room}", shown=True)
        panel = self._panels.pop(room, None)
        if panel is not None:
            try:
                panel.shut()
            except Exception as second:
                faults.add(second, f"closing {room}")
            self.removeWidget(panel)
            panel.deleteLater()
        card = self._cards[room] = _FailedRoom(room, error)
        card.again_asked.connect(self.try_again)
        self.addWidget(card)


class _FailedRoom(QWidget):
    """In place of a room that could not be opened, or broke."""

    again_asked = Signal(str)

    def __init__(self, room: str, error: Exception) -> None:
        super().__init__()
        self._room = room
        card = ProblemCard()
        card.set_problem(ProblemCard.sentence_for(error), "".join(traceback.format_exception(error)))
        card.again_asked.connect(self._on_again)
        column = QVBoxLayout(self)
        edge = theme().space(6)
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(card)
        column.addStretch(1)

    def _on_again(self) -> None:
        self.again_asked.emit(self._room)
