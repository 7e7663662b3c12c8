"""Own sources: the visitor's tables, pictures and points as what is kept with a run, and back."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from hashlib import blake2b
from typing import Any

import numpy as np

from neuroviz.data.painted import Painted
from neuroviz.data.pictures import Pictures
from neuroviz.data.tables import Chosen, Column, Table
from neuroviz.data.tasks import Source
from neuroviz.nn.arrays import Array
from neuroviz.scenes.kept_run import OwnData

_WORDS, _LETTERS = 100_000, 200
_PIECE, _SOME = 4 * 2**20, 20_000  # bytes, and words, that are a few ms of work


def kept(source: Source) -> OwnData:
    """Its arrays, and the rest as plain JSON values. TypeError for a source of another kind."""
    if isinstance(source, Painted):
        return OwnData(
            {"places": source.places, "labels": source.labels}, {"kind": "painted", "name": source.name}
        )
    if isinstance(source, Pictures):
        arrays: dict[str, Array] = {"images": source.images, "labels": source.labels}
        if source.test_images is not None and source.test_labels is not None:
            arrays |= {"test_images": source.test_images, "test_labels": source.test_labels}
        return OwnData(
            arrays, {"kind": "pictures", "name": source.name, "class_names": list(source.class_names)}
        )
    if isinstance(source, Chosen):
        columns = source.table.columns
        heads = [{"name": one.name, "words": one.words and list(one.words)} for one in columns]
        info = {
            "kind": "table", "name": source.table.name, "columns": heads, "inputs": list(source.inputs),
            "target": source.target, "answers": source.kind,
        }  # fmt: skip
        return OwnData({f"column_{i}": one.values for i, one in enumerate(columns)}, info)
    raise TypeError(f"{type(source).__name__} is no source that can be kept")


def digesting(data: Source | Table) -> Generator[None, None, str]:
    """What data of the same content has in common, in pieces of a few ms.

    Neither its name counts nor, of a table, which columns are chosen.
    """
    digest = blake2b(digest_size=16)
    for piece in _bytes_of(data):
        digest.update(piece)
        yield
    return digest.hexdigest()


def source_of(own: OwnData) -> Source:
    """What `kept` was given. ValueError for anything else."""
    try:
        match own.info["kind"]:
            case "painted":
                return _painted(own)
            case "pictures":
                return _pictures(own)
            case "table":
                return _table(own)
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(f"no own data: {error!r}") from None
    raise ValueError(f"own data of the kind {own.info['kind']!r}")


def _bytes_of(data: Source | Table) -> Iterator[bytes | memoryview]:
    """A head for each array, so that no two contents run together."""
    if isinstance(data, Chosen | Table):
        for one in data.table.columns if isinstance(data, Chosen) else data.columns:
            words = one.words or ()
            yield repr((one.name, one.words is not None, len(words))).encode()
            for start in range(0, len(words), _SOME):
                yield repr(words[start : start + _SOME]).encode()
            yield from _pieces_of(one.values)
        return
    own = kept(data)
    yield repr((own.info["kind"], own.info.get("class_names"))).encode()
    for name, values in own.arrays.items():
        yield name.encode()
        yield from _pieces_of(values)


def _pieces_of(values: Array) -> Iterator[bytes | memoryview]:
    yield repr((values.dtype.str, values.shape)).encode()
    plain = np.ascontiguousarray(values).reshape(-1).view(np.uint8)
    for start in range(0, len(plain), _PIECE):
        yield plain[start : start + _PIECE].data


def _painted(own: OwnData) -> Painted:
    places, labels = _numbers(own.arrays["places"], 2), _whole(own.arrays["labels"])
    if places.shape != (len(labels), 2):
        raise ValueError(f"{places.shape} places of {len(labels)} points")
    rows = zip(places.tolist(), labels.tolist(), strict=True)
    return Painted(tuple((x, y, k) for (x, y), k in rows), _text(own.info["name"]))


def _pictures(own: OwnData) -> Pictures:
    found: dict[str, Any] = {}
    for name in ("images", "test_images"):
        if name in own.arrays:
            found[name] = own.arrays[name]
    for name in ("labels", "test_labels"):
        if name in own.arrays:
            found[name] = _whole(own.arrays[name])
    return Pictures(name=_text(own.info["name"]), class_names=_texts(own.info["class_names"]), **found)


def _table(own: OwnData) -> Chosen:
    columns = []
    for i, head in enumerate(own.info["columns"]):
        values = own.arrays[f"column_{i}"]
        if head["words"] is None:
            columns.append(Column(_text(head["name"]), _numbers(values, 1)))
            continue
        words, codes = _texts(head["words"]), _whole(values)
        if len(codes) and not -1 <= codes.min() <= codes.max() < len(words):
            raise ValueError(f"words {codes.min()} to {codes.max()} of {len(words)}")
        columns.append(Column(_text(head["name"]), codes, words))
    answers = own.info["answers"]
    if answers not in (None, "classes", "values"):
        raise ValueError(f"answers of the kind {answers!r}")
    table = Table(_text(own.info["name"]), tuple(columns))
    chosen = Chosen(table, _texts(own.info["inputs"]), _text(own.info["target"]), answers)
    for name in (*chosen.inputs, chosen.target):
        table.column(name)
    return chosen


def _numbers(values: Any, axes: int) -> Any:
    """float64 of so many axes, none of them infinite."""
    found = np.asarray(values)
    if found.ndim != axes or found.dtype.kind not in "fiu" or np.isinf(found).any():
        raise ValueError(f"numbers {found.dtype} {found.shape}")
    return found.astype(np.float64)


def _whole(values: Any) -> Any:
    found = np.asarray(values)
    if found.ndim != 1 or found.dtype.kind not in "iu":
        raise ValueError(f"whole numbers {found.dtype} {found.shape}")
    return found.astype(np.intp)


def _text(plain: object) -> str:
    if not isinstance(plain, str) or len(plain) > _LETTERS:
        raise ValueError(f"no name: {plain!r:.50}")
    return plain


def _texts(plain: object) -> tuple[str, ...]:
    if not isinstance(plain, list | tuple) or len(plain) > _WORDS:
        raise ValueError("no list of names")
    return tuple(map(_text, plain))


def is_source(value: object) -> bool:
    """Whether `kept` takes it."""
    return isinstance(value, Painted | Pictures | Chosen)


