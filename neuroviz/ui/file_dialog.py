"""File dialogs: Qt's own, because the desktop's would speak the desktop's language and not the window's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon, QTransform
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QStyle, QToolButton, QWidget

from neuroviz.ui import places
from neuroviz.ui.icons import icon
from neuroviz.ui.theme import theme

translate = QCoreApplication.translate


class _Icons(QAbstractFileIconProvider):
    """An icon by what the folder says of a file. Qt's usual ones look into it: of a pipe, or on a share that
    does not answer, that stops the window for good.
    """

    def icon(self, what: Any) -> QIcon:
        """Of a kind of icon or of a file."""
        kinds = QAbstractFileIconProvider.IconType
        if isinstance(what, kinds):
            return self._of_style(what)
        return self._of_style(kinds.Folder if what.isDir() else kinds.File)

    def type(self, info: QFileInfo) -> str:
        """By its ending."""
        return info.suffix()

    @staticmethod
    def _of_style(kind: QAbstractFileIconProvider.IconType) -> QIcon:
        kinds, style = QAbstractFileIconProvider.IconType, QStyle.StandardPixmap
        known = {kinds.Folder: style.SP_DirIcon, kinds.File: style.SP_FileIcon,
                 kinds.Drive: style.SP_DriveHDIcon, kinds.Computer: style.SP_ComputerIcon}  # fmt: skip
        return QApplication.style().standardIcon(known.get(kind, style.SP_FileIcon))


class _Dialog(QFileDialog):
    """Not modal to the program, gone when closed, in the language of now."""

    def __init__(
        self, parent: QWidget, title: str, kinds: Sequence[str], chosen: Callable[[str], None]
    ) -> None:
        super().__init__(parent, title, places.folder(), ";;".join(kinds))
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self._chosen = chosen
        self._icons = _Icons()  # the dialog does not own it
        self.setIconProvider(self._icons)
        self._draw_icons()
        self.resize(theme().space(200), theme().space(120))
        self.fileSelected.connect(self._on_chosen)
        self.finished.connect(self.deleteLater)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        """Some of these words are not in Qt's own translation."""
        label = QFileDialog.DialogLabel
        self.setLabelText(label.LookIn, translate("FileDialog", "Folder:"))
        self.setLabelText(label.FileName, translate("FileDialog", "Name:"))
        self.setLabelText(label.FileType, translate("FileDialog", "Kind:"))
        saves = self.acceptMode() == QFileDialog.AcceptMode.AcceptSave
        self.setLabelText(
            label.Accept, translate("FileDialog", "Save") if saves else translate("FileDialog", "Open")
        )
        self.setLabelText(label.Reject, translate("FileDialog", "Cancel"))

    def _draw_icons(self) -> None:
        """Qt's own arrows are as dark as our buttons."""
        size, upside_down = theme().space(4), QTransform().rotate(180)
        up = QIcon(icon("chevron_down", size).pixmap(size, size).transformed(upside_down))
        icons = {
            "backButton": icon("chevron_left", size),
            "forwardButton": icon("chevron_right", size),
            "toParentButton": up,
        }
        for name, picture in icons.items():
            button = self.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(picture)
        for one in self.findChildren(QPushButton):
            one.setIcon(QIcon())  # on some desktops Qt adds its own

    def _on_chosen(self, path: str) -> None:
        places.remember(Path(path).parent)
        self._chosen(path)


def ask_to_save(
    parent: QWidget, title: str, kinds: Sequence[str], proposal: Path, chosen: Callable[[str], None]
) -> QFileDialog:
    """Ask where to save, proposing a name; `kinds` are filters such as "Pictures (*.png)"."""
    dialog = _Dialog(parent, title, kinds, chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(str(proposal))
    dialog._say()
    dialog.open()
    return dialog


def ask_for_folder(parent: QWidget, title: str, chosen: Callable[[str], None]) -> QFileDialog:
    """Ask for a folder that exists."""
    dialog = _Dialog(parent, title, (), chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog._say()
    dialog.open()
    return dialog


def ask_to_open(
    parent: QWidget, title: str, kinds: Sequence[str], chosen: Callable[[str], None]
) -> QFileDialog:
    """Ask for a file that exists."""
    dialog = _Dialog(parent, title, kinds, chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog._say()
    dialog.open()
    return dialog
