"""One set-up at a time: a lock on a file that the system lets go when its holder dies."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.launch.trouble import Trouble, say

_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


def _try_lock(file: int) -> None:
    """Take the lock without waiting; raises OSError when another process has it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - exists on Windows only

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - does not exist on Windows

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _wait(file: int, pause: float) -> None:
    told = False
    while True:
        try:
            _try_lock(file)
        except OSError as error:
            if error.errno not in _HELD:
                return  # a file system without locks: better to go on than to refuse
            if not told:
                say("Another start is setting NeuroViz up; waiting for it ...")
                told = True
            time.sleep(pause)
        else:
            return


@contextmanager
def only_one(path: Path, pause: float = 0.2) -> Iterator[None]:
    """Hold the lock file at `path`; waits while another process holds it.

    Raises Trouble when the folder cannot be written.
    """
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise Trouble(
            f"NeuroViz sets itself up inside its own folder, and cannot write there:\n  {path.parent}\n"
            f"  ({error.strerror})\n"
            "Copy the folder to a place that belongs to you, such as your home folder, and start it there."
        ) from error
    try:
        _wait(file, pause)
        yield
    finally:
        os.close(file)
