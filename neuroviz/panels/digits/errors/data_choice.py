"""DataChoice: which labelled pictures are judged: the test images, or a set of the workspace."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuroviz.data.digits import DigitSet
from neuroviz.data.handwriting import OWN
from neuroviz.ui.choices import ChoiceBox
from neuroviz.ui.controls import Words
from neuroviz.ui.follow import follow
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.workspace import Kind, Workspace

TEST = ""
"""The name under which the test images go; the workspace's sets have names of their own."""


class DataChoice(QWidget):
    """A list that follows the workspace; hidden while the test images are all there is."""

    chosen = Signal(str)
    """Another set than before, or the one that was chosen has changed."""

    picked = Signal()
    """The visitor has chosen another set, and everybody has heard of it."""

    def __init__(self, workspace: Workspace, name: object) -> None:
        super().__init__()
        self._workspace = workspace
        self.by_hand = False  # whether a choice of the visitor is being told
        self._wanted = name if isinstance(name, str) else TEST  # perhaps still being read from its file
        self._name = self._wanted if self._wanted in self._names() else TEST
        self._heading, self._box = Words(scale=0.85, quiet=True), ChoiceBox()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._box)
        self._box.activated.connect(self._on_activated)
        follow(workspace, self, self._on_workspace)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def name(self) -> str:
        """The set that is chosen: TEST, or a name of the workspace's."""
        return self._name

    def wanted(self) -> str:
        """What was chosen last, by its name, be it there or not."""
        return self._wanted

    def digits(self) -> DigitSet | None:
        """The workspace's set; None stands for the test images."""
        return None if self._name == TEST else self._workspace.get("digits", self._name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _names(self) -> list[str]:
        """TEST and every set that holds something."""
        own = [name for name in self._workspace.names("digits") if len(self._workspace.get("digits", name))]
        return [TEST, *own]

    def choose(self, name: str) -> None:
        """Judge that set, unless it is the one that is judged or is gone."""
        if name not in self._names():
            return
        self._wanted = name
        if name != self._name:
            self._name = name
            self._box.setCurrentIndex(self._names().index(name))
            self.chosen.emit(name)

    def _on_activated(self, i: int) -> None:
        self.by_hand = True
        try:
            self.choose(self._names()[i])
        finally:
            self.by_hand = False
        self.picked.emit()

    def _on_workspace(self, kind: Kind, name: str) -> None:
        if kind != "digits":
            return
        before, names = self._name, self._names()
        if self._name not in names:
            self._name = self._wanted = TEST
        elif name == self._wanted and name in names:
            self._name = name  # chosen the last time, and read only now
        self._retranslate()
        if name == self._name or before != self._name:
            self.chosen.emit(self._name)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Pictures to be judged"))
        self._box.setAccessibleName(self.tr("Pictures to be judged"))
        self._box.setToolTip(
            self.tr("The 10,000 test images that no net here has learnt from, or your own digits")
        )
        names = self._names()
        self._box.clear()
        words = {TEST: self.tr("MNIST test images"), OWN: self.tr("My digits")}
        self._box.addItems([words.get(name, name) for name in names])
        self._box.setCurrentIndex(names.index(self._name))
        self.setVisible(len(names) > 1)

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1.5))
