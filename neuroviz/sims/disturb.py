"""What a net makes of a disturbed digit: at once for the present amounts, then along each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.disturb import LIMITS, Amounts, Disturbance, disturbed, noise_field
from neuroviz.data.prepare import prepare
from neuroviz.data.sheet import Sheet
from neuroviz.nn import Net, Softmax, softmax
from neuroviz.runtime import Change, Frame
from neuroviz.sims.flips import Answers, Flip, FlipSearch, Places, joined
from neuroviz.sims.pen import Pen

Grey = NDArray[np.uint8]
Values = NDArray[np.float32]

ALONG = ("rotate", "shift_x", "shift_y", "scale", "shear", "blur", "contrast", "noise", "patch")
"""The amounts along which there are curves, in the order of the sliders."""

LAST = 60  # places 0..60 along each: with 5 ms for a curve, all nine follow a hand
_PLACES_AT_ONCE = 31  # half a curve in one unit of work


@dataclass(frozen=True, eq=False)
class Curve:
    """The answers along one amount, the others held.

    values (61,): the amount at each place; probabilities (61, n), a row of zeros where there is nothing to
    judge; flips at values of the amount, in order, as far as they have been sought; refined: all of them.
    """

    values: Values
    probabilities: Values
    flips: tuple[Flip, ...] = ()
    refined: bool = False


@dataclass(frozen=True, eq=False)
class DisturbFrame(Frame):
    """The answer to the present amounts; `step` curves are up to date.

    grey: the picture as it was, None when there is none; seen (28, 28): what is left of it, and given to
    the net, (28, 28) too, which differs when it is prepared again; plain, probabilities (n,): the answers
    to grey and to given, None when there is nothing to judge. curves: stale ones too, see `fresh`.
    """

    net: Net
    sheet: Sheet
    amounts: Disturbance
    again: bool
    grey: Grey | None
    seen: Values | None
    given: Values | None
    plain: Values | None
    probabilities: Values | None
    curves: Mapping[str, Curve] = field(default_factory=dict)
    fresh: frozenset[str] = frozenset()

    @property
    def complete(self) -> bool:
        """Whether every curve belongs to these amounts and all flips are found."""
        return self.grey is None or len(self.fresh) == len(ALONG)


class DisturbSim:
    """Changes: `sheet` (Sheet), `net` (Net), `amounts` (Disturbance), `again` (bool: prepare once more after
    disturbing), `noise` (int: seed of another field), `chosen` (str: the amount whose curve comes first)."""

    def __init__(self, net: Net, sheet: Sheet | None = None) -> None:
        self._net, self._sheet = net, sheet or Sheet()
        self._grey = grey_of(self._sheet)
        self._amounts, self._again, self._chosen = Disturbance(), False, ALONG[0]
        self._noise = noise_field(np.random.default_rng(0))
        self._curves: dict[str, Curve] = {}
        self._fresh: set[str] = set()
        self._order = list(ALONG)  # the one that has waited longest first
        self._open: str | None = None
        self._begun: list[Values] = []
        self._search: FlipSearch | None = None
        self._now: tuple[Values | None, ...] | None = None

    def advance(self) -> bool:
        """One more curve, or the next few flips of the last one; False when all is known."""
        if self._grey is None:
            return False
        name = self._open or self._next()
        if name is None:
            return False
        if self._open is None:
            self._open, self._begun, self._search = name, [], None
        if self._search is None:
            self._trace(name)
        else:
            self._seek_flips(name, self._search)
        return len(self._fresh) < len(ALONG)

    def snapshot(self) -> DisturbFrame:
        """The present answer, computed here, because only frames that are shown need one."""
        if self._now is None:
            self._now = self._look()
        seen, given, plain, p = self._now
        return DisturbFrame(
            len(self._fresh), self._net, self._sheet, self._amounts, self._again, self._grey,
            seen, given, plain, p, dict(self._curves), frozenset(self._fresh),
        )  # fmt: skip

    def apply(self, change: Change) -> None:
        """Take a change. Raises ValueError for one that this simulation does not know or cannot show."""
        takers: dict[str, Callable[[Any], None]] = {
            "sheet": self._take_sheet, "net": self._take_net, "amounts": self._take_amounts,
            "again": self._take_again, "noise": self._take_noise, "chosen": self._take_chosen,
        }  # fmt: skip
        if change.name not in takers:
            raise ValueError(f"unknown change {change.name!r}")
        takers[change.name](change.value)
        self._now = None

    # -- changes -----------------------------------------------------------------------------------

    def _take_sheet(self, sheet: Sheet) -> None:
        if not isinstance(sheet, Sheet):
            raise ValueError("a sheet is wanted")
        self._sheet, self._grey = sheet, grey_of(sheet)
        if self._grey is None:
            self._curves.clear()
        self._stale(set())

    def _take_net(self, net: Net) -> None:
        if not isinstance(net, Net):
            raise ValueError("a net is wanted")
        if net.shapes[-1] != self._net.shapes[-1]:
            self._curves.clear()
        self._net = net
        self._stale(set())

    def _take_amounts(self, amounts: Disturbance) -> None:
        if not isinstance(amounts, Disturbance):
            raise ValueError("a disturbance is wanted")
        before, self._amounts = self._amounts, amounts
        moved = {name for name in LIMITS if getattr(before, name) != getattr(amounts, name)}
        if moved:
            self._stale(moved if len(moved) == 1 else set())  # its own curve holds all others: it stays

    def _take_again(self, again: bool) -> None:
        if not isinstance(again, bool):
            raise ValueError("yes or no")
        self._again = again
        self._stale(set())

    def _take_noise(self, seed: int) -> None:
        if isinstance(seed, bool) or not isinstance(seed, int) or seed < 0:
            raise ValueError("a seed is a whole number, not below 0")
        self._noise = noise_field(np.random.default_rng(seed))
        self._stale(set())

    def _take_chosen(self, name: str) -> None:
        if name not in ALONG:
            raise ValueError(f"no curve along {name!r}")
        self._chosen = name

    def _stale(self, kept: set[str]) -> None:
        self._fresh &= kept
        if self._open not in kept:
            self._open = None

    # -- work --------------------------------------------------------------------------------------

    def _next(self) -> str | None:
        """The chosen curve first, then whichever has waited longest."""
        if self._chosen not in self._fresh:
            return self._chosen
        return next((name for name in self._order if name not in self._fresh), None)

    def _trace(self, name: str) -> None:
        """Half a curve; with the second half it is shown, and its flips are sought."""
        shares = np.arange(LAST + 1) / LAST
        begun = sum(map(len, self._begun))
        self._begun.append(self._along(name, shares[begun : begun + _PLACES_AT_ONCE]))
        if begun + _PLACES_AT_ONCE <= LAST:
            return
        p = np.concatenate(self._begun)
        values = np.asarray(LIMITS[name].value(shares), np.float32)
        self._curves[name] = Curve(_still(values), _still(p))
        self._search = FlipSearch(shares, said(p))
        self._order.remove(name)
        self._order.append(name)
        self._close_if_done(name)

    def _seek_flips(self, name: str, search: FlipSearch) -> None:
        curve, limits = self._curves[name], LIMITS[name]

        def ask(shares: Places) -> Answers:
            return said(self._along(name, shares))

        found = [replace(one, at=float(limits.value(one.at))) for one in search.advance(ask)]
        self._curves[name] = Curve(curve.values, curve.probabilities, joined((*curve.flips, *found)))
        self._close_if_done(name)

    def _close_if_done(self, name: str) -> None:
        if self._search is not None and self._search.done:
            curve = self._curves[name]
            self._curves[name] = Curve(curve.values, curve.probabilities, curve.flips, refined=True)
            self._fresh.add(name)
            self._open = None

    def _along(self, name: str, shares: Places) -> Values:
        """The answers at shares of the way along one amount."""
        values = LIMITS[name].value(shares)
        return self._answers(self._disturbed(self._amounts.along(name, values), len(shares)))

    def _disturbed(self, amounts: Amounts, n: int) -> Values:
        assert self._grey is not None
        plain = np.multiply(self._grey, np.float32(1 / 255), dtype=np.float32)
        return disturbed(np.broadcast_to(plain, (n, *plain.shape)), amounts, self._noise)

    def _answers(self, pictures: Values) -> Values:
        if not self._again:
            return answers(self._net, pictures)
        prepared = [prepare(one) for one in pictures]
        found = np.zeros((len(pictures), *self._net.shapes[-1]), np.float32)
        known = [i for i, one in enumerate(prepared) if one is not None]
        if known:
            greys = np.array([one.grey for one in prepared if one is not None])
            found[known] = answers(self._net, np.multiply(greys, np.float32(1 / 255), dtype=np.float32))
        return found

    def _look(self) -> tuple[Values | None, ...]:
        """Seen, given, plain, probabilities."""
        if self._grey is None:
            return None, None, None, None
        plain = answers(self._net, np.multiply(self._grey, np.float32(1 / 255), dtype=np.float32)[None])[0]
        seen = self._disturbed(self._amounts, 1)
        given: Values | None = seen[0]
        if self._again:
            prepared = prepare(seen[0])
            given = (
                None
                if prepared is None
                else np.multiply(prepared.grey, np.float32(1 / 255), dtype=np.float32)
            )
        p = None if given is None else answers(self._net, given[None])[0]
        return seen[0], given, plain, p


def grey_of(sheet: Sheet) -> Grey | None:
    """What a net gets of a sheet: (28, 28) uint8; None for an empty one. A test image is given as it is."""
    if sheet.empty:
        return None
    if sheet.drawing.empty and sheet.picture is not None and sheet.picture.shape == (28, 28):
        return sheet.picture
    prepared = prepare(Pen(sheet.picture).follow(sheet.drawing))
    return None if prepared is None else prepared.grey


def answers(net: Net, pictures: Values) -> Values:
    """Probabilities (N, n) for pictures (N, 28, 28) in 0..1."""
    output = net(pictures.reshape(len(pictures), *net.input_shape))
    return output if isinstance(net.layers[-1], Softmax) else softmax(output)


def said(probabilities: Values) -> Answers:
    """The class of each row, -1 where there was nothing to judge."""
    found: Answers = np.where(probabilities.max(axis=1) > 0, probabilities.argmax(axis=1), -1)
    return found


def _still(array: Values) -> Values:
    array.flags.writeable = False
    return array
