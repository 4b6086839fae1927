"""One writing of an index: what is put and taken out, until it is committed or cancelled."""

import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

with warnings.catch_warnings():
    # Whoosh 2.7.4 is older than this Python and says so at import.
    warnings.simplefilter("ignore")
    from whoosh.index import TOC, clean_files

from directory.search.columns import joined
from directory.search.document import Document
from directory.search.gathering import Gathering
from directory.search.merging import LARGEST, worth_merging
from directory.search.segments import Content, keys_of, read_content, schema, take_out, write_segment
from directory.search.texts import together


class Writing:
    """`segments` are those that are kept; nobody sees any change before `commit`."""

    def __init__(self, storage: Any, name: str, generation: int, segments: Sequence[Any]) -> None:
        self._storage, self._name, self._generation = storage, name, generation
        self._folder = Path(storage.folder)
        self._segments = list(segments)
        self._new: list[Any] = []
        self._changed = not self._segments
        self._gathering = Gathering()

    def put(self, documents: Iterable[Document]) -> None:
        """Add these, in place of those with the same ids."""
        for document in documents:
            self._gathering.add(document)
            if len(self._gathering) >= LARGEST:
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
        for group in worth_merging(self._segments):
            self._merge(group)
        TOC(schema(), self._segments, self._generation).write(self._storage, self._name)
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
        texts = self._gathering.texts()
        content = _last_of_each(Content(texts, self._gathering.columns(texts)))
        self._gathering = Gathering()
        self._take_out(content.columns.ids.encoded.tolist())
        self._write(content)

    def _take_out(self, ids: Sequence[bytes]) -> None:
        keys = np.sort(keys_of(ids))
        for segment in self._segments if len(keys) else ():
            self._changed |= take_out(self._folder, segment, keys)
        self._segments = [segment for segment in self._segments if segment.doc_count()]

    def _merge(self, group: Sequence[Any]) -> None:
        self._segments = [segment for segment in self._segments if segment not in group]
        self._write(_merged([read_content(self._folder, segment) for segment in group]))

    def _write(self, content: Content) -> None:
        self._changed = True
        segment = write_segment(self._storage, self._name, content)
        self._new.append(segment)
        self._segments.append(segment)


def _merged(contents: Sequence[Content]) -> Content:
    columns = [content.columns for content in contents]
    live = np.concatenate([part.live for part in columns])
    return Content(together([content.texts for content in contents]), joined(columns, live))


def _last_of_each(content: Content) -> Content:
    """Without those that were put again later under the same id."""
    ids = content.columns.ids.encoded
    _, backwards = np.unique(ids[::-1], return_index=True)
    if len(backwards) == len(ids):
        return content
    chosen = np.zeros(len(ids), bool)
    chosen[len(ids) - 1 - backwards] = True
    return content.of(chosen)
