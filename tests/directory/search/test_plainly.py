"""Whatever is in it and however it came there, the index answers as the formula says."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.kinds import Access, Attending, Sector
from directory.place import Place
from directory.search.document import AT_A_SITE, Document, Site
from directory.search.embedded import merging, old, writing
from directory.search.port import SearchIndex
from directory.search.query import Hit, Meaning, Query, Sort
from tests.directory.search.plainly import Plainly
from tests.directory.search.town import BLANK, BOOTLE, WALTON

WORDS = ("choir", "garden", "debt", "tea", "friendly", "group", "bootle", "quayside", "help")
FLAGS = (
    *("need:JOY", "need:JOY1", "need:MON", "need:MON1", "free:yes", "cost:5", "sector:community", "sector:public"),
    *("attending:in_person", "attending:phone", "access:step_free", "language:pl", "audience:carer", "status:paused"),
)

IDS = [f"{letter}{number}" for letter in "abcd" for number in range(6)]
SESSIONS = ("TU morning", "TU evening", "TH evening")


def flagged(flags: list[str], sessions: list[str]) -> tuple[str, ...]:
    """With the days and the times of day of all sessions, as `document_of` has them."""
    days, parts = ({session.split()[at] for session in sessions} for at in (0, 1))
    times = [f"day:{day}" for day in days] + [f"time:{part}" for part in parts]
    return (*flags, *sorted(times), *(f"when:{session}" for session in sessions))


def with_sites(document: Document, sites: list[Site]) -> Document:
    """With several venues, at each of which something else holds; all of it holds of the document."""
    if len(sites) < 2:
        return document
    flags = {flag for site in sites for flag in site.flags} | {
        flag for flag in document.flags if flag.partition(":")[0] not in AT_A_SITE
    }
    points = tuple(site.point for site in sites if site.point)
    return replace(document, flags=tuple(sorted(flags)), points=points, sites=tuple(sites))


texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
points = st.tuples(st.floats(53.3, 53.6), st.floats(-3.1, -2.8))
plain_documents = st.builds(
    replace,
    st.just(BLANK),
    id=st.sampled_from(IDS),
    name=texts,
    description=texts,
    places=texts,
    flags=st.builds(
        flagged,
        st.lists(st.sampled_from(FLAGS), unique=True),
        st.lists(st.sampled_from(SESSIONS), unique=True),
    ),
    points=st.lists(points, max_size=3).map(tuple),
    minimum_age=st.none() | st.integers(0, 70),
    maximum_age=st.none() | st.integers(10, 99),
    assured_on=st.none() | st.dates(date(2020, 1, 1), date(2026, 1, 1)),
    price=st.none() | st.sampled_from([0.0, 2.5, 5.0, 7.0]),
)
sites = st.builds(
    Site,
    st.none() | points,
    st.builds(
        flagged,
        st.lists(st.sampled_from(["access:step_free", "access:toilet"]), unique=True),
        st.lists(st.sampled_from(SESSIONS), unique=True),
    ),
)
documents = st.builds(with_sites, plain_documents, st.lists(sites, max_size=3))
queries = st.builds(
    Query,
    words=texts,
    meant=st.lists(
        st.sampled_from([Meaning("debt", ("MON",)), Meaning("choir tea", ("JOY1", "MON1"))]), unique=True
    ).map(tuple),
    phrases=st.lists(st.sampled_from(["choir group", "garden tea bootle", "debt"]), max_size=1).map(tuple),
    without=st.lists(st.sampled_from(["tea", "friendly group"]), max_size=1).map(tuple),
    lifting=st.sampled_from(["", "bootle"]),
    near=st.none() | st.sampled_from([WALTON, BOOTLE, Place(51.5, -0.1, "far")]),
    within_miles=st.none() | st.floats(0, 20),
    needs=st.lists(st.sampled_from(["JOY", "MON1"]), max_size=2).map(tuple),
    free=st.sampled_from([False, False, True]),
    max_cost=st.none() | st.sampled_from([0.0, 5.0]),
    attending=st.lists(st.sampled_from([Attending.PHONE, Attending.IN_PERSON]), max_size=1).map(tuple),
    days=st.lists(st.sampled_from(["TU", "TH"]), max_size=2, unique=True).map(tuple),
    times_of_day=st.lists(st.sampled_from(["morning", "evening"]), max_size=2, unique=True).map(tuple),
    access=st.lists(st.just(Access.STEP_FREE), max_size=1).map(tuple),
    sectors=st.lists(st.just(Sector.COMMUNITY), max_size=1).map(tuple),
    age=st.none() | st.integers(5, 80),
    among=st.none() | st.none() | st.lists(st.sampled_from(IDS), max_size=15).map(tuple),
    sort=st.sampled_from([Sort.BEST, Sort.NEAREST]),
    limit=st.just(100),
)


@pytest.fixture
def small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_GATHERED", 4)
    monkeypatch.setattr(merging, "ALIKE", 3)
    monkeypatch.setattr(merging, "PIECE", 5)
    monkeypatch.setattr(old, "SOME", 3)


@pytest.mark.usefixtures("small_segments")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(documents, max_size=30), st.lists(queries, min_size=1, max_size=6))
def test_it_answers_as_the_formula_says(
    new_index: Callable[[], SearchIndex], put: Sequence[Document], asked: Sequence[Query]
) -> None:
    grown, fresh = new_index(), new_index()
    grown.clear()
    for start in range(0, len(put), 5):
        grown.put(put[start : start + 5])
    kept = {document.id: document for document in put}
    fresh.replace(put)
    plainly = Plainly(list(kept.values()))
    for query in asked:
        wanted = plainly.scores(query)
        hits = fresh.search(query)
        assert {hit.asset_id: pytest.approx(hit.score, abs=2e-3) for hit in hits.hits} == wanted
        assert hits.total == len(wanted)
        assert hits.facets == plainly.facets(query)
        assert list(hits.hits) == sorted(hits.hits, key=lambda hit: in_order(hit, query))
        assert fresh.search(query.but(counting=False)) == replace(hits, facets={})
        if not query.words and not query.meant:
            # How rare a word is counts what was taken out until its segment is written again.
            later = grown.search(query)
            assert (later.total, later.facets, later.hits) == (hits.total, hits.facets, hits.hits)


def in_order(hit: Hit, query: Query) -> tuple[bool, float, float, str]:
    """Those without a place last where distance decides; ties by their ids."""
    far = hit.distance_miles if query.sort is Sort.NEAREST and query.near else 0.0
    return (far is None, far or 0.0, -hit.score, hit.asset_id)


@pytest.mark.parametrize("seed", range(3))
def test_rare_and_common_words_together(empty_index: SearchIndex, seed: int) -> None:
    """Common words are only looked up for assets that have a rare one: that may change no answer."""
    chance = Random(seed)
    words = [f"w{letter}{other}" for letter in "abcdefg" for other in "aeiou"]
    often = [1 / (place + 1) for place in range(len(words))]
    many = [
        replace(BLANK, id=f"{number:03}", name=" ".join(chance.choices(words, often, k=2)), description=" ".join(said))
        for number in range(400)
        if (said := chance.choices(words, often, k=chance.randrange(8))) is not None
    ]
    index, plainly = empty_index, Plainly(many)
    index.replace(many)
    for _ in range(40):
        query = Query(" ".join(chance.sample(words, chance.randint(1, 5))), limit=500)
        found = {hit.asset_id: hit.score for hit in index.search(query).hits}
        assert {one: pytest.approx(score, abs=2e-3) for one, score in found.items()} == plainly.scores(query)
