"""ScoresView: how well each net reads this hand, with what chance leaves open, beside its test score."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from neuroviz.data.scores import wilson
from neuroviz.sims.hand import HandFrame, Reading
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.net_chooser import net_title
from neuroviz.ui.numbers import counted_share
from neuroviz.ui.theme import Theme, theme, theme_changes

_LEAST_BAR = 10  # steps of the theme's space
_MOST = 5  # nets that are shown; a workspace rarely has more


class ScoresView(QWidget):
    """A row for each net: name, share with its interval, right of all, test score; below, digit by digit."""

    def __init__(self) -> None:
        super().__init__()
        self._frame: HandFrame | None = None
        self._current = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self.updateGeometry)
        self._describe()

    def show_frame(self, frame: HandFrame, current: str) -> None:
        """Show every net's readings; the current net stands out."""
        changed = self._frame is None or len(self._frame.readings) != len(frame.readings)
        self._frame, self._current = frame, current
        self._describe()
        if changed:
            self.updateGeometry()
        self.update()

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """All rows."""
        if self._frame is None:
            return
        look, high = theme(), self._row_height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i, reading in enumerate(self._frame.readings[:_MOST]):
            self._paint_row(painter, QRectF(0, i * high, self.width(), high), reading, look)

    def _paint_row(self, painter: QPainter, row: QRectF, reading: Reading, look: Theme) -> None:
        assert self._frame is not None
        labels, line = self._frame.labels, QFontMetricsF(look.font()).height()
        names, words = self._columns(look)
        top, gap = QRectF(row.x(), row.y(), row.width(), line), look.space(3)
        weight = QFont.Weight.Bold if reading.name == self._current else QFont.Weight.Normal
        painter.setFont(fitting(look.font(1.0, weight), (net_title(reading.name),), names))
        painter.setPen(look.text)
        painter.drawText(QRectF(top.x(), top.y(), names, line), _LEFT, net_title(reading.name))
        right, read = _counted(reading, labels)
        track = QRectF(names + gap, top.y(), max(1.0, top.width() - names - words - 2 * gap), line)
        _paint_share(painter, track, right, read, look)
        text = self._words(reading, right, read)
        painter.setFont(fitting(look.font(0.85, tabular=True), (text,), words))
        painter.setPen(look.text)
        painter.drawText(QRectF(top.right() - words, top.y(), words, line), _RIGHT, text)
        _paint_digits(painter, top.translated(0, line + look.space(1)), reading, labels, look)

    def _columns(self, look: Theme) -> tuple[float, float]:
        """Pixels for the names and for the words, alike for all nets."""
        assert self._frame is not None
        bold, plain = (
            QFontMetricsF(look.font(1.0, QFont.Weight.Bold)),
            QFontMetricsF(look.font(0.85, tabular=True)),
        )
        known = [(one, *_counted(one, self._frame.labels)) for one in self._frame.readings[:_MOST]]
        names = max(bold.horizontalAdvance(net_title(one.name)) for one, _, _ in known) + 2
        words = max(plain.horizontalAdvance(self._words(*one)) for one in known) + 2
        names = min(names, self.width() * 0.22)
        return names, min(words, self.width() - names - 2 * look.space(3) - look.space(_LEAST_BAR))

    def _words(self, reading: Reading, right: int, read: int) -> str:
        text = self.tr("{right} of {n} ({share}); test {test}") if read else self.tr("test {test}")
        return text.format(
            right=right, n=read, share=counted_share(right, read),
            test=counted_share(reading.test_right, reading.test_done),
        )  # fmt: skip

    def _row_height(self) -> float:
        look = theme()
        return 2 * QFontMetricsF(look.font()).height() + look.space(4)

    def sizeHint(self) -> QSize:
        """Room for every net."""
        n = 2 if self._frame is None else max(1, min(_MOST, len(self._frame.readings)))
        return QSize(theme().space(100), round(n * self._row_height()))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its words can be read."""
        return QSize(theme().space(64), self.sizeHint().height())

    # -- events ------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """What the net under the pointer mistook."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def mistakes(self, reading: Reading) -> str:
        """Every confusion of a net, the commonest first: "7 → 1 (2×), 4 → 9"."""
        if self._frame is None:
            return ""
        labels = self._frame.labels
        wrong = (reading.answers != labels) & (reading.answers >= 0)
        pairs = np.bincount(10 * labels[wrong] + reading.answers[wrong], minlength=100)
        order = [int(k) for k in np.argsort(-pairs, kind="stable") if pairs[k]]
        said = [f"{k // 10} → {k % 10}" + (f" ({pairs[k]}×)" if pairs[k] > 1 else "") for k in order]
        return ", ".join(said)

    def told(self, reading: Reading) -> str:
        """One net in words."""
        if self._frame is None:
            return ""
        right, read = _counted(reading, self._frame.labels)
        low, high = wilson(right, read)
        text = self.tr(
            "{net}: {words}. From so few digits its true share is known to lie between "
            "{low} and {high} percent (Wilson, 95 %)."
        )
        told = text.format(
            net=net_title(reading.name),
            words=self._words(reading, right, read),
            low=round(100 * low),
            high=round(100 * high),
        )
        mistakes = self.mistakes(reading)
        return f"{told} {self.tr('Mistaken: {mistakes}.').format(mistakes=mistakes)}" if mistakes else told

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        i = int(at.y() // self._row_height())
        known = () if self._frame is None else self._frame.readings[:_MOST]
        QToolTip.showText(on_screen, self.told(known[i]) if 0 <= i < len(known) else "", self)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("How well each net reads these digits"))
        known = () if self._frame is None else self._frame.readings
        self.setAccessibleDescription(" ".join(self.told(one) for one in known))


