"""Watch: hears of some events of a widget, without standing between Qt and the widget's children."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget


class Watch(QObject):
    """An override of `event` in a holder of other widgets would be on the stack while a change of language or
    look is handed down to all of them; PySide 6.11 crashes the process when one of their overrides raises
    then, where it otherwise is reported. So holders watch themselves from outside.
    """

    seen = Signal()
    """One of these events is about to be handled."""

    def __init__(self, widget: QWidget, *kinds: QEvent.Type) -> None:
        super().__init__(widget)
        self._kinds = frozenset(kinds)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say so, and let it pass."""
        if event.type() in self._kinds and watched is self.parent():
            self.seen.emit()
        return False
