"""SpaceView: the centre of the page: the map, the nearest beside it, the maps of all layers below."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.panels.layers.space.legend import Legend
from neuroviz.panels.layers.space.map_view import MapView
from neuroviz.panels.layers.space.near_list import NearList
from neuroviz.panels.layers.space.strip import LayerStrip
from neuroviz.ui.controls import Words
from neuroviz.ui.long_work import LongWork, UntilDone
from neuroviz.ui.theme import theme, theme_changes


class SpaceView(QWidget):
    """Only puts things in their places."""

    def __init__(self) -> None:
        super().__init__()
        self.map, self.near, self.strip, self.legend = MapView(), NearList(), LayerStrip(), Legend()
        self._near_head, self._strip_head = Words(scale=0.85, quiet=True), Words(scale=0.85, quiet=True)
        self._near_head.setWordWrap(True)
        self.work = LongWork()
        self.until = UntilDone(self.work, self._strip_head)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._left.addWidget(self.map, 1)
        self._right.addWidget(self._near_head)
        self._right.addWidget(self.near, 1)
        self._upper = QHBoxLayout()
        self._upper.addLayout(self._left, 5)
        self._upper.addLayout(self._right, 2)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._upper, 1)
        self._all.addWidget(self.legend)
        self._all.addLayout(self.until)
        self._all.addWidget(self.strip)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._near_head.setText(self.tr("Nearest in this layer"))
        self._strip_head.setText(
            self.tr("All layers by PCA; below each: points whose 5 nearest tell their class")
        )

    def _restyle(self) -> None:
        now = theme()
        self._all.setSpacing(now.space(1))
        self._upper.setSpacing(now.space(4))
        self._left.setSpacing(now.space(1))
        self._right.setSpacing(now.space(1))
