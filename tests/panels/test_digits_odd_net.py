"""A net of finite weights whose values overflow: every page for digits goes on, and says what it can."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz import nn, panels
from tests.panels.host import opened, spec_of

PAGES = [page.id for room in panels.discover() if room.id == "digits" for page in room.all()]


def overflowing() -> nn.Net:
    layers = (nn.Dense(32), nn.ReLU(), nn.Dense(32), nn.ReLU(), nn.Dense(10))
    net = nn.Net.create(layers, (784,), np.random.default_rng(0))
    return net.with_theta(net.theta * np.float32(1e30))


@pytest.mark.parametrize("page", PAGES)
def test_no_page_is_brought_down(page: str, qtbot: QtBot) -> None:
    with opened(spec_of(page), qtbot) as host:
        host.pose()
        host.panel.context.workspace.put("net", "huge", overflowing())
        host.panel.context.workspace.choose("net", "huge")
        for preset in range(len(host.panel.presets())):
            for _ in range(15):
                host.panel.tick()
                QApplication.processEvents()
                qtbot.wait(10)
            assert host.panel.sentence()
            assert not host.panel.room.problem.isVisible(), host.panel.room.problem.sentence()
            host.panel.apply_preset(preset)
            host.panel.context.workspace.choose("net", "huge")
