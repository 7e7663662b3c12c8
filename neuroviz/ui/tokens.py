"""The colours of each theme, as codes; `theme.py` turns them into what widgets use.

Digit colours: Okabe and Ito, "Color Universal Design", 2008, extended to ten and shifted in lightness until
each has a contrast of 3:1 on the card and all stay apart for the three kinds of colour blindness (tests
measure both).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """One theme's colours as "#RRGGBB" codes; maps are anchors from the least to the most."""

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

THEMES = {"dark": DARK, "light": LIGHT}
