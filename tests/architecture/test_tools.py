"""The linter and the type checker find nothing."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.source import ROOT


def _said(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_ruff_finds_nothing() -> None:
    assert _said("ruff", "check", "--output-format=concise", "run.py", "neuroviz", "tools", "tests") == ""


def test_mypy_finds_nothing() -> None:
    assert _said("mypy") == ""
