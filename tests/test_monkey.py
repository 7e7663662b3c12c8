"""A thousand random things done to the whole window, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

_GROWTH = 400  # MB between a third of the walk and its end: of seventeen pages, many are opened late


@pytest.mark.slow
def test_a_thousand_random_acts_do_no_harm(tmp_path: Path) -> None:
    environ = os.environ | {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    environ |= {"XDG_DATA_HOME": str(tmp_path / "data")}
    command = [sys.executable, "-m", "tests.monkey", "--seed", "20", "--folder", str(tmp_path / "settings")]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert done.stdout.strip(), done.stderr[-4000:]
    found = json.loads(done.stdout.strip().splitlines()[-1])
    assert found["failed"] == []
    assert found["threads"] == []
    assert sum(found["done"].values()) == 1000
    assert found["late"] - found["early"] < _GROWTH, found
    assert done.returncode == 0, done.stderr[-4000:]
