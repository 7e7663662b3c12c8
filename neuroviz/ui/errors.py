"""Nothing is swallowed: every error that nobody caught is logged and waits for the window to show it."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QRectF,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from neuroviz.ui.theme import theme

_log = logging.getLogger("neuroviz")
_KEPT = 50
_REPEATS = 5  # of one error that are logged in full


@dataclass(frozen=True)
class Fault:
    """An error nobody caught: what it was, where, and its traceback for the log."""

    error: str
    place: str
    details: str


class Faults:
    """Collects faults from any thread; the window takes them with its tick, on the screen's thread."""

    def __init__(self) -> None:
        self._waiting: deque[Fault] = deque(maxlen=_KEPT)
        self._seen: dict[tuple[str, str], int] = {}
        self._busy = threading.local()
        self._before: tuple[Any, ...] | None = None

    def install(self) -> None:
        """Hook into Python, its threads, its destructors, and Qt's messages."""
        if self._before is not None:
            return
        qt = qInstallMessageHandler(self._on_qt_message)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook, qt)
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        sys.unraisablehook = self._on_unraisable

    def remove(self) -> None:
        """Put back what was there before."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook, qt = self._before
            qInstallMessageHandler(qt)
            self._before = None

    def take(self) -> list[Fault]:
        """All faults since the last call, oldest first."""
        taken = []
        while self._waiting:
            taken.append(self._waiting.popleft())
        return taken

    def add(self, error: BaseException, where: str = "", *, shown: bool = False) -> Fault | None:
        """Log `error` and keep it for the window, unless it is `shown` already (on a card).

        None when it only repeats, or arose while doing this.
        """
        if getattr(self._busy, "now", False):
            return None
        self._busy.now = True
        try:
            return self._add(error, where, shown)
        finally:
            self._busy.now = False

    def _add(self, error: BaseException, where: str, shown: bool) -> Fault | None:
        fault = Fault(
            error=f"{type(error).__name__}: {error}",
            place=where or _place(error.__traceback__),
            details="".join(traceback.format_exception(error)),
        )
        key = (type(error).__name__, fault.place)
        count = self._seen[key] = self._seen.get(key, 0) + 1
        if count <= _REPEATS:
            _log.error("%s", fault.details)
        if count > 1:
            return None
        if not shown:
            self._waiting.append(fault)
        return fault

    def forget(self) -> None:
        """Show again what has been shown: a room was reopened, or another try begins."""
        self._seen.clear()

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.add(error)

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.add(args.exc_value)

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self.add(args.exc_value)

    def _on_qt_message(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if getattr(self._busy, "now", False):
            return
        levels = {
            QtMsgType.QtDebugMsg: logging.DEBUG,
            QtMsgType.QtInfoMsg: logging.INFO,
            QtMsgType.QtWarningMsg: logging.WARNING,
        }
        _log.log(levels.get(kind, logging.ERROR), "Qt: %s", message)


faults = Faults()


def _place(trace: TracebackType | None) -> str:
    """File and line where the error arose."""
    last = traceback.extract_tb(trace)[-1:]
    return f"{last[0].filename}:{last[0].lineno}" if last else ""


def painted(draw: Callable[[Any, QPainter], None]) -> Callable[[Any, QEvent], None]:
    """A paintEvent from `draw(self, painter)`: an error is kept once, then a quiet line is painted instead.

    Use: `paintEvent = painted(_draw)`. `mend(widget)` lets it try again.
    """

    def paint_event(self: QWidget, _event: QEvent) -> None:
        if not self.property(_FAILED):
            try:
                with QPainter(self) as painter:
                    draw(self, painter)
            except Exception as error:
                self.setProperty(_FAILED, True)
                faults.add(error)
        if self.property(_FAILED):
            _paint_failure(self)

    return paint_event


_FAILED = "painting_failed"


def mend(widget: QWidget) -> None:
    """Let a widget that failed to paint try again."""
    widget.setProperty(_FAILED, False)
    widget.update()


def _paint_failure(widget: QWidget) -> None:
    with QPainter(widget) as painter:
        if widget.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent):
            painter.fillRect(widget.rect(), widget.palette().color(widget.backgroundRole()))
        painter.setPen(theme().quiet)
        painter.setFont(theme().font())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        words = QCoreApplication.translate("Painted", "This picture could not be drawn.")
        painter.drawText(QRectF(widget.rect()), flags, words)
