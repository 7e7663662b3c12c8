"""A picture that is dropped on the pad's page is not passed over in silence."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from tests.panels.test_digits import LEFT, Room, room

__all__ = ["room"]


def test_a_picture_that_is_dropped_is_told_where_to_go(room: Room) -> None:
    told: list[str] = []
    room.panel.notice.connect(told.append)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/my 27.png")])
    how = Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(50, 50), *how)
    room.panel.dragEnterEvent(entering)
    assert entering.isAccepted()
    room.panel.dropEvent(QDropEvent(QPointF(50, 50), *how))
    assert "Photo" in told[-1]
