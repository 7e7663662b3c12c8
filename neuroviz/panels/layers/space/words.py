"""What Space says: its tab, the live sentence, what is told of points, layers and distances."""

from __future__ import annotations

from math import isnan

from PySide6.QtCore import QCoreApplication

from neuroviz.data.maps.nearest import VOTERS
from neuroviz.nn import Net
from neuroviz.panels.layers.space.strip import shown
from neuroviz.sims.layer_points import Points, dims, threshold
from neuroviz.sims.layer_space import Here, LayerMap, SpaceFrame
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.layer_names import kind_name, layer_name, layer_size
from neuroviz.ui.numbers import share


def number(value: float) -> str:
    """Three digits that matter, with a real minus sign."""
    if isnan(value):
        return "…"
    text = f"{value:.2f}" if 0.01 <= abs(value) < 1000 or value == 0 else f"{value:.2g}"
    return text.replace("-", "\N{MINUS SIGN}")


def sentence(frame: SpaceFrame | None, step: int, kl: float) -> str:
    """What is being seen."""
    if frame is None or frame.points is None:
        return QCoreApplication.translate("SpaceWords", "Reading the points that are mapped …")
    one = frame.map
    if one is None:
        text = QCoreApplication.translate("SpaceWords", "{layer}: {part} of its map is done.")
        return text.format(layer=place(frame.net, frame.layer), part=share(frame.part))
    if one.fault:
        return fault(one)
    text = _apart(frame, one)
    if step > 0:
        more = QCoreApplication.translate("SpaceWords", "t‑SNE, step {step}: KL divergence {kl}.")
        return f"{text} {more.format(step=f'{step:,}', kl=number(kl))}"
    if one.pca is not None and one.width > 1:
        more = QCoreApplication.translate(
            "SpaceWords", "The two directions of the map hold {part} of all variance."
        )
        return f"{text} {more.format(part=share(float(one.pca.shares.sum())))}"
    return text


def _apart(frame: SpaceFrame, one: LayerMap) -> str:
    where = place(frame.net, one.layer)
    assert frame.points is not None
    if one.right is None:
        text = QCoreApplication.translate("SpaceWords", "{layer}: {what}; looking for the nearest of each …")
        return text.format(what=counted(frame.points, len(one.rows)), layer=where)
    first = frame.maps.get(0)
    before = one.layer > 0 and first is not None and first.right is not None
    what = counted(frame.points, len(one.rows))
    if frame.points.kind == "random":
        text = QCoreApplication.translate(
            "SpaceWords", "{layer}: the {k} nearest tell the net’s answer to {part} of {what}."
        )
    elif before:
        text = QCoreApplication.translate(
            "SpaceWords",
            "{layer}: the {k} nearest tell the class of {part} of {what} (input {first}).",
        )
    else:
        text = QCoreApplication.translate(
            "SpaceWords", "{layer}: the {k} nearest tell the class of {part} of {what}."
        )
    return text.format(
        layer=where, k=VOTERS, part=shown(one), what=what, first=shown(first if before else None)
    )


def counted(points: Points, n: int) -> str:
    """So many of what is mapped."""
    texts = {
        "digits": QCoreApplication.translate("SpaceWords", "{n} test images"),
        "plane": QCoreApplication.translate("SpaceWords", "{n} points of the task"),
        "random": QCoreApplication.translate("SpaceWords", "{n} random inputs"),
    }
    return texts[points.kind].format(n=f"{n:,}")


def place(net: Net, layer: int) -> str:
    """A layer at the beginning of a sentence."""
    if layer == 0:
        return QCoreApplication.translate("SpaceWords", "Input ({size} numbers)").format(
            size=layer_size(net, 0)
        )
    text = QCoreApplication.translate("SpaceWords", "Layer {i} {kind} ({size})")
    return text.format(i=layer, kind=kind_name(net.layers[layer - 1]), size=layer_size(net, layer))


