"""WeightPicker: which weight is taken apart: a layer, its place in the layer's array, or the strongest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from neuroviz.nn import Net
from neuroviz.runtime import Knob
from neuroviz.sims.one_weight import Weight
from neuroviz.ui.choices import ChoiceBox
from neuroviz.ui.controls import Words
from neuroviz.ui.number_box import NumberBox
from neuroviz.ui.theme import theme, theme_changes

_MOST_AXES = 4


class WeightPicker(QWidget):
    """The layers with weights, and a number box for each axis of the array."""

    chosen = Signal(object)
    """The Weight that the visitor wants."""

    strongest_asked = Signal(int)
    """The weight of this layer with the largest gradient is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._net: Net | None = None
        self._weight: Weight | None = None
        self._heading, self._axes = Words(scale=0.85, quiet=True), Words(scale=0.85, quiet=True)
        self._axes.setWordWrap(True)
        self._layer, self._strongest = ChoiceBox(), QPushButton()
        self._boxes: list[NumberBox] = []
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._layer)
        self._column.addLayout(self._row)
        self._column.addWidget(self._axes)
        self._column.addWidget(self._strongest)
        self._layer.activated.connect(self._on_layer)
        self._strongest.clicked.connect(self._on_strongest)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def set_net(self, net: Net) -> None:
        """Offer the layers of this net."""
        self._net = net
        self._fill()

    def set_weight(self, weight: Weight | None) -> None:
        """Show which one is taken apart, silently."""
        if weight == self._weight or weight is None or self._net is None:
            return
        fresh = self._weight is None or self._key(self._weight) != self._key(weight)
        self._weight = weight
        self._layer.setCurrentIndex(self._layer.findData(f"{weight.layer} {weight.name}"))
        if fresh:
            self._build(self._net.views(weight.layer)[weight.name].shape)
        for box, value in zip(self._boxes, weight.index, strict=True):
            box.set_value(value)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @staticmethod
    def _key(weight: Weight) -> tuple[int, str]:
        return weight.layer, weight.name

    def _fill(self) -> None:
        net, self._weight = self._net, None
        self._layer.clear()
        if net is None:
            return
        for i in range(len(net.layers)):
            for name, segment in net.plan.segments[i].items():
                if segment.parameter.trainable:
                    self._layer.addItem(self._named(net, f"{i} {name}"), f"{i} {name}")

    def _named(self, net: Net, key: str) -> str:
        i, name = _of(key)
        layer = net.layers[i].kind
        kinds = {"dense": self.tr("dense"), "conv2d": self.tr("convolution")}
        what = {"w": self.tr("weights"), "b": self.tr("biases")}.get(name, name)
        text = self.tr("layer {i}, {kind}: {what}")
        return text.format(i=i + 1, kind=kinds.get(layer, layer), what=what)

    def _build(self, shape: tuple[int, ...]) -> None:
        for box in self._boxes:
            self._row.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = [NumberBox(Knob(0, 0, n - 1, integer=True)) for n in shape[:_MOST_AXES]]
        for box in self._boxes:
            self._row.addWidget(box)
            box.entered.connect(self._on_entered)
        self._say_axes()

    def _say_axes(self) -> None:
        axes = {
            1: (self.tr("unit"),),
            2: (self.tr("from unit"), self.tr("to unit")),
            4: (self.tr("to map"), self.tr("from map"), self.tr("row"), self.tr("column")),
        }.get(len(self._boxes), tuple(map(str, range(1, len(self._boxes) + 1))))
        for box, name in zip(self._boxes, axes, strict=True):
            box.setAccessibleName(name)
            box.setToolTip(name)
        self._axes.setText(" · ".join(axes))

    def _on_entered(self, _value: object) -> None:
        if self._weight is not None:
            index = tuple(int(box.value()) for box in self._boxes)
            self.chosen.emit(Weight(self._weight.layer, self._weight.name, index))

    def _on_layer(self, index: int) -> None:
        layer, name = _of(self._layer.itemData(index))
        if self._net is None:
            return
        if name == "w":
            self.strongest_asked.emit(layer)
        else:
            shape = self._net.views(layer)[name].shape
            self.chosen.emit(Weight(layer, name, (0,) * len(shape)))

    def _on_strongest(self) -> None:
        if self._weight is not None:
            self.strongest_asked.emit(self._weight.layer)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Weight taken apart"))
        self._layer.setAccessibleName(self.tr("Layer of the weight"))
        self._layer.setToolTip(self.tr("Which layer's weights; a click on a unit takes its strongest one"))
        self._strongest.setText(self.tr("Largest gradient"))
        self._strongest.setToolTip(self.tr("The weight of this layer that the loss depends on most"))
        if self._net is not None:
            for k in range(self._layer.count()):
                self._layer.setItemText(k, self._named(self._net, self._layer.itemData(k)))
        self._say_axes()

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1.5))
        self._row.setSpacing(theme().space(1))


def _of(key: str) -> tuple[int, str]:
    """The layer and the name of an entry."""
    layer, name = key.split()
    return int(layer), name
