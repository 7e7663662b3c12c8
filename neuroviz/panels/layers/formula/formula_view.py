"""FormulaView: a typeset formula to look at, to point at, and to turn the numbers of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QVBoxLayout, QWidget

from neuroviz.panels.layers.formula import inks
from neuroviz.panels.layers.formula.boxes import Box, Glyphs, Mark, Press, marks
from neuroviz.sims.expression import Known, Number, Ref
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed
from neuroviz.ui.theme import Theme, theme, theme_changes

Make = Callable[[Press, float], Box]
"""Sets the formula with a press, within a width."""

SCALES = (1.6, 1.25, 1.0)
_PER_PIXEL, _PER_STEP = 0.01, 0.05  # of a number's size: how far a drag and a key turn it
_LEAST = 0.2  # numbers near 0 are turned as if they were so large
_BRIEF_MS, _LONGEST_MS = 4.0, 150.0  # setting that takes longer waits; a slow moment is not held against it
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_TURNS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class FormulaView(QWidget):
    """A page that scrolls. `show_page` lays another formula on it."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.page.revealed.connect(self._on_revealed)

    def wanted(self, width: int, most: int) -> int:
        """Pixels in height that the formula needs at this width, as large as fits into `most`."""
        return self.page.fit(width, most)

    def to_top(self) -> None:
        """Another formula is read from its beginning."""
        self._area.verticalScrollBar().setValue(0)
        self._area.horizontalScrollBar().setValue(0)

    def _on_revealed(self, x: float, y: float) -> None:
        room = theme().space(8)
        self._area.ensureVisible(round(x), round(y), room, room)


