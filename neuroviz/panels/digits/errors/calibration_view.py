"""CalibrationView: how often the net was right when it was so sure, with what chance leaves open."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuroviz.data import scores
from neuroviz.data.calibration import Reliability
from neuroviz.data.judged import Judged
from neuroviz.ui.controls import Words
from neuroviz.ui.curves import Axis, Curves, Series
from neuroviz.ui.theme import theme, theme_changes

_NARROW = "\N{NARROW NO-BREAK SPACE}"


class CalibrationView(QWidget):
    """The reliability diagram and, above it, its error in one number and two proper scores."""

    bin_asked = Signal(float)
    """The visitor points at a certainty: the pictures of its bin are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._bins: Reliability | None = None
        self._words = Words(scale=0.85, quiet=True)
        self._words.setWordWrap(True)
        self.chart = Curves()
        self.chart.set_naming("none")
        self.chart.set_cursor(None, 0.05)
        self.chart.moved.connect(self.bin_asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._words)
        self._column.addWidget(self.chart, 1)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._judged: Judged | None = None
        self._retranslate()

    def show_bins(self, judged: Judged, bins: Reliability) -> None:
        """Show `bins` of `judged`, both as the present temperature makes them."""
        self._judged, self._bins = judged, bins
        self._say()
        self._plot()

    def set_certainty(self, certainty: float | None) -> None:
        """Mark the bin whose pictures are shown."""
        self.chart.set_cursor(certainty, 0.05)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _plot(self) -> None:
        ends = np.array([0.0, 1.0])
        series = [Series(self.tr("perfectly calibrated"), ends, ends, "quiet", dash=True, width=1)]
        bins = self._bins
        if bins is not None and len(bins.counts):
            hits = np.rint(bins.accuracy * bins.counts).astype(int)
            limits = np.array(
                [scores.wilson(int(h), int(n)) for h, n in zip(hits, bins.counts, strict=True)]
            ).T
            error = np.abs(np.stack([bins.accuracy - limits[0], limits[1] - bins.accuracy]))
            series.append(
                Series(self.tr("right"), bins.certainty, bins.accuracy, "accent", "points", error=error)
            )
        self.chart.set_series(series)

    def _say(self) -> None:
        if self._judged is None or self._bins is None or not len(self._judged):
            self._words.setText(self.tr("Calibration error: nothing is judged yet."))
            return
        text = self.tr("Calibration error (ECE) {ece}, Brier score {brier}, log loss {loss}")
        judged = self._judged
        self._words.setText(
            text.format(
                ece=f"{100 * self._bins.ece:.2f}{_NARROW}%",
                brier=f"{scores.brier(judged.probabilities, judged.labels):.4f}",
                loss=f"{scores.log_loss(judged.probabilities, judged.labels):.4f}",
            )
        )

    def _retranslate(self) -> None:
        self.chart.setAccessibleName(self.tr("Calibration"))
        self.chart.setToolTip("")
        self.chart.set_axes(
            Axis(self.tr("how sure"), low=0.0, high=1.0, share=True),
            Axis(self.tr("how often right"), low=0.0, high=1.0, share=True),
        )
        self.chart.set_hint(self.tr("Nothing is judged yet."))
        self._words.setToolTip(
            self.tr(
                "ECE: the distance between how sure and how often right, averaged over all answers by their "
                "bins. Brier score: squared distance of the ten probabilities from the truth, 0 to 2. "
                "Log loss: the mean of −ln of the probability of the true digit. The bars at the points are "
                "what chance leaves open (Wilson, 95 %)."
            )
        )
        self._plot()
        self._say()

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1))
