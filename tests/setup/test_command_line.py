"""The command line: read without NumPy and Qt, and handed on whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from neuroviz import __main__ as command
from neuroviz import __version__
from neuroviz.options import Options
from neuroviz.ui.i18n import LANGUAGES
from tests.architecture.source import ROOT


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], Options()),
        (["--lang", "zh_CN", "--theme", "light"], Options(language="zh_CN", theme="light")),
        (["--text-size", "1.6", "--room", "digits"], Options(text_size=1.6, room="digits")),
        (["--full-screen", "--settings-dir", "x"], Options(full_screen=True, settings_folder=Path("x"))),
    ],
)
def test_options_are_read(arguments: list[str], expected: Options) -> None:
    assert command.options(arguments) == expected


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "fr"],
        ["--theme", "pink"],
        ["--text-size", "9"],
        ["--text-size", "nan"],
        ["--text-size", "x"],
    ],
)
def test_wrong_options_end_in_a_usage_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        command.options(arguments)
    assert capsys.readouterr().err.startswith("usage: neuroviz")


def test_the_languages_are_those_of_the_window() -> None:
    assert set(command.LANGUAGES) == set(LANGUAGES)


def _in_process(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_words_come_without_numpy_and_qt(option: str) -> None:
    done = _in_process(f"""
import sys
from neuroviz.__main__ import main
try:
    main([{option!r}])
except SystemExit as end:
    print(end.code, [name for name in ("numpy", "PySide6") if name in sys.modules])
""")
    assert done.stdout.endswith("0 []\n")
    assert option == "--help" or done.stdout.startswith(f"NeuroViz {__version__}\n")


def test_the_process_is_set_up_before_numpy_comes() -> None:
    done = _in_process("""
import os, sys
for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.pop(name, None)
os.environ["MKL_NUM_THREADS"] = "2"
from neuroviz.__main__ import set_process_up
set_process_up()
print("numpy" in sys.modules, sys.getswitchinterval())
print([os.environ[n] for n in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")])
from neuroviz.doctor import blas
print(blas.describe())
""")
    assert done.stdout.splitlines()[:2] == ["False 0.001", "['1', '1', '2']"]
    assert "openblas" not in done.stdout or "1 thread" in done.stdout
