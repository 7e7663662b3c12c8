"""Background: errands done one after another on a thread of their own, such as writing files."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

Work = Callable[[], object]

_log = logging.getLogger(__name__)


class Background:
    """Does what it is given in turn, while the screen goes on. The thread is made with the first errand.

    An errand that raises is told in the log and does not keep the next from being done.
    """

    def __init__(self) -> None:
        self._waiting: dict[str, Work] = {}
        self._wake = threading.Condition()
        self._closing = False
        self._thread: threading.Thread | None = None

    def submit(self, name: str, work: Work) -> None:
        """Do `work` soon, instead of one of the same name that has not begun. RuntimeError when closed."""
        with self._wake:
            if self._closing:
                raise RuntimeError("it is closed")
            self._waiting.pop(name, None)
            self._waiting[name] = work
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="run-background", daemon=True)
                self._thread.start()
            self._wake.notify()

    def close(self, timeout: float = 5.0) -> bool:
        """Finish what waits and end; False when that takes longer than `timeout` seconds. Harmless twice."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        if self._thread is None:
            return True
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (errand := self._next()) is not None:
            name, work = errand
            try:
                work()
            except Exception:
                _log.exception("the errand %s failed", name)

    def _next(self) -> tuple[str, Work] | None:
        with self._wake:
            while not self._waiting:
                if self._closing:
                    return None
                self._wake.wait()
            name = next(iter(self._waiting))
            return name, self._waiting.pop(name)
