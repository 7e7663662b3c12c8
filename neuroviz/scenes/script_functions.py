"""The functions that a training script takes along, as text."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator

from neuroviz.data import augment
from neuroviz.scenes import script_pieces

WIDTH = 100
"""Letters of a line."""

_ONLY = re.compile(r"  # only: (\w+)$")
_OURS = re.compile(r"  # (only: \w+|type: ignore\S*)$")


def title(text: str) -> str:
    """A line that parts the script."""
    return f"# ---- {text} {'-' * (WIDTH - 8 - len(text))}"


def taken(main: str, words: set[str]) -> list[str]:
    """The functions that `main` calls, and those they call. words: what the run has to do with."""
    known = {
        name: inspect.getsource(one)
        for name, one in vars(script_pieces).items()
        if inspect.isfunction(one) and one.__module__ == script_pieces.__name__
    }
    wanted: set[str] = set()
    reached = [main]
    while reached:
        text = reached.pop()
        fresh = {name for name in known if name not in wanted and _calls(name, text)}
        wanted |= fresh
        reached += [known[name] for name in fresh]
    return [
        line for name, source in known.items() if name in wanted for line in (*_bare(source, words), "", "")
    ]


def augmenting() -> list[str]:
    """What varies pictures, as it stands in data.augment."""
    source = inspect.getsource(augment).split('"""', 2)[2]
    lines = source.strip().split("\n")
    kept = [line for line in lines if not line.startswith(("from ", "import ", "Images ="))]
    return [title("pictures varied"), "", *"\n".join(kept).strip().split("\n"), "", ""]


def _calls(name: str, text: str) -> bool:
    """Whether a function is called, or named in a table of functions."""
    return re.search(rf"(?<!def )\b{name}\(|: {name}[,}}]|is {name}\b", text) is not None


def _bare(source: str, words: set[str]) -> Iterator[str]:
    """A function without types, and without what this run has nothing to do with."""
    function = ast.parse(source).body[0]
    assert isinstance(function, ast.FunctionDef)
    first = function.body[0].lineno - 1
    function.returns = None
    for one in function.args.args:
        one.annotation = None
    yield f"def {function.name}({ast.unparse(function.args)}):"
    for line in source.rstrip().split("\n")[first:]:
        only = _ONLY.search(line)
        if not only or only[1] in words:
            yield _OURS.sub("", line)
