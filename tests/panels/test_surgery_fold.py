"""Surgery: units keep their places in the picture, and a net that knows nothing any more is told as such."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from neuroviz.panels.layers.surgery.panel import SurgeryPanel
from neuroviz.panels.layers.surgery.places import grids
from neuroviz.sims.cuts import blocks
from neuroviz.sims.surgery import SurgeryFrame
from tests.panels.host import opened, spec_of, workspace


def test_units_are_folded_the_same_way_however_wide_the_room_is() -> None:
    parts = blocks(workspace().get("net", "CNN"))
    folds = {
        tuple((grid.rows, grid.columns) for grid in grids(parts, width, 30.0, 200.0, 1.0))
        for width in (300.0, 500.0, 700.0, 1400.0)
    }
    assert len(folds) == 1


def test_of_a_net_that_is_never_right_no_class_is_named(qtbot: QtBot) -> None:
    with opened(spec_of("layers.surgery"), qtbot) as host:
        panel = host.panel
        assert isinstance(panel, SurgeryPanel)
        panel.apply_preset(4)
        host.settle(lambda: isinstance(panel.last, SurgeryFrame) and _complete(panel.last))
        assert "no class is spared" in panel.sentence()


def _complete(frame: SurgeryFrame) -> bool:
    return frame.score is not None and frame.score.complete and bool(frame.cuts)
