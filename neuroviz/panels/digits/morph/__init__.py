"""Morph: a page of Digits: from one digit to another, through pixels and through a layer."""

from __future__ import annotations

from neuroviz.panels.digits import tabs
from neuroviz.panels.digits import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "digits.morph",
    room.title,
    chapter=3,
    order=3,
    widget=Later("neuroviz.panels.digits.morph.panel", "MorphPanel"),
    tab=tabs.morph,
)
