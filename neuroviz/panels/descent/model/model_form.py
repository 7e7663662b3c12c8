"""ModelForm: which model, which examples, and how the surface is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from neuroviz.data.two_knobs import KINDS
from neuroviz.panels.descent.model import words
from neuroviz.panels.descent.model.config import SEEN, Fitting
from neuroviz.ui.choices import ChoiceBox, Segmented, Toggle
from neuroviz.ui.theme import theme, theme_changes


class ModelForm(QWidget):
    """The model and its examples."""

    chosen = Signal(object)
    """A kind of model."""

    scale_asked = Signal(bool)
    """Inputs are to be given to the model scaled, or as they are."""

    others_asked = Signal()
    """Other examples are to be drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.box, self.scale, self.others = ChoiceBox(), LabelledToggle(), QPushButton()
        for kind in KINDS:
            self.box.addItem("", kind)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for one in (self.box, self.others, self.scale):
            self._column.addWidget(one)
        self.box.activated.connect(lambda i: self.chosen.emit(KINDS[i]))
        self.scale.toggle.clicked.connect(self.scale_asked)
        self.others.clicked.connect(self.others_asked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_setting(self, now: Fitting) -> None:
        """As it is set, silently."""
        self.box.setCurrentIndex(KINDS.index(now.kind))
        self.scale.toggle.setChecked(now.scaled)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for i, name in enumerate(words.kinds().values()):
            self.box.setItemText(i, name)
        self.box.setAccessibleName(self.tr("Model"))
        self.box.setToolTip(self.tr("What is fitted to the examples"))
        self.others.setText(self.tr("Draw other examples"))
        self.scale.set_text(
            self.tr("Scale the inputs"),
            self.tr("The model is given (x − mean) / standard deviation: the same curves, a rounder surface"),
        )

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(2))


class SightForm(QWidget):
    """How the surface is seen."""

    seen_asked = Signal(object)
    """Another view of it."""

    log_asked = Signal(bool)
    """Heights are to grow with the logarithm of the loss, or with the loss."""

    def __init__(self) -> None:
        super().__init__()
        self.choice, self.log = Segmented(), LabelledToggle()
        self.choice.set_choices([(one, one) for one in SEEN])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.choice)
        self._column.addWidget(self.log)
        self.choice.chosen.connect(self.seen_asked)
        self.log.toggle.clicked.connect(self.log_asked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_setting(self, now: Fitting) -> None:
        """As it is set, silently."""
        self.choice.set_value(now.seen)
        self.log.toggle.setChecked(now.log)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.choice.set_texts([self.tr("From above"), self.tr("As a block")])
        self.log.set_text(self.tr("Logarithmic"), self.tr("Each power of ten of the loss is as high"))

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(2))


class LabelledToggle(QWidget):
    """A switch and its words beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.toggle, self._label = Toggle(), QLabel()
        self.toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._label.setBuddy(self.toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self.toggle)

    def set_text(self, text: str, told: str) -> None:
        """Its words, and what they mean."""
        self._label.setText(text)
        self.toggle.setAccessibleName(text)
        self.toggle.setAccessibleDescription(told)
        for one in (self._label, self.toggle):
            one.setToolTip(told)
