"""The look keeps its promises in numbers: contrast, colours that can be told apart, even maps."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from neuroviz.ui.colour import contrast, linear, oklab, rgb
from neuroviz.ui.theme import Theme, set_theme, theme, theme_changes
from neuroviz.ui.tokens import THEMES, Tokens

# Machado, Oliveira and Fernandes, 2009: what is seen without one kind of cone (linear light).
VISION = {
    "full": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
EACH = pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)


def lightness(table: np.ndarray) -> np.ndarray:
    return oklab(linear(table[..., :3] / 255.0))[..., 0]


@EACH
def test_words_can_be_read_on_every_surface(tokens: Tokens) -> None:
    for words in (tokens.text, tokens.quiet, tokens.accent, tokens.good, tokens.warn, tokens.bad):
        for surface in (tokens.window, tokens.card, tokens.raised):
            assert contrast(words, surface) >= 4.5, (words, surface)
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5


@pytest.mark.parametrize("words", ["text", "quiet", "accent", "good", "warn", "bad", "on_accent"])
def test_high_contrast_is_seven_to_one_and_lines_are_thick(words: str) -> None:
    tokens = THEMES["contrast"]
    grounds = ("accent",) if words == "on_accent" else ("window", "card", "raised")
    for ground in grounds:
        assert contrast(getattr(tokens, words), getattr(tokens, ground)) >= 7, ground
    assert contrast(tokens.line, tokens.window) >= 7
    assert min(contrast(colour, tokens.card) for colour in tokens.digits) >= 4.5
    assert Theme("contrast", tokens).stroke(1) > 1.5


@EACH
def test_the_focus_ring_is_seen_on_every_surface(tokens: Tokens) -> None:
    for surface in (tokens.window, tokens.card, tokens.raised):
        assert contrast(tokens.accent, surface) >= 4.5
    assert contrast(tokens.accent, tokens.line) >= 1.4, "beside a hairline it must be told from it"


@EACH
def test_digit_colours_stand_out_from_the_card(tokens: Tokens) -> None:
    assert len(tokens.digits) == 10
    assert min(contrast(colour, tokens.card) for colour in tokens.digits) >= 3


@EACH
@pytest.mark.parametrize("eye", VISION)
def test_digit_colours_can_be_told_apart_by(eye: str, tokens: Tokens) -> None:
    light = np.array([linear(rgb(colour)) for colour in tokens.digits])
    seen = oklab(np.clip(light @ VISION[eye].T, 0, 1))
    apart = np.linalg.norm(seen[:, None] - seen[None], axis=-1) + np.eye(10)
    assert apart.min() >= 0.07


@EACH
def test_signed_map_is_neutral_at_zero_and_symmetric_in_lightness(tokens: Tokens) -> None:
    look = Theme("any", tokens)
    steps = np.linspace(0, 1, 50)
    low, high = lightness(look.signed(-steps)), lightness(look.signed(steps))
    assert look.signed(0.0)[:3].tolist() == [round(c * 255) for c in rgb(tokens.neutral)]
    assert np.abs(low - high).max() < 0.06
    assert contrast(tokens.neutral, tokens.card) < 1.15
    assert look.signed(-1.0)[2] > look.signed(-1.0)[0]
    assert look.signed(1.0)[0] > look.signed(1.0)[2]


@EACH
def test_magnitude_map_goes_evenly_away_from_the_card(tokens: Tokens) -> None:
    table = Theme("any", tokens).magnitude(np.linspace(0, 1, 64))
    way = np.diff(lightness(table)) * (1 if tokens.dark else -1)
    assert way.min() >= 0
    steps = np.linalg.norm(np.diff(oklab(linear(table[:, :3] / 255.0)), axis=0), axis=1)
    assert steps.max() < 1.6 * steps.mean()


def test_maps_clip_and_leave_missing_values_transparent() -> None:
    look = theme()
    ends = look.signed([[-9.0, -1.0], [1.0, 9.0]])
    assert ends.shape == (2, 2, 4)
    assert (ends[0, 0] == ends[0, 1]).all()
    assert (ends[1, 0] == ends[1, 1]).all()
    assert look.magnitude([np.nan, 0.5])[:, 3].tolist() == [0, 255]


def test_set_theme_reaches_palette_font_and_listeners(qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.waitSignal(theme_changes.changed):
        set_theme("light", 1.6)
    assert qapp.palette().window().color() == theme().window
    assert qapp.font().pointSizeF() == pytest.approx(10.5 * 1.6)
    assert theme().space(4) == 26
    assert not theme().dark


def test_text_size_reaches_a_label_that_is_open(qtbot: QtBot) -> None:
    label = QLabel("size")
    qtbot.addWidget(label)
    label.show()
    before = label.sizeHint().width()
    set_theme("dark", 2.0)
    assert label.sizeHint().width() > 1.6 * before


@pytest.mark.parametrize(("name", "scale"), [("pink", 1.0), ("dark", 0.0), ("dark", float("nan"))])
def test_set_theme_refuses_and_changes_nothing(name: str, scale: float) -> None:
    before = theme()
    with pytest.raises(ValueError, match=r"theme|size"):
        set_theme(name, scale)
    assert theme() is before
