"""A file is used by one at a time, and free again however that one ends."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from neuroviz.io.hold import Hold

_CHILD = """
import sys, time
from pathlib import Path
from neuroviz.io.hold import Hold
hold = Hold(Path(sys.argv[1]))
print(hold.take(), flush=True)
time.sleep(60)
"""


def test_one_at_a_time(tmp_path: Path) -> None:
    one, two = Hold(tmp_path / "a"), Hold(tmp_path / "a")
    assert one.take()
    assert one.take(), "it is ours already"
    assert not two.take()
    assert Hold(tmp_path / "b").take()
    one.leave()
    one.leave()
    assert two.take()
    assert not one.take()
    del two
    assert one.take(), "what is forgotten is free"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_program_holds_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _CHILD, str(tmp_path / "a")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "True\n"
        assert not Hold(tmp_path / "a").take()
        child.send_signal(signal.SIGKILL)
    assert Hold(tmp_path / "a").take()


def test_where_there_can_be_no_lock_it_is_everybodys(tmp_path: Path) -> None:
    assert Hold(tmp_path / "none" / "a").take()
    (tmp_path / "b.lock").mkdir()
    assert Hold(tmp_path / "b").take()
