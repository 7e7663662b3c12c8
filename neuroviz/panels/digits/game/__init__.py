"""You and the net: a game of disturbed digits, and who agrees with whom."""

from __future__ import annotations

from neuroviz.panels.digits import tabs
from neuroviz.panels.digits import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "digits.game",
    room.title,
    chapter=3,
    order=6,
    widget=Later("neuroviz.panels.digits.game.panel", "GamePanel"),
    tab=tabs.game,
)
