"""The page of Digits for pictures from outside: paste, drop or open one; each digit is found and judged."""

from __future__ import annotations

from neuroviz.panels.digits import tabs
from neuroviz.panels.digits import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "digits.photo",
    room.title,
    chapter=3,
    order=1,
    widget=Later("neuroviz.panels.digits.photo.panel", "PhotoPanel"),
    tab=tabs.photo,
)
