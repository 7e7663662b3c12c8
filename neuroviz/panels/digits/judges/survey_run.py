"""SurveyRun: sends two judges over the test images, on a worker of its own, and keeps what each has said."""

from __future__ import annotations

import logging

from neuroviz.data import mnist
from neuroviz.data.digits import DigitSet
from neuroviz.runtime import Run
from neuroviz.sims.survey import Answers, Judge, SurveyFrame, SurveySim

_log = logging.getLogger(__name__)
_STOP_LIMIT = 2.0  # seconds


class SurveyRun:
    """One pair at a time. `frame`: the newest of it; `failed`: no images can be read; `running`: at work."""

    def __init__(self) -> None:
        self.frame: SurveyFrame | None = None
        self.failed = False
        self._pair: tuple[Judge, Judge] | None = None
        self._known: list[tuple[Judge, Answers]] = []
        self._run: Run | None = None

    @property
    def pair(self) -> tuple[Judge, Judge] | None:
        """Whom the frame is about."""
        return self._pair

    @property
    def running(self) -> bool:
        """Whether there is work under way."""
        return self._run is not None and not self.failed and (self.frame is None or not self.frame.complete)

    def begin(self, first: Judge, second: Judge) -> None:
        """Let these two judge the test images; what one has said before is not asked again."""
        self.end()
        self.frame, self.failed, self._pair = None, False, (first, second)
        sim = SurveySim((first, second), _test_images, (self._said(first), self._said(second)))
        self._run = Run(sim, live=True)
        self._run.start()

    def collect(self) -> SurveyFrame | None:
        """The newest frame, if there is one since the last call."""
        if self._run is None:
            return None
        outcome, frame = self._run.outcome, self._run.frames.take()
        if outcome is not None and outcome.kind == "failed" and not self.failed:
            self.failed = True
            _log.error("%s", outcome.traceback)
        if not isinstance(frame, SurveyFrame):
            return None
        self.frame = frame
        if frame.complete:
            self._keep(frame)
        return frame

    def pause(self) -> None:
        """Rest while nobody looks."""
        if self._run is not None:
            self._run.pause()

    def resume(self) -> None:
        """Go on."""
        if self._run is not None:
            self._run.resume()

    def end(self) -> None:
        """Stop at once; the worker has ended when this returns."""
        if self._run is not None:
            self._run.stop()
            self._run.join(_STOP_LIMIT)
            self._run = None

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
