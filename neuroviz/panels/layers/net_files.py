"""NetFiles: open a net of one's own, save the present one, forget it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from neuroviz.nn import Net
from neuroviz.sims.net_errand import NetErrandFrame, NetErrandSim
from neuroviz.ui import places, problems
from neuroviz.ui.file_dialog import ask_to_open, ask_to_save
from neuroviz.ui.follow import follow
from neuroviz.ui.net_chooser import any_net, current_name
from neuroviz.ui.net_keeper import free_name
from neuroviz.ui.share import leave_out
from neuroviz.ui.side_run import SideRun
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.workspace import Kind, Workspace

ENDING = ".npz"


class NetFiles(QWidget):
    """Three buttons; files are read and written on a worker, and `collect` is called with each tick."""

    said = Signal(str)
    """A sentence for the visitor: what was done, or why not."""

    forget_asked = Signal(str)
    """The visitor's own net of that name is to go."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        leave_out(self)
        self._workspace = workspace
        self._errand: NetErrandSim | None = None
        self._side = SideRun()
        self.open, self.save, self.forget = (QPushButton() for _ in range(3))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in (self.open, self.save, self.forget):
            self._row.addWidget(button, 1)
        self.open.clicked.connect(self._on_open)
        self.save.clicked.connect(self._on_save)
        self.forget.clicked.connect(self._on_forget)
        follow(workspace, self, self._on_workspace)
        theme_changes.changed.connect(self._restyle)
        self._enable()
        self._restyle()
        self._retranslate()

    def read(self, path: Path) -> None:
        """Open a net; it becomes the current one as soon as it is read."""
        self._start(NetErrandSim(path))

    def write(self, path: Path) -> None:
        """Save the current net."""
        name = current_name(self._workspace, any_net)
        if name is not None:
            self._start(NetErrandSim(path, self._workspace.get("net", name)))

    def collect(self) -> None:
        """Take what an errand has brought."""
        errand = self._errand
        frame = None if errand is None else self._side.take()
        if errand is None or not isinstance(frame, NetErrandFrame):
            return
        if frame.problem is not None:
            self.said.emit(problems.sentence(frame.problem, errand.path.name))
        elif frame.net is not None and errand.writes:
            self.said.emit(self.tr("Saved as {path}").format(path=errand.path))
        elif frame.net is not None:
            self._welcome(frame.net, errand.path.stem)
        if frame.problem is not None or frame.net is not None:
            self._errand = None
            self._side.end()

    def forgotten(self, name: str) -> str:
        """What is said when a net has gone."""
        return self.tr("{name} is forgotten here; files you have saved stay.").format(name=name)

    def end(self) -> None:
        """Nothing is read or written any more."""
        self._side.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _welcome(self, net: Net, stem: str) -> None:
        """A net that is here already is not taken in twice."""
        space = self._workspace
        same = [name for name in space.names("net") if space.get("net", name).digest == net.digest]
        name = same[0] if same else free_name(space, stem)
        if not same:
            space.put("net", name, net)
        space.choose("net", name)

    def _start(self, errand: NetErrandSim) -> None:
        self._errand = errand
        self._side.start(errand)

    def _on_open(self) -> None:
        kinds = [self.tr("Nets (*.npz)")]
        ask_to_open(self.window(), self.tr("Open a net"), kinds, lambda path: self.read(Path(path)))

    def _on_save(self) -> None:
        name = current_name(self._workspace, any_net) or "net"
        proposal, kinds = places.proposed(name, ENDING), [self.tr("Nets (*.npz)")]
        ask_to_save(self.window(), self.tr("Save this net"), kinds, proposal, self._to)

    def _to(self, name: str) -> None:
        self.write(Path(name if name.lower().endswith(ENDING) else name + ENDING))

    def _on_forget(self) -> None:
        name = current_name(self._workspace, any_net)
        if name is not None and self._workspace.is_own("net", name):
            self.forget_asked.emit(name)
            self.said.emit(self.forgotten(name))

    def _on_workspace(self, kind: Kind, _name: str) -> None:
        if kind == "net":
            self._enable()

    def _enable(self) -> None:
        name = current_name(self._workspace, any_net)
        self.save.setEnabled(name is not None)
        self.forget.setEnabled(name is not None and self._workspace.is_own("net", name))

    def _retranslate(self) -> None:
        self.open.setText(self.tr("Open…"))
        self.open.setToolTip(self.tr("Take a net of your own apart: a file that was saved here"))
        self.save.setText(self.tr("Save…"))
        self.save.setToolTip(self.tr("Write this net into a file; NumPy reads its weights as well"))
        self.forget.setText(self.tr("Forget"))
        self.forget.setToolTip(self.tr("Take this net of yours out of all rooms"))

    def _restyle(self) -> None:
        self._row.setSpacing(theme().space(1.5))
