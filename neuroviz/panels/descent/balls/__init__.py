"""Balls: a page of Descent: a thousand balls on one surface, where they end, and how often."""

from __future__ import annotations

from neuroviz.panels.descent import tabs
from neuroviz.panels.descent import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "descent.balls",
    room.title,
    chapter=4,
    order=5,
    widget=Later("neuroviz.panels.descent.balls.panel", "BallsPanel"),
    tab=tabs.balls,
)
