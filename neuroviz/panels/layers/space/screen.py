"""Screen: what of a frame goes to which widget of Space, each only when it has changed."""

from __future__ import annotations

from dataclasses import dataclass

from neuroviz.nn import Net
from neuroviz.panels.layers.space import picture, words
from neuroviz.panels.layers.space.map_paint import Marks
from neuroviz.panels.layers.space.view import SpaceView
from neuroviz.sims.layer_space import LayerMap, SpaceFrame
from neuroviz.sims.layer_tsne import Track


@dataclass(frozen=True, eq=False)
class Shown:
    """What the visitor wants to see: a layer of a net, a step of its t-SNE (0: PCA) on its track, rings.

    preparing: how far the weighing of neighbours has come, 0..1; begun: whether a path is wanted.
    """

    net: Net
    layer: int
    step: int
    track: Track | None
    rings: bool
    preparing: float
    begun: bool


def map_of(frame: SpaceFrame | None, shown: Shown) -> LayerMap | None:
    """The map that is wanted; None while the frame is that of another net or layer."""
    if frame is None or frame.net is not shown.net or frame.layer != shown.layer:
        return None
    return frame.map


class Screen:
    """Keeps what was shown last, so that a frame costs only what is new in it."""

    def __init__(self, view: SpaceView) -> None:
        self._view = view
        self._marks: dict[int, tuple[tuple[object, bool], Marks]] = {}
        self._seen: tuple[object, ...] = ()
        self._cells: tuple[object, ...] = ()
        self._listed: tuple[object, ...] = ()

    def forget(self) -> None:
        """Show everything anew, such as in another language."""
        self._seen = self._cells = self._listed = ()

    def show(self, frame: SpaceFrame | None, shown: Shown) -> None:
        """Bring the widgets up to date."""
        self._show_strip(frame, shown)
        self._show_map(frame, shown)
        self._show_near(frame, shown)

    def _marks_of(self, frame: SpaceFrame, one: LayerMap, rings: bool) -> Marks:
        kept = self._marks.get(one.layer)
        if kept is None or kept[0][0] is not one.rows or kept[0][1] != rings:
            assert frame.points is not None
            kept = (one.rows, rings), picture.marks_of(frame.points, one, rings=rings)
            self._marks[one.layer] = kept
        return kept[1]

    def _show_map(self, frame: SpaceFrame | None, shown: Shown) -> None:
        one, view = map_of(frame, shown), self._view
        corner = words.corner(one, shown.step, shown.preparing, begun=shown.begun)
        view.map.show_corner(corner)
        if frame is None or one is None or one.pca is None or frame.points is None:
            self._seen = ()
            view.map.show_scene(None, words.waiting(frame))
            return
        moved = None if shown.track is None else shown.track.places(shown.step)
        rings = frame.judged and shown.rings
        marks = self._marks_of(frame, one, rings)
        seen = (marks, shown.step, shown.track)
        if seen != self._seen:
            self._seen = seen
            places = moved if moved is not None else picture.places_of(one, marks.labels, marks.classes)
            view.map.show_scene(picture.scene_of(places, marks, frame.points, one))
            names = words.legend_names(frame.net, frame.points, [marks.name(i) for i in range(marks.classes)])
            view.legend.show_classes(names, picture.share_wrong(frame, one) if rings else None)
        here = picture.here_on(frame, one, moved)
        view.map.show_here(here, picture.links_of(frame.here if here is not None else None, one))

    def _show_strip(self, frame: SpaceFrame | None, shown: Shown) -> None:
        self._view.strip.set_layer(shown.layer)
        if frame is None or frame.points is None:
            return
        rings = frame.judged and shown.rings
        cells = (frame.net, rings, *(frame.maps.get(i) for i in frame.strip))
        if cells != self._cells:
            self._cells = cells
            marks = {i: self._marks_of(frame, frame.maps[i], rings) for i in frame.strip if i in frame.maps}
            self._view.strip.set_cells(picture.cells_of(frame, marks))

    def _show_near(self, frame: SpaceFrame | None, shown: Shown) -> None:
        one = map_of(frame, shown)
        here = None if frame is None else frame.here
        if (here, one) == self._listed:
            return
        self._listed = (here, one)
        near = [] if frame is None or one is None else picture.near_of(frame, one)
        self._view.near.set_near(near, words.near_hint(here, frame))
