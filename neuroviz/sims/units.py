"""What the units of a layer are for: what they say of examples, what excites them, what they are worth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.plane import PlaneTask
from neuroviz.nn import Net
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, freeze
from neuroviz.runtime import Change, Frame
from neuroviz.sims.examples import Examples, examples_for
from neuroviz.sims.excite import Excitation, Excited, Prior, Wish, prior_of, reach
from neuroviz.sims.knockout import Losses
from neuroviz.sims.subject import Subject
from neuroviz.sims.unit_layers import UnitLayer, first_layers, unit_layers
from neuroviz.sims.unit_maps import PlaneMapping, PlaneMaps
from neuroviz.sims.unit_stats import Survey
from neuroviz.sims.unit_table import UnitTable

Doing = Literal["reading", "looking", "exciting", "switching", ""]
Floats = NDArray[np.float32]
_TABLES, _PICTURES = 6, 256


@dataclass(frozen=True, eq=False)
class Portrait:
    """What belongs to one unit alone. excited: the input made for it so far, None for nets of the plane;
    reach (n_in,): what its weights come to at the inputs, None where that is not known."""

    unit: int
    excited: Excited | None = None
    reach: Floats | None = None


@dataclass(frozen=True, eq=False)
class UnitsFrame(Frame):
    """now (U,): what each unit says to what lies before the net, None while nothing does. survey, losses,
    maps: as far as they are known. doing: what is under way, and how far it is, 0..1; halted: the visitor has
    stopped it."""

    subject: Subject
    digest: str
    layers: tuple[UnitLayer, ...]
    layer: UnitLayer
    centre: bool
    now: Floats | None
    examples: Examples | None
    survey: Survey | None
    losses: Losses | None
    portrait: Portrait
    maps: PlaneMaps | None
    doing: Doing
    part: float
    halted: bool

    @property
    def unit(self) -> int:
        """The chosen one."""
        return self.portrait.unit

    @property
    def complete(self) -> bool:
        """Whether there is nothing more to find out."""
        return self.doing == "" and not self.halted


class UnitsSim:
    """Changes: `subject` (Subject), `task` (PlaneTask | None: what a net of the plane has learned), `layer`
    (int), `wish` (Wish: the unit, and how an input is made for it), `halt` (bool).

    What has been found about a layer is kept while a few others are looked at.
    """

    def __init__(self, subject: Subject, task: PlaneTask | None = None) -> None:
        self._subject, self._task = subject, task
        self._wish, self._number = Wish(0), 0
        self._halted, self._halted_at, self._step = False, self._wish, 0
        self._tables: dict[tuple[str, int, bool], UnitTable] = {}
        self._pictures: dict[tuple[str, int, Wish], Portrait] = {}
        self._climb: Excitation | None = None
        self._climbed: tuple[str, int, Wish] | None = None
        self._now: Floats | None = None
        self._take_net(subject.net)

    # -- the contract ------------------------------------------------------------------------------

    def advance(self) -> bool:
        """The next thing to do; False when all is known or the visitor has had enough."""
        doing = self._doing()
        if self._rests(doing):
            return False
        self._step += 1
        if doing == "reading":
            self._examples = examples_for(self._subject.net, self._task)
            self._prior = prior_of(self._examples.x)
        elif doing == "looking":
            self._table().look()
        elif doing == "exciting":
            self._portray()
        elif doing == "switching":
            self._table().switch_off()
        doing = self._doing()
        return doing != "" and not self._rests(doing)

    def snapshot(self) -> UnitsFrame:
        """What is known by now."""
        table = self._tables.get(self._key()) if self._examples is not None else None
        doing = self._doing()
        return UnitsFrame(
            self._step, self._subject, self._subject.net.digest, self._layers, self._layer,
            self._wish.centre, self._answer(), self._examples, None if table is None else table.survey(),
            None if table is None else table.losses(), self._portrait(), self._maps, doing,
            self._part(doing), self._rests(doing),
        )  # fmt: skip

    def apply(self, change: Change) -> None:
        """Take a change. Raises ValueError for one that makes no sense here; then nothing is changed."""
        takers: dict[str, Callable[[Any], None]] = {
            "subject": self._take_subject, "task": self._take_task, "layer": self._take_layer,
            "wish": self._take_wish, "halt": self._take_halt,
        }  # fmt: skip
        if change.name not in takers:
            raise ValueError(f"unknown change {change.name!r}")
        takers[change.name](change.value)

    # -- changes -----------------------------------------------------------------------------------

    def _take_subject(self, subject: Subject) -> None:
        if not isinstance(subject, Subject):
            raise ValueError("a subject is wanted")
        before, self._subject, self._now = self._subject, subject, None
        if subject.net is not before.net:
            self._take_net(subject.net)

    def _take_net(self, net: Net) -> None:
        self._layers = unit_layers(net)
        self._number = min(self._number, len(self._layers) - 1)
        self._examples = self._prior = None
        self._halted = False
        self._settle()

    def _take_task(self, task: PlaneTask | None) -> None:
        if task is not None and not isinstance(task, PlaneTask):
            raise ValueError("a task is wanted")
        if task is not self._task:
            self._task = task
            if self._subject.kind == "plane":
                self._tables.clear()
                self._take_net(self._subject.net)

    def _take_layer(self, number: int) -> None:
        if not isinstance(number, int) or not 0 <= number < len(self._layers):
            raise ValueError(f"there is no layer {number!r}")
        if number != self._number:
            self._number, self._halted = number, False
            self._settle()

    def _take_wish(self, wish: Wish) -> None:
        if not isinstance(wish, Wish) or wish.unit < 0:
            raise ValueError("a wish is wanted")
        maps = self._maps
        self._wish = wish
        self._settle()
        self._maps = maps  # the small ones are of all units

    def _take_halt(self, on: bool) -> None:
        if not isinstance(on, bool):
            raise ValueError("yes or no")
        self._halted, self._halted_at = on, self._wish

    def _settle(self) -> None:
        """Layer, unit and maps fit each other again."""
        self._layer = self._layers[self._number]
        if self._wish.unit >= self._layer.n_units:
            self._wish = Wish(0, self._wish.smooth, self._wish.start, self._wish.centre)
        self._climb = self._mapping = self._now = self._maps = None

    # -- work --------------------------------------------------------------------------------------

    def _doing(self) -> Doing:
        if self._examples is None:
            return "reading"
        table = self._tables.get(self._key())
        if table is None or table.looked < 1:
            return "looking"
        if not self._portrayed():
            return "exciting"
        return "switching" if table.switched < 1 else ""

    def _rests(self, doing: Doing) -> bool:
        """Whether the visitor has stopped this; the picture of a unit chosen afterwards is a new wish."""
        new = doing == "exciting" and self._wish != self._halted_at
        return self._halted and doing != "" and not new

    def _part(self, doing: Doing) -> float:
        table = self._tables.get(self._key())
        if doing == "switching" and table is not None:
            return table.switched
        if doing == "exciting" and self._mapping is not None:
            return self._mapping.part
        if doing == "exciting":
            excited = self._portrait().excited
            return 0.0 if excited is None else excited.part
        return 0.0 if table is None or doing == "reading" else table.looked

    def _key(self) -> tuple[str, int, bool]:
        return self._subject.net.digest, self._number, self._wish.centre

    def _table(self) -> UnitTable:
        key = self._key()
        if key not in self._tables:
            assert self._examples is not None
            self._tables[key] = UnitTable(self._subject.net, self._layer, self._examples, centre=key[2])
            while len(self._tables) > _TABLES:
                del self._tables[next(iter(self._tables))]
        return self._tables[key]

    def _portrayed(self) -> bool:
        if self._subject.kind == "plane":
            return self._maps is not None and self._maps.unit == self._wish.unit
        known = self._pictures.get(self._picture_key())
        return known is not None

    def _picture_key(self) -> tuple[str, int, Wish]:
        return self._subject.net.digest, self._number, self._wish

    def _portrait(self) -> Portrait:
        known = self._pictures.get(self._picture_key())
        if known is not None:
            return known
        if self._climb is not None:
            return Portrait(self._wish.unit, self._climb.excited(), self._reach)
        return Portrait(self._wish.unit)

    def _portray(self) -> None:
        """A few more steps of the climb, or the maps."""
        if self._subject.kind == "plane":
            if self._mapping is None:
                self._mapping = PlaneMapping(self._subject.net, self._layer, self._wish.unit, self._maps)
            if not self._mapping.advance():
                self._maps, self._mapping = self._mapping.maps(), None
            return
        if self._climb is None:
            self._begin_climb()
        elif not self._climb.advance():
            portrait = Portrait(self._wish.unit, self._climb.excited(), self._reach)
            self._pictures[self._picture_key()] = portrait
            while len(self._pictures) > _PICTURES:
                del self._pictures[next(iter(self._pictures))]

    def _begin_climb(self) -> None:
        assert self._examples is not None
        assert self._prior is not None
        net, survey, unit = self._subject.net, self._table().survey(), self._wish.unit
        rows = survey.top[unit][survey.top[unit] >= 0]
        x = self._examples.inputs(rows, net.input_shape)
        self._reach = reach(net, self._layer, unit, x, centre=self._wish.centre)
        example = x[0].reshape(-1) if len(x) else None
        self._climb = Excitation(net, self._layer, self._wish, self._prior, example)

    @DIVERGING_IS_ALLOWED
    def _answer(self) -> Floats | None:
        x = self._subject.x
        if self._now is None and x is not None:
            y = first_layers(self._subject.net, self._layer.shown + 1)(x)
            self._now = freeze(self._layer.values(y, centre=self._wish.centre)[0].astype(np.float32))
        return self._now

    _examples: Examples | None = None
    _prior: Prior | None = None
    _reach: Floats | None = None
    _maps: PlaneMaps | None = None
    _mapping: PlaneMapping | None = None
