"""Scene: how a map looks at one moment: links, layers, words, as far as the flow has come."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from neuroviz.ui.netmap import captions, flow, ink, trail
from neuroviz.ui.netmap.flow import Moment
from neuroviz.ui.netmap.model import MapModel
from neuroviz.ui.netmap.path import Path
from neuroviz.ui.netview import backdrop
from neuroviz.ui.netview.cells import Tables
from neuroviz.ui.theme import Theme

_SMOOTH = 400  # links that flow with smooth edges; more would take longer than a frame
_PALE = 0.4  # the vigour of links that the flow has passed
_FAR = 100.0  # pixels, more than any margin
_FAINT, _BEHIND = 0.2, 200  # the vigour of links behind a path, and how many of them are drawn


@dataclass(frozen=True, eq=False)
class Scene:
    """moment: how far the activations have flowed, None: everywhere; path: what is followed meanwhile."""

    model: MapModel
    tables: Tables
    look: Theme
    ground: QColor
    moment: Moment | None
    path: Path | None

    @property
    def trodden(self) -> bool:
        """Whether a path is to be seen before everything else."""
        return self.path is not None and self.moment is None

    def lit(self, i: int) -> float:
        """How much of a stage there is to be seen of its values, 0..1."""
        if self.moment is None or i < self.moment.stage:
            return 1.0
        return self.moment.appeared if i == self.moment.stage else 0.0

    def clip(self, painter: QPainter) -> None:
        """Leave the rows of words alone."""
        room = self.model.room
        top = room.top - self.look.space(1)
        painter.setClipRect(QRectF(0, top, room.width, room.height - top - room.bottom))

    def draw_links(self, painter: QPainter, *, smooth: bool) -> None:
        """The links into each layer that has been computed, and frames round the layers."""
        model, moment, look = self.model, self.moment, self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        vigour = _FAINT if self.trodden else 1.0 if moment is None else _PALE
        kinds = backdrop.pens(look, self.ground, vigour, smooth=smooth)
        for i in model.entered():
            if (moment is None or i < moment.stage) and (links := model.links_into(i)) is not None:
                shown, ends = model.shown(i, links.first(_BEHIND) if self.trodden else links)
                backdrop.draw_links(painter, shown, ends, kinds)
                if not self.trodden and all(ink.discs(model.cells[one]) for one in (i - 1, i)):
                    ink.draw_weights(painter, shown, ends, look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for strip in model.strips:
            painter.fillRect(ink.strip_rect(model, strip).adjusted(-1, -1, 1, 1), look.line)
        for i in self._single():
            ink.draw_frame(painter, model.cells[i], self.ground, look)

    def frame(self, painter: QPainter) -> None:
        """Cover what goes beyond the map: files of lines know no clipping, and have margins."""
        room, far = self.model.room, _FAR
        top, bottom = room.top - self.look.space(1), room.height - room.bottom
        for area in (
            QRectF(-far, -far, room.width + 2 * far, top + far),
            QRectF(-far, bottom, room.width + 2 * far, room.bottom + far),
            QRectF(-far, top, far, bottom - top), QRectF(room.width, top, far, bottom - top),
        ):  # fmt: skip
            painter.fillRect(area, self.ground)

    def draw_words(self, painter: QPainter) -> None:
        """Captions above, scales below."""
        model, look, room = self.model, self.look, self.model.room
        for caption in captions.captions(model, look, room.width):
            backdrop.draw_caption(painter, caption.middle, caption.lines, captions.fonts(look), look)
        scales = trail.scales(model, self.tables, self.path if self.trodden else None, look)
        backdrop.draw_scales(painter, scales, look, (room.width, room.height - look.space(5)))

    def draw_flow(self, painter: QPainter) -> None:
        """The links on their way to the next layer."""
        model, moment = self.model, self.moment
        if moment is None or moment.stage not in model.entered():
            return
        links = model.links_into(moment.stage)
        if links is not None:
            smooth = len(links.value) <= _SMOOTH
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
            shown, ends = model.shown(moment.stage, links)
            kinds = backdrop.pens(self.look, self.ground, smooth=smooth)
            flow.draw_growing(painter, shown, ends, kinds, moment.share)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw_layers(self, painter: QPainter) -> None:
        """The values of all layers on the screen; those that the flow has not reached are dark."""
        for strip in self._lit_strips():
            ink.draw_strip(painter, self.model, strip, self.tables)
        for i in self._single():
            lit, cells = self.lit(i), self.model.coloured(i, self.tables)
            if lit < 1:
                ink.draw_dark(painter, cells, self.look)
            if lit > 0:
                painter.setOpacity(lit)
                ink.draw_cells(painter, cells, self.ground, self.look)
                painter.setOpacity(1.0)
            if lit == 1:
                ink.draw_numbers(painter, self.model, i, self.look)

    def _lit_strips(self) -> list[range]:
        """The strips, as far as the flow has come."""
        reached = len(self.model.stages) if self.moment is None else self.moment.stage
        lit = (range(one.start, min(one.stop, reached)) for one in self.model.strips)
        return [one for one in lit if len(one)]

    def _single(self) -> list[int]:
        """The stages on the screen that are painted by themselves."""
        together = {i for strip in self._lit_strips() for i in strip}
        return [i for i in self.model.seen() if i not in together]
