"""Net: the loss of the net that learns in Training, seen in planes of weight space."""

from __future__ import annotations

from neuroviz.panels.descent import tabs
from neuroviz.panels.descent import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "descent.net",
    room.title,
    chapter=4,
    order=4,
    widget=Later("neuroviz.panels.descent.net.panel", "NetLandscapePanel"),
    tab=tabs.net,
)
