"""CheckBox: whether the maps are right: the probability while inputs are taken away in their order."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from neuroviz.panels.layers.why import words
from neuroviz.panels.layers.why.one_line import OneLine
from neuroviz.sims.attribution import GRADIENT, INTEGRATED, OCCLUSION, TIMES_INPUT
from neuroviz.sims.why import WhyFrame
from neuroviz.ui.controls import Words
from neuroviz.ui.curve_values import colour_of
from neuroviz.ui.curves import Axis, Curves, Series
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.numbers import percent
from neuroviz.ui.theme import theme, theme_changes

RANDOM = "random"
_COLOURS: dict[str, int | str] = {RANDOM: "text", GRADIENT: 3, TIMES_INPUT: 1, INTEGRATED: 7, OCCLUSION: 2}


class Check(QWidget):
    """A chart, and beside each name the mean height of its curve: the lower, the more faithful the map."""

    def __init__(self) -> None:
        super().__init__()
        self._frame: WhyFrame | None = None
        self._shown: object = None
        self.chart = Curves()
        self.chart.set_naming("none")
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.legend = _Legend()
        self._title, self._worth = OneLine(bold=True), Words(scale=0.85, quiet=True)
        self._worth.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self.chart, self.legend, self._worth):
            self._column.addWidget(part, 1 if part is self.chart else 0)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def show_frame(self, frame: WhyFrame) -> None:
        """Show its curves; those of a moment ago stay until there are others."""
        self._frame = frame
        key = frame.taken is None, tuple(frame.curves), frame.step if frame.curves else -1
        if key == self._shown or not (RANDOM in frame.curves or frame.complete):
            return
        self._shown = key
        self._show()

    def _show(self) -> None:
        frame = self._frame
        self._set_axes()
        if frame is None or frame.taken is None or len(frame.taken) < 2:
            self.chart.set_series([])
            self.legend.set_rows([])
            return
        series, rows = [], []
        for name, curve in sorted(frame.curves.items(), key=lambda one: list(_COLOURS).index(one[0])):
            colour = _COLOURS[name]
            text = self._order_name(name)
            series.append(Series.of(text, frame.taken, curve, colour, dash=name == RANDOM))
            rows.append((text, float(np.mean(curve)), colour, name == RANDOM))
        self.chart.set_series(series)
        self.legend.set_rows(rows)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._title.setText(self.tr("Is the map right?"))
        self._worth.setText(words.worth_of_curve())
        self.chart.setAccessibleName(self.tr("Probability, while inputs are taken away"))
        self.chart.set_hint(self.tr("follows the maps"))
        self.legend.setAccessibleName(self.tr("Mean probability by order"))
        self.legend.setToolTip(
            self.tr(
                "The mean height of each curve: |∇f| by the size of the gradient, x·∇f by gradient × input, "
                "∫∇f by integrated gradients, and by occlusion. The inputs that a map puts highest are taken "
                "away first, until all are as the baseline; random is the mean of 8 orders."
            )
        )
        self._show()

    def _order_name(self, name: str) -> str:
        return {
            RANDOM: self.tr("random"), GRADIENT: "|∇f|", TIMES_INPUT: "x·∇f", INTEGRATED: "∫∇f",
            OCCLUSION: self.tr("occl."),
        }[name]  # fmt: skip

    def _set_axes(self) -> None:
        frame = self._frame
        last = None if frame is None or frame.taken is None else float(max(frame.taken[-1], 1))
        y = self.tr("probability")
        if frame is not None and frame.chosen >= 0:
            y = self.tr("probability of {k}").format(k=frame.chosen)
        x = Axis(self.tr("inputs taken away"), low=0, high=last)
        self.chart.set_axes(x, Axis(y, low=0, high=1, share=True))

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(0.5))
        self.chart.setMinimumHeight(theme().space(18))


class _Legend(QWidget):
    """Names in the colours of their curves, with their means, two beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, float, int | str, bool]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self.updateGeometry)

    def set_rows(self, rows: list[tuple[str, float, int | str, bool]]) -> None:
        """Name, mean, colour, and whether its line is broken."""
        self._rows = rows
        self.setAccessibleDescription(", ".join(f"{name}: {percent(mean)}" for name, mean, _, _ in rows))
        self.update()

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(theme().space(30), round(3 * QFontMetricsF(theme().font(0.85)).height()))

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """A piece of each line, its name, its mean."""
        look = theme()
        line, dash = self.height() / 3, look.space(3.5)
        texts = [f"{name} {percent(mean)}" for name, mean, _, _ in self._rows]
        metrics = QFontMetricsF(look.font(0.85, tabular=True))
        lefts, rights = (max(map(metrics.horizontalAdvance, texts[i::2]), default=0.0) for i in (0, 1))
        room = self.width() - 2 * dash - look.space(3)
        share = lefts / max(lefts + rights, 1.0)
        painter.setFont(fitting(look.font(0.85, tabular=True), texts[::2], room * share))
        for i, (text, (_, _, colour, broken)) in enumerate(zip(texts, self._rows, strict=True)):
            row, column = divmod(i, 2)
            left = column * (dash + look.space(2) + room * share)
            place = QRectF(left, row * line, self.width() - left, line)
            pen = QPen(QColor(colour_of(colour, look)), look.stroke(2))
            pen.setStyle(Qt.PenStyle.DashLine if broken else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            middle = place.center().y()
            painter.drawLine(QPointF(place.x() + 1, middle), QPointF(place.x() + dash, middle))
            painter.setPen(look.text)
            painter.drawText(place.adjusted(dash + look.space(1), 0, 0, 0), int(_FLAGS), text)

    def changeEvent(self, event: QEvent) -> None:
        """Another font."""
        super().changeEvent(event)
        self.update()


_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
