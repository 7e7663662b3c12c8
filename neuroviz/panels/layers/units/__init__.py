"""Units: a page of Layers: what each unit is for, asked in four ways, and a name for it."""

from __future__ import annotations

from neuroviz.panels.layers import words as room
from neuroviz.panels.layers.units import words
from neuroviz.panels.layers.units.panel import UnitsPanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("layers.units", room.title, chapter=3, order=4, widget=UnitsPanel, tab=words.tab)
