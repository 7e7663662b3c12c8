"""Knobs: every kind of field gets its control; hand and program are kept apart; nothing leaves its limits."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QStyle, QStyleOptionFrame, QWidget
from pytestqt.qtbot import QtBot

from neuroviz.runtime.knob import Knob, knob
from neuroviz.ui import i18n
from neuroviz.ui.choices import ChoiceBox, Segmented, Toggle
from neuroviz.ui.knob_scale import Scale, read, shown
from neuroviz.ui.knob_slider import KnobSlider
from neuroviz.ui.knobs import KnobForm, KnobText
from neuroviz.ui.number_box import NumberBox
from neuroviz.ui.theme import set_theme


@dataclass(frozen=True)
class Config:
    """One field of each kind."""

    rate: float = knob(0.01, 1e-5, 1.0, log=True)
    turn: float = knob(0.0, -45.0, 45.0, unit="°")
    batch: int = knob(32, 1, 512, log=True, restart=True)
    net: str = knob("cnn", choices=("cnn", "mlp"))
    loss: str = knob("cross entropy", choices=("cross entropy", "squared error", "hinge"))
    motion: bool = knob(True)
    momentum: float = knob(0.9, 0.0, 1.0, more=True)

    def __post_init__(self) -> None:
        if self.net == "mlp" and not self.motion:
            raise ValueError("the two do not go together")


W = TypeVar("W", bound=QWidget)


class Heard:
    """Notes what a form says."""

    def __init__(self, form: KnobForm) -> None:
        self.said: list[tuple[str, object]] = []
        form.changed.connect(self.note)

    def note(self, name: str, value: object) -> None:
        self.said.append((name, value))


@pytest.fixture
def form(qtbot: QtBot) -> KnobForm:
    made = KnobForm(Config(), {"rate": KnobText("Learning rate", "How far each step goes.")})
    qtbot.addWidget(made)
    made.resize(280, 600)
    made.show()
    return made


def part(form: KnobForm, name: str, kind: type[W]) -> W:
    return form.row(name).findChild(kind)  # type: ignore[return-value]


def test_each_field_has_the_control_that_fits(form: KnobForm) -> None:
    kinds = {"rate": KnobSlider, "net": Segmented, "loss": ChoiceBox, "motion": Toggle}
    for name, kind in kinds.items():
        assert form.row(name).findChildren(kind), name
    assert form.row("rate").findChildren(NumberBox)
    assert not form.row("motion").findChildren(NumberBox)


def test_set_config_is_silent_and_shows_everything(form: KnobForm) -> None:
    heard = Heard(form)
    config = Config(0.5, 12.0, 64, "mlp", "hinge", True, 0.5)
    form.set_config(config)
    assert heard.said == []
    assert form.config() == config
    assert part(form, "rate", NumberBox).text() == "0.5"
    assert part(form, "turn", NumberBox).text() == "12°"
    assert part(form, "net", Segmented).value() == "mlp"
    assert part(form, "loss", ChoiceBox).currentText() == "hinge"


def test_dragging_tells_every_value_on_the_way(form: KnobForm, qtbot: QtBot) -> None:
    heard = Heard(form)
    slider = part(form, "turn", KnobSlider)
    y = slider.height() // 2
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(20, y))
    for x in (60, 120, slider.width() - 2):
        qtbot.mouseMove(slider, QPoint(x, y))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 2, y))
    values = [value for name, value in heard.said if name == "turn"]
    assert len(values) >= 2
    assert values[0] < 0  # type: ignore[operator]
    assert values[-1] == 45.0
    assert form.config().turn == 45.0


def test_typing_an_exact_number(form: KnobForm, qtbot: QtBot) -> None:
    heard = Heard(form)
    box = part(form, "rate", NumberBox)
    box.selectAll()
    qtbot.keyClicks(box, "0.0123")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert heard.said == [("rate", 0.0123)]
    assert form.config().rate == 0.0123


@pytest.mark.parametrize(
    ("typed", "taken"), [("9", 1.0), ("-1", 1e-5), ("nan", 0.01), ("abc", 0.01), ("", 0.01)]
)
def test_typing_nonsense_or_too_much(form: KnobForm, qtbot: QtBot, typed: str, taken: float) -> None:
    box, said = part(form, "rate", NumberBox), []
    form.said.connect(said.append)
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert form.config().rate == taken
    assert read(box.text()) == pytest.approx(taken)
    assert len(said) == 1
    assert f"goes from 1e−5 to 1; it is at {box.text()} now." in said[0]


@dataclass(frozen=True)
class Still:
    rate: float = knob(0.05, 1e-5, 100.0, log=True, zero=True)


def test_a_rate_can_be_nothing_where_that_is_allowed(qtbot: QtBot) -> None:
    form, said = KnobForm(Still()), []
    qtbot.addWidget(form)
    form.said.connect(said.append)
    box = part(form, "rate", NumberBox)

    def typed(text: str) -> float:
        box.selectAll()
        qtbot.keyClicks(box, text)
        qtbot.keyClick(box, Qt.Key.Key_Return)
        return float(form.config().rate)

    assert typed("0") == 0.0
    assert not said
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert form.config().rate == 1e-5
    assert typed("-1") == 1e-5
    assert " is 0 or goes from " in said[0]
    with pytest.raises(ValueError, match="between"):
        form.set_config(Still(-1.0))


def test_double_click_resets(form: KnobForm, qtbot: QtBot) -> None:
    form.set_config(Config(turn=30.0))
    heard = Heard(form)
    qtbot.mouseDClick(part(form, "turn", KnobSlider), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert form.config().turn == 0.0
    assert heard.said[-1] == ("turn", 0.0)


def test_a_combination_that_the_config_refuses_is_taken_back(form: KnobForm, qtbot: QtBot) -> None:
    form.set_config(Config(net="mlp"))
    heard = Heard(form)
    qtbot.mouseClick(part(form, "motion", Toggle), Qt.MouseButton.LeftButton)
    assert heard.said == []
    assert part(form, "motion", Toggle).isChecked()


def test_keyboard_alone(form: KnobForm, qtbot: QtBot) -> None:
    qtbot.keyClick(part(form, "batch", KnobSlider), Qt.Key.Key_Right)
    assert form.config().batch > 32
    segments = part(form, "net", Segmented).findChildren(QAbstractButton)
    qtbot.keyClick(segments[0], Qt.Key.Key_Right)
    assert form.config().net == "mlp"


def test_more_is_folded_until_asked_for(form: KnobForm, qtbot: QtBot) -> None:
    assert not form.row("momentum").isVisible()
    more = next(b for b in form.findChildren(QAbstractButton) if b.text() == "More")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert form.row("momentum").isVisible()


def test_names_for_screen_readers_and_the_mark_of_those_that_restart(form: KnobForm) -> None:
    assert part(form, "rate", KnobSlider).accessibleName() == "Learning rate"
    assert "starts anew" in part(form, "batch", KnobSlider).toolTip()
    assert "starts anew" not in part(form, "rate", KnobSlider).toolTip()


def test_labels_follow_the_language(qtbot: QtBot, qapp: object) -> None:
    def words() -> dict[str, KnobText]:
        return {"rate": KnobText("学习率" if i18n.language() == "zh_CN" else "Learning rate")}

    form = KnobForm(Config(), words)
    qtbot.addWidget(form)
    i18n.install(qapp, "zh_CN")  # type: ignore[arg-type]
    form.event(QEvent(QEvent.Type.LanguageChange))
    assert part(form, "rate", KnobSlider).accessibleName() == "学习率"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(
    ("knob", "value"),
    [
        (Knob(0.0, -14.0, 14.0, unit="px"), -12.34),
        (Knob(1.0, 0.4, 2.5, unit="×", log=True), 0.8026),
        (Knob(0.0, -180.0, 180.0, unit="°"), -123.4),
        (Knob(0.0, 0.0, 5.0, unit="px"), 0.2345),
    ],
)
def test_a_number_is_seen_whole_in_its_box(qtbot: QtBot, knob: Knob, value: float, scale: float) -> None:
    set_theme("dark", scale)
    try:
        box = NumberBox(knob)
        qtbot.addWidget(box)
        box.show()
        box.set_value(value)
        option = QStyleOptionFrame()
        box.initStyleOption(option)
        inside = box.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, box)
        assert box.fontMetrics().horizontalAdvance(box.text()) + 4 <= inside.width(), box.text()
    finally:
        set_theme("dark")


def test_nothing_moves_while_numbers_change(form: KnobForm) -> None:
    box = part(form, "rate", NumberBox)
    before = box.geometry(), form.sizeHint()
    for value in (1e-5, 0.1234, 1.0, 0.00037):
        form.set_config(Config(rate=value))
        assert (box.geometry(), form.sizeHint()) == before
    set_theme("dark", 1.6)
    assert box.width() > before[0].width()


@given(
    low=st.floats(1e-6, 1e3),
    span=st.floats(1.01, 1e6),
    log=st.booleans(),
    share=st.floats(0, 1),
)
def test_every_stop_is_within_the_limits_and_comes_back(
    low: float, span: float, log: bool, share: float
) -> None:
    scale = Scale.of(Knob(low, low, low * span, log=log))
    stop = round(share * scale.last)
    value = scale.value(stop)
    assert low <= value <= low * span
    assert abs(scale.stop(value) - stop) <= 1
    assert scale.value(0) == low
    assert scale.value(scale.last) == low * span


@given(low=st.integers(-500, 500), width=st.integers(1, 900))
def test_whole_numbers_have_each_their_stop(low: int, width: int) -> None:
    scale = Scale.of(Knob(low, low, low + width, integer=True))
    assert [scale.value(stop) for stop in (0, 1, scale.last)] == [low, low + 1, low + width]
    assert scale.stop(low + width) == scale.last == width


@given(value=st.floats(-1e12, 1e12))
def test_what_is_shown_can_be_read(value: float) -> None:
    again = read(shown(value))
    assert math.isclose(again, value, rel_tol=6e-3, abs_tol=1e-300)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (0.5, "0.5"), (-2.0, "−2"), (1234.5, "1,234"), (0.01234, "0.01234"), (1e-5, "1e−5")],
)
def test_how_numbers_look(value: float, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("text", "value"), [("1,5", 1.5), ("1,234", 1234.0), (" −3 ", -3.0), ("1e-3", 0.001)]
)
def test_numbers_as_people_type_them(text: str, value: float) -> None:
    assert read(text) == value
