"""Rebuild the Chinese texts from the sources, or (`--check`) say what is stale or unfinished.

`python tools/translate.py` updates assets/i18n/zh_CN.ts (translations stay) and compiles zh_CN.qm.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("neuroviz/app.py", "neuroviz/ui", "neuroviz/panels")
CODE = "zh_CN"

_TRANSLATE = ("translate", "QCoreApplication.translate", "QApplication.translate")

Key = tuple[str, str, str]


def sources(root: Path = ROOT) -> list[Path]:
    """The Python files that hold texts for the screen."""
    files = []
    for name in SOURCES:
        path = root / name
        files += sorted(path.rglob("*.py")) if path.is_dir() else [path] * path.is_file()
    return files


def bad_calls(path: Path) -> Iterator[str]:
    """Calls of tr() and translate() whose text is not a literal: those can never be found in the table."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        texts = node.args[:1] if name.endswith(".tr") else node.args[:2] if name in _TRANSLATE else []
        for text in texts:
            if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
                yield f"{path.name}:{node.lineno}: {name}() with a text that is not a literal"


def messages(table: Path) -> dict[Key, tuple[str, str]]:
    """(context, source, comment) → (translation, type) of a .ts file."""
    found = {}
    for context in ET.parse(table).getroot().iter("context"):
        for message in context.iter("message"):
            place, source = _text(context.find("name")), _text(message.find("source"))
            translation = message.find("translation")
            kind = "" if translation is None else translation.get("type", "")
            said = "" if translation is None else "".join(translation.itertext()).strip()
            found[place, source, _text(message.find("comment"))] = (said, kind)
    return found


def update(table: Path) -> None:
    """Bring `table` up to date with the sources; what is translated stays, what is gone goes."""
    files = [str(path.relative_to(ROOT)) for path in sources()]
    _tool(
        "lupdate", *files, "-no-obsolete", "-locations", "none", "-target-language", CODE, "-ts", str(table)
    )


def release(table: Path, compiled: Path) -> None:
    """Compile `table`."""
    _tool("lrelease", str(table), "-qm", str(compiled))


def problems(table: Path, compiled: Path) -> list[str]:
    """What keeps the translation from being complete, one line each."""
    found = [line for path in sources() for line in bad_calls(path)]
    with tempfile.TemporaryDirectory() as folder:
        fresh, fresh_qm = Path(folder) / table.name, Path(folder) / compiled.name
        if table.is_file():
            fresh.write_bytes(table.read_bytes())
        update(fresh)
        had, needed = (messages(one) if one.is_file() else {} for one in (table, fresh))
        found += [f"missing: {key[0]}: {key[1]!r}" for key in needed.keys() - had.keys()]
        found += [f"stale: {key[0]}: {key[1]!r}" for key in had.keys() - needed.keys()]
        found += [
            f"unfinished: {key[0]}: {key[1]!r}" for key, (said, kind) in had.items() if kind or not said
        ]
        found += [
            f"placeholders differ: {key[1]!r} {said!r}"
            for key, (said, _) in had.items()
            if _differ(key[1], said)
        ]
        if table.is_file():
            release(table, fresh_qm)
            if not compiled.is_file() or compiled.read_bytes() != fresh_qm.read_bytes():
                found.append(f"{compiled.name} is older than {table.name}")
    return sorted(found)


def _differ(source: str, said: str) -> bool:
    return bool(said) and _names(source) != _names(said)


def _names(text: str) -> set[str]:
    return {part.split("}")[0] for part in text.split("{")[1:]}


def _text(element: ET.Element | None) -> str:
    return "" if element is None else "".join(element.itertext())


def _tool(name: str, *args: str) -> None:
    """Run one of Qt's own programs. Raises RuntimeError with its words when it fails."""
    folder = Path(PySide6.__file__).parent
    program = next(
        path
        for path in (folder / name, folder / f"{name}.exe", folder / "Qt/libexec" / name)
        if path.exists()
    )
    done = subprocess.run([str(program), *args], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name}: {done.stderr or done.stdout}")


def main() -> int:
    """Update, or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail if anything is missing")
    check = parser.parse_args().check
    table = ROOT / "assets" / "i18n" / f"{CODE}.ts"
    compiled = table.with_suffix(".qm")
    if not check:
        update(table)
        release(table, compiled)
    found = problems(table, compiled)
    print("\n".join(found) or "complete")
    return 1 if found and check else 0


if __name__ == "__main__":
    sys.exit(main())
