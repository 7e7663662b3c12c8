"""LineView: the net as it is, the net with straight lines only, and the one layer that the latter is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from neuroviz.nn.arrays import Array
from neuroviz.panels.layers.neuron import line_words
from neuroviz.panels.layers.neuron.answer_view import AnswerView
from neuroviz.panels.layers.neuron.decision_map import DecisionMap
from neuroviz.panels.layers.neuron.weights_view import WeightsView
from neuroviz.sims.collapse import Line, Trials
from neuroviz.sims.neuron import NeuronFrame
from neuroviz.ui.controls import Words
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes


class Column:
    """One net: its name, its picture, how often it is right; side by side they stand in one grid."""

    def __init__(self, grid: QGridLayout, at: int) -> None:
        self.title = Words(bold=True)
        self.note = Words(scale=0.85, quiet=True)
        self.score = Words(scale=1.25, bold=True)
        self.under = Words(scale=0.85, quiet=True)
        self.answer, self.map = AnswerView(), DecisionMap()
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        for one in (self.answer, self.map):
            self._stack.addWidget(one)
        for label in (self.title, self.note, self.score, self.under):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        parts = (self.title, self.note, self._stack, self.score, self.under)
        for row, part in enumerate(parts):
            grid.addWidget(part, row, at)
        grid.setColumnStretch(at, 1)

    def show_plane(self, on: bool) -> None:
        """A map of the plane, or the answer to this input."""
        self._stack.setCurrentWidget(self.map if on else self.answer)


class LineView(QWidget):
    """Three nets side by side, how far the last two are apart, and the weights of the last."""

    measuring_asked = Signal(bool)
    """Whether nets are to be tried on many inputs is to be this."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self.columns = tuple(Column(self._grid, at) for at in (0, 1, 3))
        self.weights = WeightsView()
        self._equals = QLabel("=")
        self._apart = Words(scale=1.0)
        self._apart.setWordWrap(True)
        self._apart.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.stop = QPushButton()
        self.stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stop.clicked.connect(self._on_stop)
        leave_out(self.stop)
        self._weights_title = Words(scale=0.85, quiet=True)
        self._frame: NeuronFrame | None = None
        self._lay_out()
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def set_tight(self, tight: bool) -> None:
        """The three nets alone, where there is no room for more."""
        for one in (self.weights, self._weights_title, *(column.note for column in self.columns)):
            one.setVisible(not tight)

    def show_frame(self, frame: NeuronFrame) -> None:
        """Show what is known by now."""
        self._frame = frame
        line = frame.line or Line()
        plane = frame.subject.kind == "plane"
        for part, share in ((self._grid, 5 if plane else 7), (self.weights, 1 if plane else 2)):
            self._all.setStretch(self._all.indexOf(part), share)
        for i, column in enumerate(self.columns):
            column.show_plane(plane)
            if plane:
                known = line.maps is not None and i < len(line.maps)
                column.map.set_map(line.maps[i] if line.maps is not None and known else None)
                points, labels = _points(frame.trials)
                column.map.set_points(points, labels, _here(frame))
        if not plane:
            self._show_answers(frame)
        self.weights.set_weights(line.w, line.b)
        self._equals.setVisible(not line.bent)
        self._say(frame, line)

    def _show_answers(self, frame: NeuronFrame) -> None:
        as_it_is, (deep, single) = frame.as_it_is, frame.here or (None, None)
        if as_it_is is None:
            shown: tuple[Array | None, bool] = (None, True)
        elif as_it_is.probabilities is not None:
            shown = (as_it_is.probabilities, True)
        else:
            shown = (as_it_is.output, False)
        self.columns[0].answer.set_values(shown[0], probable=shown[1])
        self.columns[1].answer.set_values(deep, probable=False)
        self.columns[2].answer.set_values(single, probable=False)

    def _say(self, frame: NeuronFrame, line: Line) -> None:
        titles = line_words.titles()
        notes = line_words.notes(frame, line)
        scores = line_words.scores(frame, line)
        for i, column in enumerate(self.columns):
            column.title.setText(titles[i])
            column.note.setText(notes[i])
            column.score.setText(scores[i][0])
            column.under.setText(scores[i][1])
            column.score.setToolTip(scores[i][2])
        self._apart.setText(line_words.apart(frame, line))
        self._weights_title.setText(line_words.weights_title(line))
        todo = frame.trials is not None and line.score.n < len(frame.trials)
        self.stop.setVisible(todo)
        self.stop.setText(self.tr("Stop measuring") if frame.measuring else self.tr("Go on measuring"))

    def _on_stop(self) -> None:
        if self._frame is not None:
            self.measuring_asked.emit(not self._frame.measuring)

    def _lay_out(self) -> None:
        self._equals.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grid.addWidget(self._equals, 2, 2)
        self._grid.setRowStretch(2, 1)
        self._told = QHBoxLayout()
        self._told.addWidget(self._apart, 1)
        self._told.addWidget(self.stop)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._grid, 5)
        self._all.addLayout(self._told)
        self._all.addWidget(self._weights_title)
        self._all.addWidget(self.weights, 2)
        self.weights.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.stop.setText(self.tr("Stop measuring"))
        self.stop.setToolTip(self.tr("Whether the nets are tried on all test inputs, a few at a time"))
        if self._frame is not None:
            self.show_frame(self._frame)

    def _restyle(self) -> None:
        look = theme()
        self._equals.setFont(look.font(2.0))
        self._grid.setHorizontalSpacing(look.space(4))
        self._grid.setVerticalSpacing(2)
        self._all.setSpacing(look.space(1.5))
        self._told.setSpacing(look.space(3))


def _points(trials: Trials | None) -> tuple[Array | None, Array | None]:
    if trials is None or trials.labels is None:
        return None, None
    return trials.inputs.reshape(len(trials), -1), trials.labels


def _here(frame: NeuronFrame) -> Array | None:
    x = frame.subject.x
    return None if x is None else x.reshape(-1)
