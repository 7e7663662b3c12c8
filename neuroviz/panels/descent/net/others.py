"""Others: nets of other starts, trained as far as the one that is looked at, in the background."""

from __future__ import annotations

from dataclasses import replace

from neuroviz.data.task import Task
from neuroviz.nn.arrays import Array
from neuroviz.runtime import Change
from neuroviz.scenes.run_path import RunPath
from neuroviz.sims.descent.own_run import LONGEST, OwnFrame, OwnRunSim
from neuroviz.ui.side_run import SideRun

MOST = 2


class Others:
    """By the recipe and the knobs of the path, each with a seed of its own. Those that have come farther than
    the path do not go back."""

    def __init__(self) -> None:
        self._sides = [SideRun() for _ in range(MOST)]
        self._frames: list[OwnFrame | None] = [None] * MOST
        self._of: object = None
        self._until = -1
        self._count = 0

    def want(self, path: RunPath, task: Task, count: int) -> None:
        """So many of them for the present moment of that path."""
        knobs = path.knobs[path.here]
        of = (path.recipe, knobs, task)
        fresh = self._of != of
        if fresh:
            self.end()
            self._of, self._frames = of, [None] * MOST
        until = min(path.step, LONGEST)
        for k, side in enumerate(self._sides[:count]):
            if not side.begun:
                recipe = replace(path.recipe, knobs=knobs, seed=path.recipe.seed + k + 1, start=None)
                side.start(OwnRunSim(recipe, until, task), live=True)
            elif until != self._until:
                side.tell(Change("until", until))
        for side in self._sides[count:]:
            side.pause()
        for side in self._sides[:count]:
            side.resume()
        self._until, self._count = until, count

    def tick(self) -> bool:
        """Whether one has come farther."""
        news = False
        for k, side in enumerate(self._sides):
            frame = side.take()
            if isinstance(frame, OwnFrame):
                self._frames[k], news = frame, True
        return news

    def found(self) -> tuple[Array, ...] | None:
        """As many as are wanted, each as far as it is wanted; None before."""
        frames = [frame for frame in self._frames[: self._count] if frame is not None]
        if len(frames) < self._count or not self._count:
            return None
        if any(one.path is None or one.at < self._until for one in frames):
            return None
        return tuple(one.path.theta for one in frames if one.path is not None)

    def progress(self) -> tuple[int, int]:
        """Steps of the slowest, and how many it is to take."""
        at = [0 if frame is None else frame.at for frame in self._frames[: self._count]]
        return min(at, default=0), self._until

    @property
    def failed(self) -> bool:
        """Whether one broke."""
        return any(side.failed for side in self._sides)

    def pause(self) -> None:
        """Rest while nobody looks."""
        for side in self._sides:
            side.pause()

    def resume(self) -> None:
        """Go on."""
        for side in self._sides[: self._count]:
            side.resume()

    def end(self) -> None:
        """Stop, and forget what was wanted."""
        for side in self._sides:
            side.end()
        self._of, self._until, self._count = None, -1, 0
