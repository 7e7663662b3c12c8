"""Each test of ui begins in the dark theme at the usual size, in English, and puts that back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from neuroviz.ui import i18n
from neuroviz.ui.theme import set_theme


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> Iterator[None]:
    i18n.install(qapp, "en")
    set_theme("dark", 1.0)
    yield
    i18n.install(qapp, "en")
    set_theme("dark", 1.0)
