"""NetView: a whole net in one picture, from its input to its answer, while it works."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.nn import Net, Trace
from neuroviz.ui import device
from neuroviz.ui.backing import Backing
from neuroviz.ui.errors import mend, painted
from neuroviz.ui.netview import backdrop, ground, overlay, words
from neuroviz.ui.netview.card import InfoCard
from neuroviz.ui.netview.cells import Tables
from neuroviz.ui.netview.facts import Spot, weight_pictures
from neuroviz.ui.netview.layout import Size, chosen
from neuroviz.ui.netview.model import Model
from neuroviz.ui.theme import Theme, theme, theme_changes

LINKS = 60  # drawn into each stage, unless told otherwise
_LABELLED = 20  # an answer of so many units or fewer has labels
_LINES = 3  # of a caption
_STILL_MS = 90  # without a new trace, after which links are drawn smooth again
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class NetView(QWidget):
    """Feature maps, unit columns, and the links that matter. Mouse or arrow keys ask for any value."""

    hovered = Signal(str)
    """Rich text about the value that is asked for; empty when none is."""

    picked = Signal(object)
    """A value was clicked, or Enter was pressed on it: its Spot."""

    def __init__(self, parent: QWidget | None = None, *, answers: bool = True) -> None:
        """answers: the largest value of the last stage is what the net says, and is marked."""
        super().__init__(parent)
        self._answers = answers
        self._model: Model | None = None
        self._k = LINKS
        self._spot: Spot | None = None
        self._labels: tuple[str, ...] | None = None
        self._tables = Tables(theme())
        self._back: QPixmap | None = None  # captions and links; None: to be drawn at the next paint
        self._words = Backing()
        self._arranged = False
        self._coarse = False  # links without smooth edges, a fifth of the work, while traces come in a stream
        self._still = QTimer(self, singleShot=True, interval=_STILL_MS)
        self._still.timeout.connect(self._refine)
        self._brevity = 0  # of the captions
        self._card = InfoCard(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._name()

    # -- what is shown -------------------------------------------------------------------------------

    def set_net(self, net: Net | None) -> None:
        """Show another net, without activity until it is given a trace."""
        self._ask(None)
        self._model = None if net is None else self._made(net)
        self._arranged, self._back = False, None
        # with a net it paints all of its ground itself: nothing needs to be painted below it
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, net is not None)
        self._name()
        mend(self)

    def net(self) -> Net | None:
        """The net on show."""
        return None if self._model is None else self._model.net

    def set_trace(self, trace: Trace | None) -> None:
        """Show a trace of the net, its first example; None for a net at rest."""
        model = self._model
        if model is None:
            return
        self._arrange(model)
        model.set_trace(trace, self._k)
        model.colour(self._tables)
        self._stir()
        if self._spot is not None:
            self._ask(self._spot)

    def set_links(self, k: int) -> None:
        """How many links are drawn into each stage."""
        self._k = max(0, k)
        if self._model is not None:
            self.set_trace(self._model.trace)

    def set_labels(self, labels: tuple[str, ...] | None) -> None:
        """Names of the answer's units; None for their numbers from 0."""
        self._labels, self._back = labels, None
        self.update()

    def ask(self, spot: Spot | None) -> None:
        """Say what is known about a value, as if the mouse were on it."""
        if self._model is not None:
            self._arrange(self._model)
            self._ask(spot)

    def asked(self) -> Spot | None:
        """The value that is asked for."""
        return self._spot

    def ask_rect(self) -> QRect:
        """Where the value that is asked for is drawn; empty when none is."""
        if self._model is None or self._spot is None:
            return QRect()
        return QRectF(*self._model.rect(self._spot)).toAlignedRect()

    # -- inside ----------------------------------------------------------------------------------------

    def _made(self, net: Net) -> Model:
        """What shows a net; a map has one of its own."""
        return Model(net)

    def _stir(self) -> None:
        """The backdrop is another; coarse if it was another just before, too."""
        self._back = None
        self._coarse = self._still.isActive()
        self._still.start()
        self.update()

    def _ask(self, spot: Spot | None) -> None:
        model = self._model
        if model is None or spot is None or spot.stage not in model.blocks:
            if self._spot is not None:
                self._spot = None
                self._card.hide()
                self.hovered.emit("")
                self.update()
            return
        self._spot = spot
        stage = model.stages[spot.stage]
        label = self._label(spot.cell) if self._labelled(model, spot.stage) else None
        html = words.told(model.net, stage, spot, model.known(spot), label)
        block = model.blocks[spot.stage]
        _, y, _, high = model.rect(spot)
        beside = QRectF(block.x, y, block.width, high).toAlignedRect()
        self._card.tell(html, weight_pictures(model.net, stage, spot.cell), beside)
        self.hovered.emit(html)
        self.update()

    def _labelled(self, model: Model, stage: int) -> bool:
        return stage == model.last and stage > 0 and model.stages[stage].n_cells <= _LABELLED

    def _label(self, i: int) -> str:
        if self._labels is not None and i < len(self._labels):
            return self._labels[i]
        single = self._model is not None and self._model.stages[self._model.last].n_cells == 1
        return "" if single else str(i)  # a single value is not one of several answers

    def _refine(self) -> None:
        """No trace has come for a moment: the links deserve smooth edges."""
        if self._coarse:
            self._coarse, self._back = False, None
            self.update()

    def _restyle(self) -> None:
        self._tables = Tables(theme())
        self._arranged, self._back = False, None
        if self._model is not None:
            self.set_trace(self._model.trace)
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Net"))
        if self._model is None:
            self.setAccessibleDescription(self.tr("No net."))
            return
        text = self.tr("{n} layers, {parameters} parameters. Arrow keys ask for values.")
        net = self._model.net
        self.setAccessibleDescription(text.format(n=len(self._model.stages) - 1, parameters=net.n_params))

    def _caption(self, model: Model, i: int) -> tuple[str, ...]:
        stage, last = model.stages[i], i == model.last
        return words.caption(model.net, stage, last=last, brevity=self._brevity)

    def _caption_widths(self, model: Model, look: Theme) -> list[int]:
        """What each caption needs; they are as long as fits side by side."""
        fonts = [QFontMetricsF(backdrop.caption_font(look, line)) for line in range(_LINES)]
        widths: list[int] = []
        for self._brevity in range(3):
            widths = []
            for i in range(len(model.stages)):
                lines = zip(fonts, self._caption(model, i), strict=True)
                widths.append(ceil(max(font.horizontalAdvance(text) for font, text in lines)) + look.space(3))
            widths[-1] = max(widths[-1], look.space(20))  # labels stand beside the answer
            if sum(widths[i] for i in chosen(len(widths))) <= self.width() - 2 * look.space(3):
                break
        return widths

    def _arrange(self, model: Model) -> None:
        """Lay out for the present size, unless that has been done."""
        if self._arranged:
            return
        look = theme()
        words_above, bar_below = self._top(look), look.space(6)
        side = look.space(3)
        room = Size(self.width(), self.height(), words_above, bar_below, side, look.text_scale)
        model.arrange(self._caption_widths(model, look), room)
        self._arranged = True
        self._words.forget()
        model.set_trace(model.trace, self._k)
        model.colour(self._tables)

    def _top(self, look: Theme) -> float:
        lines = (QFontMetricsF(backdrop.caption_font(look, i)).height() for i in range(_LINES))
        return ceil(sum(lines)) + look.space(3)

    # -- paint -------------------------------------------------------------------------------------------

    def _ground(self) -> QColor:
        return self.palette().color(self.backgroundRole())

    def _backdrop(self, model: Model) -> QPixmap:
        """Captions and links, drawn anew when the trace, the size or the look has changed."""
        ratio = self.devicePixelRatioF()
        wanted = QSize(ceil(self.width() * ratio), ceil(self.height() * ratio))
        old = self._back
        if old is not None and old.size() == wanted and old.devicePixelRatio() == ratio:
            return old
        back = QPixmap(self._begun(model))
        with QPainter(back) as painter:
            self._draw_links(painter, model, smooth=not self._coarse)
        self._back = back
        return back

    def _begun(self, model: Model) -> QPixmap:
        """The ground with the words on it, which most traces leave as they are."""
        colour = self._ground()

        def draw(painter: QPainter) -> None:
            painter.fillRect(self.rect(), colour)
            self._draw_words(painter, model)

        scales = ground.scale_key(model, self._tables)
        key = (scales, colour.rgba(), overlay.winner(model, mark=self._answers), self._labels)
        return self._words.picture(self, key, draw)

    def _draw_words(self, painter: QPainter, model: Model) -> None:
        ground.draw_words(painter, self, model, self._caption, self._tables)
        if self._labelled(model, model.last):
            first = overlay.winner(model, mark=self._answers)
            overlay.names(painter, model, self._label, theme(), first)

    def _draw_links(self, painter: QPainter, model: Model, *, smooth: bool) -> None:
        ground.draw_links(painter, model, self._ground(), smooth=smooth)

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The backdrop, the cells, the answer's labels, what is asked for."""
        model = self._model
        if model is None:
            return
        self._arrange(model)
        look, colour = theme(), self._ground()
        if device.ratio(painter) == self.devicePixelRatioF():
            painter.drawPixmap(0, 0, self._backdrop(model))
        else:  # a picture of another resolution, or lines for a file
            self._draw_words(painter, model)
            self._draw_links(painter, model, smooth=True)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._spot is not None:  # its own links are to be seen, the others step back
            veil = QColor(colour)
            veil.setAlphaF(0.75)
            top = self._top(look)
            painter.fillRect(QRectF(0, top, self.width(), self.height() - top - look.space(6)), veil)
        for cells in model.cells.values():
            cells.paint(painter)
            if not cells.apart:
                overlay.gaps(painter, cells.block, backdrop.blend(colour, look.line, 0.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._labelled(model, model.last):
            first = overlay.winner(model, mark=self._answers)
            if self._spot is not None:  # over the veil
                overlay.names(painter, model, self._label, look, first)
            overlay.ring(painter, model, look, first)
        if self._spot is not None:
            overlay.follow(painter, model, self._spot, backdrop.pens(look, colour), look)
        self._draw_ring(painter)

    def _draw_ring(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().accent, theme().stroke(2)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def sizeHint(self) -> QSize:
        """Room for four stages."""
        return QSize(theme().space(180), theme().space(110))

    def minimumSizeHint(self) -> QSize:
        """Less than this cannot be read."""
        return QSize(320, 200)

    # -- events --------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The value under the mouse is asked for."""
        if self._model is not None:
            spot = self._model.spot(event.position().x(), event.position().y())
            if spot != self._spot:
                self._ask(spot)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        if event.button() == Qt.MouseButton.LeftButton and self._model is not None:
            spot = self._model.spot(event.position().x(), event.position().y())
            if spot is not None:
                self.picked.emit(spot)
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is asked for any more."""
        self._ask(None)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Arrow keys are ours while we have the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in _ARROWS and not event.modifiers():
                event.accept()
                return True
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._back = None
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next value, Escape asks no more."""
        model = self._model
        if event.key() == Qt.Key.Key_Escape and self._spot is not None:
            self._ask(None)
        elif self._spot is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self._spot)
        elif model is not None and event.key() in _ARROWS and not event.modifiers():
            self._arrange(model)
            self._ask(model.neighbour(self._spot, *_ARROWS[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring appears."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes, and what was asked by keyboard with it."""
        self._ask(None)
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Laid out anew at the next paint."""
        super().resizeEvent(event)
        self._ask(None)
        self._arranged, self._back = False, None

    def changeEvent(self, event: QEvent) -> None:
        """Another language or another ground."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._ask(None)
            self._arranged, self._back = False, None
            self._name()
            self.update()
        super().changeEvent(event)
