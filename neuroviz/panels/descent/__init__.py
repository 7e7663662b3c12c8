"""Descent: downhill on a surface, and what a learning rate, momentum and luck have to do with it."""

from __future__ import annotations

from neuroviz.panels.descent import balls, model, net, rates, tabs, words
from neuroviz.ui.room import Later, PanelSpec

PANEL = PanelSpec(
    "descent",
    words.title,
    chapter=4,
    order=2,
    widget=Later("neuroviz.panels.descent.walk.panel", "WalkPanel"),
    tab=tabs.walk,
    pages=(model.PAGE, net.PAGE, balls.PAGE, rates.PAGE),
)
