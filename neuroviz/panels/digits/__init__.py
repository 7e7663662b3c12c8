"""Digits: draw one, and watch a trained net answer at every layer while the pen moves."""

from __future__ import annotations

from neuroviz.panels.digits import words
from neuroviz.panels.digits.disturb import PAGE as DISTURB
from neuroviz.panels.digits.errors import PAGE as ERRORS
from neuroviz.panels.digits.game import PAGE as GAME
from neuroviz.panels.digits.judges import PAGE as JUDGES
from neuroviz.panels.digits.mine import PAGE as MINE
from neuroviz.panels.digits.morph import PAGE as MORPH
from neuroviz.panels.digits.panel import DigitsPanel
from neuroviz.panels.digits.photo import PAGE as PHOTO
from neuroviz.ui.room import PanelSpec

PANEL = PanelSpec(
    "digits",
    words.title,
    chapter=3,
    order=1,
    widget=DigitsPanel,
    pages=(PHOTO, DISTURB, MORPH, JUDGES, ERRORS, GAME, MINE),
    tab=words.draw_tab,
)
