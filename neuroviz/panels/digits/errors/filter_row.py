"""FilterRow: above the sheet, what it shows, and the way back to all of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from neuroviz.panels.digits.errors.filters import Filter, Kind
from neuroviz.ui.choices import ChoiceBox, Segmented
from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.errors import painted
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes


class _OneLine(Words):
    """Words on one line, cut short by an ellipsis; the whole is the tooltip."""

    def __init__(self, *, scale: float, quiet: bool) -> None:
        super().__init__(scale=scale, quiet=quiet)
        self.setProperty("elides", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The words, as many as fit."""
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setFont(self.font())
        painter.setPen(theme().quiet)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), text)


class FilterRow(QWidget):
    """Mistakes or right answers, of every digit or of one; a line says what is shown."""

    chosen = Signal(object)
    """The Filter that is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._filter = Filter()
        self._kind, self._digit = Segmented(), ChoiceBox()
        self._kind.set_choices([("wrong", ""), ("hesitant", "")])
        self._digit.addItems([""] * 11)
        self._told = _OneLine(scale=0.85, quiet=True)
        self._clear = IconButton("close")
        leave_out(self._kind, self._digit, self._clear)
        self._row, self._line = QHBoxLayout(), QHBoxLayout()
        self._row.addWidget(self._kind, 3)
        self._row.addWidget(self._digit, 2)
        self._line.addWidget(self._told, 1)
        self._line.addWidget(self._clear)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addLayout(self._line)
        self._kind.chosen.connect(self._on_chosen)
        self._digit.activated.connect(self._on_chosen)
        self._clear.clicked.connect(self._on_clear)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def set_filter(self, wanted: Filter) -> None:
        """Show what is chosen."""
        self._filter = wanted
        self._kind.set_value("hesitant" if wanted.kind == "hesitant" else "wrong")
        self._digit.setCurrentIndex(wanted.label + 1 if wanted.kind in ("wrong", "hesitant") else 0)
        self._clear.setEnabled(wanted != Filter())

    def tell(self, text: str) -> None:
        """Say what the sheet shows."""
        self._told.setText(text)
        self._told.setToolTip(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_chosen(self, _value: object) -> None:
        kind: Kind = "hesitant" if self._kind.value() == "hesitant" else "wrong"
        self.chosen.emit(Filter(kind, self._digit.currentIndex() - 1))

    def _on_clear(self) -> None:
        self.chosen.emit(Filter())

    def _retranslate(self) -> None:
        self._kind.set_texts([self.tr("Wrong"), self.tr("Barely right")])
        self._digit.setItemText(0, self.tr("every digit"))
        for i in range(10):
            self._digit.setItemText(i + 1, str(i))
        self._digit.setAccessibleName(self.tr("Pictures of which digit"))
        self._digit.setToolTip(self.tr("Show pictures of this digit alone"))
        self._clear.describe(self.tr("Show all mistakes again"))

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1))
        self._row.setSpacing(theme().space(2))
