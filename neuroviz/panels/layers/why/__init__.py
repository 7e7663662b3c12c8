"""Why: a page of Layers: what an answer rests on, by four definitions, and what would flip it."""

from __future__ import annotations

from neuroviz.panels.layers import words as room
from neuroviz.panels.layers.why import words
from neuroviz.panels.layers.why.panel import WhyPanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("layers.why", room.title, chapter=3, order=7, widget=WhyPanel, tab=words.tab)
