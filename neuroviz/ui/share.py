"""ShareMenu: copy the picture, save the picture, save the numbers behind it; the same in every room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QDir, QIODevice, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from neuroviz.io import files
from neuroviz.io.problem import Problem
from neuroviz.ui import problems


class ShareMenu(QMenu):
    """Asks for the picture and the numbers only when they are wanted."""

    failed = Signal(str)
    """A sentence that says what could not be saved, and why."""

    done = Signal(str)
    """A sentence that says what was saved, and where."""

    def __init__(
        self, picture: Callable[[], QImage], data: Callable[[], Mapping[str, Any]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._picture, self._data = picture, data
        self._copy = self._add(self.copy_picture)
        self._save_picture = self._add(self._ask_for_picture)
        self._save_data = self._add(self._ask_for_data)
        self.aboutToShow.connect(self._refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._copy.setText(self.tr("Copy picture"))
        self._save_picture.setText(self.tr("Save picture…"))
        self._save_data.setText(self.tr("Save the numbers behind it…"))

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(self._picture())
        self.done.emit(self.tr("The picture is on the clipboard."))

    def save_picture(self, name: str) -> None:
        """Write the picture as PNG."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(self._picture())
        self._save(name, ".png", bytes(buffer.data().data()))

    def save_data(self, name: str) -> None:
        """Write the numbers as a compressed NPZ file, one array a name."""
        arrays = {key: np.asarray(value) for key, value in self._data().items()}
        buffer = BytesIO()
        np.savez_compressed(buffer, allow_pickle=False, **arrays)
        self._save(name, ".npz", buffer.getvalue())

    def _add(self, slot: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _refresh(self) -> None:
        self._save_data.setEnabled(bool(self._data()))

    def _ask_for_picture(self) -> None:
        self._ask(self.tr("Save picture"), self.tr("Pictures (*.png)"), self.save_picture)

    def _ask_for_data(self) -> None:
        self._ask(self.tr("Save the numbers"), self.tr("NumPy files (*.npz)"), self.save_data)

    def _ask(self, title: str, kinds: str, chosen: Callable[[str], None]) -> None:
        dialog = QFileDialog(self.parentWidget(), title, QDir.homePath(), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, name: str, ending: str, content: bytes) -> None:
        path = Path(name) if Path(name).suffix.lower() == ending else Path(name + ending)
        try:
            files.replace(path, content)
        except Problem as problem:
            self.failed.emit(problems.sentence(problem, path.name))
        else:
            self.done.emit(self.tr("Saved {file}.").format(file=str(path)))
