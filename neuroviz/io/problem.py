"""The one error type for files that cannot be used: an id and facts, no sentence for the screen."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

# Every id there is, and the facts that come with it (sizes in bytes); `path` is there whenever it is known,
# `detail` is for the log.
PROBLEMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "file-missing": (),
        "file-forbidden": (),
        "file-kind": (),  # a folder, a pipe, a device
        "file-unreadable": ("detail",),
        "file-unwritable": ("detail",),
        "file-empty": (),
        "file-too-big": ("size", "limit"),
        "archive-kind": (),  # no zip file at all, whatever its name says
        "archive-broken": ("detail",),  # a zip file, damaged
        "archive-too-big": ("size", "limit"),  # once unpacked
        "archive-members": ("detail",),  # too many, twice the same, or with a path out of the archive
        "array-broken": ("name", "detail"),
        "array-pickled": ("name",),  # objects, which are never unpickled
        "array-type": ("name", "type"),
        "csv-binary": (),  # not text
        "csv-encoding": (),  # text, but in an encoding that cannot be known
        "csv-line": ("limit",),  # characters of one line or cell
        "csv-header": (),  # no names of columns
        "csv-columns": (),  # one alone
        "csv-wide": ("count", "limit"),  # columns
        "csv-empty": (),  # names of columns, and nothing below
        "csv-ragged": ("line", "found", "expected"),  # columns
        "csv-number": ("line", "column", "text"),  # beyond what can be reckoned with
        "csv-word": ("line", "column", "text"),  # alone among numbers
        "csv-words": ("line", "column", "text", "count"),  # the first of them, and so many more
        "csv-too-big": ("limit",),  # cells
        "folder-missing": (),
        "folder-empty": (),  # no pictures in any folder in it
        "folder-flat": (),  # pictures, but not in a folder for each of two classes or more
        "folder-classes": ("count", "limit"),
        "folder-too-many": ("limit",),  # pictures
        "folder-pictures": ("count", "total", "names"),  # more than half cannot be read; (name, id) of each
        "folder-class": ("name", "names"),  # not one of its pictures can be read
        "gzip-broken": ("detail",),
        "idx-kind": (),  # not an IDX file of pictures or labels
        "idx-broken": ("expected", "found"),  # bytes
        "json-broken": ("name", "detail"),
        "names-newer": ("version", "known"),
        "names-spec": ("detail",),  # JSON, but not names of units
        "net-missing": ("name",),  # a whole archive, but without this part of a net
        "net-none": (),  # not one of the nets that ship can be read
        "net-newer": ("version", "known"),
        "net-spec": ("detail",),  # layers that are unknown or do not fit each other
        "net-size": ("expected", "found"),  # numbers of parameters
        "net-too-big": ("size", "limit"),  # numbers in one answer
        "net-not-finite": (),
        "run-altered": (),  # parts that are not those that were written together
        "run-columns": ("count", "limit"),  # of a table that would be kept with a run
        "run-missing": ("name",),  # a whole archive, but without this part of a training run
        "run-newer": ("version", "known"),
        "run-spec": ("detail",),  # a recipe, a log or moments that make no sense
        "run-too-big": ("size", "limit"),
        "session-newer": ("version", "known"),
        "sheet-broken": ("detail",),  # strokes or a picture that cannot be
        "render-too-big": ("size", "limit"),  # bytes of memory for a picture to be saved
        "table-too-big": ("size", "limit"),  # numbers
        "tensors-broken": ("name", "detail"),  # a safetensors file whose header does not say the truth
        "players-newer": ("version", "known"),
        "players-spec": ("detail",),  # JSON, but not a list of players and their games
        "hand-kind": (),  # another kind of file, whole or not
        "hand-broken": ("detail",),  # handwriting that does not make sense
        "hand-newer": ("version", "known"),
        "hand-too-big": ("count", "limit"),  # digits
        "picture-kind": (),  # not a picture, or one of a kind that is not read
        "picture-broken": ("detail",),
        "picture-too-big": ("size", "limit"),  # megapixels
        "picture-too-small": ("width", "height"),
        "picture-none": (),  # nothing on the clipboard, or dropped, that is a picture
        "pictures-partner": (),  # images, but no labels beside them
        "pictures-labels-alone": (),  # labels, but no images beside them
        "pictures-labels": ("images", "labels"),  # not as many of each
        "pictures-labels-kind": ("name",),  # an array of labels that are neither whole numbers nor words
        "pictures-names": ("names",),  # arrays, but none under the usual names
        "pictures-unlabelled": ("name", "wanted"),  # an array of pictures; names that their labels might have
        "pictures-nan": ("name",),  # an array of pictures with numbers that are none, or infinite
        "pictures-range": ("name", "low", "high"),  # of the numbers in it
        "pictures-none": (),
        "pictures-shape": ("shape",),  # arrays that are no pictures
        "pictures-classes": ("count", "limit"),
        "pictures-one-class": (),
        "pictures-too-many": ("count", "limit"),
        "set-kind": ("kind",),
    }
)


class Problem(Exception):
    """Something from outside is unusable. `id` says what is wrong, `facts` with which values.

    The window turns the pair into a sentence in the visitor's language. KeyError for an id not in PROBLEMS.
    """

    def __init__(self, id: str, **facts: object) -> None:
        missing = set(PROBLEMS[id]) - set(facts)
        if missing:
            raise KeyError(f"{id} without {sorted(missing)}")
        super().__init__(id)
        self.id = id
        self.facts: Mapping[str, object] = MappingProxyType(dict(facts))

    def __str__(self) -> str:
        """For logs only."""
        return " ".join([self.id, *(f"{name}={value!r}" for name, value in self.facts.items())])


def bare(problem: Problem) -> Problem:
    """The same, without the way it came: a traceback keeps alive all that was being read, for as long as
    nobody looks for circles of references.
    """
    error: BaseException | None = problem
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
    return Problem(problem.id, **problem.facts)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Adds the file's path to the facts of a problem found in it."""
    try:
        yield
    except Problem as problem:
        raise Problem(problem.id, **{**problem.facts, "path": str(path)}) from problem
