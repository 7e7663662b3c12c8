"""Rates: a page of Descent: the map of learning rate and momentum, and the path of each pair in it."""

from __future__ import annotations

from neuroviz.panels.descent import tabs
from neuroviz.panels.descent import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "descent.rates",
    room.title,
    chapter=4,
    order=6,
    widget=Later("neuroviz.panels.descent.rates.panel", "RatesPanel"),
    tab=tabs.rates,
)
