"""pip's output in short lines, and its failures in words."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tools.launch.packages import diagnose, install, progress
from tools.launch.trouble import Trouble


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (
            "Downloading https://x.org/a/pyside6_essentials-6.11.3-cp310-abi3-linux_x86_64.whl (80.3 MB)",
            "  fetching pyside6_essentials 6.11.3 (80.3 MB)",
        ),
        ("  Using cached numpy-2.4.6-cp311-cp311-x.whl (16 MB)", "  numpy 2.4.6 is in the cache"),
        ("Installing collected packages: shiboken6, numpy, neuroviz-lab", "  unpacking 3 packages"),
        ("Installing collected packages: neuroviz-lab", "  unpacking 1 package"),
        ("  Downloading numpy-2.4.6-cp311-x.whl.metadata (6 kB)", None),
        ("Requirement already satisfied: numpy", None),
    ],
)
def test_progress_is_short(line: str, shown: str | None) -> None:
    assert progress(line) == shown


@pytest.mark.parametrize(
    ("output", "words"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "disc is full",
        ),
        (
            "WARNING: Retrying after NewConnectionError('Temporary failure in name resolution')\n"
            "ERROR: No matching distribution found for hatchling",
            "no connection",
        ),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate"),
        ("ProxyError('Cannot connect to proxy.', 407 Proxy Authentication Required", "proxy refused"),
        ("ERROR: No matching distribution found for PySide6-Essentials<6.12,>=6.9", "no build"),
        ("ERROR: [Errno 13] Permission denied: 'x'", "permission denied"),
        ("/v/bin/python: No module named pip", "pip, Python's installer, does not work"),
        ("something\nERROR: metadata is odd\n", "ERROR: metadata is odd"),
    ],
)
def test_failures_are_told_in_words(output: str, words: str) -> None:
    said = diagnose(output, Path("the.log"))
    assert words in said
    assert "the.log" in said
    assert "Traceback" not in said


def test_an_installer_that_fails_ends_in_trouble(tmp_path: Path) -> None:
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text(f"#!{sys.executable}\nprint('No space left on device')\nraise SystemExit(1)\n", "utf-8")
    python.chmod(0o755)
    with pytest.raises(Trouble, match="disc is full"):
        install(python, ["-e", "."], tmp_path, os.environ)
