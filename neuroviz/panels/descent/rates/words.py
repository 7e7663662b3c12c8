"""What Rates says: the live sentence, single pairs by their numbers, the formulas, the explanation."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.panels.descent.rates.config import Bend
from neuroviz.panels.descent.walk.words import number
from neuroviz.sims.descent.rates import GONE, SLOW, SMOOTH, Pair, RatesFrame, border, optimum
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.numbers import share

translate = QCoreApplication.translate
_LEAST = 1e-12


def fates(*, noisy: bool) -> tuple[str, str, str, str]:
    """What the four are called, in their order."""
    return (
        translate("RatesWords", "too slow"),
        translate("RatesWords", "arrives"),
        translate("RatesWords", "thrown about") if noisy else translate("RatesWords", "swings"),
        translate("RatesWords", "thrown out"),
    )


def sentence(frame: RatesFrame | None) -> str:
    """How many pairs arrive, which is the fastest, and what becomes of the one that is looked at."""
    if frame is None or not len(frame.fate):
        return translate("RatesWords", "The first 256 pairs of rate and momentum are being walked …")
    there = (frame.left < frame.plan.near) & (frame.fate != GONE)
    parts = []
    best = frame.best
    if best is None:
        text = translate("RatesWords", "None of {n} pairs arrives within {steps} steps.")
    else:
        text = translate(
            "RatesWords",
            "{share} of {n} pairs arrive within {steps} steps, the fastest, {rate} and {momentum}, after "
            "{taken}.",
        )
    rate, momentum, taken = best or (0.0, 0.0, 0)
    parts.append(text.format(
        share=share(float(there.mean())), n=f"{there.size:,}", steps=frame.plan.steps,
        rate=number(rate), momentum=short(momentum), taken=taken,
    ))  # fmt: skip
    parts.append(pair(frame))
    return " ".join(parts)


def short(momentum: float) -> str:
    """A momentum, with more digits near 1."""
    return f"{momentum:.2f}" if momentum < 0.985 else f"{momentum:.3f}"


def pair(frame: RatesFrame) -> str:
    """The pair that is looked at."""
    rate, momentum = frame.pair
    return _told(
        frame, (rate, momentum), (frame.pair_fate, frame.pair_left, frame.pair_taken),
        translate("RatesWords", "Yours, {rate} and {momentum}, {end}."),
    )  # fmt: skip


def cell(frame: RatesFrame, row: int, column: int) -> str:
    """A pair of the map."""
    rates, momenta = frame.plan.axes(len(frame.fate))
    found = int(frame.fate[row, column]), float(frame.left[row, column]), int(frame.taken[row, column])
    text = _told(
        frame, (float(rates[column]), float(momenta[row])), found,
        translate("RatesWords", "Rate {rate}, momentum {momentum}: {end}."),
    )  # fmt: skip
    left, steps = found[1], frame.plan.steps
    if found[0] != GONE and _LEAST < left < 1 and not frame.plan.noise:
        formula = translate(
            "RatesWords", "A step leaves {left}^(1/{steps}) = {factor} of the loss, on average."
        )
        text += "\n" + formula.format(left=number(left), steps=steps, factor=number(left ** (1 / steps)))
    return text


def _told(frame: RatesFrame, which: Pair, found: tuple[int, float, int], text: str) -> str:
    fate, left, taken = found
    if fate == GONE:
        end = translate("RatesWords", "is thrown out: each step is longer than the one before")
    elif left < frame.plan.near and taken < frame.plan.steps:
        end = translate("RatesWords", "is there after {taken} steps")
        if fate != SMOOTH:
            end = translate("RatesWords", "swings, and is there after {taken} steps")
    elif fate == SLOW:
        end = translate("RatesWords", "is too slow: {left} of the loss is left after {steps} steps")
    elif frame.plan.noise:
        end = translate("RatesWords", "is thrown about by the noise: {left} of the loss is left on average")
    else:
        end = translate("RatesWords", "swings: {left} of the loss is left after {steps} steps")
    said = end.format(taken=taken, steps=frame.plan.steps, left=percent(left))
    return text.format(rate=number(which[0]), momentum=short(which[1]), end=said)


def percent(left: float) -> str:
    """A share of the loss, that may be more than all."""
    if not math.isfinite(left):
        return "∞"
    value = max(0.0, 100 * left)
    text = f"{value:,.0f}" if value >= 10 else f"{value:.2g}" if value >= 0.01 else "<0.01"
    return f"{text}\N{NARROW NO-BREAK SPACE}%"


def theory(bent: Bend | None, momentum: float) -> str:
    """The border and the optimum, with their numbers."""
    if bent is None:
        return translate(
            "RatesWords", "No minimum is known here that is curved upwards both ways: theory sets no border."
        )
    rate, best = optimum(bent.high, bent.low)
    edge = float(border(bent.high, np.array([momentum]))[0])
    text = translate(
        "RatesWords",
        "At the minimum the surface is curved by λ = {high} at most and μ = {low} at least: κ = λ/μ = {k}. "
        "Dashed: the border 2(1 + β)/λ, for β = {beta} a rate of {edge}. Star: the fastest pair for such a "
        "bowl, rate 4/(√λ + √μ)² = {rate}, momentum ((√κ − 1)/(√κ + 1))² = {best}.",
    )
    return text.format(
        high=number(bent.high), low=number(bent.low), k=number(bent.condition), beta=short(momentum),
        edge=number(edge), rate=number(rate), best=short(best),
    )  # fmt: skip


def explanation() -> ExplanationText:
    """The idea of the page."""
    return ExplanationText(
        translate(
            "RatesWords",
            "Two numbers decide how descent fares: how far it steps, and how much of its speed it keeps. "
            "Each point of the map is such a pair, walked from the same start. Too small a rate is too slow; "
            "beyond the dashed border each step overshoots by more than the one before. Momentum moves the "
            "border, and makes up for a bowl that is much steeper one way than the other.",
        ),
        (
            (translate("RatesWords", "A long bowl, not a round one: where does the best pair go?"), "long"),
            (translate("RatesWords", "Step over the border"), "over"),
            (translate("RatesWords", "Let each step see only a batch"), "noise"),
        ),
        translate(
            "RatesWords",
            "Drag the ring: the path follows. Just below the border descent swings from wall to wall; at the "
            "star it is fastest; with too much momentum it swings around the minimum for long. The border of "
            "theory is that of the bowl at the minimum: on other surfaces the start decides, too.",
        ),
    )
