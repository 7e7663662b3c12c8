"""One step of learning from one example, with all that it is made of, on a net of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Net
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.nn.gradients import Gradients, backward
from neuroviz.runtime import Change, Frame
from neuroviz.sims.chain import Chain, chain, strongest
from neuroviz.sims.exam import Exam, Sitting
from neuroviz.sims.loss_of import LossOf, loss_kind, n_classes
from neuroviz.sims.one_weight import Weight
from neuroviz.sims.subject import Subject, answer

MOST_LOSSES = 500


@dataclass(frozen=True)
class Wish:
    """What the visitor has set: the right answer (None: what is known, else what the net says), the rate of
    learning, the weight that is looked at (None: that with the largest gradient in the last hidden layer).
    """

    target: int | None = None
    rate: float = 0.01
    weight: Weight | None = None


@dataclass(frozen=True, eq=False)
class BackpropFrame(Frame):
    """step: steps of learning taken. net: as it is after these.

    gradients: of the loss, for the subject; None while nothing lies before the net, or its answer or its
    loss is not a number. chain: of the weight looked at. loss_after, p_after: what one more step would
    give; next: the net after it. losses: before each step taken, and now. others, others_after: the part of
    everything else that is answered rightly now, and after one more step; None until that is known.
    """

    subject: Subject
    net: Net
    target: int
    loss: float
    p: NDArray[np.float32] | None
    gradients: Gradients | None
    chain: Chain | None
    next: Net | None
    loss_after: float
    p_after: NDArray[np.float32] | None
    losses: NDArray[np.float64]
    others: float | None = None
    others_after: float | None = None


class BackpropSim:
    """Changes: `subject` (Subject; another net begins anew), `wish` (Wish), `learn` (int: so many steps),
    `net` (Net of the same layers: go on from it, as after an undo), `exam` (Exam or None: everything else).
    """

    def __init__(self, subject: Subject, wish: Wish | None = None) -> None:
        self._subject, self._wish = subject, wish or Wish()
        self._net = subject.net
        self._losses: list[float] = []
        self._steps = 0
        self._to_take = 0
        self._frame: BackpropFrame | None = None
        self._exam: Exam | None = None
        self._sittings: tuple[Sitting, ...] = ()

    def advance(self) -> bool:
        """Take one of the steps that were asked for, or ask on what else is known; False when all is done."""
        if self._to_take > 0:
            self._to_take -= 1
            frame = self.snapshot()
            if frame.next is None:
                self._to_take = 0
            else:
                self._losses = [*self._losses, frame.loss][-MOST_LOSSES:]
                self._net, self._steps, self._frame = frame.next, self._steps + 1, None
            return True
        self._sit()
        return any(one.advance() for one in self._sittings)

    def snapshot(self) -> BackpropFrame:
        """The step that comes next, with everything in it."""
        if self._frame is None:
            self._frame = self._look()
        shares = {id(one.net): one.share for one in self._sittings}
        frame = self._frame
        return replace(frame, others=shares.get(id(frame.net)), others_after=shares.get(id(frame.next)))

    def apply(self, change: Change) -> None:
        """Take a change. Raises ValueError for one that makes no sense."""
        name, value = change.name, change.value
        if name == "subject" and isinstance(value, Subject):
            if value.net is not self._subject.net:
                self._net, self._steps, self._losses, self._to_take = value.net, 0, [], 0
            self._subject = value
        elif name == "wish" and isinstance(value, Wish):
            self._wish = value
        elif name == "learn" and isinstance(value, int) and value > 0:
            self._to_take = value
        elif name == "net" and isinstance(value, Net) and value.layers == self._net.layers:
            self._net, self._losses, self._to_take = value, [], 0
            self._steps = 0 if value is self._subject.net else self._steps
        elif name == "exam" and (value is None or isinstance(value, Exam)):
            self._exam, self._sittings = value, ()
        else:
            raise ValueError(f"unknown change {name!r}")
        self._frame = None

    def _sit(self) -> None:
        """See that both nets go through the exam; one that has done so, or has begun, goes on."""
        frame, exam = self.snapshot(), self._exam
        nets = [net for net in (frame.net, frame.next) if net is not None]
        if exam is None or not exam.fits(frame.net):
            self._sittings = ()
            return
        known = {id(one.net): one for one in self._sittings if one.exam is exam}
        self._sittings = tuple(known.get(id(net)) or Sitting(exam, net) for net in nets)

    def _target(self, p: NDArray[np.float32] | None) -> int:
        """The class that is taken as right."""
        wanted = self._wish.target if self._wish.target is not None else self._subject.label
        if wanted is not None and 0 <= wanted < n_classes(self._net):
            return wanted
        return 0 if p is None else int(p.argmax())

    @DIVERGING_IS_ALLOWED
    def _look(self) -> BackpropFrame:
        net, x, rate = self._net, self._subject.x, self._wish.rate
        losses = np.array(self._losses, np.float64)
        if x is None:
            return BackpropFrame(
                self._steps, self._subject, net, self._target(None), float("nan"),
                None, None, None, None, float("nan"), None, losses,
            )  # fmt: skip
        p = answer(net, net(x)[0])
        loss = LossOf(loss_kind(net), self._target(p))
        found = backward(net, x, loss.gradient)
        value = loss.value(found.trace.output)
        if not (np.isfinite(value) and np.isfinite(found.dtheta).all()):
            return BackpropFrame(
                self._steps, self._subject, net, loss.target, value, p, None, None, None,
                float("nan"), None, losses,
            )  # fmt: skip
        theta = net.theta.copy()
        theta[: net.n_params] -= np.float32(rate) * found.dtheta
        after = net.with_theta(theta)
        output = after(x)
        return BackpropFrame(
            self._steps, self._subject, net, loss.target, value, p, found,
            self._chain(found, loss), after if np.isfinite(theta).all() else None,
            loss.value(output), answer(after, output[0]), np.append(losses, value),
        )  # fmt: skip

    def _chain(self, found: Gradients, loss: LossOf) -> Chain | None:
        weight = self._wish.weight or _first(self._net, found)
        if weight is None:
            return None
        try:
            return chain(self._net, found, weight, loss, self._wish.rate)
        except ValueError:  # it was a weight of another net
            other = _first(self._net, found)
            return None if other is None else chain(self._net, found, other, loss, self._wish.rate)


def _first(net: Net, found: Gradients) -> Weight | None:
    """The weight with the largest gradient in the last hidden layer, whose chain is whole."""
    layers = [i for i in range(len(net.layers)) if "w" in net.plan.segments[i]]
    return strongest(net, found, layers[-2:][0]) if layers else None
