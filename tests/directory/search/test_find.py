"""Finding things in Harbourside: every answer says why it is there, and nobody meets a dead end."""

from datetime import datetime

import pytest
import time_machine

from directory.assets import get_asset
from directory.catalogue import Catalogue
from directory.clock import LONDON
from directory.errors import NotFound
from directory.kinds import Access, Attending, Gender
from directory.search.find import find_assets
from directory.search.indexing import rebuild
from directory.search.port import SearchIndex
from directory.search.query import Query, Results, Sort
from directory.search.suggestions import suggest
from tests.directory.search.town import BOOTLE, WALTON

pytestmark = pytest.mark.usefixtures("harbourside")


@pytest.fixture
def catalogue(catalogue: Catalogue, empty_index: SearchIndex) -> Catalogue:
    """The town's, with the index of one engine after the other."""
    catalogue.index = empty_index
    rebuild(catalogue.database, catalogue.index)
    return catalogue


def ask(catalogue: Catalogue, words: str = "", **limits: object) -> Results:
    with catalogue.reading() as session:
        return find_assets(session, catalogue.index, Query(words).but(**limits))


def names(results: Results) -> list[str]:
    return [found.asset.name for found in results.found]


def reasons(results: Results, name: str) -> tuple[str, ...]:
    return next(found.why for found in results.found if found.asset.name == name)


def test_maureen_looks_for_a_choir_near_her(catalogue: Catalogue) -> None:
    results = ask(catalogue, "choir", near=BOOTLE)
    assert names(results)[0] == "Walton Waterfront Choir"
    why = reasons(results, "Walton Waterfront Choir")
    assert why[0] == "“choir” is in its name"
    assert "1.6 miles away" in [reason.replace("\u00a0", " ") for reason in why]


def test_everyday_words_are_understood(catalogue: Catalogue) -> None:
    results = ask(catalogue, "skint")
    assert "Quayside Debt Advice" in names(results)
    assert "Helps with: Debt and letters I'm scared to open" in reasons(results, "Quayside Debt Advice")


def test_misspelt_everyday_words_are_understood_too(catalogue: Catalogue) -> None:
    results = ask(catalogue, "baliffs")
    assert results.corrected == "bailiffs"
    assert names(results)[0] == "Quayside Debt Advice"


def test_tommy_cannot_spell_bootle(catalogue: Catalogue) -> None:
    results = ask(catalogue, "mens shed bootel")
    assert names(results)[0] == "Bootle Men's Shed"
    assert results.corrected == "mens shed bootle"


def test_a_whole_sentence_works(catalogue: Catalogue) -> None:
    results = ask(catalogue, "I cant pay my rent and the landlord wont fix the damp, where can I go?")
    assert names(results)[0] == "Tenants' Advice Desk"


def test_every_answer_has_a_reason(catalogue: Catalogue) -> None:
    for words in ("", "advice", "tea", "zzzz"):
        assert all(found.why for found in ask(catalogue, words, limit=100).found)


def test_what_was_asked_for_is_said(catalogue: Catalogue) -> None:
    results = ask(catalogue, days=("TU",), times_of_day=("evening",))
    assert "On Tuesday evenings" in reasons(results, "Walton Waterfront Choir")
    results = ask(catalogue, attending=(Attending.ONLINE,), free=True)
    assert {"Online", "Free"} <= set(reasons(results, "Calm Evenings Online"))
    results = ask(catalogue, access=(Access.STEP_FREE,), gender=Gender.WOMEN)
    assert {"Step-free access", "Women only"} <= set(reasons(results, "Harbour Women's Circle"))


def test_the_nearest_venue_counts(catalogue: Catalogue) -> None:
    """The advice desk sits in the library and in Walton."""
    results = ask(catalogue, near=WALTON, sort=Sort.NEAREST)
    near = {found.asset.name: found.distance_miles for found in results.found}
    assert near["Tenants' Advice Desk"] == 0


def test_what_comes_next_comes_first(catalogue: Catalogue) -> None:
    """On a Tuesday at noon the pantry is open, the desk opens at one, the choir sings at seven."""
    with time_machine.travel(datetime(2026, 11, 24, 12, tzinfo=LONDON), tick=False):
        results = ask(catalogue, sort=Sort.NEXT, limit=3)
    assert [name for name in names(results) if name != "Bootle Job Club"][:2] == [
        "Walton Food Pantry",
        "Tenants' Advice Desk",
    ]


