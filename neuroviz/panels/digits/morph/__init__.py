"""Morph: a page of Digits: from one digit to another, through pixels and through a layer."""

from __future__ import annotations

from neuroviz.panels.digits import words as room
from neuroviz.panels.digits.morph import words
from neuroviz.panels.digits.morph.panel import MorphPanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("digits.morph", room.title, chapter=3, order=3, widget=MorphPanel, tab=words.tab)
