"""MethodChooser: by which method the model is fitted, and the knobs of that one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuroviz.data.two_knobs import TwoKnobs
from neuroviz.panels.descent import words
from neuroviz.panels.descent.walk.config import method_of, own_knobs
from neuroviz.sims.descent.methods import KINDS, Kind, Method, usual
from neuroviz.ui.choices import ChoiceBox
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.theme import theme, theme_changes

_EVEN = ("adagrad", "rmsprop", "adam", "adamw")
_STRIDE = 0.02  # of the narrower side


class MethodChooser(QWidget):
    """Each method keeps its knobs while another one is chosen."""

    chosen = Signal(object)
    """A kind of method."""

    turned = Signal(object)
    """A Method whose knob was turned."""

    def __init__(self) -> None:
        super().__init__()
        self.box = ChoiceBox()
        self.forms = {kind: KnobForm(own_knobs(usual(kind)), words.method_knobs) for kind in KINDS}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.box)
        for kind, form in self.forms.items():
            self.box.addItem("", kind)
            self._column.addWidget(form)
            form.changed.connect(lambda *_, kind=kind: self.turned.emit(self.method(kind)))
        self.box.activated.connect(lambda i: self.chosen.emit(KINDS[i]))
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def method(self, kind: Kind) -> Method:
        """As its knobs stand."""
        return method_of(kind, self.forms[kind].config())

    def set_method(self, method: Method) -> None:
        """Show its knobs so, silently."""
        self.forms[method.kind].set_config(own_knobs(method))

    def set_rates(self, model: TwoKnobs) -> None:
        """All of them as one would begin with a model, silently. Those whose steps are as long whatever the
        slope begin with a small part of what is seen.
        """
        w0, w1, b0, b1 = model.domain
        far = float(f"{_STRIDE * min(w1 - w0, b1 - b0):.0e}")
        for kind in KINDS:
            method = usual(kind, model.rate)
            self.set_method(replace(method, rate=far) if kind in _EVEN else method)

    def show_chosen(self, kind: Kind) -> None:
        """One of them, silently."""
        self.box.setCurrentIndex(KINDS.index(kind))
        for one, form in self.forms.items():
            form.setVisible(one == kind)

    def retranslate(self) -> None:
        """Say everything anew."""
        names = words.methods()
        for i, kind in enumerate(KINDS):
            self.box.setItemText(i, names[kind])
        self.box.setAccessibleName(self.tr("Method"))
        self.box.setToolTip(self.tr("How the model is fitted"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(2))
