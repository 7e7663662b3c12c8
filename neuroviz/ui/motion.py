"""Motion: whether things on the screen may move by themselves, for all rooms at once.

Movement that means something (a pen that writes, a descent) can be switched off: what would have played is
shown in its end state. Computation goes on: a net that is being trained is not an animation. Qt does not tell
what the desktop wishes (its accessibility hints know contrast alone), so the wish is the visitor's.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


class MotionChanges(QObject):
    """Says when movement is allowed, or is no longer."""

    changed = Signal(bool)


motion_changes = MotionChanges()
_on = True
# The desktop's text cursor (ms) and the effects it had, while all stands still.
_before: tuple[int, list[Qt.UIEffect]] = (0, [])


def on() -> bool:
    """Whether things may move by themselves."""
    return _on


def set_motion(allowed: bool) -> None:
    """Allow movement or not, everywhere: rooms, menus, tooltips, the text cursor."""
    global _on, _before  # noqa: PLW0603 - the application has one manner
    changed, _on = allowed != _on, allowed
    app = QApplication.instance()
    if isinstance(app, QApplication) and changed:
        if not allowed:
            _before = app.cursorFlashTime(), [one for one in _EFFECTS if app.isEffectEnabled(one)]
        for effect in _before[1]:
            app.setEffectEnabled(effect, allowed)
        app.setCursorFlashTime(_before[0] if allowed else 0)
    if changed:
        motion_changes.changed.emit(allowed)
