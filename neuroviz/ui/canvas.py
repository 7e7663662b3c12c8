"""DrawingPad: a sheet of paper for mouse, pen and finger."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QUndoStack,
)
from PySide6.QtWidgets import QWidget

from neuroviz.data.ink import Drawing
from neuroviz.data.sheet import Sheet
from neuroviz.ui import device, pad_paper
from neuroviz.ui.brush import BrushSheet
from neuroviz.ui.errors import painted
from neuroviz.ui.pad_history import SheetCommand
from neuroviz.ui.pad_input import STEP, PadInput
from neuroviz.ui.pad_paper import Paper
from neuroviz.ui.pen import Pen, Sample
from neuroviz.ui.theme import theme, theme_changes

_HISTORY = 200
_GHOST = 0.1


class DrawingPad(BrushSheet):
    """A square sheet to draw on; what is drawn is a `Drawing`, over a picture if one was laid on it.

    Left button, pen and one finger draw; the right button and a pen's other end erase; the middle button,
    or Shift with the left, moves everything. Ctrl+Z, Ctrl+Shift+Z, Delete and Shift+arrows by keyboard.
    """

    changed = Signal()
    """What lies on the pad is another than before, also in the middle of a stroke."""
    committed = Signal()
    """One act is complete: a stroke, a move, undo, redo, clearing, a new content."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._input = PadInput(self)  # first: Qt sends events from here on
        self._content = Sheet()
        self._pen: Pen | None = None
        self._live: Sheet | None = None  # with the stroke under way; None: to be put together anew
        self._ground = Sheet()  # what the stroke under way is drawn on
        self._live_width, self._live_erase = 0.0, False
        self._offset = (0.0, 0.0)
        self._shown: int | None = None
        self._hint: str | None = None
        self._paper: Paper | None = None  # None: to be drawn anew at the next paint
        self._ghost: Paper | None = None
        self._history = QUndoStack(self)
        self._history.setUndoLimit(_HISTORY)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMouseTracking(True)  # a move without a button tells of a release that was lost
        theme_changes.changed.connect(self._redraw)
        self._name()

    # -- what lies on it ---------------------------------------------------------------------------

    def content(self) -> Sheet:
        """Strokes and picture together, the stroke being drawn included."""
        return self._now()

    def drawing(self) -> Drawing:
        """All strokes, the one being drawn included."""
        return self._now().drawing

    def picture(self) -> NDArray[np.uint8] | None:
        """The picture under the strokes (n, n), 255 is ink; None for paper."""
        return self._now().picture

    def set_content(self, content: Sheet) -> None:
        """Put something else on the pad; can be undone."""
        self.finish()
        self._do(content)

    def set_drawing(self, drawing: Drawing) -> None:
        """Put this drawing on the pad instead of what is there; can be undone."""
        self.set_content(Sheet(drawing))

    def mirror(self, content: Sheet) -> None:
        """Show what was put on another pad; all such changes in a row are one step of the history."""
        self.finish()
        self._history.push(SheetCommand(self._content, content, self._show, elsewhere=True))
        self.committed.emit()

    def set_picture(
        self, picture: NDArray[np.uint8] | None, label: int | None = None, number: int | None = None
    ) -> None:
        """Put a picture (n, n) uint8 on the pad instead of what is there; can be undone.

        label: what it is known to show; number: which test image it is. ValueError for another shape or type.
        """
        self.set_content(Sheet(picture=picture, label=label, number=number))

    def clear(self) -> None:
        """An empty sheet; can be undone."""
        self.finish()
        if not self._content.empty:
            self._do(Sheet())

    def undo(self) -> None:
        """Take back the last act."""
        self.finish()
        self._history.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.finish()
        self._history.redo()

    def history(self) -> QUndoStack:
        """The acts so far: the pad's own, or the history of the room it stands in."""
        return self._history

    def use_history(self, stack: QUndoStack) -> None:
        """Note every act in this history from now on; undo and redo are its."""
        self.finish()
        self._history = stack

    def nudge(self, dx: float, dy: float) -> None:
        """Move everything by a part of the pad; can be undone."""
        self.finish()
        if not self._content.empty:
            self._do(self._content.moved(dx, dy))

    def set_shown(self, k: int | None) -> None:
        """Show only the first k points, the rest as a ghost; None for all. Drawing goes on from point k."""
        drawing = self._content.drawing
        k = None if k is None or k >= drawing.n_points else max(k, 0)
        if k == self._shown or self._pen is not None:
            return
        before = self._n_shown
        self._shown = k
        if self._paper is not None and before <= self._n_shown:
            self._paper.advance(drawing, before, self._n_shown)
        else:
            self._paper = None
        self.update()

    def shown(self) -> int | None:
        """How many points are shown; None for all."""
        return self._shown

    # -- how it is drawn on ------------------------------------------------------------------------

    def set_hint(self, text: str) -> None:
        """Other words for the empty pad than its own."""
        self._hint = text
        self.update()

    @property
    def busy(self) -> bool:
        """Whether a stroke or a move is under way."""
        return self._pen is not None or self._offset != (0.0, 0.0)

    # -- strokes, as `PadInput` reports them ---------------------------------------------------------

    def sample(self, place: QPointF, pressure: float = 1.0) -> Sample:
        """A place in the widget in pads, at most a little outside the sheet."""
        sheet = self.square()
        x, y = (place.x() - sheet.x()) / sheet.width(), (place.y() - sheet.y()) / sheet.height()
        return min(max(x, -0.25), 1.25), min(max(y, -0.25), 1.25), min(max(pressure, 0.0), 1.0)

    def covers(self, place: QPointF) -> bool:
        """Whether a place in the widget is on the sheet: the strips beside the square take no ink."""
        return self.square().contains(place)

    def press(self, at: Sample, *, erase: bool = False) -> None:
        """A stroke begins; after `set_shown` it continues what is shown."""
        self.finish()
        paper = self._sheet_paper()
        shown = self._content.drawing.until(self._n_shown)
        self._ground = Sheet(shown, self._content.picture)
        self._shown = self._ghost = None
        self._pen, self._live_width, self._live_erase = Pen(at), self._brush, erase or self._eraser
        self._live = None
        paper.begin(self._live_width, erase=self._live_erase)
        self._ink([at])
        self.update()

    def drag(self, at: Sample) -> None:
        """The stroke goes on."""
        if self._pen is None:
            return
        before = self._tail_box()
        new = self._pen.move(at)
        self.update(before.united(self._tail_box()))
        if new:
            self._live = None
            self._ink(new)

    def shift(self, dx: float, dy: float) -> None:
        """Everything is being moved: by this much since it began."""
        dx, dy = self._content.within(dx, dy)
        if self._content.picture is not None:
            dx, dy = round(dx / STEP) * STEP, round(dy / STEP) * STEP
        if self._pen is None and (dx, dy) != self._offset and not self._content.empty:
            self._offset = (dx, dy)
            self.update()
            self.changed.emit()

    def finish(self) -> None:
        """End the stroke or the move that is under way, and keep it."""
        if self._pen is not None:
            self.update(self._tail_box())
            self._sheet_paper().add(self._pen.lift())
            self._live = None
            after = self._now()
            self._pen = self._live = None
            self._do(after, drawn=True)
        elif self._offset != (0.0, 0.0):
            after, self._offset = self._now(), (0.0, 0.0)
            self._do(after)

    # -- inside --------------------------------------------------------------------------------------

    def _now(self) -> Sheet:
        """What lies on the pad at this moment, the act under way included."""
        if self._pen is not None:
            if self._live is None:
                stroke = self._pen.stroke(self._live_width, erase=self._live_erase)
                self._live = Sheet(self._ground.drawing.plus(stroke), self._ground.picture)
            return self._live
        return self._content if self._offset == (0.0, 0.0) else self._content.moved(*self._offset)

    @property
    def _n_shown(self) -> int:
        return self._content.drawing.n_points if self._shown is None else self._shown

    @property
    def _n_seen(self) -> int:
        return self._n_shown if self._pen is None else self._now().drawing.n_points

    def _do(self, content: Sheet, *, drawn: bool = False) -> None:
        """Make `content` current as one step of the history; `drawn`: the paper shows it already."""
        paper = self._paper if drawn else None
        self._history.push(SheetCommand(self._content, content, self._show))
        self._paper = paper
        self.committed.emit()

    def _show(self, content: Sheet) -> None:
        self._content, self._shown = content, None
        self._redraw()
        self._name()
        self.changed.emit()

    def _ink(self, samples: list[Sample]) -> None:
        box = self._sheet_paper().add(samples)
        self.update(pad_paper.dirty(box, self.square(), self.device_side()))
        self.changed.emit()

    def _redraw(self) -> None:
        self._paper = self._ghost = None
        self._show_brush()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Drawing pad"))
        self.setAccessibleDescription(
            self.tr("Empty. Draw a digit with the mouse, a pen or a finger.")
            if self._content.empty
            else self.tr("Strokes on the pad: {count}.").format(count=len(self._content.drawing.strokes))
        )

    # -- paint --------------------------------------------------------------------------

    def _sheet_paper(self) -> Paper:
        """The paper at the present size, drawn anew when that has changed."""
        if self._paper is None or self._paper.size != self.device_side():
            self._paper = Paper(self.device_side(), theme().ink)
            if self._pen is None:
                self._paper.show(self._content, self._n_shown)
            else:
                now = self._now()
                self._paper.show(now, now.drawing.n_points)
        return self._paper

    def _ghost_paper(self) -> Paper:
        if self._ghost is None or self._ghost.size != self.device_side():
            self._ghost = Paper(self.device_side(), theme().ink)
            self._ghost.show(self._content, self._content.drawing.n_points)
        return self._ghost

    def _tail_box(self) -> QRect:
        """The part of the widget where the stroke's last bit is drawn."""
        if self._pen is None:
            return QRect()
        reach = self._live_width * self.square().width() / 2 + 3
        box = QRectF(*pad_paper.tail_ends(self._pen, self.square())).normalized()
        return box.adjusted(-reach, -reach, reach, reach).toAlignedRect()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The sheet, the ghost of what is still to come, the ink, the last bit of the stroke."""
        sheet, look = self.square(), theme()
        pad_paper.sheet(painter, sheet, look, focused=self.hasFocus())
        painter.setClipRect(sheet)
        width, ratio = sheet.width(), device.ratio(painter)
        moved = sheet.translated(self._offset[0] * width, self._offset[1] * width)
        if ratio == self.devicePixelRatioF():
            if self._shown is not None:
                self._ghost_paper().paint(painter, sheet, _GHOST)
            self._sheet_paper().paint(painter, moved)
        else:  # not for the screen: the pad's own paper is left alone
            pad_paper.at_ratio(self._now(), self._n_seen, width, ratio, look.ink).paint(painter, sheet)
        if self._pen is not None:
            across = self._live_width * self._pen.tail[1][2] * width
            ends = pad_paper.tail_ends(self._pen, sheet)
            pad_paper.tail(painter, ends, across, look, erase=self._live_erase)
        elif self._content.empty:
            text = self.tr("Draw a digit here") if self._hint is None else self._hint
            pad_paper.hint(painter, sheet, text, look)

    # -- events --------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Drawing, and keys that are ours before they are the window's."""
        if self._input.handle(event):
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._input.act(event) is not None:
                event.accept()
                return True
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._redraw()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo, clear, move."""
        if not self.obey(event):
            super().keyPressEvent(event)

    def obey(self, event: QKeyEvent) -> bool:
        """Do what a key means to the pad, also when the room itself has the focus; False for nothing."""
        act = self._input.act(event)
        if act is not None:
            act()
        return act is not None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Another window has come forward: the release of the button may never reach us."""
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self._input.forget()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """A stroke under way ends here, and stays."""
        self._input.forget()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language, or no longer enabled."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.update()
        elif event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self._input.forget()
        super().changeEvent(event)
