"""CSV: tables that other programs have written, read without believing anything in them.

Taken are UTF-8 and UTF-16 (by its byte-order mark), any ends of lines, columns parted by commas, semicolons
or tabs, and decimal commas where the columns are not parted by commas. The first line has the columns' names.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.tables import FEW, Column, Table
from neuroviz.io import files
from neuroviz.io.problem import Problem, naming

LIMIT = 64 * 2**20
"""Bytes of a file."""

CELLS = 2_000_000
COLUMNS = 1000
LINE = 1_000_000
"""Characters of one line."""

LARGEST = 1e100
"""No number may be farther from 0: its square would be beyond what can be reckoned with."""

_GAPS = frozenset(("", "na", "n/a", "nan", "null", "none", "-", "?", ".", "#n/a"))
_PIECE = 48 * 1024  # bytes decoded at once
_AT_ONCE = 2500  # cells parsed in one piece
_CELLS = 6000  # cells looked at in one piece
_SLIP = 20  # one cell in so many may be a word and its column is still one of numbers
_SAMPLE = 20  # lines by which the separator is found
_SEPARATORS = (",", ";", "\t")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read(path: Path) -> Table:
    """The table in a file. Raises Problem (file-…, csv-…)."""
    return next(one for one in reading(path) if isinstance(one, Table))


def reading(path: Path) -> Iterator[float | Table]:
    """`read` in pieces of a few ms: shares done in 0..1, then the table."""
    with naming(path):
        yield from parsing(files.read(path, LIMIT), path.stem)


def parsing(content: bytes, name: str) -> Iterator[float | Table]:
    """The table in the bytes of a file, in pieces. Raises Problem (csv-…)."""
    lines = _lines(content)
    head = list(islice(lines, _SAMPLE))
    separator = _separator(head)
    rows = _rows(chain(head, lines), separator)
    names = _names(next((row for _, row in rows), []))
    cells: list[list[str]] = [[] for _ in names]
    at: list[int] = []  # the line each row stands in
    for line, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(names):
            raise Problem("csv-ragged", line=line, found=len(row), expected=len(names))
        at.append(line)
        if len(at) * len(names) > CELLS:
            raise Problem("csv-too-big", limit=CELLS)
        for column, cell in zip(cells, row, strict=True):
            column.append(cell.strip())
        if not len(at) % max(1, _AT_ONCE // len(names)):
            yield 0.7 * len(at) * len(names) / CELLS
    if not at:
        raise Problem("csv-empty")
    columns = []
    for one, texts in zip(names, cells, strict=True):
        for part in _column(one, texts, at, commas=separator != ","):
            if isinstance(part, Column):
                columns.append(part)
                part.kind()  # sorts its values once, here and not on the screen's thread
            yield 0.7 + 0.3 * len(columns) / len(names)
    yield Table(name, tuple(columns))


def _lines(content: bytes) -> Iterator[str]:
    """Line by line, decoded as it goes."""
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    if encoding != "utf-16" and b"\0" in content[:_PIECE]:
        raise Problem("csv-binary")
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)(), translate=True)
    rest = ""
    for at in range(0, len(content), _PIECE):
        try:
            text = rest + decoder.decode(content[at : at + _PIECE], final=at + _PIECE >= len(content))
        except UnicodeError as error:
            raise Problem("csv-encoding") from error
        if "\0" in text:
            raise Problem("csv-binary")
        *whole, rest = text.split("\n")
        if len(rest) > LINE or any(len(line) > LINE for line in whole):
            raise Problem("csv-line", limit=LINE)
        yield from (f"{line}\n" for line in whole)
    if rest:
        yield rest


def _separator(head: list[str]) -> str:
    """The one by which the first lines fall into the same number of columns, as many as can be."""
    best, most = _SEPARATORS[0], 1.0
    for one in _SEPARATORS:
        try:
            widths = [len(row) for row in csv.reader(head, delimiter=one) if row]
        except csv.Error as error:
            raise Problem("csv-line", limit=csv.field_size_limit()) from error
        if widths and widths[0] > 1:
            same = sum(width == widths[0] for width in widths) / len(widths)
            if widths[0] * same * same > most:
                best, most = one, widths[0] * same * same
    return best


def _rows(lines: Iterable[str], separator: str) -> Iterator[tuple[int, list[str]]]:
    """The line each row ends in, and the row."""
    reader = csv.reader(lines, delimiter=separator)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:  # a cell beyond all measure: a quotation mark that is never closed
        raise Problem("csv-line", limit=csv.field_size_limit()) from error


def _names(row: list[str]) -> list[str]:
    """Names for all columns, each one different: unnamed ones get their number."""
    texts = [" ".join(cell.split())[:60] for cell in row]
    while texts and not texts[-1]:
        texts.pop()
    if not texts:
        raise Problem("csv-header")
    if len(row) < 2:
        raise Problem("csv-columns")
    if len(row) > COLUMNS:
        raise Problem("csv-wide", count=len(row), limit=COLUMNS)
    if all(_number(text, commas=True) is not None for text in texts if text):
        raise Problem("csv-header")
    found: dict[str, None] = {}
    for i in range(len(row)):
        first = name = (texts[i] if i < len(texts) else "") or f"#{i + 1}"
        again = 2
        while name in found:
            name, again = f"{first} ({again})", again + 1
        found[name] = None
    return list(found)


def _column(name: str, texts: list[str], at: list[int], *, commas: bool) -> Iterator[Column | None]:
    """Numbers if every cell that is no gap is one, else words; None for each piece done.

    Raises Problem for numbers beyond all measure, and for a few words among numbers: they are slips, and
    would make a word of every number.
    """
    values, too_large = np.full(len(texts), np.nan), -1
    slips: list[int] = []
    most = sum(text.lower() not in _GAPS for text in texts) // _SLIP
    for row, text in enumerate(texts):
        if row % _CELLS == _CELLS - 1:
            yield None
        if text.lower() in _GAPS:
            continue
        number = _number(text, commas=commas)
        if number is None:
            slips.append(row)
            if len(slips) > most:
                yield _words(name, texts)
                return
            continue
        if not abs(number) <= LARGEST and too_large < 0:
            too_large = row
        values[row] = number
    if slips:
        odd, different = {texts[row] for row in slips}, np.unique(values[~np.isnan(values)])
        if len(different) <= FEW and len(odd) < len(slips):  # a rare class among some that are numbers
            yield _words(name, texts)
            return
        first, rest = slips[0], len(slips) - 1
        facts = {"line": at[first], "column": name, "text": texts[first][:30]}
        raise Problem("csv-words", **facts, count=rest) if rest else Problem("csv-word", **facts)
    if too_large >= 0:
        raise Problem("csv-number", line=at[too_large], column=name, text=texts[too_large][:30])
    yield Column(name, values)


def _number(text: str, *, commas: bool) -> float | None:
    """A number as programs write it, with a decimal comma if `commas` says so; None for anything else."""
    if "_" in text:  # Python would take 1_000
        return None
    if commas and text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    try:
        return float(text)
    except ValueError:
        return None


def _words(name: str, texts: list[str]) -> Column:
    """In the order of the alphabet."""
    known = sorted({text for text in texts if text.lower() not in _GAPS})
    numbers = {text: i for i, text in enumerate(known)}
    codes: NDArray[np.intp] = np.array([numbers.get(text, -1) for text in texts], np.intp)
    return Column(name, codes, tuple(word[:60] for word in known))
