"""A window for one room: what a test needs of the real window, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from neuroviz import panels
from neuroviz.app import shipped_nets
from neuroviz.nn import Net
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context, PanelSpec
from neuroviz.workspace import Workspace

SECONDS = 20_000  # ms: a limit for a machine under load, not a time anything should take


@lru_cache
def _nets() -> dict[str, Net]:
    return shipped_nets()


def workspace() -> Workspace:
    """A workspace as the program starts with."""
    made = Workspace()
    for name, net in _nets().items():
        made.put("net", name, net)
    made.seal()
    return made


def spec_of(page: str) -> PanelSpec:
    """The room or page with that id."""
    return next(spec for room in panels.discover() for spec in room.all() if spec.id == page)


class Host(QWidget):
    """Holds one panel; `settle` ticks it until something is so."""

    def __init__(
        self,
        spec: PanelSpec,
        qtbot: QtBot,
        size: tuple[int, int] = (1080, 700),
        folder: Path | None = None,
    ) -> None:
        super().__init__()
        self._qtbot = qtbot
        self.panel: Panel = spec.widget(Context(workspace(), folder=folder))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.resize(*size)

    def settle(self, reached: Callable[[], bool]) -> None:
        """Tick until `reached`; fails the test when it never is."""

        def look() -> bool:
            self.panel.tick()
            return reached()

        self._qtbot.waitUntil(look, timeout=SECONDS)

    def pose(self) -> None:
        """Bring the room into its telling state."""
        self.panel.pose()
        self.settle(self.panel.posed)
        lay_out()


def lay_out() -> None:
    """Let what has changed find its place: a wish for room climbs one layout a round of events."""
    for _ in range(8):
        QApplication.processEvents()


@contextmanager
def opened(
    spec: PanelSpec, qtbot: QtBot, size: tuple[int, int] = (1080, 700), folder: Path | None = None
) -> Iterator[Host]:
    """The room, entered and shown; shut and gone at the end. It keeps its own files in `folder`, if any."""
    host = Host(spec, qtbot, size, folder)
    host.show()
    host.panel.enter()
    try:
        yield host
    finally:
        host.panel.leave()
        host.panel.shut()
        host.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def spoken(widget: QWidget) -> dict[str, QWidget]:
    """Every text a visitor can read or hear in `widget`, and where."""
    found: dict[str, QWidget] = {}
    for one in widget.findChildren(QWidget):
        texts = [one.toolTip(), one.accessibleName(), one.accessibleDescription()]
        if isinstance(one, QLabel | QAbstractButton):
            texts.append(one.text())
        found.update({text: one for text in texts if text})
    return found
