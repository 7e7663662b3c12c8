"""Reasons not to start: each is one friendly line, found before Qt could abort."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from neuroviz.doctor import screen, startup
from tests.architecture.source import ROOT


@pytest.mark.parametrize(
    ("environ", "system", "expected"),
    [
        ({}, "linux", ()),
        ({"DISPLAY": ":0"}, "linux", ("xcb",)),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", ("wayland",)),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "linux", ("wayland", "xcb")),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:a=b"}, "linux", ("offscreen",)),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "linux", ("wayland", "xcb")),
        ({}, "win32", ("windows",)),
        ({}, "darwin", ("cocoa",)),
    ],
)
def test_platforms(environ: dict[str, str], system: str, expected: tuple[str, ...]) -> None:
    assert screen.platforms(environ, system) == expected


@pytest.mark.parametrize(
    ("pyside", "python", "refused"),
    [
        ("6.11.3", (3, 11), False),
        ("6.12.0", (3, 11), True),
        ("6.12.1", (3, 11), True),
        ("6.12.0", (3, 12), False),
        ("6.9.0", (3, 11), False),
        ("", (3, 11), False),
    ],
)
def test_the_forbidden_pair_is_refused(pyside: str, python: tuple[int, int], refused: bool) -> None:
    said = startup.forbidden_pair(pyside, python)
    assert bool(said) == refused
    assert not refused or ("crashes" in said and "pip install" in said)


def test_all_is_well_here() -> None:
    assert startup.refusal(os.environ) == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
@pytest.mark.parametrize(
    ("environ", "words"),
    [({}, "there is none"), ({"WAYLAND_DISPLAY": "gone"}, "cannot reach the screen 'gone'")],
)
def test_no_screen_is_told(environ: dict[str, str], words: str) -> None:
    assert words in startup.refusal(environ)


def _start(*arguments: str, environ: dict[str, str], code: str = "") -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        f"{code}\nimport sys\nfrom neuroviz.__main__ import main\nsys.exit(main())",
    ]
    return subprocess.run(
        [*command, *arguments], cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )


def _no_screen() -> dict[str, str]:
    hidden = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return {name: value for name, value in os.environ.items() if name not in hidden}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
@pytest.mark.parametrize("screens", [{}, {"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "gone"}])
def test_without_a_screen_it_ends_in_one_line(screens: dict[str, str]) -> None:
    done = _start(environ=_no_screen() | screens)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "screen" in done.stderr


def test_a_platform_that_qt_does_not_have_ends_in_one_line() -> None:
    done = _start(environ=dict(os.environ) | {"QT_QPA_PLATFORM": "nosuch"})
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "'nosuch'" in done.stderr
    assert "offscreen" in done.stderr


@pytest.mark.parametrize("name", ["numpy", "PySide6", "pyqtgraph"])
def test_a_missing_package_ends_in_one_line(name: str) -> None:
    hide = f"""
import importlib.util as u
find = u.find_spec
u.find_spec = lambda name, package=None: None if name == {name!r} else find(name, package)
"""
    done = _start(environ=dict(os.environ), code=hide)
    assert done.returncode == 1
    assert done.stderr == f"NeuroViz needs the package {name}, which this Python lacks: {startup.INSTALL}.\n"


def test_the_folder_of_pyside_is_found_without_importing_it() -> None:
    folder = startup.pyside_folder()
    assert folder is not None
    assert (folder / "QtCore.pyi").exists() or (folder / "__init__.py").exists()
    assert Path(folder).name == "PySide6"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_a_screen_that_goes_between_two_questions_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    said = iter([True])

    def once(_platform: str, _environ: object) -> bool:
        return next(said)

    monkeypatch.setattr(screen, "answers", once)
    assert isinstance(startup.refusal({"DISPLAY": ":0"}), str)
