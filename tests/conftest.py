"""Every test: no screen, one BLAS thread, settings of its own, and nothing left behind."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"
_HOME = Path(tempfile.mkdtemp(prefix="neuroviz-tests-"))
for _name in ("CONFIG", "DATA", "STATE", "CACHE"):
    os.environ[f"XDG_{_name}_HOME"] = str(_HOME / _name.lower())
# Qt warns about a folder that others could read.
(_HOME / "runtime").mkdir(mode=0o700)
os.environ["XDG_RUNTIME_DIR"] = str(_HOME / "runtime")

import pytest  # noqa: E402 - what is set above has to stand before anything is imported
from hypothesis import settings  # noqa: E402

from tests import leaks  # noqa: E402

leaks.watch()
# How long an example took says more of the machine, and of what else runs there, than of the code.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")


@pytest.fixture(autouse=True)
def own_settings() -> Iterator[None]:
    """Each test finds the settings, data and logs of a first start."""
    yield
    for name in ("config", "data", "state"):
        shutil.rmtree(_HOME / name, ignore_errors=True)
    if "neuroviz.ui.motion" in sys.modules:  # the application has one; a test may have composed a still one
        sys.modules["neuroviz.ui.motion"].set_motion(True)


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Fail a test that leaves a window, a running timer or a run's thread."""
    yield
    # Threads first: a running one may keep its room alive.
    left = leaks.run_threads(patience=1.0)
    if "PySide6.QtWidgets" in sys.modules and leaks.application() is not None:
        if leaks.windows() or leaks.timers():
            gc.collect()
        left += leaks.windows() + leaks.timers()
        leaks.sweep()
    if left:
        pytest.fail("the test left behind:\n" + "\n".join(left), pytrace=False)


def pytest_unconfigure() -> None:
    """Take the temporary home away."""
    shutil.rmtree(_HOME, ignore_errors=True)
