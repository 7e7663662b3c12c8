"""The history of a room: what was drawn and what was turned, as one list that goes both ways.

A room has one `QUndoStack`; drawing pads and knob forms push to it, and for all else its `Acts` do, so that
Ctrl+Z takes back the latest act wherever it happened. A command with a `name()` says what it was in the
present language.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand, QUndoStack

_KNOB = 2  # commands with the same id may be merged; 1 is taken by pads
LIMIT = 200


class ValueCommand(QUndoCommand):
    """Anything that has a state before and after, such as a control that a room has made itself.

    show: brings a state back; name: what it was, in the present language.
    """

    def __init__(
        self, before: Any, after: Any, show: Callable[[Any], None], name: Callable[[], str] | None = None
    ) -> None:
        super().__init__()
        self._before, self._after, self._show, self._name = before, after, show, name

    def name(self) -> str:
        """What was done."""
        return "" if self._name is None else self._name()

    def undo(self) -> None:
        """Back."""
        self._show(self._before)

    def redo(self) -> None:
        """On; also called when the step is first taken."""
        self._show(self._after)


class KnobCommand(ValueCommand):
    """A knob turned from one value to another; the movements of one turn are one step.

    put: sets the knob as if turned by hand, doing nothing when it has that value already. turn: (whose, which
    knob, count): commands with the same one are merged. name: the knob's label.
    """

    def __init__(
        self,
        put: Callable[[Any], None],
        values: tuple[Any, Any],
        turn: tuple[object, ...],
        name: Callable[[], str],
    ) -> None:
        super().__init__(*values, put, name)
        self._turn = turn

    def id(self) -> int:
        """Which steps may become one."""
        return _KNOB

    def mergeWith(self, later: QUndoCommand) -> bool:
        """Take in the next movement of the same turn; back where it began, nothing has happened."""
        if not isinstance(later, KnobCommand) or later._turn != self._turn:
            return False
        self._after = later._after
        self.setObsolete(bool(self._after == self._before))
        return True


def name_at(stack: QUndoStack, index: int) -> str:
    """What the step at `index` was, "" when it has no name."""
    if not 0 <= index < stack.count():
        return ""
    command = stack.command(index)
    name = getattr(command, "name", None)
    return str(name()) if name is not None else ""


def net_act() -> str:
    """The choice of another net, as the history calls it."""
    return QCoreApplication.translate("History", "choice of the net")


def setting_act() -> str:
    """Whatever else was set, as the history calls it."""
    return QCoreApplication.translate("History", "setting")
