"""FootMenus: the buttons at the rail's foot open the window's menus above themselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from neuroviz.ui.menu import WindowMenu
from neuroviz.ui.navigation import Rail
from neuroviz.ui.theme import theme


class FootMenus(QObject):
    """`refresh` is called first, so that the menus tick what is in force."""

    def __init__(self, rail: Rail, menu: WindowMenu, refresh: Callable[[], None]) -> None:
        super().__init__(menu)
        self._rail, self._menu, self._refresh = rail, menu, refresh
        rail.foot["more"].clicked.connect(self.main)
        rail.foot["half"].clicked.connect(self._theme)
        rail.foot["language"].clicked.connect(self._language)
        rail.foot["text_size"].clicked.connect(self._text)

    def main(self) -> None:
        """Open the menu of everything."""
        self._pop(self._menu.main, "more")

    def _theme(self) -> None:
        self._pop(self._menu.theme, "half")

    def _language(self) -> None:
        self._pop(self._menu.language, "language")

    def _text(self) -> None:
        self._pop(self._menu.text, "text_size")

    def _pop(self, menu: QMenu, name: str) -> None:
        self._refresh()
        corner = self._rail.foot[name].mapToGlobal(QPoint(0, 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height() + theme().space(1)))
