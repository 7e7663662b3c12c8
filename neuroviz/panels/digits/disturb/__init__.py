"""Disturb: a page of Digits: turn, shift, blur or cover the digit, and see where the answer flips."""

from __future__ import annotations

from neuroviz.panels.digits import tabs
from neuroviz.panels.digits import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "digits.disturb",
    room.title,
    chapter=3,
    order=2,
    widget=Later("neuroviz.panels.digits.disturb.panel", "DisturbPanel"),
    tab=tabs.disturb,
)
