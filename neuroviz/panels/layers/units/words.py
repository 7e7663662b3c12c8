"""What the page says: its tab, names of layers and measures, the live sentence, the explanation."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.panels.layers.units import measures
from neuroviz.sims.knockout import Losses
from neuroviz.sims.unit_layers import UnitLayer
from neuroviz.sims.unit_stats import Survey
from neuroviz.sims.units import UnitsFrame
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.knob_scale import shown
from neuroviz.ui.numbers import counted_share

translate = QCoreApplication.translate
_STILL = 1e-3  # a spread of less than this share of the average is none to speak of


def naming() -> str:
    """The giving of a name, as the history calls it."""
    return translate("UnitsWords", "name of a unit")


def number(value: float) -> str:
    """A value of a unit in three digits."""
    if np.isnan(value):
        return translate("UnitsWords", "not a number")
    if np.isinf(value):
        return "∞" if value > 0 else "−∞"
    return shown(float(f"{value:.3g}") + 0.0)  # no −0


def points(fall: float, n: int) -> str:
    """By how much a share falls, in points of a hundred; as many digits as n examples can tell."""
    digits = 0 if n < 300 else 1 if n < 3000 else 2
    text = f"{100 * fall:+.{digits}f}".replace("-", "−")
    return "0" if float(text.replace("−", "-")) == 0 else text


def layer_name(layer: UnitLayer) -> str:
    """A layer in the list of layers."""
    kind = {
        "dense": translate("UnitsWords", "{i}: dense, {n} units"),
        "conv2d": translate("UnitsWords", "{i}: convolution, {n} maps"),
    }.get(layer.kind, translate("UnitsWords", "{i}: the answer, {n} values"))
    return kind.format(i=layer.number + 1, n=f"{layer.n_all:,}")


def measure_name(measure: str) -> str:
    """By what the list is sorted."""
    return {
        measures.FALL: translate("UnitsWords", "accuracy without it"),
        measures.SELECTIVITY: translate("UnitsWords", "selectivity"),
        measures.CLASS: translate("UnitsWords", "favourite class"),
        measures.MEAN: translate("UnitsWords", "average"),
        measures.SPREAD: translate("UnitsWords", "spread"),
        measures.MOST: translate("UnitsWords", "largest value"),
        measures.ACTIVE: translate("UnitsWords", "how often above 0"),
        measures.WEIGHTS: translate("UnitsWords", "size of its weights"),
        measures.NOW: translate("UnitsWords", "value now"),
        measures.NAME: translate("UnitsWords", "named ones first"),
        measures.NUMBER: translate("UnitsWords", "number"),
    }[measure]


def value_of(measure: str, value: float, frame: UnitsFrame) -> str:
    """A unit's measure, in the list."""
    if np.isnan(value) or measure in (measures.NAME, measures.NUMBER):
        return ""
    if measure == measures.FALL:
        n = frame.losses.n if frame.losses is not None else 1
        text = points(value, n)
        return "0" if text == "0" else points(-value, n)
    if measure == measures.CLASS:
        return str(int(value))
    if measure == measures.ACTIVE:
        return counted_share(round(value * frame.survey.n), frame.survey.n) if frame.survey else ""
    return number(value) if measure != measures.SELECTIVITY else f"{value:.2f}"


def unit_name(unit: int, name: str) -> str:
    """What a unit is called: by its visitor, else by number."""
    return name or f"#{unit + 1}"


def examples_name(frame: UnitsFrame, n: int) -> str:
    """So many test images, points, or random inputs."""
    source = "test" if frame.examples is None else frame.examples.source
    text = {
        "test": translate("UnitsWords", "{n} test images"),
        "task": translate("UnitsWords", "{n} points of its task"),
        "random": translate("UnitsWords", "{n} random inputs"),
    }[source]
    return text.format(n=f"{n:,}")


