"""What Balls says: the live sentence, the ends by their numbers, single balls, the explanation."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.panels.descent import words as room
from neuroviz.panels.descent.walk.words import number, place
from neuroviz.sims.descent.balls import LEVEL, LOST, OTHER, WALKING, BallsFrame, DropFrame
from neuroviz.sims.descent.ends import SADDLE, TOP
from neuroviz.sims.descent.methods import Kind
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.numbers import counted_share

translate = QCoreApplication.translate
_DIGITS = 6  # of a height
_ALIKE = 1e-3  # of the height, or of 1: ends that differ by less are as deep as each other


def sentence(frame: BallsFrame | None, picked: Kind) -> str:
    """How many rest, where, and how many of them got to the deepest place."""
    if frame is None:
        return translate("BallsWords", "The balls are being dropped …")
    n = f"{len(frame.starts):,}"
    if frame.step == 0:
        text = translate("BallsWords", "{n} balls wait. In how many places will they end? Press play.")
        return text.format(n=n)
    drop = drop_of(frame, picked)
    rest, reached = int(drop.counts.sum()), int((drop.counts > 0).sum())
    name = room.methods()[drop.kind]
    parts = [_resting(reached, everyone=rest == len(frame.starts)).format(
        name=name, step=f"{frame.step:,}", rest=f"{rest:,}", n=n, m=reached,
        share=counted_share(share_deepest(frame, drop), len(frame.starts)),
        value=number(round(deepest(frame), _DIGITS) + 0.0),
    )]  # fmt: skip
    for count, text in (
        (drop.walking, translate("BallsWords", "{count} still roll.")),
        (int((drop.end == LEVEL).sum()), translate("BallsWords", "{count} are stuck on level ground.")),
        (drop.lost, translate("BallsWords", "{count} have run away for good.")),
    ):
        if count:
            parts.append(text.format(count=f"{count:,}"))
    return " ".join(parts)


def _resting(reached: int, *, everyone: bool) -> str:
    if reached == 0:
        return translate("BallsWords", "{name}, step {step}: none of {n} balls has come to rest yet.")
    if everyone and reached > 1:
        return translate(
            "BallsWords",
            "{name}, step {step}: all {n} balls have come to rest, in {m} places; the deepest, at {value}, "
            "got {share}.",
        )
    if everyone:
        return translate("BallsWords", "{name}, step {step}: all {n} balls have come to rest in one place.")
    if reached == 1:
        return translate(
            "BallsWords", "{name}, step {step}: {rest} of {n} balls have come to rest, all in one place."
        )
    return translate(
        "BallsWords",
        "{name}, step {step}: {rest} of {n} balls have come to rest, in {m} places; the deepest, at "
        "{value}, got {share}.",
    )


def drop_of(frame: BallsFrame, picked: Kind) -> DropFrame:
    """The picked method's balls, or the first's."""
    return next((one for one in frame.drops if one.kind == picked), frame.drops[0])


def deepest(frame: BallsFrame) -> float:
    """The lowest height at which any ball rests; NaN before that."""
    known = [float(one.values[one.lowest]) for one in frame.drops if one.lowest >= 0]
    return min(known, default=float("nan"))


def share_deepest(frame: BallsFrame, drop: DropFrame) -> int:
    """How many of a method's balls rest as deep as any."""
    least = deepest(frame)
    with np.errstate(invalid="ignore"):
        span = max(1.0, abs(least))
        return int(drop.counts[drop.values <= least + _ALIKE * span].sum())


def standing(frame: BallsFrame, drop: DropFrame) -> str:
    """How a method does, beside its name."""
    if not drop.counts.sum():
        if drop.lost:
            return translate("BallsWords", "{n} lost").format(n=f"{drop.lost:,}")
        return translate("BallsWords", "{n} roll").format(n=f"{drop.walking:,}")
    share = counted_share(share_deepest(frame, drop), len(frame.starts))
    return translate("BallsWords", "{share} deepest").format(share=share)


def end_name(end: int) -> str:
    """Those who are in no place that has a number."""
    return {
        WALKING: translate("BallsWords", "still rolling"),
        LOST: translate("BallsWords", "run away"),
        OTHER: translate("BallsWords", "elsewhere"),
        LEVEL: translate("BallsWords", "stuck on level ground"),
    }[end]


def kind_name(kind: int) -> str:
    """What kind of place an end is."""
    if kind == SADDLE:
        return translate("BallsWords", "a saddle")
    return translate("BallsWords", "a top") if kind == TOP else translate("BallsWords", "a hollow")


def there(drop: DropFrame, end: int) -> str:
    """Where an end is, to a hundredth."""
    return place(drop.ends[end].round(2) + 0.0)


def height(drop: DropFrame, end: int) -> str:
    """How high an end is; what is as good as nothing is nought."""
    return number(round(float(drop.values[end]), _DIGITS) + 0.0)


def count(hits: int, n: int) -> str:
    """Balls and their share."""
    return f"{hits:,} · {counted_share(hits, n)}"


def end_tip(drop: DropFrame, end: int, hits: int, n: int) -> str:
    """All of a row, in a sentence."""
    if end < 0:
        text = translate("BallsWords", "{name}: {hits} of {n} balls.")
        return text.format(name=end_name(end), hits=f"{hits:,}", n=f"{n:,}")
    text = translate("BallsWords", "{kind} at {place}, height {height}: {hits} of {n} balls = {share}.")
    said = text.format(
        kind=kind_name(int(drop.kinds[end])), place=there(drop, end), height=height(drop, end),
        hits=f"{hits:,}", n=f"{n:,}", share=counted_share(hits, n),
    )  # fmt: skip
    return said[0].upper() + said[1:]


def ball(frame: BallsFrame, drop: DropFrame, i: int, rank: int) -> str:
    """One ball's story."""
    end = int(drop.end[i])
    if end >= 0:
        text = translate("BallsWords", "This ball began at {start} and rests in place {rank}, at {end}.")
        return text.format(start=place(frame.starts[i]), rank=rank, end=there(drop, end))
    if end == WALKING:
        text = translate("BallsWords", "This ball began at {start} and is at {here}, still rolling.")
        return text.format(start=place(frame.starts[i]), here=place(drop.xy[i]))
    text = translate("BallsWords", "This ball began at {start}: {name}.")
    return text.format(start=place(frame.starts[i]), name=end_name(end))


def explanation() -> ExplanationText:
    """The idea of the page."""
    return ExplanationText(
        translate(
            "BallsWords",
            "Downhill is a local word: a ball that only feels the slope under it comes to rest in the hollow "
            "it started above, be there a deeper one next to it or not. Where training ends depends on where "
            "it begins. Dropping a thousand balls shows all ends at once, how deep each is, and how large "
            "the ground that drains into it.",
        ),
        (
            (translate("BallsWords", "Ripples on a bowl: does speed help over them?"), "ripples"),
            (translate("BallsWords", "On the ridge of a saddle: how long do they wait?"), "saddle"),
            (translate("BallsWords", "Let Newton’s method look for the hollows"), "newton"),
        ),
        translate(
            "BallsWords",
            "Switch to where they began: each colour is the ground that drains into one end. Deep hollows "
            "are not always those with the most balls. On a plateau or beside a saddle there is hardly any "
            "slope: the charts show how long plain descent waits there, and that momentum, which adds up "
            "small slopes, is away much sooner.",
        ),
    )
