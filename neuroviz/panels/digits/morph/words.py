"""What Morph says: its tab, layers by name, the live sentence, presets, and the sheet that explains it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.nn import Net
from neuroviz.sims.morph import LAST, MorphFrame, Way
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.numbers import percent

_NARROW = "\N{NARROW NO-BREAK SPACE}"


def layer(net: Net, i: int) -> str:
    """The name of what the first i layers give; 0 is the picture itself."""
    if i == 0:
        return QCoreApplication.translate("MorphWords", "the pixels")
    text = QCoreApplication.translate("MorphWords", "layer {i}, {kind}")
    return text.format(i=i, kind=_kind(net.layers[i - 1].kind))


def _kind(kind: str) -> str:
    names = {
        "conv2d": QCoreApplication.translate("MorphWords", "convolution"),
        "dense": QCoreApplication.translate("MorphWords", "dense"),
        "max_pool": QCoreApplication.translate("MorphWords", "pooling"),
        "avg_pool": QCoreApplication.translate("MorphWords", "pooling"),
        "flatten": QCoreApplication.translate("MorphWords", "in a row"),
        "dropout": QCoreApplication.translate("MorphWords", "dropout"),
        "batch_norm": QCoreApplication.translate("MorphWords", "normalised"),
        "layer_norm": QCoreApplication.translate("MorphWords", "normalised"),
        "gate": QCoreApplication.translate("MorphWords", "cut"),
        "linear": QCoreApplication.translate("MorphWords", "unchanged"),
        "leaky_relu": QCoreApplication.translate("MorphWords", "leaky ReLU"),
        "relu": "ReLU", "gelu": "GELU", "tanh": "tanh", "sigmoid": "σ", "softmax": "softmax",
    }  # fmt: skip
    return names.get(kind, kind)


def read(way: Way | None, place: int) -> str:
    """What is read at a place, and how surely."""
    if way is None:
        return "–"
    row = way.probabilities[place]
    best = int(row.argmax())
    text = QCoreApplication.translate("MorphWords", "read as {best} ({p})")
    return text.format(best=best, p=percent(float(row[best])))


def one_way(frame: MorphFrame) -> bool:
    """Whether there is no second way: to mix in front of the first layer is to mix the pixels."""
    return frame.layer == 0 or len(frame.net.layers) == 1


def note(frame: MorphFrame | None) -> str:
    """Why there is only one way; "" where there are two."""
    if frame is None or not one_way(frame):
        return ""
    if len(frame.net.layers) == 1:
        return QCoreApplication.translate(
            "MorphWords", "This net has no layer between picture and answer: only the pixels can be mixed."
        )
    return QCoreApplication.translate(
        "MorphWords", "The pixels come before the first layer: choose a layer to mix inside the net too."
    )


def nearest(frame: MorphFrame | None) -> str:
    """What the picture beside the mixture is, said honestly: a real image, not the mixture itself."""
    if frame is None or one_way(frame):
        return QCoreApplication.translate("MorphWords", "Nearest image")
    return QCoreApplication.translate("MorphWords", "Nearest in layer {i}").format(i=frame.layer)


def found(frame: MorphFrame, index: int) -> str:
    """Which test image it is; how far the search has come."""
    if index < 0 or frame.digits is None:
        return "–"
    if not frame.complete:
        return QCoreApplication.translate("MorphWords", "of {n} so far").format(n=f"{frame.searched:,}")
    text = QCoreApplication.translate("MorphWords", "test image {i}: {label}")
    return text.format(i=f"{index:,}", label=int(frame.digits.labels[index]))


def sentence(frame: MorphFrame | None, place: int) -> str:
    """What is being seen."""
    if frame is None or frame.pixels is None or frame.inside is None:
        return QCoreApplication.translate(
            "MorphWords", "Choose two digits: 100 steps lead from one to the other, along two paths."
        )
    ends = {name: int(frame.pixels.probabilities[k].argmax()) for name, k in (("a", 0), ("b", LAST))}
    shares = {"t": f"{100 * place // LAST}{_NARROW}%"}
    pixels, inside = (way.probabilities[place] for way in (frame.pixels, frame.inside))
    if one_way(frame):
        text = QCoreApplication.translate(
            "MorphWords", "{t} from {a} to {b}: the mixed pixels are read as {best} ({p}); {flips}."
        )
        flips, best = _flips_of(frame.pixels), int(pixels.argmax())
        return text.format(**ends, **shares, best=best, p=percent(float(pixels.max())), flips=flips)
    text = QCoreApplication.translate(
        "MorphWords",
        "{t} from {a} to {b}: pixels read {best} ({p}), layer {layer} reads {next} ({q}); {flips}.",
    )
    return text.format(
        **ends, **shares, best=int(pixels.argmax()), p=percent(float(pixels.max())), layer=frame.layer,
        next=int(inside.argmax()), q=percent(float(inside.max())), flips=_flips(frame.pixels, frame.inside),
    )  # fmt: skip


def _flips(pixels: Way, inside: Way) -> str:
    if len(pixels.flips) == 1 and len(inside.flips) == 1:
        text = QCoreApplication.translate("MorphWords", "flips at {p} and {q}")
        return text.format(p=_share(pixels.flips[0].at), q=_share(inside.flips[0].at))
    text = QCoreApplication.translate("MorphWords", "flips: {n} and {m}")
    return text.format(n=len(pixels.flips), m=len(inside.flips))


def _flips_of(way: Way) -> str:
    if len(way.flips) == 1:
        return QCoreApplication.translate("MorphWords", "it flips at {p}").format(p=_share(way.flips[0].at))
    return QCoreApplication.translate("MorphWords", "flips: {n}").format(n=len(way.flips))


def _share(at: float) -> str:
    return f"{100 * at:.1f}{_NARROW}%"


def presets() -> tuple[tuple[str, str], ...]:
    """Titles and reasons."""
    return (
        (
            QCoreApplication.translate("MorphWords", "A 4 becomes a 9"),
            QCoreApplication.translate(
                "MorphWords", "One flip on each path; near it both are only half sure"
            ),
        ),
        (
            QCoreApplication.translate("MorphWords", "A 6 becomes a 9, by way of 8"),
            QCoreApplication.translate(
                "MorphWords",
                "Two digits on top of each other look like a third; deep in the net the way leads past it",
            ),
        ),
        (
            QCoreApplication.translate("MorphWords", "From 6 to 7 through three others"),
            QCoreApplication.translate(
                "MorphWords", "The MLP names one digit after another; not one of them is there"
            ),
        ),
        (
            QCoreApplication.translate("MorphWords", "A trace of an 8 on a 1"),
            QCoreApplication.translate(
                "MorphWords", "A fifth of its ink is enough: the net reads faint lines too"
            ),
        ),
    )


def explanation() -> ExplanationText:
    """The sheet of the page."""
    idea = QCoreApplication.translate(
        "MorphWords",
        "Lay two digits over each other, more and more of the second: no hand would write what lies between. "
        "A net turns a picture into other numbers, layer by layer; mix those instead, and let the rest of "
        "the net go on from there. Deep inside, the straight way from one digit to another avoids the "
        "others: there, like lies near like.",
    )
    tries = (
        (QCoreApplication.translate("MorphWords", "Go from a 6 to a 9, and compare the two ways"), "eight"),
        (QCoreApplication.translate("MorphWords", "Mix in an early layer, then in a late one"), "early"),
        (QCoreApplication.translate("MorphWords", "Let the MLP go from 6 to 7"), "many"),
    )
    notice = QCoreApplication.translate(
        "MorphWords",
        "A mixture inside the net is no picture. What is shown beside it is the test image whose numbers in "
        "that layer are nearest to the mixture: real, and only as near as one of 10,000 can be. The flip is "
        "rarely in the middle.",
    )
    return ExplanationText(idea, tries, notice)