def doing(frame: UnitsFrame) -> str:
    """What is under way."""
    total = len(frame.examples) if frame.examples is not None else 0
    if frame.doing == "reading":
        return translate("UnitsWords", "Reading the test images")
    if frame.doing == "looking":
        n = frame.survey.n if frame.survey is not None else 0
        text = translate("UnitsWords", "Showing the layer {n} of {total}")
        return text.format(n=f"{n:,}", total=examples_name(frame, total))
    if frame.doing == "exciting":
        if frame.subject.kind == "plane":
            return translate("UnitsWords", "Asking the unit all over the plane")
        excited = frame.portrait.excited
        step = 0 if excited is None else excited.step
        return translate("UnitsWords", "Making an input for the unit, step {n}").format(n=step)
    if frame.doing == "switching":
        n = frame.losses.n if frame.losses is not None else 0
        text = translate("UnitsWords", "Switching off each unit: {n} of {total}")
        return text.format(n=f"{n:,}", total=examples_name(frame, total))
    text = translate("UnitsWords", "Measured on {total}")
    return text.format(total=examples_name(frame, total))


def least(frame: UnitsFrame) -> str:
    """The heading of the examples that excite a unit least: often there are many that are alike."""
    survey, unit = frame.survey, frame.unit
    plain = translate("UnitsWords", "Excite it least")
    if survey is None or survey.still(unit) or survey.bottom_values.shape[1] < 2:
        return plain
    low, last = float(survey.bottom_values[unit, 0]), float(survey.bottom_values[unit, -1])
    if low != last or np.isnan(low):
        return plain
    if low == 0 and survey.complete:
        silent = survey.n - round(float(survey.active[unit]) * survey.n)
        text = translate("UnitsWords", "Excite it least: {n} of {total} get a 0, such as these")
        return text.format(n=f"{silent:,}", total=f"{survey.n:,}")
    return translate("UnitsWords", "Excite it least: many alike, such as these")


def whole_name(frame: UnitsFrame, name: str) -> str:
    """The chosen unit at the head of its card."""
    layer = frame.layer
    text = (
        translate("UnitsWords", "Map {i} of {n}")
        if layer.is_maps
        else translate("UnitsWords", "Unit {i} of {n}")
    ).format(i=f"{frame.unit + 1:,}", n=f"{layer.n_all:,}")
    return f"{name} · {text}" if name else text


def facts(frame: UnitsFrame) -> str:
    """The measures of the chosen unit, in one line."""
    survey, unit, parts = frame.survey, frame.unit, []
    if frame.now is not None and unit < len(frame.now):
        parts.append(translate("UnitsWords", "now {v}").format(v=number(float(frame.now[unit]))))
    if survey is not None and survey.n and unit < survey.n_units:
        mean, std = float(survey.mean[unit]), float(survey.std[unit])
        if np.isfinite(mean):
            parts.append(translate("UnitsWords", "average {v} ± {s}").format(v=number(mean), s=number(std)))
        share = counted_share(round(float(survey.active[unit]) * survey.n), survey.n)
        parts.append(translate("UnitsWords", "above 0 in {p}").format(p=share))
        if frame.examples is not None and len(survey.class_counts) > 1:
            text = translate("UnitsWords", "selectivity {v}")
            parts.append(text.format(v=f"{float(survey.selectivity()[unit]):.2f}"))
    return " · ".join(parts)


# -- the live sentence ---------------------------------------------------------------------------------


def sentence(frame: UnitsFrame | None, net: str, name: str) -> str:
    """What is being seen."""
    if frame is None or frame.survey is None or frame.survey.n == 0:
        if frame is None or frame.subject.kind == "digit":
            text = translate(
                "UnitsWords", "{net} is about to be shown 10,000 test images: what is each unit for?"
            )
            return text.format(net=net)
        text = translate(
            "UnitsWords", "{net} is about to be shown many inputs: what is each of {n} units for?"
        )
        return text.format(net=net, n=f"{frame.layer.n_all:,}")
    survey, unit = frame.survey, frame.unit
    who = _who(frame, name)
    if survey.odd[unit] > 0:
        text = translate("UnitsWords", "{who} says something that is not a number to {p} of {examples}.")
        share = counted_share(round(float(survey.odd[unit]) * survey.n), survey.n)
        return text.format(who=who, p=share, examples=examples_name(frame, survey.n))
    first = _silent(frame, survey, who) or _likes(frame, survey, who)
    second = _worth(frame, frame.losses) if frame.losses is not None else ""
    joined = translate("UnitsWords", "{first} {second}", "two sentences")
    return joined.format(first=first, second=second) if second else first


