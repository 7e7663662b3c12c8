"""SurgeryView: the centre of the page: the units above, below the chosen one and what comes of the cuts."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from neuroviz.nn.arrays import Array
from neuroviz.panels.layers.surgery.answers import AnswerPair
from neuroviz.panels.layers.surgery.difference import DifferenceMatrix
from neuroviz.panels.layers.surgery.inspector import UnitInspector
from neuroviz.panels.layers.surgery.made import CutList
from neuroviz.panels.layers.surgery.many import ManyCuts
from neuroviz.panels.layers.surgery.plane_pair import PlanePair
from neuroviz.panels.layers.surgery.sweep_view import SweepView
from neuroviz.panels.layers.surgery.units import UnitsPicture
from neuroviz.sims.surgery import Score, SurgeryFrame
from neuroviz.ui.choices import Segmented
from neuroviz.ui.controls import Words
from neuroviz.ui.long_work import LongWork, State
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes

EFFECT, CURVE, CUTS = "effect", "curve", "cuts"
TABS = (EFFECT, CURVE, CUTS)


_NARROW, _WIDE = 30, 100_000  # steps of the theme's space for two classes; pixels for any number of them


class SurgeryView(QWidget):
    """It knows how to show a frame, not where frames come from."""

    tab_set = Signal(str)
    """The visitor looks at another of TABS."""

    def __init__(self) -> None:
        super().__init__()
        self.units, self.inspector = UnitsPicture(), UnitInspector()
        self.answers, self.matrix, self.planes = AnswerPair(), DifferenceMatrix(), PlanePair()
        self.sweep, self.list, self.many = SweepView(), CutList(), ManyCuts()
        self.tabs = Segmented()
        leave_out(self.tabs)
        self.tabs.set_choices([(one, one) for one in TABS])
        self.nothing = Words(scale=0.85, quiet=True)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.judged, self.pages = QStackedWidget(), QStackedWidget()
        self.pair_key = Words(scale=0.85, quiet=True)
        self.pair_key.setWordWrap(True)
        self.key = LongWork()
        self._judging: State = "over"
        self._score: Score | None = None
        self._n_cuts = 0
        self._lay_out()
        self.tabs.chosen.connect(self._on_tab)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_frame(self, frame: SurgeryFrame, *, digits: bool, judging: State = "over") -> None:
        """The effect of the cuts. judging: whether there is time to stop it, and whether it was stopped."""
        plain = frame.p_before is None or frame.p_after is None
        shown = (_row(frame, before=True), _row(frame, before=False))
        if not plain:
            shown = frame.p_before, frame.p_after
        self.answers.show_pair(*shown, shares=not plain)
        score = frame.score
        self._effect.setStretch(0, 2 if digits else 0)
        plane = frame.subject.kind == "plane"
        self._pair.setMaximumWidth(theme().space(_NARROW) if plane else _WIDE)
        if digits and score is not None:
            self.judged.setCurrentIndex(0)
            counts = (score.before, score.after) if score.done else (None, None)
            self.matrix.show_pair(*counts)
            self._score, self._judging = score, judging
            self._say_key()
        elif frame.subject.kind == "plane":
            self.judged.setCurrentWidget(self.planes)
            self.planes.show_maps(frame.maps, (frame.subject.net, frame.edited))
        else:
            self.judged.setCurrentWidget(self.nothing)

    def show_tab(self, tab: str) -> None:
        """One of TABS, silently."""
        self.tabs.set_value(tab)
        self.pages.setCurrentIndex(TABS.index(tab))

    def tab(self) -> str:
        """The one that is seen."""
        return TABS[self.pages.currentIndex()]

    def set_n_cuts(self, n: int) -> None:
        """How many cuts there are, told on the tab."""
        if n != self._n_cuts:
            self._n_cuts = n
            self._say_tabs()

    def _on_tab(self, tab: object) -> None:
        self.pages.setCurrentIndex(TABS.index(str(tab)))
        self.tab_set.emit(str(tab))

    def _lay_out(self) -> None:
        self.wide = QScrollArea()
        self.wide.setWidget(self.units)
        self.wide.setWidgetResizable(True)
        self.wide.setFrameShape(QFrame.Shape.NoFrame)
        self.wide.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.wide.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        matrix = QWidget()
        self._matrix = QVBoxLayout(matrix)
        self._matrix.setContentsMargins(0, 0, 0, 0)
        self._matrix.addWidget(self.key)
        self._matrix.addWidget(self.matrix, 1)
        for one in (matrix, self.planes, self.nothing):
            self.judged.addWidget(one)
        effect, cuts = QWidget(), QWidget()
        self._effect, self._cuts = QHBoxLayout(effect), QHBoxLayout(cuts)
        for row in (self._effect, self._cuts):
            row.setContentsMargins(0, 0, 0, 0)
        self._pair = QWidget()
        self._answers = QVBoxLayout(self._pair)
        self._answers.setContentsMargins(0, 0, 0, 0)
        self._answers.addWidget(self.pair_key)
        self._answers.addWidget(self.answers, 1)
        self._effect.addWidget(self._pair, 2)
        self._effect.addWidget(self.judged, 5)
        self._cuts.addWidget(self.list, 3)
        self._cuts.addWidget(self.many, 2)
        for page in (effect, self.sweep, cuts):
            self.pages.addWidget(page)
        right = QVBoxLayout()
        right.addWidget(self.tabs)
        right.addWidget(self.pages, 1)
        self._lower = QHBoxLayout()
        self._lower.addWidget(self.inspector, 5)
        self._lower.addLayout(right, 9)
        self._right, self._all = right, QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addWidget(self.wide, 4)
        self._all.addLayout(self._lower, 6)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _say_key(self) -> None:
        """How far the judging is, and how to read the matrix."""
        score, share = self._score, 1.0
        if score is None or not score.done:
            text = ""
        elif not score.complete:
            text = self.tr("The first {n} of {total} test images").format(
                n=f"{score.done:,}", total=f"{score.total:,}"
            )
            share = score.done / score.total
        elif np.array_equal(score.before, score.after):
            text = self.tr("All {total} test images").format(total=f"{score.total:,}")
        else:
            text = self.tr("Orange: more than before; blue: fewer")
        self.key.show_work(text, share, "over" if share == 1 else self._judging)

    def _say_tabs(self) -> None:
        cuts = self.tr("Cuts ({n})").format(n=self._n_cuts) if self._n_cuts else self.tr("Cuts")
        self.tabs.set_texts([self.tr("Effect"), self.tr("How much can go"), cuts])

    def _retranslate(self) -> None:
        self._say_tabs()
        self._say_key()
        self.pair_key.setText(self.tr("Thin: before; thick: after"))
        self.nothing.setText(
            self.tr("What this net ought to answer is not known here: only its answer can be compared.")
        )

    def _restyle(self) -> None:
        look = theme()
        self.wide.setMinimumHeight(self.units.minimumSizeHint().height())
        self._right.setSpacing(look.space(2))
        self._matrix.setSpacing(look.space(1))
        self._effect.setSpacing(look.space(3))
        self._cuts.setSpacing(look.space(4))
        self._lower.setSpacing(look.space(5))
        self._all.setSpacing(look.space(2))


def _row(frame: SurgeryFrame, *, before: bool) -> Array | None:
    """The plain output (K,), where it cannot be read as probabilities."""
    trace = frame.before if before else frame.after
    if trace is None:
        return None
    found: Array = trace.output[0].ravel()
    return found
