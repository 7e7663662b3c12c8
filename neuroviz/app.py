"""The composition root: everything is put together here, and nowhere else."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from neuroviz import __version__, panels
from neuroviz.data.plane import NET_TASKS
from neuroviz.io.nets import read_net
from neuroviz.io.problem import Problem
from neuroviz.nn import Net
from neuroviz.options import Options
from neuroviz.resources import asset
from neuroviz.ui import i18n, motion, places
from neuroviz.ui.errors import faults
from neuroviz.ui.icons import icon
from neuroviz.ui.keeper import Keeper, set_aside
from neuroviz.ui.log import start_log, stop_log
from neuroviz.ui.room import Context
from neuroviz.ui.settings import Settings, SettingsFile
from neuroviz.ui.theme import set_theme
from neuroviz.ui.window import MainWindow
from neuroviz.workspace import Workspace

NETS = {"CNN": "cnn.npz", "MLP": "mlp.npz", "Linear": "linear.npz"}
"""The shipped nets that read digits, by their names in the workspace; the first is current at the start."""

SMALL_NETS = {name: f"plane-{task}.npz" for name, task in NET_TASKS.items()}
"""Those that know a point on the plane, small enough to be seen through."""

_log = logging.getLogger(__name__)


def run(options: Options) -> int:
    """Open the window and stay until it is closed. Returns the exit code; 2 for a wish nobody can grant."""
    said = _impossible(options)
    if said:
        print(f"neuroviz: {said}", file=sys.stderr)
        return 2
    app = application()
    file = SettingsFile(options.settings_folder)
    if options.reset_settings and not _reset(file.path.parent):
        return 1
    start_log(file.path.parent)
    faults.install()
    stored = Settings() if options.safe_mode else file.load()
    passing = _wishes(options)
    window = compose(app, replace(stored, **passing), None if options.safe_mode else file)
    window.keep_stored({name: getattr(stored, name) for name in passing})
    window.warm.connect(gc.freeze)  # else to look through all that was imported stops the window for 60 ms
    window.show()
    if options.safe_mode:
        window.say_safe_mode()
    before = {number: signal.signal(number, _close_windows) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        return app.exec()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        faults.remove()
        stop_log()


def _impossible(options: Options) -> str:
    """What of the command line cannot be done, or ""."""
    rooms = [page.id for room in panels.discover() for page in room.all()]
    if options.room is not None and options.room not in rooms:
        return f"there is no room {options.room!r}; there are: {', '.join(rooms)}"
    folder = options.settings_folder
    if folder is not None:
        if not str(folder).strip() or folder == Path():
            return "settings cannot be kept in a folder without a name"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return f"settings cannot be kept in {folder}: {error.strerror or error}"
        if not os.access(folder, os.W_OK | os.X_OK):
            return f"settings cannot be kept in {folder}: it may not be written"
    return ""


def _reset(folder: Path) -> bool:
    """Set the files of earlier times aside, and say where they are now."""
    try:
        moved = set_aside(folder)
    except Problem as problem:
        reason = problem.facts["detail"]
        print(f"neuroviz: the settings in {folder} cannot be set aside: {reason}", file=sys.stderr)
        return False
    for path in moved:
        print(f"kept as {path}")
    return True


def application() -> QApplication:
    """The one QApplication of the process, made on the first call."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("neuroviz")
        app.setApplicationDisplayName("NeuroViz")
        app.setApplicationVersion(__version__)
        app.setDesktopFileName("neuroviz")
    return app


def compose(app: QApplication, settings: Settings, file: SettingsFile | None = None) -> MainWindow:
    """The window with every room, in the language and look of `settings`; not yet shown."""
    # Numbers in fields are written as in the sentences beside them, whatever the desktop's country.
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    set_theme(settings.theme, settings.text_scale)
    i18n.install(app, settings.language)
    motion.set_motion(settings.motion)
    places.remember(settings.folder)
    workspace = Workspace()
    for name, net in shipped_nets().items():
        workspace.put("net", name, net)
    workspace.seal()
    if settings.net in workspace.names("net"):
        workspace.choose("net", settings.net)
    app.setWindowIcon(icon("room_digits", 64))
    keeper = None if file is None else Keeper(file, workspace)
    if keeper is not None:
        keeper.restore(settings.net)
    context = Context(workspace, folder=None if file is None else file.path.parent)
    return MainWindow(panels.discover(), context, settings, keeper)


def shipped_nets() -> dict[str, Net]:
    """The trained nets that can be read; one that cannot is said in the log, and the rooms do without."""
    nets: dict[str, Net] = {}
    for name, file in (NETS | SMALL_NETS).items():
        try:
            nets[name] = read_net(asset("weights", file))
        except (Problem, FileNotFoundError) as error:
            _log.error("the net %s cannot be read: %s", name, error)
    return nets


def _close_windows(_number: int, _frame: object) -> None:
    """Ctrl-C and a polite kill end like a click on the cross: what was set is kept."""
    QApplication.closeAllWindows()


def _wishes(options: Options) -> dict[str, Any]:
    """The settings that the command line overrides."""
    asked = {
        "language": options.language,
        "theme": options.theme,
        "text_scale": options.text_size,
        "room": options.room,
        "full": options.full_screen or None,
    }
    return {name: value for name, value in asked.items() if value is not None}
