"""Dropping: ending a line, so that it can be taken back: it returns where it was ended."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.training.learn.figures import line_name
from neuroviz.runtime import Change
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.ui.history import ValueCommand
from neuroviz.ui.panel import Panel

translate = QCoreApplication.translate


class Dropping:
    """Its acts are steps of the panel's history."""

    def __init__(self, panel: Panel) -> None:
        self._panel = panel

    def drop(self, line: int) -> None:
        """End a line from this moment on; what was before stays."""
        name = partial(_name, line)
        self._panel.history.push(ValueCommand(False, True, partial(self._show, line), name))

    def _show(self, line: int, gone: bool) -> None:
        panel, frame, run = self._panel, self._panel.last, self._panel.run
        if not isinstance(frame, TrainingFrame) or run is None:
            return
        if gone:
            panel.tell(Change("drop", line, "branch"))
            return
        ended = [one.step for one in run.log if one.change.name == "drop" and one.change.value == line]
        if ended:
            panel.seek(ended[-1])
            panel.tell(Change("return", line, "branch"))
            text = translate("Dropping", "{line} is back at step {step}, where it had been ended.")
            panel.notice.emit(text.format(line=line_name(line), step=f"{ended[-1]:,}"))


def _name(line: int) -> str:
    return translate("Dropping", "end of {line}").format(line=line_name(line))
