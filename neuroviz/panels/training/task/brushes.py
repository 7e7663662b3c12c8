"""Brushes: which class is painted, or the rubber; and all points away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from neuroviz.data.painted import MOST_CLASSES
from neuroviz.ui.class_marks import paint_mark
from neuroviz.ui.controls import IconButton
from neuroviz.ui.errors import painted
from neuroviz.ui.theme import theme, theme_changes

RUBBER = -1


class Brushes(QWidget):
    """A button for each class with its mark, the rubber, and one that clears all."""

    chosen = Signal(int)
    """A class, or RUBBER."""

    clear_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for k in range(MOST_CLASSES):
            button = _Brush(k)
            self._group.addButton(button, k)
            self._row.addWidget(button)
        self._rubber = IconButton("eraser", checkable=True)
        self._group.addButton(self._rubber, MOST_CLASSES)
        self._clear = IconButton("clear")
        self._row.addWidget(self._rubber)
        self._row.addStretch(1)
        self._row.addWidget(self._clear)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._on_clicked)
        self._clear.clicked.connect(self.clear_asked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._say()

    def brush(self) -> int:
        """A class, or RUBBER."""
        found = self._group.checkedId()
        return RUBBER if found == MOST_CLASSES else found

    def step(self, by: int) -> None:
        """The next brush, or the one before, silently going round."""
        n = MOST_CLASSES + 1
        self._group.button((self._group.checkedId() + by) % n).click()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _on_clicked(self, _id: int) -> None:
        self.chosen.emit(self.brush())

    def _restyle(self) -> None:
        self._row.setSpacing(theme().space(0.5))

    def _say(self) -> None:
        for k in range(MOST_CLASSES):
            button = self._group.button(k)
            text = self.tr("Paint class {k}").format(k=k + 1)
            button.setToolTip(text)
            button.setAccessibleName(text)
        self._rubber.describe(self.tr("Rubber: take points away"))
        self._clear.describe(self.tr("Take all points away"))


class _Brush(QToolButton):
    """The mark of a class."""

    def __init__(self, label: int) -> None:
        super().__init__()
        self._label = label
        self.setCheckable(True)
        self.setProperty("flat", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme_changes.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square."""
        side = theme().space(7)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """May be narrower."""
        side = theme().space(5)
        return QSize(side, theme().space(7))

    def _draw(self, painter: QPainter) -> None:
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5)
        if self.isChecked() or self.hasFocus() or self.underMouse():
            painter.setBrush(look.raised)
            edge = look.accent if self.isChecked() or self.hasFocus() else look.line
            painter.setPen(QPen(edge, look.stroke(2.5 if self.hasFocus() else 1.5)))
            painter.drawRoundedRect(box, 4, 4)
        middle = QPointF(box.center())
        paint_mark(painter, middle, self._label, look.space(1.6), look, hollow=False)

    paintEvent = painted(_draw)  # noqa: N815 - Qt's name
