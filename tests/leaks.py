"""What a test may leave behind: windows, running timers, threads of runs; and where they were made."""

from __future__ import annotations

import inspect
import threading
import time
import traceback
import weakref
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication, QTimer

_started: weakref.WeakKeyDictionary[Any, str] = weakref.WeakKeyDictionary()
_blamed: weakref.WeakSet[threading.Thread] = weakref.WeakSet()


def watch() -> None:
    """Note from now on where threads and timers are started."""
    from PySide6.QtCore import QTimer

    _note_starts(threading.Thread)
    _note_starts(QTimer)


def _note_starts(kind: type[threading.Thread] | type[QTimer]) -> None:
    plain = kind.start

    def start(self: Any, *arguments: Any) -> None:
        _started[self] = "".join(traceback.format_stack(limit=6)[:-1])
        plain(self, *arguments)

    kind.start = start  # type: ignore[assignment,method-assign]


def run_threads(patience: float) -> list[str]:
    """Threads of runs that are alive after `patience` seconds in which they may end; each is told once."""
    end = time.monotonic() + patience
    while True:
        threads = [thread for thread in threading.enumerate() if thread.name.startswith("run-")]
        alive = [thread for thread in threads if thread not in _blamed]
        if not alive or time.monotonic() > end:
            _blamed.update(alive)
            return [f"thread {thread.name}, started at\n{_started.get(thread, '?')}" for thread in alive]
        time.sleep(0.005)


def application() -> QCoreApplication | None:
    """The Qt application of this process, if there is one."""
    from PySide6.QtWidgets import QApplication

    return QApplication.instance()


def windows() -> list[str]:
    """Top-level widgets that are not already on their way out."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [f"window {_describe(widget)}" for widget in QApplication.topLevelWidgets()]


def timers() -> list[str]:
    """Timers started from Python that still tick."""
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    ticking = [one for one in list(_started) if isinstance(one, QTimer) and isValid(one) and one.isActive()]
    return [f"timer of {_describe(one.parent())}, started at\n{_started[one]}" for one in ticking]


def sweep() -> None:
    """Close what is left, so that only the test that left it is blamed."""
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    for one in list(_started):
        if isinstance(one, QTimer) and isValid(one):
            one.stop()
    for widget in QApplication.topLevelWidgets():
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _describe(thing: object) -> str:
    """A name for an object, and the place of its class when it is ours."""
    if thing is None:
        return "None"
    kind = type(thing)
    try:
        place = f" ({inspect.getsourcefile(kind)}:{inspect.getsourcelines(kind)[1]})"
    except (OSError, TypeError):
        place = ""
    name = getattr(thing, "objectName", str)()
    title = getattr(thing, "windowTitle", str)()
    return f"{kind.__name__} {name!r} {title!r}{place}"
