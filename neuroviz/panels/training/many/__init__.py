"""Many: a page of Training: up to a thousand starts of a small net, learning together."""

from __future__ import annotations

from neuroviz.panels.training import tabs
from neuroviz.panels.training import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "training.many",
    room.title,
    chapter=4,
    order=5,
    widget=Later("neuroviz.panels.training.many.panel", "ManyPanel"),
    tab=tabs.many,
)
