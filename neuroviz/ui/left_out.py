"""What stands in a picture and does not belong to it: buttons, when the picture is copied or saved."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

NOT_IN_PICTURES = "not_in_pictures"
"""Set this property on buttons that stand within a picture and do not belong to it; see `leave_out`."""


def leave_out(*controls: QWidget) -> None:
    """Keep these out of pictures of what they stand in. At an edge the picture ends before them."""
    for one in controls:
        one.setProperty(NOT_IN_PICTURES, True)
