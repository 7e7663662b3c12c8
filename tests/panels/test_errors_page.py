"""Errors: filters, matrix and chart lead to the pictures they speak of, and a picture leads to the pad."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from neuroviz.data import mnist, strokes
from neuroviz.data.calibration import reliability
from neuroviz.data.digits import DigitSet
from neuroviz.data.handwriting import OWN, Entry, Handwriting
from neuroviz.data.judged import Judged
from neuroviz.data.sheet import Sheet
from neuroviz.io.handwriting import write_handwriting
from neuroviz.panels.digits.errors import PAGE
from neuroviz.panels.digits.errors.data_choice import TEST
from neuroviz.panels.digits.errors.detail import Detail
from neuroviz.panels.digits.errors.filters import Filter, bin_at, found, in_bin
from neuroviz.panels.digits.errors.panel import ErrorsPanel
from neuroviz.panels.digits.mine.keeper import FILE
from neuroviz.ui.confusion import ALL
from neuroviz.ui.numbers import fine_percent
from neuroviz.ui.room import Context
from neuroviz.ui.shared_pad import current_sheet
from neuroviz.ui.theme import set_theme
from tests.panels.host import Host, lay_out, opened

_load_test = mnist.load_test


def few(n: int = 600) -> DigitSet:
    test = _load_test()
    hard = np.array([247, 259, 321, 340, 445, 582, 659, 684, 716, 720, 740, 947, 1014, 1039, 1112])
    rows = np.concatenate([hard, np.arange(2000, 2000 + n - len(hard))])
    return DigitSet(test.images[rows], test.labels[rows], "few")


@pytest.fixture
def host(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    set_of_few = few()
    monkeypatch.setattr(mnist, "load_test", lambda: set_of_few)
    with opened(PAGE, qtbot) as made:
        made.settle(made.panel.posed)
        yield made


def page(host: Host) -> ErrorsPanel:
    assert isinstance(host.panel, ErrorsPanel)
    return host.panel


def shown(host: Host) -> np.ndarray:
    return page(host).view.sheet.shown()


# -- filters as values ---------------------------------------------------------------------------------


def judged(n: int = 500) -> Judged:
    rng = np.random.default_rng(0)
    return Judged(rng.integers(0, 10, n).astype(np.uint8), rng.dirichlet(np.ones(10), n).astype(np.float32))


@pytest.mark.parametrize("label", [ALL, 0, 7])
def test_wrong_and_hesitant_share_out_the_pictures(label: int) -> None:
    j, bins = judged(), reliability([], [])
    wrong, right = found(j, Filter("wrong", label), bins), found(j, Filter("hesitant", label), bins)
    mine = np.arange(len(j)) if label == ALL else np.flatnonzero(j.labels == label)
    assert sorted([*wrong, *right]) == mine.tolist()
    assert not j.right[wrong].any()
    assert j.right[right].all()


def test_a_pair_is_taken_for_each_other_either_way_most_certain_first() -> None:
    j = judged()
    rows = found(j, Filter("pair", 4, 9), reliability([], []))
    assert len(rows) == j.matrix[4, 9] + j.matrix[9, 4] > 0
    assert (np.diff(j.certainty[rows]) <= 0).all()
    assert {(int(j.labels[i]), int(j.answers[i])) for i in rows} <= {(4, 9), (9, 4)}


@pytest.mark.parametrize("equal", [False, True])
def test_bins_share_out_the_pictures_mistakes_first(equal: bool) -> None:
    j = judged()
    bins = reliability(j.certainty, j.right, 7, equal_mass=equal)
    every: list[int] = []
    for b, certainty in enumerate(bins.certainty):
        rows = in_bin(j, bins, float(certainty))
        assert bin_at(bins, float(certainty)) == b
        assert len(rows) == bins.counts[b]
        flips = np.diff(j.right[rows].astype(int))
        assert (flips >= 0).all()
        every += rows.tolist()
    assert sorted(every) == list(range(len(j)))
    assert bin_at(reliability([], []), 0.5) == -1


@pytest.mark.parametrize(("p", "words"), [
    (0.5, "50"), (0.98, "98"), (0.99, "99"), (0.997, "99.7"), (0.9996, "99.96"), (0.99997, "99.997"),
    (1.0, ">99.999"), (0.0, "<0.001"), (0.003, "0.3"), (0.42, "42"),
])  # fmt: skip
def test_a_certainty_has_the_digits_that_matter(p: float, words: str) -> None:
    assert fine_percent(p)[:-2] == words


# -- the page ------------------------------------------------------------------------------------------


def test_it_shows_its_mistakes_the_most_certain_first(host: Host) -> None:
    j = page(host).judged()
    np.testing.assert_array_equal(shown(host), j.wrong)
    assert len(j) == 600
    assert len(j.wrong) > 3
    assert page(host).view.sheet.current() == j.wrong[0]
    assert page(host).sentence().startswith(f"{len(j.wrong)} of 600 wrong")
    assert page(host).data()["confusion"].sum() == 600


def test_a_cell_leads_to_its_pictures_and_a_click_back(host: Host) -> None:
    view, j = page(host).view, page(host).judged()
    row = int(j.wrong[0])
    cell = int(j.labels[row]), int(j.answers[row])
    at = view.matrix.places().cell(cell).center().toPoint()
    QTest.mouseClick(view.matrix, Qt.MouseButton.LeftButton, pos=at)
    np.testing.assert_array_equal(shown(host), j.cell(*cell))
    assert view.filters._told.text() == view.matrix.told(cell)
    view.filters._clear.click()
    np.testing.assert_array_equal(shown(host), j.wrong)
    assert view.matrix.selected() is None


def test_one_digit_s_right_answers_by_the_boxes(host: Host) -> None:
    filters, j = page(host).view.filters, page(host).judged()
    filters._kind._group.button(1).click()
    np.testing.assert_array_equal(shown(host), j.hesitant)
    filters._digit.setCurrentIndex(4)
    filters._digit.activated.emit(4)
    np.testing.assert_array_equal(shown(host), j.hesitant[j.labels[j.hesitant] == 3])


def test_pointing_at_the_chart_leads_to_the_bin(host: Host) -> None:
    panel = page(host)
    panel.view.calibration.bin_asked.emit(1.0)
    rows = shown(host)
    assert len(rows) == panel._bins.counts[-1]
    assert panel.view.calibration.chart.cursor_at() == pytest.approx(panel._bins.certainty[-1])


def test_temperature_moves_certainty_and_no_answer(host: Host) -> None:
    panel = page(host)
    before = panel.judged()
    panel.knobs.row("temperature").turned.emit("temperature", 3.0)
    after = panel.judged()
    np.testing.assert_array_equal(before.answers, after.answers)
    assert after.certainty.mean() < before.certainty.mean() - 0.01
    panel.presets()[0].apply()
    np.testing.assert_array_equal(panel.judged().certainty, before.certainty)
    assert panel.knobs.config().temperature == 1.0


def test_enter_lays_the_picture_on_the_pad_with_its_label(host: Host, qtbot: QtBot) -> None:
    panel = page(host)
    panel.view.sheet.setFocus()
    QTest.keyClick(panel.view.sheet, Qt.Key.Key_Right)
    row = panel.view.sheet.current()
    with qtbot.waitSignal(panel.page_asked) as asked:
        QTest.keyClick(panel.view.sheet, Qt.Key.Key_Return)
    assert asked.args == ["digits"]
    sheet = current_sheet(panel.context.workspace)
    np.testing.assert_array_equal(sheet.picture, few().images[row])
    assert sheet.label == few().labels[row]
    assert sheet.number == row


def test_what_was_chosen_stays_enlarged_while_more_is_found(host: Host) -> None:
    panel = page(host)
    QTest.keyClick(panel.view.sheet, Qt.Key.Key_End)
    row = panel.view.sheet.current()
    panel._sort()
    assert panel.view.sheet.current() == row
    assert panel.view.detail._title.text() == f"{panel.judged().labels[row]} → {panel.judged().answers[row]}"


def test_another_net_is_judged_anew_and_stop_keeps_what_was_found(host: Host) -> None:
    panel = page(host)
    before = panel.judged()
    panel.chooser.chosen.emit("")
    assert panel.run is not None
    run = panel.run
    panel.context.workspace.choose("net", "MLP")
    assert panel.run is not run
    panel.judging.button.click()
    assert panel.run.paused
    for _ in range(5):
        panel.tick()
    panel.judging.button.click()
    assert not panel.run.paused
    host.settle(panel.posed)
    assert len(panel.judged()) == 600
    assert (panel.judged().probabilities != before.probabilities).any()


def test_stopped_before_the_first_answer_it_goes_on_with_the_next_click(host: Host) -> None:
    panel = page(host)
    panel.context.workspace.choose("net", "MLP")
    assert panel.last is None
    assert panel.run is not None
    for paused in (True, False):
        panel.judging.button.click()
        assert panel.run.paused == paused


def test_a_net_chosen_elsewhere_is_judged_on_return(host: Host) -> None:
    panel = page(host)
    panel.leave()
    panel.hide()
    panel.context.workspace.choose("net", "MLP")
    panel.show()
    panel.enter()
    assert not panel.posed()
    host.settle(panel.posed)
    assert panel.last is not None
    assert panel.last.net is panel.context.workspace.get("net", "MLP")


def test_one_s_own_digits_can_be_judged_instead(host: Host) -> None:
    panel, space = page(host), page(host).context.workspace
    assert not panel.choice.isVisible()
    space.put("digits", "My digits", DigitSet(np.zeros((0, 28, 28), np.uint8), np.zeros(0, np.uint8), "none"))
    assert not panel.choice.isVisible(), "an empty set is nothing to be judged"
    own = few(40)
    space.put("digits", "My digits", own)
    assert panel.choice.isVisible()
    panel.choice._on_activated(1)
    host.settle(panel.posed)
    assert len(panel.judged()) == 40
    assert panel.memory()["data"] == "My digits"
    space.put("digits", "My digits", few(30))
    host.settle(lambda: panel.posed() and len(panel.judged()) == 30)
    space.put("digits", "My digits", DigitSet(np.zeros((0, 28, 28), np.uint8), np.zeros(0, np.uint8), "none"))
    host.settle(lambda: panel.posed() and len(panel.judged()) == 600)


def test_the_sentence_follows_the_temperature(host: Host) -> None:
    panel = page(host)
    for temperature in (0.25, 4.0):
        panel.go(Filter(), temperature)
        assert panel.room.sentence.text() == panel.sentence()
    panel.knobs.row("temperature").turned.emit("temperature", 0.5)
    assert panel.room.sentence.text() == panel.sentence()


def _remembering(memory: dict[str, Any], context: Context) -> ErrorsPanel:
    return ErrorsPanel(replace(context, memory=memory))


def test_kept_digits_are_offered_without_a_visit_to_my_digits(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_of_few = few(60)
    monkeypatch.setattr(mnist, "load_test", lambda: set_of_few)
    kept = Handwriting(tuple(Entry(Sheet(strokes.digit(k)), k) for k in (3, 1, 4)))
    write_handwriting(kept, tmp_path / FILE)
    before = (tmp_path / FILE).read_bytes()
    with opened(PAGE, qtbot, folder=tmp_path) as made:
        made.settle(page(made).choice.isVisible)
        assert page(made).choice.name() == TEST, "what is judged is not changed by it"
        page(made).choice._on_activated(1)
        made.settle(lambda: made.panel.posed() and len(page(made).judged()) == 3)
        memory = made.panel.memory()
    assert (tmp_path / FILE).read_bytes() == before
    again = replace(PAGE, widget=partial(_remembering, memory))
    with opened(again, qtbot, folder=tmp_path) as made:
        made.settle(lambda: made.panel.posed() and len(page(made).judged()) == 3)
        assert page(made).choice.name() == OWN


def test_a_file_that_cannot_be_read_leaves_the_test_images(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_of_few = few(60)
    monkeypatch.setattr(mnist, "load_test", lambda: set_of_few)
    (tmp_path / FILE).write_text("{")
    with opened(PAGE, qtbot, folder=tmp_path) as made:
        made.settle(made.panel.posed)
        assert not page(made).choice.isVisible()
    assert (tmp_path / FILE).read_text() == "{", "its keeper sets it aside, nobody else"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_enlarged_picture_its_words_and_bars_have_room(qtbot: QtBot, scale: float) -> None:
    set_theme("dark", scale)
    try:
        place, detail = QWidget(), Detail()
        qtbot.addWidget(place)
        detail.setParent(place)
        place.show()
        detail.show_picture(np.zeros((28, 28), np.uint8), np.full(10, 0.1), "5 → 3", "Test image 9,999")
        for width in (560, 1200, 540):
            detail.setGeometry(0, 0, round(width * scale / 2), detail.height())
            detail.show()
            lay_out()
            for part in (detail._take, detail._which):
                assert part.width() >= part.sizeHint().width()
            parts = [detail.picture, detail._take, detail._which, detail.bars]
            for i, one in enumerate(parts):
                assert detail.rect().contains(one.geometry())
                assert not any(one.geometry().intersects(other.geometry()) for other in parts[i + 1 :])
    finally:
        set_theme("dark", 1.0)
