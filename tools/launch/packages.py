"""Run pip with its progress in short lines, and turn its failures into words."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tools.launch.trouble import Trouble, say

_QUIET_SECONDS = 20

_PROGRESS: tuple[tuple[str, str], ...] = (
    (r"\s*Downloading (?:\S*/)?([\w.]+?)-([\w.+]+)-\S+\.whl \(([^)]*)\)", "  fetching {0} {1} ({2})"),
    (r"\s*Using cached (?:\S*/)?([\w.]+?)-([\w.+]+)-\S+\.whl \(([^)]*)\)", "  {0} {1} is in the cache"),
    (r"\s*Installing build dependencies: started", "  preparing the build tools"),
    (r"\s*Preparing editable metadata \(pyproject.toml\): started", "  reading what NeuroViz needs"),
    (r"\s*Installing collected packages: (.*)", "  unpacking {n} package{s}"),
)

# The first pattern found in pip's output decides; the cause stands before its consequences.
_FAILURES: tuple[tuple[str, str], ...] = (
    (
        r"No space left on device|Errno 28|WinError 112|not enough space",
        "The disc is full. NeuroViz needs about 600 MB (its tests 1 GB more): make room and start again.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError|SSL: ",
        "The package index could not be trusted: a certificate was refused. Behind a company proxy, set"
        " PIP_CERT to its certificate file; otherwise check the clock of this computer. Then start again.",
    ),
    (
        r"407 Proxy|ProxyError",
        "The network's proxy refused the download. Set HTTPS_PROXY to the right address and start again.",
    ),
    (
        r"NewConnectionError|name resolution|Name or service not known|getaddrinfo failed|nodename nor"
        r"|Network is unreachable|No route to host|ConnectTimeout|ReadTimeout"
        r"|Connection (refused|reset|aborted|broken)",
        "The packages could not be fetched: there is no connection to the package index."
        " Connect to the network and start again.",
    ),
    (
        r"Permission denied|Errno 13|WinError 5|Read-only file system",
        "A file could not be written: permission denied. Close NeuroViz if it is running,"
        " see that the folder belongs to you, and start again.",
    ),
    (
        r"No matching distribution found|Could not find a version",
        "There is no build of a needed package for this Python and this computer."
        " A 64-bit Python 3.11 to 3.13 on Windows, macOS or Linux (glibc) works.",
    ),
    (
        r"No module named '?pip|cannot import name .* from 'pip",
        "pip, Python's installer, does not work in .venv: delete the folder .venv and start again.",
    ),
)


def progress(line: str) -> str | None:
    """What to show for one line of pip's output, or None when it tells a reader nothing."""
    for pattern, shown in _PROGRESS:
        match = re.match(pattern, line)
        if match:
            count = line.count(",") + 1
            return shown.format(*match.groups(), n=count, s="s" * (count > 1))
    return None


def diagnose(output: str, log: Path) -> str:
    """The sentence for pip's failure; the full output is in the file `log`."""
    told = next((words for pattern, words in _FAILURES if re.search(pattern, output)), None)
    if told is None:
        errors = [line for line in output.splitlines() if line.startswith("ERROR")]
        told = "\n".join(["Installing the packages failed; pip says:", *(errors or output.splitlines())[-3:]])
    return f"{told}\n(All that pip said: {log})"


def _lines(process: subprocess.Popen[bytes], log: Path) -> Iterator[str]:
    """Lines as the process writes them into `log`; an empty one whenever it was silent for long."""
    last = time.monotonic()
    with log.open(encoding="utf-8", errors="replace") as file:
        while True:
            over = process.poll() is not None
            new = file.readlines()
            yield from new
            if over:
                return
            if new:
                last = time.monotonic()
            elif time.monotonic() - last > _QUIET_SECONDS:
                last = time.monotonic()
                yield ""
            time.sleep(0.1)


def install(python: Path, wanted: Sequence[str], root: Path, environ: Mapping[str, str]) -> None:
    """`pip install` with progress lines. Raises Trouble in words when it fails."""
    log = python.parent.parent / "neuroviz-install.log"
    command = [str(python), "-m", "pip", "install", "--no-input", "--progress-bar", "off", *wanted]
    began = time.monotonic()
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=root, env=dict(environ), stdout=out, stderr=subprocess.STDOUT)
        try:
            for line in _lines(process, log):
                shown = progress(line) if line else f"  still at work ({time.monotonic() - began:.0f} s)"
                if shown:
                    say(shown)
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait()
    if process.returncode:
        raise Trouble(diagnose(log.read_text("utf-8", "replace"), log))
