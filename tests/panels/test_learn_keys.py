"""Learn: the keys are the room's whatever has been clicked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from neuroviz.panels.training.learn.panel import LearnPanel
from neuroviz.sims.training.frames import TrainingFrame
from tests.panels.host import opened, spec_of


@pytest.mark.parametrize("views", ["left", "right"])
def test_space_plays_after_a_click_on_a_view(qtbot: QtBot, views: str) -> None:
    with opened(spec_of("training"), qtbot) as host:
        panel = host.panel
        assert isinstance(panel, LearnPanel)
        host.settle(lambda: isinstance(panel.last, TrainingFrame))
        panel.setFocus()
        choice = panel.view._left_choice if views == "left" else panel.view._right_choice
        button = choice.findChildren(QAbstractButton)[1]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert button.isChecked()
        focus = host.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Space)
        assert panel.playing
        panel.play(False)


def test_no_button_beside_the_time_takes_the_keys_by_a_click(qtbot: QtBot) -> None:
    with opened(spec_of("training"), qtbot) as host:
        host.settle(lambda: isinstance(host.panel.last, TrainingFrame))
        centre = host.panel.room.centre
        greedy = [one for one in centre.findChildren(QAbstractButton)
                  if one.focusPolicy() & Qt.FocusPolicy.ClickFocus]  # fmt: skip
        assert not greedy
