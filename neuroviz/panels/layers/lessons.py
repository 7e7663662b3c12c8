"""Nets that failed in telling ways, brought into the workspace when they are asked for."""

from __future__ import annotations

from contextlib import suppress

from neuroviz.io.nets import read_net
from neuroviz.io.problem import Problem
from neuroviz.resources import asset
from neuroviz.workspace import Workspace

DEAD, SATURATED = "Dead units", "Saturated"
_FILES = {DEAD: "dead.npz", SATURATED: "saturated.npz"}


def recalled(workspace: Workspace, name: object) -> object:
    """A name out of a file: if it is a lesson's, the lesson is brought in, where it can be read."""
    if isinstance(name, str) and name in _FILES:
        with suppress(Problem):
            lesson(workspace, name)
    return name


def lesson(workspace: Workspace, name: str) -> str:
    """See that the failed net of that name is in the workspace. Raises Problem where it cannot be read."""
    if name not in workspace.names("net"):
        workspace.put("net", name, read_net(asset("weights", _FILES[name])), shipped=True)
    return name
