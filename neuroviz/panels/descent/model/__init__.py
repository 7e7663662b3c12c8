"""Model: a page of Descent: a model with two parameters on its data, and its loss as a surface over them."""

from __future__ import annotations

from neuroviz.panels.descent import tabs
from neuroviz.panels.descent import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "descent.model",
    room.title,
    chapter=4,
    order=3,
    widget=Later("neuroviz.panels.descent.model.panel", "ModelPanel"),
    tab=tabs.model,
)
