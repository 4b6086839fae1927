"""Ridge regressions kept on disk: what takes seconds to learn is learnt once for all processes of one data folder.

Plain arrays of numbers, under a name that differs whenever what they were learnt from does, or the release of
scikit-learn: nothing is run when they are read, and nothing old is taken for new.
"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import structlog
from filelock import FileLock

from recommender.ridge import Ridge

log = structlog.get_logger()
_folder: list[Path] = []


def keep_ridges_in(folder: Path) -> None:
    """From now on this process keeps what it learns here, and looks here first."""
    _folder[:] = [folder]


def kept_ridge(name: str, learnt_from: str, learn: Callable[[], Ridge]) -> Ridge:
    """The regression of this name, from disk or learnt now. One that cannot be read or kept is learnt each time."""
    if not _folder:
        return learn()
    import sklearn  # takes seconds to load

    make = sha256(f"{sklearn.__version__} {np.__version__} {learnt_from}".encode()).hexdigest()[:16]
    file = _folder[0] / f"{name}-{make}.npz"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # One learns while the others of the folder wait for it.
        with FileLock(file.with_suffix(".lock")):
            return _read(file) or _write(file, name, learn())
    except OSError as error:
        log.warning("what was learnt of words cannot be kept", reason=repr(error))
        return learn()


def _read(file: Path) -> Ridge | None:
    try:
        with np.load(file, allow_pickle=False) as said:
            return Ridge(said["coefficients"], said["usual"])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        log.warning("what was learnt of words is damaged and is learnt anew", reason=repr(error))
        return None


def _write(file: Path, name: str, learnt: Ridge) -> Ridge:
    partial = file.with_suffix(".part")
    with partial.open("wb") as out:
        np.savez(out, coefficients=learnt.coefficients, usual=learnt.usual)
    partial.replace(file)
    for old in file.parent.glob(f"{name}-*.npz"):
        if old != file:
            old.unlink(missing_ok=True)
    return learnt
