"""Sentences for pictures of the visitor's own that cannot be used: folders of them, and files of arrays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from neuroviz.data.pictures import Pictures

translate = QCoreApplication.translate

_NAMED = 3  # pictures
_LARGE = frozenset(("picture-too-big", "file-too-big"))


def named(left: Sequence[tuple[str, str]]) -> str:
    """The first of pictures that cannot be read, each with why: names, and ids of problems."""
    texts = [f"{name} ({_reason(id)})" for name, id in left[:_NAMED]]
    return ", ".join([*texts, "…"] if len(left) > _NAMED else texts)


def left_out(pictures: Pictures, file: str) -> str:
    """How many pictures of a folder are missing, and which; empty if none is."""
    left = pictures.left_out
    if not left:
        return ""
    text = translate("Problems", "{file}: {n} of {total} pictures cannot be read and are left out: {names}.")
    total = len(pictures) + len(left)
    return text.format(file=file, n=f"{len(left):,}", total=f"{total:,}", names=named(left))


def _reason(id: str) -> str:
    if id in _LARGE:
        return translate("Problems", "too large")
    return {
        "file-forbidden": translate("Problems", "may not be read"),
        "file-empty": translate("Problems", "empty"),
        "picture-kind": translate("Problems", "no picture"),
    }.get(id, translate("Problems", "damaged"))


def _folder_missing() -> str:
    return translate("Problems", "{file} is not there any more.")


def _folder_empty() -> str:
    return translate("Problems", "{file} holds no pictures. There should be a folder of them for each class.")


def _folder_flat() -> str:
    return translate(
        "Problems",
        "{file} does not hold two folders of pictures at least. Put those of each class into a folder of"
        " its own.",
    )


def _folder_classes() -> str:
    return translate(
        "Problems", "{file} holds {count} folders, where {limit} classes can be learned at most."
    )


def _folder_too_many() -> str:
    return translate("Problems", "{file} holds more than {limit} pictures. Take fewer of each class.")


def _folder_pictures() -> str:
    return translate(
        "Problems",
        "{file}: {count} of {total} pictures cannot be read, which is more than half: {names}. Nothing was"
        " opened.",
    )


def _folder_class() -> str:
    return translate(
        "Problems",
        "{file}: no picture of the class {name} can be read: {names}. Save them anew, or take the class out.",
    )


def _idx_kind() -> str:
    return translate(
        "Problems", "{file} is not a file of pictures or labels that can be read here (IDX, NPZ, NPY)."
    )


def _set_kind() -> str:
    return translate(
        "Problems",
        "{file} is named like {kind}, and is not a readable {kind} file: it is damaged, or something else."
        " Save it anew, or fetch it again.",
    )


def _idx_broken() -> str:
    return translate(
        "Problems",
        "{file} says that it holds {expected} bytes, and holds {found}: it is cut off or damaged. Fetch"
        " it again.",
    )


def _pictures_partner() -> str:
    return translate(
        "Problems",
        "{file} holds pictures without their labels, and no file of labels lies beside it. Choose that too.",
    )


def _pictures_labels_alone() -> str:
    return translate(
        "Problems",
        "{file} holds labels, and the file of their pictures does not lie beside it. Choose the pictures.",
    )


def _pictures_labels() -> str:
    return translate(
        "Problems", "{file}: there are {images} pictures and {labels} labels. They have to be as many."
    )


def _pictures_labels_kind() -> str:
    return translate(
        "Problems",
        "{file}: the labels ({name}) are neither whole numbers nor words. Save them as one of these.",
    )


def _pictures_unlabelled() -> str:
    return translate(
        "Problems",
        "{file} holds pictures ({name}), but no labels for them. They are looked for under: {wanted}.",
    )


def _pictures_nan() -> str:
    return translate(
        "Problems",
        "{file}: some pixels of the pictures ({name}) are no numbers (NaN), or infinite. Replace them by"
        " greys.",
    )


def _pictures_range() -> str:
    return translate(
        "Problems",
        "{file}: the pixels of the pictures ({name}) go from {low} to {high}. Greys go from 0 to 1, or from"
        " 0 to 255.",
    )


def _pictures_names() -> str:
    return translate(
        "Problems",
        "{file} has no pictures under the usual names (found: {names}). Call them x_train and y_train, or"
        " images and labels.",
    )


def _pictures_none() -> str:
    return translate("Problems", "{file} holds not a single picture.")


def _pictures_shape() -> str:
    return translate(
        "Problems",
        "{file} holds numbers that are not grey or coloured pictures ({shape}). Each needs 4 to 1,024"
        " pixels a side.",
    )


def _pictures_classes() -> str:
    return translate("Problems", "{file} has {count} classes, where {limit} can be learned at most.")


def _pictures_one_class() -> str:
    return translate("Problems", "{file} has pictures of one class only. There is nothing to tell apart.")


def _pictures_too_many() -> str:
    return translate("Problems", "{file} holds {count} pictures, where {limit} can be learned at most.")


SENTENCES: Mapping[str, Callable[[], str]] = {
    "folder-class": _folder_class,
    "folder-classes": _folder_classes,
    "folder-empty": _folder_empty,
    "folder-flat": _folder_flat,
    "folder-missing": _folder_missing,
    "folder-pictures": _folder_pictures,
    "folder-too-many": _folder_too_many,
    "idx-broken": _idx_broken,
    "idx-kind": _idx_kind,
    "pictures-classes": _pictures_classes,
    "pictures-labels": _pictures_labels,
    "pictures-labels-alone": _pictures_labels_alone,
    "pictures-labels-kind": _pictures_labels_kind,
    "pictures-names": _pictures_names,
    "pictures-nan": _pictures_nan,
    "pictures-none": _pictures_none,
    "pictures-one-class": _pictures_one_class,
    "pictures-partner": _pictures_partner,
    "pictures-range": _pictures_range,
    "pictures-shape": _pictures_shape,
    "pictures-too-many": _pictures_too_many,
    "pictures-unlabelled": _pictures_unlabelled,
    "set-kind": _set_kind,
}
