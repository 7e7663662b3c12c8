"""MainWindow: the rail, the rooms, one clock for all of them, and the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QWidget

from neuroviz.ui import diagnostics, i18n, motion, places, window_place
from neuroviz.ui.dialogs import AboutSheet, LogSheet, Sheets
from neuroviz.ui.errors import faults
from neuroviz.ui.foot_menus import FootMenus
from neuroviz.ui.keeper import Keeper
from neuroviz.ui.menu import TEXT_STEPS, WindowMenu
from neuroviz.ui.navigation import Rail
from neuroviz.ui.room import Context, PanelSpec, modules_of
from neuroviz.ui.room_window import RoomWindow
from neuroviz.ui.rooms import Rooms
from neuroviz.ui.seats import Seats
from neuroviz.ui.settings import Settings, Standing
from neuroviz.ui.shortcut_sheet import ShortcutSheet
from neuroviz.ui.theme import set_theme, theme, theme_changes
from neuroviz.ui.toast import Toast
from neuroviz.ui.warmth import Warmth

TICK_MS = 16
SMALLEST = 560, 400

_NARROW = 270  # steps of 4 px: a window narrower than this has its rail folded


class MainWindow(QMainWindow):
    """All rooms in one window. Theme and language of `settings` are already in force when it is made.

    `keeper`: keeps what is set and drawn, while the window is open and when it closes; None keeps nothing.
    """

    def __init__(
        self,
        panels: Sequence[PanelSpec],
        context: Context,
        settings: Settings,
        keeper: Keeper | None = None,
    ) -> None:
        super().__init__()
        self._settings, self._keeper = settings, keeper
        self._workspace = context.workspace
        self._to_open = settings.windows
        self._sheets = Sheets(self)
        self._passing: dict[str, Any] = {}
        self._was_narrow = False
        self.rail = Rail(panels)
        self.seats = Seats(panels, context, settings.knobs)
        self.menu = WindowMenu(self)
        self.toast = Toast(self)
        self._warmth = Warmth(self, modules_of(panels))
        self.warm = self._warmth.ended  # all that the rooms need is there
        self._clock = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._lay_out()
        self._connect()
        self.rail.set_folded(not settings.rail)
        self._open_first(settings.room, settings.beside)
        self._show_state()
        if settings.bare:
            self.set_bare(True)
        if settings.full:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)
        self._say_font()
        if keeper is not None:
            keeper.begin(self._stored)
            if keeper.notice:
                self.toast.say(keeper.notice)

    @property
    def settings(self) -> Settings:
        """The settings as they stand."""
        return self._settings

    @property
    def rooms(self) -> Rooms:
        """The place that is active: where what is asked for happens."""
        return self.seats.active

    def keep_stored(self, stored: Mapping[str, Any]) -> None:
        """Fields of the settings that hold for this time alone; in the file these values stay."""
        self._passing = dict(stored)

    def show_room(self, room: str) -> None:
        """Open a room or page by its id. Raises KeyError for one that does not exist."""
        self.rooms.show_room(room)

    def set_theme(self, name: str) -> None:
        """Change the theme: "system", "dark", "light" or "contrast"."""
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
        self._say_font()

    def set_text_scale(self, scale: float) -> None:
        """Change the size of text and spaces, 1 to 2."""
        scale = min(TEXT_STEPS[-1], max(TEXT_STEPS[0], scale))
        self._set(text_scale=scale)
        set_theme(self._settings.theme, scale)
        self._show_state()

    def set_motion(self, on: bool) -> None:
        """Let things move by themselves, or show what they come to."""
        self._set(motion=on)
        motion.set_motion(on)
        self._show_state()

    def set_full_screen(self, on: bool) -> None:
        """Fill the screen, or go back to the window as it was."""
        state = self.windowState()
        full = Qt.WindowState.WindowFullScreen
        self.setWindowState(state | full if on else state & ~full)
        self._set(full=on)
        self._show_state()

    def set_bare(self, on: bool) -> None:
        """Show the pictures alone, without rail and controls, or everything again."""
        self.rail.setVisible(not on)
        self.seats.set_bare(on)
        self._show_state()
        words = self.tr("The picture alone. Esc brings the controls back.")
        if on:
            self.toast.say(words, briefly=True)
        else:
            self.toast.take_back(words)

    def set_beside(self, on: bool) -> None:
        """A second room beside the first, or one alone."""
        (self.seats.open_beside if on else self.seats.close_beside)()
        self._fit_rail()
        self._show_state()

    def say_safe_mode(self) -> None:
        """Tell that this start knows nothing of earlier ones and leaves nothing for later ones."""
        self.toast.say(self.tr("Safe mode: the usual settings, and nothing is kept."))

    def tick(self) -> None:
        """One beat of the clock: the rooms that are seen go on, and what failed anywhere is said."""
        self.seats.tick()
        if faults.take():
            self.toast.say(self.tr("Something went wrong; everything else goes on."), log=True)

    # -- events ------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to tick."""
        super().showEvent(event)
        self._wake(self.isVisible() and not self.isMinimized())
        rooms, self._to_open = self._to_open, ()
        for room, kept in zip_longest(rooms, self._settings.standing[: len(rooms)]):
            if room in self.rooms.ids():
                own = self._made_own(room)
                own.stand(kept or Standing(), self)
                QTimer.singleShot(0, own, own.come_up)  # this window is not yet there: it would cover it
        self._warmth.begin()

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
        """Esc brings controls back, then leaves full screen; what nobody wanted belongs to the open room."""
        panel = self.rooms.panel()
        if event.key() == Qt.Key.Key_Escape and self.seats.bare:
            self.set_bare(False)
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.set_full_screen(False)
        elif panel is not None:
            panel.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is set and drawn, close the rooms and every sheet."""
        self._clock.stop()
        self._warmth.close()
        self._settings = self.present()
        if self._keeper is not None:
            self._keeper.close(self._stored())
        self.seats.shut()
        self._sheets.close()
        super().closeEvent(event)

    def present(self) -> Settings:
        """All that is set and open at this moment."""
        return replace(
            self._settings,
            geometry=window_place.geometry_of(self),
            room=self.seats.main.room,
            beside="" if self.seats.beside is None else self.seats.beside.room,
            folder=places.last(),
            bare=self.seats.bare,
            full=self.isFullScreen(),
            windows=self._to_open or tuple(one.rooms.room for one in self.seats.windows),
            standing=self._settings.standing if self._to_open else self.seats.standing(),
            net=self._workspace.current("net") or "",
            knobs=self.seats.memories(),
        )

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
        row.addWidget(self.seats, 1)
        self.setCentralWidget(middle)
        self.setMinimumSize(*SMALLEST)
        window_place.restore(self, self._settings.geometry)
        window_place.stay_large_enough(self)

    def _connect(self) -> None:
        self._clock.timeout.connect(self.tick)
        self.rail.room_asked.connect(self._on_room_asked)
        self.rail.fold_asked.connect(self._on_fold)
        self.seats.current_changed.connect(self._on_room)
        self.seats.notice.connect(self.toast.say)
        self.seats.notice_over.connect(self.toast.take_back)
        self._obey(self.menu)
        self.menu.asked.connect(self._on_asked)
        self.toast.log_asked.connect(self._show_log)
        theme_changes.changed.connect(self._fit_rail)
        self._foot = FootMenus(self.rail, self.menu, self._show_state)
        self.rail.foot["fullscreen"].clicked.connect(self._toggle_full)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_desktop_colours)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_desktop_colours)

    def _obey(self, menu: WindowMenu) -> None:
        """What is set for all windows, in whichever of them."""
        menu.theme_asked.connect(self.set_theme)
        menu.language_asked.connect(self.set_language)
        menu.text_scale_asked.connect(self.set_text_scale)
        menu.motion_asked.connect(self.set_motion)

    def _say_font(self) -> None:
        if i18n.lacks_font(i18n.language()):
            # in English whatever the language is: this is for those who see boxes
            self.toast.say(
                "No font on this computer shows Chinese. "
                "On Debian or Ubuntu: apt-get install fonts-wqy-microhei"
            )

    def _stored(self) -> Settings:
        """What belongs into the file: the present settings without those that hold for this time alone."""
        return replace(self.present(), **self._passing)

    def _open_first(self, room: str, beside: str) -> None:
        rooms = self.rail.rooms()
        if rooms:
            self.show_room(room if room in self.rooms.ids() else rooms[0])
        if beside in self.rooms.ids():
            self.seats.open_beside(beside)

    def _wake(self, on: bool) -> None:
        """Run what can be seen; rooms in windows of their own need the clock while this one is hidden."""
        if on:
            self._clock.start()
            self.seats.enter()
        else:
            self.seats.leave()
            if not self.seats.windows:
                self._clock.stop()

    def _fit_rail(self) -> None:
        places = len(self.seats.all())
        narrow = self.width() < theme().space(_NARROW * places)
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
        ticks = {"fullscreen": full, "bare": self.seats.bare, "beside": self.seats.beside is not None}
        self.menu.show_state(self._settings.theme, ticks)
        for own in self.seats.windows:
            own.show_state(self._settings.theme, beside=ticks["beside"])

    def _on_asked(self, what: str) -> None:
        actions: dict[str, Callable[[], object]] = {
            "fullscreen": partial(self.set_full_screen, not self.isFullScreen()),
            "bare": partial(self.set_bare, not self.seats.bare),
            "beside": partial(self.set_beside, self.seats.beside is None),
            "window": self._open_window,
            "explain": self.rooms.explain,
            "next": partial(self.rooms.go_room, 1),
            "previous": partial(self.rooms.go_room, -1),
            "next_page": partial(self.rooms.go_page, 1),
            "previous_page": partial(self.rooms.go_page, -1),
            "shortcuts": partial(self._sheets.show, ShortcutSheet),
            "log": self._show_log,
            "diagnostics": self._copy_diagnostics,
            "about": partial(self._sheets.show, AboutSheet),
            "menu": self._foot.main,
            "quit": self.close,
            "larger": partial(self._resize_text, 1),
            "smaller": partial(self._resize_text, -1),
            "usual": partial(self.set_text_scale, 1.0),
        }
        actions[what]()

    def _toggle_full(self) -> None:
        self.set_full_screen(not self.isFullScreen())

    def _open_window(self) -> None:
        there = next((one for one in self.seats.windows if one.rooms.room == self.rooms.room), None)
        if there is not None:  # a second one would lie over the first
            there.raise_()
            there.activateWindow()
            return
        window = self._made_own(self.rooms.room)
        window.place_beside(self)
        window.show()
        self._show_state()

    def _made_own(self, room: str) -> RoomWindow:
        window = self.seats.open_window(room)
        self._obey(window.menu)
        window.asked.connect(self._on_asked)
        return window

    def _resize_text(self, by: int) -> None:
        now = self._settings.text_scale
        further = [step for step in TEXT_STEPS if (step - now) * by > 0.01]
        if further:
            self.set_text_scale(min(further) if by > 0 else max(further))

    def _copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(diagnostics.text(self.present()))
        asker = self.sender()
        toast = asker.toast if isinstance(asker, RoomWindow) else self.toast
        toast.say(self.tr("The diagnostics are on the clipboard."))

    def _show_log(self) -> None:
        self._sheets.show(LogSheet)