def fault(one: LayerMap) -> str:
    """Why a layer has no map."""
    if one.fault == "numbers":
        return QCoreApplication.translate(
            "SpaceWords", "This layer gives no finite numbers (NaN or infinity): there is nothing to map."
        )
    return QCoreApplication.translate(
        "SpaceWords",
        "This layer gives the same for every point: its space is a single place, and nothing tells "
        "classes apart after it.",
    )


def working(frame: SpaceFrame | None) -> tuple[str, float]:
    """What is being mapped, and the part of all layers that is done."""
    if frame is None or frame.points is None:
        return QCoreApplication.translate("SpaceWords", "Reading the points …"), 0.0
    known = sum(
        (one := frame.maps.get(i)) is not None and (one.right is not None or bool(one.fault))
        for i in frame.strip
    )
    part = (known + frame.part) / (len(frame.strip) + 1)
    if frame.working < 0:
        return QCoreApplication.translate("SpaceWords", "Mapping the layers …"), part
    text = QCoreApplication.translate("SpaceWords", "Mapping {layer}: {part}")
    return text.format(layer=layer_name(frame.net, frame.working), part=share(frame.part)), part


def waiting(frame: SpaceFrame | None) -> str:
    """On the empty map."""
    if frame is None or frame.points is None:
        return QCoreApplication.translate("SpaceWords", "Reading the points …")
    if frame.map is not None and frame.map.fault:
        return fault(frame.map)
    return QCoreApplication.translate("SpaceWords", "Mapping … {part}").format(part=share(frame.part))


def corner(one: LayerMap | None, step: int, preparing: float, *, begun: bool) -> str:
    """What the directions of the map mean."""
    if one is None or one.pca is None:
        return ""
    if step > 0:
        return QCoreApplication.translate(
            "SpaceWords",
            "t-SNE: only nearness counts. The current input is put amid its nearest points.",
        )
    if begun and preparing < 1:
        text = QCoreApplication.translate("SpaceWords", "t-SNE: weighing neighbours, {part}")
        return text.format(part=share(preparing))
    if one.width == 1:
        return QCoreApplication.translate(
            "SpaceWords", "One unit: its value goes to the right; height only parts the classes."
        )
    text = QCoreApplication.translate("SpaceWords", "PCA: {x} of the variance across, {y} upwards")
    return text.format(x=share(float(one.pca.shares[0])), y=share(float(one.pca.shares[1])))


def formula(step: int) -> str:
    """Where the places on the map come from."""
    if step > 0:
        return QCoreApplication.translate(
            "SpaceWords",
            "t-SNE moves the points y down the slope of KL(P‖Q) = Σ pᵢⱼ log(pᵢⱼ / qᵢⱼ).\n"
            "p: how near two points are in the layer, by Gaussians of the chosen perplexity.\n"
            "q: how near they are on the map, 1 / (1 + |yᵢ − yⱼ|²), all together 1.\n"
            "The current input: Σ w y over its 15 nearest, w by a Gaussian of perplexity 5.",
        )
    return QCoreApplication.translate(
        "SpaceWords",
        "PCA: x = Σ (a − mean) · v₁ and y = Σ (a − mean) · v₂ over all numbers a of the layer;\n"
        "v₁ and v₂ are the two directions in which the points vary most.",
    )


def strip_tip(net: Net, layer: int, one: LayerMap | None, points: Points | None) -> str:
    """What a layer of the strip is, and where its number comes from."""
    head = f"{layer_name(net, layer)}, {layer_size(net, layer)}"
    if one is None or points is None:
        return head
    if one.fault:
        return f"{head}\n{fault(one)}"
    if one.right is None or one.pca is None:
        return head
    text = QCoreApplication.translate(
        "SpaceWords",
        "Of {n} points {hits} have the class of most of their {k} nearest others, by distance over all "
        "{width} numbers: {part}.\nThe two directions of its map hold {x} and {y} of the variance.",
    )
    told = text.format(
        n=f"{len(one.rows):,}", hits=f"{int(one.right.sum()):,}", k=VOTERS, width=f"{one.width:,}",
        part=shown(one), x=share(float(one.pca.shares[0])), y=share(float(one.pca.shares[1])),
    )  # fmt: skip
    return f"{head}\n{told}"