def test_nothing_near_looks_farther_and_says_so(catalogue: Catalogue) -> None:
    results = ask(catalogue, "shed", near=WALTON, within_miles=1)
    assert names(results) == ["Bootle Men's Shed"]
    assert results.relaxed == "Nothing within 1 mile, so we looked within 3 miles."


def test_nothing_on_that_day_looks_at_other_days(catalogue: Catalogue) -> None:
    results = ask(catalogue, "choir", near=WALTON, within_miles=1, days=("SU",))
    assert names(results) == ["Walton Waterfront Choir"]
    assert results.relaxed == "Nothing on Sundays, so we looked at other days."


def test_access_is_let_go_last_and_plainly(catalogue: Catalogue) -> None:
    results = ask(catalogue, "choir", free=True, access=(Access.STEP_FREE,))
    assert results.relaxed is not None
    assert "step-free access" in results.relaxed or names(results) != ["Walton Waterfront Choir"]
    alone = ask(catalogue, access=(Access.CHANGING_PLACES,))
    assert alone.relaxed == (
        "Nothing that we know of has Changing Places toilet. These may not have it: ask before you go."
    )


def test_a_need_that_nobody_serves_widens_to_its_domain(catalogue: Catalogue) -> None:
    results = ask(catalogue, needs=("MON4",))
    assert results.relaxed == "Nothing for “Emergency money now”, so we looked at all of “Money and bills”."
    assert names(results) == ["Quayside Debt Advice"]


def test_several_limits_are_let_go_together_when_one_is_not_enough(catalogue: Catalogue) -> None:
    results = ask(catalogue, "choir", needs=("MON4",), days=("SU",), free=True, near=WALTON, within_miles=1)
    assert results.total
    assert results.relaxed is not None
    assert results.relaxed.startswith("Nothing fits everything you asked for, so we left out the distance")


def test_words_that_nobody_has_show_the_rest(catalogue: Catalogue) -> None:
    results = ask(catalogue, "qqqqzzzz")
    assert results.total
    assert results.relaxed is not None
    assert results.relaxed.startswith("Nothing matches “qqqqzzzz”.")


def test_age_is_never_let_go(catalogue: Catalogue) -> None:
    results = ask(catalogue, "telephone friends", age=20)
    assert "Telephone Friends" not in names(results)


def test_a_file_of_questions_is_not_relaxed(catalogue: Catalogue) -> None:
    with catalogue.reading() as session:
        results = find_assets(session, catalogue.index, Query("qqqqzzzz"), relax=False)
    assert (results.total, results.relaxed) == (0, None)


def test_what_has_no_place_is_counted_beside_the_near_ones(catalogue: Catalogue) -> None:
    results = ask(catalogue, near=WALTON, within_miles=0.5)
    assert results.anywhere
    assert "Telephone Friends" not in names(results)


@pytest.mark.parametrize("words", ["hidden", "99 secret street", "L23 5SA", "crosby"])
def test_a_refuge_is_not_found_by_where_it_is(catalogue: Catalogue, words: str) -> None:
    with catalogue.reading() as session:
        results = find_assets(session, catalogue.index, Query(words), relax=False)
    assert "Safe Harbour Refuge" not in names(results)


def test_a_refuge_is_never_near(catalogue: Catalogue) -> None:
    from directory.place import Place

    door = Place(53.4870, -3.0350, "outside the refuge")
    results = ask(catalogue, near=door, sort=Sort.NEAREST, limit=100)
    assert next(found for found in results.found if "Refuge" in found.asset.name).distance_miles is None


