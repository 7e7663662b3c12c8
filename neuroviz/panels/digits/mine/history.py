"""The changes of a set of digits, as commands that can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from neuroviz.data.handwriting import Handwriting


class SetCommand(QUndoCommand):
    """The set before and after one change, given to `show` on undo and redo."""

    def __init__(self, before: Handwriting, after: Handwriting, show: Callable[[Handwriting], None]) -> None:
        super().__init__()
        self._before, self._after, self._show = before, after, show

    def name(self) -> str:
        """What it concerns, in the present language."""
        return QCoreApplication.translate("MineWords", "your digits")

    def undo(self) -> None:
        """Back to the set before."""
        self._show(self._before)

    def redo(self) -> None:
        """On to the set after; also called when the change is first made."""
        self._show(self._after)
