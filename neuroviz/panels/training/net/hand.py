"""NetHand: what the visitor does in the picture, its menus and the form, as edits of the recipe."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from neuroviz.data.pool import Unfit
from neuroviz.nn import Net
from neuroviz.panels.training.net import words
from neuroviz.panels.training.net.block_form import FACTOR, FROZEN, FUNCTION, INIT, POOL
from neuroviz.scenes import architecture
from neuroviz.scenes.blocks import FIELDS, FUNCTIONS, blocks, is_function
from neuroviz.scenes.fits import Edited, Like, NoSuchNet
from neuroviz.scenes.recipe import Recipe
from neuroviz.ui.knob_scale import read

if TYPE_CHECKING:
    from neuroviz.panels.training.net.panel import NetPanel

Act = Callable[[Recipe, Like], Edited]
_DROP = 0.05  # of one step of a share


class NetHand(QObject):
    """Every act is noted and can be taken back; what cannot be done is said."""

    def __init__(self, panel: NetPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._menu = QMenu(panel)
        self._offered: tuple[str, int] = ("", 0)
        self._moving: tuple[int, str] | None = None
        self._menu.triggered.connect(self._on_picked)
        stack, form = panel.view.stack, panel.form
        stack.chosen.connect(panel.look_at)
        stack.stepped.connect(self.step)
        stack.typed.connect(self.type)
        stack.asked.connect(self.offer)
        stack.removed.connect(self.remove)
        stack.locked.connect(self.lock)
        stack.other_pool.connect(self.other_pool)
        stack.moved.connect(self.move)
        form.turned.connect(self._on_turned)
        form.began.connect(panel.acts.settle)
        form.move_asked.connect(self._on_move)
        form.remove_asked.connect(self._on_remove)

    # -- edits ---------------------------------------------------------------------------------------

    def do(self, act: Act, moving: tuple[int, str] | None = None) -> bool:
        """Edit the recipe; whether that was done. moving: what follows of the same is one act with it."""
        panel = self._panel
        if moving is None or moving != self._moving:
            panel.acts.settle()
        self._moving = moving
        try:
            like = panel.like()
            found = act(panel.suited_recipe(), like)
        except Unfit:
            panel.refuse(NoSuchNet("no-task"))
            return False
        except NoSuchNet as reason:
            panel.refuse(reason)
            return False
        panel.show_edit(found)
        (panel.acts.note if moving is None else panel.acts.note_soon)()
        return True

    def add(self, gap: int, kind: str) -> bool:
        """A new block before block `gap`."""
        return self.do(lambda recipe, like: architecture.add(recipe, like, gap, kind))

    def remove(self, block: int) -> bool:
        """Take a block out."""
        return self.do(lambda recipe, like: architecture.remove(recipe, like, block))

    def move(self, block: int, to: int) -> bool:
        """A block to another place."""
        return self.do(lambda recipe, like: architecture.move(recipe, like, block, to))

    def set_number(self, block: int, field: str, value: float, *, soon: bool = False) -> bool:
        """A number of a block."""
        return self.do(
            lambda recipe, like: architecture.set_number(recipe, like, block, field, value),
            (block, field) if soon else None,
        )

    def set_function(self, block: int, name: str) -> bool:
        """The function behind a block."""
        return self.do(lambda recipe, like: architecture.set_function(recipe, like, block, name))

    def set_init(self, block: int, init: str) -> bool:
        """How the weights of a block start."""
        return self.do(lambda recipe, _like: architecture.set_init(recipe, block, init))

    def set_rate(self, block: int, factor: float, *, soon: bool = False) -> bool:
        """The factor on the learning rate of a block."""
        return self.do(
            lambda recipe, _like: architecture.set_rate(recipe, block, factor),
            (block, FACTOR) if soon else None,
        )

    def lock(self, block: int) -> bool:
        """Freeze a block, or set it free."""
        stack = blocks(self._panel.recipe().layers)
        frozen = block < len(stack) and stack[block].plan.rate == 0.0
        return self.set_rate(block, 1.0 if frozen else 0.0)

    def other_pool(self, block: int) -> bool:
        """The largest in place of the mean, or the other way round."""
        stack = blocks(self._panel.recipe().layers)
        kind = "avg_pool" if block < len(stack) and stack[block].kind == "max_pool" else "max_pool"
        return self.do(lambda recipe, like: architecture.set_kind(recipe, like, block, kind))

    def step(self, block: int, field: str, steps: int) -> bool:
        """A number of a block by so many steps, which are larger where the number is."""
        stack = blocks(self._panel.recipe().layers)
        known = FIELDS.get(stack[block].kind, {}) if block < len(stack) else {}
        if not known:
            return False
        field = field or next(iter(known))
        value = float(stack[block].layer.to_dict()[field])
        for _ in range(abs(steps)):
            value = stepped(value, 1 if steps > 0 else -1, whole=known[field].whole, field=field)
        limits = known[field]
        return self.set_number(block, field, min(limits.high, max(limits.low, value)), soon=True)

    def type(self, block: int, field: str, text: str) -> bool:
        """A number of a block as it was typed; shares in per cent."""
        try:
            value = read(text.removesuffix("%").strip())
        except ValueError:
            self._panel.refuse(NoSuchNet("number"))
            return False
        if field == "rate" and ("%" in text or value >= 1):
            value /= 100
        return self.set_number(block, field, value)

    def further(self, name: str, frozen: bool) -> bool:
        """Learn the net of that name further."""
        space = self._panel.context.workspace
        if name not in space.names("net"):
            self._panel.refuse(NoSuchNet("no-net"))
            return False
        net = space.get("net", name)
        assert isinstance(net, Net)
        return self.do(lambda recipe, like: architecture.further(recipe, like, net, frozen=frozen))

    def redraw(self) -> bool:
        """Other fresh weights."""
        return self.do(lambda recipe, _like: Edited(architecture.reseeded(recipe), (), self._block()))

    # -- menus ---------------------------------------------------------------------------------------

    def offer(self, what: str, block: int, place: QPoint) -> None:
        """Open the menu of what can be chosen there."""
        choices = self.choices(what, block)
        if not choices:
            return
        self._offered = (what, block)
        self._menu.clear()
        for name, text, taken in choices:
            action = self._menu.addAction(text)
            action.setData(name)
            action.setCheckable(what != "add")
            action.setChecked(taken)
        self._menu.setToolTipsVisible(True)
        self._menu.popup(place)

    def choices(self, what: str, block: int) -> list[tuple[str, str, bool]]:
        """What can be chosen there: name, words, whether it is so now."""
        try:
            recipe, like = self._panel.suited_recipe(), self._panel.like()
        except Unfit:
            self._panel.refuse(NoSuchNet("no-task"))
            return []
        one = blocks(recipe.layers)[block]
        if what == "add":
            kinds = architecture.can_stand(recipe, like, block)
            return [(name, words.kind(name), False) for name in kinds]
        if what == "function":
            now = one.layer.kind if is_function(one.layer) else one.function and one.function.kind
            if not one.learns and now is None:
                self._panel.refuse(NoSuchNet("no-function"))
                return []
            return [
                (name, f"{words.function(name)}   {words.formula(name)}", name == (now or "none"))
                for name in FUNCTIONS
            ]
        if not one.weighs:
            self._panel.refuse(NoSuchNet("no-weights"))
            return []
        known = words.known_init(one.plan.init)
        return [
            (name, f"{words.init(name)}   {words.init_formula(name)}", name == known)
            for name in words.INITS
        ]

    def _on_picked(self, action: object) -> None:
        what, block = self._offered
        name = action.data() if hasattr(action, "data") else ""
        {"add": self.add, "function": self.set_function, "start": self.set_init}[what](block, name)

    # -- the form ------------------------------------------------------------------------------------

    def _block(self) -> int:
        return self._panel.view.stack.block()

    def _on_turned(self, name: str, value: object) -> None:
        block = self._block()
        if name == FUNCTION:
            self.set_function(block, str(value))
        elif name == INIT:
            self.set_init(block, str(value))
        elif name == POOL:
            self.other_pool(block)
        elif name == FROZEN:
            self.set_rate(block, 0.0 if value else 1.0)
        elif isinstance(value, int | float):
            if name == FACTOR:
                self.set_rate(block, float(value), soon=True)
            else:
                self.set_number(block, name, value, soon=True)

    def _on_move(self, by: int) -> None:
        self.move(self._block(), self._block() + by)

    def _on_remove(self) -> None:
        self.remove(self._block())


def stepped(value: float, sign: int, *, whole: bool, field: str) -> float:
    """The next number up or down: by one as far as 16, then by about a quarter of a doubling."""
    if not whole:
        return round(value + sign * _DROP, 6)
    if field not in ("n_out", "channels") or value + min(sign, 0) < 16:
        return value + sign
    step = 2.0 ** (int(math.log2(value + min(sign, 0))) - 2)
    return float((value // step + 1) * step if sign > 0 else (math.ceil(value / step) - 1) * step)
