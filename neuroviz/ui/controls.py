"""Small controls that rooms and the window share: icon buttons, words, lines."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from neuroviz.ui.icons import icon
from neuroviz.ui.theme import theme, theme_changes

ICON = 5  # steps of 4 px


class IconButton(QToolButton):
    """A flat button that is only an icon; `describe` gives it its words."""

    def __init__(
        self, name: str, parent: QWidget | None = None, *, checkable: bool = False, accent: bool = False
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._accent = accent
        self.setProperty("accent", accent)
        self.setCheckable(checkable)
        self.setProperty("flat", not accent)
        # A click leaves the focus where it was, so that the keys of the room go on working.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._restyle()
        theme_changes.changed.connect(self._restyle)

    @property
    def icon_name(self) -> str:
        """The icon shown now."""
        return self._name

    def set_icon(self, name: str) -> None:
        """Show another icon, at the same size."""
        if name != self._name:
            self._name = name
            self._restyle()

    def setEnabled(self, on: bool) -> None:
        """A button that goes out of use while it has the focus gives it to the room."""
        if not on:
            give_focus_back(self)
        super().setEnabled(on)

    def describe(self, text: str, shortcut: str = "") -> None:
        """What it does, for the tooltip and for screen readers."""
        self.setToolTip(f"{text}  ({shortcut})" if shortcut else text)
        self.setAccessibleName(text)

    def _restyle(self) -> None:
        size = theme().space(ICON)
        colour = theme().on_accent if self._accent else None
        self.setIconSize(QSize(size, size))
        self.setIcon(icon(self._name, size, colour))


def give_focus_back(control: QWidget) -> None:
    """A control that goes out of use leaves the focus, if it has it, to the room.

    Qt would hand it to the next button, and Space would press that one.
    """
    if control.hasFocus():
        home, click = control.parentWidget(), Qt.FocusPolicy.ClickFocus
        while home is not None and not home.focusPolicy() & click:
            home = home.parentWidget()
        if home is not None:
            home.setFocus(Qt.FocusReason.OtherFocusReason)


class Words(QLabel):
    """A label at a place in the type scale: `quiet` and `bold` as told, figures that keep their width."""

    def __init__(
        self, parent: QWidget | None = None, *, scale: float = 1.0, quiet: bool = False, bold: bool = False
    ) -> None:
        super().__init__(parent)
        self._scale, self._quiet, self._bold = scale, quiet, bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._restyle()
        theme_changes.changed.connect(self._restyle)

    def set_quiet(self, on: bool) -> None:
        """As of something that does not matter now."""
        if on != self._quiet:
            self._quiet = on
            self._restyle()

    def _restyle(self) -> None:
        weight = QFont.Weight.DemiBold if self._bold else QFont.Weight.Normal
        self.setFont(theme().font(self._scale, weight, tabular=True))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), theme().quiet if self._quiet else theme().text)
        self.setPalette(palette)


class Sentence(QWidget):
    """The live sentence of a room: wraps, and keeps room for `lines` lines so that nothing below it jumps.

    Its label gets its place from here, not from a layout: with each new text a layout would have the whole
    window laid out anew.
    """

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1, scale: float = 1.25) -> None:
        super().__init__(parent)
        self._lines, self._high = lines, 0
        self._label = Words(self, scale=scale)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._restyle()
        theme_changes.changed.connect(self._restyle)

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def setText(self, text: str) -> None:
        """Say something else; the room is laid out anew only if that takes more lines or fewer."""
        self._label.setText(text)
        self._take_room()

    def keep_lines(self, lines: int) -> None:
        """Keep room for so many lines from now on."""
        if lines != self._lines:
            self._lines = lines
            self._restyle()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for the lines it keeps, or for as many as there are."""
        return max(self._kept(), self._label.heightForWidth(max(1, width)))

    def sizeHint(self) -> QSize:
        """As high as it is kept."""
        return QSize(self._label.sizeHint().width(), self._kept())

    def minimumSizeHint(self) -> QSize:
        """As high as it is kept."""
        return QSize(0, self._kept())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The label has all of it."""
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())
        self._take_room()

    def _kept(self) -> int:
        return self._label.fontMetrics().lineSpacing() * self._lines

    def _take_room(self) -> None:
        high = self.heightForWidth(self.width())
        if high != self._high:
            self._high = high
            self.updateGeometry()

    def _restyle(self) -> None:
        self._high = 0
        self._take_room()
