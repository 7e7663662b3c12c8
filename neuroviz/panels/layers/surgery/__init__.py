"""Surgery: a page of Layers: cut units and weights, and see what fails and what does not."""

from __future__ import annotations

from neuroviz.panels.layers import tabs
from neuroviz.panels.layers import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "layers.surgery",
    room.title,
    chapter=3,
    order=5,
    widget=Later("neuroviz.panels.layers.surgery.panel", "SurgeryPanel"),
    tab=tabs.surgery,
)
