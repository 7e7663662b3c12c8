"""Errors: all that a net gets wrong, what it takes it for, and whether it is as sure as it is right."""

from __future__ import annotations

from neuroviz.panels.digits import words as room
from neuroviz.panels.digits.errors import words
from neuroviz.panels.digits.errors.panel import ErrorsPanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("digits.errors", room.title, chapter=3, order=5, widget=ErrorsPanel, tab=words.tab)
