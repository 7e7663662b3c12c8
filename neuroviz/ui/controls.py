"""Small controls that rooms and the window share: icon buttons, words, lines."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
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

    def _restyle(self) -> None:
        weight = QFont.Weight.DemiBold if self._bold else QFont.Weight.Normal
        self.setFont(theme().font(self._scale, weight, tabular=True))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), theme().quiet if self._quiet else theme().text)
        self.setPalette(palette)


class Sentence(Words):
    """The live sentence of a room: wraps, and keeps room for `lines` lines so that nothing below it jumps."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1, scale: float = 1.25) -> None:
        self._lines = lines
        super().__init__(parent, scale=scale)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def keep_lines(self, lines: int) -> None:
        """Keep room for so many lines from now on."""
        if lines != self._lines:
            self._lines = lines
            self._restyle()

    def _restyle(self) -> None:
        super()._restyle()
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * self._lines)
