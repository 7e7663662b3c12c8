"""Charts: what is drawn lies where the axes say, follows hand, keys and theme, and leaves nothing behind."""

from __future__ import annotations

import gc
import re
import subprocess
import sys
import weakref
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from neuroviz.ui import device
from neuroviz.ui.curve_ink import apart
from neuroviz.ui.curve_ticks import ticks
from neuroviz.ui.curve_values import Axis, PlotMark, Series
from neuroviz.ui.curves import Curves
from neuroviz.ui.share import render
from neuroviz.ui.theme import set_theme, theme
from tests.architecture.source import PACKAGE, python_files

X = np.linspace(-180, 180, 61)


def ten(shift: float = 0) -> list[Series]:
    p = np.exp(4 * np.cos(np.deg2rad(X[:, None] - 36 * np.arange(10) - shift)))
    p /= p.sum(1, keepdims=True)
    return [Series.of(str(k), X, p[:, k], k) for k in range(10)]


@pytest.fixture
def chart(qtbot: QtBot) -> Curves:
    made = Curves()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.set_axes(Axis("turned by", "°", -180, 180, step=45), Axis("probability", low=0, high=1, share=True))
    made.set_series(ten())
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    return made


def near(image: QImage, spot: QPoint, colour: tuple[int, int, int], reach: int = 3) -> bool:
    """Whether a colour lies within a few pixels of a spot."""
    for x in range(spot.x() - reach, spot.x() + reach + 1):
        for y in range(spot.y() - reach, spot.y() + reach + 1):
            if image.rect().contains(x, y):
                seen = image.pixelColor(x, y).getRgb()[:3]
                if max(abs(a - b) for a, b in zip(seen, colour, strict=True)) < 40:
                    return True
    return False


@pytest.mark.parametrize(
    ("axis", "low", "high", "most", "words"),
    [
        (Axis(share=True), 0.0, 1.0, 6, ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"]),
        (
            Axis(unit="°", step=45),
            -180,
            180,
            9,
            ["−180", "−135", "−90", "−45", "0", "45", "90", "135", "180"],
        ),
        (Axis(unit="°", step=45), -180, 180, 5, ["−180", "−90", "0", "90", "180"]),
        (Axis(), -0.25, 0.3, 4, ["−0.2", "0.0", "0.2"]),
        (Axis(log=True), 1, 1000, 5, ["1", "10", "100", "1,000"]),
        (Axis(log=True), 0.5, 2, 10, ["0.5", "1", "2"]),
        (Axis(log=True), 0.05, 0.5, 2, ["0.05", "0.5"]),
        (Axis(), 0, 12000, 4, ["0", "5,000", "10,000"]),
    ],
)
def test_ticks_are_round_and_few(axis: Axis, low: float, high: float, most: int, words: list[str]) -> None:
    found = ticks(axis, low, high, most)
    assert [text.replace("\N{NARROW NO-BREAK SPACE}", " ") for _, text in found] == words


def test_ticks_lie_within_any_span() -> None:
    rng = np.random.default_rng(3)
    for _ in range(300):
        low = float(rng.normal() * 10.0 ** rng.integers(-4, 5))
        high = low + float(rng.exponential() * 10.0 ** rng.integers(-4, 5)) + 1e-6
        most = float(rng.uniform(2, 12))
        found = [value for value, _ in ticks(Axis(), low, high, most)]
        slack = 1e-6 * (high - low)
        assert all(low - slack <= value <= high + slack for value in found)
        assert len(found) <= most + 1
    assert ticks(Axis(), 1, 1, 5) == []


def test_names_are_moved_apart_and_stay_inside() -> None:
    places = apart([50, 51, 52, 10], 12, 0, 100)
    known = sorted(place for place in places if place is not None)
    assert len(known) == 4
    assert min(np.diff(known)) >= 12 - 1e-9
    assert known[0] >= 0
    assert known[-1] <= 100
    assert apart([5.0] * 9, 12, 0, 40).count(None) == 6


def test_lines_lie_where_the_axes_say(chart: Curves) -> None:
    image = chart.grab().toImage()
    for label in (0, 1, 9):
        spot = chart.pixel_at(36 * label if label < 5 else 36 * label - 360, float(ten()[label].y.max()))
        assert near(image, spot, theme().digit(label).getRgb()[:3]), label
    assert chart.pixel_at(0, 0).y() > chart.pixel_at(0, 1).y()
    assert chart.pixel_at(-180, 0).x() < chart.pixel_at(180, 0).x()


def test_the_theme_is_followed_live(chart: Curves) -> None:
    set_theme("light")
    QApplication.processEvents()
    spot = chart.pixel_at(36, float(ten()[1].y.max()))
    assert near(chart.grab().toImage(), spot, theme().digit(1).getRgb()[:3])
    left = chart.pixel_at(-180, 0).x()
    set_theme("light", 2.0)
    QApplication.processEvents()
    assert chart.pixel_at(-180, 0).x() > left, "larger words need more room"


def test_the_cursor_follows_keys_click_and_drag(chart: Curves, qtbot: QtBot) -> None:
    asked: list[float] = []
    chart.set_cursor(0.0, step=2.0)
    chart.moved.connect(asked.append)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_PageUp)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert asked == [2.0, -18.0, -180.0], "at the end there is nowhere to go"
    view = chart._plot.viewport()
    spot = view.mapFrom(chart, chart.pixel_at(90, 0.5))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
    assert asked[-1] == pytest.approx(90, abs=1)
    far = view.mapFrom(chart, chart.pixel_at(-45, 0.5))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=spot)
    for share in np.linspace(0, 1, 12):
        QTest.mouseMove(view, spot + (far - spot) * float(share))
        QTest.qWait(5)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=far)
    assert chart.cursor_at() == pytest.approx(-45, abs=2)
    assert chart.seen() == (-180, 180), "the field stays where it is while the cursor is dragged"


