"""Which BLAS NumPy computes with, and on how many threads."""

from __future__ import annotations

import ctypes
from pathlib import Path

# OpenBLAS is built under several names; NumPy's own wheels use the first.
_THREADS = tuple(
    f"{prefix}openblas_get_num_threads{suffix}" for prefix in ("scipy_", "") for suffix in ("64_", "")
)


def describe() -> str:
    """NumPy's BLAS in a few words. Raises ImportError when NumPy cannot be imported."""
    import numpy as np  # noqa: PLC0415 - the doctor also works where NumPy does not

    facts = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    count = _threads(Path(np.__file__).parent)
    threads = "threads unknown" if count is None else f"{count} thread{'s' * (count != 1)}"
    return f"{facts['name']} {facts['version']}, {threads}"


def _threads(numpy: Path) -> int | None:
    """The number of threads of the OpenBLAS that NumPy has loaded; None for another BLAS."""
    folders = (numpy.parent / "numpy.libs", numpy / ".dylibs")
    for file in (file for folder in folders for file in folder.glob("*openblas*")):
        library = ctypes.CDLL(str(file))
        for name in _THREADS:
            if hasattr(library, name):
                return int(getattr(library, name)())
    return None
