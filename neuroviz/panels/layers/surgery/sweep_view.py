"""SweepView: accuracy against the number of units that are off, in three orders, as it is being measured."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from neuroviz.panels.layers.surgery import words
from neuroviz.sims.cuts import Block
from neuroviz.sims.sweep import SweepFrame
from neuroviz.ui.curves import Axis, Curves, Series
from neuroviz.ui.long_work import LongWork
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes

_COLOURS = (0, 1, 2)


class SweepView(QWidget):
    """A chart, a button that starts, and how far it is."""

    start_asked = Signal()
    """The layer of the cursor is to be measured."""

    stop_asked = Signal()
    """Stop; what is measured stays."""

    go_on_asked = Signal()
    """Go on where it was stopped."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: Sequence[Block] = ()
        self._block = 0
        self._frame: SweepFrame | None = None
        self._halted = self._digits = self._judged = False
        self.curves = Curves()
        self.start, self.work = QPushButton(), LongWork()
        leave_out(self.start)
        self.start.clicked.connect(self.start_asked)
        self.work.stop_asked.connect(self.stop_asked)
        self.work.start_asked.connect(self.go_on_asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        self._row.addWidget(self.start)
        self._row.addWidget(self.work, 1)
        self._column.addLayout(self._row)
        self._column.addWidget(self.curves, 1)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_layer(self, parts: Sequence[Block], block: int, *, judged: bool, digits: bool) -> None:
        """What would be measured; judged: there is something to measure with."""
        self._parts, self._block, self._judged, self._digits = parts, block, judged, digits
        self.start.setEnabled(judged and bool(parts))
        self._say()

    def show_sweep(self, frame: SweepFrame | None, *, halted: bool) -> None:
        """The curves as far as they are; None for none."""
        fresh = frame is not self._frame
        self._frame, self._halted = frame, halted
        if fresh:
            self._draw()
        self._say_work()

    def frame(self) -> SweepFrame | None:
        """What is shown."""
        return self._frame

    def _draw(self) -> None:
        frame = self._frame
        if frame is None or not frame.done:
            self.curves.set_series([])
            return
        names = (self.tr("at random"), self.tr("least active first"), self.tr("most active first"))
        shares = frame.right / frame.done
        self.curves.set_series(
            [
                Series.of(name, frame.removed, shares[i], _COLOURS[i], dash=i == 0)
                for i, name in enumerate(names)
            ]
        )
        most = float(frame.removed[-1])
        if most != self._most:
            self._most = most
            self._set_axes()

    _most = 0.0

    def _set_axes(self) -> None:
        label = self.tr("units off in {layer}").format(layer=self._layer())
        x = Axis(label, low=0.0, high=self._most or None)
        self.curves.set_axes(x, Axis(self.tr("right answers"), low=0.0, high=1.0, share=True))
        self.curves.setAccessibleName(self.tr("Right answers against units that are off"))

    def _layer(self) -> str:
        return words.layer(self._block if self._frame is None else self._frame.block)

    def _say(self) -> None:
        text = self.tr("Measure {layer}").format(layer=words.layer(self._block))
        self.start.setText(text)
        self.curves.set_hint(
            self.tr("How much can go before it fails? Measure it, layer by layer.")
            if self._judged
            else self.tr("There is nothing to measure this net with: its task is not known.")
        )

    def _say_work(self) -> None:
        frame = self._frame
        if frame is None:
            self.work.show_work("", 0.0, "over")
            return
        share = frame.done / max(1, frame.total)
        n, total = f"{frame.done:,}", f"{frame.total:,}"
        if frame.complete and frame.total:
            text = (
                self.tr("Measured on all {total} test images.")
                if self._digits
                else self.tr("Measured on all {total} points.")
            )
            self.work.show_work(text.format(total=total), 1.0, "over")
        elif self._halted:
            text = self.tr("Stopped after {n} of {total}.")
            self.work.show_work(text.format(n=n, total=total), share, "stopped")
        else:
            text = self.tr("Measuring: {n} of {total} …")
            self.work.show_work(text.format(n=n, total=total), share, "working")

    def data(self) -> dict[str, np.ndarray]:
        """The curves in numbers."""
        frame = self._frame
        if frame is None or not frame.done:
            return {}
        asked = np.array(frame.done)
        return {"sweep_removed": frame.removed, "sweep_right": frame.right, "sweep_asked": asked}

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.start.setToolTip(
            self.tr("Switches off more and more units of the layer of the cursor, in three orders")
        )
        self._set_axes()
        self._draw()
        self._say()
        self._say_work()

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1.5))
        self._row.setSpacing(theme().space(3))
