"""Whole files in and out: only real files, only so large, and never a half-written one."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from neuroviz.io.problem import Problem


def read(path: Path, limit: int) -> bytes:
    """The contents of a regular file of at most `limit` bytes. Raises Problem (file-…)."""
    content = _first(path, limit + 1, limit)
    if len(content) > limit:  # it grew meanwhile, or lies about its size as /proc does
        raise Problem("file-too-big", size=len(content), limit=limit)
    if not content:
        raise Problem("file-empty")
    return content


def head(path: Path, n: int) -> bytes:
    """The first n bytes of a regular file, or as many as there are. Raises Problem (file-…)."""
    return _first(path, n, None)


def _first(path: Path, n: int, limit: int | None) -> bytes:
    """The first n bytes of a regular file that claims to have no more than `limit`."""
    try:
        # Without O_NONBLOCK, opening a pipe would wait for its other end; O_BINARY is Windows' own.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(path, "rb", opener=lambda name, _: os.open(name, flags)) as file:
            facts = os.fstat(file.fileno())
            if not stat.S_ISREG(facts.st_mode):
                raise Problem("file-kind")
            if limit is not None and facts.st_size > limit:
                raise Problem("file-too-big", size=facts.st_size, limit=limit)
            return file.read(n)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Problem("file-missing") from error
    except IsADirectoryError as error:
        raise Problem("file-kind") from error
    except PermissionError as error:
        # Windows has no other word for "this is a folder".
        raise Problem("file-kind" if path.is_dir() else "file-forbidden") from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        raise Problem("file-unreadable", detail=str(error)) from error


def replace(path: Path, content: bytes) -> None:
    """Put a file in its place in one move, so that a crash or a full disc leaves the old one as it was.

    Raises Problem (file-unwritable).
    """
    try:
        target = Path(os.path.realpath(path))  # a link stays a link
        aside = target.with_name(f".neuroviz-{secrets.token_hex(8)}")
        try:
            with open(aside, "xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            with suppress(FileNotFoundError):
                os.chmod(aside, stat.S_IMODE(target.stat().st_mode))
            os.replace(aside, target)
        finally:
            aside.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise unwritable(error) from error


def unwritable(error: Exception, **facts: object) -> Problem:
    """Why a file could not be written: `errno` is for the sentence, `detail` for the log."""
    return Problem("file-unwritable", detail=str(error), errno=getattr(error, "errno", None), **facts)


def aside(path: Path, word: str = "bad") -> Path:
    """Move a file to a name beside it that nothing has yet, so that earlier ones are kept too; the new name.

    Raises Problem (file-unwritable).
    """
    names = (path.with_name(f"{path.name}.{word}{number or ''}") for number in range(1000))
    free = next((name for name in names if not name.exists()), None)
    if free is None:
        raise Problem("file-unwritable", detail="a thousand of them lie beside it", path=str(path))
    try:
        path.replace(free)
    except OSError as error:
        raise unwritable(error, path=str(path)) from error
    return free
