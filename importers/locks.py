"""Who is at work: one run of a source at a time, and whether a run that says that it goes on still does.

The locks are files beside the data, freed by the system when a process ends however it ends. Servers that share a
database share the folder.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from directory.errors import Unavailable
from directory.models import ImportRun


@contextmanager
def only_run_of(data_dir: Path, source: str) -> Iterator[None]:
    """Nobody else imports this source while this lasts. Unavailable when somebody does."""
    lock = _lock(data_dir, f"import-{source.encode().hex()[:100]}")
    try:
        lock.acquire()
    except Timeout as error:
        raise Unavailable(f"Another import of {source} is going on. Wait for it to end.") from error
    with lock:
        yield


def begun_lock(data_dir: Path, run_id: str) -> FileLock:
    """The lock of a run that a server is at work for, not acquired yet. Any thread may free it."""
    return _lock(data_dir, f"run-{run_id}")


def is_going_on(data_dir: Path, run: ImportRun) -> bool:
    """Whether anybody is at work for this run: else it was stopped before it could say so."""
    return is_begun(data_dir, run.id) or _is_held(data_dir, f"import-{run.source.encode().hex()[:100]}")


def is_begun(data_dir: Path, run_id: str) -> bool:
    """Whether a server is at work for this run, to import it or to take it back."""
    return _is_held(data_dir, f"run-{run_id}")


def _is_held(data_dir: Path, name: str) -> bool:
    lock = _lock(data_dir, name)
    if not Path(lock.lock_file).exists():
        return False
    try:
        lock.acquire()
    except Timeout:
        return True
    lock.release()
    return False


def _lock(data_dir: Path, name: str) -> FileLock:
    folder = data_dir / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    return FileLock(folder / f"{name}.lock", timeout=0, thread_local=False)
