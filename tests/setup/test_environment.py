"""The folder .venv: when it is whole, when pip can mend it, when it has to be made anew."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tools.launch import environment
from tools.launch.environment import Found, Place
from tools.launch.trouble import Trouble

TEST = frozenset({"test"})


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A repository whose path has a space and is not ASCII, with a .venv that holds all it needs."""
    root = tmp_path / "my folder 神经"
    (root / "neuroviz").mkdir(parents=True)
    (root / "neuroviz" / "__init__.py").touch()
    (root / "pyproject.toml").write_text("[project]\n", "utf-8")
    made = Place(root)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", made.venv], check=True)
    site = next(made.venv.rglob("site-packages"))
    (site / "neuroviz" / "assets").mkdir(parents=True)  # hatchling leaves it beside an editable installation
    pth = site / "all.pth"
    pth.write_text(f"{root}\n{sysconfig.get_path('purelib')}\n", "utf-8")
    _stamp(made)
    return made


def _stamp(place: Place, extras: frozenset[str] = TEST) -> None:
    found = environment.examine(place)
    assert found is not None
    environment.write_stamp(place, found, extras)


def test_what_is_whole_is_ready(place: Place) -> None:
    found = environment.ready(place, TEST)
    assert found is not None
    assert found.version == sys.version_info[:3]
    assert (found.pyside / "__init__.py").exists()
    assert environment.ready(place, frozenset()) is not None


def test_a_second_start_installs_nothing(place: Place) -> None:
    shutil.copy(ROOT / "run.py", place.root)
    for name in ("tools", "neuroviz/doctor", "neuroviz/__main__.py", "neuroviz/options.py"):
        (place.root / name).symlink_to(ROOT / name)
    (place.root / "neuroviz" / "__init__.py").write_text("__version__ = '9.9'\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "run.py", "--version"], cwd=place.root, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr, done.returncode) == ("NeuroViz 9.9\n", "", 0)


def _change_project(place: Place) -> None:
    (place.root / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")


def _lose_stamp(place: Place) -> None:
    place.stamp.unlink()


def _break_stamp(place: Place) -> None:
    place.stamp.write_text('{"key": 1', "utf-8")


def _interrupt(place: Place) -> None:
    place.unfinished.touch()


def _lose_python(place: Place) -> None:
    place.python.unlink()


def _lose_packages(place: Place) -> None:
    next(place.venv.rglob("all.pth")).write_text(f"{place.root}\n", "utf-8")


@pytest.mark.parametrize(
    "change", [_change_project, _lose_stamp, _break_stamp, _interrupt, _lose_python, _lose_packages]
)
def test_what_is_not_whole_is_not_ready(place: Place, change: object) -> None:
    assert callable(change)
    change(place)
    assert environment.ready(place, TEST) is None


def test_another_extra_is_not_there(place: Place) -> None:
    assert environment.ready(place, frozenset({"reference"})) is None


def test_a_moved_repository_is_not_taken_for_whole(place: Place, tmp_path: Path) -> None:
    place.root.rename(tmp_path / "moved")
    moved = Place(tmp_path / "moved")
    assert environment.ready(moved, TEST) is None
    assert not environment.worth_keeping(moved, environment.examine(moved))


def _found(place: Place, *lacking: str) -> Found:
    modules = {
        "neuroviz": str(place.root / "neuroviz" / "__init__.py"),
        "numpy": "n",
        "PySide6": "p",
        "pyqtgraph": "g",
        "pip": "p",
    }
    return Found((3, 11, 0), {name: origin for name, origin in modules.items() if name not in lacking})


def test_pip_mends_what_works_and_the_rest_is_made_anew(place: Place) -> None:
    assert environment.worth_keeping(place, _found(place))
    assert not environment.worth_keeping(place, None)
    assert not environment.worth_keeping(place, _found(place, "pip"))
    assert not environment.worth_keeping(place, _found(place, "numpy"))
    _lose_stamp(place)
    assert environment.worth_keeping(
        place, _found(place, "numpy", "PySide6", "pyqtgraph", "neuroviz")
    )  # made by somebody else
    _interrupt(place)
    assert not environment.worth_keeping(place, _found(place))


def test_making_empties_what_was_there(place: Place) -> None:
    (place.venv / "old").mkdir()
    (place.venv / "link").symlink_to(place.root)
    environment._empty(place)
    assert [child.name for child in place.venv.iterdir()] == [place.unfinished.name]
    assert (place.root / "pyproject.toml").exists()


def _offline(*arguments: object) -> None:
    raise Trouble("There is no connection.")


def test_a_failed_addition_leaves_what_worked(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "examine", _found)
    environment.write_stamp(place, _found(place), frozenset())
    monkeypatch.setattr(environment, "install", _offline)
    with pytest.raises(Trouble):
        environment.fill(place, TEST)
    assert environment.ready(place, frozenset()) is not None


def test_an_interrupted_addition_is_not_trusted(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "examine", _found)
    monkeypatch.setattr(environment, "install", interrupt)
    with pytest.raises(KeyboardInterrupt):
        environment.fill(place, TEST)
    assert environment.ready(place, frozenset()) is None
    assert not environment.worth_keeping(place, _found(place))


def test_extras_add_up(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(environment, "examine", _found)
    monkeypatch.setattr(environment, "install", lambda python, wanted, root, environ: asked.extend(wanted))
    environment.fill(place, frozenset({"reference"}))
    assert asked == ["-e", ".[reference,test]"]
    assert json.loads(place.stamp.read_text("utf-8"))["extras"] == ["reference", "test"]


def test_an_addition_that_is_broken_off_leaves_what_worked(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "install", broken_off)
    with pytest.raises(KeyboardInterrupt):
        environment.fill(place, frozenset({"reference"}))
    assert environment.ready(place, TEST) is not None
    assert environment.ready(place, frozenset({"reference"})) is None


def test_other_pythons_do_not_interfere(place: Place) -> None:
    given = {
        "PYTHONPATH": "/x",
        "PYTHONHOME": "/y",
        "PIP_TARGET": "/z",
        "VIRTUAL_ENV": "/other",
        "HOME": "/h",
    }
    kept = environment.clean(given, place)
    assert kept["VIRTUAL_ENV"] == str(place.venv)
    assert kept["HOME"] == "/h"
    assert not {"PYTHONPATH", "PYTHONHOME", "PIP_TARGET"} & kept.keys()


def test_each_system_has_its_paths() -> None:
    assert Place(Path("r"), windows=True).python == Path("r/.venv/Scripts/python.exe")
    assert Place(Path("r"), windows=False).python == Path("r/.venv/bin/python")
    assert Place(Path("r")).windows == (os.name == "nt")
