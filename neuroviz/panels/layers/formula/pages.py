"""Pages: what of a formula is written at a moment, how it is set, and what is copied of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from neuroviz.nn import Net
from neuroviz.panels.layers.formula.boxes import Box, Press
from neuroviz.panels.layers.formula.layers_form import layers_page
from neuroviz.panels.layers.formula.typeset import Setter, page_of
from neuroviz.panels.layers.formula.view import Form
from neuroviz.sims.expression import Place
from neuroviz.sims.formula import FormulaFrame
from neuroviz.sims.formula_steps import Steps, Values, known_after, steps_of
from neuroviz.sims.formula_text import latex, plain, python
from neuroviz.sims.layers_text import Stage, arrays_of, layers_latex, layers_plain, layers_python, stages_of
from neuroviz.sims.program import Program, fits_in_one, nested_numbers

_MOST_SPOKEN = 600


@dataclass(frozen=True)
class Sheet:
    """One moment of a formula. at: of which value in one; None: of all, or of whole layers.

    chosen: the value that is looked at among all.
    """

    net: Net
    form: Form
    program: Program | None
    at: Place | None
    numbers: int
    steps: Steps
    step: int
    known: Mapping[Place, float]
    stages: tuple[Stage, ...] = ()
    fresh: tuple[Place, ...] = ()
    chosen: Place | None = None

    def make(self, press: Press, width: float) -> Box:
        """Set it."""
        if self.program is None or self.form == "layers":
            return layers_page(press, self.stages, width)
        setter = Setter(press, self.program, self.known, self.fresh)
        setter.chosen = self.chosen
        return page_of(setter, self.at, width)

    def continues(self, other: Sheet) -> bool:
        """Whether it is the same formula there, at another moment or with other numbers."""
        return self.net.layers is other.net.layers and (self.form, self.at) == (other.form, other.at)

    def like(self, other: Sheet | None) -> bool:
        """Whether the same is written there."""
        if other is None or self.form != other.form or self.net.layers is not other.net.layers:
            return False
        if self.form == "layers":
            return self.net is other.net
        same = self.program is other.program and self.step == other.step
        same = same and (self.at, self.chosen) == (other.at, other.chosen)
        return same and self.known == other.known


def sheet_of(frame: FormulaFrame, wish: Form, at: Place, step: int, before: Sheet | None) -> Sheet:
    """What is written: as it is wished, or the nearest that can be read; before: what was written last."""
    net, program = frame.subject.net, frame.program
    if program is None or wish == "layers":
        return Sheet(net, "layers", program, None, 0, (), 0, {}, stages_of(net))
    at = program.near(at)
    whole = wish == "whole" and fits_in_one(program, at)
    one, form = at if whole else None, _form(whole)
    same = before is not None and before.net.layers is net.layers and (before.form, before.at) == (form, one)
    if same and before is not None and before.steps:  # other weights take the same way
        numbers, steps = before.numbers, before.steps
    else:
        numbers, steps = nested_numbers(program, at) if whole else 0, steps_of(program, one)
    steps = steps if frame.trace is not None else ()
    step = min(step, len(steps))
    known = dict(known_after(steps, step, Values(frame.trace)))
    fresh = steps[step - 1] if step else ()
    return Sheet(net, form, program, one, numbers, steps, step, known, (), fresh, None if whole else at)


def scales(sheet: Sheet, *, alone: bool) -> tuple[float, ...]:
    """The sizes that are worth trying: a long formula is small anyway, unless it has all the room alone."""
    if sheet.form == "layers" or alone:
        return 1.6, 1.25, 1.0
    numbers = sheet.numbers or sum(1 for _ in sheet.program.defs) * 3 if sheet.program is not None else 0
    return (1.0,) if numbers > 100 else (1.25, 1.0) if numbers > 40 else (1.6, 1.25, 1.0)


def text_of(sheet: Sheet, language: str, file: str) -> str:
    """As text, for LaTeX, or as Python; file: where a program of whole layers finds its numbers."""
    if sheet.program is None or sheet.form == "layers":
        if language == "python":
            return layers_python(sheet.net, file)
        return layers_latex(sheet.net) if language == "latex" else layers_plain(sheet.net)
    write = {"python": python, "latex": latex}.get(language, plain)
    return write(sheet.program, sheet.at)


def is_long(sheet: Sheet) -> bool:
    """Whether writing it as text takes a while."""
    return sheet.program is not None and (sheet.numbers > 60 or len(sheet.program.defs) > 20)


def spoken(sheet: Sheet) -> str:
    """The formula for those who hear it; a long one breaks off."""
    text = text_of(sheet, "text", "")
    return text if len(text) <= _MOST_SPOKEN else text[:_MOST_SPOKEN] + " …"


def data_of(frame: FormulaFrame) -> dict[str, np.ndarray]:
    """The numbers of the formula under the names of its copy as Python, the values here, the maps."""
    found: dict[str, np.ndarray] = dict(arrays_of(frame.subject.net))
    if frame.trace is not None:
        found["x"] = frame.trace.input[0]
        found |= {f"layer_{i + 1}": a[0] for i, a in enumerate(frame.trace.activations)}
    if frame.maps is not None:
        found |= {f"maps_{i + 1}": a for i, a in zip(frame.maps.layers, frame.maps.maps, strict=True)}
    if frame.large is not None:
        found["map"] = frame.large.values
    return found


def _form(whole: bool) -> Form:
    return "whole" if whole else "units"
