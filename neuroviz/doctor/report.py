"""`neuroviz doctor`: one line for each thing the app needs, and the lines that mend what is missing."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from neuroviz import __version__
from neuroviz.doctor import blas, libraries, qt_probe, screen, startup
from neuroviz.resources import asset

ASSETS = (("mnist.npz",), ("weights", "mlp.npz"), ("weights", "cnn.npz"), ("i18n",), ("icons",))


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `mend` is what to do about it, "" when all is well."""

    name: str
    found: str
    mend: str = ""


def versions() -> list[Finding]:
    """Python, NeuroViz, NumPy, pyqtgraph and PySide6."""
    python = ".".join(map(str, sys.version_info[:3]))
    found = [Finding("NeuroViz", f"{__version__} in {Path(__file__).parents[1]}")]
    found.append(Finding("Python", f"{python} ({sys.executable})"))
    for name, package in (("NumPy", "numpy"), ("pyqtgraph", "pyqtgraph")):
        try:
            found.append(Finding(name, importlib.metadata.version(package)))
        except importlib.metadata.PackageNotFoundError:
            found.append(Finding(name, "not installed", startup.INSTALL))
    pyside = startup.pyside_version()
    if pyside:
        refused = startup.forbidden_pair(pyside, sys.version_info[:2])
        found.append(Finding("PySide6", f"{pyside}{' (crashes on this Python)' * bool(refused)}", refused))
    else:
        found.append(Finding("PySide6", "not installed", startup.INSTALL))
    return found


def computing() -> Finding:
    """The BLAS below NumPy."""
    try:
        return Finding("BLAS", blas.describe())
    except ImportError as error:
        return Finding("BLAS", f"NumPy cannot be imported: {error}".splitlines()[0], startup.INSTALL)


def _virtual_screen() -> str:
    """How to start the app where nobody looks."""
    start = "xvfb-run -a python3 run.py"
    if shutil.which("xvfb-run"):
        return start
    return f"{libraries.mending((), ('xvfb', 'xauth'))}, and then {start}"


def display(environ: Mapping[str, str]) -> Finding:
    """The platform plugin that will load and the screen behind it."""
    names = screen.platforms(environ)
    reached = screen.reachable(names, environ)
    said = startup.no_screen(names, reached, environ)
    if said:
        mend = f"start it on a desktop; for a screen that is not there: {_virtual_screen()}"
        found = f"{' or '.join(names)}, which does not answer" if names else "none"
        return Finding("Screen", found, mend)
    return Finding("Screen", reached[0])


def system_libraries(environ: Mapping[str, str]) -> Finding:
    """Whether Qt and its platform plugin find their libraries; without a screen: those of a usual one."""
    pyside = startup.pyside_folder()
    if pyside is None or not sys.platform.startswith("linux"):
        return Finding("Libraries", "not looked at" if pyside is None else "nothing needed on this system")
    names = screen.platforms(environ) or ("xcb",)
    lacking = libraries.missing(libraries.qt_files(pyside, names))
    if lacking:
        return Finding("Libraries", f"missing: {', '.join(lacking)}", libraries.mending(lacking))
    return Finding("Libraries", f"all found for {' and '.join(names)}")


def what_qt_says(facts: Mapping[str, Any]) -> list[Finding]:
    """Qt's version, fonts and the settings folder, from `qt_probe.ask`."""
    if "error" in facts:
        mend = "see to the lines above first, then run the doctor again"
        return [Finding("Qt", f"does not start: {facts['error']}", mend)]
    fonts = f"{facts['font'] or '?'}, {facts['families']} families"
    found = [Finding("Qt", facts["qt"]), Finding("Fonts", fonts)]
    chinese: list[str] = facts["chinese"]
    if chinese:
        found.append(Finding("Chinese", ", ".join(chinese[:3])))
    else:
        found.append(Finding("Chinese", "no font shows it", libraries.mending((), (libraries.CJK_FONT,))))
    return [*found, settings(Path(facts["settings"]))]


def settings(folder: Path) -> Finding:
    """Whether settings can be kept."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    if os.access(there, os.W_OK | os.X_OK):
        return Finding("Settings", f"{folder}")
    return Finding("Settings", f"{folder} (cannot be written)", f"take the right to write in {there}")


def assets() -> Finding:
    """Whether all shipped files are there."""
    lacking = []
    for parts in ASSETS:
        try:
            asset(*parts)
        except FileNotFoundError:
            lacking.append("/".join(parts))
    if lacking:
        return Finding("Assets", f"missing: {', '.join(lacking)}", "fetch NeuroViz again: it is incomplete")
    return Finding("Assets", str(asset()))


def examine(environ: Mapping[str, str]) -> list[Finding]:
    """All findings, in the order they are told."""
    found = [*versions(), computing(), display(environ), system_libraries(environ)]
    if not startup.missing_package():
        found += what_qt_says(qt_probe.ask())
    return [*found, assets()]


def text(findings: Sequence[Finding]) -> str:
    """The findings as aligned lines, then what to do."""
    width = max(len(one.name) for one in findings)
    lines = [f"{'!' if one.mend else ' '} {one.name:<{width}}  {one.found}" for one in findings]
    wrong = [one for one in findings if one.mend]
    if not wrong:
        return "\n".join([*lines, "", "All is well."])
    return "\n".join([*lines, "", "To mend:", *(f"  {one.name:<{width}}  {one.mend}" for one in wrong)])


def main(arguments: Sequence[str]) -> int:
    """Print the report. Returns 0 when all is well, else 1."""
    argparse.ArgumentParser(prog="neuroviz doctor", description=__doc__).parse_args(arguments)
    findings = examine(os.environ)
    print(text(findings))
    return 1 if any(one.mend for one in findings) else 0
