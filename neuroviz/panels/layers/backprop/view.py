"""BackpropView: values on their way forward, errors on their way back, one weight's chain."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.nn import Net
from neuroviz.panels.layers.backprop.chain_view import ChainView
from neuroviz.panels.layers.backprop.course import Course
from neuroviz.sims.backprop import BackpropFrame
from neuroviz.sims.loss_of import n_classes
from neuroviz.ui.bars import ProbabilityBars
from neuroviz.ui.controls import Words
from neuroviz.ui.net_view import NetView
from neuroviz.ui.theme import theme, theme_changes

_LINKS = 60


class BackpropView(QWidget):
    """It knows how to show a frame at a place of the course."""

    def __init__(self) -> None:
        super().__init__()
        self._net: Net | None = None
        self.forward, self.back = NetView(), NetView(answers=False)
        self.forward.set_links(_LINKS)
        self.back.set_links(0)
        self.chain = ChainView()
        self.before, self.after = ProbabilityBars(), ProbabilityBars()
        self._heads = [Words(scale=0.85, quiet=True, bold=True) for _ in range(4)]
        self._grid, self._foot, self._all = QGridLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(0)
        for head, view in zip(self._heads[:2], (self.forward, self.back), strict=True):
            column.addWidget(head)
            column.addWidget(view, 1)
        self._bars = QVBoxLayout()
        for head, bars in zip(self._heads[2:], (self.before, self.after), strict=True):
            self._bars.addWidget(head)
            self._bars.addWidget(bars, 1)
        top = QHBoxLayout()
        top.addLayout(column, 5)
        top.addLayout(self._bars, 1)
        self._all.addLayout(top, 1)
        self._all.addWidget(self.chain)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_frame(self, frame: BackpropFrame, course: Course, at: int) -> None:
        """Show what has happened by that place."""
        if frame.net is not self._net:
            self._net = frame.net
            self.forward.set_net(frame.net)
            self.back.set_net(frame.net)
            n = n_classes(frame.net)
            for bars in (self.before, self.after):
                bars.set_labels(tuple(map(str, range(n))))
        found, leg = frame.gradients, course.place(at).leg
        self.forward.set_trace(None if found is None else course.forward(found.trace, at))
        self.back.set_trace(None if found is None else course.back(found, at))
        self.before.set_probabilities(frame.p if leg != "forward" else None)
        self.after.set_probabilities(frame.p_after if leg == "update" else None)
        broken = found is None and frame.subject.x is not None
        self.chain.set_chain(frame.chain, stepped=leg == "update", broken=broken)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        texts = (
            self.tr("Forward: values"),
            self.tr("Back: how the loss depends on each value"),
            self.tr("Now"),
            self.tr("After one step"),
        )
        for head, text in zip(self._heads, texts, strict=True):
            head.setText(text)
        self.forward.setAccessibleName(texts[0])
        self.back.setAccessibleName(texts[1])
        self.before.setAccessibleName(texts[2])
        self.after.setAccessibleName(texts[3])

    def _restyle(self) -> None:
        self._all.setSpacing(theme().space(2))
        self._bars.setSpacing(theme().space(1))
