"""DisturbView: the centre of the page: pad and disturbed picture, nine sliders, one curve large."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.data.disturb import LIMITS
from neuroviz.panels.digits.disturb import words
from neuroviz.panels.digits.disturb.amounts import AmountForm
from neuroviz.panels.digits.disturb.sight import Sight
from neuroviz.panels.digits.pixel_sheet import PixelSheet
from neuroviz.sims.disturb import Curve, DisturbFrame
from neuroviz.ui.controls import Words
from neuroviz.ui.curves import Axis, Curves, PlotMark, Series
from neuroviz.ui.pad_tools import PadTools
from neuroviz.ui.shared_pad import SharedPad
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.workspace import Workspace


class DisturbView(QWidget):
    """The pictures of the page; it knows how to show a frame, not where frames come from."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.pad = SharedPad(workspace)
        self.tools = PadTools(self.pad)
        self.sight = Sight()
        self.given = PixelSheet()
        self.amounts = AmountForm()
        self.curves = Curves()
        self.curves.set_naming("peak")
        self._drawn, self._seen, self._given = (Words(scale=0.85, quiet=True) for _ in range(3))
        self._chosen = "rotate"
        self._curve: Curve | None = None
        self._frame: DisturbFrame | None = None
        self._lay_out()
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_frame(self, frame: DisturbFrame) -> None:
        """Show one answer everywhere."""
        self._frame = frame
        self.sight.show_picture(frame.seen)
        self.amounts.set_curves(frame.curves, frame.fresh)
        self._second.setVisible(frame.again)
        if frame.again:
            self.given.show_picture(frame.given)
        self._show_curve()

    def choose(self, name: str) -> None:
        """Show the curve along this amount large."""
        self._chosen = name
        self.amounts.choose(name)
        self._set_axes()
        self._show_curve()

    def set_cursor(self, value: float) -> None:
        """Where the chosen amount stands."""
        limits = LIMITS[self._chosen]
        self.curves.set_cursor(value, step=1.0 if limits.unit == "°" else (limits.high - limits.low) / 200)

    def _show_curve(self) -> None:
        curve = None if self._frame is None else self._frame.curves.get(self._chosen)
        if curve is self._curve:
            return
        self._curve = curve
        if curve is None:
            self.curves.set_series([])
            self.curves.set_marks([])
            return
        p = curve.probabilities
        self.curves.set_series([Series.of(str(k), curve.values, p[:, k], k) for k in range(p.shape[1])])
        self.curves.set_marks([PlotMark(flip.at, _turn(flip.before, flip.after)) for flip in curve.flips])

    def _set_axes(self) -> None:
        limits, (label, _) = LIMITS[self._chosen], words.amount(self._chosen)
        step = 45.0 if limits.unit == "°" else None
        x = Axis(label, limits.unit, limits.low, limits.high, log=limits.log, step=step)
        self.curves.set_axes(x, Axis(self.tr("probability"), low=0.0, high=1.0, share=True))
        self.curves.setAccessibleName(self.tr("Answers along: {amount}").format(amount=label))

    def _lay_out(self) -> None:
        drawing = QVBoxLayout()
        drawing.addWidget(self._drawn)
        drawing.addWidget(self.pad, 1)
        drawing.addWidget(self.tools)
        self._second = QWidget()
        second = QVBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.addWidget(self._given)
        second.addWidget(self.given, 1)
        self._second.hide()
        self._upper = QHBoxLayout()
        self._upper.addLayout(drawing, 1)
        self._upper.addWidget(self._second, 1)
        left = QVBoxLayout()
        left.addLayout(self._upper, 2)
        left.addWidget(self._seen)
        left.addWidget(self.sight, 3)
        right = QVBoxLayout()
        right.addWidget(self.amounts)
        right.addWidget(self.curves, 1)
        self._columns = (drawing, second, left, right)
        self._all = QHBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(left, 9)
        self._all.addLayout(right, 16)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._drawn.setText(self.tr("As drawn"))
        self._seen.setText(self.tr("Disturbed"))
        self._given.setText(self.tr("Prepared again"))
        self.pad.set_hint(self.tr("draw a digit here"))
        self.curves.set_hint(self.tr("The answers along a slider appear here"))
        self._set_axes()

    def _restyle(self) -> None:
        now = theme()
        for column in self._columns:
            column.setSpacing(now.space(1))
        self._columns[3].setSpacing(now.space(2))
        self._upper.setSpacing(now.space(3))
        self._all.setSpacing(now.space(5))


def _turn(before: int, after: int) -> str:
    """What a flip is called; nothing to judge is a dash."""
    return " → ".join("–" if digit < 0 else str(digit) for digit in (before, after))
