"""Space: a page of Layers: where a layer puts 2,000 test images, and how classes come apart on the way."""

from __future__ import annotations

from neuroviz.panels.layers import tabs
from neuroviz.panels.layers import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "layers.space",
    room.title,
    chapter=3,
    order=9,
    widget=Later("neuroviz.panels.layers.space.panel", "SpacePanel"),
    tab=tabs.space,
)
