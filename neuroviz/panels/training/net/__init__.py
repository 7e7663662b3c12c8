"""Net: a page of Training: the net that is to learn, put together by hand, with what it will cost."""

from __future__ import annotations

from neuroviz.panels.training import tabs
from neuroviz.panels.training import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "training.net",
    room.title,
    chapter=4,
    order=3,
    widget=Later("neuroviz.panels.training.net.panel", "NetPanel"),
    tab=tabs.net,
)
