"""Arrays in one npz file: written so that equal contents are equal bytes, and never half-written."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip file knows: the clock must not reach the bytes


def pack(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """The bytes of an npz file with these arrays, compressed, without the time of day in them.

    ValueError for an array of objects: it could only be pickled.
    """
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, array in arrays.items():
            member = zipfile.ZipInfo(f"{name}.npy", _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # the same on every system
            content = BytesIO()
            np.lib.format.write_array(content, array, version=(1, 0), allow_pickle=False)
            archive.writestr(member, content.getvalue(), compresslevel=9)
    return file.getvalue()


def replace(path: Path, content: bytes) -> None:
    """Put a file in its place in one move, so that a crash or a full disc leaves the old one as it was.

    Raises OSError.
    """
    descriptor, aside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(path, aside)
        os.replace(aside, path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def _keep_mode(path: Path, aside: str) -> None:
    """Give the new file the old one's permissions, or those that a plain `open` would give."""
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    os.chmod(aside, mode)
