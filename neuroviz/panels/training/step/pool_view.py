"""PoolView: all examples to learn from, in the order of this epoch and on the plane, and the batch there."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.panels.training.step.values import Scene
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.images import Raster
from neuroviz.ui.images import words as to_words
from neuroviz.ui.plane_pad import paint_point
from neuroviz.ui.theme import Theme, theme, theme_changes

_MOST = 800  # points; more only cover each other
_REACH = 1.2
_TALL = 3.0  # deviations of the values of a table
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)


class PoolView(QWidget):
    """The order is a band in the colours of the classes; the part that is taken stands out."""

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._share = 1.0
        self._points: QPixmap | None = None
        self._points_key: object = None
        self._band: Raster | None = None
        self._band_key: object = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def show_scene(self, scene: Scene) -> None:
        """Another batch, perhaps."""
        planar = self._planar
        self._scene = scene
        if self._planar != planar:
            self.updateGeometry()
        self._describe()
        self.update()

    def flow(self, share: float) -> None:
        """So much of the time of this stage has gone, 0..1."""
        if share != self._share:
            self._share = share
            if self._scene is not None and self._scene.place.leg == "draw":
                self.update()

    @property
    def _planar(self) -> bool:
        return self._scene is not None and self._scene.frame.task.n_in <= 2

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The band, and the plane below it."""
        scene, look = self._scene, theme()
        if scene is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = look.space(5)
        text = self._said(scene)
        painter.setFont(fitting(look.font(0.85), (text,), self.width()))
        painter.setPen(look.quiet)
        painter.drawText(QRectF(0, 0, self.width(), line), _LEFT, text)
        band = QRectF(1, line, self.width() - 2, look.space(4))
        self._paint_band(painter, scene, band, look)
        if self._planar:
            top = band.bottom() + look.space(3)
            side = min(self.height() - top, self.width())
            if side < look.space(4):
                return
            self._paint_plane(painter, scene, QRectF((self.width() - side) / 2, top, side, side), look)

    def _paint_band(self, painter: QPainter, scene: Scene, box: QRectF, look: Theme) -> None:
        batch = scene.frame.batch
        if batch is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.raised)
            painter.drawRect(box)
            return
        painter.setOpacity(0.55)
        painter.drawImage(box, self._band_of(scene, look).image)
        painter.setOpacity(1.0)
        n = len(batch.order)
        left = box.x() + box.width() * batch.at / n
        wide = max(2.0, box.width() * len(batch.rows) / n)
        painter.setPen(QPen(look.accent, look.stroke(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left, box.y() - 3, wide, box.height() + 6))

    def _band_of(self, scene: Scene, look: Theme) -> Raster:
        """The colours of the examples in their order, a pixel each, or of a few of many."""
        batch, task = scene.frame.batch, scene.frame.task
        assert batch is not None
        # the order of an epoch is one array for all frames of it, its views differ
        key = (batch.epoch, len(batch.order), int(batch.order[0]), int(batch.order[-1]), look, task)
        if self._band is None or self._band_key != key:
            places = np.linspace(0, len(batch.order) - 1, min(len(batch.order), 1000)).astype(np.intp)
            y = task.train.y[batch.order[places]]
            if task.kind == "classes":
                inks = np.array([look.digit(k).getRgb() for k in range(max(task.n_out, 1))], np.uint8)
                rgba = inks[y]
            else:
                most = float(np.abs(task.train.y[:, 0]).max(initial=1e-9))
                rgba = look.signed(np.clip(y[:, 0] / most, -1, 1))
            self._band = Raster(1, len(places))
            self._band.words[0] = to_words(rgba)
            self._band_key = key
        return self._band

    def _paint_plane(self, painter: QPainter, scene: Scene, box: QRectF, look: Theme) -> None:
        ratio = device.ratio(painter)
        key = (scene.frame.task, look, box.width(), ratio)
        if self._points is None or self._points_key != key:
            self._points = QPixmap(round(box.width() * ratio), round(box.height() * ratio))
            self._points.setDevicePixelRatio(ratio)
            self._points.fill(look.card)
            with QPainter(self._points) as inner:
                inner.setRenderHint(QPainter.RenderHint.Antialiasing)
                inner.setOpacity(0.35)
                rows = np.arange(min(_MOST, len(scene.frame.task.train)))
                _paint_points(inner, scene, rows, (QRectF(0, 0, box.width(), box.height()), 1.7), look)
            self._points_key = key
        painter.drawPixmap(box.topLeft(), self._points)
        batch = scene.frame.batch
        if batch is None:
            return
        shown = batch.rows
        if scene.place.leg == "draw" and self._share < 1.0:
            shown = shown[: max(1, round(self._share * len(shown)))]
        _paint_points(painter, scene, shown, (box, look.space(0.9)), look)
        if scene.example is not None:
            at = _at(scene, int(batch.rows[scene.example]), box)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawEllipse(at, look.space(2.5), look.space(2.5))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """A band, and a square where there is a plane."""
        look = theme()
        return QSize(look.space(56), look.space(46 if self._planar else 11))

    def minimumSizeHint(self) -> QSize:
        """A smaller square."""
        look = theme()
        return QSize(look.space(40), look.space(26 if self._planar else 11))

    def _said(self, scene: Scene) -> str:
        batch = scene.frame.batch
        if batch is None:
            return self.tr("{n} examples wait").format(n=f"{len(scene.frame.task.train):,}")
        text = (
            self.tr("Shuffled order of epoch {epoch}: {first}–{last} of {n}")
            if scene.frame.knobs.shuffle
            else self.tr("Order of epoch {epoch}, not shuffled: {first}–{last} of {n}")
        )
        return text.format(
            epoch=batch.epoch + 1, first=f"{batch.at + 1:,}", last=f"{batch.at + len(batch.rows):,}",
            n=f"{len(batch.order):,}",
        )  # fmt: skip

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("The examples to learn from"))
        self.setAccessibleDescription("" if self._scene is None else self._said(self._scene))

    def _restyle(self) -> None:
        self._points = self._band = None
        self.updateGeometry()
        self.update()


