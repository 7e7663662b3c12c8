"""Training: a net learns before one's eyes; time goes both ways."""

from __future__ import annotations

from neuroviz.panels.training import tabs, words
from neuroviz.panels.training.many import PAGE as MANY
from neuroviz.panels.training.net import PAGE as NET
from neuroviz.panels.training.step import PAGE as STEP
from neuroviz.panels.training.task import PAGE as TASK
from neuroviz.ui.room import Later, PanelSpec

PANEL = PanelSpec(
    "training",
    words.title,
    chapter=4,
    order=1,
    widget=Later("neuroviz.panels.training.learn.panel", "LearnPanel"),
    pages=(TASK, NET, STEP, MANY),
    tab=tabs.learn,
)
