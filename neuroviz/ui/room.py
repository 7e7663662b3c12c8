"""What a room says of itself, and what it may use: the contract between a panel and the window."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from neuroviz.workspace import Workspace

if TYPE_CHECKING:
    from neuroviz.ui.panel import Panel


@dataclass(frozen=True)
class Context:
    """What a room is given when it is opened.

    `memory`: what the same room returned from `Panel.memory()` last time, already plain JSON values.
    `folder`: where the program's files are, for what a room keeps in one of its own; None: nothing is kept.
    """

    workspace: Workspace
    memory: Mapping[str, Any] = field(default_factory=dict)
    folder: Path | None = None


@dataclass(frozen=True)
class Later:
    """A page that is imported when it is first opened: the window must not wait for pages nobody looks at.

    module and name: where its class is.
    """

    module: str
    name: str

    def __call__(self, context: Context) -> Panel:
        """The page. Raises what its module raises."""
        made: Panel = getattr(importlib.import_module(self.module), self.name)(context)
        return made


@dataclass(frozen=True)
class PanelSpec:
    """A room: id in lower case, title in the present language, chapter 1–6, and its place there.

    pages: further views of the same room, each a panel of its own with the id "room.page", reached by the
    tabs beside the title. tab: the short name on the tab, for a room with pages and for the pages.
    """

    id: str
    title: Callable[[], str]
    chapter: int
    order: int
    widget: Callable[[Context], Panel]
    pages: tuple[PanelSpec, ...] = ()
    tab: Callable[[], str] | None = None

    @property
    def room(self) -> str:
        """The id of the room that this is (a page of)."""
        return self.id.partition(".")[0]

    def name(self) -> str:
        """The title, and for a page its own name behind it."""
        return f"{self.title()} – {self.tab()}" if "." in self.id and self.tab is not None else self.title()

    def all(self) -> tuple[PanelSpec, ...]:
        """The room itself and its pages, in the order of the tabs."""
        return (self, *self.pages)


def modules_of(rooms: Iterable[PanelSpec]) -> tuple[str, ...]:
    """The modules of all pages that are imported later."""
    pages = (page.widget for room in rooms for page in room.all())
    return tuple(page.module for page in pages if isinstance(page, Later))


@dataclass(frozen=True)
class Preset:
    """A telling state of a room, reached by a click or a number key; `reason` says what to look at there."""

    title: str
    reason: str
    apply: Callable[[], None]
