"""How large files and functions are, and which are too large."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import place

LINES_OF_FILE = 400
LINES_OF_FUNCTION = 60
PARAMETERS = 6

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.AST) -> Iterator[Function]:
    """Every function and method, nested ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def parameters(function: Function) -> int:
    """How many parameters a caller has to know: self and cls are not counted."""
    given = function.args
    names = [one.arg for one in (*given.posonlyargs, *given.args)]
    names = names[1:] if names[:1] in (["self"], ["cls"]) else names
    return len(names) + len(given.kwonlyargs) + (given.vararg is not None) + (given.kwarg is not None)


def too_large(file: Path) -> Iterator[str]:
    """What in `file` passes a cap."""
    text = file.read_text("utf-8")
    lines = len(text.splitlines())
    if lines > LINES_OF_FILE:
        yield f"{place(file, 1)}: {lines} lines"
    for function in functions(ast.parse(text)):
        where = f"{place(file, function.lineno)}: {function.name}"
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        if length > LINES_OF_FUNCTION:
            yield f"{where} has {length} lines"
        if parameters(function) > PARAMETERS:
            yield f"{where} has {parameters(function)} parameters"
