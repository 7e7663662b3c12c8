"""ShortcutSheet: all keys in groups: the room, its pad, its picture, the window, and what a room adds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from neuroviz.ui.controls import Words
from neuroviz.ui.dialogs import Sheet
from neuroviz.ui.panel import Panel
from neuroviz.ui.theme import theme

translate = QCoreApplication.translate
Pair = tuple[str, str]
Group = tuple[str, tuple[Pair, ...]]


def shortcuts(panel: Panel | None = None) -> list[Group]:
    """Groups of keys and what they do there, in the present language; those of a room come last.

    What means nothing in the room is left out, and what the room says of a key itself is not said twice.
    """
    own = () if panel is None else tuple(panel.shortcuts())
    known = {keys for keys, _ in own}
    room = tuple(pair for pair in _room(panel) if pair[0] not in known)
    groups = [
        (translate("Shortcuts", "Room"), room),
        (translate("Shortcuts", "Drawing pad"), _pad() if panel is None or panel.acts.has_pad else ()),
        (translate("Shortcuts", "Picture and numbers"), _share()),
        (translate("Shortcuts", "Window"), _window()),
        (panel.title() if panel is not None else "", own),
    ]
    return [(title, pairs) for title, pairs in groups if pairs]


def _room(panel: Panel | None) -> tuple[Pair, ...]:
    time = (
        (translate("Shortcuts", "Space"), translate("Shortcuts", "play or pause")),
        ("←  →", translate("Shortcuts", "one step back, one step on")),
        ("R", translate("Shortcuts", "restart")),
    )
    presets = (
        ("1 … 9", translate("Shortcuts", "presets of the room")),
        ("0", translate("Shortcuts", "back to the preset, knobs included")),
    )
    return (
        *(time if panel is None or panel.room.transport.isEnabled() else ()),
        *(presets if panel is None or panel.room.presets.keyed else ()),
        ("Ctrl+Z  Ctrl+Shift+Z", translate("Shortcuts", "undo and redo: strokes, knobs, presets")),
        ("F1", translate("Shortcuts", "explain this room")),
    )


def _pad() -> tuple[Pair, ...]:
    return (
        (translate("Shortcuts", "Shift+arrows"), translate("Shortcuts", "move the drawing")),
        (translate("Shortcuts", "Del"), translate("Shortcuts", "clear a drawing pad")),
    )


def _share() -> tuple[Pair, ...]:
    return (
        ("Ctrl+C", translate("Shortcuts", "copy the picture")),
        ("Ctrl+S", translate("Shortcuts", "save the picture")),
        ("Ctrl+Shift+S", translate("Shortcuts", "save the numbers behind it")),
    )


def _window() -> tuple[Pair, ...]:
    return (
        ("F6  Shift+F6", translate("Shortcuts", "next part of the window, part before")),
        (translate("Shortcuts", "Tab  Shift+Tab"), translate("Shortcuts", "next control, control before")),
        ("Ctrl+PgUp  Ctrl+PgDn", translate("Shortcuts", "room before, room after")),
        ("Ctrl+Tab  Ctrl+Shift+Tab", translate("Shortcuts", "next page of the room, page before")),
        ("F7  Esc", translate("Shortcuts", "the picture alone, and back")),
        ("F8", translate("Shortcuts", "two rooms side by side")),
        ("F9  Ctrl+W", translate("Shortcuts", "this room in a window of its own, and that closed again")),
        ("F10", translate("Shortcuts", "menu")),
        ("Ctrl+Q", translate("Shortcuts", "quit")),
        ("F11  Esc", translate("Shortcuts", "full screen, and back")),
        ("Ctrl++  Ctrl+−  Ctrl+0", translate("Shortcuts", "text larger, smaller, as usual")),
        ("?", translate("Shortcuts", "this sheet")),
    )


class ShortcutSheet(Sheet):
    """Two columns of groups beside each other; it scrolls where the screen is low."""

    def __init__(self, parent: QWidget | None) -> None:
        self._panel = None if parent is None else _panel_of(parent)
        super().__init__(parent)

    def fill(self) -> None:
        """A place that scrolls."""
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll what does not fit
        self.column.addWidget(self.area)

    def retranslate(self) -> None:
        """Headings, keys and meanings as they are now; as large as they need, if the screen has room."""
        super().retranslate()
        self.setWindowTitle(self.tr("Shortcuts"))
        self.area.setAccessibleName(self.tr("Shortcuts"))
        self._write()
        screen, edge = self.screen().availableGeometry(), theme().space(14)
        for columns in (2, 1):
            self._arrange(columns)
            inside = self.inside.sizeHint()
            if inside.width() + edge <= screen.width() * 0.95:
                break
        wide = min(inside.width() + edge, round(screen.width() * 0.95))
        self.resize(wide, min(inside.height() + 2 * edge, round(screen.height() * 0.9)))

    def _write(self) -> None:
        """A heading over each group, each key beside its meaning."""
        look = theme()
        self.inside = QWidget()
        self.inside.setObjectName("scrolled")
        self.grid = QGridLayout(self.inside)
        self.grid.setContentsMargins(0, 0, look.space(3), 0)
        self.grid.setHorizontalSpacing(look.space(5))
        self.grid.setVerticalSpacing(look.space(1.5))
        self.headings: list[Words] = []
        self.pairs: list[list[tuple[Words, Words]]] = []
        for title, keys in shortcuts(self._panel):
            self.headings.append(_said(Words(quiet=True, bold=True), title))
            self.pairs.append([(_said(Words(bold=True), key), _said(Words(), text)) for key, text in keys])
        self.area.setWidget(self.inside)

    def _arrange(self, columns: int) -> None:
        """The groups below each other, in one column or two of about the same length."""
        below = [0] * columns
        for heading, pairs in zip(self.headings, self.pairs, strict=True):
            side = below.index(min(below))
            self.grid.addWidget(heading, below[side], 3 * side, 1, 2)
            for row, pair in enumerate(pairs, below[side] + 1):
                for place, words in enumerate(pair):
                    self.grid.addWidget(words, row, 3 * side + place)
            below[side] += len(pairs) + 2
        self.grid.setColumnMinimumWidth(2, theme().space(4) if columns == 2 else 0)
        for row in range(max(below)):
            self.grid.setRowMinimumHeight(row, theme().space(4))
            self.grid.setRowStretch(row, 0)
        self.grid.setRowStretch(max(below), 1)


def _panel_of(window: QWidget) -> Panel | None:
    """The panel that is seen there; of two, the one that has the keys."""
    seen = [one for one in window.findChildren(Panel) if one.isVisible()]
    focus = window.focusWidget()
    with_keys = [one for one in seen if focus is not None and (one is focus or one.isAncestorOf(focus))]
    return next(iter(with_keys or seen), None)


def _said(words: Words, text: str) -> Words:
    words.setText(text)
    return words
