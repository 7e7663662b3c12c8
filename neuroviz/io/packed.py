"""Gzip files unpacked in pieces, to a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from neuroviz.io.problem import Problem

MAGIC = b"\x1f\x8b"
_PIECE = 2**20  # bytes unpacked at once: a few ms


def unpacking(content: bytes, limit: int) -> Iterator[float | bytes]:
    """What is in the bytes of a gzip file of any number of members: shares done in 0..1, then all of it.

    Raises Problem (gzip-broken, archive-too-big) before more than `limit` bytes are unpacked.
    """
    found = bytearray()
    rest = content
    while rest:
        member = zlib.decompressobj(wbits=31)
        while not member.eof:
            try:
                piece = member.decompress(rest, _PIECE)
            except zlib.error as error:
                raise Problem("gzip-broken", detail=str(error)) from error
            rest = member.unconsumed_tail
            found += piece
            if len(found) > limit:
                raise Problem("archive-too-big", size=len(found), limit=limit)
            if not piece and not rest and not member.eof:
                raise Problem("gzip-broken", detail="cut off")
            yield 1.0 - len(rest) / len(content)
        rest = member.unused_data.lstrip(b"\0")  # tapes were padded
    yield bytes(found)
