"""Zip archives in memory: packed so that equal contents are equal bytes, unpacked without trust."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO

from neuroviz.io.problem import Problem

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip file knows: the clock must not reach the bytes
_MEMBERS = 64
_PIECE = 2**20  # bytes unpacked at once
_ENTRY = 1024  # bytes of one in the list of members
_END = struct.Struct("<4s4H2LH")  # the record at the end of every zip file
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile is known to raise on damaged or crafted bytes (NotImplementedError is a RuntimeError).
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError,
    RuntimeError, ValueError, OverflowError, LookupError,
)  # fmt: skip


def pack(members: Mapping[str, bytes], level: int = 9) -> bytes:
    """The bytes of a zip file with these members, the same on every day and system.

    level: 1 is packed quickly, 9 as small as can be; 0 is not packed at all.
    """
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED if level else zipfile.ZIP_STORED
            member.create_system = 3
            archive.writestr(member, content, compresslevel=level)
    return file.getvalue()


def unpack(content: bytes, limit: int, most: int = _MEMBERS) -> dict[str, bytes]:
    """The members of a zip file, `limit` bytes and `most` of them, which is checked before unpacking.

    Raises Problem (archive-…).
    """
    return next(one for one in unpacking(content, limit, most) if isinstance(one, dict))


def unpacking(content: bytes, limit: int, most: int = _MEMBERS) -> Iterator[float | dict[str, bytes]]:
    """`unpack` in pieces of a few ms: shares done in 0..1, then the members."""
    _check_end(content, most)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_members(archive.infolist(), limit, most)
            total, found = sum(member.file_size for member in archive.infolist()), dict[str, bytes]()
            for member in archive.infolist():
                before = sum(map(len, found.values()))
                for one in _contents(archive, member):
                    if isinstance(one, int):
                        yield (before + one) / max(1, total)
                    else:
                        found[member.filename] = one
            yield found
    except _BROKEN as error:
        raise Problem("archive-broken", detail=repr(error)) from error


def _contents(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[int | bytes]:
    """What is in a member: bytes done, then all. Asked for a size, zipfile unpacks no more than that;
    `archive.read` asks for none, and unpacks all that a member holds, whatever it claims."""
    pieces, done = [], 0
    with archive.open(member) as file:
        while done < member.file_size and (piece := file.read(min(_PIECE, member.file_size - done))):
            pieces.append(piece)
            done += len(piece)
            yield done
    content = b"".join(pieces)
    # zipfile compares the sums only when something is read: a size spoilt to 0 would pass.
    if zlib.crc32(content) != member.CRC:
        raise zipfile.BadZipFile(f"{member.filename} is not what was packed")
    yield content


def _check_end(content: bytes, most: int) -> None:
    """Refuse a long list of members before zipfile reads it: a million would take minutes and gigabytes."""
    at = content.rfind(b"PK\x05\x06", max(0, len(content) - _END.size - 0xFFFF))
    if at < 0 or at + _END.size > len(content):
        if not content.startswith(b"PK"):
            raise Problem("archive-kind")
        raise Problem("archive-broken", detail="no end record")
    _, _, _, _, count, size, _, _ = _END.unpack_from(content, at)
    if count > most or size > most * _ENTRY or b"PK\x06\x07" in content[max(0, at - 20) : at]:
        raise Problem("archive-members", detail=f"{count} members listed in {size} bytes")


def _check_members(members: list[zipfile.ZipInfo], limit: int, most: int) -> None:
    names = [member.filename for member in members]
    odd = [name for name in names if name.startswith(("/", "\\")) or ".." in name or ":" in name]
    if odd or len(set(names)) != len(names) or len(names) > most:
        raise Problem("archive-members", detail=f"{names}")
    size = sum(member.file_size for member in members)
    if size > limit:
        raise Problem("archive-too-big", size=size, limit=limit)
    if any(member.flag_bits & 1 or member.compress_type not in _METHODS for member in members):
        raise Problem("archive-broken", detail="encrypted, or compressed in a way not used here")
