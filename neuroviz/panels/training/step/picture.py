"""StepPicture: what both pictures of a net share: hover, click and keys, and a clock for what flows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.panels.training.step import formula
from neuroviz.panels.training.step.values import Scene, wires
from neuroviz.sims.one_weight import Weight
from neuroviz.ui import device
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.theme import theme, theme_changes

ARRIVED = 0.85
"""Of the time of a stage, at which what flows has arrived, and its target appears."""

Unit = tuple[int, int]
Thing = Weight | Unit
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


def write_legend(painter: QPainter, box: QRectF, texts: tuple[str, ...]) -> None:
    """The first of `texts` that fits the box in small type, which is not made smaller; else the last."""
    look, flags = theme(), int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    font = look.font(0.85)
    metrics = QFontMetricsF(font)
    fits = (text for text in texts if metrics.boundingRect(box, flags, text).height() <= box.height())
    painter.setFont(font)
    painter.setPen(look.quiet)
    painter.drawText(box, flags, next(fits, texts[-1]))


class StepPicture(Ringed):
    """A subclass paints `_paint_still` (kept as a picture) and `_paint_flow` (anew each time)."""

    picked = Signal(object)
    """A Weight or a unit (block, place) was clicked, or Enter was pressed on it."""

    turn_asked = Signal(int)
    """The weights of this block are to show the next thing: themselves, their gradient, their change."""

    def __init__(self) -> None:
        super().__init__()
        self.scene: Scene | None = None
        self.share = 1.0
        self.at_unit: Unit | None = None
        self._still: QPixmap | None = None
        self._key: object = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self.stir)

    def show_scene(self, scene: Scene) -> None:
        """Another frame, or something else is looked at."""
        self.scene = scene
        self.stir()
        self._describe()

    def flow(self, share: float) -> None:
        """So much of the time of this stage has gone, 0..1."""
        if share != self.share:
            self.share = share
            self.update()

    def stir(self) -> None:
        """All is painted anew."""
        self._still = None
        self.update()

    # -- what a subclass provides ------------------------------------------------------------------

    def thing_at(self, place: QPointF) -> Thing | None:
        """The unit or weight at a place."""
        raise NotImplementedError

    def caption_at(self, place: QPointF) -> int | None:
        """The block whose caption is at a place."""
        raise NotImplementedError

    def paint_still(self, painter: QPainter, scene: Scene) -> None:
        """All that stays while the stage lasts."""
        raise NotImplementedError

    def paint_flow(self, painter: QPainter, scene: Scene) -> None:
        """What moves, or can be moved: values on their way, the cursor."""
        raise NotImplementedError

    def column_sizes(self) -> list[tuple[int, int]]:
        """(block, units) in the order in which Left and Right go through them."""
        raise NotImplementedError

    def keys(self) -> str:
        """What the keys do, for screen readers."""
        return self.tr(
            "Arrows go through the units; Enter picks one, and again the weights that feed it; W turns what "
            "the weights of its layer show."
        )

    # -- painting ------------------------------------------------------------------------------------

    def draw(self, painter: QPainter) -> None:
        """The still part from its picture, what flows over it, the ring of the focus."""
        look, scene = theme(), self.scene
        if scene is None:
            painter.setFont(look.font())
            painter.setPen(look.quiet)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), int(flags), self._nothing())
        else:
            ratio = device.ratio(painter)
            if device.is_vector(painter):
                self.paint_still(painter, scene)
            else:
                painter.drawPixmap(0, 0, self._kept(scene, ratio))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_flow(painter, scene)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _kept(self, scene: Scene, ratio: float) -> QPixmap:
        key = (self.size(), ratio)
        if self._still is None or self._key != key:
            still = QPixmap(self.size() * ratio)
            still.setDevicePixelRatio(ratio)
            still.fill(Qt.GlobalColor.transparent)
            with QPainter(still) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self.paint_still(painter, scene)
            self._still, self._key = still, key
        return self._still

    def _nothing(self) -> str:
        return self.tr("The net waits for its examples.")

    # -- events --------------------------------------------------------------------------------------

    def told(self, thing: Thing | None) -> str:
        """The formula of a thing with its numbers."""
        scene = self.scene
        if scene is None or thing is None:
            return ""
        if isinstance(thing, Weight):
            return "\n".join([formula.weight_name(scene, thing), *formula.weight_lines(scene, thing)])
        return "\n".join([formula.unit_name(scene, thing), *formula.unit_lines(scene, thing)])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is under the mouse is told."""
        text = self.told(self.thing_at(event.position()))
        if self.caption_at(event.position()) is not None:
            text = self.tr(
                "Click to choose what the weights of this layer show: w, ∂L/∂w, Δw, or each in turn"
            )
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        thing, caption = self.thing_at(event.position()), self.caption_at(event.position())
        if caption is not None and event.button() == Qt.MouseButton.LeftButton:
            self.turn_asked.emit(caption)
        elif thing is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(thing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter."""
        key, scene = Qt.Key(event.key()), self.scene
        known = scene is not None
        if known and key in _ARROWS and plain(event):
            self._go(*_ARROWS[key])
        elif key == Qt.Key.Key_W and plain(event) and self.at_unit is not None and self.at_unit[0] >= 0:
            self.turn_asked.emit(self.at_unit[0])
        elif known and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.at_unit is not None:
            self.picked.emit(self._next_thing(self.at_unit))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.stir()
            self._describe()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Large."""
        return QSize(theme().space(120), theme().space(80))

    def minimumSizeHint(self) -> QSize:
        """Less cannot be read."""
        return QSize(theme().space(60), theme().space(45))

    def _go(self, across: int, down: int) -> None:
        columns = self.column_sizes()
        if self.at_unit is None:
            self.at_unit = (columns[0][0], 0)
        else:
            blocks = [b for b, _ in columns]
            at = blocks.index(self.at_unit[0]) if self.at_unit[0] in blocks else 0
            at = min(max(at + across, 0), len(columns) - 1)
            block, n = columns[at]
            self.at_unit = (block, min(max(self.at_unit[1] + down, 0), n - 1))
        self._describe()
        self.update()

    def _next_thing(self, cursor: Unit) -> Thing:
        """The unit itself; when it is picked already the strongest weight into it, then the next."""
        scene = self.scene
        assert scene is not None
        sight, (b, j) = scene.sight, cursor
        feeds = self._weights_into(scene, b, j)
        if not feeds:
            return cursor
        if sight.weight in feeds:
            at = feeds.index(sight.weight) + 1
            return feeds[at] if at < len(feeds) else cursor
        return feeds[0] if sight.unit == cursor else cursor

    def _weights_into(self, scene: Scene, b: int, j: int) -> list[Weight]:
        if b < 0:
            return []
        w, layer = wires(scene, b, "weights"), scene.frame.blocks[b].start
        if scene.frame.plan.layers[layer].kind != "dense" or j >= w.shape[1]:
            return []
        order = abs(w[:, j]).argsort()[::-1]
        return [Weight(layer, "w", (int(i), j)) for i in order]

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("The net in this step"))
        parts = [] if self.at_unit is None else [self.told(self.at_unit).replace("\n", ". ")]
        self.setAccessibleDescription(" ".join([*parts, self.keys()]))