def _who(frame: UnitsFrame, name: str) -> str:
    if name:
        text = translate("UnitsWords", "“{name}” ({i} of {n}, layer {k})")
    elif frame.layer.is_maps:
        text = translate("UnitsWords", "Map {i} of {n} in layer {k}")
    else:
        text = translate("UnitsWords", "Unit {i} of {n} in layer {k}")
    i, n = f"{frame.unit + 1:,}", f"{frame.layer.n_all:,}"
    return text.format(name=name, i=i, n=n, k=frame.layer.number + 1)


def _silent(frame: UnitsFrame, survey: Survey, who: str) -> str:
    unit = frame.unit
    high = float(survey.top_values[unit, 0])
    if not survey.still(unit):
        mean, std = float(survey.mean[unit]), float(survey.std[unit])
        if not std < _STILL * abs(mean):
            return ""
        text = translate("UnitsWords", "{who} hardly moves: it says {v} ± {s} to {examples}.")
        n = examples_name(frame, survey.n)
        return text.format(who=who, v=number(mean), s=number(std), examples=n)
    if high == 0:
        text = translate("UnitsWords", "{who} is silent: it says 0 to all of {examples}.")
    else:
        text = translate("UnitsWords", "{who} always says {v}, to all of {examples}.")
    return text.format(who=who, v=number(high), examples=examples_name(frame, survey.n))


def _likes(frame: UnitsFrame, survey: Survey, who: str) -> str:
    unit = frame.unit
    k = int(survey.best_class()[unit])
    means = survey.class_means[unit].astype(np.float64)
    others = np.delete(means, k)
    others = others[np.isfinite(others)]
    if not others.size:
        text = translate("UnitsWords", "{who} says {v} on average.")
        return text.format(who=who, v=number(float(means[k])))
    v, r = number(float(means[k])), number(float(others.mean()))
    if v == r:
        text = translate("UnitsWords", "{who} tells no class from another: it says {v} to each on average.")
        return text.format(who=who, v=v)
    text = translate("UnitsWords", "{who} answers most to class {k}: {v} on average, to the others {r}.")
    return text.format(who=who, k=k, v=v, r=r)


def _worth(frame: UnitsFrame, losses: Losses) -> str:
    without = int(losses.without[frame.unit])
    before, after = counted_share(losses.right, losses.n), counted_share(without, losses.n)
    if not losses.labelled:
        text = translate("UnitsWords", "Without it {p} of the answers stay what they were.")
        return text.format(p=after)
    if not losses.complete:
        text = translate("UnitsWords", "After {n} of {total}: accuracy {p}, without it {q}.")
        return text.format(n=f"{losses.n:,}", total=f"{losses.total:,}", p=before, q=after)
    if without == losses.right:
        return translate("UnitsWords", "Without it accuracy stays at {p}.").format(p=before)
    if without > losses.right:
        text = translate("UnitsWords", "Without it accuracy even rises from {p} to {q}.")
    else:
        text = translate("UnitsWords", "Without it accuracy falls from {p} to {q}.")
    return text.format(p=before, q=after)


def explanation() -> ExplanationText:
    """The sheet of the page."""
    idea = translate(
        "UnitsWords",
        "Nobody tells a unit what to look for; training does. What it came to can be asked in four ways: "
        "which of 10,000 test images excite it most and least, what it says of each class on average, what "
        "input, made by climbing its gradient, would excite it most, and how much accuracy is lost when it "
        "is switched off.",
    )
    tries = (
        (translate("UnitsWords", "See what the CNN's unit for 3 would like to see"), "three"),
        (translate("UnitsWords", "Sort a layer by what is lost without each unit"), "fall"),
        (translate("UnitsWords", "Let any noise through, and see what excites a unit even more"), "noise"),
    )
    notice = translate(
        "UnitsWords",
        "Few units are for one thing alone, and hardly one is needed: the others know what it knows. An "
        "input made for a unit often beats every test image and still looks like none of them. Once you "
        "have an idea what a unit is for, give it a name: it stays with the net.",
    )
    return ExplanationText(idea, tries, notice)
