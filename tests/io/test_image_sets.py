"""Sets of pictures: the usual files are read, with their companions; the rest ends in one Problem."""

from __future__ import annotations

import gzip
import pickle
import struct
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from neuroviz.data.pictures import Pictures
from neuroviz.io import image_sets, own_data
from neuroviz.io.npy import to_npy
from neuroviz.io.problem import Problem

RNG = np.random.default_rng(3)
IMAGES = RNG.integers(0, 256, (12, 9, 7), np.uint8)
LABELS = (np.arange(12) % 3).astype(np.uint8)


def idx(array: Any, magic: bytes = b"\0\0\x08") -> bytes:
    """The bytes of an IDX file."""
    return magic + bytes([array.ndim]) + struct.pack(f">{array.ndim}I", *array.shape) + array.tobytes()


def npz(**arrays: Any) -> bytes:
    """The bytes of an NPZ file."""
    file = BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def put(folder: Path, **files: bytes) -> Path:
    """Files in a folder, dots in their names written __; the first one's path."""
    for name, content in files.items():
        (folder / name.replace("__", ".").replace("_", "-")).write_bytes(content)
    return folder / next(iter(files)).replace("__", ".").replace("_", "-")


def read(path: Path, other: Path | None = None) -> Pictures:
    """The pictures in a file."""
    found = [one for one in own_data.reading(path, other) if not isinstance(one, float)]
    assert isinstance(found[0], Pictures)
    return found[0]


def problem(path: Path) -> Problem:
    """What is wrong with a file."""
    with pytest.raises(Problem) as caught:
        read(path)
    assert "path" in caught.value.facts
    return caught.value


def test_a_pair_of_idx_files_with_one_to_be_tested_on(tmp_path: Path) -> None:
    path = put(
        tmp_path,
        train_images_idx3_ubyte=idx(IMAGES),
        train_labels_idx1_ubyte__gz=gzip.compress(idx(LABELS)),
        t10k_images_idx3_ubyte__gz=gzip.compress(idx(IMAGES[:6])),
        t10k_labels_idx1_ubyte=idx(LABELS[:6]),
    )
    for one in (path, tmp_path / "train-labels-idx1-ubyte.gz"):
        found = read(one)
        np.testing.assert_array_equal(found.images, IMAGES)
        np.testing.assert_array_equal(found.labels, LABELS)
        assert found.test_images is not None
        np.testing.assert_array_equal(found.test_images, IMAGES[:6])
        assert found.class_names == ("0", "1", "2")
        assert len(found) == 18


def test_two_files_of_any_name(tmp_path: Path) -> None:
    path = put(tmp_path, a=idx(IMAGES), b=idx(LABELS))
    assert problem(path).id == "pictures-partner"
    assert problem(tmp_path / "b").id == "pictures-labels-alone"
    for first, second in (("a", "b"), ("b", "a")):
        np.testing.assert_array_equal(read(tmp_path / first, tmp_path / second).labels, LABELS)
    with pytest.raises(Problem) as caught:
        read(path, path)
    assert caught.value.id == "pictures-partner"


@pytest.mark.parametrize("names", image_sets._NAMES)
def test_npz_under_the_usual_names(tmp_path: Path, names: tuple[str, str]) -> None:
    found = read(put(tmp_path, a__npz=npz(**{names[0]: IMAGES, names[1]: LABELS.astype(">i4")})))
    np.testing.assert_array_equal(found.images, IMAGES)
    np.testing.assert_array_equal(found.labels, LABELS)


@pytest.mark.parametrize(
    "images",
    [
        IMAGES.astype(np.float32) / np.float32(255),
        IMAGES.astype(np.float64),
        np.asfortranarray(IMAGES.astype(">f4")),
        IMAGES.astype(np.int64),
        IMAGES[..., None],
        IMAGES[:, None],
        np.repeat(IMAGES[..., None], 3, axis=3),
        np.repeat(IMAGES[:, None], 3, axis=1).astype(np.float16) / np.float16(255),
    ],
)
def test_greys_and_colours_of_any_kind(tmp_path: Path, images: Any) -> None:
    one_hot = np.eye(3)[LABELS]
    found = read(put(tmp_path, a__npz=npz(x_train=images, y_train=one_hot)))
    assert np.abs(found.images.astype(int) - IMAGES).max() <= 1
    np.testing.assert_array_equal(found.labels, LABELS)


