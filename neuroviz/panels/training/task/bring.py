"""Bring: data of the visitor's own: open a file or a folder; how far reading is; what was wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from neuroviz.io.problem import Problem
from neuroviz.panels.training.own_files import OwnFile
from neuroviz.ui import problems
from neuroviz.ui.choices import ChoiceBox
from neuroviz.ui.controls import Words
from neuroviz.ui.file_dialog import ask_for_folder, ask_to_open
from neuroviz.ui.long_work import LongWork
from neuroviz.ui.theme import theme, theme_changes

SIDES = (16, 28, 40, 64)


class Bring(QWidget):
    """Two buttons, the size pictures out of folders get, and a line that says what else there is."""

    opened = Signal(str, str)
    """Paths of a file or folder, and of the file of its labels, or ""."""

    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._head = Words(quiet=True)
        self._file, self._folder = QPushButton(), QPushButton()
        self._side_words, self._side = Words(scale=0.85, quiet=True), ChoiceBox()
        self._hint = Words(scale=0.85, quiet=True)
        self.work = LongWork()
        for one in (self._hint, self._side_words):
            one.setWordWrap(True)
        for side in SIDES:
            self._side.addItem(f"{side} × {side}", side)
        self.set_side(28)
        self._row = QHBoxLayout()
        self._row.addWidget(self._file, 1)
        self._row.addWidget(self._folder, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._head)
        self._column.addLayout(self._row)
        self._column.addWidget(self.work)
        self._column.addWidget(self._hint)
        self._sizes = QHBoxLayout()
        self._sizes.addWidget(self._side_words, 1)
        self._sizes.addWidget(self._side)
        self._column.addLayout(self._sizes)
        self.work.hide()
        self._file.clicked.connect(self.ask)
        self._folder.clicked.connect(self.ask_folder)
        self.work.stop_asked.connect(self.stop_asked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._say()

    def side(self) -> int:
        """Pixels that a side of a picture out of a folder gets."""
        return int(self._side.currentData())

    def set_side(self, side: object) -> None:
        """The same; what is not offered is 28."""
        self._side.setCurrentIndex(SIDES.index(side) if side in SIDES else SIDES.index(28))

    def ask(self) -> QFileDialog:
        """Let the visitor choose a file."""
        kinds = [
            self.tr("Tables and pictures (*.csv *.tsv *.txt *.npz *.npy *.gz *idx1-ubyte *idx3-ubyte *.idx)"),
            self.tr("All files (*)"),
        ]
        return ask_to_open(self, self.tr("Open examples"), kinds, self._on_file)

    def ask_folder(self) -> QFileDialog:
        """Let the visitor choose a folder."""
        return ask_for_folder(
            self, self.tr("Open a folder with a folder of pictures for each class"), self._on_file
        )

    def ask_partner(self, path: Path, *, labels: bool) -> QFileDialog:
        """Let the visitor choose the file that belongs to `path`: its labels, or its pictures."""
        title = (
            self.tr("Which file holds the labels of {file}?")
            if labels
            else self.tr("Which file holds the pictures of {file}?")
        )

        def chosen(other: str) -> None:
            self.opened.emit(str(path), other)

        return ask_to_open(self, title.format(file=path.name), [self.tr("All files (*)")], chosen)

    def ask_where(self, file: OwnFile, chosen: Callable[[str], None]) -> QFileDialog:
        """Let the visitor say where a file or folder of an earlier visit is now."""
        title = self.tr("Where is {file}?").format(file=file.name)
        if not file.stamp:  # a folder has none
            return ask_for_folder(self, title, chosen)
        return ask_to_open(self, title, [self.tr("All files (*)")], chosen)

    def show_reading(self, name: str, done: float) -> None:
        """How far it is."""
        text = self.tr("Reading {file}… {share} %").format(file=name, share=round(100 * done))
        self.work.show_work(text, done, "working")
        self.work.show()

    def show_over(self) -> None:
        """Nothing is being read."""
        self.work.show_work("", 1.0, "over")
        self.work.hide()

    def said(self, problem: Problem, name: str) -> str:
        """The sentence for a file that cannot be used."""
        return problems.sentence(problem, name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _on_file(self, path: str) -> None:
        self.opened.emit(path, "")

    def _say(self) -> None:
        self._head.setText(self.tr("Examples of your own"))
        self._file.setText(self.tr("File…"))
        self._file.setToolTip(self.tr("A table (CSV) or pictures with labels (IDX, NPZ)  (Ctrl+O)"))
        self._folder.setText(self.tr("Folder…"))
        self._folder.setToolTip(self.tr("A folder with a folder of pictures for each class"))
        self._hint.setText(self.tr("Or drop them on this page, or choose Painted and paint."))
        self._side_words.setText(self.tr("Pictures in folders become"))
        self._side.setAccessibleName(self._side_words.text())
        self._side.setToolTip(self.tr("Pixels of each picture, once it has been read"))

    def _restyle(self) -> None:
        self._row.setSpacing(theme().space(2))
        self._sizes.setSpacing(theme().space(2))
        self._column.setSpacing(theme().space(1.5))
