"""LineTable: all lines of a run in rows: what was turned, what came of it, which two are compared."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.panels.training.learn.figures import answers_values, line_name, number, paint_line, part
from neuroviz.panels.training.learn.turn_words import beginning, turn_text
from neuroviz.sims.training.frames import CourseFrame, TrainingFrame
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed, plain
from neuroviz.ui.icons import paint_icon
from neuroviz.ui.theme import Theme, theme, theme_changes

translate = QCoreApplication.translate

_FIXED = ("loss", "score", "parent", "start")
_SIDES = ("a", "b", "drop")
_GAP, _SIDE_WIDE, _STROKE = 2.5, 5.0, 9.0  # steps of space
_SPARED = ("start", "parent")  # columns that go, the first first, where what was turned has no room
_HIGH = 6.5


class LineTable(Ringed):
    """A click, or Enter, looks at a line; A and B choose it for comparing; a bin, or Delete, ends it."""

    focus_asked = Signal(int)
    drop_asked = Signal(int)
    side_asked = Signal(str, int)
    """Side "a" or "b" is to be this line."""

    def __init__(self) -> None:
        super().__init__()
        self._frame: TrainingFrame | None = None
        self._pair: tuple[int | None, int | None] = (None, None)
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self._restyle)
        self._describe()

    def show_lines(self, frame: TrainingFrame | None, a: int | None, b: int | None) -> None:
        """The lines of a frame, and which of them are A and B."""
        rows = self._n()
        self._frame, self._pair = frame, (a, b)
        self._at = min(self._at, max(0, self._n() - 1))
        if rows != self._n():
            self.updateGeometry()
        self._describe()
        self.update()

    def told(self, i: int) -> str:
        """All that is known of a line."""
        frame = self._frame
        if frame is None or not 0 <= i < self._n():
            return ""
        course = frame.courses[i]
        lines = [f"{line_name(course.id)}: {self._turned(course, frame)}"]
        report = course.report
        if report is not None:
            text = translate("LineTable", "losses {train} in training, {valid} in validation; score {score}")
            lines.append(text.format(
                train=number(report.train_loss), valid=number(report.valid_loss), score=_score(course)
            ))  # fmt: skip
        text = translate("LineTable", "‖w − w at its start‖ = {way}")
        lines.append(text.format(way=number(course.travelled)))
        if course.distance is not None:
            text = translate("LineTable", "‖w − w of its parent‖ = {way}")
            lines.append(text.format(way=number(course.distance)))
        return "\n".join(lines)

    # -- paint -------------------------------------------------------------------------------------------

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Headings and rows."""
        look, frame = theme(), self._frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter, look)
        if frame is None:
            return
        for i, course in enumerate(frame.courses):
            self._paint_row(painter, i, course, look)

    def _paint_head(self, painter: QPainter, look: Theme) -> None:
        painter.setPen(look.quiet)
        painter.setFont(look.font(0.85))
        columns = self._columns()
        for name, text in self._heads().items():
            if name not in columns:
                continue
            x, wide = columns[name]
            flags = _RIGHT if name in _FIXED else _MIDDLE
            painter.drawText(QRectF(x, 0, wide, self._head()), flags, text)

    def _paint_row(self, painter: QPainter, i: int, course: CourseFrame, look: Theme) -> None:
        assert self._frame is not None
        box, columns = self._row(i), self._columns()
        focused = course.id == self._frame.focus
        if focused:
            painter.fillRect(box, look.raised)
        x, wide = columns["stroke"]
        stroke = QRectF(x + 2, box.top(), wide - look.space(2), box.height())
        paint_line(painter, stroke, course.id, look)
        weight = QFont.Weight.DemiBold if focused else QFont.Weight.Normal
        font = look.font(0.85, weight, tabular=True)
        painter.setFont(font)
        painter.setPen(look.text)
        x, wide = columns["turn"]
        text = self._line_text(course, self._frame)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRectF(x, box.top(), wide, box.height()), _LEFT, shown)
        for name, value in _values(course).items():
            if name not in columns:
                continue
            x, wide = columns[name]
            painter.drawText(QRectF(x, box.top(), wide, box.height()), _RIGHT, value)
        for k, name in enumerate(("a", "b")):
            self._paint_side(painter, self._cell(i, name), on=self._pair[k] == course.id, look=look)
        if self._n() > 1:
            side = look.space(3.5)
            bin_box = QRectF(0, 0, side, side)
            bin_box.moveCenter(self._cell(i, "drop").center())
            paint_icon(painter, bin_box, "clear", look.quiet)
        if self.hasFocus() and i == self._at:
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)

    def _paint_side(self, painter: QPainter, cell: QRectF, *, on: bool, look: Theme) -> None:
        radius = look.space(1.4)
        painter.setPen(QPen(look.accent if on else look.quiet, look.stroke(1.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(cell.center(), radius, radius)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.accent)
            painter.drawEllipse(cell.center(), radius * 0.55, radius * 0.55)

    # -- the hand ----------------------------------------------------------------------------------------

    def cell_at(self, place: QPointF) -> tuple[int, str] | None:
        """Row and column under a point."""
        i = int((place.y() - self._head()) // self._high())
        if place.y() < self._head() or i >= self._n():
            return None
        for name, (x, wide) in self._columns().items():
            if x <= place.x() < x + wide:
                return i, name
        return i, "turn"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click does what its column is for."""
        found = self.cell_at(event.position())
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._at = found[0]
        self._do(found[1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down; Enter looks at the line, A and B compare it, Delete ends it."""
        key, n = Qt.Key(event.key()), self._n()
        deeds = {
            Qt.Key.Key_Return: "turn", Qt.Key.Key_Enter: "turn", Qt.Key.Key_A: "a", Qt.Key.Key_B: "b",
            Qt.Key.Key_Delete: "drop",
        }  # fmt: skip
        moves = {
            Qt.Key.Key_Up: self._at - 1, Qt.Key.Key_Down: self._at + 1,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: n - 1,
        }  # fmt: skip
        if not n or not plain(event):
            super().keyPressEvent(event)
        elif key in moves:
            self._at = min(max(moves[key], 0), n - 1)
            self._describe()
            self.update()
        elif key in deeds:
            self._do(deeds[key])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """What is known of the line under the pointer; the letters are ours while we have the keyboard."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        wanted = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_A, Qt.Key.Key_B)
        if wanted and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """As many rows as there are lines."""
        return QSize(theme().space(100), round(self._head() + max(1, self._n()) * self._high()))

    def minimumSizeHint(self) -> QSize:
        """All rows."""
        return QSize(theme().space(70), self.sizeHint().height())

    # -- inside ------------------------------------------------------------------------------------------

    def _n(self) -> int:
        return 0 if self._frame is None else len(self._frame.courses)

    def _do(self, column: str) -> None:
        assert self._frame is not None
        line = self._frame.courses[self._at].id
        if column in ("a", "b"):
            self.side_asked.emit(column, line)
        elif column == "drop":
            if self._n() > 1:
                self.drop_asked.emit(line)
        else:
            self.focus_asked.emit(line)
        self._describe()
        self.update()

    def _turned(self, course: CourseFrame, frame: TrainingFrame) -> str:
        turn = beginning(course.id, frame)
        if course.branch is None:
            return translate("LineTable", "from the start")
        if turn is None:
            return translate("LineTable", "from step {step}").format(step=f"{course.born:,}")
        text = translate("LineTable", "{turn} at {step}")
        return text.format(turn=turn_text(turn), step=f"{course.born:,}")

    def _heads(self) -> dict[str, str]:
        return {
            "loss": self.tr("loss"), "score": self.tr("score"), "parent": self.tr("to parent"),
            "start": self.tr("to start"), "a": "A", "b": "B",
        }  # fmt: skip

    def _line_text(self, course: CourseFrame, frame: TrainingFrame) -> str:
        return f"{course.id + 1}  {self._turned(course, frame)}"

    def _columns(self) -> Mapping[str, tuple[float, float]]:
        """Left edge and width of each column: numbers have the room they need, in their widest row."""
        known = self._frame, self.width(), theme()
        if self._known != known:
            self._known, self._measured = known, self._measure()
        return self._measured

    _known: object = None
    _measured: Mapping[str, tuple[float, float]] = MappingProxyType({})

    def _measure(self) -> Mapping[str, tuple[float, float]]:
        look, frame = theme(), self._frame
        stroke = float(look.space(_STROKE))
        metrics = QFontMetricsF(look.font(0.85, QFont.Weight.DemiBold, tabular=True))
        courses = () if frame is None else frame.courses
        wide = dict.fromkeys(_SIDES, float(look.space(_SIDE_WIDE)))
        for name in _FIXED:
            texts = [self._heads()[name], *(_values(one)[name] for one in courses)]
            wide[name] = max(map(metrics.horizontalAdvance, texts)) + look.space(_GAP)
        texts = [self._line_text(one, frame) for one in courses if frame is not None]
        words = max(map(metrics.horizontalAdvance, texts), default=0.0)
        for name in _SPARED:
            if stroke + words + sum(wide.values()) > self.width():
                del wide[name]
        right = float(self.width())
        found: dict[str, tuple[float, float]] = {}
        for name in reversed([one for one in (*_FIXED, *_SIDES) if one in wide]):
            right -= wide[name]
            found[name] = (right, wide[name])
        found["stroke"] = (0.0, stroke)
        found["turn"] = (stroke, max(1.0, right - stroke))
        return MappingProxyType(found)

    def _cell(self, i: int, name: str) -> QRectF:
        x, wide = self._columns()[name]
        row = self._row(i)
        return QRectF(x, row.top(), wide, row.height())

    def _row(self, i: int) -> QRectF:
        return QRectF(0, self._head() + i * self._high(), self.width(), self._high())

    def _head(self) -> float:
        return QFontMetricsF(theme().font(0.85)).height() + theme().space(0.5)

    def _high(self) -> float:
        line = QFontMetricsF(theme().font(0.85)).height()
        return max(line + 2, theme().space(_HIGH) if self._n() <= 4 else line + theme().space(1))

    def _tell(self, at: QPoint, on_screen: QPoint) -> None:
        found = self.cell_at(QPointF(at))
        if found is None:
            QToolTip.hideText()
            return
        i, column = found
        texts = {
            "a": self.tr("Compare this line as A (key A)"), "b": self.tr("Compare this line as B (key B)"),
            "drop": self.tr("End this line (Delete)"),
        }  # fmt: skip
        box: QRect = self._row(i).toAlignedRect()
        QToolTip.showText(on_screen, texts.get(column, self.told(i)), self, box)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Lines of learning"))
        told = self.told(self._at).replace("\n", ", ")
        text = self.tr("{i} of {n}. {told}")
        shown = text.format(i=self._at + 1, n=self._n(), told=told) if told else ""
        self.setAccessibleDescription(shown)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _values(course: CourseFrame) -> dict[str, str]:
    """What stands in the columns of numbers."""
    report = course.report
    return {
        "loss": "" if report is None else number(report.valid_loss), "score": _score(course),
        "parent": "" if course.distance is None else number(course.distance),
        "start": number(course.travelled),
    }  # fmt: skip


def _score(course: CourseFrame) -> str:
    if course.report is None:
        return ""
    score = course.report.valid_score
    return number(score) if answers_values(course) else part(score)


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
