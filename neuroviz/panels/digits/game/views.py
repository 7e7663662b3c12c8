"""The centre of the page: a picture to be read, what came of a game, what came of all games."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from neuroviz.io.players import Players
from neuroviz.panels.digits.game import chart, kinds, words
from neuroviz.panels.digits.game.answer_pad import AnswerPad
from neuroviz.panels.digits.game.pictures import GamePictures
from neuroviz.panels.digits.game.players_list import PlayersList
from neuroviz.panels.digits.game.sheet import AnswerSheet
from neuroviz.sims.agreement import Summary
from neuroviz.sims.game import PREVIEWS, GameFrame
from neuroviz.sims.players import PlayersFrame
from neuroviz.ui.controls import Words
from neuroviz.ui.curves import Axis, Curves
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes

_PROGRESS = 100  # steps of height from which there is room to count the pictures
_LOW = 75  # lower than this, picture and answers stand beside each other
_LEAST = 108  # steps of the theme's space in which curves and a list can be read
_CHART_SHARE = 0.46  # of the outcome's height


class PlayView(QWidget):
    """The picture as large as it can be, and what to answer it with."""

    def __init__(self) -> None:
        super().__init__()
        self.progress = Words(scale=1.25, quiet=True)
        self.progress.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pictures = GamePictures()
        self.answers = AnswerPad()
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.progress)
        self._column.addWidget(self.pictures, 1)
        self._column.addWidget(self.answers, 0, Qt.AlignmentFlag.AlignVCenter)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._name()

    def show_preview(self, frame: GameFrame) -> None:
        """One image at rising levels: what the game will be about."""
        low, high = frame.spec.range
        levels = np.linspace(low, high, PREVIEWS)
        if len(frame.preview):
            told = tuple(kinds.level(frame.spec.kind, float(level)) for level in levels)
            self.pictures.set_pictures(frame.preview, told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the most to the picture."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room the picture has it: the sentence above says which one it is, too."""
        self.progress.setVisible(self.height() >= theme().space(_PROGRESS))
        low = self.height() < theme().space(_LOW) and self.width() > 2 * self.height()
        along = QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom
        self._column.setDirection(along)
        self._column.setStretchFactor(self.answers, 1 if low else 0)
        self.answers.set_rows(2 if low else 1)

    def rest(self) -> None:
        """Say nothing while something else is seen, lest it be said in a language left meanwhile."""
        self.progress.setText("")
        self.answers.show_idle("")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _name(self) -> None:
        self.pictures.setAccessibleName(self.tr("What is to be read"))

    def show_round(self, frame: GameFrame, i: int) -> None:
        """The picture of a round."""
        self.pictures.set_pictures(frame.pictures[i : i + 1])

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(3))
        self._fit()


class _Charted(QWidget):
    """A chart above something else; the chart is made when it is first needed."""

    def __init__(self, below: QWidget) -> None:
        super().__init__()
        self._below = below
        self._curves: Curves | None = None
        self._axes: tuple[Axis, Axis] | None = None
        self._note = Words(scale=0.85, quiet=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._note.setWordWrap(True)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        self._row.addWidget(self._note, 1)
        self._column.addLayout(self._row)
        self._column.addWidget(below, 1)
        theme_changes.changed.connect(self._restyle)
        self._restyle()

    @property
    def curves(self) -> Curves:
        """The chart."""
        if self._curves is None:
            self._curves = Curves()
            self._column.insertWidget(0, self._curves)
            self._name()
            self._fit()
        return self._curves

    def set_axes(self, axes: tuple[Axis, Axis]) -> None:
        """Describe the axes, if they are others than before: that costs milliseconds."""
        if axes != self._axes:
            self._axes = axes
            self.curves.set_axes(*axes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chart has its share."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _name(self) -> None:
        if self._curves is not None:
            self._curves.setAccessibleName(self.tr("Agreement against the level of disturbance"))

    def _fit(self) -> None:
        if self._curves is not None:
            self._curves.setFixedHeight(max(100, round(self.height() * _CHART_SHARE)))

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(2))
        self._fit()


class OutcomeView(_Charted):
    """Three curves of agreement, and the sheet of all pictures."""

    def __init__(self) -> None:
        self.sheet = AnswerSheet()
        self.again = QPushButton()
        self._shown: object = None
        self.again.setProperty("accent", True)
        leave_out(self.again)
        super().__init__(self.sheet)
        self._row.insertWidget(0, self.again)
        self._name()

    def _name(self) -> None:
        super()._name()
        self.again.setText(self.tr("Another game  (Enter)"))

    def show_game(self, frame: GameFrame, stand_in: str) -> None:
        """A game that is over; stand_in: the net that played in a person's place, if one did."""
        if frame.summary is None:
            return
        found, kind = frame.summary, frame.spec.kind
        shown = (frame, stand_in, words.kappa_tip())  # which also changes with the language
        if shown == self._shown:
            return
        self._shown = shown
        self._note.setText(words.beside(found, kind, stand_in))
        self._note.setToolTip(words.kappa_tip())
        self.set_axes(chart.axes(kind, found.low, found.high))
        self.curves.set_series(chart.game_series(found, kind, stand_in))
        self.sheet.set_frame(frame, stand_in)


class EveryoneView(_Charted):
    """Each player's curve with the average of all, and the list of players."""

    def __init__(self) -> None:
        self.list = PlayersList()
        super().__init__(self.list)
        self._name()

    def show_players(self, frame: PlayersFrame, kind: str, ends: tuple[float, float], chosen: str) -> None:
        """What is known so far."""
        self.set_axes(chart.axes(kind, *ends))
        self.curves.set_series(chart.players_series(frame, kind, chosen))

    def _name(self) -> None:
        super()._name()
        self._note.setText(self.tr("agreement with the net; thick: the player chosen"))
        if self._curves is not None:
            self._curves.set_hint(self.tr("no games of this kind yet"))

    def show_list(self, players: Players, kind: str, found: Mapping[str, Summary], can_undo: bool) -> None:
        """Who has games of this kind."""
        self.list.set_players(players, kind, found, can_undo)


class GameView(QStackedWidget):
    """One of the three at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.play, self.outcome, self.everyone = PlayView(), OutcomeView(), EveryoneView()
        for one in (self.play, self.outcome, self.everyone):
            self.addWidget(one)
        self.currentChanged.connect(self.updateGeometry)

    @property
    def least(self) -> int:
        """The height that it needs, in steps; a picture and its answers shrink rather than scroll away."""
        return 0 if self.currentWidget() is self.play else _LEAST

    def minimumSizeHint(self) -> QSize:
        """Of what is seen alone."""
        seen = self.currentWidget()
        return super().minimumSizeHint() if seen is None else seen.minimumSizeHint()
