"""Nets of one's own are there again, whatever happened to their files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from neuroviz import nn
from neuroviz.io.nets import read_net
from neuroviz.runtime import Background
from neuroviz.ui.net_keeper import LONGEST, NetKeeper, free_name
from neuroviz.workspace import Workspace

NAMES = ["plain", "a/b\\c:d*?", "..", "名字", "CON", "x" * LONGEST]


def net(seed: int) -> nn.Net:
    return nn.Net.create((nn.Dense(3), nn.Tanh(), nn.Dense(2)), (2,), np.random.default_rng(seed))


def started(folder: Path, wanted: str = "") -> tuple[Workspace, NetKeeper, Background]:
    workspace, background = Workspace(), Background()
    workspace.put("net", "shipped", net(0))
    workspace.seal()
    keeper = NetKeeper(folder / "nets", workspace, background)
    keeper.restore(wanted)
    return workspace, keeper, background


def test_own_nets_come_back_under_their_names(tmp_path: Path, qapp: QApplication) -> None:
    workspace, _keeper, background = started(tmp_path)
    for seed, name in enumerate(NAMES, 1):
        workspace.put("net", name, net(seed))
    assert background.close()
    assert len(list((tmp_path / "nets").iterdir())) == len(NAMES)
    again, keeper, background = started(tmp_path, "名字")
    assert background.close()
    keeper.look()
    assert set(again.names("net")) == {"shipped", *NAMES}
    for seed, name in enumerate(NAMES, 1):
        assert again.get("net", name).digest == net(seed).digest
    assert again.current("net") == "名字"


def test_what_ships_is_not_kept_and_what_is_dropped_goes(tmp_path: Path, qapp: QApplication) -> None:
    workspace, _keeper, background = started(tmp_path)
    workspace.put("net", "lesson", net(1), shipped=True)
    workspace.put("net", "mine", net(2))
    workspace.put("net", "mine", net(3))
    workspace.put("net", "gone", net(4))
    workspace.drop("net", "gone")
    assert background.close()
    assert [one.name for one in (tmp_path / "nets").iterdir()] == ["mine.npz"]
    assert read_net(tmp_path / "nets" / "mine.npz").digest == net(3).digest


def test_a_damaged_file_is_kept_aside_and_the_others_come(tmp_path: Path, qapp: QApplication) -> None:
    workspace, _keeper, background = started(tmp_path)
    workspace.put("net", "good", net(1))
    assert background.close()
    (tmp_path / "nets" / "bad.npz").write_bytes(b"PK broken")
    again, keeper, background = started(tmp_path)
    assert background.close()
    keeper.look()
    assert again.names("net") == ("shipped", "good")
    assert (tmp_path / "nets" / "bad.npz.bad").exists()


@pytest.mark.parametrize(
    ("name", "wanted"), [("new", "new"), ("shipped", "shipped 2"), ("  ", "net"), ("y" * 99, "y" * 56)]
)
def test_a_name_is_free(name: str, wanted: str) -> None:
    workspace = Workspace()
    workspace.put("net", "shipped", net(0))
    assert free_name(workspace, name) == wanted
