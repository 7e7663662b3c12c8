"""NetMap: a whole net in one picture to go about in: zoom, pan, fold layers, follow a unit, watch it flow."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from math import ceil
from time import perf_counter

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from neuroviz.nn import Net, Trace
from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.net_view import NetView
from neuroviz.ui.netmap import captions, hands, ink, overview, trail
from neuroviz.ui.netmap.camera import Camera
from neuroviz.ui.netmap.flow import Moment
from neuroviz.ui.netmap.model import MapModel
from neuroviz.ui.netmap.path import Path, path
from neuroviz.ui.netmap.scene import Scene
from neuroviz.ui.netview import backdrop, overlay
from neuroviz.ui.netview.facts import Spot
from neuroviz.ui.netview.layout import Size
from neuroviz.ui.numbers import percent
from neuroviz.ui.theme import Theme, theme

_EACH_TRACE = 40  # layers; in a deeper net a path is followed when the input rests
_STILL_MS = 90  # without a change, after which links are drawn smooth again
_DEAR = 10.0  # ms for smooth links, from which on they are not drawn while anything moves
_VEIL = 0.8
_TOLD = 0.005  # the least probability that is told as a number


class NetMap(NetView):
    """Wheel and +, −, 0 zoom, a drag pans, a click follows a unit, a double click folds a layer."""

    followed = Signal()
    """Another unit is followed, or none any more."""

    arranged = Signal()
    """A layer was folded up or out, by hand."""

    looked = Signal()
    """Another part is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._map: MapModel | None = None
        self._followed: Spot | None = None
        self._path: Path | None = None
        self._moment: Moment | None = None
        self._probabilities: np.ndarray | None = None
        self._said: Spot | None = None  # in the description for those who hear it
        self._cost = 0.0  # ms that smooth links took the last time
        self.hands = hands.Hands(self)  # events come while the widget is being made
        super().__init__(parent)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._still.timeout.connect(self._follow_at_rest)

    # -- what is shown -------------------------------------------------------------------------------

    def set_net(self, net: Net | None) -> None:
        """Show another net, all of it, nothing folded and nothing followed."""
        self._followed, self._path, self._probabilities, self._map = None, None, None, None
        self._cost = 0.0
        super().set_net(net)
        self.looked.emit()

    def set_trace(self, trace: Trace | None) -> None:
        """Show a trace of the net; what is followed is followed on."""
        super().set_trace(trace)
        self._follow_anew()

    def set_answer(self, probabilities: np.ndarray | None) -> None:
        """The probabilities (n,) beside the last layer; None: its values stand for themselves."""
        sound = probabilities is not None and bool(np.isfinite(probabilities).all())
        self._probabilities = probabilities if sound else None
        self.update()

    def set_moment(self, moment: Moment | None) -> None:
        """How far the activations have flowed; None: everywhere."""
        if moment == self._moment:
            return
        before, self._moment = self._moment, moment
        if before is None or moment is None or before.stage != moment.stage:
            self._back = None
        self.update()

    @property
    def rough(self) -> bool:
        """Whether links are still drawn without smooth edges."""
        return self._coarse

    def moment(self) -> Moment | None:
        """How far the activations are shown to have flowed."""
        return self._moment

    def model(self) -> MapModel | None:
        """What is on show, laid out for the present size."""
        if self._map is not None:
            self._arrange(self._map)
        return self._map

    # -- where one is --------------------------------------------------------------------------------

    def camera(self) -> Camera:
        """What is seen."""
        return Camera() if self._map is None else self._map.camera

    def look(self, camera: Camera) -> None:
        """See another part of the map."""
        model = self.model()
        if model is None or model.camera == camera:
            return
        model.look(replace(camera, squeeze=model.camera.squeeze))
        self._ask(None)
        self._stir()
        self.looked.emit()

    def zoom(self, factor: float, x: float | None = None, y: float | None = None) -> None:
        """So many times closer to a place; without one, to what is asked for, or to the middle."""
        if x is None or y is None:
            rect = self.ask_rect()
            centre = rect.center() if not rect.isEmpty() else self.rect().center()
            x, y = centre.x(), centre.y()
        self.look(self.camera().zoomed(factor, x, y))

    def pan(self, dx: float, dy: float) -> None:
        """Push the map by so many pixels."""
        self.look(self.camera().moved(dx, dy))

    def see_all(self) -> None:
        """The whole net."""
        self.look(Camera())

    def see_at(self, spot: Spot, scale: float) -> None:
        """A value in the middle, from so close."""
        model = self.model()
        if model is not None:
            x, y = model.place_of(spot)
            near = Camera(squeeze=model.camera.squeeze).zoomed(scale, 0, 0)
            across, down = near.scales
            middle = self.rect().center()
            self.look(replace(near, x=middle.x() - x * across, y=middle.y() - y * down))

    def reveal(self, spot: Spot) -> None:
        """Move no more than it takes to have a value on the screen."""
        model = self.model()
        if model is not None and not model.camera.whole:
            camera = model.camera.showing(*model.place_of(spot), model.room)
            if camera != model.camera:
                self.look(camera)
                self.ask(spot)

    # -- layers folded up ------------------------------------------------------------------------------

    def folded(self) -> frozenset[int]:
        """The stages that are folded up."""
        return frozenset() if self._map is None else self._map.folded

    def set_folded(self, stages: Collection[int]) -> None:
        """Fold up these, and no others."""
        model = self._map
        if model is None:
            return
        wanted = frozenset(i for i in stages if 0 <= i <= model.last)
        if wanted != model.folded:
            model.folded = wanted
            self._ask(None)
            self._arranged = False
            self._stir()

    def fold(self, stage: int) -> None:
        """Fold a layer up, or out again, as the visitor does."""
        self.set_folded(self.folded() ^ {stage})
        self.arranged.emit()

    # -- one unit's path -------------------------------------------------------------------------------

    def follow(self, spot: Spot | None) -> None:
        """Show the path of a value from the input to the answer; None: of none."""
        model = self._map
        if model is not None and spot is not None and not model.holds(spot):
            return
        if spot != self._followed:
            self._followed = spot if model is not None else None
            self._follow_now()
            self.followed.emit()

    def following(self) -> Spot | None:
        """The value whose path is shown."""
        return self._followed

    def path(self) -> Path | None:
        """Its path for the present trace."""
        return self._path

    def _follow_now(self) -> None:
        model, spot = self._map, self._followed
        self._path = None
        if model is not None and spot is not None and model.trace is not None:
            self._path = path(model.finders, model.stages, model.trace, spot)
        self._back = None
        self.update()

    def _follow_anew(self) -> None:
        if self._map is not None and self._followed is not None and len(self._map.stages) <= _EACH_TRACE:
            self._follow_now()

    def _follow_at_rest(self) -> None:
        if self._map is not None and len(self._map.stages) > _EACH_TRACE and self._followed is not None:
            self._follow_now()

    # -- inside ----------------------------------------------------------------------------------------

    def _ask(self, spot: Spot | None) -> None:
        super()._ask(spot)
        if self._spot is not None and QAccessible.isActive():  # the card is for those who see it
            self.setAccessibleDescription(self._card.plain())
        elif spot is None and self._said != self._spot:
            self._name()
        self._said = self._spot

    def _stir(self) -> None:
        """Where smooth links take long, they wait until all rests, and for longer."""
        super()._stir()
        self._coarse = self._coarse or self._cost > _DEAR
        self._still.start(max(_STILL_MS, round(3 * self._cost)))

    def _made(self, net: Net) -> MapModel:
        self._map = MapModel(net)
        return self._map

    def _arrange(self, model: object) -> None:
        """Lay out for the present size, unless that has been done."""
        if self._arranged or not isinstance(model, MapModel):
            return
        look = theme()
        side = float(look.space(4))
        room = Size(self.width(), self.height(), self._top(look), look.space(6), side, look.text_scale)
        beside = ink.answer_width(look, self.names()) if self.names() else 0.0
        wanted = captions.widths(model, look, self.width() - 2 * side - beside)
        model.arrange(wanted, room, beside)
        self._arranged = True
        model.set_trace(model.trace, self._k)

    def names(self) -> tuple[str, ...]:
        """What the units of the last layer stand for; empty when there are too many to be told."""
        model = self._map
        if model is None or not self._labelled(model, model.last):
            return ()
        return tuple(self._label(i) for i in range(model.stages[model.last].n_cells))

    def answer(self) -> ink.Answer:
        """What the last layer says; of a single unit that stands for yes or no, what yes is."""
        names, p = self.names(), self._probabilities
        first = 1 if len(names) == 1 and p is not None and len(p) == 2 else 0
        classes = tuple(range(first, first + len(names)))
        if p is None or len(p) != len(names) + first:
            return ink.Answer(names, classes)
        found = tuple(float(p[i]) for i in classes)
        shares = tuple(percent(one) if one >= _TOLD else "" for one in found)
        winner = int(p.argmax()) - first
        return ink.Answer(tuple(map(str, classes)) if first else names, classes, found, shares, winner)

    def _scene(self, model: MapModel) -> Scene:
        return Scene(model, self._tables, theme(), self._ground(), self._moment, self._path)

    def _begun(self, _model: object) -> QPixmap:
        """Its words go with the camera: nothing is kept."""
        ratio = self.devicePixelRatioF()
        back = QPixmap(ceil(self.width() * ratio), ceil(self.height() * ratio))
        back.setDevicePixelRatio(ratio)
        back.fill(self._ground())
        return back

    def _draw_links(self, painter: QPainter, model: object, *, smooth: bool) -> None:
        """Words and all."""
        assert isinstance(model, MapModel)
        began, scene = perf_counter(), self._scene(model)
        painter.save()
        scene.clip(painter)
        scene.draw_links(painter, smooth=smooth)
        painter.restore()
        scene.draw_words(painter)
        if smooth:
            self._cost = 1e3 * (perf_counter() - began)

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The backdrop, what flows, the cells, the answer, the path that is followed, what is asked for."""
        model = self.model()
        if model is None:
            return
        scene, look = self._scene(model), theme()
        if device.ratio(painter) == self.devicePixelRatioF():
            painter.drawPixmap(0, 0, self._backdrop(model))
        else:  # a picture of another resolution, or lines for a file
            self._draw_links(painter, model, smooth=True)
        painter.save()
        scene.clip(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_over_links(painter, scene)
        scene.draw_layers(painter)
        if self.names() and scene.lit(model.last) == 1:
            ink.draw_answer(painter, model, self.answer(), look)
        if self._path is not None and scene.trodden:
            trail.draw_marks(painter, model, self._path, look)
        if self._spot is not None:
            if self._path is None and self._moment is None:
                overlay.follow(painter, model, self._spot, backdrop.pens(look, self._ground()), look)
            else:
                overlay.mark(painter, model, self._spot, look)
        if not model.camera.whole:
            overview.draw(painter, model, look)
        painter.restore()
        if device.is_vector(painter):
            scene.frame(painter)
            scene.draw_words(painter)
        self._draw_ring(painter)

    def _draw_over_links(self, painter: QPainter, scene: Scene) -> None:
        """What flows, or the path that is followed, or a veil for what is asked for."""
        if self._moment is not None:
            scene.draw_flow(painter)
        elif self._path is not None:
            trail.draw_links(painter, scene.model, self._path, backdrop.pens(scene.look, scene.ground))
        elif self._spot is not None:
            veil = QColor(scene.ground)
            veil.setAlphaF(_VEIL)
            painter.fillRect(self.rect(), veil)

    def _top(self, look: Theme) -> float:
        return float(ceil(super()._top(look)))

    # -- events --------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Gestures and keys that are ours."""
        return self.hands.event(event) or super().event(event)

    def mouse_cursor(self, shape: Qt.CursorShape) -> None:
        """Show what the mouse does."""
        self.setCursor(shape)
