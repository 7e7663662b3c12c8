"""Units: a page of Layers: what each unit is for, asked in four ways, and a name for it."""

from __future__ import annotations

from neuroviz.panels.layers import tabs
from neuroviz.panels.layers import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "layers.units",
    room.title,
    chapter=3,
    order=4,
    widget=Later("neuroviz.panels.layers.units.panel", "UnitsPanel"),
    tab=tabs.units,
)
