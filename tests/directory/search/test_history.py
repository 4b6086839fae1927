"""However an index came about, it answers as one that was written at once."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.search.document import Document
from directory.search.embedded import merging, old
from directory.search.embedded import writing as embedded
from directory.search.port import SearchIndex
from directory.search.postgres import writing as postgres
from directory.search.query import Query
from tests.directory.search.town import CHOIR, DEBT_LINE, GARDEN

IDS = "abcdefgh"
QUESTIONS = (Query(), Query("choir"), Query("gardening tea"), Query("baillifs"), Query("quayside deb"), Query("songs"))

documents = st.builds(
    lambda document, identity, version: replace(document, id=identity, version=version),
    st.sampled_from([CHOIR, GARDEN, DEBT_LINE]),
    st.sampled_from(IDS),
    st.integers(1, 9),
)
steps = st.one_of(st.lists(documents, max_size=5), st.lists(st.sampled_from(IDS), max_size=3).map(tuple))


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few assets are written together, and what was taken out is forgotten soon, so that both happen often."""
    monkeypatch.setattr(embedded, "MOST_GATHERED", 3)
    monkeypatch.setattr(merging, "ALIKE", 2)
    monkeypatch.setattr(merging, "PIECE", 7)
    monkeypatch.setattr(old, "SOME", 2)
    monkeypatch.setattr(postgres, "AT_ONCE", 3)
    monkeypatch.setattr(postgres, "MANY", 3)
    monkeypatch.setattr(postgres, "FEW_DEAD", 4)


@pytest.mark.usefixtures("small_pieces")
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(steps, max_size=8))
def test_any_history_ends_as_if_written_at_once(new_index: Callable[[], SearchIndex], history) -> None:  # type: ignore[no-untyped-def]
    grown, fresh = new_index(), new_index()
    kept: dict[str, Document] = {}
    grown.clear()
    for step in history:
        if isinstance(step, tuple):
            grown.remove(step)
            kept = {identity: document for identity, document in kept.items() if identity not in step}
        else:
            grown.put(step)
            kept |= {document.id: document for document in step}
    fresh.replace(kept.values())
    assert grown.versions() == fresh.versions()
    assert grown.count() == fresh.count() == len(kept)
    for question in QUESTIONS:
        asked, wanted = grown.search(question), fresh.search(question)
        assert (asked.total, asked.facets, asked.corrected) == (wanted.total, wanted.facets, wanted.corrected)


def test_what_was_taken_out_weighs_on_nothing(empty_index: SearchIndex) -> None:
    empty_index.clear()
    empty_index.put([*(replace(CHOIR, id=f"{number:04}") for number in range(7)), DEBT_LINE, GARDEN])
    empty_index.remove([DEBT_LINE.id, GARDEN.id])
    question = Query("gardening tea")
    assert empty_index.search(question).total == 7, "every asset has the first word, and none the second"
    assert empty_index.search(Query("baillifs")).corrected is None, "nobody has what was perhaps meant"
