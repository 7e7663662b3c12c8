"""What Disturb says: its tab, its sliders, the live sentence, and the sheet that explains it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.data.disturb import LIMITS, Disturbance
from neuroviz.sims.disturb import ALONG, Curve, DisturbFrame
from neuroviz.sims.flips import stretch
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.knob_scale import shown
from neuroviz.ui.numbers import percent

_PHRASES = 3  # told in one sentence; of more than these it says how many


def amount(name: str) -> tuple[str, str]:
    """The name of an amount, and what it does."""
    texts = {
        "rotate": (
            QCoreApplication.translate("DisturbWords", "Turn"),
            QCoreApplication.translate("DisturbWords", "Turns it clockwise, in degrees"),
        ),
        "shift_x": (
            QCoreApplication.translate("DisturbWords", "Right"),
            QCoreApplication.translate("DisturbWords", "Moves it to the right; below zero to the left"),
        ),
        "shift_y": (
            QCoreApplication.translate("DisturbWords", "Down"),
            QCoreApplication.translate("DisturbWords", "Moves it down; below zero up"),
        ),
        "scale": (
            QCoreApplication.translate("DisturbWords", "Size"),
            QCoreApplication.translate("DisturbWords", "Makes it so many times as large"),
        ),
        "shear": (
            QCoreApplication.translate("DisturbWords", "Slant"),
            QCoreApplication.translate("DisturbWords", "Slants it to the right, as italics are"),
        ),
        "blur": (
            QCoreApplication.translate("DisturbWords", "Blur"),
            QCoreApplication.translate(
                "DisturbWords", "Blurs it: the standard deviation of a Gaussian, in pixels"
            ),
        ),
        "contrast": (
            QCoreApplication.translate("DisturbWords", "Contrast"),
            QCoreApplication.translate(
                "DisturbWords", "1 is as it was, 0 is all grey, below zero ink and paper change places"
            ),
        ),
        "noise": (
            QCoreApplication.translate("DisturbWords", "Noise"),
            QCoreApplication.translate(
                "DisturbWords",
                "Adds the same random field, more and more of it: the standard deviation of a pixel",
            ),
        ),
        "patch": (
            QCoreApplication.translate("DisturbWords", "Patch"),
            QCoreApplication.translate("DisturbWords", "Covers a square; drag it on the picture"),
        ),
    }
    return texts[name]


def told(name: str, value: float, *, exact: bool = False) -> str:
    """A value with its unit; `exact`: as it was set, for a slider stops at half degrees too."""
    unit = LIMITS[name].unit
    digits = (1 if exact else 0) if unit == "°" else 2 if abs(value) < 10 else 1
    text = shown(round(value, digits))
    return f"{text}°" if unit == "°" else f"{text}\N{NARROW NO-BREAK SPACE}{unit}" if unit else text


def phrase(name: str, value: float) -> str:
    """What an amount does to the digit, as a part of a sentence."""
    text = {
        "rotate": QCoreApplication.translate("DisturbWords", "turned by {v}"),
        "shift_x": QCoreApplication.translate("DisturbWords", "moved {v} to the right")
        if value >= 0
        else QCoreApplication.translate("DisturbWords", "moved {v} to the left"),
        "shift_y": QCoreApplication.translate("DisturbWords", "moved down by {v}")
        if value >= 0
        else QCoreApplication.translate("DisturbWords", "moved up by {v}"),
        "scale": QCoreApplication.translate("DisturbWords", "at {v} its size"),
        "shear": QCoreApplication.translate("DisturbWords", "slanted by {v}"),
        "blur": QCoreApplication.translate("DisturbWords", "blurred by {v}"),
        "contrast": QCoreApplication.translate("DisturbWords", "at {v} its contrast"),
        "noise": QCoreApplication.translate("DisturbWords", "with noise of {v}"),
        "patch": QCoreApplication.translate("DisturbWords", "under a patch of {v}"),
    }[name]
    return text.format(v=told(name, abs(value) if name.startswith("shift") else value, exact=True))


def phrases(amounts: Disturbance, chosen: str) -> str:
    """All that is done to the digit, the chosen amount first, with a capital letter."""
    moved = [n for n in ALONG if n != chosen and getattr(amounts, n) != LIMITS[n].neutral]
    parts = [phrase(name, float(getattr(amounts, name))) for name in (chosen, *moved)]
    text = QCoreApplication.translate("DisturbWords", ", ", "between the parts of a list").join(
        parts[:_PHRASES]
    )
    left = len(parts) - _PHRASES
    if left > 0:
        text = QCoreApplication.translate("DisturbWords", "{done} and {n} more").format(done=text, n=left)
    return text[:1].upper() + text[1:]


def sentence(frame: DisturbFrame | None, chosen: str) -> str:
    """What is being seen."""
    if frame is None or frame.grey is None or frame.plain is None:
        return QCoreApplication.translate(
            "DisturbWords", "Draw a digit: then see how much of each of 9 disturbances its answer survives."
        )
    done = phrases(frame.amounts, chosen)
    label = int(frame.plain.argmax()) if frame.sheet.label is None else frame.sheet.label
    if frame.probabilities is None:
        text = QCoreApplication.translate(
            "DisturbWords", "{done}, nothing is left of the {label} that could be judged."
        )
        return text.format(done=done, label=label)
    best = int(frame.probabilities.argmax())
    reach = _reach(frame.curves.get(chosen) if chosen in frame.fresh else None, chosen, label)
    words = {"done": done, "label": label, "best": best, "p": percent(float(frame.probabilities[best]))}
    if reach is None:
        if best == label:
            return QCoreApplication.translate(
                "DisturbWords", "{done}, the {label} is still read as {best} ({p})."
            ).format(**words)
        return QCoreApplication.translate(
            "DisturbWords", "{done}, the {label} is read as {best} ({p})."
        ).format(**words)
    low, high = (told(chosen, end) for end in reach)
    if best != label:
        text = QCoreApplication.translate(
            "DisturbWords",
            "{done}, the {label} is read as {best} ({p}); it stays {label} from {low} to {high}.",
        )
    elif reach[0] <= float(getattr(frame.amounts, chosen)) <= reach[1]:
        text = QCoreApplication.translate(
            "DisturbWords", "{done}, the {label} is still read as {best} ({p}), as from {low} to {high}."
        )
    else:
        text = QCoreApplication.translate(
            "DisturbWords",
            "{done}, the {label} is read as {best} again ({p}), as it was from {low} to {high}.",
        )
    return text.format(**words, low=low, high=high)


def _reach(curve: Curve | None, name: str, label: int) -> tuple[float, float] | None:
    """From where to where, about rest, the digit is read as what it is; None if it is not even there."""
    if curve is None or not curve.refined:
        return None
    limits = LIMITS[name]
    middle = round(limits.share(limits.neutral) * (len(curve.values) - 1))
    if int(curve.probabilities[middle].argmax()) != label:
        return None
    return stretch(curve.flips, float(curve.values[middle]), (limits.low, limits.high))


def along(name: str, stretches: list[tuple[int, float, float]]) -> str:
    """What is read along an amount, for those who hear it."""
    limits = LIMITS[name]
    text = QCoreApplication.translate("DisturbWords", "{low} to {high}: {digit}")
    parts = [
        text.format(
            low=told(name, float(limits.value(low))), high=told(name, float(limits.value(high))), digit=digit
        )
        for digit, low, high in stretches
        if digit >= 0
    ]
    return "; ".join(parts)


def explanation() -> ExplanationText:
    """The sheet of the page."""
    idea = QCoreApplication.translate(
        "DisturbWords",
        "People read a digit that is turned, blurred or half covered, and notice when they cannot. A net has "
        "learnt from 60,000 pictures that stood upright in the middle. Each strip shows its ten answers "
        "along one disturbance, all others held: how far the colour reaches from the notch is how much "
        "it bears.",
    )
    tries = (
        (
            QCoreApplication.translate("DisturbWords", "Turn a 6 all the way round, and watch it become a 9"),
            "turn",
        ),
        (QCoreApplication.translate("DisturbWords", "Put a patch on an 8, and drag it about"), "patch"),
        (
            QCoreApplication.translate("DisturbWords", "Move a 9 by 4 pixels; then choose the other net"),
            "shift",
        ),
    )
    notice = QCoreApplication.translate(
        "DisturbWords",
        "The ticks in the strips are flips: places where another digit takes the lead, found to a fraction "
        "of a pixel or degree. Between them the net is often quite sure, and wrong. “Prepare again” undoes "
        "shifts and sizes, as it does for every drawing; nothing undoes a turn.",
    )
    return ExplanationText(idea, tries, notice)
