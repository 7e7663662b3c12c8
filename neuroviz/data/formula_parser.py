"""The grammar of typed formulas: words become a program; nothing that is typed ever reaches Python.

    sum      = product { (+ | -) product }
    product  = signed { (* | /) signed | power }        the last one is multiplication without a sign
    signed   = { + | - } power
    power    = primary [raised digits | ^ signed]       2^3^2 = 2^(3^2), -x^2 = -(x^2)
    primary  = number | x | y | pi | e | function [^ digits] ( sum { , sum } ) | ( sum )

A sign may be left out before a name or a bracket: 2x, 3(x+1), x sin(y), (x+1)(y-1), and xy for x·y. It may
not where people read it in two ways: after a division (1/2x) and after a power typed with ^ (e^2x).
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from neuroviz.data.formula_functions import BINARY, CONSTANTS, FOLDED, NAMES, UNARY
from neuroviz.data.formula_program import Builder, Program
from neuroviz.data.formula_text import LONGEST, FormulaError, Word, words

DEEPEST = 40
"""Brackets, calls and exponents within each other, at most."""
LARGEST = 400
"""Operations, at most."""

_KNOWN = (*NAMES, *CONSTANTS)
_WHOLE = re.compile(r"[1-9][0-9]*")


def compiled(typed: str) -> Program:
    """The program of a formula. Raises FormulaError and nothing else."""
    return _Parser(words(typed)).whole()


class _Parser:
    """Recursive descent; `_deep` bounds it, so that it never meets Python's own limit."""

    def __init__(self, found: list[Word]) -> None:
        self._words = found
        self._at = 0
        self._deep = 0
        self._count = 0
        self._powered = False  # whether a power typed with ^ has just been read
        self._builder = Builder()

    def whole(self) -> Program:
        """Everything up to the end."""
        answer = self._sum()
        if self._word.kind != "end":
            raise self._unexpected()
        return self._builder.program(answer)

    # -- words ----------------------------------------------------------------------------------

    @property
    def _word(self) -> Word:
        return self._words[self._at]

    def _is(self, *operators: str) -> bool:
        return self._word.kind == "operator" and self._word.text in operators

    def _take(self) -> Word:
        self._at += 1
        return self._words[self._at - 1]

    def _unexpected(self) -> FormulaError:
        """What stands here does not belong here, or nothing stands here."""
        word = self._word
        if word.kind == "end":
            before = self._words[self._at - 1].text if self._at else ""
            return FormulaError("unfinished", word.position, after=before)
        kinds = [one.kind for one in self._words[: self._at]]
        if word.kind == "close" and kinds.count("open") == kinds.count("close"):
            return FormulaError("unopened", word.position)
        return FormulaError("unexpected", word.position, found=word.text)

    def _call(self, word: Word, name: str, *operands: int) -> int:
        self._count += 1
        if self._count > LARGEST:
            raise FormulaError("too_many", word.position, limit=LARGEST)
        return self._builder.call(name, *operands)

    def _into(self, word: Word) -> None:
        self._deep += 1
        if self._deep > DEEPEST:
            raise FormulaError("too_deep", word.position, limit=DEEPEST)

    # -- grammar --------------------------------------------------------------------------------

    def _sum(self) -> int:
        found = self._product()
        while self._is("+", "-"):
            sign = self._take()
            found = self._call(sign, sign.text, found, self._product())
        return found

    def _product(self) -> int:
        found = self._signed()
        divided = False
        while True:
            word, before = self._word, self._words[self._at - 1]
            if self._is("*", "/"):
                sign = self._take()
                divided = sign.text == "/"
                found = self._call(sign, sign.text, found, self._signed())
            elif word.kind in ("name", "open"):
                # The bracket of an exponent ends it: x^(2)y is read in one way.
                if divided or (self._powered and before.kind != "close"):
                    kind = "division" if divided else "power"
                    raise FormulaError("ambiguous", word.position, of=kind, found=word.text)
                found = self._call(word, "*", found, self._power())
            else:
                return found

    def _signed(self) -> int:
        minus: Word | None = None
        while self._is("+", "-"):
            sign = self._take()
            if sign.text == "-":
                minus = None if minus else sign
        found = self._power()
        return self._call(minus, "negative", found) if minus else found

    def _power(self) -> int:
        found = self._primary()
        if self._word.kind == "power":
            word = self._take()
            found = self._call(word, "^", found, self._builder.number(word.value))
            if self._is("^"):
                raise FormulaError("ambiguous", self._word.position, of="power", found="^")
            self._powered = False
            return found
        if not self._is("^"):
            self._powered = False
            return found
        sign = self._take()
        self._into(sign)
        exponent = self._signed()
        self._deep -= 1
        self._powered = True
        return self._call(sign, "^", found, exponent)

    def _primary(self) -> int:
        word = self._word
        if word.kind == "number":
            return self._builder.number(self._take().value)
        if word.kind == "name":
            return self._name()
        if word.kind == "open":
            self._into(self._take())
            found = self._sum()
            self._close(word)
            self._deep -= 1
            return found
        raise self._unexpected()

    def _close(self, opened: Word) -> None:
        if self._word.kind == "end":
            raise FormulaError("unclosed", opened.position)
        if self._word.kind != "close":
            raise self._unexpected()
        self._take()

    def _name(self) -> int:
        word = self._take()
        if word.text in ("x", "y"):
            return self._builder.variable(word.text)
        if word.text in CONSTANTS:
            return self._builder.number(CONSTANTS[word.text])
        if word.text in NAMES:
            return self._function(word)
        if len(word.text) == 1:
            raise FormulaError("not_two_variables", word.position, name=word.text)
        close = get_close_matches(word.text, _KNOWN, 1, 0.6) if len(word.text) <= 20 else []
        raise FormulaError("unknown_name", word.position, name=word.text, suggestion="".join(close))

    def _function(self, name: Word) -> int:
        exponent, sign = self._power_of_call(), self._words[self._at - 1]
        opened = self._word
        if opened.kind != "open":
            raise FormulaError("no_parentheses", name.position, name=name.text)
        self._into(self._take())
        given = [self._sum()] if self._word.kind != "close" else []
        while given and self._word.kind == "comma":
            self._take()
            given.append(self._sum())
        self._close(opened)
        self._deep -= 1
        least, most = _wanted(name.text)
        if not least <= len(given) <= most:
            raise FormulaError(
                "wrong_count", name.position, name=name.text, count=len(given), least=least, most=most
            )
        self._count += max(0, len(given) - 2)
        found = self._call(name, name.text, *given)
        return found if exponent is None else self._call(sign, "^", found, exponent)

    def _power_of_call(self) -> int | None:
        """The exponent in sin²(x) and sin^2(x). A negative one would mean the inverse function: not taken."""
        if self._word.kind == "power" and self._word.value > 0.0:
            return self._builder.number(self._take().value)
        following = self._words[self._at + 1 : self._at + 3]
        kinds = [one.kind for one in following]
        if self._is("^") and kinds == ["number", "open"] and _WHOLE.fullmatch(following[0].text):
            self._at += 2
            return self._builder.number(following[0].value)
        return None


def _wanted(name: str) -> tuple[int, int]:
    """How many arguments it takes, at least and at most."""
    if name in UNARY:
        return 1, 1
    assert name in BINARY or name in FOLDED
    return 2, 2 if name in BINARY else LONGEST