def test_a_cursor_that_moves_leaves_no_trace_of_itself(chart: Curves) -> None:
    chart.set_cursor(-100.0)
    QApplication.processEvents()
    for x in (-60.0, 20.0, 120.0):
        chart.set_cursor(x)
        QApplication.processEvents()
    moved = chart.grab().toImage()
    chart.set_cursor(None)
    chart.set_cursor(120.0)
    QApplication.processEvents()
    assert chart.grab().toImage() == moved


def test_wheel_zooms_and_a_double_click_or_0_shows_all(chart: Curves) -> None:
    view = chart._plot.viewport()

    def wheel() -> None:
        spot = QPointF(view.mapFrom(chart, chart.pixel_at(90, 0.5)))
        up, none = QPoint(0, 480), QPoint()
        event = QWheelEvent(
            spot, QPointF(view.mapToGlobal(spot.toPoint())), none, up, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view, event)

    wheel()
    low, high = chart.seen()
    assert chart.zoomed
    assert -180 < low < 90 < high <= 180
    chart.set_series(ten(10))
    assert chart.seen() == (low, high), "new numbers leave the zoom alone"
    spot = view.mapFrom(chart, chart.pixel_at(90, 0.5))
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=spot)
    assert chart.seen() == (-180, 180)
    wheel()
    QTest.keyClick(chart, Qt.Key.Key_0)
    assert chart.seen() == (-180, 180)


def test_the_wheel_over_a_chart_scrolls_the_page_where_the_page_scrolls(qtbot: QtBot) -> None:
    area, chart = QScrollArea(), Curves()
    qtbot.addWidget(area)
    chart.setMinimumHeight(900)
    chart.set_series(ten())
    area.setWidget(chart)
    area.setWidgetResizable(True)
    area.resize(500, 300)
    area.show()
    qtbot.waitExposed(area)

    def turn(modifier: Qt.KeyboardModifier) -> bool:
        spot = QPointF(chart._plot.area().center().x(), 150.0)
        place = chart._plot.viewport().mapToGlobal(spot)
        none, down = Qt.MouseButton.NoButton, QPoint(0, -120)
        begin = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(spot, place, QPoint(), down, none, modifier, begin, False)
        QApplication.sendEvent(chart._plot.viewport(), event)
        return event.isAccepted()

    assert not turn(Qt.KeyboardModifier.NoModifier), "it is left to what stands below"
    assert not chart.zoomed
    assert turn(Qt.KeyboardModifier.ControlModifier)
    assert chart.zoomed
    area.resize(500, 1000)
    QApplication.processEvents()
    assert turn(Qt.KeyboardModifier.NoModifier), "nothing scrolls here"


