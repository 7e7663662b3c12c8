"""What the pages of Layers share: a net and what lies before it, files of nets, points and numbers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from neuroviz import nn
from neuroviz.data import strokes
from neuroviz.io.nets import read_net, write_net
from neuroviz.panels.layers.lessons import DEAD, SATURATED
from neuroviz.panels.layers.page import LayerPage
from neuroviz.sims.layers import LayersFrame
from neuroviz.sims.subject import Subject
from tests.panels.host import opened, spec_of


def page(host) -> LayerPage:
    assert isinstance(host.panel, LayerPage)
    return host.panel


def test_another_net_takes_what_it_can_take(qtbot: QtBot) -> None:
    with opened(spec_of("layers"), qtbot) as host:
        panel = page(host)
        panel.write(strokes.digit(2))
        for name, kind in (("2-3-1", "plane"), ("MLP", "digit"), ("2-16-16-2", "plane"), ("CNN", "digit")):
            panel.choose_net(name)
            subject = panel.subject()
            assert (subject.kind, subject.net) == (kind, panel.net())
            assert subject.x is not None
        panel.choose_lesson(DEAD)
        panel.choose_lesson(SATURATED)
        assert panel.net_name() == SATURATED
        assert not panel.context.workspace.is_own("net", DEAD)


def test_a_net_of_any_input_is_given_numbers(qtbot: QtBot) -> None:
    with opened(spec_of("layers"), qtbot) as host:
        panel, space = page(host), host.panel.context.workspace
        for shape in ((5,), (3, 4, 4), (1000,)):
            layers = (nn.Flatten(), nn.Dense(3)) if len(shape) > 1 else (nn.Dense(3),)
            space.put("net", str(shape), nn.Net.create(layers, shape, np.random.default_rng(0)))
            panel.choose_net(str(shape))
            assert panel.subject().kind == "vector"
            host.settle(lambda: isinstance(panel.last, LayersFrame) and panel.last.subject.net is panel.net())
            assert panel.last.trace is not None


def test_a_point_is_shared_and_its_moves_are_taken_back(qtbot: QtBot) -> None:
    with opened(spec_of("layers"), qtbot) as host:
        panel = page(host)
        panel.choose_net("2-3-1")
        panel.acts.follow()
        before = panel.source.numbers().tolist()
        panel.source.plane.moved.emit(0.5, -0.5)
        panel.acts.settle()
        assert panel.source.numbers().tolist() == [0.5, -0.5]
        panel.acts.undo()
        assert panel.source.numbers().tolist() == pytest.approx(before)
        assert panel.source.plane.point() == pytest.approx(before)


def test_a_net_is_saved_opened_and_forgotten(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(spec_of("layers"), qtbot) as host:
        panel = page(host)
        told: list[str] = []
        panel.notice.connect(told.append)
        panel.choose_net("2-3-1")
        panel.files.write(tmp_path / "small.npz")
        host.settle(lambda: len(told) == 1)
        assert read_net(tmp_path / "small.npz").digest == panel.net().digest
        panel.choose_net("CNN")
        panel.files.read(tmp_path / "small.npz")
        host.settle(lambda: panel.net_name() == "2-3-1")
        other = nn.Net.create((nn.Dense(2),), (3,), np.random.default_rng(1))
        write_net(other, tmp_path / "mine.npz")
        panel.files.read(tmp_path / "mine.npz")
        host.settle(lambda: panel.net_name() == "mine")
        assert panel.files.forget.isEnabled()
        told: list[str] = []
        panel.notice.connect(told.append)
        panel.notice_over.connect(told.remove)
        panel.files.forget.click()
        assert len(told) == 1
        assert panel.net_name() == "2-3-1"
        assert not panel.files.forget.isEnabled()
        panel.acts.undo()
        assert told == [], "what is there again is not called forgotten"
        assert panel.net_name() == "mine"
        assert panel.net().digest == other.digest
        panel.acts.redo()
        assert "mine" not in panel.context.workspace.names("net")


def test_a_bad_file_is_told_and_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(spec_of("layers"), qtbot) as host:
        panel = page(host)
        told: list[str] = []
        panel.notice.connect(told.append)
        before = panel.context.workspace.names("net"), panel.net_name()
        (tmp_path / "bad.npz").write_bytes(b"not a net")
        for count, name in enumerate(("bad.npz", "none.npz"), 1):
            panel.files.read(tmp_path / name)
            host.settle(lambda count=count: len(told) == count)
            assert name in told[-1]
        assert (panel.context.workspace.names("net"), panel.net_name()) == before


def test_a_sheet_is_refused_by_a_net_of_the_plane(qtbot: QtBot) -> None:
    with opened(spec_of("layers"), qtbot) as host:
        panel = page(host)
        panel.choose_net("2-3-1")
        with pytest.raises(ValueError, match="numbers"):
            Subject(panel.net(), panel.source.pad.content())


def test_the_number_is_that_of_the_image_on_the_pad_and_none_for_a_drawing(qtbot: QtBot) -> None:
    with opened(spec_of("layers"), qtbot) as host:
        panel = page(host)
        host.settle(lambda: panel.digits() is not None)
        panel.show_test_image(15)
        assert panel.source._index.value() == 15
        panel.write(strokes.digit(5))
        assert panel.source._index.text() == ""
        panel.source.pick_next(1)
        assert panel.source._index.value() == 15
        panel.source.pick_next(1)
        assert panel.source._index.value() == 16
