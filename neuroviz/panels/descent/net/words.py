"""What Net says: the live sentence, how fine the picture is, axes, gap, line, sharpness, the explanation."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.panels.descent.net.config import TRAINING
from neuroviz.sims.descent.net_line import LineFrame
from neuroviz.sims.descent.net_plane import PlaneFrame, Track
from neuroviz.sims.descent.own_run import OwnFrame
from neuroviz.sims.descent.sharpness import SharpnessFrame
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.numbers import measured, share
from neuroviz.ui.relief.words import Names

translate = QCoreApplication.translate
_TRUE = 1.3
"""A slice that says so many times the loss, or less than its inverse, deceives."""

_AT = 0.9
"""Between so much of the edge of stability and its inverse, the sharpness is at it."""


def number(value: float) -> str:
    """Three digits that matter."""
    return measured(value, 3)


def right_share(value: float) -> str:
    """A share right; 100 % only where all are."""
    return "100\N{NARROW NO-BREAK SPACE}%" if value >= 1 else share(value)


def waiting(own: OwnFrame | None) -> str:
    """Instead of a landscape."""
    if own is None or own.task is None:
        return translate("NetLandWords", "Step 0: gathering the examples that a net is to learn …")
    text = translate("NetLandWords", "A net is trained here, to have a landscape: step {at} of {until}.")
    return text.format(at=f"{own.at:,}", until=f"{own.until:,}")


def sentence(frame: PlaneFrame, n_params: int, others: tuple[int, int]) -> str:
    """Where the net is, and what this plane shows of it. others: steps other nets have taken, of how many."""
    track = frame.track
    parts = []
    if track is not None and np.isfinite(track.true[track.here]):
        here = track.here
        text = translate("NetLandWords", "At step {step} the net’s loss is {loss}.")
        right = float(track.right[here])
        if np.isfinite(right):
            text = translate("NetLandWords", "At step {step} the net’s loss is {loss}, {right} are right.")
        parts.append(text.format(
            step=f"{int(track.steps[here]):,}", loss=number(float(track.true[here])),
            right=right_share(right)))  # fmt: skip
    if frame.fault == "others" and 0 <= others[0] < others[1]:
        text = translate(
            "NetLandWords",
            "Two other starts are being trained, step {at} of {until}: random directions so long.",
        )
        parts.append(text.format(at=f"{others[0]:,}", until=f"{others[1]:,}"))
    else:
        parts.append(_of_plane(frame, n_params))
    return " ".join(parts)


def _of_plane(frame: PlaneFrame, n_params: int) -> str:
    if frame.fault is not None:
        track = frame.track
        return _fault(frame.fault).format(step="" if track is None else f"{int(track.steps[track.here]):,}")
    if frame.kind == "pca" and frame.shares is not None:
        text = translate(
            "NetLandWords",
            "Seen are two of {n} directions, those with most of the path: {share} of its variance.",
        )
        return text.format(n=f"{n_params:,}", share=share(float(frame.shares.sum())))
    texts = {
        "random": translate("NetLandWords", "Seen are two of {n} directions, chosen by chance."),
        "gradient": translate(
            "NetLandWords",
            "To the right it goes downhill, as steeply as can be; upwards: the sharpest of {n} directions.",
        ),
        "curvature": translate(
            "NetLandWords", "Seen are the two sharpest of {n} directions: the curvature is {sharp}."
        ),
        "three": translate("NetLandWords", "Three nets of {n} numbers lie in this plane, from three starts."),
    }
    return texts.get(frame.kind, "").format(n=f"{n_params:,}", sharp=number(frame.sharpness))


def _fault(fault: str) -> str:
    texts = {
        "short": translate("NetLandWords", "The path is too short for a plane: 2 random directions instead."),
        "others": translate(
            "NetLandWords", "The 2 other nets are not trained yet: random directions so long."),
        "flat": translate(
            "NetLandWords", "There is no slope or curvature to look along: 2 random directions instead."),
        "lost": translate(
            "NetLandWords",
            "At step {step} the net is lost, its numbers without bounds: the plane is of a step before.",
        ),
    }
    return texts.get(fault, texts["short"])


def names(frame: PlaneFrame, value: str) -> Names:
    """What stands at the axes."""
    x, y = translate("NetLandWords", "random direction 1"), translate("NetLandWords", "random direction 2")
    if frame.kind == "pca" and frame.shares is not None:
        first, second = (share(float(one)) for one in frame.shares[:2])
        x = translate("NetLandWords", "widest: {share} of the path").format(share=first)
        y = translate("NetLandWords", "second: {share}").format(share=second)
    elif frame.kind == "gradient":
        x, y = translate("NetLandWords", "downhill"), translate("NetLandWords", "sharpest direction")
    elif frame.kind == "curvature":
        x, y = translate("NetLandWords", "sharpest direction"), translate("NetLandWords", "second sharpest")
    elif frame.kind == "three":
        x, y = translate("NetLandWords", "to the second net"), translate("NetLandWords", "to the third")
    return Names(x, y, value_name(value))


def value_name(value: str) -> str:
    """Of what is shown as height."""
    right, loss = translate("NetLandWords", "share right"), translate("NetLandWords", "loss")
    return right if value == "right" else loss


def other_name() -> str:
    """What stands at another net of the plane."""
    return translate("NetLandWords", "another start")


def fineness(frame: PlaneFrame) -> str:
    """How fine the picture is, and what is still to come."""
    side = len(frame.a)
    if not side:
        return translate("NetLandWords", "The first picture is being computed …")
    text = translate("NetLandWords", "{side} × {side} places, {n} examples at each.")
    said = text.format(side=side, n=f"{frame.n:,}")
    if frame.side:
        more = translate("NetLandWords", "{side} × {side} is coming: {share}.")
        said = f"{said} {more.format(side=frame.side, share=right_share(frame.share))}"
    return said


def origin(shown: str, own: OwnFrame | None, wanted: str) -> str:
    """Whose landscape this is."""
    if shown == TRAINING:
        return translate("NetLandWords", "The net of Training, as it stands there.")
    if own is None:
        return ""
    said = translate("NetLandWords", "A net trained by this page itself: step {at} of {until}.").format(
        at=f"{own.at:,}", until=f"{own.until:,}")
    if wanted == TRAINING:
        why = translate("NetLandWords", "Training has taken no step yet.")
        said = f"{why} {said}"
    return said


def told(place: tuple[float, float], loss: float, right: float, away: float) -> str:
    """A place of the plane, in its directions u, across, and v, up."""
    text = translate(
        "NetLandWords", "{a} · u + {b} · v: loss {loss}, {right} right; {away} from the net as it is"
    )
    if not np.isfinite(right):
        text = translate("NetLandWords", "{a} · u + {b} · v: loss {loss}; {away} from the net as it is")
    return text.format(
        a=number(place[0]), b=number(place[1]), loss=number(loss), right=right_share(right),
        away=number(away),
    )  # fmt: skip


def picked(text: str) -> str:
    """The place that was clicked."""
    return translate("NetLandWords", "The place that is picked: {place}.").format(place=text)


def worst(track: Track) -> int | None:
    """The moment at which the slice is furthest from the truth, as a ratio; None where none is known."""
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.abs(np.log(track.slice / track.true))
    ratio[~np.isfinite(ratio)] = -1.0
    return int(ratio.argmax()) if len(ratio) and ratio.max() >= 0 else None


def gap(track: Track | None) -> str:
    """How far the slice is from the truth."""
    at = None if track is None else worst(track)
    if track is None or at is None:
        return translate("NetLandWords", "The losses along the path are being computed …")
    cut, true, off = float(track.slice[at]), float(track.true[at]), float(track.off[at])
    step = f"{int(track.steps[at]):,}"
    facts = {"step": step, "off": number(off), "slice": number(cut), "true": number(true)}
    if max(cut, true) < _TRUE * min(cut, true):
        text = translate(
            "NetLandWords",
            "Here the slice is honest: even at step {step}, {off} off the plane, it says {slice} where the "
            "loss is {true}.",
        )
    else:
        text = translate(
            "NetLandWords",
            "A slice can deceive: at step {step} the path lies {off} off the plane, and the slice says "
            "{slice} where the loss is {true}.",
        )
    return text.format(**facts)


def line(frame: LineFrame | None, progress: tuple[int, int] | None) -> str:
    """The wall between two nets."""
    if frame is None or frame.straight is None:
        if progress is not None and progress[0] < progress[1]:
            text = translate("NetLandWords", "The other start is being trained: step {at} of {until}.")
            return text.format(at=f"{progress[0]:,}", until=f"{progress[1]:,}")
        return translate("NetLandWords", "The line between the nets is being computed …")
    text = translate("NetLandWords", "Straight from one net to the other the loss rises by {wall}.")
    said = text.format(wall=number(frame.straight.barrier))
    if frame.matched is not None:
        text = translate(
            "NetLandWords",
            "With {moved} of {units} hidden units put in another order, which changes no answer, it rises by "
            "{wall}.",
        )
        more = text.format(
            moved=f"{frame.moved:,}", units=f"{frame.units:,}", wall=number(frame.matched.barrier))
        said = f"{said} {more}"
    return said


def sharpness(frame: SharpnessFrame | None) -> str:
    """Whether the rate stands above the edge of stability."""
    if frame is not None and frame.now_step < 0 and frame.n and not np.isfinite(frame.sharpness[frame.here]):
        text = translate("NetLandWords", "At step {step} the net is lost: its sharpness is no number.")
        return text.format(step=f"{int(frame.steps[frame.here]):,}")
    if frame is None or not np.isfinite(frame.sharpness[frame.here]):
        return translate("NetLandWords", "The sharpness is being sought, by products with the Hessian …")
    here = frame.here
    sharp, edge = float(frame.sharpness[here]), float(frame.edge[here])
    facts = {"step": f"{int(frame.steps[here]):,}", "sharp": number(sharp), "edge": number(edge)}
    if not np.isfinite(edge):
        text = translate(
            "NetLandWords",
            "At step {step} the sharpness is {sharp}. The method scales each number by itself: its edge is "
            "not told by the sharpness alone.",
        )
    elif _AT < sharp / edge < 1 / _AT:
        text = translate(
            "NetLandWords",
            "At step {step} the sharpness {sharp} stands at the edge of stability 2(1 + β)/rate = {edge}: "
            "here the rate just holds.",
        )
    elif sharp > edge:
        text = translate(
            "NetLandWords",
            "At step {step} the sharpness {sharp} stands above the edge of stability 2(1 + β)/rate = {edge}: "
            "the rate is too high for this place, steps swing wider.",
        )
    else:
        text = translate(
            "NetLandWords",
            "At step {step} the sharpness {sharp} stands below the edge of stability 2(1 + β)/rate = {edge}: "
            "the rate is low enough, steps stay calm.",
        )
    return text.format(**facts)


def explanation() -> ExplanationText:
    """The idea of the page."""
    return ExplanationText(
        translate(
            "NetLandWords",
            "The loss of a net is a landscape over all its weights, hundreds or millions of directions. Two "
            "of them can be seen at a time: the picture is a slice. The line on it is the way the net has "
            "come; mostly it runs beside the slice, not in it.",
        ),
        (
            (translate("NetLandWords", "The same net in two random directions: a bowl"), "random"),
            (translate("NetLandWords", "A wall between two nets, and a way around it"), "line"),
            (translate("NetLandWords", "Watch the landscape bend until the rate just holds"), "edge"),
        ),
        translate(
            "NetLandWords",
            "Compare the loss along the path with that of the slice below it: where the path is far off the "
            "plane, the hill that it seems to cross was never there. Click on a place: “Take this net” gives "
            "the net that lies there to all rooms. With Training beside it (F8) the picture follows.",
        ),
    )
