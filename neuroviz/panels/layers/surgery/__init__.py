"""Surgery: a page of Layers: cut units and weights, and see what fails and what does not."""

from __future__ import annotations

from neuroviz.panels.layers import words as room
from neuroviz.panels.layers.surgery import words
from neuroviz.panels.layers.surgery.panel import SurgeryPanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("layers.surgery", room.title, chapter=3, order=5, widget=SurgeryPanel, tab=words.tab)
