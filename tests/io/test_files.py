"""Files: what is not a plain readable file is named as such, and an old file outlives a failed write."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from neuroviz.io import files
from neuroviz.io.problem import Problem

posix = pytest.mark.skipif(os.name != "posix", reason="pipes, links and permissions of POSIX")


def problem_of(path: Path, limit: int = 100) -> Problem:
    with pytest.raises(Problem) as caught:
        files.read(path, limit)
    return caught.value


def test_a_file_comes_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "f"
    content = bytes(range(256)) + b"\r\n\x1a"
    files.replace(path, content)
    assert files.read(path, 1000) == content


def test_missing_empty_and_folders(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "none").id == "file-missing"
    assert problem_of(tmp_path / "none" / "below").id == "file-missing"
    assert problem_of(tmp_path).id == "file-kind"
    (tmp_path / "empty").touch()
    assert problem_of(tmp_path / "empty").id == "file-empty"
    assert problem_of(tmp_path / "empty" / "below").id == "file-missing"
    assert problem_of(Path("a\0b")).id == "file-unreadable"


def test_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sparse"
    with open(path, "wb") as file:
        file.truncate(2**40)  # one tebibyte that takes no space
    problem = problem_of(path)
    assert problem.id == "file-too-big"
    assert problem.facts == {"size": 2**40, "limit": 100}


@posix
def test_a_pipe_does_not_make_us_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    found: list[Problem] = []
    reader = threading.Thread(target=lambda: found.append(problem_of(tmp_path / "pipe")), daemon=True)
    reader.start()
    reader.join(5)
    assert not reader.is_alive()
    assert found[0].id == "file-kind"


@posix
def test_devices_and_files_that_lie_about_their_size() -> None:
    assert problem_of(Path("/dev/zero")).id == "file-kind"
    if Path("/proc/self/maps").exists():
        assert problem_of(Path("/proc/self/maps")).id == "file-too-big"


@posix
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_bytes(b"x")
    path.chmod(0)
    script = f"""
import os, sys
from pathlib import Path
from neuroviz.io import files
from neuroviz.io.problem import Problem
if os.getuid() == 0:
    os.setuid(65534)
try:
    files.read(Path({str(path)!r}), 10)
except Problem as problem:
    print(problem.id)
"""
    folder = path.parent
    while folder != folder.parent and os.getuid() == 0 and folder != Path("/tmp"):
        folder.chmod(0o755)
        folder = folder.parent
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "file-forbidden"


def test_a_full_disc_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem) as caught:
        files.replace(path, b"new")
    assert caught.value.id == "file-unwritable"
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["f"]


@posix
def test_killed_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"old")
    script = f"""
import os
from pathlib import Path
from neuroviz.io import files
os.fsync = lambda _: os._exit(9)
files.replace(Path({str(path)!r}), b"new" * 1000)
"""
    done = subprocess.run([sys.executable, "-c", script], check=False)
    assert done.returncode == 9
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["", "missing/f", "x" * 300, "a\0b"])
def test_where_nothing_can_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(Problem) as caught:
        files.replace(tmp_path / name, b"new")
    assert caught.value.id == "file-unwritable"
    assert list(tmp_path.iterdir()) == []


@posix
def test_links_and_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    files.replace(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_what_is_set_aside_takes_no_name_that_is_used(tmp_path: Path) -> None:
    path = tmp_path / "players.json"
    for text in ("one", "two"):
        path.write_text(text)
        files.aside(path)
    assert (tmp_path / "players.json.bad").read_text() == "one"
    assert (tmp_path / "players.json.bad1").read_text() == "two"
    assert not path.exists()


def test_what_cannot_be_set_aside_is_told_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "players.json"
    path.write_text("one")

    def refuse(*_: object) -> None:
        raise PermissionError("read-only")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Problem, match="read-only"):
        files.aside(path)
    assert path.read_text() == "one"
