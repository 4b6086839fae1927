"""The files of a Whoosh index: what they hold, how they are written by one process and read by many.

A reader takes a copy of the files of one commit into memory and never looks at the disk again. So nothing
that happens to the folder afterwards (a commit, a deletion, a disk that fills up) can hurt a search that is
under way.
"""

import os
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    # Whoosh 2.7.4 is older than this Python and says so at import.
    warnings.simplefilter("ignore")
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.fields import ID, STORED, TEXT, Schema
    from whoosh.filedb.filestore import FileStorage, RamStorage
    from whoosh.index import TOC, FileIndex, LockError
    from whoosh.writing import CLEAR

from directory.errors import Unavailable
from directory.search.document import Document
from directory.search.ranking import FIELDS
from directory.search.words import words_of

NAME = "waymark1"
"""Goes up with every change of what is kept: an index of another make is then not seen, and built anew."""

PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""

SPELLING = "spelling"

Commit = tuple[int, int, int]


def schema() -> Any:
    """Fields hold words that `words_of` has made, parted by spaces: Whoosh's own default does not stem."""
    parted = SpaceSeparatedTokenizer()
    texts = {name: TEXT(analyzer=parted, phrase=False) for name in (*FIELDS, SPELLING)}
    return Schema(id=ID(unique=True, stored=True), facts=STORED, **texts)


def entry(document: Document) -> dict[str, Any]:
    """What is written of a document: stems by field, words for the spelling, facts for the columns."""
    texts = {name: words_of(getattr(document, name)) for name in FIELDS}
    spelt = {word.written for words in texts.values() for word in words}
    spelt |= {word.written for word in words_of(document.everyday)}
    facts = (
        document.version,
        document.flags,
        document.points,
        document.minimum_age,
        document.maximum_age,
        document.assured_on.toordinal() if document.assured_on else None,
        tuple(len(texts[name]) for name in FIELDS),
    )
    stems = {name: " ".join(word.stem for word in words) for name, words in texts.items()}
    return {"id": document.id, "facts": facts, SPELLING: " ".join(sorted(spelt)), **stems}


class Folder:
    """The folder of an index."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._whole = path / f"{NAME}.whole"

    def generation(self) -> int:
        """The number of the newest commit; -1 when there is none, or no folder."""
        try:
            return int(TOC._latest_generation(os.listdir(self.path), NAME))
        except OSError:
            return -1

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

    def read(self, known: dict[str, bytes]) -> tuple[Any, dict[str, bytes]]:
        """A Whoosh reader of the newest commit and the files it reads; `known` files need not be read again.

        The files of a segment never change once they are written, so their names are enough. Raises whatever
        damage makes Whoosh raise; FileNotFoundError when another process has committed meanwhile.
        """
        memory, segments = self._contents()
        stems = tuple(f"{NAME}_{segment.segid}" for segment in segments)
        names = [name for name in os.listdir(self.path) if name.startswith(stems)] if stems else []
        files = {name: known.get(name) or (self.path / name).read_bytes() for name in names}
        memory.files.update(files)
        return FileIndex(memory, indexname=NAME).reader(), files

    def has_kept(self, files: dict[str, bytes]) -> bool:
        """Whether these files are still there, in their full length."""
        try:
            return all(os.stat(self.path / name).st_size == len(content) for name, content in files.items())
        except OSError:
            return False

    @contextmanager
    def writing(self) -> Iterator[Any]:
        """The one writer, committed at the end; waits while another process writes, else raises
        `Unavailable`.
        """
        writer = self._writer()
        try:
            yield writer
        except BaseException:
            writer.cancel()
            raise
        writer.commit()

    def replace(self, fill: Callable[[Any], None]) -> None:
        """Write everything anew; readers keep the old files until, with one rename, the new ones count."""
        try:
            writer = self._writer()
        except Unavailable:
            raise
        except Exception:
            # Its list of contents is damaged: nothing in it can be kept.
            self.discard()
            writer = self._writer()
        try:
            fill(writer)
        except BaseException:
            writer.cancel()
            raise
        writer.commit(mergetype=CLEAR)
        self._whole.touch()

    def discard(self) -> None:
        """Take away the list of contents, so that the next writer begins a new index."""
        self._whole.unlink(missing_ok=True)
        for contents in self.path.glob("_*.toc"):
            contents.unlink(missing_ok=True)

    def _contents(self) -> tuple[Any, Sequence[Any]]:
        """The newest list of contents, in memory: Whoosh leaves a damaged file open."""
        name = TOC._filename(NAME, self.generation())
        memory = RamStorage()
        memory.files = {name: (self.path / name).read_bytes()}
        return memory, FileIndex(memory, indexname=NAME)._read_toc().segments

    def _writer(self) -> Any:
        self.path.mkdir(parents=True, exist_ok=True)
        storage = FileStorage(str(self.path), supports_mmap=False)
        try:
            if self.generation() < 0:
                self._whole.unlink(missing_ok=True)
                FileIndex.create(storage, schema(), NAME)
            self._contents()
            return FileIndex(storage, indexname=NAME).writer(timeout=PATIENCE, delay=0.02, limitmb=64)
        except LockError as error:
            raise Unavailable("The search index is being written by another process; try again in a moment.") from error
