"""What a summary looks like as curves: rates with intervals as points, the fitted curve as a line."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.panels.digits.game import kinds
from neuroviz.sims.agreement import Line, Summary
from neuroviz.sims.players import PlayersFrame
from neuroviz.ui.curves import Axis, Series

_POINTS = 60
_AIR = 0.04  # beyond no agreement and full agreement, for the points that lie there
_APART = 0.018  # of the axis, between points that would lie on each other


def axes(kind: str, low: float, high: float) -> tuple[Axis, Axis]:
    """Levels across, shares up."""
    factor = kinds.factor(kind)
    across = Axis(kinds.axis(kind), low=low * factor, high=high * factor)
    return across, Axis(
        QCoreApplication.translate("GameChart", "agreement"), low=-_AIR, high=1 + _AIR, share=True
    )


def game_series(found: Summary, kind: str, stand_in: str = "") -> list[Series]:
    """You and the label, the net and the label, you and the net; with a stand-in's name in place of "you"."""
    names = (
        (_and_label(stand_in), "accent"),
        (QCoreApplication.translate("GameChart", "net and label"), "positive"),
        (_and_net(stand_in), "good"),
    )
    series: list[Series] = []
    for i, (line, (name, colour)) in enumerate(zip((found.you, found.net, found.pair), names, strict=True)):
        series += _both(line, found, kind, (i - 1) * _APART, (name, colour, i == 2))
    return series


def _and_label(stand_in: str) -> str:
    if stand_in:
        return QCoreApplication.translate("GameChart", "{name} and label").format(name=stand_in)
    return QCoreApplication.translate("GameChart", "you and label")


def _and_net(stand_in: str) -> str:
    if stand_in:
        return QCoreApplication.translate("GameChart", "{name} and net").format(name=stand_in)
    return QCoreApplication.translate("GameChart", "you and net")


def table(found: Summary) -> dict[str, np.ndarray]:
    """The numbers behind the curves, for each of the three agreements.

    bin_level: the middle of each bin of levels; …_bins: (bins, 4) hits, pictures and the interval's ends;
    …_curve: a and b of the fitted curve, NaN where there is none.
    """
    n = len(found.you.bins)
    numbers = {"bin_level": found.low + (np.arange(n) + 0.5) / n * (found.high - found.low)}
    for name, line in (("you_label", found.you), ("net_label", found.net), ("you_net", found.pair)):
        numbers[f"{name}_bins"] = np.array([(one.k, one.n, one.low, one.high) for one in line.bins])
        curve = line.curve
        numbers[f"{name}_curve"] = np.array([np.nan, np.nan] if curve is None else [curve.a, curve.b])
    numbers["kappa"] = np.array([found.kappa])
    return numbers


def players_series(frame: PlayersFrame, kind: str, chosen: str) -> list[Series]:
    """Each player's agreement with the net, and the average of all with its intervals."""
    series = []
    for i, (one, found) in enumerate(zip(frame.players, frame.summaries, strict=False)):
        x, y = _curve(found.pair, found, kind)
        mine = one.name == chosen
        series.append(
            Series.of(one.name, x, y, "text" if mine else i % 10, dash=not mine, width=2.5 if mine else 1.2)
        )
    if frame.whole is not None:
        words = QCoreApplication.translate("GameChart", "all")
        series += _both(frame.whole.pair, frame.whole, kind, 0.0, (words, "accent", False))
    return series


def _both(line: Line, found: Summary, kind: str, aside: float, look: tuple[str, str, bool]) -> list[Series]:
    """The curve, with the name, and the points with their intervals, without one."""
    name, colour, dash = look
    x, y = _curve(line, found, kind)
    middles, rates = _points(line, found, kind)
    middles = middles + aside * (found.high - found.low) * kinds.factor(kind)
    low = np.array([one.low for one in line.bins if one.n])
    high = np.array([one.high for one in line.bins if one.n])
    error = np.stack([rates - low, high - rates])
    return [
        Series.of(name, x, y, colour, dash=dash, width=2.0),
        Series.of("", middles, rates, colour, kind="points", error=error),
    ]


def _curve(line: Line, found: Summary, kind: str) -> tuple[np.ndarray, np.ndarray]:
    """The fitted curve, or straight lines from point to point where there are too few answers for one."""
    if line.curve is None:
        return _points(line, found, kind)
    x = np.linspace(found.low, found.high, _POINTS)
    return x * kinds.factor(kind), line.curve(x)


def _points(line: Line, found: Summary, kind: str) -> tuple[np.ndarray, np.ndarray]:
    n = len(line.bins)
    middles = found.low + (np.arange(n) + 0.5) / n * (found.high - found.low)
    there = np.array([one.n > 0 for one in line.bins])
    rates = np.array([one.share for one in line.bins])
    return middles[there] * kinds.factor(kind), rates[there]
