"""Threads in one place, no pickle anywhere, no chance and no clock that a seed does not rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.architecture import rules
from tests.architecture.source import PACKAGE, below_qt, place, python_files


def _blamed(files: Iterable[Path], rule: Callable[[str], list[int]]) -> list[str]:
    return [place(file, line) for file in files for line in rule(file.read_text("utf-8"))]


def _threads(source: str) -> list[int]:
    return rules.uses(source, rules.THREADS)


def test_threads_are_made_in_runtime_alone() -> None:
    elsewhere = [file for file in python_files("neuroviz") if not file.is_relative_to(PACKAGE / "runtime")]
    assert _blamed(elsewhere, _threads) == []


def test_nothing_is_unpickled() -> None:
    assert _blamed(python_files("neuroviz", "tools", "run.py"), rules.unpickles) == []


def test_chance_comes_from_a_seed_that_is_passed_in() -> None:
    # A reader of files may name its temporary ones by chance.
    files = [file for file in below_qt() if not file.is_relative_to(PACKAGE / "io")]
    assert _blamed(files, rules.unseeded) == []


def test_no_clock_decides_what_is_computed() -> None:
    assert _blamed(python_files("neuroviz/sims", "neuroviz/nn", "neuroviz/data"), rules.clocked) == []


@pytest.mark.parametrize(
    ("rule", "source", "lines"),
    [
        (_threads, "import threading\nthreading.Thread(target=f)\n", [2]),
        (_threads, "from threading import Thread as T\n", [1]),
        (_threads, "from PySide6.QtCore import QThreadPool\n", [1]),
        (_threads, "import concurrent.futures as f\n", [1]),
        (_threads, "import threading\nlock = threading.Lock()\nthreading.excepthook = f\n", []),
        (rules.unpickles, "import pickle\n", [1]),
        (rules.unpickles, "def f():\n    from shelve import open\n", [2]),
        (rules.unpickles, "np.load(f, allow_pickle=True)\n", [1]),
        (rules.unpickles, "np.load(f, allow_pickle=wanted)\n", [1]),
        (rules.unpickles, "np.load(f, allow_pickle=False)\n", []),
        (rules.unseeded, "import numpy as np\nnp.random.seed(1)\n", [2]),
        (rules.unseeded, "import numpy as np\nnp.random.rand(3)\n", [2]),
        (rules.unseeded, "from numpy.random import randn\n", [1]),
        (rules.unseeded, "import random\n", [1]),
        (rules.unseeded, "import numpy as np\nnp.random.default_rng()\n", [2]),
        (rules.unseeded, "import numpy as np\nnp.random.default_rng(3)\nx: np.random.Generator\n", []),
        (rules.clocked, "import time\n", [1]),
        (rules.clocked, "from datetime import datetime\n", [1]),
        (rules.clocked, "from timeless import x\n", []),
    ],
)
def test_a_planted_use_is_found(rule: Callable[[str], list[int]], source: str, lines: list[int]) -> None:
    assert rule(source) == lines
