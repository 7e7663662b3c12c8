"""SurfaceForm: which surface is walked on, and the formula where it is one's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from neuroviz.data.formula import FormulaError
from neuroviz.panels.descent import words
from neuroviz.panels.descent.ground import FORMULA, NAMES, check_formula
from neuroviz.ui.choices import ChoiceBox
from neuroviz.ui.controls import Words
from neuroviz.ui.focus import hand_back
from neuroviz.ui.theme import theme, theme_changes


class SurfaceForm(QWidget):
    """A formula takes effect as it is typed, while it can be read; what is wrong with it is said below."""

    chosen = Signal(str)
    """Another surface."""

    typed = Signal(str)
    """Another formula that can be read."""

    done = Signal()
    """The formula is finished for now."""

    def __init__(self, names: tuple[str, ...] = NAMES) -> None:
        super().__init__()
        self._names = names
        self.box, self.line, self.fault = ChoiceBox(), QLineEdit(), Words(scale=0.85)
        self.fault.setWordWrap(True)
        self.line.setMaxLength(1_100)  # one more than can be read, so that a longer one is told of
        for name in names:
            self.box.addItem("", name)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for one in (self.box, self.line, self.fault):
            column.addWidget(one)
        self.box.activated.connect(self._on_chosen)
        self.line.textEdited.connect(self._on_typed)
        self.line.editingFinished.connect(self.done)
        self.line.returnPressed.connect(self._on_returned)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def show_surface(self, name: str, formula: str) -> None:
        """What is walked on, silently. A formula under way is left alone while it means the same."""
        self.box.setCurrentIndex(self._names.index(name))
        own = name == FORMULA
        self.line.setVisible(own)
        if self.line.text() != formula and not (self.line.hasFocus() and self._fault()):
            self.line.setText(formula)
        self._say()

    def retranslate(self) -> None:
        """Say everything anew."""
        names = words.surfaces()
        for i, name in enumerate(self._names):
            self.box.setItemText(i, names[name])
        self.box.setAccessibleName(self.tr("Surface"))
        self.box.setToolTip(self.tr("What is walked on"))
        self.line.setAccessibleName(self.tr("Formula in x and y"))
        self.line.setToolTip(
            self.tr("Such as x² + 10y², sin(x) cos(y), exp(-x²-y²), abs(x), max(x, y), hypot(x, y)")
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_chosen(self, i: int) -> None:
        self.chosen.emit(self._names[i])

    def _on_typed(self, text: str) -> None:
        self._say()
        if self._fault() is None:
            self.typed.emit(text)

    def _on_returned(self) -> None:
        hand_back(self.line)

    def _fault(self) -> FormulaError | None:
        try:
            check_formula(self.line.text())
        except FormulaError as error:
            return error
        return None

    def _say(self) -> None:
        error = self._fault() if not self.line.isHidden() else None
        text = "" if error is None else words.formula_fault(error.id, error.position, error.facts)
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        self.line.setAccessibleDescription(text)
        palette = self.fault.palette()
        palette.setColor(self.fault.foregroundRole(), theme().bad)
        self.fault.setPalette(palette)

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1.5))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._say()
