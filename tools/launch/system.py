"""System packages on Linux: what is missing is installed by root, or told as the exact line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from neuroviz.doctor import libraries
from tools.launch.environment import Place, clean
from tools.launch.trouble import Trouble, say

_FONT_PROBE = """
from PySide6.QtGui import QFontDatabase, QGuiApplication
app = QGuiApplication([])
print(len(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)))
"""


def _apt(arguments: Sequence[str]) -> None:
    say("  apt-get " + " ".join(arguments))
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        ["apt-get", "-q", *arguments], env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        said = "\n".join(done.stdout.strip().splitlines()[-5:])
        raise Trouble(f"apt-get could not install the system packages:\n{said}\nMend this and start again.")


def apt_install(sonames: Sequence[str], extra: Sequence[str], why: str) -> None:
    """Install what holds the sonames, and the extra packages. Raises Trouble with the line when not root."""
    if not (libraries.debian_like() and libraries.is_root()):
        line = libraries.mending(sonames, extra)
        raise Trouble(f"{why}\nMend it with this line, then start again:\n\n  {line}\n")
    say(f"{why} Installing:")
    if not libraries.known_to_apt([*libraries.packages_of(sonames, libraries.known_to_apt), *extra]):
        _apt(["update"])
    packages = [*libraries.packages_of(sonames, libraries.known_to_apt), *extra]
    install = ["install", "-y", "--no-install-recommends", *packages]
    try:
        _apt(install)
    except Trouble:  # lists that are old name files that are gone
        _apt(["update"])
        _apt(install)


def ensure_libraries(pyside: Path, platforms: Sequence[str], programs: Sequence[str] = ()) -> None:
    """See that Qt, the platform plugins and programs of PySide6 find their libraries. Raises Trouble.

    A system so bare that it lacks one hardly has a font for Chinese, so that comes along.
    """
    if not sys.platform.startswith("linux"):
        return
    files = libraries.qt_files(pyside, platforms)
    files += [pyside / name for name in programs if (pyside / name).exists()]
    lacking = libraries.missing(files)
    if lacking:
        font = (libraries.CJK_FONT,) if libraries.debian_like() else ()
        apt_install(lacking, font, f"System libraries of Qt are missing: {', '.join(lacking)}.")
        lacking = libraries.missing(files)
        if lacking:
            raise Trouble(f"After installing, Qt still lacks: {', '.join(lacking)}.")


def ensure_chinese_font(place: Place) -> None:
    """See that Chinese can be drawn, which the tests look at. Raises Trouble."""
    if not sys.platform.startswith("linux"):
        return
    environ = clean(os.environ, place) | {"QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run(
        [place.python, "-I", "-c", _FONT_PROBE], env=environ, capture_output=True, text=True, check=False
    )
    if answer.stdout.strip() == "0":
        font = libraries.CJK_FONT if libraries.debian_like() else "a font with Chinese characters"
        apt_install((), (font,), "No font here can show Chinese.")


def offer_virtual_screen(pyside: Path) -> None:
    """As root on Debian, see that the tests can open a real window; elsewhere they do without, and say so."""
    if not (sys.platform.startswith("linux") and libraries.debian_like() and libraries.is_root()):
        return
    lacking = libraries.missing(libraries.qt_files(pyside, ("xcb",)))
    packages = [] if shutil.which("Xvfb") else ["xvfb", "xauth"]
    packages += [] if shutil.which("xrandr") else ["x11-xserver-utils"]  # makes two screens of it
    if not lacking and not packages:
        return
    try:
        apt_install(lacking, packages, "There is no virtual screen to open a real window on.")
    except Trouble as trouble:
        say(f"Going on without a real window:\n{trouble}")


def ensure_venv_module(lacking: bool) -> None:
    """See that this Python can make virtual environments; Debian has that in a package of its own."""
    if not lacking:
        return
    why = "This Python cannot make virtual environments: its modules venv and ensurepip are not all there."
    if not libraries.debian_like():
        raise Trouble(f"{why}\nInstall them with your system's packages, or take Python from python.org.")
    apt_install((), (f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",), why)