def point_title(points: Points, i: int) -> str:
    """Which point it is."""
    if points.kind == "digits":
        return QCoreApplication.translate("SpaceWords", "test image {i}").format(i=f"{i:,}")
    if points.x.shape[1] <= 3:
        return "(" + ", ".join(number(float(v)) for v in points.x[i]) + ")"
    return QCoreApplication.translate("SpaceWords", "random input {i}").format(i=f"{i:,}")


def legend_names(net: Net, points: Points, names: list[str]) -> list[str]:
    """What the colours stand for: classes, or what a single output that is no class says."""
    least = threshold(net)
    if points.kind != "random" or least is None or len(names) != 2:
        return names
    return [f"{names[0]} (y ≤ {least:g})", f"{names[1]} (y > {least:g})"]


def point_answer(points: Points, i: int, said: int, *, judged: bool) -> str:
    """What a point is, and what it is read as."""
    label = int(points.labels[i])
    if points.kind == "random" or not judged:
        text = QCoreApplication.translate("SpaceWords", "answer {said}")
        if points.kind != "random":
            text = QCoreApplication.translate("SpaceWords", "is {label}")
    elif said == label:
        text = QCoreApplication.translate("SpaceWords", "is {label}, read so")
    else:
        text = QCoreApplication.translate("SpaceWords", "is {label}, read as {said}")
    return text.format(label=label, said=said if said >= 0 else "–")


def distance(value: float) -> str:
    """How far a neighbour is."""
    if value == 0:
        return QCoreApplication.translate("SpaceWords", "this very input")
    return QCoreApplication.translate("SpaceWords", "distance {d}").format(d=number(value))


def distance_tip(net: Net, layer: int, value: float) -> str:
    """Where a distance comes from."""
    text = QCoreApplication.translate(
        "SpaceWords",
        "√ Σ (a − b)² over the {n} numbers of this layer = {d}\na: the current input, b: this point",
    )
    return text.format(n=f"{dims(net, layer):,}", d=number(value))


def near_hint(here: Here | None, frame: SpaceFrame | None) -> str:
    """In place of the list."""
    if here is None and frame is not None and frame.map is not None and frame.map.pca is not None:
        return QCoreApplication.translate(
            "SpaceWords",
            "Draw a digit or choose a test image: those nearest to it in this layer appear here.",
        )
    return "" if frame is not None and frame.map is not None and frame.map.fault else "…"


def explanation() -> ExplanationText:
    """The sheet of the page."""
    idea = QCoreApplication.translate(
        "SpaceWords",
        "What a layer gives for one input is a list of numbers: a place in a space with as many directions "
        "as the layer has units. Inputs the net treats alike lie near each other there. From layer to layer "
        "the space is bent and folded until a straight cut parts the classes. A map flattens it to two "
        "directions: PCA is its shadow from the widest side, t-SNE gives up distances to keep neighbours "
        "together.",
    )
    tries = (
        (
            QCoreApplication.translate(
                "SpaceWords", "Begin at the pixels, then go through the strip to the right"
            ),
            "walk",
        ),
        (
            QCoreApplication.translate("SpaceWords", "Watch t-SNE pull ten islands apart before the answer"),
            "islands",
        ),
        (
            QCoreApplication.translate(
                "SpaceWords", "See two spirals stretched until a straight cut parts them"
            ),
            "spirals",
        ),
    )
    notice = QCoreApplication.translate(
        "SpaceWords",
        "The percentages under the strip do not depend on any map: they ask in the full space whether the "
        "five nearest others of a point tell its class. On a t-SNE neither the size of an island nor the "
        "distance between islands means anything, and with too small a perplexity it invents clumps. It has "
        "no formula for a new point: the current input is put at the mean of its 15 nearest, weighted by a "
        "kernel of perplexity 5. PCA has one, and its place is exact.",
    )
    return ExplanationText(idea, tries, notice)
