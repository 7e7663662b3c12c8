"""JudgesPanel: the same drawing before several judges, and the test images on which two of them differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from neuroviz.data import mnist
from neuroviz.data.ink import Drawing
from neuroviz.nn import Net
from neuroviz.panels.digits import words as room
from neuroviz.panels.digits.judges import showcase, words
from neuroviz.panels.digits.judges.judge_list import JudgeList
from neuroviz.panels.digits.judges.pair import PairBox
from neuroviz.panels.digits.judges.survey_run import SurveyRun
from neuroviz.panels.digits.judges.view import JudgesView
from neuroviz.runtime import Change, Frame, Run
from neuroviz.sims.judges import NEAREST, JudgesFrame, JudgesSim, Nets
from neuroviz.sims.neighbours import Neighbours
from neuroviz.sims.survey import Judge
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.follow import follow
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context, Preset
from neuroviz.workspace import Kind


class JudgesPanel(Panel):
    """Its run answers whatever lies on the pad; a second run sends two judges over the test images."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._index: Neighbours | None = None
        self._survey = SurveyRun()
        self._learns = True
        self._wants_next = False
        self.view = JudgesView(context.workspace)
        self.judges = JudgeList(_texts(context.memory.get("hidden")))
        self.pair = PairBox()
        self.place(self.view, (self.judges, self.pair))
        self.room.set_least(100)
        self._know_nets(_pair(context.memory.get("pair")))
        self.room.set_timeless()
        self._wire()
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def title(self) -> str:
        """The room's name."""
        return room.title()

    def make_run(self) -> Run:
        """A run that answers: it learns the pictures first, then rests until something changes."""
        sim = JudgesSim(self._shown_nets(), mnist.training, self._index)
        sim.apply(Change("remembers", NEAREST in self.judges.shown()))
        sim.apply(Change("learns", self._learns))
        sim.apply(Change("sheet", self.view.pad.content()))
        return Run(sim, live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Show what all say."""
        assert isinstance(frame, JudgesFrame)
        if frame.index is not None and self._index is None:
            self._index = frame.index
            self._begin_survey()
        self.view.show_frame(frame, self._nets(), learns=self._learns)
        if frame.index is None:
            self._show_survey()  # which may wait for the learning

    def sentence(self) -> str:
        """Who says what."""
        frame = self.last if isinstance(self.last, JudgesFrame) else None
        return words.sentence(frame, len(self.judges.shown()))

    def presets(self) -> tuple[Preset, ...]:
        """Agreement, a split, two failures, and what a net cannot say."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def data(self) -> Mapping[str, np.ndarray]:
        """All probabilities, the neighbours and their distances, what a sum is made of, and the table."""
        found: dict[str, np.ndarray] = {}
        frame = self.last
        if isinstance(frame, JudgesFrame) and frame.grey is not None:
            found["grey"] = frame.grey
            for one in frame.verdicts:
                if one.probabilities is not None:
                    found[f"probabilities_{one.name}"] = one.probabilities
                if one.evidence is not None:
                    found[f"evidence_{one.name}"] = one.evidence
                if one.near is not None:
                    found["neighbours"] = one.near.indices
                    found["neighbour_labels"] = one.near.labels
                    found["neighbour_distances"] = one.near.distances
        survey = self._survey.frame
        if survey is not None and survey.complete:
            table = survey.agreement()
            found["agreement"] = np.array(
                [
                    table.both_right, table.only_first, table.only_second,
                    table.both_wrong_alike, table.both_wrong_apart,
                ]
            )  # fmt: skip
            found["answers_first"], found["answers_second"] = survey.first.digits, survey.second.digits
            found["differing"] = survey.differing()
        return found

    def pose(self) -> None:
        """A shape between 4 and 9, and two judges compared."""
        self.view.pad.set_drawing(showcase.between())
        self._begin_survey()

    def posed(self) -> bool:
        """Everyone has answered what lies on the pad, and the test images are judged."""
        frame, survey = self.last, self._survey.frame
        if not isinstance(frame, JudgesFrame) or survey is None:
            return False
        return frame.complete and frame.sheet is self.view.pad.content() and survey.complete

    def memory(self) -> dict[str, Any]:
        """The judges that are not shown, and the two that are compared."""
        return {"hidden": list(self.judges.hidden()), "pair": list(self.pair.pair() or ())}

    def state(self) -> tuple[tuple[str, ...], tuple[str, str] | None]:
        """The judges that are not shown, and the two that are compared."""
        return self.judges.hidden(), self.pair.pair()

    def restore(self, state: tuple[tuple[str, ...], tuple[str, str] | None]) -> None:
        """Show and compare as before."""
        hidden, pair = state
        self.judges.set_hidden(hidden)
        if pair is not None and pair != self.pair.pair() and set(pair) <= set(self.pair.names()):
            self.pair.set_pair(pair)
            self._on_pair(*pair)

    # -- the life of the room ----------------------------------------------------------------------

    def enter(self) -> None:
        """Answer again, and go on comparing."""
        super().enter()
        if self._survey.pair is None:
            self._begin_survey()
        self._survey.resume()

    def leave(self) -> None:
        """Nothing runs unseen."""
        super().leave()
        self._survey.pause()

    def shut(self) -> None:
        """End both runs."""
        super().shut()
        self._survey.end()

    def tick(self) -> None:
        """Collect what both runs have found."""
        super().tick()
        if self._survey.collect() is not None or self._survey.failed:
            self._show_survey()

    # -- what the showcase uses --------------------------------------------------------------------

    def write(self, drawing: Drawing) -> None:
        """Put a drawing on the pad."""
        self.view.pad.set_drawing(drawing)

    def show_differing(self) -> None:
        """The next test image on which the two differ; as soon as one is known."""
        frame = self._survey.frame
        if frame is None or not len(frame.differing()):
            self._wants_next = True
        else:
            self.view.strip.pick_next()

    # -- inside ------------------------------------------------------------------------------------

    def _wire(self) -> None:
        pad = self.view.pad
        pad.changed.connect(self._on_pad)
        self.judges.changed.connect(self._on_judges)
        self.judges.changed.connect(self.acts.note)
        self.pair.chosen.connect(self._on_pair)
        self.pair.chosen.connect(self.acts.note)
        self.pair.next_asked.connect(self.show_differing)
        self.pair.stop_asked.connect(self._stop_comparing)
        self.pair.start_asked.connect(self._go_on)
        self.view.learning_asked.connect(self._set_learning)
        self.view.strip.picked.connect(self._on_picked)
        follow(self.context.workspace, self, self._on_workspace)

    def retranslate(self) -> None:
        """The words above the strip, too."""
        super().retranslate()
        self._say_differ()
        if isinstance(self.last, JudgesFrame):
            self.view.show_frame(self.last, self._nets(), learns=self._learns)

    def _nets(self) -> dict[str, Net]:
        """The workspace's nets that can judge a digit."""
        found = {}
        for name in self.context.workspace.names("net"):
            net = self.context.workspace.get("net", name)
            fits = isinstance(net, Net) and net.shapes[-1] == (10,) and np.prod(net.input_shape) == 784
            if fits:
                found[name] = net
        return found

    def _shown_nets(self) -> Nets:
        shown = self.judges.shown()
        return tuple((name, net) for name, net in self._nets().items() if name in shown)

    def _know_nets(self, pair: tuple[str, str] | None) -> None:
        names = (*self._nets(), NEAREST)
        self.judges.set_names(names)
        if pair is None or not set(pair) <= set(names):
            last = names[-2] if len(names) > 2 else NEAREST
            pair = ("CNN", "Linear") if {"CNN", "Linear"} <= set(names) else (names[0], last)
        self.pair.set_names(names, pair)

    def _judge(self, name: str) -> Judge | None:
        return self._index if name == NEAREST else self._nets().get(name)

    def _begin_survey(self) -> None:
        """Compare the two, unless that is done or under way, or one of them is still learning."""
        pair = self.pair.pair()
        if pair is None:
            return
        first, second = self._judge(pair[0]), self._judge(pair[1])
        if first is None or second is None:
            self._survey.drop()
        elif self._survey.pair is None or not _same(self._survey.pair, (first, second)):
            self._survey.begin(first, second)
            if not self.isVisible():
                self._survey.pause()
        self._show_survey()

    def _show_survey(self) -> None:
        pair, frame = self.pair.pair(), self._survey.frame
        waiting = pair is not None and None in (self._judge(pair[0]), self._judge(pair[1]))
        if waiting:
            state, frame = self._learning_state(), None
        elif self._survey.failed:
            state = "failed"
        elif frame is not None and frame.complete:
            state = "complete"
        else:
            state = "stopped" if self._survey.halted else "running"
        self.pair.set_state(state, frame)
        self.view.strip.set_frame(frame)
        self._say_differ()
        if self._wants_next and frame is not None and len(frame.differing()):
            self._wants_next = False
            self.view.strip.pick_next()

    def _learning_state(self) -> str:
        if isinstance(self.last, JudgesFrame) and self.last.ready is None:
            return "failed"
        if NEAREST not in self.judges.shown():
            return "hidden"
        return "waiting" if self._learns else "unlearnt"

    def _say_differ(self) -> None:
        pair = self.pair.pair()
        if pair is not None:
            text = self.tr("Test images on which {a} and {b} differ: what {a} says ≠ what {b} says")
            self.view.say_differ(text.format(a=words.shown_name(pair[0]), b=words.shown_name(pair[1])))

    def _on_pad(self) -> None:
        self.tell(Change("sheet", self.view.pad.content()))

    def _on_judges(self) -> None:
        self.tell(Change("nets", self._shown_nets()))
        self.tell(Change("remembers", NEAREST in self.judges.shown()))
        self._show_survey()

    def _on_pair(self, _first: str, _second: str) -> None:
        self._begin_survey()
        if self._survey.halted:
            self._go_on()

    def _stop_comparing(self) -> None:
        self._survey.halt()
        self._show_survey()

    def _go_on(self) -> None:
        """With the comparing, or with what that waits for."""
        if not self._learns:
            self._set_learning(True)
        self._survey.go_on()
        self._show_survey()

    def _set_learning(self, on: bool) -> None:
        """Stop learning by heart, or go on; it is shown before the worker has taken note."""
        self._learns = on
        self.tell(Change("learns", on))
        if isinstance(self.last, JudgesFrame):
            self.view.show_frame(self.last, self._nets(), learns=on)
        self._show_survey()

    def _on_picked(self, index: int) -> None:
        frame = self._survey.frame
        if frame is not None and frame.digits is not None:
            self.view.pad.set_picture(frame.digits.images[index], int(frame.digits.labels[index]), index)

    def _on_workspace(self, kind: Kind, _name: str) -> None:
        if kind == "net" and (*self._nets(), NEAREST) != self.pair.names():
            self._know_nets(self.pair.pair())
        if kind == "net":
            self._on_judges()
            if self.isVisible():
                self._begin_survey()


def _same(one: tuple[Judge, Judge], other: tuple[Judge, Judge]) -> bool:
    return one[0] is other[0] and one[1] is other[1]


def _texts(value: object) -> set[str]:
    """The texts of a list from a file; nothing of anything else."""
    return {one for one in value if isinstance(one, str)} if isinstance(value, list | tuple) else set()


def _pair(value: object) -> tuple[str, str] | None:
    """Two different texts of a list from a file."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        return None
    first, second = value
    fit = isinstance(first, str) and isinstance(second, str) and first != second
    return (first, second) if fit else None