def test_points_bars_errors_and_a_logarithmic_axis(qtbot: QtBot) -> None:
    made = Curves()
    qtbot.addWidget(made)
    made.resize(500, 300)
    x = np.arange(1.0, 6.0)
    made.set_axes(Axis("blur", "px"), Axis("right"))
    made.set_series(
        [
            Series.of("bars", x, 2 * x, 2, kind="bars"),
            Series.of("dots", x, 3 * x, 1, kind="points", error=np.stack([0.5 * x, x])),
        ]
    )
    made.show()
    QApplication.processEvents()
    image = made.grab().toImage()
    assert near(image, made.pixel_at(3, 3), theme().digit(2).getRgb()[:3], 1)
    assert near(image, made.pixel_at(3, 9), theme().digit(1).getRgb()[:3], 1)
    assert near(image, made.pixel_at(5, 19), theme().digit(1).getRgb()[:3])
    assert not near(image, made.pixel_at(3, 14), theme().digit(1).getRgb()[:3], 2)
    made.set_axes(Axis(log=True), Axis(log=True))
    line = np.geomspace(1, 100, 30)
    made.set_series([Series.of("falls", line, 1 / line, 1), Series.of("zero", line, 0 * line, 2)])
    QApplication.processEvents()
    across = [made.pixel_at(x, 0.1).x() for x in (1, 10, 100)]
    assert across[1] - across[0] == pytest.approx(across[2] - across[1], abs=1)
    assert near(made.grab().toImage(), made.pixel_at(10, 0.1), theme().digit(1).getRgb()[:3])


@pytest.mark.parametrize("before", [-20.0, 0.0])
def test_a_cursor_without_a_place_on_the_next_axis_is_moved_all_the_same(
    chart: Curves, before: float
) -> None:
    chart.set_cursor(before)
    chart.set_axes(Axis("size", "×", 0.25, 4, log=True), Axis(low=0, high=1, share=True))
    assert chart._plot.field.place is None
    chart.set_cursor(1.0)
    assert chart._plot.field.place == 0.0
    assert not chart.grab().isNull()
    chart.set_axes(Axis("turned by", "°", -180, 180), Axis(low=0, high=1, share=True))
    assert chart._plot.field.place == 1.0


def test_the_numbers_are_said_and_can_be_taken_away(chart: Curves) -> None:
    chart.set_cursor(36.0)
    chart.set_marks([PlotMark(18.0, "0 → 1")])
    told = chart.accessibleDescription()
    best = round(100 * float(ten()[1].at(36.0)))
    assert f"1: {best}" in told.replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert "18°" in told
    assert "0 → 1" in told
    data = chart.data()
    assert len(data) == 20
    np.testing.assert_array_equal(data["3 y"], ten()[3].y)
    chart.set_series([])
    assert chart.data() == {}
    assert chart.grab().toImage().size() == chart.size()


