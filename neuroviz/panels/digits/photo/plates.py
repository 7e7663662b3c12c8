"""Where the answers stand on the photo: which of them have room to say how sure the net is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF


def with_certainty(short: Sequence[QRectF], long: Sequence[QRectF], first: Collection[int]) -> list[bool]:
    """Which plates are long ones; `first` always are, the others where they touch no other plate.

    short, long: each plate without and with its certainty.
    """
    taken = [long[k] if k in first else short[k] for k in range(len(short))]
    for k, wanted in enumerate(long):
        if k not in first and not any(wanted.intersects(one) for i, one in enumerate(taken) if i != k):
            taken[k] = wanted
    return [taken[k] is long[k] for k in range(len(long))]
