"""The wheel: built, installed into an environment of its own, and started from the root of the file system.

To need no network, NumPy and PySide6 come from the environment that runs the tests, through a path file;
NeuroViz itself must come from the wheel, which is what is asked of it first.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from neuroviz import __version__
from tests.architecture.source import ROOT, all_files

pytestmark = pytest.mark.slow


def _must(*command: str | Path, cwd: Path = ROOT) -> str:
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=cwd, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@dataclass(frozen=True)
class Installed:
    """A wheel, and the environment it was installed in."""

    wheel: Path
    folder: Path

    def program(self, name: str) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin") / name


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    out, folder = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("clean")
    _must(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT)
    wheel = next(out.glob("*.whl"))
    _must(sys.executable, "-m", "venv", "--without-pip", folder)
    made = Installed(wheel, folder)
    pip = (sys.executable, "-m", "pip", "--python", made.program("python"))
    _must(*pip, "install", "--no-deps", "--no-index", "--quiet", wheel)
    pth = next(folder.rglob("site-packages")) / "others.pth"
    pth.write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return made


def test_it_is_called_by_its_own_name(installed: Installed) -> None:
    assert installed.wheel.name == f"neuroviz_lab-{__version__}-py3-none-any.whl"


def test_it_holds_the_package_and_all_assets(installed: Installed) -> None:
    names = set(zipfile.ZipFile(installed.wheel).namelist())
    assets = {file.relative_to(ROOT) for file in all_files() if file.is_relative_to(ROOT / "assets")}
    assert len(assets) > 10
    assert {f"neuroviz/{file.as_posix()}" for file in assets} <= names
    modules = {file.relative_to(ROOT).as_posix() for file in (ROOT / "neuroviz").rglob("*.py")}
    assert modules <= names
    assert not [name for name in names if name.startswith(("tests/", "tools/", "docs/"))]


def test_it_starts_from_the_root(installed: Installed) -> None:
    said = _must(installed.program("neuroviz"), "--version", cwd=Path("/"))
    assert said == f"NeuroViz {__version__}\n"


def test_its_own_files_are_used(installed: Installed) -> None:
    script = "import neuroviz, neuroviz.resources as r; print(neuroviz.__file__); print(r.asset('mnist.npz'))"
    said = _must(installed.program("python"), "-c", script, cwd=Path("/"))
    assert [Path(line).is_relative_to(installed.folder) for line in said.splitlines()] == [True, True]


def test_the_doctor_finds_all_well(installed: Installed) -> None:
    said = _must(installed.program("neuroviz"), "doctor", cwd=Path("/"))
    assert said.endswith("All is well.\n")


def test_its_window_can_be_pictured(installed: Installed, tmp_path: Path) -> None:
    _must(installed.program("neuroviz"), "shots", tmp_path, "--panel", "digits", cwd=Path("/"))
    assert (tmp_path / "digits.png").stat().st_size > 10_000
