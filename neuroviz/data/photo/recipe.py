"""PhotoRecipe: which steps are taken on the way from a photo to its digits, and how strictly."""

from __future__ import annotations

from dataclasses import dataclass, field

from neuroviz.data.prepare import Recipe


@dataclass(frozen=True)
class PhotoRecipe:
    """Each step can be left out, to see what it is worth; then the picture passes as it is.

    polarity: find out whether ink is darker or lighter than the paper; without it, darker.
    light: divide by the brightness of the paper; without it, the paper is taken to be white.
    lines: take away the lines of ruled or squared paper.
    threshold: find the level between paper and ink in the picture; without it, half way to black.
    straighten: turn the picture so that lines and rows of digits lie level.
    specks: drop parts too small for a digit, and frames at the edge.
    join: put parts together that belong to one digit. split: cut digits apart that touch.
    pen: make thin strokes as thick as the net is used to.
    bias: moves the level, as a part of it; smallest: the least height of a digit, as a part of the
    picture's longer side. prepare: what happens to each digit after that.
    """

    polarity: bool = True
    light: bool = True
    lines: bool = True
    threshold: bool = True
    straighten: bool = True
    specks: bool = True
    join: bool = True
    split: bool = True
    pen: bool = True
    bias: float = 0.0
    smallest: float = 0.03
    prepare: Recipe = field(default_factory=Recipe)


STEPS = ("polarity", "light", "lines", "threshold", "straighten", "specks", "join", "split", "pen")
