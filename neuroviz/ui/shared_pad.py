"""SharedPad: a drawing pad whose sheet is the workspace's current input, the same in every room."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from neuroviz.data.sheet import Sheet
from neuroviz.ui.canvas import DrawingPad
from neuroviz.ui.follow import follow
from neuroviz.workspace import Kind, Workspace

NAME = "pad"
_EMPTY = Sheet()


class SharedPad(DrawingPad):
    """Publishes each change under the name "pad", and shows what another room has published."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._known = current_sheet(workspace)
        if not self._known.empty:
            self.mirror(self._known)
            self.history().clear()
        self.changed.connect(self._publish)
        follow(workspace, self, self._on_workspace)

    def showEvent(self, event: QShowEvent) -> None:
        """What happened elsewhere in the meantime."""
        super().showEvent(event)
        self._catch_up()

    def _publish(self) -> None:
        sheet = self.content()
        if sheet is not self._known:
            self._known = sheet
            self._workspace.put("input", NAME, sheet)

    def _on_workspace(self, kind: Kind, name: str) -> None:
        if kind == "input" and name == NAME and self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        sheet = current_sheet(self._workspace)
        if sheet is not self._known:
            self._known = sheet
            self.mirror(sheet)


def current_sheet(workspace: Workspace) -> Sheet:
    """What lies on the pad that all rooms share; an empty sheet before anything did."""
    if NAME not in workspace.names("input"):
        return _EMPTY
    sheet = workspace.get("input", NAME)
    assert isinstance(sheet, Sheet)
    return sheet
