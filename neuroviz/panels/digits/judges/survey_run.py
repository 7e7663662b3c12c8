"""SurveyRun: sends two judges over the test images, on a worker of its own, and keeps what each has said."""

from __future__ import annotations

from neuroviz.data import mnist
from neuroviz.data.digits import DigitSet
from neuroviz.sims.survey import Answers, Judge, SurveyFrame, SurveySim
from neuroviz.ui.side_run import SideRun


class SurveyRun(SideRun):
    """One pair at a time. `frame`: the newest of it; `failed`: no images can be read; `running`: at work."""

    def __init__(self) -> None:
        super().__init__()
        self.frame: SurveyFrame | None = None
        self._pair: tuple[Judge, Judge] | None = None
        self._known: list[tuple[Judge, Answers]] = []

    @property
    def pair(self) -> tuple[Judge, Judge] | None:
        """Whom the frame is about."""
        return self._pair

    @property
    def running(self) -> bool:
        """Whether there is work under way."""
        return self.begun and not self.failed and (self.frame is None or not self.frame.complete)

    def begin(self, first: Judge, second: Judge) -> None:
        """Let these two judge the test images; what one has said before is not asked again."""
        self.frame, self._pair = None, (first, second)
        sim = SurveySim((first, second), _test_images, (self._said(first), self._said(second)))
        self.start(sim, live=True)

    def drop(self) -> None:
        """End, and know nothing of a pair any more."""
        self.end()
        self.frame = self._pair = None

    def collect(self) -> SurveyFrame | None:
        """The newest frame, if there is one since the last call."""
        frame = self.take()
        if not isinstance(frame, SurveyFrame):
            return None
        self.frame = frame
        if frame.complete:
            self._keep(frame)
        return frame

    def _said(self, judge: Judge) -> Answers | None:
        return next((answers for known, answers in self._known if known is judge), None)

    def _keep(self, frame: SurveyFrame) -> None:
        assert self._pair is not None
        for judge, answers in zip(self._pair, (frame.first, frame.second), strict=True):
            if self._said(judge) is None:
                self._known.append((judge, answers))
        del self._known[:-8]


def _test_images() -> DigitSet:
    return mnist.load_test()
