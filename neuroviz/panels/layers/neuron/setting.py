"""What the page's controls are set to, and what nets are tried on."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from neuroviz.data.digits import CLASSES, DigitSet
from neuroviz.data.plane import task_of
from neuroviz.nn import Net
from neuroviz.sims.collapse import Trials, random_trials
from neuroviz.sims.neuron import LOOKS, NEURON
from neuroviz.sims.neuron_edits import Edits
from neuroviz.sims.stages import Place
from neuroviz.sims.subject import kind_of

_SEED = 4  # of the inputs for nets about which nothing is known
_FAR = 2**31  # no net has as many layers or units


@dataclass(frozen=True)
class Setting:
    """Which neuron, what is changed, and how it is looked at."""

    place: Place
    edits: Edits
    look: str


def remembered(memory: Mapping[str, Any]) -> Setting:
    """The neuron and the look of a file; those that make no sense are the first, and nothing is changed."""
    look, plain = memory.get("look"), memory.get("place")
    place = Place()
    if isinstance(plain, list) and [type(n) for n in plain] == [int, int]:
        place = Place(*(min(max(n, 0), _FAR) for n in plain))
    return Setting(place, Edits(), look if isinstance(look, str) and look in LOOKS else NEURON)


def trials_for(net: Net, name: str, digits: DigitSet | None) -> Trials | None:
    """What a net is tried on: test images, the points of its task, or random inputs; None until read."""
    kind, n_out = kind_of(net), math.prod(net.shapes[-1])
    if kind == "digit":
        return None if digits is None else Trials(digits.images, digits.labels if n_out == CLASSES else None)
    task = task_of(name) if kind == "plane" else None
    if task is not None and task.n_classes in (n_out, n_out + 1):
        return Trials(task.points, task.labels)
    return random_trials(net, _SEED)