def test_it_can_be_saved_as_lines_and_as_a_larger_picture(chart: Curves) -> None:
    chart.set_marks([PlotMark(18.0, "0 → 1")])
    small, large = chart.picture(), chart.picture(3.0)
    assert large.size() == small.size() * 3
    svg = chart.svg()
    assert b"<text" in svg
    assert b"probability" in svg
    image = QImage(small.size(), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        drawn = QSvgRenderer(QByteArray(svg))
        assert drawn.isValid()
        drawn.render(painter)
    spot = chart._plot.mapFrom(chart, chart.pixel_at(36, float(ten()[1].y.max())))
    assert near(image, spot, theme().digit(1).getRgb()[:3])


def test_the_grid_is_kept_until_the_screen_is_another(chart: Curves, monkeypatch: pytest.MonkeyPatch) -> None:
    plot, drawn = chart._plot, []
    monkeypatch.setattr(plot.ink, "paint_grid", lambda *_: drawn.append(True))
    view = plot.viewport()
    view.repaint()
    assert drawn == []
    for ratio in (1.5, 2.0):
        monkeypatch.setattr(view, "devicePixelRatioF", lambda ratio=ratio: ratio)
        monkeypatch.setattr(device, "ratio", lambda _, ratio=ratio: ratio)
        view.repaint()
        assert drawn == [True]
        view.repaint()
        assert drawn == [True]
        drawn.clear()


def test_it_leaves_nothing_behind(qtbot: QtBot) -> None:
    def once() -> weakref.ref[Curves]:
        made = Curves()
        made.set_axes(Axis(log=True), Axis())
        made.set_series(
            [*ten(), Series.of("p", X, X, kind="points", error=X), Series.of("b", X, X, kind="bars")]
        )
        made.set_cursor(3.0)
        made.show()
        QApplication.processEvents()
        ghost = weakref.ref(made)
        made.close()
        made.deleteLater()
        return ghost

    def settle() -> int:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return len(QApplication.allWidgets())

    once()
    before = settle()
    ghosts = [once() for _ in range(4)]
    assert settle() == before
    assert [ghost() for ghost in ghosts] == [None] * 4


def test_pyqtgraph_waits_for_the_first_chart_and_is_known_to_three_files() -> None:
    code = "import sys, neuroviz.ui.curves; print('pyqtgraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    users = [file.name for file in python_files("neuroviz") if "import pyqtgraph" in file.read_text("utf-8")]
    assert sorted(users) == ["curve_field.py", "curve_items.py", "curve_plot.py"]
    assert (PACKAGE / "ui" / "curve_plot.py").exists()


def test_a_part_that_is_looked_at_is_all_that_the_file_of_lines_has(chart: Curves) -> None:
    points = Series.of("dots", np.array([-90.0, 10.0, 100.0]), np.array([0.5, 0.5, 0.5]), 3, kind="points")
    chart.set_series([*ten(), points])
    chart._plot.field.setXRange(-20, 20, padding=0)
    chart._plot._zoomed = True
    area = chart._plot.area()
    shapes = ET.fromstring(chart.svg()).iter("{http://www.w3.org/2000/svg}path")
    curves = [one.get("d", "") for one in shapes if one.get("vector-effect") == "none"]
    places = [float(x) for one in curves for x in re.findall(r"[ML]([-\d.]+),", one)]
    assert len(places) > 50
    assert min(places) > area.left() - 10
    assert max(places) < area.right() + 10


def test_lines_dots_and_errors_are_as_thick_in_a_larger_picture(qtbot: QtBot) -> None:
    made = Curves()
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.set_naming("none")
    made.set_axes(Axis(low=0, high=10), Axis(low=0, high=10))
    x = np.arange(1.0, 10.0)
    dashed = Series.of("d", x, x, 1, dash=True)
    spread = Series.of("e", x, 10 - x, 3, kind="points", error=np.ones(9))
    for series in ([Series.of("a", x, x, 1)], [dashed], [spread]):
        made.set_series([])
        made.show()
        empty = {scale: pixels(made, scale) for scale in (1, 2, 4)}
        made.set_series(series)
        ink = {
            scale: float(np.abs(pixels(made, scale) - empty[scale]).sum() / scale**2) for scale in (1, 2, 4)
        }
        assert ink[1] > 0
        assert ink[4] == pytest.approx(ink[1], rel=0.1), series[0].name
        assert ink[2] == pytest.approx(ink[1], rel=0.1), series[0].name


def pixels(chart: Curves, ratio: int) -> np.ndarray:
    """As the saved picture has them: the ratio is that of the image, as on a finer screen."""
    image = render.image(chart, ratio).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].astype(float)
