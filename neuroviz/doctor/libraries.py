"""Which system libraries Qt lacks on Linux, and the packages of Debian and Ubuntu that hold them.

Found by asking the dynamic linker, not by a list: Qt itself blames `xcb-cursor0` whichever is missing.
Standard library only, because it is needed before anything else can be imported.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

# Sonames whose Debian package is not named by Debian's own rule (see `package_of`).
_IRREGULAR = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
}
CJK_FONT = "fonts-wqy-microhei"
_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtTest")


def qt_files(pyside: Path, platforms: Iterable[str]) -> list[Path]:
    """The files of Qt that have to load, for the PySide6 folder and the names of platform plugins."""
    files = [pyside / f"{module}.abi3.so" for module in _MODULES]
    files += [pyside / "Qt" / "plugins" / "platforms" / f"libq{name}.so" for name in platforms]
    return [file for file in files if file.exists()]


def missing(files: Sequence[Path]) -> list[str]:
    """The sonames, sorted, that the dynamic linker cannot find for these files."""
    ldd = shutil.which("ldd")
    if ldd is None or not files:
        return []
    said = subprocess.run([ldd, *files], capture_output=True, text=True, env=_plain_english(), check=False)
    return sorted({line.split()[0] for line in said.stdout.splitlines() if line.endswith("=> not found")})


def package_of(soname: str) -> str:
    """The Debian package of a soname, by Debian's rule: libX11-xcb.so.1 is in libx11-xcb1."""
    if soname in _IRREGULAR:
        return _IRREGULAR[soname]
    name, _, version = soname.partition(".so.")
    name = name.lower().replace("_", "-")
    return f"{name}-{version}" if name[-1:].isdigit() else f"{name}{version}"


def packages_of(sonames: Iterable[str], known: Callable[[Collection[str]], set[str]]) -> list[str]:
    """Debian packages, sorted; `known` says which of some names exist on this release.

    Debian 13 and Ubuntu 24.04 renamed many (…t64); a name that nobody knows is kept as the rule gives it.
    """
    plain = sorted({package_of(soname) for soname in sonames})
    there = known([name + suffix for name in plain for suffix in ("", "t64")])
    return [name + "t64" if name not in there and name + "t64" in there else name for name in plain]


def known_to_apt(names: Collection[str]) -> set[str]:
    """Those of the package names that apt can install here; empty when its lists were never fetched."""
    apt = shutil.which("apt-cache")
    if apt is None or not names:
        return set()
    said = subprocess.run(
        [apt, "policy", *sorted(names)], capture_output=True, text=True, env=_plain_english(), check=False
    )
    known, name = set(), ""
    for line in said.stdout.splitlines():
        if line.endswith(":") and not line.startswith(" "):
            name = line[:-1]
        elif line.strip().startswith("Candidate:") and "(none)" not in line:
            known.add(name)
    return known


def debian_like() -> bool:
    """Whether system packages are installed with apt here."""
    return shutil.which("apt-get") is not None


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def has_sudo() -> bool:
    """Whether sudo is there: Debian leaves it out where root was given a password at its installation."""
    return shutil.which("sudo") is not None


def apt_line(packages: Sequence[str], root: bool, lists: bool, sudo: bool = True) -> str:
    """The line that installs the packages; `lists` tells whether apt has its lists already."""
    steps = [] if lists else ["apt-get update"]
    steps.append(f"apt-get install -y --no-install-recommends {' '.join(packages)}")
    if root or sudo:
        return " && ".join(step if root else f"sudo {step}" for step in steps)
    # The dash makes it root's own shell: without it, dpkg misses what lies in /sbin.
    return f"su - -c '{' && '.join(steps)}'"


def mending(sonames: Sequence[str], extra: Sequence[str] = ()) -> str:
    """What to do on this machine about missing sonames and further packages, as one line."""
    if not debian_like():
        return f"install the packages of your system that hold: {' '.join([*sonames, *extra])}"
    packages = [*packages_of(sonames, known_to_apt), *extra]
    return apt_line(packages, is_root(), bool(known_to_apt(packages)), has_sudo())


def _plain_english() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C"}
