"""Small rooms for the tests of the window: they note what happens to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from neuroviz.ui.room import Context, PanelSpec
from neuroviz.ui.rooms import Rooms


class Room(QWidget):
    """A panel as the window sees it: it notes its life and fails where it is told to."""

    notice = Signal(str)
    notice_over = Signal(str)
    page_asked = Signal(str)
    fails_in = ""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.life: list[str] = []
        self.kept = dict(context.memory)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def enter(self) -> None:
        self._note("enter")

    def leave(self) -> None:
        self._note("leave")

    def tick(self) -> None:
        self._note("tick")

    def shut(self) -> None:
        self._note("shut")

    def toggle_explanation(self) -> None:
        self._note("explain")

    def memory(self) -> dict[str, Any]:
        return self.kept

    def remembered(self) -> dict[str, Any]:
        return self.memory()

    def set_pages(self, specs: Sequence[PanelSpec], here: str) -> None:
        self.tabs = [spec.id for spec in specs], here

    def set_bare(self, on: bool) -> None:
        self.bare = on

    def _note(self, what: str) -> None:
        self.life.append(what)
        if self.fails_in == what:
            raise ValueError(f"failed in {what}")


def title_of(name: str) -> Callable[[], str]:
    """A title that does not change."""

    def title() -> str:
        return name.capitalize()

    return title


def spec(room: str, chapter: int = 3, order: int = 0, kind: Callable[[Context], Any] = Room) -> PanelSpec:
    """A room of that id."""
    return PanelSpec(room, title_of(room), chapter, order, kind)


def at(rooms: Rooms, room: str = "") -> Room:
    """The panel of a room, which must be there."""
    panel = rooms.panel(room)
    assert isinstance(panel, Room)
    return panel