def test_large_pictures_are_made_smaller(tmp_path: Path) -> None:
    large = np.repeat(np.repeat(IMAGES, 20, axis=1), 20, axis=2)
    found = read(put(tmp_path, a__npz=npz(x=large, y=LABELS)))
    assert found.images.shape == (12, 64, 50)


def test_labels_need_not_begin_at_nought(tmp_path: Path) -> None:
    found = read(put(tmp_path, a__npz=npz(x=IMAGES, y=LABELS.astype(np.int32) * 5 - 3)))
    assert found.class_names == ("-3", "2", "7")
    assert set(found.labels.tolist()) == {0, 1, 2}


@pytest.mark.parametrize("words", [["cat", "Hund", "10", "9"], ["猫", "🐶", "é", "x"]])
def test_labels_may_be_words(tmp_path: Path, words: list[Any]) -> None:
    labels = np.array(words)[np.arange(12) % 4]
    for column in (labels, labels[:, None], labels.astype(labels.dtype.newbyteorder(">"))):
        found = read(put(tmp_path, a__npz=npz(x=IMAGES, y=column)))
        assert set(found.class_names) == {str(np.str_(one)) for one in np.array(words)}
        assert [found.class_names[k] for k in found.labels] == labels.tolist()
    both = read(put(tmp_path, a__npz=npz(x_train=IMAGES, y_train=labels, x_test=IMAGES, y_test=labels[::-1])))
    assert both.test_labels is not None
    assert [both.class_names[k] for k in both.test_labels] == labels[::-1].tolist()
    (tmp_path / "x_train.npy").write_bytes(to_npy(IMAGES))
    (tmp_path / "y_train.npy").write_bytes(to_npy(labels))
    assert len(read(tmp_path / "y_train.npy").class_names) == 4


def test_words_of_bytes_are_decoded_and_numbers_among_them_are_in_order(tmp_path: Path) -> None:
    labels = np.array([b"10", b"9", "é".encode(), b"\xff", b"", b"a\nb"])[np.arange(12) % 6]
    found = read(put(tmp_path, a__npz=npz(x=IMAGES, y=labels)))
    assert found.class_names == ("9", "10", "a b", "é", "–", "\N{REPLACEMENT CHARACTER}")


def test_words_that_cannot_be_shown_end_in_a_problem_or_in_others(tmp_path: Path) -> None:
    odd = np.frombuffer(np.array([0x110000, 65] * 6, np.uint32).tobytes(), "<U1")
    assert problem(put(tmp_path, a__npz=npz(x=IMAGES, y=odd))).id == "pictures-labels-kind"
    lone = np.array(["\ud800", "b"] * 6)
    assert read(put(tmp_path, a__npz=npz(x=IMAGES, y=lone))).class_names == ("?", "b")


def test_what_is_wrong_with_an_array_is_said_of_that_array(tmp_path: Path) -> None:
    found = problem(put(tmp_path, a__npz=npz(images=IMAGES, other=LABELS)))
    assert found.id == "pictures-unlabelled"
    assert (found.facts["name"], found.facts["wanted"]) == ("images", "labels, target")
    assert problem(put(tmp_path, a__npz=npz(p=IMAGES, q=LABELS))).facts["names"] == "p, q"
    found = problem(put(tmp_path, a__npz=npz(images=IMAGES / 128 - 1, labels=LABELS)))
    assert found.id == "pictures-range"
    assert (found.facts["name"], found.facts["low"], found.facts["high"]) == ("images", "-1", "0.9922")
    assert problem(put(tmp_path, a__npz=npz(images=IMAGES, labels=LABELS + 0.5))).facts["name"] == "labels"
    mixed = npz(x_train=IMAGES, y_train=LABELS, x_test=IMAGES, y_test=np.array(["a", "b"] * 6))
    assert problem(put(tmp_path, a__npz=mixed)).facts["name"] == "y_test"


