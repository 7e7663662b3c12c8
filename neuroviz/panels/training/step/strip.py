"""StageStrip: the stages of a step in a row, with the one at hand; a click or the arrows go to another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from neuroviz.panels.training.step import words
from neuroviz.panels.training.step.values import Scene
from neuroviz.sims.training.stages import Place, Round
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.theme import theme, theme_changes

_WIDE = {"draw": 4.0, "loss": 2.0, "update": 2.4}
_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)


class StageStrip(Ringed):
    """Draw, forward through the layers, loss, back through them, update."""

    asked = Signal(int)
    """The run's step at which that stage of the present round is."""

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self.updateGeometry)
        self._describe()

    def show_scene(self, scene: Scene) -> None:
        """Another stage, perhaps."""
        self._scene = scene
        self._describe()
        self.update()

    def cells(self) -> list[tuple[Place, QRectF]]:
        """The stages, and where they are."""
        if self._scene is None:
            return []
        n = len(self._scene.frame.blocks)
        places = [
            Place("draw"), *(Place("forward", b) for b in range(n)), Place("loss"),
            *(Place("back", b) for b in reversed(range(n))), Place("update"),
        ]  # fmt: skip
        weights = [_WIDE.get(place.leg, 1.0) for place in places]
        weights[1], weights[n + 2] = 2.9, 3.3  # these say which way they go
        unit = self.width() / sum(weights)
        found, x = [], 0.0
        for place, weight in zip(places, weights, strict=True):
            found.append((place, QRectF(x, 0, weight * unit, self.height())))
            x += weight * unit
        return found

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """A tile each; what has been done is brighter, the one at hand has the accent."""
        look, scene = theme(), self._scene
        if scene is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here, order = scene.place, [place for place, _ in self.cells()]
        at = order.index(here) if here in order else -1
        for k, (place, box) in enumerate(self.cells()):
            tile = box.adjusted(1.5, 2, -1.5, -2)
            current = k == at or (scene.whole and scene.frame.found is not None)
            painter.setPen(QPen(look.raised if look.tokens.stroke == 1 else look.line, 1))
            painter.setBrush(look.accent if current else look.raised if k < at else look.card)
            painter.drawRoundedRect(tile, look.space(1), look.space(1))
            text = self._text(place)
            weight = QFont.Weight.DemiBold if k == at else QFont.Weight.Normal
            painter.setFont(fitting(look.font(0.85, weight), (text,), tile.width() - look.space(1)))
            painter.setPen(look.on_accent if current else look.text if k < at else look.quiet)
            painter.drawText(tile, _CENTRE, text)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To that stage."""
        for place, box in self.cells():
            if box.contains(QPointF(event.position())) and event.button() == Qt.MouseButton.LeftButton:
                self._ask(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from stage to stage; Home and End to the first and the last."""
        key, scene = Qt.Key(event.key()), self._scene
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if scene is not None and step is not None and plain(event):
            self.asked.emit(max(0, scene.frame.step + step))
        elif scene is not None and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._ask(Place("draw") if key == Qt.Key.Key_Home else Place("update"))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(theme().space(100), theme().space(8))

    def minimumSizeHint(self) -> QSize:
        """One row, narrower."""
        return QSize(theme().space(50), theme().space(8))

    def _ask(self, place: Place) -> None:
        if self._scene is not None:
            frame = self._scene.frame
            self.asked.emit(Round(len(frame.blocks)).step(place, frame.round))

    def _text(self, place: Place) -> str:
        scene = self._scene
        assert scene is not None
        last = len(scene.frame.blocks) - 1
        first = place.block == (0 if place.leg == "forward" else last)
        if place.leg in ("forward", "back") and not first:
            return f"{place.block + 1}"
        name = words.stage_name(place)
        return f"{name} {place.block + 1}" if place.leg in ("forward", "back") else name

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Stages of the step"))
        scene = self._scene
        text = "" if scene is None else self._here(scene)
        self.setAccessibleDescription(text)

    def _here(self, scene: Scene) -> str:
        place = scene.place
        name = words.stage_name(place)
        if place.leg in ("forward", "back"):
            return self.tr("{stage}, layer {layer}").format(stage=name, layer=place.block + 1)
        return name
