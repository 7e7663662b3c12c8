"""JudgeColumn: one judge: who it is, its answer, ten bars, and what it looks at."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from neuroviz.panels.digits.judges import words
from neuroviz.panels.digits.judges.evidence import CENTRE, EvidenceView
from neuroviz.panels.digits.judges.slim_bars import SlimBars
from neuroviz.sims.judges import NEAREST, JudgesFrame, Verdict
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.long_work import LongWork, State, UntilDone
from neuroviz.ui.numbers import share
from neuroviz.ui.theme import theme, theme_changes

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
_APART = 1.5  # steps between what a judge is and what it says


class VerdictHead(QWidget):
    """Name and size, the answer large, how sure, and whether it differs from most."""

    def __init__(self) -> None:
        super().__init__()
        self._verdict: Verdict | None = None
        self._mark = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self._restyle)

    def set_verdict(self, verdict: Verdict, mark: str) -> None:
        """Show this; mark: "right" or "wrong" where that is known, else "most", "differs" or "split"."""
        self._verdict, self._mark = verdict, mark
        name = words.shown_name(verdict.name)
        ranked = verdict.ranked
        self.setToolTip(words.describes(verdict))
        self.setAccessibleName(name)
        if ranked is None or verdict.probabilities is None:
            self.setAccessibleDescription(self.tr("No answer yet."))
        else:
            p = words.certainty(verdict)
            text = self.tr("Says {digit} ({p}). {mark}")
            self.setAccessibleDescription(text.format(digit=ranked[0], p=p, mark=self._mark_text()))
        self.update()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Three lines; the answer takes two."""
        look, verdict = theme(), self._verdict
        if verdict is None:
            return
        wide = float(self.width())
        y = self._line(painter, words.shown_name(verdict.name), 0.0, 1.0)
        y = self._line(painter, words.size_of(verdict) if verdict.size else "–", y, 0.85)
        y += look.space(_APART)
        ranked = verdict.ranked
        big = look.font(2.0, QFont.Weight.Bold, tabular=True)
        high = QFontMetricsF(big).height()
        digit = "–" if ranked is None else str(ranked[0])
        painter.setFont(big)
        painter.setPen(look.quiet if ranked is None else look.digit(ranked[0]))
        own = QFontMetricsF(big).horizontalAdvance("0")
        beside = look.space(2)
        right = 0.0 if ranked is None else beside + look.space(17)
        left = max(0.0, (wide - own - right) / 2)
        painter.drawText(QRectF(left, y, own, high), int(CENTRE), digit)
        if ranked is None or verdict.probabilities is None:
            return
        x = left + own + beside
        sure = words.certainty(verdict)
        painter.setPen(look.text)
        painter.setFont(fitting(look.font(1.0, QFont.Weight.DemiBold, tabular=True), (sure,), wide - x))
        painter.drawText(QRectF(x, y, wide - x, high / 2), int(_LEFT), sure)
        mark = self._mark_text()
        colours = {"most": look.quiet, "right": look.good, "wrong": look.bad}
        painter.setPen(colours.get(self._mark, look.warn))
        painter.setFont(fitting(look.font(0.85), (mark,), wide - x))
        painter.drawText(QRectF(x, y + high / 2, wide - x, high / 2), int(_LEFT), mark)

    def _mark_text(self) -> str:
        texts = {
            "most": self.tr("= most"), "differs": self.tr("≠ differs"), "split": self.tr("≠ split"),
            "right": self.tr("✓ right"), "wrong": self.tr("✗ wrong"),
        }  # fmt: skip
        return texts.get(self._mark, "")

    def _line(self, painter: QPainter, text: str, y: float, scale: float) -> float:
        """One centred line; returns where the next begins."""
        look = theme()
        bold = QFont.Weight.DemiBold if scale == 1.0 else QFont.Weight.Normal
        font = look.font(scale, bold, tabular=True)
        high = QFontMetricsF(font).height()
        painter.setFont(fitting(font, (text,), self.width()))
        painter.setPen(look.text if scale == 1.0 else look.quiet)
        painter.drawText(QRectF(0, y, self.width(), high), int(CENTRE), text)
        return y + high

    def sizeHint(self) -> QSize:
        """Its four lines."""
        look = theme()
        fonts = (look.font(), look.font(0.85), look.font(2.0, QFont.Weight.Bold))
        lines = sum(QFontMetricsF(font).height() for font in fonts)
        return QSize(look.space(26), round(lines) + look.space(_APART))

    def minimumSizeHint(self) -> QSize:
        """No lower, but as narrow as a column may be."""
        return QSize(theme().space(20), self.sizeHint().height())

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class JudgeColumn(QWidget):
    """Everything of one judge, from top to bottom; the bars of all columns stand at the same heights.

    The one that remembers shows how far its learning is where later the pictures are.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.head, self.bars, self.evidence = VerdictHead(), SlimBars(), EvidenceView()
        self.work = LongWork(narrow=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.head)
        self._column.addWidget(self.bars, 1)
        self._foot = UntilDone(self.work, self.evidence)
        self._column.addLayout(self._foot)
        theme_changes.changed.connect(self._restyle)
        self._restyle()

    def show_verdict(self, verdict: Verdict, mark: str, images: NDArray[np.uint8] | None) -> None:
        """Show one verdict; images belong to the judge that remembers."""
        self.head.set_verdict(verdict, mark)
        self.bars.set_verdict(verdict)
        self.evidence.set_verdict(verdict, images)

    def show_learning(self, frame: JudgesFrame, *, stopped: bool) -> None:
        """How far the learning by heart is; nothing of it for other judges, and when it is done."""
        learning = self.name == NEAREST and frame.index is None
        if not learning:
            self._foot.show_result()
            return
        self._foot.show_work()
        if frame.ready is None:
            self.work.show_work(self.tr("The pictures cannot be read; the log tells why."), 0.0, "over")
            return
        text = (
            self.tr("Stopped at {p}: it has learnt nothing yet.")
            if stopped
            else self.tr("Learning by heart: {p} …")
        )
        state: State = "stopped" if stopped else "working"
        self.work.show_work(text.format(p=share(frame.ready)), frame.ready, state)

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(2))
