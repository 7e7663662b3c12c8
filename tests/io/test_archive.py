"""Archives: equal contents are equal bytes; bombs and crafted lists are refused before they cost anything."""

from __future__ import annotations

import struct
import time
import tracemalloc
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz.io.archive import pack, unpack
from neuroviz.io.problem import Problem

LIMIT = 1_000_000


def problem_of(content: bytes, limit: int = LIMIT) -> Problem:
    with pytest.raises(Problem) as caught:
        unpack(content, limit)
    return caught.value


def zipped(members: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def test_members_come_back_and_the_clock_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    members = {"a.json": b"{}", "b.npy": bytes(1000)}
    first = pack(members)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert pack(members) == first
    assert unpack(first, LIMIT) == members


def test_a_bomb_is_refused_by_what_it_claims_before_it_is_unpacked() -> None:
    bomb = pack({"theta.npy": bytes(200_000_000)})
    assert len(bomb) < 300_000
    tracemalloc.start()
    problem = problem_of(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert problem.id == "archive-too-big"
    assert problem.facts == {"size": 200_000_000, "limit": LIMIT}
    assert peak < 5_000_000


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_claims() -> None:
    bomb = bytearray(pack({"theta.npy": bytes(50_000_000)}))
    honest = struct.pack("<L", 50_000_000)
    while (at := bomb.find(honest)) >= 0:
        bomb[at : at + 4] = struct.pack("<L", 1_000)
    tracemalloc.start()
    problem = problem_of(bytes(bomb))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert problem.id == "archive-broken"
    assert peak < 5_000_000


def test_many_small_members_together_are_a_bomb_too() -> None:
    assert problem_of(pack({str(i): bytes(100_000) for i in range(11)})).id == "archive-too-big"


def test_a_long_list_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = zipped([(str(i), b"") for i in range(65)])
    lying = bytearray(zipped([(str(i), b"") for i in range(2_000)]))
    lying[-14:-10] = b"\x01\0\x01\0"  # the end record says one member, but the list goes on

    def read(*_: object) -> None:
        raise AssertionError("the list was read")

    monkeypatch.setattr(zipfile.ZipFile, "_RealGetContents", read)
    for content in (honest, bytes(lying)):
        assert problem_of(content).id == "archive-members"


@pytest.mark.parametrize("name", ["../net.json", "/etc/passwd", "a/../../b", "C:\\x", "\\\\host\\x"])
def test_paths_out_of_the_archive_are_refused(name: str) -> None:
    assert problem_of(zipped([(name, b"x")])).id == "archive-members"


def test_two_members_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = zipped([("net.json", b"1"), ("net.json", b"2")])
    assert problem_of(twice).id == "archive-members"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compressions_are_refused(method: int) -> None:
    assert problem_of(zipped([("a", b"x" * 1000)], method)).id == "archive-broken"


def test_encrypted_members_are_refused() -> None:
    plain = bytearray(zipped([("a", b"x" * 100)]))
    plain[plain.find(b"PK\x01\x02") + 8] |= 1
    assert problem_of(bytes(plain)).id == "archive-broken"


@pytest.mark.parametrize("content", [
    b"x", b"PK", b"PK\x05\x06", b"PK\x05\x06" + bytes(17), b"\x93NUMPY" + bytes(100), bytes(10_000),
])  # fmt: skip
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    assert problem_of(content).id == ("archive-broken" if content.startswith(b"PK") else "archive-kind")


def test_a_member_said_to_be_empty_is_not_believed() -> None:
    spoilt = bytearray(pack({"a": b"x" * 100}))
    at = spoilt.find(b"PK\x01\x02") + 24
    assert spoilt[at] == 100, "the member's size in the list of members"
    spoilt[at] = 0
    assert problem_of(bytes(spoilt)).id == "archive-broken"


@settings(max_examples=300)
@given(st.data())
def test_damaged_archives_end_in_a_problem_or_whole(data: st.DataObject) -> None:
    """Flipped, cut, repeated bytes: never another error, and never wrong contents."""
    members = {"net.json": b'{"version": 1}', "theta.npy": bytes(range(200)) * 3}
    content = bytearray(pack(members))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        if data.draw(st.booleans()):
            content[at] = data.draw(st.integers(0, 255))
        else:
            del content[at : at + data.draw(st.integers(1, 40))]
        if not content:
            break
    try:
        found = unpack(bytes(content), LIMIT)
    except Problem:
        return
    assert set(found.values()) <= set(members.values())


@settings(max_examples=100)
@given(st.binary(max_size=200))
def test_random_bytes_end_in_a_problem(content: bytes) -> None:
    for crafted in (content, content + zipped([])[:22], zipped([("a", b"x")]) + content):
        try:
            unpack(crafted, LIMIT)
        except Problem:
            continue
