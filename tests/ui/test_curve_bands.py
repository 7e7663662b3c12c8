"""Charts above each other: bands, strokes, silent axes, far numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.ui import curve_items
from neuroviz.ui.curve_ticks import ticks
from neuroviz.ui.curves import Axis, Curves, PlotMark, Series
from neuroviz.ui.theme import theme

X = np.linspace(1.0, 9.0, 30)


@pytest.fixture
def chart(qtbot: QtBot) -> Curves:
    made = Curves()
    qtbot.addWidget(made)
    made.resize(400, 240)
    made.set_axes(Axis("step"), Axis("loss"))
    made.show()
    qtbot.waitExposed(made)
    return made


def band(opacity: float = 1.0) -> Series:
    error = np.full((2, len(X)), 0.5)
    return Series.of("", X, np.full(len(X), 2.0), 2, kind="band", error=error, opacity=opacity)


def test_a_band_is_filled_between_its_ends(chart: Curves) -> None:
    wide = Series.of("all", [1, 9], [0.0, 4.0], 1, kind="points")
    chart.set_series([wide, band()])
    QApplication.processEvents()
    image = chart.grab().toImage()
    inside, outside = chart.pixel_at(5.0, 1.7), chart.pixel_at(5.0, 3.2)
    assert image.pixelColor(inside).name() == theme().digit(2).name()
    assert image.pixelColor(outside).name() != theme().digit(2).name()
    assert "2" not in chart.accessibleDescription().split("From")[0]


def test_a_band_without_numbers_and_in_a_file_of_lines(chart: Curves) -> None:
    chart.set_series([Series.of("", [1.0, 2.0], [np.nan, np.nan], kind="band", error=np.zeros((2, 2)))])
    chart.grab()
    chart.set_series([band(0.3)])
    assert chart.svg().startswith(b"<?xml")


def test_the_theme_keeps_its_colours_when_ink_is_thin(chart: Curves) -> None:
    chart.set_series([Series.of("a", X, X, "accent", opacity=0.2, dash=(1.0, 2.0))])
    assert theme().accent.alpha() == 255


def test_charts_above_each_other_stand_in_line(qtbot: QtBot) -> None:
    charts = [Curves(), Curves()]
    for chart, high in zip(charts, (1.0, 40_000.0), strict=True):
        qtbot.addWidget(chart)
        chart.resize(400, 200)
        chart.set_axes(Axis("step", silent=True), Axis("y"))
        chart.set_series([Series.of("a" * int(np.log10(high) + 1), X, X * high)])
        chart.show()
    QApplication.processEvents()
    needs = [chart.needed() for chart in charts]
    for chart in charts:
        chart.set_least(max(a for a, _ in needs), max(b for _, b in needs))
    QApplication.processEvents()
    first, second = (chart.pixel_at(5.0, 1.0).x() for chart in charts)
    assert first == second


def test_what_is_told_on_hover_is_told_to_all(chart: Curves) -> None:
    chart.set_told(lambda x: f"at {x:.0f} of nine")
    chart.set_series([Series.of("a", X, X)])
    chart.set_cursor(5.0)
    assert chart.accessibleDescription().startswith("at 5 of nine")


def test_far_numbers_are_powers_of_ten() -> None:
    axis = Axis(log=True)
    assert [text for _, text in ticks(axis, 1e-7, 1e-5, 3)] == ["10⁻⁷", "10⁻⁶", "10⁻⁵"]
    assert Axis().tick(-2.5e9, 5e8) == "−2.5·10⁹"
    assert Axis().tick(250_000, 50_000) == "250,000"


def test_few_decades_have_two_ticks() -> None:
    assert [value for value, _ in ticks(Axis(log=True), 0.05, 0.1, 1.0)] == pytest.approx([0.05, 0.1])


def test_a_span_within_one_decade_has_two_ticks_with_numbers_of_their_own() -> None:
    for low, high in (
        (0.61, 0.64), (0.0031, 0.0034), (2.2, 4.9), (0.5001, 0.5002), (3.1e-9, 3.3e-9), (33.0, 34.0),
        (1.1e12, 1.3e12), (6.0, 9.0),
    ):  # fmt: skip
        for most in (1.0, 2.0, 3.0):
            found = ticks(Axis(log=True), low, high, most)
            assert 2 <= len(found) <= 6, (low, high, most, found)
            assert all(low <= value * (1 + 1e-9) and value <= high * (1 + 1e-9) for value, _ in found)
            assert len({text for _, text in found}) == len(found)


def test_nothing_lies_above_an_end_that_all_values_have(chart: Curves) -> None:
    chart.set_axes(Axis("step", low=0.0), Axis("right", high=1.0, share=True))
    chart.set_series([Series.of("", [0, 1, 2], [1.0, 1.0, 1.0], 2)])
    assert chart._plot.field.viewRange()[1][1] == pytest.approx(1.0)


def test_ends_of_what_is_beyond_all_numbers_are_none() -> None:
    beyond = np.array([1.0, np.inf, np.nan])
    series = Series("", np.arange(3.0), beyond, kind="band", error=np.stack([beyond, beyond]))
    for ends in (series.low, series.high):
        assert np.isfinite(ends[0])
        assert not np.isfinite(ends[1:]).any()


def test_a_band_of_many_places_covers_what_the_path_would(chart: Curves) -> None:
    x = np.linspace(1.0, 9.0, 400)
    middle, half = 2.0 + np.sin(x), 0.4 + 0.3 * (np.arange(400) % 40 < 5)
    rough = Series.of("", x, middle, 2, kind="band", error=np.stack([half, half]))
    chart.set_axes(Axis("step", low=1.0, high=9.0), Axis("loss", low=0.0, high=4.0))
    shown = []
    for few in (200, 10_000):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(curve_items, "_FEW", few)
            chart.set_series([rough])
            image = chart.grab().toImage()
        inked = [
            [image.pixelColor(i, j).name() == theme().digit(2).name() for i in range(image.width())]
            for j in range(image.height())
        ]
        shown.append(np.array(inked))
    columns, path = shown
    assert path.sum() > 2000
    assert 0.9 < columns.sum() / path.sum() < 1.25
    assert (columns & path).sum() > 0.95 * path.sum()


def test_the_rest_is_not_painted_anew_where_only_the_cursor_moves(chart: Curves) -> None:
    painted: list[int] = []
    plot = chart._plot
    real = plot.ink.paint

    def counted(*given: Any) -> None:
        painted.append(1)
        real(*given)

    chart.set_series([band()])
    chart.set_cursor(2.0)
    QApplication.processEvents()
    plot.ink.paint = counted  # type: ignore[method-assign]
    for x in (3.0, 4.0, 5.0):
        chart.set_cursor(x)
        plot.viewport().repaint()
    assert not painted
    for act in (
        lambda: chart.set_series([band(0.5)]), lambda: chart.set_marks([PlotMark(2.0, "here")]),
        lambda: chart.set_least(90, 90), lambda: chart.resize(420, 260), chart.show_all, chart._plot.restyle,
    ):  # fmt: skip
        painted.clear()
        act()
        QApplication.processEvents()
        plot.viewport().repaint()
        assert painted
