"""The window's own sheets: the log and about; the base of all. None is modal; each is deleted when closed."""

from __future__ import annotations

import platform

import numpy as np
import PySide6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from neuroviz import __version__
from neuroviz.ui.controls import Words
from neuroviz.ui.log import ring
from neuroviz.ui.theme import theme
from neuroviz.ui.watch import Watch

translate = QCoreApplication.translate


class Sheet(QDialog):
    """A small window over the main one, with a Close button."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.buttons = QDialogButtonBox()
        self.close_button = QPushButton()
        self.close_button.clicked.connect(self.close)
        self.buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        look = theme()
        edge = look.space(5)
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(look.space(3))
        self.fill()
        self.column.addWidget(self.buttons)
        self.retranslate()
        kinds = QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show
        Watch(self, *kinds).seen.connect(self._grow, Qt.ConnectionType.QueuedConnection)

    def fill(self) -> None:
        """Put the content into `column`."""

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.close_button.setText(translate("Sheet", "Close"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _grow(self) -> None:
        """Where words now take another line, the sheet grows by it: its buttons stay in it."""
        needed = self.column.totalHeightForWidth(self.width()) if self.column.hasHeightForWidth() else 0
        if self.height() < needed:
            self.resize(self.width(), needed)


class Sheets(QObject):
    """The sheets over one window: one of each kind at a time."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open: dict[type[Sheet], Sheet] = {}

    def show(self, kind: type[Sheet]) -> None:
        """Open a sheet; asked for again, it is made anew with what is true now."""
        if kind in self._open:
            self._open[kind].close()
        sheet = self._open[kind] = kind(self._window)
        sheet.finished.connect(self._forget)
        sheet.show()

    def close(self) -> None:
        """Close all of them."""
        for sheet in list(self._open.values()):
            sheet.close()

    def _forget(self) -> None:
        self._open = {kind: sheet for kind, sheet in self._open.items() if sheet is not self.sender()}


class LogSheet(Sheet):
    """The last lines of the log, to read and to copy."""

    def fill(self) -> None:
        """The text and a button to copy it."""
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(theme().font(0.85, mono=True))
        self.text.setPlainText(ring.text())
        self.text.setPlaceholderText(self.tr("Nothing has been noted so far."))
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self.column.addWidget(self.text)
        self.copy_button = QPushButton()
        self.copy_button.clicked.connect(self._on_copy)
        self.buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.resize(theme().space(200), theme().space(120))

    def retranslate(self) -> None:
        """Title and buttons."""
        super().retranslate()
        self.setWindowTitle(self.tr("Log"))
        self.text.setAccessibleName(self.tr("Log"))
        self.copy_button.setText(self.tr("Copy"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


class AboutSheet(Sheet):
    """What this is, its version, and whose work it stands on."""

    def fill(self) -> None:
        """Name, purpose, versions, licences."""
        self.name, self.words = Words(scale=1.6, bold=True), Words()
        self.versions = Words(quiet=True, scale=0.85)
        self.licences = QLabel()
        for label in (self.name, self.words, self.versions, self.licences):
            label.setWordWrap(True)
            self.column.addWidget(label)
        self.licences.setOpenExternalLinks(True)
        self.licences.setTextFormat(Qt.TextFormat.RichText)
        self.licences.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setFixedWidth(theme().space(120))

    def retranslate(self) -> None:
        """All texts."""
        super().retranslate()
        self.setWindowTitle(self.tr("About NeuroViz"))
        self.name.setText("NeuroViz")
        self.words.setText(
            self.tr(
                "A laboratory in which the ideas behind ChatGPT can be touched. All you see is computed live."
            )
        )
        self.versions.setText(
            f"NeuroViz {__version__} · Qt {qVersion()} · PySide6 {PySide6.__version__} · "
            f"NumPy {np.__version__} · Python {platform.python_version()}"
        )
        self.licences.setText(
            self.tr(
                "NeuroViz is free under the MIT licence. It stands on "
                '<a href="https://www.qt.io/licensing">Qt and PySide6</a> (LGPL v3), '
                '<a href="https://numpy.org/doc/stable/license.html">NumPy</a> (BSD) and '
                '<a href="https://www.python.org/psf/license">Python</a> (PSF licence). '
                "The digits are MNIST, by Yann LeCun, Corinna Cortes and Christopher Burges."
            )
        )
