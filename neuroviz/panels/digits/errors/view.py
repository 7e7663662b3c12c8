"""ErrorsView: the sheet of pictures, the chosen one enlarged, the confusion matrix, the calibration."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.panels.digits.errors.calibration_view import CalibrationView
from neuroviz.panels.digits.errors.detail import Detail
from neuroviz.panels.digits.errors.filter_row import FilterRow
from neuroviz.ui.confusion import ConfusionMatrix
from neuroviz.ui.image_sheet import ImageSheet
from neuroviz.ui.theme import theme, theme_changes


class ErrorsView(QWidget):
    """The places of the page; what goes into them is the panel's affair."""

    def __init__(self) -> None:
        super().__init__()
        self.filters, self.sheet, self.detail = FilterRow(), ImageSheet(), Detail()
        self.matrix, self.calibration = ConfusionMatrix(), CalibrationView()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._left.addWidget(self.filters)
        self._left.addWidget(self.sheet, 1)
        self._left.addWidget(self.detail)
        self._right.addWidget(self.matrix, 5)
        self._right.addWidget(self.calibration, 4)
        self._all = QHBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._left, 11)
        self._all.addLayout(self._right, 10)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.sheet.setAccessibleName(self.tr("Pictures"))
        self.sheet.set_empty(self.tr("There is no such picture."))

    def _restyle(self) -> None:
        look = theme()
        self._all.setSpacing(look.space(5))
        self._left.setSpacing(look.space(3))
        self._right.setSpacing(look.space(3))
