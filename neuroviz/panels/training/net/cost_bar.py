"""CostBar: what the net will cost, in a few large numbers with their sums in the tips."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.nn.cost import Cost
from neuroviz.panels.training.net import words
from neuroviz.sims.training.timing import TimingFrame
from neuroviz.ui.controls import Words
from neuroviz.ui.numbers import memory
from neuroviz.ui.theme import theme, theme_changes


class _Tile(QWidget):
    """A number, and below it what it is."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._name = Words(scale=1.25, bold=True), Words(scale=0.85, quiet=True)
        self._name.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(self._name)
        column.addStretch(1)

    def tell(self, number: str, name: str, tip: str) -> None:
        """What it says; tip: how the number comes about."""
        self._number.setText(number)
        self._name.setText(name)
        for one in (self, self._number, self._name):
            one.setToolTip(tip)
        self.setAccessibleName(f"{name}: {number}")
        self.setAccessibleDescription(tip)


class CostBar(QWidget):
    """Five tiles side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._cost: Cost | None = None
        self._timing: TimingFrame | None = None
        self._failed = False
        self._tiles = [_Tile() for _ in range(5)]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for tile in self._tiles:
            self._row.addWidget(tile, 1)
        theme_changes.changed.connect(self._restyle)
        self._restyle()

    def show_cost(self, cost: Cost) -> None:
        """Of another net; how long it takes is not known any more."""
        self._cost, self._timing, self._failed = cost, None, False
        self._say()

    def show_timing(self, timing: TimingFrame | None, *, failed: bool = False) -> None:
        """How long a step takes on this machine."""
        self._timing, self._failed = timing, failed
        self._say()

    @property
    def failed(self) -> bool:
        """Whether it could not be measured."""
        return self._failed

    def epoch(self) -> str:
        """How long an epoch will take, in words; empty while that is not known."""
        found = self._timing
        if found is None or not math.isfinite(found.seconds):
            return ""
        return duration(found.epoch)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        cost = self._cost
        if cost is None:
            return
        first, second, third, fourth, fifth = self._tiles
        parts = [f"{one.parameters:,}" for one in cost.layers if one.parameters]
        first.tell(f"{cost.parameters:,}", self.tr("parameters"), _sum(parts, f"{cost.parameters:,}"))
        parts = [f"{one.answering:,}" for one in cost.layers if one.answering]
        second.tell(
            words.amount(cost.answering), self.tr("multiply-adds for an example"),
            _sum(parts, f"{cost.answering:,}"),
        )  # fmt: skip
        each = cost.step // cost.batch
        text = self.tr("{n} examples × {each} (forward, and back to all weights) = {all}")
        third.tell(
            words.amount(cost.step), self.tr("multiply-adds in a step of {n}").format(n=cost.batch),
            text.format(n=cost.batch, each=f"{each:,}", all=f"{cost.step:,}"),
        )  # fmt: skip
        text = self.tr(
            "Parameters and gradient {a} + values of the examples on the way {b} + optimiser {c}"
        )
        fourth.tell(
            self.tr("about {size}").format(size=memory(cost.memory)), self.tr("memory to learn"),
            text.format(a=memory(cost.weights), b=memory(cost.activations), c=memory(cost.optimiser)),
        )  # fmt: skip
        fifth.tell(*self._time())

    def _time(self) -> tuple[str, str, str]:
        name, found = self.tr("for an epoch, here"), self._timing
        if self._failed:
            return "–", name, self.tr("It could not be measured.")
        if found is None or not math.isfinite(found.seconds):
            return "…", name, self.tr("Real steps of this net are being timed.")
        tip = self.tr("{n} steps × {each}, measured just now by taking {k} steps of this net").format(
            n=f"{found.steps:,}", each=duration(found.seconds), k=f"{found.step:,}"
        )
        return self.tr("about {time}").format(time=duration(found.epoch)), name, tip

    def _restyle(self) -> None:
        self._row.setSpacing(theme().space(3))


def duration(seconds: float) -> str:
    """A time in two digits and the unit that suits it."""
    gap = "\N{NARROW NO-BREAK SPACE}"
    for limit, unit, factor in ((995.0, "µs", 1e6), (995.0, "ms", 1e3), (119.5, "s", 1.0)):
        value = seconds * factor
        if value < limit:
            return f"{value:.1f}{gap}{unit}" if value < 9.95 else f"{float(f'{value:.2g}'):g}{gap}{unit}"
    return f"{seconds / 60:.0f}{gap}min"


def _sum(parts: list[str], total: str) -> str:
    if len(parts) < 2:
        return total
    shown = parts if len(parts) <= 8 else [*parts[:4], "…", *parts[-3:]]
    return f"{' + '.join(shown)} = {total}"
