"""NetKeeper: the visitor's own nets, opened from files or made in a room, are there again next time."""

from __future__ import annotations

import logging
from collections import deque
from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote

from PySide6.QtCore import QObject

from neuroviz.io import files
from neuroviz.io.nets import read_net, write_net
from neuroviz.io.problem import Problem
from neuroviz.nn import Net
from neuroviz.runtime import Background
from neuroviz.ui.follow import follow
from neuroviz.workspace import Kind, Workspace

LONGEST = 60
"""Characters of a net's name; more would make a file name that some discs refuse."""

MOST = 50
_ENDING = ".npz"
_log = logging.getLogger(__name__)


class NetKeeper(QObject):
    """One file for each net in `folder`, written a moment after it came, and gone when it is dropped."""

    def __init__(self, folder: Path, workspace: Workspace, background: Background) -> None:
        super().__init__()
        self._folder, self._workspace, self._background = folder, workspace, background
        self._arrived: deque[tuple[str, Net]] = deque()
        self._kept: dict[str, Net] = {}
        self._wanted = ""
        self._ended = False
        follow(workspace, self, self._on_workspace)

    def restore(self, wanted: str = "") -> None:
        """Read what was kept, off the screen's thread; `wanted` becomes current when it is there."""
        self._wanted = wanted
        if self._folder.is_dir():
            self._background.submit("nets", self._read)

    def look(self) -> None:
        """Put what has been read into the workspace."""
        while self._arrived:
            name, net = self._arrived.popleft()
            if name in self._workspace.names("net"):
                continue  # a newer one of that name has been made meanwhile
            self._kept[name] = net
            self._workspace.put("net", name, net)
            if name == self._wanted:
                self._workspace.choose("net", name)

    def end(self) -> None:
        """What comes or goes from now on is not kept: the background is about to close."""
        self._ended = True

    def _read(self) -> None:
        for path in sorted(self._folder.glob(f"*{_ENDING}"))[:MOST]:
            try:
                self._arrived.append((unquote(path.name.removesuffix(_ENDING)), read_net(path)))
            except Problem as problem:
                _log.warning("a net of yours cannot be read: %s", problem)
                self._set_aside(path)

    def _set_aside(self, path: Path) -> None:
        try:
            _log.warning("it is kept as %s", files.aside(path))
        except Problem as problem:
            _log.warning("it stays where it is: %s", problem)

    def _on_workspace(self, kind: Kind, name: str) -> None:
        if kind != "net" or self._ended:
            return
        if name not in self._workspace.names("net"):
            if self._kept.pop(name, None) is not None:
                self._background.submit(f"net {name}", partial(self._remove, name))
            return
        net = self._workspace.get("net", name)
        if self._workspace.is_own("net", name) and net is not self._kept.get(name):
            self._kept[name] = net
            self._background.submit(f"net {name}", partial(self._write, name, net))

    def _path(self, name: str) -> Path:
        return self._folder / f"{quote(name[:LONGEST], safe=' ')}{_ENDING}"

    def _write(self, name: str, net: Net) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_net(net, self._path(name))
        except (Problem, OSError) as error:
            _log.warning("the net %s is not kept: %s", name, error)

    def _remove(self, name: str) -> None:
        try:
            self._path(name).unlink(missing_ok=True)
        except OSError as error:
            _log.warning("the net %s is not removed: %s", name, error)


def free_name(workspace: Workspace, name: str) -> str:
    """`name`, or it with a number behind it, that no net has yet."""
    plain = name.strip()[: LONGEST - 4] or "net"
    taken = set(workspace.names("net"))
    numbered = (f"{plain} {number}" for number in range(2, len(taken) + 3))
    return plain if plain not in taken else next(one for one in numbered if one not in taken)