def test_withdrawn_ones_are_not_found(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    assert "Old Harbour Lunch Club" not in names(ask(catalogue, "lunch club", limit=100))
    with catalogue.reading() as session, pytest.raises(NotFound):
        get_asset(session, harbourside["closed"])


def suggested(catalogue: Catalogue, prefix: str, limit: int = 8) -> list[tuple[str, str]]:
    with catalogue.reading() as session:
        return [(each.kind, each.text) for each in suggest(session, catalogue.index, prefix, limit)]


def test_typing_suggests_needs_places_and_names(catalogue: Catalogue) -> None:
    assert ("need", "Debt and letters I'm scared to open") in suggested(catalogue, "deb")
    assert ("need", "Debt and letters I'm scared to open") in suggested(catalogue, "bailif")
    assert ("place", "Bootle") in suggested(catalogue, "boo")
    assert ("name", "Walton Waterfront Choir") in suggested(catalogue, "choi")
    assert ("name", "Dockside Makers") in suggested(catalogue, "  Dockside  ma")


def test_typing_suggests_nothing_hidden(catalogue: Catalogue) -> None:
    assert suggested(catalogue, "crosb") == []
    assert suggested(catalogue, "hidden") == []
    assert ("name", "Old Harbour Lunch Club") not in suggested(catalogue, "old har")
    assert ("name", "Harbour Elders") not in suggested(catalogue, "harbour el")


@pytest.mark.parametrize("prefix", ["", "b", "%", "_%", "\\", "🎵🎵", "'; --", "x" * 10_000])
def test_anything_typed_is_only_text(catalogue: Catalogue, prefix: str) -> None:
    assert suggested(catalogue, prefix) == []


def test_suggestions_are_as_few_as_asked_for(catalogue: Catalogue) -> None:
    assert len(suggested(catalogue, "ha", limit=2)) == 2


def typed(catalogue: Catalogue, words: str, **limits: object) -> Results:
    """As a person types it: a place in the words is found."""
    with catalogue.reading() as session:
        find_place = catalogue.gazetteer.find_place
        return find_assets(session, catalogue.index, Query(words).but(**limits), find_place=find_place)


def test_where_and_when_are_read_from_the_question(catalogue: Catalogue) -> None:
    results = typed(catalogue, "choir tuesday evening in Bootle")
    assert names(results) == ["Walton Waterfront Choir"]
    assert results.near
    assert results.near.label == "Bootle"
    assert [one.kind for one in results.understood.said] == ["when", "place"]
    assert results.found[0].distance_miles == pytest.approx(1.2, abs=0.6)


def test_a_place_that_is_misspelt_is_a_place(catalogue: Catalogue) -> None:
    results = typed(catalogue, "mens shed bootel")
    assert results.near
    assert results.near.label == "Bootle"
    assert results.corrected == "mens shed bootle"
    assert names(results)[0] == "Bootle Men's Shed"


def test_the_place_may_also_be_in_the_name(catalogue: Catalogue) -> None:
    """Both are near; the one that is called so comes first."""
    assert names(typed(catalogue, "shed bootle"))[0] == "Bootle Men's Shed"


def test_a_place_that_was_chosen_is_where_to_look_from(catalogue: Catalogue) -> None:
    results = typed(catalogue, "choir in Bootle", near=WALTON)
    assert results.near == WALTON
    assert results.understood.place is None


def test_what_the_question_leaves_out_is_left_out(catalogue: Catalogue) -> None:
    assert "Walton Waterfront Choir" in names(typed(catalogue, "choir"))
    assert names(typed(catalogue, "group not choir")).count("Walton Waterfront Choir") == 0


def test_the_exact_words_are_let_go_before_all_words(catalogue: Catalogue) -> None:
    assert names(typed(catalogue, '"waterfront choir"')) == ["Walton Waterfront Choir"]
    results = typed(catalogue, '"choir waterfront"')
    assert names(results)[0] == "Walton Waterfront Choir"
    assert results.relaxed == "Nothing has “choir waterfront” word for word, so we looked for the words."


def test_a_page_may_go_on_beyond_what_the_words_say(catalogue: Catalogue) -> None:
    query = Query("choir free monday", limit=5)
    with catalogue.reading() as session:
        exact = find_assets(session, catalogue.index, query, relax=False)
        beyond = find_assets(session, catalogue.index, query, relax=False, beyond=5)
        one = find_assets(session, catalogue.index, query, relax=False, beyond=1)
    assert "Walton Waterfront Choir" not in names(exact)
    assert names(beyond)[: exact.total] == names(exact)
    assert "Walton Waterfront Choir" in names(beyond)
    assert (exact.beyond, one.beyond) == (0, 1)
    assert beyond.beyond == len(beyond.found) - exact.total
