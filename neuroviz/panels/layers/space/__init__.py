"""Space: a page of Layers: where a layer puts 2,000 test images, and how classes come apart on the way."""

from __future__ import annotations

from neuroviz.panels.layers import words as room
from neuroviz.panels.layers.space import words
from neuroviz.panels.layers.space.panel import SpacePanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("layers.space", room.title, chapter=3, order=9, widget=SpacePanel, tab=words.tab)
