"""Words people use: a curator says what is meant by them, and the next search finds it."""

import pytest

from directory.catalogue import Catalogue
from directory.search.everyday import add_everyday_word, list_everyday_words
from tests.pages import Browser, Page
from tests.web.test_results import names


def has(catalogue: Catalogue, phrase: str, **said: list[str]) -> None:
    with catalogue.writing() as session:
        add_everyday_word(session, phrase, by="tests", **said)


def test_a_word_leads_to_a_need_from_the_next_search_on(curator: Browser, public: Browser) -> None:
    assert "Nothing matches “lido”" in public.open("/search?q=lido").main
    curator.open("/words")
    curator.follow("Add a word people use")
    page = curator.send("Save", phrase=" lido ", needs=["BOD1"])
    assert page.h1 == "Words people use"
    assert "“lido” is on the list. Searches read it from now on." in page.main
    assert "“lido” means Move more" in page.main, "its effect is shown at once"
    assert "Added by curator@example.org, " in page.main
    assert "Dock Road Gym" in curator.follow("See what it finds").main
    page = public.open("/search?q=lido")
    assert "Nothing matches" not in page.main
    assert "Dock Road Gym" in names(public)


def test_other_words_that_are_as_good(curator: Browser, public: Browser, catalogue: Catalogue) -> None:
    curator.open("/words/add?phrase=warbling")
    page = curator.send("Save", same_as="choir, singing group")
    assert (
        "“warbling” means Art, craft, music, drama, and is as good as “choir” (in 1 listing) or “singing group” (in 1 listing)"
        in page.main
    )
    assert "“brass choir” (in no listing)" in _also(curator, "warbling", "brass choir").main
    public.open("/search?q=warbling")
    assert names(public) == ["Walton Waterfront Choir"]
    with catalogue.reading() as session:
        assert [word.same_as for word in list_everyday_words(session)] == [["choir", "singing group", "brass choir"]]


def _also(curator: Browser, phrase: str, wording: str) -> Page:
    """One more wording is as good as this phrase."""
    curator.follow(f"Change {phrase}")
    return curator.send("Save", same_as=f"choir, singing group, {wording}")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"phrase": " ", "needs": ["BOD1"]}, "Enter the words that people use"),
        ({"phrase": "!?", "needs": ["BOD1"]}, "Enter the words that people use"),
        ({"phrase": "to the", "needs": ["BOD1"]}, "“to the” stands in questions of every kind"),
        ({"phrase": "helping", "needs": ["BOD1"]}, "“helping” stands in questions of every kind"),
        ({"phrase": "x" * 61, "needs": ["BOD1"]}, "Use 60 letters or fewer"),
        ({"phrase": "heads a mess", "needs": ["MIN2"]}, "“Head's a mess” is on the list already"),
        ({"phrase": "lido"}, "Tick what people mean by it"),
        ({"phrase": "lido", "same_as": "and the"}, "“and the” stands in questions of every kind"),
        ({"phrase": "i want to die", "needs": ["MIN2"]}, "These words bring help before any search"),
    ],
)
def test_what_cannot_be_added_is_said_at_its_field(
    curator: Browser, catalogue: Catalogue, typed: dict[str, object], sentence: str
) -> None:
    has(catalogue, "Head's a mess", needs=["MIN2"])
    curator.open("/words/add")
    page = curator.send("Save", status=422, **typed)
    assert page.main.count(sentence) == 2, "in the summary and at the field"
    assert f'value="{str(typed["phrase"]).strip()}"' in page.html


def test_a_need_that_is_not_there_is_refused(curator: Browser, catalogue: Catalogue) -> None:
    curator.open("/words/add")
    assert "There is no need called “MON99”" in curator.send("Save", 422, phrase="lido", needs=["MON99"]).main
    assert "needs-MIN7" not in curator.open("/words/add").html, "people in a crisis are led to help, not to a list"
    with catalogue.reading() as session:
        assert list_everyday_words(session) == []


def test_a_word_is_changed_and_both_are_named_who_wrote_it(curator: Browser, catalogue: Catalogue) -> None:
    has(catalogue, "lido", needs=["BOD1"])
    curator.open("/words")
    page = curator.follow("Change lido")
    assert page.h1 == "Change “lido”"
    page = curator.send("Save", phrase="the lido", needs=["JOY5"])
    assert "“the lido” is changed" in page.main
    assert "Means Culture and days out" in page.main
    assert "Added by tests, " in page.main
    assert "changed by curator@example.org, " in page.main


def test_removing_asks_once(curator: Browser, public: Browser, catalogue: Catalogue) -> None:
    has(catalogue, "lido", needs=["BOD1"])
    assert "Nothing matches" not in public.open("/search?q=lido").main
    curator.open("/words")
    assert curator.follow("Remove lido").h1 == "Remove “lido”?"
    page = curator.send("Remove it")
    assert "“lido” is off the list." in page.main
    assert "The list is empty" in page.main
    assert "Nothing matches “lido”" in public.open("/search?q=lido").main


def test_a_question_is_tried_without_being_searched_for(curator: Browser) -> None:
    curator.open("/words")
    page = curator.send("Read it", question="skint and lonely on tuesday in bootle")
    for line in (
        "“on tuesday” says: Tuesdays",
        "“in bootle” says: Near Bootle",
        "“skint” means Money and bills",
        "“lonely” means People and belonging",
    ):
        assert line in page.main
    assert "No need is read in it" in curator.send("Read it", question="xylophagous").main
    page = curator.send("Read it", question="i want to die")
    assert "These words bring help before any search." in page.main
    assert "See what it finds" not in page.main


def test_what_is_typed_offers_the_need_of_an_added_word(public: Browser, catalogue: Catalogue) -> None:
    has(catalogue, "zorbing", needs=["BOD1"])
    assert [one["text"] for one in public.client.get("/suggest?q=zorb").get_json()] == ["Move more"]


def test_another_wording_is_shown_above_the_results_and_can_be_taken_back(
    public: Browser, catalogue: Catalogue
) -> None:
    has(catalogue, "crooning", same_as=["auditions"])
    page = public.open("/search?q=crooning")
    assert names(public) == ["Walton Waterfront Choir"]
    offered = [words for words in page.links() if "crooning" in words and "“auditions”" in words]
    assert len(offered) == 1
    assert "Nothing matches" in public.follow(offered[0]).main
