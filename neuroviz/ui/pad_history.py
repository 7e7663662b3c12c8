"""The acts on a drawing pad, as commands that can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from neuroviz.data.sheet import Sheet
from neuroviz.ui.history import ValueCommand

_ELSEWHERE = 1  # commands with the same id may be merged


class SheetCommand(ValueCommand):
    """One step of the history: the sheet before and after it, given to `show` on undo and redo.

    elsewhere: the sheet came from another pad, perhaps with every movement of a pen; such steps in a row
    are one.
    """

    def __init__(
        self, before: Sheet, after: Sheet, show: Callable[[Sheet], None], *, elsewhere: bool = False
    ) -> None:
        super().__init__(before, after, show, _drawing)
        self._elsewhere = elsewhere

    def id(self) -> int:
        """Which steps may become one."""
        return _ELSEWHERE if self._elsewhere else -1

    def mergeWith(self, later: QUndoCommand) -> bool:
        """Take in the step that follows."""
        if not isinstance(later, SheetCommand) or later._show != self._show:
            return False
        self._after = later._after
        return True


def _drawing() -> str:
    return QCoreApplication.translate("History", "drawing")
