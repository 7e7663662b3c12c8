"""One neuron with its numbers, a net with edits beside the net without, and what is left without bends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Net, Trace
from neuroviz.nn.arrays import Array, freeze
from neuroviz.runtime import Change, Frame
from neuroviz.sims import collapse
from neuroviz.sims.collapse import Line, Score, Trials
from neuroviz.sims.neuron_edits import Edits, edited
from neuroviz.sims.neuron_parts import Neuron, Other, part_of
from neuroviz.sims.stages import Place, Stage, clamped, stages_of
from neuroviz.sims.subject import Subject, answer

NEURON, FUNCTIONS, LINE = "neuron", "functions", "line"
LOOKS = (NEURON, FUNCTIONS, LINE)
_MOST_STAGES = 64  # whose changes are told


@dataclass(frozen=True, eq=False)
class Side:
    """One net before the input: its output (K,), and the probabilities it stands for, None for none."""

    net: Net
    output: Array
    probabilities: NDArray[np.float32] | None
    score: Score


@dataclass(frozen=True, eq=False)
class NeuronFrame(Frame):
    """The present neuron of the edited net, and both nets' answers.

    stages, place: of the edited net; values: what the chosen stage gives; part: None while nothing lies
    before the net. moved: by how much of its length each stage's output has changed through the edits, of
    few stages, else empty. before: as the net was; after: as it is, the same while nothing is edited.
    line: None until it is looked at; as_it_is: the net that was straightened, with its score; here: the
    scores of both straight nets for this input.
    """

    subject: Subject
    edits: Edits
    look: str
    stages: tuple[Stage, ...]
    place: Place
    part: Neuron | Other | None
    values: Array | None
    moved: tuple[float, ...]
    before: Side | None
    after: Side | None
    line: Line | None
    as_it_is: Side | None
    here: tuple[Array, Array | None] | None
    trials: Trials | None
    measuring: bool


class NeuronSim:
    """Changes: `subject` (Subject), `place` (Place), `edits` (Edits), `look` (one of LOOKS), `trials`
    (Trials or None: what nets are tried on), `measuring` (bool: whether they are tried by and by), `held`
    (bool: a hand is dragging; nothing but its answers is computed)."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._place, self._edits, self._look = Place(), Edits(), NEURON
        self._trials: Trials | None = None
        self._measuring, self._held = True, False
        self._scores: dict[Net, Score] = {}
        self._sizes: dict[Net, int] = {}
        self._line: Line | None = None
        self._work: Iterator[None] | None = None
        self._traces: dict[Net, Trace] = {}
        self._base, self._base_of = subject.net, (subject.net, Edits())
        self._stages: tuple[Stage, ...] = ()
        self._own_stages: tuple[Stage, ...] = ()
        self._at = Place()
        self._derive()

    def advance(self) -> bool:
        """A few ms of what is worth knowing beside the answer; False when all of it is known."""
        if self._work is None:
            self._work = self._all_work()
        done = object()
        if next(self._work, done) is done:
            self._work = iter(())
            return False
        return True

    def snapshot(self) -> NeuronFrame:
        """The answers, made here because only frames that are shown need them."""
        net, trace = self._net, self._trace(self._net)
        part = None if trace is None else part_of(net, trace, self._stages, self._at)
        values = None
        if trace is not None:
            values = trace.activations[self._stages[self._at.stage].last][0]
        before, after = self._side(self._subject.net), self._side(net)
        return NeuronFrame(
            0, self._subject, self._edits, self._look, self._stages, self._at, part, values, self._moved(),
            before, after,
            self._line, self._side(self._base), self._here(), self._trials, self._measuring,
        )  # fmt: skip

    def apply(self, change: Change) -> None:
        """Take a change. Raises ValueError for one that this simulation does not know or cannot show."""
        takers: dict[str, Callable[[Any], None]] = {
            "subject": self._take_subject, "place": self._take_place, "edits": self._take_edits,
            "look": self._take_look, "trials": self._take_trials, "measuring": self._take_measuring,
            "held": self._take_held,
        }  # fmt: skip
        if change.name not in takers:
            raise ValueError(f"unknown change {change.name!r}")
        takers[change.name](change.value)
        if change.name != "place":
            self._work = None

    # -- changes -----------------------------------------------------------------------------------

    def _take_subject(self, subject: Subject) -> None:
        if not isinstance(subject, Subject):
            raise ValueError("a subject is wanted")
        other = subject.net is not self._subject.net
        self._subject, self._traces = subject, {}
        if other:
            self._edits, self._line, self._trials = Edits(), None, None
            self._derive()

    def _take_place(self, place: Place) -> None:
        if not isinstance(place, Place):
            raise ValueError("a place is wanted")
        self._place = place
        self._at = clamped(self._stages, place)

    def _take_edits(self, edits: Edits) -> None:
        if not isinstance(edits, Edits):
            raise ValueError("edits are wanted")
        self._edits = edits
        self._derive()

    def _take_look(self, look: str) -> None:
        if look not in LOOKS:
            raise ValueError(f"no look {look!r}")
        self._look = look

    def _take_trials(self, trials: Trials | None) -> None:
        if trials is not None:
            if not isinstance(trials, Trials) or not len(trials):
                raise ValueError("trials are wanted")
            if trials.inputs[0].size != int(np.prod(self._subject.net.input_shape)):
                raise ValueError("these are no inputs of this net")
        self._trials, self._scores, self._line = trials, {}, None

    def _take_measuring(self, on: bool) -> None:
        if not isinstance(on, bool):
            raise ValueError("yes or no")
        self._measuring = on

    def _take_held(self, on: bool) -> None:
        if not isinstance(on, bool):
            raise ValueError("yes or no")
        self._held = on

    def _derive(self) -> None:
        """The nets that follow from net and edits."""
        net = self._subject.net
        bent = replace(self._edits, linear=False)
        if (net, bent) != self._base_of:
            self._base = edited(net, bent)
            self._base_of = (net, bent)
            self._line = None
        self._net = edited(net, self._edits) if self._edits.linear else self._base
        self._stages, self._own_stages = stages_of(self._net), stages_of(net)
        self._at = clamped(self._stages, self._place)
        kept = {net, self._base, self._net}
        self._scores = {one: score for one, score in self._scores.items() if one in kept}
        self._sizes = {one: size for one, size in self._sizes.items() if one in kept}
        self._traces = {one: trace for one, trace in self._traces.items() if one in kept}

    # -- answers -----------------------------------------------------------------------------------

    def _trace(self, net: Net) -> Trace | None:
        """Kept until there is another input."""
        x = self._subject.x
        if x is None:
            return None
        if net not in self._traces:
            self._traces[net] = net.trace(x)
        return self._traces[net]

    def _moved(self) -> tuple[float, ...]:
        """How far the edits reach down the net: |a − a before| / |a before| for each stage."""
        old, new = self._trace(self._subject.net), self._trace(self._net)
        if old is None or new is None or not self._edits.count or len(self._stages) > _MOST_STAGES:
            return ()
        found = []
        for was, now in zip(self._own_stages, self._stages, strict=True):
            a, b = (t.activations[s.last][0].reshape(-1) for t, s in ((old, was), (new, now)))
            with np.errstate(all="ignore"):
                length = float(np.linalg.norm(a))
                found.append(float(np.linalg.norm(b - a)) / length if length else float((b != a).any()))
        return tuple(found)

    def _side(self, net: Net) -> Side | None:
        trace = self._trace(net)
        if trace is None:
            return None
        output = trace.output[0].reshape(-1)
        return Side(net, output, answer(net, output), self._scores.get(net, Score()))

    def _here(self) -> tuple[Array, Array | None] | None:
        """The scores of both straight nets for what lies there."""
        x = self._subject.x
        if x is None or self._line is None or self._line.deep is None or self._look != LINE:
            return None
        single = None if self._line.single is None else self._line.single(x)[0].reshape(-1)
        return self._line.deep(x)[0].reshape(-1), single

    # -- work --------------------------------------------------------------------------------------

    def _all_work(self) -> Iterator[None]:
        """Each `yield` ends a unit of work: what is looked at first, then what takes longer."""
        if self._held:
            return
        if self._look == LINE:
            yield from self._straighten()
        if not self._measuring or self._trials is None:
            return
        if self._look == LINE:
            yield from self._compare(self._trials)
            yield from self._score(self._base, self._trials)
        if self._edits.count and self._trials.labels is not None:
            yield from self._score(self._subject.net, self._trials)
            yield from self._score(self._net, self._trials)

    def _straighten(self) -> Iterator[None]:
        """The single layer, and maps of the plane."""
        line = self._line or collapse.begun(self._base)
        assert line.deep is not None
        if line.single is None and not line.bent:
            parts = []
            for part in collapse.columns(line.deep):
                if part is not None:
                    parts.append(part)
                yield
            w, b = np.concatenate([p[0] for p in parts], axis=1), np.concatenate([p[1] for p in parts])
            single = collapse.single_layer(line.deep, w, b)
            line = replace(line, w=freeze(w), b=freeze(b), single=single)
        if line.maps is None and self._subject.kind == "plane":
            maps = [collapse.plane_map(self._base)]
            for body in (line.deep, line.single):
                yield
                if body is not None:
                    maps.append(collapse.plane_map(self._base, body))
            line = replace(line, maps=freeze(np.stack(maps)))
        if line is not self._line:
            self._line = line
            yield

    def _compare(self, trials: Trials) -> Iterator[None]:
        line = self._line
        while line is not None and line.score.n < len(trials):
            self._line = line = collapse.compare(line, self._base, trials, self._size(self._base))
            yield

    def _score(self, net: Net, trials: Trials) -> Iterator[None]:
        score = self._scores.get(net, Score(of=len(trials)))
        while score.n < len(trials) and trials.labels is not None:
            self._scores[net] = score = collapse.scored(score, net, trials, self._size(net))
            yield

    def _size(self, net: Net) -> int:
        if net not in self._sizes:
            self._sizes[net] = collapse.batch_size(net)
        return self._sizes[net]
