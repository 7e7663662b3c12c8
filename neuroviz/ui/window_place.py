"""Where a window stands on the screen: where it was last if that can still be seen, else where it fits."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from neuroviz.ui.settings import Geometry
from neuroviz.ui.theme import theme
from neuroviz.ui.watch import Watch

USUAL = 1360, 860
_FRAME = 6  # steps of 4 px that the desktop's own frame takes of a small screen, twice that in height


def geometry_of(window: QWidget) -> Geometry:
    """What `restore` brings back."""
    place = window.normalGeometry()
    return Geometry(place.x(), place.y(), place.width(), place.height(), window.isMaximized())


def restore(window: QWidget, geometry: Geometry | None) -> None:
    """Put a window where it was."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    place = geometry.on(screens) if geometry is not None else None
    if place is not None:
        window.setGeometry(place)
    else:
        room, frame = QGuiApplication.primaryScreen().availableGeometry(), theme().space(_FRAME)
        window.resize(min(USUAL[0], room.width() - frame), min(USUAL[1], room.height() - 2 * frame))
    if geometry is not None and geometry.maximised:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def at_least(window: QWidget) -> None:
    """Give a window its least size again; one that the desktop fits to the screen is left alone."""
    if not (window.isMaximized() or window.isFullScreen()):
        window.resize(window.size().expandedTo(window.minimumSize()))


def stay_large_enough(window: QWidget) -> None:
    """Also on a screen of another resolution, where some desktops keep the pixels of a window."""
    watch = Watch(window, QEvent.Type.DevicePixelRatioChange)
    watch.seen.connect(lambda: QTimer.singleShot(0, window, partial(at_least, window)))
