"""The look: colours, type and spaces as tokens, for the whole application at once.

Widgets read `theme()` when they paint and repaint on `theme_changes.changed`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from neuroviz.ui.colour import mix, ramp
from neuroviz.ui.qss import sheet
from neuroviz.ui.tokens import DARK, THEMES, Tokens

BASE_POINTS = 10.5
UNIT = 4  # all spaces are multiples of this many pixels
SCALES = (0.85, 1.0, 1.25, 1.6, 2.0)
NAMES = ("system", *THEMES)

_FUSION = "has_fusion"
_SIDE = 255  # entries of a signed map on each side of zero


@dataclass(frozen=True)
class Theme:
    """The tokens of one theme at one text size. Colours are QColor, spaces pixels."""

    name: str
    tokens: Tokens
    text_scale: float = 1.0

    @property
    def dark(self) -> bool:
        """Whether light stands on dark."""
        return self.tokens.dark

    @cached_property
    def window(self) -> QColor:
        """Behind everything."""
        return QColor(self.tokens.window)

    @cached_property
    def card(self) -> QColor:
        """Behind pictures and text that belong together."""
        return QColor(self.tokens.card)

    @cached_property
    def raised(self) -> QColor:
        """Buttons, fields, the row under the pointer."""
        return QColor(self.tokens.raised)

    @cached_property
    def line(self) -> QColor:
        """Hairlines, grooves, axes."""
        return QColor(self.tokens.line)

    @cached_property
    def text(self) -> QColor:
        """Words to be read."""
        return QColor(self.tokens.text)

    @cached_property
    def quiet(self) -> QColor:
        """Words that may be overlooked; still 4.5:1."""
        return QColor(self.tokens.quiet)

    @cached_property
    def faint(self) -> QColor:
        """What cannot be used just now."""
        return QColor(mix(self.tokens.card, self.tokens.quiet, 0.5))

    @cached_property
    def accent(self) -> QColor:
        """The one action, the focus, the place in time."""
        return QColor(self.tokens.accent)

    @cached_property
    def on_accent(self) -> QColor:
        """Words on the accent colour."""
        return QColor(self.tokens.on_accent)

    @cached_property
    def ink(self) -> QColor:
        """What a pen draws."""
        return QColor(self.tokens.ink)

    @cached_property
    def good(self) -> QColor:
        """Right; never the only sign of it."""
        return QColor(self.tokens.good)

    @cached_property
    def warn(self) -> QColor:
        """Take care."""
        return QColor(self.tokens.warn)

    @cached_property
    def bad(self) -> QColor:
        """Wrong, or failed."""
        return QColor(self.tokens.bad)

    @cached_property
    def negative(self) -> QColor:
        """The end of the signed map at −1."""
        return QColor(self.tokens.negative)

    @cached_property
    def neutral(self) -> QColor:
        """The middle of the signed map, at 0."""
        return QColor(self.tokens.neutral)

    @cached_property
    def positive(self) -> QColor:
        """The end of the signed map at +1."""
        return QColor(self.tokens.positive)

    @cached_property
    def _signed(self) -> NDArray[np.uint8]:
        low = ramp((self.tokens.neutral, self.tokens.negative), _SIDE + 1)
        high = ramp((self.tokens.neutral, self.tokens.positive), _SIDE + 1)
        return np.concatenate([low[:0:-1], high])

    @cached_property
    def _magnitude(self) -> NDArray[np.uint8]:
        return ramp(self.tokens.magnitude, 256)

    def digit(self, label: int) -> QColor:
        """The colour of class `label`, the same in every room; repeats after ten."""
        return self._digits[label % len(self._digits)]

    @cached_property
    def _digits(self) -> tuple[QColor, ...]:
        return tuple(map(QColor, self.tokens.digits))

    def signed(self, values: ArrayLike) -> NDArray[np.uint8]:
        """RGBA (..., 4) of values in −1..1, blue below zero, orange above; NaN is transparent."""
        return _look_up(self._signed, (np.asarray(values, np.float32) + 1) * _SIDE)

    def magnitude(self, values: ArrayLike) -> NDArray[np.uint8]:
        """RGBA (..., 4) of values in 0..1, the most standing out the most; NaN is transparent."""
        return _look_up(self._magnitude, np.asarray(values, np.float32) * 255)

    def stroke(self, width: float) -> float:
        """The width of a line, ring or border that is `width` pixels in the usual themes."""
        return width * self.tokens.stroke

    def font(
        self,
        scale: float = 1.0,
        weight: QFont.Weight = QFont.Weight.Normal,
        *,
        tabular: bool = False,
        mono: bool = False,
    ) -> QFont:
        """The system's font at `scale` (one of SCALES) × text size; `tabular` for changing numbers."""
        key = scale, weight, tabular, mono
        if key not in self._fonts:  # asking the system takes longer than what is written with it
            self._fonts[key] = self._made(*key)
        return QFont(self._fonts[key])

    @cached_property
    def _fonts(self) -> dict[tuple[float, QFont.Weight, bool, bool], QFont]:
        return {}

    def _made(self, scale: float, weight: QFont.Weight, tabular: bool, mono: bool) -> QFont:
        kind = QFontDatabase.SystemFont.FixedFont if mono else QFontDatabase.SystemFont.GeneralFont
        font = QFontDatabase.systemFont(kind)
        font.setPointSizeF(BASE_POINTS * scale * self.text_scale)
        font.setWeight(weight)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def space(self, n: float) -> int:
        """`n` steps of 4 px at this text size, in pixels."""
        return round(UNIT * n * self.text_scale)

    def palette(self) -> QPalette:
        """The Fusion style's palette."""
        palette = QPalette()
        role = QPalette.ColorRole
        colours = {
            role.Window: self.window,
            role.WindowText: self.text,
            role.Base: self.card,
            role.AlternateBase: self.raised,
            role.Text: self.text,
            role.Button: self.raised,
            role.ButtonText: self.text,
            role.BrightText: self.bad,
            role.Highlight: self.accent,
            role.HighlightedText: self.on_accent,
            role.Accent: self.accent,
            role.Link: self.accent,
            role.LinkVisited: self.accent,
            role.ToolTipBase: self.raised,
            role.ToolTipText: self.text,
            role.PlaceholderText: self.quiet,
            role.Light: self.raised,
            role.Midlight: self.raised,
            role.Mid: self.line,
            role.Dark: self.line,
            role.Shadow: QColor(0, 0, 0, 90),
        }
        for one, colour in colours.items():
            palette.setColor(one, colour)
        for one in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, one, self.faint)
        palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, self.line)
        return palette


