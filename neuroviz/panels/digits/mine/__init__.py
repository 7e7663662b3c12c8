"""My digits: your own handwriting, collected with its strokes, and how well each net reads it."""

from __future__ import annotations

from neuroviz.panels.digits import words as room
from neuroviz.panels.digits.mine import words
from neuroviz.panels.digits.mine.panel import MinePanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("digits.mine", room.title, chapter=3, order=7, widget=MinePanel, tab=words.tab)
