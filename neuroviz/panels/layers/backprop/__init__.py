"""Backprop: a page of Layers: one step of learning, slowed down, number by number."""

from __future__ import annotations

from neuroviz.panels.layers import tabs
from neuroviz.panels.layers import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "layers.backprop",
    room.title,
    chapter=3,
    order=2,
    widget=Later("neuroviz.panels.layers.backprop.panel", "BackpropPanel"),
    tab=tabs.backprop,
)
