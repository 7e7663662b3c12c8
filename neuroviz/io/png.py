"""PNG files written strip by strip, so that a large one can say how far it is and be given up.

Colour type 2, eight bits; every row is the difference to the one above it (filter 2, "up"), which suits
pictures made of surfaces and lines. ISO/IEC 15948.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_STRIP = 2**20  # bytes packed in one piece: some milliseconds
_UP = 2


def in_pieces(picture: NDArray[np.uint8], per_metre: int) -> Iterator[float | bytes]:
    """A picture (H, W, 4) of blue, green, red and anything: parts done in 0..1, then the file.

    per_metre: pixels a metre, for those who print.
    """
    high, wide, _ = picture.shape
    packer, packed = zlib.compressobj(), bytearray()
    rows = max(1, _STRIP // (3 * wide))
    above = np.zeros((1, wide, 3), np.uint8)
    for at in range(0, high, rows):
        strip = picture[at : at + rows, :, 2::-1]
        lines = np.empty((len(strip), 1 + 3 * wide), np.uint8)
        lines[:, 0] = _UP
        lines[:, 1:] = (strip - np.concatenate((above, strip[:-1]))).reshape(len(strip), -1)
        packed += packer.compress(lines.tobytes())
        above = strip[-1:]
        yield (at + len(strip)) / high
    packed += packer.flush()
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    size = struct.pack(">IIB", per_metre, per_metre, 1)
    chunks = ((b"IHDR", head), (b"pHYs", size), (b"IDAT", bytes(packed)), (b"IEND", b""))
    yield b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
