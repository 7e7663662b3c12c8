"""WindowMenu: all that concerns the whole window, as actions with shortcuts, in one menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from neuroviz.ui import motion
from neuroviz.ui.i18n import LANGUAGES, language
from neuroviz.ui.theme import NAMES, theme

TEXT_STEPS = (1.0, 1.15, 1.3, 1.6, 2.0)


class WindowMenu(QObject):
    """Actions and menus; the window does what they ask for."""

    theme_asked = Signal(str)
    language_asked = Signal(str)
    text_scale_asked = Signal(float)
    motion_asked = Signal(bool)
    """Whether things may move by themselves."""
    asked = Signal(str)
    """The name of the action that was chosen: a key of `_KEYS`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.main = QMenu(window)
        self.theme, self.language = QMenu(self.main), QMenu(self.main)
        self.text = QMenu(self.main)
        self._view, self._help = QMenu(self.main), QMenu(self.main)
        self._actions: dict[str, QAction] = {}
        self._themes = self._choices(self.theme, NAMES, self._on_theme)
        self._languages = self._choices(self.language, tuple(LANGUAGES), self._on_language)
        self._sizes = self._choices(self.text, tuple(str(step) for step in TEXT_STEPS), self._on_size)
        for name, keys in _KEYS.items():
            self._add(window, name, keys)
        self._still = QAction(self)
        self._still.setCheckable(True)
        self._still.triggered.connect(self._on_still)
        self._build()
        self.retranslate()

    def action(self, name: str) -> QAction:
        """An action by its name. Raises KeyError."""
        return self._actions[name]

    def show_state(self, theme_name: str, ticks: Mapping[str, bool]) -> None:
        """Tick what is in force."""
        for one, wanted in ((self._themes, theme_name), (self._languages, language())):
            for action in one.actions():
                action.setChecked(action.data() == wanted)
        for action in self._sizes.actions():
            action.setChecked(abs(float(action.data()) - theme().text_scale) < 0.01)
        for name, on in ticks.items():
            self._actions[name].setChecked(on)
        self._still.setChecked(not motion.on())

    def retranslate(self) -> None:
        """All words in the present language."""
        self._view.setTitle(self.tr("View"))
        self._help.setTitle(self.tr("Help"))
        self.theme.setTitle(self.tr("Theme"))
        self.language.setTitle(self.tr("Language"))
        self.text.setTitle(self.tr("Text size"))
        words = {
            "system": self.tr("As the desktop"),
            "dark": self.tr("Dark"),
            "light": self.tr("Light"),
            "contrast": self.tr("High contrast, for a pale projector"),
        }
        self._still.setText(self.tr("Reduce motion"))
        for action in self._themes.actions():
            action.setText(words[action.data()])
        for action in self._languages.actions():
            action.setText(LANGUAGES[action.data()])
        for action in self._sizes.actions():
            action.setText(f"{float(action.data()):.0%}")
        for name, text in self._names().items():
            self._actions[name].setText(text)

    def _names(self) -> dict[str, str]:
        return {
            "fullscreen": self.tr("Full screen"),
            "bare": self.tr("Picture only"),
            "beside": self.tr("Two rooms side by side"),
            "window": self.tr("This room in a window of its own"),
            "explain": self.tr("Explain this room"),
            "next": self.tr("Next room"),
            "previous": self.tr("Previous room"),
            "next_page": self.tr("Next page of the room"),
            "previous_page": self.tr("Previous page of the room"),
            "shortcuts": self.tr("Shortcuts"),
            "log": self.tr("Log"),
            "diagnostics": self.tr("Copy diagnostics"),
            "about": self.tr("About NeuroViz"),
            "menu": self.tr("Menu"),
            "quit": self.tr("Quit"),
            "larger": self.tr("Larger text"),
            "smaller": self.tr("Smaller text"),
            "usual": self.tr("Usual text size"),
        }

    def _choices(self, menu: QMenu, values: tuple[str, ...], slot: Callable[[QAction], None]) -> QActionGroup:
        group = QActionGroup(self)
        for value in values:
            action = QAction(group)
            action.setCheckable(True)
            action.setData(value)
            menu.addAction(action)
        group.triggered.connect(slot)
        return group

    def _add(self, window: QWidget, name: str, keys: tuple[str, ...]) -> None:
        action = QAction(self)
        action.setData(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(self._on_action)
        window.addAction(action)
        self._actions[name] = action

    def _build(self) -> None:
        for name in ("fullscreen", "bare", "beside"):
            self._actions[name].setCheckable(True)
        self.text.addSeparator()
        for name in ("larger", "smaller", "usual"):
            self.text.addAction(self._actions[name])
        self.main.addMenu(self._view)
        self.main.addMenu(self._help)
        self.main.addSeparator()
        self.main.addAction(self._actions["quit"])
        for menu in (self.theme, self.language, self.text):
            self._view.addMenu(menu)
        self._view.addAction(self._still)
        self._view.addSeparator()
        for name in ("previous", "next", "previous_page", "next_page"):
            self._view.addAction(self._actions[name])
        self._view.addSeparator()
        for name in ("beside", "window", "bare", "fullscreen"):
            self._view.addAction(self._actions[name])
        for name in ("explain", "shortcuts", "log", "diagnostics", "about"):
            self._help.addAction(self._actions[name])

    def _on_action(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.asked.emit(sender.data())

    def _on_still(self, on: bool) -> None:
        self.motion_asked.emit(not on)

    def _on_theme(self, action: QAction) -> None:
        self.theme_asked.emit(action.data())

    def _on_language(self, action: QAction) -> None:
        self.language_asked.emit(action.data())

    def _on_size(self, action: QAction) -> None:
        self.text_scale_asked.emit(float(action.data()))


_KEYS: dict[str, tuple[str, ...]] = {
    "fullscreen": ("F11",),
    "bare": ("F7",),
    "beside": ("F8",),
    "window": ("F9",),
    "explain": ("F1",),
    "next": ("Ctrl+PgDown",),
    "previous": ("Ctrl+PgUp",),
    "next_page": ("Ctrl+Tab",),
    "previous_page": ("Ctrl+Shift+Tab",),
    "shortcuts": ("?",),
    "log": (),
    "diagnostics": (),
    "about": (),
    "menu": ("F10",),
    "quit": ("Ctrl+Q",),
    "larger": ("Ctrl++", "Ctrl+="),
    "smaller": ("Ctrl+-",),
    "usual": ("Ctrl+0",),
}