class ThemeChanges(QObject):
    """Says when the theme or the text size has changed."""

    changed = Signal()


theme_changes = ThemeChanges()
_current = Theme("dark", DARK)


def _look_up(table: NDArray[np.uint8], place: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Rows of `table` at the nearest place; outside is clipped, NaN becomes transparent."""
    missing = np.isnan(place)
    safe = np.where(missing, 0, place) if missing.any() else place
    found = table[np.clip(np.rint(safe), 0, len(table) - 1).astype(np.intp)]
    if missing.any():
        found[missing] = 0
    return found


def theme() -> Theme:
    """The theme in force."""
    return _current


def resolved(name: str) -> str:
    """The theme that `name` stands for: "system" follows the desktop, dark if it does not say.

    A desktop that asks for high contrast gets it.
    """
    if name != "system":
        return name
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "light" if hints.colorScheme() == Qt.ColorScheme.Light else "dark"


def set_theme(name: str, text_scale: float = 1.0) -> None:
    """Make a theme ("system", "dark", "light", "contrast") and a text size current, everywhere at once.

    Raises ValueError for a name that is not in NAMES and for a text size outside 0.5..4.
    """
    global _current  # noqa: PLW0603 - the application has one look
    if name not in NAMES:
        raise ValueError(f"no theme is called {name!r}")
    if not 0.5 <= text_scale <= 4:
        raise ValueError(f"text size {text_scale!r} is not between 0.5 and 4")
    name = resolved(name)
    _current = Theme(name, THEMES[name], text_scale)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        if not app.property(_FUSION):  # asked for its name, a style under a style sheet gives the sheet's
            app.setStyle("Fusion")
            app.setProperty(_FUSION, True)
        app.setPalette(_current.palette())
        app.setFont(_current.font())
        app.setStyleSheet("")  # to replace a sheet by another takes Qt ten times as long as both together
        app.setStyleSheet(sheet(_current.tokens, _current.space))
    theme_changes.changed.emit()
