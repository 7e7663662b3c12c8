"""ChainView: the gradient of one weight as a product of factors, the check, and where the weight goes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.panels.layers.backprop import words
from neuroviz.sims.chain import Chain
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.theme import Theme, theme, theme_changes

_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


@dataclass(frozen=True)
class Factor:
    """One box of the chain: a large value over small words; sign before it; the last one is the product."""

    sign: str
    value: float
    name: str
    note: str


class ChainView(QWidget):
    """Factors side by side, blue or orange by their sign, and below them the check and the update."""

    def __init__(self) -> None:
        super().__init__()
        self._chain: Chain | None = None
        self._stepped = self._broken = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self.updateGeometry)
        theme_changes.changed.connect(self.update)
        self._describe()

    def set_chain(self, chain: Chain | None, *, stepped: bool, broken: bool = False) -> None:
        """Show this; stepped: the update is being seen; broken: there is none, for want of numbers."""
        self._chain, self._stepped, self._broken = chain, stepped, broken
        self._describe()
        self.update()

    def factors(self) -> tuple[Factor, ...]:
        """The boxes from left to right."""
        one = self._chain
        if one is None:
            return ()
        parts = [Factor("", one.a, words.input_name(one), words.input_note(one))]
        if one.slope is not None and one.da is not None:
            parts.append(Factor("×", one.slope, "f ′(z)", words.slope_note(one)))
            parts.append(Factor("×", one.da, "∂L/∂a", words.error_note(one)))
        else:
            parts.append(Factor("×", one.dz, "∂L/∂z", words.error_note(one)))
        sign = "=" if one.n_places == 1 and one.a == one.a else "→"
        return (*parts, Factor(sign, one.gradient, words.gradient_name(one), words.gradient_note(one)))

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Boxes, then two lines of words."""
        look, one = theme(), self._chain
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = QFontMetricsF(look.font()).height() * 2 + look.space(3)
        if one is None:
            painter.setFont(look.font())
            painter.setPen(look.quiet)
            painter.drawText(QRectF(self.rect()), _CENTRE | Qt.TextFlag.TextWordWrap, self._nothing())
            return
        factors = self.factors()
        gap = look.space(6)
        wide = (self.width() - (len(factors) - 1) * gap) / len(factors)
        high = self.height() - lines
        for i, factor in enumerate(factors):
            box = QRectF(i * (wide + gap), 0, wide, high)
            self._paint_factor(painter, box, factor, look, last=i == len(factors) - 1)
            if factor.sign:
                painter.setFont(look.font(1.6))
                painter.setPen(look.quiet)
                painter.drawText(QRectF(box.x() - gap, 0, gap, high), _CENTRE, factor.sign)
        self._paint_lines(painter, high + look.space(1), look)

    def _paint_factor(
        self, painter: QPainter, box: QRectF, factor: Factor, look: Theme, *, last: bool
    ) -> None:
        colour = look.positive if factor.value > 0 else look.negative if factor.value < 0 else look.line
        painter.setPen(QPen(colour, look.stroke(2.5 if last else 1.5)))
        painter.setBrush(look.raised)
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), look.space(1.5), look.space(1.5))
        inner = box.adjusted(look.space(2), look.space(1), -look.space(2), -look.space(1))
        third = inner.height() / 3
        rows = (
            (0.0, 1.0, factor.name, look.quiet, 0.85),
            (0.9, 1.1, words.number(factor.value), look.text, 1.6 if last else 1.25),
            (2.0, 1.0, factor.note, look.quiet, 0.85),
        )
        for top, high, text, ink, scale in rows:
            area = QRectF(inner.x(), inner.y() + top * third, inner.width(), high * third)
            self._write(painter, area, text, ink, scale)

    def _write(self, painter: QPainter, area: QRectF, text: str, colour: QColor, scale: float) -> None:
        font = theme().font(scale, tabular=True)
        painter.setFont(fitting(font, (text,), area.width(), area.height() * 1.2))
        painter.setPen(colour)
        painter.drawText(area, int(_CENTRE), text)

    def _paint_lines(self, painter: QPainter, top: float, look: Theme) -> None:
        one = self._chain
        assert one is not None
        line = QFontMetricsF(look.font()).height()
        good = one.kink or words.agrees(one) or words.tiny(one)
        texts = ((words.check(one), look.text if good else look.warn), (words.update(one), look.text))
        for i, (text, colour) in enumerate(texts):
            painter.setFont(fitting(look.font(tabular=True), (text,), self.width()))
            painter.setPen(colour if i == 0 or self._stepped else look.quiet)
            area = QRectF(0, top + i * line, self.width(), line)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), text)

    def sizeHint(self) -> QSize:
        """Three lines in the boxes, two below."""
        look = theme()
        line = QFontMetricsF(look.font()).height()
        return QSize(look.space(120), round(6.6 * line + look.space(5)))

    def minimumSizeHint(self) -> QSize:
        """As high as it is."""
        return QSize(theme().space(60), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def _nothing(self) -> str:
        return words.no_number() if self._broken else words.no_weight()

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Gradient of one weight"))
        one = self._chain
        parts = [f"{f.sign} {f.name} {words.number(f.value)} {f.note}" for f in self.factors()]
        tail = [] if one is None else [words.check(one), words.update(one)]
        self.setAccessibleDescription("; ".join((*parts, *tail)) if one is not None else self._nothing())
