"""The source files the guards look at."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "neuroviz"
LAYERS_ABOVE_QT = ("__main__", "doctor", "shots", "app", "panels", "ui")


def python_files(*parts: str) -> list[Path]:
    """The Python files below these parts of the repository; by default all of ours."""
    found: list[Path] = []
    for part in parts or ("run.py", "neuroviz", "tools", "tests"):
        place = ROOT / part
        found += [place] if place.suffix == ".py" else sorted(place.rglob("*.py"))
    return found


def below_qt() -> list[Path]:
    """The Python files of the layers that must not know Qt."""
    return [
        file
        for file in python_files("neuroviz")
        if file.relative_to(PACKAGE).parts[0].removesuffix(".py") not in LAYERS_ABOVE_QT
    ]


def all_files() -> list[Path]:
    """Every file that is, or will be, part of the repository; without git: every file not hidden."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT, capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        found = [ROOT / name for name in listed.split("\0") if name]
    else:
        places = [place for place in ROOT.iterdir() if not place.name.startswith(".") or place.name == ".ci"]
        found = [
            file for place in places for file in (place, *place.rglob("*")) if "__pycache__" not in file.parts
        ]
    return [file for file in found if file.is_file()]


def place(file: Path, line: int) -> str:
    """A file and line as an editor understands them."""
    return f"{file.relative_to(ROOT) if file.is_relative_to(ROOT) else file.name}:{line}"
