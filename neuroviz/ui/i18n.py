"""Languages: which there are, and switching between them while everything is open."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase

from neuroviz.resources import asset

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
SOURCE = "en"

_log = logging.getLogger(__name__)
_installed: list[QTranslator] = []
_current = SOURCE


def system_language() -> str:
    """The language of the desktop if we speak it, else English."""
    chinese = any(name.startswith("zh") for name in QLocale.system().uiLanguages()[:1])
    return "zh_CN" if chinese else SOURCE


def language() -> str:
    """The language in force."""
    return _current


def lacks_font(code: str) -> bool:
    """Whether no font of this computer can show the language."""
    chinese = QFontDatabase.WritingSystem.SimplifiedChinese
    return code == "zh_CN" and not QFontDatabase.families(chinese)


def install(app: QCoreApplication, code: str = "") -> None:
    """Speak the language `code` ("" is the desktop's); every widget gets a LanguageChange event.

    Raises ValueError for a code that is not in LANGUAGES.
    """
    global _current  # noqa: PLW0603 - the application speaks one language
    code = code or system_language()
    if code not in LANGUAGES:
        raise ValueError(f"no language is called {code!r}")
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    _current = code
    if code == SOURCE:
        return
    for path in (_qt_words(code), _own_words(code)):
        translator = QTranslator()
        if path is not None and translator.load(str(path)):
            _installed.append(translator)
            app.installTranslator(translator)
        else:
            _log.warning("no translation into %s at %s", code, path)


def _own_words(code: str) -> Path | None:
    try:
        return asset("i18n", f"{code}.qm")
    except FileNotFoundError:
        return None


def _qt_words(code: str) -> Path:
    """Qt's own words (standard buttons, context menus), shipped with it."""
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{code}.qm"
