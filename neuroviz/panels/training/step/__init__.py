"""One step: a page of Training: a single step in slow motion, with all its numbers."""

from __future__ import annotations

from neuroviz.panels.training import tabs
from neuroviz.panels.training import words as room
from neuroviz.ui.room import Later, PanelSpec

PAGE = PanelSpec(
    "training.step",
    room.title,
    chapter=4,
    order=4,
    widget=Later("neuroviz.panels.training.step.panel", "StepPanel"),
    tab=tabs.step,
)
