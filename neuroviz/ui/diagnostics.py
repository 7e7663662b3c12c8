"""What somebody needs to know who is asked why it does not work: versions, screens, settings, the log."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import fields

import numpy as np
import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication

from neuroviz import __version__
from neuroviz.ui.log import ring
from neuroviz.ui.settings import Settings
from neuroviz.ui.theme import theme

_LOG_LINES = 200
_QUIET = ("knobs", "extra")  # may hold what somebody typed


def text(settings: Settings) -> str:
    """All of it as plain text, in English, without what was drawn or typed."""
    lines = [
        f"NeuroViz {__version__}",
        f"Python {sys.version.split()[0]} on {platform.platform()}",
        f"Qt {qVersion()}, PySide6 {PySide6.__version__}, NumPy {np.__version__}",
        f"platform {QGuiApplication.platformName()}, font {QFontDatabase.systemFont(_GENERAL).family()}",
        *(_screen(i) for i in range(len(QGuiApplication.screens()))),
        *(f"{name}={os.environ[name]}" for name in sorted(os.environ) if name.startswith(_TOLD)),
        f"theme {theme().name}, text {theme().text_scale:g}",
        *(f"{one.name}: {getattr(settings, one.name)}" for one in fields(settings) if one.name not in _QUIET),
        "",
        *ring.text().splitlines()[-_LOG_LINES:],
    ]
    return "\n".join(lines) + "\n"


_GENERAL = QFontDatabase.SystemFont.GeneralFont
_TOLD = ("QT_", "OPENBLAS_", "OMP_", "MKL_")


def _screen(i: int) -> str:
    screen = QGuiApplication.screens()[i]
    size = screen.geometry()
    place = f"{size.width()}x{size.height()}+{size.x()}+{size.y()}"
    return f"screen {i}: {place}, {screen.devicePixelRatio():g} pixels a point, {screen.refreshRate():.0f} Hz"
