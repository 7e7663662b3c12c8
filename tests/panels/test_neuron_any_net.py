"""The page of one neuron with nets of every sort, small windows, and memories that make no sense."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from numpy.testing import assert_allclose
from pytestqt.qtbot import QtBot

from neuroviz.nn import Net
from neuroviz.panels.layers.neuron import PAGE
from neuroviz.panels.layers.neuron.panel import NeuronPanel
from neuroviz.sims.neuron import FUNCTIONS, LINE, NEURON
from neuroviz.ui.room import Context
from neuroviz.ui.theme import set_theme
from tests.panels.host import opened, workspace
from tests.panels.neuron_page import Page
from tests.sims.neuron_nets import MIXED, broken, mixed


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    with opened(PAGE, qtbot) as host:
        made = Page(host)
        host.pose()
        yield made


@pytest.mark.parametrize("look", [NEURON, FUNCTIONS, LINE])
def test_any_net_is_shown_or_says_why_not(page: Page, look: str) -> None:
    nets: dict[str, Net] = broken() | {name: mixed(name) for name in MIXED}
    space = page.panel.context.workspace
    page.panel._on_look(look)
    for name, net in nets.items():
        space.put("net", name, net)
        space.choose("net", name)
        page.host.settle(lambda net=net: page.panel.last is not None and page.panel.last.subject.net is net)
        page.panel._on_stage(0)
        page.settle()
        assert len(page.panel.room.sentence.text()) > 20
        page.panel.picture()


def test_an_empty_pad_asks_for_a_digit(page: Page) -> None:
    page.panel.source.pad.clear()
    frame = page.settle()
    assert frame.part is None
    assert page.view.rows == ()
    assert page.panel.length() == 0
    page.panel.picture()


@pytest.mark.parametrize(
    "memory",
    [{"place": [1e9, 2]}, {"place": ["a", None]}, {"place": [-5, 10**30]}, {"place": [True, False]},
     {"look": 3}, {"look": "line"}, {"place": [1], "look": None, "knobs": [], "net": 5}],
)  # fmt: skip
def test_hostile_memory_is_passed_over(memory: dict, qtbot: QtBot) -> None:
    panel = PAGE.widget(Context(workspace(), json.loads(json.dumps(memory))))
    qtbot.addWidget(panel)
    assert isinstance(panel, NeuronPanel)
    assert json.loads(json.dumps(panel.memory())) == panel.memory()
    panel.shut()


@pytest.mark.parametrize(("size", "scale"), [((900, 560), 1.0), ((1064, 560), 1.6)])
def test_a_small_window_shows_fewer_terms(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    set_theme("dark", scale)
    try:
        with opened(PAGE, qtbot, size) as host:
            host.pose()
            page = Page(host)
            assert 3 <= len(page.view.rows) <= page.view.terms.room() + 2
            assert_allclose(page.view.rows[-1].end, page.neuron().z, rtol=1e-5)
    finally:
        set_theme("dark")
