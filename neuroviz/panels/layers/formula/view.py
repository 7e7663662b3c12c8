"""FormulaBoard: the formula, how it is written, the maps or the counts below it, and copying."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from neuroviz.panels.layers.formula.counts_view import CountsView
from neuroviz.panels.layers.formula.formula_view import FormulaView
from neuroviz.panels.layers.formula.large_map import LargeMap
from neuroviz.panels.layers.formula.maps_view import MapsView
from neuroviz.ui.choices import Segmented
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.theme import theme, theme_changes

Form = Literal["whole", "units", "layers"]
FORMS: tuple[Form, ...] = ("whole", "units", "layers")
"""One formula of the inputs; a line for each value; whole layers at a time."""

Below = Literal["maps", "counts", "nothing"]
BELOWS: tuple[Below, ...] = ("maps", "counts", "nothing")
Language = Literal["text", "latex", "python"]
LANGUAGES: tuple[Language, ...] = ("text", "latex", "python")


_AT_MOST = 0.6  # of the height, for a formula that all but fits into its half


class FormulaBoard(QWidget):
    """The picture of the page."""

    form_asked = Signal(object)
    below_asked = Signal(object)
    copy_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.formula, self.maps, self.large, self.counts = FormulaView(), MapsView(), LargeMap(), CountsView()
        self.forms, self.belows, self.copy = Segmented(), Segmented(), QPushButton()
        self._menu = QMenu(self.copy)
        for language in LANGUAGES:
            self._menu.addAction("").setData(language)
        self.copy.setMenu(self._menu)
        self.copy.setAutoDefault(False)
        self._lower = QStackedWidget()
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self._fit)
        self._lay_out()
        self.forms.chosen.connect(self.form_asked)
        self.belows.chosen.connect(self.below_asked)
        self._menu.triggered.connect(self._on_copy)
        theme_changes.changed.connect(self._restyle)
        self.retranslate()
        self._restyle()

    def set_form(self, form: Form) -> None:
        """How it is written, silently."""
        self.forms.set_value(form)

    def set_below(self, below: Below, *, plane: bool) -> None:
        """What is below, silently; plane: whether there are maps to choose."""
        self.belows.set_value(below)
        self.belows.setVisible(plane)
        self._lower.setCurrentIndex(0 if below == "maps" and plane else 1)
        self._lower.setVisible(below != "nothing" or not plane)
        self.refit()

    def refit(self) -> None:
        """The formula may need another height."""
        self._refit.start()

    def _fit(self) -> None:
        """The formula gets the height it needs, and what is below it always enough."""
        look = theme()
        top = self.forms.sizeHint().height() + 2 * look.space(2)
        whole = max(1, self.height() - top)
        alone, maps = self._lower.isHidden(), self._lower.currentIndex() == 0
        most = whole if alone else round(whole * (0.5 if maps else 0.42))
        if not alone and not maps:  # a short table leaves more
            most = max(most, whole - self.counts.table.minimumSizeHint().height() - look.space(2))
        wanted = self.formula.wanted(self.width(), most)
        if most < wanted <= round(whole * _AT_MOST):  # rather a little more than a last line cut off
            most = wanted
        self.formula.setFixedHeight(most if alone else min(max(wanted, look.space(16)), most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As large as it may be."""
        return QSize(theme().space(150), theme().space(120))

    def minimumSizeHint(self) -> QSize:
        """The least in which something is to be seen of each."""
        return QSize(theme().space(90), theme().space(64))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        forms = (self.tr("In one"), self.tr("Unit by unit"), self.tr("By layers"))
        belows = (self.tr("Maps"), self.tr("Counts"), self.tr("Neither"))
        tips = (
            self.tr("Every name replaced by what it stands for: one formula of the inputs"),
            self.tr("A line for each value, with names"),
            self.tr("Whole layers at a time, for nets of any size"),
        )
        for box, values, texts in ((self.forms, FORMS, forms), (self.belows, BELOWS, belows)):
            if box.value() is None:
                box.set_choices(tuple(zip(values, texts, strict=True)))
            else:
                box.set_texts(texts)
        for button, tip in zip(self.forms.findChildren(QPushButton), tips, strict=True):
            button.setToolTip(tip)
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copies what is written here, as text, for LaTeX, or as a program"))
        names = (self.tr("As text"), self.tr("As LaTeX"), self.tr("As Python with NumPy"))
        # asked of the menu each time: PySide may take the wrappers of its actions for dead while it lives
        for action, name in zip(self._menu.actions(), names, strict=True):
            action.setText(name)
        self.formula.page.setAccessibleName(self.tr("The formula"))

    def _on_copy(self, action: QAction) -> None:
        self.copy_asked.emit(action.data())

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self.forms)
        self._top.addStretch(1)
        self._top.addWidget(self.belows)
        self._top.addStretch(1)
        self._top.addWidget(self.copy)
        for one in (self.forms, self.belows, self.copy):
            leave_out(one)
        both = QWidget()
        self._both = QHBoxLayout(both)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addWidget(self.maps, 3)
        self._both.addWidget(self.large, 2)
        self._lower.addWidget(both)
        self._lower.addWidget(self.counts)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self.formula)
        self._column.addWidget(self._lower, 1)

    def _restyle(self) -> None:
        look = theme()
        self._column.setSpacing(look.space(2))
        self._both.setSpacing(look.space(3))
        self._top.setSpacing(look.space(2))
        self.refit()
