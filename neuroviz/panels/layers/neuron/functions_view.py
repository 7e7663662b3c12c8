"""FunctionsView: all activation functions with their derivatives; one is chosen by a click or by Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.nn import Layer, LeakyReLU
from neuroviz.panels.layers.neuron import names
from neuroviz.panels.layers.neuron.ink import dashed, dot, draw_axes, draw_curve, framed, solid
from neuroviz.panels.layers.neuron.names import number
from neuroviz.sims.bends import FUNCTIONS, Curve, beside, gallery, value_and_slope
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed
from neuroviz.ui.theme import Theme, theme, theme_changes

_KINDS = tuple(FUNCTIONS)
_TIP_AGE_MS = 8000
_REACH = 4.0
_STEP = 0.1
_SLOPE = 0.1  # of the leaky ReLU in the gallery: 0.01 could not be told from a ReLU


class FunctionsView(Ringed):
    """large: a gallery with formulas, and one z that is moved through all of them; else a strip.

    Left and Right go along, Enter chooses; Up and Down move z in the gallery.
    """

    chosen = Signal(str)
    """This function is wanted."""

    def __init__(self, *, large: bool) -> None:
        super().__init__()
        self._large = large
        self._now, self._allowed = "linear", _KINDS
        self._at = 0
        self._z = 1.0
        self._low = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy.Policy.Expanding if large else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def set_now(self, kind: str, allowed: tuple[str, ...], z: float | None = None) -> None:
        """Mark the function in use; only those allowed can be chosen, none at all where nothing is bent."""
        if (kind, allowed) != (self._now, self._allowed):
            self._now, self._allowed = kind, allowed
            if not self.hasFocus() and kind in _KINDS:
                self._at = _KINDS.index(kind)
            self._describe()
            self.update()
        if z is not None and abs(z) <= _REACH and self._large and not self.underMouse():
            self._z = round(z, 2)
            self.update()

    def sizeHint(self) -> QSize:
        """A gallery takes what there is, a strip one line of small pictures."""
        high = theme().space(100) if self._large else self.minimumSizeHint().height()
        return QSize(theme().space(100), high)

    def minimumSizeHint(self) -> QSize:
        """The least in which a curve can be told from another."""
        return QSize(theme().space(60), theme().space(60 if self._large else 7 if self._low else 15))

    def set_low(self, low: bool) -> None:
        """Names alone, where there is no room for pictures."""
        if low != self._low:
            self._low = low
            self._restyle()

    # -- paint -------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """A card for each function."""
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        curves = gallery(_REACH, _SLOPE)
        for i, kind in enumerate(_KINDS):
            self._paint_card(painter, i, curves[kind], look)
        if self._large:
            self._paint_legend(painter, look)

    def _paint_legend(self, painter: QPainter, look: Theme) -> None:
        """In the place of an eighth card."""
        card = self._card(len(_KINDS), look).adjusted(8, 8, -8, -8)
        text = self.tr(
            "Solid: f, as the engine computes it. Dashed: its slope f′, by the engine's own backward pass. "
            "All dots are at one z: move the mouse."
        )
        painter.setPen(look.quiet)
        font = look.font(0.85)
        painter.setFont(font)
        painter.drawText(card, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), text)

    def _paint_card(self, painter: QPainter, i: int, line: Curve, look: Theme) -> None:
        kind, card = _KINDS[i], self._card(i, look)
        allowed, now = kind in self._allowed, kind == self._now and bool(self._allowed)
        painter.setPen(QPen(look.accent, look.stroke(2)) if now else Qt.PenStyle.NoPen)
        painter.setBrush(look.raised if now else look.card)
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 4, 4)
        if self.hasFocus() and i == self._at:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.text, look.stroke(1.25), Qt.PenStyle.DashLine))
            painter.drawRoundedRect(card.adjusted(3, 3, -3, -3), 3, 3)
        painter.save()
        if not allowed and not self._large:
            painter.setOpacity(0.35)
        weight = QFont.Weight.DemiBold if now else QFont.Weight.Normal
        font = look.font(1.0 if self._large else 0.85, QFont.Weight.DemiBold)
        high = QFontMetricsF(font).height()
        title = QRectF(card.left() + 4, card.top() + 2, card.width() - 8, high)
        if self._low:
            title = card.adjusted(4, 1, -4, -1)
        name = names.function(kind) if self._large else names.short(kind)
        every = (name,) if self._large else tuple(names.short(one) for one in _KINDS)
        font = QFont(fitting(font, every, title.width(), high))
        font.setWeight(weight)
        painter.setFont(font)
        painter.setPen(look.text)
        painter.drawText(title, int(Qt.AlignmentFlag.AlignCenter), name)
        if not self._low:
            self._paint_plot(painter, i, line, card, look)
        painter.restore()

    def _paint_plot(self, painter: QPainter, i: int, line: Curve, card: QRectF, look: Theme) -> None:
        kind, high = _KINDS[i], QFontMetricsF(look.font(1.0 if self._large else 0.85)).height()
        place = card.adjusted(6, high + 3, -6, -5)
        if self._large:
            place = place.adjusted(4, 2 * high + 4, -4, -high - 2)
            self._paint_formula(painter, kind, card, high, look)
        values = (line.y, line.dy) if self._large else (line.y,)
        frame = framed(place, _REACH, *values)
        draw_axes(painter, frame, look)
        if self._large:
            draw_curve(painter, frame, line.z, line.dy, dashed(look))
        draw_curve(painter, frame, line.z, line.y, solid(look, 2.0 if self._large else 1.5))
        if self._large:
            self._paint_values(painter, kind, card, high, look)
            y, slope = self._value(kind)
            painter.setPen(QPen(look.accent, 1, Qt.PenStyle.DotLine))
            x = frame.x(self._z)
            painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))
            dot(painter, frame.point(self._z, slope), 3.0 * look.text_scale, look, filled=False)
            dot(painter, frame.point(self._z, y), 4.0 * look.text_scale, look)

    def _paint_formula(self, painter: QPainter, kind: str, card: QRectF, high: float, look: Theme) -> None:
        layer = _layer(kind)
        lines = (f"f(z) = {names.formula(layer)}", f"f′(z) = {names.derivative(layer)}")
        painter.setPen(look.quiet)
        for i, text in enumerate(lines):
            place = QRectF(card.left() + 6, card.top() + 2 + (i + 1) * high, card.width() - 12, high)
            painter.setFont(fitting(look.font(0.85), (text,), place.width(), high))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_values(self, painter: QPainter, kind: str, card: QRectF, high: float, look: Theme) -> None:
        y, slope = self._value(kind)
        text = f"f({number(self._z)}) = {number(y)}   f′ = {number(slope)}"
        place = QRectF(card.left() + 6, card.bottom() - high - 3, card.width() - 12, high)
        painter.setPen(look.text)
        painter.setFont(fitting(look.font(0.85, tabular=True), (text,), place.width(), high))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _value(self, kind: str) -> tuple[float, float]:
        layer = _layer(kind)
        return value_and_slope(layer, self._z, beside(layer))

    def _card(self, i: int, look: Theme) -> QRectF:
        columns = 4 if self._large else len(_KINDS)
        rows = -(-len(_KINDS) // columns)
        gap = look.space(2 if self._large else 1)
        wide = (self.width() - (columns - 1) * gap) / columns
        high = (self.height() - (rows - 1) * gap) / rows
        row, column = divmod(i, columns)
        return QRectF(column * (wide + gap), row * (high + gap), wide, high)

    # -- the hand ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the function."""
        i = self._card_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and i is not None:
            self._at = i
            self._choose()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The same z in every function; and what a click would do."""
        i = self._card_at(event.position())
        if i is None:
            return
        if self._large:
            card = self._card(i, theme())
            share = (event.position().x() - card.left() - 10) / max(1.0, card.width() - 20)
            self._z = round(min(max(2 * share - 1, -1.0), 1.0) * _REACH, 2)
            self._describe()
            self.update()
            QToolTip.showText(
                event.globalPosition().toPoint(), self._note(_KINDS[i]), self, self.rect(), _TIP_AGE_MS
            )
        else:
            QToolTip.showText(
                event.globalPosition().toPoint(), self._tip(_KINDS[i]), self, self.rect(), _TIP_AGE_MS
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along, choose, move z."""
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = 1 if key == Qt.Key.Key_Right else -1
            self._at = min(max(self._at + by, 0), len(_KINDS) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif self._large and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            z = self._z + (_STEP if key == Qt.Key.Key_Up else -_STEP)
            self._z = round(min(max(z, -_REACH), _REACH), 2)
        else:
            super().keyPressEvent(event)
        self._describe()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def _choose(self) -> None:
        if _KINDS[self._at] in self._allowed:
            self.chosen.emit(_KINDS[self._at])

    def _card_at(self, at: QPointF) -> int | None:
        look = theme()
        return next((i for i in range(len(_KINDS)) if self._card(i, look).contains(at)), None)

    def _tip(self, kind: str) -> str:
        if kind in self._allowed:
            return f"{names.function(kind)}: f(z) = {names.formula(FUNCTIONS[kind])}"
        if self._allowed:
            return self.tr("A softmax shares 1 among the units of a layer: only the last may end in it.")
        return self.tr("This layer has no function to exchange.")

    def _note(self, kind: str) -> str:
        """What the formula leaves open."""
        if kind == "softmax":
            return self.tr("A softmax depends on the numbers beside it: here they are 0 and 0.")
        if kind == "gelu":
            return self.tr("Here u = 0.798 (z + 0.0447 z³), u′ its derivative, and t = tanh u.")
        if kind == "leaky_relu":
            return self.tr("Drawn with a slope of 0.1; a new one in a net has 0.01.")
        return ""

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Activation functions"))
        kind = _KINDS[self._at]
        text = self._tip(kind)
        if self._large:
            y, slope = self._value(kind)
            text = f"{names.function(kind)}: f({number(self._z)}) = {number(y)}, f′ = {number(slope)}"
        self.setAccessibleDescription(text)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _layer(kind: str) -> Layer:
    return LeakyReLU(_SLOPE) if kind == "leaky_relu" else FUNCTIONS[kind]
