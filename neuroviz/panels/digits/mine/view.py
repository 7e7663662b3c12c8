"""MineView: the pad and its ten keys, how nets read the hand, and what was collected."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.panels.digits.mine.label_keys import LabelKeys
from neuroviz.panels.digits.mine.scores_view import ScoresView
from neuroviz.panels.digits.mine.sheet_tools import SheetTools
from neuroviz.ui.controls import Words
from neuroviz.ui.image_sheet import ImageSheet
from neuroviz.ui.pad_tools import PadTools
from neuroviz.ui.share import leave_out
from neuroviz.ui.shared_pad import SharedPad
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.workspace import Workspace


class MineView(QWidget):
    """The places of the page; what happens in them is the panel's affair."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.pad = SharedPad(workspace)
        self.pad_tools = PadTools(self.pad)
        self.keys, self.scores, self.sheet = LabelKeys(), ScoresView(), ImageSheet()
        self.sheet_tools = SheetTools()
        self._question = Words(quiet=True)
        self._question.setWordWrap(True)
        leave_out(self._question, self.keys)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._left.addWidget(self.pad, 1)
        for part in (self.pad_tools, self._question, self.keys):
            self._left.addWidget(part)
        self._left.addStretch(0)
        self._right.addWidget(self.scores)
        self._right.addWidget(self.sheet_tools)
        self._right.addWidget(self.sheet, 1)
        self._all = QHBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._left, 10)
        self._all.addLayout(self._right, 11)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pad is no higher than wide: its keys stand right below it."""
        super().resizeEvent(event)
        self.pad.setMaximumHeight(max(self.pad.minimumSizeHint().height(), self.pad.width()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._question.setText(self.tr("What did you write? Press its key, 0 to 9."))
        self.sheet.setAccessibleName(self.tr("Your digits"))

    def _restyle(self) -> None:
        look = theme()
        self._all.setSpacing(look.space(5))
        self._left.setSpacing(look.space(1.5))
        self._right.setSpacing(look.space(2))
