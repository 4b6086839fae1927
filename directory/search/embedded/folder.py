"""The folder of an index: its commits, each whole or not at all, written by one process and read by many.

Whoosh keeps the list of contents, its segments with what was taken out of each, and the lock. A segment is one file.
"""

import os
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    # Whoosh 2.7.4 is older than this Python and says so at import.
    warnings.simplefilter("ignore")
    from whoosh.filedb.filestore import FileStorage, RamStorage
    from whoosh.index import TOC
    from whoosh.util.filelock import try_for

from directory.errors import Unavailable
from directory.search.embedded.writing import ARRAYS, Writing

FAMILY = "waymark"
NAME = f"{FAMILY}4"
"""Goes up with every change of what is kept: an index of another make is then not seen, and built anew."""

PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""

Commit = tuple[int, int, int]
Sizes = Mapping[str, int]


class Folder:
    """The folder of an index."""

    def __init__(self, path: Path) -> None:
        self.path, self._name = path, str(path)
        self._whole = path / f"{NAME}.whole"
        self._known: tuple[Commit | None, Sizes] = (None, {})

    def generation(self) -> int:
        """The number of the newest commit; -1 when there is none, or no folder."""
        try:
            return int(TOC._latest_generation(os.listdir(self.path), NAME))
        except OSError:
            return -1

    def stamp(self) -> tuple[int, int]:
        """Changes with every file that comes or goes: one look at the folder, and none at what is in it."""
        try:
            found = os.stat(self._name)
        except OSError:
            return (0, 0)
        return (found.st_mtime_ns, found.st_ino)

    def commit(self) -> Commit | None:
        """What tells the newest commit from every other; numbers alone begin again in a new folder."""
        generation = self.generation()
        try:
            contents = os.stat(self.path / TOC._filename(NAME, generation))
        except OSError:
            return None
        return (generation, contents.st_mtime_ns, contents.st_ino)

    def is_whole(self) -> bool:
        """Whether it was once filled with everything, and not thrown away since."""
        return self._whole.exists() and self.generation() >= 0

    def is_sound(self) -> bool:
        """Whether the list of contents can be read and every file in it is there. Nothing else is read."""
        commit = self.commit()
        try:
            if commit is None or self._known[0] != commit:
                self._known = (commit, files_of(self.segments()) if commit else {})
        except Exception:
            # Whoosh meets damage as any kind of error.
            return False
        return not self.missing(self._known[1])

    def segments(self) -> list[Any]:
        """The segments of the newest commit; none when there is none. Raises whatever damage makes Whoosh raise."""
        if (generation := self.generation()) < 0:
            return []
        # From memory: Whoosh leaves a damaged file open.
        name, memory = TOC._filename(NAME, generation), RamStorage()
        memory.files = {name: (self.path / name).read_bytes()}
        return list(TOC.read(memory, NAME).segments)

    def file_of(self, segment: Any) -> Path:
        """Where the arrays of a segment are."""
        return self.path / str(segment.make_filename(ARRAYS))

    def missing(self, files: Sizes) -> list[str]:
        """Those of these files that are gone or of another length."""
        return [name for name, size in files.items() if self._size(name) != size]

    def cut(self, files: Sizes) -> list[str]:
        """Those of these files that are there and shorter: nothing that was mapped of them may be looked at."""
        return [name for name, size in files.items() if -1 < self._size(name) < size]

    def _forget_other_makes(self) -> None:
        """What an older version of Waymark left here is read by nobody any more."""
        for file in self.path.iterdir():
            make = file.name.lstrip("_")
            if make.startswith(FAMILY) and not make.startswith(NAME):
                file.unlink(missing_ok=True)

    def _size(self, name: str) -> int:
        try:
            return os.stat(f"{self._name}/{name}").st_size
        except OSError:
            return -1

    @contextmanager
    def writing(self, *, anew: bool = False) -> Iterator[Writing]:
        """The one writing, committed at the end; waits while another process writes, else raises `Unavailable`.

        `anew` begins with nothing: readers keep what there was until, with one rename, the new counts.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        storage = FileStorage(str(self.path), supports_mmap=False)
        lock = storage.lock(f"{NAME}_WRITELOCK")
        if not try_for(lock.acquire, timeout=PATIENCE, delay=0.02):
            raise Unavailable("The search index is being written by another process; try again in a moment.")
        try:
            if self.generation() < 0:
                self._whole.unlink(missing_ok=True)
            writing = Writing(storage, NAME, self.generation() + 1, [] if anew else self.segments(), anew=anew)
            try:
                yield writing
                writing.commit()
            except BaseException:
                writing.cancel()
                raise
            if anew:
                self._whole.touch()
                self._forget_other_makes()
        finally:
            lock.release()


def files_of(segments: list[Any]) -> Sizes:
    """The files of these segments, with their sizes."""
    return {name: size for segment in segments for name, size in segment.files.items()}