class Page(Ringed):
    """Click a number to hold it, drag or turn the wheel to change it; click a name to choose its value."""

    turned = Signal(object, float)
    """A parameter (Ref) is wanted with this value."""
    let_go = Signal()
    held = Signal(object)
    """The parameter that is held now; None for none."""
    chosen = Signal(object)
    """The place of a value whose name or function was clicked."""
    revealed = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self._make: Make | None = None
        self._scales: tuple[float, ...] = SCALES
        self._told: Callable[[object], str] = lambda _tag: ""
        self._press = Press(theme())
        self._marks: list[Mark] = []
        self._box = Box(0.0, 0.0, 0.0)
        self._fitted: tuple[int, int] = (0, 0)
        self._hold: Ref | None = None
        self._hover: object = None
        self._drag: tuple[QPointF, float] | None = None
        self._took = 0.0
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(lambda: self._lay(*self._fitted))
        self._find = QTimer(self, singleShot=True, interval=0)  # when the page has its size
        self._find.timeout.connect(self._reveal_news)
        self._news: Glyphs | None = None
        self._sought = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme_changes.changed.connect(self._restyle)

    # -- what is shown -----------------------------------------------------------------------------

    def show_page(
        self, make: Make, told: Callable[[object], str], scales: tuple[float, ...] = SCALES
    ) -> None:
        """Lay this formula on the page; told: what a thing on it is, in words."""
        self._make, self._told, self._scales = make, told, scales
        if self._took < _BRIEF_MS:
            self._lay(*self._fitted)
        elif not self._later.isActive():  # a long formula under a moving hand: the window goes first
            self._later.start(round(2 * self._took))

    @property
    def waiting(self) -> bool:
        """Whether what is shown is about to be set anew."""
        return self._later.isActive()

    def fit(self, width: int, most: int) -> int:
        """Set it as large as it fits into width × most; its height."""
        if (width, most) != self._fitted:
            self._lay(width, most)
        return round(self._box.up + self._box.down) + 2 * theme().space(3)

    def seek_chosen(self) -> None:
        """The value that is looked at comes into sight with the next page."""
        self._sought = True

    def held_ref(self) -> Ref | None:
        """The parameter that is held."""
        return self._hold

    def hold(self, ref: Ref | None) -> None:
        """Hold a parameter, silently."""
        if ref != self._hold:
            self._hold = ref
            self.update()

    def _lay(self, width: int, most: int) -> None:
        self._fitted = width, most
        self._later.stop()
        if self._make is None or width <= 0:
            return
        clock = QElapsedTimer()
        clock.start()
        margin = theme().space(3)
        for scale in self._scales:
            press = (
                Press(theme(), scale)
                if scale != self._press_scale or self._press.look is not theme()
                else self._press
            )
            self._press, self._press_scale = press, scale
            self._box = self._make(press, width - 2 * margin - theme().space(3))
            fits = self._box.width <= width - 2 * margin
            if fits and self._box.up + self._box.down + 2 * margin <= most:
                break
        self._marks = list(marks(self._box, margin, margin + self._box.up, self._press))
        self._took = min(clock.nsecsElapsed() / 1e6, _LONGEST_MS)
        self.setMinimumSize(self._needs())
        self.updateGeometry()
        self.update()
        self._find.start()

    _press_scale = 1.0

    def _needs(self) -> QSize:
        margin = 2 * theme().space(3)
        return QSize(round(self._box.width) + margin, round(self._box.up + self._box.down) + margin)

    # -- paint -------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The glyphs and brackets that are in sight."""
        look, sight = theme(), QRectF(self.visibleRegion().boundingRect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fonts = self._press.fonts
        for mark in self._marks:
            if not mark.rect.intersects(sight):
                continue
            if isinstance(mark.part, Glyphs):
                self._paint_ground(painter, mark, look)
                painter.setFont(fonts[mark.part.font])
                painter.setPen(inks.colour(mark.part.role, look))
                painter.drawText(QPointF(mark.x, mark.y), mark.part.text)
            else:
                _paint_bracket(painter, mark, left=mark.part.left, look=look)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRoundedRect(sight.adjusted(1, 1, -1, -1), 4, 4)

    def _paint_ground(self, painter: QPainter, mark: Mark, look: Theme) -> None:
        tag = mark.part.tag if isinstance(mark.part, Glyphs) else None
        ref = tag.ref if isinstance(tag, Number) else None
        box = mark.rect.adjusted(-1, 1, 1, -1)
        if ref is not None and ref == self._hold:
            painter.setPen(QPen(look.accent, look.stroke(1.5)))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            painter.fillRect(box, inks.veil(look))
        elif isinstance(mark.part, Glyphs) and mark.part.role == inks.FRESH:
            painter.fillRect(box, look.accent)
        elif tag is not None and (tag == self._hover or isinstance(tag, Known)):
            painter.fillRect(box, look.raised)

    # -- hands -------------------------------------------------------------------------------------

    def mark_at(self, place: QPointF) -> Mark | None:
        """The glyphs there that stand for something."""
        for mark in self._marks:
            if isinstance(mark.part, Glyphs) and mark.part.tag is not None and mark.rect.contains(place):
                return mark
        return None

    def _number_at(self, place: QPointF) -> Number | None:
        mark = self.mark_at(place)
        tag = mark.part.tag if mark is not None and isinstance(mark.part, Glyphs) else None
        return tag if isinstance(tag, Number) and tag.ref is not None else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A number is held, a name is chosen."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        number, mark = self._number_at(event.position()), self.mark_at(event.position())
        if number is not None:
            self._take(number)
            self._drag = event.position(), number.value
        elif mark is not None and isinstance(mark.part, Glyphs) and isinstance(mark.part.tag, tuple):
            self.chosen.emit(mark.part.tag)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A held number follows the hand, to the right or up: more; else what is under it lights up."""
        if self._drag is not None and self._hold is not None:
            start, value = self._drag
            way = event.position() - start
            by = (way.x() - way.y()) * _PER_PIXEL * max(abs(value), _LEAST)
            if abs(way.x()) + abs(way.y()) > 2:
                self.turned.emit(self._hold, value + by)
            return
        mark = self.mark_at(event.position())
        tag = mark.part.tag if mark is not None and isinstance(mark.part, Glyphs) else None
        if tag != self._hover:
            self._hover = tag
            number = isinstance(tag, Number) and tag.ref is not None
            shape = Qt.CursorShape.SizeHorCursor if number else Qt.CursorShape.ArrowCursor
            self.setCursor(Qt.CursorShape.PointingHandCursor if isinstance(tag, tuple) else shape)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag is over."""
        if event.button() == Qt.MouseButton.LeftButton and self._drag is not None:
            self._drag = None
            self.let_go.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Over the number that is held the wheel turns it; elsewhere the page scrolls."""
        number = self._number_at(event.position())
        if number is None or number.ref != self._hold:
            event.ignore()
            return
        steps = event.angleDelta().y() / 120
        self._turn(number, steps)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from number to number, up and down turn it (with Shift ten times as far)."""
        key = Qt.Key(event.key())
        numbers = self.numbers()
        if key in _ARROWS and numbers:
            refs = [one.ref for one in numbers]
            at = refs.index(self._hold) if self._hold in refs else -1 if _ARROWS[key] > 0 else len(refs)
            self._take(numbers[min(max(at + _ARROWS[key], 0), len(refs) - 1)])
            self._reveal()
        elif key in _TURNS and self._hold is not None:
            far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            for number in numbers:
                if number.ref == self._hold:
                    self._turn(number, far * _TURNS[key])
                    break
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Arrow keys are ours while we have the keyboard; a rest of the mouse asks what this is."""
        wanted = isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _ARROWS | _TURNS
        if wanted and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.mark_at(QPointF(event.pos()))
            tag = mark.part.tag if mark is not None and isinstance(mark.part, Glyphs) else None
            QToolTip.showText(event.globalPos(), "" if tag is None else self._told(tag), self)
            return True
        return super().event(event)

    def numbers(self) -> list[Number]:
        """The parameters on the page that can be turned, each once, in reading order."""
        found: dict[Ref, Number] = {}
        for mark in self._marks:
            tag = mark.part.tag if isinstance(mark.part, Glyphs) else None
            if isinstance(tag, Number) and tag.ref is not None:
                found.setdefault(tag.ref, replace(tag))
        return list(found.values())

    def _take(self, number: Number) -> None:
        self._hold = number.ref
        self.held.emit(number.ref)
        self.update()

    def _turn(self, number: Number, steps: float) -> None:
        value = number.value + steps * _PER_STEP * max(abs(number.value), _LEAST)
        self.turned.emit(number.ref, value)
        self.let_go.emit()

    def _reveal(self) -> None:
        for mark in self._marks:
            tag = mark.part.tag if isinstance(mark.part, Glyphs) else None
            if isinstance(tag, Number) and tag.ref == self._hold:
                self.revealed.emit(mark.rect.center().x(), mark.rect.center().y())
                return

    def _reveal_news(self) -> None:
        """What has been put in just now comes into sight, once; or what has been chosen by hand."""
        wanted, self._sought = inks.CHOSEN if self._sought else inks.FRESH, False
        for mark in self._marks:
            part = mark.part
            if isinstance(part, Glyphs) and part.role == wanted:
                if part != self._news:
                    self._news = part
                    self.revealed.emit(mark.rect.center().x(), mark.rect.center().y())
                return

    def _restyle(self) -> None:
        self._press, self._press_scale = Press(theme()), 1.0
        self._lay(*self._fitted)


def _paint_bracket(painter: QPainter, mark: Mark, *, left: bool, look: Theme) -> None:
    """A round bracket; high ones are straight in the middle."""
    box = mark.rect.adjusted(mark.rect.width() * 0.22, 1, -mark.rect.width() * 0.22, -1)
    near, far = (box.right(), box.left()) if left else (box.left(), box.right())
    bend = min(box.height() / 2, box.width() * 3.5)
    path = QPainterPath(QPointF(near, box.top()))
    path.quadTo(QPointF(far, box.top() + bend * 0.35), QPointF(far, box.top() + bend))
    path.lineTo(far, box.bottom() - bend)
    path.quadTo(QPointF(far, box.bottom() - bend * 0.35), QPointF(near, box.bottom()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.quiet, look.stroke(1.3)))
    painter.drawPath(path)
