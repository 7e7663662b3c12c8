"""What went wrong in words, and how the launcher speaks."""

from __future__ import annotations

import sys


class Trouble(Exception):
    """Something that the reader can mend: its text says what happened and what to do."""


def say(text: str) -> None:
    """Print one line now, so that progress is seen while it happens."""
    print(text, flush=True)


def make_streams_forgiving() -> None:
    """Let a path in any script be printed on a console that cannot show it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
