"""Who may import whom: the contracts hold, and each is proved by a violation that breaks it and no other."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT, below_qt

LAYERS = "Arrows go down only, and siblings do not know each other"
QT = "Nothing below ui knows Qt"
PANELS = "Rooms do not know each other"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What import-linter remembers of files that did not change."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package and its contracts in which violations can be planted."""
    shutil.copytree(PACKAGE, tmp_path / "neuroviz", ignore=shutil.ignore_patterns("__pycache__", "assets"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _verdicts(folder: Path, cache: Path) -> dict[str, bool]:
    """Contract -> whether it is kept, for the package in `folder`."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--cache-dir", str(cache), "--no-logo"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    kept = re.findall(r"^(.+?) (KEPT|BROKEN)$", done.stdout, re.MULTILINE)
    assert kept, done.stdout + done.stderr
    verdicts = {name: verdict == "KEPT" for name, verdict in kept}
    assert all(verdicts.values()) == (done.returncode == 0), done.stdout
    return verdicts


def test_the_contracts_hold(copy: Path, cache: Path) -> None:
    assert _verdicts(copy, cache) == {LAYERS: True, QT: True, PANELS: True}


@pytest.mark.parametrize(
    ("planted", "line", "broken"),
    [
        ("sims/planted.py", "import neuroviz.ui", LAYERS),
        ("sims/planted.py", "from neuroviz import panels", LAYERS),
        ("ui/planted.py", "import neuroviz.sims", LAYERS),
        ("ui/planted.py", "import neuroviz.panels", LAYERS),
        ("runtime/planted.py", "import neuroviz.nn", LAYERS),
        ("nn/planted.py", "import neuroviz.data", LAYERS),
        ("nn/planted.py", "def f():\n    import neuroviz.workspace", LAYERS),
        ("data/planted.py", "import neuroviz.nn", LAYERS),
        ("panels/planted.py", "import neuroviz.app", LAYERS),
        ("options.py", "import neuroviz.workspace", LAYERS),
        ("nowhere.py", "import neuroviz.resources", LAYERS),
        ("sims/planted.py", "import PySide6", QT),
        ("nn/planted.py", "from PySide6.QtCore import QObject", QT),
        ("data/planted.py", "def f():\n    import pyqtgraph", QT),
        ("runtime/planted.py", "import shiboken6", QT),
        ("workspace.py", "import PySide6.QtCore", QT),
        ("panels/planted.py", "import neuroviz.panels.digits", PANELS),
    ],
)
def test_a_planted_violation_breaks_its_contract(
    copy: Path, cache: Path, planted: str, line: str, broken: str
) -> None:
    with (copy / "neuroviz" / planted).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    kept = _verdicts(copy, cache)
    assert [name for name in kept if not kept[name]] == [broken]


def _module(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def test_all_below_ui_can_be_imported_without_qt() -> None:
    names = sorted({_module(file) for file in below_qt()})
    assert len(names) > 20
    script = f"""
import importlib, sys
for name in {names!r}:
    importlib.import_module(name)
print([one for one in ("PySide6", "shiboken6", "pyqtgraph") if one in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
