"""Judges: several nets and a memory of 60,000 pictures judge the same drawing side by side."""

from __future__ import annotations

from neuroviz.panels.digits import tabs
from neuroviz.panels.digits import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "digits.judges",
    room.title,
    chapter=3,
    order=4,
    widget=Later("neuroviz.panels.digits.judges.panel", "JudgesPanel"),
    tab=tabs.judges,
)
