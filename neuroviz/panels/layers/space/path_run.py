"""PathRun: the t-SNE of the chosen layer, computed on a worker ahead of the place that is shown."""

from __future__ import annotations

import logging

from neuroviz.data.maps import Near
from neuroviz.data.maps.cloud import Floats
from neuroviz.runtime import Run
from neuroviz.sims.layer_tsne import Track, TsneFrame, TsneSim

_log = logging.getLogger(__name__)
_STOP_LIMIT = 2.0  # seconds
_AHEAD = 60  # steps found before they are shown


class PathRun:
    """One run at a time. The whole path is kept by the simulation, so any place of it is there at once."""

    def __init__(self) -> None:
        self._run: Run | None = None
        self._frame: TsneFrame | None = None
        self._near: Near | None = None
        self._perplexity = 0
        self._ending: list[Run] = []
        self.failed = False

    @property
    def track(self) -> Track | None:
        """The path so far; None before it has begun."""
        return None if self._frame is None else self._frame.track

    @property
    def reached(self) -> int:
        """The last place that is known."""
        return 0 if self._frame is None else self._frame.reached

    @property
    def preparing(self) -> float:
        """The part done of what comes before the first step, 0..1."""
        return 0.0 if self._frame is None else self._frame.preparing

    @property
    def begun(self) -> bool:
        """Whether there is a path, be it at work or done."""
        return self._run is not None

    @property
    def working(self) -> bool:
        """Whether it grows."""
        return self._run is not None and not self._run.paused and self._run.outcome is None

    def belongs_to(self, near: Near, perplexity: int) -> bool:
        """Whether the path is that of these points."""
        return self._run is not None and self._near is near and self._perplexity == perplexity

    def start(self, near: Near, start: Floats, perplexity: int) -> None:
        """Begin a new path; the old one is forgotten."""
        self.forget()
        self._near, self._perplexity, self.failed = near, perplexity, False
        self._run = Run(TsneSim(near, start, float(perplexity)))
        self._run.start()

    def take(self) -> bool:
        """Collect what is new; whether there is anything."""
        if self._run is None:
            return False
        outcome = self._run.outcome
        if outcome is not None and outcome.kind == "failed" and not self.failed:
            self.failed = True
            _log.error("%s", outcome.traceback)
        frame = self._run.frames.take()
        if isinstance(frame, TsneFrame):
            self._frame = frame
        return frame is not None

    def keep_ahead(self, step: int) -> None:
        """While it is played: rest when far ahead of the step that is shown, or hand and net would wait."""
        far = self.reached > step + _AHEAD
        if self._run is not None and far != self._run.paused:
            (self._run.pause if far else self._run.resume)()

    def pause(self) -> None:
        """Rest after the step at hand."""
        if self._run is not None:
            self._run.pause()

    def resume(self) -> None:
        """Go on."""
        if self._run is not None:
            self._run.resume()

    def forget(self) -> None:
        """There is no path. Its worker ends after the step at hand; nobody waits for it here."""
        if self._run is not None:
            self._run.stop()
            self._ending = [run for run in (*self._ending, self._run) if run.alive]
        self.failed = False
        self._run = self._frame = self._near = None

    def end(self) -> None:
        """For good: all workers have ended when this returns."""
        self.forget()
        for run in self._ending:
            run.join(_STOP_LIMIT)
        self._ending = []
