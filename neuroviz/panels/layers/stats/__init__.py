"""Statistics: a page of Layers: how large activations and weights are, which units are dead or saturated."""

from __future__ import annotations

from neuroviz.panels.layers import tabs
from neuroviz.panels.layers import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "layers.stats",
    room.title,
    chapter=3,
    order=10,
    widget=Later("neuroviz.panels.layers.stats.panel", "StatsPanel"),
    tab=tabs.stats,
)
