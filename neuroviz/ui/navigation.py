"""Rail: the rooms by chapter at the left of the window, and at its foot what concerns the whole window."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from neuroviz.ui import regions
from neuroviz.ui.chapters import chapter_title
from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.rail_button import RailButton
from neuroviz.ui.room import PanelSpec
from neuroviz.ui.theme import theme, theme_changes

_OPEN, _FOLDED = 54, 15  # width in steps of 4 px


class Rail(QWidget):
    """Only rooms that exist are shown, and only chapters that have rooms."""

    room_asked = Signal(str)
    fold_asked = Signal(bool)
    """Whether the visitor wants it folded."""

    def __init__(self, panels: Sequence[PanelSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs = sorted(panels, key=_place)
        self._folded = False
        self._chapters: dict[int, Words] = {}
        self._margins: dict[int, QVBoxLayout] = {}
        self._buttons: dict[str, RailButton] = {}
        self._name = Words(scale=1.25, bold=True)
        self._fold = IconButton("collapse")
        self._fold.clicked.connect(self._on_fold)
        self.foot = {
            name: IconButton(name) for name in ("more", "half", "language", "text_size", "fullscreen")
        }
        self._lay_out()
        regions.mark(self, regions.RAIL)
        self.retranslate()
        self._restyle()
        theme_changes.changed.connect(self._restyle)

    @property
    def folded(self) -> bool:
        """Whether only icons are seen."""
        return self._folded

    def rooms(self) -> tuple[str, ...]:
        """The rooms' ids from top to bottom."""
        return tuple(spec.id for spec in self._specs)

    def button(self, room: str) -> RailButton:
        """The entry of a room. Raises KeyError."""
        return self._buttons[room]

    def set_current(self, room: str) -> None:
        """Mark the room that is open."""
        for one, button in self._buttons.items():
            button.setChecked(one == room)
            button.update()

    def set_folded(self, on: bool) -> None:
        """Icons alone, or icons and words."""
        self._folded = on
        for button in self._buttons.values():
            button.set_folded(on)
        self._name.setVisible(not on)
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if on else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(bar)  # it would cover the icons; wheel and Tab scroll them
        self._fold.set_icon("expand" if on else "collapse")
        down, right = QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.LeftToRight
        self._foot_row.setDirection(down if on else right)
        for name in ("half", "language", "text_size", "fullscreen"):
            self.foot[name].setVisible(not on)
        self.retranslate()
        self._restyle()

    def retranslate(self) -> None:
        """Titles in the present language."""
        self._name.setText("NeuroViz")
        for number, label in self._chapters.items():
            full = f"{number}  {chapter_title(number)}"
            label.setText(str(number) if self._folded else full)
            label.setToolTip(full if self._folded else "")
        for spec in self._specs:
            self._buttons[spec.id].set_title(spec.title(), chapter_title(spec.chapter))
        self._fold.describe(self.tr("Show titles") if self._folded else self.tr("Icons only"))
        self.foot["more"].describe(self.tr("Menu"), "F10")
        self.foot["half"].describe(self.tr("Dark or light"))
        self.foot["language"].describe(self.tr("Language"))
        self.foot["text_size"].describe(self.tr("Text size"))
        self.foot["fullscreen"].describe(self.tr("Full screen"), "F11")
        self.setAccessibleName(self.tr("Rooms"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with a hairline towards the room."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme().card)
            painter.fillRect(self.width() - 1, 0, 1, self.height(), theme().line)

    def _on_fold(self) -> None:
        self.fold_asked.emit(not self._folded)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, RailButton):
            self.room_asked.emit(pressed.room)

    def _on_moved(self, by: int) -> None:
        order = [self._buttons[room] for room in self.rooms()]
        place = order.index(self.sender()) + by  # type: ignore[arg-type]
        if 0 <= place < len(order):
            order[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._list = QVBoxLayout(inside)
        for number, specs in groupby(self._specs, key=_chapter):
            label = self._chapters[number] = Words(scale=0.85, quiet=True)
            label.setWordWrap(True)
            margin = self._margins[number] = QVBoxLayout()
            margin.addWidget(label)
            self._list.addLayout(margin)
            for spec in specs:
                button = self._buttons[spec.id] = RailButton(spec.id)
                button.clicked.connect(self._on_clicked)
                button.moved.connect(self._on_moved)
                self._list.addWidget(button)
        self._list.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self._head = QHBoxLayout()
        self._head.addWidget(self._name, 1)
        self._head.addWidget(self._fold)
        self._foot_row = QHBoxLayout()
        for button_ in self.foot.values():
            self._foot_row.addWidget(button_)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(scroll, 1)
        self._column.addLayout(self._foot_row)

    def _restyle(self) -> None:
        look = theme()
        edge = look.space(2)
        self.setFixedWidth(look.space(_FOLDED if self._folded else _OPEN))
        self._column.setContentsMargins(edge, look.space(3), edge, look.space(2))
        self._column.setSpacing(look.space(2))
        self._head.setContentsMargins(0 if self._folded else look.space(3), 0, 0, 0)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.space(0.5))
        self._foot_row.setSpacing(look.space(1))
        middle = Qt.AlignmentFlag.AlignHCenter if self._folded else Qt.AlignmentFlag.AlignLeft
        for label in self._chapters.values():
            label.setAlignment(middle | Qt.AlignmentFlag.AlignBottom)
        for margin in self._margins.values():
            if self._folded:
                margin.setContentsMargins(0, look.space(1), 0, 0)
            else:
                margin.setContentsMargins(look.space(3), look.space(4), 0, look.space(1))


def _place(spec: PanelSpec) -> tuple[int, int, str]:
    return spec.chapter, spec.order, spec.id


def _chapter(spec: PanelSpec) -> int:
    return spec.chapter
