"""MapTools: buttons for what mouse and keys do on the map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from neuroviz.ui.controls import Words
from neuroviz.ui.net_map import NetMap
from neuroviz.ui.netmap.hands import STEP
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes


class MapTools(QWidget):
    """Closer, farther, all of it; and the way back from the answer."""

    answer_asked = Signal()
    """The path of the answer is wanted, or, while one is shown, none."""

    def __init__(self, view: NetMap) -> None:
        super().__init__()
        leave_out(self)
        self._view = view
        self._out, self._in, self._all, self._answer = (QPushButton() for _ in range(4))
        self._hint = Words(scale=0.85, quiet=True)
        self._hint.setWordWrap(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, one in enumerate((self._out, self._in, self._all)):
            self._grid.addWidget(one, 0, column)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self._answer, 1, 0, 1, 3)
        self._grid.addWidget(self._hint, 2, 0, 1, 3)
        self._in.clicked.connect(lambda: view.zoom(STEP * STEP))
        self._out.clicked.connect(lambda: view.zoom(1 / (STEP * STEP)))
        self._all.clicked.connect(self._on_all)
        self._answer.clicked.connect(self.answer_asked)
        view.looked.connect(self._catch_up)
        view.followed.connect(self._catch_up)
        view.arranged.connect(self._catch_up)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def _on_all(self) -> None:
        self._view.see_all()
        if self._view.folded():
            self._view.set_folded(())
            self._view.arranged.emit()

    def _catch_up(self) -> None:
        whole = self._view.camera().whole
        self._out.setEnabled(not whole)
        self._all.setEnabled(not whole or bool(self._view.folded()))
        following = self._view.following() is not None
        self._answer.setText(self.tr("Follow no more") if following else self.tr("Follow the answer"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._in.setText("+")
        self._in.setAccessibleName(self.tr("Closer"))
        self._in.setToolTip(self.tr("Closer") + "  (+)")
        self._out.setText("−")
        self._out.setAccessibleName(self.tr("Farther"))
        self._out.setToolTip(self.tr("Farther") + "  (−)")
        self._all.setText(self.tr("Whole net"))
        self._all.setToolTip(self.tr("Shows all of it, no layer folded"))
        self._answer.setToolTip(
            self.tr("Shows what the answer is owed to, layer by layer, back to the input")
        )
        self._hint.setText(self.tr("Click a unit: its path. Double-click a layer: fold it. Wheel: zoom."))
        self._catch_up()

    def _restyle(self) -> None:
        look = theme()
        self._grid.setSpacing(look.space(1))
        for one in (self._in, self._out):
            one.setFixedWidth(look.space(9))
