"""Judges: several nets and a memory of 60,000 pictures judge the same drawing side by side."""

from __future__ import annotations

from neuroviz.panels.digits import words as room
from neuroviz.panels.digits.judges import words
from neuroviz.panels.digits.judges.panel import JudgesPanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("digits.judges", room.title, chapter=3, order=4, widget=JudgesPanel, tab=words.tab)
