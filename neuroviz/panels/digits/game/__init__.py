"""You and the net: a game of disturbed digits, and who agrees with whom."""

from __future__ import annotations

from neuroviz.panels.digits import words as room
from neuroviz.panels.digits.game import words
from neuroviz.panels.digits.game.panel import GamePanel
from neuroviz.ui.room import PanelSpec

PAGE = PanelSpec("digits.game", room.title, chapter=3, order=6, widget=GamePanel, tab=words.tab)
