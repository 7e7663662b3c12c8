"""LayersView: how large everything is in each layer of a net that learns, and how it has moved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QToolTip

from neuroviz.panels.training.learn import layer_ink, layer_words
from neuroviz.panels.training.learn.layer_ink import COLUMNS, ColumnInk, Columns
from neuroviz.panels.training.learn.layer_rows import MEASURES, LayerRows, layer_rows
from neuroviz.panels.training.learn.pace import Pace
from neuroviz.sims.training.frames import CourseFrame
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.theme import Theme, theme, theme_changes

_NOTCH = 120
_NAMES = -1
_STEPS = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_PageUp: (-8, 0), Qt.Key.Key_PageDown: (8, 0), Qt.Key.Key_Home: (-(10**6), 0),
    Qt.Key.Key_End: (10**6, 0),
}  # fmt: skip


class LayersView(Ringed):
    """A row for each layer with weights. Arrows move a cursor, Enter or a click asks for a layer."""

    layer_asked = Signal(int)
    """The index in the net of the layer with weights."""

    def __init__(self) -> None:
        super().__init__()
        self._course: CourseFrame | None = None
        self._rows: LayerRows | None = None
        self._places: Columns | None = None
        self._at, self._column, self._hover = 0, _NAMES, -1
        self._wanted: tuple[int, int] | None = None  # to be pointed out as soon as there is a row for it
        self._pointed = False
        self._pace = Pace(self, self._take)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        leave_out(self._bar)
        self._bar.hide()
        self._bar.valueChanged.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def show(self, course: CourseFrame | None = None) -> None:
        """Show the layers of a line at its moment; without one, be seen as any widget."""
        if course is None:
            super().show()
            return
        before, self._course = self._course, course
        if self.isVisible() and not _is_same(before, course):
            self._pace.ask()

    def clear(self) -> None:
        """Nothing is learned yet."""
        self._pace.stop()
        self._course = self._rows = self._places = None
        self._point_no_more()
        self._describe()
        self.update()

    def point_out(self, layer: int | None, column: int = _NAMES) -> None:
        """Bring a layer of the net into sight, marked until the hand goes elsewhere; None: no layer."""
        self._point_no_more()
        self._wanted = None if layer is None else (layer, column)
        self._find()
        self.update()

    def pointed_out(self) -> tuple[int, int] | None:
        """The row and the column that are marked."""
        return (self._at, self._column) if self._pointed else None

    def rows(self) -> LayerRows | None:
        """What is shown."""
        return self._rows

    def told(self, i: int, column: int = _NAMES) -> str:
        """What is said of a cell; column −1 is the name of the row, 4 the shares."""
        return "" if self._rows is None else layer_words.told(self._rows, i, column)

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Heading, rows in sight, and a sentence below."""
        look, rows = theme(), self._rows
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if rows is None or self._places is None:
            painter.setFont(look.font())
            painter.setPen(look.quiet)
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            text = self.tr("The layers are measured with the first step.")
            painter.drawText(QRectF(self.rect()), flags, text)
            return
        places = self._places
        layer_ink.paint_head(painter, places, rows, look)
        self._paint_foot(painter, rows, look)
        above = places.head - look.space(2)  # a name may be higher than its row
        painter.setClipRect(QRectF(0, above, self.width(), self._bottom() - above))
        top = places.head - self._bar.value()
        self._paint_ground(painter, places, top, look)
        inks = [ColumnInk(rows, places, k, look) for k in range(len(MEASURES))]
        seen = self._seen(places)
        for ink in inks:
            ink.paint_ground(painter, places.head, min(self._bottom(), top + len(rows.stages) * places.row))
            ink.paint_link(painter, top)
            for i in seen:
                ink.paint_cell(painter, i, top)
        self._paint_names(painter, seen, top, look)
        self._paint_cursor(painter, places, top, look)

    def _paint_ground(self, painter: QPainter, places: Columns, top: float, look: Theme) -> None:
        for i in self._seen(places):
            if i == self._hover or (self._pointed and i == self._at):
                painter.fillRect(QRectF(0, top + i * places.row, self._wide(), places.row), look.raised)
            elif places.row >= look.space(5):
                painter.setPen(QPen(look.line, 1))
                y = round(top + (i + 1) * places.row) - 0.5
                painter.drawLine(0, int(y), int(self._wide()), int(y))

    def _paint_names(self, painter: QPainter, seen: range, top: float, look: Theme) -> None:
        assert self._rows is not None
        assert self._places is not None
        places, rows = self._places, self._rows
        line = QFontMetricsF(look.font(0.85)).height()
        every = max(1, -int(-line * 0.85 // places.row))
        silent = rows.silent
        for i in seen:
            row = QRectF(0, top + i * places.row, places.name - look.space(1), places.row)
            if i % every == 0 or i == self._hover:
                self._paint_name(painter, row, i, look)
            box = QRectF(places.left[-1], row.top(), places.wide[-1], places.row)
            layer_ink.paint_pips(painter, box, float(silent[i]), look)

    def _paint_name(self, painter: QPainter, row: QRectF, i: int, look: Theme) -> None:
        assert self._rows is not None
        text = layer_words.row_name(self._rows, i)
        font = fitting(look.font(0.85), (text,), row.width())
        painter.setFont(font)
        words = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, row.width())
        painter.setPen(look.text)
        if row.height() >= look.space(9):
            row = QRectF(row.left(), row.top(), row.width(), row.height() * 0.6)
        painter.drawText(row, _LEFT, words)

    def _paint_cursor(self, painter: QPainter, places: Columns, top: float, look: Theme) -> None:
        if not (self.hasFocus() or self._pointed):
            return
        left = 0.0 if self._column == _NAMES else places.left[self._column] - look.space(1)
        wide = places.name if self._column == _NAMES else places.wide[self._column]
        box = QRectF(left, top + self._at * places.row, wide, places.row).adjusted(1, 1, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.accent, look.stroke(2)))
        painter.drawRoundedRect(box, 3, 3)

    def _paint_foot(self, painter: QPainter, rows: LayerRows, look: Theme) -> None:
        text = layer_words.summary(rows)
        box = QRectF(0, self._bottom(), self._wide(), self.height() - self._bottom())
        painter.setFont(fitting(look.font(0.85), (text,), box.width()))
        painter.setPen(look.text)
        painter.drawText(box, _LEFT, text)

    # -- the hand ----------------------------------------------------------------------------------------

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column under a point."""
        places = self._places
        if places is None or self._rows is None or not places.head <= y < self._bottom():
            return None
        i = int((y - places.head + self._bar.value()) // places.row)
        return (i, places.at(x)) if 0 <= i < len(self._rows.stages) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer stands out."""
        found = self.cell_at(event.position().x(), event.position().y())
        self._set_hover(-1 if found is None else found[0])

    def leaveEvent(self, event: QEvent) -> None:
        """It rests."""
        self._set_hover(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click asks for a layer."""
        found = self.cell_at(event.position().x(), event.position().y())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._point_no_more()
            self._go_to(*found)
            self._ask()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, pages, ends; Enter asks."""
        key = Qt.Key(event.key())
        if self._rows is not None and plain(event) and key in _STEPS:
            self._point_no_more()
            down, right = _STEPS[key]
            row = min(max(self._at + down, 0), len(self._rows.stages) - 1)
            self._go_to(row, min(max(self._column + right, _NAMES), COLUMNS - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._rows is not None:
            self._ask()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, where there is more than is seen."""
        if self._bar.maximum() == 0:
            event.ignore()
            return
        turned = event.pixelDelta().y() or event.angleDelta().y() * theme().space(12) // _NOTCH
        self._bar.setValue(self._bar.value() - turned)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """The formula of the cell under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    # -- events ------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """What came while it was not seen."""
        super().showEvent(event)
        if self._course is not None:
            self._pace.now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is drawn that is not seen."""
        self._pace.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Higher or lower rows."""
        super().resizeEvent(event)
        self._lay_out()
        if self._pointed:
            self._go_to(self._at, self._column)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._restyle()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Some rows."""
        return QSize(theme().space(110), theme().space(90))

    def minimumSizeHint(self) -> QSize:
        """The least that can be read."""
        return QSize(theme().space(70), theme().space(40))

    # -- inside ------------------------------------------------------------------------------------------

    def _take(self) -> None:
        if self._course is not None:
            before, self._rows = self._rows, layer_rows(self._course)
            if before is not None and before.net.layers != self._rows.net.layers:
                self._pointed = False
            self._at = min(self._at, len(self._rows.stages) - 1)
            self._lay_out()
            self._find()
            self._describe()

    def _lay_out(self) -> None:
        if self._rows is None:
            return
        look, wide = theme(), self._bar.sizeHint().width()
        height = self._bottom()
        self._places = layer_ink.columns(self._wide(), height, self._rows, look)
        room = height - self._places.head
        over = max(0, round(len(self._rows.stages) * self._places.row - room))
        self._bar.setGeometry(self.width() - wide, round(self._places.head), wide, round(room))
        self._bar.setRange(0, over if len(self._rows.stages) > layer_ink.MOST_ROWS or over > 2 else 0)
        self._bar.setPageStep(max(1, round(room)))
        self._bar.setVisible(self._bar.maximum() > 0)
        self.update()

    def _wide(self) -> float:
        return self.width() - self._bar.sizeHint().width()

    def _bottom(self) -> float:
        """Where the sentence begins."""
        return self.height() - QFontMetricsF(theme().font(0.85)).height() - theme().space(1)

    def _seen(self, places: Columns) -> range:
        assert self._rows is not None
        first = int(self._bar.value() // places.row)
        last = int((self._bar.value() + self.height()) // places.row) + 1
        return range(first, min(last, len(self._rows.stages)))

    def _go_to(self, row: int, column: int) -> None:
        self._at, self._column = row, column
        places = self._places
        if places is not None:
            top, room = row * places.row, self._bottom() - places.head
            low, high = int(top + places.row - room) + 1, int(top)
            self._bar.setValue(min(max(self._bar.value(), low), high))
        self._describe()
        self.update()

    def _find(self) -> None:
        if self._wanted is not None and self._rows is not None:
            layer, column = self._wanted
            self._wanted, self._pointed = None, True
            self._go_to(self._rows.row(layer), column)

    def _point_no_more(self) -> None:
        self._wanted, self._pointed = None, False

    def _ask(self) -> None:
        assert self._rows is not None
        self.layer_asked.emit(self._rows.stages[self._at].weights)

    def _set_hover(self, row: int) -> None:
        if row != self._hover:
            self._hover = row
            self.update()

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        found, places = self.cell_at(at.x(), at.y()), self._places
        if places is not None and at.y() < places.head:
            box = QRect(0, 0, self.width(), round(places.head))
            QToolTip.showText(on_screen, layer_words.told_heading(places.at(at.x())), self, box)
            return
        if found is None or places is None:
            QToolTip.hideText()
            return
        top = places.head - self._bar.value() + found[0] * places.row
        box = QRect(0, round(top), self.width(), max(1, round(places.row)))
        QToolTip.showText(on_screen, self.told(*found), self, box)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Layers"))
        if self._rows is None:
            self.setAccessibleDescription("")
            return
        told = self.told(self._at, self._column).replace("\n", ". ")
        self.setAccessibleDescription(f"{layer_words.summary(self._rows)} {told}".strip())

    def _restyle(self) -> None:
        self._lay_out()
        self._describe()
        self.updateGeometry()
        self.update()


def _is_same(before: CourseFrame | None, after: CourseFrame) -> bool:
    """Whether nothing else has been measured."""
    return (
        before is not None
        and before.report is after.report
        and before.reports[-1:] == after.reports[-1:]
        and before.net.layers == after.net.layers
    )


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
