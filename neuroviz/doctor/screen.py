"""Which platform plugin Qt will load, and whether there is a screen behind it. Standard library only."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping
from pathlib import Path


def platforms(environ: Mapping[str, str], system: str = sys.platform) -> tuple[str, ...]:
    """The plugins Qt tries, in its order; none when there is no screen."""
    wish = environ.get("QT_QPA_PLATFORM", "")
    if wish:
        return tuple(part.partition(":")[0] for part in wish.split(";"))
    if system == "win32":
        return ("windows",)
    if system == "darwin":
        return ("cocoa",)
    wayland = ("wayland",) if environ.get("WAYLAND_DISPLAY") else ()
    return wayland + (("xcb",) if environ.get("DISPLAY") else ())


def reachable(names: tuple[str, ...], environ: Mapping[str, str]) -> tuple[str, ...]:
    """Those of the plugins whose screen can be reached. Asked once: a screen may go between two questions."""
    return tuple(name for name in names if answers(name, environ))


def answers(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether the screen of a plugin can be reached; True for those that need none."""
    if platform == "xcb":
        return _x_answers()
    if platform == "wayland":
        socket = Path(environ.get("XDG_RUNTIME_DIR", "/"), environ.get("WAYLAND_DISPLAY", "wayland-0"))
        return socket.exists()
    return True


def _x_answers() -> bool:
    """Whether the X server of DISPLAY lets us in; True also without libxcb, which another check tells."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    if xcb.xcb_connection_has_error(connection):
        xcb.xcb_disconnect(connection)
        return False
    # It stays open: a server whose last client leaves resets itself, and refuses Qt while it does.
    return True
