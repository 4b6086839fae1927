"""How a table of postcodes lies on disk.

The shipped one is packed (a third of a megabyte) and unpacked into memory when it is first used. A loaded
one may hold the whole country, so it is kept flat and mapped: every worker shares one copy and opening it
costs nothing.
"""

import json
import os
import tempfile
from functools import lru_cache
from pathlib import Path

import numpy as np

from directory.errors import Unavailable
from directory.postcodes.table import PostcodeTable

SHIPPED = Path(__file__).with_name("postcodes.npz")


def pack(table: PostcodeTable, path: Path) -> None:
    """Write a table small: differences between neighbours, low bytes first and together, deflated."""
    steps = np.diff(table.rows, prepend=np.int32(0), axis=1)
    unsigned = ((steps << 1) ^ (steps >> 31)).astype("<i4")  # small either way from zero: the high bytes are empty
    planes = unsigned.view(np.uint8).reshape(4, -1, 4).transpose(0, 2, 1)
    np.savez_compressed(path, planes=planes, authorities=np.array(table.authorities))


def unpack(path: Path) -> PostcodeTable:
    """Read a packed table back."""
    with np.load(path, allow_pickle=False) as packed:
        planes, authorities = packed["planes"], tuple(packed["authorities"].tolist())
    unsigned = np.ascontiguousarray(planes.transpose(0, 2, 1)).view("<u4")[:, :, 0]
    steps = (unsigned >> 1).astype(np.int32) ^ -(unsigned & 1).astype(np.int32)
    return PostcodeTable(np.cumsum(steps, axis=1, dtype=np.int32), authorities)


@lru_cache(maxsize=1)
def shipped_table() -> PostcodeTable:
    """The table in the package: Merseyside and around."""
    return unpack(SHIPPED)


def loaded_path(data_dir: Path) -> Path:
    """Where the postcodes that a person loaded are kept."""
    return data_dir / "postcodes" / "loaded.npy"


def write_loaded(table: PostcodeTable, data_dir: Path) -> None:
    """Put a table in the data folder in one step: a reader, or a kill, meets the old one or the new one.

    One caller at a time: `load_postcodes` holds the lock.
    """
    path = loaded_path(data_dir)
    for left_by_a_kill in path.parent.glob("loading-*.part"):
        left_by_a_kill.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="loading-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            np.save(file, table.rows)
            file.write(json.dumps(table.authorities).encode())
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)  # mkstemp writes for its owner alone; the server may run as somebody else
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def loaded_table(data_dir: Path) -> PostcodeTable | None:
    """What was loaded, mapped, or None. Raises Unavailable when the file is damaged."""
    path = loaded_path(data_dir)
    try:
        state = path.stat()
    except OSError:
        return None
    return _mapped(path, (state.st_ino, state.st_mtime_ns, state.st_size))


@lru_cache(maxsize=4)
def _mapped(path: Path, _state: tuple[int, int, int]) -> PostcodeTable:
    try:
        mapped = np.load(path, mmap_mode="r", allow_pickle=False)
        with path.open("rb") as file:
            file.seek(mapped.offset + mapped.nbytes)
            return PostcodeTable(np.asarray(mapped), tuple(json.loads(file.read())))
    except (ValueError, OSError, EOFError, AttributeError) as error:
        raise Unavailable(f"The loaded postcodes in {path} are damaged. Load them again.") from error
