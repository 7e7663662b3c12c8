"""Any life of a run against a model that has no history and always begins anew."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz.runtime import Change, Entry, History, Run

from .helpers import eventually, expected, frame_where, frame_with_gain, gain, push, refusal
from .sims import LIMIT, Walk

END = 9
MARK = 1000.0

Wish = int | Change | None  # seek there, turn this knob, or take one step

wishes = st.lists(
    st.one_of(
        st.none(),
        st.none(),
        st.integers(0, 14),
        st.floats(-2, 2).map(push),
        st.floats(0, 3).map(gain),
        st.just(gain(-1.0)),
        st.sampled_from([END, END + 3, None]).map(lambda end: Change("end", end)),
    ),
    max_size=14,
)


@dataclass
class Model:
    """What a run promises, computed from the start each time."""

    step: int = 0
    head: int = 0
    log: list[Entry] = field(default_factory=list)

    def wish(self, wish: Wish) -> None:
        """Do as `Run` should."""
        if wish is None:
            self._go(self.step, self.step + 1)
        elif isinstance(wish, int):
            self._go(0, wish)
        elif wish != gain(-1.0):
            self.log = [entry for entry in self.log if entry.step <= self.step]
            self.log.append(Entry(self.step, wish))
            self.head = self.step

    def _go(self, start: int, target: int) -> None:
        self.step = start
        while self.step < target and not self._ended():
            self.step += 1
        self.head = max(self.head, self.step)

    def _ended(self) -> bool:
        """True when the step that led here was the last and no change made here woke the walk."""
        end: int | None = END
        for entry in self.log:
            if entry.step == self.step:
                return False
            if entry.step < self.step and entry.change.name == "end":
                end = entry.change.value
        return self.step > 0 and end is not None and self.step >= end

    @property
    def bits(self) -> object:
        """The frame there should be."""
        return expected(self.step, self.log, end=END).bits


def tell(run: Run, wish: Wish) -> None:
    """Hand a wish to the run."""
    if wish is None:
        run.step()
    elif isinstance(wish, int):
        run.seek(wish)
    else:
        run.change(wish)


def finish(run: Run, model: Model) -> None:
    """Mark the moment, wait for the mark, and compare all there is to compare."""
    tell(run, gain(MARK))
    model.wish(gain(MARK))
    frame = frame_with_gain(run, MARK)
    run.stop()
    assert run.join(LIMIT)
    assert frame.bits == model.bits
    assert run.log == tuple(model.log)
    assert run.head == model.head == model.step


limits = st.sampled_from([1, 250, 500, 10**6])


@settings(max_examples=60, deadline=None)
@given(wishes, limits)
def test_every_frame_is_what_the_model_says(told: list[Wish], limit: int) -> None:
    run, model = Run(Walk(end=END), history=History(limit)), Model()
    run.start(paused=True)
    try:
        for wish in told:
            before = model.step
            model.wish(wish)
            tell(run, wish)
            if wish == gain(-1.0):
                refusal(run)
            elif wish is not None or model.step != before:
                frame_where(run, lambda frame: frame.bits == model.bits)
                eventually(lambda: (run.log, run.head) == (tuple(model.log), model.head))
        finish(run, model)
    finally:
        run.stop()
        assert run.join(LIMIT)


@settings(max_examples=60, deadline=None)
@given(wishes, limits)
def test_wishes_made_all_at_once_come_to_the_same(told: list[Wish], limit: int) -> None:
    run, model = Run(Walk(end=END), history=History(limit)), Model()
    for wish in told:
        model.wish(wish)
        tell(run, wish)
    run.start(paused=True)
    try:
        finish(run, model)
    finally:
        run.stop()
        assert run.join(LIMIT)
