"""News: what has just been done to the run, said in place of how far it is until it has been read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_READ_MS = 6000


class News(QObject):
    """One sentence at a time."""

    def __init__(self, owner: QObject, over: Callable[[], None]) -> None:
        """over: called when it has been read, or holds no longer."""
        super().__init__(owner)
        self._over = over
        self._text = ""
        self._timer = QTimer(self, singleShot=True, interval=_READ_MS)
        self._timer.timeout.connect(self.forget)

    @property
    def text(self) -> str:
        """Empty when there is nothing new."""
        return self._text

    def tell(self, text: str) -> None:
        """Say this for a while."""
        self._text = text
        self._timer.start()

    def forget(self) -> None:
        """No more of it."""
        self._timer.stop()
        self._text = ""
        self._over()
