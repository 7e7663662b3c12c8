"""Judges: several nets and a memory of 60,000 pictures judge the same drawing side by side."""

from __future__ import annotations

from neuroviz.panels.digits.judges import words
from neuroviz.panels.digits.judges.panel import JudgesPanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("digits.judges", words.title, chapter=3, order=5, widget=JudgesPanel, tab=words.tab)
