"""The acts on a drawing pad, as commands that can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from neuroviz.data.sheet import Sheet

_ELSEWHERE = 1  # commands with the same id may be merged


class SheetCommand(QUndoCommand):
    """One step of the history: the sheet before and after it, given to `show` on undo and redo.

    elsewhere: the sheet came from another pad, perhaps with every movement of a pen; such steps in a row
    are one.
    """

    def __init__(
        self, before: Sheet, after: Sheet, show: Callable[[Sheet], None], *, elsewhere: bool = False
    ) -> None:
        super().__init__()
        self._before, self._after, self._show = before, after, show
        self._elsewhere = elsewhere

    def name(self) -> str:
        """What it concerns, in the present language."""
        return QCoreApplication.translate("History", "drawing")

    def id(self) -> int:
        """Which steps may become one."""
        return _ELSEWHERE if self._elsewhere else -1

    def mergeWith(self, later: QUndoCommand) -> bool:
        """Take in the step that follows."""
        if not isinstance(later, SheetCommand) or later._show != self._show:
            return False
        self._after = later._after
        return True

    def undo(self) -> None:
        """Back to the sheet before."""
        self._show(self._before)

    def redo(self) -> None:
        """On to the sheet after; also called when the step is first taken."""
        self._show(self._after)
