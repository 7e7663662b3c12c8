"""Camera: which part of the map of a net is on the screen, and how large."""

from __future__ import annotations

from dataclasses import dataclass, replace

from neuroviz.ui.netview.layout import Block, Size

MOST = 64.0  # times as large as when all is seen


@dataclass(frozen=True)
class Camera:
    """A place on the map is seen at place × scale + (x, y).

    squeeze: how many times narrower than high a net of many layers lies there; it is drawn out first, and
    grows in height from then on.
    """

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    squeeze: float = 1.0

    @property
    def scales(self) -> tuple[float, float]:
        """Across and down."""
        return self.scale, max(1.0, self.scale / self.squeeze)

    @property
    def whole(self) -> bool:
        """Whether all is seen."""
        return self.scale <= 1.0

    def zoomed(self, factor: float, x: float, y: float) -> Camera:
        """So many times closer; what is at (x, y) stays there."""
        scale = min(max(self.scale * factor, 1.0), MOST * self.squeeze)
        after = replace(self, scale=scale)
        (a, b), (c, d) = self.scales, after.scales
        return replace(after, x=x - (x - self.x) * c / a, y=y - (y - self.y) * d / b)

    def moved(self, dx: float, dy: float) -> Camera:
        """The map pushed by so many pixels."""
        return replace(self, x=self.x + dx, y=self.y + dy)

    def held(self, room: Size) -> Camera:
        """The same, but no emptiness is seen beyond the edges of the map."""
        across, down = self.scales
        top, bottom = room.top, room.height - room.bottom
        x = min(max(self.x, room.width * (1 - across)), 0.0)
        y = min(max(self.y, bottom * (1 - down)), top * (1 - down))
        return replace(self, x=x, y=y)

    def showing(self, x: float, y: float, room: Size) -> Camera:
        """Moved no farther than it takes to have the place (x, y) of the map well inside."""
        across, down = self.scales
        left, right = 0.15 * room.width, 0.85 * room.width
        top = room.top + 0.1 * (room.height - room.top)
        bottom = room.height - room.bottom - 0.1 * (room.height - room.top)
        px, py = x * across + self.x, y * down + self.y
        dx = min(max(px, left), right) - px
        dy = min(max(py, top), bottom) - py
        return self.moved(dx, dy).held(room)

    def block(self, block: Block) -> Block:
        """A block of the map as it is seen; whole pixels for what would blur."""
        across, down = self.scales
        pitch = (block.pitch[0] * across, block.pitch[1] * down)
        cell = (block.cell[0] * across, block.cell[1] * down)
        if block.columns == 1:
            cell = (max(cell[0], 1.5), cell[1])  # of many layers, each is still a hairline
        return replace(block, pitch=pitch, cell=cell, x=block.x * across + self.x, y=block.y * down + self.y)
