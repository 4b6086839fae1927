"""The promises of the port, asked of every engine."""

from dataclasses import replace

import pytest

from directory.errors import Invalid
from directory.kinds import Access, Attending, Sector
from directory.search.engines import open_index
from directory.search.port import SearchIndex
from directory.search.query import Hits, Meaning, Query, Sort
from tests.directory.search.town import BOOTLE, CHOIR, GARDEN, TOWN, WALTON


def ids(hits: Hits) -> list[str]:
    return [hit.asset_id for hit in hits.hits]


def test_what_is_put_can_be_found_when_put_returns(empty_index: SearchIndex) -> None:
    assert empty_index.search(Query("choir")).total == 0
    empty_index.put([CHOIR])
    assert ids(empty_index.search(Query("choir"))) == ["choir"]


def test_putting_again_replaces(index: SearchIndex) -> None:
    index.put([replace(CHOIR, name="Walton Brass Band", description="", version=2)])
    assert "choir" not in ids(index.search(Query("singing")))
    assert ids(index.search(Query("brass"))) == ["choir"]
    assert index.versions() == {"choir": 2, "garden": 1, "debt-line": 1}


def test_what_is_removed_is_found_no_more_and_unknown_ids_are_no_fault(index: SearchIndex) -> None:
    index.remove(["choir", "never-heard-of"])
    assert sorted(ids(index.search(Query()))) == ["debt-line", "garden"]
    assert index.search(Query()).facets["need"].get("JOY1") is None


def test_clearing_empties_it_and_leaves_it_whole(index: SearchIndex) -> None:
    index.clear()
    assert index.search(Query()).total == 0
    assert index.is_whole()


def test_an_index_is_whole_only_once_it_was_filled(empty_index: SearchIndex) -> None:
    assert not empty_index.is_whole()
    empty_index.put([CHOIR])
    assert not empty_index.is_whole()
    empty_index.replace(TOWN)
    assert empty_index.is_whole()


def test_replacing_leaves_nothing_of_before(index: SearchIndex) -> None:
    index.replace([GARDEN])
    assert index.versions() == {"garden": 1}


def test_a_replacement_that_fails_changes_nothing(index: SearchIndex) -> None:
    def broken():  # type: ignore[no-untyped-def]
        yield GARDEN
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError):
        index.replace(broken())
    assert len(index.versions()) == 3
    index.put([replace(CHOIR, version=5)])
    assert index.versions()["choir"] == 5


@pytest.mark.parametrize("words", ["gardens", "Gardening", "GARDEN", "gardén"])
def test_inflected_words_are_one(index: SearchIndex, words: str) -> None:
    assert ids(index.search(Query(words))) == ["garden", "choir"]


def test_the_name_counts_more_than_the_description(index: SearchIndex) -> None:
    assert ids(index.search(Query("choir"))) == ["choir", "garden"]


def test_every_word_counts_but_none_is_required(index: SearchIndex) -> None:
    hits = index.search(Query("purple elephant choir"))
    assert ids(hits)[0] == "choir"
    assert hits.hits[0].matched == ("choir",)


def test_an_answer_that_has_only_the_least_telling_word_is_left_out(empty_index: SearchIndex) -> None:
    common = [replace(GARDEN, id=f"g{n}", points=()) for n in range(30)]
    empty_index.put([*common, CHOIR])
    assert ids(empty_index.search(Query("walton singers free"))) == ["choir"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chior", "choir"),
        ("choor", "choir"),
        ("bootel", "bootle"),
        ("quayside debbt", "quayside debt"),
        ("gardin, please", "garden please"),
        ("communitygarden", "community garden"),
        ("baillifs", "bailiffs"),
    ],
)
def test_a_slip_is_mended_and_said(index: SearchIndex, typed: str, meant: str) -> None:
    hits = index.search(Query(typed))
    assert hits.corrected is not None
    assert hits.corrected.replace(",", "") == meant


def test_words_that_find_something_are_never_mended(index: SearchIndex) -> None:
    assert index.search(Query("dig songs")).corrected is None


