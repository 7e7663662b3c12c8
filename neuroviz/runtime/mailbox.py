"""Mailbox: one slot between worker and screen; the latest frame wins."""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """One slot: `put` replaces what was there, `take` empties it. Safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._slot: T | None = None

    def put(self, item: T) -> None:
        """Leave `item`, in place of one that was not collected."""
        with self._lock:
            self._slot = item

    def take(self) -> T | None:
        """The newest item, or None when nothing new has come since the last call."""
        with self._lock:
            item, self._slot = self._slot, None
        return item

    @property
    def empty(self) -> bool:
        """True when the screen has collected everything: the moment to take a snapshot."""
        return self._slot is None
