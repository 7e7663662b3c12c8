"""My digits: your own handwriting, collected with its strokes, and how well each net reads it."""

from __future__ import annotations

from neuroviz.panels.digits import tabs
from neuroviz.panels.digits import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "digits.mine",
    room.title,
    chapter=3,
    order=7,
    widget=Later("neuroviz.panels.digits.mine.panel", "MinePanel"),
    tab=tabs.mine,
)
