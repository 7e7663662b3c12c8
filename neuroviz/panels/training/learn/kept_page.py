"""KeptPage: a page with a run that can be left, saved and opened, and is there again at the next start."""

from __future__ import annotations

from neuroviz.panels.training.learn.files import RunFiles, settled
from neuroviz.panels.training.learn.run_keeper import RunKeeper
from neuroviz.panels.training.learn.run_twin import RunTwin
from neuroviz.panels.training.learn.runs import Runs
from neuroviz.panels.training.page import TrainingPage
from neuroviz.runtime import Run
from neuroviz.sims.training.errands import Moment, OpenedRun
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.ui.room import Context


class KeptPage(TrainingPage):
    """runs: the one at hand and those that were left; files: the menu; keeper: for the next start;
    twin: for a second page of this room."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.runs, self.files = Runs(self.recipe()), RunFiles(self._moment)
        self.keeper = RunKeeper(self, context, self._at_hand)
        self.twin = RunTwin(self, context.workspace)
        self.twin.known.connect(self._on_twin)
        self.files.said.connect(self.notice)
        self.files.opened.connect(self._on_opened)
        self.keeper.said.connect(self.notice)
        self.keeper.known.connect(self._on_known)

    @property
    def loading(self) -> bool:
        """Whether it is not known yet what run there is to go on with."""
        return self.keeper.loading or self.twin.loading

    def tells(self) -> bool:
        """Data that came out of a run comes with that run."""
        return not self.loading

    def shut(self) -> None:
        """Keep the run, and end all."""
        self.keeper.close()
        self.twin.end()
        super().shut()
        self.files.end()

    # -- inside ------------------------------------------------------------------------------------

    def _frame(self) -> TrainingFrame | None:
        return self.last if isinstance(self.last, TrainingFrame) else None

    def _moment(self) -> Moment | None:
        """The run as it stands, for files."""
        frame, task = self._frame(), self.task()
        if frame is None or task is None or self.run is None or self.runs.began is None:
            return None
        recipe, stops = self.runs.began
        return Moment(recipe, self.source(), task, self.run.past(), frame, stops)

    def _leave_run(self) -> None:
        """Another recipe takes the place of this run; undo brings both back."""
        run = self.run
        self._end_run()
        self.runs.leave(run, self._frame(), self.recipe())

    def _on_opened(self, found: OpenedRun) -> None:
        """A run out of a file goes on where it stood."""
        recipe = settled(self.context.workspace, found)
        self.runs.bring(found, recipe)
        self.acts.settle()
        self.set_recipe(recipe)
        self.acts.note()

    def _on_known(self, found: OpenedRun | None) -> None:
        """The run that was left last time goes on, unless another recipe has been chosen since."""
        if found is not None and self.learned():
            self._untold = ""  # its data has come along
            recipe = settled(self.context.workspace, found)
            self.runs.bring(found, recipe)
            self.set_recipe(recipe)
            self.acts.follow()
        else:
            self.keeper.refuse()
        self._build()

    def _on_twin(self, found: OpenedRun | None) -> None:
        """Another page has this run already; here a copy goes on from where that one stands."""
        if found is not None:
            self.runs.bring(found, self.recipe())
        self._build()

    def _build(self) -> None:
        """Not before it is known whether a task comes along with the run of last time."""
        if not self.loading:
            super()._build()

    def _at_hand(self) -> tuple[Run, Moment] | None:
        """What is to be there again at the next start: not a run that another recipe has replaced."""
        moment = self._moment() if self.learned() else None
        return None if moment is None or self.run is None else (self.run, moment)
