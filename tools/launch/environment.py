"""The folder `.venv`: made, examined, mended, and never taken for whole when it is not."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.launch.packages import install
from tools.launch.trouble import Trouble, say

_PROBE = """
import importlib.util as u, json, sys
place = {n: u.find_spec(n) for n in ("neuroviz", "numpy", "PySide6", "pyqtgraph", "pip")}
print(json.dumps([sys.version_info[:3], {n: s.origin for n, s in place.items() if s and s.origin}]))
"""
_NEEDED = ("neuroviz", "numpy", "PySide6", "pyqtgraph")
# Each of these would make Python or pip work on another place than .venv.
_MISLEADING = ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")


@dataclass(frozen=True)
class Place:
    """Where everything is, for the repository folder `root`."""

    root: Path
    windows: bool = os.name == "nt"

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / ("Scripts/python.exe" if self.windows else "bin/python")

    @property
    def stamp(self) -> Path:
        return self.venv / "neuroviz-stamp.json"

    @property
    def unfinished(self) -> Path:
        return self.venv / "neuroviz-unfinished"

    @property
    def lock(self) -> Path:
        return self.root / ".venv.lock"


@dataclass(frozen=True)
class Found:
    """What the Python in .venv says of itself: its version and where modules come from."""

    version: tuple[int, int, int]
    modules: Mapping[str, str]

    @property
    def pyside(self) -> Path:
        return Path(self.modules["PySide6"]).parent


def clean(environ: Mapping[str, str], place: Place) -> dict[str, str]:
    """The environment for programs in .venv: free of what points to another Python."""
    kept = {name: value for name, value in environ.items() if name not in _MISLEADING}
    return kept | {"VIRTUAL_ENV": str(place.venv), "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def examine(place: Place) -> Found | None:
    """Ask the Python in .venv; None when there is none, or it does not run or is too old."""
    try:
        answer = subprocess.run(
            [place.python, "-I", "-c", _PROBE], capture_output=True, text=True, timeout=60, check=True
        ).stdout
        version, modules = json.loads(answer)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return Found(tuple(version), modules) if tuple(version) >= (3, 11) else None


def key(pyproject: bytes, found: Found, root: Path) -> str:
    """A digest of all that decides what .venv has to hold."""
    facts = json.dumps([list(found.version), str(root)]).encode()
    return hashlib.sha256(pyproject + b"\0" + facts).hexdigest()


def read_stamp(place: Place) -> tuple[str, frozenset[str]]:
    """The key and the extras that were installed; ("", none) when set-up never came to its end."""
    try:
        stamp = json.loads(place.stamp.read_text("utf-8"))
        return str(stamp["key"]), frozenset(map(str, stamp["extras"]))
    except (OSError, ValueError, KeyError, TypeError):
        return "", frozenset()


def write_stamp(place: Place, found: Found, extras: frozenset[str]) -> None:
    pyproject = (place.root / "pyproject.toml").read_bytes()
    content = {"key": key(pyproject, found, place.root), "extras": sorted(extras)}
    aside = place.stamp.with_suffix(".new")
    aside.write_text(json.dumps(content), "utf-8")
    os.replace(aside, place.stamp)


def ready(place: Place, extras: frozenset[str]) -> Found | None:
    """What is in .venv if it holds all that is asked for, and came from here; else None."""
    stamped, installed = read_stamp(place)
    if not stamped or not extras <= installed or place.unfinished.exists():
        return None
    found = examine(place)
    if found is None or not _whole(place, found):
        return None
    pyproject = (place.root / "pyproject.toml").read_bytes()
    return found if stamped == key(pyproject, found, place.root) else None


def _whole(place: Place, found: Found) -> bool:
    """Whether the packages are there, and NeuroViz is this folder's: not of a place it was moved from."""
    if not all(name in found.modules for name in _NEEDED):
        return False
    return Path(found.modules["neuroviz"]).resolve().is_relative_to(place.root.resolve())


def worth_keeping(place: Place, found: Found | None) -> bool:
    """Whether pip can mend .venv in place; otherwise it has to be made anew."""
    if found is None or "pip" not in found.modules or place.unfinished.exists():
        return False
    # Without a stamp somebody else made it, an editor perhaps: theirs is added to, not thrown away.
    return _whole(place, found) or not place.stamp.exists()


def without_venv_module() -> bool:
    """Whether this Python lacks what makes virtual environments, as Debian's does when it is bare."""
    return any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip"))


def _empty(place: Place) -> None:
    """Remove all of .venv but the mark that it is unfinished."""
    if place.venv.is_symlink() or place.venv.is_file():
        place.venv.unlink()
    place.venv.mkdir(exist_ok=True)
    place.unfinished.touch()
    for child in place.venv.iterdir():
        if child == place.unfinished:
            continue
        if child.is_dir() and not child.is_symlink():
            shutil.rmtree(child)
        else:
            child.unlink()


def make(place: Place) -> None:
    """A new, empty .venv. Raises Trouble."""
    say(f"Making {place.venv} with Python {sys.version.split()[0]}")
    _empty(place)
    done = subprocess.run(
        [sys.executable, "-m", "venv", place.venv], env=clean(os.environ, place),
        capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip
    if done.returncode or examine(place) is None:
        said = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise Trouble("\n".join(["Python could not make the virtual environment .venv:", *said]))


def fill(place: Place, extras: frozenset[str]) -> None:
    """Bring .venv to what is asked for; to be called by one process at a time. Raises Trouble."""
    found, stamp = examine(place), None
    adding = found is not None and ready(place, frozenset()) is not None
    if adding:  # what is there stays untouched: its stamp goes on being true if this is broken off
        extras |= read_stamp(place)[1]
    elif not worth_keeping(place, found):
        if place.venv.exists():
            say("The folder .venv is unfinished, was moved, or does not work; making it anew.")
        make(place)
    else:
        stamp = place.stamp.read_bytes() if place.stamp.exists() else None
        extras |= read_stamp(place)[1]
        place.unfinished.touch()
    names = f"[{','.join(sorted(extras))}]" if extras else ""
    what = " and what is asked for: " + ", ".join(sorted(extras)) if extras else ""
    say(f"Installing NeuroViz{what} (a few minutes the first time)")
    if not adding:
        place.stamp.unlink(missing_ok=True)
    try:
        install(place.python, ["-e", f".{names}"], place.root, clean(os.environ, place))
    except Trouble as trouble:
        if stamp is not None and "disc is full" not in str(trouble):
            # pip fails before it touches anything: what worked before still works.
            place.stamp.write_bytes(stamp)
            place.unfinished.unlink(missing_ok=True)
        raise
    found = examine(place)
    if found is None or not _whole(place, found):
        raise Trouble(
            "Installing ended well, but .venv does not hold NeuroViz. Delete .venv and start again."
        )
    write_stamp(place, found, extras)
    place.unfinished.unlink(missing_ok=True)
