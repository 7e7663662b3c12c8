"""LabelKeys: ten keys that say what was written; each shows how many there are, one of them is asked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from neuroviz.ui.errors import painted
from neuroviz.ui.theme import theme, theme_changes


class LabelKey(QAbstractButton):
    """One digit in its colour, the number of drawings of it, a dotted rim when it is asked for."""

    def __init__(self, label: int) -> None:
        super().__init__()
        self.label = label
        self._count: int | None = 0
        self._asked = False
        self.setText(str(label))
        self.setProperty("elides", True)  # it fits its digit itself
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self.updateGeometry)

    def show_count(self, count: int | None, *, asked: bool) -> None:
        """So many of it there are, None while that is not known; it may be the one that is asked for."""
        self._count, self._asked = count, asked
        self._name()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another language, or enabled or not."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        self.update()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A key for a finger."""
        return QSize(theme().space(11), theme().space(10))

    def minimumSizeHint(self) -> QSize:
        """The smallest that shows digit and number."""
        return QSize(theme().space(8), theme().space(10))

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Ground, digit, number, rims."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = QRectF(self.rect()).adjusted(1, 1, -1, -1), look.space(1.5)
        pressed = self.isDown() or (self.underMouse() and self.isEnabled())
        strong = look.tokens.stroke > 1  # the high-contrast theme: a rim, and nothing pale behind the digit
        painter.setBrush(look.line if pressed and not strong else look.raised)
        painter.setPen(QPen(look.line, look.stroke(1)) if strong else Qt.PenStyle.NoPen)
        if self.hasFocus() or (pressed and strong):
            painter.setPen(QPen(look.accent, look.stroke(2)))
        painter.drawRoundedRect(box, radius, radius)
        if self._asked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(1.5), Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), radius, radius)
        digit, number = look.font(1.25, QFont.Weight.DemiBold, tabular=True), look.font(0.85, tabular=True)
        left, right = _side_by_side(box, look.space(1))
        wide = QFontMetricsF(number).horizontalAdvance(self._counted())
        if wide > right.width() - 2:  # large type in a narrow column: the number below its digit
            left, right = _one_below_the_other(box)
        painter.setFont(digit)
        painter.setPen(look.digit(self.label) if self.isEnabled() else look.quiet)
        painter.drawText(left, _RIGHT if left.height() == box.height() else _MIDDLE, self.text())
        painter.setFont(number)
        painter.setPen(look.quiet)
        painter.drawText(right, _LEFT if right.height() == box.height() else _MIDDLE, self._counted())

    def _counted(self) -> str:
        return "…" if self._count is None else str(self._count)

    def _name(self) -> None:
        text = self.tr("This is {label}; {count} of them so far")
        if self._count is None:
            text = self.tr("This is {label}; your digits are still being read")
        self.setAccessibleName(text.format(label=self.label, count=self._count))
        self.setToolTip(text.format(label=self.label, count=self._count))


class LabelKeys(QWidget):
    """Ten of them in two rows; the digits of the keyboard do the same."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.keys = [LabelKey(label) for label in range(10)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for i, key in enumerate(self.keys):
            key.clicked.connect(self._on_clicked)
            self._grid.addWidget(key, i // 5, i % 5)
        theme_changes.changed.connect(self._restyle)
        self._restyle()

    def show_counts(self, counts: tuple[int, ...] | None, asked: int) -> None:
        """How many there are of each digit, None while that is not known, and which is asked for."""
        for key in self.keys:
            count = None if counts is None else counts[key.label]
            key.show_count(count, asked=counts is not None and key.label == asked)

    def _on_clicked(self) -> None:
        key = self.sender()
        if isinstance(key, LabelKey):
            self.chosen.emit(key.label)

    def _restyle(self) -> None:
        self._grid.setSpacing(theme().space(1.5))


_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


def _side_by_side(box: QRectF, gap: int) -> tuple[QRectF, QRectF]:
    """Where digit and number stand."""
    middle = box.width() / 2
    return box.adjusted(0, 0, -middle, 0), box.adjusted(middle + gap, 0, 0, 0)


def _one_below_the_other(box: QRectF) -> tuple[QRectF, QRectF]:
    share = box.height() * 0.58
    return box.adjusted(0, 0, 0, share - box.height()), box.adjusted(0, share, 0, 0)
