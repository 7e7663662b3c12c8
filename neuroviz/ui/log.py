"""The log: a rotating file for later, and the last lines in memory for the window."""

from __future__ import annotations

import logging
import sys
from collections import deque
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LINES = 2000
_BYTES = 1_000_000
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Ring(logging.Handler):
    """Keeps the last records as text. Any thread may write to it."""

    def __init__(self, lines: int = _LINES) -> None:
        super().__init__()
        self._lines: deque[str] = deque(maxlen=lines)
        self.setFormatter(logging.Formatter(_FORMAT))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self._lines.append(self.format(record))

    def text(self) -> str:
        """All that is kept, oldest first."""
        return "\n".join(list(self._lines))


ring = Ring()
_ours: list[logging.Handler] = []


def start_log(folder: Path | None) -> None:
    """Log into `folder` (made if missing) and into memory; errors also to the console.

    A folder that cannot be written is said in the log and does no harm.
    """
    stop_log()
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(ring)
    if sys.stderr is not None:  # a start without a console has none
        console = logging.StreamHandler()
        console.setLevel(logging.ERROR)
        console.setFormatter(logging.Formatter(_FORMAT))
        _take(root, console)
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            folder / "neuroviz.log", maxBytes=_BYTES, backupCount=2, encoding="utf-8", delay=False
        )
    except OSError as error:
        logging.getLogger(__name__).warning("no log file: %s", error)
        return
    file.setFormatter(logging.Formatter(_FORMAT))
    _take(root, file)


def stop_log() -> None:
    """Close the file and take our handlers away."""
    root = logging.getLogger()
    root.removeHandler(ring)
    while _ours:
        handler = _ours.pop()
        root.removeHandler(handler)
        handler.close()


def _take(root: logging.Logger, handler: logging.Handler) -> None:
    _ours.append(handler)
    root.addHandler(handler)
