"""Row start: from the start of the process to a window that is painted and has its first answer."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from tests.bench.rows import Row

_GOAL = 1.2  # seconds
_STARTS = 9  # the first warms the file cache and is not counted

_CHILD = """
from neuroviz.__main__ import set_process_up
set_process_up()
from neuroviz import app
from neuroviz.ui.settings import Settings
qt = app.application()
window = app.compose(qt, Settings(theme="dark"))
window.show()
while window.rooms.panel().last is None:
    qt.processEvents()
qt.processEvents()
print("usable", flush=True)
window.close()
"""


def rows() -> Iterator[Row]:
    """Wall time of whole processes, warm."""
    times = [_start() for _ in range(_STARTS)][1:]
    note = f"median of {len(times)} processes; fastest {min(times):.2f}, slowest {max(times):.2f}"
    middle = statistics.median(times)
    yield Row("start", middle, "s", _GOAL, None, middle, None, "no peer", note, lower_is_better=True)


def _start() -> float:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD], stdout=subprocess.PIPE, env=environment, text=True
    ) as child:
        assert child.stdout is not None
        said = child.stdout.readline()
        taken = time.perf_counter() - begun
        child.stdout.read()
    if said.strip() != "usable":
        raise RuntimeError("the window did not open")
    return taken
