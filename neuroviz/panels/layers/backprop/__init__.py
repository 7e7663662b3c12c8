"""Backprop: a page of Layers: one step of learning, slowed down, number by number."""

from __future__ import annotations

from neuroviz.panels.layers import words as room
from neuroviz.panels.layers.backprop import words
from neuroviz.panels.layers.backprop.panel import BackpropPanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("layers.backprop", room.title, chapter=3, order=2, widget=BackpropPanel, tab=words.tab)
