"""ShareMenu: copy the picture, save the picture, save the numbers behind it; the same in every room."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from neuroviz.io import files, tables
from neuroviz.io.problem import Problem
from neuroviz.ui import places, problems
from neuroviz.ui.file_dialog import ask_to_save
from neuroviz.ui.share import render
from neuroviz.ui.share.sheet import PictureSheet
from neuroviz.ui.share.subject import Subject

COPIED_AT = 2.0
"""A copied picture goes into a slide or a letter: twice the screen's resolution is sharp there."""


class ShareMenu(QMenu):
    """Asks for the picture and the numbers only when they are wanted."""

    failed = Signal(str)
    """A sentence that says what could not be saved, and why."""

    done = Signal(str)
    """A sentence that says what was saved, and where."""

    def __init__(self, subject: Subject, parent: QWidget) -> None:
        super().__init__(parent)
        self._subject = subject
        self._sheet: PictureSheet | None = None
        self._copy = self._add(self.copy_picture)
        self._save_picture = self._add(self.ask_for_picture)
        self._save_data = self._add(self.ask_for_data)
        self.aboutToShow.connect(self._refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language; keys stand at the right, as in every menu."""
        self._copy.setText(self.tr("Copy picture") + "\tCtrl+C")
        self._save_picture.setText(self.tr("Save picture…") + "\tCtrl+S")
        self._save_data.setText(self.tr("Save the numbers behind it…") + "\tCtrl+Shift+S")

    def copy_picture(self) -> None:
        """Put the picture on the clipboard, at twice its size."""
        try:
            picture = render.image(self._subject.view, COPIED_AT)
        except Problem as problem:
            self.failed.emit(problems.sentence(problem, self.tr("The picture")))
            return
        picture.setDevicePixelRatio(1.0)  # other programs count pixels
        QGuiApplication.clipboard().setImage(picture)
        text = self.tr("The picture is on the clipboard: {width} × {height} pixels.")
        self.done.emit(text.format(width=f"{picture.width():,}", height=f"{picture.height():,}"))

    def ask_for_picture(self) -> None:
        """Ask which picture, then for a file. One sheet at a time; asked again, it comes to the front."""
        if self._sheet is not None:
            self._sheet.raise_()
            self._sheet.activateWindow()
            return
        self._sheet = PictureSheet(self._subject, self._owner())
        self._sheet.accepted_as.connect(self._ask_for_picture_file)
        self._sheet.destroyed.connect(self._forget_sheet)
        self._subject.view.destroyed.connect(self._sheet.close)  # a room that breaks takes its sheet along
        self._sheet.show()

    def ask_for_data(self) -> None:
        """Ask for a file; its ending decides between NPZ and CSV."""
        if not self._subject.data():
            self.failed.emit(self.tr("There are no numbers to save yet."))
            return
        kinds = self.tr("NumPy files (*.npz)"), self.tr("Tables (*.csv *.zip)")
        proposal = places.proposed(self._subject.stem(), ".npz")
        dialog = ask_to_save(self._owner(), self.tr("Save the numbers"), kinds, proposal, self.save_data)
        dialog.filterSelected.connect(partial(_follow_kind, dialog))

    def save_data(self, name: str) -> None:
        """Write the numbers: CSV when the ending asks for it (ZIP for several tables), else NPZ."""
        if Path(name).suffix.lower() not in (".csv", ".zip"):
            self._write(name, ".npz", lambda: tables.npz(self._subject.data()))
            return
        try:
            ending, content = tables.comma_separated(self._subject.data())
        except Problem as problem:
            self.failed.emit(problems.sentence(problem, Path(name).name))
            return
        self._write(str(Path(name).with_suffix(ending)), ending, lambda: content)

    def _owner(self) -> QWidget:
        owner = self.parentWidget()
        return owner.window() if owner is not None else self

    def _add(self, slot: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _refresh(self) -> None:
        self._save_data.setEnabled(bool(self._subject.data()))

    def _ask_for_picture_file(self, ending: str) -> None:
        kinds = {".png": self.tr("Pictures (*.png)"), ".svg": self.tr("Vector pictures (*.svg)")}
        proposal = places.proposed(self._subject.stem(), ending)
        ask_to_save(self._owner(), self.tr("Save picture"), (kinds[ending],), proposal, self._save_chosen)

    def _save_chosen(self, name: str) -> None:
        """The picture as the sheet says; the sheet has done its work when the file is there."""
        sheet = self._sheet
        if sheet is not None and self._write(name, sheet.ending(), sheet.content):
            sheet.close()

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _write(self, name: str, ending: str, content: Callable[[], bytes]) -> bool:
        path = Path(name) if Path(name).suffix.lower() == ending else Path(name + ending)
        try:
            files.replace(path, content())
        except Problem as problem:
            self.failed.emit(problems.sentence(problem, path.name))
            return False
        self.done.emit(self.tr("Saved {file}.").format(file=str(path)))
        return True


def _follow_kind(dialog: QFileDialog, kind: str) -> None:
    """Another kind was chosen: the proposed name gets its ending."""
    chosen = dialog.selectedFiles()
    if chosen:
        path = Path(chosen[0])
        dialog.selectFile(str(path.with_suffix(".csv" if "*.csv" in kind else ".npz")))
