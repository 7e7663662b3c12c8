"""From frames to what the widgets of Space show: points, cells of the strip, rows of the nearest."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from neuroviz.panels.layers.space import words
from neuroviz.panels.layers.space.map_paint import MOST_RINGED, Marks
from neuroviz.panels.layers.space.map_view import Scene
from neuroviz.panels.layers.space.near_list import Neighbour
from neuroviz.panels.layers.space.strip import Cell
from neuroviz.sims.layer_points import Points
from neuroviz.sims.layer_space import Here, LayerMap, SpaceFrame
from neuroviz.ui.layer_names import layer_name

_LANES = 0.25  # of the map's width: how high the classes of a single unit are parted


def marks_of(points: Points, one: LayerMap, *, rings: bool) -> Marks:
    """What the points of a map are."""
    labels = points.labels[one.rows]
    wrong = one.said != labels
    if not rings or not len(wrong) or wrong.mean() > MOST_RINGED:
        wrong = np.zeros(len(labels), bool)
    return Marks(labels, wrong, points.classes)


def share_wrong(frame: SpaceFrame, one: LayerMap) -> float | None:
    """The share of points that the net gets wrong; None where nobody can say."""
    if not frame.judged or frame.points is None or not len(one.rows):
        return None
    return float((one.said != frame.points.labels[one.rows]).mean())


def places_of(one: LayerMap, labels: NDArray[np.int64], classes: int) -> NDArray[np.floating]:
    """On the PCA map; the points of a single unit lie in a lane for each class."""
    if one.width > 1:
        return one.places
    return np.column_stack((one.places[:, 0], lane(one, labels, classes)))


def lane(one: LayerMap, labels: NDArray[np.int64], classes: int) -> NDArray[np.float64]:
    """How high points of these classes stand on the map of a single unit."""
    wide = float(np.ptp(one.places[:, 0])) or 1.0
    return (0.5 - (labels + 0.5) / max(1, classes)) * 2 * _LANES * wide


def here_on(
    frame: SpaceFrame, one: LayerMap, track_places: NDArray[np.floating] | None
) -> NDArray[np.floating] | None:
    """Where the current input is on the map that is shown; None for nowhere."""
    here, points = frame.here, frame.points
    if here is None or points is None:
        return None
    if track_places is not None:
        return np.asarray(here.weights @ track_places[here.anchors])
    if one.width > 1:
        return here.place
    return np.array([here.place[0], lane(one, np.array([max(here.said, 0)]), points.classes)[0]])


def links_of(here: Here | None, one: LayerMap) -> NDArray[np.int64]:
    """The rows of the nearest on the map."""
    if here is None:
        return np.zeros(0, np.int64)
    return np.searchsorted(one.rows, here.nearest).astype(np.int64)


def scene_of(places: NDArray[np.floating], marks: Marks, points: Points, one: LayerMap) -> Scene:
    """The map's points with their pictures."""
    images = None if points.images is None else points.images[one.rows]
    return Scene(places, marks, images)


def cells_of(frame: SpaceFrame, marks: dict[int, Marks]) -> list[Cell]:
    """The strip."""
    return [
        Cell(
            i, layer_name(frame.net, i), words.strip_tip(frame.net, i, frame.maps.get(i), frame.points),
            frame.maps.get(i), marks.get(i),
        )
        for i in frame.strip
    ]  # fmt: skip


def near_of(frame: SpaceFrame, one: LayerMap) -> list[Neighbour]:
    """The rows of the list."""
    here, points = frame.here, frame.points
    if here is None or points is None:
        return []
    found = []
    rows = np.searchsorted(one.rows, here.nearest)
    for point, row, d in zip(here.nearest.tolist(), rows.tolist(), here.distances.tolist(), strict=True):
        text = words.point_answer(points, point, int(one.said[row]), judged=frame.judged)
        image = None if points.images is None else points.images[point]
        if image is None:
            text = f"{words.point_title(points, point)} {text}"
        tip = f"{words.point_title(points, point)}\n{words.distance_tip(frame.net, one.layer, d)}"
        found.append(Neighbour(point, int(points.labels[point]), text, words.distance(d), tip, image))
    return found


def told(frame: SpaceFrame | None, row: int) -> tuple[str, str]:
    """What is known of the point of a row of the map: which it is, and what it is read as."""
    if frame is None or frame.points is None or frame.map is None or not 0 <= row < len(frame.map.rows):
        return "", ""
    point = int(frame.map.rows[row])
    answer = words.point_answer(frame.points, point, int(frame.map.said[row]), judged=frame.judged)
    return words.point_title(frame.points, point), answer
