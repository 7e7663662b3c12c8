"""MethodList: who races, in which colour, how each stands; the knobs of the one that is picked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from neuroviz.panels.descent import words
from neuroviz.panels.descent.ink import colour_of
from neuroviz.panels.descent.walk.config import method_of, own_knobs
from neuroviz.sims.descent.methods import KINDS, Kind, Method, usual
from neuroviz.ui.choices import Toggle
from neuroviz.ui.controls import Words
from neuroviz.ui.errors import painted
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.theme import theme, theme_changes


class MethodList(QWidget):
    """A switch for each method, its name to pick it by, and its value; below, the knobs of the picked one."""

    shown = Signal(object, bool)
    """A kind is to race, or not any more."""

    picked = Signal(object)
    """A kind whose knobs are wanted."""

    turned = Signal(object)
    """A Method whose knob was turned."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = {kind: MethodRow(kind) for kind in KINDS}
        self.forms = {kind: KnobForm(own_knobs(usual(kind)), words.method_knobs) for kind in KINDS}
        self._stack = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for kind, row in self._rows.items():
            row.shown.connect(self.shown)
            row.picked.connect(self.picked)
            self._column.addWidget(row)
            self._stack.addWidget(self.forms[kind])
            self.forms[kind].changed.connect(lambda *_, kind=kind: self.turned.emit(self.method(kind)))
        self._column.addWidget(self._stack)
        theme_changes.changed.connect(self._restyle)
        self._restyle()

    def method(self, kind: Kind) -> Method:
        """As its knobs stand."""
        return method_of(kind, self.forms[kind].config())

    def set_method(self, method: Method) -> None:
        """Show its knobs so, silently."""
        self.forms[method.kind].set_config(own_knobs(method))

    def show_state(self, shown: tuple[Kind, ...], picked: Kind) -> None:
        """Who races, and who is picked, silently."""
        for kind, row in self._rows.items():
            row.show_state(races=kind in shown, picked=kind == picked)
        form = self.forms[picked]
        self._stack.setCurrentWidget(form)
        for one in self.forms.values():  # as high as the knobs that are seen, not as the most there are
            policy = QSizePolicy.Policy.Preferred if one is form else QSizePolicy.Policy.Ignored
            one.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self._stack.updateGeometry()

    def show_values(self, texts: dict[Kind, str]) -> None:
        """How each stands."""
        for kind, row in self._rows.items():
            row.show_value(texts.get(kind, ""))

    def row(self, kind: Kind) -> MethodRow:
        """The row of a method."""
        return self._rows[kind]

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(0.5))


class MethodRow(QWidget):
    """One method."""

    shown = Signal(object, bool)
    picked = Signal(object)

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self.toggle, self.name, self._value = Toggle(), QPushButton(), Words(quiet=True, scale=0.85)
        self._swatch = _Swatch(kind)
        self.name.setCheckable(True)
        self.name.setProperty("flat", True)
        for button in (self.toggle, self.name):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for one in (self.toggle, self._swatch, self.name):
            self._row.addWidget(one)
        self._row.addStretch(1)
        self._row.addWidget(self._value)
        self.toggle.clicked.connect(lambda on: self.shown.emit(kind, on))
        self.name.clicked.connect(self._on_name)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_state(self, *, races: bool, picked: bool) -> None:
        """Silently."""
        self.toggle.setChecked(races)
        self.name.setChecked(picked)

    def show_value(self, text: str) -> None:
        """Where it stands, in few words."""
        if text != self._value.text():
            self._value.setText(text)
            self.name.setAccessibleDescription(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_name(self) -> None:
        self.name.setChecked(True)
        self.picked.emit(self.kind)

    def _retranslate(self) -> None:
        name = words.methods()[self.kind]
        self.name.setText(name)
        self.name.setToolTip(self.tr("Its knobs, and its step in numbers"))
        self.toggle.setAccessibleName(self.tr("{name} races").format(name=name))
        self.toggle.setToolTip(self.tr("{name} races").format(name=name))

    def _restyle(self) -> None:
        self._row.setSpacing(theme().space(1.5))


class _Swatch(QWidget):
    """The colour and the dash of a method's path."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind
        theme_changes.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A short stroke."""
        return QSize(theme().space(5), theme().space(3))

    def minimumSizeHint(self) -> QSize:
        """No shorter."""
        return self.sizeHint()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The stroke."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour_of(self._kind, theme()), theme().stroke(3))
        painter.setPen(pen)
        middle = QRectF(self.rect()).center().y()
        painter.drawLine(2, round(middle), self.width() - 2, round(middle))


