"""The page Units: what each unit is for, a name for it, and nets of every kind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz import nn
from neuroviz.io.unit_names import Names, read_names
from neuroviz.nn import Net
from neuroviz.panels.layers.units import PAGE, tips, words
from neuroviz.panels.layers.units.keeper import FILE, names_of
from neuroviz.panels.layers.units.measures import MEASURES, NUMBER, SELECTIVITY
from neuroviz.panels.layers.units.panel import UnitsPanel
from neuroviz.sims.units import UnitsFrame
from neuroviz.ui.room import Context
from neuroviz.ui.shared_pad import current_sheet
from tests.panels.host import Host, opened

RNG = np.random.default_rng(4)


def panel(host: Host) -> UnitsPanel:
    assert isinstance(host.panel, UnitsPanel)
    return host.panel


def frame(host: Host) -> UnitsFrame:
    last = host.panel.last
    assert isinstance(last, UnitsFrame)
    return last


def settle(host: Host) -> None:
    host.settle(host.panel.posed)


def small(host: Host) -> UnitsPanel:
    """The page with a net that is quick."""
    one = panel(host)
    one.choose_net("2-8-8-3")
    settle(host)
    return one


def made(*layers: nn.Layer, shape: tuple[int, ...] = (784,)) -> Net:
    return Net.create(layers, shape, np.random.default_rng(0))


def broken(value: float) -> Net:
    net = made(nn.Dense(12), nn.ReLU(), nn.Dense(10))
    return net.with_theta(np.full_like(net.theta, value))


ODD = {
    "five": lambda: made(nn.Dense(4), nn.GELU(), nn.Dense(3), shape=(5,)),
    "one layer": lambda: made(nn.Dense(10)),
    "deep": lambda: made(*[part for _ in range(500) for part in (nn.Dense(1), nn.Tanh())], shape=(2,)),
    "nan": lambda: broken(np.nan),
    "infinite": lambda: broken(np.inf),
    "normed": lambda: made(nn.Dense(9), nn.BatchNorm(), nn.Dropout(0.3), nn.GELU(), nn.Dense(8),
                           nn.LayerNorm(), nn.Dense(10), nn.Softmax()),
    "codes": lambda: made(nn.Dense(6), nn.Sigmoid(), nn.Dense(784)),
    "no weights": lambda: made(nn.Flatten(), nn.ReLU(), shape=(1, 28, 28)),
    "maps out": lambda: made(nn.Conv2d(3, 5), nn.ReLU(), nn.Conv2d(2, 5), shape=(1, 28, 28)),
    "one number": lambda: made(nn.Dense(3), nn.ReLU(), nn.Dense(1)),
    "plane without a task": lambda: made(nn.Dense(5), nn.ReLU(), nn.Dense(4), shape=(2,)),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_any_net_is_shown_or_said_to_be_what_it_is(name: str, qtbot: QtBot) -> None:
    net = ODD[name]()
    with opened(PAGE, qtbot) as host:
        one = panel(host)
        one.context.workspace.put("net", "odd", net)
        one.choose_net("odd")
        host.settle(lambda: isinstance(one.last, UnitsFrame) and one.last.subject.net is net)
        for number in {0, len(frame(host).layers) - 1}:
            one.look_at(number, 1)
            settle(host)
            assert not one.room.problem.isVisible(), one.room.problem.sentence()
            assert len(one.sentence()) > 20
            assert one.data()
            for measure in MEASURES:
                one.view.set_measure(measure)
                assert sorted(one.view.order()) == list(range(frame(host).layer.n_units))
            one.grab()


def test_a_million_weights_are_counted_without_a_freeze_and_stop_at_once(qtbot: QtBot) -> None:
    net = made(nn.Dense(1000), nn.ReLU(), nn.Dense(200), nn.ReLU(), nn.Dense(10))
    with opened(PAGE, qtbot) as host:
        one = panel(host)
        one.context.workspace.put("net", "million", net)
        one.choose_net("million")
        host.settle(lambda: isinstance(one.last, UnitsFrame) and one.last.losses is not None
                    and one.last.subject.net is net)  # fmt: skip
        QTest.mouseClick(one.view.work.button, Qt.MouseButton.LeftButton)
        host.settle(lambda: frame(host).halted and one.run is not None and one.run.resting)
        stopped = frame(host).losses
        assert stopped is not None
        assert 0 < stopped.n < stopped.total
        one.look_at(0, 5)  # a unit chosen now gets its picture, and nothing else
        host.settle(lambda: frame(host).unit == 5 and frame(host).halted and one.run is not None
                    and one.run.resting)  # fmt: skip
        assert frame(host).portrait.excited is not None
        assert frame(host).losses is not None
        assert frame(host).losses.n == stopped.n  # type: ignore[union-attr]


def test_the_list_is_in_the_order_of_the_measure(qtbot: QtBot) -> None:
    with opened(PAGE, qtbot) as host:
        one = small(host)
        one.look_at(1, 0, SELECTIVITY)
        settle(host)
        one.acts.follow()
        survey = frame(host).survey
        assert survey is not None
        assert (np.diff(survey.selectivity()[one.view.order()]) <= 0).all()
        one.view.measure_box.setCurrentIndex(MEASURES.index(NUMBER))
        one.view.measure_box.activated.emit(MEASURES.index(NUMBER))
        assert one.view.order().tolist() == list(range(8))
        one.acts.undo()
        assert (np.diff(survey.selectivity()[one.view.order()]) <= 0).all()


def test_layer_and_unit_by_mouse_and_keys_and_back(qtbot: QtBot) -> None:
    with opened(PAGE, qtbot) as host:
        one = small(host)
        one.look_at(0, 0, NUMBER)
        settle(host)
        one.acts.follow()
        one.view.layer_box.activated.emit(1)
        settle(host)
        assert frame(host).layer.number == 1
        cell = one.view.grid.cell_of(3)
        QTest.mouseClick(one.view.grid, Qt.MouseButton.LeftButton, pos=QPoint(cell.center()))
        settle(host)
        assert frame(host).unit == 3
        one.acts.settle()
        QTest.keyClick(one.view.grid, Qt.Key.Key_Right)
        settle(host)
        assert frame(host).unit == 4
        one.acts.settle()
        for unit in (3, 0):
            one.acts.undo()
            settle(host)
            assert frame(host).unit == unit
        one.acts.undo()
        settle(host)
        assert frame(host).layer.number == 0


def test_an_example_and_a_made_input_come_before_the_net(qtbot: QtBot) -> None:
    with opened(PAGE, qtbot) as host:
        host.pose()
        one = panel(host)
        row = one.view.detail.most.examples()[2].row
        one.view.detail.most.picked.emit(row)
        sheet = current_sheet(one.context.workspace)
        assert sheet.number == row
        host.settle(lambda: frame(host).now is not None and frame(host).subject.given is sheet)
        now, survey = frame(host).now, frame(host).survey
        assert now is not None
        assert survey is not None
        assert now[frame(host).unit] == pytest.approx(float(survey.top_values[frame(host).unit, 2]), rel=1e-4)
        one.view.detail.made.picked.emit(0.5, 0.5)
        sheet = current_sheet(one.context.workspace)
        assert sheet.picture is not None
        host.settle(lambda: frame(host).subject.given is sheet)
        excited, now = frame(host).portrait.excited, frame(host).now
        assert excited is not None
        assert now is not None
        assert now[frame(host).unit] == pytest.approx(excited.value, rel=0.02)


@pytest.mark.parametrize(("number", "beaten"), [(3, True), (0, False)])
def test_it_says_whether_the_made_input_beats_every_image(number: int, beaten: bool, qtbot: QtBot) -> None:
    with opened(PAGE, qtbot) as host:
        one = panel(host)
        one.choose_net("CNN")
        one.look_at(number, 0)
        host.settle(lambda: frame(host).layer.number == number and frame(host).doing == "switching")
        excited, survey = frame(host).portrait.excited, frame(host).survey
        assert excited is not None
        assert survey is not None
        assert (excited.value > survey.top_values[0, 0]) == beaten
        said = one.view.detail.made.accessibleDescription()
        assert ("and yet" not in said) == beaten
        assert words.number(excited.value) in said
        assert words.number(float(survey.top_values[0, 0])) in said


def test_every_number_tells_where_it_comes_from(qtbot: QtBot) -> None:
    with opened(PAGE, qtbot) as host:
        host.pose()
        now = frame(host)
        survey, losses = now.survey, now.losses
        assert survey is not None
        assert losses is not None
        unit, k = now.unit, int(survey.best_class()[now.unit])
        text = tips.of_class(now, k)
        assert words.number(float(survey.class_means[unit, k])) in text
        assert f"{int(survey.class_counts[k]):,}" in text
        assert f"{float(survey.selectivity()[unit]):.2f}" in text
        assert f"{int(losses.by_class[unit, k]):,}" in text
        assert f"{int(losses.without[unit]):,}" in tips.of_facts(now)
        row = int(survey.top[unit, 0])
        text = tips.of_example(now, row)
        assert words.number(float(survey.top_values[unit, 0])) in text
        b = float(now.subject.net.views(now.layer.start)["b"][unit])
        assert words.number(b) in text
        assert f"{row:,}" in text


def test_a_point_comes_where_the_map_is_clicked(qtbot: QtBot) -> None:
    with opened(PAGE, qtbot) as host:
        one = small(host)
        one.view.detail.made.picked.emit(0.75, 0.25)
        np.testing.assert_allclose(one.source.numbers(), [0.625, 0.625])


def test_a_named_unit_is_named_wherever_it_is_met(qtbot: QtBot) -> None:
    with opened(PAGE, qtbot) as host:
        one = small(host)
        one.look_at(0, 2)
        settle(host)
        type_name(host, "left half")
        assert "left half" in one.view.tip(2)
        one.look_at(1, 0)
        settle(host)
        face = one.view.detail.weights.face()
        assert face is not None
        wide = face.values.shape[1]
        assert "left half" in tips.of_value(frame(host), face, divmod(2, wide), names(host))
        assert "left half" not in tips.of_value(frame(host), face, divmod(1, wide), names(host))


def names(host: Host) -> Names:
    return names_of(panel(host).context.workspace, frame(host).digest)


def type_name(host: Host, text: str) -> None:
    field = panel(host).view.detail.field
    field.setText(text)
    field.editingFinished.emit()


def test_a_name_stays_with_the_net_over_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(PAGE, qtbot, folder=tmp_path) as host:
        one = small(host)
        one.look_at(1, 2, NUMBER)
        settle(host)
        type_name(host, "  upper   edge ")
        assert "upper edge" in one.sentence()
        assert "upper edge" in one.view.detail.field.text()
        one.acts.undo()
        assert one.view.detail.field.text() == ""
        one.acts.redo()
        assert one.view.detail.field.text() == "upper edge"
        digest = one.net().digest
    assert read_names(tmp_path / FILE)[digest] == {(2, 2): "upper edge"}
    with opened(PAGE, qtbot, folder=tmp_path) as host:
        one = small(host)
        one.look_at(1, 2, NUMBER)
        settle(host)
        host.settle(lambda: bool(names_of(one.context.workspace, digest)))
        assert "upper edge" in one.sentence()
        assert one.view.detail.field.text() == "upper edge"
        one.context.workspace.put("net", "renamed", one.net())
        one.choose_net("renamed")
        settle(host)
        assert "upper edge" in one.sentence(), "it belongs to the net, not to what the net is called"
        one.look_at(1, 3)
        settle(host)
        assert "upper edge" not in one.sentence()
        one.look_at(1, 2)
        settle(host)
        type_name(host, "")
    assert read_names(tmp_path / FILE) == {}


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\x00\xff" * 50, b"[]", b'{"version": 1}', b'{"version": true, "nets": {}}',
     b'{"version": 1, "nets": {"abc": {}}}', b'{"version": 1e400, "nets": {}}'],
)  # fmt: skip
def test_a_damaged_file_is_set_aside_with_one_sentence(content: bytes, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(content)
    told: list[str] = []
    with opened(PAGE, qtbot, folder=tmp_path) as host:
        host.panel.notice.connect(told.append)
        one = small(host)
        host.settle(lambda: bool(told))
        type_name(host, "new")
        digest = one.net().digest
    assert len(told) == 1
    assert FILE in told[0]
    assert (tmp_path / f"{FILE}.bad").read_bytes() == content
    assert list(read_names(tmp_path / FILE)[digest].values()) == ["new"]


def test_the_file_of_a_newer_program_is_left_alone(qtbot: QtBot, tmp_path: Path) -> None:
    content = json.dumps({"version": 7, "nets": {}}).encode()
    (tmp_path / FILE).write_bytes(content)
    told: list[str] = []
    with opened(PAGE, qtbot, folder=tmp_path) as host:
        host.panel.notice.connect(told.append)
        small(host)
        host.settle(lambda: bool(told))
        type_name(host, "new")
    assert (tmp_path / FILE).read_bytes() == content


@pytest.mark.parametrize(
    "memory",
    [{"layer": "1", "unit": -3, "measure": 7, "knobs": [1], "net": {}},
     {"layer": 10**9, "unit": True, "measure": "none", "knobs": {"smooth": "x", "of_map": None}},
     {"layer": 99999, "unit": 99999}],
)  # fmt: skip
def test_a_hostile_memory_is_passed_over(memory: dict[str, Any], qtbot: QtBot) -> None:
    with opened(PAGE, qtbot) as host:
        one = UnitsPanel(Context(panel(host).context.workspace, memory))
        assert 0 <= one.memory()["layer"] < 10
        assert one.memory()["measure"] in MEASURES
        json.dumps(one.memory())
        one.shut()
        one.deleteLater()
