"""Neuron: a page of Layers: one neuron, its sum, its function, and what becomes of a net that has none."""

from __future__ import annotations

from neuroviz.panels.layers import tabs
from neuroviz.panels.layers import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "layers.neuron",
    room.title,
    chapter=3,
    order=1,
    widget=Later("neuroviz.panels.layers.neuron.panel", "NeuronPanel"),
    tab=tabs.neuron,
)
