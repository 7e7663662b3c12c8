"""BringIn: open a photo, or paste one; drops are taken by the whole page."""

from __future__ import annotations

from PySide6.QtCore import QDir, QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from neuroviz.ui.controls import Words
from neuroviz.ui.theme import theme, theme_changes


class BringIn(QWidget):
    """Two buttons and a line that says what else there is."""

    opened = Signal(str)
    """The path of a file that was chosen."""
    paste_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._open, self._paste = QPushButton(), QPushButton()
        self._hint = Words(scale=0.85, quiet=True)
        self._hint.setWordWrap(True)
        self._open.setProperty("accent", True)
        self._row = QHBoxLayout()
        self._row.addWidget(self._open, 1)
        self._row.addWidget(self._paste, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self._hint)
        self._open.clicked.connect(self.ask)
        self._paste.clicked.connect(self.paste_asked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def ask(self) -> None:
        """Let the visitor choose a file."""
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.webp *.tif *.tiff *.pgm *.ppm *.pbm)")
        dialog = QFileDialog(self, self.tr("Open a photo"), QDir.homePath(), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.opened)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._open.setText(self.tr("Open…"))
        self._open.setToolTip(self.tr("Open a photo of handwritten digits  (Ctrl+O)"))
        self._paste.setText(self.tr("Paste"))
        self._paste.setToolTip(self.tr("Take the picture on the clipboard  (Ctrl+V)"))
        self._hint.setText(self.tr("Or drop a picture anywhere on this page."))

    def _restyle(self) -> None:
        self._row.setSpacing(theme().space(2))
        self._column.setSpacing(theme().space(1.5))
