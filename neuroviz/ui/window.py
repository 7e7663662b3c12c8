"""MainWindow: the rail, the rooms, one clock for all of them, and the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMenu, QWidget

from neuroviz.ui import i18n
from neuroviz.ui.dialogs import AboutSheet, LogSheet, Sheet, ShortcutSheet
from neuroviz.ui.errors import faults
from neuroviz.ui.menu import TEXT_STEPS, WindowMenu
from neuroviz.ui.navigation import Rail
from neuroviz.ui.room import Context, PanelSpec
from neuroviz.ui.rooms import Rooms
from neuroviz.ui.settings import Geometry, Settings, SettingsFile
from neuroviz.ui.theme import set_theme, theme, theme_changes
from neuroviz.ui.toast import Toast

TICK_MS = 16
SMALLEST = 640, 480
USUAL = 1360, 860

_NARROW = 270  # steps of 4 px: a window narrower than this has its rail folded


class MainWindow(QMainWindow):
    """All rooms in one window. Theme and language of `settings` are already in force when it is made.

    `file`: where the settings are kept when the window closes; None keeps nothing.
    """

    def __init__(
        self,
        panels: Sequence[PanelSpec],
        context: Context,
        settings: Settings,
        file: SettingsFile | None = None,
    ) -> None:
        super().__init__()
        self._settings, self._file = settings, file
        self._sheets: dict[type[Sheet], Sheet] = {}
        self._passing: dict[str, Any] = {}
        self._was_narrow = False
        self.rail = Rail(panels)
        self.rooms = Rooms(panels, context, settings.knobs)
        self.menu = WindowMenu(self)
        self.toast = Toast(self)
        self._clock = QTimer(self)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.setInterval(TICK_MS)
        self._lay_out()
        self._connect()
        self.rail.set_folded(not settings.rail)
        self._open_first(settings.room)
        self._show_state()
        if file is not None and file.notice:
            self.toast.say(file.notice)

    @property
    def settings(self) -> Settings:
        """The settings as they stand."""
        return self._settings

    def keep_stored(self, stored: Mapping[str, Any]) -> None:
        """Fields of the settings that hold for this time alone; in the file these values stay."""
        self._passing = dict(stored)

    def show_room(self, room: str) -> None:
        """Open a room or page by its id. Raises KeyError for one that does not exist."""
        self.rooms.show_room(room)

    def set_theme(self, name: str) -> None:
        """Change the theme: "system", "dark" or "light"."""
        self._set(theme=name)
        set_theme(name, self._settings.text_scale)
        self._show_state()

    def set_language(self, code: str) -> None:
        """Change the language."""
        self._set(language=code)
        app = QApplication.instance()
        if app is not None:
            i18n.install(app, code)
        self._show_state()

    def set_text_scale(self, scale: float) -> None:
        """Change the size of text and spaces, 1 to 2."""
        scale = min(TEXT_STEPS[-1], max(TEXT_STEPS[0], scale))
        self._set(text_scale=scale)
        set_theme(self._settings.theme, scale)
        self._show_state()

    def set_full_screen(self, on: bool) -> None:
        """Fill the screen, or go back to the window as it was."""
        state = self.windowState()
        full = Qt.WindowState.WindowFullScreen
        self.setWindowState(state | full if on else state & ~full)
        self._show_state()

    def tick(self) -> None:
        """One beat of the clock: the open room goes on, and what failed anywhere is said."""
        self.rooms.tick()
        if faults.take():
            self.toast.say(self.tr("Something went wrong; everything else goes on."), log=True)

    # -- events ------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to tick."""
        super().showEvent(event)
        self._wake(self.isVisible() and not self.isMinimized())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing runs unseen."""
        self._wake(False)
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Minimised and back; language."""
        if event.type() == QEvent.Type.WindowStateChange:
            self._wake(self.isVisible() and not self.isMinimized())
            self._show_state()
        elif event.type() == QEvent.Type.LanguageChange:
            self.menu.retranslate()
            self._say_title()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window folds the rail."""
        super().resizeEvent(event)
        self._fit_rail()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves full screen; what nobody wanted belongs to the open room."""
        panel = self.rooms.panel()
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.set_full_screen(False)
        elif panel is not None:
            panel.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the settings, close the rooms and every sheet."""
        self._clock.stop()
        place = self.normalGeometry()
        geometry = Geometry(place.x(), place.y(), place.width(), place.height(), self.isMaximized())
        self._settings = replace(
            self._settings, geometry=geometry, room=self.rooms.room, knobs=self.rooms.memories()
        )
        if self._file is not None:
            self._file.save(replace(self._settings, **self._passing))
        self.rooms.shut()
        for sheet in list(self._sheets.values()):
            sheet.close()
        super().closeEvent(event)

    # -- inside ------------------------------------------------------------------------------------

    def _set(self, **values: Any) -> None:
        """What is set by hand holds from now on."""
        self._settings = replace(self._settings, **values)
        for name in values:
            self._passing.pop(name, None)

    def _lay_out(self) -> None:
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.rooms, 1)
        self.setCentralWidget(middle)
        self.setMinimumSize(*SMALLEST)
        self._restore_place()

    def _connect(self) -> None:
        self._clock.timeout.connect(self.tick)
        self.rail.room_asked.connect(self._on_room_asked)
        self.rail.fold_asked.connect(self._on_fold)
        self.rooms.current_changed.connect(self._on_room)
        self.rooms.notice.connect(self.toast.say)
        self.menu.theme_asked.connect(self.set_theme)
        self.menu.language_asked.connect(self.set_language)
        self.menu.text_scale_asked.connect(self.set_text_scale)
        self.menu.asked.connect(self._on_asked)
        self.toast.log_asked.connect(self._show_log)
        theme_changes.changed.connect(self._fit_rail)
        foot = self.rail.foot
        foot["more"].clicked.connect(self._pop_main)
        foot["half"].clicked.connect(self._pop_theme)
        foot["language"].clicked.connect(self._pop_language)
        foot["text_size"].clicked.connect(self._pop_text)
        foot["fullscreen"].clicked.connect(self._toggle_full)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_desktop_colours)

    def _open_first(self, room: str) -> None:
        rooms = self.rail.rooms()
        if rooms:
            self.show_room(room if room in self.rooms.ids() else rooms[0])

    def _restore_place(self) -> None:
        geometry = self._settings.geometry
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        place = geometry.on(screens) if geometry is not None else None
        if place is not None:
            self.setGeometry(place)
        else:
            room = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(USUAL[0], room.width()), min(USUAL[1], room.height()))
        if geometry is not None and geometry.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _wake(self, on: bool) -> None:
        if on and not self._clock.isActive():
            self._clock.start()
            self.rooms.enter()
        elif not on and self._clock.isActive():
            self._clock.stop()
            self.rooms.leave()

    def _fit_rail(self) -> None:
        narrow = self.width() < theme().space(_NARROW)
        if narrow != self._was_narrow:
            self._was_narrow = narrow
            self.rail.set_folded(narrow or not self._settings.rail)

    def _on_fold(self, on: bool) -> None:
        self.rail.set_folded(on)
        if not self._was_narrow:
            self._set(rail=not on)

    def _on_room_asked(self, room: str) -> None:
        self.show_room(self.rooms.last_page(room))

    def _on_room(self, room: str) -> None:
        spec = self.rooms.spec()
        self.rail.set_current(room if spec is None else spec.room)
        self._say_title()

    def _say_title(self) -> None:
        spec = self.rooms.spec()
        self.setWindowTitle(self.tr("{room} – NeuroViz").format(room=spec.title()) if spec else "NeuroViz")

    def _on_desktop_colours(self) -> None:
        if self._settings.theme == "system":
            self.set_theme("system")

    def _show_state(self) -> None:
        full = self.isFullScreen()
        self.rail.foot["fullscreen"].set_icon("windowed" if full else "fullscreen")
        self.menu.show_state(self._settings.theme, full=full)

    def _on_asked(self, what: str) -> None:
        actions: dict[str, Callable[[], None]] = {
            "fullscreen": self._toggle_full,
            "explain": self._explain,
            "next": self._next,
            "previous": self._previous,
            "next_page": self._next_page,
            "previous_page": self._previous_page,
            "shortcuts": self._show_shortcuts,
            "log": self._show_log,
            "about": self._show_about,
            "menu": self._pop_main,
            "larger": self._larger,
            "smaller": self._smaller,
            "usual": self._usual,
        }
        actions[what]()

    def _toggle_full(self) -> None:
        self.set_full_screen(not self.isFullScreen())

    def _explain(self) -> None:
        panel = self.rooms.panel()
        if panel is not None:
            panel.toggle_explanation()

    def _next(self) -> None:
        self._move(1)

    def _previous(self) -> None:
        self._move(-1)

    def _move(self, by: int) -> None:
        rooms, here = self.rail.rooms(), self.rooms.spec()
        if here is not None:
            self._on_room_asked(rooms[(rooms.index(here.room) + by) % len(rooms)])

    def _next_page(self) -> None:
        self._turn(1)

    def _previous_page(self) -> None:
        self._turn(-1)

    def _turn(self, by: int) -> None:
        pages = self.rooms.pages()
        if pages:
            self.show_room(pages[(pages.index(self.rooms.room) + by) % len(pages)])

    def _larger(self) -> None:
        now = self._settings.text_scale
        self.set_text_scale(next((step for step in TEXT_STEPS if step > now + 0.01), TEXT_STEPS[-1]))

    def _smaller(self) -> None:
        now = self._settings.text_scale
        self.set_text_scale(next((step for step in TEXT_STEPS[::-1] if step < now - 0.01), TEXT_STEPS[0]))

    def _usual(self) -> None:
        self.set_text_scale(1.0)

    def _pop_main(self) -> None:
        self._pop(self.menu.main, "more")

    def _pop_theme(self) -> None:
        self._pop(self.menu.theme, "half")

    def _pop_language(self) -> None:
        self._pop(self.menu.language, "language")

    def _pop_text(self) -> None:
        self._pop(self.menu.text, "text_size")

    def _pop(self, menu: QMenu, name: str) -> None:
        self._show_state()
        button = self.rail.foot[name]
        corner = button.mapToGlobal(QPoint(0, 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height() + theme().space(1)))

    def _show_log(self) -> None:
        self._show_sheet(LogSheet)

    def _show_shortcuts(self) -> None:
        self._show_sheet(ShortcutSheet)

    def _show_about(self) -> None:
        self._show_sheet(AboutSheet)

    def _show_sheet(self, kind: type[Sheet]) -> None:
        """One of each kind at a time; asked for again, it is made anew with what is true now."""
        if kind in self._sheets:
            self._sheets[kind].close()
        sheet = self._sheets[kind] = kind(self)
        sheet.finished.connect(self._forget_sheets)
        sheet.show()

    def _forget_sheets(self) -> None:
        self._sheets = {kind: sheet for kind, sheet in self._sheets.items() if sheet is not self.sender()}
