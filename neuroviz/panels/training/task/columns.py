"""Columns: a table of the visitor's own, a line for each column: what for, what is in it, how scaled."""

from __future__ import annotations

from dataclasses import replace
from string import Template

import numpy as np
from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from neuroviz.data.tables import MOST_WORDS, Chosen, Column
from neuroviz.data.task import Kind, Task
from neuroviz.panels.training.task.words import number
from neuroviz.ui.controls import Words
from neuroviz.ui.numbers import measured
from neuroviz.ui.theme import theme, theme_changes

_FIRST = 3  # rows that are shown
_HEADS = 4  # columns before them
_SHEET = Template(
    "QTreeWidget { background: transparent; }"
    "QTreeWidget::item { padding: ${s1}px ${s2}px; color: $text; }"
    "QTreeWidget::item:selected { background: $raised; color: $text; }"
    "QHeaderView::section { background: transparent; color: $quiet; border: none;"
    " border-bottom: 1px solid $line; padding: ${s1}px ${s2}px; }"
)


class Columns(QWidget):
    """The chosen columns can be inputs, the target, or ignored. As many rows of it as there is room for."""

    changed = Signal(object)
    """Another choice: Chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._chosen: Chosen | None = None
        self._task: Task | None = None
        self._tree = QTreeWidget()
        self._tree.setRootIsDecorated(False)
        self._tree.setUniformRowHeights(True)
        self._tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self._tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._tree.header().setStretchLastSection(False)
        self._tree.itemSelectionChanged.connect(self._enable)
        self._tree.itemActivated.connect(self._on_activated)
        self._rows_words = Words(scale=0.85, quiet=True)
        self._rows_words.setWordWrap(True)
        self._show, self._ask, self._leave, self._kind = (QPushButton() for _ in range(4))
        self._row = QHBoxLayout()
        for button, slot in (
            (self._show, self._on_show), (self._ask, self._on_ask), (self._leave, self._on_leave),
            (self._kind, self._on_kind),
        ):  # fmt: skip
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(slot)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._tree, 1)
        self._column.addWidget(self._rows_words)
        self._column.addLayout(self._row)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._say()

    def show_table(self, chosen: Chosen | None, task: Task | None) -> None:
        """Show what is chosen, and how it is scaled in the task made of it."""
        if chosen == self._chosen and task is self._task:
            return
        anew = chosen is None or self._chosen is None or chosen.table is not self._chosen.table
        self._chosen, self._task = chosen, task
        if anew:
            self._fill()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows of the table, or fewer."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # -- the choice --------------------------------------------------------------------------------

    def _on_show(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            names = {*chosen.inputs, *self._selected()} - {chosen.target}
            self._change(replace(chosen, inputs=self._in_order(names)))

    def _on_leave(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._change(replace(chosen, inputs=self._in_order({*chosen.inputs} - {*self._selected()})))

    def _on_ask(self) -> None:
        chosen, selected = self._chosen, self._selected()
        if chosen is not None and selected:
            target = selected[0]
            before = {chosen.target} if chosen.target != target else set()
            self._change(Chosen(chosen.table, self._in_order(({*chosen.inputs} | before) - {target}), target))

    def _on_kind(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            other: Kind = "values" if chosen.answers == "classes" else "classes"
            self._change(replace(chosen, kind=other))

    def _on_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        """Enter or a double click: shown, or left out."""
        chosen = self._chosen
        if chosen is not None and item.text(0) != chosen.target:
            (self._on_leave if item.text(0) in chosen.inputs else self._on_show)()

    def _change(self, chosen: Chosen) -> None:
        usable = [name for name in chosen.inputs if chosen.table.column(name).trouble() is None]
        chosen = replace(chosen, inputs=tuple(usable))
        if chosen != self._chosen and chosen.table.column(chosen.target).trouble() is None:
            self.changed.emit(chosen)

    def _selected(self) -> list[str]:
        return [item.text(0) for item in self._tree.selectedItems()]

    def _in_order(self, names: set[str]) -> tuple[str, ...]:
        assert self._chosen is not None
        return tuple(one.name for one in self._chosen.table.columns if one.name in names)

    # -- what is shown -----------------------------------------------------------------------------

    def _fill(self) -> None:
        with QSignalBlocker(self._tree):
            self._tree.clear()
            if self._chosen is not None:
                for one in self._chosen.table.columns:
                    item = QTreeWidgetItem([one.name])
                    item.setToolTip(0, one.name)
                    self._tree.addTopLevelItem(item)

    def _refresh(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        place, rows = _places(chosen), np.flatnonzero(chosen.whole())[:_FIRST]
        for i, column in enumerate(chosen.table.columns):
            item = self._tree.topLevelItem(i)
            assert item is not None
            scaling = self._scaling(column, place.get(column.name))
            role = self._role(column)
            item.setText(1, role)
            item.setText(2, self._contents(column))
            item.setText(3, self._scaled(column, scaling, shown=column.name in chosen.inputs))
            for k in range(_FIRST):
                item.setText(_HEADS + k, column.text(int(rows[k])) if k < len(rows) else "")
                tip = "" if k >= len(rows) or scaling is None else _formula(column, int(rows[k]), scaling)
                item.setToolTip(_HEADS + k, tip)
            item.setToolTip(3, item.toolTip(_HEADS))
            used = column.name in chosen.inputs or column.name == chosen.target
            bold = QFont.Weight.DemiBold if column.name == chosen.target else QFont.Weight.Normal
            font = theme().font(0.85, bold, tabular=True)
            for k in range(_HEADS + _FIRST):
                item.setForeground(k, theme().text if used else theme().faint)
                item.setFont(k, font)
        self._fit()
        left = len(chosen.table) - int(chosen.whole().sum())
        text = self.tr("{n} rows; {left} with a gap in a chosen column are left out.")
        self._rows_words.setText(text.format(n=f"{len(chosen.table):,}", left=f"{left:,}"))
        self._enable()

    def _fit(self) -> None:
        """Rows that would be cut off are not shown; one always is."""
        widths = [
            max(self._tree.sizeHintForColumn(k), self._tree.header().sectionSizeHint(k))
            for k in range(_HEADS + _FIRST)
        ]
        room = self._tree.viewport().width() - sum(widths[: _HEADS + 1])
        for k in range(_HEADS + 1, _HEADS + _FIRST):
            room -= widths[k]
            self._tree.setColumnHidden(k, room < 0)

    def _scaling(self, column: Column, place: int | None) -> tuple[float, float] | None:
        """Mean and deviation by which the column is scaled in the present task."""
        task, chosen = self._task, self._chosen
        if task is None or chosen is None or column.words is not None:
            return None
        if column.name == chosen.target and task.values is not None:
            return float(task.values.mean[0]), float(task.values.deviation[0])
        if place is None or task.inputs is None or place >= len(task.inputs.mean):
            return None
        return float(task.inputs.mean[place]), float(task.inputs.deviation[place])

    def _scaled(self, column: Column, scaling: tuple[float, float] | None, *, shown: bool) -> str:
        """How the column is shown to the net."""
        if scaling is not None:
            mean, deviation = measured(abs(scaling[0]), 3), measured(scaling[1], 3)
            return f"(x {'+' if scaling[0] < 0 else '−'} {mean}) / {deviation}"
        if shown and column.words is not None:
            return self.tr("{n} inputs, 0 or 1").format(n=len(column.words))
        return ""

    def _role(self, column: Column) -> str:
        assert self._chosen is not None
        if column.name == self._chosen.target:
            classes = self._chosen.answers == "classes"
            return self.tr("target: class") if classes else self.tr("target: value")
        if column.name in self._chosen.inputs:
            return self.tr("input")
        trouble = column.trouble()
        if trouble is None:
            return self.tr("ignored")
        return {
            "empty": self.tr("empty"),
            "same": self.tr("always the same"),
            "words": self.tr("over {n} words").format(n=MOST_WORDS),
        }[trouble]

    def _contents(self, column: Column) -> str:
        different = column.different
        if not len(different):
            return "–"
        if column.words is not None:
            return self.tr("{n} words").format(n=f"{len(column.words):,}")
        return f"{measured(float(different[0]), 3)} … {measured(float(different[-1]), 3)}"

    def _enable(self) -> None:
        chosen, selected = self._chosen, self._selected()
        known = {} if chosen is None else {one.name: one for one in chosen.table.columns}
        usable = [name for name in selected if name in known and known[name].trouble() is None]
        target = "" if chosen is None else chosen.target
        inputs = () if chosen is None else chosen.inputs
        self._show.setEnabled(any(name != target and name not in inputs for name in usable))
        self._ask.setEnabled(len(usable) == 1 and usable[0] != target)
        self._leave.setEnabled(any(name in inputs for name in selected))
        either = False
        if chosen is not None and chosen.target in known:
            column = known[chosen.target]
            either = column.words is None and len(column.different) <= MOST_WORDS
        self._kind.setVisible(either)
        if chosen is not None:
            classes = chosen.answers == "classes"
            self._kind.setText(self.tr("Take it as a value") if classes else self.tr("Take it as classes"))

    def _say(self) -> None:
        self._tree.setAccessibleName(self.tr("Columns of the table"))
        self._tree.setHeaderLabels(
            [
                self.tr("column"), self.tr("role"), self.tr("in it"), self.tr("scaled to"),
                *(self.tr("row {k}").format(k=k + 1) for k in range(_FIRST)),
            ]
        )  # fmt: skip
        self._show.setText(self.tr("Input"))
        self._show.setToolTip(self.tr("The net is shown these columns"))
        self._ask.setText(self.tr("Target"))
        self._ask.setToolTip(self.tr("The net has to answer with this column"))
        self._leave.setText(self.tr("Ignore"))
        self._leave.setToolTip(self.tr("The net never sees these columns"))
        self._refresh()
        self._enable()

    def _restyle(self) -> None:
        look = theme()
        self._column.setSpacing(look.space(2))
        self._row.setSpacing(look.space(2))
        self._tree.setFont(look.font(0.85, tabular=True))
        self._tree.header().setFont(look.font(0.85))
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._tree.setStyleSheet(
            _SHEET.substitute(
                quiet=look.quiet.name(), line=look.line.name(), raised=look.raised.name(),
                text=look.text.name(), s1=look.space(0.75), s2=look.space(1.5),
            )
        )  # fmt: skip
        self._refresh()


def _places(chosen: Chosen) -> dict[str, int]:
    """The first input that each shown column became."""
    found, at = {}, 0
    for name in chosen.inputs:
        found[name] = at
        words = chosen.table.column(name).words
        at += 1 if words is None else len(words)
    return found


def _formula(column: Column, row: int, scaling: tuple[float, float]) -> str:
    """How a number of the table becomes one for the net."""
    mean, deviation = scaling
    value = float(column.values[row])
    there = (value - mean) / deviation
    return f"({number(value)} − {number(mean)}) / {number(deviation)} = {number(there)}"
