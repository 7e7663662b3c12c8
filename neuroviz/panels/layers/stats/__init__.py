"""Statistics: a page of Layers: how large activations and weights are, which units are dead or saturated."""

from __future__ import annotations

from neuroviz.panels.layers import words as room
from neuroviz.panels.layers.stats import words
from neuroviz.panels.layers.stats.panel import StatsPanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("layers.stats", room.title, chapter=3, order=10, widget=StatsPanel, tab=words.tab)
