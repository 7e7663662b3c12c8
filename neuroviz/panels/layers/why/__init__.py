"""Why: a page of Layers: what an answer rests on, by four definitions, and what would flip it."""

from __future__ import annotations

from neuroviz.panels.layers import tabs
from neuroviz.panels.layers import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "layers.why",
    room.title,
    chapter=3,
    order=7,
    widget=Later("neuroviz.panels.layers.why.panel", "WhyPanel"),
    tab=tabs.why,
)
