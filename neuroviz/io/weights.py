"""The weights of a net for other programs, each array by its name: NPZ, which NumPy reads, and safetensors.

"layer0.w" is the array w of the first layer. A dense w is (n_in, n_out), a convolution's (channels, C, k, k).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from neuroviz.io import files
from neuroviz.io.archive import pack
from neuroviz.io.npy import to_npy
from neuroviz.io.problem import naming
from neuroviz.io.safetensors import to_safetensors
from neuroviz.io.strict_json import to_json
from neuroviz.nn import Net

NPZ, SAFETENSORS = ".npz", ".safetensors"
ENDINGS = (NPZ, SAFETENSORS)


def named_weights(net: Net) -> dict[str, NDArray[Any]]:
    """All parameters by name, running statistics included, read-only views."""
    return {
        f"layer{i}.{name}": values for i in range(len(net.layers)) for name, values in net.views(i).items()
    }


def write_weights(net: Net, path: Path) -> None:
    """Write them in the form that the name's ending says; NPZ if it says none.

    Raises Problem (file-unwritable). The old file stays until the new one is whole.
    """
    arrays = named_weights(net)
    if path.suffix.lower() == SAFETENSORS:
        about = {"format": "np", "net": to_json(net.to_dict()).decode()}
        content = to_safetensors(arrays, about)
    else:
        content = pack({f"{name}.npy": to_npy(one) for name, one in arrays.items()})
    with naming(path):
        files.replace(path, content)
