"""Seen: the live sentence: the net in numbers, and the one thing that is odd about it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.nn.cost import Cost
from neuroviz.panels.training.net import words
from neuroviz.panels.training.net.scene import INPUT, Scene
from neuroviz.scenes.blocks import is_function

translate = QCoreApplication.translate

_FADED = 1e-3
_GROWN = 1e3


def sentence(scene: Scene, cost: Cost, epoch: str) -> str:
    """Sizes, parameters, work, time; then what is odd."""
    sizes = "–".join(_sizes(scene))
    text = translate(
        "NetSeen", "{sizes}: {n} parameters, {work} multiply-adds in a step of {batch} examples."
    )
    numbers = {"n": f"{cost.parameters:,}", "work": words.amount(cost.step), "batch": cost.batch}
    said = [text.format(sizes=sizes, **numbers)]
    odd = oddity(scene)
    if odd:
        said.append(odd)
    elif epoch:
        said.append(translate("NetSeen", "An epoch takes about {time} here.").format(time=epoch))
    return " ".join(said)


def oddity(scene: Scene) -> str:
    """What will keep the net from learning well; empty if nothing is seen."""
    found = (
        _frozen(scene), _bends(scene), _narrow(scene), _dropped(scene), _spread(scene), _gradients(scene),
    )  # fmt: skip
    return next((text for text in found if text), "")


def _sizes(scene: Scene) -> list[str]:
    sizes = ["×".join(map(str, scene.shape(INPUT)))]
    sizes += [
        "×".join(map(str, scene.shape(i))) for i, one in enumerate(scene.blocks) if one.weighs
    ]
    return sizes if len(sizes) <= 8 else [*sizes[:3], "…", *sizes[-3:]]


def _frozen(scene: Scene) -> str:
    learning = [one for one in scene.blocks if one.learns]
    still = [one for one in learning if one.plan.rate == 0.0]
    if learning and len(still) == len(learning):
        return translate("NetSeen", "Every layer is frozen: nothing will be learned.")
    if still:
        text = translate("NetSeen", "{k} of {n} layers are frozen: they keep what they know.")
        return text.format(k=len(still), n=len(learning))
    return ""


def _bends(scene: Scene) -> str:
    weighing = [one for one in scene.blocks if one.weighs]
    bends = any(
        (one.function is not None and one.function.kind != "linear") or one.kind == "max_pool"
        or (is_function(one.layer) and one.kind != "linear")
        for one in scene.blocks
    )  # fmt: skip
    if bends or len(weighing) < 2:
        return ""
    text = translate("NetSeen", "Nothing bends the values: its {n} layers are no more than a single one.")
    return text.format(n=len(weighing))


def _narrow(scene: Scene) -> str:
    hidden = [i for i, one in enumerate(scene.blocks) if one.weighs and i != scene.answer]
    for i in hidden:
        if scene.shape(i) == (1,) and scene.shape(scene.answer)[0] > 2:
            text = translate("NetSeen", "All {n} answers have to go through a single number.")
            return text.format(n=scene.shape(scene.answer)[0])
    return ""


def _dropped(scene: Scene) -> str:
    shares = [float(one.layer.to_dict()["rate"]) for one in scene.blocks if one.kind == "dropout"]
    left = float(np.prod([1 - share for share in shares]))
    if left > 0.2:
        return ""
    text = translate("NetSeen", "In training only {share} % of the signals get past its dropout.")
    return text.format(share=f"{100 * left:.2g}")


def _spread(scene: Scene) -> str:
    spread = scene.spread(scene.answer)
    if scene.signals is None:
        return ""
    if spread == 0.0:
        return translate("NetSeen", "Every example gives the same answer: no signal comes through.")
    return "" if np.isfinite(spread) else translate("NetSeen", "Its values are no numbers any more.")


def _gradients(scene: Scene) -> str:
    learning = [i for i, one in enumerate(scene.blocks) if one.weighs]
    first, last = scene.gradient(learning[0]), scene.gradient(learning[-1])
    if not np.isfinite(first) or not last > 0:
        return ""
    ratio = first / last
    if ratio < _FADED:
        if not ratio:
            return translate("NetSeen", "No gradient reaches the first layer (0).")
        text = translate(
            "NetSeen", "The gradient is {times} times smaller at the first layer than at the last."
        )
        return text.format(times=words.amount(float(f"{1 / ratio:.2g}")))
    if ratio > _GROWN:
        text = translate(
            "NetSeen", "The gradient is {times} times larger at the first layer than at the last."
        )
        return text.format(times=words.amount(float(f"{ratio:.2g}")))
    return ""
