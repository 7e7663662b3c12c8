"""Keys belong to the room: controls that had them for a moment hand them back. Who has them shows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

_ROOM = "room_of_keys"


def key_within(
    holder: QWidget, keys: QKeySequence | QKeySequence.StandardKey | Qt.Key, slot: Callable[[], object]
) -> None:
    """Keys that mean something only while the focus is in `holder`: another room in the window has its own.

    The context is set afterwards: given to the constructor by name, PySide6 passes it over.
    """
    shortcut = QShortcut(QKeySequence(keys), holder)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(slot)


def is_room(widget: QWidget) -> None:
    """Mark the widget that the keys go back to."""
    widget.setProperty(_ROOM, True)


def hand_back(widget: QWidget) -> None:
    """Give the focus to the room in which `widget` stands, if it stands in one and has the focus."""
    inside = widget.window().focusWidget()
    above = widget.parentWidget()
    while above is not None and not above.property(_ROOM):
        above = above.parentWidget()
    if above is not None and inside is not None and (inside is widget or widget.isAncestorOf(inside)):
        above.setFocus(Qt.FocusReason.OtherFocusReason)


def leave_keys(holder: QWidget) -> None:
    """A click on a button in `holder` does its work and leaves the keys to the room; Tab still reaches it."""
    for button in holder.findChildren(QAbstractButton):
        if button.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def plain(event: QKeyEvent) -> bool:
    """Whether a key was pressed alone, be it on the block of numbers."""
    return event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Ringed(QWidget):
    """A picture that paints a ring, or another sign, while the keyboard is on it."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring appears."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()
