"""StackView: the stack as one large picture from input to answer, and all that a hand does in it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.panels.training.net import ink, keys, told, words
from neuroviz.panels.training.net.places import Places, Zone
from neuroviz.panels.training.net.scene import INPUT, Scene
from neuroviz.panels.training.net.typing_box import TypingBox
from neuroviz.scenes.blocks import FIELDS
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed
from neuroviz.ui.theme import theme, theme_changes

_DRAG = 8  # pixels before a press is a drag
_ASKED = {"add", "function", "start"}
_NOTCH = 120


class StackView(Ringed):
    """It shows a scene and says what is wanted; it changes nothing by itself."""

    chosen = Signal(int)
    """Another block is looked at."""
    stepped = Signal(int, str, int)
    """A number of a block is to be so many steps larger: block, its name, steps."""
    typed = Signal(int, str, str)
    """A number of a block was typed."""
    asked = Signal(str, int, QPoint)
    """What can be chosen is to be offered: "add" (before that block), "function" or "start", and where."""
    removed = Signal(int)
    locked = Signal(int)
    """That block is to be frozen, or set free."""
    other_pool = Signal(int)
    moved = Signal(int, int)
    looked = Signal(int, int)
    """This stretch, from left to right, is what the keyboard is on."""

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._places: Places | None = None
        self._back: QPixmap | None = None
        self._block = 0
        self._hot: Zone | None = None
        self._press: tuple[QPointF, int] | None = None
        self._drop: int | None = None
        self._by_keys = False
        self._turned = 0
        self._box = TypingBox(self)
        self._box.entered.connect(self._on_typed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    # -- what is shown -----------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Show another net, or more of the same."""
        least = self.minimumSizeHint()
        self._scene, self._places, self._back = scene, None, None
        self._block = min(self._block, len(scene.blocks) - 1)
        self._box.give_up()
        if self.minimumSizeHint() != least:
            self.updateGeometry()
        self._describe()
        self.update()

    def scene_shown(self) -> Scene | None:
        """What is shown."""
        return self._scene

    def choose(self, block: int) -> None:
        """Look at that block."""
        if self._scene is not None and 0 <= block < len(self._scene.blocks):
            self._block = block
            self._describe()
            self.update()
            column = self._laid_out().column(block)
            self.looked.emit(round(column.x), round(column.right))

    def block(self) -> int:
        """The one that is looked at."""
        return self._block

    def places(self) -> Places:
        """Where everything stands. ValueError before there is a scene."""
        if self._scene is None:
            raise ValueError("there is nothing to be seen yet")
        return self._laid_out()

    def type_number(self, block: int, field: str = "", text: str = "") -> None:
        """Let a number be typed where it stands."""
        scene = self._scene
        if scene is None or block == scene.answer:
            return
        fields = list(FIELDS.get(scene.blocks[block].kind, {}))
        if not fields:
            return
        field = field or fields[0]
        cell = self._laid_out().row("window" if field == "kernel" else "number", block)
        if not cell.isEmpty():
            value = scene.blocks[block].layer.to_dict()[field]
            shown = f"{100 * value:g}" if field == "rate" else f"{value:g}"
            self._box.open_at(cell.toAlignedRect(), (block, field), shown, text)

    # -- paint -------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The picture, and over it what the pointer and the keyboard are on."""
        if self._scene is None:
            return
        look, places = theme(), self._laid_out()
        self._paint_ground(painter, places)
        if device.ratio(painter) == self.devicePixelRatioF():
            painter.drawPixmap(0, 0, self._backdrop(places))
        else:
            ink.paint(painter, places)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_hot(painter, places)
        if self._drop is not None:
            x = places.columns[min(self._drop + 1, len(places.columns) - 1)].x
            x = x if self._drop < len(places.scene.blocks) else places.columns[-1].right
            painter.setPen(QPen(look.accent, look.stroke(3)))
            painter.drawLine(QPointF(x, 4), QPointF(x, self.height() - 4))

    def _paint_ground(self, painter: QPainter, places: Places) -> None:
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = look.space(1.5)
        edge = QColor(look.accent)
        edge.setAlphaF(1.0 if self.hasFocus() else 0.55)
        painter.setPen(QPen(edge, look.stroke(2.5 if self.hasFocus() else 1)))
        tint = QColor(look.accent)
        tint.setAlphaF(0.10)
        painter.setBrush(tint)
        painter.drawRoundedRect(places.whole(self._block), radius, radius)
        hot = self._hot
        if hot is not None and hot.block != self._block and hot.what != "add":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.raised)
            painter.drawRoundedRect(places.whole(hot.block), radius, radius)

    def _paint_hot(self, painter: QPainter, places: Places) -> None:
        look, hot = theme(), self._hot
        for zone in places.zones:
            if zone.what == "bin" and zone.block in (self._block, -2 if hot is None else hot.block):
                ink.paint_bin(painter, zone.rect, look, lit=zone == hot)
        if hot is None or hot.what in ("column", "bin"):
            return
        if hot.what == "add":
            ink.paint_plus(painter, hot.rect, look, lit=True)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.accent, look.stroke(1)))
        painter.drawRoundedRect(hot.rect.adjusted(1, 1, -1, -1), 4, 4)

    def _backdrop(self, places: Places) -> QPixmap:
        ratio = self.devicePixelRatioF()
        wanted = QSize(ceil(self.width() * ratio), ceil(self.height() * ratio))
        old = self._back
        if old is not None and old.size() == wanted and old.devicePixelRatio() == ratio:
            return old
        back = QPixmap(wanted)
        back.setDevicePixelRatio(ratio)
        back.fill(Qt.GlobalColor.transparent)
        with QPainter(back) as painter:
            ink.paint(painter, places)
        self._back = back
        return back

    def minimumSizeHint(self) -> QSize:
        """What all columns need."""
        return QSize(200, 200) if self._scene is None else QSize(*Places.least(self._scene, theme()))

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return self.minimumSizeHint()

    # -- the mouse ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A block is chosen; what was hit is done on release."""
        if event.button() == Qt.MouseButton.LeftButton and self._scene is not None:
            zone = self._laid_out().at(event.position())
            self._by_keys = False
            if zone is not None and zone.what == "column":
                self._press = (event.position(), zone.block)
            if zone is not None and zone.what != "add":
                self.go_to(zone.block)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What could be done here lights up; a drag takes the block along."""
        if self._scene is None:
            return
        places = self._laid_out()
        if self._press is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if abs(event.position().x() - self._press[0].x()) > _DRAG:
                self._drop = places.gap_at(event.position().x())
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.update()
            return
        self._set_hot(places.at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do it."""
        if event.button() != Qt.MouseButton.LeftButton or self._scene is None:
            return
        press, drop, self._press, self._drop = self._press, self._drop, None, None
        if press is not None and drop is not None:
            self.unsetCursor()
            to = drop - 1 if drop > press[1] else drop
            if to != press[1]:
                self.moved.emit(press[1], to)
            self.update()
            return
        zone = self._laid_out().at(event.position())
        if zone is not None:
            self._do(zone)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is lit any more."""
        super().leaveEvent(event)
        self._set_hot(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """On a number it makes it larger or smaller; elsewhere the picture scrolls."""
        zone = None if self._scene is None else self._laid_out().at(event.position())
        if zone is None or zone.what not in ("less", "more", "number"):
            event.ignore()
            return
        self._turned += event.angleDelta().y()
        steps, self._turned = int(self._turned / _NOTCH), self._turned - _NOTCH * int(self._turned / _NOTCH)
        if steps:
            self.go_to(zone.block)
            self.stepped.emit(zone.block, zone.field, steps)
        event.accept()

    # -- the keyboard ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along the stack and change widths; letters do what the words in a column offer."""
        if self._scene is None or not keys.press(self, event, digits=self._by_keys):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by Tab, digits are numbers to be typed; after a click they are the room's presets."""
        tabs = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._by_keys = event.reason() in tabs
        super().focusInEvent(event)

    # -- other events ------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """What a column or a cell says."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text, rect = self._tip(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), text, self, rect)
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._back = None
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Laid out anew at the next paint."""
        super().resizeEvent(event)
        self._places, self._back, self._hot = None, None, None
        self._box.give_up()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._back = None
            self._describe()
            self.update()
        super().changeEvent(event)

    # -- inside ------------------------------------------------------------------------------------

    def _laid_out(self) -> Places:
        assert self._scene is not None
        if self._places is None:
            self._places = Places(self._scene, (self.width(), self.height()), theme())
        return self._places

    def go_to(self, block: int) -> None:
        """Look at that block, as the visitor does."""
        if block not in (self._block, INPUT):
            self.choose(block)
            self.chosen.emit(block)

    def _do(self, zone: Zone) -> None:
        if zone.what in _ASKED:
            self.offer(zone.what, zone.block)
        elif zone.what in ("less", "more"):
            self.stepped.emit(zone.block, zone.field, 1 if zone.what == "more" else -1)
        elif zone.what == "number":
            self.type_number(zone.block, zone.field)
        elif zone.what == "bin":
            self.removed.emit(zone.block)
        elif zone.what == "lock":
            self.locked.emit(zone.block)
        elif zone.what == "other_pool":
            self.other_pool.emit(zone.block)

    def offer(self, what: str, block: int) -> None:
        """Offer what can be chosen there: see `asked`."""
        places = self._laid_out()
        rect = places.plus(block) if what == "add" else places.row(what, block)
        if rect.isEmpty():
            rect = places.whole(block)
        self.asked.emit(what, block, self.mapToGlobal(rect.bottomLeft().toPoint()))

    def _set_hot(self, zone: Zone | None) -> None:
        if zone != self._hot:
            self._hot = zone
            pointing = zone is not None and zone.what != "column"
            self.setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)
            self.update()

    def _tip(self, place: QPointF) -> tuple[str, QRect]:
        if self._scene is None:
            return "", QRect()
        places = self._laid_out()
        zone = places.at(place)
        if zone is not None and zone.what == "add":
            return words.add_tip(), zone.rect.toAlignedRect()
        for column in places.columns:
            if not column.x <= place.x() <= column.right:
                continue
            for row in places.rows:
                cell = places.row(row, column.block)
                if cell.contains(place):
                    return told.cell(self._scene, row, column.block), cell.toAlignedRect()
            whole = QRectF(column.x, 0, column.width, places.table)
            return told.column(self._scene, column.block), whole.toAlignedRect()
        return "", QRect()

    def _on_typed(self, where: object, text: str) -> None:
        if isinstance(where, tuple):
            self.typed.emit(where[0], where[1], text)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("The net, layer by layer"))
        scene = self._scene
        if scene is None:
            self.setAccessibleDescription(self.tr("No net yet."))
            return
        text = self.tr("Layer {i} of {n}. {about}")
        about = told.column(scene, self._block)
        self.setAccessibleDescription(text.format(i=self._block + 1, n=len(scene.blocks), about=about))

    def _restyle(self) -> None:
        self._places, self._back, self._hot = None, None, None
        self.updateGeometry()
        self.update()
