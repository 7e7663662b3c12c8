"""The characters of a typed formula taken apart into words, each with the place where it was typed."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal

LONGEST = 1000
"""Characters of a formula, at most."""

Kind = Literal["number", "name", "operator", "open", "close", "comma", "power", "end"]


class FormulaError(ValueError):
    """This is no formula. `position` is the index of the character in what was typed (0 to its length),
    `facts` what a sentence about it needs: found, name, limit …; the window has the words.

    Ids: empty, too_long, too_deep, too_many, too_large, bad_number, bad_character, unknown_name,
    not_two_variables (a single letter other than x and y), no_parentheses (of a function), wrong_count (of
    its arguments), unclosed, unopened, unexpected, unfinished, ambiguous (facts["of"]: division or power).
    """

    def __init__(self, id: str, position: int, **facts: int | str) -> None:
        super().__init__(f"{id} at {position} {facts}")
        self.id, self.position, self.facts = id, position, facts


@dataclass(frozen=True)
class Word:
    """A piece of the formula; `text` as it was typed but for width and capitals, `value` of numbers and of
    powers typed as small raised digits."""

    kind: Kind
    text: str
    position: int
    value: float = 0.0


# Full-width forms are what a Chinese keyboard gives; each of these stands for one plain character.
_PLAIN = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys("×·⋅∙∗", "*")
    | dict.fromkeys("÷∕", "/")
    | dict.fromkeys("−–", "-")
)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NUMBER = re.compile(r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]*|π|√")
_POWER = re.compile(f"⁻?[{_RAISED}]+")
_DIGITS = str.maketrans(_RAISED + "⁻", "0123456789-")
_SIGNS: dict[str, Kind] = {
    "+": "operator", "-": "operator", "*": "operator", "/": "operator", "^": "operator",
    "(": "open", ")": "close", ",": "comma",
}  # fmt: skip
_SYMBOLS = {"π": "pi", "√": "sqrt"}


def words(typed: str) -> list[Word]:
    """All words in order, and an "end". Raises FormulaError."""
    if len(typed) > LONGEST:
        raise FormulaError("too_long", LONGEST, length=len(typed), limit=LONGEST)
    # One character stays one, so places in the plain text are places in the typed one.
    plain = typed.translate(_PLAIN)
    found: list[Word] = []
    at = 0
    while at < len(plain):
        if plain[at].isspace():
            at += 1
            continue
        new, at = _next(typed, plain, at)
        found.extend(new)
    if not found:
        raise FormulaError("empty", 0)
    return [*found, Word("end", "", found[-1].position + len(found[-1].text))]


def _next(typed: str, plain: str, at: int) -> tuple[list[Word], int]:
    """The word that starts here (of letters x and y: several), and where the next may start."""
    if match := _NUMBER.match(plain, at):
        return [_number(plain, match)], match.end()
    if match := _NAME.match(plain, at):
        name = match[0].lower()
        # "xy" is what people write for x·y, and no name is made of these letters alone.
        if set(name) <= {"x", "y"}:
            return [Word("name", letter, at + i) for i, letter in enumerate(name)], match.end()
        return [Word("name", _SYMBOLS.get(name, name), at)], match.end()
    if match := _POWER.match(plain, at):
        return [Word("power", match[0], at, _value(match[0].translate(_DIGITS), at))], match.end()
    # "··" is a slip of the hand, "**" a power.
    if typed[at : at + 2] in ("**", "＊＊"):
        return [Word("operator", "^", at)], at + 2
    kind = _SIGNS.get(plain[at])
    if kind is None:
        raise FormulaError("bad_character", at, found=typed[at])
    return [Word(kind, plain[at], at)], at + 1


def _number(plain: str, match: re.Match[str]) -> Word:
    """A number, which may not run on into a second point."""
    if plain[match.end() : match.end() + 1] == "." and "." in match[0]:
        raise FormulaError("bad_number", match.start(), found=match[0] + ".")
    return Word("number", match[0], match.start(), _value(match[0], match.start()))


def _value(digits: str, at: int) -> float:
    value = float(digits)
    if math.isinf(value):
        raise FormulaError("too_large", at, found=digits)
    return value
