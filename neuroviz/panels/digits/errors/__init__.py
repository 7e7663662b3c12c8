"""Errors: all that a net gets wrong, what it takes it for, and whether it is as sure as it is right."""

from __future__ import annotations

from neuroviz.panels.digits import tabs
from neuroviz.panels.digits import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "digits.errors",
    room.title,
    chapter=3,
    order=5,
    widget=Later("neuroviz.panels.digits.errors.panel", "ErrorsPanel"),
    tab=tabs.errors,
)