def test_the_last_word_may_be_unfinished(index: SearchIndex) -> None:
    hits = index.search(Query("debt quaysi"))
    assert ids(hits) == ["debt-line"]
    assert hits.corrected is None


def test_what_was_meant_lifts_but_does_not_narrow(index: SearchIndex) -> None:
    hits = index.search(Query("skint choir", meant=(Meaning("skint", ("MON",)),)))
    assert {"choir", "debt-line"} <= set(ids(hits))


def test_limits_narrow(index: SearchIndex) -> None:
    def found(**limits: object) -> list[str]:
        return sorted(ids(index.search(Query().but(**limits))))

    assert found(needs=("MON",)) == ["debt-line"]
    assert found(needs=("MON1", "JOY1")) == ["choir", "debt-line"]
    assert found(free=True) == ["debt-line", "garden"]
    assert found(attending=(Attending.PHONE, Attending.ONLINE)) == ["debt-line"]
    assert found(days=("TU",)) == ["choir", "garden"]
    assert found(access=(Access.STEP_FREE,)) == ["garden"]
    assert found(access=(Access.STEP_FREE, Access.BSL)) == []
    assert found(languages=("pl",)) == ["debt-line"]
    assert found(sectors=(Sector.COMMUNITY,)) == ["garden"]
    assert found(age=17) == ["debt-line", "garden"]
    assert found(age=70) == ["choir", "garden"]


def test_a_day_and_a_time_hold_of_one_session_together(index: SearchIndex) -> None:
    """The garden is open on Tuesday mornings and Thursday evenings."""
    assert ids(index.search(Query(days=("TU",), times_of_day=("evening",)))) == ["choir"]


def test_what_may_be_open_now_is_left_in(empty_index: SearchIndex) -> None:
    days, parts = ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), ("morning", "afternoon", "evening")
    always = [f"day:{day}" for day in days] + [f"when:{day} {part}" for day in days for part in parts]
    empty_index.replace([replace(CHOIR, id="always", flags=tuple(always)), replace(CHOIR, id="never", flags=())])
    assert ids(empty_index.search(Query("choir", open_now=True))) == ["always"]


def test_only_those_that_are_named_are_answers(index: SearchIndex) -> None:
    assert ids(index.search(Query("garden", among=("choir", "never-heard-of", "\0")))) == ["choir"]
    assert index.search(Query(among=())).total == 0


def test_distance_is_to_the_nearest_venue(index: SearchIndex) -> None:
    hits = index.search(Query(near=BOOTLE, within_miles=1))
    assert ids(hits) == ["garden"]
    assert hits.hits[0].distance_miles == 0


def test_what_has_no_place_is_not_near_but_counted(index: SearchIndex) -> None:
    hits = index.search(Query(near=WALTON, within_miles=5))
    assert sorted(ids(hits)) == ["choir", "garden"]
    assert hits.anywhere == 1
    assert "debt-line" in ids(index.search(Query(near=WALTON)))


def test_nearest_first_and_without_a_place_last(index: SearchIndex) -> None:
    hits = index.search(Query(near=BOOTLE, sort=Sort.NEAREST))
    assert ids(hits) == ["garden", "choir", "debt-line"]
    assert [hit.distance_miles is None for hit in hits.hits] == [False, False, True]


def test_near_comes_before_far_where_the_words_are_the_same(empty_index: SearchIndex) -> None:
    far = replace(GARDEN, id="a-far", points=((53.65, -3.0),))
    empty_index.put([far, replace(GARDEN, id="b-near", points=((53.4515, -2.9933),))])
    assert ids(empty_index.search(Query("garden", near=BOOTLE))) == ["b-near", "a-far"]


def test_closed_for_now_comes_after_open(empty_index: SearchIndex) -> None:
    empty_index.put([replace(CHOIR, id="a", flags=(*CHOIR.flags, "status:paused")), replace(CHOIR, id="b")])
    assert ids(empty_index.search(Query("choir"))) == ["b", "a"]


