"""Two starts at once: one sets up, the other waits; a dead one is not waited for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tools.launch.lock import only_one
from tools.launch.trouble import Trouble

_WORK = """
import sys, time
from pathlib import Path
from tools.launch.lock import only_one
log = Path(sys.argv[2])
with only_one(Path(sys.argv[1]), pause=0.01):
    with log.open("a") as f:
        f.write("in "); f.flush()
        time.sleep(0.05)
        f.write("out\\n")
"""


def test_only_one_works_at_a_time(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _WORK, str(tmp_path / "lock"), str(tmp_path / "log")]
    workers = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = [worker.communicate()[0] for worker in workers]
    assert [worker.returncode for worker in workers] == [0] * 4
    assert (tmp_path / "log").read_text().splitlines() == ["in out"] * 4
    assert any("waiting for it" in one for one in said)


def test_the_lock_of_a_dead_one_is_free(tmp_path: Path) -> None:
    script = "import os, sys; from pathlib import Path; from tools.launch.lock import only_one\n"
    script += "with only_one(Path(sys.argv[1])): os._exit(9)"
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "lock")], cwd=ROOT, check=False)
    with only_one(tmp_path / "lock", pause=0):
        pass


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="cannot write there"), only_one(tmp_path / "none" / "lock"):
        pass
