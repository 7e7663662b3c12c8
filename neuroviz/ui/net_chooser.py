"""NetChooser: which of the workspace's nets a room works with; the choice holds for all rooms."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuroviz.io.problem import Problem
from neuroviz.nn import Net
from neuroviz.resources import asset
from neuroviz.ui.choices import ChoiceBox
from neuroviz.ui.controls import Words
from neuroviz.ui.follow import follow
from neuroviz.ui.netview.stages import as_picture, stages
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.workspace import Kind, Workspace

Fits = Callable[[Net], bool]


def reads_digits(net: Net) -> bool:
    """Whether a net takes the picture of a digit and gives a value for each of the ten."""
    return math.prod(net.input_shape) == 784 and net.shapes[-1] == (10,)


def any_net(_net: Net) -> bool:
    """Every net will do."""
    return True


def current_name(workspace: Workspace, fits: Fits = reads_digits) -> str | None:
    """The net that all rooms work with; where it does not fit, the one that did so last; None for none."""
    return next((name for name in workspace.recent("net") if fits(workspace.get("net", name))), None)


def current_net(workspace: Workspace, fits: Fits = reads_digits) -> Net:
    """The net of that name. Raises Problem (net-none) when no net could be read at the start."""
    name = current_name(workspace, fits)
    if name is None:
        raise Problem("net-none", path=str(asset("weights")))
    net = workspace.get("net", name)
    assert isinstance(net, Net)
    return net


def choose_net(workspace: Workspace, name: object) -> None:
    """Work with the net of that name from now on; what is no name of a net changes nothing."""
    if isinstance(name, str) and name in workspace.names("net"):
        workspace.choose("net", name)


def net_title(name: str) -> str:
    """What a net is called on the screen: those that ship in the present language, others as named."""
    translate = QCoreApplication.translate
    shipped = {
        "Linear": translate("NetTitles", "Linear"),
        "2-3-1": translate("NetTitles", "2-3-1, a circle"),
        "2-4-2": translate("NetTitles", "2-4-2, exclusive or"),
        "2-8-8-3": translate("NetTitles", "2-8-8-3, three regions"),
        "2-16-16-2": translate("NetTitles", "2-16-16-2, two spirals"),
        "Dead units": translate("NetTitles", "Dead units"),
        "Saturated": translate("NetTitles", "Saturated"),
    }
    return shipped.get(name, name)


class NetChooser(QWidget):
    """A list of names and a line that says how large the current one is; follows the workspace.

    Only nets that fit are offered.
    """

    chosen = Signal(str)
    """The current net is another than before; also when another room chose it."""

    picked = Signal()
    """The visitor has chosen a net here, and everybody has heard of it."""

    def __init__(self, workspace: Workspace, fits: Fits = reads_digits) -> None:
        super().__init__()
        self._workspace, self._fits = workspace, fits
        self._told = self._net()
        self.by_hand = False  # whether a choice of the visitor is being told
        self._heading = Words(scale=0.85, quiet=True)
        self._box = ChoiceBox()
        self._size = Words(scale=0.85, quiet=True)
        self._size.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for one in (self._heading, self._box, self._size):
            self._column.addWidget(one)
        self._refill()
        self._retranslate()
        self._restyle()
        self._box.activated.connect(self._on_activated)
        follow(workspace, self, self._on_workspace)
        theme_changes.changed.connect(self._restyle)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def name(self) -> str:
        """The current net; "" for none."""
        return current_name(self._workspace, self._fits) or ""

    def choose(self, name: str) -> None:
        """Work with that net, unless it is the current one or is gone."""
        if name != self.name():
            choose_net(self._workspace, name)

    def _on_activated(self, index: int) -> None:
        self.by_hand = True
        try:
            self._workspace.choose("net", self._box.itemData(index))
        finally:
            self.by_hand = False
        self.picked.emit()

    def _on_workspace(self, kind: Kind, _name: str) -> None:
        if kind == "net":
            self._refill()
            self._say_size()
            net = self._net()
            if net is not None and net is not self._told:
                self._told = net
                self.chosen.emit(self.name())

    def _net(self) -> Net | None:
        name = self.name()
        return self._workspace.get("net", name) if name else None

    def _refill(self) -> None:
        space = self._workspace
        names = [name for name in space.names("net") if self._fits(space.get("net", name))]
        if names != [self._box.itemData(i) for i in range(self._box.count())]:
            self._box.clear()
            for name in names:
                self._box.addItem(net_title(name), name)
        self._box.setCurrentIndex(self._box.findData(self.name()))

    def _say_size(self) -> None:
        net = self._net()
        if net is not None:
            self._size.setText(self._way(net).format(size=self._size_of(net)))

    def _size_of(self, net: Net) -> str:
        """How much there is to it; a layer is one with weights and all that follows it, as in its picture."""
        layers = len(stages(net)) - 1
        text = (
            self.tr("{n} parameters in one layer")
            if layers == 1
            else self.tr("{n} parameters in {k} layers")
        )
        return text.format(n=f"{net.n_params:,}", k=f"{layers:,}")

    def _way(self, net: Net) -> str:
        """From what to what it goes."""
        numbers = math.prod(net.input_shape)
        if len(as_picture(net.input_shape)) == 3:
            return self.tr("{size}, from picture to answer")
        if numbers == 2:
            return self.tr("{size}, from a point to the answer")
        if numbers == 1:
            return self.tr("{size}, from one number to the answer")
        return self.tr("{size}, from {n} numbers to the answer").replace("{n}", f"{numbers:,}")

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Net"))
        for index in range(self._box.count()):
            self._box.setItemText(index, net_title(self._box.itemData(index)))
        self._box.setAccessibleName(self.tr("Net"))
        self._box.setToolTip(self.tr("The net that answers, here and in every other room"))
        self._say_size()

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1.5))
