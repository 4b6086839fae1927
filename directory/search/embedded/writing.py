"""One writing of an index: what is put and taken out, until it is committed or cancelled."""

import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

with warnings.catch_warnings():
    # Whoosh 2.7.4 is older than this Python and says so at import.
    warnings.simplefilter("ignore")
    from whoosh.codec.whoosh3 import W3Codec
    from whoosh.fields import Schema
    from whoosh.index import TOC, clean_files

from directory.search.document import Document
from directory.search.embedded.arrays import ArrayFile, write_arrays
from directory.search.embedded.building import arrays_of
from directory.search.embedded.gathering import Gathering
from directory.search.embedded.merging import merge, worth_merging
from directory.search.embedded.old import Old
from directory.search.embedded.part import Part

ARRAYS = ".arrays"

MOST_GATHERED = 10_000
"""Documents that are in memory before they are written; a merge is not."""


class Writing:
    """`segments` are those that are kept; nobody sees any change before `commit`. What is written `anew` becomes one."""

    def __init__(self, storage: Any, name: str, generation: int, segments: Sequence[Any], *, anew: bool) -> None:
        self._storage, self._name, self._generation = storage, name, generation
        self._folder = Path(storage.folder)
        self._segments = list(segments)
        self._new: list[Any] = []
        self._anew, self._changed = anew, not self._segments
        self._gathering = Gathering()

    def put(self, documents: Iterable[Document]) -> None:
        """Add these, in place of those with the same ids."""
        for document in documents:
            self._gathering.add(document)
            if len(self._gathering) >= MOST_GATHERED:
                self._finish()

    def remove(self, asset_ids: Iterable[str]) -> None:
        """Take these out."""
        self._finish()
        self._take_out([asset_id.encode() for asset_id in asset_ids])

    def commit(self) -> None:
        """From now on, at once, this is what the index is. Nothing is written when nothing changed."""
        self._finish()
        if not self._changed:
            return
        if self._anew and len(self._segments) > 1:
            self._merge(self._segments)
        while groups := worth_merging(self._segments):
            for group in groups:
                self._merge(group)
        TOC(Schema(), self._segments, self._generation).write(self._storage, self._name)
        clean_files(self._storage, self._name, self._generation, self._segments)

    def cancel(self) -> None:
        """Leave everything as it was."""
        for segment in self._new:
            for file in segment.list_files(self._storage):
                self._storage.delete_file(file)

    def _finish(self) -> None:
        """Write what was gathered as a segment."""
        if not len(self._gathering):
            return
        arrays, notes = arrays_of(self._gathering)
        self._gathering = Gathering()
        self._take_out(arrays["id"].tolist())

        def write(file: BinaryIO) -> int:
            write_arrays(file, arrays, notes)
            return int(notes["count"])

        self._write(write)

    def _take_out(self, ids: Sequence[bytes]) -> None:
        for segment in self._segments if len(ids) else ():
            before = segment.deleted_count()
            for asset in Part(self._opened(segment)).places_of(ids).tolist():
                segment.delete_document(asset)
            self._changed |= segment.deleted_count() > before
        self._segments = [segment for segment in self._segments if segment.doc_count()]

    def _merge(self, group: Sequence[Any]) -> None:
        self._segments = [segment for segment in self._segments if segment not in group]
        old = [Old(self._opened(segment), sorted(segment.deleted_docs())) for segment in group]
        self._write(lambda file: merge(old, file))

    def _write(self, write: Callable[[BinaryIO], int]) -> None:
        self._changed = True
        segment = W3Codec().new_segment(self._storage, self._name)
        self._new.append(segment)
        with self._path(segment).open("wb") as file:
            segment.set_doc_count(write(file))
        segment.files = {self._path(segment).name: self._path(segment).stat().st_size}
        self._segments.append(segment)

    def _opened(self, segment: Any) -> ArrayFile:
        return ArrayFile(self._path(segment))

    def _path(self, segment: Any) -> Path:
        return self._folder / str(segment.make_filename(ARRAYS))
