"""NeuronView: the centre of the page in its three looks: one neuron, all functions, all lines."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from neuroviz.nn import Net
from neuroviz.panels.layers.neuron import told, words
from neuroviz.panels.layers.neuron.answer_view import AnswerView
from neuroviz.panels.layers.neuron.block_view import BlockView
from neuroviz.panels.layers.neuron.curve_view import CurveView
from neuroviz.panels.layers.neuron.functions_view import FunctionsView
from neuroviz.panels.layers.neuron.line_view import LineView
from neuroviz.panels.layers.neuron.rows import Row, rows_of, shown_terms
from neuroviz.panels.layers.neuron.stage_strip import StageStrip
from neuroviz.panels.layers.neuron.terms_view import TermsView
from neuroviz.panels.layers.neuron.unit_picker import UnitPicker
from neuroviz.sims.neuron import FUNCTIONS, LINE, LOOKS, NEURON, NeuronFrame
from neuroviz.sims.neuron_edits import can_end_in, kind_of
from neuroviz.sims.neuron_parts import Neuron, Other
from neuroviz.sims.stages import Place, Stage, reads_out, stages_of
from neuroviz.ui.choices import Segmented
from neuroviz.ui.controls import Words
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes

_TIGHT = 112  # steps of the theme's space: lower than that is tight


class NeuronView(QWidget):
    """It knows how to show a frame, and how much of the sum is built up; not where frames come from."""

    look_asked = Signal(str)
    """Another look is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = Segmented()
        self.looks.set_choices([(look, look) for look in LOOKS])
        self.looks.chosen.connect(self._on_look)
        leave_out(self.looks)
        self.stages, self.units = StageStrip(), UnitPicker()
        self.terms, self.curve = TermsView(), CurveView()
        self.functions, self.gallery = FunctionsView(large=False), FunctionsView(large=True)
        self.answer, self.line = AnswerView(), LineView()
        self._instead, self.block = Words(scale=1.25), BlockView()
        self._turn = Words(scale=0.85, quiet=True)
        self._under = Words(scale=0.85, quiet=True)
        self._frame: NeuronFrame | None = None
        self._own: tuple[Stage, ...] = ()
        self._shown: NDArray[np.intp] = np.empty(0, np.intp)
        self._whose: tuple[Net, Place] | None = None
        self.rows: tuple[Row, ...] = ()
        self._is_tight = False
        self._most = 0
        self._position: int | None = None
        self._lay_out()
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    @property
    def length(self) -> int:
        """The steps of building up: each row, then f; 0 where nothing is summed."""
        return len(self.rows) + 1 if self.rows else 0

    def show_frame(self, frame: NeuronFrame, most: int, position: int | None) -> None:
        """Show a frame with so many terms told apart; position: how far the sum is built, None: wholly."""
        if self._frame is None or frame.subject.net is not self._frame.subject.net:
            self._own = stages_of(frame.subject.net)
        self._frame, self._most, self._position = frame, most, position
        self.looks.set_value(frame.look)
        self._stack.setCurrentIndex(LOOKS.index(frame.look))
        self._upper.setVisible(self._upper_seen(frame.look))
        if frame.look == LINE:
            self.line.show_frame(frame)
            return
        net = frame.after.net if frame.after is not None else frame.subject.net
        stage = frame.stages[frame.place.stage]
        self.stages.set_stages(net, frame.stages, frame.place.stage, frame.moved)
        self.units.set_values(stage, frame.values, frame.place.unit)
        self._show_functions(frame)
        if frame.look == NEURON:
            self._make_rows(frame, most)
            self.show_built(position)
            self._show_answer(frame)

    def show_built(self, position: int | None) -> None:
        """The first rows of the sum; at the end it is bent as well."""
        self._position = position
        frame = self._frame
        if frame is None:
            return
        at = self.length if position is None else min(position, self.length)
        part = frame.part
        self.terms.set_rows(self.rows, at)
        running = None
        if self.rows and at < self.length:
            running = self.rows[at - 1].end if at else 0.0
        self.curve.set_part(part, running)
        self._turn.setText(words.step(self.rows, at, part))

    def _make_rows(self, frame: NeuronFrame, most: int) -> None:
        part = frame.part
        self._left.setCurrentIndex(1 if isinstance(part, Other) else 0)
        if isinstance(part, Other):
            self._instead.setText(told.other(part))
            self.block.set_part(part)
        most = min(most, self.terms.room())
        self.terms.set_hint(words.hint(frame))
        if not isinstance(part, Neuron):
            self.rows = ()
            return
        whose = (frame.subject.net, frame.place)
        if whose != self._whose:
            self.terms.drop()
        if not self.terms.dragging:
            self._shown, self._whose = shown_terms(part, most), whose
        layer = self._own[frame.place.stage].layer
        self.rows = rows_of(part, layer, self._shown, frame.subject, frame.edits)

    def _show_functions(self, frame: NeuronFrame) -> None:
        number, stage = frame.place.stage, frame.stages[frame.place.stage]
        net = frame.after.net if frame.after is not None else frame.subject.net
        bends = stage.sort != "other"
        allowed = can_end_in(frame.subject.net, self._own[number], number, len(self._own)) if bends else ()
        kind = kind_of(net, stage) if bends else ""
        z = frame.part.z if isinstance(frame.part, Neuron) and np.isfinite(frame.part.z) else None
        self.functions.set_now(kind, allowed)
        if frame.look == FUNCTIONS:
            self.gallery.set_now(kind, allowed, z)

    def _show_answer(self, frame: NeuronFrame) -> None:
        before, after = frame.before, frame.after
        self._under.setText(words.answers(frame))
        if before is None or after is None:
            self.answer.set_values(None)
            return
        probable = after.probabilities is not None and before.probabilities is not None
        pair = [one.probabilities if probable else one.output for one in (before, after)]
        same = not frame.edits.count or len(pair[0]) != len(pair[1])  # type: ignore[arg-type]
        scores = after.output if probable and not reads_out(after.net) and len(after.output) > 1 else None
        self.answer.set_values(pair[1], None if same else pair[0], probable=probable, scores=scores)

    def _lay_out(self) -> None:
        self._upper = QWidget()
        self._both = upper = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._upper)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(self.stages, 1)
        upper.addWidget(self.units, 1)
        self._left = QStackedWidget()
        self._left.addWidget(self.terms)
        self._instead.setWordWrap(True)
        self._instead.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        instead = QWidget()
        below = QVBoxLayout(instead)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._instead, 1)
        below.addWidget(self.block, 1)
        self._left.addWidget(instead)
        self._turn.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._under.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        sum_ = QVBoxLayout()
        sum_.addWidget(self._left, 1)
        sum_.addWidget(self._turn)
        bend = QVBoxLayout()
        bend.addWidget(self.curve, 1)
        bend.addWidget(self.functions)
        middle = QHBoxLayout()
        middle.addLayout(sum_, 12)
        middle.addLayout(bend, 8)
        one = QWidget()
        whole = QVBoxLayout(one)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(middle, 10)
        whole.addWidget(self._under)
        whole.addWidget(self.answer, 3)
        self._stack = QStackedWidget()
        for look in (one, self.gallery, self.line):
            self._stack.addWidget(look)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addWidget(self.looks)
        self._all.addWidget(self._upper)
        self._all.addWidget(self._stack, 1)
        self._tight, self._wide = (upper, sum_, bend, whole), (middle,)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Much text in a small window: what can be done without steps aside."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tight = self.height() < theme().space(_TIGHT)
        if tight == self._is_tight:
            return
        self._is_tight = tight
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._both.setDirection(across if tight else down)
        self.stages.set_flat(tight)
        self.units.set_low(tight)
        self.functions.set_low(tight)
        self.line.set_tight(tight)
        self._turn.setVisible(not tight)
        if self._frame is not None:
            self._upper.setVisible(self._upper_seen(self._frame.look))

    def _upper_seen(self, look: str) -> bool:
        """Layers and units: without them the gallery has room enough also in a small window."""
        return look == NEURON or (look == FUNCTIONS and not self._is_tight)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_look(self, look: object) -> None:
        self.look_asked.emit(str(look))

    def _retranslate(self) -> None:
        self.looks.set_texts(
            [self.tr("One neuron"), self.tr("All functions"), self.tr("Without bends")]
        )
        if self._frame is not None:
            self.show_frame(self._frame, self._most, self._position)

    def _restyle(self) -> None:
        look = theme()
        for column in self._tight:
            column.setSpacing(look.space(1))
        for row in self._wide:
            row.setSpacing(look.space(4))
        self._all.setSpacing(look.space(2))
        self._fit()
