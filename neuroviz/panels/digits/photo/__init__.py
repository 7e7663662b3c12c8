"""The page of Digits for pictures from outside: paste, drop or open one; each digit is found and judged."""

from __future__ import annotations

from neuroviz.panels.digits import words as room
from neuroviz.panels.digits.photo import words
from neuroviz.panels.digits.photo.panel import PhotoPanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("digits.photo", room.title, chapter=3, order=1, widget=PhotoPanel, tab=words.tab)