def test_ties_are_in_the_order_of_their_ids(empty_index: SearchIndex) -> None:
    for identity in ("c", "a", "b"):
        empty_index.put([replace(CHOIR, id=identity)])
    assert ids(empty_index.search(Query("choir"))) == ["a", "b", "c"]


def test_pages_neither_repeat_nor_leave_out(empty_index: SearchIndex) -> None:
    empty_index.put([replace(CHOIR, id=f"{n:02}") for n in range(25)])
    pages = [empty_index.search(Query("choir", limit=10, offset=start)) for start in (0, 10, 20, 30)]
    assert [asset_id for page in pages for asset_id in ids(page)] == [f"{n:02}" for n in range(25)]
    assert {page.total for page in pages} == {25}


CHOICES = {
    "need": lambda value: {"needs": (value,)},
    "free": lambda value: {"free": True},
    "attending": lambda value: {"attending": (Attending(value),)},
    "day": lambda value: {"days": (value,)},
    "time": lambda value: {"times_of_day": (value,)},
    "access": lambda value: {"access": (Access(value),)},
    "language": lambda value: {"languages": (value,)},
    "sector": lambda value: {"sectors": (Sector(value),)},
}


@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query("garden choir"),
        Query(days=("TU",)),
        Query(times_of_day=("evening",)),
        Query(days=("TH",), times_of_day=("evening", "morning")),
        Query(needs=("MON",)),
        Query("tea", near=BOOTLE, within_miles=3, free=True),
        Query(sectors=(Sector.COMMUNITY,), attending=(Attending.IN_PERSON,)),
    ],
)
def test_the_count_beside_a_choice_is_what_it_leads_to(index: SearchIndex, query: Query) -> None:
    for facet, counts in index.search(query).facets.items():
        for value, count in counts.items():
            if choose := CHOICES.get(facet):
                assert index.search(query.but(**choose(value))).total == count > 0, (facet, value)


@pytest.mark.parametrize(
    "words",
    [
        "name:*",
        "choir AND (OR NOT",
        '"unclosed choir',
        "*" * 500,
        "?" * 500,
        "choir~9 ^^ [a TO z] {x}",
        "'; DROP TABLE service; --",
        "🎵🎵🎵",
        "جوقة الغناء",
        "\x00\x1f\ufffe\u202echoir",
        "the and of to a",
        "!!! ??? ...",
        "a" * 1_000_000,
        " ".join(f"word{n}" for n in range(10_000)),
        "choir " * 10_000,
    ],
)
def test_whatever_is_typed_gets_an_answer(index: SearchIndex, words: str) -> None:
    hits = index.search(Query(words, near=WALTON))
    assert hits.total in range(4)
    if "choir" in words:
        assert ids(hits)[0] == "choir"


def test_whatever_an_asset_says_can_be_kept(index: SearchIndex) -> None:
    odd = "\0 \ud800 \u202e {} %s ' \\ \n " + "a" * 60_000 + " ukulele " * 20_000
    flags = ("audience:\0", "language:pl", "audience:" + "".join(map(chr, range(0x4E00, 0x6000))))
    index.put([replace(CHOIR, id="odd", name=odd, description=odd, places=odd, flags=flags)])
    assert ids(index.search(Query("choir", languages=("pl",)))) == []
    assert "odd" in ids(index.search(Query(languages=("pl",))))


@pytest.mark.parametrize("miles", [0, 0.0001, 10_000, -1, float("inf"), float("nan")])
def test_any_radius_gets_an_answer(index: SearchIndex, miles: float) -> None:
    assert index.search(Query(near=WALTON, within_miles=miles)).total in range(3)


def test_signs_of_a_query_language_mean_nothing(index: SearchIndex) -> None:
    assert ids(index.search(Query("-choir"))) == ids(index.search(Query("choir")))
    assert ids(index.search(Query("name:choir"))) == ids(index.search(Query("name choir")))


def test_other_engines_are_refused_in_one_sentence() -> None:
    for url in ("postgresql", "elastic://x", "whoosh://host/x", "nonsense"):
        with pytest.raises(Invalid, match=r"WAYMARK_SEARCH_URL to .*whoosh:///FOLDER\.$"):
            open_index(url)
