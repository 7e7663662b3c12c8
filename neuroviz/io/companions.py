"""Companions: the files that belong to one of a data set, found by the names that are usual."""

from __future__ import annotations

from pathlib import Path

_SWAPS = (("images", "labels"), ("idx3", "idx1"), ("imgs", "labels"), ("x_", "y_"))
_TESTS = ("t10k", "test")


def labels_of(images: Path) -> Path | None:
    """The file of the labels beside a file of images."""
    return _beside(images, 0, 1)


def images_of(labels: Path) -> Path | None:
    """The file of the images beside a file of labels."""
    return _beside(labels, 1, 0)


def tests_of(images: Path) -> tuple[Path, Path] | None:
    """Images and labels to be tested on, beside those to learn from: t10k-… beside train-…"""
    at = images.name.lower().find("train")
    if at < 0:
        return None
    for word in _TESTS:
        for one in _packed_or_not(images.with_name(images.name[:at] + word + images.name[at + 5 :])):
            labels = labels_of(one) if one.is_file() else None
            if labels is not None:
                return one, labels
    return None


def _beside(path: Path, there: int, back: int) -> Path | None:
    name = path.name
    for swap in _SWAPS:
        at = name.lower().find(swap[there])
        if at >= 0:
            name = name[:at] + swap[back] + name[at + len(swap[there]) :]
    if name == path.name:
        return None
    return next((one for one in _packed_or_not(path.with_name(name)) if one.is_file()), None)


def _packed_or_not(path: Path) -> tuple[Path, Path]:
    twin = path.with_suffix("") if path.suffix == ".gz" else path.with_name(f"{path.name}.gz")
    return path, twin