def _counted(reading: Reading, labels: np.ndarray) -> tuple[int, int]:
    """How many of those read so far are right, and how many are read."""
    read = reading.answers >= 0
    return int((reading.answers[read] == labels[read]).sum()), int(read.sum())


def _paint_share(painter: QPainter, track: QRectF, right: int, n: int, look: Theme) -> None:
    """A groove from 0 to 1, filled to the share, with a whisker for the interval."""
    thick = track.height() * 0.4
    box = QRectF(track.x(), track.center().y() - thick / 2, track.width(), thick)
    painter.setPen(QPen(look.line, look.stroke(0.5)) if look.tokens.stroke > 1 else Qt.PenStyle.NoPen)
    painter.setBrush(look.raised)
    painter.drawRoundedRect(box, 2, 2)
    painter.setPen(Qt.PenStyle.NoPen)
    if not n:
        return
    painter.setBrush(look.accent)
    painter.drawRoundedRect(QRectF(box.x(), box.y(), box.width() * right / n, thick), 2, 2)
    low, high = (box.x() + share * box.width() for share in wilson(right, n))
    middle, half = box.center().y(), track.height() * 0.32
    painter.setPen(QPen(look.text, look.stroke(1.5)))
    painter.drawLine(
        QRectF(low, middle, high - low, 0).topLeft(), QRectF(low, middle, high - low, 0).topRight()
    )
    for x in (low, high):
        painter.drawLine(
            QRectF(x, middle - half, 0, 2 * half).topLeft(), QRectF(x, middle + half, 0, 0).topLeft()
        )


def _paint_digits(painter: QPainter, row: QRectF, reading: Reading, labels: np.ndarray, look: Theme) -> None:
    """Digit by digit: right of all of it; a mistake is underlined and bold."""
    wide = row.width() / 10
    counts = []
    for k in range(10):
        mine = (labels == k) & (reading.answers >= 0)
        counts.append((int((reading.answers[mine] == k).sum()), int(mine.sum())))
    texts = [f"{right}/{n}" if n else "–" for right, n in counts]
    bold = look.font(0.85, QFont.Weight.Bold, tabular=True)
    # one size for all of them, in which each fits though it were a mistake
    size = fitting(bold, [f"{k} {text}" for k, text in enumerate(texts)], wide - look.space(1.5)).pointSizeF()
    for k, ((right, n), text) in enumerate(zip(counts, texts, strict=True)):
        box = QRectF(row.x() + k * wide, row.y(), wide, row.height())
        spoilt = right < n
        font = look.font(0.85, QFont.Weight.Bold if spoilt else QFont.Weight.Normal, tabular=True)
        font.setPointSizeF(size)
        painter.setFont(font)
        ahead = QFontMetricsF(font).horizontalAdvance(f"{k} ")
        painter.setPen(look.digit(k))
        painter.drawText(box, _LEFT, str(k))
        painter.setPen(look.bad if spoilt else look.quiet)
        painter.drawText(box.adjusted(ahead, 0, 0, 0), _LEFT, text)
        if spoilt:
            painter.fillRect(QRectF(box.x(), box.bottom() - 1, wide - look.space(2), 2), look.bad)


_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
