"""The page of one neuron as its tests use it: shorter words for what is asked of it and done to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from neuroviz.panels.layers.neuron.panel import NeuronPanel
from neuroviz.sims.neuron import NeuronFrame
from neuroviz.sims.neuron_edits import Edits
from neuroviz.sims.neuron_parts import Neuron
from tests.panels.host import Host

LEFT = Qt.MouseButton.LeftButton


class Page:
    """The page and shorter words for what the tests ask of it."""

    def __init__(self, host: Host) -> None:
        assert isinstance(host.panel, NeuronPanel)
        self.host, self.panel, self.view = host, host.panel, host.panel.view

    def settle(self) -> NeuronFrame:
        self.host.settle(self.panel.posed)
        assert isinstance(self.panel.last, NeuronFrame)
        assert not self.panel.room.problem.isVisible(), self.panel.room.problem.sentence()
        return self.panel.last

    def neuron(self) -> Neuron:
        part = self.settle().part
        assert isinstance(part, Neuron)
        return part

    def preset(self, number: int) -> NeuronFrame:
        self.panel.apply_preset(number - 1)
        return self.settle()

    def undo(self) -> NeuronFrame:
        self.panel.acts.undo()
        return self.settle()

    def drag(self, row: int, by: int) -> None:
        """Take the arrow of a row and drag it `by` pixels to the right."""
        terms = self.view.terms
        high = terms.height() / (len(self.view.rows) + 1)
        start = QPoint(terms.width() // 2, int((row + 0.5) * high))
        QTest.mousePress(terms, LEFT, Qt.KeyboardModifier.NoModifier, start)
        for part in (0.5, 1.0):
            QTest.mouseMove(terms, start + QPoint(round(part * by), 0))
            move(terms, QPointF(start + QPoint(round(part * by), 0)))
        QTest.mouseRelease(terms, LEFT, Qt.KeyboardModifier.NoModifier, start + QPoint(by, 0))

    @property
    def edits(self) -> Edits:
        return self.panel.own_state().edits


def move(widget: QWidget, at: QPointF) -> None:
    """A movement with the button held: QTest's own tells no buttons."""

    event = QMouseEvent(
        QEvent.Type.MouseMove, at, widget.mapToGlobal(at), LEFT, LEFT, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)
