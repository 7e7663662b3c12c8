"""JudgesView: the centre of the page: the pad and the templates, a column for each judge, the strip below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from neuroviz.nn import Net
from neuroviz.panels.digits.judges.column import JudgeColumn
from neuroviz.panels.digits.judges.strip import DifferStrip
from neuroviz.panels.digits.judges.templates import TemplateGrid
from neuroviz.sims.judges import JudgesFrame, Verdict
from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.pad_tools import PadTools
from neuroviz.ui.share import leave_out
from neuroviz.ui.shared_pad import SharedPad
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.workspace import Workspace

_PAD_SHARE = 0.4
_LEAST_PAD = 48  # steps of the theme's space
_LEAST_COLUMN = 25
_MOST_COLUMN = 56
_SQUEEZED = 0.9  # of the least: a column may be so narrow where columns scroll


class JudgesView(QWidget):
    """It knows how to show a frame, not where frames come from."""

    learning_asked = Signal(bool)
    """False: stop learning the pictures by heart; True: go on."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.pad = SharedPad(workspace)
        self.tools = PadTools(self.pad)
        self.templates = TemplateGrid()
        self.strip = DifferStrip()
        self.before, self.after = IconButton("chevron_left"), IconButton("chevron_right")
        leave_out(self.before, self.after)
        self.columns: list[JudgeColumn] = []
        self._differ = Words(scale=0.85, quiet=True)
        self._scroll, self._holder = QScrollArea(), QWidget()
        self._lay_out()
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_frame(self, frame: JudgesFrame, nets: dict[str, Net], *, learns: bool = True) -> None:
        """Show what all judges say; `nets`: those of the workspace, for the weights of a linear one.

        learns: False when the visitor has stopped the learning by heart.
        """
        self._make_columns(tuple(one.name for one in frame.verdicts))
        most = frame.majority()
        images = None if frame.index is None else frame.index.digits.images
        for column, one in zip(self.columns, frame.verdicts, strict=True):
            column.show_verdict(one, _mark(frame, one, most), images)
            column.show_learning(frame, stopped=not learns)
        linear = next((one for one in frame.verdicts if _is_linear(nets.get(one.name))), None)
        self.templates.setVisible(linear is not None)
        if linear is not None:
            self.templates.set_linear(nets[linear.name], linear)

    def _make_columns(self, names: tuple[str, ...]) -> None:
        if names == tuple(column.name for column in self.columns):
            return
        for column in self.columns:
            column.hide()
            column.deleteLater()
        self.columns = [JudgeColumn(name) for name in names]
        for column in self.columns:
            self._row.addWidget(column, 1)
            column.work.stop_asked.connect(partial(self.learning_asked.emit, False))
            column.work.start_asked.connect(partial(self.learning_asked.emit, True))
        self._fit()

    def _on_before(self) -> None:
        self.strip.pick_next(-1)

    def _on_after(self) -> None:
        self.strip.pick_next(1)

    def _lay_out(self) -> None:
        self._holder.setObjectName("scrolled")
        self._row = QHBoxLayout(self._holder)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._scroll.setWidget(self._holder)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.pad)
        left.addWidget(self.tools)
        left.addWidget(self.templates, 1)
        self._above = QHBoxLayout()
        self._left = QWidget()
        self._left.setLayout(left)
        self._above.addWidget(self._left)
        self._above.addWidget(self._scroll, 1)
        self._below = QHBoxLayout()
        for one in (self.before, self.strip, self.after):
            self._below.addWidget(one)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._above, 1)
        self._all.addWidget(self._differ)
        self._all.addLayout(self._below)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.pad.set_hint(self.tr("draw a digit here"))
        self.before.describe(self.tr("The one before on which they differ"))
        self.after.describe(self.tr("The next one on which they differ"))
        self._scroll.setAccessibleName(self.tr("Judges"))

    def say_differ(self, text: str) -> None:
        """The words above the strip."""
        self._differ.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share what there is."""
        super().resizeEvent(event)
        self._fit()

    def _restyle(self) -> None:
        look = theme()
        self._above.setSpacing(look.space(5))
        self._row.setSpacing(look.space(4))
        self._below.setSpacing(look.space(1))
        self._all.setSpacing(look.space(1.5))
        self._fit()

    def _fit(self) -> None:
        """The columns come first to what they need, then the pad to its share."""
        look = theme()
        n = len(self.columns)
        needed = n * look.space(_LEAST_COLUMN) + (n - 1) * look.space(4) + look.space(5)
        share = round(self.width() * _PAD_SHARE)
        least = min(share, look.space(_LEAST_PAD))
        left = max(least, min(share, self.width() - needed))
        self._left.setFixedWidth(left)
        narrow, wide = look.space(_LEAST_COLUMN), look.space(_MOST_COLUMN)
        if self.width() - left < needed:  # they scroll: as many as are seen are seen whole
            gap, room = look.space(4), self.width() - left - look.space(5)
            seen = max(1, int((room + gap) / (_SQUEEZED * narrow + gap)))
            narrow = wide = (room + gap) // seen - gap
        for column in self.columns:
            column.setMinimumWidth(narrow)
            column.setMaximumWidth(wide)


def _mark(frame: JudgesFrame, verdict: Verdict, most: int | None) -> str:
    """How a judge's answer stands to the label, where that is known, or to the other judges' answers."""
    if verdict.ranked is None:
        return ""
    label = frame.sheet.label if frame.sheet.drawing.empty else None
    if label is not None:
        return "right" if verdict.ranked[0] == label else "wrong"
    if most is None:
        return "split"
    return "most" if verdict.ranked[0] == most else "differs"


def _is_linear(net: Net | None) -> bool:
    """One dense layer on the pixels."""
    return net is not None and net.input_shape == (784,) and net.shapes[0] == (10,)
