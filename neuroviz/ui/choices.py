"""Controls for one of several things: a switch, a drop-down list, a row of segments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from neuroviz.ui.focus import hand_back
from neuroviz.ui.icons import paint_icon
from neuroviz.ui.theme import Theme, theme, theme_changes

_GAP = 2  # between segments


def _edge(look: Theme) -> QPen:
    """Fields have an edge only where contrast is all that counts."""
    return QPen(look.line, look.stroke(1)) if look.tokens.stroke > 1 else QPen(Qt.PenStyle.NoPen)


class Toggle(QCheckBox):
    """A switch for yes and no; the knob's place and a tick tell its state, not the colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme_changes.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The switch alone: its label stands beside it."""
        return QSize(theme().space(9) + 2, theme().space(6))

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def hitButton(self, _pos: object) -> bool:
        """All of it can be clicked."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track and knob."""
        look, on = theme(), self.isChecked()
        height, width = look.space(5), look.space(9)
        track = QRectF(1, (self.height() - height) / 2, width, height)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.text, look.stroke(2)) if self.hasFocus() else _edge(look))
            fill = look.accent if on else look.line
            painter.setBrush(fill if self.isEnabled() else look.raised)
            painter.drawRoundedRect(track, height / 2, height / 2)
            side = height - look.space(1)
            gap = (height - side) / 2
            left = track.right() - gap - side if on else track.left() + gap
            knob = QRectF(left, track.top() + gap, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.on_accent if on else look.card)
            painter.drawEllipse(knob)
            if on:
                inner = knob.adjusted(side * 0.18, side * 0.18, -side * 0.18, -side * 0.18)
                paint_icon(painter, inner, "check", look.accent)


class ChoiceBox(QComboBox):
    """A drop-down list in the look of the other fields. The wheel passes by unless it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        theme_changes.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest entry, so that it never changes with the choice."""
        widths = [self.fontMetrics().horizontalAdvance(self.itemText(i)) for i in range(self.count())]
        return QSize(max(widths, default=0) + theme().space(11), theme().space(7))

    def minimumSizeHint(self) -> QSize:
        """May be squeezed: the text is then elided."""
        return QSize(min(self.sizeHint().width(), theme().space(24)), theme().space(7))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits are the room's: no entry is found by them, and they are its presets."""
        if event.text().isdigit() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def hidePopup(self) -> None:
        """The choice is made, or given up: the keys are the room's again."""
        super().hidePopup()
        hand_back(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form, not the choice."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw field, text and chevron."""
        look = theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.accent, look.stroke(2)) if self.hasFocus() else _edge(look))
            painter.setBrush(look.line if self.underMouse() and self.isEnabled() else look.raised)
            radius = look.space(1.5)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
            side = look.space(4)
            chevron = QRectF(self.width() - look.space(6), (self.height() - side) / 2, side, side)
            paint_icon(painter, chevron, "chevron_down", look.quiet if self.isEnabled() else look.faint)
            text = self.rect().adjusted(look.space(2), 0, -look.space(7), 0)
            words = self.fontMetrics().elidedText(
                self.currentText(), Qt.TextElideMode.ElideRight, text.width()
            )
            painter.setFont(self.font())
            painter.setPen(look.text if self.isEnabled() else look.faint)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class Segmented(QWidget):
    """A few choices side by side, one of them taken; arrows move, Tab leaves.

    It asks for the room of one line. Given less, its words stand in several rather than being cut.
    """

    chosen = Signal(object)
    """The value that the user has taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self._lines: list[list[int]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these (value, text); what was taken stays taken if it is still offered."""
        taken = self.value()
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
            button.hide()
        self._values = [value for value, _ in choices]
        for i, (_, text) in enumerate(choices):
            button = _Segment(text, self)
            self._group.addButton(button, i)
        self._lay_out([list(range(len(self._values)))])
        self.set_value(taken)

    def set_texts(self, texts: Sequence[str]) -> None:
        """New words for the same choices."""
        for i, text in enumerate(texts):
            self._group.button(i).setText(text)

    def value(self) -> object:
        """The value taken, None if none is."""
        taken = self._group.checkedId()
        return self._values[taken] if taken >= 0 else None

    def set_value(self, value: object) -> None:
        """Take `value` without a signal; what is not offered takes the first."""
        if self._values:
            i = self._values.index(value) if value in self._values else 0
            self._group.button(i).setChecked(True)

    def take_neighbour(self, by: int) -> None:
        """Take the neighbour, as the arrow keys do."""
        i = self._group.checkedId() + by
        if 0 <= i < len(self._values):
            button = self._group.button(i)
            button.setFocus()
            button.click()

    def sizeHint(self) -> QSize:
        """As wide as one line."""
        return QSize(max(self._wide(), super().sizeHint().width()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The same; as high as its lines."""
        return QSize(self._wide(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many lines as are needed."""
        super().resizeEvent(event)
        self._wrap()

    def event(self, event: QEvent) -> bool:
        """Other words, or another font, may need other lines."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._wrap()
        return done

    def _on_clicked(self, i: int) -> None:
        self.chosen.emit(self._values[i])

    def _wide(self) -> int:
        widths = [button.minimumSizeHint().width() for button in self._group.buttons()]
        return sum(widths) + _GAP * max(0, len(widths) - 1)

    def _wrap(self) -> None:
        """As many in each line as it has room for."""
        lines: list[list[int]] = [[]]
        left = self.width()
        for i in range(len(self._values)):
            wanted = self._group.button(i).minimumSizeHint().width()
            if lines[-1] and wanted > left:
                lines.append([])
                left = self.width()
            lines[-1].append(i)
            left -= wanted + _GAP
        if lines != self._lines:
            self._lay_out(lines)

    def _lay_out(self, lines: list[list[int]]) -> None:
        self._lines = lines
        while (item := self._column.takeAt(0)) is not None:
            if (row := item.layout()) is not None:
                while row.takeAt(0) is not None:
                    pass
                row.deleteLater()
        for line in lines:
            one = QHBoxLayout()
            one.setSpacing(_GAP)
            for i in line:
                one.addWidget(self._group.button(i))
            self._column.addLayout(one)
        self.updateGeometry()


class _Segment(QPushButton):
    def __init__(self, text: str, parent: Segmented) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setAutoDefault(False)  # Enter in a dialog is for its main button
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the room
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("segment", True)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """A word that has no room even in a line of its own ends in dots."""
        super().initStyleOption(option)
        contents = QStyle.SubElement.SE_PushButtonContents
        room = self.style().subElementRect(contents, option, self).width()
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move along the choices."""
        owner = self.parent()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and isinstance(owner, Segmented):
            owner.take_neighbour(step)
        else:
            super().keyPressEvent(event)
