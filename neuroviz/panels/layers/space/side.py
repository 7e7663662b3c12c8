"""SpaceSide: which layer, and PCA or t-SNE, as controls beside the map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuroviz.nn import Net
from neuroviz.ui.choices import ChoiceBox, Segmented
from neuroviz.ui.controls import Words
from neuroviz.ui.layer_names import layer_name, layer_size
from neuroviz.ui.theme import theme, theme_changes

PCA, TSNE = "pca", "tsne"


class SpaceSide(QWidget):
    """Setters never emit."""

    layer_chosen = Signal(int)
    """A layer, 0 for the input."""

    map_chosen = Signal(str)
    """PCA or TSNE."""

    def __init__(self) -> None:
        super().__init__()
        self._net: Net | None = None
        self._heading, self._kind = Words(scale=0.85, quiet=True), Words(scale=0.85, quiet=True)
        self._box, self._maps = ChoiceBox(), Segmented()
        self._maps.set_choices(((PCA, "PCA"), (TSNE, "t-SNE")))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for one in (self._heading, self._box, self._kind, self._maps):
            self._column.addWidget(one)
        self._box.activated.connect(self.layer_chosen.emit)
        self._maps.chosen.connect(self.map_chosen.emit)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def set_net(self, net: Net) -> None:
        """Offer its layers."""
        if net is not self._net:
            self._net = net
            self._refill()

    def set_layer(self, layer: int) -> None:
        """Show the chosen one."""
        self._box.setCurrentIndex(layer)

    def set_map(self, kind: str) -> None:
        """Show which map is seen."""
        self._maps.set_value(kind)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _refill(self) -> None:
        assert self._net is not None
        now = self._box.currentIndex()
        self._box.clear()
        names = [
            f"{layer_name(self._net, i)}  ·  {layer_size(self._net, i)}"
            for i in range(len(self._net.layers) + 1)
        ]
        self._box.addItems(names)
        self._box.setCurrentIndex(min(max(now, 0), len(names) - 1))

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Layer"))
        self._kind.setText(self.tr("Map"))
        self._box.setAccessibleName(self.tr("Layer"))
        self._box.setToolTip(self.tr("Whose numbers are mapped: those of the input, or what a layer gives"))
        tip = self.tr(
            "PCA shows the two directions in which the points differ most: a straight shadow of the space. "
            "t-SNE moves the points until near ones are near: playing shows how"
        )
        self._maps.set_texts((self.tr("PCA"), self.tr("t-SNE")))
        self._maps.setToolTip(tip)
        self._maps.setAccessibleName(self.tr("Map"))
        self._maps.setAccessibleDescription(tip)
        if self._net is not None:
            self._refill()

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1.5))
