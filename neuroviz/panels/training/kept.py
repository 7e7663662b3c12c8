"""Which run of Learn is kept for the next start, as all pages of the room remember it."""

from __future__ import annotations

from neuroviz.workspace import Workspace

TOKEN = "token"
"""The name in the workspace of what says which run it is."""


def run_token(space: Workspace) -> str | None:
    """"" for none; None where that is not known."""
    return str(space.get("run", TOKEN)) if TOKEN in space.names("run") else None
