"""BatchList: the examples of a batch with target, answer and loss, the worst lit; they fly in when drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.nn import softmax
from neuroviz.panels.training.step import heat
from neuroviz.panels.training.step.formula import class_name
from neuroviz.panels.training.step.numbers import briefer, number
from neuroviz.panels.training.step.values import Scene
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.images import fade
from neuroviz.ui.images import picture as toned
from neuroviz.ui.numbers import percent
from neuroviz.ui.theme import Theme, theme, theme_changes

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
_TOGETHER = 0.4  # of the time of the draw, one example is under way


@dataclass(frozen=True)
class Entry:
    """One example in words. target, said: class numbers for their colours, None for values."""

    what: str
    target: int | None
    target_text: str
    said: int | None
    said_text: str
    loss: float
    after: float | None


class BatchList(Ringed):
    """The first row is the mean of the batch; the others are its examples. Arrows, or a click."""

    chosen = Signal(object)
    """The example that is to be looked at; None: the mean of all."""

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._entries: dict[int, Entry] = {}
        self._share = 1.0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def show_scene(self, scene: Scene) -> None:
        """Another batch, or more is known of it."""
        before = self.n
        self._scene, self._entries = scene, {}
        if self.n != before:
            self.updateGeometry()
        self._describe()
        self.update()

    def flow(self, share: float) -> None:
        """So much of the time of this stage has gone, 0..1."""
        drawing = self._scene is not None and self._scene.frame.place.leg == "draw"
        if share != self._share and drawing:
            self.update()
        self._share = share

    @property
    def n(self) -> int:
        """Examples in the batch."""
        return 0 if self._scene is None or self._scene.frame.found is None else self._scene.frame.found.n

    def entry(self, i: int) -> Entry:
        """What is known of example i at this stage."""
        if i not in self._entries:
            assert self._scene is not None
            self._entries[i] = _entry(self._scene, i)
        return self._entries[i]

    def row(self, i: int) -> QRectF:
        """Where example i stands; −1: the mean."""
        high = self._high()
        return QRectF(0, self._head() + (i + 1) * high, self.width(), high)

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """What is seen of it."""
        scene, look = self._scene, theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if scene is None or scene.frame.found is None:
            painter.setFont(look.font(0.85))
            painter.setPen(look.quiet)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), int(flags), self.tr("No batch has been drawn yet."))
            return
        seen = QRectF(self.visibleRegion().boundingRect())
        if device.is_vector(painter) or seen.isEmpty():
            seen = QRectF(self.rect())
        flying = scene.place.leg == "draw" and self._share < 1.0
        worst = int(np.nan_to_num(scene.frame.found.losses, nan=np.inf).argmax())
        self._paint_head(painter, look)
        for i in range(-1, self.n):
            row = self.row(i)
            if flying and i >= 0:
                row, opacity = self._flown(i, row)
                painter.setOpacity(opacity)
            if row.intersects(seen):
                self._paint_row(painter, scene, i, row, lit=i == worst and scene.came_loss)
            painter.setOpacity(1.0)

    def _paint_head(self, painter: QPainter, look: Theme) -> None:
        heads = self.tr("example"), self.tr("target"), self.tr("answer"), self.tr("loss")
        painter.setPen(look.quiet)
        boxes = self._parts(QRectF(1, 0, self.width() - 2, self._head()))
        for box, text, side in zip(boxes, heads, (_LEFT, _LEFT, _LEFT, _RIGHT), strict=True):
            painter.setFont(fitting(look.font(0.85), (text,), box.width() - look.space(1)))
            painter.drawText(box, side, text)

    def _flown(self, i: int, row: QRectF) -> tuple[QRectF, float]:
        """On its way from the order above to its place: the first sets out first."""
        start = (1 - _TOGETHER) * i / max(1, self.n)
        gone = min(1.0, max(0.0, (self._share - start) / _TOGETHER))
        eased = 1 - (1 - gone) ** 3
        return row.translated(0, -(1 - eased) * (row.y() + row.height())), eased

    def _paint_row(self, painter: QPainter, scene: Scene, i: int, row: QRectF, *, lit: bool) -> None:
        look, current = theme(), scene.example == (None if i < 0 else i)
        box = row.adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if current:
            painter.setBrush(look.raised)
            painter.drawRoundedRect(box, 4, 4)
        if lit:
            ink = QColor(look.bad)
            ink.setAlphaF(0.22)
            painter.setBrush(ink)
            painter.drawRoundedRect(box, 4, 4)
        if i < 0:
            self._paint_mean(painter, scene, box, look)
        else:
            self._paint_example(painter, scene, i, box, look)
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = look.stroke(2 if self.hasFocus() else 1)
            painter.setPen(QPen(look.accent, ring))
            painter.drawRoundedRect(box, 4, 4)

    def _paint_mean(self, painter: QPainter, scene: Scene, box: QRectF, look: Theme) -> None:
        found, done = scene.frame.found, scene.frame.done
        assert found is not None
        parts = self._parts(box)
        head = self.tr("mean of {n}").format(n=found.n)
        wide = parts[3].x() - parts[0].x()
        painter.setFont(fitting(look.font(0.85, QFont.Weight.DemiBold), (head,), wide))
        painter.setPen(look.text)
        painter.drawText(QRectF(parts[0].x(), box.y(), wide, box.height()), _LEFT, head)
        if scene.came_loss:
            self._paint_loss(painter, parts[3], (found.loss, None if done is None else done.loss), look)

    def _paint_example(self, painter: QPainter, scene: Scene, i: int, box: QRectF, look: Theme) -> None:
        one, parts = self.entry(i), self._parts(box)
        found = scene.frame.found
        assert found is not None
        if heat.is_picture(scene) and i < found.kept:
            _paint_picture(painter, scene, i, parts[0], look)
        else:
            lines = one.what.split("\n")
            painter.setFont(fitting(look.font(0.85, tabular=True), lines, parts[0].width()))
            painter.setPen(look.quiet)
            painter.drawText(parts[0], _LEFT, one.what)
        _paint_class(painter, parts[1], (one.target, one.target_text), look)
        if scene.came_out:
            _paint_class(painter, parts[2], (one.said, one.said_text), look)
        if scene.came_loss:
            self._paint_loss(painter, parts[3], (one.loss, one.after), look)

    def _paint_loss(
        self, painter: QPainter, box: QRectF, loss: tuple[float, float | None], look: Theme
    ) -> None:
        """The number, and after the update the new one below it, with an arrow that says which way."""
        value, after = loss
        font = look.font(0.85, tabular=True)
        if after is None:
            painter.setFont(fitting(font, (number(value),), box.width()))
            painter.setPen(look.text)
            painter.drawText(box, _RIGHT, number(value))
            return
        half = QRectF(box.x(), box.y(), box.width(), box.height() / 2)
        text = f"{'↓' if after < value else '↑' if after > value else '='} {number(after)}"
        for area, words, ink in (
            (half, number(value), look.quiet),
            (half.translated(0, half.height()), text, look.good if after < value else look.bad),
        ):
            painter.setFont(fitting(font, (words,), box.width(), half.height()))
            painter.setPen(ink)
            painter.drawText(area, _RIGHT, words)

    def _parts(self, box: QRectF) -> tuple[QRectF, QRectF, QRectF, QRectF]:
        """Example, target, answer, loss."""
        look = theme()
        inner = box.adjusted(look.space(1), 0, -look.space(1.5), 0)
        images = self._scene is not None and heat.is_picture(self._scene)
        first = self._high() + look.space(2) if images else inner.width() * 0.3
        rest = inner.width() - first
        x, found = inner.x(), [QRectF(inner.x(), inner.y(), first - look.space(1), inner.height())]
        x += first
        for share in (0.29, 0.42, 0.29):
            found.append(QRectF(x, inner.y(), rest * share, inner.height()))
            x += rest * share
        return found[0], found[1], found[2], found[3]

    # -- events --------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """That example, or the mean."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._index(event.position().y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down, Home, End."""
        key, scene = Qt.Key(event.key()), self._scene
        at = -1 if scene is None or scene.example is None else scene.example
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if step is not None and plain(event):
            self._choose(max(-1, at + step))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(-1 if key == Qt.Key.Key_Home else self.n - 1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Where a loss comes from."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            i = self._index(event.pos().y())
            text = self.told(i) if 0 <= i < self.n else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def told(self, i: int) -> str:
        """The loss of example i as a formula with its numbers."""
        scene = self._scene
        if scene is None or scene.frame.found is None or scene.frame.batch is None:
            return ""
        found, one = scene.frame.found, self.entry(i)
        row = self.tr("Example {i}: row {row} of those to learn from").format(
            i=i + 1, row=f"{int(scene.frame.batch.rows[i]) + 1:,}"
        )
        if not scene.came_out:
            return f"{row}\n{self.tr('target')}: {one.target_text}"
        text = f"{row}\n{self.tr('target')}: {one.target_text}, {self.tr('answer')}: {one.said_text}"
        if not scene.came_loss:
            return text
        if scene.frame.task.kind == "classes":
            p = float(softmax(found.outputs[i][None])[0, int(found.y[i])])
            return f"{text}\nL = −ln p({one.target_text}) = −ln {number(p)} = {number(one.loss)}"
        y = ", ".join(number(float(v)) for v in found.outputs[i][:3])
        return f"{text}\nL = ({y} − {one.target_text})² = {number(one.loss)}"

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._entries = {}
            self._describe()
            self.update()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """As high as all rows."""
        return QSize(theme().space(56), round(self._head() + (self.n + 1) * self._high()))

    def minimumSizeHint(self) -> QSize:
        """The same: it scrolls."""
        return QSize(theme().space(40), self.sizeHint().height())

    def _high(self) -> float:
        return float(theme().space(9))

    def _head(self) -> float:
        return float(theme().space(5))

    def _index(self, y: float) -> int:
        """The row at a height; −1: the mean, or what is above it."""
        return max(-1, int((y - self._head()) // self._high()) - 1)

    def _choose(self, i: int) -> None:
        found = None if self._scene is None else self._scene.frame.found
        if found is not None and -1 <= i < found.kept:
            self.chosen.emit(None if i < 0 else i)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Examples of the batch"))
        scene = self._scene
        if scene is None or scene.frame.found is None:
            self.setAccessibleDescription(self.tr("No batch has been drawn yet."))
        elif scene.example is None:
            text = self.tr("All {n} examples; arrow keys choose one.").format(n=self.n)
            loss = f" L = {number(scene.frame.found.loss)}" if scene.came_loss else ""
            self.setAccessibleDescription(text + loss)
        else:
            self.setAccessibleDescription(self.told(scene.example).replace("\n", ". "))


def _entry(scene: Scene, i: int) -> Entry:
    frame = scene.frame
    found, done = frame.found, frame.done
    assert found is not None
    assert frame.batch is not None
    out, y = found.outputs[i], found.y[i]
    if i < found.kept and found.x[i].size <= 2:
        what = "\n".join(briefer(float(v))[0] for v in found.x[i].ravel())
    else:
        what = f"{int(frame.batch.rows[i]) + 1:,}"
    after = None if done is None else float(done.losses[i])
    if frame.task.kind == "classes":
        p = softmax(out[None])[0]
        k = int(np.nan_to_num(p).argmax())
        said = f"{class_name(scene, k)}  {percent(float(p[k]))}"
        return Entry(what, int(y), class_name(scene, int(y)), k, said, float(found.losses[i]), after)
    texts = [", ".join(number(float(v)) for v in values[:2]) for values in (y, out)]
    return Entry(what, None, texts[0], None, texts[1], float(found.losses[i]), after)


def _paint_class(painter: QPainter, box: QRectF, one: tuple[int | None, str], look: Theme) -> None:
    label, text = one
    left = box.x()
    if label is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.digit(label))
        painter.drawEllipse(QPointF(left + look.space(1), box.center().y()), look.space(1), look.space(1))
        left += look.space(3)
    area = QRectF(left, box.y(), box.right() - left - look.space(1), box.height())
    painter.setFont(fitting(look.font(0.85, tabular=True), (text,), area.width()))
    painter.setPen(look.text)
    painter.drawText(area, _LEFT, text)


def _paint_picture(painter: QPainter, scene: Scene, i: int, box: QRectF, look: Theme) -> None:
    found = scene.frame.found
    assert found is not None
    x = found.x[i]
    side = heat.picture_side(x.shape)
    values = x.reshape(side, side) if side is not None else x.reshape(-1, *x.shape[-2:]).mean(axis=0)
    square = min(box.width(), box.height()) - 2
    area = QRectF(box.x() + 1, box.y() + 1, square, square)
    grey = toned(np.ascontiguousarray(values, np.float32), fade(look.card, look.ink))
    device.draw_pixels(painter, area, grey.image)
