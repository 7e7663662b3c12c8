"""JSON: what is plain comes back; what is ambiguous, endless or no JSON at all is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz.io.problem import Problem
from neuroviz.io.strict_json import from_json, to_json

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
)  # fmt: skip


@settings(max_examples=80)
@given(PLAIN)
def test_plain_values_come_back(plain: object) -> None:
    assert from_json(to_json(plain), "x") == plain


@pytest.mark.parametrize("content", [
    b"", b"{", b"{'a': 1}", b"[1,]", b"NaN", b"[Infinity]", b"-Infinity", b'{"a": 1, "a": 2}',
    b"\xff\xfe", b"\x80", "{}".encode("utf-16"), b"9" * 5000, b"[" + b"9" * 21 + b"]", b"\0",
    b"[" * 200_000, b'{"a":' * 200_000,
], ids=lambda content: content[:12].decode("latin-1"))  # fmt: skip
def test_what_is_ambiguous_endless_or_broken_is_refused(content: bytes) -> None:
    with pytest.raises(Problem) as caught:
        from_json(content, "x")
    assert caught.value.id == "json-broken"
    assert caught.value.facts["name"] == "x"


def test_a_byte_order_mark_does_no_harm() -> None:
    assert from_json(b"\xef\xbb\xbf{}", "x") == {}


def test_what_json_cannot_say_is_not_written() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json({"a": float("nan")})


@settings(max_examples=200)
@given(st.binary(max_size=60) | st.text('[]{}",:0123456789.eE+-nulltrefas \\u', max_size=60).map(str.encode))
def test_any_bytes_end_in_a_value_or_a_problem(content: bytes) -> None:
    try:
        from_json(content, "x")
    except Problem:
        return
