"""Layers: any net taken apart: the whole of it, one neuron, what each unit is for, why it answers so."""

from __future__ import annotations

from neuroviz.panels.layers import words
from neuroviz.panels.layers.backprop import PAGE as BACKPROP
from neuroviz.panels.layers.formula import PAGE as FORMULA
from neuroviz.panels.layers.neuron import PAGE as NEURON
from neuroviz.panels.layers.space import PAGE as SPACE
from neuroviz.panels.layers.stats import PAGE as STATS
from neuroviz.panels.layers.surgery import PAGE as SURGERY
from neuroviz.panels.layers.units import PAGE as UNITS
from neuroviz.panels.layers.why import PAGE as WHY
from neuroviz.ui.room import Later, PanelSpec

PANEL = PanelSpec(
    "layers",
    words.title,
    chapter=3,
    order=2,
    widget=Later("neuroviz.panels.layers.net.panel", "NetPanel"),
    pages=(NEURON, FORMULA, UNITS, SURGERY, WHY, BACKPROP, SPACE, STATS),
    tab=words.net_tab,
)
