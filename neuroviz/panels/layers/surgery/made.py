"""CutList: every cut that has been made, each to be set aside, made again, or removed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from neuroviz.panels.layers.surgery import words
from neuroviz.sims.cuts import Block, Cuts
from neuroviz.ui.choices import Toggle
from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes

SHOWN = 100
"""The latest cuts that have a row of their own."""


class _Row(QWidget):
    """One cut."""

    def __init__(self, owner: CutList, i: int) -> None:
        super().__init__()
        self._owner, self._i = owner, i
        self._text = ""
        self.active, self.words, self.remove = Toggle(), Words(scale=0.85), IconButton("close")
        for one in (self.active, self.remove):
            leave_out(one)
        self.words.setWordWrap(True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self.active, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.words, 1)
        self.row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.active.clicked.connect(self._on_active)
        self.remove.clicked.connect(self._on_remove)

    def show_cut(self, text: str, *, active: bool) -> None:
        """Its words, and whether it is made."""
        self.active.setChecked(active)
        self.words.setEnabled(active)
        if text != self._text:
            self._text = text
            self.words.setText(text)
            self.describe()

    def describe(self) -> None:
        """For screen readers."""
        self.active.setAccessibleName(self._text)
        translate = QCoreApplication.translate
        self.active.setToolTip(translate("CutList", "Set this cut aside, or make it again"))
        self.remove.describe(translate("CutList", "Remove: {cut}").format(cut=self._text))

    def _on_active(self, on: bool) -> None:
        self._owner.active_set.emit(self._owner.first + self._i, on)

    def _on_remove(self) -> None:
        self._owner.removed.emit(self._owner.first + self._i)


class CutList(QScrollArea):
    """The cuts in the order in which they were made."""

    active_set = Signal(int, bool)
    """The cut of that number is to be made, or set aside."""

    removed = Signal(int)
    """The cut of that number is to be gone."""

    def __init__(self) -> None:
        super().__init__()
        self.first = 0
        self._cuts: Cuts = ()
        self._parts: Sequence[Block] = ()
        self._rows: list[_Row] = []
        self._empty = Words(scale=0.85, quiet=True)
        self._empty.setWordWrap(True)
        holder = QWidget()
        holder.setObjectName("scrolled")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_cuts(self, parts: Sequence[Block], cuts: Cuts) -> None:
        """These have been made."""
        self._parts, self._cuts = parts, cuts
        self.first = max(0, len(cuts) - SHOWN)
        shown = cuts[self.first :]
        while len(self._rows) < len(shown):
            row = _Row(self, len(self._rows))
            self._rows.append(row)
            self._column.insertWidget(self._column.count() - 1, row)
        for row, cut in zip(self._rows, shown, strict=False):
            row.show_cut(words.cut(parts, cut), active=cut.active)
            row.setVisible(True)
        for row in self._rows[len(shown) :]:
            row.setVisible(False)
        self._say()

    def rows(self) -> list[tuple[str, bool]]:
        """What stands there: the words, and whether the cut is made."""
        return [(row.words.text(), row.active.isChecked()) for row in self._rows[: len(self._cuts)]]

    def _say(self) -> None:
        hidden = self.first
        self._empty.setVisible(not self._cuts or hidden > 0)
        self._empty.setText(
            self.tr("… and {n} before these.").format(n=hidden)
            if hidden
            else self.tr("Nothing is cut. Choose units in the picture and switch them off.")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for row, cut in zip(self._rows, self._cuts[self.first :], strict=False):
            row.show_cut(words.cut(self._parts, cut), active=cut.active)
            row.describe()
        for row in self._rows[len(self._cuts) :]:
            row.show_cut("", active=True)
            row.describe()
        self._say()

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1.5))
        for row in self._rows:
            row.row.setSpacing(theme().space(1.5))

    def sizeHint(self) -> QSize:
        """A few rows."""
        return QSize(theme().space(50), theme().space(30))

    def minimumSizeHint(self) -> QSize:
        """Two rows."""
        return QSize(theme().space(36), theme().space(18))
