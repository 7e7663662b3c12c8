"""Task: a page of Training: what is to be learned, from how much, and what is wrong with it on purpose."""

from __future__ import annotations

from neuroviz.panels.training import tabs
from neuroviz.panels.training import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "training.task",
    room.title,
    chapter=4,
    order=2,
    widget=Later("neuroviz.panels.training.task.panel", "TaskPanel"),
    tab=tabs.task,
)
