"""Origin: where a run of One step begins: at the start of the recipe, or where Learn stands."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuroviz.runtime import Mailbox
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.stand import Stand
from neuroviz.sims.training.standing import learning
from neuroviz.ui.choices import Segmented
from neuroviz.ui.controls import Words
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.workspace import Workspace

From = Literal["start", "learn"]


class Origin(QWidget):
    """Asks Learn where it stands, and says which it is. A new moment of Learn is taken by itself, unless the
    visitor has chosen the start.
    """

    begin_asked = Signal(object)
    """The Stand to begin at; None for the start."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._recipe: Recipe | None = None
        self._answer: Mailbox[Stand] | None = None
        self._same = False  # Learn learns by our recipe
        self._learn: Stand | None = None  # the last answer, if Learn has taken a step
        self._follows = True
        self.begun: Stand | None = None
        """Where the present run began; None for the start."""
        self.heading, self.switch, self.note = Words(), Segmented(), Words(scale=0.85, quiet=True)
        self.note.setWordWrap(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.switch.set_choices((("start", ""), ("learn", "")))
        self.switch.chosen.connect(self._on_chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for one in (self.heading, self.switch, self.note):
            self._column.addWidget(one)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    @property
    def other(self) -> bool:
        """Whether Learn has come some way by another recipe."""
        return self._learn is not None and not self._same

    def ask(self, recipe: Recipe) -> None:
        """Where does Learn stand? Its worker will answer."""
        found = learning(self._space)
        self._recipe = recipe
        self._same = found is not None and found.recipe is recipe
        self._answer = None if found is None else found.ask()
        if found is None:
            self._learn = None
            self.say()

    def collect(self) -> bool:
        """Called with each tick; whether an answer has come."""
        stand = None if self._answer is None else self._answer.take()
        if stand is None:
            return False
        self._answer = None
        self._learn = stand if stand.step > 0 else None
        if self._follows and self._same and self._learn is not None and not stand.same(self.begun):
            self.begun = stand
            self.begin_asked.emit(stand)
        self.say()
        return True

    def begin_at(self, begun: Stand | None) -> None:
        """A run begins there, or one that began there is taken up again."""
        self.begun = begun
        self.say()

    def say(self) -> None:
        """What is so."""
        self.switch.set_value("start" if self.begun is None else "learn")
        if self.begun is not None:
            text = self.tr("With Learn’s weights, optimiser and order of examples after step {step}.")
            self.note.setText(text.format(step=f"{self.begun.step:,}"))
        elif self.other:
            self.note.setText(self.tr("Learn stands at another recipe, so this one begins anew."))
        elif self._learn is not None:
            self.note.setText(self.tr("Learn stands at step {step}.").format(step=f"{self._learn.step:,}"))
        else:
            self.note.setText(self.tr("Learn has taken no step yet."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_chosen(self, where: From) -> None:
        self._follows = where == "learn"
        if self._recipe is None:
            return
        if self._follows:
            self.begun = None  # the same moment once more is wanted too
            self.ask(self._recipe)
        elif self.begun is not None:
            self.begun = None
            self.begin_asked.emit(None)
        self.say()

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("Begin at"))
        self.switch.setAccessibleName(self.tr("Begin at"))
        self.switch.set_texts((self.tr("The start"), self.tr("Learn’s moment")))
        self.say()

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1))
        self.note.setMinimumHeight(2 * self.note.fontMetrics().lineSpacing())  # what is below stays in place
