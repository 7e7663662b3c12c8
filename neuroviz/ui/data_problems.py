"""Sentences for data of the visitor's own that cannot be used, and for tasks that cannot be made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from neuroviz.ui import picture_problems

translate = QCoreApplication.translate


def unfit(id: str, file: str, facts: Mapping[str, object] = MappingProxyType({})) -> str:
    """Why there is no task, and what to do: `id` and facts of Unfit or of BuildFrame; file: of whose data."""
    shown = {name: f"{one:,}" if isinstance(one, int) else str(one) for name, one in facts.items()}
    return _UNFIT.get(id, _task_failed)().format(**{**shown, "file": file})


def known() -> frozenset[str]:
    """The ids of unfit data that have a sentence of their own."""
    return frozenset(_UNFIT)


# -- tables ---------------------------------------------------------------------------------------------


def _csv_binary() -> str:
    return translate(
        "Problems",
        "{file} is not a file of examples that can be read here. Take a table saved as CSV, pictures as"
        " NPZ or IDX, or a folder with a folder of pictures for each class.",
    )


def _csv_encoding() -> str:
    return translate(
        "Problems", "{file} holds letters that cannot be read. Save the table once more, as “CSV UTF-8”."
    )


def _csv_line() -> str:
    return translate(
        "Problems",
        "{file} has a line of more than {limit} characters: a quotation mark is not closed, or it is no"
        " table.",
    )


def _csv_header() -> str:
    return translate(
        "Problems", "{file} does not begin with the names of its columns. Put them in its first line."
    )


def _csv_columns() -> str:
    return translate(
        "Problems",
        "{file} has one column only. There have to be two at least, parted by commas, semicolons or tabs.",
    )


def _csv_wide() -> str:
    return translate("Problems", "{file} has {count} columns, where {limit} can be read at most.")


def _csv_empty() -> str:
    return translate("Problems", "{file} has names of columns, but not a single row below them.")


def _csv_ragged() -> str:
    return translate(
        "Problems",
        "{file}: line {line} has {found} columns, where the first line has {expected}. Mend that line.",
    )


def _csv_number() -> str:
    return translate(
        "Problems",
        "{file}: line {line} has “{text}” under {column}. A number as large as that cannot be reckoned with.",
    )


def _csv_word() -> str:
    return translate(
        "Problems",
        "{file}: line {line} has “{text}” under {column}, where all else are numbers. Mend that cell, or"
        " leave it empty.",
    )


def _csv_words() -> str:
    return translate(
        "Problems",
        "{file}: line {line} has “{text}” under {column}, where nearly all else are numbers; there are"
        " {count} more of such cells. Mend them, or leave them empty.",
    )


def _csv_too_big() -> str:
    return translate(
        "Problems",
        "{file} holds more than {limit} cells. Save a part of its rows or columns, and open that.",
    )


def _broken() -> str:
    return translate("Problems", "{file} is damaged or cut off. If it was downloaded, try to fetch it again.")


SENTENCES: Mapping[str, Callable[[], str]] = {
    **picture_problems.SENTENCES,
    "csv-binary": _csv_binary,
    "csv-columns": _csv_columns,
    "csv-empty": _csv_empty,
    "csv-encoding": _csv_encoding,
    "csv-header": _csv_header,
    "csv-line": _csv_line,
    "csv-number": _csv_number,
    "csv-ragged": _csv_ragged,
    "csv-too-big": _csv_too_big,
    "csv-wide": _csv_wide,
    "csv-word": _csv_word,
    "csv-words": _csv_words,
    "gzip-broken": _broken,
}


# -- tasks ---------------------------------------------------------------------------------------------


def _task_failed() -> str:
    return translate("Problems", "No task could be made of these examples. The log says more.")


def _task_few() -> str:
    return translate(
        "Problems",
        "{n} examples are too few: cut in these shares, at least {need} are needed for two in each part.",
    )


def _task_shares() -> str:
    return translate(
        "Problems",
        "Of {n} examples, two at least have to be in each part. Take other shares for validation and test.",
    )


def _task_one_class() -> str:
    return translate(
        "Problems", "The training examples are all of one class. Take more of them, or balance the classes."
    )


def _task_source() -> str:
    return translate(
        "Problems", "The data of this task is not open any more. Open it again, or choose another task."
    )


def _task_missing() -> str:
    return translate("Problems", "The shipped digits cannot be read: NeuroViz is incomplete. Fetch it again.")


def _task_memory() -> str:
    return translate("Problems", "There is not enough memory for so many examples. Take fewer.")


def _table_no_inputs() -> str:
    return translate("Problems", "No column is an input. Choose at least one.")


def _table_gaps() -> str:
    return translate(
        "Problems",
        "Every row has a gap in one of the chosen columns. Leave out the columns that have most of them.",
    )


def _table_words() -> str:
    return translate(
        "Problems", "A chosen column has too many different words to be shown to a net. Choose another one."
    )


def _table_classes() -> str:
    return translate(
        "Problems", "The target has too many different classes to tell apart. Choose another one."
    )


def _table_columns() -> str:
    return translate(
        "Problems",
        "{file} has fewer than two columns that can be used. Of its {count}, {empty} are empty, {same} always"
        " say the same, {words} hold over {limit} different words.",
    )


def _table_few() -> str:
    return translate(
        "Problems",
        "A table needs at least {need} rows without gaps, for two in each part; {file} has {n}. Add rows, or"
        " choose other examples.",
    )


def _painted_classes() -> str:
    return translate("Problems", "Paint points of at least two classes: there is nothing to tell apart yet.")


_UNFIT: Mapping[str, Callable[[], str]] = {
    "painted-classes": _painted_classes,
    "table-classes": _table_classes,
    "table-columns": _table_columns,
    "table-few": _table_few,
    "table-gaps": _table_gaps,
    "table-no-inputs": _table_no_inputs,
    "table-words": _table_words,
    "task-failed": _task_failed,
    "task-few": _task_few,
    "task-memory": _task_memory,
    "task-missing": _task_missing,
    "task-one-class": _task_one_class,
    "task-shares": _task_shares,
    "task-source": _task_source,
}
