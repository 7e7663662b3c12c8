"""Disturb: a page of Digits: turn, shift, blur or cover the digit, and see where the answer flips."""

from __future__ import annotations

from neuroviz.panels.digits import words as room
from neuroviz.panels.digits.disturb import words
from neuroviz.panels.digits.disturb.panel import DisturbPanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("digits.disturb", room.title, chapter=3, order=2, widget=DisturbPanel, tab=words.tab)