def _at(scene: Scene, row: int, box: QRectF) -> QPointF:
    """Where an example is: its two inputs, or its input and its value."""
    task = scene.frame.task
    x = task.train.inputs(slice(row, row + 1))[0]
    u = float(x[0])
    v = float(x[1]) if len(x) > 1 else float(task.train.y[row, 0]) if task.kind == "values" else 0.0
    (left, right), (low, high) = _limits(scene)
    return QPointF(
        box.x() + (u - left) / (right - left) * box.width(),
        box.y() + (high - v) / (high - low) * box.height(),
    )


def _limits(scene: Scene) -> tuple[tuple[float, float], ...]:
    """From where to where the picture goes, across and up: over all examples of a table."""
    task = scene.frame.task
    if task.view != "table":
        return ((-_REACH, _REACH),) * 2
    return (*task.window, (-_TALL, _TALL))[:2]


def _paint_points(
    painter: QPainter, scene: Scene, rows: np.ndarray, where: tuple[QRectF, float], look: Theme
) -> None:
    task, (box, size) = scene.frame.task, where
    most = 1.0 if task.kind == "classes" else float(np.abs(task.train.y[:, 0]).max(initial=1e-9))
    for row in rows.tolist():
        at = _at(scene, row, box)
        if not box.contains(at):
            continue
        if task.kind == "classes":
            paint_point(painter, at, int(task.train.y[row]), size, look)
        else:
            painter.setPen(QPen(look.text, 0.6))
            painter.setBrush(QColor(*look.signed(float(task.train.y[row, 0]) / most).tolist()))
            painter.drawEllipse(at, size, size)
