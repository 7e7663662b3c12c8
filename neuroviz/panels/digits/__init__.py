"""Digits: draw one, and watch a trained net answer at every layer while the pen moves."""

from __future__ import annotations

from neuroviz.panels.digits import words
from neuroviz.panels.digits.errors import PAGE as ERRORS
from neuroviz.panels.digits.game import PAGE as GAME
from neuroviz.panels.digits.judges import PAGE as JUDGES
from neuroviz.panels.digits.panel import DigitsPanel
from neuroviz.ui.room import PanelSpec

PANEL = PanelSpec(
    "digits",
    words.title,
    chapter=3,
    order=1,
    widget=DigitsPanel,
    pages=(JUDGES, ERRORS, GAME),
    tab=words.draw_tab,
)
