"""A seeded walk of clicks, keys, drags, resizes and switches over the whole window: `python -m tests.monkey`.

Prints one line of JSON: what was done how often, what failed, which threads were left, and the memory in MB
after a third of the walk and at its end.
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import json
import os
import resource
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from neuroviz.__main__ import set_process_up

set_process_up()

import numpy as np  # noqa: E402 - after the process is set up
import shiboken6  # noqa: E402
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QContextMenuEvent, QWheelEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QWidget  # noqa: E402

from neuroviz import app as composition  # noqa: E402
from neuroviz.ui.errors import faults  # noqa: E402
from neuroviz.ui.i18n import LANGUAGES  # noqa: E402
from neuroviz.ui.settings import SettingsFile  # noqa: E402
from neuroviz.ui.theme import NAMES  # noqa: E402

KEYS = [getattr(Qt.Key, f"Key_{name}") for name in (
    *"0123456789", "Space", "Left", "Right", "Up", "Down", "R", "Tab", "Backtab", "Return", "Escape",
    "Delete", "Home", "End", "PageUp", "PageDown", "F1", "F6", "F7", "F8", "Question", "Z", "X", "Plus",
    "Minus",
)]  # fmt: skip
CONTROL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier,
)  # fmt: skip
_AFTER = 40  # actions between two looks at what has piled up


class Monkey:
    """Walks over one window. The same seed walks the same way."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.rng = np.random.default_rng(seed)
        self.done: Counter[str] = Counter()
        self.failed: list[str] = []
        self.app = composition.application()
        file = SettingsFile(folder)
        self.window = composition.compose(self.app, file.load(), file)
        self.window.resize(1280, 720)
        self.window.show()
        self._popups = QTimer()  # a button's menu runs an event loop of its own, which the walk must leave
        self._popups.timeout.connect(self.close_popup)
        self._popups.start(50)
        self.acts: list[tuple[float, Callable[[], None]]] = [
            (8, self.click), (6, self.press_key), (5, self.draw), (2, self.switch), (2, self.drag),
            (1, self.resize), (1, self.wheel), (0.6, self.act), (0.4, self.look), (0.3, self.context),
        ]  # fmt: skip

    def walk(self, n: int) -> dict[str, object]:
        """Do n things; close everything; say how it went."""
        weights = np.array([weight for weight, _ in self.acts])
        early = 0.0
        for k in range(n):
            _, act = self.acts[int(self.rng.choice(len(self.acts), p=weights / weights.sum()))]
            self.done[act.__name__] += 1
            act()
            self.app.processEvents()
            self.failed += [f"{act.__name__} {k}: {one.error} ({one.place})" for one in faults.take()]
            if k % _AFTER == 0:
                self.tidy()
            if k == n // 3:
                early = memory()
        late = memory()
        self._popups.stop()
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        end = time.monotonic() + 5
        while (left := runs()) and time.monotonic() < end:
            time.sleep(0.02)
        return {"done": self.done, "failed": self.failed, "threads": left, "early": early, "late": late}

    def tidy(self) -> None:
        """Close what would cover the window for the rest of the walk, and let workers breathe."""
        for one in QApplication.topLevelWidgets():
            if one.isVisible() and isinstance(one, QDialog):
                one.close()
        for own in list(self.window.seats.windows):
            own.close()
        if self.window.isFullScreen():
            self.window.set_full_screen(False)
        QTest.qWait(20)

    def close_popup(self) -> None:
        """Menus and lists close a moment after they opened."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()

    def any_widget(self, kind: type[QWidget] = QWidget) -> QWidget | None:
        """Something that can be seen, of that kind."""
        roots = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        roots = [one for one in roots if not isinstance(one, QFileDialog)]  # it would write files
        if not roots:
            return None
        root = roots[int(self.rng.integers(len(roots)))]
        seen = [one for one in root.findChildren(kind) if one.isVisible() and one.isEnabled()]
        return seen[int(self.rng.integers(len(seen)))] if seen else root

    def place(self, widget: QWidget) -> QPoint:
        """Somewhere on it."""
        x, y = self.rng.random(2)
        return QPoint(int(x * max(widget.width() - 1, 0)), int(y * max(widget.height() - 1, 0)))

    def click(self) -> None:
        widget = self.any_widget(QAbstractButton if self.rng.random() < 0.7 else QWidget)
        if widget is not None:
            right = self.rng.random() < 0.05
            button = Qt.MouseButton.RightButton if right else Qt.MouseButton.LeftButton
            QTest.mouseClick(widget, button, pos=self.place(widget))

    def press_key(self) -> None:
        key = KEYS[int(self.rng.integers(len(KEYS)))]
        modifier = (NONE, NONE, NONE, CONTROL, SHIFT)[int(self.rng.integers(5))]
        target = QApplication.focusWidget() or self.window
        if not isinstance(target.window(), QFileDialog):
            QTest.keyClick(target, key, modifier)

    def draw(self) -> None:
        panel = self.window.rooms.panel()
        pads = [] if panel is None else [one for one in panel.findChildren(QWidget) if _is_pad(one)]
        if not pads:
            return
        pad = pads[0]
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=self.place(pad))
        for _ in range(int(self.rng.integers(2, 12))):
            QTest.mouseMove(pad, self.place(pad))
        if self.rng.random() < 0.9:
            QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=self.place(pad))

    def drag(self) -> None:
        widget = self.any_widget()
        if widget is not None:
            QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=self.place(widget))
            if _alive(widget):
                QTest.mouseMove(widget, self.place(widget))
            if _alive(widget):
                QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=self.place(widget))

    def switch(self) -> None:
        rooms = self.window.rooms.ids()
        self.window.show_room(rooms[int(self.rng.integers(len(rooms)))])

    def resize(self) -> None:
        self.window.resize(int(self.rng.integers(640, 1700)), int(self.rng.integers(480, 1000)))

    def wheel(self) -> None:
        widget = self.any_widget()
        if widget is not None:
            at, turn = self.place(widget), QPoint(0, int(self.rng.choice([-120, 120])))
            flags = (Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False)
            event = QWheelEvent(at.toPointF(), widget.mapToGlobal(at).toPointF(), QPoint(), turn, *flags)
            QApplication.sendEvent(widget, event)

    def act(self) -> None:
        names = ("beside", "window", "bare", "explain", "shortcuts", "log", "diagnostics", "about")
        self.window.menu.action(str(self.rng.choice(names))).trigger()

    def look(self) -> None:
        which = int(self.rng.integers(3))
        if which == 0:
            self.window.set_theme(str(self.rng.choice(NAMES)))
        elif which == 1:
            self.window.set_language(str(self.rng.choice(list(LANGUAGES))))
        else:
            self.window.set_text_scale(float(self.rng.choice([1.0, 1.3, 1.6, 2.0])))

    def context(self) -> None:
        widget = self.any_widget()
        if widget is not None:
            at = self.place(widget)
            reason = QContextMenuEvent.Reason.Mouse
            QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))


def _is_pad(widget: QWidget) -> bool:
    return type(widget).__name__ == "SharedPad" and widget.isVisible()


def _alive(widget: QWidget) -> bool:
    return bool(shiboken6.isValid(widget))


def runs() -> list[str]:
    """Threads of the program that are alive."""
    return [one.name for one in threading.enumerate() if one.name.startswith("run-")]


def memory() -> float:
    """MB held now, as far as the system tells (its largest so far elsewhere)."""
    gc.collect()
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    """Walk once. Returns 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--actions", type=int, default=1000)
    parser.add_argument("--folder", type=Path, required=True, help="where settings and own digits are kept")
    asked = parser.parse_args()
    faulthandler.enable()
    faulthandler.dump_traceback_later(300, exit=True)
    faults.install()
    found = Monkey(asked.seed, asked.folder).walk(asked.actions)
    print(json.dumps(found))
    return 1 if found["failed"] or found["threads"] else 0


if __name__ == "__main__":
    sys.exit(main())