def test_npy_files_and_their_partner(tmp_path: Path) -> None:
    path = put(tmp_path, x__npy=to_npy(IMAGES))
    (tmp_path / "x_train.npy").write_bytes(to_npy(IMAGES))
    (tmp_path / "y_train.npy").write_bytes(to_npy(LABELS))
    assert problem(path).id == "pictures-partner"
    np.testing.assert_array_equal(read(tmp_path / "x_train.npy").labels, LABELS)


def _claims(shape: tuple[int, ...]) -> bytes:
    return idx(IMAGES)[:4] + struct.pack(f">{len(shape)}I", *shape) + IMAGES.tobytes()


class _Canary:
    def __reduce__(self) -> tuple[Any, ...]:
        return (pytest.fail, ("it ran",))


@pytest.mark.parametrize(
    ("content", "id"),
    [
        (idx(IMAGES, b"\0\0\x0d"), "array-type"),
        (idx(IMAGES)[:-1], "idx-broken"),
        (idx(IMAGES) + b"\0", "idx-broken"),
        (idx(IMAGES)[:9], "idx-broken"),
        (_claims((2**31, 2**31, 2**31)), "idx-broken"),
        (_claims((0, 9, 7)), "idx-broken"),
        (idx(IMAGES[:0]), "pictures-none"),
        (b"\0\0\x08\x07" + bytes(100), "idx-kind"),
        (b"\0\0", "idx-kind"),
        (gzip.compress(idx(IMAGES), mtime=0)[:-30], "gzip-broken"),
        (gzip.compress(idx(IMAGES), mtime=0)[:40] + b"\xff" * 40, "gzip-broken"),
        (gzip.compress(b"nothing", mtime=0), "idx-kind"),
        (gzip.compress(b"", mtime=0), "idx-kind"),
        (npz(x=IMAGES), "pictures-unlabelled"),
        (npz(p=IMAGES, q=LABELS), "pictures-names"),
        (npz(x=IMAGES, y=LABELS[:5]), "pictures-labels"),
        (npz(x=IMAGES, y=np.float32(3)), "pictures-labels"),
        (npz(x=IMAGES, y=LABELS + 0.5), "pictures-labels-kind"),
        (npz(x=IMAGES, y=np.full(12, np.nan)), "pictures-labels-kind"),
        (npz(x=IMAGES, y=np.zeros(12)), "pictures-one-class"),
        (npz(x=np.zeros((150, 5, 5)), y=np.arange(150)), "pictures-classes"),
        (npz(x=IMAGES, y=np.array(["a"] * 12)), "pictures-one-class"),
        (npz(x=IMAGES.astype(complex), y=LABELS), "array-type"),
        (npz(x=IMAGES - 300.0, y=LABELS), "pictures-range"),
        (npz(x=IMAGES * np.nan, y=LABELS), "pictures-nan"),
        (npz(x=np.zeros((12, 5, 5, 2)), y=LABELS), "pictures-shape"),
        (npz(x=np.zeros((12, 5)), y=LABELS), "pictures-shape"),
        (npz(x=np.zeros((12, 2, 2)), y=LABELS), "pictures-shape"),
        (npz(x=np.zeros((12, 2000, 4)), y=LABELS), "pictures-shape"),
        (npz(x=np.zeros((0, 5, 5)), y=LABELS[:0]), "pictures-none"),
        (npz(x_train=IMAGES, y_train=LABELS, x_test=IMAGES[:, :5], y_test=LABELS), "pictures-shape"),
        (npz(x=IMAGES, y=LABELS)[:-40], "archive-broken"),
        (b"PK\x03\x04" + bytes(60), "archive-broken"),
        (b"\x93NUMPY" + bytes(30), "array-broken"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, content: bytes, id: str) -> None:
    assert problem(put(tmp_path, a__bin=content)).id == id


def test_nothing_is_ever_unpickled(tmp_path: Path) -> None:
    file = BytesIO()
    np.savez(file, x=np.array([_Canary()], object), y=LABELS)
    found = problem(put(tmp_path, a__npz=file.getvalue()))
    assert (found.id, found.facts["name"]) == ("array-pickled", "x")
    assert problem(put(tmp_path, a__pkl=pickle.dumps(_Canary()))).id in ("csv-binary", "csv-encoding")


def test_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_sets, "LIMIT", 2**22)
    assert problem(put(tmp_path, a__gz=gzip.compress(bytes(2**24)))).id == "archive-too-big"
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.npy", bytes(2**24))
    assert problem(put(tmp_path, a__npz=file.getvalue())).id == "archive-too-big"


def test_mutilated_files_end_in_a_problem_or_in_pictures(tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    seeds = [npz(x=IMAGES, y=LABELS), gzip.compress(idx(IMAGES), mtime=0), idx(IMAGES), to_npy(IMAGES)]
    labels = put(tmp_path, labels=idx(LABELS))
    outcomes = set()
    for i in range(800):
        content = bytearray(seeds[i % 4])
        for _ in range(rng.integers(1, 5)):
            at = int(rng.integers(min(len(content), 200) if rng.integers(2) else len(content)))
            match rng.integers(3):
                case 0:
                    content[at] = rng.integers(256)
                case 1:
                    del content[at : at + int(rng.integers(1, 9))]
                case _:
                    content[at:at] = rng.bytes(int(rng.integers(1, 5)))
        path = put(tmp_path, a__bin=bytes(content))
        try:
            found = read(path, labels if i % 4 else None)
        except Problem as caught:
            outcomes.add(caught.id)
        else:
            outcomes.add("pictures")
            assert len(found.images) == len(found.labels) > 0
    assert {"pictures", "archive-broken", "gzip-broken", "idx-broken", "array-broken"} <= outcomes


COLOURS = np.repeat(IMAGES[..., None], 3, axis=3)
ODD_IMAGES = {
    "beyond float32": IMAGES * 1e300, "colours beyond float32": COLOURS * 1e300, "infinite": IMAGES + np.inf,
    "infinite colours": COLOURS + np.inf, "colours that are none": COLOURS * np.nan, "truth": IMAGES > 3,
    "one number": np.array(3), "a row": np.arange(12), "five axes": np.zeros((12, 2, 2, 2, 2)),
    "no width": np.zeros((12, 0, 5)), "infinite halves": np.full((12, 9, 7), np.inf, np.float16),
    "beyond 64 bits": IMAGES.astype(np.uint64) * np.uint64(2**56), "far below": IMAGES - 2.0**62,
    "rows of no square": np.zeros((12, 80)), "text": np.full((12, 9, 7), "a"),
    "structured": np.zeros(12, [("a", "f4")]),
}  # fmt: skip
ODD_LABELS = {
    "of no class": np.zeros((12, 0)), "one-hot of none": np.full((12, 3), np.nan),
    "infinite": np.full(12, np.inf), "beyond 64 bits": LABELS + np.uint64(2**63), "one number": np.array(1),
    "three axes": np.zeros((12, 1, 1)), "a column of none": np.full((12, 1), np.nan), "halves": LABELS + 0.5,
    "none": LABELS[:0], "complex": LABELS * 1j,
    "text": np.array(["a"] * 12), "structured": np.zeros(12, [("a", "f4")]), "huge": LABELS * 2.0**40,
}  # fmt: skip


@pytest.mark.parametrize("case", ODD_IMAGES)
def test_odd_images_end_in_a_problem_wherever_they_stand(tmp_path: Path, case: str) -> None:
    odd = ODD_IMAGES[case]
    problem(put(tmp_path, a__npz=npz(x=odd, y=LABELS)))
    problem(put(tmp_path, b__npz=npz(x_train=IMAGES, y_train=LABELS, x_test=odd, y_test=LABELS)))


@pytest.mark.parametrize("case", ODD_LABELS)
def test_odd_labels_end_in_a_problem_wherever_they_stand(tmp_path: Path, case: str) -> None:
    odd = ODD_LABELS[case]
    problem(put(tmp_path, a__npz=npz(x=IMAGES, y=odd)))
    problem(put(tmp_path, b__npz=npz(x_train=IMAGES, y_train=LABELS, x_test=IMAGES, y_test=odd)))
