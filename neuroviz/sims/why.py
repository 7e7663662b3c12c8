"""Why this answer: attributions, the smallest flip and how faithful the maps are, at once and ever finer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from neuroviz.nn import Net
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.runtime import Change, Frame
from neuroviz.sims.attribution import (
    GRADIENT,
    INTEGRATED,
    OCCLUSION,
    TIMES_INPUT,
    Asked,
    Deletion,
    Occlusion,
    PathIntegral,
    gradient,
    rank_correlation,
)
from neuroviz.sims.decisions import Decisions, Regions
from neuroviz.sims.scores import Floats, Question, Scorer, class_scores
from neuroviz.sims.smallest_flip import FEW, L2, NORMS, OPEN, Flip, SmallestFlip
from neuroviz.sims.subject import Subject

TRAINED, LAST, ALL = "trained", "last", "all"
WEIGHTS = (TRAINED, LAST, ALL)
PLANE = (-1.25, 1.25)  # as far as the pads let a point, and a bar, be dragged
_LIMITS = {"digit": (0.0, 1.0), "plane": PLANE, "vector": (-2.0, 2.0)}
_SEED = 0


@dataclass(frozen=True)
class WhySettings:
    """What is asked, and how finely.

    chosen: the class whose score is explained (None: the answer); against: minus the score of the
    runner-up; steps of the path; patch (pixels along a side); baseline: what counts as nothing, for each
    input; norm of the flip, and the class it leads to (None: the nearest); weights: trained, or random ones
    in the last layer or everywhere.
    """

    chosen: int | None = None
    against: bool = False
    steps: int = 32
    patch: int = 5
    baseline: float = 0.0
    norm: str = L2
    target: int | None = None
    weights: str = TRAINED

    def __post_init__(self) -> None:
        if self.steps < 1 or self.patch < 1 or not np.isfinite(self.baseline):
            raise ValueError("a path has steps, a patch has pixels, a baseline is a number")
        if self.norm not in NORMS or self.weights not in WEIGHTS:
            raise ValueError(f"unknown: {self.norm!r}, {self.weights!r}")


@dataclass(frozen=True, eq=False)
class Map:
    """One attribution (n_in,): NaN where nothing is known yet. done: 0..1; fresh: of the present question."""

    values: Floats
    done: float = 1.0
    fresh: bool = True

    @property
    def total(self) -> float:
        """What all inputs count together."""
        return float(np.nansum(self.values, dtype=np.float64))


@dataclass(frozen=True, eq=False)
class WhyFrame(Frame):
    """What is known now; `step` counts units of work since the question.

    net: the one that is asked, which has random weights if that was wished. x, baseline (n_in,), None on an
    empty pad; side: x is a picture of side x side, 0 if it is none. answer, chosen, rival: classes; p (k,):
    probabilities; f, f0: what is explained, at x and at the baseline. counts (n_in,): patches over each
    input. taken (k,), curves: `Deletion`. likeness: rank correlation with the trained net's maps.
    """

    subject: Subject
    net: Net
    settings: WhySettings
    x: Floats | None = None
    baseline: Floats | None = None
    side: int = 0
    answer: int = -1
    chosen: int = -1
    rival: int = -1
    p: Floats | None = None
    f: float = float("nan")
    f0: float = float("nan")
    maps: Mapping[str, Map] = field(default_factory=dict)
    counts: Floats | None = None
    flip: Flip | None = None
    flip_fresh: bool = False
    flip_done: float = 0.0
    taken: np.ndarray | None = None
    curves: Mapping[str, Floats] = field(default_factory=dict)
    likeness: Mapping[str, float] = field(default_factory=dict)
    regions: Regions | None = None
    complete: bool = False

    @property
    def finite(self) -> bool:
        """Whether there is anything to explain: a net with infinite weights answers no number."""
        return bool(np.isfinite(self.f) and np.isfinite(self.f0))


class _Maps:
    """The four maps of one net for one question."""

    def __init__(self, asked: Asked, settings: WhySettings) -> None:
        self.f, self.slope = gradient(asked)
        few = asked.side == 0 and len(asked.x) <= FEW  # then inputs are covered one by one
        self.path = PathIntegral(asked, settings.steps)
        self.cover = Occlusion(asked, 1 if few else settings.patch)
        self._x = asked.x

    def found(self) -> dict[str, Map]:
        """As far as they have come."""
        found = {GRADIENT: Map(self.slope), TIMES_INPUT: Map(self._x * self.slope)}
        for name, work in ((INTEGRATED, self.path), (OCCLUSION, self.cover)):
            if work.done > 0:
                found[name] = Map(work.values, work.done)
        return found


class WhySim:
    """Changes: `subject` (Subject), `settings` (WhySettings)."""

    def __init__(self, subject: Subject, settings: WhySettings | None = None) -> None:
        self._subject, self._settings = subject, settings or WhySettings()
        self._scorers: dict[int, Scorer] = {}
        self._random: tuple[Net, str, Net] | None = None
        self._kept: dict[str, Map] = {}  # of the last question, shown until there is something newer
        self._old_flip: Flip | None = None
        self._decisions: Decisions | None = None
        self._begin()

    @DIVERGING_IS_ALLOWED
    def advance(self) -> bool:
        """One unit of whatever is least far; False when all is known."""
        todo = [work for work in self._works if work.done < 1]
        if todo:
            work = min(todo, key=lambda one: one.done)
            work.advance()
        self._step += 1
        self._go_on()
        return any(work.done < 1 for work in self._works)

    @DIVERGING_IS_ALLOWED
    def snapshot(self) -> WhyFrame:
        """All that is known now."""
        about = self._step, self._subject, self._net, self._settings
        shown = None if self._decisions is None else self._decisions.regions
        idle = all(work.done >= 1 for work in self._works)
        if self._asked is None:
            return WhyFrame(*about, regions=shown, complete=idle)
        maps = self._known()
        flip = None if self._flip is None else self._flip.flip()
        fresh = flip is not None and flip.status != OPEN  # until then that of a moment ago is shown
        return WhyFrame(
            *about, x=self._asked.x, baseline=self._asked.baseline, side=self._asked.side,
            answer=self._answer, chosen=self._question.chosen,
            rival=-1 if self._rival is None else self._rival, p=self._p, f=self._f, f0=self._f0, maps=maps,
            counts=None if self._maps is None else self._maps.cover.counts,
            flip=flip if fresh else self._old_flip, flip_fresh=fresh,
            flip_done=0.0 if self._flip is None else self._flip.done,
            taken=None if self._deletion is None else self._deletion.counts,
            curves={} if self._deletion is None else self._deletion.curves,
            likeness=self._likeness(maps), regions=shown, complete=idle,
        )  # fmt: skip

    def apply(self, change: Change) -> None:
        """Take a change. Raises ValueError for one that this simulation does not know or cannot show."""
        if change.name == "subject" and isinstance(change.value, Subject):
            self._subject = change.value
        elif change.name == "settings" and isinstance(change.value, WhySettings):
            self._settings = change.value
        else:
            raise ValueError(f"unknown change {change.name!r} or value")
        self._keep()
        self._begin()

    # -- a new question ----------------------------------------------------------------------------

    @DIVERGING_IS_ALLOWED
    def _begin(self) -> None:
        """Ask the first things; everything else is work."""
        self._step = 0
        self._works: list[PathIntegral | Occlusion | Deletion | SmallestFlip | Decisions] = []
        self._maps: _Maps | None = None
        self._trained: _Maps | None = None
        self._flip: SmallestFlip | None = None
        self._deletion: Deletion | None = None
        self._asked: Asked | None = None
        subject, settings = self._subject, self._settings
        self._net = subject.net if settings.weights == TRAINED else self._randomised()
        scorer = self._scorer(self._net)
        self._look_around(scorer)
        if subject.x is None:
            return
        x = np.ascontiguousarray(subject.x, np.float32).reshape(-1)
        baseline = np.full_like(x, settings.baseline)
        z = class_scores(scorer.scores(x[None]))[0]
        self._p = scorer.probabilities(x[None])[0]
        self._answer = int(z.argmax())
        theirs = z if settings.weights == TRAINED else self._answered(subject.net, x)
        self._question, self._rival = self._asks(theirs)
        side = 28 if subject.kind == "digit" else 0
        asked = Asked(scorer, x, baseline, self._question.row(self._net), side)
        self._asked = asked
        self._f, self._f0 = (float(asked.f(one[None])[0]) for one in (x, baseline))
        if not (np.isfinite(self._f) and np.isfinite(self._f0)):
            self._kept, self._old_flip = {}, None
            return
        self._maps = _Maps(asked, settings)
        limits = _LIMITS[subject.kind]
        target = settings.target if settings.target is not None and 0 <= settings.target < len(z) else None
        self._flip = SmallestFlip(scorer, x, limits, settings.norm, target)
        self._works += [self._maps.path, self._maps.cover, self._flip]
        if settings.weights != TRAINED:
            theirs = self._scorer(subject.net)
            self._trained = _Maps(Asked(theirs, x, baseline, asked.row, side), settings)
            self._works += [self._trained.path, self._trained.cover]

    def _go_on(self) -> None:
        """With the maps complete, take inputs away by their order."""
        if self._maps is None or self._deletion is not None or self._asked is None:
            return
        if all(work.done >= 1 for work in (self._maps.path, self._maps.cover)):
            values = {name: one.values for name, one in self._maps.found().items()}
            rng = np.random.default_rng(_SEED)
            self._deletion = Deletion(self._asked, self._question.chosen, values, rng)
            if self._deletion.done < 1:
                self._works.append(self._deletion)

    def _answered(self, net: Net, x: Floats) -> Floats:
        z: Floats = class_scores(self._scorer(net).scores(x[None]))[0]
        return z

    def _asks(self, z: Floats) -> tuple[Question, int | None]:
        """The question, and the runner-up if it is asked against one; z: of the net as it was learnt."""
        wish = self._settings.chosen
        chosen = int(z.argmax()) if wish is None or not 0 <= wish < len(z) else wish
        if not self._settings.against or len(z) < 2:
            return Question(chosen), None
        rival = next(int(k) for k in np.argsort(-z, kind="stable") if k != chosen)
        return Question(chosen, rival), rival

    def _look_around(self, scorer: Scorer) -> None:
        """For two inputs: what is answered everywhere on the plane. It depends on the net alone."""
        if self._subject.kind != "plane":
            self._decisions = None
            return
        if self._decisions is None or self._decisions.net is not self._net:
            self._decisions = Decisions(scorer, PLANE)
        self._works.append(self._decisions)

    def _scorer(self, net: Net) -> Scorer:
        if id(net) not in self._scorers or self._scorers[id(net)].net is not net:
            kept = {id(one) for one in (self._subject.net, self._net)}
            self._scorers = {key: one for key, one in self._scorers.items() if key in kept}
            self._scorers[id(net)] = Scorer(net)
        return self._scorers[id(net)]

    def _randomised(self) -> Net:
        wanted = self._subject.net, self._settings.weights
        if self._random is None or self._random[0] is not wanted[0] or self._random[1] != wanted[1]:
            self._random = (*wanted, randomised(*wanted, np.random.default_rng(_SEED)))
        return self._random[2]

    # -- what was known before ---------------------------------------------------------------------

    def _keep(self) -> None:
        """What is known of the old question is shown until there is something of the new one."""
        self._kept = self._known()
        if self._flip is not None and self._flip.flip().status != OPEN:
            self._old_flip = self._flip.flip()

    def _known(self) -> dict[str, Map]:
        """The present maps; where they have nothing yet, what was known before."""
        if self._maps is None or self._asked is None:
            return {}
        n, found = len(self._asked.x), self._maps.found()
        for name, old in self._kept.items():
            if len(old.values) != n:
                continue
            new = found.get(name)
            if new is None:
                found[name] = Map(old.values, 0.0, fresh=False)
            elif new.done < 1:
                found[name] = Map(np.where(np.isnan(new.values), old.values, new.values), new.done)
        return found

    def _likeness(self, maps: Mapping[str, Map]) -> dict[str, float]:
        if self._trained is None:
            return {}
        found = {}
        for name, theirs in self._trained.found().items():
            ours = maps.get(name)
            if ours is not None and ours.fresh and theirs.done >= 1 and ours.done >= 1:
                rank = rank_correlation(ours.values, theirs.values)
                if rank is not None:
                    found[name] = rank
        return found


def randomised(net: Net, which: str, rng: np.random.Generator) -> Net:
    """`net` with fresh weights in the last layer that has some ("last"), or in all ("all").

    The check of J. Adebayo et al., "Sanity checks for saliency maps", 2018.
    """
    fresh = Net.create(net.layers, net.input_shape, rng)
    if which == ALL:
        return fresh
    theta = net.theta.copy()
    last = max((i for i in range(len(net.layers)) if net.views(i)), default=None)
    if last is not None:
        for name, view in net.plan.views(theta, last).items():
            view[...] = fresh.views(last)[name]
    return net.with_theta(theta)

