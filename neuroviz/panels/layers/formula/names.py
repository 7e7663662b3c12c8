"""Names: what the values of a net are called where its program knows, and where there is none."""

from __future__ import annotations

from dataclasses import dataclass

from neuroviz.sims.expression import Place
from neuroviz.sims.formula_text import plain_name
from neuroviz.sims.program import Program


@dataclass(frozen=True)
class Names:
    """program: None for a net that is too large to be written out."""

    program: Program | None

    def of(self, place: Place) -> str:
        """Such as h₂,₁; by layer and unit where the formula has no name for it."""
        if place[0] < 0:
            return plain_name("x", (place[1] + 1,))
        if self.program is not None and place in self.program.defs:
            return plain_name(*self.program.name(place))
        return plain_name("a", (place[0] + 1, place[1] + 1))
