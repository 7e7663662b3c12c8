"""What another room has laid on the pad: Digits answers it, and forgets it with the pad."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from neuroviz.data.sheet import Sheet
from tests.panels.host import Host, spec_of


def test_a_picture_that_lay_there_before_the_room_was_opened_is_taken_away_with_the_bin(qtbot: QtBot) -> None:
    host = Host(spec_of("digits"), qtbot)
    qtbot.addWidget(host)
    picture = np.zeros((28, 28), np.uint8)
    picture[8:20, 12:16] = 255
    host.panel.context.workspace.put("input", "pad", Sheet(picture=picture, label=1))
    host.show()
    host.panel.enter()
    host.settle(lambda: host.panel.last is not None and host.panel.last.answer is not None)
    host.panel.view.pad.clear()
    host.settle(lambda: host.panel.last.answer is None)
    host.panel.shut()
