"""LayerPage: what the pages of Layers share: a net, what lies before it, and a run that is told of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtWidgets import QWidget

from neuroviz.data.digits import DigitSet
from neuroviz.data.ink import Drawing
from neuroviz.data.plane import task_of
from neuroviz.nn import Net
from neuroviz.panels.layers import words
from neuroviz.panels.layers.lessons import lesson, recalled
from neuroviz.panels.layers.net_files import NetFiles
from neuroviz.panels.layers.source import Source
from neuroviz.runtime import Change, Run
from neuroviz.sims.layers import LayersSim
from neuroviz.sims.subject import Subject
from neuroviz.sims.test_set import TestSetFrame, TestSetSim
from neuroviz.ui.history import ValueCommand, net_act
from neuroviz.ui.net_chooser import NetChooser, any_net, choose_net, current_name, current_net, net_title
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context
from neuroviz.ui.side_run import SideRun


class LayerPage(Panel):
    """A page with any net of the workspace and whatever that net takes.

    A subclass calls `place_page`, overrides `make_run` for a simulation of its own (which has to take
    Change("subject", Subject)), and `own_state` and `restore_own` for controls of its own.
    """

    def __init__(self, context: Context, **more: Any) -> None:
        super().__init__(context, **more)
        choose_net(context.workspace, recalled(context.workspace, context.memory.get("net")))
        self.chooser = NetChooser(context.workspace, any_net)
        self.files = NetFiles(context.workspace)
        self.source = Source(context.workspace)
        self._reading = SideRun()
        self._digits: DigitSet | None = None
        self._known: Net | None = None
        self._know_net()
        self.chooser.chosen.connect(self._on_net)
        self.source.changed.connect(self._on_source)
        self.source.put.connect(self.acts.note_soon)
        self.files.said.connect(self.notice)
        self.files.forget_asked.connect(self._forget)

    def place_page(self, view: QWidget, groups: Sequence[QWidget]) -> None:
        """Put the picture in the centre; beside it the net, what lies before it, and the page's knobs."""
        self.place(view, (self.chooser, self.files, self.source, *groups))

    # -- what a page may ask -------------------------------------------------------------------------

    def net(self) -> Net:
        """The net on the table."""
        return current_net(self.context.workspace, any_net)

    def net_name(self) -> str:
        """Its name in the workspace."""
        return current_name(self.context.workspace, any_net) or ""

    def subject(self) -> Subject:
        """The net and what lies before it."""
        self._know_net()
        return Subject(self.net(), self.source.given())

    def digits(self) -> DigitSet | None:
        """The test images; None until they are read."""
        return self._digits

    # -- what a page may provide ---------------------------------------------------------------------

    def make_run(self) -> Run:
        """A trace whenever something changes."""
        return Run(LayersSim(self.subject()), live=True, logged=False)

    def on_net(self) -> None:
        """There is another net; the run knows already."""

    def on_subject(self) -> None:
        """The net, or what lies before it, is another; the run knows already."""

    def on_digits(self) -> None:
        """The test images have been read."""

    def own_state(self) -> Any:
        """What the page's own controls are set to, as a value that can be compared with ==."""
        return None

    def restore_own(self, state: Any) -> None:
        """Bring back what `own_state` once gave."""

    # -- what presets use ------------------------------------------------------------------------------

    def choose_net(self, name: str) -> None:
        """Work with that net; a lesson's is read when it is wanted first. Unknown names change nothing."""
        choose_net(self.context.workspace, name)

    def choose_lesson(self, name: str) -> None:
        """Work with a net that failed in a telling way. Raises Problem where it cannot be read."""
        self.choose_net(lesson(self.context.workspace, name))

    def show_test_image(self, index: int) -> None:
        """Lay a test image on the pad, as soon as they are read."""
        self._wanted = index
        self._show_wanted()

    def write(self, drawing: Drawing) -> None:
        """Lay a drawing on the pad."""
        self._wanted = None
        self.source.write(drawing)

    def put_point(self, x: float, y: float) -> None:
        """Put the point of a net of the plane there."""
        self.source.put_numbers(np.array([x, y], np.float32))

    # -- what the room asks -------------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return words.title()

    def memory(self) -> dict[str, Any]:
        """The net by name."""
        return {"net": self.context.workspace.current("net")}

    def state(self) -> Any:
        """The numbers before the net, and what the page's own controls are set to."""
        numbers = None if self.source.kind == "digit" else tuple(self.source.numbers().tolist())
        return numbers, self.own_state()

    def restore(self, state: Any) -> None:
        """Lay the numbers there again, and set the controls."""
        numbers, own = state
        if numbers is not None and len(numbers) == self.source.n_numbers:
            self.source.put_numbers(np.array(numbers, np.float32))
        if own != self.own_state():
            self.restore_own(own)

    def refresh_sentence(self) -> None:
        """The page's sentence; while a large net is being worked on, that what is seen is of another."""
        subject = getattr(self.last, "subject", None)
        if isinstance(subject, Subject) and subject.net is not self.net():
            text = self.tr("{net} is being worked on; what is seen is still of the net before.")
            self.room.set_sentence(text.format(net=net_title(self.net_name())))
        else:
            super().refresh_sentence()

    # -- the life of the room ----------------------------------------------------------------------

    def enter(self) -> None:
        """Answer again, and read the test images if nobody has."""
        super().enter()
        if self._digits is None and not self._reading.begun:
            self._reading.start(TestSetSim())
        self._reading.resume()

    def leave(self) -> None:
        """Nothing runs unseen."""
        super().leave()
        self._reading.pause()

    def shut(self) -> None:
        """End all runs."""
        super().shut()
        self._reading.end()
        self.files.end()

    def tick(self) -> None:
        """Take the test images when they are there."""
        super().tick()
        self.files.collect()
        if self._digits is None:
            frame = self._reading.take()
            if isinstance(frame, TestSetFrame) and frame.digits is not None:
                self._digits = frame.digits
                self.source.set_digits(frame.digits)
                self._show_wanted()
                self.on_digits()

    # -- inside ------------------------------------------------------------------------------------

    _wanted: int | None = None

    def _forget(self, name: str) -> None:
        net = self.context.workspace.get("net", name)
        self.history.push(ValueCommand((name, net), (name, None), self._bring_net, net_act))
        self.acts.follow()

    def _bring_net(self, value: tuple[str, Net | None]) -> None:
        """An own net goes, or is there again."""
        name, net = value
        space = self.context.workspace
        if net is not None:
            space.put("net", name, net)
            space.choose("net", name)
            self.notice_over.emit(self.files.forgotten(name))
        elif name in space.names("net"):
            space.drop("net", name)

    def _show_wanted(self) -> None:
        if self._digits is not None and self._wanted is not None:
            self.source.show_test_image(self._wanted)
            self._wanted = None

    def _know_net(self) -> None:
        net = self.net()
        if net is not self._known:
            self._known = net
            self.source.set_net(net, task_of(self.net_name()))

    def _on_net(self, _name: str) -> None:
        self._know_net()
        self.tell(Change("subject", self.subject()))
        self.on_net()
        self.on_subject()
        self.refresh_sentence()

    def _on_source(self) -> None:
        self.tell(Change("subject", self.subject()))
        self.on_subject()
