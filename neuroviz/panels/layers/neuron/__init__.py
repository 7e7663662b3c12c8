"""Neuron: a page of Layers: one neuron, its sum, its function, and what becomes of a net that has none."""

from __future__ import annotations

from neuroviz.panels.layers import words as room
from neuroviz.panels.layers.neuron import words
from neuroviz.panels.layers.neuron.panel import NeuronPanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("layers.neuron", room.title, chapter=3, order=1, widget=NeuronPanel, tab=words.tab)
