"""What the embedded index is made of: segments that are merged, and no more of them than there must be."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from directory.search.document import Document
from directory.search.embedded import merging, writing
from directory.search.embedded.engine import EmbeddedIndex
from directory.search.embedded.folder import Folder
from tests.directory.search.town import CHOIR, GARDEN


def segments(folder: Path) -> list[int]:
    """The assets in each segment."""
    return sorted(segment.doc_count() for segment in Folder(folder).segments())


def numbered(count: int) -> Iterator[Document]:
    return (replace(CHOIR, id=f"{number:04}") for number in range(count))


def test_many_small_commits_make_few_segments(tmp_path: Path) -> None:
    index = EmbeddedIndex(tmp_path)
    index.clear()
    for document in numbered(80):
        index.put([document])
    assert len(segments(tmp_path)) < 2 * merging.ALIKE
    assert sum(segments(tmp_path)) == 80


def test_what_is_written_anew_becomes_one_segment_that_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_GATHERED", 10)
    index = EmbeddedIndex(tmp_path)
    index.replace(numbered(95))
    assert segments(tmp_path) == [95]
    index.put([replace(GARDEN, id="later")])
    assert segments(tmp_path) == [1, 95]


def test_a_segment_of_which_much_was_taken_out_is_written_again(tmp_path: Path) -> None:
    index = EmbeddedIndex(tmp_path)
    index.replace(numbered(40))
    index.remove([f"{number:04}" for number in range(9)])
    assert [segment.doc_count_all() for segment in Folder(tmp_path).segments()] == [40]
    index.remove([f"{number:04}" for number in range(9, 20)])
    assert [segment.doc_count_all() for segment in Folder(tmp_path).segments()] == [20]
    assert len(index.versions()) == 20


def test_the_last_of_two_with_one_id_counts(tmp_path: Path) -> None:
    index = EmbeddedIndex(tmp_path)
    index.replace([CHOIR, GARDEN, replace(CHOIR, version=2)])
    assert index.versions() == {"garden": 1, "choir": 2}


def test_a_process_that_only_writes_does_not_read_the_index(tmp_path: Path) -> None:
    EmbeddedIndex(tmp_path).replace(numbered(10))
    index = EmbeddedIndex(tmp_path)
    index.put([GARDEN])
    index.remove(["0001"])
    assert index.is_whole()
    assert index._snapshot is None
    assert len(index.versions()) == 10


def test_nothing_of_a_writing_that_failed_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_GATHERED", 5)
    index = EmbeddedIndex(tmp_path)
    index.replace([CHOIR])
    before = sorted(tmp_path.iterdir())

    def broken() -> Iterator[Document]:
        yield from numbered(20)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        index.replace(broken())
    assert sorted(tmp_path.iterdir()) == before
