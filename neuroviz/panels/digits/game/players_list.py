"""PlayersList: who played, what came of it, and what may go; a removal can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from neuroviz.io.players import Game, Players
from neuroviz.panels.digits.game import kinds
from neuroviz.sims.agreement import Line, Summary
from neuroviz.ui.numbers import counted_share
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes

_SHEET = Template("""
QTreeView { background: transparent; }
QTreeView::item { padding: ${s1}px 0 ${s1}px ${s3}px; }
QTreeView::item:selected { background: $raised; color: $text; }
QHeaderView { background: transparent; }
QHeaderView::section {
  background: transparent; color: $quiet; border: none; border-bottom: 1px solid $line;
  padding: ${s1}px 0 ${s1}px ${s3}px;
}
""")
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PLAYER, _GAME = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class PlayersList(QWidget):
    """A tree of players and their games of one kind."""

    remove_asked = Signal(str, str)
    """A player's name and a game's id; "" as id: all the player's games."""
    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._tree = QTreeWidget()
        self._tree.setColumnCount(5)
        self._tree.setUniformRowHeights(True)
        self._tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setStretchLastSection(False)
        self._tree.itemSelectionChanged.connect(self._enable)
        self._remove, self._undo = QPushButton(), QPushButton()
        leave_out(self._remove, self._undo)
        self._remove.clicked.connect(self._on_remove)
        self._undo.clicked.connect(self.undo_asked)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._remove)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._tree, 1)
        self._column.addLayout(self._row)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._say()
        self._enable()

    def set_players(
        self, players: Players, kind: str, summaries: Mapping[str, Summary], can_undo: bool
    ) -> None:
        """Show who has games of this kind, with what is known of their agreement."""
        shown = (players, kind, dict(summaries), can_undo)
        if shown == self._shown:
            return  # what is marked or opened stays so
        self._shown = shown
        self._tree.clear()
        for player in players.players:
            games = [game for game in player.games if game.kind == kind]
            if games:
                self._tree.addTopLevelItem(_item(player.name, games, summaries.get(player.name)))
        self._undo.setVisible(can_undo)
        self._enable()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    @property
    def tree(self) -> QTreeWidget:
        """The tree itself."""
        return self._tree

    def _on_remove(self) -> None:
        item = self._tree.currentItem()
        if item is not None:
            self.remove_asked.emit(item.data(0, _PLAYER), item.data(0, _GAME))

    def _enable(self) -> None:
        self._remove.setEnabled(bool(self._tree.selectedItems()))

    def _say(self) -> None:
        self._tree.setAccessibleName(self.tr("Players and their games"))
        heads = (
            self.tr("player"), self.tr("games"), self.tr("with the label"), self.tr("with the net"), "κ",
        )  # fmt: skip
        self._tree.setHeaderLabels(list(heads))
        for column in range(1, len(heads)):
            self._tree.headerItem().setTextAlignment(column, _NUMBER)
        self._remove.setText(self.tr("Remove"))
        self._remove.setToolTip(
            self.tr("Removes the player or the game that is marked; it can be brought back")
        )
        self._undo.setText(self.tr("Bring back what was removed"))

    def _restyle(self) -> None:
        look = theme()
        self._column.setSpacing(look.space(2))
        self._tree.setFont(look.font(tabular=True))
        self._tree.header().setFont(look.font(0.85))
        self._tree.setStyleSheet(
            _SHEET.substitute(
                quiet=look.quiet.name(), line=look.line.name(), raised=look.raised.name(),
                text=look.text.name(), s1=look.space(1), s3=look.space(3),
            )
        )  # fmt: skip


def _item(name: str, games: list[Game], found: Summary | None) -> QTreeWidgetItem:
    shares = ("", "", "")
    if found is not None:
        beyond = kinds.signed(found.kappa, 2) if found.kappa == found.kappa else "–"
        shares = (_share(found.you), _share(found.pair), beyond)
    item = QTreeWidgetItem([name, str(len(games)), *shares])
    item.setData(0, _PLAYER, name)
    item.setData(0, _GAME, "")
    for game in games:
        item.addChild(_child(name, game))
    for column in range(1, 5):
        item.setTextAlignment(column, _NUMBER)
    return item


def _share(line: Line) -> str:
    return counted_share(line.whole.k, line.whole.n)


def _child(name: str, game: Game) -> QTreeWidgetItem:
    n = len(game.rounds)
    you = sum(one.said == one.label for one in game.rounds)
    pair = sum(one.said == one.answer for one in game.rounds)
    child = QTreeWidgetItem([f"{game.date[:10]}  {game.net}", "", f"{you} / {n}", f"{pair} / {n}", ""])
    child.setData(0, _PLAYER, name)
    child.setData(0, _GAME, game.id)
    for column in range(1, 5):
        child.setTextAlignment(column, _NUMBER)
    return child
