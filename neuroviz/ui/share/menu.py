"""ShareMenu: copy the picture, save the picture, save the numbers behind it; the same in every room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from neuroviz.io import files, tables
from neuroviz.io.problem import Problem
from neuroviz.ui import places, problems
from neuroviz.ui.file_dialog import ask_to_save
from neuroviz.ui.share import render
from neuroviz.ui.share.saver import Saved, Saver, Saving
from neuroviz.ui.share.sheet import PictureSheet
from neuroviz.ui.share.subject import Subject

COPIED_AT = 2.0
"""A copied picture goes into a slide or a letter: twice the screen's resolution is sharp there."""

_LOOK_MS = 200
_AT_ONCE = 5_000
"""Numbers that are written within a few milliseconds; more are written while the screen goes on."""


class ShareMenu(QMenu):
    """Asks for the picture and the numbers only when they are wanted."""

    failed = Signal(str)
    """A sentence that says what could not be saved, and why."""

    done = Signal(str)
    """A sentence that says what was saved, and where."""

    taken_back = Signal(str)
    """A sentence of `failed` that no longer holds."""

    def __init__(self, subject: Subject, parent: QWidget) -> None:
        super().__init__(parent)
        self._subject = subject
        self._sheet: PictureSheet | None = None
        self._saver = Saver(self)
        self._saver.saved.connect(self._on_saved)
        self._saver.moved.connect(self._on_moved)
        self._writing: tuple[Saving, Path] | None = None  # the picture under way
        self._copy = self._add(self.copy_picture)
        self._save_picture = self._add(self.ask_for_picture)
        self._save_data = self._add(self.ask_for_data)
        self.aboutToShow.connect(self._refresh)
        self._waits = QTimer(self)
        self._waits.setInterval(_LOOK_MS)
        self._waits.timeout.connect(self._look_again)
        self._nothing = ""
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
        self._sheet.work.stop_asked.connect(self._stop_writing)
        self._sheet.work.start_asked.connect(self._write_again)
        self._sheet.destroyed.connect(self._forget_sheet)
        self._subject.view.destroyed.connect(self._sheet.close)  # a room that breaks takes its sheet along
        self._sheet.show()

    def ask_for_data(self) -> None:
        """Ask for a file; its ending decides between NPZ and CSV. The kind says what will be written."""
        data = self._subject.data()
        if not data:
            self._say_there_is_nothing()
            return
        n = len(tables.table_names(data))
        several = self.tr("Archive of {n} tables (*.zip)").format(n=n)
        kinds = self.tr("NumPy files (*.npz)"), several if n > 1 else self.tr("Table (*.csv)")
        proposal = places.proposed(self._subject.stem(), ".npz")
        dialog = ask_to_save(self._owner(), self.tr("Save the numbers"), kinds, proposal, self.save_data)
        dialog.setDefaultSuffix("npz")
        dialog.filterSelected.connect(partial(_follow_kind, dialog))

    def save_data(self, name: str) -> None:
        """Write the numbers: CSV when the ending asks for it (ZIP for several tables), else NPZ."""
        data = {key: np.array(value) for key, value in self._subject.data().items()}
        table = Path(name).suffix.lower() in (".csv", ".zip")
        work = partial(_save_table if table else _save_arrays, name, data)
        if sum(value.size for value in data.values()) <= _AT_ONCE:
            self._tell(work())
        else:
            self._saver.begin(work)

    def finish(self) -> None:
        """What is being saved is on the disc when this returns."""
        self._saver.finish()

    def _owner(self) -> QWidget:
        owner = self.parentWidget()
        return owner.window() if owner is not None else self

    def _add(self, slot: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _say_there_is_nothing(self) -> None:
        self._nothing = self.tr("No numbers yet.")
        self.failed.emit(self._nothing)
        self._waits.start()

    def _look_again(self) -> None:
        """What was said goes away as soon as there are numbers, or nobody looks here any more."""
        if self._subject.data() or not self._subject.view.isVisible():
            self._waits.stop()
            self.taken_back.emit(self._nothing)

    def _refresh(self) -> None:
        self._save_data.setEnabled(bool(self._subject.data()))

    def _ask_for_picture_file(self, ending: str) -> None:
        kinds = {".png": self.tr("Pictures (*.png)"), ".svg": self.tr("Vector pictures (*.svg)")}
        proposal = places.proposed(self._subject.stem(), ending)
        ask_to_save(self._owner(), self.tr("Save picture"), (kinds[ending],), proposal, self._save_chosen)

    def _save_chosen(self, name: str) -> None:
        """The picture as the sheet says; the sheet has done its work when the file is there."""
        sheet = self._sheet
        if sheet is not None and sheet.is_large():
            self._write_large(sheet, _ended(name, ".png"))
        elif sheet is not None and self._write(name, sheet.ending(), sheet.content):
            sheet.close()

    def _write_large(self, sheet: PictureSheet, path: Path) -> None:
        try:
            picture = sheet.picture()
        except Problem as problem:
            self._tell((path, problem))
            return
        if self._writing is not None:
            self._writing[0].cancel()
        self._writing = self._saver.begin_in_pieces(partial(_save_picture, path, picture)), path
        sheet.show_saving(path.name, 0.0, "working")

    def _on_moved(self, saving: Saving) -> None:
        if self._writing is not None and self._writing[0] is saving and self._sheet is not None:
            self._sheet.show_saving(self._writing[1].name, saving.part, "working")

    def _stop_writing(self) -> None:
        if self._writing is not None and self._sheet is not None:
            saving, path = self._writing
            saving.cancel()
            self._sheet.show_saving(path.name, saving.part, "stopped")

    def _write_again(self) -> None:
        if self._writing is not None and self._sheet is not None:
            self._write_large(self._sheet, self._writing[1])

    def _on_saved(self, saved: Saved) -> None:
        """The sheet has done its work when the picture is there."""
        fine, mine = self._tell(saved), self._writing is not None and self._writing[1] == saved[0]
        if mine:
            self._writing = None
        if mine and self._sheet is not None:
            self._sheet.show_saving("", 1.0, "over")
            if fine:
                self._sheet.close()

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _write(self, name: str, ending: str, content: Callable[[], bytes]) -> bool:
        return self._tell(_saved(_ended(name, ending), content))

    def _tell(self, saved: Saved) -> bool:
        path, problem = saved
        if problem is not None:
            self.failed.emit(problems.sentence(problem, path.name))
            return False
        several = self.tr("Saved {file}: an archive, because there are several tables.")
        told = several if path.suffix == ".zip" else self.tr("Saved {file}.")
        self.done.emit(told.format(file=str(path)))
        return True


def _ended(name: str, ending: str) -> Path:
    return Path(name) if Path(name).suffix.lower() == ending else Path(name + ending)


def _saved(path: Path, content: Callable[[], bytes]) -> Saved:
    """On any thread."""
    try:
        files.replace(path, content())
    except Problem as problem:
        return path, problem
    return path, None


def _save_picture(path: Path, picture: QImage) -> Iterator[float | Saved]:
    """On any thread; nothing is written before all of it is packed."""
    for piece in render.png_in_pieces(picture):
        if isinstance(piece, float):
            yield piece
        else:
            yield _saved(path, partial(bytes, piece))


def _save_arrays(name: str, data: Mapping[str, np.ndarray]) -> Saved:
    return _saved(_ended(name, ".npz"), lambda: tables.npz(data))


def _save_table(name: str, data: Mapping[str, np.ndarray]) -> Saved:
    try:
        ending, content = tables.comma_separated(data)
    except Problem as problem:
        return Path(name), problem
    return _saved(_ended(str(Path(name).with_suffix(ending)), ending), lambda: content)


def _follow_kind(dialog: QFileDialog, kind: str) -> None:
    """Another kind was chosen: the proposed name gets its ending."""
    chosen = dialog.selectedFiles()
    if chosen:
        path = Path(chosen[0])
        ending = next(one for one in (".csv", ".zip", ".npz") if f"*{one}" in kind)
        dialog.setDefaultSuffix(ending[1:])
        dialog.selectFile(str(path.with_suffix(ending)))
