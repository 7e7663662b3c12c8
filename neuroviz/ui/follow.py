"""follow: a widget listens to the workspace as long as Qt knows it, which may be shorter than Python does."""

from __future__ import annotations

from PySide6.QtCore import QObject

from neuroviz.workspace import Listener, Workspace


def follow(workspace: Workspace, widget: QObject, listener: Listener) -> None:
    """Call `listener`, a method of `widget`, after each put, choose and drop until it is destroyed."""
    unsubscribe = workspace.subscribe(listener)
    widget.destroyed.connect(unsubscribe)
