"""PageTabs: the pages of a room as words beside its title; the open one is underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHideEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from neuroviz.ui.errors import painted
from neuroviz.ui.theme import theme, theme_changes

_AIR, _LEAST_AIR = 6, 2  # beside a word, both sides together, in steps of the theme's space


class PageTabs(QWidget):
    """One button a page; arrows move between them, a click or Enter asks for the page.

    Where it is narrow the air between the words goes first; then they stand in several lines.
    """

    page_asked = Signal(str)
    """The id of the page that is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: dict[str, PageTab] = {}
        self._lines = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self._restyle)

    @property
    def has_pages(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._tabs)

    def set_pages(self, pages: Sequence[tuple[str, str]], current: str) -> None:
        """Show (id, words) of each page; none hides the row."""
        if [page for page, _ in pages] != list(self._tabs):
            self._build([page for page, _ in pages])
        for page, words in pages:
            self._tabs[page].set_words(words)
            self._tabs[page].setChecked(page == current)
        self.setVisible(bool(pages))
        self._restyle()

    def tab(self, page: str) -> PageTab:
        """The tab of a page. Raises KeyError."""
        return self._tabs[page]

    def sizeHint(self) -> QSize:
        """All words with air between them."""
        words = sum(tab.words_width() for tab in self._tabs.values())
        return QSize(words + len(self._tabs) * theme().space(_AIR), self._lines * theme().space(7))

    def least_width(self) -> int:
        """In less than this they need several lines."""
        return sum(tab.words_width() + theme().space(_LEAST_AIR) for tab in self._tabs.values())

    def minimumSizeHint(self) -> QSize:
        """Narrow; as high as its lines."""
        return QSize(theme().space(8), self._lines * theme().space(7))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out what there is."""
        super().resizeEvent(event)
        self._arrange()

    def _restyle(self) -> None:
        self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        rows, height = self._rows(), theme().space(7)
        if len(rows) != self._lines:
            self._lines = len(rows)
            self.updateGeometry()
        for line, tabs in enumerate(rows):
            left = 0
            for tab, width in zip(tabs, self._widths(tabs), strict=True):
                tab.setGeometry(left, line * height, width, height if len(rows) > 1 else self.height())
                left += width

    def _rows(self) -> list[list[PageTab]]:
        """As many of them in each line as it has room for."""
        rows: list[list[PageTab]] = [[]]
        left = self.width()
        for tab in self._tabs.values():
            wanted = tab.words_width() + theme().space(_LEAST_AIR)
            if rows[-1] and wanted > left:
                rows.append([])
                left = self.width()
            rows[-1].append(tab)
            left -= wanted
        return rows

    def _widths(self, tabs: Sequence[PageTab]) -> list[int]:
        words = [tab.words_width() for tab in tabs]
        spare = (self.width() - sum(words)) // max(1, len(tabs))
        air = min(theme().space(_AIR), max(theme().space(_LEAST_AIR), spare))
        return [min(width + air, self.width()) for width in words]

    def _build(self, pages: Sequence[str]) -> None:
        for old in self._tabs.values():
            old.deleteLater()
            old.hide()
        self._tabs = {page: PageTab(page, self) for page in pages}
        for tab in self._tabs.values():
            tab.clicked.connect(self._on_clicked)
            tab.moved.connect(self._on_moved)
            tab.show()

    def _on_clicked(self) -> None:
        tab = self.sender()
        if isinstance(tab, PageTab):
            self.page_asked.emit(tab.page)

    def _on_moved(self, by: int) -> None:
        order = list(self._tabs.values())
        place = order.index(self.sender()) + by  # type: ignore[arg-type]
        if 0 <= place < len(order):
            order[place].setFocus(Qt.FocusReason.TabFocusReason)


class PageTab(QAbstractButton):
    """One word; bold and underlined when its page is open."""

    moved = Signal(int)
    """−1 or 1: the focus should go to the neighbour."""

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = page
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("elides", True)

    def set_words(self, words: str) -> None:
        """What it says."""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.setToolTip(words)

    def nextCheckState(self) -> None:
        """A click asks for the page; which one is open is said from outside."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move, Enter and Space open."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is opened: when this one comes back the mouse is elsewhere, though nobody says so."""
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        super().hideEvent(event)

    def words_width(self) -> int:
        """The word in bold, so that nothing moves when another page is opened."""
        metrics = QFontMetrics(theme().font(1.0, QFont.Weight.DemiBold))
        return metrics.horizontalAdvance(self.text())

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Word, line, focus."""
        look, current = theme(), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus() or (self.underMouse() and not current):
            painter.setPen(QPen(look.accent, look.stroke(2)) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.raised if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, look.space(1), look.space(1))
        painter.setFont(look.font(1.0, QFont.Weight.DemiBold if current else QFont.Weight.Normal))
        painter.setPen(look.text if current or self.underMouse() else look.quiet)
        room = self.width() - look.space(1)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        if current:
            edge = max(look.space(1), (self.width() - self.words_width()) // 2)
            line = QRectF(edge, self.height() - look.space(0.75), self.width() - 2 * edge, look.space(0.75))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.accent)
            painter.drawRoundedRect(line, 1.5, 1.5)
