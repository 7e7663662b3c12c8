"""The colours of each theme, as codes; `theme.py` turns them into what widgets use.

Digit colours: Okabe and Ito, "Color Universal Design", 2008, extended to ten and shifted in lightness until
each has a contrast of 3:1 on the card and all stay apart for the three kinds of colour blindness (tests
measure both).
In the contrast theme each is the dark theme's, moved as little as brings it to 4.5:1 and all 0.08 apart in
OKLab.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """One theme's colours as "#RRGGBB" codes; maps are anchors from the least to the most.

    stroke: how much thicker than usual lines, rings and borders are.
    """

    dark: bool
    window: str
    card: str
    raised: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    ink: str
    good: str
    warn: str
    bad: str
    negative: str
    neutral: str
    positive: str
    magnitude: tuple[str, ...]
    digits: tuple[str, ...]
    stroke: float = 1.0


DARK = Tokens(
    dark=True,
    window="#14161B",
    card="#1C1F26",
    raised="#252A34",
    line="#343B49",
    text="#E9ECF2",
    quiet="#9CA6B8",
    accent="#6EA8FE",
    on_accent="#0B1220",
    ink="#F4F6FA",
    good="#5CC48D",
    warn="#F2B84B",
    bad="#FF8A7A",
    negative="#4DA3FF",
    neutral="#23272F",
    positive="#F58A2B",
    magnitude=("#1D2029", "#3A3A78", "#2B6B8E", "#1F988B", "#5EC962", "#FDE725"),
    digits=(
        "#C8C8C2",
        "#FFA511",
        "#20C2FF",
        "#5CAD81",
        "#D8F969",
        "#2A7CDD",
        "#DB620B",
        "#B146A6",
        "#9E87C0",
        "#7B695D",
    ),
)

LIGHT = Tokens(
    dark=False,
    window="#F6F7F9",
    card="#FFFFFF",
    raised="#EEF1F5",
    line="#D5DAE3",
    text="#171A21",
    quiet="#566074",
    accent="#1F5FD0",
    on_accent="#FFFFFF",
    ink="#171A21",
    good="#177245",
    warn="#8A5A00",
    bad="#B3261E",
    negative="#2472D6",
    neutral="#F4F5F7",
    positive="#B85400",
    magnitude=("#FBFBF4", "#C6DB63", "#4DB47C", "#21868B", "#38558C", "#3B0F5C"),
    digits=(
        "#8F8F8F",
        "#B68E00",
        "#079ADD",
        "#408168",
        "#675800",
        "#115C7C",
        "#BA5F2E",
        "#99225B",
        "#3E2996",
        "#712805",
    ),
)

CONTRAST = Tokens(
    dark=True,
    window="#000000",
    card="#000000",
    raised="#1C1C1C",
    line="#A6A6A6",
    text="#FFFFFF",
    quiet="#DADADA",
    accent="#4FE3FF",
    on_accent="#000000",
    ink="#FFFFFF",
    good="#6BFFA8",
    warn="#FFD83D",
    bad="#FFA79B",
    negative="#45A8FF",
    neutral="#0C0C0C",
    positive="#FF8C1A",
    magnitude=("#050508", "#33337A", "#2B6B8E", "#1F988B", "#5EC962", "#FFF04D"),
    digits=(
        "#C2C9CD",
        "#FBA209",
        "#03C1FF",
        "#6EAD7B",
        "#EAF25F",
        "#3C7DDC",
        "#EC6724",
        "#B252AB",
        "#B68CBB",
        "#7A796F",
    ),
    stroke=1.75,
)
"""For projectors that turn black into grey: only extremes, strong colours, thick lines."""

THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
