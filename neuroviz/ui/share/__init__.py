"""Copy and save what a room shows: the picture at any size or as lines, and the numbers behind it."""

from neuroviz.ui.left_out import NOT_IN_PICTURES, leave_out
from neuroviz.ui.share.menu import ShareMenu
from neuroviz.ui.share.subject import Subject

__all__ = ["NOT_IN_PICTURES", "ShareMenu", "Subject", "leave_out"]
