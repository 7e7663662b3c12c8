"""Book: in bounded memory what a plain list of all losses would say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz.sims.training.book import BUCKETS, Book


def written(losses: np.ndarray, first: int = 1) -> Book:
    """A book of the losses of steps `first` and on."""
    book = Book()
    if first > 1:
        book.begin_at(first - 1)
    for step, loss in enumerate(losses.tolist(), first):
        book.write(step, loss)
    return book


def check(book: Book, losses: np.ndarray, first: int = 1) -> None:
    """Every row of the curve is what the losses of its steps come to, and no loss is left out."""
    curve, last, rest = book.curve(), first - 1, 0
    for step, mean, least, most in zip(curve.step, curve.mean, curve.least, curve.most, strict=True):
        part = losses[last - first + 1 : step - first + 1]
        assert mean == pytest.approx(part.mean(), rel=1e-12)
        assert (least, most) == (part.min(), part.max())
        last, rest = int(step), rest + len(part)
    assert rest == len(losses)


@given(st.integers(1, 20_000), st.integers(0, 3))
@settings(max_examples=20, deadline=None)
def test_each_bucket_is_of_its_steps(n: int, seed: int) -> None:
    losses = np.random.default_rng(seed).exponential(size=n)
    book = written(losses)
    check(book, losses)
    assert book.last == n


def test_memory_stays_what_it_is_over_a_million_steps() -> None:
    losses = np.random.default_rng(0).exponential(size=1_000_000)
    book = Book()
    begun = book._rows.nbytes
    for step, loss in enumerate(losses.tolist(), 1):
        book.write(step, loss)
    assert book._rows.nbytes == begun == BUCKETS * 4 * 8
    assert len(book.curve().step) <= BUCKETS
    assert book.stride == 256
    check(book, losses)


@given(st.integers(1, 9000), st.integers(1, 6000))
@settings(max_examples=20, deadline=None)
def test_a_branch_begins_where_it_begins(first: int, n: int) -> None:
    losses = np.random.default_rng(1).exponential(size=n)
    book = written(losses, first)
    check(book, losses, first)


@given(st.integers(1, 9000), st.integers(0, 9000), st.integers(1, 9000))
@settings(max_examples=30, deadline=None)
def test_a_future_that_is_forgotten_leaves_nothing_behind(n: int, cut: int, more: int) -> None:
    """Whole buckets before the cut stay; what is written then stands beside nothing old."""
    cut = min(cut, n)
    losses = np.random.default_rng(2).exponential(size=n)
    book = written(losses)
    book.forget_after(cut)
    assert book.last == cut
    kept = cut // book.stride * book.stride if cut < n else cut
    check_upto(book, losses[:kept])
    others = 100 + np.random.default_rng(3).exponential(size=more)
    for step, loss in enumerate(others.tolist(), cut + 1):
        book.write(step, loss)
    curve = book.curve()
    beyond = curve.step > -(-cut // book.stride) * book.stride
    assert (curve.least[beyond] >= 100).all()
    assert curve.step[-1] == cut + more


def check_upto(book: Book, losses: np.ndarray) -> None:
    """The book has these losses, and no others."""
    if len(losses):
        check(book, losses)
    else:
        assert not len(book.curve().step)


def test_what_is_known_is_not_written_again() -> None:
    losses = np.arange(1.0, 101.0)
    book = written(losses)
    for step in range(1, 101):
        book.write(step, -1.0)
    check(book, losses)


def test_the_latest_are_the_last_of_the_curve() -> None:
    losses = np.random.default_rng(4).exponential(size=300)
    np.testing.assert_allclose(written(losses).latest(7), losses[-7:])
