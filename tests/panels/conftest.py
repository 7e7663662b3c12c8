"""What the tests of several pages begin with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.panels.kept_program import Open, Program


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    opened: list[Program] = []

    def open_it(
        memory: Mapping[str, Any] | None = None, folder: Path | None = tmp_path, space: Any = None
    ) -> Program:
        opened.append(Program(qtbot, folder, memory or {}, space))
        return opened[-1].open()

    yield open_it
    for one in opened:
        if not one.closed:
            one.close()
