"""The segments of an index: each holds some assets, is written once, and never changed.

A segment is three files. `.seg` is Whoosh's own: its terms with their postings. A posting of Whoosh is one stem in
this whole segment; all assets that have it are in its value, as an array, so that neither writing nor asking
takes a step for each of them. `.facts` are the columns and the words as they are spelt. `.texts` is what merging
needs: a search never reads it.
"""

import hashlib
import io
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

with warnings.catch_warnings():
    # Whoosh 2.7.4 is older than this Python and says so at import.
    warnings.simplefilter("ignore")
    from whoosh.codec.whoosh3 import W3Codec
    from whoosh.fields import FieldType, Schema
    from whoosh.formats import Format
    from whoosh.reading import TermNotFound

from directory.search.columns import Bools, Columns, chosen_of, from_arrays, to_arrays
from directory.search.everyday import Everyday
from directory.search.ragged import Ragged
from directory.search.texts import POSTING, Texts

WORDS = "words"
FACTS, TEXTS, TERMS = ".facts", ".texts", ".seg"
KEY = 16
"""Bytes of the digest by which an asset's id is looked for."""


class Block(Format):  # type: ignore[misc]  # Whoosh has no types
    """How Whoosh keeps the value of a posting: as it comes."""


class BlockField(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field whose postings come ready made."""

    indexed, scorable = True, False

    def __init__(self) -> None:
        self.format = Block()


def schema() -> Any:
    """One field, which holds the stems of all texts."""
    return Schema(**{WORDS: BlockField()})


@dataclass(frozen=True)
class Content:
    """Some assets: what they say and their facts."""

    texts: Texts
    columns: Columns

    def of(self, chosen: Bools) -> "Content":
        """The chosen assets alone."""
        return Content(self.texts.of(chosen), chosen_of(self.columns, chosen))


@dataclass(frozen=True)
class Part:
    """A segment in memory, as a search asks it."""

    columns: Columns
    spelling: Counter[str]
    _terms: Any

    def postings(self, stem: str) -> NDArray[np.void]:
        """The postings of a stem: the number of the asset, of the field, and how often it is there."""
        try:
            matcher = self._terms.matcher(WORDS, stem.encode(), Block())
        except TermNotFound:
            return np.zeros(0, POSTING)
        return np.frombuffer(matcher.value(), POSTING)


def write_segment(storage: Any, name: str, content: Content) -> Any:
    """Write a segment that is no part of the index yet. `files` of what this gives are the sizes of its files."""
    # A posting is an array already: compressing thousands of small ones costs more time and memory than it spares.
    codec = W3Codec(compression=0)
    segment = codec.new_segment(storage, name)
    segment.set_doc_count(content.columns.count)
    terms = codec.field_writer(storage, segment)
    terms.add_postings(schema(), None, _terms(content.texts))
    terms.close()
    segment.create_compound_file(storage)
    _write(storage, segment, FACTS, to_arrays(content.columns) | _spelling(content.texts))
    _write(storage, segment, TEXTS, _kept(content))
    segment.files = {name: storage.file_length(name) for name in segment.list_files(storage)}
    return segment


def read_part(memory: Any, segment: Any) -> Part:
    """The segment, whose files are in `memory`. Raises whatever damage makes Whoosh raise."""
    files = segment.open_compound_file(memory)
    terms = segment.codec().terms_reader(files, segment)
    with _opened(io.BytesIO(memory.files[segment.make_filename(FACTS)])) as kept:
        spelling = zip(_words(kept), kept["occurrences"].tolist(), strict=True)
        return Part(from_arrays(kept), Counter({word: count for word, count in spelling if count}), terms)


def read_content(folder: Path, segment: Any) -> Content:
    """What is left of the segment: without the assets that were taken out, of which some must be left."""
    with _opened(folder / segment.make_filename(FACTS)) as kept:
        columns, words = from_arrays(kept), _words(kept)
    with _opened(folder / segment.make_filename(TEXTS)) as kept:
        whole = {name: kept[name].astype(np.int64) for name in kept if name != "keys"}
    texts, meant, sets = (Ragged(whole[name], whole[f"{name}_lengths"]) for name in ("texts", "everyday", "sets"))
    content = Content(Texts(words, texts, Everyday(meant, sets, whole["spoken"])), columns)
    return content.of(live(segment)) if segment.has_deletions() else content


def live(segment: Any) -> Bools:
    """Which of its assets were not taken out."""
    left = np.ones(segment.doc_count_all(), bool)
    left[list(segment.deleted_docs())] = False
    return left


def take_out(folder: Path, segment: Any, keys: NDArray[np.bytes_]) -> bool:
    """Take the assets with these (sorted) keys out of the segment; whether it had any."""
    with _opened(folder / segment.make_filename(TEXTS)) as kept:
        held = kept["keys"]
    places = np.minimum(np.searchsorted(keys, held), len(keys) - 1)
    before = segment.deleted_count()
    for asset in np.flatnonzero(keys[places] == held).tolist():
        segment.delete_document(asset)
    return bool(segment.deleted_count() > before)


def keys_of(ids: Iterable[bytes]) -> NDArray[np.bytes_]:
    """What the assets of these ids (in UTF-8) are looked for by."""
    return np.array([hashlib.blake2b(identity, digest_size=KEY).digest() for identity in ids], f"S{KEY}")


def _terms(texts: Texts) -> Iterator[tuple[str, bytes, int, float, bytes]]:
    for stem, postings in texts.postings():
        yield WORDS, stem.encode(), 0, float(len(postings)), postings.tobytes()


def _spelling(texts: Texts) -> dict[str, NDArray[Any]]:
    blob = np.frombuffer(" ".join(texts.words).encode(), np.uint8)
    return {"words": blob, "occurrences": texts.occurrences().astype(np.uint32)}


def _words(kept: Mapping[str, NDArray[Any]]) -> tuple[str, ...]:
    return tuple(kept["words"].tobytes().decode().split())


def _kept(content: Content) -> dict[str, NDArray[Any]]:
    texts, everyday = content.texts.texts, content.texts.everyday
    lists = {"texts": texts, "everyday": everyday.texts, "sets": everyday.sets}
    values = {name: ragged.values.astype(np.uint32) for name, ragged in lists.items()}
    lengths = {f"{name}_lengths": ragged.lengths.astype(np.uint32) for name, ragged in lists.items()}
    keys = keys_of(content.columns.ids.encoded.tolist())
    return {"keys": keys, "spoken": everyday.spoken.astype(np.uint32), **values, **lengths}


def _write(storage: Any, segment: Any, ending: str, arrays: Mapping[str, NDArray[Any]]) -> None:
    file = segment.create_file(storage, ending)
    memory = io.BytesIO()
    np.savez(memory, allow_pickle=False, **arrays)
    file.write(memory.getbuffer())
    file.close()


def _opened(file: Any) -> Any:
    return np.load(file, allow_pickle=False)
