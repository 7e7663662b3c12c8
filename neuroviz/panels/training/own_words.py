"""What is said of data that came from files of an earlier visit."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.training.reopening import Reopened

translate = QCoreApplication.translate


def not_reopened(found: Reopened) -> str:
    """Data of an earlier visit cannot be had again: why, and the way out."""
    text = translate(
        "TrainingWords",
        "{why} Other examples are there instead. To say where it is, choose it once more on the page Task.",
    )
    return text.format(why=found.why)


def reopened(found: Reopened) -> str:
    """Data of an earlier visit is there again, but not as it was; "" if it is."""
    texts = {
        "file": translate("TrainingWords", "{file} has changed since then: it is learned as it is now."),
        "columns": translate(
            "TrainingWords", "{file} has changed: the chosen columns cannot be used any more, so others are."
        ),
    }
    return texts[found.change].format(file=found.file.name) if found.change else ""


def not_kept() -> str:
    """The data of the last visit came from no file."""
    return translate(
        "TrainingWords",
        "The data of the last task came out of a run and is not kept. Other examples are there instead.",
    )


def already(file: str, name: str) -> str:
    """A file holds what is there already under that name."""
    text = translate("TrainingWords", "{file} holds the same examples as {name}: that is chosen.")
    return text.format(file=file, name=name)
