"""Reasons not to start, each found before Qt could abort the process, each in one friendly line."""

from __future__ import annotations

import ctypes
import importlib.metadata
import importlib.util
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from neuroviz.doctor import libraries, screen

INSTALL = "start it with `python3 run.py`, which installs what it needs"


def pyside_folder() -> Path | None:
    """The folder of PySide6, without importing it."""
    spec = importlib.util.find_spec("PySide6")
    return Path(spec.origin).parent if spec and spec.origin else None


def pyside_version() -> str:
    """PySide6's version, or "" when it is not installed."""
    for name in ("PySide6-Essentials", "PySide6"):
        try:
            return importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return ""


def forbidden_pair(pyside: str, python: tuple[int, ...]) -> str:
    """The refusal of PySide6 6.12 before Python 3.12, or "": it drops references to None until it aborts."""
    if python[:2] >= (3, 12) or not pyside.startswith("6.12."):
        return ""
    return (
        f"NeuroViz cannot run on PySide6 {pyside} with Python {python[0]}.{python[1]}: that pair crashes."
        " Mend it with: python -m pip install 'PySide6-Essentials<6.12'"
    )


def missing_package() -> str:
    """The refusal when a package is not installed, or ""."""
    for name in ("numpy", "PySide6", "pyqtgraph"):
        if importlib.util.find_spec(name) is None:
            return f"NeuroViz needs the package {name}, which this Python lacks: {INSTALL}."
    return ""


def _loads(file: Path) -> bool:
    try:
        ctypes.CDLL(str(file))
    except OSError:
        return False
    return True


def missing_library(pyside: Path, platform: str) -> str:
    """The refusal when a system library of Qt is missing on Linux, or ""."""
    plugin = pyside / "Qt" / "plugins" / "platforms" / f"libq{platform}.so"
    widgets = pyside / "Qt" / "lib" / "libQt6Widgets.so.6"
    if all(_loads(file) for file in (widgets, plugin) if file.exists()):
        return ""
    lacking = libraries.missing(libraries.qt_files(pyside, [platform]))
    if not lacking:
        return ""
    return f"NeuroViz needs system libraries that are missing ({', '.join(lacking)}). Mend it with:\n  " + (
        libraries.mending(lacking)
    )


def no_screen(names: tuple[str, ...], reached: tuple[str, ...], environ: Mapping[str, str]) -> str:
    """The refusal when none of the plugins that Qt tries has reached a screen to draw on, or ""."""
    if not names:
        return "NeuroViz needs a screen, and there is none: DISPLAY and WAYLAND_DISPLAY are not set."
    if not reached:
        where = environ.get("DISPLAY") if "xcb" in names else environ.get("WAYLAND_DISPLAY")
        return f"NeuroViz cannot reach the screen {where!r}: it does not answer."
    return ""


def unknown_platform(pyside: Path, names: tuple[str, ...]) -> str:
    """The refusal when Qt has none of the plugins that QT_QPA_PLATFORM asks for, or ""."""
    folder = pyside / "Qt" / "plugins" / "platforms"
    there = sorted(file.stem.removeprefix("libq") for file in folder.glob("libq*.so"))
    if not there or any(name in there for name in names):
        return ""
    return f"Qt has no platform called {names[0]!r}; QT_QPA_PLATFORM may be one of: {', '.join(there)}."


def refusal(environ: Mapping[str, str] = os.environ) -> str:
    """Why the app cannot start here, in words; "" when it can."""
    said = missing_package() or forbidden_pair(pyside_version(), sys.version_info[:2])
    pyside = pyside_folder()
    if said or pyside is None or not sys.platform.startswith("linux"):
        return said
    names = screen.platforms(environ)
    reached = screen.reachable(names, environ)
    said = unknown_platform(pyside, names) if environ.get("QT_QPA_PLATFORM") else ""
    said = said or no_screen(names, reached, environ)
    if said:
        return said
    lacking = [missing_library(pyside, name) for name in reached]
    return "" if "" in lacking else lacking[0]
