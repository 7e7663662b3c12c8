"""Typeset: expressions as boxes, broken at sums where they are too wide."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from neuroviz.panels.layers.formula.boxes import BODY, NAME, Box, Press
from neuroviz.sims.expression import (
    Call,
    Digits,
    Known,
    Node,
    Number,
    Place,
    Sum,
    Term,
    Var,
    digits,
    inside_out,
    numbers,
)
from neuroviz.sims.formula_text import MINUS, symbol
from neuroviz.sims.program import Def, Program, put_in

OPERATOR, PLUS, LESS, VARIABLE, CHOSEN, FUNCTION, PUT_IN, FRESH = (
    "operator", "plus", "less", "variable", "chosen", "function", "put in", "fresh",
)  # fmt: skip
"""Roles: signs and brackets; numbers above and below zero; names, and the one that is
looked at; functions; what was put in, what now."""

THIN, EQUALS = 0.16, 0.45  # ems


class Setter:
    """Sets the expressions of one program. known: what is put in; fresh: what has been put in last."""

    def __init__(
        self, press: Press, program: Program, known: Mapping[Place, float], fresh: Collection[Place]
    ) -> None:
        self.press, self.program, self.known = press, program, known
        self._fresh = frozenset(fresh)
        self.chosen: Place | None = None
        self._columns: dict[tuple[int, int], float] = {}
        self._flat: dict[int, tuple[Node, Box]] = {}
        for one in program.defs.values():
            for number in numbers(one.expr):
                if number.column is not None:
                    wide = self._size(number).width
                    self._columns[number.column] = max(self._columns.get(number.column, 0.0), wide)

    # -- whole formulas ----------------------------------------------------------------------------

    def whole(self, at: Place, width: float) -> Box:
        """One value as a formula of the inputs alone, with what is known put in."""
        one = self.program.defs[at]
        start = self.press.beside([self.name(at), self._equals()])
        shown = self.set(put_in(one.expr, self.known, self.program), width - start.width)
        return self.press.beside([start, shown])

    def line(self, one: Def, name_width: float, width: float) -> Box:
        """One definition, and what it comes to as far as that is known."""
        press = self.press
        own = {part.at for part in inside_out(one.expr)}
        others = {place: value for place, value in self.known.items() if place not in own}
        stages = [put_in(one.expr, others)]
        done = dict(others)
        for part in inside_out(one.expr):
            if part.at in self.known:
                done[part.at] = self.known[part.at]
                stages.append(put_in(one.expr, done))
        start = press.beside([press.padded(self.name(one.at), name_width), self._equals()])
        room = width - start.width
        shown = [self.set(stages[0], room)]
        if len(stages) > 1:
            tail = press.beside([box for node in stages[1:] for box in (self._equals(), self.flat(node))])
            if shown[0].rows == 1 and shown[0].width + tail.width <= room:
                shown = [press.beside([shown[0], tail])]
            else:
                shown.append(tail)
        return press.beside([start, press.stack(shown)])

    def name(self, at: Place) -> Box:
        """The name of a value."""
        letter, index = self.program.name(at)
        role = CHOSEN if at == self.chosen else VARIABLE
        base = self.press.glyphs(letter, role, at, NAME)
        if not index:
            return base
        small = self.press.raised(",".join(map(str, index)), role, at, by=-0.35)
        return self.press.beside([base, small])

    # -- expressions -------------------------------------------------------------------------------

    def flat(self, node: Node) -> Box:
        """In one row."""
        found = self._flat.get(id(node))
        if found is None:
            found = self._flat[id(node)] = (node, self._made(node))  # keeps the node, and so its id
        return found[1]

    def set(self, node: Node, width: float) -> Box:
        """In one row, or, if that is too wide, broken at its sums and within its functions."""
        flat = self.flat(node)
        if flat.width <= width or isinstance(node, Var | Known):
            return flat
        if isinstance(node, Sum):
            return self._rows(node, width)
        head = self._head(node)
        room = width - head.width - 1.2 * self.press.em
        inner = self.set(node.args[0], room) if len(node.args) == 1 else self._listed(node, room)
        return self.press.beside([head, self.press.space(0.12), self.press.bracketed(inner)])

    def _rows(self, node: Sum, width: float) -> Box:
        """Each term a row; terms without brackets share rows."""
        pieces = [self._term(term, first=i == 0) for i, term in enumerate(node.terms)]
        if not any(isinstance(term.factor, Sum | Call) for term in node.terms):
            return self._fill(pieces, width)
        rows = []
        for i, (term, piece) in enumerate(zip(node.terms, pieces, strict=True)):
            if piece.width <= width or term.factor is None:
                rows.append(piece)
                continue
            before = self._coefficient(term, first=i == 0)
            inner = self.set(term.factor, width - before.width - self.press.em)
            if isinstance(term.factor, Sum):
                inner = self.press.bracketed(inner)
            rows.append(self.press.beside([before, inner]))
        return self.press.stack(rows)

    def _listed(self, node: Call, width: float) -> Box:
        """Arguments in rows; those that are too wide for one are broken themselves."""
        pieces = self._arguments(node)
        if all(piece.width <= width for piece in pieces):
            return self._fill(pieces, width)
        comma = self.press.glyphs(",", OPERATOR)
        room = width - comma.width
        rows = [self.press.beside([self.set(one, room), comma]) for one in node.args[:-1]]
        return self.press.stack([*rows, self.set(node.args[-1], room)])

    def _fill(self, pieces: list[Box], width: float) -> Box:
        """As many as fit into each row."""
        rows: list[list[Box]] = [[]]
        wide = 0.0
        for piece in pieces:
            if rows[-1] and wide + piece.width > width:
                rows.append([])
                wide = 0.0
            rows[-1].append(piece)
            wide += piece.width
        return self.press.stack([self.press.beside(row) for row in rows])

    def _made(self, node: Node) -> Box:
        if isinstance(node, Var):
            return self.name(node.at)
        if isinstance(node, Known):
            return self._known_box(node)
        if isinstance(node, Sum):
            return self.press.beside([self._term(term, first=i == 0) for i, term in enumerate(node.terms)])
        inner = self.press.beside(self._arguments(node))
        return self.press.beside([self._head(node), self.press.bracketed(inner)])

    def _arguments(self, node: Call) -> list[Box]:
        comma = self.press.glyphs(", ", OPERATOR)
        boxes = [self.flat(one) for one in node.args]
        return [self.press.beside([box, comma]) for box in boxes[:-1]] + boxes[-1:]

    def _head(self, node: Call) -> Box:
        base = self.press.glyphs(symbol(node), FUNCTION, node.at)
        if node.index is None:
            return base
        index = str(node.index + (node.kind != "softmax"))
        return self.press.beside([base, self.press.raised(index, FUNCTION, node.at, by=-0.35)])

    def _term(self, term: Term, *, first: bool) -> Box:
        before = self._coefficient(term, first=first)
        if term.factor is None:
            return before
        factor = self.flat(term.factor)
        below = isinstance(term.factor, Known) and term.factor.value < 0
        if isinstance(term.factor, Sum) or below:
            factor = self.press.bracketed(factor)
        return self.press.beside([before, factor])

    def _coefficient(self, term: Term, *, first: bool) -> Box:
        """Sign, number, and the dot before what is multiplied."""
        number = term.weight
        negative = number is not None and number.value < 0
        role = OPERATOR if number is None else LESS if negative else PLUS
        press = self.press
        sign = press.glyphs(MINUS if negative else "+", role, number)
        slot = press.width(MINUS, BODY)
        if first:
            lead = sign if negative else Box(slot, press.up, press.down)
        else:
            lead = press.beside([press.space(0.28), press.padded(sign, slot), press.space(0.22)])
        boxes = [lead]
        if number is not None:
            size = self._size(number)
            wide = self._columns.get(number.column, 0.0) if number.column is not None else 0.0
            boxes = [press.padded(press.beside([lead, size]), lead.width + wide)]
            if isinstance(term.factor, Var):
                boxes.append(press.space(THIN))
            elif term.factor is not None:
                boxes.append(press.glyphs("·", OPERATOR))
        return press.beside(boxes)

    def _size(self, number: Number) -> Box:
        role = LESS if number.value < 0 else PLUS
        return self._digits(digits(number.value), role, number)

    def _known_box(self, node: Known) -> Box:
        role = FRESH if node.at in self._fresh else PUT_IN
        found = digits(node.value)
        box = self._digits(found, role, node)
        if not found.negative:
            return box
        return self.press.beside([self.press.glyphs(MINUS, role, node), box])

    def _digits(self, found: Digits, role: str, tag: object) -> Box:
        body = self.press.glyphs(found.body, role, tag)
        if found.power is None:
            return body
        power = str(found.power).replace("-", MINUS)
        return self.press.beside(
            [body, self.press.glyphs("·10", role, tag), self.press.raised(power, role, tag, by=0.75)]
        )

    def _equals(self) -> Box:
        press = self.press
        return press.beside([press.space(EQUALS), press.glyphs("=", OPERATOR), press.space(EQUALS)])


def page_of(setter: Setter, at: Place | None, width: float) -> Box:
    """The formula of one value, or, for None, a line for each, with some room between layers."""
    if at is not None:
        return setter.whole(at, width)
    press, tiers = setter.press, []
    for tier in setter.program.tiers:
        wide = max(setter.name(one.at).width for one in tier)
        tiers.append(press.stack([setter.line(one, wide, width) for one in tier], press.gap * 1.6))
    return press.stack(tiers, press.em)
