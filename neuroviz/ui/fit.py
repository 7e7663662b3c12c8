"""Text that fits: a smaller font rather than words that run into each other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontMetricsF

SMALLEST = 0.55
"""The least share of its size that a font is brought down to; below that nobody could read it."""


def longest(font: QFont, texts: Iterable[str], width: float) -> str:
    """The first of `texts` that is no wider in that font; nothing if none is."""
    metrics = QFontMetricsF(font)
    return next((text for text in texts if metrics.horizontalAdvance(text) <= width), "")


def fitting(font: QFont, texts: Iterable[str], width: float, height: float = float("inf")) -> QFont:
    """`font`, or the same smaller, in which each of `texts` fits on one line of `width` x `height` pixels."""
    texts, metrics = tuple(texts), QFontMetricsF(font)
    widest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
    share = min(height / metrics.height(), width / widest if widest else 1.0)
    if share >= 1.0:
        return font
    smaller = QFont(font)
    while True:
        share = max(share, SMALLEST)
        smaller.setPointSizeF(font.pointSizeF() * share)
        metrics = QFontMetricsF(smaller)
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
        if share <= SMALLEST or (widest <= width and metrics.height() <= height):
            return smaller
        share *= 0.97  # glyphs are not quite as much narrower as the font is smaller
