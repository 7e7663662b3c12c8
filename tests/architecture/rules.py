"""Names that source code may not use: read from its syntax tree, with `import … as …` seen through."""

from __future__ import annotations

import ast
from collections.abc import Iterator

THREADS = (
    "threading.Thread", "threading.Timer", "_thread", "concurrent", "multiprocessing", "asyncio",
    "PySide6.QtCore.QThread", "PySide6.QtCore.QThreadPool", "PySide6.QtCore.QRunnable",
    "PySide6.QtConcurrent",
)  # fmt: skip
PICKLES = ("pickle", "_pickle", "shelve", "marshal", "dill", "joblib", "cloudpickle")
CLOCKS = ("time", "datetime", "timeit")
SEEDED = {"default_rng", "Generator", "SeedSequence", "BitGenerator", "PCG64", "PCG64DXSM", "Philox", "SFC64"}


def _aliases(tree: ast.AST) -> dict[str, str]:
    """What each imported name stands for: {"np": "numpy", "Thread": "threading.Thread"}."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for one in node.names:
                first = one.name.partition(".")[0]
                found[one.asname or first] = one.name if one.asname else first
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
    return found


def _dotted(node: ast.expr, aliases: dict[str, str]) -> str:
    """`np.random.rand` as numpy.random.rand; "" for what is no chain of names that starts with an import."""
    if isinstance(node, ast.Attribute):
        stem = _dotted(node.value, aliases)
        return f"{stem}.{node.attr}" if stem else ""
    return aliases.get(node.id, "") if isinstance(node, ast.Name) else ""


def used(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Lines and full names of all that is imported, or reached through an import."""
    aliases = _aliases(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, one.name) for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.lineno, f"{node.module}.{one.name}") for one in node.names)
        elif isinstance(node, ast.Attribute):
            name = _dotted(node, aliases)
            if name:
                yield node.lineno, name


def uses(source: str, forbidden: tuple[str, ...]) -> list[int]:
    """Lines that use a forbidden name, or something inside it."""
    tree = ast.parse(source)
    return sorted(
        {line for line, name in used(tree) if any(f"{name}.".startswith(f"{no}.") for no in forbidden)}
    )


def unpickles(source: str) -> list[int]:
    """Lines that could run code out of a file."""
    tree = ast.parse(source)
    lines = set(uses(source, PICKLES))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.keyword)
            and node.arg == "allow_pickle"
            and ast.unparse(node.value) != "False"
        ):
            lines.add(node.value.lineno)
    return sorted(lines)


def unseeded(source: str) -> list[int]:
    """Lines that draw from global random state, or from a generator without a seed."""
    tree = ast.parse(source)
    aliases = _aliases(tree)
    lines = set(uses(source, ("random", "secrets", "uuid", "os.urandom")))
    for line, name in used(tree):
        if name.startswith("numpy.random.") and name.split(".")[2] not in SEEDED:
            lines.add(line)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and not (node.args or node.keywords):
            lines.update([node.lineno] if _dotted(node.func, aliases) == "numpy.random.default_rng" else [])
    return sorted(lines)


def clocked(source: str) -> list[int]:
    """Lines that ask a clock."""
    return uses(source, CLOCKS)
