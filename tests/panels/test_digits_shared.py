"""What another room has laid on the pad: Digits answers it, and forgets it with the pad."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from neuroviz.data.sheet import Sheet
from neuroviz.ui.shared_pad import NAME
from tests.panels import host as hosts
from tests.panels.host import opened, spec_of, workspace


def test_a_picture_that_lay_there_before_the_room_was_made_is_taken_away_with_the_bin(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = np.zeros((28, 28), np.uint8)
    picture[8:20, 12:16] = 255
    space = workspace()
    space.put("input", NAME, Sheet(picture=picture, label=1))
    monkeypatch.setattr(hosts, "workspace", lambda: space)
    with opened(spec_of("digits"), qtbot) as host:
        panel = host.panel
        host.settle(lambda: panel.last is not None and panel.last.answer is not None)
        panel.view.pad.clear()
        host.settle(lambda: panel.last.answer is None)
