"""What only Qt can tell, asked in a process of its own: should Qt abort, the doctor goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_SECONDS = 60


def ask() -> dict[str, Any]:
    """Qt's version, its fonts and the settings folder; {"error": last words} when Qt does not even start."""
    # Where this very NeuroViz is, installed or not.
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    if sys.platform.startswith("linux"):
        environ["QT_QPA_PLATFORM"] = "offscreen"  # elsewhere this has no fonts
    try:
        said = subprocess.run(
            [sys.executable, "-P", "-m", __name__],
            env=environ, capture_output=True, text=True, errors="replace", timeout=_SECONDS, check=False,
        )  # fmt: skip
        answer: dict[str, Any] = json.loads(said.stdout)
    except subprocess.TimeoutExpired:
        return {"error": f"no answer in {_SECONDS} seconds"}
    except ValueError:
        return {"error": (said.stderr.strip().splitlines() or [f"exit code {said.returncode}"])[-1]}
    return answer


def answer() -> dict[str, Any]:
    """The facts, found in this process."""
    from PySide6.QtCore import qVersion  # noqa: PLC0415 - Qt is imported in the doctor's helper process only
    from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication  # noqa: PLC0415

    from neuroviz.ui.settings import default_folder  # noqa: PLC0415

    application = QGuiApplication([])
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return {
        "qt": qVersion(),
        "font": QFontInfo(application.font()).family(),
        "families": len(QFontDatabase.families()),
        "chinese": chinese,
        "settings": str(default_folder()),
    }


if __name__ == "__main__":
    print(json.dumps(answer()))
