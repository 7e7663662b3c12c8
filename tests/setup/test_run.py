"""run.py: readable for an old Python, and every command line ends where it should."""

from __future__ import annotations

import ast
import importlib.util
from types import ModuleType

import pytest

from tests.architecture.source import ROOT
from tools.launch import commands
from tools.launch.commands import Plan, plan
from tools.launch.environment import Found, Place
from tools.launch.trouble import Trouble


@pytest.fixture(scope="module")
def run() -> ModuleType:
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_old_python_can_read_it() -> None:
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 6))
    assert "annotations" not in (ROOT / "run.py").read_text("utf-8")  # that future came with 3.7


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 4), (3, 14, 0), (4, 0, 0)])
def test_a_new_enough_python_is_taken(run: ModuleType, version: tuple[int, ...]) -> None:
    assert run.too_old(version, "python3", lambda name: None) == ""


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 9), (3, 9, 2), (3, 10, 12)])
def test_an_old_python_gets_a_sentence(run: ModuleType, version: tuple[int, ...]) -> None:
    said = run.too_old(version, "/usr/bin/python3", lambda name: None)
    assert f"this is Python {version[0]}.{version[1]} (/usr/bin/python3)" in said
    assert "3.11 or newer" in said
    assert "python.org" in said


def test_a_newer_python_nearby_is_named(run: ModuleType) -> None:
    said = run.too_old((3, 9, 2), "python3", {"python3.12": "there", "python3.11": "too"}.get)
    assert said.endswith("python3.12 run.py")


PYTEST = ("-m", "pytest")
MANY = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")
BENCH = ("-m", "tests.bench")
APP = ("-P", "-m", "neuroviz")
TEST = frozenset({"test"})
REFERENCE = frozenset({"reference"})


@pytest.mark.parametrize(
    ("arguments", "environ", "expected"),
    [
        ([], {}, Plan(APP, "window")),
        (["--lang", "zh_CN"], {}, Plan((*APP, "--lang", "zh_CN"), "window")),
        (["--version"], {}, Plan((*APP, "--version"), "nothing")),
        (["doctor"], {}, Plan((*APP, "doctor"), "nothing")),
        (["shots", "out", "--sheet"], {}, Plan((*APP, "shots", "out", "--sheet"), "picture")),
        (["bench", "mlp", "--list"], {}, Plan((*BENCH, "mlp", "--list"), "picture", in_root=True)),
        (["test", "-k", "x"], {}, Plan((*PYTEST, *MANY, "-k", "x"), "tests", TEST, in_root=True)),
        (["test"], {"CI": "0"}, Plan((*PYTEST, *MANY), "tests", TEST, in_root=True)),
        (["test", "-n", "0"], {}, Plan((*PYTEST, "-n", "0"), "tests", TEST, in_root=True)),
        (["test", "--pdb"], {}, Plan((*PYTEST, "--pdb"), "tests", TEST, in_root=True)),
        (["test"], {"CI": "true"}, Plan((*PYTEST, *MANY), "tests", TEST, REFERENCE, in_root=True)),
        (["test", "--reference", "-x"], {},
         Plan((*PYTEST, *MANY, "-x"), "tests", TEST, REFERENCE, in_root=True)),
    ],
)  # fmt: skip
def test_arguments_find_their_program(arguments: list[str], environ: dict[str, str], expected: Plan) -> None:
    assert plan(arguments, environ) == expected


def _fail(error: BaseException) -> None:
    raise error


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (Trouble("No network."), 1, "No network."),
        (KeyboardInterrupt(), 130, "Stopped."),
        (PermissionError(13, "Permission denied", "/x/.venv"), 1, "Permission denied (/x/.venv)"),
    ],
)
def test_failures_end_in_words(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    words: str,
) -> None:
    monkeypatch.setattr(commands, "run", lambda arguments, place: _fail(error))
    assert commands.main([], str(ROOT)) == code
    assert words in capsys.readouterr().err


def test_help_needs_nothing_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "prepare", lambda place, extras: _fail(AssertionError("installs")))
    assert commands.main(["--help"], str(ROOT)) == 0
    said = capsys.readouterr().out
    assert all(word in said for word in ("test", "bench", "shots", "doctor", "--lang"))


def test_an_optional_extra_may_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[frozenset[str]] = []

    def prepare(place: Place, extras: frozenset[str]) -> Found:
        asked.append(extras)
        if "reference" in extras:
            raise Trouble("No torch here.")
        return Found((3, 11, 0), {})

    monkeypatch.setattr(commands, "prepare", prepare)
    monkeypatch.setattr(commands.environment, "ready", lambda place, extras: None)
    monkeypatch.setattr(commands, "_ensure_system", lambda place, found, needs: None)
    monkeypatch.setattr(commands, "_start", lambda place, asked: 7)
    assert commands.run(["test", "--reference"], Place(ROOT)) == 7
    assert asked == [TEST, TEST | REFERENCE, TEST]
    assert "Going on without reference" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("needs", "environ", "looked_at"),
    [
        ("nothing", {"DISPLAY": ":0"}, []),
        ("window", {}, []),
        ("window", {"DISPLAY": ":0"}, [("xcb",)]),
        ("window", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, [("offscreen",)]),
        ("picture", {}, [("offscreen",)]),
        ("tests", {"DISPLAY": ":0"}, [("offscreen",), "lupdate", "lrelease", "font", "screen"]),
    ],
)
def test_only_what_is_needed_is_looked_at(
    monkeypatch: pytest.MonkeyPatch, needs: str, environ: dict[str, str], looked_at: list[object]
) -> None:
    looked: list[object] = []
    monkeypatch.setattr(commands.os, "environ", environ)
    monkeypatch.setattr(
        commands.system,
        "ensure_libraries",
        lambda pyside, platforms, programs: looked.extend([platforms, *programs]),
    )
    monkeypatch.setattr(commands.system, "ensure_chinese_font", lambda place: looked.append("font"))
    monkeypatch.setattr(commands.system, "offer_virtual_screen", lambda pyside: looked.append("screen"))
    commands._ensure_system(Place(ROOT), Found((3, 11, 0), {"PySide6": "/x/PySide6/__init__.py"}), needs)
    assert looked == looked_at
