"""PageTabs: the pages of a room as words beside its title; the open one is underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from neuroviz.ui.errors import painted
from neuroviz.ui.theme import theme, theme_changes


class PageTabs(QWidget):
    """One button a page; arrows move between them, a click or Enter asks for the page."""

    page_asked = Signal(str)
    """The id of the page that is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._tabs: dict[str, PageTab] = {}

    def set_pages(self, pages: Sequence[tuple[str, str]], current: str) -> None:
        """Show (id, words) of each page; none hides the row."""
        if [page for page, _ in pages] != list(self._tabs):
            self._build([page for page, _ in pages])
        for page, words in pages:
            self._tabs[page].set_words(words)
            self._tabs[page].setChecked(page == current)
        self.setVisible(bool(pages))

    def tab(self, page: str) -> PageTab:
        """The tab of a page. Raises KeyError."""
        return self._tabs[page]

    def _build(self, pages: Sequence[str]) -> None:
        for old in self._tabs.values():
            self._row.removeWidget(old)
            old.deleteLater()
        self._tabs = {page: PageTab(page) for page in pages}
        for tab in self._tabs.values():
            tab.clicked.connect(self._on_clicked)
            tab.moved.connect(self._on_moved)
            self._row.addWidget(tab)

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

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("elides", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self.updateGeometry)

    def set_words(self, words: str) -> None:
        """What it says."""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.setToolTip(words)
            self.updateGeometry()

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

    def sizeHint(self) -> QSize:
        """The word in bold, so that nothing moves when another page is opened."""
        metrics = QFontMetrics(theme().font(1.0, QFont.Weight.DemiBold))
        return QSize(metrics.horizontalAdvance(self.text()) + theme().space(6), theme().space(7))

    def minimumSizeHint(self) -> QSize:
        """Three letters and an ellipsis can always be seen."""
        return QSize(theme().space(8), theme().space(7))

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
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - look.space(2)
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        if current:
            edge = look.space(3)
            line = QRectF(edge, self.height() - look.space(0.75), self.width() - 2 * edge, look.space(0.75))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.accent)
            painter.drawRoundedRect(line, 1.5, 1.5)
