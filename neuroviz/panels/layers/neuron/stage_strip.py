"""StageStrip: the layers of a net in a row, of which one is chosen; of very many, those around it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.nn import Net
from neuroviz.panels.layers.neuron import names
from neuroviz.sims.stages import Stage
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed
from neuroviz.ui.theme import Theme, theme, theme_changes

_LEAST = 24  # steps of 4 px for one layer
_TIP_AGE_MS = 4000


@dataclass(frozen=True)
class _Chip:
    stage: int
    place: QRectF


class StageStrip(Ringed):
    """A click, or Left and Right, chooses a layer."""

    chosen = Signal(int)
    """Stage of that number."""

    def __init__(self) -> None:
        super().__init__()
        self._net: Net | None = None
        self._stages: tuple[Stage, ...] = ()
        self._at = 0
        self._flat = False
        self._moved: tuple[float, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def set_stages(
        self, net: Net, stages: tuple[Stage, ...], at: int, moved: tuple[float, ...] = ()
    ) -> None:
        """Show these, and which of them is chosen; moved: by what part of it each has changed."""
        if (net, stages, at, moved) != (self._net, self._stages, self._at, self._moved):
            self._net, self._stages, self._at, self._moved = net, stages, at, moved
            self._describe()
            self.update()

    def set_flat(self, flat: bool) -> None:
        """One line instead of two."""
        if flat != self._flat:
            self._flat = flat
            self._restyle()

    def sizeHint(self) -> QSize:
        """Two lines of text."""
        return QSize(theme().space(120), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """At least one layer."""
        return QSize(theme().space(_LEAST), theme().space(7 if self._flat else 11))

    # -- paint -------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """A chip for each layer in sight."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chips = self._chips(look)
        if not chips:
            return
        inner = chips[0].place.adjusted(6, 2, -6, -2)
        half = inner.height() if self._flat else inner.height() / 2
        bold = look.font(0.85, QFont.Weight.DemiBold, tabular=True)
        lines = zip(*(self._short(chip.stage) for chip in chips), strict=True)
        fonts = [fitting(bold, line, inner.width(), half) for line in lines]
        for chip in chips:
            self._paint_chip(painter, chip, fonts, look)

    def _paint_chip(self, painter: QPainter, chip: _Chip, fonts: list[QFont], look: Theme) -> None:
        now = chip.stage == self._at
        painter.setPen(QPen(look.accent, look.stroke(2)) if now else Qt.PenStyle.NoPen)
        painter.setBrush(look.raised if now else look.card)
        painter.drawRoundedRect(chip.place.adjusted(1, 1, -1, -1), 4, 4)
        if now and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.text, look.stroke(1.25), Qt.PenStyle.DashLine))
            painter.drawRoundedRect(chip.place.adjusted(3, 3, -3, -3), 3, 3)
        inner = chip.place.adjusted(6, 2, -6, -2)
        half = inner.height() if self._flat else inner.height() / 2
        words = self._short(chip.stage)
        for i, (text, colour) in enumerate(zip(words, (look.text, look.quiet), strict=False)):
            top, font = inner.top() + i * half, QFont(fonts[i])
            font.setWeight(QFont.Weight.DemiBold if now else QFont.Weight.Normal)
            place = QRectF(inner.left(), top, inner.width(), half)
            painter.setFont(font)
            painter.setPen(colour)
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), shown)
        self._paint_moved(painter, chip, look)

    def _paint_moved(self, painter: QPainter, chip: _Chip, look: Theme) -> None:
        """A bar along the foot: the changes have come so far."""
        share = self._moved[chip.stage] if chip.stage < len(self._moved) else 0.0
        if share > 0:
            foot = chip.place.adjusted(4, chip.place.height() - look.stroke(4), -4, -1)
            foot.setWidth(max(2.0, foot.width() * min(share, 1.0)))
            painter.fillRect(foot, look.accent)

    def _short(self, number: int) -> tuple[str, ...]:
        """What stands on a chip: one line, or two."""
        assert self._net is not None
        head = f"{number + 1} · {names.short_layer(self._net, self._stages[number])}"
        return (head,) if self._flat else (head, self._words(number)[1])

    def _words(self, number: int) -> tuple[str, str]:
        assert self._net is not None
        stage = self._stages[number]
        head = f"{number + 1} · {names.layer(self._net, stage)}"
        bend = names.bend(self._net, stage)
        return head, f"{names.extent(stage)} · {bend}" if bend else names.extent(stage)

    def _chips(self, look: Theme) -> list[_Chip]:
        """Those around the chosen one, as many as have room."""
        n = len(self._stages)
        if not n:
            return []
        gap = float(look.space(1))
        least = look.space(_LEAST * 0.7 if self._flat else _LEAST)
        room = max(1, int((self.width() + gap) / (least + gap)))
        shown = min(n, room)
        first = min(max(self._at - shown // 2, 0), n - shown)
        wide = min((self.width() - (shown - 1) * gap) / shown, float(look.space(2 * _LEAST)))
        return [
            _Chip(first + i, QRectF(i * (wide + gap), 0, wide, self.height())) for i in range(shown)
        ]

    # -- the hand ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a layer."""
        number = self._stage_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self.chosen.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say in full what is under the mouse."""
        number = self._stage_at(event.position())
        text = "" if number is None else self._told(number)
        QToolTip.showText(event.globalPosition().toPoint(), text, self, self.rect(), _TIP_AGE_MS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The neighbour; Home and End: the first and the last."""
        last = len(self._stages) - 1
        to = {
            Qt.Key.Key_Left: self._at - 1, Qt.Key.Key_Right: self._at + 1, Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if to is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif 0 <= to <= last:
            self.chosen.emit(to)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def _told(self, number: int) -> str:
        """A layer in full, and how far the changes have moved it."""
        text = ", ".join(self._words(number))
        if number < len(self._moved) and math.isfinite(self._moved[number]):
            moved = self.tr("its output has changed by {share} of its length")
            text += "; " + moved.format(share=f"{100 * self._moved[number]:.3g}\N{NARROW NO-BREAK SPACE}%")
        return text

    def _stage_at(self, at: QPointF) -> int | None:
        return next((chip.stage for chip in self._chips(theme()) if chip.place.contains(at)), None)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Layers"))
        if self._stages:
            text = self.tr("{layer}, one of {n}")
            self.setAccessibleDescription(
                text.format(layer=self._told(self._at), n=len(self._stages))
            )

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
