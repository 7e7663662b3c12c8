"""The net in training among all others: drawn on in another room, or kept."""

from __future__ import annotations

from neuroviz.panels.training.learn import words
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.ui.net_chooser import choose_net
from neuroviz.ui.net_keeper import free_name
from neuroviz.ui.panel import Panel

LIVE = "In training"
"""The name of the net that learns, for all other rooms."""


def draw(panel: Panel) -> None:
    """Open Digits with the net of the moment."""
    choose_net(panel.context.workspace, LIVE)
    panel.page_asked.emit("digits")


def keep(panel: Panel) -> None:
    """Put the net of the moment among the visitor's own."""
    space, frame = panel.context.workspace, panel.last
    if isinstance(frame, TrainingFrame):
        name = free_name(space, words.name_to_keep(frame.step))
        space.put("net", name, frame.focused.net)
        panel.notice.emit(words.kept(name))
